package page

import "firstsession/content/walk"

func newQuestion(walk.Step, State) Page { return question{} }
func newReflection(walk.Step) Page      { return reflection{} }
func newStatement(walk.Step) Page       { return statement{} }
func newSignature(State) Page           { return signature{} }
func newClosing() Page                  { return closing{} }
func newReader(walk.Step) Page          { return reader{} }
func ofIntake(walk.Step, State) Page    { return nil }

// NewFirst is the first page, for whoever has not begun.
func NewFirst() Page { return reader{} }

// NewTrouble is a page about a place that cannot be read; setAside says whether the file may be put aside.
func NewTrouble(text string, setAside bool) Page { return reader{} }

// NewChapters is the list of chapters.
func NewChapters(s State) Page { return reader{} }

// NewReading is what has an id (section, chapter, statement, term), to be read in between.
func NewReading(id, marks string) Page { return reader{} }

// NewSearch is the search, with what was typed so far.
func NewSearch(s State, query string) Page { return reader{} }

// NewGlossary is the glossary, opened at a term by its id or name.
func NewGlossary(term, marks string) Page { return reader{} }

// NewNotes is the list of notes; a new one is taken at the step with the key at.
func NewNotes(at string) Page { return reader{} }

// NewHelp is help now.
func NewHelp() Page { return reader{} }

// NewKeys is the list of what can be done.
func NewKeys(moves []Move) Page { return reader{} }

// NewAbout is what there is to say about the guide.
func NewAbout() Page { return reader{} }

// NewClinicianNote is the note for the clinician about a step.
func NewClinicianNote(step walk.Step) Page { return reader{} }

// NewStart is where an intake begins: the form, or first those that were cut off.
func NewStart(s State, found []Unfinished, said string) Page { return reader{} }

// NewForm is the clinician's form.
func NewForm() Page { return reader{} }

// NewEnding is where an intake is ended early.
func NewEnding() Page { return reader{} }

// Unfinished is an intake that was cut off.
type Unfinished struct{}
