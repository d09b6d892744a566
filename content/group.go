package content

import "firstsession/content/plain"

// Group is one group of a practice. What nobody has said of it is empty.
type Group struct {
	ID   string // by which the practice's file names it
	Name string
	Site string // the name of where it meets
	When string
	// Crisis is what is known of the practice's words on whom to turn to in danger.
	Crisis Crisis
	Lacks  Lacks
}

// Lacks are the names of what a practice says and has no words for in a language, by
// its code: facts by theirs in the practice file, "statement.our-door",
// "statement.our-door.reason", "replace.come-clear", "notes.own-pace". Behind no code
// they are those of any other language.
type Lacks map[string][]string

// ReasonEnd ends the name of a promise's reason that has no words in a language,
// where the promise has.
const ReasonEnd = ".reason"

// In names what has no words in a language.
func (l Lacks) In(language string) []string {
	if lacks, some := l[language]; some {
		return lacks
	}
	return l[""]
}

// Crisis is what is known of a practice's crisis text.
type Crisis int

// What can be known of it.
const (
	NoCrisis      Crisis = iota // there is none
	OldCrisis                   // nobody has said that it was checked within a year
	CurrentCrisis               // it was
)

// Fact is one thing that a practice says of itself or of a group.
type Fact struct {
	Key   string // its name in the practice file: "fee", "crisis.text", "notes.attendance"
	Label string // what stands before it: "What it costs"; of a note, its section's heading
	Text  string // plain words, as they were written
	// Section is the id of the section that says it; empty where that is the one
	// with YourGroupID.
	Section string
	// Foreign is set if they are not in the guide's language.
	Foreign bool
}

// Card is, in plain words, what a practice fills in on the card to take along.
// What is not known is empty.
type Card struct {
	When   string
	Where  string
	Call   string  // who to call when late or absent
	Crisis string  // only if it was checked within the last year
	Help   []Block // then: the guide's own words, to stand beside it
}

// Asks are the words on whether the group asks for a statement before one
// starts, as far as the practice has said.
func (g *Guide) Asks(s Statement) string {
	switch {
	case s.Needed && g.NotAgreed != "":
		return g.Words.Practice.Needed + " " + plain.OneLine(g.NotAgreed)
	case s.Needed:
		return g.Words.Practice.Needed
	case g.NamesNeeded:
		return g.Words.Practice.NotNeeded
	default:
		return g.Words.Pledge.MayAsk
	}
}
