package walk

import (
	"slices"

	"firstsession/content/plain"
)

// Kind is what a reader does at a step.
type Kind string

// The kinds of step, in the order in which a guide first has them.
const (
	Client      Kind = "client"  // the page for the client
	Opening     Kind = "opening" // a chapter's title and lead; the commitment's, too
	Section     Kind = "section"
	Question    Kind = "question"
	Reflection  Kind = "reflection"
	Recap       Kind = "recap" // the questions left open, before the promises
	Talk        Kind = "talk"  // to talk about together
	Statement   Kind = "statement"
	Points      Kind = "points" // what is still open
	Signature   Kind = "signature"
	Countersign Kind = "countersign"
	Copy        Kind = "copy" // for the client
	Closing     Kind = "closing"
	Clearing    Kind = "clearing" // of the machine
)

// The ids of the steps that are nothing in the guide's folder. Those that have
// a space in them could otherwise be ids of a guide.
const (
	ClientID      = "client page"
	RecapID       = "recap page"
	TalkID        = "talk page"
	PointsID      = "points page"
	SignatureID   = "signing"
	CountersignID = "countersigning"
	CopyID        = "copy page"
	ClosingID     = "closing"
	ClearingID    = "clearing page"
)

// traits are what holds for all steps of a kind.
type traits struct {
	kind     Kind
	id       string      // of its one step; empty where the guide has the ids
	member   bool        // only a member has it
	intake   bool        // only an intake has it
	binds    bool        // see Binds
	ofTheEnd bool        // see OfTheEnd
	counted  bool        // there are several in a chapter, and a reader is told which it is
	talked   bool        // see TalkedAbout
	takes    []EventKind // what can happen there, beside coming to it
	leadsTo  []Kind      // see LeadsTo
}

func (t traits) isIn(intake bool) bool { return plain.Either(intake, !t.member, !t.intake) }

// kinds is the one table of them, in their order. What a step of each shows is package page's.
var kinds = []traits{
	{kind: Client, id: ClientID, intake: true},
	{kind: Opening, talked: true, takes: []EventKind{Pass}},
	{kind: Section, counted: true, talked: true, takes: []EventKind{Pass}},
	{kind: Question, counted: true, talked: true, takes: []EventKind{Choose, ShowMe, Later}},
	{kind: Reflection, counted: true, talked: true, takes: []EventKind{Pass, Tick}},
	{kind: Recap, id: RecapID, member: true, leadsTo: []Kind{Question}},
	{kind: Talk, id: TalkID, intake: true},
	{kind: Statement, binds: true, counted: true, talked: true, takes: []EventKind{SetAnswer}},
	{kind: Points, id: PointsID, intake: true, binds: true, leadsTo: []Kind{Statement}},
	{kind: Signature, id: SignatureID, binds: true, leadsTo: []Kind{Statement}},
	{kind: Countersign, id: CountersignID, intake: true, binds: true, ofTheEnd: true},
	{kind: Copy, id: CopyID, intake: true, binds: true, ofTheEnd: true},
	{kind: Closing, id: ClosingID, ofTheEnd: true, leadsTo: []Kind{Question}},
	{kind: Clearing, id: ClearingID, intake: true, binds: true, ofTheEnd: true},
}

// Kinds are all kinds of step, in the order in which a guide first has them.
func Kinds() []Kind { return plain.Each(kinds, func(t traits) Kind { return t.kind }) }

// traits are those of the kind; none for one that there is not.
func (k Kind) traits() traits {
	for _, t := range kinds {
		if t.kind == k {
			return t
		}
	}
	return traits{}
}

// Binds reports whether what is done at a step of the kind goes into a record,
// or cannot be taken back: it has to come from a deliberate act.
func (k Kind) Binds() bool { return k.traits().binds }

// OfTheEnd reports whether an intake ends with such a step, after the client's part.
func (k Kind) OfTheEnd() bool { return k.traits().ofTheEnd }

// TalkedAbout reports whether a clinician may have something to talk about at
// such a step, and the guide a note for it.
func (k Kind) TalkedAbout() bool { return k.traits().talked }

// LeadsTo reports whether such a step names what is still open, and leads to a
// step of the other kind, from which one comes back to it.
func (k Kind) LeadsTo(to Kind) bool { return slices.Contains(k.traits().leadsTo, to) }

// Fits reports whether an event can happen at a kind of step.
func (k Kind) Fits(event EventKind) bool {
	return event == Reach || slices.Contains(k.traits().takes, event)
}
