package page

import (
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// inIntake begins the sheet of a page that only an intake has.
func inIntake(s State, forWhom, heading string) Sheet {
	sheet := Sheet{Title: s.Words().Intake.Title, ForWhom: forWhom}
	sheet.part(Heading, heading)
	return sheet
}

// client tells the client what the clinician can see, and what is kept.
func client(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClient, words.Client)
	if name := groupName(s, s.Guide().Group); name != "" {
		sheet.say(s.Fill(s.Words().Group.Is, "group", name))
	}
	sheet.say(words.ClientSees, words.ClientKept, words.ClientNever, words.ClientWhile,
		s.Fill(words.ClientWhere, "folder", s.Folder))
	if s.Shared {
		sheet.say(s.Fill(s.Words().Pledge.Shared, "folder", s.Folder))
	}
	reads := words.ClientReads
	for _, fact := range s.Guide().Facts {
		if fact.Key == "record_readers" {
			reads = s.Fill(words.ClientReadsTold, "text", plain.OneLine(told(s, fact)))
		}
	}
	sheet.say(reads, words.ClientSkip, words.ClientAlone)
	sheet.goesOn(words.GoOn, Do{Next: true})
	return sheet
}

// talk is what the two may want to come back to. Notes and thoughts are
// covered until the client shows them, one by one; a mark can be taken away
// here as well.
type talk struct {
	shown    []string // the ids of notes and thoughts
	unmarked []string // the keys of pages whose mark was taken away here
}

// markID stands before the key of a page, so that no note has the same id.
const markID = "mark "

func (p talk) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForBoth, words.Talk)
	sheet.say(words.TalkLead)
	if form, _ := s.Walk.Form(); form.Parts == walk.TalkOnly || len(form.Read) > 0 {
		sheet.say(words.HomeQuestion)
	}
	topics := s.Walk.Topics()
	sheet.list(words.TalkTopics, topics)
	p.marks(s, &sheet)
	if len(sheet.Items)+len(topics) == 0 {
		sheet.say(words.TalkNothing)
	}
	for i, offer := range record.Offers(s.Walk) {
		changed := p
		changed.shown = toggled(p.shown, offer.ID)
		// The items are numbered as they stand: a label has no number of its own.
		item := Item{ID: offer.ID, Kind: Tick, Label: words.CoveredShow, Theirs: true, becomes: changed}
		if item.On = slices.Contains(p.shown, offer.ID); item.On {
			item.Label = plain.Strung(offer.Text)
		}
		if i == 0 {
			item.Help = words.TalkNotes
		}
		sheet.group(s.Words().Notes.Title, item)
	}
	sheet.goesOn(words.GoOn, Do{Next: true})
	return sheet
}

func (p talk) marks(s State, sheet *Sheet) {
	words := s.Words().Intake
	for _, step := range marked(s.Walk, p.unmarked) {
		name, key := stepName(s.Walk, step), step.Key()
		changed := p
		if !slices.Contains(p.unmarked, key) {
			changed.unmarked = append(slices.Clone(p.unmarked), key)
		}
		item := Item{
			ID: markID + key, Kind: Tick, Group: words.TalkFlagged, Label: name, On: s.Walk.IsFlagged(key),
			wants: Do{Events: toggle(s.Walk, step)}, becomes: changed,
		}
		if len(sheet.Items) == 0 {
			item.Help = words.TalkUnmark
		}
		sheet.add(item)
	}
}

// marked are the pages that are marked, and behind them those that were until
// now. A section and its questions have one name, and are there once.
func marked(w walk.Walk, unmarked []string) []walk.Step {
	all := w.Flagged()
	for _, key := range unmarked {
		if step, ok := w.Find(key); ok {
			all = append(all, step)
		}
	}
	var names []string
	return slices.DeleteFunc(all, func(step walk.Step) bool {
		name := stepName(w, step)
		again := slices.Contains(names, name)
		names = append(names, name)
		return again
	})
}

// toggle takes the marks of all pages with a name away, or marks one again.
func toggle(w walk.Walk, step walk.Step) []walk.Event {
	if !w.IsFlagged(step.Key()) {
		return []walk.Event{{Kind: walk.Flag, Subject: step.Key(), Yes: true}}
	}
	var events []walk.Event
	for _, other := range w.Flagged() {
		if stepName(w, other) == stepName(w, step) {
			events = append(events, walk.Event{Kind: walk.Flag, Subject: other.Key()})
		}
	}
	return events
}

// sectionOf is the section that an id names, or in which its question is asked,
// and its chapter; nil and nil if there is none.
func sectionOf(w walk.Walk, id string) (*content.Chapter, *content.Section) {
	if section, _ := w.Guide().Question(id); section != nil {
		id = section.ID
	}
	return w.Guide().Section(id)
}

// stepName names a step as the reader knows it.
func stepName(w walk.Walk, step walk.Step) string {
	if chapter, section := sectionOf(w, step.ID); section != nil {
		return walk.Heading(chapter, section)
	}
	if statement := w.Guide().Statement(step.ID); statement != nil {
		return statement.Text
	}
	return w.ChapterTitle(step.Chapter)
}

func (p talk) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

// points lists the promises that were not agreed to, each to be answered again.
func points(s State) Sheet {
	words := s.Words()
	sheet := inIntake(s, words.Intake.ForBoth, words.Intake.Points)
	open := s.Walk.OpenPoints()
	if len(open) == 0 {
		sheet.say(words.Intake.PointsNone)
	} else {
		sheet.say(words.Intake.PointsLead)
	}
	var marked []string // that are none of these: where one was marked, this was still to come
	for _, step := range s.Walk.Flagged() {
		if step.Kind == walk.Statement && s.Walk.Answer(step.ID) == walk.Agree {
			marked = append(marked, stepName(s.Walk, step))
		}
	}
	sheet.list(words.Intake.TalkFlagged, marked)
	for i, statement := range open {
		answer := s.Walk.Answer(statement.ID)
		help := s.Fill(words.Intake.PointAnswer, "answer", answerWords(words, answer))
		if statement.Needed {
			help += " " + words.Intake.Needed
		}
		to, _ := s.Walk.Find(statement.ID)
		sheet.add(Item{
			ID: statement.ID, Kind: Act, Group: statement.Text, Help: help, Mark: answerMark(answer),
			Label: words.Intake.AnswerThis, Word: s.Fill(words.Intake.AnswerWord, "n", i+1), wants: Go{to},
		})
	}
	sheet.goesOn(words.Intake.GoOn, Do{Next: true})
	return sheet
}

// Known is a record that there is with the reference of an intake which is about
// to begin, or nearly that one, and which no other has replaced.
type Known struct {
	ID        string
	Date      string
	At        time.Time
	Outcome   walk.Ending
	TakenBack string // the day; empty if it was not
	Folder    string // where it lies, if that is not where the new one goes
	Reference string // its own, if that is written otherwise
	Corrected bool   // it was corrected to that
}

// says what is to be known of it beside how it ended.
func (k Known) says(s State) string {
	w := s.Words().Intake
	var said []string
	if k.TakenBack != "" {
		said = append(said, s.Fill(w.AgainTakenBack, "day", k.TakenBack))
	}
	switch {
	case k.Corrected:
		said = append(said, s.Fill(w.AgainCorrected, "reference", k.Reference))
	case k.Reference != "":
		said = append(said, s.Fill(w.AgainReference, "reference", k.Reference))
	}
	if k.Folder != "" {
		said = append(said, s.Fill(w.AgainFolder, "folder", k.Folder))
	}
	return strings.Join(said, " ")
}

// again asks what an intake is to a record that has the same reference: what was
// signed says that a new record names the one whose place it takes.
type again struct {
	begin  BeginIntake
	known  []Known
	before Page // the form, as it was filled in
}

// NewAgain asks, before an intake begins, what it is to records that have its
// reference. Nothing is chosen beforehand.
func NewAgain(begin BeginIntake, known []Known, before Page) Page {
	begin.Sure = true
	return again{begin, known, before}
}

const backID = "back to the form"

func (p again) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClinician, w.Again)
	sheet.say(s.Fill(w.AgainLead, "reference", p.begin.Form.Reference))
	for i, k := range p.known {
		instead := p.begin
		instead.Form.Supersedes = k.ID
		label := s.Fill(w.AgainInstead, "date", k.Date, "outcome", record.OutcomeWords(k.Outcome, s.Words().Record))
		item := act(k.ID, label, s.Fill(w.AgainInsteadWord, "n", i+1), instead)
		item.Help = k.says(s)
		sheet.add(item)
	}
	sheet.add(act("other", w.AgainOther, w.AgainOtherWord, p.begin),
		act(backID, w.AgainBack, w.AgainBackWord, nil))
	return sheet
}

func (p again) Answer(s State, a Answer) (Page, Want) {
	if a.ID == backID {
		return p.before, nil
	}
	return choose(p, s, a)
}
