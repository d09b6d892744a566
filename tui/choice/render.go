package choice

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"firstsession/tui/prose"
	"firstsession/tui/theme"
)

// Spot is the lines of one option, from First up to and without End.
type Spot struct{ First, End int }

// numberColumn is the cell in which an option's number stands.
const numberColumn = 2

// Render writes the options to lines of at most width cells, and says where
// each of them is. With air, an empty line stands between two options.
func (l List) Render(width int, air bool, t theme.Theme) ([]string, []Spot) {
	var lines []string
	spots := make([]Spot, len(l.options))
	for i := range l.options {
		if air && i > 0 {
			lines = append(lines, "")
		}
		first := len(lines)
		lines = append(lines, l.option(i, width, t)...)
		spots[i] = Spot{first, len(lines)}
	}
	return lines, spots
}

// option writes one option: where the focus is, its number, its mark, its
// words, and below them what there is to say about it.
func (l List) option(i, width int, t theme.Theme) []string {
	option := l.options[i]
	number := strconv.Itoa(i + 1)
	number = strings.Repeat(" ", len(strconv.Itoa(len(l.options)))-len(number)) + number
	mark := option.Mark.sign()
	indent := numberColumn + len(number) + 1 + lipgloss.Width(mark) + 1
	room := max(width-indent, 1)

	words := t.Plain
	switch {
	case i == l.Focus():
		words = t.Accent
	case option.Mark == Tried:
		words = t.Muted
	}
	lead := strings.Repeat(" ", numberColumn) + words.Render(number)
	if i == l.Focus() {
		lead = words.Render("› " + number)
	}
	if option.Mark == Ticked || option.Mark == Chosen {
		mark = t.Accent.Render(mark)
	}
	lead += " " + mark + " "
	var lines []string
	for _, line := range prose.Wrap(option.Text, room) {
		lines = append(lines, lead+words.Render(line))
		lead = strings.Repeat(" ", indent)
	}
	for i, line := range prose.Wrap(strings.TrimSpace(option.Says+" "+option.Feedback), room) {
		if rest, whole := strings.CutPrefix(line, option.Says); i == 0 && whole && option.Says != "" {
			line = t.Accent.Render(option.Says) + rest
		}
		lines = append(lines, strings.Repeat(" ", indent)+line)
	}
	return lines
}

// sign is how a mark looks. All of one list are equally wide.
func (m Mark) sign() string {
	switch m {
	case Box:
		return "[ ]"
	case Ticked:
		return "[x]"
	case Tried:
		return "·"
	case Chosen:
		return "●"
	default:
		return " "
	}
}
