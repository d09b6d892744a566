package screen

import (
	"image"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/plain"
	"firstsession/tui/frame"
	"firstsession/tui/keys"
	"firstsession/tui/paper"
	"firstsession/tui/prose"
)

// shown is what View hands out, made at the end of each Update.
type shown struct {
	title, content string
	cursor         *tea.Cursor
	clicks         []frame.Click
}

// View hands out what Update rendered.
func (m *Model) View() tea.View {
	v := tea.NewView(m.shown.content)
	v.AltScreen = true
	v.MouseMode = tea.MouseModeCellMotion
	v.KeyboardEnhancements.ReportAlternateKeys = true // for keyboards without Latin letters
	v.WindowTitle, v.Cursor = m.shown.title, m.shown.cursor
	return v
}

// toggleNote shows the note for the clinician beside the text, or takes it
// away. It returns false where there is no room for it.
func (m *Model) toggleNote() bool {
	there := m.noteBeside() != nil
	m.noted = !there
	return there || m.noteBeside() != nil
}

// noteBeside is the note for the clinician where it was called for and the
// window has room for it beside the text; nil otherwise.
func (m *Model) noteBeside() []string {
	if !m.noted || m.layout.Aside == 0 {
		return nil
	}
	lines, _ := paper.Parts(m.env.look(m.layout.Aside), m.env.visit.ClinicianNote())
	if len(lines) > m.layout.Body.Height {
		return nil
	}
	return lines
}

// beside is what stands at the left of the text in a wide window, and what can be
// clicked there.
func (m *Model) beside() ([]string, []frame.Click) {
	if note := m.noteBeside(); note != nil || m.layout.Aside == 0 {
		return note, nil
	}
	return paper.Parts(m.env.look(m.layout.Aside), m.here.now.Beside)
}

// lay divides the window, as the page on top and the notice need it.
func (m *Model) lay() {
	window, now := m.layout.Window, m.here.now
	if m.here.id != m.env.visit.ID() {
		now = m.env.visit.Sheet()
	}
	width := frame.Width(window)
	notice := m.env.visit.Notice()
	style := plain.Either(notice.Care, m.env.theme.Care, m.env.theme.Accent)
	m.notice = paper.Said(plain.Printable(notice.Text, "?"), width, style)
	// A long path must not leave the page without room; but rather that, until the next
	// key, than a path of which the end is missing.
	if most := plain.Either(window.Height >= 12, max(10, window.Height/2), max(1, window.Height/3)); len(m.notice) > most {
		m.notice = append(m.notice[:most-1], prose.Cut(m.notice[most-1], max(1, width-1), "")+style.Render("…"))
	}
	m.layout = frame.In(window, len(m.notice), now.Title+now.Place == "" && now.Chapter == 0)
}

// render makes what View hands out.
func (m *Model) render() {
	m.settle()
	m.shown.title = m.env.words().Guide.Title
	switch window := m.layout.Window; {
	case window.Width == 0:
		return
	case window.TooSmall():
		lines := m.here.text.Lines()
		if !m.onHelp() {
			lines = prose.Wrap(m.env.words().Frame.TooSmall, window.Width)
		}
		m.shown = shown{title: m.shown.title, content: strings.Join(lines[:min(len(lines), window.Height)], "\n")}
		return
	}
	words, s, v := m.env.words(), m.here, m.env.visit
	f := frame.Frame{
		Layout: m.layout, Theme: m.env.theme, Title: s.now.Title, Place: s.now.Place,
		Text: s.text.Lines(), Clicks: s.paper.Clicks(s.text.Top(), m.layout.Body.Height),
		Notice: m.notice, More: s.text.More(words.Reader),
	}
	m.putBeside(&f)
	if m.dead != "" {
		said := f.Notice
		if len(said) == 0 {
			f.Word = paper.Said(m.dead, m.layout.Body.Width, m.env.theme.Accent)
			said = f.Word
		}
		if m.again {
			said[0] = strings.Replace(said[0], "■", "□", 1)
		}
	}
	if v.Marked() {
		f.Place = strings.TrimPrefix(plain.Fill(words.Intake.Marked, "place", f.Place), ", ") // a chapter's first page has none
	}
	if n := s.now.Chapter; n > 0 && !s.paper.Ring { // which says the same
		f.Seats, f.Here = paper.Seats(v.Walk, n), n
		f.Chapter = plain.Fill(words.Frame.Chapter, "n", n, "of", v.Walk.Chapters())
	}
	f.Left, f.Right = m.bindings()
	f.Cut = s.text.Below() && !s.onward()
	if s.text.Above() && !s.text.Below() && m.layout.Window.Width >= fullWidth { // no key says so, as what reads on does
		f.Left, f.More = append(f.Left, keys.Binding{Does: f.More, Essential: true}), ""
	}
	m.shown.content, m.shown.clicks = f.Draw()
	m.shown.cursor = m.cursor()
}

// putBeside puts what stands beside the text where that begins, however it is scrolled.
func (m *Model) putBeside(f *frame.Frame) {
	beside, clicks := m.beside()
	if beside == nil {
		return
	}
	begins := slices.IndexFunc(m.here.paper.Lines, func(line string) bool { return line != "" })
	begins = max(0, min(begins, m.layout.Body.Height-len(beside)))
	f.Beside = append(make([]string, begins), beside...)
	for _, c := range clicks {
		c.Rectangle = c.Add(image.Pt(m.layout.Edge-m.layout.Column, begins))
		f.Clicks = append(f.Clicks, c)
	}
}

// cursor is where the terminal's own cursor stands; nil for nowhere.
func (m *Model) cursor() *tea.Cursor {
	at, body := m.here.paper.Cursor, m.layout.Body
	if at == nil || at.Y < m.here.text.Top() || at.Y >= m.here.text.Top()+body.Height {
		return nil
	}
	cursor := *at
	cursor.X = max(0, m.layout.Column+min(at.X, body.Width-1))
	cursor.Y += m.layout.Top - m.here.text.Top()
	return &cursor
}
