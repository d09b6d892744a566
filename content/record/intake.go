package record

import (
	"cmp"
	"slices"

	"firstsession/content/plain"
	"firstsession/content/walk"
)

// WithClinician is how the guide was run where a clinician went through it with the
// client. The other ways of an intake are said as walk says them.
const WithClinician = "with a clinician"

// Intake is what a record of an intake has and a member's own has not.
type Intake struct {
	// Reference stands for the client, and in the file's name.
	Reference    string   `json:"reference"`
	Practice     string   `json:"practice,omitempty"` // in format 2, as its code; then the record's own says more
	PracticeCode string   `json:"practice_code,omitempty"`
	Clinician    string   `json:"clinician,omitempty"` // who filled in the form
	Before       []string `json:"before,omitempty"`    // the clinicians who had the intake before, the first first
	Language     string   `json:"language,omitempty"`  // the clinician's, if it is not that of the guide that the client read
	// Interpreter says who interpreted.
	Interpreter string     `json:"interpreter,omitempty"`
	Parts       walk.Parts `json:"parts"`              // how much of the guide was planned; the record's own parts are what was read
	NoParts     string     `json:"no_parts,omitempty"` // in records of before, why no part is listed
	Home        []Part     `json:"home,omitempty"`     // what the client had read at home, as a file says that they brought
	Aim         string     `json:"aim,omitempty"`      // the client's, if they chose to have it here
	Topics      []string   `json:"topics,omitempty"`   // the headings of what was marked to be talked about
}

// recorded is a way as a record has it.
func recorded(way walk.Way) string {
	return plain.Either(way == walk.Together, WithClinician, string(way))
}

// addIntake adds what an intake knows, of which the walk says how it ended and under
// which name. Of a client who did not sign there is no name.
func (a *Record) addIntake(w walk.Walk, form walk.Form, d Draft) error {
	a.Outcome, a.Name = w.Outcome(), ""
	switch {
	case form.Practice != w.Guide().PracticeCode:
		return ErrOtherPractice
	case a.Outcome == "" && w.Name() != "":
		return walk.ErrOpen
	case a.Outcome == "":
		return walk.ErrUndecided
	case a.Outcome.IsSigned():
		if a.Name = CleanName(w.Name()); a.Name == "" {
			return ErrNoName
		}
	}
	if before, _ := w.Signed(); form.Supersedes != "" && a.Outcome.IsDecided() && !before.Outcome.IsDecided() {
		a.Supersedes = form.Supersedes // what was only begun takes nobody's place
	}
	if at := w.EndedAt(); !at.IsZero() {
		a.Time = whole(at)
	}
	if !w.AnswersGoIn() {
		a.withholdAnswers()
	}
	a.Run = append([]string{}, plain.Each(form.Run, recorded)...) // there, if it says nothing
	a.Intake = intakeOf(w, form)
	a.addClinicians(w, d)
	return nil
}

// addClinicians adds the clinician's words for each promise, and their countersignature.
func (a *Record) addClinicians(w walk.Walk, d Draft) {
	clinicians := w.Guide()
	if other, ok := w.In(cmp.Or(d.CliniciansGuide, clinicians)); ok && d.CliniciansGuide != nil {
		clinicians = other.Guide()
		a.Intake.Language = clinicians.Language
	}
	for i, s := range w.Guide().Commitment.Statements {
		a.Statements[i].Needed = s.Needed
		if text := clinicians.Statement(s.ID).Text; text != s.Text { // a practice may have its own in one language only
			a.Statements[i].Clinicians = text
		}
	}
	name := CleanName(d.Countersigner)
	if name == "" {
		return
	}
	a.Countersignature = &Countersignature{Name: name, Meaning: Countersigning(clinicians), Time: whole(d.Now)}
	if a.Intake.Language != "" {
		a.Countersignature.Clients = new(Countersigning(w.Guide()))
	}
}

// withholdAnswers leaves the statements their words, and says nothing of what was
// answered: a client who does not sign may leave no more.
func (a *Record) withholdAnswers() {
	a.Entered = ""
	for i := range a.Statements {
		a.Statements[i].Answer, a.Statements[i].Answered = walk.Unanswered, nil
	}
}

func intakeOf(w walk.Walk, form walk.Form) *Intake {
	i := &Intake{
		Reference:   form.Reference,
		Clinician:   CleanName(form.Clinician),
		Interpreter: clean(form.Interpreter),
		Parts:       form.Parts,
		Topics:      topics(w),
		Before:      plain.Each(form.Before, CleanName),
	}
	if len(form.Read) > 0 {
		i.Home = partsOf(w.Guide(), form.Read)
	}
	if w.Included(walk.AimID) {
		i.Aim = clean(form.Aim)
	}
	return i
}

// topics say what was marked to be talked about, each once. A question stands there as
// its section, since a record says nothing of questions.
func topics(w walk.Walk) []string {
	var all []string
	for _, step := range w.Flagged() {
		id := step.ID
		if section, _ := w.Guide().Question(id); section != nil {
			id = section.ID
		}
		if heading := PageName(w.Guide(), id); heading != "" && !slices.Contains(all, heading) {
			all = append(all, heading)
		}
	}
	return all
}

func (i *Intake) check() error {
	if i == nil {
		return nil
	}
	isOther := func(name string) bool { return CleanName(name) != name }
	return firstOf(
		fault{!isReference(i.Reference), "its reference is none"},
		fault{isOther(i.Practice) || isOther(i.Clinician), "the name of its practice or clinician is none"},
		fault{slices.ContainsFunc(i.Before, isOther), "the name of a clinician before is none"},
		fault{!isCode(i.PracticeCode), "the code of its practice file is none"},
		fault{!slices.Contains([]walk.Parts{walk.AllParts, walk.Essentials, walk.TalkOnly}, i.Parts), "it does not say which parts were planned"},
	)
}

func isReference(text string) bool {
	reference, err := walk.CleanReference(text)
	return err == nil && reference == text
}

// Invited is what a record has that a member signed over a connection, with an
// invitation. Nobody checked who typed, and its copies say so.
type Invited struct {
	Reference string `json:"reference"` // the one for which the invitation was made, and stands in the file's name
}

func (i *Invited) check(intake *Intake) error {
	if i == nil {
		return nil
	}
	return firstOf(
		fault{!isReference(i.Reference), "the reference of its invitation is none"},
		fault{intake != nil, "it is an intake's and names an invitation"},
	)
}
