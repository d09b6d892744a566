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
		if s.Walk.State(n) == walk.Done {
			done++
		}
		mark, state := chapterState(s, n)
		sheet.add(Item{ID: chapterID(n), Kind: Row, Label: s.Walk.ChapterTitle(n), Mark: mark, State: state})
	}
	sheet.Place = s.Fill(words.Progress, "done", done, "of", s.Walk.Chapters())
	sheet.Ask = chapterID(max(1, s.Walk.At().Chapter))
	if signed, ok := s.Walk.Signed(); ok && !s.Intake() {
		sheet.add(Item{ID: answerAgainID, Kind: Row, Label: words.SignAgain})
		sheet.under(Part{Text: s.Fill(words.Signed, "date", day(s, signed.Time))},
			Part{Kind: Path, Text: content.Printable(signed.Readable(), "?")})
		if s.Walk.Lapsed() {
			sheet.under(Part{Text: s.Words().Summary.Lapsed})
		}
	}
	if s.Private && !s.Fresh {
		sheet.under(Part{Kind: Quiet, Text: s.Walk.Traces()})
	}
	sheet.goesOn(s.Words().Keys.Back)
	return sheet
}

// chapterState says how far a chapter is, and where the reader is.
func chapterState(s State, n int) (Mark, string) {
	words := s.Words().Home
	mark, state := ToCome, words.ToCome
	switch s.Walk.State(n) {
	case walk.Done:
		mark, state = Done, words.Done
	case walk.Begun:
		mark, state = Begun, words.Begun
	case walk.LeftOut:
		mark, state = LeftOut, words.LeftOut
	}
	if s.Walk.Started() && s.Walk.At().Chapter == n {
		state = words.Here
	}
	return mark, state
}

// Answer leads to a chapter. Whoever has not begun is asked first whether
// anything may be kept.
func (p chapters) Answer(s State, a Answer) (Page, Want) {
	if _, ok := s.Walk.Signed(); ok && a.ID == answerAgainID {
		return p, Go{s.Walk.First(s.Walk.Chapters())}
	}
	for n := 1; n <= s.Walk.Chapters(); n++ {
		switch {
		case a.ID != chapterID(n):
		case s.Fresh:
			return p, Show{beginAt{n}}
		default:
			return p, Go{chapterStep(s, n)}
		}
	}
	return p, leadsBack(a)
}

// chapterStep is where a chapter is gone on with: where the reader is, or its
// start.
func chapterStep(s State, n int) walk.Step {
	at := s.Walk.At()
	if s.Walk.Started() && at.Chapter == n && at.Kind != walk.Closing {
		return at
	}
	return s.Walk.First(n)
}
