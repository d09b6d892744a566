package pages

import (
	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/intake"
	"firstsession/tui/screen"
)

// NewClinicianNote makes the page with the note for the clinician about a
// step, which says nothing that the client should not see.
func NewClinicianNote(env screen.Env, step walk.Step) screen.Screen {
	return open(env, clinicianNote{step})
}

type clinicianNote struct{ step walk.Step }

func (c clinicianNote) lay(env screen.Env) (string, []string, int) {
	words := env.Words().Intake
	note := intake.NoteFor(env.Walk, c.step)
	if note == "" {
		note = words.NoNote
	}
	lines := block(headed(env, words.NoteTitle, env.Theme.Heading), blocks(env, []content.Block{{Prose: note}}))
	return words.Title, lines, 0
}
