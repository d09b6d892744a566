package record

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/code"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// ErrNoName says that there is nothing left of the name that was typed.
var ErrNoName error = &plain.Told{Key: "no_name", Text: "a signature needs a name; initials will do"}

// ErrTooLong says that a record would be longer than MaxSize.
var ErrTooLong error = &plain.Told{Key: "record_long", Text: "the record would be too long; leave out some of the notes"}

// ErrOtherPractice says that an intake began under another practice file.
var ErrOtherPractice error = &plain.Told{Key: "other_practice", Text: "the practice file is another one than that of the answers"}

// Draft is what a record needs beside the walk.
type Draft struct {
	Name            string               // as it was typed; an intake's walk knows it, and how it ended
	Outcome         walk.Ending          // empty if the record is signed
	Countersigner   string               // the name that countersigns an intake, as it was typed; empty if nobody does
	CliniciansGuide *content.Guide       // the guide in the clinician's language; nil if that is the client's
	Now             time.Time            // the local time: of a signature without an intake, and of a countersignature
	Answered        map[string]time.Time // of statements by their ids, as AnswerTimes has it
	Began           time.Time            // when the guide was begun; zero if that is not known
	Entered         Input                // how the answers reached the program
	Shared          bool                 // the folder's group may read what is saved, as it may where the folder gives its group
	Invited         string               // the reference of the invitation with which a member read; empty if there was none
	Program         string               // with its version
	Random          io.Reader            // where the record's id comes from
	// Saving is told, before there is any file, under which id and where the record
	// will be, so that it is looked for if the saving is cut off. If it fails, nothing
	// is saved.
	Saving func(id, path string) error
}

// AnswerTimes is when each statement got the answer that counts, by its id.
func AnswerTimes(facts []walk.Fact) map[string]time.Time {
	times := map[string]time.Time{}
	for _, fact := range facts {
		if fact.Kind == string(walk.SetAnswer) {
			times[fact.Subject] = fact.Time
		}
	}
	return times
}

// Began is when a walk was begun: the time of its first fact.
func Began(facts []walk.Fact) time.Time {
	if len(facts) == 0 {
		return time.Time{}
	}
	return facts[0].Time
}

// Build makes a record. One that is to be signed needs a name, and an answer to each
// statement, or the error fits ErrNoName or walk.ErrOpen. That of an intake needs an
// outcome, whichever it is, or the error fits walk.ErrUndecided.
func Build(w walk.Walk, d Draft) (Record, error) {
	a, err := build(w, d)
	if err != nil {
		return Record{}, fmt.Errorf("make the record: %w", err)
	}
	return a, nil
}

func build(w walk.Walk, d Draft) (Record, error) {
	g := w.Guide()
	a := Record{
		Format:   Format,
		Outcome:  d.Outcome,
		Guide:    Guide{Title: g.Words.Guide.Title, Language: g.Language, Revision: g.Revision},
		Signing:  meaning(g.Commitment.Signing),
		Name:     CleanName(d.Name),
		Practice: practiceOf(w),
		Time:     whole(d.Now),
		Entered:  d.Entered,
		Run:      []string{Alone},
		Parts:    partsOf(g, w.Seen()),
		TakeBack: g.Words.Record.TakeBackHow,
		Program:  d.Program,
	}
	var err error
	if a.ID, err = code.Number(d.Random, idLength/2); err != nil {
		return a, err
	}
	if before, ok := w.Signed(); ok {
		a.Supersedes = before.Record
	}
	if d.Invited != "" {
		a.Invited = &Invited{Reference: d.Invited}
	}
	a.addStatements(w, d.Answered)
	a.addChosen(w)
	if form, ok := w.Form(); ok {
		if err := a.addIntake(w, form, d); err != nil {
			return a, err
		}
	}
	if !d.Began.IsZero() {
		a.Began = new(whole(d.Began.In(a.Time.Location())))
	}
	return a.ended()
}

// ended is a record that is complete but for how it ended, where nobody said that.
func (a Record) ended() (_ Record, err error) {
	switch {
	case a.Outcome != "":
	case a.Name == "":
		return a, ErrNoName
	default:
		if a.Outcome, err = a.answered(); err != nil {
			return a, err
		}
	}
	if err := a.check(); err != nil {
		return a, err
	}
	return a.seal()
}

func (a *Record) addStatements(w walk.Walk, times map[string]time.Time) {
	for _, s := range w.Guide().Commitment.Statements {
		statement := Statement{ID: s.ID, Text: s.Text, Answer: w.Answer(s.ID)}
		if at, ok := times[s.ID]; ok && statement.Answer != walk.Unanswered {
			statement.Answered = new(whole(at.In(a.Time.Location())))
		}
		a.Statements = append(a.Statements, statement)
	}
}

func (a *Record) addChosen(w walk.Walk) {
	a.Notes = plain.Some(w.Notes(), func(note walk.Note) (Note, bool) {
		return Note{At: PageName(w.Guide(), note.At), Text: clean(note.Text)}, w.Included(note.ID)
	})
	a.Reflections = plain.Only(reflections(w), func(r Reflection) bool { return w.Included(r.ID) })
}

func reflections(w walk.Walk) []Reflection {
	var all []Reflection
	for _, question := range w.Guide().Questions() {
		ticks, ok := w.Ticks(question.ID)
		if !ok || question.Kind() != content.Reflection {
			continue
		}
		r := Reflection{ID: question.ID, Prompt: question.Prompt, Own: clean(ticks.Own)}
		r.Ticked = plain.Each(ticks.Options, func(option int) string { return question.Options[option].Text })
		if r.Own != "" || len(r.Ticked) > 0 {
			all = append(all, r)
		}
	}
	return all
}

// Offer is something of the member's own that may go into the record, if they
// choose it.
type Offer struct {
	ID   string // what walk.Include takes for it
	Text string // what it says: of a reflection first the prompt, then a line each for what was ticked and written
}

// Offers are the member's notes, an intake's aim, and the reflections that they
// said something to. The notes are first, so that each has the same number
// wherever it is counted.
func Offers(w walk.Walk) []Offer {
	all := plain.Each(w.Notes(), func(note walk.Note) Offer { return Offer{note.ID, note.Text} })
	if form, ok := w.Form(); ok && form.Aim != "" {
		all = append(all, Offer{walk.AimID, form.Aim})
	}
	for _, r := range reflections(w) {
		lines := append([]string{r.Prompt}, r.Ticked...)
		all = append(all, Offer{r.ID, strings.Join(append(lines, list(r.Own)...), "\n")})
	}
	return all
}

// partsOf are the chapters of which something was read, by the ids of sections.
func partsOf(g *content.Guide, seen []string) []Part {
	return append([]Part{}, plain.Some(g.Chapters, func(chapter content.Chapter) (Part, bool) {
		read := plain.Some(chapter.Sections, func(section content.Section) (string, bool) {
			return section.ID, slices.Contains(seen, section.ID)
		})
		return Part{ID: chapter.ID, Title: chapter.Title, Sections: read, Of: len(chapter.Sections)}, len(read) > 0
	})...)
}

// PageName is the name of the page at a step; empty if the guide has it no more.
func PageName(g *content.Guide, key string) string {
	for _, chapter := range g.AllChapters() {
		if chapter.ID == key {
			return chapter.Title
		}
	}
	if chapter, section := g.Section(key); section != nil {
		return walk.Heading(chapter, section)
	}
	for _, question := range g.Questions() {
		switch key {
		case question.ID:
			return question.Prompt
		case walk.Step{ID: question.ID, Again: true}.Key():
			return question.OnceMore().Prompt
		}
	}
	if s := g.Statement(key); s != nil {
		return s.Text
	}
	return map[string]string{walk.SignatureID: g.Words.Pledge.AtSign, walk.ClosingID: g.Closing.Title}[key]
}

func meaning(s content.Section) Meaning {
	texts := plain.Each(content.Paragraphs(s.Body), func(p content.Paragraph) string { return p.Text })
	return Meaning{Heading: s.Heading, Text: append([]string{}, texts...)}
}

// clean keeps what a member wrote, but for what could command a terminal.
func clean(text string) string { return plain.Printable(text, "") }

// whole is a time as a record keeps it: to the second, and of the zone its offset.
func whole(t time.Time) time.Time {
	_, offset := t.Zone()
	return t.Truncate(time.Second).In(time.FixedZone("", offset-offset%60))
}
