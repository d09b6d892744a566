package record

import (
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/walk"
)

// clinicGuide is a guide over which a practice with a group lies.
func clinicGuide(t testing.TB) *content.Guide {
	t.Helper()
	g := guide(t)
	g.Practice, g.PracticeCode = "River Clinic", "0123456789ab"
	g.Group = content.Group{ID: "tuesday", Name: "Tuesday group", Site: "Southside"}
	g.Facts = []content.Fact{
		{Key: "leaders", Label: "Who leads it", Text: "Ana Ruiz and Per Holm"},
		{Key: "fee", Label: "What it costs", Text: "40 a session, and nothing for the first.\n\nAsk us about help with it."},
		{Key: "notes.attendance", Label: "Coming", Text: "Ring the desk."},
	}
	return g
}

func TestARecordHoldsWhatThePracticeSaidWordForWord(t *testing.T) {
	g := clinicGuide(t)
	d := counter()
	d.Began, d.Entered = signedAt.Add(-50*time.Minute).UTC(), Piped
	a, err := Build(intake(t, g, append(mixed(g), walk.Event{Kind: walk.NameTyped, Text: typed})...), d)
	must(t, err)
	p := a.Practice
	if p.Group != "Tuesday group" || p.GroupID != "tuesday" || p.Site != "Southside" || p.Name != "River Clinic" || len(p.Facts) != 3 ||
		p.Facts[1].Text != g.Facts[1].Text || a.Entered != Piped || a.Began.Format(time.RFC3339) != "2026-11-23T14:14:05+01:00" {
		t.Errorf("%+v, %s, %s", p, a.Entered, a.Began)
	}
	text := strings.Join(strings.Fields(Text(a, g.Words)), " ")
	for _, want := range []string{
		"Practice: River Clinic", "Group: Tuesday group", "Site: Southside", "Begun: 2026-11-23 14:14 +01:00",
		"Who leads it: Ana Ruiz and Per Holm", "40 a session, and nothing for the first. Ask us about help with it.", g.Words.Record.EnteredPiped,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the text does not say %q", want)
		}
	}
	if page := HTML(a, g.Words); !strings.Contains(page, "<li><strong>Who leads it:</strong> Ana Ruiz and Per Holm</li>") {
		t.Error("the page does not say who leads it")
	}
	if b, err := Decode(sealedAnew(t, a)); err != nil || b.Place().Group != "Tuesday group" {
		t.Errorf("%+v, %v", b.Place(), err)
	}
}

func TestAMembersOwnRecordNamesItsGroupToo(t *testing.T) {
	g := clinicGuide(t)
	w, facts := apply(t, walk.New(g), answers(g, walk.Agree)...)
	d := draft()
	d.Began, d.Entered = Began(facts), SSH
	a, err := Build(w, d)
	if err != nil || a.Place().Group != "Tuesday group" || a.Entered != SSH || !a.Began.Equal(facts[0].Time.Truncate(time.Second)) {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestWhatAPracticeSaysOtherwiseSinceIsToldFactByFact(t *testing.T) {
	then := clinicGuide(t)
	a := intakeRecord(t, then)
	old := a
	old.Format, old.Practice = intakeFormat, nil
	old.Intake = &Intake{Reference: "K-102", Practice: "River Clinic", PracticeCode: "0123456789ab", Parts: walk.AllParts}
	for _, c := range []struct {
		what   string
		record Record
		change func(*content.Guide)
		want   []Change
	}{
		{"nothing", a, func(*content.Guide) {}, nil},
		{"a fee", a, func(g *content.Guide) { g.Facts[1].Text = "50" }, []Change{{"fee", OtherWords}}},
		{"a fact gone", a, func(g *content.Guide) { g.Facts = g.Facts[1:] }, []Change{{"leaders", Gone}}},
		{"a fact more", a, func(g *content.Guide) { g.Facts = append(g.Facts, content.Fact{Key: "size", Text: "8"}) }, []Change{{"size", New}}},
		{"another label", a, func(g *content.Guide) { g.Facts[1].Label = "The price" }, nil},
		{"the file, and nothing that is said", a, func(g *content.Guide) { g.PracticeCode = "ba9876543210" }, nil},
		{"the file, under an old record", old, func(g *content.Guide) { g.PracticeCode = "ba9876543210" },
			[]Change{{"practice", OtherFile}}},
		{"nothing, under an old record", old, func(*content.Guide) {}, nil},
	} {
		g := clinicGuide(t)
		c.change(g)
		if got := c.record.Changes(g); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, got, c.want)
		}
	}
}
