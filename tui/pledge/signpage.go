package pledge

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// formWidth is how wide the line of an empty field is drawn.
const formWidth = 40

// rendered writes the page anew.
func (s Signature) rendered() Signature {
	s.extras = record.Offers(s.env.Walk)
	s.focus = min(s.focus, len(s.extras)+stops-1)
	p := signPage{Signature: s, sheet: sheet{width: max(1, s.env.Size.Width)}, words: s.env.Words().Pledge}
	p.write()
	s.sheet, s.cursor = p.sheet, p.at
	if spot, ok := s.sheet.find(s.focus); ok && s.cursor == nil {
		// Where nothing is typed, the cursor is for whoever hears the screen.
		s.cursor = tea.NewCursor(0, spot.from)
		s.cursor.Blink = false
	}
	s.text = s.text.With(s.sheet.lines, s.env.Size.Height)
	return s
}

// signPage is the signing page while it is written.
type signPage struct {
	Signature
	sheet sheet
	words content.PledgeWords
	at    *tea.Cursor
}

func (p *signPage) write() {
	p.signed()
	p.statements()
	signing := p.env.Guide.Commitment.Signing
	p.heading(signing.Heading)
	p.sheet.add(p.env.Prose.Blocks(signing.Body, p.sheet.width, p.env.Theme)...)
	p.takeBack()
	p.record()
	p.include()
	how := p.env.Words().Intake.SignHow
	if !p.env.Intake() {
		p.field(folderStop, p.words.Folder, p.words.FolderHow, p.folder)
		how = p.words.NameHow
		p.trace()
	}
	p.field(nameStop, p.words.Name, how, p.name)
	p.ways()
}

// heading adds a heading with air around it, and returns its row.
func (p *signPage) heading(words string) int {
	p.sheet.air()
	row := len(p.sheet.lines)
	p.sheet.say(words, p.env.Theme.Heading)
	p.sheet.air()
	return row
}

// signed says that there is a record already, if there is one.
func (p *signPage) signed() {
	if signed, ok := p.env.Walk.Signed(); ok && !p.env.Intake() {
		p.sheet.say(content.Fill(p.words.Signed, "date", date(signed.Time), "path", signed.Path), p.env.Theme.Plain)
	}
}

// statements are what is signed, word for word, each with its answer.
func (p *signPage) statements() {
	p.heading(p.words.Statements)
	p.sheet.say(p.words.Lead, p.env.Theme.Plain)
	statements := p.env.Guide.Commitment.Statements
	digits := len(strconv.Itoa(len(statements)))
	for i, statement := range statements {
		mark := fmt.Sprintf("%*d  ", digits, i+1)
		p.sheet.air()
		p.sheet.hang(mark, statement.Text, p.env.Theme.Plain)
		sign, said := "○", p.words.Open
		if answer := p.env.Walk.Answer(statement.ID); answer != walk.Unanswered {
			sign, said = p.env.Theme.Accent.Render("●"), answer.Words(p.env.Words().Statement)
		}
		p.sheet.hang(strings.Repeat(" ", len(mark))+sign+" ", said, p.env.Theme.Plain)
	}
}

// record says what goes into the record, and what never does.
func (p *signPage) record() {
	p.heading(p.words.Record)
	point := func(words string) { p.sheet.hang("• ", words, p.env.Theme.Plain) }
	point(p.words.RecordName)
	point(p.words.RecordDate)
	point(p.words.RecordWords)
	point(content.Fill(p.words.RecordText, "revision", p.env.Guide.Revision))
	if p.env.Intake() {
		point(p.env.Words().Intake.SignRecord)
		point(p.env.Words().Intake.SignEither)
	} else {
		point(p.words.RecordRun)
	}
	point(p.words.RecordParts)
	for _, part := range record.PartNames(p.env.Walk) {
		p.sheet.hang("    ", part, p.env.Theme.Plain)
	}
	p.sheet.air()
	p.sheet.say(p.words.RecordNever, p.env.Theme.Plain)
}

// takeBack is how it can be taken back, in the words that go into the record.
func (p *signPage) takeBack() {
	words := p.env.Words().Record
	p.heading(words.TakeBack)
	p.sheet.say(words.TakeBackHow, p.env.Theme.Plain)
}

// include lists what may be added, none of it beforehand.
func (p *signPage) include() {
	if len(p.extras) == 0 {
		return
	}
	p.sheet.air()
	p.sheet.say(p.words.Include, p.env.Theme.Plain)
	for i, extra := range p.extras {
		box := "[ ] "
		if p.env.Walk.Included(extra.ID) {
			box = "[x] "
		}
		p.sheet.air()
		text := extra.Text
		if p.env.Intake() && !p.env.Walk.Included(extra.ID) {
			text = content.Fill(p.env.Words().Intake.Covered, "n", i+1)
		}
		p.sheet.spot(i, len(p.sheet.lines), func() { p.sheet.hang(p.mark(i)+box, text, p.look(i)) })
	}
}

// field is a heading, a word on how, and a line to type in. The text is
// shown whole.
func (p *signPage) field(stop int, heading, how string, f field) {
	head := p.heading(heading)
	p.sheet.say(how, p.env.Theme.Muted)
	focus := len(p.extras) + stop
	p.notices(stop)
	p.sheet.spot(focus, head, func() {
		mark := p.mark(focus)
		lines, x, y := f.lines(p.sheet.width - lipgloss.Width(mark))
		if focus == p.focus {
			p.at = tea.NewCursor(lipgloss.Width(mark)+x, len(p.sheet.lines)+y)
		}
		if f.text() == "" {
			blank := min(formWidth, p.sheet.width) - lipgloss.Width(mark)
			lines[0] = p.env.Theme.Muted.Render(strings.Repeat("_", max(1, blank)))
		}
		p.sheet.add(hung(mark, lines)...)
	})
}

// trace says to whoever chose to leave none that a record is one.
func (p *signPage) trace() {
	if folder := strings.TrimSpace(p.Signature.folder.text()); p.env.Private && folder != "" {
		p.sheet.air()
		p.sheet.say(content.Fill(p.words.Trace, "folder", folder), p.env.Theme.Plain)
	}
}

// ways are to sign and not to sign, beside each other and alike.
func (p *signPage) ways() {
	head := p.heading(p.words.Ways)
	first := len(p.extras)
	how, style := p.words.WaysHow, p.env.Theme.Muted
	if p.focus == first+waysStop {
		style = p.env.Theme.Accent
	}
	if p.notice != p.words.WaysOpen {
		p.notices(waysStop)
	} else if p.focus == first+waysStop {
		// This stands in the place of the other, so that there is room for it
		// in any window.
		how, style = p.notice, p.env.Theme.Care
	}
	p.sheet.spot(first+waysStop, head, func() { p.sheet.say(how, style) })
	p.sheet.air()
	for i, words := range []string{p.words.Sign, p.words.NotSign} {
		focus := first + signStop + i
		p.sheet.spot(focus, head, func() {
			p.sheet.hang(p.mark(focus)+fmt.Sprintf("%d  ", i+1), words, p.look(focus))
		})
	}
}

// notices shows what is to be said at a stop.
func (p *signPage) notices(stop int) {
	if p.notice != "" && p.Signature.at == stop {
		p.sheet.air()
		p.sheet.say(p.notice, p.env.Theme.Care)
		p.sheet.air()
	}
}

// mark stands before what is focused, and as much room before all else.
func (p *signPage) mark(focus int) string {
	if p.focus == focus {
		return p.env.Theme.Accent.Render("›") + " "
	}
	return "  "
}

func (p *signPage) look(focus int) lipgloss.Style {
	if p.focus == focus {
		return p.env.Theme.Accent
	}
	return p.env.Theme.Plain
}

// date writes a time in the order that sorts, since it reads the same in every
// language.
func date(t time.Time) string { return t.Format("2006-01-02 15:04") }
