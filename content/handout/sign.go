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
	h.countersignature(p)
	p.close()
}

func (h Handout) statement(p pen, s content.Statement, i int) {
	words := h.guide.Words
	p.open(heading{role: statementRole, level: 3, id: s.ID, title: counted(i+1, s.Text)})
	if len(s.Reason) > 0 {
		p.reason(words.Statement.Why, s.Reason)
	}
	p.ticks(ticks{form: beside, options: []string{words.Statement.Agree, words.Statement.TalkFirst, words.Statement.NotNow}})
	h.refer(p, words.Print.ReadRule, s.Rule)
	p.close()
}

// signature sets not signing beside signing: both are a tick away. What one
// signs speaks of the parts one went through, so they are there to tick.
func (h Handout) signature(p pen) {
	words := h.guide.Words.Print
	s := h.guide.Commitment.Signing
	p.open(heading{role: signingRole, level: 3, id: s.ID, title: s.Heading})
	blocks(p, s.Body)
	var parts []string
	for _, chapter := range h.guide.Chapters {
		parts = append(parts, chapter.Title)
	}
	p.ticks(ticks{how: words.Parts, form: beside, options: parts})
	p.ticks(ticks{how: words.Choice, form: beside, options: []string{words.Sign, words.NotSign}})
	p.blanks([]blank{{words.Name, 1}, {words.Date, 1}, {words.Signature, 1}})
	p.close()
}

func (h Handout) countersignature(p pen) {
	words := h.guide.Words.Print
	s := h.guide.Commitment.Countersigning
	p.open(heading{role: signingRole, level: 3, id: s.ID, title: s.Heading})
	blocks(p, s.Body)
	p.blanks([]blank{{words.ClinicianName, 1}, {words.Date, 1}, {words.Signature, 1}})
	p.close()
}

// card is one page to cut out and keep at hand, with the crisis text again.
func (h Handout) card(p pen) {
	words := h.guide.Words.Print
	p.open(heading{role: cardRole, level: 2, id: cardID, title: words.Card})
	p.say(words.CardCut)
	p.blanks([]blank{
		{words.CardWhen, 1}, {words.CardWhere, 1}, {words.CardCall, 1}, {words.CardCrisis, 1},
		{words.CardSay, 2}, {words.CardAsk, 2},
	})
	p.open(heading{role: helpRole, level: 3, id: cardHelpID, title: h.guide.Help.Title})
	blocks(p, h.guide.Help.Body)
	p.close()
	p.close()
}
