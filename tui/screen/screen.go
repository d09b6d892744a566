// Package screen is the contract between the root model and the screens: what
// a screen is given, what it shows, and what it may ask for. Screens know this
// package and nothing of each other. No screen touches the disk or the clock;
// each asks for what it wants with an Action, which the root model carries out
// within the same Update, before anything new is shown.
package screen

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/intake"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
)

// Size is the room for a screen's body, in cells: the text column, without
// header, footer and the air around it.
type Size struct{ Width, Height int }

// Env is the world as it is now. A screen gets a new one whenever something
// in it has changed, and renders then, so that View only hands out.
type Env struct {
	Guide *content.Guide
	Walk  walk.Walk
	Theme theme.Theme
	Prose *prose.Renderer
	Keys  keys.Map
	Size  Size
	// Private is set if nothing is kept on this computer.
	Private bool
	// Unkept is set while something that the reader did is not on the disk.
	Unkept bool
	// Erased is what is to be said of a note that was deleted; empty while it
	// may still be on the disk.
	Erased string
	// Fresh is set until the reader has begun, and with that said whether
	// anything may be kept.
	Fresh bool
}

// Intake says whether a clinician goes through the guide with a client.
func (e Env) Intake() bool {
	_, ok := e.Walk.Form()
	return ok
}

// Words are the words of the guide.
func (e Env) Words() content.Words { return e.Guide.Words }

// Screen is one page of the program. It is a value: With and Update return
// the screen as it is afterwards.
type Screen interface {
	// With returns the screen in a changed world.
	With(Env) Screen
	// Update takes a key, paste, click or wheel. The Action may be nil.
	Update(tea.Msg) (Screen, Action)
	// View returns what was rendered before.
	View() View
	// Keys are the bindings that work now, in the footer's order. The root
	// model adds its own: help now, keys, stop.
	Keys() []keys.Binding
}

// Keeper is a screen on which something may be half written. The root model
// asks every screen of its stack for it before the program ends, so that
// leaving, too, loses nothing.
type Keeper interface {
	// Unsaved are the events that keep what was begun; none if nothing was.
	Unsaved() []walk.Event
}

// View is what a screen shows.
type View struct {
	// Title and Place stand in the header: "Common myths", "2 of 7".
	Title string
	Place string
	// Chapter is whose seat is marked in the header, counted from 1; 0 for no
	// seats.
	Chapter int
	// Body has at most Size.Height lines of at most Size.Width cells.
	Body []string
	// Cursor is where the terminal's own cursor stands in the body; nil hides
	// it.
	Cursor *tea.Cursor
	// More stands at the footer's end: "↓ 40 %".
	More string
	// Aside stands at the left of the body where the window is wide.
	Aside []string
	// Targets are what can be clicked.
	Targets []Target
	// Typing is set while letters are letters and not commands.
	Typing bool
	// Typed is what stands in the field that has the cursor, where it may be a
	// cry for help. It is offered then, and what was typed stays.
	Typed string
}

// Target is a part of the body that can be clicked. Click is handed to the
// screen's Update, as if it were a key.
type Target struct {
	X, Y, Width, Height int
	Click               tea.Msg
}

// Action is what a screen asks the root model to do.
type Action interface{ action() }

type (
	// Next goes on to the step after the one shown, and counts it as read.
	Next struct{ Events []walk.Event }
	// Previous goes back: after a jump to where one came from, otherwise to
	// the step before.
	Previous struct{}
	// Apply says what the reader did. If it cannot be kept, the root model
	// says so; the screen is given a new Env either way.
	Apply struct{ Events []walk.Event }
	// Open shows a place on top of this one. Back returns here.
	Open struct{ Place Place }
	// Go makes a step the place where the reader is, and shows it.
	Go struct{ To walk.Step }
	// Close leaves a screen that was opened on top of another.
	Close struct{}
	// Begin leaves the first page. Keep says whether the reader's place is
	// kept on this computer. It leads to a step, or where the reader is.
	Begin struct {
		Keep bool
		To   walk.Step
	}
	// Sign saves the acknowledgement under the name typed, into a folder.
	Sign struct{ Name, Folder string }
	// SetAside puts a journal that cannot be read aside, and begins anew.
	SetAside struct{}
	// Do is what a page of an intake asks for. If it fails, the root model says
	// so, and the page stays as it is.
	Do struct{ Deed intake.Deed }
)

func (Next) action()     {}
func (Previous) action() {}
func (Apply) action()    {}
func (Open) action()     {}
func (Go) action()       {}
func (Close) action()    {}
func (Begin) action()    {}
func (Sign) action()     {}
func (SetAside) action() {}
func (Do) action()       {}

// PlaceKind is a place that is no step of the walk.
type PlaceKind string

// The places beside the walk.
const (
	Home     PlaceKind = "home" // the first page: contents, where to go on
	Search   PlaceKind = "search"
	Glossary PlaceKind = "glossary"
	Notes    PlaceKind = "notes"
	HelpNow  PlaceKind = "help now"
	KeyList  PlaceKind = "keys"
	About    PlaceKind = "about"
	Reading  PlaceKind = "reading" // a section read in between: a search hit, a rule, something to read again
	// The places that only an intake has.
	ClinicianNote PlaceKind = "note for the clinician"
	EndIntake     PlaceKind = "end the intake"
)

// Place is where Open leads.
type Place struct {
	Kind PlaceKind
	// Section is the id of what Reading shows, the step a note is taken at, or
	// the term at which the glossary opens.
	Section string
	// Marks are words to mark in it, as they were searched for.
	Marks string
}

// Saved is what a Sign came to. The root model hands it to the screen's
// Update.
type Saved struct {
	Path string
	Err  error // nil if the acknowledgement is on the disk
}
