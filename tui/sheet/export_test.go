package sheet

import (
	"firstsession/tui/intake"
	"firstsession/tui/screen"
)

// PageOf is the page that a screen shows, as it is now.
func PageOf(s screen.Screen) intake.Page { return s.(sheet).page }

// FocusOf is the id of what has the focus, with a mark before it for the place
// before acts.
func FocusOf(s screen.Screen) string {
	focus := s.(sheet).focus
	if focus.before {
		return "before " + focus.id
	}
	return focus.id
}
