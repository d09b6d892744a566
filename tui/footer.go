package tui

import (
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/tui/keys"
	"firstsession/tui/screen"
)

// footer shows the keys that work now. The essential ones are there at every
// width; of the others, as many as there is room for.
func (f frame) footer(view screen.View, bindings []keys.Binding, row int) (string, []click) {
	width := f.layout.window.Width - 2
	more := ""
	if view.More != "" && width >= 60 {
		more = "   " + view.More
	}
	shown, gap := f.fit(bindings, width-lipgloss.Width(more))
	var clicks []click
	line, x := "", 1
	for i, b := range shown {
		if i > 0 {
			line, x = line+gap, x+len(gap)
		}
		text := b.Shown + " " + b.Does
		clicks = append(clicks, click{x: x, y: row, width: lipgloss.Width(text), height: 1, msg: b.Press()})
		line += f.env.Theme.Accent.Render(b.Shown) + f.env.Theme.Muted.Render(" "+b.Does)
		x += lipgloss.Width(text)
	}
	if more != "" {
		line += strings.Repeat(" ", max(0, width+1-x-lipgloss.Width(view.More))) + f.env.Theme.Muted.Render(view.More)
	}
	return " " + ansi.Truncate(line, width+1, "…"), clicks
}

// fit makes the bindings fit a width: first with fewer words, then closer
// together, then by leaving out bindings from the end, but never an essential
// one.
func (f frame) fit(bindings []keys.Binding, width int) ([]keys.Binding, string) {
	words := f.env.Words()
	shown := append([]keys.Binding{}, bindings...)
	gap := "   "
	steps := []func(){
		func() { shown = saying(shown, words.Keys.Stop, words.Frame.StopShort) },
		func() { gap = "  " },
		func() {
			for footerWidth(shown, gap) > width && dropOne(&shown) {
			}
		},
		func() { shown = saying(shown, words.Keys.Help, words.Frame.HelpShort) },
		func() { gap = " " },
		func() {
			for footerWidth(shown, gap) > width && f.dropMore(&shown) {
			}
		},
	}
	for _, step := range steps {
		if footerWidth(shown, gap) <= width {
			break
		}
		step()
	}
	return shown, gap
}

// saying puts other words in the place of what a binding does.
func saying(bindings []keys.Binding, does, instead string) []keys.Binding {
	for i, b := range bindings {
		if b.Does == does {
			bindings[i] = b.Saying(instead)
		}
	}
	return bindings
}

// dropOne leaves out the last binding that is not essential, if there is one.
func dropOne(bindings *[]keys.Binding) bool {
	for i := len(*bindings) - 1; i >= 0; i-- {
		if !(*bindings)[i].Essential {
			*bindings = slices.Delete(*bindings, i, i+1)
			return true
		}
	}
	return false
}

// dropMore leaves out what else can be done here, but never the keys for going
// on, back, help and stop.
func (f frame) dropMore(bindings *[]keys.Binding) bool {
	k := f.env.Keys
	needed := []string{k.Next.Keys[0], k.Answer.Keys[0], k.Back.Keys[0], k.Help.Keys[0], k.Stop.Keys[0], k.Close.Keys[0], k.Leave.Keys[0]}
	for i := len(*bindings) - 1; i >= 0; i-- {
		if !slices.Contains(needed, (*bindings)[i].Keys[0]) {
			*bindings = slices.Delete(*bindings, i, i+1)
			return true
		}
	}
	return false
}

func footerWidth(bindings []keys.Binding, gap string) int {
	width := 0
	for i, b := range bindings {
		if i > 0 {
			width += len(gap)
		}
		width += lipgloss.Width(b.Shown + " " + b.Does)
	}
	return width
}
