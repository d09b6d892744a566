package record

import (
	"cmp"
	"slices"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// date shows a time with its offset, in any language.
func date(t time.Time) string { return t.Format("2006-01-02 15:04 -07:00") }

func list(lines ...string) []string {
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}

// Title is what the copy is called, which tells of no answers where it has none.
func (s sheet) Title() string {
	return plain.Either(s.HasAnswers(), s.Words.Title, s.Words.TitleBare)
}

// Promises stand above the statements.
func (s sheet) Promises() string {
	return plain.Either(s.HasAnswers(), s.Words.Statements, s.Words.StatementsBare)
}

// Said is what was answered, or that nothing was; empty where that is said of all
// of them together.
func (s sheet) Said(a walk.Answer) string {
	if !s.HasAnswers() {
		return ""
	}
	words := s.Words.NoAnswer
	if a != walk.Unanswered {
		words = a.Words(s.answers)
	}
	return plain.Fill(s.Words.Answer, "answer", words)
}

// Remarks are what more is said of a statement.
func (s sheet) Remarks(statement Statement) []string {
	var all []string
	if statement.Clinicians != "" && statement.Clinicians != statement.Text {
		all = append(all, plain.Fill(s.Words.Clinicians, "text", statement.Clinicians))
	}
	if statement.Needed {
		all = append(all, s.Words.Needed)
	}
	if statement.Answered != nil {
		all = append(all, plain.Fill(s.Words.Answered, "date", date(*statement.Answered)))
	}
	return all
}

// Added says what came to the record later.
func (s sheet) Added() []string {
	return plain.Each(s.entry.Added, func(a Addition) string { return s.entry.said(a, s.Words) })
}

// Ended says why it does not hold any more, if it does not, or why nobody knows.
func (s sheet) Ended() []string {
	return plain.Each(s.entry.ended(), func(a Addition) string { return a.Said(s.Words) })
}

// InTwo reports whether promises stand in the clinician's language, too: on paper each
// has a line of its own then.
func (s sheet) InTwo() bool {
	return slices.ContainsFunc(s.Statements, func(of Statement) bool { return of.Clinicians != "" })
}

// Read names the chapters that were read, and AtHome those before an intake.
func (s sheet) Read() []string   { return partNames(s.Parts, s.Words) }
func (s sheet) AtHome() []string { return partNames(s.Intake.Home, s.Words) }

// OutcomeWords say an outcome to a reader.
func OutcomeWords(o walk.Ending, words words.Record) string {
	return cmp.Or(map[walk.Ending]string{
		walk.EndSigned: words.Signed, walk.EndSignedOpen: words.SignedOpen, walk.EndNotSigned: words.NotSigned,
		walk.EndStopped: words.Stopped, walk.EndContinued: words.Continued,
	}[o], string(o))
}

func wayWords(way string, record words.Record) string {
	for _, of := range walk.Ways(words.Intake{}, record) {
		if recorded(of.Way) == way {
			return of.Says
		}
	}
	return plain.Either(way == Alone, record.Alone, way)
}

func enteredWords(by Input, words words.Record) string {
	return map[Input]string{Terminal: words.EnteredTerminal, Piped: words.EnteredPiped, SSH: words.EnteredSsh}[by]
}

func plannedWords(parts walk.Parts, words words.Record) string {
	return cmp.Or(map[walk.Parts]string{walk.AllParts: words.PlannedAll, walk.Essentials: words.PlannedEssentials}[parts], words.PlannedTalk)
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
