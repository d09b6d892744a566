package intake

import (
	"fmt"
	"slices"

	"firstsession/content"
	"firstsession/content/walk"
)

// mostName and mostAim are how many letters a name and an aim may have.
const (
	mostName = 200
	mostAim  = 500
)

// Form is the clinician's form. Nothing of it is kept before the intake
// begins, and of the list to think of never anything.
type Form struct {
	words  content.Words
	form   walk.Form
	ticks  [7]bool // of the list to think of
	notice string
	at     string // the item that the notice is about
}

// NewForm makes an empty form. Nothing is chosen beforehand.
func NewForm(words content.Words) Form { return Form{words: words} }

// choice is a value with its words.
type choice[T any] struct {
	value T
	words string
}

func ways(w content.IntakeWords) []choice[walk.Way] {
	return []choice[walk.Way]{
		{walk.Together, w.Together}, {walk.ReadAloud, w.ReadAloud},
		{walk.Interpreter, w.Interpreter}, {walk.SupportPerson, w.SupportPerson},
	}
}

func parts(w content.IntakeWords) []choice[walk.Parts] {
	return []choice[walk.Parts]{{walk.AllParts, w.PartsAll}, {walk.Essentials, w.PartsShort}, {walk.TalkOnly, w.PartsTalk}}
}

func checks(w content.IntakeWords) [7]string {
	return [7]string{w.CheckSafe, w.CheckLanguage, w.CheckSenses, w.CheckKnows, w.CheckSent, w.CheckOthers, w.CheckCrisis}
}

// Sheet is the page as it is now.
func (f Form) Sheet(walk.Walk) Sheet {
	w := f.words.Intake
	sheet := Sheet{Title: w.Title, Turn: w.ForClinician, Notice: f.notice, Care: f.notice != "", At: f.at}
	sheet.head(w.Form)
	sheet.say(w.FormLead)
	sheet.add(
		Item{ID: "reference", Kind: Line, Label: w.Reference, Help: w.ReferenceHow, Text: f.form.Reference, Most: walk.MaxReference},
		Item{ID: "clinician", Kind: Line, Label: w.Clinician, Text: f.form.Clinician, Most: mostName},
	)
	for _, way := range ways(w) {
		sheet.add(Item{ID: string(way.value), Kind: Tick, Group: w.Run, Label: way.words, On: slices.Contains(f.form.Run, way.value)})
	}
	for _, part := range parts(w) {
		sheet.add(Item{ID: string(part.value), Kind: Pick, Group: w.Parts, Label: part.words, On: f.form.Parts == part.value})
	}
	sheet.add(Item{ID: "aim", Kind: Line, Label: w.Aim, Help: w.AimHow, Text: f.form.Aim, Most: mostAim})
	for i, check := range checks(w) {
		item := Item{ID: checkID(i), Kind: Tick, Group: w.Check, Label: check, On: f.ticks[i]}
		if i == 0 {
			item.Help = w.CheckHow
		}
		sheet.add(item)
	}
	sheet.add(Item{ID: "begin", Kind: Act, Label: w.Begin, Word: w.BeginWord})
	return sheet
}

// Take fills the form in, and begins when it is complete.
func (f Form) Take(_ walk.Walk, id, text string) (Page, Deed) {
	f.notice, f.at = "", ""
	w := f.words.Intake
	switch id {
	case "reference":
		f.form.Reference = text
		if _, err := walk.CleanReference(text); err != nil && text != "" {
			f.notice = content.Fill(w.BadReference, "error", err)
		}
	case "clinician":
		f.form.Clinician = text
	case "aim":
		f.form.Aim = text
	case "begin":
		return f.begin()
	default:
		f.choose(id)
	}
	return f, Deed{}
}

func (f *Form) choose(id string) {
	for _, way := range ways(f.words.Intake) {
		if id == string(way.value) {
			f.form.Run = toggled(f.form.Run, way.value)
		}
	}
	for _, part := range parts(f.words.Intake) {
		if id == string(part.value) {
			f.form.Parts = part.value
		}
	}
	for i := range f.ticks {
		if id == checkID(i) {
			f.ticks[i] = !f.ticks[i]
		}
	}
}

// checkID names a line of the list to think of.
func checkID(i int) string { return fmt.Sprint("check ", i+1) }

// toggled puts a way into a list, or takes it out, without a change to the
// list that was given.
func toggled(run []walk.Way, way walk.Way) []walk.Way {
	if at := slices.Index(run, way); at >= 0 {
		return slices.Delete(slices.Clone(run), at, at+1)
	}
	return append(slices.Clone(run), way)
}

func (f Form) begin() (Page, Deed) {
	w := f.words.Intake
	reference, err := walk.CleanReference(f.form.Reference)
	switch {
	case err != nil:
		f.notice, f.at = content.Fill(w.BadReference, "error", err), "reference"
		return f, Deed{}
	case f.form.Parts == "":
		f.notice, f.at = w.NeedParts, string(walk.AllParts)
		return f, Deed{}
	}
	form := f.form
	form.Reference = reference
	return f, Deed{Begin: &form}
}
