package intake

import "firstsession/content/walk"

// NoteFor is the guide's note for the clinician about a step, in Markdown:
// that of its section, of the section that a question belongs to, or of its
// chapter; empty if there is none.
func NoteFor(w walk.Walk, step walk.Step) string {
	guide := w.Guide()
	if step.Chapter == w.Chapters() {
		return guide.Commitment.Note
	}
	if step.Chapter < 1 || step.Chapter > len(guide.Chapters) {
		return ""
	}
	chapter := guide.Chapters[step.Chapter-1]
	for _, section := range chapter.Sections {
		here := section.ID == step.ID
		for _, question := range section.Questions {
			here = here || question.ID == step.ID
		}
		if here && section.Note != "" {
			return section.Note
		}
	}
	return chapter.Note
}
