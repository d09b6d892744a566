package serve

import (
	"bytes"
	"context"
	"io"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"firstsession/content/plain"
	"firstsession/content/visit"
	"firstsession/tui/guard"
	"firstsession/tui/input"
	"firstsession/tui/lines"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
)

// frames is how often a second the full screen is drawn at most: readers see no difference.
const frames = 20

func (one *session) screen(ctx context.Context, v *visit.Visit, broke *guard.Crash) error {
	look, _ := theme.ByName("auto")
	full := screen.New(v, look, false)
	full.Share(one.prose)
	typed := newTyped(false)
	defer typed.ends()
	go typed.takes(one)
	filter := input.New(typed, one.Now)
	full.Reads(filter.Reads)
	environ := []string{"TERM=" + one.term}
	one.mu.Lock()
	p := tea.NewProgram(guard.Model{Model: full, Crash: broke},
		tea.WithoutSignalHandler(), tea.WithFPS(frames),
		tea.WithInput(filter.Reader()), tea.WithOutput(ended{one.channel}),
		tea.WithFilter(endsWhenRead(typed)), tea.WithEnvironment(environ), tea.WithColorProfile(colorprofile.Env(environ)),
		tea.WithWindowSize(one.width, one.height))
	one.resized = func(width, height int) { p.Send(tea.WindowSizeMsg{Width: width, Height: height}) }
	one.mu.Unlock()
	defer context.AfterFunc(ctx, p.Quit)()
	_, err := p.Run()
	if full.Gone() || ctx.Err() != nil {
		v.Leave()
		return nil
	}
	return err
}

// endsWhenRead filters messages so that a program ends only once it has read all
// that was typed: what it did not read would wait for it for ever, and keep the
// whole visit in memory (Bubble Tea 2.1).
func endsWhenRead(typed *typed) func(tea.Model, tea.Msg) tea.Msg {
	var over, all bool
	return func(_ tea.Model, msg tea.Msg) tea.Msg {
		switch msg := msg.(type) {
		case tea.QuitMsg:
			over = true
			typed.ends()
		case tea.KeyPressMsg:
			mark, ok := input.MarkOf(msg)
			all = all || ok && mark.Gone
		}
		switch {
		case over && all:
			return tea.QuitMsg{}
		case over:
			return nil
		}
		return msg
	}
}

// columns is where lines are broken for a client that told no width: most windows have as many.
const columns = 80

func (one *session) lines(ctx context.Context, v *visit.Visit) error {
	width, _ := one.size()
	l := lines.New(v, plain.Either(width > 0, width, columns))
	typed := newTyped(true)
	defer typed.ends()
	var in io.Reader = one
	var out io.Writer = one.channel
	if width >= 0 { // it neither shows what is typed nor knows a line's end by itself
		in, out = newKeyboard(one, one.channel), ended{one.channel}
	}
	go typed.takes(in)
	l.Watch(typed.waiting, typed.soon, 0)
	return lines.Run(ctx, l, l.Greeting(), typed, out)
}

// ended ends lines as a terminal wants it.
type ended struct{ to io.Writer }

func (e ended) Write(text []byte) (int, error) {
	if _, err := e.to.Write(bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(text), nil
}
