package page

import (
	"fmt"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/walk"
)

// NewFirst is the first page, for whoever has not begun.
func NewFirst() Page { return simple(first) }

func first(s State) Sheet {
	words := s.Words()
	var sheet Sheet
	sheet.banner(words.Guide.Title)
	sheet.part(Quiet, words.Guide.Subtitle)
	sheet.offerLanguages(s)
	sheet.say(words.Home.Intro)
	sheet.part(Key, words.Home.Message)
	sheet.offerToBegin(s, walk.Step{})
	sheet.offerInvitation(s)
	sheet.move(Move{Meaning: Chapters, Label: words.Home.Choose, Listed: true})
	sheet.move(Move{Meaning: HelpNow, Label: words.Home.HelpNow, Listed: true})
	return sheet
}

// languages lead to the other languages of the guide.
func (s State) languages() []Move {
	var moves []Move
	for i, other := range s.Others[:min(len(s.Others), len(Languages))] {
		moves = append(moves, Move{Meaning: Languages[i], wants: ReadIn{other.Code}})
	}
	return moves
}

// offerLanguages names the other languages, each in its own words.
func (s *Sheet) offerLanguages(state State) {
	var names []string
	for i, move := range state.languages() {
		key := state.Fill("{" + string(move.Meaning) + "}")
		names = append(names, state.Fill(state.Words().Reader.Key, "key", key, "does", state.Others[i].Name))
		s.move(move)
	}
	if len(names) > 0 {
		s.part(Quiet, strings.Join(names, "   "))
	}
}

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

// NewTrouble says calmly that the reader's place cannot be kept or read, what is
// safe, and how to go on. SetAside reports whether the file may be put aside.
func NewTrouble(text string, setAside bool) Page {
	return simple(func(s State) Sheet {
		words := s.Words().Home
		sheet := Sheet{Title: words.Trouble}
		sheet.say(text)
		sheet.goesOn(words.Without, Begin{})
		if setAside {
			sheet.move(Move{Meaning: Aside, Label: words.Aside, Listed: true, wants: SetAside{}})
		}
		return sheet
	})
}

// NewChapters is the list of chapters with how far the reader is.
func NewChapters() Page { return simple(chapters) }

const answerAgainID = "answer again"

func chapterID(n int) string { return fmt.Sprint("chapter ", n) }

func chapters(s State) Sheet {
	words := s.Words().Home
	sheet := Sheet{Title: words.Contents}
	done := 0
	for n := 1; n <= s.Walk.Chapters(); n++ {
		item := chapterRow(s, n)
		if item.Mark == Done {
			done++
		}
		sheet.add(item)
	}
	sheet.Place = s.Fill(words.Progress, "done", done, "of", s.Walk.Chapters())
	sheet.Ask = chapterID(max(1, s.Walk.At().Chapter))
	if signed, ok := s.Walk.Signed(); ok && !s.Intake() {
		first := s.Walk.First(s.Walk.Chapters())
		sheet.add(Item{ID: answerAgainID, Kind: Row, Label: words.SignAgain, wants: Go{first}})
		sheet.under(Part{Text: s.Fill(words.Signed, "date", day(s, signed.Time))})
		if !s.Served {
			sheet.under(Part{Kind: Path, Text: plain.Printable(signed.Readable(), "?")})
		}
		if s.Walk.Lapsed() {
			sheet.under(Part{Text: s.Words().Summary.Lapsed})
		}
	}
	sheet.offerErasing(s)
	if s.Private && !s.Fresh {
		sheet.under(Part{Kind: Quiet, Text: s.Walk.Traces()})
	}
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

// chapterRow says how far a chapter is, and leads to it: to where the reader
// is, or its start. Whoever has not begun is asked first whether anything may
// be kept.
func chapterRow(s State, n int) Item {
	words, at := s.Words().Home, s.Walk.At()
	row := Item{ID: chapterID(n), Kind: Row, Label: s.Walk.ChapterTitle(n), wants: Go{s.Walk.First(n)}}
	switch s.Walk.State(n) {
	case walk.Done:
		row.Mark, row.State = Done, words.Done
	case walk.Begun:
		row.Mark, row.State = Begun, words.Begun
	case walk.LeftOut:
		row.Mark, row.State = LeftOut, words.LeftOut
	default:
		row.Mark, row.State = ToCome, words.ToCome
	}
	if s.Walk.Started() && at.Chapter == n {
		row.State = words.Here
		if at.Kind != walk.Closing {
			row.wants = Go{at}
		}
	}
	if s.Fresh {
		row.wants = Show{beginAt{n}}
	}
	return row
}
