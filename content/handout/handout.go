package handout

import (
	"fmt"
	"strconv"
	"strings"

	"firstsession/content"
)

// Handout is a guide, or some chapters of it, ready to be printed. It only
// reads the guide, so many may be printed from one at the same time.
type Handout struct {
	guide *content.Guide
	// chosen has one entry for each chapter and a last one for the
	// commitment; whole says that nothing in particular was asked for.
	chosen []bool
	whole  bool
}

// New chooses what to print: chapters by id or number, in any order, or the
// whole guide if none is named. The commitment counts as the last chapter.
func New(g *content.Guide, chapters ...string) (Handout, error) {
	h := Handout{
		guide:  g,
		chosen: make([]bool, len(g.Chapters)+1),
		whole:  len(chapters) == 0,
	}
	for i := range h.chosen {
		h.chosen[i] = h.whole
	}
	for _, name := range chapters {
		i, ok := find(g, name)
		if !ok {
			return Handout{}, fmt.Errorf("choosing chapters to print: there is no chapter %q; the chapters are:\n%s", name, list(g))
		}
		h.chosen[i] = true
	}
	return h, nil
}

// find is the place of a chapter among the guide's, the commitment being last.
func find(g *content.Guide, name string) (int, bool) {
	number, err := strconv.Atoi(name)
	isNumber := err == nil
	for i, chapter := range g.Chapters {
		if name == chapter.ID || isNumber && number == chapter.Number {
			return i, true
		}
	}
	last := len(g.Chapters)
	return last, name == content.CommitmentID || isNumber && number == last+1
}

// list names every chapter for somebody who has mistyped one.
func list(g *content.Guide) string {
	var b strings.Builder
	line := func(number int, id, title string) {
		fmt.Fprintf(&b, "  %2d  %s (%s)\n", number, id, title)
	}
	for _, chapter := range g.Chapters {
		line(chapter.Number, chapter.ID, chapter.Title)
	}
	line(len(g.Chapters)+1, content.CommitmentID, g.Commitment.Title)
	return strings.TrimSuffix(b.String(), "\n")
}

// withCommitment says whether the commitment is printed, and with it the card
// to take along.
func (h Handout) withCommitment() bool {
	return h.chosen[len(h.guide.Chapters)]
}

// chapters are the chapters to print, in the guide's order.
func (h Handout) chapters() []content.Chapter {
	var chosen []content.Chapter
	for i, chapter := range h.guide.Chapters {
		if h.chosen[i] {
			chosen = append(chosen, chapter)
		}
	}
	return chosen
}
