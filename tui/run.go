package tui

import (
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/home"
	"firstsession/tui/input"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
	"firstsession/tui/visit"
)

// walk takes the reader through the guide, on the surface that fits.
func (p *program) walk() (err error) {
	lines, err := p.asLines()
	if err != nil {
		return err
	}
	look, chosen, err := p.chooseTheme()
	if err != nil {
		return err
	}
	o, err := p.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.closes()) }()
	if lines {
		return p.runLines(o)
	}
	a := newApp(o, look, chosen)
	if err := a.begins(o); err != nil {
		return err
	}
	return p.run(a, o.store)
}

// opening is a guide and a reader's place in it.
type opening struct {
	guide   *content.Guide
	store   *store
	visit   *visit.Visit
	found   opened
	dropped []walk.Dropped // answers that are asked again
	trouble error          // why the reader's place cannot be read
	closes  func() error   // gives back what is open on the disk
}

// open reads guide and journal.
func (p *program) open() (*opening, error) {
	guide, err := p.load()
	if err != nil {
		return nil, err
	}
	if p.atDesk {
		return p.openIntake(guide)
	}
	o := &opening{guide: guide}
	o.store, o.found, o.trouble = p.openStore()
	o.closes = o.store.Close
	w, dropped := walk.Replay(guide, o.found.facts)
	o.dropped = dropped
	// One who wants no trace begins anew each time.
	o.visit = &visit.Visit{
		Walk: w, Facts: o.found.facts, Private: p.private, Fresh: p.private || !w.Started(),
		Folder: o.store.folder, Keeper: o.store, Now: time.Now,
	}
	if o.trouble == nil {
		o.visit.Forget() // what was not erased to its end before
	}
	return o, nil
}

// newApp makes the root model of the full screen.
func newApp(o *opening, look theme.Theme, chosen bool) *app {
	a := &app{
		env:    screen.Env{Guide: o.guide, Theme: look, Prose: prose.New(), Keys: keys.New(o.guide.Words)},
		visit:  o.visit,
		themed: chosen,
	}
	a.look()
	return a
}

// chooseTheme takes the theme of the flag. Without one, the terminal's own
// colours serve until it has told its background.
func (p *program) chooseTheme() (look theme.Theme, chosen bool, err error) {
	look, ok := theme.ByName(p.theme)
	if !ok {
		return look, false, exitError{exitUsage, fmt.Errorf("there is no theme %q; there are: auto, light, dark, high-contrast", p.theme)}
	}
	return look, p.theme != "auto" && p.theme != "", nil
}

// run gives the terminal to the app, and takes it back whatever ends it.
func (p *program) run(a *app, store *store) error {
	ctx, stop := untilAsked()
	defer stop()
	broke := &crash{}
	filter := input.New(p.in, time.Now)
	a.flood.reads = filter.Reads
	program := tea.NewProgram(guarded{model: a, crash: broke},
		tea.WithContext(ctx), tea.WithoutSignalHandler(),
		tea.WithInput(filter.Reader()), tea.WithOutput(p.terminal))
	_, err := program.Run()
	switch {
	case broke.what != "":
		broke.keep(a)
		return p.reportCrash(broke, store, a.visit, fmt.Sprintf("window %dx%d", a.window.Width, a.window.Height))
	case errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil:
		a.keepRest() // asked to end from outside, in the middle of a word perhaps
		return lost(a.visit)
	case a.gone:
		return lost(a.visit) // there is nobody to say more to
	case err != nil:
		return fmt.Errorf("show the guide: %w", err)
	}
	return p.farewell(a)
}

// farewell says in one line whether the reader's place is kept. The terminal
// is the shell's again by then.
func (p *program) farewell(a *app) error {
	words := a.env.Words().Frame
	switch {
	case a.visit.Desk != nil && a.visit.Unkept == nil && a.visit.Unerased == nil:
		return p.say("%s", byeDesk(a.visit))
	case a.visit.Unkept != nil, a.visit.Unerased != nil:
		return lost(a.visit)
	case a.env.Fresh:
		return nil
	case a.env.Private:
		return p.say("%s", a.visit.Walk.TracesLeft())
	default:
		return p.say("%s", words.Bye)
	}
}

// byeDesk says whether an intake is kept to be gone on with.
func byeDesk(v *visit.Visit) string {
	words := v.Walk.Guide().Words.Intake
	if !v.Unfinished() {
		return words.LeaveClean
	}
	return content.Fill(words.LeaveKept, "folder", v.Folder)
}

// lost says that the last facts did not reach the disk, if they did not, or that
// what was taken back is not gone from it.
func lost(v *visit.Visit) error {
	if v.Unkept == nil && v.Unerased != nil {
		return fmt.Errorf("what you took back may still be on the disk: %w", v.Unerased)
	}
	if v.Unkept == nil {
		return nil
	}
	return fmt.Errorf("your last steps are not on the disk: %w", v.Unkept)
}

// reportCrash writes what is known of a panic into a file, where anything may
// be kept at all, and says so in one line.
func (p *program) reportCrash(broke *crash, store *store, v *visit.Visit, size string) error {
	words := v.Walk.Guide().Words.Frame
	if v.Private || v.Fresh || store.Keep(nil) != nil {
		return errors.New(words.BrokeBare)
	}
	now := v.Now()
	report := fmt.Sprintf("%s\n%s\n%s\n%s\n%s", version(), now.Format(time.RFC3339), size, broke.what, broke.stack)
	path, err := store.Report(report, now)
	if err != nil {
		return errors.New(words.BrokeBare)
	}
	return errors.New(content.Fill(words.Broke, "path", path))
}

// begins shows the page to begin with.
func (a *app) begins(o *opening) error {
	if a.visit.Desk != nil {
		return a.openDesk("")
	}
	a.start(o.found, o.dropped, o.trouble)
	return nil
}

// start shows the page to begin with for a member: the first page, the place where the
// reader left, or what is the matter with it.
func (a *app) start(opened opened, dropped []walk.Dropped, trouble error) {
	words := a.env.Words()
	switch {
	case a.env.Private:
		a.stack = []entry{{screen: home.NewFirst(a.env), bare: true}}
	case trouble != nil:
		text, setAside := troubleWords(trouble, words.Home)
		a.stack = []entry{{screen: home.NewTrouble(a.env, text, setAside)}}
	case !a.env.Walk.Started():
		a.stack = []entry{{screen: home.NewFirst(a.env), bare: true}}
		a.sayAside(opened)
	default:
		a.resume(opened, dropped)
	}
}

// resume shows the step where the reader left, and says so.
func (a *app) resume(opened opened, dropped []walk.Dropped) {
	words := a.env.Words().Frame
	at := a.env.Walk.At()
	a.stack = []entry{{screen: a.stepScreen(at), step: at}}
	a.notice.text = words.Resumed
	if len(dropped) > 0 {
		a.notice.text = content.Fill(words.Changed, "count", len(dropped))
	}
	a.sayAside(opened)
}

// sayAside tells that a torn last line was put aside, if one was.
func (a *app) sayAside(opened opened) {
	if opened.setAside != "" {
		a.notice = notice{content.Fill(a.env.Words().Frame.SetAside, "path", opened.setAside), true}
	}
}
