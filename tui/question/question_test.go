package question

import (
	"fmt"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

// testGuide has one question of each kind.
func testGuide(t testing.TB) *content.Guide {
	one := content.Question{
		ID: "where", Prompt: "What fits the group best?", Again: "pace",
		Scene: "Dana would rather not say where she works.",
		Options: []content.Option{
			{Text: "She should explain why she will not say", Feedback: "It is natural to want to explain. No one owes the group a reason."},
			{Text: "She can leave it out and still take full part", Right: true, Feedback: "Yes. How much you tell is yours to choose."},
			{Text: "She should wait to join in until she can tell all", Feedback: "She need not wait. Taking part has many forms."},
		},
	}
	several := content.Question{
		ID: "heard", Prompt: "What is true here?", Again: "pace",
		Scene: "Two members tell Kim that they hear anger in her questions. Kim did *not* feel angry.",
		Options: []content.Option{
			{Text: "Kim may decide what it is worth", Right: true, Feedback: "Yes. Feedback is one person’s view."},
			{Text: "It must be true, because two people said so", Feedback: "Two views do count. They are still views."},
			{Text: "The two may well say how it sounded", Right: true, Feedback: "Yes. That is part of the work."},
		},
	}
	reflection := content.Question{
		ID: "hope", Prompt: "What do you hope for?", Again: "pace",
		Scene:   "People come for many reasons.",
		Options: []content.Option{{Text: "To feel less alone"}, {Text: "To find words for what I feel"}, {Text: "To get on better with people who matter to me"}},
	}
	guide := *tuitest.Shipped(t)
	guide.Chapters = []content.Chapter{{ID: "myths", Number: 1, Title: "Common myths", Sections: []content.Section{
		{ID: "pace", Heading: "At your own pace", Questions: []content.Question{one, several, reflection}},
	}}}
	return &guide
}

func stage(t testing.TB, kind walk.Kind, id string, width, height int) *tuitest.Stage {
	env := tuitest.Env(testGuide(t), width, height)
	return tuitest.NewStage(env, New(env, walk.Step{Kind: kind, ID: id, Chapter: 1}))
}

func TestGolden(t *testing.T) {
	for _, test := range []struct {
		name string
		kind walk.Kind
		id   string
		keys []string
	}{
		{"fresh", walk.Question, "where", nil},
		{"missed", walk.Question, "where", []string{"1", "enter", "down"}},
		{"how", walk.Question, "where", []string{"enter"}},
		{"tried twice", walk.Question, "where", []string{"1", "enter", "enter"}},
		{"answered", walk.Question, "where", []string{"1", "enter", "2", "enter"}},
		{"shown", walk.Question, "where", []string{"s"}},
		{"several", walk.Question, "heard", []string{"1", "space"}},
		{"several missed", walk.Question, "heard", []string{"1", "space", "2", "space", "enter"}},
		{"several answered", walk.Question, "heard", []string{"1", "space", "3", "space", "enter"}},
		{"several shown", walk.Question, "heard", []string{"s"}},
		{"reflection", walk.Reflection, "hope", []string{"2", "space"}},
		{"reflection typing", walk.Reflection, "hope", []string{"tab", "text:q is a letter here"}},
		{"reflection kept", walk.Reflection, "hope", []string{"tab", "text:mine", "enter"}},
	} {
		for _, size := range []screen.Size{{Width: 72, Height: 20}, {Width: 36, Height: 8}} {
			name := fmt.Sprintf("%s %dx%d", test.name, size.Width, size.Height)
			t.Run(name, func(t *testing.T) {
				s := stage(t, test.kind, test.id, size.Width, size.Height).Press(test.keys...)
				s.Check(t)
				if s.Err != nil {
					t.Error(s.Err)
				}
				tuitest.Golden(t, strings.ReplaceAll(name, " ", "-"), shown(s))
			})
		}
	}
}

// shown is the page in plain text, with what stands around it.
func shown(s *tuitest.Stage) string {
	view := s.Screen.View()
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s | %s\n", view.Title, view.Place, view.More)
	cursor := "none"
	if view.Cursor != nil {
		cursor = fmt.Sprintf("%d,%d", view.Cursor.X, view.Cursor.Y)
	}
	fmt.Fprintf(&b, "cursor %s, typing %v\n", cursor, view.Typing)
	rule := strings.Repeat("-", s.Env.Size.Width) + "\n"
	b.WriteString(rule + s.Plain() + "\n" + rule)
	for _, k := range s.Screen.Keys() {
		fmt.Fprintf(&b, "%s %s   ", k.Shown, k.Does)
	}
	return strings.TrimRight(b.String(), " ")
}

func TestColours(t *testing.T) {
	for _, look := range []theme.Theme{theme.Dark(), theme.Light(), theme.HighContrast()} {
		s := stage(t, walk.Question, "where", 72, 20)
		s.Env.Theme = look
		s.Show(s.Env).Press("1", "enter", "down")
		s.Check(t)
		tuitest.Golden(t, "colours-"+strings.ReplaceAll(look.Name, " ", "-"), strings.Join(s.Screen.View().Body, "\n"))
	}
}
