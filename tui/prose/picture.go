package prose

import (
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

// cell is one sign of a picture, and whether it stands out.
type cell struct {
	sign   rune
	stands bool
}

// inked gives a picture its colours: its point (a filled seat, with the word at
// it) and its arrows stand out, and its lines stand back.
func inked(art []string, t theme.Theme) []string {
	rows := plain.Each(art, func(line string) []cell {
		return plain.Each([]rune(line), func(sign rune) cell { return cell{sign: sign} })
	})
	for y, row := range rows {
		for x := range row {
			switch {
			case row[x].isOf(points):
				row[x].stands = true
				wordAt(row, x+2)
				wordAt(row, x-2)
				if y+1 < len(rows) {
					wordAt(rows[y+1], x)
				}
			case row[x].isOf(heads):
				arrowAt(row, x)
			}
		}
	}
	return plain.Each(rows, func(row []cell) string {
		return write(plain.Each(row, func(c cell) run {
			style := plain.Either(c.isOf(shafts), t.Muted.Opens, t.Plain.Opens)
			return run{plain.Either(c.stands, t.Strong.Opens, style), string(c.sign)}
		}))
	})
}

func (c cell) isOf(signs string) bool { return strings.ContainsRune(signs, c.sign) }

// wordAt has the words at a place stand out, with one space at most within them.
func wordAt(row []cell, x int) {
	isWord := func(x int) bool {
		return x >= 0 && x < len(row) && !row[x].isOf(" "+points+heads+shafts+"○◆")
	}
	if !isWord(x) {
		return
	}
	for _, way := range []int{-1, 1} {
		for to := x; isWord(to) || isWord(to+way) && to >= 0 && to < len(row) && row[to].sign == ' '; to += way {
			row[to].stands = true
		}
	}
}

// arrowAt has the head of an arrow stand out, with its shaft.
func arrowAt(row []cell, x int) {
	row[x].stands = true
	way := map[rune]int{'◀': 1, '▶': -1}[row[x].sign]
	for to := x + way; way != 0 && to >= 0 && to < len(row) && row[to].isOf("─┼"); to += way {
		row[to].stands = true
	}
}
