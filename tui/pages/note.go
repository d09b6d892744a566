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
	return env.Words().Intake.Title, ClinicianNote(env, c.step, env.Size.Width), 0
}

// ClinicianNote lays the note for the clinician about a step out in a width,
// for a page of its own or beside the text.
func ClinicianNote(env screen.Env, step walk.Step, width int) []string {
	env.Size.Width = width
	note := intake.NoteFor(env.Walk, step)
	if note == "" {
		note = env.Words().Intake.NoNote
	}
	heading := headed(env, env.Words().Intake.NoteTitle, env.Theme.Accent)
	return block(heading, blocks(env, []content.Block{{Prose: note}}))
}
