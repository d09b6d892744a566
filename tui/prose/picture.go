package prose

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/tui/theme"
)

// picture renders a picture drawn in text under its title, in the middle. Where
// it does not fit, what it shows in words stands in its place.
func picture(p *content.Picture, width int, t theme.Theme) []string {
	var lines []string
	art, widest := strings.Split(plain.Printable(p.In(width), " "), "\n"), 0
	for _, line := range art {
		widest = max(widest, plain.Cells(line))
	}
	fits, left := widest <= width, max(0, width-widest)/2
	for _, line := range Balanced(p.Title, width) {
		at := 0
		if fits {
			at = left + (widest-Cells(line))/2
		}
		lines = append(lines, strings.Repeat(" ", at)+t.Muted.Render(line))
	}
	if !fits {
		return append(lines, Wrap(p.Alt, width)...)
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	edge := strings.Repeat(" ", left)
	return append(lines, Hung(edge, edge, inked(art, t))...)
}

// The signs of a picture: what it is about, arrows, and its lines.
const (
	points = "●"
	heads  = "◀▶▲▼"
	shafts = "─│┼┬┴├┤┌┐└┘╱╲"
)

// inked gives a picture its colours: its point (a filled seat, with the word at
// it) and its arrows stand out, and its lines stand back.
func inked(art []string, t theme.Theme) []string {
	rows := make([][]rune, len(art))
	stands := make([][]bool, len(art))
	for i, line := range art {
		rows[i] = []rune(line)
		stands[i] = make([]bool, len(rows[i]))
	}
	for y, row := range rows {
		for x, r := range row {
			switch {
			case strings.ContainsRune(points, r):
				stands[y][x] = true
				at(rows, stands, y, x+2)
				at(rows, stands, y, x-2)
				if y+1 < len(rows) {
					at(rows, stands, y+1, x)
				}
			case strings.ContainsRune(heads, r):
				arrow(rows, stands, y, x)
			}
		}
	}
	lines := make([]string, len(rows))
	text, words, muted := t.Plain.Opens, t.Strong.Opens, t.Muted.Opens
	for y, row := range rows {
		var runs []run
		for x, r := range row {
			style := plain.Either(strings.ContainsRune(shafts, r), muted, text)
			runs = append(runs, run{plain.Either(stands[y][x], words, style), string(r)})
		}
		lines[y] = write(runs)
	}
	return lines
}

// at has the words at a place stand out, with one space at most within them.
func at(rows [][]rune, stands [][]bool, y, x int) {
	row := rows[y]
	isWord := func(x int) bool {
		return x >= 0 && x < len(row) && row[x] != ' ' && !strings.ContainsRune(points+heads+shafts+"○◆", row[x])
	}
	if !isWord(x) {
		return
	}
	for _, way := range []int{-1, 1} {
		for to := x; isWord(to) || isWord(to+way) && to >= 0 && to < len(row) && row[to] == ' '; to += way {
			stands[y][to] = true
		}
	}
}

// arrow has the head of an arrow stand out, with its shaft.
func arrow(rows [][]rune, stands [][]bool, y, x int) {
	stands[y][x] = true
	way := map[rune]int{'◀': 1, '▶': -1}[rows[y][x]]
	for to := x + way; way != 0 && to >= 0 && to < len(rows[y]) && slices.Contains([]rune("─┼"), rows[y][to]); to += way {
		stands[y][to] = true
	}
}
