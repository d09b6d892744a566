package visit

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

func (v *Visit) carryOut(want page.Want) error {
	switch want := want.(type) {
	case page.Do:
		return v.do(want)
	case page.Go:
		return v.stepOn(v.stack, want.To)
	case page.ReadIn:
		return v.readIn(want.Language)
	case page.InGroup:
		return v.inGroup(want)
	case page.OnTop:
		v.open(want.Page, "")
	case page.Ask:
		if want.On != nil {
			v.open(want.On, "")
		}
		v.top().asked = want.ID
	case page.Lead:
		v.Do(want.To, "")
	case page.Close:
		v.back()
	case page.Begin:
		if !v.askGroup(&want) { // from which one can go back
			v.begin(want)
		}
	case page.SetAside:
		v.setAside()
	case page.Sign:
		return v.sign(want)
	case page.EraseAll:
		return v.eraseAll()
	case page.Enter:
		return v.enter(want.Code, want.Word)
	case page.Lock:
		return v.lock(want.Word)
	case page.ErasePlace:
		return v.erasePlace()
	case page.EraseLocked:
		return v.eraseLocked(want.Code)
	case page.SaveMyPage:
		return v.saveMyPage(want.Parts, want.File)
	case page.ReadRecord:
		return v.readRecord(want.Path)
	default:
		return v.forIntake(want)
	}
	return nil
}

// do applies what the reader did and leads on, or back to where the step was looked at from.
func (v *Visit) do(want page.Do) error {
	from := v.top().step
	if want.Next && from.Kind.Fits(walk.Pass) {
		want.Events = append(want.Events, walk.Event{Kind: walk.Pass, Subject: from.Key()})
	}
	err := v.apply(want.Events...)
	switch next, ok := v.Walk.Next(from); {
	case err != nil:
		return err
	case want.To.Kind != "":
		return v.reach(want.To)
	case want.Close:
		if v.unerased == nil { // or it is not done, which has been said
			unkept := v.notice
			v.back()
			v.notice = page.Notice{Text: joined(want.Said, unkept.Text), Care: unkept.Care}
		}
	case !want.Next:
	case v.looking():
		err = v.lookOn(from)
	case ok:
		err = v.reach(next)
	}
	if err == nil {
		v.add(want.Said)
	}
	return err
}

// apply keeps what the reader did, before anything new is shown. It fails if
// the rules of the walk do not allow it; then nothing has changed. What cannot
// be put on the disk counts all the same for as long as the program runs, and
// is said.
func (v *Visit) apply(events ...walk.Event) error {
	if v.Intakes != nil && v.told.Fresh {
		return errNobody // nothing counts before an intake has begun
	}
	after, facts, err := v.Walk.Apply(v.Now(), events...)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(events, func(e walk.Event) bool { return e.Kind == walk.Decline || e.Kind == walk.Sign }) {
		v.told.Signs = page.Sign{} // who does not sign takes the name back
	}
	v.Walk = after
	v.Facts = append(v.Facts, facts...)
	if len(facts) == 0 {
		return nil
	}
	if !v.Private {
		v.unkept = v.Keeper.Keep(facts)
	}
	if v.ended(v.unkept) {
		return nil
	}
	if v.unerased != nil || slices.ContainsFunc(facts, walk.Fact.MayTakeBack) {
		v.eraseTaken()
	}
	v.sayNotDone()
	return nil
}

func (v *Visit) sayNotDone() {
	notes := v.words().Notes
	if v.unkept != nil && v.unerased != nil { // mostly for one reason, which is said once
		v.sayWhy(notes.NeitherDone, v.unkept)
		return
	}
	v.sayWhy(v.words().Frame.NotKept, v.unkept)
	v.sayWhy(notes.NotGone, v.unerased)
}

// sayWhy warns of what failed, with the reason at the end of the sentence, if it did.
func (v *Visit) sayWhy(text string, err error) {
	if err != nil {
		v.warn(v.fill(text, "error", strings.TrimRight(v.words().Reason(err), ".")))
	}
}

// refused says that the rules do not allow something, or why it failed, if it did.
func (v *Visit) refused(err error) {
	if err == nil {
		return
	}
	words := v.words()
	text := words.Reason(err)
	switch {
	case plain.IsA[plain.Hidden](err): // which says more
	case errors.Is(err, walk.ErrOpen):
		text = v.fill(words.Pledge.NeedAnswer)
	case errors.Is(err, walk.ErrNoIntake), errors.Is(err, walk.ErrUndecided), errors.Is(err, walk.ErrSaved), errors.Is(err, errNobody):
		text = words.Frame.Refused
	}
	v.warn(text)
}

func (v *Visit) failed(text string, err error) error {
	return plain.Hidden{As: errors.New(v.fill(text, "error", v.words().Reason(err))), Cause: err}
}

// reach shows a step in the place of all that is shown.
func (v *Visit) reach(to walk.Step) error { return v.stepOn(nil, to) }

// stepOn shows a step on top of others, once it is kept that the reader is there.
func (v *Visit) stepOn(below []entry, to walk.Step) error {
	err := v.apply(walk.Event{Kind: walk.Reach, Subject: to.Key()})
	if err == nil {
		v.stack = append(below, v.ofStep(to))
	}
	return err
}

// open shows a page on top. What is open already is come back to; but a search,
// and the glossary, begins anew. It speaks to whoever reads the page below it; but
// notes and help now are the client's, and the page in the other language is the
// other one's.
func (v *Visit) open(p page.Page, m page.Meaning) {
	at := slices.IndexFunc(v.stack, func(e entry) bool { return m != "" && e.meaning == m })
	switch {
	case at >= 0 && m != page.Search && m != page.Glossary:
		v.backTo(at + 1)
		return
	case at >= 0:
		v.stack = v.stack[:at]
	}
	e := v.entry(p)
	e.meaning = m
	if reads := len(v.stack) > 0 && v.top().clinicians; m == page.Languages[0] && v.State().Other != nil {
		e.clinicians = !reads
	} else if m != page.Note && m != page.HelpNow {
		e.clinicians = e.clinicians || reads
	}
	v.stack = append(v.stack, e)
}

// back goes back to where one came from, or to the step before; from the first, to the chapters.
func (v *Visit) back() {
	if len(v.stack) > 1 {
		v.backTo(len(v.stack) - 1)
		return
	}
	if from := v.top().step; from.Kind != "" {
		if to, ok := v.Walk.Previous(from); ok {
			v.refused(v.reach(to))
			return
		}
		v.open(page.NewChapters(), page.Chapters)
	}
}

// backTo takes all but the lowest pages away. The place is that of the page to which
// one comes back from there, so that a list beside the walk says the same as the
// next start.
func (v *Visit) backTo(n int) {
	v.stack = v.stack[:n]
	v.look()
	if at := v.noteAt(); at.Kind != "" && v.Walk.At() != at {
		v.refused(v.apply(walk.Event{Kind: walk.Reach, Subject: at.Key()}))
	}
}

// looking reports whether the statement or question that is shown was opened
// from where it says what is still open, so that going on leads back there.
func (v *Visit) looking() bool {
	n := len(v.stack)
	return n > 1 && v.stack[n-2].step.Kind.LeadsTo(v.top().step.Kind)
}

// lookOn leads back to where a step was opened from. From a promise that the
// signing page led to, it first leads to the next one without an answer: the keys
// that answer one would do something else on the signing page.
func (v *Visit) lookOn(from walk.Step) error {
	if below := v.stack[:len(v.stack)-1]; below[len(below)-1].step.Kind == walk.Signature {
		for to, ok := v.Walk.Next(from); ok && to.Kind == walk.Statement; to, ok = v.Walk.Next(to) {
			if v.Walk.Answer(to.ID) == walk.Unanswered {
				return v.stepOn(below, to)
			}
		}
	}
	v.back()
	return nil
}

// begin leaves the first page for a step, or for where the reader is.
func (v *Visit) begin(want page.Begin) {
	v.Private, v.told.Fresh = v.Private || !want.Keep, false
	var failed error
	if !v.Private {
		if failed = v.Keeper.Begin(); v.ended(failed) {
			failed = nil
		}
	}
	v.keepGroup() // nothing had an answer
	if want.Short {
		v.refused(v.apply(walk.Event{Kind: walk.GoShort, Yes: true}))
	}
	v.refused(v.reach(cmp.Or(want.To, v.Walk.At())))
	v.askGroup(nil)
	if v.Private { // one key may have said so
		v.add(joined(v.words().Lines.IsPrivate, v.Traces()))
	}
	v.sayWhy(v.words().Frame.NotKept, failed)
}
