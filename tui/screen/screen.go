// Package screen is the full screen of any page: what has the focus, how one
// moves, types and ticks, what is drawn, and the frame around it. It knows no
// page: it shows the sheet that the visit has on top, and tells the visit what
// was answered. No act is done here by one key that is held, by Space, by a
// paste or by a click. No disk and no clock may come in, nor a word: all are in
// the guide's words.
//
// The visit opens, and what was answered goes to the disk with its fsync, inside
// Update and not in a Cmd, which would run beside the keys that come meanwhile: the
// next page must not be shown before its fact is kept. It takes milliseconds.
package screen

import (
	"fmt"
	"maps"
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/words"
	"firstsession/tui/frame"
	"firstsession/tui/input"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
)

// env is what a sheet is drawn with.
type env struct {
	visit *visit.Visit
	theme theme.Theme
	prose *prose.Renderer
	keys  *keys.Map
	size  frame.Size
}

func (e env) words() *words.Words { return e.visit.Guide().Words }

// Model is the root model of the full screen.
type Model struct {
	env    env
	layout frame.Layout
	notice []string      // the visit's, in lines
	here   sheet         // the page on top
	views  map[int]sheet // those below it, as they were left
	themed bool          // the theme was chosen, so the background does not matter
	noted  bool          // the note for the clinician stands beside the text
	shown  shown
	flood  flood
	shell  func() bool                  // whether one would wake the program; nil for none
	open   func() (*visit.Visit, error) // opens the visit; nil once it is
	err    error                        // why it did not open
	dead   string                       // a word about the last key, if it did nothing
	was    string                       // and about the one before it
	again  bool                         // they are the same: another sign shows that it was heard
	spoken string                       // the language of the keys' names
	aim    aim                          // of the last click, if nothing else came since

	spelled string // letters that were pressed one after another, none of them as text
	freed   int    // the page on which capitals are keys, since Esc ended some that had no effect
}

// New makes the full screen of a visit. Chosen reports whether the theme was
// chosen: otherwise the terminal's own background decides, once it has told it.
func New(v *visit.Visit, look theme.Theme, chosen bool) *Model {
	m := Opening(nil, look, chosen)
	m.visits(v)
	return m
}

// Opening makes the full screen of a visit that is opened with the first
// message, when the terminal has been asked for its colours.
func Opening(open func() (*visit.Visit, error), look theme.Theme, chosen bool) *Model {
	return &Model{env: env{theme: look, prose: prose.New()}, views: map[int]sheet{}, themed: chosen, open: open}
}

// Share makes this screen draw with a renderer that other readers use, too, so that
// a text is rendered once for all of them.
func (m *Model) Share(rendered *prose.Renderer) { m.env.prose = rendered }

// Under says whether a shell would wake the program if it slept.
func (m *Model) Under(shell func() bool) { m.shell = shell }

// visits takes the visit that is shown, in the language that it speaks now.
func (m *Model) visits(v *visit.Visit) {
	words := v.Guide().Words
	m.env.visit, m.env.keys, m.spoken = v, keys.New(words), v.Guide().Language
	v.Speaks(m.env.keys.Ways(), m.env.keys.More(words)...)
}

// openVisit opens the visit if it is not open yet.
func (m *Model) openVisit() {
	if m.open == nil {
		return
	}
	v, err := m.open()
	if m.open, m.err = nil, err; err == nil {
		m.visits(v)
	}
}

// Err is why the visit did not open; nil if it did.
func (m *Model) Err() error { return m.err }

// Window is the size of the window, for a report.
func (m *Model) Window() string {
	return fmt.Sprintf("%dx%d", m.layout.Window.Width, m.layout.Window.Height)
}

// Typing reports whether letters are letters now: in a Line, or where one waits.
func (m *Model) Typing() bool { return m.here.isTyping() || m.here.isReady() }

// Init asks the terminal for its background; nothing waits for the answer.
func (m *Model) Init() tea.Cmd {
	if m.themed {
		return nil
	}
	return tea.RequestBackgroundColor
}

// Update takes a message, lets the visit do what it means, and renders.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if m.openVisit(); m.err != nil {
		return m, tea.Quit
	}
	key, _ := msg.(tea.KeyPressMsg)
	if m.holdLetter(key) {
		return m, nil
	}
	changed := m.letGo()
	var cmd tea.Cmd
	mark, ok := input.MarkOf(key)
	if !ok && m.wasTold(msg) {
		return m, nil
	}
	if !ok {
		cmd = m.take(msg)
	} else if cmd = m.marked(mark); !changed {
		return m, cmd
	}
	if m.env.visit.Over() {
		return m, tea.Quit
	}
	m.render()
	m.came()
	return m, cmd
}

func (m *Model) take(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.MouseReleaseMsg, tea.MouseMotionMsg: // of the click of which something is said
	case tea.MouseClickMsg:
		m.was, m.dead = m.dead, ""
	default:
		m.was, m.dead, m.aim = m.dead, "", aim{}
	}
	if m.refuse(msg) {
		return nil
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.layout.Window = frame.Size{Width: msg.Width, Height: msg.Height}
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
		if !m.layout.Window.TooSmall() {
			m.update(msg)
		}
	}
	return nil
}

// does takes a key: those that work everywhere, all others on the page. In a
// window that is too small for one, nothing may happen to what is not seen; but
// help now is shown, as far as it fits.
func (m *Model) does(msg tea.KeyPressMsg) tea.Cmd {
	k, v, small := m.env.keys, m.env.visit, m.layout.Window.TooSmall()
	typing := m.here.isTyping() || m.here.isReady() && m.here.isText(msg)
	leaves := k.Leave.Matches(msg) && !small // also from a Line
	if !leaves && (typing || !k.Stop.Matches(msg)) {
		v.Hush()
	}
	switch {
	case m.spells(msg, typing):
		v.Do(page.HelpNow, "")
	case leaves:
		m.interrupt()
	case k.Leave.Matches(msg), small && k.Stop.Matches(msg): // where nothing that is asked could be read
		v.Leave()
	case k.Suspend.Matches(msg):
		return m.suspend(typing)
	case small && m.onHelp():
		m.update(msg)
	case k.Help.Matches(msg) && (!typing || msg.Text == "") && !m.onHelp():
		v.Do(page.HelpNow, "")
	case m.held(msg):
	case small, !typing && m.everywhere(msg):
	default:
		m.update(msg)
	}
	return nil
}

// interrupt leaves, or asks about that. What was half typed does not stay to be taken twice.
func (m *Model) interrupt() {
	if m.env.visit.Interrupt(m.env.keys.Leave.Shown); m.env.visit.KeptTyped() {
		m.here.Typing = ""
		m.here = m.here.on(m.here.Focus)
	}
}

// onHelp reports whether help now is on top: the only page that does not lead there. Before
// the window is known there is none.
func (m *Model) onHelp() bool { return m.here.visit != nil && !page.Offers(m.here.moves, page.HelpNow) }

// update has the page on top take a message. What reads on goes from what was seen:
// a notice that stood until now covered the lines below that.
func (m *Model) update(msg tea.Msg) {
	if key, _ := msg.(tea.KeyPressMsg); !m.here.reads(key) {
		m.settle()
	}
	m.here = m.here.update(msg)
}

// everywhere takes a key that stands for a move, whoever offers it.
func (m *Model) everywhere(msg tea.KeyPressMsg) bool {
	k := m.env.keys
	if k.Keys.Matches(msg) && !page.Offers(m.here.moves, page.Keys) { // the list of keys closes as it opened
		m.env.visit.Do(page.Back, "")
		return true
	}
	if to := m.here.filled(); to != nowhere && k.Backspace.Matches(msg) { // a slip is to be mended
		m.update(to)
		m.update(msg)
		return true
	}
	for _, meaning := range []page.Meaning{page.BeginPrivate, page.Note} {
		if k.Meanings[meaning].Matches(msg) && !page.Offers(m.here.moves, meaning) {
			m.env.visit.Do(meaning, "") // which says why not
			return true
		}
	}
	if v := m.env.visit; k.Meanings[page.MyPage].Matches(msg) && v.Fresh() && v.Intakes == nil {
		v.Do(page.MyPage, "") // and so does this
		return true
	}
	for _, move := range m.here.moves {
		switch {
		case !k.Meanings[move.Meaning].Matches(msg):
			continue
		case move.Meaning == page.Clinician && m.toggleNote():
		case m.here.at(stop{ID: string(move.Meaning)}) >= 0:
			m.env.visit.Hush()
			m.settle() // without the notice, so that nothing moves once the act is chosen
			m.here = m.here.touched().on(stop{ID: string(move.Meaning)})
		default:
			m.env.visit.Do(move.Meaning, "")
		}
		return true
	}
	return false
}

// settle shows the page that the visit has on top, as it was left or anew.
func (m *Model) settle() {
	if m.layout.Window.Width == 0 {
		return
	}
	if v := m.env.visit; v.Guide().Language != m.spoken {
		m.visits(v)
	}
	m.lay()
	m.env.size = m.layout.Body
	id, there := m.env.visit.ID(), m.env.visit.IDs()
	if id != m.here.id {
		m.views[m.here.id] = m.here
		maps.DeleteFunc(m.views, func(id int, _ sheet) bool { return !slices.Contains(there, id) })
		left, ok := m.views[id]
		if !ok {
			left = sheet{env: m.env, id: id, untouched: true}.begun()
		}
		m.here = left
	}
	m.here = m.here.with(m.env)
}

// On is the same screen of a copy of its visit, for a test that tries something out.
func (m *Model) On(v *visit.Visit) *Model {
	other := *m
	other.views = maps.Clone(m.views)
	other.env.visit, other.here.visit = v, v
	return &other
}
