package tui

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/store"
	"firstsession/content/visit"
	"firstsession/tui/command/shell"
	"firstsession/tui/guard"
	"firstsession/tui/input"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
)

// walk takes the reader through the guide, on the surface that fits.
func (p *program) walk() (err error) {
	asLines, err := p.asLines()
	if err != nil {
		return err
	}
	look, chosen, err := p.chooseTheme()
	if err == nil {
		err = p.checkRecords()
	}
	if err != nil {
		return err
	}
	// The guide that is built in cannot fail to open. It is read only when the
	// terminal has been asked for its colours, while the first page waits for its
	// turn to be painted.
	if p.BuiltIn() && !p.Intake && !asLines {
		o := p.openDisk()
		defer func() { err = errors.Join(err, o.closes()) }()
		return p.run(screen.Opening(func() (*visit.Visit, error) { return o.findBuiltIn(p) }, look, chosen), o)
	}
	o, err := p.openAt(p.load)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.closes()) }()
	p.restful()
	if asLines {
		return p.runLines(o)
	}
	full := screen.New(o.visit, look, chosen)
	if err := o.begin(); err != nil {
		return err
	}
	return p.run(full, o)
}

// restful lets the process keep little garbage from here on: a page at a time makes
// little, and a reader's computer may be small. A guide that is being opened makes
// much, of which Main lets it keep more, so that nobody waits for it to be collected.
func (p *program) restful() { p.keep(30) }

// checkRecords refuses a file where a folder for records is named.
func (p *program) checkRecords() error {
	for path := p.Records; path != "" && path != filepath.Dir(path); path = filepath.Dir(path) {
		info, err := p.FS.Stat(path)
		if err == nil && !info.IsDir() {
			return shell.Misused("%w", plain.Tell("records_file", "--records is to name a folder, and {path} is a file", "path", path))
		}
		if err == nil {
			break
		}
	}
	return nil
}

// chooseTheme takes the flag's theme, or the terminal's own colours until it tells its background.
func (p *program) chooseTheme() (look theme.Theme, chosen bool, err error) {
	look, ok := theme.ByName(p.Theme)
	if !ok {
		return look, false, shell.Misused("%w", plain.Tell("no_theme", "there is no theme {name}; there are: auto, light, dark, high-contrast", "name", fmt.Sprintf("%q", p.Theme)))
	}
	return look, p.Theme != "auto" && p.Theme != "", nil
}

// run gives the terminal to the full screen, and takes it back whatever ends it.
func (p *program) run(full *screen.Model, o *opening) error {
	ctx, stop := untilAsked()
	defer stop()
	broke := &guard.Crash{}
	filter := input.New(p.In, time.Now)
	full.Reads(filter.Reads)
	full.Under(hasShell)
	_, err := tea.NewProgram(guard.Model{Model: full, Crash: broke, Again: whenContinued(), Raw: p.takeRaw},
		tea.WithContext(ctx), tea.WithoutSignalHandler(),
		tea.WithInput(filter.Reader()), tea.WithOutput(p.Out)).Run()
	switch {
	case broke.What != "":
		broke.Keep(o.visit)
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
	return p.SayEach(lastLines(o.visit.LastWords(), columns(p.Out))) // the terminal is the shell's again
}

// lastLines are broken between words at the terminal's edge. A path is left whole.
func lastLines(parts []page.Part, width int) []string {
	var lines []string
	for _, part := range parts {
		if width > 0 && part.Kind != page.Path {
			lines = append(lines, plain.Wrap(part.Text, width)...)
		} else {
			lines = append(lines, part.Text)
		}
	}
	return lines
}

// takeRaw has the terminal send each key as it is pressed. What it was before is
// known to Bubble Tea, which gives it back.
func (p *program) takeRaw() {
	if file, ok := p.In.(*os.File); ok && isTerminal(file) {
		if _, err := term.MakeRaw(file.Fd()); err != nil {
			return // it stays as it is
		}
	}
}

// lost says that the last facts did not reach the disk, or what was taken back is not gone from it.
func lost(v *visit.Visit) error {
	words := v.Walk.Guide().Words
	said, why := words.Errors.NotKept, v.Unkept()
	if why == nil {
		said, why = words.Errors.NotGone, v.Unerased()
	}
	if why == nil {
		return nil
	}
	return plain.Hidden{As: fmt.Errorf("%s (%s)", said, words.Reason(why)), Cause: why}
}

// reportCrash writes what is known of a panic into a file, where anything may be kept, and says so.
func (p *program) reportCrash(broke *guard.Crash, kept *store.Folder, v *visit.Visit, size string) error {
	words := v.Walk.Guide().Words.Frame
	if !v.Private && !v.Fresh() && kept.Keep(nil) == nil {
		now := v.Now()
		path, err := kept.Report(fmt.Sprintf("%s\n%s\n%s\n%s\n%s",
			p.Version, now.Format(time.RFC3339), size, broke.What, broke.Stack), now)
		if err == nil {
			return errors.New(plain.Fill(words.Broke, "path", path))
		}
	}
	return errors.New(words.BrokeBare)
}
