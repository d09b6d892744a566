package record

import (
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

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

// PartNames are the chapters that the member read, whole or in part, as the
// record's readable copy names them.
func PartNames(w walk.Walk) []string {
	if names := ReadNames(w.Guide(), w.Seen()); len(names) > 0 {
		return names
	}
	return []string{w.Guide().Words.Record.NoParts}
}

// ReadNames are the titles of the chapters of which sections were read, by their ids.
func ReadNames(g *content.Guide, ids []string) []string {
	return partNames(partsOf(g, ids), g.Words.Record)
}

// partNames are the titles of parts, with how much of each was read.
func partNames(parts []Part, words words.Record) []string {
	var names []string
	for _, p := range parts {
		name := p.Title
		if read := len(p.Sections); read < p.Of {
			name = plain.Fill(words.PartSome, "part", p.Title, "n", read, "of", p.Of)
		}
		names = append(names, name)
	}
	return names
}
