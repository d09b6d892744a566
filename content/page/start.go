package page

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// start offers the intakes that were cut off, and a new one.
type start struct {
	clinicianReads
	twice
	found []walk.Unfinished
	said  Notice
	form  form // as it was filled in before one came back from it
}

// NewStart is where an intake begins: the form, or first those that were cut
// off. Said is a word about what was done before; it may be empty.
func NewStart(found []walk.Unfinished, said string) Page {
	if len(found) == 0 && said == "" {
		return NewForm()
	}
	return start{found: found, said: Notice{Text: said}}
}

// unfinishedSays is whose an intake is, and how far.
func unfinishedSays(u walk.Unfinished, s State) string {
	w := s.Words().Intake
	var said []string
	if u.Clinician != "" {
		said = append(said, s.Fill(w.StartWith, "name", strings.TrimRight(u.Clinician, ".")))
	}
	for _, group := range s.Groups {
		if group.ID == u.Group {
			said = append(said, s.Fill(w.StartGroup, "group", groupName(s, group)))
		}
	}
	switch {
	case u.Ended && !u.Saved:
		said = append(said, w.StartEnded)
	case u.Chapter != "":
		said = append(said, s.Fill(w.StartAt, "place", u.Chapter))
	}
	elsewhere := u.Folder != "" && u.Folder != s.Folder
	switch {
	case u.Saved && elsewhere:
		said = append(said, s.Fill(w.StartSavedIn, "folder", u.Folder))
	case u.Saved:
		said = append(said, w.StartSaved)
	case u.Signed && u.Since:
		said = append(said, w.StartSignedSince)
	case u.Signed:
		said = append(said, w.StartSigned)
	case u.Since:
		said = append(said, w.StartSince)
	default:
		said = append(said, w.StartUnsaved)
	}
	if elsewhere && !u.Saved {
		said = append(said, s.Fill(w.StartFolder, "folder", u.Folder))
	}
	return strings.Join(said, " ")
}

// The ids of what can be done with an intake stand before its own.
const (
	resumeID = "resume "
	deleteID = "delete "
)

func (p start) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClinician, w.Start)
	sheet.Notice = p.said
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
			resume := ResumeIntake{ID: u.ID, Sure: p.chosen == id}
			on := act(id, label, s.Fill(w.ResumeWord, "n", n), resume)
			on.Help, on.Sure = unfinishedSays(u, s), resume.Sure
			sheet.group(u.Reference, on)
		}
		erase := act(deleteID+u.ID, s.Fill(w.Delete, "reference", u.Reference), s.Fill(w.DeleteWord, "n", n), DeleteIntake{ID: u.ID})
		if p.asks(&erase) {
			erase.Label = s.Fill(w.DeleteSure, "reference", u.Reference)
			sheet.Notice = Notice{Text: s.Fill(w.DeleteAsk, "reference", u.Reference), Care: true}
		}
		sheet.group(u.Reference, erase)
	}
	return sheet
}

// Answer begins, goes on or deletes; the last only when it is chosen twice,
// with nothing else answered in between, and so the one before where the visit
// asks for it once more.
func (p start) Answer(s State, a Answer) (Page, Want) {
	_, want := choose(p, s, a)
	p.said = Notice{}
	p.took(a.ID)
	return p, want
}

func (p start) Forget() Page {
	if p.chosen != "" {
		p.chosen, p.said = "", Notice{}
	}
	return p
}

// Became says why an intake was not gone on with, or not deleted.
func (p start) Became(s State, err error) Page {
	if again := OnceMore(""); !errors.As(err, &again) {
		p.chosen = ""
	}
	if err != nil {
		p.said = Notice{Text: s.Words().Reason(err), Care: true}
	}
	return p
}

// form is the clinician's. Nothing of it is kept before the intake begins, and
// of the list to think of never anything.
type form struct {
	clinicianReads
	filled   walk.Form
	language string            // the client's, where it was chosen
	ticks    [7]bool           // of the list to think of
	brought  *string           // where a file is that the client brought; nil if nothing was typed
	asked    string            // the id of what was left empty, and was asked about
	found    []walk.Unfinished // what was offered before it, to which one can go back
	notice   Notice
}

// NewForm is the clinician's form. Nothing is chosen beforehand but the language
// in which the client reads.
func NewForm() Page { return form{} }

func (p form) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClinician, w.Form)
	sheet.Notice = p.notice
	if crisis := crisisLine(s, p.filled.Group); crisis != "" {
		sheet.say(crisis)
	}
	sheet.say(w.FormLead, s.Fill(w.FormKeys))
	sheet.Body = append(sheet.Body, practiceLines(s, p.filled.Group, cmp.Or(p.language, s.Client))...)
	p.groups(s, &sheet)
	sheet.add(Item{ID: "reference", Kind: Line, Label: w.Reference, Help: w.ReferenceHow, Text: p.filled.Reference, Most: walk.MaxReference})
	again := plain.Either(s.Before != "" && p.filled.Clinician == s.Before, w.ClinicianAgain, "")
	sheet.add(nameLine("clinician", w.Clinician, again, p.filled.Clinician))
	for _, of := range walk.Ways(w, words.Record{}) {
		chosen := p
		chosen.filled.Run = toggled(p.filled.Run, of.Way)
		sheet.group(w.Run, Item{ID: string(of.Way), Kind: Tick, Label: of.Asks, On: slices.Contains(p.filled.Run, of.Way), becomes: chosen})
	}
	for _, part := range []choice[walk.Parts]{
		{walk.AllParts, s.Fill(w.AllParts, s.fromTo()...)}, {walk.Essentials, s.Fill(w.ShortParts, "n", s.shortSpan())}, {walk.TalkOnly, w.PartsTalk},
	} {
		chosen := p
		chosen.filled.Parts = part.value
		sheet.group(w.Parts, Item{ID: string(part.value), Kind: Pick, Label: part.words, On: p.filled.Parts == part.value, becomes: chosen})
	}
	p.languages(s, &sheet)
	sheet.add(Item{ID: "who interprets", Kind: Line, Label: w.WhoInterprets, Help: w.WhoInterpretsHow, Text: p.filled.Interpreter, Most: record.MaxName})
	sheet.add(Item{ID: "aim", Kind: Line, Label: w.Aim, Help: w.AimHow, Text: p.filled.Aim, Most: mostAim})
	sheet.add(Item{ID: "brought", Kind: Line, Label: w.Brought, Help: w.BroughtHow, Text: p.file(s), Most: mostFolder})
	for i, check := range [len(p.ticks)]string{
		w.CheckSafe, w.CheckLanguage, w.CheckSenses, w.CheckKnows, w.CheckSent, w.CheckOthers, w.CheckCrisis,
	} {
		chosen := p
		chosen.ticks[i] = !p.ticks[i]
		how := plain.Either(i == 0, w.CheckHow, "")
		sheet.group(w.Check, Item{ID: fmt.Sprint("check ", i+1), Kind: Tick, Label: check, Help: how, On: p.ticks[i], becomes: chosen})
	}
	begin := act("begin", w.Begin, w.BeginWord, nil)
	begin.Asks = p.missing(s).Care
	sheet.add(begin)
	if len(p.found) > 0 {
		sheet.move(Move{Meaning: Back})
	}
	return sheet
}

// languages are those in which the client can read, if there are several.
func (p form) languages(s State, sheet *Sheet) {
	if len(s.Languages) < 2 {
		return
	}
	words, help := s.Words().Intake, s.Fill(s.Words().Intake.ClientLanguageHow)
	for _, language := range s.Languages {
		chosen := p
		chosen.language = language.Code
		sheet.group(words.ClientLanguage, Item{
			ID: "language " + language.Code, Kind: Pick, Label: language.Name, Help: help,
			On: language.Code == cmp.Or(p.language, s.Client), becomes: chosen,
		})
		help = ""
	}
}

// Answer fills the form in, and begins when it is complete.
func (p form) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	switch a.ID {
	case "reference":
		p.filled.Reference = a.Text
		if _, err := walk.CleanReference(a.Text); err != nil && a.Text != "" {
			p.notice = badReference(s, err)
		}
	case "clinician":
		p.filled.Clinician = a.Text
	case "who interprets":
		p.filled.Interpreter = a.Text
	case "aim":
		p.filled.Aim = a.Text
	case "brought":
		p.brought = new(strings.TrimSpace(a.Text))
	case "begin":
		return p.begin(s)
	case string(Back):
		return p, BeforeIntake{start{found: p.found, form: p}}
	default:
		return choose(p, s, a)
	}
	return p, nil
}

func (p form) begin(s State) (Page, Want) {
	p.notice, p.asked = p.missing(s), p.lacks(s).At
	if p.notice.Care {
		return p, nil
	}
	filled := p.filled
	filled.Reference, _ = walk.CleanReference(filled.Reference)
	return p, BeginIntake{Form: filled, Language: cmp.Or(p.language, s.Client), Brought: p.file(s)}
}

// missing is all that is asked for before the intake begins, at the first of it;
// nothing if it is complete.
func (p form) missing(s State) Notice {
	var all []Notice
	if _, err := walk.CleanReference(p.filled.Reference); err != nil {
		all = append(all, badReference(s, err))
	}
	if len(s.Groups) > 0 && p.filled.Group == "" {
		all = append(all, Notice{Text: s.Words().Group.NeedGroup, At: groupID + s.Groups[0].ID})
	}
	if p.filled.Parts == "" {
		all = append(all, Notice{Text: s.Words().Intake.NeedParts, At: string(walk.AllParts)})
	}
	if lacks := p.lacks(s); lacks.At != p.asked {
		all = append(all, lacks)
	}
	if len(all) == 0 {
		return Notice{}
	}
	said := plain.Each(all, func(n Notice) string { return n.Text })
	return Notice{Text: strings.Join(said, " "), Care: true, At: all[0].At}
}

// lacks asks for what may stay empty only on purpose: how it is run, and who
// interprets where that is ticked.
func (p form) lacks(s State) Notice {
	w := s.Words().Intake
	switch interprets := slices.Contains(p.filled.Run, walk.Interpreter); {
	case len(p.filled.Run) == 0:
		return Notice{Text: s.Fill(w.NeedRun, "run", w.Run), Care: true, At: string(walk.Together)}
	case interprets && strings.TrimSpace(p.filled.Interpreter) == "":
		return Notice{Text: w.NeedInterpreter, Care: true, At: "who interprets"}
	}
	return Notice{At: p.asked}
}

func badReference(s State, err error) Notice {
	return Notice{Text: s.Fill(s.Words().Intake.BadReference, "error", s.Words().Reason(err)), Care: true, At: "reference"}
}
