package page

import (
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/walk"
)

// onStep begins the sheet of a step of the walk, with words for its place among
// its like.
func onStep(s State, step walk.Step, place string) Sheet {
	sheet := Sheet{Title: s.Walk.ChapterTitle(step.Chapter), Chapter: step.Chapter}
	if n, of := s.Walk.Position(step); n > 0 {
		sheet.Place = s.Fill(place, "n", n, "of", of)
	}
	return sheet
}

// label adds a quiet word over what is to be done.
func (s *Sheet) label(text string) { s.Body = append(s.Body, Part{Kind: Label, Text: text}) }

// markdown adds a text of the guide's own that is kept as Markdown.
func (s *Sheet) markdown(text string) {
	if strings.TrimSpace(text) != "" {
		s.prose([]content.Block{{Prose: text}})
	}
}

// stated is the statement of a step; one without words if there is none.
func stated(s State, step walk.Step) content.Statement {
	if statement := s.Guide().Statement(step.ID); statement != nil {
		return *statement
	}
	return content.Statement{}
}

// isDropped reports whether what was said at a step was dropped, since its
// words no longer stand in the guide.
func isDropped(s State, step walk.Step) bool {
	return slices.ContainsFunc(s.Walk.Dropped(), func(d walk.Dropped) bool {
		return d.Kind == step.Kind && d.ID == step.ID
	})
}

// answerWords are an answer as it is shown, or that there is none.
func answerWords(words content.Words, answer walk.Answer) string {
	if answer == walk.Unanswered {
		return words.Pledge.Open
	}
	return answer.Words(words.Statement)
}

// answerMark is the sign of an answer.
func answerMark(answer walk.Answer) Mark {
	switch answer {
	case walk.Agree:
		return Agreed
	case walk.TalkFirst:
		return ToTalk
	case walk.NotNow:
		return NotAgreed
	default:
		return Open
	}
}

// day says a date with the month's name: of one in digits, a screen reader
// speaks the dashes. Without twelve names it is in digits all the same.
func day(s State, t time.Time) string {
	words := s.Words().Plain
	months := strings.Split(words.Months, ",")
	if len(months) != 12 {
		return t.Format("2006-01-02")
	}
	return content.Fill(words.Date, "day", t.Day(), "month", strings.TrimSpace(months[t.Month()-1]), "year", t.Year())
}
