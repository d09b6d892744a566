package page

import (
	"maps"
	"slices"
	"strings"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// inIntake begins the sheet of a page that only an intake has.
func inIntake(s State, forWhom, heading string) Sheet {
	sheet := Sheet{Title: s.Words().Intake.Title, ForWhom: forWhom}
	sheet.head(heading)
	return sheet
}

// onward goes on, if that is what was chosen.
func onward(a Answer) Want {
	if a.ID == GoOnID {
		return Do{Next: true}
	}
	return nil
}

// client tells the client what the clinician can see, and what is kept.
type client struct{}

func (p client) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClient, words.Client)
	for _, text := range []string{
		words.ClientSees, words.ClientKept, words.ClientNever, words.ClientWhile,
		s.Fill(words.ClientWhere, "folder", s.Folder), words.ClientReads, words.ClientSkip, words.ClientAlone,
	} {
		sheet.say(text)
	}
	sheet.goesOn(words.GoOn)
	return sheet
}

func (p client) Answer(_ State, a Answer) (Page, Want) { return p, onward(a) }

// talk is what the two may want to come back to. Notes and thoughts are
// covered until the client shows them, one by one; a mark can be taken away
// here as well.
type talk struct {
	shown    map[string]bool // of notes and thoughts, by id; never changed
	unmarked []string        // the keys of pages whose mark was taken away here
}

// markID stands before the key of a page, so that no note has the same id.
const markID = "mark "

func (p talk) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForBoth, words.Talk)
	sheet.say(words.TalkLead)
	topics := s.Walk.Topics()
	sheet.list(words.TalkTopics, topics)
	p.marked(s, &sheet)
	if len(sheet.Items)+len(topics) == 0 {
		sheet.say(words.TalkNothing)
	}
	for i, offer := range record.Offers(s.Walk) {
		// The items are numbered as they stand: a label has no number of its own.
		item := Item{ID: offer.ID, Kind: Tick, Group: s.Words().Notes.Title, Label: words.CoveredShow, On: p.shown[offer.ID]}
		if item.On {
			item.Label = oneLine(offer.Text)
		}
		if i == 0 {
			item.Help = words.TalkNotes
		}
		sheet.add(item)
	}
	sheet.goesOn(words.GoOn)
	return sheet
}

// marked lists the pages that are marked, and those that were until now.
func (p talk) marked(s State, sheet *Sheet) {
	words := s.Words().Intake
	for _, key := range p.keys(s.Walk) {
		step, _ := s.Walk.Find(key)
		item := Item{ID: markID + key, Kind: Tick, Group: words.TalkFlagged, Label: stepName(s.Walk, step), On: s.Walk.IsFlagged(key)}
		if len(sheet.Items) == 0 {
			item.Help = words.TalkUnmark
		}
		sheet.add(item)
	}
}

// keys are those of the pages that are marked, and behind them of those that
// were until now. A section and its questions have one name, and are there once.
func (p talk) keys(w walk.Walk) []string {
	var keys, names []string
	add := func(step walk.Step) {
		if name := stepName(w, step); !slices.Contains(names, name) {
			keys, names = append(keys, step.Key()), append(names, name)
		}
	}
	for _, step := range w.Flagged() {
		add(step)
	}
	for _, key := range p.unmarked {
		if step, ok := w.Find(key); ok {
			add(step)
		}
	}
	return keys
}

// toggle takes the marks of all pages with a name away, or marks one again.
func toggle(w walk.Walk, key string) []walk.Event {
	if !w.IsFlagged(key) {
		return []walk.Event{{Kind: walk.Flag, Subject: key, Yes: true}}
	}
	var events []walk.Event
	step, _ := w.Find(key)
	for _, other := range w.Flagged() {
		if stepName(w, other) == stepName(w, step) {
			events = append(events, walk.Event{Kind: walk.Flag, Subject: other.Key()})
		}
	}
	return events
}

// stepName names a step as the reader knows it.
func stepName(w walk.Walk, step walk.Step) string {
	id := step.ID
	if section, _ := w.Guide().Question(id); section != nil {
		id = section.ID
	}
	if chapter, section := w.Guide().Section(id); section != nil {
		return walk.Heading(chapter, section)
	}
	if statement := w.Guide().Statement(id); statement != nil {
		return statement.Text
	}
	return w.ChapterTitle(step.Chapter)
}

// Answer goes on, takes a mark away or sets it again, or shows and covers.
func (p talk) Answer(s State, a Answer) (Page, Want) {
	if key, ok := strings.CutPrefix(a.ID, markID); ok {
		if !slices.Contains(p.unmarked, key) {
			p.unmarked = append(slices.Clone(p.unmarked), key)
		}
		return p, Do{Events: toggle(s.Walk, key)}
	}
	if slices.ContainsFunc(record.Offers(s.Walk), func(o record.Offer) bool { return o.ID == a.ID }) {
		shown := map[string]bool{}
		maps.Copy(shown, p.shown)
		shown[a.ID] = !shown[a.ID]
		p.shown = shown
		return p, nil
	}
	return p, onward(a)
}

// points lists the promises that were not agreed to. Each can be answered
// again.
type points struct{}

func (p points) Show(s State) Sheet {
	words := s.Words()
	sheet := inIntake(s, words.Intake.ForBoth, words.Intake.Points)
	open := s.Walk.OpenPoints()
	if len(open) == 0 {
		sheet.say(words.Intake.PointsNone)
	} else {
		sheet.say(words.Intake.PointsLead)
	}
	for i, statement := range open {
		answer := s.Walk.Answer(statement.ID)
		help := s.Fill(words.Intake.PointAnswer, "answer", answerWords(words, answer))
		if statement.Needed {
			help += " " + words.Intake.Needed
		}
		sheet.add(Item{
			ID: statement.ID, Kind: Act, Group: statement.Text, Help: help, Mark: answerMark(answer),
			Label: words.Intake.AnswerThis, Word: s.Fill(words.Intake.AnswerWord, "n", i+1),
		})
	}
	sheet.goesOn(words.Intake.GoOn)
	return sheet
}

// Answer goes on, or leads to a promise.
func (p points) Answer(s State, a Answer) (Page, Want) {
	if to, ok := s.Walk.Find(a.ID); ok && to.Kind == walk.Statement {
		return p, Go{To: to}
	}
	return p, onward(a)
}
