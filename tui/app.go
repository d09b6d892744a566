package tui

import (
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/input"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
	"firstsession/tui/visit"
)

// app is the root model: a stack of screens, the window, and the reader's
// visit.
type app struct {
	env    screen.Env
	stack  []entry
	visit  *visit.Visit
	window screen.Size
	notice notice
	themed bool // the theme was chosen, so the terminal's background does not matter
	noted  bool // the note for the clinician stands at the left of the text
	asked  bool // the last key asked to leave an intake
	shown  shown
	flood  flood
	gone   bool // the terminal is
}

// entry is one screen of the stack.
type entry struct {
	screen screen.Screen
	step   walk.Step // zero if the screen is no step
	place  screen.Place
	bare   bool // the screen has no header
	// jumped is set if the reader came here from the screen below, so that
	// going back returns there.
	jumped bool
}

// notice is a word to the reader above the footer, until the next key.
type notice struct {
	text string
	care bool // it is about something that did not go well
}

// shown is what View hands out, made at the end of each Update.
type shown struct {
	content string
	cursor  *tea.Cursor
	clicks  []click
	typing  bool
}

// Init asks the terminal for its background; nothing waits for the answer.
func (a *app) Init() tea.Cmd {
	if a.themed {
		return nil
	}
	return tea.RequestBackgroundColor
}

// View hands out what Update rendered.
func (a *app) View() tea.View {
	v := tea.NewView(a.shown.content)
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.WindowTitle = a.env.Words().Guide.Title
	v.Cursor = a.shown.cursor
	return v
}

// Update takes a message, lets the top screen answer it, does what the screen
// asks for, and renders.
func (a *app) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if mark, ok := input.MarkOf(key); ok {
			return a, a.marked(mark)
		}
	}
	cmd := a.take(msg)
	a.render()
	a.came()
	return a, cmd
}

func (a *app) take(msg tea.Msg) tea.Cmd {
	if a.refuses(msg) {
		return nil
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.window = screen.Size{Width: msg.Width, Height: msg.Height}
		a.renew()
	case tea.BackgroundColorMsg:
		if !a.themed {
			a.setTheme(theme.For(msg.Color).WithProfile(a.env.Theme.Profile))
		}
	case tea.ColorProfileMsg:
		a.setTheme(a.env.Theme.WithProfile(msg.Profile))
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.MouseClickMsg:
		return a.click(msg)
	case tea.PasteMsg, tea.MouseWheelMsg:
		if !a.layout().tooSmall {
			cmd := a.hand(msg)
			a.offerHelp()
			return cmd
		}
	}
	return nil
}

// press takes a key: those that work everywhere here, all others on the
// screen.
func (a *app) press(msg tea.KeyPressMsg) tea.Cmd {
	if a.notice.text != "" {
		a.notice = notice{}
		a.renew()
	}
	k, asked := a.env.Keys, a.asked
	a.asked = false
	switch {
	case k.Leave.Matches(msg):
		return a.leave()
	case k.Suspend.Matches(msg):
		return tea.Suspend
	case a.layout().tooSmall:
		// Nothing may happen to a page that is not seen.
		if k.Stop.Matches(msg) && !a.top().screen.View().Typing {
			return a.leave()
		}
		return nil
	case k.Help.Matches(msg) && (!a.shown.typing || msg.Text == ""):
		return a.open(screen.Place{Kind: screen.HelpNow})
	case a.shown.typing:
		cmd := a.hand(msg)
		a.offerHelp()
		return cmd
	case k.Stop.Matches(msg) && (a.visit.Desk != nil || a.visit.Loses()) && !asked:
		a.askToLeave()
		return nil
	case k.Stop.Matches(msg):
		return a.leave()
	case k.Keys.Matches(msg):
		return a.open(screen.Place{Kind: screen.KeyList})
	}
	if a.atDesk(msg) {
		return nil
	}
	if place, ok := a.beside(msg); ok {
		return a.open(place)
	}
	return a.hand(msg)
}

// beside says which place a key opens from any step of the walk.
func (a *app) beside(msg tea.KeyPressMsg) (screen.Place, bool) {
	k, at := a.env.Keys, a.top().step
	if at.Kind == "" {
		return screen.Place{}, false
	}
	switch {
	case k.Chapters.Matches(msg):
		return screen.Place{Kind: screen.Home}, true
	case k.Search.Matches(msg):
		return screen.Place{Kind: screen.Search}, true
	case k.Glossary.Matches(msg):
		return screen.Place{Kind: screen.Glossary}, true
	case k.Note.Matches(msg) && a.canNote():
		return screen.Place{Kind: screen.Notes, Section: at.Key()}, true
	case k.ClinicianNote.Matches(msg) && a.canFlag():
		return a.clinicianNote(), true
	case k.EndIntake.Matches(msg) && a.canEnd():
		return screen.Place{Kind: screen.EndIntake}, true
	default:
		return screen.Place{}, false
	}
}

// click turns a click into what it means.
func (a *app) click(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft {
		return nil
	}
	for _, c := range a.shown.clicks {
		if msg.X >= c.x && msg.X < c.x+c.width && msg.Y >= c.y && msg.Y < c.y+c.height {
			if key, ok := c.msg.(tea.KeyPressMsg); ok {
				return a.press(key)
			}
			return a.hand(c.msg)
		}
	}
	return nil
}

// hand gives a message to the top screen and does what it asks for.
func (a *app) hand(msg tea.Msg) tea.Cmd {
	top := a.top()
	next, action := top.screen.Update(msg)
	top.screen = next
	return a.do(action)
}

func (a *app) top() *entry {
	return &a.stack[len(a.stack)-1]
}

func (a *app) layout() layout {
	return layOut(a.window, len(a.noticeLines()), a.top().bare)
}

// noticeLines is the notice in the column's width.
func (a *app) noticeLines() []string {
	if a.notice.text == "" {
		return nil
	}
	width := layOut(a.window, 0, false).body.Width
	lines := splitLines(ansi.Wrap(content.Printable(a.notice.text, "?"), width, ""))
	// A long path must not leave the page without room.
	if most := max(1, a.window.Height/3); len(lines) > most {
		lines = append(lines[:most-1], ansi.Truncate(lines[most-1], max(1, width-1), "")+"…")
	}
	return lines
}

func (a *app) setTheme(t theme.Theme) {
	a.env.Theme = t
	a.renew()
}

// renew gives the top screen the world as it is now.
func (a *app) renew() {
	a.look()
	if a.window.Width == 0 {
		return
	}
	a.env.Size = a.layout().body
	top := a.top()
	top.screen = top.screen.With(a.env)
}

// look brings what screens are told up to date with the visit.
func (a *app) look() {
	v := a.visit
	a.env.Walk, a.env.Private, a.env.Fresh, a.env.Unkept = v.Walk, v.Private, v.Fresh, v.Unkept != nil
	a.env.Erased = v.Erased()
}

// render makes what View hands out.
func (a *app) render() {
	if a.window.Width == 0 || len(a.stack) == 0 {
		return
	}
	l := a.layout()
	if l.tooSmall {
		a.shown = shown{content: clip(a.env.Words().Frame.TooSmall, a.window)}
		return
	}
	view := a.top().screen.View()
	if note := a.noteBeside(); note != nil {
		view.Aside = note
	}
	if a.canFlag() && a.env.Walk.IsFlagged(a.top().step.Key()) {
		view.Place = content.Fill(a.env.Words().Intake.Marked, "place", view.Place)
	}
	f := frame{env: a.env, layout: l, notice: a.noticeLines(), care: a.notice.care}
	a.shown.content, a.shown.clicks = f.draw(view, a.bindings(view))
	a.shown.typing = view.Typing
	a.shown.cursor = nil
	if view.Cursor != nil {
		cursor := *view.Cursor
		cursor.X += l.column
		cursor.Y += l.top
		a.shown.cursor = &cursor
	}
}

// bindings are the screen's keys and those that work everywhere.
func (a *app) bindings(view screen.View) []keys.Binding {
	k := a.env.Keys
	all := a.withClinicians(a.top().screen.Keys())
	add := func(b keys.Binding) {
		for _, there := range all {
			if there.Keys[0] == b.Keys[0] {
				return
			}
		}
		all = append(all, b)
	}
	if view.Typing {
		add(k.Help)
		add(k.Leave)
		return all
	}
	if a.canNote() {
		add(k.Note)
	}
	if a.top().step.Kind != "" {
		add(k.Chapters)
	}
	if a.canEnd() {
		add(k.EndIntake)
	}
	if a.top().place.Kind != screen.KeyList {
		add(k.Keys)
	}
	add(k.Help)
	add(k.Stop.Saying(a.stopWords()))
	return all
}

// clip fits a sentence into a window of any size.
func clip(text string, window screen.Size) string {
	lines := splitLines(ansi.Wrap(text, max(1, window.Width), ""))
	if len(lines) > window.Height {
		lines = lines[:max(0, window.Height)]
	}
	return joinLines(lines)
}
