package page

import (
	"cmp"

	"firstsession/content/walk"
)

// document is a page of the guide that is read outside the walk.
type document struct{ about bool }

// NewHelp is help now. Nothing stands before it.
func NewHelp() Page { return document{} }

// NewAbout is what there is to say about the guide.
func NewAbout() Page { return document{about: true} }

func (p document) Show(s State) Sheet {
	page := s.Guide().Help
	if p.about {
		page = s.Guide().About
	}
	sheet := Sheet{Title: page.Title, Passing: true}
	sheet.prose(page.Body)
	for _, section := range page.Sections {
		sheet.section(section)
	}
	return sheet
}

func (p document) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

// clinicianNote is the note for the clinician about a step, which says nothing
// that the client should not see.
type clinicianNote struct{ step walk.Step }

// NewClinicianNote is the note for the clinician about a step.
func NewClinicianNote(step walk.Step) Page { return clinicianNote{step} }

func (p clinicianNote) Show(s State) Sheet {
	words := s.Words().Intake
	sheet := Sheet{Title: words.NoteTitle, Passing: true}
	sheet.markdown(cmp.Or(noteFor(s.Walk, p.step), words.NoNote))
	return sheet
}

func (p clinicianNote) Answer(s State, a Answer) (Page, Want) { return choose(p, s, a) }

// noteFor is the guide's note for the clinician about a step, in Markdown: that
// of its section, of the section that a question belongs to, or of its chapter;
// empty if there is none.
func noteFor(w walk.Walk, step walk.Step) string {
	if _, section := sectionOf(w, step.ID); section != nil && section.Note != "" {
		return section.Note
	}
	return w.Chapter(step.Chapter).Note
}
