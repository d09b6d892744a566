package page

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/walk"
)

// For is the page of a step of the walk.
func For(step walk.Step, s State) Page {
	switch step.Kind {
	case walk.Question:
		return newQuestion(step, s)
	case walk.Reflection:
		return reflection{step: step}
	case walk.Statement:
		return statement{step: step}
	case walk.Signature:
		return signature{name: s.Walk.Name(), folder: s.Folder}
	case walk.Closing:
		return closing{}
	case walk.Client:
		return simple(client)
	case walk.Talk:
		return talk{}
	case walk.Points:
		return simple(points)
	case walk.Countersign:
		return countersign{}
	case walk.Copy:
		return clientCopy{}
	case walk.Clearing:
		return clearing{}
	default:
		return newReader(step)
	}
}

// onStep begins the sheet of a step of the walk, with words for its place among
// its like.
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

// saidOn is what is said at a step: a word about the last answer, or that the
// one before was dropped, since its words no longer stand in the guide.
func saidOn(s State, step walk.Step, said, changed string) Notice {
	dropped := func(d walk.Dropped) bool { return d.Kind == step.Kind && d.ID == step.ID }
	if said == "" && slices.ContainsFunc(s.Walk.Dropped(), dropped) {
		return Notice{Text: changed, Care: true}
	}
	return Notice{Text: said}
}

// answerWords are an answer as it is shown, or that there is none.
func answerWords(words content.Words, answer walk.Answer) string {
	return cmp.Or(answer.Words(words.Statement), words.Pledge.Open)
}

// answerMark is the sign of an answer.
func answerMark(answer walk.Answer) Mark {
	marks := map[walk.Answer]Mark{walk.Agree: Agreed, walk.TalkFirst: ToTalk, walk.NotNow: NotAgreed}
	return cmp.Or(marks[answer], Open)
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
