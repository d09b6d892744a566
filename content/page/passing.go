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
		sheet.section(section.Heading, section.Body)
	}
	return sheet
}

func (p document) Answer(_ State, a Answer) (Page, Want) { return p, leadsBack(a) }

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

func (p clinicianNote) Answer(_ State, a Answer) (Page, Want) { return p, leadsBack(a) }

// noteFor is the guide's note for the clinician about a step, in Markdown: that
// of its section, of the section that a question belongs to, or of its chapter;
// empty if there is none.
func noteFor(w walk.Walk, step walk.Step) string {
	guide := w.Guide()
	if step.Chapter == w.Chapters() {
		return guide.Commitment.Note
	}
	if step.Chapter < 1 || step.Chapter > len(guide.Chapters) {
		return ""
	}
	chapter := guide.Chapters[step.Chapter-1]
	section, _ := guide.Question(step.ID)
	if section == nil {
		_, section = guide.Section(step.ID)
	}
	if section != nil && section.Note != "" {
		return section.Note
	}
	return chapter.Note
}
