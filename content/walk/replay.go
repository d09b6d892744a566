package walk

import (
	"cmp"
	"slices"

	"firstsession/content"
	"firstsession/content/plain"
)

// Replay is the walk of a reader of whom these facts were kept, in order.
//
// A section read, a question answered and a reflection passed stay so by
// their id, whatever became of the words. A statement's answer and a
// reflection's tick hold only for the words they were given to: where these no
// longer stand in the guide they are dropped and listed, unless given anew in a
// later fact. Facts about what is not in the guide, and facts of kinds that a
// newer version may have written, are passed over.
func Replay(g *content.Guide, facts []Fact) (Walk, []Dropped) {
	w := New(g)
	for _, f := range facts {
		w.take(f)
	}
	w.order()
	w.findPlaces(facts)
	return w, w.Dropped()
}

// Language is the one in which the guide was read last; empty if nothing says so.
func Language(facts []Fact) string {
	for _, fact := range slices.Backward(facts) {
		if fact.Data.Language != "" {
			return fact.Data.Language
		}
	}
	return ""
}

// GroupOf is the id of the group that a member said last they may join, if any.
func GroupOf(facts []Fact) string {
	for _, fact := range slices.Backward(facts) {
		if EventKind(fact.Kind) == SetGroup {
			return fact.Subject
		}
	}
	return ""
}

// findPlaces finds where the reader is if the step last reached is in the guide no more.
func (w *Walk) findPlaces(facts []Fact) {
	var all, before []string
	for _, f := range facts {
		if EventKind(f.Kind) == Reach {
			all = append(all, f.Subject)
			if s, _ := w.Find(f.Subject); !s.Kind.OfTheEnd() {
				before = append(before, f.Subject)
			}
		}
	}
	if !w.started {
		return // nothing of it is in the guide, which may be another one
	}
	w.at, w.gone = w.nearest(all, w.at)
	w.before, w.goneFrom = w.nearest(before, w.before)
}

// nearest is the step that stands for the last of those that were reached, and
// whether that one is gone. It is the one reached last of all that are left, at;
// or the one before that, if what is gone was first come to between the two.
func (w Walk) nearest(reached []string, at Step) (near Step, gone bool) {
	last := len(reached) - 1
	if last < 0 || reached[last] == at.Key() {
		return at, false
	}
	var before Step
	for _, key := range reached[:slices.Index(reached, reached[last])] {
		if s, ok := w.Find(key); ok {
			before = s
		}
	}
	if next, ok := w.Next(before); ok && next == at {
		return before, true
	}
	return at, true
}

// PlaceGone reports whether the step where the reader left is not in the guide
// any more, so that another one stands for it.
func (w Walk) PlaceGone() bool {
	if events := w.Resume(); len(events) > 0 {
		return w.goneFrom && events[0].Kind == End
	}
	return w.gone
}

// take changes the progress by one fact, which others must not share. The list of
// steps is then to be made anew.
func (w *Walk) take(f Fact) {
	w.seq = max(w.seq, f.Seq)
	w.language = cmp.Or(f.Data.Language, w.language)
	if slices.Contains(recorded, EventKind(f.Kind)) {
		w.age()
	}
	switch kind := EventKind(f.Kind); kind {
	case TakeNote, ChangeNote, Include:
		w.takeNote(kind, f)
	case Save:
		w.takeSave(f)
	case Sign:
		w.takeSign(f)
	case Decline:
		w.started = true
		w.declined, w.name, w.ending = true, "", Undecided
		w.lapsed, w.answered = w.lapsed && !w.intake, false
		w.when.declined = f.Time
	case SetGroup:
		w.takeGroup(f.Subject)
	case GoShort:
		w.started, w.short = true, f.Data.Yes
	case SetForm, Flag, NameTyped, End, CopyGiven:
		w.takeIntake(kind, f)
	default:
		s, ok := w.Find(f.Subject)
		if !ok || !s.Kind.Fits(kind) || !holds(kind, f.Data) {
			return
		}
		w.started = true
		w.takeStep(kind, s, f)
	}
}

// holds reports whether a fact about a step can be taken as it is: a try has an
// outcome, and an answer is one of the three.
func holds(kind EventKind, data Data) bool {
	return (kind != Choose || data.Outcome == Right || data.Outcome == NotQuite) &&
		(kind != SetAnswer || isAnswer(data.Answer))
}

func (w *Walk) takeStep(kind EventKind, s Step, f Fact) {
	switch kind {
	case Reach:
		w.at, w.gone = s, false
		if !s.Kind.OfTheEnd() {
			w.before, w.goneFrom = s, false
		}
	case Pass:
		w.passed[s.ID] = true
	case Tick:
		w.takeTick(s, f)
	case SetAnswer:
		w.takeAnswer(s, f)
	default:
		w.takeTry(kind, s, f)
	}
}

// takeTry goes by the outcome as it was kept: what was right may not be right now.
func (w *Walk) takeTry(kind EventKind, s Step, f Fact) {
	tries := w.tries[s.Key()]
	if tries.Done {
		return
	}
	switch kind {
	case Later:
		tries.Later = true
	case ShowMe:
		tries.Shown, tries.Done = true, true
	default: // Choose
		tries.choose(w.plan.questions[s.Key()], f.Data)
	}
	if tries.Done {
		tries.Later = false
	}
	w.tries[s.Key()] = tries
}

// choose keeps which options were chosen, and of a miss which did not fit.
func (t *Tries) choose(q *content.Question, data Data) {
	t.Last, _ = findOptions(q, data.Options)
	if data.Outcome == Right {
		t.Done = true
		return
	}
	t.Missed = true
	tried := make([]bool, len(q.Options))
	copy(tried, t.Tried)
	for _, option := range t.Last {
		tried[option] = tried[option] || !q.Options[option].Right
	}
	t.Tried = tried
}

func (w *Walk) takeTick(s Step, f Fact) {
	options, gone := findOptions(w.plan.questions[s.Key()], f.Data.Options)
	delete(w.dropped, s.ID)
	for _, words := range gone {
		w.dropped[s.ID] = append(w.dropped[s.ID], Dropped{s.Kind, s.ID, words, f.Data.Language})
	}
	if len(options) == 0 && f.Data.Text == "" {
		// What is included is what was said, so it goes as well.
		delete(w.ticks, s.ID)
		delete(w.included, s.ID)
		return
	}
	w.ticks[s.ID] = Ticks{Options: options, Own: f.Data.Text}
}

func (w *Walk) takeAnswer(s Step, f Fact) {
	delete(w.dropped, s.ID)
	if plain.Composed(f.Data.Words) != w.plan.statements[s.ID].Text { // older guides were kept as they were typed
		w.dropped[s.ID] = []Dropped{{s.Kind, s.ID, f.Data.Words, f.Data.Language}}
		delete(w.answers, s.ID)
		return
	}
	w.answers[s.ID] = f.Data.Answer
	w.lapsed = w.lapsed || w.stale
	w.answered = w.name != ""
}

// takeGroup takes back what stood for the facts of another group, or of none: a
// promise is asked anew under those that are shown now. What was signed before a
// group was known stands as it is.
func (w *Walk) takeGroup(id string) {
	before := w.group
	if w.group = id; before == id || before == "" && w.signed != nil {
		return
	}
	w.unanswer()
	w.lapsed = w.signed != nil
	w.refact(before != "")
}

// refact has the facts shown again before the promises, if others were shown.
func (w *Walk) refact(others bool) {
	if others {
		w.otherFacts = true
		delete(w.passed, content.CommitmentID)
	}
}

// unanswer takes back the answers to all statements, what was to become of them, and
// the choice not to sign.
func (w *Walk) unanswer() {
	for id := range w.plan.statements {
		delete(w.answers, id)
		delete(w.dropped, id)
	}
	delete(w.included, AnswersID)
	w.declined, w.answered = false, false
}

func (w *Walk) takeNote(kind EventKind, f Fact) {
	i, taken := w.noteAt[f.Subject]
	known := taken && w.notes[i].Text != ""
	_, ticked := w.ticks[f.Subject]
	switch {
	case kind == TakeNote:
		if taken || f.Data.Text == "" {
			return
		}
		w.noteAt[f.Subject] = len(w.notes)
		w.notes = append(w.notes, Note{ID: f.Subject, At: f.Data.At, Text: f.Data.Text})
	case kind == ChangeNote && known:
		w.notes[i].Text = f.Data.Text
		if f.Data.Text == "" {
			delete(w.included, f.Subject)
		}
	case kind == Include && (known || ticked || w.isOwn(f.Subject)):
		w.included[f.Subject] = f.Data.Yes
	default:
		return
	}
	w.started = true
}

// findOptions looks up options by their words. Gone are the words that no
// longer stand in the question, each once.
func findOptions(q *content.Question, texts []string) (options []int, gone []string) {
	for _, text := range texts {
		text = plain.Composed(text)
		i := slices.IndexFunc(q.Options, func(o content.Option) bool { return o.Text == text })
		switch {
		case i >= 0 && !slices.Contains(options, i):
			options = append(options, i)
		case i < 0 && !slices.Contains(gone, text):
			gone = append(gone, text)
		}
	}
	slices.Sort(options)
	return options, gone
}
