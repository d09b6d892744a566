package page

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/mypage"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

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
	sheet.Ends = !s.Intake()
	isLast := s.Stays && sheet.Ends // nobody hears what is still open behind the thanks
	sheet.say(sentences(
		when{s.Private, s.Traces()},
		when{isLast && !s.Private && !s.Served, s.Words().MyPage.CardHeard}, // with more, the traces would wait
		when{!isLast, words.Thanks},
	)...)
	if isLast {
		sheet.under(Part{Text: words.Thanks})
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
	earlier, where := s.SoFar(words.NoRecord, words.Earlier)
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

// SoFar says what came of signing, and where: none if nothing was signed, here of a record that is there.
func (s State) SoFar(none, here string) (said, path string) {
	signed, hasSigned := s.Walk.Signed()
	if path, unsure := s.Walk.Unsure(); unsure {
		return s.Fill(s.Words().Summary.Unsure, "path", path), path
	} else if !hasSigned {
		return none, ""
	}
	path = plain.Either(s.Served, "", readable(s))
	return orFound(s, s.Fill(here, "date", Day(s, signed.Time), "path", path)), path
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
	listed := plain.Some(s.Guide().Commitment.Statements, func(statement content.Statement) (Part, bool) {
		then, now := s.Walk.AnswerSigned(statement.ID), s.Walk.Answer(statement.ID)
		said := s.Fill(words.Summary.ChangedOne, "then", answerWords(words, then), "now", answerWords(words, now))
		return Part{Kind: ListItem, Text: statement.Text, Under: said, Mark: answerMark(now)}, then != now
	})
	if len(listed) > 0 {
		sheet.part(Heading, words.Summary.ChangedList)
		sheet.Body = append(sheet.Body, listed...)
	}
}

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

// sayWhere says something. A path at its end stands by itself, to be copied.
func (s *Sheet) sayWhere(said, path string) {
	before, found := strings.CutSuffix(said, path)
	if s.say(strings.TrimSpace(before)); found && path != "" {
		s.part(Path, path)
	}
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

// Answer tells a member who goes on that nothing comes behind.
func (p closing) Answer(s State, a Answer) (Page, Want) {
	p.notice = plain.Either(a.ID == GoOnID && !s.Intake(), s.Fill(s.Words().Summary.NoMore), "")
	return choose(p, s, a)
}

// mine is what a member may take along. Nothing of it is chosen beforehand.
type mine struct {
	chosen []string
	file   bool // also as a file to bring along
	said   Notice
}

// NewMyPage is the member's own page.
func NewMyPage() Page { return mine{} }

func (p mine) Show(s State) Sheet {
	words, parts := s.Words().MyPage, mypage.Parts(s.Walk)
	sheet := Sheet{Title: words.Title, Notice: p.said}
	switch {
	case s.Served:
	case s.Stays: // first of all, as its word leads here
		sheet.say(words.CardHeard)
	default:
		sheet.quiet(words.Card)
	}
	some, saves := len(parts) > 0, !s.Private && !s.Served
	sheet.say(sentences(
		when{!some, words.Empty},
		when{some, words.Lead},
		when{some, plain.Either(saves, words.LeadChoose, s.onlyHere())},
	)...)
	for _, part := range parts {
		sheet.list(part.Heading, part.Lines)
	}
	if !some || !saves {
		sheet.goesOn(s.Words().Keys.Back, Close{})
		return sheet
	}
	for _, part := range parts {
		toggled := mine{chosen: toggled(p.chosen, part.ID), file: p.file}
		sheet.group(words.Choose, Item{ID: part.ID, Kind: Tick, Label: part.Heading, On: slices.Contains(p.chosen, part.ID), becomes: toggled})
	}
	ids := plain.Each(parts, func(p mypage.Part) string { return p.ID })
	if _, holdsAny := mypage.NewFile(s.Walk, ids); holdsAny {
		other := mine{chosen: p.chosen, file: !p.file}
		sheet.add(Item{ID: "file", Kind: Tick, Label: words.File, Help: words.FileHow, On: p.file, becomes: other})
	}
	save := act("save", words.Save, words.SaveWord, nil)
	save.Help = s.Fill(words.Where, "folder", plain.Printable(s.Folder, "?"))
	sheet.add(save)
	return sheet
}

// onlyHere says that nothing is saved from here, and what was saved before.
func (s State) onlyHere() string {
	if s.Private && s.Paged {
		return s.Words().MyPage.PrivateNow + " " + s.pagesStay()
	}
	return s.Words().MyPage.Private
}

func (p mine) Answer(s State, a Answer) (Page, Want) {
	if a.ID != "save" {
		return choose(p, s, a)
	}
	if len(p.chosen) == 0 {
		p.said = Notice{Text: s.Words().MyPage.None, Care: true}
		return p, nil
	}
	if _, holdsAny := mypage.NewFile(s.Walk, p.chosen); p.file && !holdsAny {
		p.said = Notice{Text: s.Fill(s.Words().MyPage.FileNothing, "file", s.Words().MyPage.File), Care: true}
		return p, nil
	}
	return p, SaveMyPage{Parts: p.chosen, File: p.file}
}
