package tui

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/content/walk"
	"firstsession/tui/input"
)

// flood keeps keys that nobody pressed for a page from answering on it: those
// of a paste, and those that were read before the page was shown. It goes by
// what one read brought, never by the clock, so that a switch, a dictation or a
// slow line may be as quick as it likes.
type flood struct {
	reads func() int // the number of the last read; nil where reads have none
	at    input.Mark // of the read whose keys come now
	since int        // the read after which the page came
	past  bool       // a later read came
	page  page       // that is shown
}

// page tells one page from another.
type page struct {
	top   entry
	depth int
	seen  bool // the window is large enough for it
}

// marked takes a mark of the terminal's reads.
func (a *app) marked(mark input.Mark) tea.Cmd {
	if mark.Gone {
		a.gone = true
		return a.leave()
	}
	a.flood.at = mark
	a.flood.past = a.flood.past || input.After(mark.Read, a.flood.since)
	return nil
}

// came notes when a page came that was not there before.
func (a *app) came() {
	if len(a.stack) == 0 {
		return
	}
	top := *a.top()
	top.screen = nil // which changes with every key
	now := page{top: top, depth: len(a.stack), seen: !a.layout().tooSmall}
	if now == a.flood.page {
		return
	}
	a.flood.page = now
	if a.flood.reads != nil {
		a.flood.since, a.flood.past = a.flood.reads(), false
	}
}

// refuses reports whether a message may do nothing on the page shown, and has
// the page say so. The ways out and to help are open to all.
func (a *app) refuses(msg tea.Msg) bool {
	if len(a.stack) == 0 || !a.top().answers() {
		return false
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
	case tea.KeyPressMsg:
		k := a.env.Keys
		if k.Leave.Matches(msg) || k.Suspend.Matches(msg) || msg.Code == tea.KeyF1 || !a.flooded() {
			return false
		}
	case tea.MouseClickMsg:
		if !a.flooded() {
			return false
		}
	default:
		return false
	}
	a.notice = notice{text: a.env.Words().Frame.Flood}
	a.renew()
	return true
}

// flooded reports whether the key at hand came in a flood, or before the page.
func (a *app) flooded() bool {
	return a.flood.reads != nil && (a.flood.at.Flood || !a.flood.past)
}

// answers reports whether a page is there to answer a statement or to sign.
func (e *entry) answers() bool {
	switch e.step.Kind {
	case walk.Statement, walk.Signature, walk.Countersign:
		return true
	default:
		return false
	}
}
