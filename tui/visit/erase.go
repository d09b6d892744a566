package visit

import (
	"slices"

	"firstsession/content/walk"
)

// Forget erases the words that the reader took back, wherever they are kept.
// Unerased says if they may still be there; it is tried again with whatever the
// reader does next.
func (v *Visit) Forget() {
	gone := walk.Gone(v.Facts)
	if len(gone) == 0 && v.Unerased == nil {
		return
	}
	change := func(f walk.Fact) walk.Fact {
		if gone[f.Seq] {
			return walk.WithoutWords(f)
		}
		return f
	}
	if !v.Private {
		v.Unerased = v.Keeper.Erase(change)
	}
	if v.Unerased != nil {
		return // the facts still say what is to be erased
	}
	v.Facts = slices.Clone(v.Facts)
	for i, f := range v.Facts {
		v.Facts[i] = change(f)
	}
}

// Erased is what is to be said of a note that was deleted: that it is gone, as
// soon as that is true.
func (v *Visit) Erased() string {
	words := v.Walk.Guide().Words.Notes
	_, signed := v.Walk.Signed()
	switch {
	case v.Unerased != nil:
		return "" // which is said of whatever was done
	case signed:
		return words.Deleted + " " + words.InRecord
	default:
		return words.Deleted
	}
}

// Loses reports whether leaving loses what the reader did, since nothing of it
// is kept.
func (v *Visit) Loses() bool { return v.Private && !v.Fresh }

// mayTakeBack reports whether a fact can take words of the reader's back.
func mayTakeBack(f walk.Fact) bool {
	switch walk.EventKind(f.Kind) {
	case walk.ChangeNote, walk.Tick, walk.SetForm, walk.NameTyped, walk.Decline:
		return true
	default:
		return false
	}
}
