package visit

import (
	"slices"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// saveRecord writes the record. Only when it is on the disk does it count: the
// event is handed out to be applied.
func (v *Visit) saveRecord(name, countersigner, folder string) (walk.Event, error) {
	folder, err := v.Absolute(folder)
	if err != nil {
		return walk.Event{}, err
	}
	v.settle() // of a try before this one
	draft := record.Draft{
		Name: name, Clinician: countersigner, Now: v.Now(), Answered: record.AnswerTimes(v.Facts), Saving: v.saving,
	}
	id, path, err := v.Keeper.Sign(v.Walk, draft, folder)
	if err == nil {
		return walk.Event{Kind: walk.Sign, Subject: id, Text: path}, nil
	}
	for _, left := range v.Walk.Savings() {
		if v.isThere(left) { // it got there all the same
			return walk.Event{Kind: walk.Sign, Subject: left.Record, Text: left.Path}, nil
		}
	}
	return walk.Event{}, err
}

// saving keeps that a record is about to be saved.
func (v *Visit) saving(id, path string) error {
	if err := v.apply(walk.Event{Kind: walk.Save, Subject: id, Text: path}); err != nil {
		return err
	}
	return v.unkept
}

// isThere finds out whether a record is there. One that is not is being saved no
// longer; of one of which that cannot be told nothing is said.
func (v *Visit) isThere(s walk.Saving) bool {
	there, err := v.Keeper.Settle(s.Record, s.Path)
	if err == nil && !there {
		v.refused(v.apply(walk.Event{Kind: walk.Save, Subject: s.Record}))
	}
	return err == nil && there
}

// settle finds out what became of records that were being saved when the
// program ended. One that is there is signed. What cannot be told stays open,
// and the walk is unsure.
func (v *Visit) settle() {
	for _, s := range v.Walk.Savings() {
		if v.isThere(s) {
			v.refused(v.apply(walk.Event{Kind: walk.Sign, Subject: s.Record, Text: s.Path}))
		}
	}
}

// Tidy brings to its end what an earlier visit did not: what became of a record
// is found out, and words that were taken back are erased.
func (v *Visit) Tidy() {
	v.settle()
	v.eraseTaken()
}

// eraseTaken erases the words that the reader took back, wherever they are kept.
// What may still be there is tried again with whatever the reader does next.
func (v *Visit) eraseTaken() {
	gone := walk.Gone(v.Facts)
	if len(gone) == 0 && v.unerased == nil {
		return
	}
	change := func(f walk.Fact) walk.Fact {
		if gone[f.Seq] {
			return walk.WithoutWords(f)
		}
		return f
	}
	if !v.Private {
		v.unerased = v.Keeper.Erase(change)
	}
	if v.unerased != nil {
		return // the facts still say what is to be erased
	}
	v.Facts = slices.Clone(v.Facts)
	for i, f := range v.Facts {
		v.Facts[i] = change(f)
	}
}

// mayTakeBack reports whether a fact can take words of the reader's back.
func mayTakeBack(f walk.Fact) bool {
	return slices.Contains([]walk.EventKind{walk.ChangeNote, walk.Tick, walk.SetForm, walk.NameTyped, walk.Decline}, walk.EventKind(f.Kind))
}
