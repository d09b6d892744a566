package page

import (
	"fmt"

	"firstsession/content"
	"firstsession/content/walk"
)

// chapters is the list of chapters with how far the reader is.
type chapters struct{}

// NewChapters is the list of chapters.
func NewChapters(State) Page { return chapters{} }

const answerAgainID = "answer again"

func chapterID(n int) string { return fmt.Sprint("chapter ", n) }

func (p chapters) Show(s State) Sheet {
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
		sheet.under(Part{Text: s.Fill(words.Signed, "date", day(s, signed.Time))},
			Part{Kind: Path, Text: content.Printable(signed.Readable(), "?")})
		if s.Walk.Lapsed() {
			sheet.under(Part{Text: s.Words().Summary.Lapsed})
		}
	}
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

func (p chapters) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }
