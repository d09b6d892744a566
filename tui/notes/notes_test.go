package notes

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"firstsession/content/walk"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

const here = "main-message"

// stage shows the notes to a reader who has taken these before.
func stage(t *testing.T, width, height int, at string, before ...string) *tuitest.Stage {
	t.Helper()
	env := tuitest.Env(tuitest.Shipped(t), width, height)
	for i, text := range before {
		step := []string{here, "welcome", "keep-private"}[i%3]
		w, _, err := env.Walk.Apply(time.Unix(0, 0).UTC(), walk.Event{Kind: walk.TakeNote, Subject: step, Text: text})
		if err != nil {
			t.Fatal(err)
		}
		env.Walk = w
	}
	return tuitest.NewStage(env, New(env, at))
}

func texts(w walk.Walk) []string {
	var all []string
	for _, note := range w.Notes() {
		all = append(all, note.Text)
	}
	return all
}

var long = strings.Repeat("something that I would like to say ", 12)

func TestLooks(t *testing.T) {
	for _, size := range []screen.Size{{Width: 72, Height: 20}, {Width: 36, Height: 8}} {
		var b strings.Builder
		for _, c := range []struct {
			at     string
			before []string
			keys   []string
		}{
			{"", nil, nil},
			{here, nil, nil},
			{here, []string{"What if I cry?"}, []string{"text:Do I have to say my last name? Someone from work may be there, too."}},
			{here, []string{"What if I cry?"}, []string{"text:My last name", "enter"}},
			{"", []string{"What if I cry?", "Who sees the list?", "Can I come late?"}, []string{"down", "down"}},
			{"", []string{"What if I cry?", "Who sees the list?", "Can I come late?"}, []string{"down", "down", "x"}},
		} {
			s := stage(t, size.Width, size.Height, c.at, c.before...).Press(c.keys...)
			fmt.Fprintf(&b, "%v\n\n%s\n\n", c.keys, s.Plain())
		}
		tuitest.Golden(t, fmt.Sprintf("notes-%dx%d", size.Width, size.Height), b.String())
	}
}

func TestFitsEverywhere(t *testing.T) {
	many := []string{"one", long, "three", "four", long, "six"}
	for _, size := range []screen.Size{{Width: 36, Height: 6}, {Width: 72, Height: 20}, {Width: 100, Height: 60}} {
		for _, at := range []string{"", here} {
			for _, before := range [][]string{nil, many} {
				for _, keys := range [][]string{
					{}, {"paste:" + long}, {"down"}, {"down", "down", "down", "x"}, {"down", "enter"},
					{"text:a note", "enter"}, {"wheel:down", "wheel:down", "wheel:down"},
				} {
					s := stage(t, size.Width, size.Height, at, before...).Press(keys...)
					s.Check(t)
					s.CheckKeysWork(t)
					s.Resize(40, 7).Check(t)
				}
			}
		}
	}
}

func TestRules(t *testing.T) {
	before := []string{"first", "second"}
	for _, c := range []struct {
		what string
		at   string
		keys string
		want []string // the notes afterwards
		last screen.Action
		typi bool
	}{
		{what: "enter keeps", at: here, keys: "text:third enter", want: []string{"first", "second", "third"}},
		{what: "tab keeps", at: here, keys: "text:third tab", want: []string{"first", "second", "third"}},
		{what: "letters are letters", at: here, keys: "text:q?x/! enter", want: []string{"first", "second", "q?x/!"}},
		{what: "an empty note is none, and the field stays", at: here, keys: "enter", want: before, typi: true},
		{what: "after Enter letters are letters", at: here, keys: "enter space enter text:q enter", want: []string{"first", "second", "q"}},
		{what: "Tab leaves an empty field", at: here, keys: "enter tab", want: before},
		{what: "Esc closes an empty field", at: here, keys: "enter esc", want: before, typi: true, last: screen.Close{}},
		{what: "Esc loses no words", at: here, keys: "text:half esc", want: before, typi: true},
		{what: "Esc leaves an emptied note as it was", keys: "down down enter backspace backspace backspace backspace backspace esc", want: before, typi: true, last: screen.Close{}},
		{what: "spaces are no note", at: here, keys: "space space tab", want: before},
		{what: "paste is one line", at: here, keys: "paste:a\nb\x1b enter", want: []string{"first", "second", "a b"}},
		{what: "half written stays", at: here, keys: "text:half", want: before, typi: true},
		{what: "n begins another", keys: "n text:third enter", want: []string{"first", "second", "third"}},
		{what: "the newest is first", keys: "down enter text:! enter", want: []string{"first", "second!"}},
		{what: "enter changes", keys: "down down enter backspace text:e tab", want: []string{"firse", "second"}},
		{what: "x asks", keys: "down x", want: before},
		{what: "x twice deletes", keys: "down x x", want: []string{"first"}},
		{what: "another key is no yes", keys: "down x down x", want: before},
		{what: "x without a note", keys: "x x", want: before},
		{what: "emptied is asked about", keys: "down enter backspace backspace backspace backspace backspace backspace enter", want: before},
		{what: "emptied, and yes", keys: "down enter backspace backspace backspace backspace backspace backspace tab x", want: []string{"first"}},
		{what: "a click is the cursor", keys: "click:3,3 x x", want: []string{"second"}},
		{what: "space leads back", keys: "space", want: before, last: screen.Close{}},
		{what: "left leads back", keys: "down left", want: before, last: screen.Close{}},
		{what: "after keeping, too", at: here, keys: "text:third enter space", want: []string{"first", "second", "third"}, last: screen.Close{}},
	} {
		s := stage(t, 72, 20, c.at, before...)
		for _, key := range strings.Split(c.keys, " ") {
			s.Press(key)
		}
		if s.Err != nil {
			t.Errorf("%s: %v", c.what, s.Err)
		}
		if got := texts(s.Env.Walk); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: the notes are %q, want %q", c.what, got, c.want)
		}
		if c.last != nil && !reflect.DeepEqual(s.Last(), c.last) {
			t.Errorf("%s: asks for %#v", c.what, s.Last())
		}
		if got := s.Screen.View().Typing; got != c.typi {
			t.Errorf("%s: typing is %v", c.what, got)
		}
	}
}

func TestUnsaved(t *testing.T) {
	take := walk.Event{Kind: walk.TakeNote, Subject: here, Text: "half a th"}
	change := walk.Event{Kind: walk.ChangeNote, Subject: "n1", Text: "first of all"}
	for _, c := range []struct {
		at   string
		keys []string
		want []walk.Event
	}{
		{here, []string{"text:half a th"}, []walk.Event{take}},
		{here, nil, nil},
		{here, []string{"text:kept", "enter"}, nil},
		{"", []string{"down", "enter", "text: of all"}, []walk.Event{change}},
	} {
		s := stage(t, 72, 20, c.at, "first").Press(c.keys...)
		if got := s.Screen.(screen.Keeper).Unsaved(); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: unsaved is %v, want %v", c.keys, got, c.want)
		}
	}
}

// A note that the walk does not take is in the field again, word for word.
func TestNothingIsLostIfANoteCannotBeKept(t *testing.T) {
	env := stage(t, 72, 20, here).Env
	s := New(env, here)
	for _, msg := range tuitest.Messages("text:my question", "enter") {
		s, _ = s.Update(msg)
	}
	s = s.With(env) // without the note
	if got := s.(screen.Keeper).Unsaved(); len(got) != 1 || got[0].Text != "my question" {
		t.Errorf("what could not be kept is %v", got)
	}
	if view := s.View(); !view.Typing || view.Cursor == nil {
		t.Error("the field is not open again")
	}
}

// A note can be taken from a page that is no step, and from one of a guide
// that has changed since.
func TestTakesANoteAnywhere(t *testing.T) {
	for _, at := range []string{"no-such-step", "keep-private", "feedback"} {
		s := stage(t, 72, 20, at).Press("text:hello", "enter")
		if s.Err != nil || len(s.Env.Walk.Notes()) != 1 {
			t.Errorf("at %s: %v, %v", at, s.Env.Walk.Notes(), s.Err)
		}
	}
}

func TestSaysWhereANoteIs(t *testing.T) {
	for _, private := range []bool{false, true} {
		s := stage(t, 72, 20, here)
		s.Env.Private = private
		want := s.Env.Words().Notes.Kept
		if private {
			want = s.Env.Words().Notes.KeptHere
		}
		if s.Press("text:hello", "enter"); !strings.Contains(s.Plain(), want) {
			t.Errorf("private %v:\n%s", private, s.Plain())
		}
	}
}

func TestEnterInAnEmptyFieldSaysHowToLeave(t *testing.T) {
	for _, size := range []screen.Size{{Width: 36, Height: 6}, {Width: 72, Height: 20}} {
		s := stage(t, size.Width, size.Height, here).Press("enter")
		s.Check(t)
		if words := strings.Join(strings.Fields(s.Plain()), " "); !strings.Contains(words, "Nothing is written yet.") || !strings.Contains(words, "Tab leaves") {
			t.Errorf("Enter with nothing written says nothing:\n%s", s.Plain())
		}
		s.CheckKeysWork(t)
		if s.Press("text:w"); strings.Contains(s.Plain(), "Nothing is written yet.") {
			t.Errorf("something is written:\n%s", s.Plain())
		}
	}
}
