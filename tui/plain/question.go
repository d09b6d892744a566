package plain

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/walk"
)

// question is something to try.
type question struct {
	l     *Lines
	step  walk.Step
	asked content.Question
}

func newQuestion(l *Lines, step walk.Step) *question {
	return &question{l: l, step: step, asked: l.question(step.ID)}
}

// question finds a question or a reflection by its id.
func (l *Lines) question(id string) content.Question {
	for _, chapter := range l.visit.Walk.Guide().Chapters {
		for _, section := range chapter.Sections {
			for _, asked := range section.Questions {
				if asked.ID == id {
					return asked
				}
			}
		}
	}
	return content.Question{}
}

func (q *question) at() walk.Step     { return q.step }
func (q *question) tries() walk.Tries { return q.l.visit.Walk.Tries(q.step.Key()) }
func (q *question) several() bool     { return q.asked.Kind() == content.ChooseAll }

func (q *question) heading() string {
	words := q.l.words.Plain.Question
	if q.step.Again {
		words = q.l.words.Plain.OnceMore
	}
	return q.l.stepHeading(q.step, words, "")
}

func (q *question) shortly() string {
	if q.step.Again {
		return q.l.place(q.step, q.l.words.Plain.OnceMore, "")
	}
	return q.l.place(q.step, q.l.words.Plain.Question, "")
}

func (q *question) show() {
	words := q.l.words.Question
	if q.step.Again && !q.tries().Done {
		q.l.say(words.OnceMore)
	}
	q.l.markdown(q.asked.Scene)
	q.l.Say(q.asked.Prompt)
	if q.several() {
		q.l.say(words.ChooseAll)
	} else {
		q.l.say(words.ChooseOne)
	}
	q.options()
	q.before()
}

// choices are the options, as long as there is something to choose.
func (q *question) choices() {
	if !q.tries().Done {
		q.options()
	}
}

func (q *question) options() { q.l.list(optionTexts(q.asked)) }

func optionTexts(asked content.Question) []string {
	texts := make([]string, len(asked.Options))
	for i, option := range asked.Options {
		texts[i] = option.Text
	}
	return texts
}

// before says what came of an earlier try, for who comes back.
func (q *question) before() {
	tries := q.tries()
	switch {
	case tries.Shown:
		q.l.say(q.l.words.Question.Shown)
		q.fits()
	case tries.Done:
		q.result(tries.Last)
	case len(tries.Last) > 0:
		q.result(tries.Last)
	}
}

func (q *question) prompt() string {
	words, tries := q.l.words.Plain, q.tries()
	ask := words.AskOne
	switch {
	case tries.Done:
		ask = words.AskDone
	case q.several():
		ask = words.AskAll
	}
	state := words.Open
	switch {
	case tries.Shown:
		state = words.Shown
	case tries.Done:
		state = words.Answered
	case tries.Missed:
		state = words.Tried
	case tries.Later:
		state = words.ForLater
	}
	n, of := q.l.visit.Walk.Position(q.step)
	return q.l.fill(ask, "n", n, "of", of, "state", state, "most", len(q.asked.Options))
}

func (q *question) take(s said) bool {
	tries := q.tries()
	switch {
	case s.command == rule && q.asked.Again != "":
		return q.l.readBetween(q.asked.Again)
	case tries.Done:
		if s.empty() || s.command == goOn {
			q.l.next(q.step)
			return true
		}
		return false
	case s.command == showMe:
		q.l.apply(walk.Event{Kind: walk.ShowMe, Subject: q.step.Key()})
		q.l.say(q.l.words.Question.Shown)
		q.fits()
	case s.command == later:
		q.l.next(q.step, walk.Event{Kind: walk.Later, Subject: q.step.Key()})
	case len(s.numbers) > 0:
		return q.answer(s.numbers)
	default:
		return false
	}
	return true
}

// answer takes numbers for an answer, if each of them is there.
func (q *question) answer(numbers []int) bool {
	words := q.l.words.Question
	var chosen []int
	for _, n := range numbers {
		if n < 1 || n > len(q.asked.Options) {
			return false
		}
		chosen = append(chosen, n-1)
	}
	slices.Sort(chosen)
	chosen = slices.Compact(chosen)
	tries := q.tries()
	switch {
	case !q.several() && len(chosen) > 1:
		q.l.say(words.ChooseOne)
		return true
	case !q.several() && chosen[0] < len(tries.Tried) && tries.Tried[chosen[0]]:
		q.l.say(q.l.words.Plain.TriedThis)
		return true
	case q.several() && tries.Missed && slices.Equal(chosen, tries.Last):
		q.l.say(words.SameTicks)
	default:
		q.l.apply(walk.Event{Kind: walk.Choose, Subject: q.step.Key(), Options: chosen})
	}
	q.result(chosen)
	return true
}

// result says what came of an answer, with the reason for each option that was
// chosen.
func (q *question) result(chosen []int) {
	words := q.l.words.Question
	switch {
	case q.tries().Done && q.several():
		q.l.say(words.AllFit)
		q.fits()
	case q.tries().Done:
		q.l.say(words.Found)
		q.fits()
	case q.several():
		q.partly(chosen)
	default:
		q.l.say(words.OtherFits)
		q.reasons(chosen)
	}
}

// partly says what is missing of several, and what fits less.
func (q *question) partly(chosen []int) {
	words := q.l.words.Question
	var less []int
	for _, i := range chosen {
		if !q.asked.Options[i].Right {
			less = append(less, i)
		}
	}
	if len(less) == 0 {
		q.l.say(words.TickedFit)
	}
	for _, i := range less {
		q.l.say(q.l.words.Plain.FitsLess, "n", i+1, "text", sentence(q.asked.Options[i].Text), "reason", plainText(q.asked.Options[i].Feedback))
	}
	switch missing := walk.Missing(q.asked, chosen); missing {
	case 0:
	case 1:
		q.l.say(words.OneMissing)
	default:
		q.l.say(words.Missing, "n", missing)
	}
}

func (q *question) reasons(chosen []int) {
	for _, i := range chosen {
		q.l.markdown(q.asked.Options[i].Feedback)
	}
}

// fits says each option that fits, and why.
func (q *question) fits() {
	for i, option := range q.asked.Options {
		if option.Right {
			q.l.say(q.l.words.Plain.ThisFits, "n", i+1, "text", sentence(option.Text))
			q.l.markdown(option.Feedback)
		}
	}
}

// plainText is Markdown as one line of plain words.
func plainText(markdown string) string {
	var words []string
	for _, p := range content.Plain(markdown) {
		words = append(words, p.Text)
	}
	return strings.Join(words, " ")
}

func (q *question) more() []string {
	words := q.l.words.Plain
	if q.tries().Done {
		return q.withRule(words.HelpGoOn)
	}
	if q.several() {
		return q.withRule(words.HelpAll, words.HelpShow)
	}
	return q.withRule(words.HelpOne, words.HelpShow)
}

func (q *question) withRule(lines ...string) []string {
	if q.asked.Again != "" {
		lines = append(lines, q.l.words.Plain.HelpRule)
	}
	return lines
}
