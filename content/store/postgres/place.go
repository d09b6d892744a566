package postgres

import (
	"bytes"
	"errors"
	"fmt"

	"firstsession/content/code"
	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/store"
	"firstsession/content/walk"
)

// place keeps a reader's facts under an invitation. It is a store.Kept.
type place struct {
	*Store
	invitation store.Invitation
	digest     string
	token      string // of this reader's lease
	holds      bool   // it was given
	last       int    // the number of the last fact that is kept
	why        error  // why nothing can be kept
	key        []byte // that a word opens, if what is kept is locked
	pending    []walk.Fact
}

// errLost says that what was acknowledged is not there, as where a copy of the
// database took its place that had not got all.
var errLost = errors.New("facts that were kept are not in the database any more")

// Open opens what is kept under an invitation as it was typed. Where nothing is
// kept yet, nobody is kept off before somebody begins.
func (s *Store) Open(typed string) (store.Kept, store.Found, error) {
	p := &place{Store: s, digest: code.Digest(typed)}
	var err error
	if p.token, err = s.tokenFor(p.digest); err != nil {
		return nil, store.Found{}, told(err)
	}
	var stored []fact
	err = s.do("open what is kept", func(tx transaction) (err error) {
		stored, err = p.enter(tx)
		return err
	})
	s.given(p.digest, p.token, err)
	if err = told(err); errors.Is(err, errAway) {
		err = errLate
	}
	if err != nil {
		return nil, store.Found{}, err
	}
	p.holding()
	found := store.Found{New: !p.holds}
	found.Facts, p.why = decodeAll(stored)
	if p.why == nil && p.last != lastOf(stored) {
		p.why = &journal.DamageError{Why: errLost.Error()}
	}
	return p, found, p.why
}

// enter takes the lease where something is kept, and reads that.
func (p *place) enter(tx transaction) ([]fact, error) {
	r, err := lock(tx, p.digest)
	switch {
	case err != nil:
		return nil, err
	case !r.stands:
		return nil, answer{store.ErrEnded}
	case r.begun && !r.isFor(p.token):
		return nil, answer{store.ErrOpen}
	}
	p.invitation, p.last, p.holds, p.key = r.Invitation, r.last, r.begun, r.key
	if !r.begun {
		return nil, nil
	}
	if err := p.take(tx, r.last); err != nil {
		return nil, err
	}
	return factsOf(tx, p.digest, 0)
}

// tokenFor is a new token, or the one of which it is not known whether it was
// given: it then is whoever asks again here.
func (s *Store) tokenFor(digest string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if token, ok := s.doubt[digest]; ok {
		return token, nil
	}
	return code.Number(s.Random, 16)
}

// given notes whether it is known what became of a token.
func (s *Store) given(digest, token string, err error) {
	s.note(s.doubt, digest, token, plain.IsA[awayError](err))
}

// holding has the lease renewed, for as long as it is held.
func (p *place) holding() { p.note(p.held, p.digest, p.token, p.holds) }

// note notes a token, or takes it off unless another stands in its place.
func (s *Store) note(in map[string]string, digest, token string, is bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if is {
		in[digest] = token
	} else if in[digest] == token {
		delete(in, digest)
	}
}

// take takes the lease, or has it last on, and notes the last fact that is kept.
func (p *place) take(tx transaction, last int) error {
	return tx.exec(`update invitations set begun = true, token = $2, until = clock_timestamp() + $3::interval, last = $4
		where digest = $1`, p.digest, p.token, p.Lease, last)
}

// own does work while the row of the invitation is this reader's.
func (p *place) own(what string, w func(tx transaction, r row) error) error {
	if errors.Is(p.why, store.ErrClosed) {
		return p.why
	}
	err := p.do(what, func(tx transaction) error {
		r, err := lock(tx, p.digest)
		switch {
		case err != nil:
			return err
		case !r.isFor(p.token), !p.holds && r.begun && r.token != p.token:
			return answer{store.ErrOpen} // or somebody else had it meanwhile
		}
		return w(tx, r)
	})
	return told(err)
}

// standing is the same for as long as the invitation stands.
func (p *place) standing(what string, w func(tx transaction, r row) error) error {
	return p.own(what, func(tx transaction, r row) error {
		if !r.stands {
			return answer{store.ErrEnded}
		}
		return w(tx, r)
	})
}

func (p *place) Invited() store.Invitation { return p.invitation }
func (p *place) Where() string             { return p.dir() }
func (p *place) Key() []byte               { return p.key }

// Begin takes the lease, if nobody else has begun.
func (p *place) Begin() error {
	if p.why != nil {
		return p.why
	}
	err := p.standing("begin", func(tx transaction, r row) error {
		if !bytes.Equal(r.key, p.key) { // another window locked it meanwhile
			return answer{store.ErrOpen}
		}
		return p.take(tx, r.last)
	})
	if err == nil {
		p.holds = true
		p.holding()
	}
	return err
}

// Keep keeps facts, behind those that could not be kept before.
func (p *place) Keep(facts []walk.Fact) error {
	p.pending = append(p.pending, facts...)
	if p.why != nil && (len(p.pending) > 0 || errors.Is(p.why, store.ErrClosed)) {
		return p.why
	}
	if p.why != nil || !p.holds && len(p.pending) == 0 {
		return nil
	}
	lines, tooMuch := p.encode()
	err := p.standing("keep a fact", func(tx transaction, r row) error { return p.keepLines(tx, r, lines) })
	if err != nil {
		return err
	}
	if len(lines) > 0 {
		p.last = lines[len(lines)-1].seq
	}
	p.pending, p.holds = nil, true
	p.holding()
	return tooMuch
}

// encode makes lines of what waits, and leaves out what is too long to be kept at
// all: others must not wait for it.
func (p *place) encode() (lines []fact, tooMuch error) {
	var waits []walk.Fact
	for _, f := range p.pending {
		line, err := journal.Encode(f)
		if err != nil {
			tooMuch = errors.Join(tooMuch, err)
			continue
		}
		waits, lines = append(waits, f), append(lines, fact{seq: f.Seq, format: journal.Format, line: string(line)})
	}
	p.pending = waits
	return lines, tooMuch
}

// keepLines keeps lines that are not kept yet. Those of a COMMIT whose answer was lost
// are found by their numbers.
func (p *place) keepLines(tx transaction, r row, lines []fact) error {
	if r.last < p.last {
		return answer{errLost}
	}
	if r.last > p.last {
		there, err := factsOf(tx, p.digest, p.last)
		if err != nil {
			return err
		}
		for _, f := range there {
			if len(lines) == 0 || lines[0].seq != f.seq || lines[0] != f && r.token != p.token {
				return answer{fmt.Errorf("the fact %d in the database is another's", f.seq)}
			}
			// Words that were taken back meanwhile are erased.
			if err := put(tx, p.digest, lines[0]); err != nil {
				return err
			}
			lines = lines[1:]
		}
	}
	if len(lines) == 0 {
		return p.take(tx, r.last)
	}
	if err := insert(tx, p.digest, lines); err != nil {
		return err
	}
	return p.take(tx, lastOf(lines))
}

func (p *place) MayLock() bool { return p.key == nil && !p.holds && p.why == nil }

func (p *place) KeepKey(key []byte) error {
	err := p.standing("keep a key", func(tx transaction, r row) error {
		switch {
		case bytes.Equal(r.key, key):
			return nil // the answer was lost
		case r.key != nil || r.begun:
			return answer{store.ErrOpen} // another window was first
		}
		return tx.exec("update invitations set key = $2 where digest = $1", p.digest, key)
	})
	if err == nil {
		p.key = key
	}
	return err
}

func (p *place) Ended() bool {
	err := p.do("look an invitation up", func(tx transaction) error {
		r, err := lock(tx, p.digest)
		if err == nil && !r.stands {
			err = answer{store.ErrEnded}
		}
		return err
	})
	return errors.Is(err, store.ErrEnded)
}

// Close gives the lease back.
func (p *place) Close() error {
	if errors.Is(p.why, store.ErrClosed) {
		return nil
	}
	p.why = store.ErrClosed
	if !p.holds {
		return nil
	}
	p.holds = false
	p.holding()
	err := p.do("give a place back", func(tx transaction) error {
		return tx.exec("update invitations set token = null, until = null where digest = $1 and token = $2", p.digest, p.token)
	})
	p.given(p.digest, p.token, err)
	return told(err)
}
