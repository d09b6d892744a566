package plain

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/intake"
)

// reflection is something to think about, where nothing is judged.
type reflection struct {
	l     *Lines
	step  walk.Step
	asked content.Question
}

func newReflection(l *Lines, step walk.Step) *reflection {
	return &reflection{l: l, step: step, asked: l.question(step.ID)}
}

func (r *reflection) at() walk.Step { return r.step }

func (r *reflection) heading() string {
	return r.l.stepHeading(r.step, r.l.words.Plain.Reflection, "")
}

func (r *reflection) shortly() string {
	return r.l.place(r.step, r.l.words.Plain.Reflection, "")
}

func (r *reflection) show() {
	words := r.l.words.Question
	for _, dropped := range r.l.visit.Walk.Dropped() {
		if dropped.ID == r.step.ID {
			r.l.say(words.Changed)
		}
	}
	r.l.markdown(r.asked.Scene)
	r.l.Say(r.asked.Prompt)
	r.l.say(words.Reflect)
	r.choices()
	if r.l.intake() {
		r.l.say(r.l.words.Intake.Reflection)
	} else {
		r.l.say(words.Private)
	}
	r.ticked()
}

func (r *reflection) choices() { r.l.list(optionTexts(r.asked)) }

// ticked says what is ticked, and the reader's own words.
func (r *reflection) ticked() {
	ticks, _ := r.l.visit.Walk.Ticks(r.step.ID)
	for _, i := range ticks.Options {
		r.l.say(r.l.words.Plain.Ticked, "n", i+1, "text", r.asked.Options[i].Text)
	}
	switch shown := intake.ShownOwn(r.l.visit.Walk, ticks); {
	case shown != ticks.Own:
		r.l.Say(shown)
	case shown != "":
		r.l.say(r.l.words.Plain.OwnIs, "text", shown)
	}
	if len(ticks.Options) == 0 && ticks.Own == "" {
		r.l.say(r.l.words.Plain.NoneTicked)
	}
}

func (r *reflection) prompt() string {
	n, of := r.l.visit.Walk.Position(r.step)
	ticks, _ := r.l.visit.Walk.Ticks(r.step.ID)
	return r.l.fill(r.l.words.Plain.AskReflection, "n", n, "of", of, "count", len(ticks.Options))
}

func (r *reflection) take(s said) bool {
	ticks, _ := r.l.visit.Walk.Ticks(r.step.ID)
	switch {
	case s.empty(), s.command == goOn:
		r.l.next(r.step)
	case len(s.numbers) > 0:
		return r.toggle(ticks, s.numbers)
	case s.command == erase && strings.EqualFold(s.words, r.l.vocab.shown(own)):
		ticks.Own = ""
		if r.set(ticks); r.l.visit.Unerased == nil {
			r.l.say(r.l.words.Plain.OwnGone)
		}
	case s.command == own && s.words == "":
		r.l.say(r.l.words.Plain.OwnHow)
	case s.command == own:
		if !r.l.tooLong(s.words) {
			ticks.Own = s.words
			r.set(ticks)
		}
	default:
		return false
	}
	return true
}

// toggle sets ticks, and takes away those that are there.
func (r *reflection) toggle(ticks walk.Ticks, numbers []int) bool {
	options := slices.Clone(ticks.Options)
	for _, n := range numbers {
		if n < 1 || n > len(r.asked.Options) {
			return false
		}
	}
	for _, n := range numbers {
		if at := slices.Index(options, n-1); at >= 0 {
			options = slices.Delete(options, at, at+1)
		} else {
			options = append(options, n-1)
		}
	}
	slices.Sort(options)
	ticks.Options = options
	r.set(ticks)
	return true
}

func (r *reflection) set(ticks walk.Ticks) {
	r.l.apply(walk.Event{Kind: walk.Tick, Subject: r.step.Key(), Options: ticks.Options, Text: ticks.Own})
	r.ticked()
}

func (r *reflection) more() []string {
	return []string{r.l.words.Plain.HelpTick, r.l.words.Plain.HelpOwn, r.l.words.Plain.HelpGoOn}
}
