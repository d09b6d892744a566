// Package home holds the pages where a reader starts from: the first page, the
// chapters with how far one is, and a calm page for a place that could not be
// read. Like every screen, it knows no other screen and touches no disk.
package home

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
)

// First is the first page, for whoever has not begun.
type First struct {
	env   screen.Env
	page  scroll.Text
	lines []string // of the page, while it is laid out
	// targets are the lines that can be clicked.
	targets []screen.Target
}

// NewFirst makes the first page.
func NewFirst(env screen.Env) First {
	f := First{}
	f.render(env)
	return f
}

// With returns the page in a changed world.
func (f First) With(env screen.Env) screen.Screen {
	f.render(env)
	return f
}

// Update begins, or opens the chapters.
func (f First) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	k := f.env.Keys
	if page, moved := f.page.Update(msg, k); moved {
		f.page = page
		return f, nil
	}
	key, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case k.Next.Matches(key) && f.page.Below():
		f.page = f.page.Page()
	case k.Next.Matches(key):
		return f, screen.Begin{Keep: !f.env.Private}
	case k.BeginPrivate.Matches(key):
		return f, screen.Begin{Keep: false}
	case k.Chapters.Matches(key):
		return f, screen.Open{Place: screen.Place{Kind: screen.Home}}
	case k.About.Matches(key):
		return f, screen.Open{Place: screen.Place{Kind: screen.About}}
	}
	return f, nil
}

// Keys are those of the first page.
func (f First) Keys() []keys.Binding {
	k, w := f.env.Keys, f.env.Words()
	next := k.Next.Saying(w.Home.BeginShort)
	if f.page.Below() {
		next = k.Next.Saying(w.Home.More)
	}
	if f.env.Private {
		return []keys.Binding{next, k.Chapters, k.About}
	}
	return []keys.Binding{next, k.BeginPrivate, k.Chapters, k.About}
}

// View hands out the page.
func (f First) View() screen.View {
	view := screen.View{Body: f.page.Lines(), More: f.page.More(f.env.Words().Reader)}
	for _, t := range f.targets {
		t.Y -= f.page.Top()
		view.Targets = append(view.Targets, t)
	}
	return view
}

// render lays the page out. Where there is little room, the ring goes first,
// then the air.
func (f *First) render(env screen.Env) {
	f.env = env
	w, t, width := env.Words(), env.Theme, env.Size.Width
	title := append([]string{t.Heading.Render(w.Guide.Title)}, styled(w.Guide.Subtitle, width, t.Muted)...)
	intro := styled(w.Home.Intro, min(width, 60), t.Plain)
	message := styled(w.Home.Message, min(width, 48), t.Accent)
	ring := seatRing(t)
	air := 1
	rows := len(title) + len(intro) + len(message) + len(f.actions()) + 4
	f.lines, f.targets = nil, nil
	if rows+len(ring)+1 <= env.Size.Height {
		f.add(centred(ring, width)...)
		f.add("")
	} else if rows > env.Size.Height {
		air = 0
	}
	f.add(centreEach(title, width)...)
	f.gap(1 + air)
	f.add(centred(intro, width)...)
	f.gap(1)
	f.add(centred(message, width)...)
	f.gap(air)
	f.addActions(width)
	f.lower(max(0, env.Size.Height-len(f.lines)-2) / 3)
	f.page = f.page.With(f.lines, env.Size.Height)
}

// styled wraps a sentence and gives each line a style.
func styled(text string, width int, style lipgloss.Style) []string {
	lines := strings.Split(ansi.Wrap(text, width, ""), "\n")
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}

func (f *First) add(lines ...string) { f.lines = append(f.lines, lines...) }

func (f *First) gap(rows int) {
	for range rows {
		f.add("")
	}
}

// lower moves the page down in a window that has room.
func (f *First) lower(rows int) {
	f.lines = append(make([]string, rows), f.lines...)
	for i := range f.targets {
		f.targets[i].Y += rows
	}
}

// action is a line of the first page that says what a key does.
type action struct {
	binding keys.Binding
	words   string
}

func (f First) actions() []action {
	k, w := f.env.Keys, f.env.Words()
	others := []action{{k.Chapters, w.Home.Choose}, {k.Help, w.Home.HelpNow}}
	if f.env.Private {
		return append([]action{{k.Keep, w.Home.Private}}, others...)
	}
	return append([]action{{k.Keep, w.Home.Begin}, {k.BeginPrivate, w.Home.Private}}, others...)
}

// addActions shows the keys below each other, with their words beside them.
func (f *First) addActions(width int) {
	longest := 0
	for _, a := range f.actions() {
		longest = max(longest, lipgloss.Width(a.binding.Shown))
	}
	var lines []string
	var keys []int // which action a line belongs to
	for i, a := range f.actions() {
		hang := longest + 3
		for n, words := range strings.Split(ansi.Wrap(a.words, max(8, width-hang), ""), "\n") {
			before := strings.Repeat(" ", hang)
			if n == 0 {
				before = f.env.Theme.Accent.Render(a.binding.Shown) + strings.Repeat(" ", hang-lipgloss.Width(a.binding.Shown))
			}
			lines, keys = append(lines, before+words), append(keys, i)
		}
	}
	for i, line := range centred(lines, width) {
		f.targets = append(f.targets, screen.Target{
			Y: len(f.lines), Width: width, Height: 1, Click: f.actions()[keys[i]].binding.Press(),
		})
		f.add(line)
	}
}
