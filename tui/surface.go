package tui

import (
	"cmp"
	"context"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/tui/command/shell"
	"firstsession/tui/guard"
	"firstsession/tui/lines"
)

// narrowest is the least width at which lines are broken.
const narrowest = 20

func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(file.Fd())
}

// asLines reports whether the walk is taken as lines: because somebody asked for
// it, because what is typed comes from a file or a pipe, or because the
// terminal cannot be drawn on.
func (p *program) asLines() (bool, error) {
	if p.Width != 0 && p.Width < narrowest {
		return false, shell.Misused("%w", plain.Tell("width_least", "--width is at least {n}, or 0 for as many as the terminal has", "n", narrowest))
	}
	switch {
	case p.IsPlain(), !isTerminal(p.In):
		return true, nil
	case !isTerminal(p.Out):
		return false, shell.Misused("%w", plain.Tell("no_terminal", "standard output is no terminal; --plain writes the guide line by line, and firstsession print all of it"))
	default:
		return !p.drawable(), nil
	}
}

func (p *program) entered() record.Input {
	return plain.Either(isTerminal(p.In), record.Terminal, record.Piped)
}

// drawable reports whether a terminal can move its cursor, and has a size that is known.
func (p *program) drawable() bool {
	kind := p.Getenv("TERM")
	width, height := size(p.Out)
	return kind != "dumb" && (kind != "" || runtime.GOOS == "windows") && width > 0 && height > 0
}

// size is that of a terminal; 0 where it is not known, or a stream is none.
func size(stream any) (width, height int) {
	if file, ok := stream.(*os.File); ok {
		width, height, _ = term.GetSize(file.Fd()) //nolint:errcheck // it is 0 then
	}
	return width, height
}

// columns is how wide a terminal is; 0 if that is not known, or too little for words.
func columns(out io.Writer) int {
	width, _ := size(out)
	return plain.Either(width < narrowest, 0, width)
}

// clearWindow leads to the top, and erases what is in the window and above it.
const clearWindow = "\x1b[H\x1b[2J\x1b[3J"

// untilAsked is a context that ends when the system asks the program to.
func untilAsked() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
}

// soon counts the bytes that wait, after a moment that nobody notices (40 ms) if there are none yet.
func soon(waiting func() int) func() int {
	if waiting == nil {
		return nil
	}
	return func() int {
		n := waiting()
		for tries := 20; n == 0 && tries > 0; tries-- {
			time.Sleep(2 * time.Millisecond)
			n = waiting()
		}
		return n
	}
}

// patient writes lines. It gives up what nobody reads a second after the system
// has asked the program to end, since a write cannot be called off.
type patient struct {
	asked context.Context
	out   io.Writer
}

func (p patient) Write(text []byte) (int, error) {
	var n int
	var err error
	done, late := make(chan struct{}), make(chan struct{})
	go func() {
		n, err = p.out.Write(text)
		close(done)
	}()
	defer context.AfterFunc(p.asked, func() { time.AfterFunc(time.Second, func() { close(late) }) })()
	select {
	case <-done:
		return n, err
	case <-late:
		return 0, p.asked.Err()
	}
}

// runLines takes the walk as lines. Talk and results are one there, on standard output.
func (p *program) runLines(o *opening) error {
	ctx, stop := untilAsked()
	defer stop()
	broke := &guard.Crash{}
	var err error
	broke.Guards(func() {
		l := lines.New(o.visit, cmp.Or(p.Width, p.Columns))
		now, longest := waiting(p.In)
		l.Watch(now, soon(now), longest)
		if isTerminal(p.Out) && p.drawable() && runtime.GOOS != "windows" { // where a console may write it out
			l.Clears(clearWindow)
		}
		if err = o.begin(); err == nil {
			err = lines.Run(ctx, l, l.Greeting(), p.In, patient{ctx, p.Out})
		}
	})
	switch {
	case broke.What != "":
		return p.reportCrash(broke, o.store, o.visit, "lines")
	case err != nil && ctx.Err() == nil:
		return err
	default:
		// Whoever hung up hears nothing more, which is no failure of ours.
		return lost(o.visit)
	}
}
