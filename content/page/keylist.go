package page

import (
	"cmp"
	"slices"

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
	groups := []struct {
		heading  string
		meanings []Meaning
	}{
		{words.Reader.KeysHere, []Meaning{ShowMe, Later, Rule, SignAgain, BeginPrivate, Decline, Aside}},
		{words.Reader.KeysWalk, []Meaning{GoOnward, Back}},
		{words.Reader.KeysPlaces, []Meaning{Chapters, Search, Glossary, Note, About, Keys}},
		{words.Intake.Title, []Meaning{Flag, Clinician, EndIntake}},
		{words.Reader.KeysLeave, []Meaning{HelpNow, Stop}},
	}
	for _, group := range groups {
		var rows []string
		for _, move := range p.moves {
			if slices.Contains(group.meanings, move.Meaning) {
				name := s.Fill("{" + string(move.Meaning) + "}")
				rows = append(rows, s.Fill(words.Reader.Key, "key", name, "does", cmp.Or(move.Label, does(words, move.Meaning))))
			}
		}
		sheet.list(group.heading, rows)
	}
	sheet.Body = append(sheet.Body, p.more...)
	return sheet
}

func (p keyList) Answer(_ State, a Answer) (Page, Want) { return p, leadsBack(a) }

// does says in words what a move does.
func does(w content.Words, m Meaning) string {
	return map[Meaning]string{
		ShowMe: w.Reader.DoesShow, Later: w.Reader.DoesLater, Rule: w.Reader.DoesRule, SignAgain: w.Summary.SignAgain,
		BeginPrivate: w.Keys.BeginPrivate, Decline: w.Keys.Decline, Aside: w.Home.Aside,
		GoOnward: w.Keys.GoOn, Back: w.Reader.DoesBack,
		Chapters: w.Reader.DoesChapters, Search: w.Reader.DoesSearch, Glossary: w.Reader.DoesGlossary, Note: w.Keys.Note,
		Flag: w.Intake.Flag, Clinician: w.Intake.NoteTitle, EndIntake: w.Intake.End,
		About: w.Keys.About, Keys: w.Keys.Keys, HelpNow: w.Reader.DoesHelp, Stop: w.Keys.Stop,
	}[m]
}
