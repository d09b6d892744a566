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
	sheet.part(Quiet, words.Guide.Subtitle)
	sheet.say(words.Home.Intro)
	sheet.part(Key, words.Home.Message)
	sheet.offerToBegin(s, walk.Step{})
	sheet.move(Move{Meaning: Chapters, Label: words.Home.Choose, Listed: true})
	sheet.move(Move{Meaning: HelpNow, Label: words.Home.HelpNow, Listed: true})
	return sheet
}

func (p first) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

// offerToBegin asks whether anything may be kept, unless that is settled. One
// begins at a step, or at the first if that is zero.
func (s *Sheet) offerToBegin(state State, to walk.Step) {
	words := state.Words().Home
	begin := Item{ID: GoOnID, Kind: GoOn, Label: words.Begin, Word: words.BeginShort, wants: Begin{Keep: true, To: to}}
	if state.Private {
		begin.Label, begin.wants = words.Private, Begin{To: to}
	} else {
		s.move(Move{Meaning: BeginPrivate, Label: words.Private, Listed: true, wants: Begin{To: to}})
	}
	s.add(begin)
}

// beginAt is where one who has not begun chose a chapter.
type beginAt struct{ chapter int }

func (p beginAt) Show(s State) Sheet {
	words, title := s.Words(), s.Walk.ChapterTitle(p.chapter)
	sheet := Sheet{Title: words.Home.Contents, Chapter: p.chapter}
	sheet.say(s.Fill(words.Home.BeginAt, "n", p.chapter, "title", title))
	sheet.offerToBegin(s, s.Walk.First(p.chapter))
	return sheet
}

func (p beginAt) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

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
	sheet.goesOn(words.Without, Begin{})
	if p.setAside {
		sheet.move(Move{Meaning: Aside, Label: words.Aside, Listed: true, wants: SetAside{}})
	}
	return sheet
}

func (p trouble) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }
