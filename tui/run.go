package tui

import (
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/store"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/input"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
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
	builtIn, err := p.builtIn()
	if err != nil {
		return err
	}
	if builtIn && !lines {
		return p.openOnScreen(look, chosen)
	}
	o, err := p.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.closes()) }()
	if lines {
		return p.runLines(o)
	}
	full := screen.New(o.visit, look, chosen)
	if err := o.begin(); err != nil {
		return err
	}
	return p.run(full, o)
}

// builtIn reports whether a member reads the guide as it is built in, which
// cannot fail to open.
func (p *program) builtIn() (bool, error) {
	if p.atDesk || p.guideDir != "" || p.language != "" {
		return false, nil
	}
	path, err := p.practicePath()
	return path == "", err
}

// openOnScreen shows the guide that is built in. It is read only when the
// terminal has been asked for its colours, while the first page waits for its
// turn to be painted.
func (p *program) openOnScreen(look theme.Theme, chosen bool) (err error) {
	o := p.openDisk()
	defer func() { err = errors.Join(err, o.closes()) }()
	full := screen.Opening(func() (*visit.Visit, error) {
		guide, err := p.loadGuide()
		if err != nil {
			return nil, err
		}
		o.find(p, guide)
		// A page at a time makes little garbage, and a reader's computer may be
		// small: from here on it need not wait until it is as much as the rest.
		debug.SetGCPercent(30)
		return o.visit, o.begin()
	}, look, chosen)
	return p.run(full, o)
}

// begin shows the page to begin with.
func (o *opening) begin() error {
	if o.visit.Intakes != nil {
		return o.visit.StartIntake("")
	}
	found := visit.Found{SetAside: o.found.SetAside, Dropped: len(o.dropped)}
	if o.trouble != nil {
		found.Trouble, found.MayAside = store.Trouble(o.trouble, o.guide.Words.Home)
	}
	o.visit.Start(found)
	return nil
}

// opening is a guide and a reader's place in it.
type opening struct {
	guide   *content.Guide
	store   *store.Folder
	visit   *visit.Visit
	found   store.Found
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
	return p.openAt(guide)
}

// openAt finds the reader's place in a guide.
func (p *program) openAt(guide *content.Guide) (*opening, error) {
	if p.atDesk {
		return p.openIntake(guide)
	}
	o := p.openDisk()
	o.find(p, guide)
	return o, nil
}

// openDisk opens what was kept of an earlier walk.
func (p *program) openDisk() *opening {
	o := &opening{}
	o.store, o.found, o.trouble = store.Open(store.Options{
		FS: p.fsys, Getenv: p.getenv, Private: p.private, Records: p.records, Version: version(),
	})
	o.closes = o.store.Close
	return o
}

// find finds the reader's place in a guide.
func (o *opening) find(p *program, guide *content.Guide) {
	w, dropped := walk.Replay(guide, o.found.Facts)
	o.guide, o.dropped = guide, dropped
	o.visit = visit.New(visit.Options{
		Walk: w, Facts: o.found.Facts, Private: p.private,
		Folder: o.store.Records, Keeper: o.store, Now: p.now, Absolute: p.absolute,
	})
	if o.trouble == nil {
		o.visit.Tidy()
	}
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

// run gives the terminal to the full screen, and takes it back whatever ends it.
func (p *program) run(full *screen.Model, o *opening) error {
	ctx, stop := untilAsked()
	defer stop()
	broke := &crash{}
	filter := input.New(p.in, time.Now)
	full.Reads(filter.Reads)
	program := tea.NewProgram(guarded{model: full, crash: broke},
		tea.WithContext(ctx), tea.WithoutSignalHandler(),
		tea.WithInput(filter.Reader()), tea.WithOutput(p.terminal))
	_, err := program.Run()
	switch {
	case broke.what != "":
		broke.keep(o.visit)
		return p.reportCrash(broke, o.store, o.visit, "window "+full.Window())
	case errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil:
		o.visit.Leave() // asked to end from outside, in the middle of a word perhaps
		return lost(o.visit)
	case full.Err() != nil:
		return full.Err()
	case full.Gone():
		return lost(o.visit)
	case err != nil:
		return fmt.Errorf("show the guide: %w", err)
	case o.visit.Unkept() != nil, o.visit.Unerased() != nil:
		return lost(o.visit)
	}
	// In one line: the terminal is the shell's again by then.
	return p.say("%s", o.visit.Farewell())
}

// lost says that the last facts did not reach the disk, if they did not, or that
// what was taken back is not gone from it.
func lost(v *visit.Visit) error {
	switch {
	case v.Unkept() == nil && v.Unerased() != nil:
		return fmt.Errorf("what you took back may still be on the disk: %w", v.Unerased())
	case v.Unkept() == nil:
		return nil
	}
	return fmt.Errorf("your last steps are not on the disk: %w", v.Unkept())
}

// reportCrash writes what is known of a panic into a file, where anything may
// be kept at all, and says so in one line.
func (p *program) reportCrash(broke *crash, kept *store.Folder, v *visit.Visit, size string) error {
	words := v.Walk.Guide().Words.Frame
	if v.Private || v.Fresh() || kept.Keep(nil) != nil {
		return errors.New(words.BrokeBare)
	}
	now := v.Now()
	report := fmt.Sprintf("%s\n%s\n%s\n%s\n%s", version(), now.Format(time.RFC3339), size, broke.what, broke.stack)
	path, err := kept.Report(report, now)
	if err != nil {
		return errors.New(words.BrokeBare)
	}
	return errors.New(content.Fill(words.Broke, "path", path))
}
