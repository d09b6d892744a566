package tuitest

import (
	"strconv"
	"strings"

	"firstsession/content"
	"firstsession/content/walk"
)

// Lines are what a reader types in line mode to go on from a step: to begin
// with, an empty line; at a question, one that does not fit and then those that
// do; at the promises, the three answers in turn; on the signing page a name,
// and the word that signs. There are none at the closing.
func Lines(w walk.Walk, at walk.Step) []string {
	switch at.Kind {
	case walk.Question:
		return questionLines(w, at)
	case walk.Reflection:
		if _, ticked := w.Ticks(at.ID); !ticked {
			return []string{"1 2", "own Late trains", ""}
		}
		return []string{""}
	case walk.Statement:
		if w.Answer(at.ID) != walk.Unanswered {
			return []string{""}
		}
		n, _ := w.Position(at)
		return []string{strconv.Itoa(n%3 + 1), []string{"agree", "talk first", "not now"}[n%3], ""}
	case walk.Signature:
		return []string{"Maja N.", "sign"}
	case walk.Closing:
		return nil
	default:
		return []string{""}
	}
}

// questionLines answer a question; every other one is missed at first.
func questionLines(w walk.Walk, at walk.Step) []string {
	tries := w.Tries(at.Key())
	if tries.Done {
		return []string{""}
	}
	var right []string
	less := ""
	for i, option := range asked(w.Guide(), at.ID).Options {
		if option.Right {
			right = append(right, strconv.Itoa(i+1))
		} else {
			less = strconv.Itoa(i + 1)
		}
	}
	fits := []string{strings.Join(right, " "), ""}
	if n, _ := w.Position(at); n%2 == 0 && less != "" && !tries.Missed {
		return append([]string{less}, fits...)
	}
	return fits
}

func asked(g *content.Guide, id string) content.Question {
	for _, chapter := range g.Chapters {
		for _, section := range chapter.Sections {
			for _, q := range section.Questions {
				if q.ID == id {
					return q
				}
			}
		}
	}
	return content.Question{}
}
