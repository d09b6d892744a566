package pages

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// NewKeys makes the list of all keys.
func NewKeys(env screen.Env) screen.Screen { return open(env, keyList{}) }

type keyList struct{}

// group is keys that belong together.
type group struct {
	name     string
	bindings []keys.Binding
}

// groups orders every binding that there is from a page of the walk; beginning
// without a trace is offered on the first page alone. What each is called, and what it
// does, is said by the binding itself.
func groups(env screen.Env) []group {
	k, words := env.Keys, env.Words().Reader
	all := []group{
		{words.KeysWalk, []keys.Binding{k.Next, k.Back}},
		{words.KeysLeave, []keys.Binding{k.Help, k.Stop, k.Leave, k.Close}},
		{words.KeysPage, []keys.Binding{
			k.Up, k.Down, k.PageUp.Saying(words.PageUp), k.PageDown.Saying(words.PageDown), k.Top, k.End,
		}},
		{words.KeysAnswer, []keys.Binding{k.Number, k.Answer, k.Tick, k.ShowMe, k.Later, k.Again, k.Decline}},
		{words.KeysPlaces, []keys.Binding{k.Chapters, k.Search, k.Glossary, k.Note, k.Delete, k.Keys, k.About}},
		{words.KeysField, []keys.Binding{k.Keep, k.LeaveTab}},
	}
	if env.Intake() {
		all = append(all, group{env.Words().Intake.Title, []keys.Binding{k.Flag, k.ClinicianNote, k.EndIntake}})
	}
	return all
}

func (keyList) lay(env screen.Env) (string, []string, int) {
	words := env.Words()
	lines := block(nil, headed(env, words.Reader.KeysTitle, env.Theme.Heading),
		prose.Wrap(words.Reader.KeysLead, env.Size.Width))
	if env.Private && !env.Fresh {
		lines = block(lines, prose.Wrap(env.Walk.Traces(), env.Size.Width))
	}
	all := groups(env)
	column := 0
	for _, g := range all {
		for _, b := range g.bindings {
			column = max(column, ansi.StringWidth(b.Shown))
		}
	}
	for _, g := range all {
		part := headed(env, g.name, env.Theme.Muted)
		for _, b := range g.bindings {
			part = append(part, row(env, b, column)...)
		}
		lines = block(lines, part)
	}
	return words.Guide.Title, lines, 0
}

// row shows a key, and beside it what it does.
func row(env screen.Env, b keys.Binding, column int) []string {
	const left, gap = 2, 3
	indent := strings.Repeat(" ", left+column+gap)
	var lines []string
	for i, line := range prose.Wrap(b.Does, env.Size.Width-len(indent)) {
		if i > 0 {
			lines = append(lines, indent+line)
			continue
		}
		pad := strings.Repeat(" ", column-ansi.StringWidth(b.Shown)+gap)
		lines = append(lines, strings.Repeat(" ", left)+env.Theme.Accent.Render(b.Shown)+pad+line)
	}
	return lines
}
