package handout

import "firstsession/content"

// commitment is what members ask of each other, on pages of its own so that
// it can be signed, copied and kept apart from the rest.
func (h Handout) commitment(p pen) {
	c := h.guide.Commitment
	number := len(h.guide.Chapters) + 1
	p.open(heading{
		role: commitmentRole, level: 2, id: content.CommitmentID, number: number,
		label: h.chapterLabel(number), title: c.Title,
	})
	blocks(p, c.Lead)
	for i, s := range c.Statements {
		h.statement(p, s, i)
	}
	h.signature(p)
	p.close()
}

func (h Handout) statement(p pen, s content.Statement, i int) {
	words := h.guide.Words
	p.open(heading{role: statementRole, level: 3, id: s.ID, title: counted(i+1, s.Text)})
	if len(s.Reason) > 0 {
		p.reason(words.Statement.Why, s.Reason)
	}
	if s.Needed {
		p.say(words.Practice.Needed)
	}
	p.ticks(ticks{form: beside, options: []string{words.Statement.Agree, words.Statement.TalkFirst, words.Statement.NotNow}})
	h.refer(p, words.Print.ReadRule, s.Rule)
	p.close()
}

// signature sets not signing beside signing: both are a tick away. What one
// signs speaks of the parts one went through, so they are there to tick.
func (h Handout) signature(p pen) {
	words := h.guide.Words.Print
	var parts []string
	for _, chapter := range h.guide.Chapters {
		parts = append(parts, chapter.Title)
	}
	h.signing(p, h.guide.Commitment.Signing, words.Name,
		ticks{how: words.Parts, form: beside, options: parts},
		ticks{how: words.Choice, form: beside, options: []string{words.Sign, words.NotSign}})
	h.signing(p, h.guide.Commitment.Countersigning, words.ClinicianName)
}

// signing is a place to sign under what that means, and after some choices.
func (h Handout) signing(p pen, s content.Section, name string, choices ...ticks) {
	words := h.guide.Words.Print
	p.open(heading{role: signingRole, level: 3, id: s.ID, title: s.Heading})
	blocks(p, s.Body)
	for _, choice := range choices {
		p.ticks(choice)
	}
	p.blanks([]blank{line(name), line(words.Date), line(words.Signature)})
	p.close()
}

// line is a single line to write on.
func line(label string) blank { return blank{label: label, lines: 1} }

// card is one page to cut out and keep at hand, with the crisis text again.
// The emergency number is left to the reader: no guide knows every country's.
// What the practice has said is filled in; a crisis text that stands there
// already is not told twice.
func (h Handout) card(p pen) {
	words, known, help := h.guide.Words.Print, h.guide.Card, h.guide.Help.Body
	if known.Crisis != "" {
		help = known.Help
	}
	p.open(heading{role: cardRole, level: 2, id: cardID, title: words.Card})
	p.say(words.CardCut)
	p.blanks([]blank{
		{words.CardWhen, 1, known.When}, {words.CardWhere, 1, known.Where}, {words.CardCall, 1, known.Call},
		{words.CardLife, 1, ""}, {words.CardCrisis, 1, known.Crisis},
		{words.CardSay, 2, ""}, {words.CardAsk, 2, ""},
	})
	p.open(heading{role: helpRole, level: 3, id: cardHelpID, title: h.guide.Help.Title})
	blocks(p, help)
	p.close()
	p.close()
}
