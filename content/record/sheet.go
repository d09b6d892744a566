package record

import (
	"cmp"

	"firstsession/content"
	"firstsession/content/walk"
)

// timeForm shows a time with its offset, in any language.
const timeForm = "2006-01-02 15:04 -07:00"

// blockKind is what a block of a readable copy is.
type blockKind int

const (
	aTitle   blockKind = iota
	aLine              // one of several that belong together
	aHeading           // it starts a part of the page
	aSaying            // a paragraph of its own
	aGap               // what follows stands apart
	anItem             // of a list
	aQuote             // what the client or member wrote, in lines
	aPromise           // with the answer, and when it was given, in more
)

// block is one piece of a readable copy.
type block struct {
	kind blockKind
	text string
	more []string
}

// sheet is what a readable copy says, in order. Text and HTML only set it, so
// that the two say the same.
type sheet struct {
	words   content.RecordWords
	answers content.StatementWords
	blocks  []block
}

// newSheet is the copy beside the record, or with no record beside it.
func newSheet(a Acknowledgement, words content.Words, beside bool) sheet {
	s := sheet{words: words.Record, answers: words.Statement}
	s.head(a)
	if beside {
		s.add(aSaying, content.Fill(s.words.Beside, "file", FileName(a)))
	} else {
		s.add(aSaying, s.words.ClientCopy)
	}
	s.statements(a)
	if a.Outcome.HasName() {
		s.meaning(a.Signing)
	}
	s.parts(a)
	s.topics(a.Intake)
	s.chosen(a)
	s.countersignature(a.Countersignature)
	s.add(aHeading, s.words.TakeBack)
	s.add(aSaying, a.TakeBack)
	s.add(aHeading, s.words.IsNot)
	s.add(aSaying, s.words.IsNotWhat)
	s.add(aSaying, content.Fill(s.words.Digest, "digest", a.Digest))
	return s
}

func (s *sheet) add(kind blockKind, text string, more ...string) {
	s.blocks = append(s.blocks, block{kind, text, more})
}

func (s *sheet) line(text string, pairs ...any) { s.add(aLine, content.Fill(text, pairs...)) }

func (s *sheet) head(a Acknowledgement) {
	w := s.words
	s.add(aTitle, w.Title)
	s.line(w.Guide, "title", a.Guide.Title, "revision", a.Guide.Revision, "language", a.Guide.Language)
	s.line(w.Outcome, "outcome", OutcomeWords(a.Outcome, w))
	if a.Name != "" {
		s.line(w.Name, "name", a.Name)
	}
	s.line(w.Date, "date", a.Time.Format(timeForm))
	s.intake(a.Intake)
	for _, way := range a.Run {
		s.line(wayWords(way, w))
	}
	s.line(w.Reference, "id", a.ID)
	if a.Supersedes != "" {
		s.line(w.Supersedes, "id", a.Supersedes)
	}
	s.line(w.Program, "program", a.Program)
}

// intake says what only an intake knows.
func (s *sheet) intake(i *Intake) {
	if i == nil {
		return
	}
	s.line(s.words.Client, "reference", i.Reference)
	if i.Practice != "" {
		s.line(s.words.Practice, "practice", i.Practice)
	}
	if i.PracticeCode != "" {
		s.line(s.words.PracticeCode, "code", i.PracticeCode)
	}
	if i.Clinician != "" {
		s.line(s.words.With, "name", i.Clinician)
	}
	s.line(s.words.Planned, "parts", plannedWords(i.Parts, s.words))
}

func (s *sheet) statements(a Acknowledgement) {
	s.add(aHeading, s.words.Statements)
	for _, statement := range a.Statements {
		more := []string{content.Fill(s.words.Answer, "answer", s.answer(statement.Answer))}
		if statement.Needed {
			more = append(more, s.words.Needed)
		}
		if statement.Answered != nil {
			more = append(more, content.Fill(s.words.Answered, "date", statement.Answered.Format(timeForm)))
		}
		s.add(aPromise, statement.Text, more...)
	}
}

func (s *sheet) meaning(m Meaning) {
	s.add(aHeading, m.Heading)
	for _, paragraph := range m.Text {
		s.add(aSaying, paragraph)
	}
}

func (s *sheet) parts(a Acknowledgement) {
	s.add(aHeading, s.words.Parts)
	s.add(aGap, "")
	switch {
	case len(a.Parts) > 0:
	case a.Intake != nil && a.Intake.NoParts != "":
		s.add(aLine, a.Intake.NoParts)
	default:
		s.line(s.words.NoParts)
	}
	for _, part := range a.Parts {
		s.add(anItem, part.name(s.words))
	}
}

func (s *sheet) topics(i *Intake) {
	if i == nil || len(i.Topics) == 0 {
		return
	}
	s.add(aHeading, s.words.Topics)
	s.add(aGap, "")
	for _, topic := range i.Topics {
		s.add(anItem, topic)
	}
}

func (s *sheet) chosen(a Acknowledgement) {
	aim := ""
	if a.Intake != nil {
		aim = a.Intake.Aim
	}
	if aim == "" && len(a.Notes)+len(a.Reflections) == 0 {
		return
	}
	s.add(aHeading, s.words.Chosen)
	if aim != "" {
		s.add(aGap, "")
		s.line(s.words.Aim)
		s.line(s.words.OwnWords)
		s.add(aQuote, aim)
	}
	for _, note := range a.Notes {
		s.add(aGap, "")
		if note.At != "" {
			s.line(s.words.NoteAt, "place", note.At)
		}
		s.add(aQuote, note.Text)
	}
	for _, reflection := range a.Reflections {
		s.add(aGap, "")
		s.add(aLine, reflection.Prompt)
		for _, option := range reflection.Ticked {
			s.add(anItem, option)
		}
		if reflection.Own != "" {
			s.line(s.words.OwnWords)
			s.add(aQuote, reflection.Own)
		}
	}
}

func (s *sheet) countersignature(c *Countersignature) {
	if c == nil {
		return
	}
	s.meaning(c.Meaning)
	s.add(aGap, "")
	s.line(s.words.Clinician, "name", c.Name)
	s.line(s.words.Date, "date", c.Time.Format(timeForm))
}

// OutcomeWords say an outcome to a reader.
func OutcomeWords(o Outcome, words content.RecordWords) string {
	return cmp.Or(map[Outcome]string{
		Signed: words.Signed, SignedOpen: words.SignedOpen, NotSigned: words.NotSigned, Stopped: words.Stopped, Continued: words.Continued,
	}[o], string(o))
}

// answer is an answer in words, or that there is none.
func (s *sheet) answer(a walk.Answer) string {
	if a == walk.Unanswered {
		return s.words.NoAnswer
	}
	return a.Words(s.answers)
}

func wayWords(way string, words content.RecordWords) string {
	return cmp.Or(map[string]string{
		Alone:                      words.Alone,
		WithClinician:              words.WithClinician,
		string(walk.ReadAloud):     words.ReadAloud,
		string(walk.Interpreter):   words.Interpreter,
		string(walk.SupportPerson): words.SupportPerson,
	}[way], way)
}

func plannedWords(parts walk.Parts, words content.RecordWords) string {
	return cmp.Or(map[walk.Parts]string{walk.AllParts: words.PlannedAll, walk.Essentials: words.PlannedEssentials}[parts], words.PlannedTalk)
}
