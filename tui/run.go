package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/home"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
	"firstsession/tui/visit"
)

// isTerminal says whether a stream is a terminal that can be drawn on.
func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(file.Fd())
}

// fullScreen says whether the walk can be shown as screens: on two terminals,
// of a kind that can move its cursor, and of a size that is known.
func (p *program) fullScreen() bool {
	if !isTerminal(p.in) || !isTerminal(p.terminal) {
		return false
	}
	if kind := p.getenv("TERM"); kind == "dumb" || kind == "" && runtime.GOOS != "windows" {
		return false
	}
	file, ok := p.terminal.(*os.File)
	if !ok {
		return false
	}
	width, height, err := term.GetSize(file.Fd())
	return err == nil && width > 0 && height > 0
}

// walk shows the guide on the full screen until the reader leaves.
func (p *program) walk() (err error) {
	a, store, err := p.newApp()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	return p.run(a, store)
}

// newApp reads guide and journal, and makes the root model of them.
func (p *program) newApp() (*app, *store, error) {
	guide, err := p.load()
	if err != nil {
		return nil, nil, err
	}
	look, chosen, err := p.chooseTheme()
	if err != nil {
		return nil, nil, err
	}
	store, found, trouble := p.openStore()
	w, dropped := walk.Replay(guide, found.facts)
	a := &app{
		env:    screen.Env{Guide: guide, Theme: look, Prose: prose.New(), Keys: keys.New(guide.Words)},
		visit:  p.newVisit(store, w, found.facts),
		themed: chosen,
	}
	a.look()
	a.start(found, dropped, trouble)
	return a, store, nil
}

// newVisit is the visit of a reader of whom these facts were kept. One who
// wants no trace begins anew each time.
func (p *program) newVisit(store *store, w walk.Walk, facts []walk.Fact) *visit.Visit {
	return &visit.Visit{
		Walk: w, Facts: facts, Private: p.private, Fresh: p.private || !w.Started(),
		Folder: store.folder, Keeper: store, Now: time.Now,
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

// run gives the terminal to the app, and takes it back whatever ends it.
func (p *program) run(a *app, store *store) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer stop()
	broke := &crash{}
	program := tea.NewProgram(guarded{model: a, crash: broke},
		tea.WithContext(ctx), tea.WithoutSignalHandler(),
		tea.WithInput(p.in), tea.WithOutput(p.terminal))
	_, err := program.Run()
	switch {
	case broke.what != "":
		return p.reportCrash(broke, store, a)
	case errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil:
		a.keepRest() // asked to end from outside, in the middle of a word perhaps
		return a.lost()
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
	case a.visit.Unkept != nil:
		return a.lost()
	case a.env.Fresh:
		return nil
	case a.env.Private:
		return p.say("%s", words.ByePrivate)
	default:
		return p.say("%s", words.Bye)
	}
}

// lost says that the last facts did not reach the disk, if they did not.
func (a *app) lost() error {
	if a.visit.Unkept == nil {
		return nil
	}
	return fmt.Errorf("your last steps are not on the disk: %w", a.visit.Unkept)
}

// reportCrash writes what is known of a panic into a file, where anything may
// be kept at all, and says so in one line.
func (p *program) reportCrash(broke *crash, store *store, a *app) error {
	words := a.env.Words().Frame
	if a.env.Private || store.Keep(nil) != nil {
		return errors.New(words.BrokeBare)
	}
	now := a.visit.Now()
	report := fmt.Sprintf("%s\n%s\nwindow %dx%d\n%s\n%s", version(), now.Format(time.RFC3339),
		a.window.Width, a.window.Height, broke.what, broke.stack)
	path, err := store.Report(report, now)
	if err != nil {
		return errors.New(words.BrokeBare)
	}
	return errors.New(content.Fill(words.Broke, "path", path))
}

// start shows the page to begin with: the first page, the place where the
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
