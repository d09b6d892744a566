package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// question has one fitting answer or several. What was answered is the walk's;
// only ticks that are no answer yet are kept here.
type question struct {
	step   walk.Step
	ticked []int // of several, in order
	notice string
}

// optionID names an option, counted from 0.
func optionID(i int) string { return fmt.Sprint("option ", i+1) }

func (p question) Show(s State) Sheet {
	q, tries, words := s.Walk.Question(p.step), s.Walk.Tries(p.step.Key()), s.Words().Question
	sheet := onStep(s, p.step, plain.Either(p.step.Again, words.AtAgain, words.At))
	sheet.part(Label, plain.Either(p.step.Again, words.LabelAgain, words.Label))
	if p.step.Again && !tries.Done {
		again := plain.Either(q.ID == p.step.ID, words.SameAgain, words.LikeAgain)
		sheet.part(Quiet, again+" "+s.Fill(words.ToLeave))
	}
	sheet.markdown(q.Scene)
	sheet.part(Heading, q.Prompt)
	state, how := p.progress(s)
	sheet.State = state
	outcome := p.outcome(s)
	if !tries.Done || outcome == "" { // which says the same
		sheet.part(Quiet, how)
	}
	for i := range q.Options {
		sheet.add(p.option(s, q, tries, i))
	}
	sheet.Notice.Text = cmp.Or(p.notice, outcome)
	switch {
	case tries.Done:
		sheet.goesOn(s.Words().Keys.GoOn, Do{Next: true})
	case q.Kind() == content.ChooseAll:
		sheet.goesOn(s.Words().Keys.Answer, p.does(walk.Choose, p.ticked...))
	}
	if !tries.Done {
		later := p.does(walk.Later)
		later.Next, later.Said = true, p.left(s, tries)
		sheet.move(Move{Meaning: ShowMe, wants: p.does(walk.ShowMe)}, Move{Meaning: Later, wants: later})
	}
	sheet.readAgain(q.Again, "")
	return sheet
}

func (p question) does(kind walk.EventKind, options ...int) Do {
	return Do{Events: []walk.Event{{Kind: kind, Subject: p.step.Key(), Options: options}}}
}

// progress says how far the reader is, and how the question is answered, or that it is.
func (p question) progress(s State) (state, how string) {
	words, short, tries := s.Words().Question, s.Words().Plain, s.Walk.Tries(p.step.Key())
	how = plain.Either(s.Walk.Question(p.step).Kind() == content.ChooseAll, s.bySurface(words.ChooseAll, words.ChooseAllHeard), words.ChooseOne)
	switch {
	case tries.Shown:
		return short.Shown, words.Shown
	case tries.Done:
		return short.Answered, words.Found
	case tries.Missed:
		return short.Tried, how
	case tries.Later:
		return short.ForLater, how
	default:
		return short.Open, how
	}
}

// option is one with what is known about it by now.
func (p question) option(s State, q content.Question, tries walk.Tries, i int) Item {
	words, option := s.Words().Question, q.Options[i]
	item := Item{ID: optionID(i), Kind: Choose, Label: option.Text}
	less := plain.Either(q.Kind() == content.ChooseAll, words.FitsLess, words.OtherFits)
	switch {
	case tries.Done: // then there is nothing more to tick
	case q.Kind() == content.ChooseAll:
		changed := p
		changed.ticked = toggled(p.ticked, i)
		slices.Sort(changed.ticked)
		item.Kind, item.On, item.becomes = Tick, slices.Contains(p.ticked, i), changed
	case !tries.Tried[i]:
		item.wants = p.does(walk.Choose, i)
	}
	switch {
	case tries.Done && option.Right:
		item.Mark, item.Says, item.Feedback = Fits, words.Fits, option.Feedback
	case tries.Tried[i]:
		item.Mark, item.Says, item.Feedback = Tried, less, option.Feedback
	}
	return item
}

// outcome says how the last try at several options fits, while that is what is ticked.
func (p question) outcome(s State) string {
	q, tries, words := s.Walk.Question(p.step), s.Walk.Tries(p.step.Key()), s.Words().Question
	switch {
	case q.Kind() != content.ChooseAll || tries.Shown || !slices.Equal(p.ticked, tries.Last):
		return ""
	case tries.Done:
		return words.AllFit
	case !tries.Missed:
		return ""
	}
	missing := walk.Missing(q, tries.Last)
	less := slices.ContainsFunc(tries.Last, func(i int) bool { return !q.Options[i].Right })
	return inOne(
		when{true, plain.Either(less, words.TickedSome, words.TickedFit)},
		when{missing == 1, words.OneMissing},
		when{missing > 1, s.Fill(words.Missing, "n", missing)},
		when{true, s.Fill(words.TickAgain)},
	)
}

func (p question) Answer(s State, a Answer) (Page, Want) {
	p.notice = ""
	tries := s.Walk.Tries(p.step.Key())
	item := p.Show(s).chosen(a.ID)
	switch going := a.ID == GoOnID; {
	case tries.Done && item.wants == nil:
		_, found := p.progress(s)
		p.notice = s.Words().Question.Settled + " " + found
	case going && !tries.Done:
		if p.notice = p.lacking(s, tries); p.notice != "" {
			return p, nil
		}
	case item.Mark == Tried && item.Kind == Choose:
		p.notice = s.Fill(s.Words().Question.TriedAlready)
	case item.becomes != nil:
		return item.becomes, nil
	}
	return p, item.wants
}

// left says when a question that is left comes back.
func (p question) left(s State, tries walk.Tries) string {
	words := s.Words().Question
	first := !p.step.Again && !tries.Later
	switch {
	case s.Intake() && !first:
		return words.LeftIntake
	case !s.Walk.StaysOpen(p.step):
		return s.Fill(words.LeftSo)
	case first:
		return words.Left
	default:
		return words.LeftAgain
	}
}

// lacking says why what is ticked is no new answer; empty if it is one.
func (p question) lacking(s State, tries walk.Tries) string {
	words := s.Words().Question
	switch {
	case s.Walk.Question(p.step).Kind() != content.ChooseAll:
		return plain.Either(tries.Missed, s.Fill(words.TriedAlready), s.Fill(words.ChooseFirst))
	case len(p.ticked) == 0:
		return s.Fill(words.NumberFirst)
	case tries.Missed && slices.Equal(p.ticked, tries.Last):
		return words.SameTicks + " " + p.outcome(s) + " " + s.Fill(words.ToLeave)
	default:
		return ""
	}
}

// toggled is another list, with something put in or taken out.
func toggled[T comparable](list []T, what T) []T {
	if at := slices.Index(list, what); at >= 0 {
		return slices.Delete(slices.Clone(list), at, at+1)
	}
	return append(slices.Clone(list), what)
}

// ownID is the line for one's own words; eraseOwnID takes away those that are covered.
const (
	ownID      = "own"
	eraseOwnID = "erase own"
)

// reflection asks something that nobody judges. A tick is kept at once.
type reflection struct {
	step walk.Step
	said string
}

func (p reflection) Show(s State) Sheet {
	q, words := s.Walk.Question(p.step), s.Words().Question
	ticks, _ := s.Walk.Ticks(p.step.ID)
	private := plain.Either(s.Intake(), s.Words().Intake.Reflection, words.Private)
	sheet := onStep(s, p.step, words.AtReflect)
	sheet.part(Label, words.LabelReflect)
	sheet.markdown(q.Scene)
	sheet.part(Heading, q.Prompt)
	sheet.part(Quiet, words.Reflect+" "+private)
	for i, option := range q.Options {
		sheet.add(Item{
			ID: optionID(i), Kind: Tick, Label: option.Text, On: slices.Contains(ticks.Options, i),
			wants: p.keeps(toggled(ticks.Options, i), ticks.Own),
		})
	}
	line := Item{ID: ownID, Kind: Line, Label: words.OwnWords, Text: ticks.Own, Most: mostOwn}
	if s.Walk.Covers() && ticks.Own != "" { // they make room for others, or can be taken away
		words := s.Words().Intake
		line.Text, line.State, line.Help = "", words.OwnState, words.OwnInstead
		sheet.add(line, act(eraseOwnID, words.OwnErase, words.OwnEraseWord, p.keeps(ticks.Options, "")))
	} else {
		sheet.add(line)
	}
	sheet.goesOn(s.Words().Keys.GoOn, Do{Next: true})
	sheet.readAgain(q.Again, "")
	sheet.Notice = saidOn(s, p.step, p.said, words.Changed, words.OtherWords)
	return sheet
}

func (p reflection) keeps(options []int, own string) Do {
	return Do{Events: []walk.Event{{Kind: walk.Tick, Subject: p.step.Key(), Options: options, Text: own}}}
}

func (p reflection) Answer(s State, a Answer) (Page, Want) {
	p.said = ""
	if a.ID != ownID {
		return choose(p, s, a)
	}
	ticks, _ := s.Walk.Ticks(p.step.ID)
	own := strings.TrimSpace(a.Text)
	if !plain.Seen(own) {
		own = ""
	}
	if own == "" && ticks.Own != "" && s.Walk.Covers() {
		p.said = s.Words().Intake.StaysCovered
		return p, nil
	}
	return p, p.keeps(ticks.Options, own)
}

// recap offers all questions that are still open before the promises, mixed over the
// chapters, each in its other form if it has one. It is passed as a whole.
func recap(s State) Sheet {
	words := s.Words().Question
	sheet := Sheet{Title: words.Recap, Chapter: s.Walk.Chapters()}
	open, before := s.Walk.StillOpen(), map[walk.Step]int{}
	for i, step := range open {
		before[step] = len(plain.Only(open[:i], func(o walk.Step) bool { return o.Chapter == step.Chapter }))
	}
	if len(open) == 0 {
		sheet.say(words.RecapDone)
	} else {
		sheet.say(words.RecapLead)
	}
	slices.SortStableFunc(open, func(a, b walk.Step) int { return cmp.Compare(before[a], before[b]) })
	for _, step := range open {
		again := step
		again.Again = true
		if other, ok := s.Walk.Find(again.Key()); ok {
			step = other
		}
		label := s.Walk.Question(step).Prompt
		sheet.add(Item{ID: openID + step.ID, Kind: Row, Label: label, State: s.Walk.ChapterTitle(step.Chapter), wants: Go{step}})
	}
	sheet.goesOn(s.Words().Keys.GoOn, Do{Next: true})
	return sheet
}

// saidOn is what is said at a step: a word about the last answer, or that the
// one before was dropped, since its words no longer stand in the guide.
func saidOn(s State, step walk.Step, said, changed, foreign string) Notice {
	all := s.Walk.Dropped()
	at := slices.IndexFunc(all, func(d walk.Dropped) bool { return d.Kind == step.Kind && d.ID == step.ID })
	switch {
	case said != "" || at < 0:
		return Notice{Text: said}
	case all[at].Language != "" && all[at].Language != s.Guide().Language:
		return Notice{Text: foreign, Care: true}
	default:
		return Notice{Text: changed, Care: true}
	}
}
