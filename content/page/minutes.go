package page

import "firstsession/content/walk"

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
