package page

import (
	"cmp"

	"firstsession/content"
)

// keyList is the list of what can be done.
type keyList struct {
	moves []Move
	more  []Part
}

// NewKeys is the list of what can be done: going on, the moves that are
// offered, and more that only the surface has.
func NewKeys(moves []Move, more []Part) Page {
	return keyList{append([]Move{{Meaning: GoOnward}}, moves...), more}
}

// Show groups the moves: those of the page first, help and leaving last.
func (p keyList) Show(s State) Sheet {
	words := s.Words()
	sheet := Sheet{Title: words.Reader.KeysTitle, Passing: true}
	sheet.say(s.Fill(words.Reader.KeysAll))
	if s.Private && !s.Fresh {
		sheet.say(s.Walk.Traces())
	}
	for _, group := range moveGroups(words) {
		var rows []string
		for _, move := range p.moves {
			if does, ok := group.does[move.Meaning]; ok {
				name := s.Fill("{" + string(move.Meaning) + "}")
				rows = append(rows, s.Fill(words.Reader.Key, "key", name, "does", cmp.Or(move.Label, does)))
			}
		}
		sheet.list(group.heading, rows)
	}
	sheet.Body = append(sheet.Body, p.more...)
	return sheet
}

func (p keyList) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

// moveGroup is a heading, and what each of the moves below it does.
type moveGroup struct {
	heading string
	does    map[Meaning]string
}

func moveGroups(w content.Words) []moveGroup {
	r, k := w.Reader, w.Keys
	return []moveGroup{
		{r.KeysHere, map[Meaning]string{
			ShowMe: r.DoesShow, Later: r.DoesLater, Rule: r.DoesRule, SignAgain: w.Summary.SignAgain,
			BeginPrivate: k.BeginPrivate, Decline: k.Decline, Aside: w.Home.Aside,
		}},
		{r.KeysWalk, map[Meaning]string{GoOnward: k.GoOn, Back: r.DoesBack}},
		{r.KeysPlaces, map[Meaning]string{
			Chapters: r.DoesChapters, Search: r.DoesSearch, Glossary: r.DoesGlossary, Note: k.Note, About: k.About, Keys: k.Keys,
		}},
		{w.Intake.Title, map[Meaning]string{Flag: w.Intake.Flag, Clinician: w.Intake.NoteTitle, EndIntake: w.Intake.End}},
		{r.KeysLeave, map[Meaning]string{HelpNow: r.DoesHelp, Stop: k.Stop}},
	}
}
