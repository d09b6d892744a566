package pledge_test

import (
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/pledge"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

var wide, narrow = screen.Size{Width: 72, Height: 20}, screen.Size{Width: 36, Height: 8}

func TestNoAnswerIsChosenBeforehand(t *testing.T) {
	for _, size := range sizes {
		s := onStatement(t, size, "come")
		if s.Env.Walk.Answer("come") != walk.Unanswered || s.Screen.View().Cursor != nil {
			t.Errorf("%v: a fresh statement has an answer or a focus", size)
		}
	}
}

// TestAHeldEnterAnswersOneStatementOnly goes on as the root model would: after
// Next, the next statement is there, and the key is still held.
func TestAHeldEnterAnswersOneStatementOnly(t *testing.T) {
	for _, size := range sizes {
		s := onStatement(t, size, "come").Press("3")
		for range 50 {
			asked := len(s.Actions)
			s.Press("enter")
			if len(s.Actions) == asked {
				continue
			}
			if _, ok := s.Last().(screen.Next); ok {
				step, _ := s.Env.Walk.Find("keep")
				s.Screen = pledge.NewStatement(s.Env, step)
			}
		}
		if come, keep := s.Env.Walk.Answer("come"), s.Env.Walk.Answer("keep"); come != walk.NotNow || keep != walk.Unanswered {
			t.Errorf("%v: the first has %q, the second %q", size, come, keep)
		}
	}
}

func TestTheKeyThatSetsAnAnswerDoesNotGoOn(t *testing.T) {
	s := onStatement(t, wide, "come").Press("down", "enter")
	if s.Env.Walk.Answer("come") != walk.Agree || count[screen.Next](s) != 0 {
		t.Errorf("after one Enter: answer %q, actions %v", s.Env.Walk.Answer("come"), s.Actions)
	}
	for _, key := range []string{"space", "enter"} {
		s := onStatement(t, wide, "come").Press("down", "enter", key)
		if count[screen.Next](s) != 1 {
			t.Errorf("%s after the answer did not go on", key)
		}
	}
}

func TestAFreshStatementSaysHowToChooseOrLeave(t *testing.T) {
	for _, size := range sizes {
		for _, key := range []string{"space", "enter"} {
			s := onStatement(t, size, "come")
			s.Press(key, key, key, key, key, key, key, key)
			if len(s.Actions) > 0 {
				t.Errorf("%v: %s alone came to %v", size, key, s.Actions)
			}
			if !strings.Contains(s.Plain(), "Choose with the arrow keys") {
				t.Errorf("%v: %s does not say how:\n%s", size, key, s.Plain())
			}
			s.Check(t)
		}
	}
}

func TestSpaceNeverSetsAnAnswer(t *testing.T) {
	for _, size := range sizes {
		s := onStatement(t, size, "come").Press("2", "space", "space")
		if len(s.Actions) > 0 || !strings.Contains(s.Plain(), "Press Enter") {
			t.Errorf("%v: Space came to %v and\n%s", size, s.Actions, s.Plain())
		}
	}
}

func TestFocusAloneSetsNothing(t *testing.T) {
	ways := [][]string{{"1"}, {"2"}, {"3"}, {"4"}, {"down", "down", "up"}, {"up"}, {"click:4,7"}, {"click:4,7", "click:4,7"}, {"wheel:down"}}
	for _, way := range ways {
		if s := onStatement(t, wide, "come").Press(way...); len(s.Actions) > 0 {
			t.Errorf("%v came to %v", way, s.Actions)
		}
	}
	s := onStatement(t, wide, "come").Press("click:4,7", "enter")
	if got := s.Env.Walk.Answer("come"); got != walk.TalkFirst {
		t.Errorf("a click on the second and Enter gave %q", got)
	}
}

func TestAPasteNeverAnswers(t *testing.T) {
	for _, first := range []string{"", "1"} {
		for _, pasted := range []string{"paste:1\n", "paste:\n", "paste: ", "paste:I agree\r\n"} {
			s := onStatement(t, wide, "come")
			if first != "" {
				s.Press(first)
			}
			if s.Press(pasted); len(s.Actions) > 0 {
				t.Errorf("%q came to %v", pasted, s.Actions)
			}
		}
	}
}

func TestAnAnswerCanBeChanged(t *testing.T) {
	s := onStatement(t, wide, "come", answer("come", walk.Agree))
	s.Press("2", "space")
	if len(s.Actions) > 0 {
		t.Fatalf("a change that is not set was passed over: %v", s.Actions)
	}
	s.Press("enter")
	if got := s.Env.Walk.Answer("come"); got != walk.TalkFirst {
		t.Errorf("the answer is %q", got)
	}
	if text := s.Plain(); strings.Count(text, "●") != 1 || !strings.Contains(text, "● I want to talk about this first (your answer)") {
		t.Errorf("the answer is not marked in words and sign:\n%s", text)
	}
}

func TestAnAnswerOutOfSightIsNotSet(t *testing.T) {
	s := onStatement(t, screen.Size{Width: 36, Height: 6}, "come").Press("3", "home")
	if s.Press("enter"); len(s.Actions) > 0 {
		t.Errorf("Enter set an answer that was not in sight: %v", s.Actions)
	}
}

func TestTheFocusIsInSight(t *testing.T) {
	for _, size := range sizes {
		s := onStatement(t, size, "come")
		for i, words := range []string{"1   I agree", "2   I want", "3   I do not"} {
			s.Press(string(rune('1' + i)))
			if !strings.Contains(s.Plain(), "› "+words) {
				t.Errorf("%v: not in sight: %s\n%s", size, words, s.Plain())
			}
		}
	}
}

func TestTheThreeAnswersAreOfEqualWeight(t *testing.T) {
	body := onStatement(t, wide, "come").Screen.View().Body
	for i := 6; i < 9; i++ {
		if line := body[i]; strings.Contains(line, "\x1b") || !strings.HasPrefix(line, "  "+string(rune('1'+i-6))+"   I ") {
			t.Errorf("%q stands out", line)
		}
	}
}

func TestTheRuleCanBeReadInBetween(t *testing.T) {
	s := onStatement(t, wide, "come").Press("r")
	if want := (screen.Open{Place: screen.Place{Kind: screen.Reading, Section: "rule"}}); s.Last() != want {
		t.Errorf("r came to %v", s.Last())
	}
}

func TestLeftAndBackspaceGoBack(t *testing.T) {
	for _, key := range []string{"left", "backspace"} {
		if s := onStatement(t, wide, "come").Press("1", key); s.Last() != (screen.Previous{}) {
			t.Errorf("%s came to %v", key, s.Last())
		}
	}
}

func TestAChangedPromiseSaysWhyItIsAskedAgain(t *testing.T) {
	guide := smallGuide(t)
	_, facts, err := walk.New(guide).Apply(fixed, answer("come", walk.Agree))
	if err != nil {
		t.Fatal(err)
	}
	changed := smallGuide(t)
	changed.Commitment.Statements[0].Text = "I plan to come."
	env := tuitest.Env(changed, 72, 20)
	env.Walk, _ = walk.Replay(changed, facts)
	step, _ := env.Walk.Find("come")
	s := tuitest.NewStage(env, pledge.NewStatement(env, step))
	if !strings.Contains(s.Plain(), "have changed since you answered") {
		t.Errorf("no word about it:\n%s", s.Plain())
	}
}

func TestEveryKeyOfAStatementDoesSomething(t *testing.T) {
	for _, size := range sizes {
		for _, way := range [][]string{{}, {"1"}, {"3"}, {"2", "enter"}, {"2", "enter", "1"}, {"enter"}, {"end"}} {
			s := onStatement(t, size, "come").Press(way...)
			checkKeys(t, s)
		}
	}
}

func TestStatementLooks(t *testing.T) {
	for _, c := range []struct {
		name string
		size screen.Size
		keys []string
	}{
		{"statement-72x20", wide, nil},
		{"statement-how-72x20", wide, []string{"enter"}},
		{"statement-set-72x20", wide, []string{"2", "enter"}},
		{"statement-36x8", narrow, nil},
		{"statement-focus-36x8", narrow, []string{"3"}},
		{"statement-set-36x8", narrow, []string{"2", "enter"}},
	} {
		s := onStatement(t, c.size, "come").Press(c.keys...)
		s.Check(t)
		tuitest.Golden(t, c.name, s.Plain())
	}
}

func FuzzStatement(f *testing.F) {
	names := []string{"enter", "space", "1", "2", "3", "up", "down", "pgup", "pgdown", "home", "end", "paste:1\n", "click:3,3", "wheel:down", "x"}
	f.Add([]byte{2, 0, 0, 1, 7, 0}, uint8(36), uint8(6))
	f.Fuzz(func(t *testing.T, pressed []byte, width, height uint8) {
		s := onStatement(t, screen.Size{Width: int(width), Height: int(height)}, "come")
		for _, b := range pressed {
			before := s.Env.Walk.Answer("come")
			name := names[int(b)%len(names)]
			s.Press(name)
			if after := s.Env.Walk.Answer("come"); after != before && name != "enter" {
				t.Fatalf("%s set %q", name, after)
			}
		}
		if width >= 30 && height > 0 {
			s.Check(t)
			tuitest.CheckBindings(t, append(s.Screen.Keys(), keys.New(s.Env.Words()).Help))
		}
	})
}

func TestAPromiseCanBeLeftForLater(t *testing.T) {
	for _, way := range [][]string{{"l"}, {"2", "l"}, {"enter", "l"}, {"end", "l"}} {
		for _, size := range sizes {
			s := onStatement(t, size, "come").Press(way[:len(way)-1]...)
			shown := false
			for _, b := range s.Screen.Keys() {
				shown = shown || b.Keys[0] == "l"
			}
			s.Press("l")
			next, ok := s.Last().(screen.Next)
			if !ok || len(next.Events) > 0 || len(s.Actions) != 1 || s.Env.Walk.Answer("come") != walk.Unanswered || !shown {
				t.Errorf("%v: %v came to %v; shown: %v", size, way, s.Actions, shown)
			}
		}
	}
	if text := onStatement(t, whole, "come").Press("enter").Plain(); !strings.Contains(text, "press l.") {
		t.Errorf("no word about leaving it for later:\n%s", text)
	}
}

func TestTheOnlyOpenPromiseSaysSoWhenItIsLeft(t *testing.T) {
	for _, size := range sizes {
		s := onStatement(t, size, "keep", answer("come", walk.Agree)).Press("l")
		if text := strings.Join(strings.Fields(s.Plain()), " "); len(s.Actions) > 0 || !strings.Contains(text, "no answer yet") {
			t.Errorf("%v: l came to %v and\n%s", size, s.Actions, s.Plain())
		}
	}
}
