package record

import (
	"errors"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

func TestCleanName(t *testing.T) {
	for name, want := range map[string]string{
		"Dana":                                 "Dana",
		"  D.  K. \n":                          "D. K.",
		"Đặng Thị Bích":                        "Đặng Thị Bích",
		"不破 優":                                 "不破 優",
		"מרים":                                 "מרים",
		"D\x1b[31ma\x07na":                     "D [31ma na",
		"\u202eanaD\u2066\u200f":               "anaD",
		"a\xffb":                               "ab",
		"D\u2028K":                             "D K",
		" \t\u202e\x00\u200e":                  "",
		strings.Repeat("ü ", 200):              strings.TrimSpace(strings.Repeat("ü ", 100)),
		strings.Repeat("不", 201):               strings.Repeat("不", 200),
		"O’Neil-Śmith, Jr. <d&k>'":             "O’Neil-Śmith, Jr. <d&k>'",
		"علی\u200cرضا":                         "علی\u200cرضا",
		"ශ්\u200dරී":                           "ශ්\u200dරී",
		strings.Repeat("\u3164", 300) + "Dana": "",
	} {
		got := CleanName(name)
		if got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
		if CleanName(got) != got {
			t.Errorf("%q is not clean the second time", got)
		}
	}
}

func TestANameThatShowsNothingIsNone(t *testing.T) {
	for _, r := range "\u200b\u200c\u200d\u2060\ufeff\u3164\u115f\u1160\uffa0\u00ad\u034f\u061c\u180e\u2800\u0301\ufe0f\u17b4\U000e0041\U000e0100\U000e0fff" {
		for _, name := range []string{string(r), strings.Repeat(string(r), 3), " " + string(r) + " \u200b"} {
			if got := CleanName(name); got != "" {
				t.Errorf("%U: %q is a name", r, got)
			}
		}
	}
}

func TestTheCopySaysNothingThatIsNotKnown(t *testing.T) {
	g := guide(t)
	w, _ := apply(t, walk.New(g), answers(g, walk.Agree)...)
	a, err := Build(w, draft())
	must(t, err)
	if text := Text(a, g.Words); strings.Contains(text, "alone") || !strings.Contains(text, "without an intake form") {
		t.Errorf("somebody may have sat beside the member:\n%s", text)
	}
}

// mixed answers the first statement with talk first, the second with not now,
// and the others with agree.
func mixed(g *content.Guide) []walk.Event {
	events := answers(g, walk.Agree)
	events[0].Answer, events[1].Answer = walk.TalkFirst, walk.NotNow
	return events
}

func TestBuildRefuses(t *testing.T) {
	g := guide(t)
	all, _ := apply(t, walk.New(g), answers(g, walk.Agree)...)
	some, _ := apply(t, walk.New(g), answers(g, walk.Agree)[1:]...)
	named := func(name string) Draft { d := draft(); d.Name = name; return d }
	broken := draft()
	broken.Random = strings.NewReader("123")
	for _, c := range []struct {
		name string
		w    walk.Walk
		d    Draft
		want error
	}{
		{"no name", all, named(""), ErrNoName},
		{"a name of nothing", all, named(" \x00\u202e\t"), ErrNoName},
		{"an open statement", some, draft(), walk.ErrOpen},
		{"no answers at all", walk.New(g), draft(), walk.ErrOpen},
		{"nothing random", all, broken, nil},
		{"an unknown outcome", all, Draft{Outcome: "maybe", Now: signedAt, Random: strings.NewReader("12345678")}, nil},
		{"not signed, with a name", all, Draft{Name: "Dana", Outcome: walk.EndNotSigned, Now: signedAt, Random: strings.NewReader("12345678")}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := Build(c.w, c.d)
			if err == nil || c.want != nil && !errors.Is(err, c.want) || a.ID != "" {
				t.Errorf("%v, %v, want %v", a.ID, err, c.want)
			}
		})
	}
}

func TestBuildKeepsWhatWasShown(t *testing.T) {
	g := guide(t)
	w, facts := apply(t, walk.New(g), mixed(g)...)
	d := draft()
	d.Name = "  Dana\u202e K. "
	d.Answered = AnswerTimes(facts)
	a, err := Build(w, d)
	must(t, err)
	if a.Outcome != walk.EndSignedOpen || a.Name != "Dana K." || a.Guide.Revision != g.Revision || a.Time.Format(time.RFC3339Nano) != "2026-11-23T15:04:05+01:00" {
		t.Errorf("%+v", a)
	}
	for i, s := range g.Commitment.Statements {
		if got := a.Statements[i]; got.Text != s.Text || got.Answer != w.Answer(s.ID) || got.Answered == nil || !got.Answered.Equal(facts[i].Time.Truncate(time.Second)) {
			t.Errorf("%s: %+v", s.ID, got)
		}
	}
	if !strings.HasPrefix(a.Signing.Text[0], "I went through the parts") || a.Supersedes != "" || a.Notes != nil || a.Reflections != nil {
		t.Errorf("%+v", a)
	}
	w, _ = apply(t, w, walk.Event{Kind: walk.Sign, Subject: a.ID, Text: "/somewhere"})
	if b, err := Build(w, d); err != nil || b.Supersedes != a.ID || b.ID == a.ID {
		t.Errorf("signed again: %+v, %v", b, err)
	}
}

func TestBuildTakesOnlyWhatWasChosen(t *testing.T) {
	g := guide(t)
	first := g.Chapters[0]
	var reflections []content.Question
	var asked content.Question
	for _, q := range g.Questions() {
		if q.Kind() == content.Reflection {
			reflections = append(reflections, *q)
		} else if asked.ID == "" {
			asked = *q
		}
	}
	if len(reflections) < 2 || asked.ID == "" {
		t.Fatal("the guide asks too little for this test")
	}
	events := append(answers(g, walk.Agree),
		walk.Event{Kind: walk.Pass, Subject: first.Sections[0].ID},
		walk.Event{Kind: walk.Choose, Subject: asked.ID, Options: []int{0}},
		walk.Event{Kind: walk.ShowMe, Subject: asked.ID},
		walk.Event{Kind: walk.Tick, Subject: reflections[0].ID, Options: []int{0}, Text: "my own\nwords\x1b"},
		walk.Event{Kind: walk.Tick, Subject: reflections[1].ID, Options: []int{0}, Text: "kept to myself"},
		walk.Event{Kind: walk.TakeNote, Subject: first.Sections[0].ID, Text: "May I bring water?"},
		walk.Event{Kind: walk.TakeNote, Subject: asked.ID, Text: "nobody's business"},
	)
	w, _ := apply(t, walk.New(g), events...)
	w, _ = apply(t, w,
		walk.Event{Kind: walk.Include, Subject: reflections[0].ID, Yes: true},
		walk.Event{Kind: walk.Include, Subject: w.Notes()[0].ID, Yes: true})
	a, err := Build(w, draft())
	must(t, err)
	if len(a.Notes) != 1 || a.Notes[0] != (Note{At: first.Title + ": " + first.Sections[0].Heading, Text: "May I bring water?"}) {
		t.Errorf("notes: %+v", a.Notes)
	}
	if len(a.Reflections) != 1 || a.Reflections[0].Own != "my own\nwords" || a.Reflections[0].Ticked[0] != reflections[0].Options[0].Text {
		t.Errorf("reflections: %+v", a.Reflections)
	}
	if len(a.Parts) != 1 || a.Parts[0].Title != first.Title || len(a.Parts[0].Sections) != 1 || a.Parts[0].Of != len(first.Sections) {
		t.Errorf("parts: %+v", a.Parts)
	}
	data, err := Encode(a)
	must(t, err)
	both := string(data) + Text(a, g.Words)
	for _, not := range []string{"nobody's business", "kept to myself", asked.Prompt, asked.Options[0].Text, reflections[1].Prompt, "\x1b"} {
		if strings.Contains(both, not) {
			t.Errorf("it holds %q", not)
		}
	}
}

func TestBuildOfAnIntakeThatWasNotSigned(t *testing.T) {
	g := guide(t)
	for _, outcome := range []walk.Ending{walk.EndNotSigned, walk.EndStopped, walk.EndContinued} {
		d := draft()
		d.Name, d.Outcome = "", outcome
		a, err := Build(walk.New(g), d)
		if err != nil || a.Outcome != outcome || a.Name != "" {
			t.Errorf("%s: %+v, %v", outcome, a, err)
		}
	}
}

func TestBuildRefusesWhatCouldNotBeReadAgain(t *testing.T) {
	g := guide(t)
	w, _ := apply(t, walk.New(g), answers(g, walk.Agree)...)
	for range 30 {
		w, _ = apply(t, w, walk.Event{Kind: walk.TakeNote, Subject: g.Chapters[0].ID, Text: strings.Repeat("word ", 12_000)})
		notes := w.Notes()
		w, _ = apply(t, w, walk.Event{Kind: walk.Include, Subject: notes[len(notes)-1].ID, Yes: true})
	}
	if _, err := Build(w, draft()); !errors.Is(err, ErrTooLong) {
		t.Errorf("%v", err)
	}
}

func TestTextStaysInItsColumns(t *testing.T) {
	g := guide(t)
	w, facts := apply(t, walk.New(g), append(mixed(g),
		walk.Event{Kind: walk.TakeNote, Subject: g.Chapters[0].ID, Text: strings.Repeat("不", 100) + "\n\n" + strings.Repeat("x", 200) + "\u202e end"},
	)...)
	w, _ = apply(t, w, walk.Event{Kind: walk.Include, Subject: w.Notes()[0].ID, Yes: true})
	d := draft()
	d.Answered = AnswerTimes(facts)
	d.Name = strings.Repeat("長", 90)
	a, err := Build(w, d)
	must(t, err)
	a.Countersignature = &Countersignature{Name: "Dr. Lind", Meaning: meaning(g.Commitment.Countersigning), Time: signedAt}
	text := Text(a, g.Words)
	for line := range strings.Lines(text) {
		if cells := plain.Cells(strings.TrimSuffix(line, "\n")); cells > columns {
			t.Errorf("%d columns: %q", cells, line)
		}
	}
	if plain.Printable(text, "") != text || strings.Contains(text, "{") {
		t.Error("it holds what no reader should see")
	}
	words := strings.Join(strings.Fields(text), " ")
	for _, want := range []string{g.Words.Statement.TalkFirst, g.Words.Statement.NotNow, g.Words.Record.IsNotWhat, a.TakeBack, a.Digest, a.ID, "Dr. Lind", g.Commitment.Statements[6].Text} {
		if !strings.Contains(words, want) {
			t.Errorf("it does not say %q", want)
		}
	}
}
