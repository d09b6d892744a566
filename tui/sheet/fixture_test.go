package sheet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/intake"
	"firstsession/tui/screen"
	"firstsession/tui/sheet"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

var (
	wide   = screen.Size{Width: 72, Height: 20}
	narrow = screen.Size{Width: 36, Height: 8}
	whole  = screen.Size{Width: 72, Height: 120}
	sizes  = []screen.Size{{Width: 28, Height: 3}, narrow, {Width: 36, Height: 12}, wide, whole}
)

// visit is a page with every kind of item, that keeps what it is told.
type visit struct {
	items []intake.Item
	body  []intake.Part
	sheds bool // the first item is not there in another world
	quiet bool // a text that is refused is refused without care
	word  string
	took  []string // what was answered, in order
}

func (p visit) Sheet(w walk.Walk) intake.Sheet {
	s := intake.Sheet{Title: "Intake", Turn: "for the clinician", Body: p.body, Items: p.items}
	s.Notice, s.Care = p.word, p.word != "" && !p.quiet
	if len(w.Notes()) > 0 {
		s.Body = append(slices.Clone(p.body), intake.Part{Text: w.Notes()[0].Text})
		if p.sheds {
			s.Items = p.items[1:]
		}
	}
	return s
}

func (p visit) Take(_ walk.Walk, id, text string) (intake.Page, intake.Deed) {
	p.took = append(slices.Clone(p.took), strings.TrimSpace(id+" "+text))
	p.items, p.word = slices.Clone(p.items), ""
	for i := range p.items {
		item := &p.items[i]
		switch {
		case item.ID != id && item.Kind == intake.Pick:
			item.On = item.On && !isPick(p.items, id)
		case item.ID != id:
		case item.Kind == intake.Line && text == "bad":
			p.word, item.Text = "This cannot be used. It is kept here, so that you can change it.", text
		case item.Kind == intake.Line:
			item.Text = text
		case item.Kind == intake.Tick:
			item.On = !item.On
		case item.Kind == intake.Pick:
			item.On = true
		case item.ID == "save":
			return p, intake.Deed{Save: true}
		case item.ID == "on":
			return p, intake.Deed{Next: true}
		case item.Kind == intake.Act:
			p.word = "Please choose which parts you go through today."
		}
	}
	return p, intake.Deed{}
}

func isPick(items []intake.Item, id string) bool {
	return slices.ContainsFunc(items, func(i intake.Item) bool { return i.ID == id && i.Kind == intake.Pick })
}

// form is a page to fill in, with two acts at its end.
func form() visit {
	return visit{
		body: []intake.Part{
			{Text: "A new intake", Kind: intake.Heading},
			{Text: "This page is for the clinician. Nothing is kept until you begin."},
		},
		items: []intake.Item{
			{ID: "reference", Kind: intake.Line, Label: "Reference for the client", Help: "A code from your own files, such as K-102. Please use no name.", Most: 12},
			{ID: "aim", Kind: intake.Line, Label: "The client’s own aim, in their words", Most: 500},
			{ID: "together", Kind: intake.Tick, Group: "How it is run", Label: "We go through it together"},
			{ID: "aloud", Kind: intake.Tick, Group: "How it is run", Label: "It is read aloud", On: true},
			{ID: "all", Kind: intake.Pick, Group: "Which parts today", Help: "Only one of these.", Label: "All chapters, about 40 minutes"},
			{ID: "short", Kind: intake.Pick, Group: "Which parts today", Label: "The essentials, about 15 minutes", Help: "With its questions."},
			{ID: "begin", Kind: intake.Act, Label: "Begin the intake"},
			{ID: "save", Kind: intake.Act, Label: "Save it for later"},
		},
	}
}

// talk is a page that goes on, with thoughts to tick.
func talk() visit {
	long := ""
	for i := range 12 {
		long += fmt.Sprintf("Put the guide aside for a while, and then %d more. ", i)
	}
	return visit{
		body: []intake.Part{
			{Text: "To talk about together", Kind: intake.Heading}, {Text: long},
			{Text: "You marked these pages", Kind: intake.Heading},
			{Text: "On time", Kind: intake.ListItem}, {Text: "Common myths: will I have to tell everything?", Kind: intake.ListItem},
			{Text: "They are covered.", Kind: intake.Quiet},
			{Kind: intake.Text, Blocks: []content.Block{{Prose: "Some *prose* of the guide."}}},
		},
		items: []intake.Item{
			{ID: "one", Kind: intake.Tick, Label: "Show number 1"},
			{ID: "two", Kind: intake.Tick, Label: "Show number 2"},
			{ID: "on", Kind: intake.GoOn, Label: "go on"},
		},
	}
}

// acts has nothing but acts, and a line between them.
func acts() visit {
	return visit{items: []intake.Item{
		{ID: "new", Kind: intake.Act, Label: "Begin a new intake"},
		{ID: "folder", Kind: intake.Line, Label: "A folder for your copy", Text: "/media/stick", Group: "A copy"},
		{ID: "save", Kind: intake.Act, Label: "Save my copy into this folder", Group: "A copy"},
		{ID: "none", Kind: intake.Act, Label: "I want no copy today", Group: "A copy"},
	}}
}

// only is a text that goes on.
func only() visit {
	page := talk()
	page.items = page.items[2:]
	return page
}

var pages = map[string]func() visit{"form": form, "talk": talk, "acts": acts, "only": only, "empty": func() visit { return visit{} }}

func on(t testing.TB, size screen.Size, page intake.Page) *tuitest.Stage {
	t.Helper()
	env := tuitest.Env(tuitest.Shipped(t), size.Width, size.Height)
	env.Theme = theme.Dark()
	return tuitest.NewStage(env, sheet.New(env, page))
}

// deeds are what was asked for, by the names of what was done.
func deeds(s *tuitest.Stage) (saved, next int) {
	for _, action := range s.Actions {
		if do, ok := action.(screen.Do); ok && do.Deed.Save {
			saved++
		} else if ok && do.Deed.Next {
			next++
		}
	}
	return saved, next
}

// joined is the body with its styles.
func joined(s *tuitest.Stage) string { return strings.Join(s.Screen.View().Body, "\n") }
