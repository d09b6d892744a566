package page

import (
	"fmt"
	"slices"
	"strings"

	"firstsession/content/mypage"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// inIntake begins the sheet of a page that only an intake has.
func inIntake(s State, forWhom, heading string) Sheet {
	sheet := Sheet{Title: s.Words().Intake.Title, ForWhom: forWhom}
	sheet.part(Heading, heading)
	return sheet
}

// client tells the client what the clinician can see, and what is kept.
func client(s State) Sheet {
	words := s.Words().Intake
	sheet := inIntake(s, words.ForClient, words.Client)
	group, mark := s.Guide().Group, s.Words().Practice.NotInThis+" "
	switch lacks := group.Spoken.In(s.Guide().Language); {
	case slices.Contains(lacks, "group_name"): // the site, which stands behind it, as well
		group.Name = mark + group.Name
	case slices.Contains(lacks, "site_name"):
		group.Site = mark + group.Site
	}
	if name := groupName(s, group); name != "" {
		sheet.say(s.Fill(s.Words().Group.Is, "group", name))
	}
	sheet.say(words.ClientSees, words.ClientKept, words.ClientNever, words.ClientWhile,
		s.Fill(words.ClientWhere, "folder", s.Folder))
	if s.Shared {
		sheet.say(s.Fill(s.Words().Pledge.Shared, "folder", s.Folder))
	}
	reads := words.ClientReads
	for _, fact := range s.Guide().Facts {
		if fact.Key == "record_readers" {
			reads = s.Fill(words.ClientReadsTold, "text", plain.OneLine(told(s, fact)))
		}
	}
	form, _ := s.Walk.Form()
	sheet.say(reads, words.ClientSkip, plain.Either(form.IsAway(), words.ClientAway, words.ClientAlone))
	sheet.goesOn(words.GoOn, Do{Next: true})
	return sheet
}

// points lists the promises that were not agreed to, each to be answered again.
func points(s State) Sheet {
	words := s.Words()
	sheet := inIntake(s, words.Intake.ForBoth, words.Intake.Points)
	open := s.Walk.OpenPoints()
	if len(open) == 0 {
		sheet.say(words.Intake.PointsNone)
	} else {
		sheet.say(words.Intake.PointsLead)
	}
	// Marked while it was still to come, and agreed to since: it is none of these.
	sheet.list(words.Intake.TalkFlagged, plain.Some(s.Walk.Flagged(), func(step walk.Step) (string, bool) {
		return stepName(s.Walk, step), step.Kind == walk.Statement && s.Walk.Answer(step.ID) == walk.Agree
	}))
	for i, statement := range open {
		answer := s.Walk.Answer(statement.ID)
		help := s.Fill(words.Intake.PointAnswer, "answer", answerWords(words, answer))
		if statement.Needed {
			help += " " + words.Intake.Needed
		}
		to, _ := s.Walk.Find(statement.ID)
		sheet.add(Item{
			ID: statement.ID, Kind: Act, Group: statement.Text, Help: help, Mark: answerMark(answer),
			Label: plain.Either(answer == "", words.Intake.AnswerFirst, words.Intake.AnswerThis), Word: s.Fill(words.Intake.AnswerWord, "n", i+1), wants: Go{to},
		})
	}
	sheet.goesOn(words.Intake.GoOn, Do{Next: true})
	return sheet
}

// knownSays is what is to be known of a record beside how it ended.
func knownSays(k record.Known, s State) string {
	w := s.Words().Intake
	var said []string
	if k.TakenBack != "" {
		said = append(said, s.Fill(w.AgainTakenBack, "day", s.Words().Plain.Day(k.TakenBack)))
	}
	switch {
	case k.Corrected:
		said = append(said, s.Fill(w.AgainCorrected, "reference", k.Reference))
	case k.Reference != "":
		said = append(said, s.Fill(w.AgainReference, "reference", k.Reference))
	}
	if k.Folder != "" {
		said = append(said, s.Fill(w.AgainFolder, "folder", k.Folder))
	}
	return strings.Join(said, " ")
}

// again asks what an intake is to a record that has the same reference: what was
// signed says that a new record names the one whose place it takes.
type again struct {
	clinicianReads
	begin  BeginIntake
	known  []record.Known
	before Page // the form, as it was filled in
}

// NewAgain asks, before an intake begins, what it is to records that have its
// reference. Nothing is chosen beforehand.
func NewAgain(begin BeginIntake, known []record.Known, before Page) Page {
	begin.Sure = true
	return again{begin: begin, known: known, before: before}
}

const backID = "back to the form"

func (p again) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClinician, w.Again)
	sheet.say(s.Fill(w.AgainLead, "reference", p.begin.Form.Reference))
	for i, k := range p.known {
		instead := p.begin
		instead.Form.Supersedes = k.ID
		label := s.Fill(w.AgainInstead, "date", k.Date, "outcome", record.OutcomeWords(k.Outcome, s.Words().Record))
		item := act(k.ID, label, s.Fill(w.AgainInsteadWord, "n", i+1), instead)
		item.Help = knownSays(k, s)
		sheet.add(item)
	}
	sheet.add(act("other", w.AgainOther, w.AgainOtherWord, p.begin),
		act(backID, w.AgainBack, w.AgainBackWord, nil))
	return sheet
}

func (p again) Answer(s State, a Answer) (Page, Want) {
	if a.ID == backID {
		return p.before, nil
	}
	return choose(p, s, a)
}

// brought shows a client what the file holds that they brought, before anything of
// it is kept. Notes are covered, as everywhere in an intake.
type brought struct {
	begin  BeginIntake
	file   mypage.File // what the guide has of it
	other  int         // how much it has not
	shown  []int       // notes, counted from 0
	before Page        // the form, as it was filled in
}

// NewBrought asks a client whether an intake begins with what they brought.
func NewBrought(s State, begin BeginIntake, file mypage.File, before Page) Page {
	p := brought{begin: begin, before: before}
	p.file, p.other = file.In(s.Guide())
	p.begin.Brought, p.begin.Sure = "", true
	return p
}

func (p brought) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClient, w.BroughtTitle)
	sheet.say(w.BroughtLead)
	if read := record.ReadNames(s.Guide(), p.file.Read); len(read) > 0 {
		sheet.list(w.BroughtRead, read)
		sheet.say(w.BroughtReadHow)
	}
	var topics []string
	for _, id := range p.file.Topics {
		if step, ok := s.Walk.Find(id); ok {
			if name := stepName(s.Walk, step); !slices.Contains(topics, name) {
				topics = append(topics, name)
			}
		}
	}
	sheet.list(w.BroughtTopics, topics)
	if p.other > 0 {
		sheet.say(s.Fill(s.count(p.other, w.BroughtOther), "n", p.other))
	}
	for i, note := range p.file.Notes {
		changed := p
		changed.shown = toggled(p.shown, i)
		on := slices.Contains(p.shown, i)
		label := plain.Either(on, plain.Strung(note), w.CoveredShow)
		sheet.group(w.BroughtNotes, Item{ID: fmt.Sprint("note ", i+1), Kind: Tick, Label: label, On: on, becomes: changed})
	}
	with := p.begin
	with.Taken = p.file
	sheet.add(act("with", w.BroughtUse, w.BroughtUseWord, with), act("without", w.BroughtNot, w.BroughtNotWord, p.begin),
		act(backID, w.BroughtBack, w.AgainBackWord, nil))
	return sheet
}

func (p brought) Answer(s State, a Answer) (Page, Want) {
	if a.ID == backID {
		return p, BeforeIntake{p.before}
	}
	return choose(p, s, a)
}

// file is where a file is that the client brought: as it was typed, or said when
// the program was started.
func (p form) file(s State) string {
	if p.brought != nil {
		return *p.brought
	}
	return s.Brought
}
