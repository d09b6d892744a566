// Package walk holds every rule about what comes next in a guide and what
// counts: tries and coming back, answers and signing. It is pure: values in,
// values out. No disk, clock or terminal may come in.
package walk

import (
	"slices"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// What Include takes beside notes and reflections. Neither is a step.
const (
	AimID     = "own aim"     // the client's aim
	AnswersID = "own answers" // a client's answers to the statements, if they do not sign
)

// Step is one page of the walk.
type Step struct {
	Kind Kind
	ID   string // of the chapter, section, question or statement
	// Chapter is counted from 1; the commitment is the last, and has the steps
	// about it. The page for the client is before them all: 0.
	Chapter int
	// Again marks a question that is offered once more at its chapter's end.
	Again bool
}

// againSuffix is something that no id can end in.
const againSuffix = " again"

// Key names the step in events and facts. No two steps of a walk share one.
func (s Step) Key() string { return plain.Either(s.Again, s.ID+againSuffix, s.ID) }

// Answer is what a member says to a statement. None is chosen beforehand.
type Answer string

// The three answers, of equal weight.
const (
	Unanswered Answer = ""
	Agree      Answer = "agree"
	TalkFirst  Answer = "talk first"
	NotNow     Answer = "not now"
)

// Words are an answer as it is shown; empty if there is none.
func (a Answer) Words(words words.Statement) string {
	return map[Answer]string{Agree: words.Agree, TalkFirst: words.TalkFirst, NotNow: words.NotNow}[a]
}

// EventKind is what a reader did.
type EventKind string

// The events. Subject is a step's key unless said otherwise.
const (
	Reach      EventKind = "reach"       // came to a step
	Pass       EventKind = "pass"        // went on from an opening, section or reflection
	Choose     EventKind = "choose"      // answered a question with Options
	ShowMe     EventKind = "show me"     // asked for a question's answer
	Later      EventKind = "later"       // left a question for later
	Tick       EventKind = "tick"        // set a reflection's Options and own line, Text
	SetAnswer  EventKind = "set answer"  // gave Answer to a statement
	TakeNote   EventKind = "take note"   // wrote Text at a step
	ChangeNote EventKind = "change note" // Subject is the note's id; an empty Text takes it away
	Include    EventKind = "include"     // Subject is a note's or reflection's id, AimID or AnswersID; Yes reports whether it goes into the record
	Save       EventKind = "save"        // is about to save a record: Subject is its id, Text where; an empty Text says that none was saved
	Sign       EventKind = "sign"        // Subject is the record's id, Text where it was saved
	Decline    EventKind = "decline"     // chose not to sign; Subject may be empty
	SetGroup   EventKind = "group"       // a member said which group they may join: Subject is its id, empty if it is not known
	GoShort    EventKind = "short"       // Yes reports whether to go the short way; Subject is empty, and nobody in an intake may
)

// The events that only an intake has. The first makes a walk an intake, and
// may come again to correct the form.
const (
	SetForm   EventKind = "intake" // Form is the whole form
	Flag      EventKind = "flag"   // Yes reports whether to talk about this step
	NameTyped EventKind = "name"   // Text is the client's; an empty one takes it away, or the choice not to sign
	End       EventKind = "end"    // Text is EndStopped or EndContinued, as long as MayEndEarly; an empty one goes on
	CopyGiven EventKind = "copy"   // Text is CopyFile, CopyPage or CopyNone
)

// recorded are the events of which something goes, or may go, into a record.
var recorded = []EventKind{SetAnswer, Decline, NameTyped, End, SetForm, Flag, Include, ChangeNote, Tick}

// Event is one thing that a reader did.
type Event struct {
	Kind    EventKind
	Subject string
	Options []int // counted from 0
	Answer  Answer
	Text    string
	Yes     bool
	Form    *Form
}

// Fact is what the journal keeps of an event. It holds the words as they were
// shown, so that a changed guide can tell what no longer stands.
type Fact struct {
	Seq     int       `json:"seq"`
	Time    time.Time `json:"time"`
	Kind    string    `json:"kind"`
	Subject string    `json:"subject"`
	Data    Data      `json:"data"`
}

// Data is a fact's content. Which fields are set follows from its kind.
type Data struct {
	Language string   `json:"language,omitempty"` // of the words; of a step, if it is another than before
	Words    string   `json:"words,omitempty"`    // of the prompt or statement; of a name, the text that it signs
	Options  []string `json:"options,omitempty"`  // chosen or ticked
	Outcome  string   `json:"outcome,omitempty"`
	Answer   Answer   `json:"answer,omitempty"`
	Text     string   `json:"text,omitempty"` // the reader's own words; where a record is
	At       string   `json:"at,omitempty"`   // the step at which a note was taken
	Yes      bool     `json:"yes,omitempty"`
	Form     *Form    `json:"form,omitempty"`
}

// Dropped is an answer or tick whose words no longer stand in the guide.
type Dropped struct {
	Kind     Kind
	ID       string
	Words    string // as they were kept
	Language string // that of the words; empty if an older version kept them
}

// Tries is how far a reader is with a question.
type Tries struct {
	Tried  []bool // by option: it was chosen and did not fit
	Last   []int  // the options of the last try
	Missed bool   // at least one try did not fit
	Shown  bool   // the answer was asked for
	Done   bool   // answered or shown
	Later  bool   // left for later, and not answered since
}

// Ticks is what a reader said to a reflection.
type Ticks struct {
	Options []int
	Own     string
}

// Note is what a reader wants to take to their therapist.
type Note struct {
	ID   string
	At   string // the key of the step at which it was taken
	Text string
}

// Signed is the last signature; in an intake, the record saved last, however it ended.
type Signed struct {
	Record  string // its id
	Path    string
	Time    time.Time
	Outcome Ending // of an intake, as it was saved; what the walk says now may differ
}

// State says how far a chapter is.
type State int

// The states of a chapter.
const (
	ToCome State = iota
	Begun
	Done
	LeftOut // of an intake, as its form says, or of the short way
)

// Walk is a guide and how far one reader is in it. It is a value: Apply
// returns another and leaves this one as it was.
type Walk struct {
	guide *content.Guide
	plan  plan
	progress
	steps []Step // as Steps hands them out; made anew with each change
}

// New is the walk of a reader who has not begun.
func New(g *content.Guide) Walk {
	if g == nil {
		g = &content.Guide{Words: new(words.Words)}
	}
	w := Walk{guide: g, plan: newPlan(g, false), progress: progress{}.clone()}
	w.order()
	return w
}

// Group is the id of the group that a member said they may join, if that is known.
func (w Walk) Group() string { return w.group }

// Guide is the guide that is walked.
func (w Walk) Guide() *content.Guide { return w.guide }

// In is the walk as it is, told by the guide in another of its languages. It is
// false if that has not the same steps.
func (w Walk) In(g *content.Guide) (Walk, bool) {
	return w.As(Walk{guide: g, plan: newPlan(g, w.intake)})
}

// As is the same by the guide of another walk, whose plan is made already.
func (w Walk) As(other Walk) (Walk, bool) {
	if !slices.Equal(other.plan.steps, w.plan.steps) {
		return w, false
	}
	w.guide, w.plan = other.guide, other.plan
	return w, true
}
