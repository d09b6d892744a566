package page

import (
	"strings"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// NewEnding is where an intake is ended early, with a record of what there is.
func NewEnding() Page { return clinicians(ending) }

func ending(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClinician, words.End)
	sheet.say(words.EndLead)
	to, _ := s.Walk.Find(walk.CountersignID)
	as := func(end walk.Ending) Do {
		return Do{Events: []walk.Event{{Kind: walk.End, Text: string(end)}}, To: to}
	}
	sheet.add(act("stopped", words.EndStopped, words.EndStopWord, as(walk.EndStopped)),
		act("continued", words.EndContinued, words.EndLaterWord, as(walk.EndContinued)))
	return sheet
}

// saved says where the record is, as the intake is now, or that there is none.
func saved(s State, sheet *Sheet) bool {
	signed, ok := s.Walk.Saved()
	if !ok {
		sheet.say(s.Words().Intake.NotSavedYet)
		return false
	}
	said := s.Words().Intake.Saved
	if !s.Record.IsHere() {
		said, _ = s.Found("")
	}
	sheet.say(said)
	sheet.part(Path, signed.Path)
	return true
}

// countersign says what the record holds, and saves it.
type countersign struct {
	name   string
	notice Notice
}

func (p countersign) Show(s State) Sheet {
	words, outcome := s.Words(), s.Walk.Outcome()
	sheet := inIntake(s, words.Intake.ForClinician, words.Intake.Countersign)
	sheet.Binding = true
	if outcome == walk.Undecided {
		sheet.say(words.Intake.OutcomeNone)
		saved(s, &sheet)
		sheet.Items = ending(s).Items
		return sheet
	}
	sheet.Notice = p.notice
	sheet.say(s.Fill(words.Intake.Outcome, "outcome", record.OutcomeWords(outcome, words.Record)))
	group := ""
	if saved(s, &sheet) {
		group = words.Intake.SaveAgain
	}
	contents(s, &sheet)
	if p.name == "" {
		sheet.Ask = nameID
	}
	sheet.section(s.Guide().Commitment.Countersigning)
	sheet.group(group,
		nameLine(nameID, words.Intake.YourName, "", p.name),
		act(signID, words.Intake.Sign, words.Intake.SignWord, SaveRecord{p.name}),
		act("save", words.Intake.Save, words.Intake.SaveWord, SaveRecord{}))
	if group != "" {
		sheet.goesOn(words.Intake.GoOn, Do{Next: true})
	}
	return sheet
}

// contents lists what the record holds, and what it never does.
func contents(s State, sheet *Sheet) {
	words := s.Words().Intake
	form, _ := s.Walk.Form()
	items := []string{s.Fill(words.RecordWhat, "reference", form.Reference)}
	var topics []string
	for _, step := range marked(s.Walk, nil) {
		topics = append(topics, stepName(s.Walk, step))
	}
	if len(topics) > 0 {
		items = append(items, s.Fill(words.RecordTopics, "topics", strings.Join(topics, "; ")))
	}
	sheet.list(words.Record, items)
	sheet.say(words.RecordNever)
}

func (p countersign) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	item := p.Show(s).chosen(a.ID)
	switch {
	case item.ID == nameID && isTorn(a.Text):
		p.name, p.notice = "", Notice{Text: s.Words().Pledge.NameTorn, Care: true, At: nameID}
	case item.ID == nameID:
		if p.name = record.CleanName(a.Text); p.name != "" {
			p.notice.Text = s.Fill(s.Words().Intake.YourNameIs, "name", p.name)
		}
	case item.ID == signID && p.name == "":
		p.notice = Notice{Text: s.Words().Intake.NeedName, Care: true, At: nameID}
		return p, nil
	}
	return p, item.wants
}

// clientCopy offers the client a copy.
type clientCopy struct {
	folder string
	notice Notice
}

func (p clientCopy) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClient, words.Copy)
	signed, ok := s.Walk.Saved()
	if !ok {
		sheet.say(words.NotSavedYet)
		sheet.goesOn(words.GoOn, Do{Next: true})
		return sheet
	}
	sheet.Notice = p.notice
	if said, path := s.Found(""); s.Record.IsHere() {
		sheet.say(words.RecordSaved, words.CopyLead, words.CopyPage)
		sheet.part(Path, strings.TrimSuffix(signed.Path, ".json")+".html")
	} else {
		sheet.say(said)
		sheet.part(Path, path)
	}
	given := func(kind string) Do {
		return Do{Events: []walk.Event{{Kind: walk.CopyGiven, Text: kind}}, Next: true}
	}
	sheet.add(act("page", words.CopyPrint, words.PrintWord, given(walk.CopyPage)),
		act("none", words.CopyNone, words.NoneWord, given(walk.CopyNone)),
		folderLine(words.CopyFolder, words.CopyHow, p.folder),
		act("file", words.CopyFile, words.FileWord, GiveCopy{p.folder}))
	return sheet
}

func (p clientCopy) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	item := p.Show(s).chosen(a.ID)
	switch {
	case item.ID == folderID:
		p.folder = strings.TrimSpace(a.Text)
	case item.ID == "file" && p.folder == "":
		p.notice = Notice{Text: s.Words().Intake.NeedFolder, Care: true, At: folderID}
		return p, nil
	}
	return p, item.wants
}

// clearing clears the machine, when that is chosen twice.
type clearing struct{ sure bool }

func (p clearing) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClinician, words.Clear)
	isSaved := saved(s, &sheet)
	if s.Stays {
		sheet.say(words.ClearStays, words.ClearLines)
	} else {
		sheet.say(words.ClearLead)
	}
	if s.Walk.Outcome() == walk.EndContinued || !isSaved {
		sheet.add(act("keep", words.ClearKeep, words.KeepWord, PutAway{}))
	}
	if p.sure {
		now := act("clear now", words.ClearNow, words.ClearNowWord, ClearIntake{})
		now.Sure = true
		sheet.add(now)
		sheet.Notice = Notice{Text: words.ClearSure, Care: true}
	} else {
		clears := act("clear", words.ClearAct, words.ClearWord, nil)
		clears.Asks = true
		sheet.add(clears)
	}
	return sheet
}

// Answer asks once more, and then clears; the question is not asked again by
// that. Whatever else is answered in between takes the first answer back.
func (p clearing) Answer(s State, a Answer) (Page, Want) {
	_, want := choose(p, s, a)
	return clearing{sure: a.ID == "clear"}, want
}

func (p clearing) Forget() Page { return clearing{} }
