package tui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/walk"
	"firstsession/tui/intake"
	"firstsession/tui/keys"
	"firstsession/tui/pages"
	"firstsession/tui/screen"
	"firstsession/tui/sheet"
)

// openDesk shows where an intake begins: the form, or first what was cut off.
func (a *app) openDesk(said string) error {
	page, err := a.visit.AtDesk(said)
	if err != nil {
		return err
	}
	a.look()
	a.stack = []entry{{screen: sheet.New(a.env, page)}}
	a.renew()
	return nil
}

// carryOut does what a page of an intake asked for. If that fails, the page
// stays as it is.
func (a *app) carryOut(d intake.Deed) {
	done, err := a.visit.Do(d, a.top().step)
	a.look()
	if err == nil && done.Start {
		err = a.openDesk(done.Said)
	}
	switch {
	case err != nil:
		a.notice = notice{err.Error(), true}
	case done.Form:
		a.stack = []entry{{screen: sheet.New(a.env, intake.NewForm(a.env.Words()))}}
	case done.Look.Kind != "":
		a.jump(done.Look)
	case done.To.Kind != "":
		a.reach(done.To)
	}
	if err == nil && done.Notice != "" {
		a.notice = notice{done.Notice, a.env.Unkept}
	}
	a.renew()
}

// atDesk takes the keys that only an intake has, and that open no other page.
func (a *app) atDesk(msg tea.KeyPressMsg) bool {
	k := a.env.Keys
	switch {
	case !a.canFlag():
		return false
	case k.Flag.Matches(msg):
		a.flag()
		return true
	case k.ClinicianNote.Matches(msg):
		shown := a.noteBeside() != nil
		a.noted = !shown
		return shown || a.noteBeside() != nil // otherwise it has a page of its own
	default:
		return false
	}
}

// noteBeside is the note for the clinician where it was called for and the
// window has room for it at the left of the text; nil otherwise.
func (a *app) noteBeside() []string {
	l := a.layout()
	if !a.noted || !a.canFlag() || l.aside < 0 {
		return nil
	}
	lines := pages.ClinicianNote(a.env, a.top().step, asideWidth)
	if len(lines) > l.body.Height {
		return nil
	}
	return lines
}

// askToLeave asks for the key once more: on a form, a letter that was meant for
// a line would otherwise end the program; without a trace, all would be lost.
func (a *app) askToLeave() {
	a.asked = true
	a.notice.text = a.env.Words().Intake.LeaveSureKept
	if a.visit.Loses() {
		a.notice.text = a.env.Words().Frame.SurePrivate
	} else if a.visit.Fresh {
		a.notice.text = a.env.Words().Intake.LeaveSure
	}
	a.renew()
}

// flag marks the step shown to be talked about, or takes the mark away.
func (a *app) flag() {
	key, words := a.top().step.Key(), a.env.Words().Intake
	flagged := a.env.Walk.IsFlagged(key)
	if !a.apply(walk.Event{Kind: walk.Flag, Subject: key, Yes: !flagged}) {
		return
	}
	if a.notice.text == "" {
		a.notice.text = words.Flagged
		if flagged {
			a.notice.text = words.Unflagged
		}
	}
	a.renew()
}

// canFlag says whether there is something to talk about on the page shown.
func (a *app) canFlag() bool { return a.env.Intake() && intake.CanFlag(a.top().step.Kind) }

// canEnd says whether the intake can be ended from the page shown.
func (a *app) canEnd() bool { return a.env.Walk.MayEndEarly() && intake.CanEnd(a.top().step.Kind) }

// canNote says whether a note can be taken on the page shown, and be kept.
func (a *app) canNote() bool {
	kind := a.top().step.Kind
	return kind != "" && (!a.env.Intake() || intake.CanNote(kind))
}

// clinicianNote is the place of the note about the page shown.
func (a *app) clinicianNote() screen.Place {
	return screen.Place{Kind: screen.ClinicianNote, Section: a.top().step.Key()}
}

// withClinicians puts the clinician's keys behind the one that leads back: they
// are more than others what an intake needs in the footer.
func (a *app) withClinicians(all []keys.Binding) []keys.Binding {
	k := a.env.Keys
	all = slices.Clone(all)
	if !a.canFlag() {
		return all
	}
	at := 1 + slices.IndexFunc(all, func(b keys.Binding) bool { return b.Keys[0] == k.Back.Keys[0] })
	return slices.Insert(all, at, k.Flag.Saying(a.flagWords()), k.ClinicianNote)
}

func (a *app) flagWords() string {
	if a.env.Walk.IsFlagged(a.top().step.Key()) {
		return a.env.Words().Intake.Unflag
	}
	return a.env.Words().Intake.Flag
}

// looking says whether the promise shown was opened from what is still open,
// so that going on leads back there.
func (a *app) looking() bool {
	n := len(a.stack)
	return n > 1 && a.top().step.Kind == walk.Statement && a.stack[n-2].step.Kind == walk.Points
}
