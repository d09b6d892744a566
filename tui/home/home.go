package home

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
)

// Home is the list of chapters with how far the reader is, and where to go on.
type Home struct {
	env   screen.Env
	focus int // of the chapters, from 0; one more is signing again
	lines []string
	rows  []int // the line on which each item stands
	top   int
}

// New makes the list, with the reader's own chapter focused.
func New(env screen.Env) Home {
	h := Home{env: env, focus: max(0, env.Walk.At().Chapter-1)}
	h.render()
	return h
}

// With returns the list in a changed world.
func (h Home) With(env screen.Env) screen.Screen {
	h.env = env
	h.render()
	return h
}

// Update moves the focus, and goes to the chapter that has it.
func (h Home) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	switch msg := msg.(type) {
	case tea.MouseWheelMsg:
		h.move(wheelStep(msg))
	case picked:
		if int(msg) == h.focus {
			return h, h.goOn()
		}
		h.focus = int(msg)
	case tea.KeyPressMsg:
		return h.press(msg)
	}
	h.render()
	return h, nil
}

func (h Home) press(msg tea.KeyPressMsg) (screen.Screen, screen.Action) {
	k := h.env.Keys
	switch {
	case k.Next.Matches(msg):
		return h, h.goOn()
	case k.Back.Matches(msg), k.Close.Matches(msg), k.Chapters.Matches(msg):
		return h, screen.Close{}
	case k.Search.Matches(msg):
		return h, screen.Open{Place: screen.Place{Kind: screen.Search}}
	case k.Glossary.Matches(msg):
		return h, screen.Open{Place: screen.Place{Kind: screen.Glossary}}
	case k.Note.Matches(msg) && !h.env.Fresh:
		return h, screen.Open{Place: screen.Place{Kind: screen.Notes}}
	case k.BeginPrivate.Matches(msg) && h.asks():
		return h, screen.Begin{To: h.env.Walk.First(h.focus + 1)}
	case k.About.Matches(msg):
		return h, screen.Open{Place: screen.Place{Kind: screen.About}}
	case k.Down.Matches(msg):
		h.move(1)
	case k.Up.Matches(msg):
		h.move(-1)
	case k.Top.Matches(msg):
		h.focus = 0
	case k.End.Matches(msg):
		h.focus = h.items() - 1
	case k.Number.Matches(msg):
		if n, err := strconv.Atoi(msg.String()); err == nil && n <= h.items() {
			h.focus = n - 1
		}
	}
	h.render()
	return h, nil
}

// picked is a click on an item. The first click focuses, the next goes there.
type picked int

func wheelStep(msg tea.MouseWheelMsg) int {
	if msg.Button == tea.MouseWheelUp {
		return -1
	}
	return 1
}

func (h *Home) move(by int) {
	h.focus = (h.focus + by + h.items()) % h.items()
}

func (h Home) items() int {
	if _, signed := h.env.Walk.Signed(); signed && !h.env.Intake() {
		return h.env.Walk.Chapters() + 1
	}
	return h.env.Walk.Chapters()
}

// asks says whether the reader still has to say if anything is kept.
func (h Home) asks() bool { return h.env.Fresh && !h.env.Private }

// goOn leads to where the reader is, if that chapter is focused, or else to
// the start of the one that is.
func (h Home) goOn() screen.Action {
	at := h.env.Walk.At()
	switch {
	case h.env.Fresh:
		return screen.Begin{Keep: !h.env.Private, To: h.env.Walk.First(h.focus + 1)}
	case h.focus == h.env.Walk.Chapters():
		return screen.Go{To: h.env.Walk.First(h.env.Walk.Chapters())}
	case h.env.Walk.Started() && h.focus == at.Chapter-1 && at.Kind != walk.Closing:
		return screen.Go{To: at}
	default:
		return screen.Go{To: h.env.Walk.First(h.focus + 1)}
	}
}

// Keys are those of the list.
func (h Home) Keys() []keys.Binding {
	k, w := h.env.Keys, h.env.Words()
	choose := keys.Binding{Keys: append(k.Down.Keys, k.Up.Keys...), Shown: "↑↓", Does: w.Keys.Choose}
	if h.asks() {
		return []keys.Binding{k.Next.Saying(w.Home.BeginShort), choose, k.Back, k.BeginPrivate, k.Search, k.Glossary, k.About}
	}
	return []keys.Binding{k.Next.Saying(w.Home.GoOn), choose, k.Back, k.Search, k.Note, k.Glossary, k.About}
}

// View hands out the list.
func (h Home) View() screen.View {
	end := min(len(h.lines), h.top+h.env.Size.Height)
	view := screen.View{
		Title: h.env.Words().Guide.Title,
		Place: content.Fill(h.env.Words().Home.Progress, "done", h.done(), "of", h.env.Walk.Chapters()),
		Body:  h.lines[h.top:end],
	}
	for i, row := range h.rows {
		view.Targets = append(view.Targets, screen.Target{Y: row - h.top, Width: h.env.Size.Width, Height: 1, Click: picked(i)})
	}
	if h.focus < len(h.rows) {
		view.Cursor = tea.NewCursor(0, h.rows[h.focus]-h.top)
	}
	if end < len(h.lines) {
		view.More = "↓"
	}
	return view
}

func (h Home) done() int {
	n := 0
	for i := range h.env.Walk.Chapters() {
		if h.env.Walk.State(i+1) == walk.Done {
			n++
		}
	}
	return n
}

func (h *Home) render() {
	w, t := h.env.Words().Home, h.env.Theme
	h.lines, h.rows = nil, nil
	if h.env.Size.Height > 6 {
		h.lines = append(h.lines, t.Heading.Render(w.Contents), "")
	}
	for i := range h.env.Walk.Chapters() {
		h.rows = append(h.rows, len(h.lines))
		h.lines = append(h.lines, h.chapter(i))
	}
	switch { // before what can have the focus, since the page scrolls with that
	case h.asks():
		h.lines = append(append(h.lines, ""), styled(w.BeginHere, h.env.Size.Width, t.Muted)...)
	case h.env.Private:
		h.lines = append(append(h.lines, ""), styled(h.env.Walk.Traces(), h.env.Size.Width, t.Muted)...)
	}
	h.addSigned()
	h.follow()
}

// chapter is one line: a seat, the number, the title, and its state in words.
func (h Home) chapter(i int) string {
	w, t := h.env.Words().Home, h.env.Theme
	state := h.env.Walk.State(i + 1)
	sign, words, style := "○", w.ToCome, t.Muted
	switch state {
	case walk.Done:
		sign, words = "●", w.Done
	case walk.Begun:
		sign, words = "◐", w.Begun
	case walk.LeftOut:
		sign, words = "·", w.LeftOut
	}
	if h.env.Walk.Started() && h.env.Walk.At().Chapter == i+1 {
		words, style = w.Here, t.Accent
	}
	number := strconv.Itoa(i + 1)
	left := sign + "  " + strings.Repeat(" ", 2-len(number)) + number + "  "
	room := h.env.Size.Width - 2 - lipgloss.Width(left) - lipgloss.Width(words) - 2
	title := ansi.Truncate(h.env.Walk.ChapterTitle(i+1), max(room, 4), "…")
	gap := strings.Repeat(" ", max(2, min(room, 44)-lipgloss.Width(title)+2))
	if h.focus == i {
		return t.Accent.Render("› "+left+title) + gap + style.Render(words)
	}
	return "  " + t.Accent.Render(sign) + strings.TrimPrefix(left, sign) + title + gap + style.Render(words)
}

// addSigned says what was signed, and offers to sign again.
func (h *Home) addSigned() {
	signed, ok := h.env.Walk.Signed()
	if !ok || h.env.Intake() {
		return
	}
	w, t := h.env.Words().Home, h.env.Theme
	h.lines = append(h.lines, "")
	h.lines = append(h.lines, styled(content.Fill(w.Signed, "date", signed.Time.Format("2006-01-02")), h.env.Size.Width, t.Plain)...)
	path := strings.Split(ansi.Hardwrap(content.Printable(readable(signed.Path), "?"), h.env.Size.Width-2, false), "\n")
	for _, line := range path {
		h.lines = append(h.lines, "  "+t.Muted.Render(line))
	}
	if h.env.Walk.Lapsed() {
		h.lines = append(h.lines, styled(h.env.Words().Summary.Lapsed, h.env.Size.Width, t.Plain)...)
	}
	h.lines = append(h.lines, "")
	h.rows = append(h.rows, len(h.lines))
	line := "  " + w.SignAgain
	if h.focus == len(h.rows)-1 {
		line = t.Accent.Render("› " + w.SignAgain)
	}
	h.lines = append(h.lines, line)
}

// readable is the copy of a record that a person can read.
func readable(path string) string {
	return strings.TrimSuffix(path, ".json") + ".txt"
}

// follow keeps the focused item in the window.
func (h *Home) follow() {
	height := max(1, h.env.Size.Height)
	if h.focus < len(h.rows) {
		row := h.rows[h.focus]
		if row < h.top+1 {
			h.top = max(0, row-2)
		}
		if row >= h.top+height {
			h.top = row - height + 1
		}
	}
	h.top = min(h.top, max(0, len(h.lines)-height))
}
