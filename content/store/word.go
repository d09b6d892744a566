package store

import (
	"errors"
	"fmt"
	"io/fs"
	"reflect"

	"firstsession/content/disk"
	"firstsession/content/seal"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// readKey is what keeps the key of what is kept under an invitation, and opens with the
// reader's word alone; nil if nothing is locked.
func (s *Invitations) readKey(digest string) ([]byte, error) {
	key, err := s.FS.Read(s.keyOf(digest), maxInvitation)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read a key: %w", err)
	}
	return key, nil
}

// writeKey keeps a key, never in the place of another.
func (s *Invitations) writeKey(digest string, key []byte) error {
	err := disk.PlaceNew(s.FS, s.keyOf(digest), key, false)
	if errors.Is(err, fs.ErrExist) {
		return ErrOpen // another window was first
	}
	if err != nil {
		return fmt.Errorf("keep a key: %w", err)
	}
	return nil
}

func (s *Invitations) removeKey(digest string) error {
	err := disk.RemoveAny(s.FS, s.keyOf(digest))
	if err == nil {
		err = s.FS.SyncDir(s.folder())
	}
	return err
}

// MayLock is false, too, where an older program would take what is locked for nothing.
func (p *place) MayLock() bool {
	return p.Format > wordless && p.key == nil && p.journal != nil && !p.journal.Begun()
}

func (p *place) KeepKey(key []byte) error {
	err := p.told(func() error { return p.all.writeKey(p.digest, key) })
	if err == nil {
		p.key = key
	}
	return err
}

// Lock locks what is going to be kept with a word, and keeps it from then on, as what
// Unlock returns does.
func Lock(k Kept, word string) (visit.Keeper, error) {
	if !k.MayLock() {
		return nil, ErrOpen
	}
	key, kept, err := seal.New(word)
	if err == nil {
		err = k.KeepKey(kept)
	}
	if err != nil {
		return nil, err
	}
	return Seal(k, key), nil
}

// Unlock opens what is kept with its word, and says what facts say.
func Unlock(k Kept, word string, facts []walk.Fact) (visit.Keeper, []walk.Fact, error) {
	key, err := seal.Open(k.Key(), word)
	if err != nil {
		return nil, nil, Refused(err)
	}
	sealed := Seal(k, key)
	open, err := sealed.Open(facts)
	return sealed, open, Refused(err)
}

// Sealed keeps facts in another keeper under a word of the reader's own.
type Sealed struct {
	visit.Keeper
	key     seal.Key
	waiting []walk.Fact // could not be locked yet
}

// Seal keeps facts in a keeper under the word of a key.
func Seal(k visit.Keeper, key seal.Key) *Sealed { return &Sealed{Keeper: k, key: key} }

// Open is what facts say that were found.
func (s *Sealed) Open(facts []walk.Fact) ([]walk.Fact, error) {
	open := make([]walk.Fact, len(facts))
	for i, f := range facts {
		var err error
		if open[i], err = s.key.Open(f); err != nil {
			return nil, err
		}
	}
	return open, nil
}

// Keep keeps what the facts say so that it opens with the word alone.
func (s *Sealed) Keep(facts []walk.Fact) error {
	s.waiting = append(s.waiting, facts...)
	var shut []walk.Fact
	for _, f := range s.waiting {
		f, err := s.key.Seal(f)
		if err != nil {
			return err
		}
		shut = append(shut, f)
	}
	s.waiting = nil
	return s.Keeper.Keep(shut)
}

// Erase puts others in the place of facts, as they are when they are open.
func (s *Sealed) Erase(change func(walk.Fact) walk.Fact) error {
	var failed error
	err := s.Keeper.Erase(func(f walk.Fact) walk.Fact {
		open, err := s.key.Open(f)
		shut := f
		if err == nil {
			if changed := change(open); !reflect.DeepEqual(open, changed) {
				shut, err = s.key.Seal(changed)
			}
		}
		if err != nil {
			failed = errors.Join(failed, err)
			return f
		}
		return shut
	})
	return errors.Join(err, failed)
}
