package tui

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/keys"
)

// screenReader takes the walk on the full screen, by keys.
type screenReader struct {
	s     *session
	onWay map[int]bool
}

func newScreenReader(s *session) *screenReader {
	return &screenReader{s: s, onWay: map[int]bool{}}
}

func (r *screenReader) testing() testing.TB       { return r.s.t }
func (r *screenReader) visit() *visit.Visit       { return r.s.visit() }
func (r *screenReader) journeyFacts() []walk.Fact { return r.s.facts() }
func (r *screenReader) onTheWay() map[int]bool    { return r.onWay }

func (r *screenReader) press(names ...string) { r.s.t.Helper(); r.s.press(names...) }
func (r *screenReader) start()                { r.s.t.Helper(); r.s.again() }

// sees looks at the page from its top to its end.
func (r *screenReader) sees(texts ...string) {
	r.s.t.Helper()
	r.s.sees(texts...)
}

func (r *screenReader) lacks(texts ...string) {
	r.s.t.Helper()
	for _, text := range texts {
		if strings.Contains(r.s.window(), text) {
			r.s.t.Fatalf("%q stands in\n%s", text, r.s.window())
		}
	}
}

func (r *screenReader) leave() {
	r.s.t.Helper()
	for range 2 { // where something would be lost, it asks once more
		if !r.s.ended {
			r.commands()
			r.press("q")
		}
	}
	if !r.s.ended {
		r.s.t.Fatalf("q does not leave\n%s", r.s.window())
	}
}

func (r *screenReader) goOn() { r.s.t.Helper(); r.press("enter") }

// commands goes where letters are commands.
func (r *screenReader) commands() {
	if !r.s.typing() || r.s.inLine() {
		return
	}
	for r.press("tab"); r.s.inLine(); {
		r.press("tab")
	}
}

// do presses the key of a meaning. A note or a search is typed.
func (r *screenReader) do(m page.Meaning, text string) {
	r.s.t.Helper()
	switch b, ok := keys.New(r.visit().Walk.Guide().Words).Meanings[m]; {
	case !ok:
		r.s.t.Fatalf("%s has no key", m)
	case m == page.Back && r.s.inLine():
		before := r.visit().ID()
		if r.press("esc"); r.visit().ID() == before { // which left only the Line
			r.press(b.Keys[0])
		}
	default:
		if m != page.Back {
			r.commands()
		}
		r.press(b.Keys[0])
	}
	switch {
	case m == page.Note && text != "":
		r.press("text:"+text, "enter", "left")
	case text != "":
		r.press("text:" + text)
	}
}

// choose takes the item: by its number, or by going there.
func (r *screenReader) choose(item page.Item) {
	r.s.t.Helper()
	if n := r.number(item); item.Kind == page.Tick && n > 0 && n < 10 && !r.s.inLine() {
		if r.press(strconv.Itoa(n)); r.isOn(item.ID) == item.On { // on a form, the number only leads there
			r.press("space")
		}
		return
	}
	before := r.visit().ID()
	r.focus(item)
	switch opened := r.visit().ID() != before; {
	case opened: // by its number
	case item.Kind == page.Tick, item.Kind == page.Pick:
		r.press("space")
	default:
		r.press("enter")
	}
}

// isOn reports whether an item of the page is on.
func (r *screenReader) isOn(id string) bool {
	return slices.ContainsFunc(r.visit().Sheet().Items, func(i page.Item) bool { return i.ID == id && i.On })
}

// focus moves to an item.
func (r *screenReader) focus(item page.Item) {
	r.s.t.Helper()
	if r.s.inLine() && r.visit().Sheet().Items[0].Kind != page.Line && !r.pointed(item) {
		r.press("tab")
	}
	if n := r.number(item); n > 0 && n < 10 && item.Kind != page.Tick && !r.s.inLine() {
		r.press(strconv.Itoa(n))
		return
	}
	tab := "tab"
	if r.visit().Sheet().Binding && item.Kind == page.Line && item.Text != "" && !r.pointed(item) { // which Tab passes
		r.press("end")
		tab = "shift+tab"
	}
	until(r, func() bool { return r.pointed(item) }, func() {
		beside := func(i page.Item) bool { return i.Kind == page.Pick && i.Group == item.Group && r.pointed(i) }
		if slices.ContainsFunc(r.visit().Sheet().Items, beside) {
			r.press("down") // Tab leads past the others of what is chosen
			return
		}
		r.press(tab)
	})
}

// number is the number that an item has; 0 for none.
func (r *screenReader) number(item page.Item) int {
	items := r.visit().Sheet().Items
	none := func(i page.Item) bool {
		more := i.Kind == page.Tick || i.Kind == page.Row
		return i.Kind == page.Line || i.Kind == page.GoOn || more && r.visit().Sheet().Binding
	}
	if items[0].Kind == page.Line || none(item) {
		return 0
	}
	n := 0
	for _, there := range items {
		if !none(there) {
			n++
		}
		if there.ID == item.ID {
			return n
		}
	}
	return 0
}

// pointed reports whether the mark of the focus stands at an item.
func (r *screenReader) pointed(item page.Item) bool {
	lines := strings.Split(r.s.window(), "\n")
	i := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), "›") })
	if i < 0 {
		return false
	}
	if item.Kind == page.Line {
		return r.s.inLine() && r.labelled(lines[:i]) == item.ID
	}
	text := strings.TrimLeft(strings.TrimSpace(lines[i]), "› []()xo0123456789●◐○·")
	text, _, _ = strings.Cut(text, "  ")
	return !r.s.inLine() && text != "" && (strings.HasPrefix(item.Label, text) || strings.HasPrefix(text, item.Label))
}

// labelled is the id of the Line whose label stands last.
func (r *screenReader) labelled(lines []string) string {
	for _, line := range slices.Backward(lines) {
		text := strings.TrimSpace(line)
		for _, item := range r.visit().Sheet().Items {
			if item.Kind == page.Line && text != "" && strings.HasPrefix(item.Label, stateless(text)) {
				return item.ID
			}
		}
	}
	return ""
}

// stateless is a label without the state that stands at the end of its line.
func stateless(line string) string {
	label, _, _ := strings.Cut(line, "   ")
	return label
}

// fill goes to a line, and types over what stands there.
func (r *screenReader) fill(item page.Item, text string) {
	r.s.t.Helper()
	r.focus(item)
	rest, longer := strings.CutPrefix(text, item.Text)
	if !longer {
		r.press(slices.Repeat([]string{"backspace"}, len([]rune(item.Text)))...)
		rest = text
	}
	r.press("end", "text:"+rest, "enter")
}
