package page

import (
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// bySurface is a text that is read, or one that is heard.
func (s State) bySurface(read, heard string) string {
	if s.Stays {
		return heard
	}
	return read
}

// Left says how long what is left of the walk takes; empty where that is not said.
func (s State) Left() string {
	if left := s.Walk.Minutes(0, s.pace()); left > 0 && !s.Intake() {
		return s.count(left, s.Words().Home.MinutesLeft)
	}
	return ""
}

// shortMinutes is about how long what is left takes by the short way.
func (s State) shortMinutes() int { return fives(s.Walk.ShortMinutes(s.pace())) }

func (s State) shortChosen() string { return s.Fill(s.Words().Home.ShortChosen, "n", s.shortMinutes()) }

// pace is how fast the guide is gone through: by ear, where what was said stays.
func (s State) pace() walk.Pace {
	if s.Stays {
		return walk.Listening
	}
	return walk.Reading
}

// fromTo is how many minutes the whole guide takes: whoever answers right at once,
// and whoever tries more, for whom a quarter comes on top.
func (s State) fromTo() []any {
	all := s.Walk.Minutes(0, s.pace())
	from := max(5, all/5*5)
	return []any{"from", from, "to", max(from+5, (all*5/4+3)/5*5)}
}

// fives is about as many minutes, in steps of five.
func fives(n int) int { return max(1, (n+2)/5) * 5 }

// measure says how long a chapter is in this walk; nothing if it is left out.
func measure(s State, number int) string {
	words, n := s.Words().Reader, shown(s, number)
	pages := s.count(n[walk.Section], words.Pages)
	asked := n[walk.Question] + n[walk.Reflection]
	switch {
	case n[walk.Statement] > 0:
		return s.count(n[walk.Statement], words.Promises)
	case n[walk.Section] == 0:
		return ""
	case asked == 0:
		return pages
	default:
		return plain.Fill(words.And, "pages", pages, "questions", s.count(asked, words.Questions))
	}
}

// shown are how many steps of each kind a chapter has in this walk.
func shown(s State, number int) map[walk.Kind]int {
	n := map[walk.Kind]int{}
	for _, step := range s.Walk.Steps() {
		if step.Chapter == number && !step.Again {
			n[step.Kind]++
		}
	}
	return n
}

// count says how many there are, in the form that the guide's language has for that.
func (s State) count(n int, forms string) string { return words.Plural(s.Guide().Language, forms, n) }
