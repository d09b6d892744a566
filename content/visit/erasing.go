package visit

import (
	"firstsession/content/page"
	"firstsession/content/walk"
	"slices"
)

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

// Forgetter is a Keeper that can erase all that it kept of a reader. Found is
// false if it was not in its place any more, and may lie elsewhere. After that
// it keeps nothing.
type Forgetter interface {
	Forget() (found bool, err error)
}

// canErase reports whether a reader's place is kept, and can be erased from here.
func (v *Visit) canErase() bool {
	_, ok := v.Keeper.(Forgetter)
	return ok && v.Intakes == nil && v.Invites == nil && !v.Private && !v.fresh
}

// eraseAll erases what is kept of the reader, who goes on without a trace. What
// they did still counts for as long as the program runs.
func (v *Visit) eraseAll() error {
	keeper, ok := v.Keeper.(Forgetter)
	if !ok {
		return errNobody
	}
	v.settle()
	found, err := keeper.Forget()
	if err != nil {
		return err
	}
	v.Private, v.unkept, v.unerased = true, nil, nil
	v.back()
	v.notice = page.Notice{Text: v.words().Trace.Done + " " + v.Traces()}
	if !found {
		v.notice = page.Notice{Text: v.words().Trace.Astray, Care: true}
	}
	return nil
}
