package lines

import (
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/page"
)

// everything is a page with one of everything.
var everything = page.Sheet{
	Title: "A form", ForWhom: "for the clinician", Place: "Page 2 of 3", State: "not saved yet",
	Body: []page.Part{
		{Kind: page.Label, Text: "to fill in"},
		{Kind: page.Banner},
		{Kind: page.Heading, Text: "A form"},
		{Kind: page.Heading, Text: "What is it?"},
		{Kind: page.Prose, Blocks: []content.Block{{Prose: "Some *words*.\n\n- one\n- two\n  1. and a half"}, {Picture: &content.Picture{Alt: "A chair."}}}},
		{Kind: page.ListItem, Text: "first", Under: "and more"},
		{Kind: page.ListItem, Text: "second"},
		{Kind: page.Path, Text: "/home/me/a.txt"},
	},
	Items: []page.Item{
		{ID: "query", Kind: page.Line, Live: true, Label: "Search", Text: "x"},
		{ID: "name", Kind: page.Line, Label: "Name", Help: "Initials will do."},
		{ID: "aim", Kind: page.Line, Label: "What would help?", Text: "Rest"},
		{ID: "aloud", Kind: page.Tick, Group: "How", Label: "Read aloud", On: true},
		{ID: "together", Kind: page.Tick, Group: "How", Label: "Together"},
		{ID: "all", Kind: page.Pick, Group: "How much", Label: "All"},
		{ID: "short", Kind: page.Pick, Group: "How much", Label: "Essentials"},
		{ID: "own", Kind: page.Choose, Label: "Take part", Says: "This fits.", Feedback: "It is *yours* to choose."},
		{ID: "to", Kind: page.Row, Label: "Welcome", State: "done"},
		{ID: "begin", Kind: page.Act, Label: "Begin", Word: "start"},
		{ID: "erase", Kind: page.Act, Label: "erase", Word: "erase"},
		{ID: page.GoOnID, Kind: page.GoOn, Label: "go on", Help: "Nothing is kept."},
	},
	Under:  []page.Part{{Kind: page.Quiet, Text: "That is all."}},
	Moves:  []page.Move{{Meaning: page.ShowMe}, {Meaning: page.Back}, {Meaning: page.Later}},
	Notice: page.Notice{Text: "Something happened.", Care: true},
}

const everythingSaid = `A form, for the clinician. Page 2 of 3.

Something happened.

What is it?

Some words.

1. one
2. two
2.1. and a half

The picture in words: A chair.

first. and more
second

/home/me/a.txt

1. Name: empty. Initials will do.
2. What would help? Rest

How.

3. Read aloud (ticked)
4. Together

How much.

5. All
6. Essentials
7. Take part. This fits. It is yours to choose.
8. Welcome (done)
9. start: Begin
10. erase

Nothing is kept.

None of these is chosen yet.

That is all.
`

func TestAPageIsSaidWithAllThatStandsThere(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	l.wholePage(everything)
	if got := strings.TrimPrefix(l.written(), "\n"); got != everythingSaid {
		t.Errorf("it says\n%s", got)
	}
}

func TestAPromptSaysWhatLeadsOnFirst(t *testing.T) {
	named := everything
	named.Items = everything.Items[1:2]
	named.Ask = "name"
	rows := page.Sheet{Title: "Places", Items: []page.Item{{Kind: page.Row, Label: "A"}, {Kind: page.Row, Label: "B"}}}
	for _, test := range []struct {
		name string
		s    page.Sheet
		want string
	}{
		{"everything", everything, "Page 2 of 3, not saved yet. Enter: go on. 1 to 10: choose or fill in. Or start, erase, show me, later, help now, stop. Question mark: hear all commands."},
		{"a line is asked for", named, "Page 2 of 3, not saved yet. Type the text for: Name. Or show me, later, help now, stop. Question mark: hear all commands."},
		{"places", rows, "Places. 1 to 2: read it. Or help now, stop. Question mark: hear all commands."},
		{"an act", page.Sheet{Title: "Begin?", Items: everything.Items[9:11]}, "Begin? 1 to 2: choose. Or start, erase, help now, stop. Question mark: hear all commands."},
		{"a tick", page.Sheet{Title: "Tick", Items: everything.Items[3:4]}, "Tick. 1: tick. Or help now, stop. Question mark: hear all commands."},
		{"text alone", page.Sheet{Title: "Read", Items: everything.Items[11:]}, "Read. Enter: go on. Or help now, stop. Question mark: hear all commands."},
	} {
		l, _, _ := newReader(shipped(t), 0)
		l.words.Lines.OrType = l.words.Lines.Or
		if got := l.prompt(test.s); got != test.want {
			t.Errorf("%s: %s", test.name, got)
		}
	}
}

func TestOnlyWhatIsDifferentIsSaidAgain(t *testing.T) {
	now := everything
	now.Notice = page.Notice{Text: "One more."}
	now.Body = append([]page.Part{{Text: "New here."}}, everything.Body...)
	now.Items = append([]page.Item{}, everything.Items...)
	now.Items[3].On, now.Items[4].On = false, true
	now.Items[6].On = true
	now.Items = append(now.Items, page.Item{ID: "late", Kind: page.Row, Label: "Late"})
	l, _, _ := newReader(shipped(t), 0)
	l.changes(everything, now)
	want := "\nOne more.\n\nNew here.\n\nNow: Read aloud (not ticked)\n\nNow: Together (ticked)\n\nNow: Essentials (chosen)\n\n11. Late\n"
	if got := l.written(); got != want {
		t.Errorf("it says\n%s", got)
	}
}

func TestALongPageIsSaidInPartsAndAllOfIt(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("signing")(t, l)
	said := l.Line("again")
	for range 10 {
		if n := len(strings.Fields(said)); n > 200 {
			t.Errorf("%d words are said at once", n)
		}
		if l.rest == "" {
			break
		}
		if prompt := lastLine(said); !strings.Contains(prompt, "Enter: hear the rest") {
			t.Errorf("the prompt does not say that there is more: %s", prompt)
		}
		said = l.Line("")
	}
	if !strings.Contains(said, "do not sign: ") {
		t.Errorf("its end is\n%s", said)
	}
	l, _, _ = newReader(shipped(t), 0)
	at("signing")(t, l)
	if said := l.Line("Maja"); !strings.Contains(said, "hear the rest") || l.visit.Sheet().Ask != "" {
		t.Errorf("a name before the end is heard says\n%s", said)
	}
}

// TestNothingIsSignedBeforeThePageWasSaidToItsEnd holds whatever leads away from
// the page in between, and that what is said then is the page as it is now.
func TestNothingIsSignedBeforeThePageWasSaidToItsEnd(t *testing.T) {
	for _, typed := range [][]string{
		{"Maja", "sign"}, {"Maja", "", "sign"}, {"Maja", "3"}, {"Maja", "where", "sign"}, {"Maja", "again", "sign"}, {"Maja", "go on", "sign"},
		{"Maja", "chapters", "back", "sign"}, {"Maja", "note Ask", "sign"}, {"Maja", "note", "Ask", "back", "sign"},
	} {
		l, keeper, _ := newReader(shipped(t), 0)
		at("signing")(t, l)
		said := hear(l, typed...)
		if keeper.records > 0 || !strings.Contains(said, "waits until all of this page was said") {
			t.Fatalf("%q says\n%s", typed, said)
		}
		for l.rest != "" {
			said += l.Line("")
		}
		for _, part := range []string{"What signing means.", "How I can take it back.", "What goes into the record.", ". Your name: Maja.", "sign: "} {
			if !strings.Contains(said, part) {
				t.Errorf("%q: %q is not said in\n%s", typed, part, said)
			}
		}
		if said := hear(l, "again", "sign"); keeper.records != 1 {
			t.Errorf("%q: heard to the end, it does not sign\n%s", typed, said)
		}
	}
	l, _, _ := newReader(shipped(t), 0)
	at("signing")(t, l)
	if said := l.Line("do not sign"); !l.visit.Walk.Declined() {
		t.Errorf("not to sign waits\n%s", said)
	}
}

func TestPagesThatAreOnlyReadLeaveOneWhereOneWas(t *testing.T) {
	for _, typed := range []string{"help now", "about", "?", "glossary", "glossary cohesion", "rule"} {
		l, _, _ := newReader(shipped(t), 0)
		at("where-dana-works")(t, l)
		before := lastLine(l.Line("again"))
		said := l.Line(typed)
		for l.rest != "" {
			said += l.Line("")
		}
		if !strings.HasSuffix(strings.ToLower(lastLine(said)), strings.ToLower(before)) || len(strings.Fields(said)) < 40 {
			t.Errorf("%q says\n%s", typed, said)
		}
		if !strings.HasPrefix(lastLine(said), "Something to try, 1 of 3") {
			t.Errorf("after %q it does not say where one is back\n%s", typed, lastLine(said))
		}
	}
}

func TestModeAndPlaceAreSaid(t *testing.T) {
	for first, want := range map[string]string{"": "Your place is kept on this computer.", "private": "Nothing of this visit is kept on this computer"} {
		l, _, _ := newReader(shipped(t), 0)
		begun := l.Line(first)
		if private := first != ""; strings.Contains(begun, want) != private {
			t.Errorf("%q says\n%s", first, begun)
		}
		l.Line("")
		if said := l.Line("where"); !strings.Contains(said, want) || !strings.Contains(said, "Chapter 1 of 10: Welcome. Section 1 of 6.") {
			t.Errorf("where says\n%s", said)
		}
	}
}
