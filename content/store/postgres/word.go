package postgres

import (
	"bytes"
	"errors"

	"firstsession/content/store"
)

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
