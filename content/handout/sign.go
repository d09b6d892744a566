package handout

import (
	"fmt"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// commitment stands on pages of its own, so that it can be signed, copied and kept apart.
func (h Handout) commitment(number int) piece {
	c := h.guide.Commitment
	p := part{
		Role: "commitment", Level: 2, ID: c.ID, Number: number,
		Label: h.chapterLabel(number), Title: c.Title, Body: blocks(c.Lead),
	}
	for i, s := range c.Statements {
		p.Body = append(p.Body, h.statement(s, i+1))
	}
	p.Body = append(p.Body, h.signatures()...)
	return piece{Part: &p}
}

func (h Handout) statement(s content.Statement, number int) piece {
	words := h.guide.Words
	title := fmt.Sprintf("%d. %s", number, s.Text) // so that one can speak of it
	p := part{Role: "statement", Level: 3, ID: s.ID, Title: title}
	if len(s.Reason) > 0 {
		p.Body = append(p.Body, piece{Reason: &reason{words.Statement.Why, s.Reason}})
	}
	options := []string{words.Statement.Agree, words.Statement.TalkFirst, words.Statement.NotNow}
	p.Body = append(p.Body,
		say(plain.Either(s.Foreign, words.Practice.ForeignPromise, "")), say(plain.Either(s.Needed, words.Practice.Needed, "")),
		piece{Ticks: &ticks{Form: beside, Options: options}}, h.refer(words.Print.ReadRule, s.Rule))
	return piece{Part: &p}
}

// signatures set not signing beside signing: both are a tick away. What one
// signs speaks of the parts one went through, so they are there to tick.
func (h Handout) signatures() []piece {
	words := h.guide.Words.Print
	parts := plain.Each(h.guide.Chapters, func(chapter content.Chapter) string { return chapter.Title })
	return []piece{
		h.sheet(),
		h.signing(h.guide.Commitment.Signing, words.Name,
			piece{Ticks: &ticks{words.Parts, parts, beside}},
			piece{Ticks: &ticks{words.Choice, []string{words.Sign, words.NotSign}, beside}}),
		h.signing(h.guide.Commitment.Countersigning, words.ClinicianName),
	}
}

// sheet says which sheet this is once it lies apart, and how it came about.
func (h Handout) sheet() piece {
	words, code := h.guide.Words.Print, h.guide.Revision
	if h.guide.Practice != "" {
		code += ", " + h.guide.PracticeCode
	}
	ways := plain.Each(walk.Ways(h.guide.Words.Intake, h.guide.Words.Record), func(of walk.Wording) string { return of.Says })
	return piece{Part: &part{Role: "sheet", Level: 3, ID: "the_sheet", Title: words.Sheet, Body: []piece{
		say(words.SheetGive),
		{Blanks: []blank{
			{words.SheetPractice, 1, h.guide.Practice}, {words.SheetGroup, 1, h.guide.Group.Name},
			{words.SheetReference, 1, ""}, {words.SheetText, 1, code},
		}},
		{Ticks: &ticks{words.SheetHow, append([]string{words.SheetAlone}, ways...), beside}},
		{Blanks: []blank{{words.SheetInterpreter, 1, ""}, {words.SheetWitness, 1, ""}}},
	}}}
}

// signing is a place to sign under what that means, and after some choices.
func (h Handout) signing(s content.Section, name string, choices ...piece) piece {
	words := h.guide.Words.Print
	lines := piece{Blanks: []blank{{name, 1, ""}, {words.Date, 1, ""}, {words.Signature, 1, ""}}}
	return piece{Part: &part{
		Role: "signing", Level: 3, ID: s.ID, Title: s.Heading,
		Body: append(append(blocks(s.Body), choices...), lines),
	}}
}

// cardHelpID is the id of help now on the card.
const cardHelpID = "the_card_help"

// card is one page to cut out and keep at hand, with what the practice has said, and the
// crisis text once. The emergency number is left to the reader: no guide knows them all.
func (h Handout) card() piece {
	words, known, help := h.guide.Words.Print, h.guide.Card, h.guide.Help.Body
	if known.Crisis != "" {
		help = known.Help
	}
	cut := plain.Either(h.heard, "", words.CardCut)
	return piece{Part: &part{Role: "card", Level: 2, ID: "the_card", Title: words.Card, Body: []piece{
		say(cut),
		{Blanks: []blank{
			{words.CardLife, 1, ""}, {words.CardCrisis, 1, known.Crisis}, {words.CardTherapist, 1, ""},
			{words.CardWhen, 1, known.When}, {words.CardWhere, 1, known.Where}, {words.CardCall, 1, known.Call},
			{words.CardSay, 2, ""}, {words.CardAsk, 2, ""},
		}},
		{Part: &part{Role: "help", Level: 3, ID: cardHelpID, Title: h.guide.Help.Title, Body: blocks(help)}},
	}}}
}
