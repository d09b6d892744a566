package postgres

import (
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"

	"firstsession/content/journal"
	"firstsession/content/store"
	"firstsession/content/walk"
)

type fact struct {
	aside, seq, format int
	line               string
}

// factsOf are those of an invitation behind a number, in order.
func factsOf(tx transaction, digest string, behind int) ([]fact, error) {
	return factsWhere(tx, "aside = 0 and seq > $2 order by seq", digest, behind)
}

func factsWhere(tx transaction, condition string, args ...any) ([]fact, error) {
	return rowsOf(tx, func(row pgx.CollectableRow) (f fact, err error) {
		return f, row.Scan(&f.aside, &f.seq, &f.format, &f.line)
	}, "select aside, seq, format, fact from facts where invitation = $1 and "+condition, args...)
}

func lastOf(stored []fact) int {
	if len(stored) == 0 {
		return 0
	}
	return stored[len(stored)-1].seq
}

func decodeAll(stored []fact) ([]walk.Fact, error) {
	all := make([]walk.Fact, 0, len(stored))
	for i, s := range stored {
		f, err := journal.Decode(s.format, []byte(s.line))
		if damage, ok := errors.AsType[*journal.DamageError](err); ok {
			damage.Line = i + 1
		}
		if err == nil && f.Seq != s.seq {
			err = &journal.DamageError{Line: i + 1, Why: fmt.Sprintf("it is the fact %d in the place of %d", f.Seq, s.seq)}
		}
		if err != nil {
			return nil, err
		}
		all = append(all, f)
	}
	return all, nil
}

func insert(tx transaction, digest string, lines []fact) error {
	seqs, formats, texts := make([]int, len(lines)), make([]int, len(lines)), make([]string, len(lines))
	for i, l := range lines {
		seqs[i], formats[i], texts[i] = l.seq, l.format, l.line
	}
	return tx.exec(`insert into facts (invitation, seq, format, fact)
		select $1, * from unnest($2::integer[], $3::integer[], $4::text[])`, digest, seqs, formats, texts)
}

func put(tx transaction, digest string, l fact) error {
	return tx.exec("update facts set format = $4, fact = $5 where invitation = $1 and aside = $2 and seq = $3", digest, l.aside, l.seq, l.format, l.line)
}

// Erase puts other facts in the place of those that were kept, and of those that
// wait to be. It may be done when the invitation has ended, too. In what was put
// aside the words are erased that this takes.
func (p *place) Erase(change func(walk.Fact) walk.Fact) error {
	for i, f := range p.pending {
		p.pending[i] = change(f)
	}
	if p.why != nil && !errors.Is(p.why, store.ErrClosed) || p.why == nil && !p.holds && len(p.pending) == 0 {
		return nil // there is nothing that can be read
	}
	if err := p.Keep(nil); err != nil {
		return err
	}
	return p.own("erase words", func(tx transaction, _ row) error {
		stored, err := factsOf(tx, p.digest, 0)
		if err != nil {
			return err
		}
		facts, err := decodeAll(stored)
		if err != nil {
			return answer{err}
		}
		for i, before := range facts {
			if err := p.replace(tx, before, change(before), stored[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (p *place) replace(tx transaction, was, is walk.Fact, stored fact) error {
	line, err := journal.Encode(is)
	if err != nil {
		return answer{err}
	}
	if string(line) == stored.line {
		return nil
	}
	asides, err := factsWhere(tx, "aside > 0", p.digest)
	for _, a := range asides {
		before := a.line
		if a.line = string(journal.Without([]byte(before), was, is)); err == nil && a.line != before {
			err = put(tx, p.digest, a)
		}
	}
	if err != nil {
		return err
	}
	return put(tx, p.digest, fact{seq: stored.seq, format: journal.Format, line: string(line)})
}

func (p *place) SetAside() (string, error) {
	err := p.standing("put what is kept aside", func(tx transaction, _ row) error {
		err := tx.exec(`update facts set aside = 1 + (select max(aside) from facts where invitation = $1)
			where invitation = $1 and aside = 0`, p.digest)
		if err == nil {
			err = tx.exec("update invitations set last = 0 where digest = $1", p.digest)
		}
		return err
	})
	if err == nil {
		p.why, p.last, p.pending = nil, 0, nil
	}
	return "", err
}

func (p *place) Clear() error {
	err := p.own("erase a place", func(tx transaction, _ row) error {
		err := tx.exec("delete from facts where invitation = $1", p.digest)
		if err == nil {
			err = tx.exec(`update invitations set begun = false, last = 0, token = null, until = null, key = null
				where digest = $1`, p.digest)
		}
		return err
	})
	if err == nil {
		p.why, p.last, p.pending, p.holds, p.key = nil, 0, nil, false, nil
		p.holding()
	}
	return err
}
