// Package page says what stands on each page of the program and what an answer
// to it means: every step of the walk, a member's and an intake's, and every
// place beside it. A page is a value, and what it shows is data, so that the
// full screen, the lines and any other surface show the same one. It draws
// nothing and knows no key; no disk, clock or terminal may come in. What a page
// asks for is a Want, which package visit carries out.
package page

import (
	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Page is one page. Show is the page as it is now; Answer is what an answer
// means: the page as it is afterwards, and what it asks for, nil for nothing.
type Page interface {
	Show(State) Sheet
	Answer(State, Answer) (Page, Want)
}

// simple is a page that is all in its sheet: what is chosen says what it asks for.
type simple func(State) Sheet

func (p simple) Show(s State) Sheet                    { return p(s) }
func (p simple) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

// Clinicians is a page in the clinician's language, where it is not the client's.
type Clinicians interface {
	ForClinician()
}

// clinicianReads makes the page that has it one of the Clinicians.
type clinicianReads struct{}

func (clinicianReads) ForClinician() {}

// clinicians is a simple page that only the clinician reads.
type clinicians struct {
	clinicianReads
	simple
}

// Outcome is a page that has something to say about what became of its last
// Want: err is nil if it was carried out.
type Outcome interface {
	Became(s State, err error) Page
}

// Signing is a page on which one types what one signs with.
type Signing interface {
	Signs() Sign
}

// World is what a visit is told of where it takes place.
type World struct {
	Private bool   // nothing is kept on this computer but a record that is signed
	Stays   bool   // what was shown stays in the window, as it does in lines
	Clears  bool   // but the window is cleared behind an intake
	Folder  string // where a record is saved unless the reader says otherwise
	// Absolute makes a folder as it was typed one that can be found from anywhere; nil
	// where no folder is typed.
	Absolute func(folder string) (string, error)
	// Languages are all those of the guide, and Client is that of a client to come
	// unless the clinician says otherwise.
	Languages []content.Language
	Client    string
	// Groups are those of the practice, where there are some to choose from.
	Groups  []content.Group
	Brought string // where a file is that the next client brought, if that is known
	// Before is the clinician of the intake before this one, while the program runs.
	Before string
	// Ways are the surface's own names for ways to act, in pairs as plain.Fill
	// takes them: "show_me" is "s" on a screen and "show me" in lines.
	Ways []any
}

// State is all that a page may say something about.
type State struct {
	World
	Walk    walk.Walk
	Asked   string // the id of what the page asked about: it is done if it is chosen next
	Fresh   bool   // the reader has not begun, nor said whether anything may be kept
	Paged   bool   // pages of the reader's own were saved in this visit
	Unkept  bool   // something that the reader did is not on the disk
	Shared  bool   // others may read what is saved in Folder
	Entered bool   // how the answers to the promises came in is known, and goes into a record
	Signs   Sign   // what a member typed to sign with, and has not yet: it is on no disk
	// Record is how the record that was signed last was found to be, if there is one.
	Record record.Presence
	// Served is set where the guide runs on another computer than the reader's, so
	// that folders are not theirs to open or to choose. Nothing is kept or signed
	// there unless they are Invited.
	Served, Invited bool
	// Reference is that of the invitation. MayLock is set while what will be kept
	// can be locked with a word of the reader's own.
	Reference string
	MayLock   bool
	// Others are the other languages of the guide; none in an intake that has begun.
	Others []content.Language
	// Other is the guide in the other language of an intake: the clinician's on the
	// client's pages, and the client's on the clinician's; nil where both speak one.
	Other *content.Guide
	// Records and Pages are what the reader saved and can delete, by their paths, as
	// far as they were there when that was looked for.
	Records, Pages []string
}

// Fill puts values, and the surface's names for ways to act, in the place of
// their names in braces. Only the program's own words are filled, never what a
// reader or an author wrote.
func (s State) Fill(text string, pairs ...any) string {
	return plain.Fill(text, append(pairs, s.Ways...)...)
}

// Words are those of the guide.
func (s State) Words() *words.Words { return s.Walk.Guide().Words }

// Guide is the guide that is read.
func (s State) Guide() *content.Guide { return s.Walk.Guide() }

// Intake reports whether a clinician goes through the guide with a client.
func (s State) Intake() bool {
	_, ok := s.Walk.Form()
	return ok
}

// Answer is what the reader did with an item or a move: its id and, for a Line,
// the whole text that stands in it.
type Answer struct{ ID, Text string }

// Sheet is one page as it is now.
type Sheet struct {
	Title   string // what the page belongs to: the chapter's title, or its own
	ForWhom string // whose turn it is in an intake
	Place   string // where in the chapter the page stands: "Section 2 of 7"
	Chapter int    // whose seat is marked, counted from 1; 0 for none
	State   string // what came of the page so far: "not answered yet"

	Body   []Part
	Items  []Item
	Under  []Part // what stands below the items
	Moves  []Move // what else can be done here, beside what works everywhere
	Ask    string // the id of the item that has the focus at first, or is asked for; empty for none
	Notice Notice
	Marks  string // words to mark, as they were searched for
	Beside []Part // what stands at the left where a window is wide

	Passing bool // the page is only read, and leads back to where one was
	Ends    bool // reading on ends here: none of its items comes next by itself
	// Binding is set for a page that answers a statement or signs: no paste and
	// no key that was there before the page was may do anything on it.
	Binding bool
}

// Notice is a word about the last answer.
type Notice struct {
	Text string
	Care bool   // it did not go well, or it matters
	At   string // the item that it is about; empty for the one answered last
}

// Part is a paragraph of a sheet.
type Part struct {
	Kind   PartKind
	Text   string
	Under  string // below a ListItem, quietly, with the Mark before it
	Mark   Mark
	Blocks []content.Block // Prose of the guide's own
	ID     string          // of what leads somewhere, beside the text or in it: it can be answered
	leads  Want
	// Here is set where the page opens if it is longer than the window; beside
	// the text, for what the reader is at.
	Here bool
}

// PartKind is how a part is shown.
type PartKind int

// The kinds of part.
const (
	Plain    PartKind = iota
	Title             // of a chapter or the guide: once a page, above all else
	Heading           // of a section, or of what stands below it
	Label             // a quiet word over what is to be done
	ListItem          // of a list
	Quiet             // what can wait
	Key               // the one sentence to take away
	Path              // of a file, to be copied as it is
	Prose             // Blocks
	Banner            // the ring of seats, as far as they are filled; words say it elsewhere
)

// Item is something on a sheet that can be answered.
type Item struct {
	ID    string // what comes back in Answer
	Kind  Kind
	Group string // stands over the item if it is not that of the item before
	Label string
	Help  string // says more about it, quietly
	State string // how it is, in a word: "done", "your answer"
	Text  string // what stands in a Line
	Most  int    // how many letters a Line has room for
	Name  bool   // somebody's name is typed into the Line
	Mend  string // how one comes back into the Line once it is filled in and left
	Bare  string // the label without the name in it, while that is being changed
	Live  bool   // the Line is answered while it is typed
	Whole bool   // what is typed into the Line takes the place of all that stands there
	// Theirs is set where the label is what a reader wrote, so that it is nothing to
	// choose the item by.
	Theirs bool
	Opens  bool // the Row's number opens it, and does not only lead to it
	// Takes reports whether a text that is typed on the page, and is nothing else
	// there, is for this Row; nil if none is.
	Takes func(text string) bool `json:"-"`
	On    bool                   // a Tick is set, or a Pick is chosen
	// Asks is set for an Act that is only asked about when it is chosen, and Sure
	// once it was: it is done if it is chosen once more.
	Asks, Sure bool
	// Anew is the id under which a Row's words can be given anew, in one line with
	// its number; without words it is asked whether to take them away.
	Anew string
	Mark Mark // stands before the label
	// Says stands out below the label, with Feedback behind.
	Says, Feedback string
	// Word is what is typed for an Act in lines, and the short name of a GoOn.
	Word string

	// wants is what it asks for when it is chosen, and becomes the page as it is
	// then; each is nil for none, or where the page's Answer says it.
	wants   Want
	becomes Page
}

// LeadsBack reports whether it leads back to where one was.
func (i Item) LeadsBack() bool { return i.wants == Close{} }

// Answers reports whether going on gives an answer, and does not only lead on.
func (i Item) Answers() bool {
	do, ok := i.wants.(Do)
	return ok && len(do.Events) > 0
}

// Kind is how an item is answered.
type Kind int

// The kinds of item.
const (
	Line   Kind = iota // words are typed into it
	Tick               // set or not
	Pick               // one of its group
	Choose             // an answer to a question, which may be given lightly
	Row                // leads somewhere: a chapter, a hit, a note
	Act                // done when it is chosen on purpose
	GoOn               // what Enter and Space stand for, where nothing else has the focus
)

// Mark is a sign with a meaning, which words say as well.
type Mark int

// The marks.
const (
	NoMark Mark = iota
	Tried       // was chosen, and fits less
	Fits        // was found, or shown
	Done        // a chapter
	Begun
	ToCome
	LeftOut
	Agreed // a statement
	ToTalk
	NotAgreed
	Open
)

// GoOnID is the id of what goes on. No id of a guide has a space in it.
const GoOnID = "go on"

// NewNoteID is the id of the Line to which the key for a note leads.
const NewNoteID = string(Note)
