package visit

import (
	"errors"

	"firstsession/content/walk"
)

// saving keeps that a record is about to be saved.
func (v *Visit) saving(id, path string) error {
	possible, unkept := v.Apply(walk.Event{Kind: walk.Save, Subject: id, Text: path})
	if !possible {
		return errors.New("this walk has no record to save")
	}
	return unkept
}

// found is what became of a record that was being saved.
type found int

const (
	unknown found = iota
	none
	whole
)

// settled finds out what became of a record. One that is not there is one no
// longer.
func (v *Visit) settled(s walk.Saving) found {
	there, err := v.Keeper.Settle(s.Record, s.Path)
	switch {
	case err != nil:
		return unknown
	case there:
		return whole
	}
	v.take(walk.Event{Kind: walk.Save, Subject: s.Record})
	return none
}

// take keeps what was found out. Unkept says if that failed, as ever.
func (v *Visit) take(e walk.Event) {
	if _, unkept := v.Apply(e); unkept != nil {
		v.Unkept = unkept
	}
}

// Settle finds out what became of records that were being saved when the
// program ended. One that is there is signed. What cannot be told stays open,
// and the walk is unsure.
func (v *Visit) Settle() {
	for _, s := range v.Walk.Savings() {
		if v.settled(s) == whole {
			v.take(walk.Event{Kind: walk.Sign, Subject: s.Record, Text: s.Path})
		}
	}
}
