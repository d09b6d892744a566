package page

import (
	"slices"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// talk is what the two may want to come back to. Notes and thoughts are covered until
// the client shows them, one by one; a mark can be taken away here as well.
type talk struct {
	clinicianReads
	shown    []string // the ids of notes and thoughts
	unmarked []string // the keys of pages whose mark was taken away here
}

// markID and topicID stand before the key of a page, so that no note has the same id.
const (
	markID  = "mark "
	topicID = "topic "
)

func (p talk) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForBoth, words.Talk)
	sheet.say(words.TalkLead)
	if form, _ := s.Walk.Form(); form.Parts == walk.TalkOnly || len(form.Read) > 0 {
		sheet.say(words.HomeQuestion)
	}
	for _, step := range s.Walk.Topics() {
		topic := Item{ID: topicID + step.ID, Kind: Row, Label: stepName(s.Walk, step), Opens: true, wants: OnTop{NewReading(step.ID, "")}}
		sheet.group(words.TalkTopics, topic)
	}
	p.marks(s, &sheet)
	if len(sheet.Items) == 0 {
		sheet.say(words.TalkNothing)
	}
	for i, offer := range record.Offers(s.Walk) {
		changed, on := p, slices.Contains(p.shown, offer.ID)
		changed.shown = toggled(p.shown, offer.ID)
		// The items are numbered as they stand: a label has no number of its own.
		sheet.group(plain.Either(offer.ID == walk.AimID, words.Aim, s.Words().Notes.Title), Item{
			ID: offer.ID, Kind: Tick, Label: plain.Either(on, plain.Strung(offer.Text), words.CoveredShow), On: on,
			Help: plain.Either(i == 0, words.TalkNotes, ""), Theirs: true, becomes: changed,
		})
	}
	sheet.goesOn(words.GoOn, Do{Next: true})
	return sheet
}

func (p talk) marks(s State, sheet *Sheet) {
	words := s.Words().Intake
	for i, step := range marked(s.Walk, p.unmarked) {
		key, changed := step.Key(), p
		if !slices.Contains(p.unmarked, key) {
			changed.unmarked = append(slices.Clone(p.unmarked), key)
		}
		sheet.group(words.TalkFlagged, Item{
			ID: markID + key, Kind: Tick, Label: stepName(s.Walk, step), On: s.Walk.IsFlagged(key),
			Help: plain.Either(i == 0, words.TalkUnmark, ""), wants: Do{Events: toggle(s.Walk, step)}, becomes: changed,
		})
	}
}

// marked are the pages that are marked, and behind them those that were until
// now. A section and its questions have one name, and are there once.
func marked(w walk.Walk, unmarked []string) []walk.Step {
	all := w.Flagged()
	for _, key := range unmarked {
		if step, ok := w.Find(key); ok {
			all = append(all, step)
		}
	}
	var names []string
	return slices.DeleteFunc(all, func(step walk.Step) bool {
		name := stepName(w, step)
		again := slices.Contains(names, name)
		names = append(names, name)
		return again
	})
}

// toggle takes the marks of all pages with a name away, or marks one again.
func toggle(w walk.Walk, step walk.Step) []walk.Event {
	if !w.IsFlagged(step.Key()) {
		return []walk.Event{{Kind: walk.Flag, Subject: step.Key(), Yes: true}}
	}
	return plain.Some(w.Flagged(), func(other walk.Step) (walk.Event, bool) {
		return walk.Event{Kind: walk.Flag, Subject: other.Key()}, stepName(w, other) == stepName(w, step)
	})
}

func (p talk) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

// NewEnding is where an intake is ended early, with a record of what there is.
func NewEnding() Page { return clinicians{simple: ending} }

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

// countersign says what the record holds, and saves it.
type countersign struct {
	clinicianReads
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
	group := plain.Either(saved(s, &sheet), words.Intake.SaveAgain, "")
	contents(s, &sheet)
	sheet.Ask = plain.Either(p.name == "", nameID, "")
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
	words, outcome, goIn := s.Words().Intake, s.Walk.Outcome(), s.Walk.AnswersGoIn()
	form, _ := s.Walk.Form()
	shown, now := s.Walk.FactsShown()
	isIn := func(o record.Offer) bool { return s.Walk.Included(o.ID) }
	topics := plain.Each(marked(s.Walk, nil), func(step walk.Step) string { return stepName(s.Walk, step) })
	sheet.list(words.Record, slices.Concat(sentences(
		when{true, s.Fill(words.RecordWhat, "reference", form.Reference)},
		when{outcome.IsSigned(), s.Fill(words.RecordName, "name", record.CleanName(s.Walk.Name()))},
		when{shown != "" && now, words.RecordFacts},
		when{shown != "" && !now, s.Fill(words.RecordFactsOf, "code", shown)},
		when{len(form.Read) > 0, words.RecordHome},
	), fromBefore(s, form), sentences(
		when{true, plain.Either(goIn, words.RecordAnswers, words.RecordWithheld)},
		when{!goIn && outcome.IsDecided(), words.RecordTick}, // who ends early does not come to that page
		when{slices.ContainsFunc(record.Offers(s.Walk), isIn), words.RecordOwn},
		when{len(topics) > 0, s.Fill(words.RecordTopics, "topics", strings.Join(topics, "; "))},
	)))
	sheet.say(words.RecordNever)
}

func (p countersign) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	item := p.Show(s).chosen(a.ID)
	switch {
	case item.ID == nameID:
		p.name, p.notice = typedName(s, a.Text, s.Words().Intake.YourNameIs)
	case item.ID == signID && p.name == "":
		p.notice = Notice{Text: s.Words().Intake.NeedName, Care: true, At: nameID}
		return p, nil
	}
	return p, item.wants
}

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
		p.folder, p.notice = typedFolder(s, a.Text, p.folder)
	case item.ID == "file" && p.folder == "":
		p.notice = Notice{Text: s.Words().Intake.NeedFolder, Care: true, At: folderID}
		return p, nil
	}
	return p, item.wants
}

// clearing clears the machine, when that is chosen twice.
func clearing(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClinician, words.Clear)
	isSaved := saved(s, &sheet)
	if s.Stays {
		sheet.say(words.ClearStays, plain.Either(s.Clears, words.ClearWindow, words.ClearLines))
	} else {
		sheet.say(words.ClearLead)
	}
	if s.Walk.Outcome() == walk.EndContinued || !isSaved {
		sheet.add(act("keep", words.ClearKeep, words.KeepWord, PutAway{}))
	}
	clears := act("clear", words.ClearAct, words.ClearWord, ClearIntake{})
	if s.asks(&clears) {
		clears.ID, clears.Label = "clear now", words.ClearNow
		sheet.Notice = Notice{Text: words.ClearSure, Care: true}
	}
	sheet.add(clears)
	return sheet
}
