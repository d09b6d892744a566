package summary

import (
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
)

// page is the last page while it is written.
type page struct {
	env   screen.Env
	words content.SummaryWords
	width int
	lines []string
}

// write returns the page's lines.
func write(env screen.Env) []string {
	p := page{env: env, words: env.Words().Summary, width: max(1, env.Size.Width)}
	signed, hasSigned := env.Walk.Signed()
	closing := env.Guide.Closing
	switch {
	case env.Intake() && (env.Walk.Ending() != walk.Undecided || !hasSigned):
		p.section(closing.Stopped)
		p.say(env.Words().Intake.ClosingRecord, env.Theme.Plain)
	case env.Intake() && env.Walk.Declined():
		p.section(closing.NotSigned)
		p.say(env.Words().Intake.ClosingRecord, env.Theme.Plain)
	case env.Intake():
		p.section(closing.Signed)
		p.say(env.Words().Intake.ClosingRecord, env.Theme.Plain)
	case env.Walk.Declined():
		p.section(closing.NotSigned)
		p.declined(signed, hasSigned)
	case hasSigned && env.Walk.Lapsed():
		p.section(closing.Stopped)
		p.declined(signed, hasSigned)
		p.say(p.words.Lapsed, env.Theme.Plain)
	case hasSigned:
		p.section(closing.Signed)
		p.signed(signed)
	default:
		p.section(closing.Stopped)
		p.say(p.words.Undecided, env.Theme.Plain)
	}
	if env.Private {
		p.say(env.Walk.Traces(), env.Theme.Plain)
	}
	p.take()
	p.say(p.words.Thanks, env.Theme.Plain)
	return p.lines
}

// section is one of the guide's own last words.
func (p *page) section(s content.Section) {
	p.say(s.Heading, p.env.Theme.Heading)
	p.part(p.env.Prose.Blocks(s.Body, p.width, p.env.Theme))
}

// signed says where the copy is and what comes next.
func (p *page) signed(signed walk.Signed) {
	p.say(content.Fill(p.words.Saved, "date", date(signed.Time)), p.env.Theme.Plain)
	p.say(p.words.Copy, p.env.Theme.Heading)
	p.part(p.hang("  ", readable(signed.Path), p.env.Theme.Accent))
	p.say(p.words.Beside, p.env.Theme.Plain)
	p.say(p.words.Next, p.env.Theme.Heading)
	p.part(append(p.hang("• ", p.words.NextOne, p.env.Theme.Plain), p.hang("• ", p.words.NextTwo, p.env.Theme.Plain)...))
}

// readable is the path of the copy that a person can read, which lies beside a
// record.
func readable(path string) string { return strings.TrimSuffix(path, ".json") + ".txt" }

// declined says that there is no record, or that an earlier one stays.
func (p *page) declined(signed walk.Signed, hasSigned bool) {
	if hasSigned {
		p.say(content.Fill(p.words.Earlier, "date", date(signed.Time), "path", signed.Path), p.env.Theme.Plain)
		return
	}
	p.say(p.words.NoRecord, p.env.Theme.Plain)
}

// take is what the member may want to take to their therapist: promises to
// talk about, and their own notes.
func (p *page) take() {
	var talk, notes []string
	for _, statement := range p.env.Guide.Commitment.Statements {
		if p.env.Walk.Answer(statement.ID) == walk.TalkFirst {
			talk = append(talk, statement.Text)
		}
	}
	for _, note := range p.env.Walk.Notes() {
		if p.env.Intake() {
			break // they are the client's to show
		}
		notes = append(notes, note.Text)
	}
	p.list(p.words.TalkAbout, talk)
	p.list(p.words.Notes, notes)
}

func (p *page) list(heading string, items []string) {
	if len(items) == 0 {
		return
	}
	p.say(heading, p.env.Theme.Heading)
	var lines []string
	for _, item := range items {
		lines = append(lines, p.hang("• ", item, p.env.Theme.Plain)...)
	}
	p.part(lines)
}

// say adds plain words as a part of their own.
func (p *page) say(words string, style lipgloss.Style) { p.part(p.hang("", words, style)) }

// part adds lines, with an empty one before them.
func (p *page) part(lines []string) {
	if len(lines) == 0 {
		return
	}
	if len(p.lines) > 0 {
		p.lines = append(p.lines, "")
	}
	p.lines = append(p.lines, lines...)
}

// hang wraps plain words behind a mark, with as much room before the lines
// that follow.
func (p *page) hang(mark, words string, style lipgloss.Style) []string {
	before, lines := mark, prose.Wrap(words, p.width-len([]rune(mark)))
	for i, line := range lines {
		lines[i] = before + style.Render(line)
		before = strings.Repeat(" ", len([]rune(mark)))
	}
	return lines
}

// date writes a time in the order that sorts, since it reads the same in every
// language.
func date(t time.Time) string { return t.Format("2006-01-02 15:04") }
