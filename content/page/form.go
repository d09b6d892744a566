package page

import (
	"fmt"
	"slices"

	"firstsession/content/walk"
)

// mostAim is how many letters an aim may have.
const mostAim = 500

// form is the clinician's. Nothing of it is kept before the intake begins, and
// of the list to think of never anything.
type form struct {
	filled walk.Form
	ticks  [7]bool // of the list to think of
	notice Notice
}

// NewForm is the clinician's form. Nothing is chosen beforehand.
func NewForm() Page { return form{} }

func (p form) Show(s State) Sheet {
	w := s.Words().Intake
	sheet := inIntake(s, w.ForClinician, w.Form)
	sheet.Notice = p.notice
	sheet.say(w.FormLead)
	reference := Item{ID: "reference", Kind: Line, Label: w.Reference, Help: w.ReferenceHow, Most: walk.MaxReference}
	reference.Text = p.filled.Reference
	sheet.add(reference, nameLine("clinician", w.Clinician, "", p.filled.Clinician))
	for _, way := range []choice[walk.Way]{
		{walk.Together, w.Together}, {walk.ReadAloud, w.ReadAloud},
		{walk.Interpreter, w.Interpreter}, {walk.SupportPerson, w.SupportPerson},
	} {
		chosen := p
		chosen.filled.Run = toggled(p.filled.Run, way.value)
		on := slices.Contains(p.filled.Run, way.value)
		sheet.group(w.Run, Item{ID: string(way.value), Kind: Tick, Label: way.words, On: on, becomes: chosen})
	}
	for _, part := range []choice[walk.Parts]{
		{walk.AllParts, w.PartsAll}, {walk.Essentials, w.PartsShort}, {walk.TalkOnly, w.PartsTalk},
	} {
		chosen := p
		chosen.filled.Parts = part.value
		on := p.filled.Parts == part.value
		sheet.group(w.Parts, Item{ID: string(part.value), Kind: Pick, Label: part.words, On: on, becomes: chosen})
	}
	sheet.add(Item{ID: "aim", Kind: Line, Label: w.Aim, Help: w.AimHow, Text: p.filled.Aim, Most: mostAim})
	for i, check := range [len(p.ticks)]string{
		w.CheckSafe, w.CheckLanguage, w.CheckSenses, w.CheckKnows, w.CheckSent, w.CheckOthers, w.CheckCrisis,
	} {
		chosen := p
		chosen.ticks[i] = !p.ticks[i]
		item := Item{ID: fmt.Sprint("check ", i+1), Kind: Tick, Label: check, On: p.ticks[i], becomes: chosen}
		if i == 0 {
			item.Help = w.CheckHow
		}
		sheet.group(w.Check, item)
	}
	sheet.add(act("begin", w.Begin, w.BeginWord, nil))
	return sheet
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
	case "aim":
		p.filled.Aim = a.Text
	case "begin":
		return p.begin(s)
	default:
		return choose(p, s, a)
	}
	return p, nil
}

func (p form) begin(s State) (Page, Want) {
	reference, err := walk.CleanReference(p.filled.Reference)
	switch {
	case err != nil:
		p.notice = badReference(s, err)
		return p, nil
	case p.filled.Parts == "":
		p.notice = Notice{Text: s.Words().Intake.NeedParts, Care: true, At: string(walk.AllParts)}
		return p, nil
	}
	filled := p.filled
	filled.Reference = reference
	return p, BeginIntake{Form: filled}
}

func badReference(s State, err error) Notice {
	return Notice{Text: s.Fill(s.Words().Intake.BadReference, "error", err), Care: true, At: "reference"}
}
