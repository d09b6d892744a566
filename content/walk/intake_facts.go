package walk

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"firstsession/content"
)

func (w Walk) intakeFact(e Event) (f Fact, news bool, err error) {
	f = Fact{Kind: string(e.Kind)}
	if e.Kind == SetForm {
		return w.formFact(f, e)
	}
	if !w.intake {
		return Fact{}, false, ErrNoIntake
	}
	switch e.Kind {
	case Flag:
		if _, ok := w.Find(e.Subject); !ok {
			return Fact{}, false, errors.New("no such step")
		}
		f.Subject, f.Data.Yes = e.Subject, e.Yes
		return f, e.Yes != w.flags[e.Subject], nil
	case NameTyped:
		if f.Data.Text = strings.TrimSpace(e.Text); f.Data.Text == "" {
			return f, w.name != "" || w.declined, nil
		}
		f.Data.Words = w.guide.Revision // what the signature stands for
		if len(w.Open()) > 0 {
			return Fact{}, false, ErrOpen
		}
		// After an answer, the same name signs again.
		return f, f.Data.Text != w.name || w.declined || w.ending != Undecided || w.Lapsed(), nil
	case End:
		f.Data.Outcome = e.Text
		if !isEnd(e.Text) {
			return Fact{}, false, fmt.Errorf("%q is no end of an intake", e.Text)
		}
		if news = Ending(e.Text) != w.ending; news && e.Text != "" && !w.MayEndEarly() {
			return Fact{}, false, ErrSaved
		}
		return f, news, nil
	default: // CopyGiven
		f.Data.Text = e.Text
		if !isCopy(e.Text) {
			return Fact{}, false, fmt.Errorf("%q is no copy", e.Text)
		}
		return f, e.Text != w.copyGiven, nil
	}
}

func (w Walk) formFact(f Fact, e Event) (Fact, bool, error) {
	if e.Form == nil {
		return Fact{}, false, errors.New("there is no form")
	}
	form, err := cleanForm(*e.Form)
	if err != nil {
		return Fact{}, false, err
	}
	f.Data.Form = &form
	return f, !w.intake || !reflect.DeepEqual(form, w.form), nil
}

// mayEnd reports whether the record of a walk can be saved. In an intake each
// ending has one, and in a member's walk only a signature.
func (w Walk) mayEnd() error {
	switch open := len(w.Open()) > 0; {
	case !w.intake && open, w.intake && open && w.Outcome() == Undecided && w.name != "":
		return ErrOpen
	case w.intake && w.Outcome() == Undecided:
		return ErrUndecided
	default:
		return nil
	}
}

func isEnd(text string) bool {
	e := Ending(text)
	return e == Undecided || e == EndStopped || e == EndContinued
}

func isCopy(text string) bool { return text == CopyFile || text == CopyPage || text == CopyNone }

func (w *Walk) takeIntake(kind EventKind, f Fact) {
	_, isStep := w.Find(f.Subject)
	switch {
	case kind == SetForm:
		w.takeForm(f.Data.Form)
	case !w.intake:
	case kind == Flag && isStep:
		w.flags[f.Subject] = f.Data.Yes
	case kind == NameTyped:
		w.declined = false
		if w.name = f.Data.Text; w.name != "" {
			w.ending = Undecided
		}
		w.stale = w.name != "" && f.Data.Words != "" && f.Data.Words != w.guide.Revision
		w.lapsed = w.name != "" && (w.stale || len(w.Open()) > 0)
		w.when.named, w.answered = f.Time, false
	case kind == End:
		if isEnd(f.Data.Outcome) {
			w.ending = Ending(f.Data.Outcome)
		}
		if w.ending != Undecided {
			w.when.ended = f.Time
		}
	case kind == CopyGiven && isCopy(f.Data.Text):
		w.copyGiven = f.Data.Text
	}
}

// takeForm makes the walk an intake. All that was done before stays, and so
// does the step that the reader is at.
func (w *Walk) takeForm(given *Form) {
	if given == nil {
		return
	}
	form, err := cleanForm(*given)
	if err != nil {
		return // of a newer version
	}
	if !w.intake {
		w.plan = newPlan(w.guide, true)
	} else if form.Practice != w.form.Practice {
		if others, seen := w.OtherFacts(); !others || seen {
			w.shownOf = w.form.Practice
		}
		// What stood for the facts of another file is asked anew: promises, and the name.
		w.unanswer()
		w.refact(true)
		w.name, w.lapsed, w.stale = "", false, false
	}
	w.started, w.intake, w.form = true, true, form
	if form.Aim == "" {
		delete(w.included, AimID)
	}
}

// Resume are the events to apply when an intake is opened again. There are
// some only if it was ended to be continued and the record of that is saved:
// it then goes on as it was before, at the step where the client stopped; or if
// the signature has lapsed, which is then asked for again. Anything else goes on
// At the page where it was cut off.
func (w Walk) Resume() []Event {
	if w.Lapsed() && w.ending == Undecided && w.at.Kind.OfTheEnd() {
		return []Event{{Kind: Reach, Subject: SignatureID}}
	}
	if w.signed == nil || w.signed.Outcome != EndContinued || w.Outcome() != EndContinued {
		return nil
	}
	return []Event{{Kind: End}, {Kind: Reach, Subject: w.orFirst(w.before).Key()}}
}

// Under are the events with which an intake goes on under another practice
// file than the one that it began with, and under the group that is now known.
// What was shown before is not what is shown now, so the promises are asked anew.
func (w Walk) Under(practice, group string) []Event {
	form, _ := w.Form()
	form.Practice, form.Group = practice, group
	events := []Event{{Kind: SetForm, Form: &form}}
	if kind := w.at.Kind; kind.Binds() || kind.OfTheEnd() {
		events = append(events, Event{Kind: Reach, Subject: content.CommitmentID})
	}
	return events
}
