package visit

import (
	"slices"

	"firstsession/content/page"
	"firstsession/content/walk"
)

// Do does what is offered everywhere, or what the page on top offers. Text is
// what goes with it where words can: a note, what to search for.
func (v *Visit) Do(m page.Meaning, text string) {
	asked := v.asked
	v.own()
	v.Hush()
	switch {
	case v.offers(m):
		v.Answer(page.Answer{ID: string(m), Text: text})
	case !v.can(m):
		v.notice.Text = v.whyNot(m)
	case m == page.Stop:
		v.stop(asked)
	case m == page.Back:
		v.back()
	case m == page.Note:
		v.takeNote(text)
		v.OfferHelp(text)
	case m == page.Flag:
		v.flag()
	default:
		v.openPlace(m, text)
	}
}

// openPlace opens a place beside the walk. One search takes the place of
// another, and of all on top of it.
func (v *Visit) openPlace(m page.Meaning, text string) {
	s := v.State()
	at := slices.IndexFunc(v.stack, func(e entry) bool { return e.meaning == m })
	if at > 0 && (m == page.Search || m == page.Glossary) {
		v.stack = v.stack[:at]
	}
	switch m {
	case page.Chapters:
		v.open(page.NewChapters(s), m)
	case page.Search:
		v.open(page.NewSearch(s, text), m)
	case page.Glossary:
		v.open(page.NewGlossary(text, ""), m)
	case page.Clinician:
		v.open(page.NewClinicianNote(v.noteAt()), m)
	case page.EndIntake:
		v.open(page.NewEnding(), m)
	case page.About:
		v.open(page.NewAbout(), m)
	case page.Keys:
		v.open(page.NewKeys(v.Moves(), v.More), m)
	case page.HelpNow:
		v.open(page.NewHelp(), m)
	}
}

func (v *Visit) offers(m page.Meaning) bool {
	has := func(move page.Move) bool { return move.Meaning == m }
	return !slices.Contains(theMoves, m) && slices.ContainsFunc(v.Sheet().Moves, has)
}

// theMoves are what is offered everywhere, in the order in which it is shown.
var theMoves = []page.Meaning{
	page.Back, page.Note, page.Chapters, page.Search, page.Glossary, page.Flag, page.Clinician, page.EndIntake,
	page.About, page.Keys, page.HelpNow, page.Stop,
}

// Moves are what can be done here: the page's own moves, and then those that
// are offered everywhere. What opened the page on top would do nothing there and
// is not offered: but a search begins anew, and on the notes one leads to the
// line.
func (v *Visit) Moves() []page.Move {
	moves := slices.Clone(v.Sheet().Moves)
	for _, m := range theMoves {
		isOpen := v.top().meaning == m && m != page.Search && m != page.Note
		there := slices.ContainsFunc(moves, func(move page.Move) bool { return move.Meaning == m })
		switch {
		case !v.can(m) || there || isOpen:
		case m == page.Stop:
			moves = append(moves, v.stopMove())
		default:
			moves = append(moves, page.Move{Meaning: m})
		}
	}
	return moves
}

// can reports whether something that is offered everywhere can be done now.
func (v *Visit) can(m page.Meaning) bool {
	kind := v.noteAt().Kind
	waiting := v.Intakes != nil && v.fresh // before an intake nothing leads away from its form
	switch m {
	case page.Back:
		return len(v.stack) > 1 || v.top().step.Kind != "" && !waiting
	case page.Chapters, page.Search, page.Glossary:
		return !waiting
	case page.Note:
		// None can go into the record any more where it has been saved.
		return !v.fresh && (!v.intake() || !kind.OfTheEnd() || kind == walk.Countersign)
	case page.Flag, page.Clinician:
		return v.intake() && slices.Contains(toTalkAbout, kind)
	case page.EndIntake:
		return v.intake() && kind != "" && !kind.OfTheEnd() && v.Walk.MayEndEarly()
	case page.About, page.Keys, page.HelpNow, page.Stop:
		return true
	default:
		return false
	}
}

func (v *Visit) whyNot(m page.Meaning) string {
	words := v.words()
	switch {
	case m == page.Note && v.fresh:
		return words.Plain.NotesLater
	case m == page.Note:
		return words.Intake.NotesClosed
	case m == page.Back:
		return words.Plain.Nothing
	default:
		return words.Frame.Refused
	}
}

// toTalkAbout are the kinds of step on which there is something to talk about,
// and with that a note for the clinician.
var toTalkAbout = []walk.Kind{walk.Opening, walk.Section, walk.Question, walk.Reflection, walk.Statement}

// noteAt is the step that a note is about: the one shown or the one below.
func (v *Visit) noteAt() walk.Step {
	for _, e := range slices.Backward(v.stack) {
		if e.step.Kind != "" {
			return e.step
		}
	}
	if v.Intakes != nil && v.fresh {
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

// flag marks the page to be talked about, or takes the mark away.
func (v *Visit) flag() {
	key, words := v.noteAt().Key(), v.words().Intake
	yes := !v.Walk.IsFlagged(key)
	if err := v.apply(walk.Event{Kind: walk.Flag, Subject: key, Yes: yes}); err != nil || v.notice.Text != "" {
		v.refused(err)
		return // or it is not on the disk
	}
	v.notice.Text = words.Unflagged
	if yes {
		v.notice.Text = words.Flagged
	}
}

// Marked reports whether the step that is shown is marked to be talked about.
func (v *Visit) Marked() bool {
	return v.Step().Kind != "" && v.can(page.Flag) && v.Walk.IsFlagged(v.Step().Key())
}

// ClinicianNote is the note for the clinician about the step that is shown, to
// stand beside the text.
func (v *Visit) ClinicianNote() []page.Part {
	if !v.can(page.Clinician) {
		return nil
	}
	return page.NewClinicianNote(v.noteAt()).Show(v.State()).Body
}

// Binds reports whether what is answered on the page on top may not come from
// what was typed for another page.
func (v *Visit) Binds() bool { return v.Step().Kind.Binds() || v.top().meaning == page.EndIntake }
