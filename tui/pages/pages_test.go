package pages

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"firstsession/content/walk"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

var makers = []struct {
	name string
	make func(screen.Env) screen.Screen
}{
	{"help", NewHelp},
	{"about", NewAbout},
	{"keys", NewKeys},
	{"glossary", func(env screen.Env) screen.Screen { return NewGlossary(env, "", "") }},
}

func TestLooks(t *testing.T) {
	for _, size := range []screen.Size{{Width: 72, Height: 20}, {Width: 36, Height: 8}} {
		for _, maker := range makers {
			env := tuitest.Env(tuitest.Shipped(t), size.Width, size.Height)
			s := tuitest.NewStage(env, maker.make(env))
			tuitest.Golden(t, fmt.Sprintf("%s-%dx%d", maker.name, size.Width, size.Height), s.Plain())
		}
	}
}

func TestFitsAndLeadsBack(t *testing.T) {
	for _, size := range []screen.Size{{Width: 36, Height: 6}, {Width: 72, Height: 20}, {Width: 100, Height: 60}} {
		for _, maker := range makers {
			env := tuitest.Env(tuitest.Shipped(t), size.Width, size.Height)
			s := tuitest.NewStage(env, maker.make(env))
			for range 500 {
				s.Check(t)
				s.CheckKeysWork(t)
				if s.Press("space"); len(s.Actions) > 0 {
					break
				}
			}
			if !reflect.DeepEqual(s.Last(), screen.Close{}) {
				t.Errorf("%s at %v: Space leads to %#v", maker.name, size, s.Last())
			}
		}
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		page, key string
		want      screen.Action
	}{
		{"help", "left", screen.Close{}},
		{"help", "backspace", screen.Close{}},
		{"help", "esc", screen.Close{}},
		{"help", "a", nil},
		{"help", "/", nil},
		{"keys", "a", screen.Open{Place: screen.Place{Kind: screen.About}}},
		{"glossary", "/", screen.Open{Place: screen.Place{Kind: screen.Search}}},
		{"glossary", "down", nil},
	} {
		for _, maker := range makers {
			if maker.name != c.page {
				continue
			}
			env := tuitest.Env(tuitest.Shipped(t), 72, 20)
			if got := tuitest.NewStage(env, maker.make(env)).Press(c.key).Last(); !reflect.DeepEqual(got, c.want) {
				t.Errorf("%s on %s asks for %#v, want %#v", c.key, c.page, got, c.want)
			}
		}
	}
}

// Help now is read at once, whatever the window.
func TestHelpBeginsWithWhatToDo(t *testing.T) {
	env := tuitest.Env(tuitest.Shipped(t), 36, 6)
	lines := strings.Split(tuitest.NewStage(env, NewHelp(env)).Plain(), "\n")
	if lines[0] != env.Guide.Help.Title {
		t.Errorf("help begins with %q", lines[0])
	}
}

func TestGlossaryOpensAtATerm(t *testing.T) {
	env := tuitest.Env(tuitest.Shipped(t), 36, 8)
	for _, term := range env.Guide.Glossary.Terms {
		s := tuitest.NewStage(env, NewGlossary(env, term.ID, term.Name))
		s.Check(t)
		if first := strings.Fields(term.Name)[0]; !strings.Contains(s.Plain(), first) {
			t.Errorf("%s is not in sight:\n%s", term.Name, s.Plain())
		}
	}
	s := tuitest.NewStage(env, NewGlossary(env, "feedback", ""))
	if !strings.HasPrefix(s.Plain(), "feedback\n") {
		t.Errorf("it does not open at the term:\n%s", s.Plain())
	}
}

// The list of keys is of the bindings that there are, each once; but for the
// one of the first page, which says it itself.
func TestKeyListHasEveryBinding(t *testing.T) {
	env := tuitest.Env(tuitest.Shipped(t), 72, 20)
	form := &walk.Form{Reference: "K-102", Parts: walk.AllParts}
	env.Walk, _, _ = env.Walk.Apply(time.Time{}, walk.Event{Kind: walk.SetForm, Form: form})
	listed := map[string]int{}
	for _, group := range groups(env) {
		for _, binding := range group.bindings {
			listed[fmt.Sprint(binding.Keys, binding.Essential)]++
		}
	}
	all := reflect.ValueOf(env.Keys)
	wanted := map[string]int{}
	for i := range all.NumField() {
		binding := all.Field(i).Interface().(keys.Binding)
		switch all.Type().Field(i).Name {
		case "BeginPrivate", "TabBack", "Suspend":
			continue
		}
		wanted[fmt.Sprint(binding.Keys, binding.Essential)]++
	}
	if !reflect.DeepEqual(listed, wanted) {
		t.Errorf("listed %v\nthere are %v", listed, wanted)
	}
}
