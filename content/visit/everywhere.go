package visit

import (
	"slices"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// place is what is offered everywhere: whether it can be done now, and the page that it opens, if any.
type place struct {
	meaning page.Meaning
	can     bool
	opens   func(text string) page.Page
}

// places are in the order in which they are shown.
func (v *Visit) places() []place {
	s, kind := v.State(), v.noteAt().Kind
	reads := v.Intakes == nil || !v.told.Fresh // before an intake nothing leads away from its form
	ends := v.intake() && kind != "" && !kind.OfTheEnd() && v.Walk.MayEndEarly()
	// No note can go into the record any more where it has been saved.
	notes := !v.told.Fresh && (!v.intake() || !kind.OfTheEnd() || kind == walk.Countersign)
	places := []place{
		{page.Back, len(v.stack) > 1 || v.top().step.Kind != "" && reads, nil},
		{page.Note, notes, nil},
		{page.Chapters, reads, func(string) page.Page { return page.NewChapters() }},
		{page.Search, reads, func(text string) page.Page { return page.NewSearch(s, text) }},
		{page.Glossary, reads, func(text string) page.Page { return page.NewGlossary(text, "") }},
		{page.MyPage, !v.told.Fresh && !v.intake(), func(string) page.Page { return page.NewMyPage() }},
		{page.Flag, v.talks(), nil},
		{page.Clinician, v.talks(), func(string) page.Page { return page.NewClinicianNote(v.noteAt()) }},
		{page.EndIntake, ends, func(string) page.Page { return page.NewEnding() }},
		{page.About, true, func(string) page.Page { return page.NewAbout() }},
		{page.NoTrace, v.canErase(), func(string) page.Page { v.findLeft(); return page.NewNoTrace() }},
		{page.Keys, true, func(string) page.Page { return page.NewKeysOf(v.Sheet(), v.Moves(), v.More) }},
		{page.HelpNow, true, func(string) page.Page { return page.NewHelp() }},
		{page.Stop, true, nil},
	}
	if s.Other != nil { // of an intake; elsewhere it is the page that offers a language
		other := func(string) page.Page { return page.NewInOther(v.top().page, v.top().asked) }
		places = append([]place{{page.Languages[0], true, other}}, places...)
	}
	return places
}

// Do does what is offered everywhere, or what the page on top offers. Text is
// what goes with it where words can: a note, what to search for.
func (v *Visit) Do(m page.Meaning, text string) {
	asked := v.asked
	defer v.change()()
	v.Hush()
	if m == page.BeginPrivate && v.canErase() {
		m = page.NoTrace // which it comes to after having begun
	}
	places := plain.Only(v.places(), func(p place) bool { return p.meaning == m && p.can })
	switch none := len(places) == 0; {
	case m == page.NoTrace && v.top().meaning == m && !v.Stays:
		v.Say(v.words().Frame.NoKeyBare)
	case m == page.NoTrace && v.told.Invited && !v.told.Fresh: // which is what it is to a reader there
		v.open(page.NewErasing(), "")
	case none && page.Offers(v.Sheet().Moves, m):
		v.Answer(page.Answer{ID: string(m), Text: text})
	case v.Stays && !v.told.Fresh && v.other(m) != "": // where it was offered can still be read
		v.refused(v.readIn(v.other(m)))
	case none:
		if !v.choseWay(m) && !v.toSigning(m) {
			v.Say(v.whyNot(m))
		}
	case places[0].opens != nil:
		v.open(places[0].opens(text), m)
	case m == page.Stop:
		v.stop(asked)
	case m == page.Back:
		v.back()
	case m == page.Note:
		v.takeNote(text)
		v.heed(text)
	case m == page.Flag:
		v.flag()
	}
}

// Moves are what can be done here: the page's own moves, and then those that
// are offered everywhere. What opened the page on top would do nothing there and
// is not offered: but a search begins anew, and on the notes one leads to the
// line.
func (v *Visit) Moves() []page.Move {
	moves := slices.Clone(v.Sheet().Moves)
	for _, p := range v.places() {
		m := p.meaning
		isOpen := v.top().meaning == m && m != page.Search && m != page.Note
		switch {
		case !p.can || page.Offers(moves, m) || isOpen:
		case m == page.Stop:
			moves = append(moves, v.stopMove())
		default:
			moves = append(moves, page.Move{Meaning: m})
		}
	}
	return moves
}

// choseWay goes over to the short way or back, typed on a page that does not offer it, if there is such a way.
func (v *Visit) choseWay(m page.Meaning) bool {
	if !v.Stays || m != page.ShortWay && m != page.WholeWay {
		return false
	}
	if v.told.Fresh { // it is chosen on the first page
		if v.backTo(1); page.Offers(v.Moves(), m) {
			v.Answer(page.Answer{ID: string(m)})
		}
		return true
	}
	_, want := page.NewChapters().Answer(v.State(), page.Answer{ID: string(m)})
	if want != nil {
		v.refused(v.carryOut(want))
	}
	return want != nil
}

// toSigning leads to the signing page once all is answered, or from what was opened where it is offered.
func (v *Visit) toSigning(m page.Meaning) bool {
	to, ok := v.Walk.Find(walk.SignatureID)
	ofTheEnd := slices.ContainsFunc(v.stack, func(e entry) bool { return e.step.Kind == walk.Signature || e.step.Kind == walk.Closing })
	if ok = ok && v.Stays && !v.intake() && (m == page.SignPage || m == page.SignAgain) && (ofTheEnd || len(v.Walk.Open()) == 0); ok {
		v.refused(v.carryOut(page.Go{To: to}))
	}
	return ok
}

func (v *Visit) whyNot(m page.Meaning) string {
	words := v.words()
	switch {
	case m == page.Note && v.told.Fresh:
		return words.Plain.NotesLater
	case v.told.Fresh && m == page.NoTrace && v.Intakes == nil && v.Invites == nil:
		return v.fill(words.Find.TraceFirst)
	case v.told.Fresh && (m == page.MyPage || m == page.NoTrace):
		return words.Frame.OnceBegun
	case m == page.Note:
		return words.Intake.NotesClosed
	case m == page.Back:
		return words.Plain.Nothing
	case v.Private && !v.told.Fresh && (m == page.BeginPrivate || m == page.NoTrace):
		return v.Traces()
	case m == page.BeginPrivate && v.Intakes == nil && !v.told.Fresh:
		return words.Frame.TraceLater
	case v.Stays && !v.intake():
		return v.whereElse(m)
	default:
		return words.Frame.Refused
	}
}

func (v *Visit) whereElse(m page.Meaning) string {
	words, named := v.words().Frame, func(text string) string { return v.fill("{" + string(m) + "}. " + text) }
	switch m {
	case page.ShortWay, page.WholeWay:
		return plain.Either(v.Walk.Short() == (m == page.ShortWay), words.SameWay, v.words().Lines.Unchanged)
	case page.Decline:
		return words.AtSigning
	case page.SignAgain, page.SignPage:
		return named(words.AtTheEnd)
	case page.ShowMe:
		return named(words.AtQuestion)
	case page.Later, page.Rule:
		if v.Step().Kind == walk.Question && m == page.Later { // which has its answer
			return v.words().Question.Settled + " " + v.words().Lines.Unchanged
		}
		return named(words.AtPromise)
	default:
		return words.Refused
	}
}

// talks reports whether there is something to talk about here, and so a clinician's note.
func (v *Visit) talks() bool { return v.intake() && v.noteAt().Kind.TalkedAbout() }

// noteAt is the step that a note is about: the one shown or the one below.
func (v *Visit) noteAt() walk.Step {
	for _, e := range slices.Backward(v.stack) {
		if e.step.Kind != "" {
			return e.step
		}
	}
	if v.Intakes != nil && v.told.Fresh {
		return walk.Step{}
	}
	return v.Walk.At()
}

// takeNote keeps a note at once, or opens the notes to write one.
func (v *Visit) takeNote(text string) {
	at := v.noteAt().Key()
	if text == "" {
		v.open(page.NewNotes(at), page.Note)
		return
	}
	p := page.NewNotes(at)
	p, want := p.Answer(v.State(), page.Answer{ID: page.NewNoteID, Text: text})
	if want != nil {
		err := v.carryOut(want)
		if became, ok := p.(page.Outcome); ok {
			p = became.Became(v.State(), err)
		}
	}
	if said := p.Show(v.State()).Notice; v.notice.Text == "" {
		v.notice = page.Notice{Text: said.Text, Care: said.Care}
	}
}

func (v *Visit) flag() {
	key, words := v.noteAt().Key(), v.words().Intake
	yes := !v.Walk.IsFlagged(key)
	v.refused(v.apply(walk.Event{Kind: walk.Flag, Subject: key, Yes: yes}))
	v.add(plain.Either(yes, words.Flagged, words.Unflagged))
}

// Marked reports whether the step that is shown is marked to be talked about.
func (v *Visit) Marked() bool {
	return v.Step().Kind != "" && v.talks() && v.Walk.IsFlagged(v.Step().Key())
}

// ClinicianNote is the note about the step that is shown, to stand beside the text.
func (v *Visit) ClinicianNote() []page.Part {
	if !v.talks() {
		return nil
	}
	note := page.NewClinicianNote(v.noteAt())
	parts := note.Show(v.state(true)).Body
	if v.State().Other != nil {
		other := page.NewInOther(v.top().page, v.top().asked)
		parts = append(parts, other.Show(v.state(!v.top().clinicians)).Body...)
	}
	return parts
}

// Binds reports whether what was typed for another page may not answer the page on top.
func (v *Visit) Binds() bool { return v.Step().Kind.Binds() || v.top().meaning == page.EndIntake }
