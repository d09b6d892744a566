package plain

import (
	"strings"
	"time"

	"firstsession/content/walk"
)

// closing is the last page: the guide's last words, where the copy is, and
// what the member wants to take along.
type closing struct {
	l    *Lines
	step walk.Step
}

func (c *closing) at() walk.Step   { return c.step }
func (c *closing) heading() string { return sentence(c.l.visit.Walk.Guide().Closing.Title) }

func (c *closing) show() {
	words, guide := c.l.words.Summary, c.l.visit.Walk.Guide()
	signed, hasSigned := c.l.visit.Walk.Signed()
	switch {
	case c.l.intake():
		c.ofIntake(hasSigned)
	case c.l.visit.Walk.Declined():
		c.l.Say(sentence(guide.Closing.NotSigned.Heading))
		c.l.blocks(guide.Closing.NotSigned.Body)
		if hasSigned {
			c.l.say(words.Earlier, "date", c.l.day(signed.Time), "path", signed.Path)
		} else {
			c.l.say(words.NoRecord)
		}
	case hasSigned && c.l.visit.Walk.Lapsed():
		c.l.Say(sentence(guide.Closing.Stopped.Heading))
		c.l.blocks(guide.Closing.Stopped.Body)
		c.l.say(words.Earlier, "date", c.l.day(signed.Time), "path", signed.Path)
		c.l.say(words.Lapsed)
	case hasSigned:
		c.l.Say(sentence(guide.Closing.Signed.Heading))
		c.l.blocks(guide.Closing.Signed.Body)
		c.saved(signed)
	default:
		c.l.Say(sentence(guide.Closing.Stopped.Heading))
		c.l.blocks(guide.Closing.Stopped.Body)
		c.l.say(words.Undecided)
	}
	if c.l.visit.Private {
		c.l.mode()
	}
	c.takeAlong()
	c.l.say(words.Thanks)
}

// ofIntake says the last words of an intake, as it ended.
func (c *closing) ofIntake(hasSigned bool) {
	words, w := c.l.visit.Walk.Guide().Closing, c.l.visit.Walk
	section := words.Signed
	switch {
	case w.Ending() != walk.Undecided || !hasSigned:
		section = words.Stopped
	case w.Declined():
		section = words.NotSigned
	}
	c.l.Say(sentence(section.Heading))
	c.l.blocks(section.Body)
	c.l.say(c.l.words.Intake.ClosingRecord)
}

// saved says where the copy is and what comes next.
func (c *closing) saved(signed walk.Signed) {
	words := c.l.words.Summary
	c.l.say(words.Saved, "date", c.l.day(signed.Time))
	c.l.Say(words.Copy + ":")
	c.l.Say(signed.Readable())
	c.l.say(c.l.words.Plain.Beside)
	c.l.Say(words.Next + ":")
	c.l.list([]string{words.NextOne, words.NextTwo})
}

// takeAlong is what the member may want to take to their therapist.
func (c *closing) takeAlong() {
	words := c.l.words.Summary
	var talk, notes []string
	for _, statement := range c.l.visit.Walk.Guide().Commitment.Statements {
		if c.l.visit.Walk.Answer(statement.ID) == walk.TalkFirst {
			talk = append(talk, statement.Text)
		}
	}
	for _, n := range c.l.visit.Walk.Notes() {
		if c.l.intake() {
			break // they are the client's to show
		}
		notes = append(notes, n.Text)
	}
	if len(talk) > 0 {
		c.l.Say(words.TalkAbout)
		c.l.list(talk)
	}
	if len(notes) > 0 {
		c.l.Say(words.Notes)
		c.l.list(notes)
	}
}

func (c *closing) prompt() string {
	if c.l.intake() {
		return c.l.fill(c.l.words.Plain.AskSheetOn, "turn", c.l.words.Intake.ForBoth)
	}
	return c.l.fill(c.l.words.Plain.AskClosing)
}

func (c *closing) take(s said) bool {
	switch {
	case c.l.intake():
		if !s.empty() && s.command != goOn {
			return false
		}
		c.l.next(c.step)
	case s.command == signAgain, s.command == sign:
		if to, ok := c.l.visit.Walk.Find(walk.SignatureID); ok {
			if len(c.l.visit.Walk.Open()) > 0 {
				c.l.say(c.l.words.Plain.NeedAnswer)
				return true
			}
			c.l.jump(to)
		}
	case s.empty(), s.command == goOn:
		c.l.say(c.l.words.Plain.TheEnd)
	default:
		return false
	}
	return true
}

func (c *closing) choices()       {}
func (c *closing) more() []string { return []string{c.l.words.Plain.HelpSignAgain} }

// day says a date with the month's name: of one in digits, a screen reader
// speaks the dashes. Without twelve names it is in digits all the same.
func (l *Lines) day(t time.Time) string {
	months := strings.Split(l.words.Plain.Months, ",")
	if len(months) != 12 {
		return t.Format("2006-01-02")
	}
	return l.fill(l.words.Plain.Date, "day", t.Day(), "month", strings.TrimSpace(months[t.Month()-1]), "year", t.Year())
}
