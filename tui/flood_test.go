package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/walk"
	"firstsession/tui/guard"
	"firstsession/tui/input"
)

// reading is a session whose keys come in reads of a terminal.
type reading struct {
	*session
	reads int
}

func readingAt(t *testing.T, step string) *reading {
	r := &reading{session: newSession(t, 80, 40)}
	r.screen.Reads(func() int { return r.reads })
	reader := newScreenReader(r.session)
	begin(reader)
	goTo(step)(reader)
	return r
}

// read brings keys in one read.
func (r *reading) read(flood bool, names ...string) {
	r.t.Helper()
	r.reads++
	r.late(input.Mark{Read: r.reads, Flood: flood}, names...)
}

// late brings keys of a read that was made before.
func (r *reading) late(mark input.Mark, names ...string) {
	r.t.Helper()
	r.send(mark.Key())
	r.press(names...)
}

const floodWords = "Several keys came at once"

func TestAFloodOrAnEarlyKeyAnswersNoStatement(t *testing.T) {
	answer := func(r *reading) walk.Answer { return r.walk().Answer("keep-private") }
	for _, test := range []struct {
		what string
		keys func(r *reading)
		want walk.Answer
		told bool
	}{
		{"keys one at a time", func(r *reading) { r.read(false, "1"); r.read(false, "enter") }, walk.Agree, false},
		{"both in one read", func(r *reading) { r.read(false, "1", "enter") }, walk.Agree, false},
		{"a flood", func(r *reading) { r.read(true, "1", "enter", "1", "enter") }, walk.Unanswered, true},
		{"a flood on what has the focus", func(r *reading) { r.read(false, "1"); r.read(true, "enter") }, walk.Unanswered, true},
		{"a paste", func(r *reading) { r.read(false, "1"); r.read(true, "paste:1\r") }, walk.Unanswered, true},
		{"keys read before the page", func(r *reading) {
			r.read(false, "left") // to the page before
			early := input.Mark{Read: r.reads + 2}
			r.reads += 2
			r.late(input.Mark{Read: r.reads - 1}, "f1", "esc", "space") // forward again, while the next was read
			r.late(early, "1", "enter")
		}, walk.Unanswered, true},
		{"one read on two pages", func(r *reading) { r.read(false, "1", "enter", "enter", "1", "enter") }, walk.Agree, true},
		{"a key after a flood", func(r *reading) { r.read(true, "2", "enter"); r.read(false, "1", "enter") }, walk.Agree, false},
	} {
		t.Run(test.what, func(t *testing.T) {
			r := readingAt(t, "keep-private")
			test.keys(r)
			if got := answer(r); got != test.want {
				t.Errorf("the answer is %q, not %q\n%s", got, test.want, r.window())
			}
			if told := strings.Contains(r.window(), floodWords); told != test.told {
				t.Errorf("told is %v\n%s", told, r.window())
			}
		})
	}
}

func TestTheWaysOutAreOpenInAFlood(t *testing.T) {
	r := readingAt(t, "keep-private")
	r.read(true, "f1")
	r.sees("If you need help now")
	r.read(true, "ctrl+c")
	if !r.ended {
		t.Error("Ctrl+C does not leave")
	}
}

func TestAFloodCountsWhereNothingIsAnswered(t *testing.T) {
	r := newSession(t, 80, 40)
	reads := &reading{session: r}
	r.screen.Reads(func() int { return reads.reads })
	reads.read(true, "enter", "n", "text:"+strings.Repeat("x", 40))
	r.sees(strings.Repeat("x", 40))
}

func TestReadsAreToldApartHoweverManyThereAre(t *testing.T) {
	r := readingAt(t, "keep-private")
	for range 3 {
		r.reads += 7000
		r.late(input.Mark{Read: r.reads % (1 << 14)}, "up")
	}
	r.late(input.Mark{Read: r.reads % (1 << 14)}, "1", "enter")
	if got := r.walk().Answer("keep-private"); got != walk.Agree {
		t.Errorf("the answer is %q", got)
	}
}

func TestATerminalThatIsGoneEndsTheProgram(t *testing.T) {
	s := newSession(t, 80, 40)
	s.press("enter", "n", "text:half a thought")
	s.send(input.Mark{Gone: true}.Key())
	if !s.ended {
		t.Fatal("it goes on")
	}
	s.again().press("c", "n")
	s.sees("half a thought")
}

// breaking is a model that breaks where it is asked to.
type breaking struct{ where string }

func (b breaking) Init() tea.Cmd { return b.broken("init") }
func (b breaking) View() tea.View {
	b.broken("view")
	return tea.NewView("")
}
func (b breaking) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if msg == "go" {
		b.broken("update")
	}
	return b, func() tea.Msg {
		b.broken("command")
		return tea.BatchMsg{func() tea.Msg { b.broken("batch"); return nil }}
	}
}

func (b breaking) broken(where string) tea.Cmd {
	if b.where == where {
		panic("the reader's own words")
	}
	return nil
}

func TestWhereverItBreaksTheProgramEnds(t *testing.T) {
	for _, where := range []string{"init", "view", "update", "command", "batch"} {
		t.Run(where, func(t *testing.T) {
			g := guard.Model{Model: breaking{where}, Crash: &guard.Crash{}}
			messages := []tea.Msg{"go"}
			if cmd := g.Init(); cmd != nil {
				messages = []tea.Msg{cmd()}
			}
			for range 9 {
				if len(messages) == 0 {
					break
				}
				msg := messages[0]
				messages = messages[1:]
				switch msg := msg.(type) {
				case tea.QuitMsg:
					if g.Crash.What != "string" || len(g.Crash.Stack) == 0 {
						t.Errorf("known of it is %q", g.Crash.What)
					}
					return
				case tea.BatchMsg:
					for _, cmd := range msg {
						messages = append(messages, cmd())
					}
				case nil:
				default:
					model, cmd := g.Update(msg)
					g = model.(guard.Model)
					if cmd != nil {
						messages = append(messages, cmd())
					}
				}
			}
			t.Error("it goes on")
		})
	}
}

// What one read brought is drawn once, and is the same as if each key had been.
func TestLettersThatCameAtOnceAreTypedAsTheyCame(t *testing.T) {
	t.Parallel()
	letters := strings.Split("half a thought", "")
	for i, letter := range letters {
		if letter == " " {
			letters[i] = "space"
		}
	}
	at := slices.Concat[[]string]
	for what, keys := range map[string][]string{
		"letters":              letters,
		"help in their middle": at(letters, []string{"f1"}),
		"Ctrl+C behind them":   at(letters, []string{"ctrl+c"}),
		"Enter behind them":    at(letters, []string{"enter"}),
		"Enter and letters":    at(letters, []string{"enter"}, letters),
		"going back":           at(letters, []string{"left", "left"}, letters, []string{"backspace", "delete", "home"}, letters),
		"Esc":                  at(letters, []string{"esc"}, letters, []string{"esc", "esc"}),
		"Space first":          at([]string{"space", "space"}, letters),
		"Tab and commands":     at(letters, []string{"tab", "c", "n", "n"}, letters),
		"names of keys":        {"e", "n", "d"},
		"up":                   {"u", "p", "!", "?", "1", "/"},
		"a cry":                at(letters, []string{"space"}, strings.Split("i", ""), []string{"space"}, strings.Split("want", ""), []string{"space", "t", "o", "space", "d", "i", "e"}),
		"just enough":          at([]string{"paste:" + strings.Repeat("x", 2000-len(letters))}, letters),
	} {
		one, many := readingAt(t, "own-pace"), readingAt(t, "own-pace")
		for _, r := range []*reading{one, many} {
			r.read(false, "n")
			r.reads++
		}
		one.late(input.Mark{Read: one.reads}, keys...)
		many.late(input.Mark{Read: many.reads, Many: true}, keys...)
		many.send(input.Mark{Read: many.reads}.Key())
		stands := func(r *reading) string {
			kept := ""
			for _, fact := range r.visit().Facts {
				kept += fact.Kind + " " + fact.Data.Text + "\n"
			}
			if r.ended {
				return kept
			}
			return kept + fmt.Sprint(r.visit().Typed()) + r.window()
		}
		if one.ended != many.ended || stands(one) != stands(many) {
			t.Errorf("%s: key by key\n%s\nand at once\n%s", what, one.window(), many.window())
		}
	}
}

func TestOfLettersThatCameAtOnceAndHaveNoRoomNoneIsTyped(t *testing.T) {
	r := readingAt(t, "own-pace")
	r.read(false, "n", "paste:"+strings.Repeat("x", 1998))
	r.reads++
	r.late(input.Mark{Read: r.reads, Many: true}, "h", "a", "l", "f")
	r.send(input.Mark{Read: r.reads}.Key())
	if r.sees("Only 2000 letters fit here"); len(r.visit().Typed().Text) != 1998 {
		t.Errorf("there are %d letters", len(r.visit().Typed().Text))
	}
}

// A notice takes rows and gives them back; the page stays where the reader had it.
func TestAnArrowLeadsOnFromWhereOneIsOnceANoticeIsGone(t *testing.T) {
	s := beginSession(computer{t: t, home: t.TempDir(), atDesk: true}, 80, 24)
	s.press("tab", "wheel:down", "text:Maja", "enter", "down", "down", "space", "down", "space", "wheel:down", "pgdown", "text:group")
	s.sees("That cannot be done here now")
	s.press("down")
	s.sees("› 6 [ ] With the client’s guardian")
}
