package summary_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/summary"
	"firstsession/tui/tuitest"
)

const path = "/home/dana/Documents/First Session/acknowledgement-2026-03-01-00112233445566aa.json"

var (
	sizes = []screen.Size{{Width: 36, Height: 6}, {Width: 36, Height: 8}, {Width: 40, Height: 12}, {Width: 72, Height: 20}, {Width: 100, Height: 60}}
	whole = screen.Size{Width: 72, Height: 100}

	talk    = walk.Event{Kind: walk.SetAnswer, Subject: "come", Answer: walk.TalkFirst}
	notNow  = walk.Event{Kind: walk.SetAnswer, Subject: "keep", Answer: walk.NotNow}
	note    = walk.Event{Kind: walk.TakeNote, Subject: "come", Text: "Ask about the bus, and whether coming late is a problem when the last one runs at seven"}
	sign    = walk.Event{Kind: walk.Sign, Subject: "00112233445566aa", Text: path}
	decline = walk.Event{Kind: walk.Decline}
)

func section(heading, text string) content.Section {
	return content.Section{Heading: heading, Body: []content.Block{{Prose: text}}}
}

func after(t testing.TB, size screen.Size, events ...walk.Event) *tuitest.Stage {
	t.Helper()
	guide := &content.Guide{
		Language: "en",
		Commitment: content.Commitment{Title: "Promises", Statements: []content.Statement{
			{ID: "come", Text: "I plan to come to every session, on time."},
			{ID: "keep", Text: "I will keep private who the members are."},
		}},
		Closing: content.Closing{
			Title:     "Before you go",
			Signed:    section("Thank you", "You have said what you can promise."),
			NotSigned: section("That is a fine place to stop", "You need no reason."),
			Stopped:   section("See you when you like", "You can go on later."),
		},
		Words: tuitest.Shipped(t).Words,
	}
	env := tuitest.Env(guide, size.Width, size.Height)
	var err error
	env.Walk, _, err = env.Walk.Apply(time.Date(2026, 3, 1, 10, 30, 0, 0, time.UTC), events...)
	if err != nil {
		t.Fatal(err)
	}
	return tuitest.NewStage(env, summary.New(env))
}

func TestTheLastPageSaysWhatWasDecided(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []walk.Event
		says   []string
		not    []string
	}{
		{"signed", []walk.Event{talk, notNow, note, sign},
			[]string{"Thank you", "You signed on 2026-03-01 10:30.", "Your record is here, to read and to print", "ends in .json", "You would like to talk about", "• I plan to come", "• Ask about the bus", "You can stop here."},
			[]string{"I will keep private", "need no reason", "go on later"}},
		{"declined", []walk.Event{talk, note, decline},
			[]string{"That is a fine place to stop", "No record was made.", "• I plan to come", "• Ask about the bus", "You can stop here."},
			[]string{"Your record is here", "You signed", "Thank you\n"}},
		{"signed before, declined now", []walk.Event{talk, notNow, sign, decline},
			[]string{"That is a fine place to stop", "No new record was made. The one that you signed on 2026-03-01 10:30 is still here:"},
			[]string{"No record was made"}},
		{"neither", nil,
			[]string{"See you when you like", "You have not signed, and you need not."},
			[]string{"No record was made", "You would like", "You wanted"}},
	} {
		text := after(t, whole, c.events...).Plain()
		joined := strings.Join(strings.Fields(text), " ")
		for _, says := range c.says {
			if !strings.Contains(joined, says) {
				t.Errorf("%s: not there: %q\n%s", c.name, says, text)
			}
		}
		for _, not := range c.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: there: %q\n%s", c.name, not, text)
			}
		}
	}
}

func TestThePathIsShownWhole(t *testing.T) {
	readable := strings.TrimSuffix(path, ".json") + ".txt"
	for _, size := range sizes {
		s := after(t, screen.Size{Width: size.Width, Height: 200}, talk, notNow, sign)
		if text := strings.Join(strings.Fields(s.Plain()), ""); !strings.Contains(text, strings.ReplaceAll(readable, " ", "")) {
			t.Errorf("%v: the path is not whole:\n%s", size, s.Plain())
		}
	}
}

func TestTheLastPageAsksNothingMore(t *testing.T) {
	for _, size := range sizes {
		s := after(t, size, talk, notNow, note, sign)
		for range 50 {
			s.Press("space", "enter", "paste:\n", "click:3,3")
		}
		if len(s.Actions) > 0 {
			t.Errorf("%v: came to %v", size, s.Actions)
		}
		if text := strings.Join(strings.Fields(s.Plain()), " "); !strings.Contains(text, "You can stop here.") {
			t.Errorf("%v: Space does not lead to the end:\n%s", size, s.Plain())
		}
	}
}

func TestTheLastPageLeadsBack(t *testing.T) {
	s := after(t, whole, talk, notNow, sign)
	signing, _ := s.Env.Walk.Find(walk.SignatureID)
	for key, want := range map[string]screen.Action{
		"left":      screen.Previous{},
		"backspace": screen.Previous{},
		"c":         screen.Open{Place: screen.Place{Kind: screen.Home}},
		"r":         screen.Go{To: signing},
	} {
		if s := s.Press(key); s.Last() != want {
			t.Errorf("%s came to %v", key, s.Last())
		}
	}
}

func TestEveryKeyOfTheLastPageDoesSomething(t *testing.T) {
	for _, size := range sizes {
		for _, way := range [][]string{{}, {"down"}, {"end"}} {
			s := after(t, size, talk, notNow, note, sign).Press(way...)
			s.Check(t)
			for _, binding := range s.Screen.Keys() {
				for _, name := range binding.Keys {
					next, action := s.Screen.Update(keys.Press(name))
					if action == nil && reflect.DeepEqual(next.View(), s.Screen.View()) {
						t.Errorf("%v %v: %q does nothing", size, way, name)
					}
				}
			}
		}
	}
}

func TestLooks(t *testing.T) {
	for _, c := range []struct {
		name   string
		size   screen.Size
		events []walk.Event
	}{
		{"signed-whole", whole, []walk.Event{talk, notNow, note, sign}},
		{"signed-72x20", sizes[3], []walk.Event{talk, notNow, note, sign}},
		{"signed-36x8", sizes[1], []walk.Event{talk, notNow, note, sign}},
		{"declined-72x20", sizes[3], []walk.Event{talk, note, decline}},
		{"declined-36x8", sizes[1], []walk.Event{talk, note, decline}},
	} {
		s := after(t, c.size, c.events...)
		s.Check(t)
		tuitest.Golden(t, c.name, s.Plain())
	}
}
