package tui

import (
	"testing"

	"firstsession/content/walk"
)

// moving is a reader who leaves one surface and goes on with the other, at the
// same computer.
type moving struct {
	t      *testing.T
	screen *session
	lines  *lineReader
}

func newMoving(t *testing.T) *moving {
	home := t.TempDir()
	return &moving{
		t:      t,
		screen: &session{computer: computer{t: t, home: home}, width: 80, height: 24},
		lines:  &lineReader{computer: computer{t: t, home: home}, onWay: map[int]bool{}},
	}
}

// onScreen does deeds on the full screen, from its start until it is left.
func (m *moving) onScreen(deeds ...deed) {
	m.t.Helper()
	m.screen.start()
	r := newScreenReader(m.screen)
	for _, do := range deeds {
		do(r)
	}
	r.leave()
	m.screen.close()
}

// inLines does them line by line.
func (m *moving) inLines(deeds ...deed) {
	m.t.Helper()
	m.lines.start()
	for _, do := range deeds {
		do(m.lines)
	}
	m.lines.leave()
}

// halfOfIt can be done on either surface.
var halfOfIt = []deed{begin, goTo("where-dana-works"), choose(1), note("Is there a lift"), goTo("keep-private"), answer(walk.Agree), readOn, answer(walk.TalkFirst)}

// theRest goes on where halfOfIt ended.
var theRest = []deed{
	sees("Welcome back", "I want to talk about this first (your answer)"), notesList, sees("Is there a lift"), back, readOn,
	answerAll(walk.Agree), include("Is there a lift"), sign("Maja"), sees("You signed on"),
}

func TestWhatIsBegunOnOneSurfaceGoesOnOnTheOther(t *testing.T) {
	for name, take := range map[string]func(*moving){
		"begun in lines":           func(m *moving) { m.inLines(halfOfIt...); m.onScreen(theRest...) },
		"begun on the full screen": func(m *moving) { m.onScreen(halfOfIt...); m.inLines(theRest...) },
		"to and fro": func(m *moving) {
			m.inLines(halfOfIt[:2]...)
			m.onScreen(halfOfIt[2:4]...)
			m.inLines(halfOfIt[4:]...)
			m.onScreen(theRest[:4]...)
			m.inLines(theRest[4:]...)
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := newMoving(t)
			take(m)
			compare(t, "records", recordLines(m.lines.records()), []string{"signed with open points: Maja, and “Is there a lift”"})
			m.onScreen(sees("You have said where you stand", "You signed on"), chapters)
			m.inLines(sees("You have said where you stand", "You signed on"), chapters, sees("You signed on"))
		})
	}
}

func TestASecondWindowIsKeptOffWhateverItsSurface(t *testing.T) {
	m := newMoving(t)
	m.screen.start()
	t.Cleanup(m.screen.close)
	m.screen.press("enter")
	m.lines.start()
	t.Cleanup(m.lines.close)
	m.lines.sees("already open in another window")
	for _, do := range []deed{begin, readOn, note("Ask"), sees("Your note is here until you leave")} {
		do(m.lines)
	}
	compare(t, "facts", factLines(m.lines.facts(), nil), []string{"reach welcome"})
}
