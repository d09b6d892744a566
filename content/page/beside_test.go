package page

import (
	"reflect"
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/walk"
)

// shipped is the guide that the program carries, to a reader who has begun.
func shipped(t testing.TB, events ...walk.Event) *reading {
	t.Helper()
	guide := guidetest.Shipped(t, "en")
	r := &reading{t: t, State: State{Walk: walk.New(guide), World: World{Ways: []any{
		"help", "F1", "go_on", "Space", "back", "left", "show_me", "s", "glossary", "g", "stop", "q", "chapters", "c",
	}}}}
	r.apply(events...)
	return r
}

// on shows a page.
func (r *reading) on(p Page) *reading {
	r.page, r.want = p, nil
	return r
}

// items are the ids of what can be answered.
func (r *reading) items() string {
	var ids []string
	for _, item := range r.sheet().Items {
		ids = append(ids, item.ID)
	}
	return strings.Join(ids, ", ")
}

func (r *reading) says(texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		if !strings.Contains(r.text(), text) {
			r.t.Errorf("%q is not on the page:\n%s", text, r.text())
		}
	}
}

func (r *reading) wants(want Want) {
	r.t.Helper()
	if show, ok := r.want.(OnTop); ok {
		r.t.Errorf("asks to show %#v, not for %#v", show.Page, want)
		return
	}
	if r.want != want {
		r.t.Errorf("asks for %#v, not %#v", r.want, want)
	}
}

// shows reports what page is asked for.
func (r *reading) shows(want Page) {
	r.t.Helper()
	if show, ok := r.want.(OnTop); !ok || !reflect.DeepEqual(show.Page.Show(r.State), want.Show(r.State)) {
		r.t.Errorf("asks for %#v, not for %#v", r.want, want)
	}
}

func TestWhatIsOnlyReadHasItsTextAndLeadsBack(t *testing.T) {
	r := shipped(t)
	help, about := r.Guide().Help, r.Guide().About
	for _, c := range []struct {
		page Page
		text string
	}{
		{NewHelp(), help.Title}, {NewAbout(), about.Title}, {NewAbout(), about.Sections[0].Heading},
		{NewClinicianNote(walk.Step{}), r.Words().Intake.NoNote},
		{NewKeys([]Move{{Meaning: ShowMe}, {Meaning: HelpNow}, {Meaning: Aside, Label: "put it away"}}, nil), "s: what fits, and why"},
		{NewKeys([]Move{{Meaning: ShowMe}, {Meaning: HelpNow}, {Meaning: Aside, Label: "put it away"}}, nil), "put it away"},
	} {
		r.on(c.page).says(c.text)
		if sheet := r.sheet(); !sheet.Passing || len(sheet.Items)+len(sheet.Moves) > 0 {
			t.Errorf("%T is not only read", c.page)
		}
		r.does(GoOnID).wants(Close{})
	}
}

func TestTheClinicianReadsTheNoteOfTheSectionOrTheChapter(t *testing.T) {
	r := open(t, "where")
	chapter := &r.Guide().Chapters[0]
	chapter.Note = "about the chapter"
	question, _ := r.Walk.Find("where")
	r.on(NewClinicianNote(question)).says("About the whole chapter:", "about the chapter")
	chapter.Sections[0].Note = "about the section"
	r.says("about the section")
	r.Guide().Commitment.Note = "about the promises"
	r.on(NewClinicianNote(r.Walk.First(2))).says("about the promises")
}
