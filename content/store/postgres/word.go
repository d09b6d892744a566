package postgres

import (
	"bytes"
	"context"
	"errors"

	"github.com/jackc/pgx/v5"

	"firstsession/content/store"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// MayLock reports whether what will be kept can be locked with a word.
func (p *place) MayLock() bool { return p.key == nil && !p.holds && p.why == nil }

// Locked reports whether what is kept opens with a word alone.
func (p *place) Locked() bool { return p.key != nil }

// Lock locks what is going to be kept with a word.
func (p *place) Lock(word string) (visit.Keeper, error) {
	if !p.MayLock() {
		return nil, store.ErrOpen
	}
	return store.LockWith(p, word, func(key []byte) error {
		err := p.standing("keep a key", func(ctx context.Context, tx pgx.Tx, r row) error {
			switch {
			case bytes.Equal(r.key, key):
				return nil // the answer was lost
			case r.key != nil || r.begun:
				return answer{store.ErrOpen} // another window was first
			}
			_, err := tx.Exec(ctx, "update invitations set key = $2 where digest = $1", p.digest, key)
			return err
		})
		if err == nil {
			p.key = key
		}
		return err
	})
}

// Unlock opens what is kept with its word.
func (p *place) Unlock(word string, facts []walk.Fact) (visit.Keeper, []walk.Fact, error) {
	return store.UnlockWith(p, p.key, word, facts)
}

// Ended reports whether the invitation does not stand any more.
func (p *place) Ended() bool {
	err := p.do("look an invitation up", func(ctx context.Context, tx pgx.Tx) error {
		r, err := lock(ctx, tx, p.digest)
		if err == nil && !r.stands {
			err = answer{store.ErrEnded}
		}
		return err
	})
	return errors.Is(err, store.ErrEnded)
}
