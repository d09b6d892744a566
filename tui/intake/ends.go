package intake

import (
	"strings"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// Ending is the page on which an intake is ended before its end, with a record
// of what there is.
type Ending struct{}

// Sheet is the page as it is now.
func (e Ending) Sheet(w walk.Walk) Sheet {
	words := w.Guide().Words.Intake
	sheet := Sheet{Title: words.Title, Turn: words.ForClinician}
	sheet.head(words.End)
	sheet.say(words.EndLead)
	sheet.add(
		Item{ID: "stopped", Kind: Act, Label: words.EndStopped, Word: words.EndStopWord},
		Item{ID: "continued", Kind: Act, Label: words.EndContinued, Word: words.EndLaterWord},
	)
	return sheet
}

// Take ends the intake, and leads to where its record is saved.
func (e Ending) Take(_ walk.Walk, id, _ string) (Page, Deed) {
	ending := map[string]walk.Ending{"stopped": walk.EndStopped, "continued": walk.EndContinued}[id]
	if ending == walk.Undecided {
		return e, Deed{}
	}
	return e, Deed{Events: []walk.Event{{Kind: walk.End, Text: string(ending)}}, To: walk.CountersignID}
}

// countersignPage says what the record holds, and saves it.
type countersignPage struct {
	name   string
	notice string
}

func (p countersignPage) Sheet(w walk.Walk) Sheet {
	words, guide := w.Guide().Words, w.Guide()
	sheet := Sheet{Title: words.Intake.Title, Turn: words.Intake.ForClinician, Notice: p.notice, Care: p.notice != ""}
	sheet.head(words.Intake.Countersign)
	if w.Outcome() == walk.Undecided {
		sheet.say(words.Intake.OutcomeNone)
		sheet.Items = Ending{}.Sheet(w).Items
		return sheet
	}
	sheet.say(content.Fill(words.Intake.Outcome, "outcome", record.OutcomeWords(record.Outcome(w.Outcome()), words.Record)))
	group := ""
	if saved := saved(w); saved != "" {
		sheet.say(words.Intake.Saved)
		sheet.path(saved)
		group = words.Intake.SaveAgain
	} else {
		sheet.quiet(words.Intake.NotSavedYet)
	}
	p.contents(w, &sheet)
	meaning := guide.Commitment.Countersigning
	sheet.head(meaning.Heading)
	sheet.Body = append(sheet.Body, Part{Kind: Text, Blocks: meaning.Body})
	sheet.add(
		Item{ID: "name", Kind: Line, Group: group, Label: words.Intake.YourName, Text: p.name, Most: mostName},
		Item{ID: "sign", Kind: Act, Group: group, Label: words.Intake.Sign, Word: words.Intake.SignWord},
		Item{ID: "save", Kind: Act, Group: group, Label: words.Intake.Save, Word: words.Intake.SaveWord},
	)
	if group != "" {
		sheet.add(Item{ID: goOnID, Kind: GoOn, Label: words.Intake.GoOn})
	}
	return sheet
}

// contents lists what the record holds, and what it never does.
func (p countersignPage) contents(w walk.Walk, sheet *Sheet) {
	words := w.Guide().Words.Intake
	form, _ := w.Form()
	items := []string{content.Fill(words.RecordWhat, "reference", form.Reference)}
	var flagged []string
	for _, step := range w.Flagged() {
		flagged = append(flagged, heading(w, step))
	}
	if len(flagged) > 0 {
		items = append(items, content.Fill(words.RecordTopics, "topics", strings.Join(flagged, "; ")))
	}
	sheet.list(words.Record, items)
	sheet.say(words.RecordNever)
}

// saved is where the record is, as the intake is now; empty if there is none.
func saved(w walk.Walk) string {
	signed, _ := w.Saved()
	return signed.Path
}

func (p countersignPage) Take(w walk.Walk, id, text string) (Page, Deed) {
	p.notice = ""
	switch id {
	case goOnID:
		return p, onward(id)
	case "name":
		p.name = record.CleanName(text)
	case "sign":
		if p.name == "" {
			p.notice = w.Guide().Words.Intake.NeedName
			return p, Deed{}
		}
		return p, Deed{Save: true, Countersigner: p.name, Next: true}
	case "save":
		return p, Deed{Save: true, Next: true}
	default:
		_, deed := Ending{}.Take(w, id, text)
		return p, deed
	}
	return p, Deed{}
}

// copyPage offers the client a copy.
type copyPage struct{ folder, notice string }

func (p copyPage) Sheet(w walk.Walk) Sheet {
	words := w.Guide().Words.Intake
	sheet := Sheet{Title: words.Title, Turn: words.ForClient, Notice: p.notice, Care: p.notice != ""}
	sheet.head(words.Copy)
	path := saved(w)
	if path == "" {
		sheet.say(words.NotSavedYet)
		sheet.add(Item{ID: goOnID, Kind: GoOn, Label: words.GoOn})
		return sheet
	}
	sheet.say(words.CopyLead)
	sheet.say(words.CopyPage)
	sheet.path(strings.TrimSuffix(path, ".json") + ".html")
	sheet.add(
		Item{ID: "page", Kind: Act, Label: words.CopyPrint, Word: words.PrintWord},
		Item{ID: "none", Kind: Act, Label: words.CopyNone, Word: words.NoneWord},
		Item{ID: "folder", Kind: Line, Label: words.CopyFolder, Help: words.CopyHow, Text: p.folder, Most: 1000},
		Item{ID: "file", Kind: Act, Label: words.CopyFile, Word: words.FileWord},
	)
	return sheet
}

func (p copyPage) Take(w walk.Walk, id, text string) (Page, Deed) {
	p.notice = ""
	given := func(kind string) []walk.Event { return []walk.Event{{Kind: walk.CopyGiven, Text: kind}} }
	switch id {
	case goOnID:
		return p, onward(id)
	case "folder":
		p.folder = strings.TrimSpace(text)
	case "file":
		if p.folder == "" {
			p.notice = w.Guide().Words.Intake.NeedFolder
			return p, Deed{}
		}
		return p, Deed{Copy: true, Folder: p.folder, After: given(walk.CopyFile), Next: true}
	case "page":
		return p, Deed{After: given(walk.CopyPage), Next: true}
	case "none":
		return p, Deed{After: given(walk.CopyNone), Next: true}
	}
	return p, Deed{}
}

// clearingPage clears the machine, when that is chosen twice.
type clearingPage struct{ lines, sure bool }

func (p clearingPage) Sheet(w walk.Walk) Sheet {
	words := w.Guide().Words.Intake
	sheet := Sheet{Title: words.Title, Turn: words.ForClinician}
	sheet.head(words.Clear)
	if path := saved(w); path != "" {
		sheet.say(words.Saved)
		sheet.path(path)
	} else {
		sheet.say(words.NotSavedYet)
	}
	sheet.say(words.ClearLead)
	if p.lines {
		sheet.say(words.ClearLines)
	}
	if w.Outcome() == walk.EndContinued || saved(w) == "" {
		sheet.add(Item{ID: "keep", Kind: Act, Label: words.ClearKeep, Word: words.KeepWord})
	}
	item := Item{ID: "clear", Kind: Act, Label: words.ClearAct, Word: words.ClearWord}
	if p.sure {
		sheet.Notice, sheet.Care = words.ClearSure, true
		item = Item{ID: "clear now", Kind: Act, Label: words.ClearNow, Word: words.ClearNowW}
	}
	sheet.add(item)
	return sheet
}

func (p clearingPage) Take(_ walk.Walk, id, _ string) (Page, Deed) {
	switch id {
	case "clear":
		p.sure = true
	case "clear now":
		return p, Deed{Clear: true}
	case "keep":
		return p, Deed{Leave: true}
	}
	return p, Deed{}
}
