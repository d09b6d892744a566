package page

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// How many letters there is room for in a Line.
const (
	mostAim     = 500
	mostFolder  = 1000
	mostInNote  = 2000
	mostOwn     = 2000
	mostInQuery = 200
)

// For is the page of a step of the walk.
func For(step walk.Step, s State) Page {
	switch step.Kind {
	case walk.Question:
		return question{step: step, ticked: s.Walk.Tries(step.Key()).Last}
	case walk.Reflection:
		return reflection{step: step}
	case walk.Statement:
		return statement{step: step}
	case walk.Signature:
		return signature{name: cmp.Or(s.Walk.Name(), s.Signs.Name), folder: cmp.Or(s.Signs.Folder, s.Folder)}
	case walk.Closing:
		return closing{}
	case walk.Client:
		return simple(client)
	case walk.Recap:
		return simple(recap)
	case walk.Talk:
		return talk{}
	case walk.Points:
		return simple(points)
	case walk.Countersign:
		return countersign{}
	case walk.Copy:
		return clientCopy{}
	case walk.Clearing:
		return clinicians{simple: clearing}
	default: // an opening or section; and a guide that no parser made may have no steps
		return newReader(step)
	}
}

// onStep begins the sheet of a step, with words for its place among its like.
func onStep(s State, step walk.Step, place string) Sheet {
	sheet := Sheet{Title: s.Walk.ChapterTitle(step.Chapter), Chapter: step.Chapter}
	if n, of := s.Walk.Position(step); n > 0 {
		sheet.Place = s.Fill(place, "n", n, "of", of)
	}
	return sheet
}

// markdown adds a text of the guide's own that is kept as Markdown.
func (s *Sheet) markdown(text string) {
	if strings.TrimSpace(text) != "" {
		s.prose([]content.Block{{Prose: text}})
	}
}

// Day says a date in the page's language.
func Day(s State, t time.Time) string { return s.Words().Plain.Day(t.Format(time.DateOnly)) }

// choose answers a page as its sheet says.
func choose(p Page, s State, a Answer) (Page, Want) {
	if want, ok := typedCode(a); ok {
		return p, want
	}
	item := p.Show(s).chosen(a.ID)
	if item.becomes != nil {
		p = item.becomes
	}
	return p, item.wants
}

func act(id, label, word string, wants Want) Item {
	return Item{ID: id, Kind: Act, Label: label, Word: word, wants: wants}
}

// None is the kind of what is no item.
const None Kind = -1

// First is the first item of which something is so.
func (s Sheet) First(is func(Item) bool) (item Item, ok bool) {
	if at := slices.IndexFunc(s.Items, is); at >= 0 {
		return s.Items[at], true
	}
	return Item{Kind: None}, false
}

// Item is the one with an id.
func (s Sheet) Item(id string) (Item, bool) { return s.First(func(i Item) bool { return i.ID == id }) }

// GoOn is what Enter and Space stand for, if the page leads on.
func (s Sheet) GoOn() (Item, bool) { return s.First(func(i Item) bool { return i.Kind == GoOn }) }

// Has reports whether something is so of any item.
func (s Sheet) Has(is func(Item) bool) bool { return slices.ContainsFunc(s.Items, is) }

// Any reports whether something is so of any item of a kind.
func (s Sheet) Any(kind Kind, is func(Item) bool) bool {
	return s.Has(func(i Item) bool { return i.Kind == kind && is(i) })
}

// Of are the items of a kind.
func (s Sheet) Of(kind Kind) []Item {
	return plain.Only(s.Items, func(i Item) bool { return i.Kind == kind })
}

// Count is how many of a kind there are.
func (s Sheet) Count(kind Kind) int { return len(s.Of(kind)) }

// Numbered are the items that a number stands for where the page is heard, in their order.
func (s Sheet) Numbered() []Item {
	return plain.Only(s.Items, func(i Item) bool { return i.Kind != GoOn && !i.Live })
}

// Number is that of the item with an id; 0 for none.
func (s Sheet) Number(id string) int {
	return 1 + slices.IndexFunc(s.Numbered(), func(i Item) bool { return i.ID == id })
}

// Offers reports whether a meaning is among some moves.
func Offers(moves []Move, m Meaning) bool {
	return slices.ContainsFunc(moves, func(move Move) bool { return move.Meaning == m })
}

// chosen is the item, the move or the part with an id, as an item;
// one without an id if the sheet has none. What is only read is left by going on.
func (s Sheet) chosen(id string) Item {
	if item, ok := s.Item(id); ok {
		return item
	}
	for _, move := range s.Moves {
		if string(move.Meaning) == id {
			return Item{ID: id, wants: move.wants, becomes: move.becomes}
		}
	}
	for _, part := range slices.Concat(s.Beside, s.Body) {
		if part.ID != "" && part.ID == id {
			return Item{ID: id, wants: part.leads}
		}
	}
	return plain.Either(s.Passing && id == GoOnID, Item{ID: id, wants: Close{}}, Item{})
}

func (s *Sheet) add(items ...Item)   { s.Items = append(s.Items, items...) }
func (s *Sheet) move(moves ...Move)  { s.Moves = append(s.Moves, moves...) }
func (s *Sheet) under(parts ...Part) { s.Under = append(s.Under, parts...) }

// quiet adds what can wait below the items; nothing where there are no words.
func (s *Sheet) quiet(texts ...string) {
	for _, text := range texts {
		if text != "" {
			s.under(Part{Kind: Quiet, Text: text})
		}
	}
}

// group adds items below words of their own.
func (s *Sheet) group(over string, items ...Item) {
	for _, item := range items {
		item.Group = over
		s.add(item)
	}
}

// part adds paragraphs of a kind, and say plain ones.
func (s *Sheet) part(kind PartKind, texts ...string) {
	for _, text := range texts {
		s.Body = append(s.Body, Part{Kind: kind, Text: text})
	}
}

func (s *Sheet) say(texts ...string) { s.part(Plain, texts...) }

// when is a sentence that stands only where something holds.
type when struct {
	holds bool
	says  string
}

func sentences(all ...when) []string {
	return plain.Some(all, func(w when) (string, bool) { return w.says, w.holds })
}

// inOne are sentences behind each other.
func inOne(all ...when) string { return strings.Join(sentences(all...), " ") }

// statement is one statement and the three answers to it, of equal weight. An
// answer never goes on by itself, so that one held key cannot answer two.
type statement struct {
	step   walk.Step
	notice string
}

// choice is a value with its words.
type choice[T any] struct {
	value T
	words string
}

func (p statement) Show(s State) Sheet {
	says, words, given := s.Guide().Statement(p.step.ID), s.Words(), s.Walk.Answer(p.step.ID)
	sheet := onStep(s, p.step, words.Pledge.At)
	sheet.Binding, sheet.State = true, words.Pledge.Open
	sheet.part(Label, words.Pledge.Label)
	sheet.part(Heading, says.Text)
	if says.Foreign {
		sheet.say(words.Practice.ForeignPromise)
	}
	reason := slices.Clone(says.Reason)
	if len(reason) > 0 && reason[0].Picture == nil {
		reason[0].Prose = words.Statement.Why + ": " + reason[0].Prose
	}
	sheet.prose(reason)
	p.answers(s, &sheet, given)
	_, signed := s.Walk.Signed()
	undecided := plain.Either(signed && !s.Intake(), words.Pledge.UndecidedAnew, words.Pledge.Undecided)
	if asks := s.Guide().Asks(*says); !p.wasSaid(s) {
		sheet.quiet(undecided + " " + asks)
	} else if asks != words.Pledge.MayAsk {
		sheet.quiet(asks)
	}
	if given != walk.Unanswered {
		sheet.goesOn(words.Keys.GoOn, Do{Next: true})
	}
	stays := plain.Fill(words.Pledge.Stays, "answer", given.Words(words.Statement))
	sheet.move(Move{Meaning: Later, wants: Do{Next: true, Said: plain.Either(given == walk.Unanswered, words.Pledge.Left, stays)}})
	sheet.readAgain(says.Rule, words.Pledge.ReadRule)
	sheet.Notice = saidOn(s, p.step, p.notice, words.Pledge.Changed, words.Pledge.OtherWords)
	return sheet
}

// answers are the three that can be given, with the one that was marked.
func (p statement) answers(s State, sheet *Sheet, given walk.Answer) {
	words, typed := s.Words(), s.Words().Command
	for _, answer := range []choice[walk.Answer]{
		{walk.Agree, typed.Agree}, {walk.TalkFirst, typed.TalkFirst}, {walk.NotNow, typed.NotNow},
	} {
		gives := walk.Event{Kind: walk.SetAnswer, Subject: p.step.Key(), Answer: answer.value}
		label, word := answer.value.Words(words.Statement), plain.Spellings(answer.words)[0]
		item := act(string(answer.value), label, word, Do{Events: []walk.Event{gives}})
		if answer.value == given {
			sheet.State = plain.Fill(words.Pledge.AnsweredIs, "answer", item.Label)
			item.Label = plain.Fill(words.Pledge.Yours, "answer", item.Label)
			item.Mark = answerMark(given)
		}
		sheet.add(item)
	}
}

// wasSaid reports whether what holds for all promises was heard with the first:
// by ear it would be heard with each.
func (p statement) wasSaid(s State) bool {
	n, _ := s.Walk.Position(p.step)
	return s.Stays && n > 1
}

func (p statement) Answer(s State, a Answer) (Page, Want) {
	words, item := s.Words(), p.Show(s).chosen(a.ID)
	p.notice = ""
	switch {
	case item.Kind == Act:
		said, before := words.Pledge.ForNow, s.Walk.Answer(p.step.ID)
		switch {
		case before != walk.Unanswered && before != walk.Answer(a.ID): // the same keys may have been meant for the next one
			said = words.Pledge.AnswerChanged
		case p.wasSaid(s):
			said = words.Plain.YourAnswer
		}
		p.notice = s.Fill(said, "before", before.Words(words.Statement), "answer", walk.Answer(a.ID).Words(words.Statement))
	case a.ID == GoOnID && item.wants == nil:
		p.notice = s.Fill(words.Pledge.AnswerFirst)
	}
	return p, item.wants
}

// Became takes back what was said of an answer if it was not taken.
func (p statement) Became(s State, err error) Page {
	switch {
	case err != nil:
		p.notice = s.Words().Frame.Refused
	case p.notice != "" && s.Intake() && s.Walk.Lapsed():
		p.notice = s.Words().Intake.SignatureFell + " " + p.notice
	}
	return p
}
