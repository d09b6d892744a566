package record

import (
	"cmp"
	"fmt"
	"strings"

	"firstsession/content"
	"firstsession/content/walk"
)

// columns is how wide a line of the readable copy is at most.
const columns = 72

// timeForm shows a time with its offset, in any language.
const timeForm = "2006-01-02 15:04 -07:00"

// Text is a record's readable copy: plain words, in lines that fit on paper.
func Text(a Acknowledgement, words content.Words) string {
	p := page{words: words.Record, answers: words.Statement}
	p.head(a)
	p.statements(a)
	p.meaning(a.Signing)
	p.parts(a.Parts)
	p.chosen(a)
	p.countersignature(a.Countersignature)
	p.heading(p.words.TakeBack)
	p.say(a.TakeBack)
	p.heading(p.words.IsNot)
	p.say(p.words.IsNotWhat)
	p.say(content.Fill(p.words.Digest, "digest", a.Digest))
	return content.Printable(p.b.String(), "")
}

// page is the copy while it is written.
type page struct {
	words   content.RecordWords
	answers content.StatementWords
	b       strings.Builder
}

func (p *page) head(a Acknowledgement) {
	p.line(p.words.Title, "", "")
	p.line(strings.Repeat("=", min(content.Cells(p.words.Title), columns)), "", "")
	p.line("", "", "")
	w := p.words
	p.line(content.Fill(w.Guide, "title", a.Guide.Title, "revision", a.Guide.Revision, "language", a.Guide.Language), "", "")
	p.line(content.Fill(w.Outcome, "outcome", p.outcome(a.Outcome)), "", "")
	if a.Name != "" {
		p.line(content.Fill(w.Name, "name", a.Name), "", "")
	}
	p.line(content.Fill(w.Date, "date", a.Time.Format(timeForm)), "", "")
	for _, way := range a.Run {
		if way == Alone {
			way = w.Alone
		}
		p.line(way, "", "")
	}
	p.line(content.Fill(w.Reference, "id", a.ID), "", "")
	if a.Supersedes != "" {
		p.line(content.Fill(w.Supersedes, "id", a.Supersedes), "", "")
	}
	p.line(content.Fill(w.Program, "program", a.Program), "", "")
	p.say(content.Fill(w.Beside, "file", FileName(a)))
}

func (p *page) outcome(o Outcome) string {
	switch o {
	case Signed:
		return p.words.Signed
	case SignedOpen:
		return p.words.SignedOpen
	case NotSigned:
		return p.words.NotSigned
	case Stopped:
		return p.words.Stopped
	case Continued:
		return p.words.Continued
	default:
		return string(o)
	}
}

func (p *page) answer(a walk.Answer) string {
	switch a {
	case walk.Agree:
		return p.answers.Agree
	case walk.TalkFirst:
		return p.answers.TalkFirst
	case walk.NotNow:
		return p.answers.NotNow
	default:
		return p.words.NoAnswer
	}
}

func (p *page) statements(a Acknowledgement) {
	p.heading(p.words.Statements)
	for i, s := range a.Statements {
		number := fmt.Sprintf("%d. ", i+1)
		room := strings.Repeat(" ", len(number))
		p.line("", "", "")
		p.line(s.Text, number, room)
		p.line(content.Fill(p.words.Answer, "answer", p.answer(s.Answer)), room, room)
		if s.Answered != nil {
			p.line(content.Fill(p.words.Answered, "date", s.Answered.Format(timeForm)), room, room)
		}
	}
}

func (p *page) meaning(m Meaning) {
	p.heading(m.Heading)
	for _, paragraph := range m.Text {
		p.say(paragraph)
	}
}

func (p *page) parts(parts []Part) {
	p.heading(p.words.Parts)
	p.line("", "", "")
	if len(parts) == 0 {
		p.line(p.words.NoParts, "", "")
	}
	for _, part := range parts {
		p.line(part.name(p.words), "- ", "  ")
	}
}

func (p *page) chosen(a Acknowledgement) {
	if len(a.Notes)+len(a.Reflections) == 0 {
		return
	}
	p.heading(p.words.Chosen)
	for _, note := range a.Notes {
		p.line("", "", "")
		if note.At != "" {
			p.line(content.Fill(p.words.NoteAt, "place", note.At), "", "")
		}
		p.quote(note.Text)
	}
	for _, reflection := range a.Reflections {
		p.line("", "", "")
		p.line(reflection.Prompt, "", "")
		for _, option := range reflection.Ticked {
			p.line(option, "- ", "  ")
		}
		p.quote(reflection.Own)
	}
}

func (p *page) countersignature(c *Countersignature) {
	if c == nil {
		return
	}
	p.meaning(c.Meaning)
	p.line("", "", "")
	p.line(content.Fill(p.words.Clinician, "name", c.Name), "", "")
	p.line(content.Fill(p.words.Date, "date", c.Time.Format(timeForm)), "", "")
}

// heading starts a part of the page.
func (p *page) heading(text string) {
	p.line("", "", "")
	p.line("", "", "")
	p.line(text, "", "")
	p.line(strings.Repeat("-", min(content.Cells(text), columns)), "", "")
}

// say is a paragraph of its own.
func (p *page) say(text string) {
	p.line("", "", "")
	p.line(text, "", "")
}

// quote is what the member wrote, line by line.
func (p *page) quote(text string) {
	if text == "" {
		return
	}
	for line := range strings.Lines(text) {
		p.line(line, "  ", "  ")
	}
}

// line writes one line or, if it is long, several. First stands before the
// first of them, and other before the rest.
func (p *page) line(text, first, other string) {
	lines := content.Wrap(content.Printable(text, ""), columns-len(cmp.Or(first, other)))
	if len(lines) == 0 {
		lines = []string{""}
	}
	for i, line := range lines {
		if i > 0 {
			first = other
		}
		p.b.WriteString(strings.TrimRight(first+line, " ") + "\n")
	}
}
