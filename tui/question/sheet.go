// Package question is the page on which a reader tries something: a question
// with one fitting answer or several, or a reflection, in which nothing is
// judged.
package question

import (
	"fmt"

	"charm.land/lipgloss/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/choice"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// New makes the page of a question or reflection.
func New(env screen.Env, step walk.Step) screen.Screen {
	s := sheet{step: step, asked: find(env.Guide, step)}
	if step.Kind == walk.Reflection {
		return newReflection(env, s)
	}
	return newQuestion(env, s)
}

// find returns the question of a step; one without words if there is none.
func find(guide *content.Guide, step walk.Step) content.Question {
	for _, chapter := range guide.Chapters {
		for _, section := range chapter.Sections {
			for _, question := range section.Questions {
				if question.ID == step.ID {
					return question
				}
			}
		}
	}
	return content.Question{}
}

// sheet is what a question and a reflection have in common: what is asked,
// with the options below it.
type sheet struct {
	env   screen.Env
	step  walk.Step
	asked content.Question
	page  choice.Page
	view  screen.View
}

// roomyHeight is from how many lines on there is room for air.
const roomyHeight = 14

func (s sheet) roomy() bool { return s.env.Size.Height >= roomyHeight }

// head is the scene, the prompt, and how it is answered.
func (s sheet) head(how ...string) []string {
	t, width := s.env.Theme, s.env.Size.Width
	lines := s.env.Prose.Lines(s.asked.Scene, width, t)
	if len(lines) > 0 && s.roomy() {
		lines = append(lines, "")
	}
	lines = append(lines, styled(s.asked.Prompt, width, t.Heading)...)
	for _, words := range how {
		lines = append(lines, styled(words, width, t.Muted)...)
	}
	return lines
}

// styled wraps plain words and styles each line by itself.
func styled(words string, width int, style lipgloss.Style) []string {
	lines := prose.Wrap(words, width)
	for i, line := range lines {
		lines[i] = style.Render(line)
	}
	return lines
}

// lay puts the page together from its parts.
func (s sheet) lay(above []string, options []choice.Option, below []string) sheet {
	s.page.Above, s.page.Below = above, below
	s.page.List = s.page.List.With(options)
	s.page.Air = s.roomy()
	s.page = s.page.Lay(s.env.Size, s.env.Theme)
	return s
}

// show makes the view of what the page has in sight now.
func (s sheet) show() sheet {
	s.view = s.page.View(s.env.Words().Reader)
	s.view.Title = s.env.Walk.ChapterTitle(s.step.Chapter)
	s.view.Chapter = s.step.Chapter
	s.view.Place = s.place()
	return s
}

func (s sheet) place() string {
	words := s.env.Words().Question
	n, of := s.env.Walk.Position(s.step)
	switch {
	case s.step.Kind == walk.Reflection:
		return words.PlaceReflect
	case s.step.Again:
		return content.Fill(words.PlaceAgain, "n", n, "of", of)
	default:
		return content.Fill(words.Place, "n", n, "of", of)
	}
}

// chooses is one binding of all keys that choose among the options.
func (s sheet) chooses() keys.Binding {
	k := s.env.Keys
	b := k.Number
	count := min(len(s.asked.Options), len(b.Keys))
	b.Keys = nil
	for _, arrow := range s.page.Arrows(k) {
		b.Keys = append(b.Keys, arrow.Keys...)
	}
	for i, key := range k.Number.Keys[:count] {
		if i != s.page.List.Focus() {
			b.Keys = append(b.Keys, key)
		}
	}
	b.Shown = fmt.Sprintf("%s%s 1-%d", k.Up.Shown, k.Down.Shown, count)
	return b
}

// onward is the binding that goes on, or shows first what is below.
func (s sheet) onward(b keys.Binding, further bool) keys.Binding {
	if further {
		return b.Saying(s.env.Words().Reader.ReadOn)
	}
	return b.Saying(s.env.Keys.Next.Does)
}

// further scrolls a page.
func (s sheet) further() sheet {
	s.page, _ = s.page.Update(s.env.Keys.PageDown.Press(), s.env.Keys)
	return s
}

// indices are the places in a list at which something is set.
func indices(set []bool) []int {
	var at []int
	for i, yes := range set {
		if yes {
			at = append(at, i)
		}
	}
	return at
}

// flags is the other way round, for a list of a length.
func flags(at []int, length int) []bool {
	set := make([]bool, length)
	for _, i := range at {
		if i >= 0 && i < length {
			set[i] = true
		}
	}
	return set
}
