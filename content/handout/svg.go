package handout

import (
	"fmt"
	"strings"

	"firstsession/content/plain"
)

// sketch is a picture in text characters as lines, shapes and words, in the units of an SVG.
type sketch struct {
	Wide, High   int
	Paths, Heads []string // lines, and filled shapes, in the language of SVG
	Seats        []seat
	Words        []caption
}

// Box is what an SVG shows of a sketch, with room for a circle at its edge.
func (s sketch) Box() string { return fmt.Sprint(s.Wide+6, s.High+6) }

// caption is words in a sketch, as wide as the cells that they stand in.
type caption struct {
	X, Y, Wide int
	Text       string
}

// The size of one cell of a drawing.
const cellWide, cellHigh = 10, 20

// strokes are the characters that are lines. Each is drawn from point to point
// of its cell, so that lines meet whatever the typeface: n, e, s and w are the
// middles of its sides, c its centre, and 1 to 4 its corners, from the upper
// left one clockwise.
var strokes = map[rune]string{
	'─': "we", '│': "ns", '┌': "sce", '┐': "wcs", '└': "nce", '┘': "wcn",
	'├': "ns ce", '┤': "ns wc", '┬': "we cs", '┴': "we nc", '┼': "we ns",
	'╱': "42", '╲': "13", '╭': "sce", '╮': "wcs", '╰': "nce", '╯': "wcn",
}

var points = map[rune][2]int{
	'n': {1, 0}, 'e': {2, 1}, 's': {1, 2}, 'w': {0, 1}, 'c': {1, 1},
	'1': {0, 0}, '2': {2, 0}, '3': {2, 2}, '4': {0, 2},
}

// heads are the characters that are filled shapes, by their corners as parts of a cell.
var heads = map[rune][]float64{
	'▶': {0, .3, 1, .5, 0, .7}, '◀': {1, .3, 0, .5, 1, .7},
	'▲': {0, .7, .5, .3, 1, .7}, '▼': {0, .3, .5, .7, 1, .3},
	'◆': {-.1, .5, .5, .2, 1.1, .5, .5, .8},
}

// seats are the characters that are circles, and whether one is the reader's.
var seats = map[rune]bool{'●': true, '○': false}

// canSketch reports whether all of a drawing can be drawn anew: each character
// takes one cell, and none is of a kind of line that is not known here.
func canSketch(art string) bool {
	for _, r := range art {
		if isLine := r >= '─' && r <= '╿'; r != '\n' && plain.Cells(string(r)) != 1 || isLine && strokes[r] == "" {
			return false
		}
	}
	return true
}

// sketched draws a picture in text characters anew.
func sketched(art string) sketch {
	var s sketch
	for y, text := range strings.Split(art, "\n") {
		line := []rune(text)
		s.Wide, s.High = max(s.Wide, len(line)*cellWide), (y+1)*cellHigh
		for x := 0; x < len(line); x++ {
			if line[x] != ' ' {
				x = s.draw(line, x, y)
			}
		}
	}
	return s
}

// draw adds what stands at a place of a line, and says where it ends.
func (s *sketch) draw(line []rune, x, y int) int {
	r := line[x]
	mine, isSeat := seats[r]
	switch {
	case strokes[r] != "":
		s.Paths = append(s.Paths, path(strokes[r], x, y))
	case heads[r] != nil:
		s.Heads = append(s.Heads, corners(heads[r], x, y))
	case isSeat:
		s.Seats = append(s.Seats, seat{float64(x*cellWide + cellWide/2), float64(y*cellHigh + cellHigh/2), 6, mine})
	default:
		end := captionEnd(line, x)
		s.Words = append(s.Words, caption{x * cellWide, y*cellHigh + 15, (end - x) * cellWide, string(line[x:end])})
		return end - 1
	}
	return x
}

// captionEnd is where words that begin at a place end: at a line, a shape, or two spaces.
func captionEnd(line []rune, from int) int {
	end := from
	for x := from; x < len(line) && x-end < 2; x++ {
		if _, isSeat := seats[line[x]]; isSeat || strokes[line[x]] != "" || heads[line[x]] != nil {
			break
		}
		if line[x] != ' ' {
			end = x + 1
		}
	}
	return end
}

// path is the way through some points of a cell; a space lifts the pen.
func path(through string, x, y int) string {
	var d strings.Builder
	for part := range strings.FieldsSeq(through) {
		command := 'M'
		for _, r := range part {
			at := points[r]
			fmt.Fprintf(&d, "%c%d %d", command, x*cellWide+at[0]*cellWide/2, y*cellHigh+at[1]*cellHigh/2)
			command = 'L'
		}
	}
	return d.String()
}

// corners are the corners of a shape in a cell.
func corners(parts []float64, x, y int) string {
	var at []string
	for i := 0; i < len(parts); i += 2 {
		at = append(at, fmt.Sprintf("%g,%g", (float64(x)+parts[i])*cellWide, (float64(y)+parts[i+1])*cellHigh))
	}
	return strings.Join(at, " ")
}
