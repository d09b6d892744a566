package pledge_test

import (
	"reflect"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/pledge"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

const folder = "/home/dana/Documents/First Session"

// fixed is when everything in these tests happens.
var fixed = time.Date(2026, 3, 1, 10, 30, 0, 0, time.UTC)

// sizes are the rooms that every page has to fit.
var sizes = []screen.Size{{Width: 36, Height: 6}, {Width: 36, Height: 8}, {Width: 40, Height: 12}, {Width: 72, Height: 20}, {Width: 100, Height: 60}}

func paragraph(text string) []content.Block { return []content.Block{{Prose: text}} }

// smallGuide has one chapter with a question and a reflection, and two
// promises.
func smallGuide(t testing.TB) *content.Guide {
	t.Helper()
	return &content.Guide{
		Language: "en",
		Chapters: []content.Chapter{{ID: "start", Number: 1, Title: "A start", Sections: []content.Section{
			{ID: "rule", Heading: "On time", Body: paragraph("Come."), Questions: []content.Question{
				{ID: "quiz", Prompt: "What fits?", Options: []content.Option{
					{Text: "The option that misses", Feedback: "Not quite."}, {Text: "The option that fits", Right: true, Feedback: "Yes."},
				}},
				{ID: "worries", Prompt: "Which worries sound like me?", Options: []content.Option{{Text: "That I will be judged"}, {Text: "None of these"}}},
			}},
			{ID: "more", Heading: "More", Body: paragraph("More.")},
		}}},
		Commitment: content.Commitment{
			Title: "What members ask of each other",
			Statements: []content.Statement{
				{ID: "come", Rule: "rule", Text: "I plan to come to every session, on time. If I cannot, or if I am late, I will let my therapist know.", Reason: paragraph("Then nobody has to wait or wonder where you are.")},
				{ID: "keep", Rule: "more", Text: "I will keep private who the members are.", Reason: paragraph("People can be more open when it stays in the room.")},
			},
			Signing: content.Section{ID: "signing", Heading: "What signing means", Body: paragraph("I agree to the promises marked “I agree”. This is not a contract.")},
		},
		Closing:  content.Closing{Title: "Before you go"},
		Words:    tuitest.Shipped(t).Words,
		Revision: "0123456789abcdef",
	}
}

func apply(t testing.TB, env screen.Env, events ...walk.Event) screen.Env {
	t.Helper()
	after, _, err := env.Walk.Apply(fixed, events...)
	if err != nil {
		t.Fatal(err)
	}
	env.Walk = after
	return env
}

func answer(id string, a walk.Answer) walk.Event {
	return walk.Event{Kind: walk.SetAnswer, Subject: id, Answer: a}
}

func onStatement(t testing.TB, size screen.Size, id string, events ...walk.Event) *tuitest.Stage {
	t.Helper()
	env := apply(t, tuitest.Env(smallGuide(t), size.Width, size.Height), events...)
	step, ok := env.Walk.Find(id)
	if !ok {
		t.Fatalf("no step %q", id)
	}
	return tuitest.NewStage(env, pledge.NewStatement(env, step))
}

// onSignature is the signing page once every promise has an answer.
func onSignature(t testing.TB, size screen.Size, events ...walk.Event) *tuitest.Stage {
	t.Helper()
	all := append([]walk.Event{answer("come", walk.TalkFirst), answer("keep", walk.Agree)}, events...)
	env := apply(t, tuitest.Env(smallGuide(t), size.Width, size.Height), all...)
	return tuitest.NewStage(env, pledge.NewSignature(env, folder))
}

// count is how many actions of a kind the screen has asked for.
func count[A screen.Action](s *tuitest.Stage) int {
	n := 0
	for _, action := range s.Actions {
		if _, ok := action.(A); ok {
			n++
		}
	}
	return n
}

// checkKeys fails the test for a binding that does nothing from here.
func checkKeys(t *testing.T, s *tuitest.Stage) {
	t.Helper()
	s.Check(t)
	before := s.Screen.View()
	for _, binding := range s.Screen.Keys() {
		for _, name := range binding.Keys {
			after, action := s.Screen.Update(keys.Press(name))
			if action == nil && reflect.DeepEqual(after.View(), before) && !focused(before, name) {
				t.Errorf("%q (%s) does nothing in\n%s", name, binding.Does, s.Plain())
			}
		}
	}
}

// focused says whether a key is the number of what has the focus already.
func focused(v screen.View, name string) bool {
	if v.Cursor == nil || v.Cursor.Y >= len(v.Body) || len(name) != 1 {
		return false
	}
	line := []rune(tuitest.Plain(v.Body[v.Cursor.Y : v.Cursor.Y+1]))
	return len(line) > 2 && string(line[2]) == name
}
