package choice_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/tui/choice"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

func bindings() keys.Map {
	return keys.New(content.Words{})
}

func options(n int) []choice.Option {
	all := make([]choice.Option, n)
	for i := range all {
		all[i] = choice.Option{Text: fmt.Sprint("option ", i+1)}
	}
	return all
}

func TestFocus(t *testing.T) {
	for _, test := range []struct {
		keys    string
		options int
		focus   int
		handled bool // the last key
	}{
		{"", 3, -1, false},
		{"down", 3, 0, true},
		{"up", 3, 2, true},
		{"down down", 3, 1, true},
		{"down up", 3, 0, false},
		{"up down", 3, 2, false},
		{"3", 3, 2, true},
		{"4", 3, -1, false},
		{"9", 12, 8, true},
		{"2 1", 3, 0, true},
		{"0", 3, -1, false},
		{"space", 3, -1, false},
		{"2 enter", 3, 1, false},
		{"down", 0, -1, false},
		{"up", 0, -1, false},
	} {
		l, handled := choice.New(options(test.options)), false
		for _, msg := range tuitest.Messages(strings.Fields(test.keys)...) {
			l, handled = l.Update(msg, bindings())
		}
		if l.Focus() != test.focus || handled != test.handled {
			t.Errorf("%q of %d: focus %d, handled %v", test.keys, test.options, l.Focus(), handled)
		}
	}
}

func TestClick(t *testing.T) {
	l, handled := choice.New(options(3)).Update(choice.Click{Option: 2}, bindings())
	if l.Focus() != 2 || !handled {
		t.Errorf("focus %d, handled %v", l.Focus(), handled)
	}
	if l, handled = l.Update(choice.Click{Option: 3}, bindings()); l.Focus() != 2 || handled {
		t.Errorf("beside the options: focus %d, handled %v", l.Focus(), handled)
	}
}

func TestFocusStaysWithOtherOptions(t *testing.T) {
	l := choice.New(options(3)).On(2)
	if got := l.With(options(3)).Focus(); got != 2 {
		t.Errorf("focus %d", got)
	}
	if got := l.With(options(2)).Focus(); got != -1 {
		t.Errorf("focus %d on an option that is not there", got)
	}
	if got := l.On(3).Focus(); got != 2 {
		t.Errorf("focus %d", got)
	}
	if got := l.On(-1).Focus(); got != -1 {
		t.Errorf("focus %d", got)
	}
}

func marked() []choice.Option {
	return []choice.Option{
		{Text: "An option whose words are longer than the line", Mark: choice.Tried, Says: "Not quite.", Feedback: "And a reason for it that is long, too."},
		{Text: "Another one", Mark: choice.Chosen, Says: "This fits."},
		{Text: "A third"},
	}
}

func boxes() []choice.Option {
	all := make([]choice.Option, 10)
	for i := range all {
		all[i] = choice.Option{Text: "something that may fit or not", Mark: choice.Box}
	}
	all[1].Mark = choice.Ticked
	return all
}

func TestRender(t *testing.T) {
	for _, test := range []struct {
		name  string
		list  choice.List
		width int
		air   bool
	}{
		{"marks", choice.New(marked()).On(1), 36, true},
		{"tight", choice.New(marked()).On(0), 24, false},
		{"boxes", choice.New(boxes()).On(9), 36, false},
	} {
		lines, spots := test.list.Render(test.width, test.air, theme.HighContrast())
		tuitest.CheckLines(t, lines, test.width)
		if last := spots[len(spots)-1]; last.End != len(lines) {
			t.Errorf("%s: the last option ends at %d of %d lines", test.name, last.End, len(lines))
		}
		tuitest.Golden(t, test.name, tuitest.Plain(lines))
	}
}

func page(height int) choice.Page {
	p := choice.Page{Above: []string{"a", "b", "c", "d", "e", "f"}, Below: []string{"y", "z"}, List: choice.New(options(4))}
	return p.Lay(screen.Size{Width: 20, Height: height}, theme.HighContrast())
}

// TestPage walks through a page of fourteen lines: six above, four options,
// two below, and the empty lines between.
func TestPage(t *testing.T) {
	for _, test := range []struct {
		height int
		keys   string
		first  string // the first line in sight
		focus  int
	}{
		{20, "", "a", -1},
		{20, "down", "a", 0},
		{5, "", "a", -1},
		{5, "down", "d", -1},           // what stands above has not been seen
		{5, "down down", "d", 0},       // now it has
		{5, "down down up up", "b", 0}, // back up to it
		{5, "down down up up down", "e", 0},
		{5, "1 2 3", "f", 2}, // no further than needed
		{5, "up", "", 3},
		{5, "up up up up", "", 0},
		{5, "4 down down", "  2   option 2", 3},
		{5, "pgdown", "d", -1},
		{5, "end", "  3   option 3", -1},
		{5, "wheel:down wheel:up", "a", -1},
		{5, "4 home", "a", 3},
	} {
		p := page(test.height)
		for _, msg := range tuitest.Messages(strings.Fields(test.keys)...) {
			p, _ = p.Update(msg, bindings())
		}
		view := p.View(content.ReaderWords{})
		tuitest.CheckLines(t, view.Body, 20)
		first := strings.Split(tuitest.Plain(view.Body), "\n")[0]
		if first != test.first || p.List.Focus() != test.focus {
			t.Errorf("%q at %d: focus %d under %q, want %d under %q\n%s",
				test.keys, test.height, p.List.Focus(), first, test.focus, test.first, tuitest.Plain(view.Body))
		}
	}
}

func TestPageLeavesOtherKeysAlone(t *testing.T) {
	p := page(20)
	for _, msg := range append(tuitest.Messages("enter", "space", "s", "pgdown", "wheel:down", "end"), tea.PasteMsg{Content: "1"}) {
		if _, handled := p.Update(msg, bindings()); handled {
			t.Errorf("%v was taken", msg)
		}
	}
	p.List = p.List.On(3)
	if _, handled := p.Update(keys.Press("down"), bindings()); handled {
		t.Error("down was taken behind the last option")
	}
}

func TestPageView(t *testing.T) {
	p := page(9)
	p, _ = p.Update(keys.Press("2"), bindings())
	view := p.View(content.ReaderWords{})
	if view.Cursor == nil || view.Cursor.X != 2 || view.Cursor.Y != 8 || view.Cursor.Blink {
		t.Errorf("the cursor is %+v", view.Cursor)
	}
	if len(view.Targets) != 2 {
		t.Fatalf("%d options can be clicked, and two are in sight", len(view.Targets))
	}
	if at := view.Targets[1]; at.Y != 8 || at.Height != 1 || at.Click != (choice.Click{Option: 1}) {
		t.Errorf("the second is %+v", at)
	}
	p, _ = page(5).Update(keys.Press("2"), bindings())
	p, _ = p.Update(keys.Press("home"), bindings())
	if view := p.View(content.ReaderWords{}); view.Cursor != nil {
		t.Errorf("the cursor is at %+v, out of sight", view.Cursor)
	}
}

// What one is asked is in sight again in a window that has room for it and for
// the option that one is at.
func TestSmallAndLargeAgainShowsWhatIsAsked(t *testing.T) {
	look := theme.HighContrast()
	for _, test := range []struct {
		keys   string
		height int
		top    string
	}{
		{"1", 9, "a"},
		{"2", 20, "a"},
		{"4 down", 20, "a"},
		{"end", 20, "a"},
	} {
		p := page(20)
		for _, height := range []int{2, 5} {
			p = p.Lay(screen.Size{Width: 12, Height: height}, look)
			for _, msg := range tuitest.Messages(strings.Fields(test.keys)...) {
				p, _ = p.Update(msg, bindings())
			}
		}
		p = p.Lay(screen.Size{Width: 20, Height: test.height}, look)
		if first := p.View(content.ReaderWords{}).Body[0]; first != test.top {
			t.Errorf("%q, and %d lines: %q is on top, want %q", test.keys, test.height, first, test.top)
		}
	}
	// A window in which everything is shown leaves nothing scrolled behind.
	p := page(20).Lay(screen.Size{Width: 20, Height: 5}, look)
	p, _ = p.Update(keys.Press("end"), bindings())
	p = p.Lay(screen.Size{Width: 20, Height: 20}, look).Lay(screen.Size{Width: 12, Height: 5}, look)
	if first := p.View(content.ReaderWords{}).Body[0]; first != "a" {
		t.Errorf("%q is on top", first)
	}
}
