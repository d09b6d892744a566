package page

import (
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// standing is what was decided on the signing page before.
type standing struct {
	state string   // in short; empty if nothing was decided that still holds
	says  []string // about it, and about the record that there is
	path  string   // of the record, where it is here and to be seen
	name  string   // with which an intake was signed
	// made is set if one can go on, and closed if the decision has to be taken
	// back before another is made: in an intake, where somebody else holds the
	// keyboard next.
	made, closed bool
	// withheld is set if it was decided, and the answers do not go into the record.
	withheld bool
}

func stands(s State) standing {
	if s.Intake() {
		return standsInIntake(s)
	}
	words := s.Words()
	signed, hasSigned := s.Walk.Signed()
	d := standing{made: hasSigned || s.Walk.Declined()}
	switch declined := s.Walk.Declined(); {
	case declined && !hasSigned:
		d.state, d.says = words.Pledge.IsDeclined, []string{words.Pledge.DeclinedAlone}
	case declined:
		d.says = []string{words.Summary.NotAnew}
	}
	if hasSigned && !s.Walk.Lapsed() {
		is := plain.Either(s.Walk.Changed(), words.Pledge.IsChanged, words.Pledge.IsSigned)
		d.state = s.Fill(is, "date", Day(s, signed.Time))
	}
	if hasSigned {
		d.says = append(d.says, orFound(s, s.Fill(words.Pledge.SignedHeard, "date", Day(s, signed.Time))))
		if s.Record.IsHere() && !s.Stays && !s.Served {
			d.path = readable(s)
		}
		if s.Walk.Changed() {
			d.says = append(d.says, words.Pledge.ChangedSince)
		}
	}
	return d
}

func standsInIntake(s State) standing {
	words, outcome := s.Words(), s.Walk.Outcome()
	d := standing{made: outcome != walk.Undecided, closed: outcome != walk.Undecided}
	d.withheld = d.closed && !s.Walk.AnswersGoIn()
	date := Day(s, s.Walk.EndedAt())
	switch outcome {
	case walk.EndSigned, walk.EndSignedOpen:
		d.state, d.name = s.Fill(words.Pledge.IsSigned, "date", date), s.Walk.Name()
		d.says = []string{s.Fill(words.Pledge.SignedAs, "date", date, "name", d.name)}
	case walk.EndNotSigned:
		d.state, d.says = words.Pledge.IsDeclined, []string{words.Pledge.Declined}
	case walk.Undecided:
		if s.Walk.Lapsed() {
			d.says = []string{words.Intake.SignatureFell}
		}
	default:
		d.state = record.OutcomeWords(outcome, words.Record)
		d.says = []string{s.Fill(words.Intake.Outcome, "outcome", d.state)}
	}
	return d
}

// closing is the last page of the walk: what was saved and where, what comes
// next, and thanks. It is as warm to whoever chose not to sign.
type closing struct{ notice string }

// openID stands before the id of a question that is still open.
const openID = "open "

func (p closing) Show(s State) Sheet {
	words, last := s.Words().Summary, s.Guide().Closing
	sheet := Sheet{Title: last.Title, Chapter: s.Walk.Chapters(), Place: words.At}
	sheet.Notice = Notice{Text: p.notice, Care: p.notice != ""}
	decided(s, &sheet)
	takeAlong(s, &sheet)
	if s.Private {
		sheet.say(s.Traces())
	}
	if s.Stays && !s.Private && !s.Served && !s.Intake() { // with more, the traces would wait
		sheet.say(s.Words().MyPage.CardHeard)
	}
	if sheet.Ends = !s.Intake(); s.Stays && sheet.Ends { // nobody hears what is still open behind it
		sheet.under(Part{Text: words.Thanks})
	} else {
		sheet.say(words.Thanks)
	}
	if s.Intake() {
		sheet.goesOn(s.Words().Intake.GoOn, Do{Next: true})
		return sheet
	}
	if signed, ok := s.Walk.Signed(); ok && s.Record.IsHere() && !s.Served {
		sheet.add(Item{ID: "record", Kind: Row, Label: words.ReadRecord, wants: ReadRecord{signed.Path}})
	}
	for _, step := range s.Walk.StillOpen() {
		row := Item{ID: openID + step.ID, Kind: Row, Label: s.Walk.Question(step).Prompt, wants: Go{step}}
		sheet.group(words.StillOpen, row)
	}
	unanswered(s, &sheet)
	to, _ := s.Walk.Find(walk.SignatureID)
	sign := Move{Meaning: SignPage, Label: words.SignPage, wants: Go{to}}
	if _, ok := s.Walk.Signed(); ok && !s.Walk.Declined() {
		sign.Meaning, sign.Label = SignAgain, words.SignAgain
	}
	sheet.move(sign)
	sheet.move(Move{Meaning: MyPage, Label: s.Words().MyPage.Title, Listed: true})
	return sheet
}

// decided is the guide's last words, as the reader decided, and where the record is.
func decided(s State, sheet *Sheet) {
	words, last := s.Words().Summary, s.Guide().Closing
	signed, hasSigned := s.Walk.Signed()
	earlier, where := words.NoRecord, ""
	if path, unsure := s.Walk.Unsure(); unsure {
		earlier, where = s.Fill(words.Unsure, "path", path), path
	} else if hasSigned {
		where = readable(s)
		earlier = orFound(s, s.Fill(words.Earlier, "date", Day(s, signed.Time), "path", where))
	}
	switch {
	case s.Intake():
		decidedInIntake(s, sheet)
	case s.Walk.Declined() && hasSigned: // the guide's own words are of who has signed nothing
		sheet.sayWhere(earlier, where)
		sheet.part(Heading, last.NotSigned.Heading)
		sheet.say(words.NotAnew)
	case s.Walk.Declined():
		sheet.section(last.NotSigned)
		sheet.sayWhere(earlier, where)
	case hasSigned && s.Walk.Lapsed():
		sheet.section(last.Stopped)
		sheet.sayWhere(earlier, where)
		sheet.say(words.Lapsed)
	case hasSigned:
		changedSince(s, sheet)
		sheet.section(plain.Either(s.Walk.Changed(), last.Stopped, last.Signed))
		sheet.say(s.Fill(words.Saved, "date", Day(s, signed.Time)))
		savedAt(s, sheet)
	default:
		sheet.section(last.Stopped)
		sheet.say(plain.Either(s.Served && !s.Invited, s.Words().Served.Undecided, words.Undecided))
	}
}

// decidedInIntake has words of its own for who decided: the guide's are for a member,
// who can open it again. And whom to call is said before the client goes home.
func decidedInIntake(s State, sheet *Sheet) {
	words, last := s.Words(), s.Guide().Closing
	switch _, saved := s.Walk.Signed(); {
	case !saved || s.Walk.Ending() != walk.Undecided:
		sheet.section(last.Stopped)
	case s.Walk.Declined():
		sheet.part(Heading, last.NotSigned.Heading)
		sheet.say(words.Intake.ClosingNotSigned)
	default:
		sheet.part(Heading, last.Signed.Heading)
		sheet.say(words.Intake.ClosingSigned)
	}
	sheet.say(words.Intake.ClosingRecord)
	if all := content.Paragraphs(s.Guide().Help.Body); len(all) > 0 {
		sheet.say(all[0].Text)
	}
	if crisis := s.Guide().Card.Crisis; crisis != "" {
		sheet.say(plain.Fill(words.Print.Labelled, "label", words.Print.CardCrisis, "title", crisis))
	}
}

// changedSince says, before all else, that a record does not have what was changed
// since it was signed, and what it has instead.
func changedSince(s State, sheet *Sheet) {
	if !s.Walk.Changed() {
		return
	}
	words := s.Words()
	signed, _ := s.Walk.Signed()
	sheet.say(s.Fill(words.Summary.ChangedSince, "date", Day(s, signed.Time)))
	var listed []Part
	for _, statement := range s.Guide().Commitment.Statements {
		then, now := s.Walk.AnswerSigned(statement.ID), s.Walk.Answer(statement.ID)
		if then == now {
			continue
		}
		said := s.Fill(words.Summary.ChangedOne, "then", answerWords(words, then), "now", answerWords(words, now))
		listed = append(listed, Part{Kind: ListItem, Text: statement.Text, Under: said, Mark: answerMark(now)})
	}
	if len(listed) > 0 {
		sheet.part(Heading, words.Summary.ChangedList)
		sheet.Body = append(sheet.Body, listed...)
	}
}

// savedAt says where the record is that was signed, and what comes next.
func savedAt(s State, sheet *Sheet) {
	words := s.Words().Summary
	next := []string{words.NextOne, words.NextTwo}
	found, path := s.Found("")
	switch {
	case s.Served:
	case s.Record == record.Here:
		sheet.part(Heading, words.Copy)
		sheet.part(Path, path)
		sheet.say(words.Beside)
	default:
		sheet.say(found)
		sheet.part(Path, path)
		if !s.Record.IsHere() {
			next = []string{words.NextAgain}
		}
	}
	sheet.list(words.Next, next)
}

// sayWhere says something that may end with a path, which then stands by itself, to be
// copied.
func (s *Sheet) sayWhere(said, path string) {
	before, found := strings.CutSuffix(said, path)
	if s.say(strings.TrimSpace(before)); found && path != "" {
		s.part(Path, path)
	}
}

// readable is the path of what there is to read of the record.
func readable(s State) string {
	_, path := s.Found("")
	return path
}

// orFound is what is said of a record that is here, or else how it was found to be.
func orFound(s State, here string) string {
	if s.Record.IsHere() {
		return here
	}
	signed, _ := s.Walk.Signed()
	said, path := s.Found("")
	return s.Fill(s.Words().Summary.Saved, "date", Day(s, signed.Time)) + " " + said + " " + path
}

// takeAlong is what the member may want to take to their therapist: promises
// to talk about, those that were not agreed to, and their own notes. In an
// intake the notes are the client's to show.
func takeAlong(s State, sheet *Sheet) {
	said := map[walk.Answer][]string{}
	for _, statement := range s.Guide().Commitment.Statements {
		answer := s.Walk.Answer(statement.ID)
		said[answer] = append(said[answer], statement.Text)
	}
	sheet.list(s.Words().Summary.TalkAbout, said[walk.TalkFirst])
	sheet.list(s.Words().Summary.NotAgreed, said[walk.NotNow])
	if !s.Walk.Covers() {
		sheet.list(s.Words().Summary.Notes, plain.Each(s.Walk.Notes(), func(n walk.Note) string { return n.Text }))
	}
}

// NewRecord is a record as its copy to read says it, to be read in between.
func NewRecord(a record.Record) Page {
	return simple(func(s State) Sheet {
		sheet := Sheet{Title: s.Words().Record.Title, Passing: true}
		for _, line := range record.Lines(a, s.Words()) {
			switch {
			case line.Heading:
				sheet.part(Heading, line.Text)
			case line.Item:
				sheet.Body = append(sheet.Body, Part{Kind: ListItem, Text: line.Text, Under: line.Under})
			default:
				sheet.say(line.Text)
			}
		}
		return sheet
	})
}

// Answer leads to a question that is still open, or to the signing page. Going
// on ends here, but in an intake.
func (p closing) Answer(s State, a Answer) (Page, Want) {
	p.notice = plain.Either(a.ID == GoOnID && !s.Intake(), s.Fill(s.Words().Summary.NoMore), "")
	return choose(p, s, a)
}
