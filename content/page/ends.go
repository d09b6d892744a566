package page

import (
	"slices"
	"strings"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// ending is where an intake is ended before its end, with a record of what
// there is.
type ending struct{}

// NewEnding is where an intake is ended early.
func NewEnding() Page { return ending{} }

func (p ending) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClinician, words.End)
	sheet.say(words.EndLead)
	sheet.add(
		Item{ID: "stopped", Kind: Act, Label: words.EndStopped, Word: words.EndStopWord},
		Item{ID: "continued", Kind: Act, Label: words.EndContinued, Word: words.EndLaterWord},
	)
	return sheet
}

// Answer ends the intake, and leads to where its record is saved.
func (p ending) Answer(s State, a Answer) (Page, Want) {
	as := map[string]walk.Ending{"stopped": walk.EndStopped, "continued": walk.EndContinued}[a.ID]
	to, ok := s.Walk.Find(walk.CountersignID)
	if as == walk.Undecided || !ok {
		return p, nil
	}
	return p, Do{Events: []walk.Event{{Kind: walk.End, Text: string(as)}}, To: to}
}

// savedAt is where the record is, as the intake is now; empty if there is
// none.
func savedAt(w walk.Walk) string {
	signed, _ := w.Saved()
	return signed.Path
}

// saved says where the record is, if there is one.
func saved(s State, sheet *Sheet) bool {
	path, words := savedAt(s.Walk), s.Words().Intake
	if path == "" {
		sheet.say(words.NotSavedYet)
		return false
	}
	sheet.say(words.Saved)
	sheet.path(path)
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
		sheet.Items = ending{}.Show(s).Items
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
	meaning := s.Guide().Commitment.Countersigning
	sheet.section(meaning.Heading, meaning.Body)
	sheet.add(
		Item{ID: nameID, Kind: Line, Group: group, Label: words.Intake.YourName, Text: p.name, Most: record.MaxName, Name: true},
		Item{ID: signID, Kind: Act, Group: group, Label: words.Intake.Sign, Word: words.Intake.SignWord},
		Item{ID: "save", Kind: Act, Group: group, Label: words.Intake.Save, Word: words.Intake.SaveWord},
	)
	if group != "" {
		sheet.goesOn(words.Intake.GoOn)
	}
	return sheet
}

// contents lists what the record holds, and what it never does.
func contents(s State, sheet *Sheet) {
	words := s.Words().Intake
	form, _ := s.Walk.Form()
	items := []string{s.Fill(words.RecordWhat, "reference", form.Reference)}
	var flagged []string
	for _, step := range s.Walk.Flagged() {
		if name := stepName(s.Walk, step); !slices.Contains(flagged, name) {
			flagged = append(flagged, name)
		}
	}
	if len(flagged) > 0 {
		items = append(items, s.Fill(words.RecordTopics, "topics", strings.Join(flagged, "; ")))
	}
	sheet.list(words.Record, items)
	sheet.say(words.RecordNever)
}

// Answer saves the record, with a countersignature or without one.
func (p countersign) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	if s.Walk.Outcome() == walk.Undecided {
		_, want := ending{}.Answer(s, a)
		return p, want
	}
	switch a.ID {
	case nameID:
		p.name = record.CleanName(a.Text)
	case signID:
		if p.name == "" {
			p.notice = Notice{Text: s.Words().Intake.NeedName, Care: true, At: nameID}
			return p, nil
		}
		return p, SaveRecord{Countersigner: p.name}
	case "save":
		return p, SaveRecord{}
	case GoOnID:
		if savedAt(s.Walk) != "" {
			return p, onward(a)
		}
	}
	return p, nil
}

// clientCopy offers the client a copy.
type clientCopy struct {
	folder string
	notice Notice
}

func (p clientCopy) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClient, words.Copy)
	path := savedAt(s.Walk)
	if path == "" {
		sheet.say(words.NotSavedYet)
		sheet.goesOn(words.GoOn)
		return sheet
	}
	sheet.Notice = p.notice
	sheet.say(words.RecordSaved)
	sheet.say(words.CopyLead)
	sheet.say(words.CopyPage)
	sheet.path(strings.TrimSuffix(path, ".json") + ".html")
	sheet.add(
		Item{ID: "page", Kind: Act, Label: words.CopyPrint, Word: words.PrintWord},
		Item{ID: "none", Kind: Act, Label: words.CopyNone, Word: words.NoneWord},
		Item{ID: folderID, Kind: Line, Label: words.CopyFolder, Help: words.CopyHow, Text: p.folder, Most: mostFolder},
		Item{ID: "file", Kind: Act, Label: words.CopyFile, Word: words.FileWord},
	)
	return sheet
}

// Answer says which copy the client gets, and goes on.
func (p clientCopy) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	given := func(kind string) Do {
		return Do{Events: []walk.Event{{Kind: walk.CopyGiven, Text: kind}}, Next: true}
	}
	switch a.ID {
	case GoOnID:
		if savedAt(s.Walk) == "" {
			return p, onward(a)
		}
	case folderID:
		p.folder = strings.TrimSpace(a.Text)
	case "file":
		if p.folder == "" {
			p.notice = Notice{Text: s.Words().Intake.NeedFolder, Care: true, At: folderID}
			return p, nil
		}
		return p, GiveCopy{Folder: p.folder}
	case "page":
		return p, given(walk.CopyPage)
	case "none":
		return p, given(walk.CopyNone)
	}
	return p, nil
}

// clearing clears the machine, when that is chosen twice.
type clearing struct{ sure bool }

func (p clearing) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClinician, words.Clear)
	isSaved := saved(s, &sheet)
	if s.Stays {
		sheet.say(words.ClearStays)
		sheet.say(words.ClearLines)
	} else {
		sheet.say(words.ClearLead)
	}
	if s.Walk.Outcome() == walk.EndContinued || !isSaved {
		sheet.add(Item{ID: "keep", Kind: Act, Label: words.ClearKeep, Word: words.KeepWord})
	}
	item := Item{ID: "clear", Kind: Act, Label: words.ClearAct, Word: words.ClearWord}
	if p.sure {
		item = Item{ID: "clear now", Kind: Act, Label: words.ClearNow, Word: words.ClearNowWord}
		sheet.Notice = Notice{Text: words.ClearSure, Care: true}
	}
	sheet.add(item)
	return sheet
}

// Answer asks once more, and then clears; the question is not asked again by
// that. Whatever else is answered in between takes the first answer back.
func (p clearing) Answer(_ State, a Answer) (Page, Want) {
	sure := p.sure
	p.sure = a.ID == "clear"
	switch {
	case a.ID == "clear now" && sure:
		return p, ClearIntake{}
	case a.ID == "keep":
		return p, PutAway{}
	}
	return p, nil
}

// Forget forgets what was chosen once.
func (p clearing) Forget() Page { return clearing{} }
