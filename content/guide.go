package content

import (
	"iter"
	"slices"

	"firstsession/content/source"
	"firstsession/content/words"
)

// Guide is the whole guide in one language, as its authors wrote it. It is
// made once, by Load, and only read from then on; many readers may share one.
type Guide struct {
	// Language is the name of the guide's folder, such as "en".
	Language string
	// Chapters are the numbered files in order. The commitment, which every
	// reader sees as the last chapter, is kept apart because it is answered
	// rather than read.
	Chapters   []Chapter
	Commitment Commitment
	Closing    Closing
	// Help is what a reader sees who asks for help now, where a practice has
	// given no words of its own.
	Help Page
	// Glossary explains the guide's technical words, in a section for each.
	Glossary Page
	About    Page
	Words    *words.Words
	// Revision names the text that a member reads and signs: sixteen hex
	// digits of a SHA-256 over chapters, commitment, glossary and pictures.
	// Line ends and byte order marks do not change it, nor do Words.
	Revision string
	// Practice names the practice or group whose facts lie over the guide;
	// empty if it has not said so. Card is what it has said of what a card to
	// take along asks for.
	Practice string
	// PracticeCode names the practice file, if any, by twelve hex digits of a
	// SHA-256 over it, as Revision does the text. An intake that was cut off is
	// only gone on with under the same file, and a record names the file that
	// its promises came from.
	PracticeCode string
	// Group is the group whose facts lie over the guide; its ID is empty where
	// the practice's file names none, or where the reader's is not known. Facts
	// are all that the practice has said, as it is shown.
	Group Group
	Facts []Fact
	// NamesNeeded says that the practice has named the statements that it asks
	// for before somebody starts, so that it asks for no other.
	NamesNeeded bool
	// NotAgreed is what follows in this group if one that it asks for is not agreed
	// to, in plain words; empty if the practice has not said so.
	NotAgreed string
	Card      Card

	ids    map[string]known // what each id names
	Advice []source.Advice  // what the parser saw that could be better
	index  *index           // to be searched; nil if it is made for each search
}

// Section returns the section of a chapter that has an id, and its chapter;
// nil and nil if there is none.
func (g *Guide) Section(id string) (*Chapter, *Section) {
	for chapter, section := range g.Sections() {
		if section.ID == id {
			return chapter, section
		}
	}
	return nil, nil
}

// Sections are the sections of all chapters in order, each with its chapter.
func (g *Guide) Sections() iter.Seq2[*Chapter, *Section] {
	return func(yield func(*Chapter, *Section) bool) {
		for i := range g.Chapters {
			chapter := &g.Chapters[i]
			for j := range chapter.Sections {
				if !yield(chapter, &chapter.Sections[j]) {
					return
				}
			}
		}
	}
}

// Questions are the questions of all sections in order, each with its section.
func (g *Guide) Questions() iter.Seq2[*Section, *Question] {
	return func(yield func(*Section, *Question) bool) {
		for _, section := range g.Sections() {
			for i := range section.Questions {
				if !yield(section, &section.Questions[i]) {
					return
				}
			}
		}
	}
}

// Question returns the question that has an id, and its section; nil and nil if
// there is none.
func (g *Guide) Question(id string) (*Section, *Question) {
	for section, question := range g.Questions() {
		if question.ID == id {
			return section, question
		}
	}
	return nil, nil
}

// Statement returns the statement that has an id, or nil.
func (g *Guide) Statement(id string) *Statement {
	for i := range g.Commitment.Statements {
		if s := &g.Commitment.Statements[i]; s.ID == id {
			return s
		}
	}
	return nil
}

// Block is a stretch of a section's body: either prose or one picture.
type Block struct {
	Prose   string   // Markdown; empty if the block is a picture
	Picture *Picture // nil if the block is prose
}

// Picture is a drawing in text characters. Alt says in words all that it
// shows, for whoever cannot see it or has no room for it.
type Picture struct {
	Title string // may be empty
	Alt   string
	File  string // such as "art/circle.txt"
	Art   string // at most MaxArtWidth cells wide, without a last newline
	Wide  string // the same on fewer lines, for where there is room; may be empty
}

// Page is a text that is read outside the walk: help now, the glossary, about
// this guide.
type Page struct {
	Place    source.Place
	Title    string
	Body     []Block // what stands before the first section
	Sections []Section
}

// Closing is what a reader is told at the end, whatever they decided.
type Closing struct {
	Title     string
	Signed    Section
	NotSigned Section
	Stopped   Section
}

// Chapter is one numbered file of the guide.
type Chapter struct {
	Place source.Place
	// ID is the file's name without number and ending; Number is its place
	// in the order of reading, counted from 1 without gaps.
	ID     string
	Number int
	Title  string
	// Lead says what the reader will know at the end of the chapter.
	Lead []Block
	// Note is the clinician's note that stands in the lead, if any, and Search
	// are the everyday words under which the lead is found as well.
	Note     string
	Search   []string
	Sections []Section

	Source string // the Markdown as written
}

// Section is one idea, about one screen long, with the questions that are
// asked when it has been read.
type Section struct {
	Place     source.Place
	ID        string
	Heading   string
	Essential bool // part of the short intake
	Body      []Block
	// Note is Markdown for the clinician who reads along with a client. It
	// says nothing that the client should not see, and is never printed.
	Note string
	// Search are everyday words under which the section is found, though it may
	// say it in others. They are never shown or printed.
	Search    []string
	Questions []Question

	Source string // the Markdown from the heading to the first question or the next section
}

// Commitment is what members ask of each other: the guide's last chapter, which
// has statements in the place of sections.
type Commitment struct {
	Chapter
	Statements []Statement
	// Signing and Countersigning say what a signature means, and what it
	// does not, for the member and for the clinician.
	Signing        Section
	Countersigning Section
}

// Statement is one thing that the commitment asks, which readers are told of as a
// promise. It is answered with agree, talk first, or not now.
type Statement struct {
	Place  source.Place
	ID     string
	Text   string  // plain words: what the member answers, as the record keeps it
	Reason []Block // why members ask it of each other
	Rule   string  // id of the section that explains the rule; empty in a practice's own statement
	Needed bool    // the practice asks for it before somebody starts
	// Foreign is set if a practice has written it, and not in the guide's language.
	Foreign bool
}

// AllChapters are the numbered chapters and, as the last, the commitment, without
// its statements.
func (g *Guide) AllChapters() []Chapter {
	return append(slices.Clone(g.Chapters), g.Commitment.Chapter)
}

// Copy copies what an overlay changes. All else is shared.
func (g *Guide) Copy() *Guide {
	c := *g
	c.index = &index{}
	c.Chapters = slices.Clone(g.Chapters)
	for i := range c.Chapters {
		c.Chapters[i].Sections = slices.Clone(c.Chapters[i].Sections)
	}
	c.Commitment.Statements = slices.Clone(g.Commitment.Statements)
	return &c
}

// Whole is a page as sections, of which the first is what stands before them.
func (p Page) Whole() []Section {
	return append([]Section{{Place: p.Place, Heading: p.Title, Body: p.Body}}, p.Sections...)
}

// Question is something to try after a section. Its options say what kind of
// question it is, so that the two can never disagree.
type Question struct {
	Place   source.Place
	ID      string
	Prompt  string
	Scene   string // Markdown; may be empty
	Options []Option
	// Essential says that the short intake asks it.
	Essential bool
	// Again is the id of the section to read again.
	Again string
	// Second is the same question about another scene, for when it comes back;
	// nil if there is none.
	Second *Question
}

// OnceMore is the question as it comes back: about its second scene or, if
// there is none, with its options in another order.
func (q Question) OnceMore() Question {
	if q.Second != nil {
		return *q.Second
	}
	if len(q.Options) > 1 {
		q.Options = slices.Concat(q.Options[1:], q.Options[:1])
	}
	return q
}

// Option is one answer a reader may choose. Texts are plain words.
type Option struct {
	Place    source.Place
	Text     string
	Right    bool
	Feedback string // empty in a reflection
}

// Kind is the way a question is answered.
type Kind int

// The kinds of question.
const (
	ChooseOne  Kind = iota // one option is right
	ChooseAll              // several options are right
	Reflection             // no option is right or needed; nothing is judged
)

// Kind derives the kind of question from its options.
func (q Question) Kind() Kind {
	kind := Reflection
	for _, option := range q.Options {
		switch {
		case option.Right && kind == Reflection:
			kind = ChooseOne
		case option.Right:
			kind = ChooseAll
		}
	}
	return kind
}
