package question

import (
	"strings"

	"firstsession/tui/intake"
)

// covered says that what was written is not shown here, and in the field what
// can become of it; it is empty where nothing is covered.
func (r reflection) covered() string {
	said, _ := r.env.Walk.Ticks(r.step.ID)
	shown := intake.ShownOwn(r.env.Walk, said)
	switch {
	case shown == said.Own || r.wiped:
		return ""
	case r.typing:
		return shown + " " + r.env.Words().Intake.OwnHow
	default:
		return shown
	}
}

// words are those in the field, or those that it covers.
func (r reflection) words() string {
	if said, _ := r.env.Walk.Ticks(r.step.ID); r.own.Value() == "" && r.covered() != "" {
		return strings.TrimSpace(said.Own)
	}
	return r.own.Value()
}
