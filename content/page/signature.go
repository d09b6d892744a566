package page

import (
	"cmp"
	"slices"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// The items of the signing page that others lead to.
const (
	nameID   = "name"
	folderID = "folder"
	signID   = "sign"
	changeID = "change"
	// offerID stands before the id of what may be added to the record.
	offerID = "offer "
	// answerID stands before the id of a statement without an answer.
	answerID = "answer "
)

func nameLine(id, label, help, name string) Item {
	return Item{ID: id, Kind: Line, Label: label, Help: help, Text: name, Most: record.MaxName, Name: true}
}

func folderLine(label, help, folder string) Item {
	return Item{ID: folderID, Kind: Line, Label: label, Help: help, Text: folder, Most: mostFolder, Whole: true}
}

// signature is the page on which one signs, or does not.
type signature struct {
	name, folder string
	asked        string // a name of which it was asked whether it is one
	notice       Notice
}

// Signs is what stands in its lines.
func (p signature) Signs() Sign { return Sign{p.name, p.folder} }

func (p signature) Show(s State) Sheet {
	words, chapters, d := s.Words(), s.Walk.Chapters(), stands(s)
	sheet := Sheet{
		Title: s.Walk.ChapterTitle(chapters), Chapter: chapters,
		Place: words.Pledge.AtSign, State: cmp.Or(d.state, words.Pledge.Unsigned), Binding: true,
		Notice: p.notice,
	}
	p.body(s, &sheet, d)
	if s.Served && !s.Invited { // it can only be read
		sheet.offerInvitation(s)
		sheet.goesOn(words.Keys.GoOn, Do{Next: true})
		return sheet
	}
	if !d.closed {
		unanswered(s, &sheet)
	}
	p.offers(s, &sheet)
	if s.Intake() && d.name == "" { // signed, the record has them
		sheet.add(goesIn(s, walk.AnswersID, words.Intake.SignAnswers))
	}
	if d.closed {
		anew := Do{Events: []walk.Event{{Kind: walk.End}, {Kind: walk.NameTyped}}}
		sheet.add(act(changeID, words.Pledge.Change, words.Pledge.ChangeWord, anew))
	} else {
		p.choices(s, &sheet)
	}
	again := sheet.Ask != "" && s.Walk.Declined() && !s.Stays // the key to read on would not sign once more
	if d.made && (d.closed || p.name == "") && !again {       // with a name that was typed, it would look signed
		_, saved := s.Walk.Signed()
		n := len(s.Walk.Open())
		sheet.goesOn(words.Keys.GoOn, Do{Next: true, Said: inOne(
			when{saved && !s.Intake(), words.Pledge.NothingNew}, // the page it leads to reads as after signing
			when{n > 0 && !s.Intake(), s.Fill(s.count(n, words.Pledge.StillUnanswered))},
		)})
	}
	return sheet
}

// Unnamed is a sheet that does not tell the name as it was before it is changed, nor
// asks for one that is being typed.
func (s Sheet) Unnamed() Sheet {
	s.Items = slices.Clone(s.Items)
	for i, item := range s.Items {
		s.Items[i].Label = cmp.Or(item.Bare, item.Label)
	}
	if !s.Notice.Care || s.Notice.At == nameID {
		s.Notice = Notice{}
	}
	return s
}

// unanswered are the promises without an answer, before all else that has a
// number: what is answered next must not take the place of something else.
func unanswered(s State, sheet *Sheet) {
	for _, statement := range s.Walk.Open() {
		to, _ := s.Walk.Find(statement.ID)
		n, of := s.Walk.Position(to)
		row := Item{ID: answerID + statement.ID, Kind: Row, Label: statement.Text, Mark: Open, wants: Go{to}}
		row.State = s.Fill(s.Words().Pledge.At, "n", n, "of", of)
		sheet.group(s.Words().Pledge.Unanswered, row)
	}
}

// choices are where to save, the name, to sign, and not to sign.
func (p signature) choices(s State, sheet *Sheet) {
	words := s.Words()
	sheet.Ask = plain.Either(p.name == "" && len(s.Walk.Open()) == 0, nameID, "")
	how, along := plain.Either(s.Intake(), words.Intake.SignHow, words.Pledge.NameHow), strings.Join(p.along(s), " ")
	signing := act(signID, words.Pledge.Sign, plain.Spellings(words.Command.Sign)[0], nil)
	if signing.Help = along; s.Stays { // it is signed by its word, once the name was asked for
		how, signing.Help = strings.TrimSpace(how+" "+along), ""
	}
	if p.name != "" { // which may be out of sight where it is signed
		signing.Bare, signing.Label = signing.Label, s.Fill(words.Pledge.SignAs, "name", p.name)
	}
	if s.Stays || p.name != "" || len(s.Walk.Open()) == 0 { // the name is asked for once each promise has an answer
		p.lines(s, sheet, how)
	}
	decline := plain.Spellings(words.Command.DoNotSign)[0]
	declines := Do{Events: []walk.Event{{Kind: walk.Decline}}, Next: true}
	sheet.group(words.Pledge.BothFine, signing, act(string(Decline), words.Pledge.NotSign, decline, declines))
	sheet.move(Move{Meaning: Decline})
}

// lines are where the record goes, and the name.
func (p signature) lines(s State, sheet *Sheet, how string) {
	words := s.Words().Pledge
	if !s.Intake() && !s.Served {
		where := s.bySurface(words.FolderTab, words.FolderHow) // as no arrow leads there
		sheet.add(folderLine(words.Folder, where, p.folder))
	}
	name := nameLine(nameID, words.Name, how, p.name)
	name.Mend = words.NameTab
	sheet.add(name)
}

// body is what would be signed or was, word for word, what that means, and what
// goes into the record.
func (p signature) body(s State, sheet *Sheet, d standing) {
	words := s.Words()
	p.foremost(s, sheet, d)
	sheet.say(d.says...)
	if d.path != "" {
		sheet.part(Path, d.path)
	}
	if others, seen := s.Walk.OtherFacts(); others && !seen && !d.closed { // nothing is signed that was never shown
		sheet.facts(s, words.Group.SaysNow, s.Guide().Facts)
	}
	statements(s, sheet, d)
	sheet.section(s.Guide().Commitment.Signing)
	sheet.part(Heading, words.Record.TakeBack)
	sheet.say(words.Record.TakeBackHow)
	sheet.list(words.Pledge.Record, recorded(s, d))
	sheet.say(words.Pledge.RecordNever)
}

// foremost is what stands before all else: where a page is heard, a name may be given
// before its end.
func (p signature) foremost(s State, sheet *Sheet, d standing) {
	words, isRead := s.Words(), s.Served && !s.Invited
	traces := !isRead && s.Private && p.folder != "" && !d.closed
	_, saved := s.Walk.Signed()
	trace := plain.Either(s.Paged || saved, words.Pledge.TraceElse, words.Pledge.Trace)
	sheet.say(sentences(
		when{isRead, words.Served.SignNeeds},
		when{traces && s.Paged, s.pagesStay()},
		when{traces, s.Fill(trace, "folder", p.folder)},
		when{s.Invited && s.Served && !traces && !d.closed, words.Served.Where},
		when{s.Shared && !d.closed, s.Fill(words.Pledge.Shared, "folder", s.Folder)},
		when{len(s.Walk.Open()) > 0 && !d.closed, words.Pledge.Waits},
	)...)
}

// statements are all promises, each with its answer.
func statements(s State, sheet *Sheet, d standing) {
	words := s.Words()
	heading, lead := words.Pledge.Statements, words.Pledge.Lead
	switch _, saved := s.Walk.Signed(); {
	case d.withheld:
		heading, lead = words.Pledge.Promises, words.Intake.LeadWithheld
	case d.closed:
		heading, lead = words.Pledge.Promises, words.Pledge.LeadDecided
	case s.Served && !s.Invited:
		lead = words.Served.SignLead
	case saved:
		lead = words.Pledge.LeadAnew
	}
	sheet.part(Heading, heading)
	sheet.say(lead)
	for _, statement := range s.Guide().Commitment.Statements {
		answer := s.Walk.Answer(statement.ID)
		// Both are said in the first person: by ear they would be one.
		said := s.Fill(words.Plain.YourAnswer, "answer", answerWords(words, answer))
		if statement.Foreign {
			said += " " + words.Practice.NotInThis
		}
		listed := Part{Kind: ListItem, Text: statement.Text, Under: said, Mark: answerMark(answer)}
		if to, ok := s.Walk.Find(statement.ID); ok && answer == walk.Unanswered && !d.closed {
			listed.ID, listed.leads = answerID+statement.ID, Go{to} // a click on it leads there
		}
		sheet.Body = append(sheet.Body, listed)
	}
}

// offers are notes and thoughts, none of which goes in unless it is ticked. In
// an intake they are covered until then.
func (p signature) offers(s State, sheet *Sheet) {
	for _, offer := range record.Offers(s.Walk) {
		item := goesIn(s, offer.ID, plain.Strung(offer.Text))
		if item.Theirs = true; s.Walk.Covers() && !item.On {
			item.Label = plain.Either(offer.ID == walk.AimID, s.Words().Intake.CoveredAim, s.Words().Intake.CoveredChoose)
		}
		sheet.group(s.Fill(s.Words().Pledge.MayTick), item)
	}
}

// goesIn is a tick for something that goes into the record with it alone.
func goesIn(s State, id, label string) Item {
	on := s.Walk.Included(id)
	wants := Do{Events: []walk.Event{{Kind: walk.Include, Subject: id, Yes: !on}}}
	return Item{ID: offerID + id, Kind: Tick, Label: label, On: on, wants: wants}
}

// along says before one signs what of the reader's own goes in, by its first
// words, and which other folder it goes to.
func (p signature) along(s State) []string {
	words := s.Words().Pledge
	own := plain.Some(record.Offers(s.Walk), func(offer record.Offer) (string, bool) {
		return "“" + shorten(plain.Strung(offer.Text)) + "”", s.Walk.Included(offer.ID)
	})
	elsewhere := !s.Intake() && !s.Served && p.folder != "" && p.folder != s.Folder
	return sentences(
		when{len(own) > 0, s.Fill(words.Along, "own", strings.Join(own, ", "))},
		when{elsewhere, s.Fill(words.OtherFolder, "folder", plain.Printable(p.folder, "?"))},
	)
}

func (p signature) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	if want, ok := typedCode(a); ok {
		return p, want
	}
	item, words := p.Show(s).chosen(a.ID), s.Words().Pledge
	switch {
	case a.ID == GoOnID && item.wants == nil:
		p.notice.Text = words.BothFine
	case item.ID == changeID:
		p.name, p.notice.Text = "", words.TakenBack
	case item.ID == folderID:
		p.folder, p.notice = typedFolder(s, a.Text, p.folder)
		p.folder = cmp.Or(p.folder, s.Folder) // without another it is the usual one
	case item.ID == nameID:
		_, saved := s.Walk.Signed()
		if a.Text == "" && p.name == "" { // Enter, which is the key to read on, too
			p.notice = Notice{Text: s.Fill(words.NameFirst), Care: true, At: nameID}
			break
		}
		p.name, p.notice = typedName(s, a.Text, plain.Either(saved, words.NameAnew, words.NameIs))
		if s.Stays && p.name != "" { // what is signed may have been heard long ago
			p.notice.Text = answersHeard(s) + p.notice.Text
		}
	case item.ID == signID:
		return p.sign(s)
	}
	return p, item.wants
}
