package page

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/mypage"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// start offers the intakes that were cut off, and a new one.
type start struct {
	clinicianReads
	found []walk.Unfinished
	said  Notice
	asks  bool // said asks for what was chosen to be chosen once more
	form  form // as it was filled in before one came back from it
}

// NewStart is where an intake begins: the form, or first those that were cut
// off. Said is a word about what was done before; it may be empty.
func NewStart(found []walk.Unfinished, said string) Page {
	if len(found) == 0 && said == "" {
		return form{}
	}
	return start{found: found, said: Notice{Text: said}}
}

// unfinishedSays is whose an intake is, and how far.
func unfinishedSays(u walk.Unfinished, s State) string {
	w, group := s.Words().Intake, content.Group{}
	if at := slices.IndexFunc(s.Groups, func(g content.Group) bool { return g.ID == u.Group }); at >= 0 {
		group = s.Groups[at]
	}
	elsewhere := u.Folder != "" && u.Folder != s.Folder
	ended := u.Ended && !u.Saved
	closes := ended && u.Closes
	return inOne(
		when{u.Clinician != "", s.Fill(w.StartWith, "name", strings.TrimRight(u.Clinician, "."))},
		when{group.ID != "", s.Fill(w.StartGroup, "group", groupName(s, group))},
		when{ended, w.StartEnded},
		when{closes, w.StartCloses},
		when{!closes && u.Chapter != "", s.Fill(w.StartAt, "place", u.Chapter)},
		when{u.Saved && elsewhere, s.Fill(w.StartSavedIn, "folder", u.Folder)},
		when{u.Saved && !elsewhere, w.StartSaved},
		when{!u.Saved && u.Signed, plain.Either(u.Since, w.StartSignedSince, w.StartSigned)},
		when{!u.Saved && !u.Signed, plain.Either(u.Since, w.StartSince, w.StartUnsaved)},
		when{!u.Saved && elsewhere, s.Fill(w.StartFolder, "folder", u.Folder)},
	)
}

// The ids of what can be done with an intake stand before its own.
const (
	resumeID = "resume "
	deleteID = "delete "
)

func (p start) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClinician, w.Start)
	if !p.asks || s.Asked != "" {
		sheet.Notice = p.said
	}
	if len(p.found) > 0 {
		sheet.say(w.StartLead)
	}
	anew := p.form
	anew.found, anew.filled.Clinician = p.found, cmp.Or(anew.filled.Clinician, s.Before)
	sheet.add(act("new", w.New, w.NewWord, BeforeIntake{anew}))
	for i, u := range p.found {
		n := i + 1
		switch {
		case u.InUse:
			sheet.part(Quiet, s.Fill(w.InUse, "reference", u.Reference))
			continue
		case u.Damage != "":
			sheet.part(Quiet, s.Fill(w.Damaged, "reference", u.Reference, "error", u.Damage))
		default:
			id := resumeID + u.ID
			label := s.Fill(w.Resume, "reference", u.Reference, "date", u.Last.Format("2006-01-02 15:04"))
			resume := ResumeIntake{ID: u.ID, Sure: s.Asked == id}
			on := act(id, label, s.Fill(w.ResumeWord, "n", n), resume)
			on.Help, on.Sure = unfinishedSays(u, s), resume.Sure
			sheet.group(u.Reference, on)
		}
		erase := act(deleteID+u.ID, s.Fill(w.Delete, "reference", u.Reference), s.Fill(w.DeleteWord, "n", n), DeleteIntake{ID: u.ID})
		if s.asks(&erase) {
			erase.Label = s.Fill(w.DeleteSure, "reference", u.Reference)
			sheet.Notice = Notice{Text: s.Fill(w.DeleteAsk, "reference", u.Reference), Care: true}
		}
		sheet.group(u.Reference, erase)
	}
	return sheet
}

func (p start) Answer(s State, a Answer) (Page, Want) {
	p.said, p.asks = Notice{}, false
	return choose(p, s, a)
}

func (p start) Became(s State, err error) Page {
	if err != nil {
		p.said, p.asks = Notice{Text: s.Words().Reason(err), Care: true}, plain.IsA[OnceMore](err)
	}
	return p
}

// knownSays is what is to be known of a record beside how it ended.
func knownSays(k record.Known, s State) string {
	w := s.Words().Intake
	return inOne(
		when{k.TakenBack != "", s.Fill(w.AgainTakenBack, "day", s.Words().Plain.Day(k.TakenBack))},
		when{k.Corrected, s.Fill(w.AgainCorrected, "reference", k.Reference)},
		when{!k.Corrected && k.Reference != "", s.Fill(w.AgainReference, "reference", k.Reference)},
		when{k.Folder != "", s.Fill(w.AgainFolder, "folder", k.Folder)},
	)
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
		Item{ID: backID, Kind: Act, Label: w.AgainBack, Word: w.AgainBackWord, becomes: p.before})
	return sheet
}

func (p again) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

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
		act(backID, w.BroughtBack, w.AgainBackWord, BeforeIntake{p.before}))
	return sheet
}

func (p brought) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }
