package screen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/frame"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

// size is a number of cells each way.
type size frame.Size

// Windows, from the smallest in which anything is shown.
var (
	narrow = size{38, 10}
	wide   = size{80, 24}
	whole  = size{80, 170}
	sizes  = []size{{frame.Least.Width, frame.Least.Height}, narrow, {42, 14}, wide, {150, 44}, whole}
)

// fake is a page with items of every kind, that keeps what it is told.
type fake struct {
	sheet page.Sheet
	sheds bool // the first item is not there once there is a note
	quiet bool // a text that is refused is refused without care
	word  string
	took  []string // what was answered, in order
}

// Show is the page. What it was told stands in its state, which is not drawn.
func (p fake) Show(s page.State) page.Sheet {
	sheet := p.sheet
	sheet.Notice = page.Notice{Text: p.word, Care: p.word != "" && !p.quiet}
	sheet.State = strings.Join(p.took, ", ")
	if notes := s.Walk.Notes(); len(notes) > 0 {
		sheet.Body = append(slices.Clone(sheet.Body), page.Part{Text: notes[0].Text})
		if p.sheds {
			sheet.Items = sheet.Items[1:]
		}
	}
	return sheet
}

func (p fake) Answer(_ page.State, a page.Answer) (page.Page, page.Want) {
	p.took = append(slices.Clone(p.took), strings.TrimSpace(a.ID+" "+a.Text))
	p.sheet.Items, p.word = slices.Clone(p.sheet.Items), ""
	picked := slices.ContainsFunc(p.sheet.Items, func(i page.Item) bool { return i.ID == a.ID && i.Kind == page.Pick })
	for i := range p.sheet.Items {
		item := &p.sheet.Items[i]
		switch {
		case item.Kind == page.Pick:
			item.On = item.On && !picked || item.ID == a.ID
		case item.ID != a.ID:
		case item.Kind == page.Line:
			if item.Text = a.Text; a.Text == "bad" {
				p.word = "This cannot be used. It is kept here, so that you can change it."
			}
		case item.Kind == page.Tick:
			item.On = !item.On
		case item.Kind == page.Choose:
			item.Mark, item.Says = page.Tried, "Another answer fits better."
		case item.Kind == page.Row:
			return p, page.OnTop{Page: only()}
		case item.Kind == page.Act && a.ID != "save":
			p.word = "Please choose which parts you go through today."
		}
	}
	return p, nil
}

// form is a page to fill in, with two acts at its end.
func form() fake {
	return fake{sheet: page.Sheet{
		Title: "Intake", ForWhom: "for the clinician",
		Body: []page.Part{
			{Text: "A new intake", Kind: page.Heading},
			{Text: "This page is for the clinician. Nothing is kept until you begin."},
		},
		Items: []page.Item{
			{ID: "reference", Kind: page.Line, Label: "Reference for the client", Help: "A code from your own files, such as K-102. Please use no name.", Most: 12},
			{ID: "aim", Kind: page.Line, Label: "The client’s own aim, in their words", Most: 500},
			{ID: "together", Kind: page.Tick, Group: "How it is run", Label: "We go through it together"},
			{ID: "aloud", Kind: page.Tick, Group: "How it is run", Label: "It is read aloud", On: true},
			{ID: "all", Kind: page.Pick, Group: "Which parts today", Help: "Only one of these.", Label: "All chapters, about 40 minutes"},
			{ID: "short", Kind: page.Pick, Group: "Which parts today", Label: "The essentials, about 15 minutes", Help: "With its questions."},
			{ID: "begin", Kind: page.Act, Label: "Begin the intake"},
			{ID: "save", Kind: page.Act, Label: "Save it for later"},
		},
	}}
}

// picks is a form that begins with one of several to pick.
func picks() fake {
	sheet := page.Sheet{Title: "Intake"}
	for _, id := range []string{"first", "second", "third"} {
		sheet.Items = append(sheet.Items, page.Item{ID: id, Kind: page.Pick, Group: "Which group", Label: id})
	}
	return fake{sheet: sheet}
}

// picked is the same where the first was picked, and something stands behind.
func picked() fake {
	f := picks()
	f.sheet.Items[0].On = true
	f.sheet.Items = append(f.sheet.Items, page.Item{ID: "name", Kind: page.Line, Group: "Your name", Label: "Name"})
	return f
}

// filling is the same with several Lines.
func filling() fake {
	f := picked()
	f.sheet.Items[0].On = false
	f.sheet.Items = append(f.sheet.Items, page.Item{ID: "reference", Kind: page.Line, Label: "Reference"})
	return f
}

// talk is a page that goes on, with thoughts to tick.
func talk() fake {
	long := ""
	for i := range 12 {
		long += fmt.Sprintf("Put the guide aside for a while, and then %d more. ", i)
	}
	return fake{sheet: page.Sheet{
		Body: []page.Part{
			{Text: "To talk about together", Kind: page.Heading}, {Text: long},
			{Text: "You marked these pages", Kind: page.Heading},
			{Text: "On time", Kind: page.ListItem}, {Text: "Common myths: will I have to tell everything?", Kind: page.ListItem},
			{Text: "They are covered.", Kind: page.Quiet},
			{Kind: page.Prose, Blocks: []content.Block{{Prose: "Some *prose* of the guide."}}},
		},
		Items: []page.Item{
			{ID: "one", Kind: page.Tick, Label: "Show number 1"},
			{ID: "two", Kind: page.Tick, Label: "Show number 2"},
			{ID: "on", Kind: page.GoOn, Label: "go on"},
		},
	}}
}

// acts has nothing but acts, and a line between them.
func acts() fake {
	return fake{sheet: page.Sheet{Items: []page.Item{
		{ID: "new", Kind: page.Act, Label: "Begin a new intake"},
		{ID: "folder", Kind: page.Line, Label: "A folder for your copy", Text: "/media/stick", Group: "A copy"},
		{ID: "save", Kind: page.Act, Label: "Save my copy into this folder", Group: "A copy"},
		{ID: "none", Kind: page.Act, Label: "I want no copy today", Group: "A copy"},
	}}}
}

// ask has answers that may be given lightly, and something to open.
func ask() fake {
	return fake{sheet: page.Sheet{
		Body: []page.Part{{Text: strings.Repeat("Dana would rather not say where she works. ", 6)}, {Text: "What fits best?", Kind: page.Heading}},
		Items: []page.Item{
			{ID: "explain", Kind: page.Choose, Label: "She should explain why she will not say"},
			{ID: "leave", Kind: page.Choose, Label: "She can leave it out and still take full part"},
			{ID: "hit", Kind: page.Row, Label: "At your own pace", State: "Common myths", Help: "Nobody has to tell everything."},
		},
		Under: []page.Part{{Kind: page.Quiet, Text: "Nobody counts."}},
	}}
}

// many leads to more places than there are digits.
func many() fake {
	var p fake
	for n := range 16 {
		p.sheet.Items = append(p.sheet.Items, page.Item{ID: fmt.Sprint(n + 1), Kind: page.Row, Label: "A question that is still open"})
	}
	return p
}

// only is a text that goes on.
func only() fake {
	p := talk()
	p.sheet.Items = p.sheet.Items[2:]
	return p
}

var fakes = map[string]func() fake{
	"form": form, "talk": talk, "acts": acts, "ask": ask, "only": only, "empty": func() fake { return fake{} },
}

// memory counts what is signed, and keeps nothing.
type memory struct{ signed int }

func (*memory) Begin() error                          { return nil }
func (*memory) Keep([]walk.Fact) error                { return nil }
func (*memory) Erase(func(walk.Fact) walk.Fact) error { return nil }
func (*memory) Settle(string, string) (bool, error)   { return true, nil }
func (*memory) SetAside() (string, error)             { return "aside", nil }
func (m *memory) Sign(walk.Walk, record.Draft, string) (id, path string, err error) {
	m.signed++
	return fmt.Sprint(m.signed), "/home/dana/record.json", nil
}

var now = time.Date(2026, 3, 1, 10, 30, 0, 0, time.UTC)

// visiting is a visit of somebody who has done something.
func visiting(t testing.TB, events ...walk.Event) *visit.Visit {
	t.Helper()
	guide := guidetest.Shipped(t, "en")
	w, facts, err := walk.New(guide).Apply(now, events...)
	if err != nil {
		t.Fatal(err)
	}
	return visit.New(visit.Options{
		World: page.World{Folder: "/home/dana/Documents/First Session", Absolute: func(folder string) (string, error) { return folder, nil }},
		Walk:  w, Facts: facts, Keeper: &memory{}, Now: func() time.Time { return now },
	})
}

// stage is the full screen of a visit, in memory.
type stage struct {
	t testing.TB
	v *visit.Visit
	m *Model
}

// on shows a page to somebody who has begun.
func on(t testing.TB, window size, p page.Page) *stage {
	t.Helper()
	v := visiting(t, walk.Event{Kind: walk.Reach, Subject: "welcome"})
	v.ShowOnly(p)
	return of(t, v, window)
}

// of shows a visit.
func of(t testing.TB, v *visit.Visit, window size) *stage {
	s := &stage{t, v, New(v, theme.HighContrast(), true)}
	s.m.env.prose = rendered
	return s.resize(window)
}

// rendered is the guide's prose as far as any test had it rendered.
var rendered = prose.New()

func (s *stage) press(names ...string) *stage {
	for _, msg := range tuitest.Messages(names...) {
		s.m.Update(msg)
	}
	return s
}

func (s *stage) resize(window size) *stage {
	s.m.Update(windowOf(window))
	return s
}

// click clicks on some words.
func (s *stage) click(words string) *stage {
	s.t.Helper()
	for y, line := range strings.Split(s.plain(), "\n") {
		if before, _, ok := strings.Cut(line, words); ok {
			return s.press("click:" + strconv.Itoa(ansi.StringWidth(before)) + "," + strconv.Itoa(y))
		}
	}
	s.t.Fatalf("%q does not stand in\n%s", words, s.plain())
	return s
}

// noted lets the page say more than before.
func (s *stage) noted() *stage {
	s.v.Do(page.Note, "A note")
	s.v.Hush()
	return s.resize(size(s.m.layout.Window))
}

// copied is the same, to try something on.
func (s *stage) copied() *stage {
	v := s.v.Copy(&memory{s.v.Keeper.(*memory).signed})
	if v.Intakes != nil {
		v.Intakes = desk{&v.Keeper}
	}
	return &stage{s.t, v, s.m.On(v)}
}

// plain is the window, text its words on one line, and body what is in sight of
// the page.
func (s *stage) plain() string { return ansi.Strip(s.m.View().Content) }
func (s *stage) text() string  { return strings.Join(strings.Fields(s.plain()), " ") }
func (s *stage) body() string  { return tuitest.Plain(s.m.here.text.Lines()) }

func (s *stage) took() string { return s.v.Sheet().State }

// focus is the id of what has the focus, with a mark for the place before acts.
func (s *stage) focus() string {
	if f := s.m.here.Focus; f.Before {
		return "before " + f.ID
	}
	return s.m.here.Focus.ID
}

// looks is all that a reader could notice.
func (s *stage) looks() string {
	view := s.m.View()
	cursor := ""
	if c := view.Cursor; c != nil {
		cursor = fmt.Sprint(c.X, c.Y)
	}
	return fmt.Sprint(view.Content, cursor, s.v.IDs(), s.v.Over(), len(s.v.Facts), s.took())
}

// fits fails the test if the window is not filled to the cell, or the cursor is
// outside.
func (s *stage) fits() {
	s.t.Helper()
	view, window := s.m.View(), size(s.m.layout.Window)
	lines := strings.Split(view.Content, "\n")
	tuitest.CheckLines(s.t, lines, window.Width)
	if c := view.Cursor; len(lines) > max(1, window.Height) || c != nil && (c.X >= window.Width || c.Y >= window.Height || c.X < 0 || c.Y < 0) {
		s.t.Errorf("%d lines with the cursor at %v in a window of %v", len(lines), c, window)
	}
}

// keysWork fails the test for a key that is shown and does nothing, or that is
// shown twice.
func (s *stage) keysWork() {
	s.t.Helper()
	left, _ := s.m.bindings()
	does := map[string]string{}
	for _, binding := range s.m.Bindings() {
		for _, key := range binding.Keys {
			if other, taken := does[key]; taken {
				s.t.Errorf("%q means both %q and %q", key, other, binding.Does)
			}
			does[key] = binding.Does
		}
	}
	before := s.looks()
	for _, binding := range left {
		for _, key := range binding.Keys {
			after := s.copied().press(key)
			says := (key == "enter" || key == "space") && after.v.Sheet().Notice.Text != "" // once more
			if after.looks() == before && !says || after.m.dead != "" {
				s.t.Errorf("%q is shown as %q and does nothing", key, binding.Does)
			}
		}
	}
}
