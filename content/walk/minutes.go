package walk

import (
	"time"

	"firstsession/content"
	"firstsession/content/plain"
)

// Pace is how fast a guide is gone through.
type Pace struct {
	Words    int           // a minute
	Choosing time.Duration // for each answer
	Pictures bool          // they are heard in words
}

// The two paces: that of a calm adult who reads, and that of somebody who hears
// 175 words a minute, of which 60 are the program's own, and types.
var (
	Reading   = Pace{Words: 180, Choosing: 10 * time.Second}
	Listening = Pace{Words: 115, Choosing: 10 * time.Second, Pictures: true}
)

// Minutes is how long what is still to be done of a chapter takes, counted from
// 1, and at least one as long as anything is; of all chapters for 0, which is
// what the chapters make together. It counts what is part of this walk, once.
func (w Walk) Minutes(chapter int, pace Pace) int {
	if chapter == 0 {
		all := 0
		for n := 1; n <= w.Chapters(); n++ {
			all += w.Minutes(n, pace)
		}
		return all
	}
	if w.State(chapter) == Done {
		return 0
	}
	words, asked := 0, 0
	for i, s := range w.plan.chapter(chapter) {
		if !w.planned(s) || w.isPast(s) {
			continue
		}
		if n := w.plan.words()[chapter-1][i]; pace.Pictures {
			words += n.heard
		} else {
			words += n.read
		}
		if s.Kind != Section && s.Kind != Opening {
			asked++
		}
	}
	took := time.Duration(words)*time.Minute/time.Duration(pace.Words) + time.Duration(asked)*pace.Choosing
	if took == 0 {
		return 0
	}
	return max(1, int((took+time.Minute/2)/time.Minute))
}

// ShortMinutes is the same for all chapters by the short way.
func (w Walk) ShortMinutes(pace Pace) int {
	w.short = true // and its steps need no new order
	return w.Minutes(0, pace)
}

// ByShortWay is the walk as it would be by the short way.
func (w Walk) ByShortWay() Walk {
	w.short = true
	w.order()
	return w
}

type counted struct{ read, heard int }

func (w Walk) wordCounts() [][]counted {
	return plain.Each(w.plan.chapters, func(steps []Step) []counted {
		return plain.Each(steps, func(s Step) counted { return counted{w.wordsAt(s, false), w.wordsAt(s, true)} })
	})
}

// isPast reports whether nothing is to be done at a step any more.
func (w Walk) isPast(s Step) bool {
	switch s.Kind {
	case Question:
		return w.settled(s.ID)
	case Statement:
		return w.answers[s.ID] != Unanswered
	case Signature:
		return w.isDecided()
	case Opening, Section, Reflection:
		return w.passed[s.ID]
	default:
		return true // said once, and short
	}
}

// wordsAt is how many words there are to read at a step, without the program's.
func (w Walk) wordsAt(s Step, pictures bool) int {
	switch s.Kind {
	case Opening:
		chapter := w.Chapter(s.Chapter)
		return plain.CountWords(chapter.Title) + wordsOf(chapter.Lead, pictures)
	case Section:
		_, section := w.guide.Section(s.ID)
		return plain.CountWords(section.Heading) + wordsOf(section.Body, pictures)
	case Statement:
		says := w.plan.statements[s.ID]
		return plain.CountWords(says.Text) + wordsOf(says.Reason, pictures)
	case Signature:
		words := wordsOf(w.guide.Commitment.Signing.Body, pictures)
		for _, says := range w.guide.Commitment.Statements {
			words += plain.CountWords(says.Text)
		}
		return words
	}
	question := w.Question(s)
	words, feedback := plain.CountWords(question.Prompt)+plain.CountWords(question.Scene), 0
	for _, option := range question.Options {
		words += plain.CountWords(option.Text)
		feedback = max(feedback, plain.CountWords(option.Feedback))
	}
	return words + feedback
}

func wordsOf(blocks []content.Block, pictures bool) int {
	words := 0
	for _, block := range blocks {
		words += plain.CountWords(block.Prose)
		if block.Picture != nil && pictures {
			words += plain.CountWords(block.Picture.Alt)
		}
	}
	return words
}
