package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/screen"
	"firstsession/tui/visit"
)

// do carries out what a screen asks for.
func (a *app) do(action screen.Action) tea.Cmd {
	switch action := action.(type) {
	case screen.Next:
		a.next(action.Events)
	case screen.Previous:
		a.previous()
	case screen.Apply:
		a.apply(action.Events...)
		a.renew()
	case screen.Open:
		return a.open(action.Place)
	case screen.Go:
		a.jump(action.To)
	case screen.Close:
		a.close()
	case screen.Begin:
		a.begin(action)
	case screen.SetAside:
		a.setAside()
	case screen.Sign:
		a.sign(action)
	case screen.Do:
		a.carryOut(action.Deed)
	}
	return nil
}

// apply keeps what the reader did, before anything new is shown, and tells the
// reader if it is not on the disk.
func (a *app) apply(events ...walk.Event) bool {
	possible, unkept := a.visit.Apply(events...)
	a.look()
	if unkept != nil {
		a.sayUnkept(unkept)
	}
	if err := a.visit.Unerased; err != nil {
		a.notice = notice{content.Fill(a.env.Words().Notes.NotGone, "error", err), true}
	}
	return possible
}

func (a *app) sayUnkept(err error) {
	a.notice = notice{content.Fill(a.env.Words().Frame.NotKept, "error", err), true}
}

// next goes on from the step shown.
func (a *app) next(events []walk.Event) {
	from := a.top().step
	if !a.apply(visit.Onward(from, events...)...) {
		return
	}
	if a.looking() {
		a.close()
	} else if to, ok := a.env.Walk.Next(from); ok {
		a.reach(to)
	}
}

// reach shows a step in the place of all that is shown, and keeps that the
// reader is there.
func (a *app) reach(to walk.Step) {
	if !a.apply(walk.Event{Kind: walk.Reach, Subject: to.Key()}) {
		return
	}
	a.stack = []entry{{screen: a.stepScreen(to), step: to}}
	a.renew()
}

// jump shows a step on top of where the reader came from.
func (a *app) jump(to walk.Step) {
	if !a.apply(walk.Event{Kind: walk.Reach, Subject: to.Key()}) {
		return
	}
	a.stack = append(a.stack, entry{screen: a.stepScreen(to), step: to, jumped: true})
	a.renew()
}

// previous goes back: after a jump to where one came from, otherwise to the
// step before; from the first, to the chapters.
func (a *app) previous() {
	if len(a.stack) > 1 {
		a.close()
		return
	}
	if a.visit.Desk != nil && a.visit.Fresh {
		return // before an intake there is nowhere to go back to
	}
	from := a.top().step
	if to, ok := a.env.Walk.Previous(from); ok && from.Kind != "" {
		a.reach(to)
		return
	}
	a.open(screen.Place{Kind: screen.Home})
}

// close returns to the screen below, as it was left.
func (a *app) close() {
	if len(a.stack) == 1 {
		a.reach(a.env.Walk.At())
		return
	}
	a.stack = a.stack[:len(a.stack)-1]
	if at := a.top().step; at.Kind != "" {
		a.apply(walk.Event{Kind: walk.Reach, Subject: at.Key()})
	}
	a.renew()
}

// open shows a place on top; one that is there already is not opened twice.
func (a *app) open(place screen.Place) tea.Cmd {
	for i, e := range a.stack {
		if e.place == place {
			a.stack = a.stack[:i+1]
			a.renew()
			return nil
		}
	}
	a.stack = append(a.stack, entry{screen: a.placeScreen(place), place: place})
	a.renew()
	return nil
}

// begin leaves the first page.
func (a *app) begin(b screen.Begin) {
	if err := a.visit.Begin(b.Keep); err != nil {
		a.sayUnkept(err)
	}
	a.look()
	said, to := a.notice, b.To
	if to.Kind == "" {
		to = a.env.Walk.At()
	}
	a.reach(to)
	a.notice = said
	a.renew()
}

func (a *app) setAside() {
	path, err := a.visit.SetAside()
	if err != nil {
		a.sayUnkept(err)
		a.begin(screen.Begin{})
		return
	}
	a.begin(screen.Begin{Keep: true})
	a.notice = notice{content.Fill(a.env.Words().Frame.BegunAnew, "path", path), false}
	a.renew()
}

// sign saves the acknowledgement. Only what is on the disk counts as signed. In
// an intake the client's name waits for the clinician's part.
func (a *app) sign(s screen.Sign) {
	if a.env.Intake() {
		a.next([]walk.Event{{Kind: walk.NameTyped, Text: s.Name}})
		return
	}
	signed, err := a.visit.Sign(s.Name, s.Folder)
	if err != nil {
		top := a.top()
		top.screen, _ = top.screen.Update(screen.Saved{Err: err})
		return
	}
	a.next([]walk.Event{signed})
}

// leave ends the program.
func (a *app) leave() tea.Cmd {
	a.keepRest()
	return tea.Quit
}

// keepRest keeps what is half written, where a screen has something to keep,
// and tries once more what could not be kept before.
func (a *app) keepRest() {
	for _, e := range a.stack {
		a.keepTyped(e.screen)
	}
	a.visit.Leave()
}

// keepTyped keeps what is half written on a page.
func (a *app) keepTyped(s screen.Screen) {
	if k, ok := s.(screen.Keeper); ok {
		if events := k.Unsaved(); len(events) > 0 {
			a.apply(events...)
		}
	}
}

func splitLines(text string) []string { return strings.Split(text, "\n") }
func joinLines(lines []string) string { return strings.Join(lines, "\n") }
