// Package walk holds every rule about what comes next in a guide and what
// counts: tries and coming back, answers and signing. It is pure: values in,
// values out. No disk, clock or terminal may come in.
package walk

import (
	"time"

	"firstsession/content"
)

// Kind is what a reader does at a step.
type Kind string

// The kinds of step, in the order in which a guide first has them.
const (
	Opening    Kind = "opening" // a chapter's title and lead; the commitment's, too
	Section    Kind = "section"
	Question   Kind = "question"
	Reflection Kind = "reflection"
	Statement  Kind = "statement"
	Signature  Kind = "signature"
	Closing    Kind = "closing"
)

// The ids of the two steps that are nothing in the guide's folder.
const (
	SignatureID = "signing"
	ClosingID   = "closing"
)

// Step is one page of the walk.
type Step struct {
	Kind    Kind
	ID      string // of the chapter, section, question or statement
	Chapter int    // counted from 1; the commitment is the last
	// Again marks a question that is offered once more at the end of its
	// chapter.
	Again bool
}

// againSuffix is something that no id can end in.
const againSuffix = " again"

// Key names the step in events and facts. No two steps of a walk share one.
func (s Step) Key() string {
	if s.Again {
		return s.ID + againSuffix
	}
	return s.ID
}

// Answer is what a member says to a statement. None is chosen beforehand.
type Answer string

// The three answers, of equal weight.
const (
	Unanswered Answer = ""
	Agree      Answer = "agree"
	TalkFirst  Answer = "talk first"
	NotNow     Answer = "not now"
)

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
	Include    EventKind = "include"     // Subject is a note's or reflection's id; Yes says whether it goes into the record
	Sign       EventKind = "sign"        // Subject is the record's id, Text where it was saved
	Decline    EventKind = "decline"     // chose not to sign; Subject may be empty
)

// Event is one thing that a reader did.
type Event struct {
	Kind    EventKind
	Subject string
	Options []int // counted from 0
	Answer  Answer
	Text    string
	Yes     bool
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
	Language string   `json:"language,omitempty"`
	Words    string   `json:"words,omitempty"`   // of the prompt or statement
	Options  []string `json:"options,omitempty"` // chosen or ticked
	Outcome  string   `json:"outcome,omitempty"`
	Answer   Answer   `json:"answer,omitempty"`
	Text     string   `json:"text,omitempty"` // the reader's own words; where a record is
	At       string   `json:"at,omitempty"`   // the step at which a note was taken
	Yes      bool     `json:"yes,omitempty"`
}

// Dropped is an answer or tick whose words no longer stand in the guide. It is
// asked again.
type Dropped struct {
	Kind  Kind
	ID    string
	Words string // as they were kept
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

// Signed is the last signature.
type Signed struct {
	Record string // its id
	Path   string
	Time   time.Time
}

// State says how far a chapter is.
type State int

// The states of a chapter.
const (
	ToCome State = iota
	Begun
	Done
)

// Walk is a guide and how far one reader is in it. It is a value: Apply
// returns another and leaves this one as it was.
type Walk struct {
	guide *content.Guide
	plan  *plan
	progress
	steps []Step // as Steps hands them out; made anew when an Again step joins
}

// New is the walk of a reader who has not begun.
func New(g *content.Guide) Walk {
	if g == nil {
		g = &content.Guide{}
	}
	w := Walk{guide: g, plan: newPlan(g), progress: newProgress()}
	w.order()
	return w
}

// Guide is the guide that is walked.
func (w Walk) Guide() *content.Guide { return w.guide }
