package practice

import (
	_ "embed" // for the form
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"firstsession/content/plain"
	"firstsession/content/source"
)

//go:embed form.toml
var form string

// Form is a practice file to fill in: every name behind a comment mark,
// with an example that says nothing about any practice. It is right as it stands.
// With its comment marks taken away, all that has to be mended is its own texts,
// which stand in square brackets.
func Form() string { return form }

// Practice is what a practice says about its own group, as its practice file
// has it. Everything is plain words, never Markdown, and may be missing: the
// guide then says what is true of any group. A line's end in a text is one for
// the reader, and an empty line begins a paragraph.
type Practice struct {
	// Texts are the facts that are set, by their names in the file, all but
	// the crisis text.
	Texts map[string]string `toml:"-"`
	// NeededToStart holds the ids of those of the guide's statements that the
	// group asks for before somebody starts.
	NeededToStart []string    `toml:"needed_to_start"`
	Crisis        Crisis      `toml:"crisis"`
	Statements    []Statement `toml:"statement"`
	// Notes are texts by the id of the section in which they are shown.
	Notes map[string]string `toml:"notes"`

	src *source.File
	// at is where each setting stands in src, by its name; those of an extra
	// statement have its number in theirs, such as "statement.2.id".
	at map[string]int
}

// Crisis is whom to turn to in danger, and when somebody last made sure of it.
type Crisis struct {
	Text    string         `toml:"text"`
	Checked toml.LocalDate `toml:"checked"` // zero if nobody has said
}

// Dated reports whether it is known when the text was checked.
func (c Crisis) Dated() bool { return c.Checked != toml.LocalDate{} }

// Current reports whether the text was checked within the last year.
func (c Crisis) Current(today time.Time) bool {
	ends := c.Checked.AsTime(time.UTC).AddDate(1, 0, 0)
	return c.Dated() && !c.Ahead(today) && today.Format(time.DateOnly) <= ends.Format(time.DateOnly)
}

// Ahead reports whether the day on which the text was checked is still to come,
// where today is told.
func (c Crisis) Ahead(today time.Time) bool {
	return c.Checked.String() > today.Format(time.DateOnly)
}

// Statement is a promise that only this group asks for.
type Statement struct {
	ID            string `toml:"id"`
	Text          string `toml:"text"`
	Reason        string `toml:"reason"`
	NeededToStart bool   `toml:"needed_to_start"`
}

// Fact is one text that a practice file can set.
type Fact struct {
	Key string // its name in the file
	// Section is the id of the section in which a reader looks for it; empty
	// for what stands in the section YourGroupID.
	Section string
	Text    string // empty if it is not set
}

// lists are all texts of a practice file that have a name of their own, in the
// order in which they are shown, and in lists that are short enough to take in.
// What stands before each is the word of its name in words.toml.
func (p Practice) lists() [][]Fact {
	return [][]Fact{
		p.facts("", practiceNameKey, groupNameKey, "leaders"),
		p.facts("", "when", "where", "online", "how_long", "how_often"),
		p.facts("", "size", "open_or_closed", "planned_end", "least_sessions"),
		p.facts("", "fee", "missed_sessions", "access_needs"),
		slices.Concat(
			p.facts("attendance", "absences", "lateness"),
			p.facts("feeling-worse", "between_sessions"),
			p.facts("limits-of-privacy", "privacy"),
		),
		slices.Concat(
			p.facts("with-other-help", "other_treaters"),
			p.facts("fair-start", "leaving"),
			p.facts("safe-for-everyone", "complaints"),
			p.facts("not-emergency", crisisKey),
		),
	}
}

// facts are those that a reader looks for in one section.
func (p Practice) facts(section string, keys ...string) []Fact {
	var all []Fact
	for _, key := range keys {
		text := p.Texts[key]
		if key == crisisKey {
			text = p.Crisis.Text
		}
		all = append(all, Fact{key, section, text})
	}
	return all
}

// Facts lists all facts, set or not. The crisis text is the last.
func (p Practice) Facts() []Fact { return slices.Concat(p.lists()...) }

// NoteIDs are the ids of the sections that have a note, sorted.
func (p Practice) NoteIDs() []string { return slices.Sorted(maps.Keys(p.Notes)) }

// clean drops spaces and empty lines that no reader would see.
func (p *Practice) clean() {
	for _, texts := range []map[string]string{p.Texts, p.Notes} {
		for key, text := range texts {
			if texts[key] = tidyParagraphs(text); texts[key] == "" {
				delete(texts, key)
			}
		}
	}
	p.Crisis.Text = tidyParagraphs(p.Crisis.Text)
	for i := range p.Statements {
		own := &p.Statements[i]
		own.Text, own.Reason = tidyParagraphs(own.Text), tidyParagraphs(own.Reason)
	}
}

// tidyParagraphs tidies lines, and makes every run of empty ones a single one.
func tidyParagraphs(text string) string {
	lines := slices.CompactFunc(strings.Split(plain.Tidy(text), "\n"), func(a, b string) bool { return a == "" && b == "" })
	return strings.Join(lines, "\n")
}
