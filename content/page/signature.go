package page

import (
	"errors"
	"strings"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// The items of the signing page that others lead to.
const (
	nameID   = "name"
	folderID = "folder"
	signID   = "sign"
	// offerID stands before the id of what may be added to the record.
	offerID = "offer "
)

// mostFolder is how many letters a folder may have.
const mostFolder = 1000

// signature is the page on which one signs, or does not.
type signature struct {
	name, folder string
	notice       Notice
}

func newSignature(s State) Page { return signature{name: s.Walk.Name(), folder: s.Folder} }

func (p signature) Show(s State) Sheet {
	words, chapters := s.Words(), s.Walk.Chapters()
	sheet := Sheet{
		Title: s.Walk.ChapterTitle(chapters), Chapter: chapters,
		Place: words.Pledge.AtSign, State: words.Pledge.Unsigned, Binding: true,
		Notice: p.notice,
	}
	if p.name == "" {
		sheet.Ask = nameID
	}
	p.body(s, &sheet)
	p.offers(s, &sheet)
	how := words.Intake.SignHow
	if !s.Intake() {
		how = words.Pledge.NameHow
		sheet.add(Item{ID: folderID, Kind: Line, Label: words.Pledge.Folder, Help: words.Pledge.FolderHow, Text: p.folder, Most: mostFolder})
	}
	sheet.add(
		Item{ID: nameID, Kind: Line, Label: words.Pledge.Name, Help: how, Text: p.name, Most: record.MaxName},
		Item{ID: signID, Kind: Act, Group: words.Pledge.BothFine, Label: words.Pledge.Sign, Word: content.Spellings(words.Command.Sign)[0]},
		Item{ID: string(Decline), Kind: Act, Group: words.Pledge.BothFine, Label: words.Pledge.NotSign, Word: content.Spellings(words.Command.DoNotSign)[0]},
	)
	sheet.move(Decline)
	return sheet
}

// body is what would be signed, word for word, what that means, and what goes
// into the record.
func (p signature) body(s State, sheet *Sheet) {
	words, commitment := s.Words(), s.Guide().Commitment
	if s.Private && p.folder != "" {
		// First of all: where a page is heard, a name may be given before its end.
		sheet.say(s.Fill(words.Pledge.Trace, "folder", p.folder))
	}
	if signed, ok := s.Walk.Signed(); ok && !s.Intake() {
		sheet.say(s.Fill(words.Pledge.Signed, "date", day(s, signed.Time), "path", signed.Path))
	}
	sheet.head(words.Pledge.Statements)
	sheet.say(words.Pledge.Lead)
	for _, statement := range commitment.Statements {
		answer := s.Walk.Answer(statement.ID)
		// Both are said in the first person: by ear they would be one.
		said := s.Fill(words.Plain.YourAnswer, "answer", answerWords(words, answer))
		sheet.Body = append(sheet.Body, Part{Kind: ListItem, Text: statement.Text, Under: said, Mark: answerMark(answer)})
	}
	sheet.section(commitment.Signing.Heading, commitment.Signing.Body)
	sheet.head(words.Record.TakeBack)
	sheet.say(words.Record.TakeBackHow)
	sheet.list(words.Pledge.Record, recorded(s))
	sheet.say(words.Pledge.RecordNever)
}

// recorded is what goes into the record.
func recorded(s State) []string {
	words := s.Words()
	run := []string{words.Pledge.RecordRun}
	if s.Intake() {
		run = []string{words.Intake.SignRecord, words.Intake.SignEither}
	}
	all := []string{
		words.Pledge.RecordName, words.Pledge.RecordDate, words.Pledge.RecordWords,
		s.Fill(words.Pledge.RecordText, "revision", s.Guide().Revision),
	}
	all = append(all, run...)
	return append(all, words.Pledge.RecordParts+" "+strings.Join(record.PartNames(s.Walk), "; "))
}

// offers are notes and thoughts, none of which goes in unless it is ticked. In
// an intake they are covered until then.
func (p signature) offers(s State, sheet *Sheet) {
	for _, offer := range record.Offers(s.Walk) {
		item := Item{ID: offerID + offer.ID, Kind: Tick, Group: s.Words().Pledge.Offers, Label: oneLine(offer.Text), On: s.Walk.Included(offer.ID)}
		if s.Walk.Covers() && !item.On {
			item.Label = s.Words().Intake.CoveredChoose
		}
		sheet.add(item)
	}
}

// oneLine is what a reader wrote or ticked, as a label has it.
func oneLine(text string) string { return strings.ReplaceAll(text, "\n", "; ") }

// Answer fills in, signs, or chooses not to.
func (p signature) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	if id, ok := strings.CutPrefix(a.ID, offerID); ok {
		return p, Do{Events: []walk.Event{{Kind: walk.Include, Subject: id, Yes: !s.Walk.Included(id)}}}
	}
	switch a.ID {
	case folderID:
		p.folder = strings.TrimSpace(a.Text)
	case nameID:
		if p.name = record.CleanName(a.Text); p.name != "" {
			p.notice.Text = s.Fill(s.Words().Pledge.NameIs, "name", p.name)
		}
	case signID:
		return p.sign(s)
	case string(Decline):
		return p, Do{Events: []walk.Event{{Kind: walk.Decline}}, Next: true}
	case GoOnID:
		p.notice.Text = s.Words().Pledge.BothFine
	}
	return p, nil
}

// sign asks for the record, or says what is missing for it.
func (p signature) sign(s State) (Page, Want) {
	words := s.Words().Pledge
	switch {
	case len(s.Walk.Open()) > 0:
		p.notice = Notice{Text: s.Fill(words.AnswersFirst), Care: true}
	case p.name == "":
		p.notice = Notice{Text: s.Fill(words.NameFirst), Care: true, At: nameID}
	case s.Intake(): // the name waits for the clinician's part
		return p, Do{Events: []walk.Event{{Kind: walk.NameTyped, Text: p.name}}, Next: true}
	case p.folder == "":
		p.notice = Notice{Text: words.NeedFolder, Care: true, At: folderID}
	default:
		return p, Sign{Name: p.name, Folder: p.folder}
	}
	return p, nil
}

// Became says why the record could not be saved, at what can be changed.
func (p signature) Became(s State, err error) Page {
	words := s.Words().Pledge
	switch {
	case err == nil:
	case errors.Is(err, record.ErrNoName):
		p.name, p.notice = "", Notice{Text: s.Fill(words.NameFirst), Care: true, At: nameID}
	case errors.Is(err, walk.ErrOpen):
		p.notice = Notice{Text: s.Fill(words.AnswersFirst), Care: true}
	default:
		reason := s.Fill(words.Failed, "error", strings.TrimRight(content.Reason(err), "."))
		p.notice = Notice{Text: reason, Care: true, At: folderID}
	}
	return p
}
