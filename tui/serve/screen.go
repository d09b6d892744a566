package serve

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"firstsession/content/visit"
	"firstsession/tui/guard"
	"firstsession/tui/input"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
)

// frames is how often a second the full screen is drawn at most. A reader sees
// no difference, and a server has many.
const frames = 20

// screen shows a visit on the full screen.
func (one *session) screen(ctx context.Context, v *visit.Visit, broke *guard.Crash) error {
	look, _ := theme.ByName("auto")
	full := screen.New(v, look, false)
	full.Shares(one.prose)
	filter := input.New(one, one.Now)
	full.Reads(filter.Reads)
	environ := []string{"TERM=" + one.term}
	one.mu.Lock()
	p := tea.NewProgram(guard.Model{Model: full, Crash: broke},
		tea.WithContext(ctx), tea.WithoutSignalHandler(), tea.WithFPS(frames),
		tea.WithInput(filter.Reader()), tea.WithOutput(ended{one.channel}),
		tea.WithEnvironment(environ), tea.WithColorProfile(colorprofile.Env(environ)),
		tea.WithWindowSize(one.width, one.height))
	one.resized = func(width, height int) { p.Send(tea.WindowSizeMsg{Width: width, Height: height}) }
	one.mu.Unlock()
	_, err := p.Run()
	if full.Gone() || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		v.Leave()
		return nil
	}
	return err
}
