package walk

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// Parts is how much of the guide an intake goes through.
type Parts string

// The parts that a clinician chooses from. Talk and commitment are in each of them.
const (
	AllParts   Parts = "all"
	Essentials Parts = "essentials" // the sections that the guide marks so
	TalkOnly   Parts = "talk"       // no chapter: the client has read at home
)

// Form is what a clinician fills in before an intake.
type Form struct {
	// Reference stands for the client, as CleanReference returns it.
	Reference string `json:"reference"`
	Clinician string `json:"clinician,omitempty"`
	Run       []Way  `json:"run,omitempty"`
	Parts     Parts  `json:"parts"`
	// Interpreter is a service and its number, or a name if both agree; it may be empty.
	Interpreter string `json:"interpreter,omitempty"`
	Aim         string `json:"aim,omitempty"` // what the client comes for, in their own words
	// Practice is the code of the practice file that lay over the guide, as
	// content.Guide has it. Under another file other promises would be asked.
	Practice string `json:"practice,omitempty"`
	// Group is the id of the group that the client may join, as content.Guide has
	// it; empty if the practice file names none.
	Group string `json:"group,omitempty"`
	// Supersedes is the id of the record whose place this intake's takes, if it takes any.
	Supersedes string `json:"supersedes,omitempty"`
	Folder     string `json:"folder,omitempty"` // where the record was to go when the intake began, as the client was told
	// Read are the ids of the sections that the client read at home, as a file that
	// they brought says. They are left out, but for those that nobody goes past.
	Read   []string `json:"read,omitempty"`
	Before []string `json:"before,omitempty"` // the clinicians who had the intake before this one, the first first
}

// Ending is how an intake ends. Its values are those of a record's outcome.
type Ending string

// The endings. Only Stopped and Continued are chosen; the others follow from
// the name, the choice not to sign, and the answers.
const (
	Undecided     Ending = ""
	EndSigned     Ending = "signed"
	EndSignedOpen Ending = "signed with open points"
	EndNotSigned  Ending = "not signed"
	EndStopped    Ending = "stopped"
	EndContinued  Ending = "to be continued"
)

// IsSigned reports whether a record that ends so carries a typed name.
func (e Ending) IsSigned() bool { return e == EndSigned || e == EndSignedOpen }

// IsDecided reports whether the client said in the end whether they sign.
func (e Ending) IsDecided() bool { return e.IsSigned() || e == EndNotSigned }

// What CopyGiven can say of the client's copy.
const (
	CopyFile = "file"
	CopyPage = "page" // to print
	CopyNone = "none" // the client does not want one
)

// The errors of an intake's events.
var (
	ErrNoIntake  = errors.New("there is no form, so this is no intake")
	ErrUndecided = errors.New("nobody has said yet how the intake ends")
	ErrSaved     = errors.New("what the client decided is saved, so it can no longer be ended before its end")
)

// Form is the form of an intake, and whether this walk is one.
func (w Walk) Form() (Form, bool) {
	form := w.form
	form.Run, form.Read, form.Before = slices.Clone(form.Run), slices.Clone(form.Read), slices.Clone(form.Before)
	return form, w.intake
}

// Covers reports whether what the reader wrote down for themselves is shown
// nowhere unless they show it, one by one. In an intake somebody looks on, so it
// is covered as soon as it is kept, and covered again after a resume.
func (w Walk) Covers() bool { return w.intake }

// Flagged are the steps that are marked to be talked about, in order. A step
// that is left out today is among them if it was marked.
func (w Walk) Flagged() []Step { return w.list(func(s Step) bool { return w.flags[s.Key()] }) }

// IsFlagged reports whether the step with a key is marked to be talked about.
func (w Walk) IsFlagged(key string) bool { return w.flags[key] }

// Name is the client's name as it was typed, unless they chose not to sign since.
func (w Walk) Name() string { return w.name }

// Lapsed reports whether the client signed, and what was signed has changed
// since, be it only an answer: the name has then to be given anew. Of a member it
// reports whether the record's promises are not the guide's.
func (w Walk) Lapsed() bool { return w.lapsed || w.answered }

// OtherFacts reports whether the practice said something else of itself when a part
// of this was shown, and whether the page before the promises was read since.
func (w Walk) OtherFacts() (others, seen bool) { return w.otherFacts, w.passed[content.CommitmentID] }

// FactsShown is the code of the practice file that what was shown came from, and whether
// that is the one which lies over the guide: it is not where an intake was ended early
// under another one, before all of that was gone through.
func (w Walk) FactsShown() (practice string, now bool) {
	others, seen := w.OtherFacts()
	if now = !others || seen || w.ending == Undecided || w.shownOf == w.guide.PracticeCode; now {
		return w.guide.PracticeCode, true
	}
	return w.shownOf, false
}

// Ending is EndStopped or EndContinued, and Undecided if the intake was not ended so.
func (w Walk) Ending() Ending { return w.ending }

// MayEndEarly reports whether an intake can be ended before its end. It cannot once
// a record is saved in which the client signed or chose not to, so that none is
// replaced by "stopped" by accident.
func (w Walk) MayEndEarly() bool {
	return w.intake && (w.signed == nil || !w.signed.Outcome.IsDecided())
}

// Saved is where the record of the intake as it is now was saved. It is false
// if none was, or if something that goes into it has changed since.
func (w Walk) Saved() (Signed, bool) {
	if w.signed == nil || w.unsaved || w.signed.Outcome != w.Outcome() {
		return Signed{}, false
	}
	return *w.signed, true
}

// CopyGiven is which copy the client got; empty if nobody has said so yet.
func (w Walk) CopyGiven() string { return w.copyGiven }

// Outcome is how the intake ends as things stand: Undecided while nobody has said
// so, or a name is typed and a statement has no answer, and in a member's walk. Of
// a name, the choice not to sign and an end, the last counts.
func (w Walk) Outcome() Ending {
	switch {
	case !w.intake:
		return Undecided
	case w.ending != Undecided:
		return w.ending
	case w.declined:
		return EndNotSigned
	case w.name == "" || w.Lapsed() || len(w.Open()) > 0:
		return Undecided
	case len(w.OpenPoints()) > 0:
		return EndSignedOpen
	default:
		return EndSigned
	}
}

// AnswersGoIn reports whether the answers to the statements go into the record as
// things stand: it is signed, or the client says so all the same.
func (w Walk) AnswersGoIn() bool {
	return !w.intake || w.Outcome().IsSigned() || w.included[AnswersID]
}

// EndedAt is when what decides the outcome happened; zero while it is Undecided.
// To save a record does not change it.
func (w Walk) EndedAt() time.Time {
	return map[Ending]time.Time{
		EndSigned: w.when.named, EndSignedOpen: w.when.named, EndNotSigned: w.when.declined,
		EndStopped: w.when.ended, EndContinued: w.when.ended,
	}[w.Outcome()]
}

// OpenPoints are the statements that are not agreed to, or not answered, in order.
func (w Walk) OpenPoints() []content.Statement {
	return w.statements(func(a Answer) bool { return a != Agree })
}

// mostTopics is how many there are at most: more would be a score by another name.
const mostTopics = 5

// Topics are the few sections most worth another look: for each question of which the
// answer was shown, or a try did not fit, and which was not answered since by the
// client alone, the section that it names to read again, or else its own. Each is there
// once, first the limits of privacy and what else weighs most, then what the guide calls
// essential. Nothing says which option was chosen, or how many tries there were.
func (w Walk) Topics() []Step {
	var topics []Step
	weight := func(s Step) int {
		switch {
		case content.WeighsMost(s.ID):
			return 0
		case w.plan.essential[s.ID]:
			return 1
		}
		return 2
	}
	for own, question := range w.guide.Questions() {
		if !w.unfound(question.ID) {
			continue
		}
		section, ok := w.Find(question.Again)
		if !ok {
			section, _ = w.Find(own.ID)
		}
		if !slices.Contains(topics, section) {
			topics = append(topics, section)
		}
	}
	slices.SortStableFunc(topics, func(a, b Step) int { return weight(a) - weight(b) })
	return topics[:min(len(topics), mostTopics)]
}

// Heading names a section together with its chapter, since a heading alone may
// stand in several of them.
func Heading(chapter *content.Chapter, section *content.Section) string {
	return chapter.Title + ": " + section.Heading
}

// unfound reports whether a question was missed or shown, and not answered since.
func (w Walk) unfound(id string) bool {
	first, again := w.tries[id], w.tries[Step{ID: id, Again: true}.Key()]
	foundAt := func(t Tries) bool { return t.Done && !t.Shown }
	return (first.Missed || first.Shown || again.Missed || again.Shown) && !foundAt(first) && !foundAt(again)
}

// Short reports whether a member goes through no more than what is essential.
func (w Walk) Short() bool { return w.short }

// LeftOut reports whether a chapter, counted from 1, is no part of this walk. It
// keeps its number, and can be looked into all the same.
func (w Walk) LeftOut(chapter int) bool {
	all := w.plan.chapter(chapter)
	return len(all) > 0 && !slices.ContainsFunc(all, w.planned)
}

// planned reports whether a step is part of the walk as the form or the member wants it.
func (w Walk) planned(s Step) bool {
	switch {
	case s.Kind == Recap:
		return slices.ContainsFunc(w.plan.steps, func(s Step) bool { return w.isOpen(s) && w.planned(s) })
	case !w.intake && !w.short:
		return true
	}
	switch s.Kind {
	case Points:
		return len(w.OpenPoints()) > 0
	case Opening, Section, Question, Reflection:
		return s.Chapter == w.Chapters() || content.ShownAlways(s.ID) || !w.readAtHome(s) &&
			(w.intake && w.form.Parts == AllParts || (w.short || w.form.Parts == Essentials) && w.plan.essential[s.ID])
	default:
		return true
	}
}

// shown reports whether a step is in the list of steps. The one that the reader
// is at always is: what was changed in the form, or answered anew, must not
// take the page away from under them.
func (w Walk) shown(s Step) bool { return w.planned(s) || s == w.at }

func cleanForm(f Form) (Form, error) {
	reference, err := CleanReference(f.Reference)
	if err != nil {
		return Form{}, err
	}
	if f.Parts != AllParts && f.Parts != Essentials && f.Parts != TalkOnly {
		return Form{}, fmt.Errorf("%q names no parts of the guide", f.Parts)
	}
	run := plain.Some(Ways(words.Intake{}, words.Record{}), func(w Wording) (Way, bool) { return w.Way, slices.Contains(f.Run, w.Way) })
	if len(run) != len(f.Run) {
		return Form{}, fmt.Errorf("%q names a way twice, or one that there is not", f.Run)
	}
	f.Reference, f.Clinician, f.Aim = reference, strings.TrimSpace(f.Clinician), strings.TrimSpace(f.Aim)
	f.Interpreter, f.Run = strings.TrimSpace(f.Interpreter), run
	return f, nil
}
