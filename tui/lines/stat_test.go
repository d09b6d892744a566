package lines

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"firstsession/content/walk"
)

func best(l *Lines) string {
	s, w, at := l.visit.Sheet(), l.visit.Walk, l.visit.Step()
	if at.Kind == walk.Question && !w.Tries(at.Key()).Done {
		var right []string
		for _, c := range w.Guide().Chapters { for _, sec := range c.Sections { for _, q := range sec.Questions { if q.ID == at.ID {
			for i, o := range q.Options { if o.Right { right = append(right, fmt.Sprint(i+1)) } }
		} } } }
		if len(ticked(s)) > 0 { return "" }
		return strings.Join(right, " ")
	}
	if at.Kind == walk.Statement && w.Answer(at.ID) == walk.Unanswered { return "agree" }
	return nextLine(l)
}
func TestStat(t *testing.T) {
  for name, next := range map[string]func(*Lines) string{"wrong": nextLine, "best": best} {
	l, _, said := newReader(shipped(t), 0)
	all := []string{said}
	for range 2000 {
		if l.visit.Step().Kind == walk.Closing { break }
		all = append(all, l.Line(next(l)))
	}
	words, prompts := 0, 0
	var steps []int
	for _, s := range all {
		n := len(strings.Fields(s))
		steps = append(steps, n)
		words += n
		prompts += len(strings.Fields(lastLine(s)))
	}
	sort.Ints(steps)
	fmt.Println(name, len(all), "prompts", words, "words", prompts, "in prompts", prompts*100/words, "%", "median", steps[len(steps)/2], "90%", steps[len(steps)*9/10], "max", steps[len(steps)-1])
  }
}
