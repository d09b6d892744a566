// Package screen is the full screen of any page: what has the focus, how one
// moves, types and ticks, what is drawn, and the frame around it. It knows no
// page: it shows the sheet that the visit has on top, and tells the visit what
// was answered. No act is done here by one key that is held, by Space, by a
// paste or by a click. No disk and no clock may come in, nor a word: all are in
// the guide's words.
package screen

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/tui/input"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
)

// size is a number of cells each way.
type size struct{ width, height int }

// env is what a sheet is drawn with.
type env struct {
	visit *visit.Visit
	theme theme.Theme
	prose *prose.Renderer
	keys  keys.Map
	size  size
}

func (e env) words() content.Words { return e.visit.Walk.Guide().Words }

// Model is the root model of the full screen.
type Model struct {
	env    env
	window size
	here   sheet         // the page on top
	views  map[int]sheet // those below it, as they were left
	themed bool          // the theme was chosen, so the background does not matter
	noted  bool          // the note for the clinician stands beside the text
	shown  shown
	flood  flood
	open   func() (*visit.Visit, error) // opens the visit; nil once it is
	err    error                        // why it did not open
}

// shown is what View hands out, made at the end of each Update.
type shown struct {
	content string
	cursor  *tea.Cursor
	clicks  []click
}

// New makes the full screen of a visit. Chosen says whether the theme was
// chosen: otherwise the terminal's own background decides, once it has told it.
func New(v *visit.Visit, look theme.Theme, chosen bool) *Model {
	m := Opening(nil, look, chosen)
	m.visits(v)
	return m
}

// Opening makes the full screen of a visit that is opened with the first
// message, when the terminal has been asked for its colours.
func Opening(open func() (*visit.Visit, error), look theme.Theme, chosen bool) *Model {
	return &Model{env: env{theme: look, prose: prose.New()}, themed: chosen, open: open}
}

// visits takes the visit that is shown.
func (m *Model) visits(v *visit.Visit) {
	words := v.Walk.Guide().Words
	m.env.visit, m.env.keys = v, keys.New(words)
	v.Ways, v.More = m.env.keys.Ways(), moreKeys(m.env.keys, words)
}

// opened opens the visit if it is not open yet. It returns false if that failed.
func (m *Model) opened() bool {
	if m.open == nil {
		return m.err == nil
	}
	v, err := m.open()
	m.open, m.err = nil, err
	if err == nil {
		m.visits(v)
	}
	return err == nil
}

// Err is why the visit did not open; nil if it did.
func (m *Model) Err() error { return m.err }

// Window is the size of the window, for a report.
func (m *Model) Window() string { return fmt.Sprintf("%dx%d", m.window.width, m.window.height) }

// Typing reports whether letters are letters now, in a Line.
func (m *Model) Typing() bool { return m.here.isTyping() }

// Init asks the terminal for its background; nothing waits for the answer.
func (m *Model) Init() tea.Cmd {
	if m.themed {
		return nil
	}
	return tea.RequestBackgroundColor
}

// View hands out what Update rendered.
func (m *Model) View() tea.View {
	v := tea.NewView(m.shown.content)
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	if m.env.visit != nil {
		v.WindowTitle = m.env.words().Guide.Title
	}
	v.Cursor = m.shown.cursor
	return v
}

// Update takes a message, lets the visit do what it means, and renders.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if !m.opened() {
		return m, tea.Quit
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if mark, ok := input.MarkOf(key); ok {
			return m, m.marked(mark)
		}
	}
	cmd := m.take(msg)
	if m.env.visit.Over() {
		return m, tea.Quit
	}
	m.render()
	m.came()
	return m, cmd
}

func (m *Model) take(msg tea.Msg) tea.Cmd {
	if m.refuses(msg) {
		return nil
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.window = size{msg.Width, msg.Height}
	case tea.BackgroundColorMsg:
		if !m.themed {
			m.env.theme = theme.For(msg.Color).WithProfile(m.env.theme.Profile)
		}
	case tea.ColorProfileMsg:
		m.env.theme = m.env.theme.WithProfile(msg.Profile)
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.MouseClickMsg:
		m.click(msg)
	case tea.PasteMsg, tea.MouseWheelMsg:
		if !m.layout().tooSmall {
			m.settle()
			m.here = m.here.update(msg)
		}
	}
	return nil
}

// press takes a key: those that work everywhere, all others on the page.
func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	k, v, typing := m.env.keys, m.env.visit, m.here.isTyping()
	if !k.Stop.Matches(msg) || typing {
		v.Hush()
	}
	switch {
	case k.Leave.Matches(msg):
		v.Leave()
	case k.Suspend.Matches(msg):
		return tea.Suspend
	case m.layout().tooSmall:
		// Nothing may happen to a page that is not seen.
		if k.Stop.Matches(msg) && !typing {
			v.Leave()
		}
	case k.Help.Matches(msg) && (!typing || msg.Text == ""):
		v.Do(page.HelpNow, "")
	case !typing && m.everywhere(msg):
	default:
		m.settle()
		m.here = m.here.update(msg)
	}
	return nil
}

// everywhere takes a key that stands for a move: one of the page's own, or one
// that is offered everywhere.
func (m *Model) everywhere(msg tea.KeyPressMsg) bool {
	for _, move := range m.here.moves {
		b, ok := m.env.keys.Of(move.Meaning)
		switch {
		case !ok || !b.Matches(msg):
			continue
		case move.Meaning == page.Clinician && m.toggleNote():
		case m.here.has(string(move.Meaning)):
			m.here = m.here.touched().on(stop{id: string(move.Meaning)})
		default:
			m.env.visit.Do(move.Meaning, "")
		}
		return true
	}
	return false
}

// toggleNote shows the note for the clinician beside the text, or takes it
// away. It returns false where there is no room for it.
func (m *Model) toggleNote() bool {
	if m.noted && m.noteBeside() != nil {
		m.noted = false
		return true
	}
	m.noted = true
	return m.noteBeside() != nil
}

// noteBeside is the note for the clinician where it was called for and the
// window has room for it beside the text; nil otherwise.
func (m *Model) noteBeside() []string {
	l := m.layout()
	parts := m.env.visit.ClinicianNote()
	if !m.noted || len(parts) == 0 || l.asideWidth == 0 {
		return nil
	}
	lines := m.here.partLines(parts, l.asideWidth)
	if len(lines) > l.body.height {
		return nil
	}
	return lines
}

// click turns a click into what it means.
func (m *Model) click(msg tea.MouseClickMsg) {
	if msg.Button != tea.MouseLeft || m.layout().tooSmall {
		return
	}
	for _, c := range m.shown.clicks {
		if msg.X < c.x || msg.X >= c.x+c.width || msg.Y < c.y || msg.Y >= c.y+c.height {
			continue
		}
		if key, ok := c.msg.(tea.KeyPressMsg); ok {
			if m.here.kind() != page.Act || !m.env.keys.Keep.Matches(key) {
				m.press(key) // but no click does an act
			}
		} else {
			m.settle()
			m.here = m.here.update(c.msg)
		}
		return
	}
}

// settle shows the page that the visit has on top, as it was left or anew.
func (m *Model) settle() {
	if m.window.width == 0 {
		return
	}
	m.env.size = m.layout().body
	id := m.env.visit.ID()
	if id == m.here.id {
		m.here = m.here.with(m.env)
		return
	}
	views := map[int]sheet{}
	for _, there := range m.env.visit.IDs() {
		if s, ok := m.views[there]; ok {
			views[there] = s
		}
		if there == m.here.id {
			views[there] = m.here
		}
	}
	m.views = views
	if s, ok := views[id]; ok {
		m.here = s.with(m.env)
		return
	}
	m.here = newSheet(m.env, id)
}

// render makes what View hands out.
func (m *Model) render() {
	if m.window.width == 0 {
		return
	}
	m.settle()
	l := m.layout()
	if l.tooSmall {
		m.shown = shown{content: clip(m.env.words().Frame.TooSmall, m.window)}
		return
	}
	f := frame{env: m.env, layout: l, notice: m.noticeLines(), care: m.env.visit.Notice().Care, sheet: m.here, beside: m.beside(l)}
	m.shown.content, m.shown.clicks = f.draw(m.bindings())
	m.shown.cursor = nil
	if c := m.here.cursor(); c != nil {
		c.X += l.column
		c.Y += l.top
		m.shown.cursor = c
	}
}

// beside is what stands at the left of the text in a wide window.
func (m *Model) beside(l layout) []string {
	if note := m.noteBeside(); note != nil {
		return note
	}
	if l.asideWidth == 0 {
		return nil
	}
	return m.here.partLines(m.here.now.Beside, l.asideWidth)
}

// On is the same screen of another visit, which stands where this one does.
func (m *Model) On(v *visit.Visit) *Model {
	other := *m
	other.env.visit, other.here.visit = v, v
	return &other
}
