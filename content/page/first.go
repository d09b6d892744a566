package page

import "firstsession/content/walk"

// first is the first page, for whoever has not begun.
type first struct{}

// NewFirst is the first page, for whoever has not begun.
func NewFirst() Page { return first{} }

func (p first) Show(s State) Sheet {
	words := s.Words()
	var sheet Sheet
	sheet.banner(words.Guide.Title)
	sheet.quiet(words.Guide.Subtitle)
	sheet.say(words.Home.Intro)
	sheet.Body = append(sheet.Body, Part{Kind: Key, Text: words.Home.Message})
	sheet.offerToBegin(s)
	sheet.Moves = append(sheet.Moves, Move{Chapters, words.Home.Choose, true}, Move{HelpNow, words.Home.HelpNow, true})
	return sheet
}

func (p first) Answer(s State, a Answer) (Page, Want) { return p, begins(s, a, walk.Step{}) }

// offerToBegin asks whether anything may be kept, unless that is settled.
func (s *Sheet) offerToBegin(state State) {
	words := state.Words().Home
	begin := Item{ID: GoOnID, Kind: GoOn, Label: words.Begin, Word: words.BeginShort}
	if state.Private {
		begin.Label = words.Private
	} else {
		s.Moves = append(s.Moves, Move{BeginPrivate, words.Private, true})
	}
	s.add(begin)
}

// begins is what an answer to that asks for: to begin at a step, or at the
// first if that is zero.
func begins(s State, a Answer, to walk.Step) Want {
	switch a.ID {
	case GoOnID:
		return Begin{Keep: !s.Private, To: to}
	case string(BeginPrivate):
		return Begin{To: to}
	default:
		return nil
	}
}

// beginAt is where one who has not begun chose a chapter.
type beginAt struct{ chapter int }

func (p beginAt) Show(s State) Sheet {
	words, title := s.Words(), s.Walk.ChapterTitle(p.chapter)
	sheet := Sheet{Title: words.Home.Contents, Chapter: p.chapter}
	sheet.say(s.Fill(words.Home.BeginAt, "n", p.chapter, "title", title))
	sheet.offerToBegin(s)
	return sheet
}

func (p beginAt) Answer(s State, a Answer) (Page, Want) {
	return p, begins(s, a, s.Walk.First(p.chapter))
}

// trouble says calmly that the reader's place cannot be kept or read, what is
// safe, and how to go on.
type trouble struct {
	text     string
	setAside bool
}

// NewTrouble is a page about a place that cannot be read. SetAside says whether
// the file may be put aside.
func NewTrouble(text string, setAside bool) Page { return trouble{text, setAside} }

func (p trouble) Show(s State) Sheet {
	words := s.Words().Home
	sheet := Sheet{Title: words.Trouble}
	sheet.say(p.text)
	sheet.goesOn(words.Without)
	if p.setAside {
		sheet.Moves = []Move{{Aside, words.Aside, true}}
	}
	return sheet
}

func (p trouble) Answer(_ State, a Answer) (Page, Want) {
	switch {
	case a.ID == GoOnID:
		return p, Begin{}
	case a.ID == string(Aside) && p.setAside:
		return p, SetAside{}
	default:
		return p, nil
	}
}
