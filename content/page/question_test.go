package page

import (
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/walk"
)

// noon is when everything in these tests happens.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// askingGuide has a question of each kind, and two promises.
func askingGuide(t testing.TB) *content.Guide {
	t.Helper()
	shipped := guidetest.Shipped(t, "en")
	one := content.Question{ID: "where", Prompt: "What fits best?", Scene: "Dana would rather not say.", Again: "pace", Options: []content.Option{
		{Text: "Explain", Feedback: "No one owes a reason."}, {Text: "Leave it out", Right: true, Feedback: "It is hers to choose."}, {Text: "Wait", Feedback: "She need not wait."},
	}}
	several := content.Question{ID: "heard", Prompt: "What is true here?", Again: "pace", Options: []content.Option{
		{Text: "Worth", Right: true, Feedback: "One view."}, {Text: "Must", Feedback: "Still views."}, {Text: "Sound", Right: true, Feedback: "Part of it."},
	}}
	hope := content.Question{ID: "hope", Prompt: "What do you hope for?", Options: []content.Option{{Text: "Less alone"}, {Text: "Words"}}}
	pace := content.Section{ID: "pace", Heading: "At your own pace", Questions: []content.Question{one, several, hope}}
	return &content.Guide{
		Language: "en", Words: shipped.Words, Closing: shipped.Closing, Revision: "0011223344556677",
		Chapters: []content.Chapter{{ID: "myths", Number: 1, Title: "Common myths", Sections: []content.Section{pace}}},
		Commitment: content.Commitment{
			Chapter: content.Chapter{ID: content.CommitmentID, Title: "What members ask"}, Signing: shipped.Commitment.Signing, Countersigning: shipped.Commitment.Countersigning,
			Statements: []content.Statement{
				{ID: "come", Text: "I will come.", Reason: []content.Block{{Prose: "It helps."}}, Rule: "pace"}, {ID: "keep", Text: "I will keep it."},
			},
		},
	}
}

// theWays are names for all that a text may name.
func theWays() []any {
	all := []any{"later", "l", "sign_again", "r", "show_me", "s", "back", "left", "tick", "Space", "set", "Space", "do_not_sign", "d"}
	for _, m := range Meanings() {
		all = append(all, string(m), string(m))
	}
	return append(all, "answer", "Enter")
}

// reading is one page in a walk, to be answered in a test.
type reading struct {
	t testing.TB
	State
	page Page
	want Want
}

// open shows the page of a step after events.
func open(t testing.TB, key string, events ...walk.Event) *reading {
	t.Helper()
	r := &reading{t: t, State: State{
		World: World{Folder: "/home/dana/First Session", Ways: theWays()},
		Walk:  walk.New(askingGuide(t)),
	}}
	r.apply(events...)
	step, ok := r.Walk.Find(key)
	if !ok {
		t.Fatalf("no step %q", key)
	}
	r.page = For(step, r.State)
	return r
}

func (r *reading) apply(events ...walk.Event) {
	r.t.Helper()
	after, _, err := r.Walk.Apply(noon, events...)
	if err != nil {
		r.t.Fatal(err)
	}
	r.Walk = after
}

// does answers, and applies what the page asks for.
func (r *reading) does(ids ...string) *reading {
	r.t.Helper()
	for _, id := range ids {
		id, text, _ := strings.Cut(id, "=")
		s := r.State
		r.Asked = ""
		r.page, r.want = r.page.Answer(s, Answer{ID: id, Text: text})
		if ask, ok := r.want.(Ask); ok && ask.On == nil {
			r.Asked, r.want = ask.ID, nil
		}
		if do, ok := r.want.(Do); ok {
			r.apply(do.Events...)
			if told, ok := r.page.(Outcome); ok {
				r.page = told.Became(r.State, nil)
			}
		}
	}
	return r
}

func (r *reading) sheet() Sheet { return r.page.Show(r.State) }

// item is what has an id on the page.
func (r *reading) item(id string) Item {
	r.t.Helper()
	for _, item := range r.sheet().Items {
		if item.ID == id {
			return item
		}
	}
	r.t.Fatalf("no item %q on the page:\n%s", id, r.text())
	return Item{}
}

// has reports whether an item or a move is offered.
func (r *reading) has(id string) bool {
	for _, item := range r.sheet().Items {
		if item.ID == id {
			return true
		}
	}
	for _, move := range r.sheet().Moves {
		if string(move.Meaning) == id {
			return true
		}
	}
	return false
}

// text is all that stands on the page.
func (r *reading) text() string {
	sheet := r.sheet()
	all := []string{sheet.Title, sheet.Place, sheet.State, sheet.Notice.Text}
	for _, part := range append(sheet.Body, sheet.Under...) {
		all = append(all, part.Text, part.Under)
		for _, block := range part.Blocks {
			all = append(all, block.Prose)
		}
	}
	for _, item := range sheet.Items {
		all = append(all, item.Group, item.Label, item.Help, item.Text, item.Says, item.Feedback)
	}
	return strings.Join(all, "\n")
}

// goesOn reports whether the last answer led to the next step.
func (r *reading) goesOn() bool {
	do, ok := r.want.(Do)
	return ok && do.Next
}

func TestAQuestionSaysWhatCameOfIt(t *testing.T) {
	for _, c := range []struct {
		key, does string
		state     string
		says, not string
		moves     bool
	}{
		{"where", "", "not answered yet", "Something to try, 1 of 2|something to try|Dana would rather|Choose one.", "This fits|No one owes", true},
		{"where", "option 1", "not found yet", "Another answer fits better.|No one owes", "hers to choose", true},
		{"where", "option 1,option 1", "not found yet", "You have tried this one. You can choose another, see what fits: s, or leave this question for later: l.", "hers", true},
		{"where", "go on", "not answered yet", "Nothing is chosen yet. Each answer has a number to choose it by. To leave this one for later: l.", "{", true},
		{"where", "option 1,option 2", "you found what fits", "You found what fits.|This fits.|hers to choose|No one owes", "need not wait", false},
		{"where", "show_me", "what fits was shown", "Here is what fits.|This fits.|hers to choose", "No one owes", false},
		{"where", "later", "left for later", "Choose one.", "This fits", true},
		{"heard", "", "not answered yet", "Choose all that fit.", "One view", true},
		{"heard", "go on", "not answered yet", "Nothing is ticked yet. Each answer has a number to tick it by. To leave this one for later:", "{", true},
		{"heard", "option 1,go on", "not found yet", "What you ticked fits. One that fits is not ticked yet. You can change your ticks and answer again, or see what fits: s.", "One view", true},
		{"heard", "option 1,go on,go on", "not found yet", "These are the same ticks as before. What you ticked fits.|To leave it: l.", "One view", true},
		{"heard", "option 1,option 2,go on", "not found yet", "less says why. One that fits|This one fits less.|Still views", "One view", true},
		{"heard", "option 1,go on,option 3", "not found yet", "Choose all", "One more fits", true},
		{"heard", "option 1,option 3,go on", "you found what fits", "Yes, those are all that fit.|One view|Part of it", "Still views", false},
		{"heard", "show_me", "what fits was shown", "Here is what fits.|One view|Part of it", "Still views", false},
	} {
		r := open(t, c.key)
		if c.does != "" {
			r.does(strings.Split(c.does, ",")...)
		}
		text := r.text()
		for _, says := range strings.Split(c.says, "|") {
			if !strings.Contains(text, says) {
				t.Errorf("%s %q: not there: %q\n%s", c.key, c.does, says, text)
			}
		}
		for _, not := range strings.Split(c.not, "|") {
			if strings.Contains(text, not) {
				t.Errorf("%s %q: there: %q\n%s", c.key, c.does, not, text)
			}
		}
		if state := r.sheet().State; state != c.state {
			t.Errorf("%s %q: %q", c.key, c.does, state)
		}
		if r.has(string(ShowMe)) != c.moves || r.has(string(Later)) != c.moves || !r.has(string(Rule)) {
			t.Errorf("%s %q: moves %v", c.key, c.does, r.sheet().Moves)
		}
	}
}

func TestAQuestionGoesOnOnlyOnceItIsDoneOrLeft(t *testing.T) {
	if r := open(t, "where"); r.has(GoOnID) || r.does(GoOnID).want != nil {
		t.Errorf("nothing chosen came to %v", r.want)
	}
	if r := open(t, "where").does("option 2", GoOnID); !r.goesOn() {
		t.Errorf("found came to %v", r.want)
	}
	said := func(key string, events ...walk.Event) string {
		do, _ := open(t, key, events...).does(string(Later)).want.(Do)
		return do.Said
	}
	left := walk.Event{Kind: walk.Later, Subject: "where"}
	if first, again := said("where"), said("where again", left); !strings.Contains(first, "at the end of its chapter") || !strings.Contains(again, "under what is still open") {
		t.Errorf("left, it says %q, and again %q", first, again)
	}
	if r := open(t, walk.ClosingID, left); !r.has("open where") || r.does("open where").want.(Go).To.ID != "where" {
		t.Errorf("what is still open is not on the last page:\n%s", r.text())
	}
	if r := open(t, "where").does(string(Later)); !r.goesOn() {
		t.Errorf("later came to %v", r.want)
	}
	if r := open(t, "heard").does("option 1"); r.want != nil || !r.item("option 1").On || r.does("option 1").item("option 1").On {
		t.Error("a tick is an answer, or is not set and taken away")
	}
	if r := open(t, "where").does(string(Rule)); r.want == nil {
		t.Error("it cannot be read again")
	}
}

func TestAQuestionOnceMoreBeginsAfreshAndSaysHowItIsLeft(t *testing.T) {
	missed := []walk.Event{{Kind: walk.Choose, Subject: "heard", Options: []int{1}}, {Kind: walk.Choose, Subject: "heard", Options: []int{0, 2}}}
	r := open(t, "heard again", missed...)
	for _, says := range []string{"Once more, 1 of 1", "The same question as before, if you like. To leave it: l."} {
		if !strings.Contains(r.text(), says) {
			t.Errorf("not there: %q\n%s", says, r.text())
		}
	}
	if r.item("option 1").On || r.item("option 2").Mark != NoMark {
		t.Errorf("it does not begin afresh:\n%s", r.text())
	}
}

func TestAReflectionKeepsEachTickAndOwnWords(t *testing.T) {
	r := open(t, "hope").does("option 2", "own=To be  heard ", "option 1", "option 2")
	ticks, _ := r.Walk.Ticks("hope")
	if len(ticks.Options) != 1 || ticks.Options[0] != 0 || ticks.Own != "To be  heard" {
		t.Errorf("kept: %v", ticks)
	}
	if !r.item("option 1").On || r.item("option 2").On || r.item("own").Text != "To be  heard" {
		t.Errorf("shown:\n%s", r.text())
	}
	if text := r.text(); !strings.Contains(text, "No one sees it") || !strings.Contains(text, "To think about, 1 of 1") {
		t.Error(text)
	}
	if !r.does(GoOnID).goesOn() || !open(t, "hope").does(GoOnID).goesOn() {
		t.Error("it does not go on")
	}
}

func TestOwnWordsThatAreCoveredAreReplacedOrTakenAwayWithoutBeingShown(t *testing.T) {
	r := open(t, "hope", ofForm)
	for _, c := range []struct{ does, want string }{
		{"own=secret", "secret"}, {"own= ", "secret"}, {"option 1", "secret"}, {"own=another secret", "another secret"},
		{eraseOwnID, ""}, {"own=", ""},
	} {
		r.does(c.does)
		if ticks, _ := r.Walk.Ticks("hope"); ticks.Own != c.want {
			t.Errorf("%s: the words are %q, want %q", c.does, ticks.Own, c.want)
		}
		if says := r.item(ownID).State != ""; strings.Contains(r.text(), "secret") || says != (c.want != "") || r.has(eraseOwnID) != says {
			t.Errorf("%s: they are shown, or not said to be there\n%s", c.does, r.text())
		}
	}
	if !r.item("option 1").On {
		t.Error("a tick is lost")
	}
}

func TestAReflectionWhoseWordsChangedSaysSo(t *testing.T) {
	_, facts, err := open(t, "hope").Walk.Apply(noon, walk.Event{Kind: walk.Tick, Subject: "hope", Options: []int{0}})
	if err != nil {
		t.Fatal(err)
	}
	guide := askingGuide(t)
	guide.Chapters[0].Sections[0].Questions[2].Options[0].Text = "Less lonely"
	r := open(t, "hope")
	r.Walk, _ = walk.Replay(guide, facts)
	if notice := r.sheet().Notice; !notice.Care || !strings.Contains(notice.Text, "have changed") {
		t.Errorf("said: %+v", notice)
	}
	if notice := r.does("option 2").sheet().Notice; notice.Text != "" {
		t.Errorf("said after it was ticked anew: %+v", notice)
	}
}

func TestComingBackShowsHowItWasAnswered(t *testing.T) {
	r := open(t, "where", walk.Event{Kind: walk.Choose, Subject: "where", Options: []int{0}}, walk.Event{Kind: walk.Choose, Subject: "where", Options: []int{1}})
	if r.item("option 1").Mark != Tried || r.item("option 2").Mark != Fits || !r.does(GoOnID).goesOn() {
		t.Errorf("it shows\n%s", r.text())
	}
	r = open(t, "heard", walk.Event{Kind: walk.Choose, Subject: "heard", Options: []int{1}})
	if !r.item("option 2").On || r.item("option 1").On {
		t.Errorf("the ticks of the last try are not set:\n%s", r.text())
	}
	if r.does(string(ShowMe)); r.item("option 2").Mark == Fits || r.item("option 1").Mark != Fits || r.item("option 3").Mark != Fits {
		t.Errorf("what does not fit is marked when it is shown:\n%s", r.text())
	}
	r = open(t, "hope", walk.Event{Kind: walk.Tick, Subject: "hope", Options: []int{1}, Text: "mine"})
	if !r.item("option 2").On || r.item("own").Text != "mine" {
		t.Errorf("the reflection is not as it was:\n%s", r.text())
	}
}
