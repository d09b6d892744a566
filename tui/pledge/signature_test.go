package pledge_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/pledge"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

// whole is a room in which the whole signing page is seen.
var whole = screen.Size{Width: 72, Height: 120}

// typeName types a name into its field, wherever the page is.
func typeName(t *testing.T, s *tuitest.Stage, keys ...string) *tuitest.Stage {
	t.Helper()
	s.Press("2", "shift+tab", "shift+tab", "shift+tab")
	if !s.Screen.View().Typing {
		t.Fatalf("not in a field:\n%s", s.Plain())
	}
	return s.Press(keys...)
}

func TestTheSigningPageSaysWordForWordWhatIsSigned(t *testing.T) {
	s := onSignature(t, whole)
	text := strings.Join(strings.Fields(s.Plain()), " ")
	words := s.Env.Words()
	for _, want := range []string{
		s.Env.Guide.Commitment.Statements[0].Text + " ● " + words.Statement.TalkFirst,
		s.Env.Guide.Commitment.Statements[1].Text + " ● " + words.Statement.Agree,
		"What signing means", "This is not a contract.", words.Record.TakeBackHow,
		s.Env.Guide.Revision, folder, words.Record.NoParts,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q:\n%s", want, s.Plain())
		}
	}
}

func TestThePartsThatWereReadAreListed(t *testing.T) {
	s := onSignature(t, whole, walk.Event{Kind: walk.Pass, Subject: "rule"})
	if !strings.Contains(s.Plain(), "A start (1 of 2 pages)") {
		t.Errorf("no part is listed:\n%s", s.Plain())
	}
}

func TestNoAnswerToAQuestionIsOnTheSigningPage(t *testing.T) {
	s := onSignature(t, whole, walk.Event{Kind: walk.Choose, Subject: "quiz", Options: []int{0}})
	if text := s.Plain(); strings.Contains(text, "What fits?") || strings.Contains(text, "misses") {
		t.Errorf("a question's answer is shown:\n%s", text)
	}
}

func TestASignatureNeedsATypedName(t *testing.T) {
	for _, c := range []struct {
		keys string
		name string // empty if nothing may be signed
	}{
		{"text:", ""},
		{"text:   ", ""},
		{"paste:\n\t ", ""},
		{"paste:\u202e\u200f\x1b", ""},
		{"text:D. R.", "D. R."},
		{"text: Dana ", "Dana"},
		{"text:山田 太郎", "山田 太郎"},
		{"text:دانا", "دانا"},
		{"paste:Dana\r\nReed\n", "Dana Reed"},
		{"paste:Da\u202ena\x1b[31m", "Dana[31m"},
		{"paste:" + strings.Repeat("é", 300), strings.Repeat("é", 200)},
	} {
		s := typeName(t, onSignature(t, wide), c.keys, "enter", "1", "enter")
		signed, ok := s.Last().(screen.Sign)
		if ok != (c.name != "") || signed.Name != c.name {
			t.Errorf("%q signed %v as %q, want %q", c.keys, ok, signed.Name, c.name)
		}
		if ok && signed.Folder != folder {
			t.Errorf("saved in %q", signed.Folder)
		}
		if !ok && (!s.Screen.View().Typing || !strings.Contains(s.Plain(), "To sign, type a name")) {
			t.Errorf("%q: no word about the name:\n%s", c.keys, s.Plain())
		}
		s.Check(t)
	}
}

func TestTheEnterThatEndsANameDoesNotSign(t *testing.T) {
	for _, size := range sizes {
		s := typeName(t, onSignature(t, size), "text:Dana")
		for range 50 {
			s.Press("enter")
		}
		if len(s.Actions) > 0 {
			t.Errorf("%v: a held Enter came to %v", size, s.Actions)
		}
		if s.Press("down", "enter"); count[screen.Sign](s) != 1 {
			t.Errorf("%v: one arrow and Enter came to %v\n%s", size, s.Actions, s.Plain())
		}
	}
}

func TestAHeldKeyOnTheSigningPageDecidesNothing(t *testing.T) {
	for _, size := range sizes {
		for _, key := range []string{"enter", "space", "tab", "down", "pgdown", "end", "1", "2", "d"} {
			s := onSignature(t, size)
			for range 100 {
				s.Press(key)
			}
			if len(s.Actions) > 0 {
				t.Errorf("%v: %s held came to %v", size, key, s.Actions)
			}
			s.Check(t)
		}
	}
}

// Terminals without bracketed paste send what is pasted as keys.
func TestLinesPastedAsKeysDecideNothing(t *testing.T) {
	s := typeName(t, onSignature(t, wide),
		"text:Dana Reed", "enter", "text:12 Mill Street", "enter", "text:2 b", "enter", "enter")
	if count[screen.Sign](s)+count[screen.Next](s) > 0 {
		t.Errorf("came to %v", s.Actions)
	}
}

func TestAPasteNeverSigns(t *testing.T) {
	s := typeName(t, onSignature(t, wide), "text:Dana", "enter", "1", "paste:\n", "paste:yes\n")
	if len(s.Actions) > 0 {
		t.Errorf("came to %v", s.Actions)
	}
}

func TestAClickNeverSignsOrDeclines(t *testing.T) {
	s := typeName(t, onSignature(t, whole), "text:Dana")
	for y := range whole.Height {
		at := "click:3," + strconv.Itoa(y)
		s.Press(at, at)
	}
	if len(s.Actions) > 0 {
		t.Errorf("came to %v", s.Actions)
	}
}

func TestNotSigningIsAsNearAsSigning(t *testing.T) {
	for _, way := range [][]string{{"2", "enter"}, {"d", "enter"}, {"1", "down", "enter"}} {
		s := onSignature(t, wide).Press(way...)
		next, ok := s.Last().(screen.Next)
		if !ok || len(next.Events) != 1 || next.Events[0].Kind != walk.Decline || !s.Env.Walk.Declined() {
			t.Errorf("%v came to %v", way, s.Actions)
		}
	}
	body := onSignature(t, whole).Screen.View().Body
	sign, not := body[len(body)-2], body[len(body)-1]
	if sign != "  1  Sign with this name" || not != "  2  Not now, do not sign" {
		t.Errorf("the two ways are not alike: %q and %q", sign, not)
	}
}

func TestNothingGoesInUnlessItIsTickedHere(t *testing.T) {
	note := walk.Event{Kind: walk.TakeNote, Subject: "rule", Text: "Ask about the bus"}
	ticks := walk.Event{Kind: walk.Tick, Subject: "worries", Options: []int{0}, Text: "my own worry"}
	s := onSignature(t, whole, note, ticks)
	text := s.Plain()
	for _, want := range []string{"[ ] Ask about the bus", "[ ] Which worries sound like me?", "That I will be judged", "my own worry"} {
		if !strings.Contains(text, want) {
			t.Errorf("not there: %q\n%s", want, text)
		}
	}
	if strings.Contains(text, "[x]") {
		t.Errorf("something is ticked beforehand:\n%s", text)
	}
	s.Press("tab", "tab", "space")
	if got := s.Plain(); !strings.Contains(got, "› [x] Which worries") || strings.Contains(got, "[x] Ask") || !s.Env.Walk.Included("worries") {
		t.Errorf("Space did not tick the second alone:\n%s", got)
	}
	if s.Press("space"); s.Env.Walk.Included("worries") {
		t.Error("Space did not take the tick away")
	}
}

func TestLettersAreLettersInAField(t *testing.T) {
	s := typeName(t, onSignature(t, wide), "text:q?cdn12!", "left", "backspace", "home", "text:x ", "end", "space", "text:z", "enter", "1", "enter")
	if signed, _ := s.Last().(screen.Sign); signed.Name != "x q?cdn1! z" || len(s.Actions) != 1 {
		t.Errorf("came to %v", s.Actions)
	}
}

func TestTabLeavesAFieldAndThenLeftGoesBack(t *testing.T) {
	s := typeName(t, onSignature(t, wide), "left", "left")
	if len(s.Actions) > 0 {
		t.Fatalf("Left in an empty field came to %v", s.Actions)
	}
	if s.Press("tab", "left"); s.Last() != (screen.Previous{}) {
		t.Errorf("came to %v", s.Actions)
	}
}

func TestReadingOnLeadsToTheNameAndThenToTheTwoWays(t *testing.T) {
	for _, size := range sizes {
		s := onSignature(t, size)
		for range 100 {
			s.Press("space")
		}
		if s.Press("text:Dana"); !strings.Contains(s.Plain(), "› Dana") {
			t.Errorf("%v: the name does not stand at the line's start:\n%s", size, s.Plain())
		}
		s.Press("enter", "1", "enter")
		if s.Last() != (screen.Sign{Name: "Dana", Folder: folder}) {
			t.Errorf("%v: came to %v\n%s", size, s.Last(), s.Plain())
		}
	}
}

func TestAnotherFolderCanBeTyped(t *testing.T) {
	s := typeName(t, onSignature(t, wide), "text:Dana", "up", "text:/elsewhere", "down", "enter", "1", "enter")
	if got, _ := s.Last().(screen.Sign); got.Folder != folder+"/elsewhere" || got.Name != "Dana" {
		t.Errorf("came to %v", got)
	}
	s = typeName(t, onSignature(t, wide), "text:Dana", "up")
	for range folder {
		s.Press("backspace")
	}
	s.Press("enter", "enter", "1", "enter")
	if len(s.Actions) > 0 || !strings.Contains(s.Plain(), "say here which folder") {
		t.Errorf("without a folder came to %v and\n%s", s.Actions, s.Plain())
	}
}

func TestAFailedSaveKeepsEverythingAndLeadsToTheFolder(t *testing.T) {
	for _, size := range sizes {
		s := typeName(t, onSignature(t, size), "text:Dana", "enter", "1", "enter")
		s.Send(screen.Saved{Err: errors.New("the disk is full")})
		for range 50 {
			s.Press("enter")
		}
		if n := count[screen.Sign](s); n != 1 {
			t.Fatalf("%v: a held Enter saved %d times", size, n)
		}
		s.Send(screen.Saved{Err: errors.New("the disk is full")})
		if !s.Screen.View().Typing {
			t.Errorf("%v: not in the folder's field:\n%s", size, s.Plain())
		}
		s.Check(t)
		text := strings.Join(strings.Fields(s.Resize(72, 120).Plain()), " ")
		for _, want := range []string{"could not be saved: the disk is full. Nothing is lost", "Dana", folder} {
			if !strings.Contains(text, want) {
				t.Errorf("%v: not there: %q\n%s", size, want, s.Plain())
			}
		}
		if s.Press("text:2", "enter", "enter", "1", "enter"); s.Last() != (screen.Sign{Name: "Dana", Folder: folder + "2"}) {
			t.Errorf("%v: trying again came to %v", size, s.Last())
		}
	}
}

func TestSigningAgainNamesTheRecordBefore(t *testing.T) {
	s := onSignature(t, whole, walk.Event{Kind: walk.Sign, Subject: "00ff", Text: "/records/first.json"})
	text := strings.Join(strings.Fields(s.Plain()), " ")
	if !strings.Contains(text, "You signed on 2026-03-01 10:30. That record is in /records/first.json") {
		t.Errorf("no word about the first record:\n%s", s.Plain())
	}
}

func TestAnOpenStatementCannotBeSigned(t *testing.T) {
	env := apply(t, tuitest.Env(smallGuide(t), 72, 120), answer("come", walk.Agree))
	s := typeName(t, tuitest.NewStage(env, pledge.NewSignature(env, folder)), "text:Dana", "enter", "1", "enter")
	if len(s.Actions) > 0 || !strings.Contains(s.Plain(), "○ not answered yet") || !strings.Contains(s.Plain(), "have no answer yet, so") {
		t.Errorf("came to %v and\n%s", s.Actions, s.Plain())
	}
}

func TestArrowsPassNothingUnread(t *testing.T) {
	note := walk.Event{Kind: walk.TakeNote, Subject: "rule", Text: strings.Repeat("many words ", 40)}
	for _, size := range sizes[:4] {
		s := onSignature(t, size, note)
		seen := map[string]bool{}
		mark := func() {
			for _, line := range strings.Split(s.Plain(), "\n") {
				seen[strings.TrimLeft(line, "› ")] = true
			}
		}
		mark()
		for range 300 {
			s.Press("down")
			mark()
		}
		for _, line := range strings.Split(onSignature(t, screen.Size{Width: size.Width, Height: 200}, note).Plain(), "\n") {
			if line := strings.TrimLeft(line, "› "); !seen[line] {
				t.Errorf("%v: never seen: %q", size, line)
			}
		}
	}
}

func TestEveryKeyOfTheSigningPageDoesSomething(t *testing.T) {
	note := walk.Event{Kind: walk.TakeNote, Subject: "rule", Text: "Ask about the bus"}
	ways := [][]string{{}, {"tab"}, {"1"}, {"2"}, {"end"}, {"end", "space"}, {"end", "space", "text:D", "tab"}, {"1", "shift+tab"}, {"1", "shift+tab", "shift+tab", "text:Dana"}}
	for _, size := range sizes {
		for _, way := range ways {
			checkKeys(t, onSignature(t, size, note).Press(way...))
		}
	}
}

func TestSignatureLooks(t *testing.T) {
	note := walk.Event{Kind: walk.TakeNote, Subject: "rule", Text: "Ask about the bus, and whether coming late is a problem when the last one runs at seven"}
	ticks := walk.Event{Kind: walk.Tick, Subject: "worries", Options: []int{0}}
	for _, c := range []struct {
		name string
		size screen.Size
		keys []string
	}{
		{"signature-whole", whole, []string{"tab", "space"}},
		{"signature-72x20", wide, nil},
		{"signature-end-72x20", wide, []string{"1", "shift+tab", "shift+tab", "text:Dana R.", "enter", "down"}},
		{"signature-36x8", narrow, nil},
		{"signature-name-36x8", narrow, []string{"1", "shift+tab", "shift+tab", "text:Dana R."}},
		{"signature-end-36x8", narrow, []string{"1"}},
	} {
		s := onSignature(t, c.size, note, ticks, walk.Event{Kind: walk.Pass, Subject: "rule"}).Press(c.keys...)
		s.Check(t)
		tuitest.Golden(t, c.name, s.Plain())
	}
}

func FuzzSignature(f *testing.F) {
	names := []string{"enter", "space", "1", "2", "up", "down", "tab", "shift+tab", "pgup", "pgdown", "home", "end", "left", "backspace", "paste:語1\n", "click:3,3", "wheel:up", "text:語", "text:a", "d"}
	f.Add([]byte{6, 6, 17, 18, 0, 0, 2, 0}, uint8(36), uint8(6))
	f.Fuzz(func(t *testing.T, pressed []byte, width, height uint8) {
		s := onSignature(t, screen.Size{Width: int(width), Height: int(height)},
			walk.Event{Kind: walk.TakeNote, Subject: "rule", Text: "Ask"})
		for _, b := range pressed {
			asked := count[screen.Sign](s)
			name := names[int(b)%len(names)]
			if s.Press(name); count[screen.Sign](s) > asked && name != "enter" {
				t.Fatalf("%s signed", name)
			}
		}
		if width >= 30 && height > 0 {
			s.Check(t)
		}
	})
}
