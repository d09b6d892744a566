// Package handout is the guide on paper: as plain text, as one Markdown file,
// and as one HTML page that a clinic can print.
//
// It only turns a guide into words on a page: it reads no file and no clock,
// it prints no clinician's note, and no word of its own, since every word
// comes from the guide. Nothing here knows of a terminal, and nothing imports
// charm.land.
package handout

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"firstsession/content"
	"firstsession/content/plain"
)

// Handout is a guide, or some chapters of it, ready to be printed. It only
// reads the guide, so many may be printed from one at the same time.
type Handout struct {
	guide *content.Guide
	// chapters are those to print, in the guide's order; whole says that nothing
	// in particular was asked for.
	chapters []content.Chapter
	whole    bool
	onlyCard bool
	heard    bool
}

// Heard is the same for who listens to its text: pictures are in words, and there is
// no line to cut along or to write on.
func (h Handout) Heard() Handout {
	h.heard = true
	return h
}

// CardName stands for the card to take along, among the names of chapters.
const CardName = "card"

// New chooses what to print: chapters by id or number, in any order, or the
// whole guide if none is named. The commitment counts as the last chapter. The
// card stands with it, or alone.
func New(g *content.Guide, chapters ...string) (Handout, error) {
	if slices.Equal(chapters, []string{CardName}) {
		return Handout{guide: g, onlyCard: true}, nil
	}
	all := g.AllChapters()
	chosen := map[string]bool{}
	for _, name := range chapters {
		number, err := strconv.Atoi(name)
		i := slices.IndexFunc(all, func(c content.Chapter) bool { return name == c.ID || err == nil && number == c.Number })
		if i < 0 {
			return Handout{}, plain.Tell("no_chapter", "there is no chapter “{name}”; the chapters are:\n{list}", "name", name, "list", list(all))
		}
		chosen[all[i].ID] = true
	}
	whole := len(chapters) == 0
	all = plain.Only(all, func(c content.Chapter) bool { return whole || chosen[c.ID] })
	return Handout{guide: g, chapters: all, whole: whole}, nil
}

// list names every chapter for somebody who has mistyped one.
func list(chapters []content.Chapter) string {
	lines := plain.Each(chapters, func(c content.Chapter) string {
		return fmt.Sprintf("  %2d  %s (%s)", c.Number, c.ID, c.Title)
	})
	return strings.Join(lines, "\n")
}

// write fills the templates in a file, of a format that is only text.
func write(file string, paper []piece, funcs template.FuncMap) (string, error) {
	number := template.FuncMap{"number": func(i int) int { return i + 1 }}
	t := template.Must(template.New("").Funcs(funcs).Funcs(number).ParseFS(files, file))
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, "pieces", paper); err != nil {
		return "", fmt.Errorf("writing the handout: %w", err)
	}
	return printable(strings.Trim(b.String(), "\n")) + "\n", nil
}

// printable drops what no text may hold, whoever wrote it: a terminal would obey it.
func printable(text string) string {
	return plain.Printable(strings.ReplaceAll(text, "\t", " "), "")
}
