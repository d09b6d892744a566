// Package practice is what a practice says about its own group: one table of
// facts, the file they are read from, and how they lie over a guide. A reader's
// answers may not come in, nor how a page looks.
package practice

import (
	"embed"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"firstsession/content/plain"
	"firstsession/content/source"
)

//go:embed form.*.toml
var forms embed.FS

// Form is a practice file to fill in, in a language that there is one in, or
// else in English: every name behind a comment mark, with an example that says
// nothing about any practice. It is right as it stands. With its comment marks
// taken away, all that has to be mended is its own texts, which stand in square
// brackets.
func Form(language string) string {
	form, err := forms.ReadFile("form." + language + ".toml")
	if err != nil {
		form, _ = forms.ReadFile("form.en.toml") // which is built in
	}
	return string(form)
}

// isOfForm reports whether a text stands in the form, in whatever language.
func isOfForm(text string) bool {
	all, _ := forms.ReadDir(".")
	return slices.ContainsFunc(all, func(form fs.DirEntry) bool {
		own, _ := forms.ReadFile(form.Name())
		return strings.Contains(string(own), text)
	})
}

// Practice is what a practice says about its own group, as its practice file
// has it. Everything is plain words, never Markdown, and may be missing: the
// guide then says what is true of any group. A line's end in a text is one for
// the reader, and an empty line begins a paragraph.
//
// A file that names groups has in itself what all of them share. Each group is
// then a Practice of its own, which In lays over that.
type Practice struct {
	// ID and Name are those of a group or of a site, and SiteID is where a group
	// meets. What all groups share has none.
	ID     string
	Name   string
	SiteID string
	// Texts are the facts that are set, by their names in the file, all but
	// the crisis text.
	Texts map[string]string
	// NeededToStart holds the ids of those of the guide's statements that the
	// group asks for before somebody starts.
	NeededToStart []string
	Crisis        Crisis
	Statements    []Statement
	// Notes are texts by the id of the section in which they are shown.
	Notes map[string]string
	// Replaced are the practice's own words for what the guide says, by the id
	// of the statement or question.
	Replaced map[string]Replacement
	// LeftOut names what a group does not take over of what is shared, or which
	// statements of the guide are not asked for: "fee", "notes.own-pace",
	// "statement.contact-outside".
	LeftOut []string

	// Language is that of the file's own texts, and Translated what stands there
	// in others; empty if nobody has said.
	Language   string
	Translated map[string]*Practice

	Sites  []Practice
	Groups []Practice

	src *source.File
	// at is where each setting stands in src, by its name; an extra statement has its
	// own.
	at map[string]int
	// begins is where the part of a site or a group begins.
	begins int
	// told is advice on the whole file that was found where it was read: promises that
	// read like one not to die, and what is not shown as it is written.
	told []source.Advice
	// file is what a group is laid over; nil for a whole file.
	file *Practice
}

// Crisis is whom to turn to in danger, and when somebody last made sure of it.
type Crisis struct {
	Text    string
	Checked toml.LocalDate // zero if nobody has said
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

// Statement is one that only this group asks for.
type Statement struct {
	ID            string
	Text          string
	Reason        string
	NeededToStart bool

	at     map[string]int // where each of these stands
	begins int
}

// set takes what a setting says of it.
func (s *Statement) set(name, value string) {
	s.NeededToStart = s.NeededToStart || name == neededKey && value == isTrue
	if text := map[string]*string{"id": &s.ID, "text": &s.Text, "reason": &s.Reason}[name]; text != nil {
		*text = value
	}
}

// NoteIDs are the ids of the sections that have a note, sorted.
func (p Practice) NoteIDs() []string { return slices.Sorted(maps.Keys(p.Notes)) }

// each does something with what all share, and with each site and group, in every
// language.
func (p *Practice) each(do func(*Practice)) {
	do(p)
	for _, t := range p.Translated {
		do(t)
	}
	for _, parts := range [][]Practice{p.Sites, p.Groups} {
		for i := range parts {
			parts[i].each(do)
		}
	}
}

// clean drops spaces and empty lines that no reader would see.
func (p *Practice) clean() {
	for _, texts := range []map[string]string{p.Texts, p.Notes} {
		for key, text := range texts {
			if texts[key] = plain.WholeNumbers(tidyParagraphs(text)); texts[key] == "" {
				delete(texts, key)
			}
		}
	}
	p.Crisis.Text = plain.WholeNumbers(tidyParagraphs(p.Crisis.Text))
	for i := range p.Statements {
		own := &p.Statements[i]
		own.Text, own.Reason = tidyParagraphs(own.Text), tidyParagraphs(own.Reason)
	}
	for id, r := range p.Replaced {
		p.Replaced[id] = r.cleaned()
	}
}

// tidyParagraphs tidies lines, and makes every run of empty ones a single one.
func tidyParagraphs(text string) string {
	lines := slices.CompactFunc(strings.Split(plain.Tidy(text), "\n"), func(a, b string) bool { return a == "" && b == "" })
	return strings.Join(lines, "\n")
}
