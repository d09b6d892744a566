package prose

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content/plain"
)

// reference finds numeric character references.
var reference = plain.Late(`&#[xX]?[0-9a-fA-F]+;?`)

// safeSource takes out of Markdown what could command a terminal, written as
// itself or as a character reference, so that every escape sequence after
// rendering is one of the theme's.
func safeSource(markdown string) string {
	return reference().ReplaceAllStringFunc(plain.Printable(markdown, ""), func(written string) string {
		meant := html.UnescapeString(written)
		return plain.Either(meant == "\n" || plain.Printable(meant, "") != meant, "", written)
	})
}

// broken breaks a line of characters: at spaces, behind hyphens, where the text
// says so, and beside wide characters; within a word only if there is no room
// for it on a line of its own.
func broken(line []run, width int) [][]run {
	var lines [][]run
	start, end, used := 0, 0, 0 // where a line begins, where it may end, what it takes
	line = fitting(line, width)
	for i, character := range line {
		if i > start && mayEnd(line[:i], character) && !isOption(line[i-1:]) {
			end = i
		}
		cells := plain.Cells(character.text)
		for used+cells > width && i > start && !isGap(character.text) {
			if end <= start {
				end = start + within(line[start:i])
			}
			lines = append(lines, line[start:end:end])
			start, used = end, 0
			for start < i && isGap(line[start].text) {
				start++
			}
			for _, c := range line[start:i] {
				used += plain.Cells(c.text)
			}
		}
		used += cells
	}
	return together(append(lines, line[start:]), width)
}

// pairedFrom is from how many cells on a word has room to come down to another.
const pairedFrom = 50

// together puts a word of the line before beside one that would stand alone in the
// last, if that leaves several there and breaks no command from its option.
func together(lines [][]run, width int) [][]run {
	last := len(lines) - 1
	gap := func(r run) bool { return isGap(r.text) }
	if width < pairedFrom || last < 1 || slices.ContainsFunc(lines[last], gap) {
		return lines
	}
	above := lines[last-1]
	at := len(above)
	for at > 0 && gap(above[at-1]) {
		at--
	}
	for at > 0 && !gap(above[at-1]) {
		at--
	}
	both := slices.Concat(above[at:], lines[last])
	cells := 0
	for _, r := range both {
		cells += plain.Cells(r.text)
	}
	if above = above[:at]; at > 0 && cells <= width && slices.ContainsFunc(above[:at-1], gap) && !isOption(slices.Concat(above[at-1:], both)) {
		lines[last-1], lines[last] = above, both
	}
	return lines
}

// fitting takes apart the characters that are too wide for a line.
func fitting(line []run, width int) []run {
	if !slices.ContainsFunc(line, func(r run) bool { return len(r.text) > width }) {
		return line // as nearly all are
	}
	var all []run
	for _, r := range line {
		for _, text := range plain.Fitting(r.text, width) {
			all = append(all, run{r.style, text})
		}
	}
	return all
}

// within is where a word that has no room on a line is broken: behind a separator of a
// path, or else behind a hyphen unless that would leave little of it on the line.
func within(word []run) int {
	for at := len(word) - 1; at > 1; at-- {
		if strings.ContainsAny(word[at-1].text, `/\`) {
			return at
		}
	}
	for at := len(word) - 1; at > len(word)/2; at-- {
		if plain.Unbind(word[at-1].text) == "-" {
			return at
		}
	}
	return len(word)
}

// breakHere is a space of no width, at which a line may be broken.
const breakHere = "\u200b"

// isOption reports whether an option of a command begins behind a gap: it stays
// with its command, so that both are typed as one line.
func isOption(line []run) bool {
	return len(line) > 2 && isGap(line[0].text) && line[1].text == "-" && line[2].text == "-"
}

func mayEnd(line []run, next run) bool {
	if isGap(next.text) {
		return false
	}
	last, hyphened := line[len(line)-1].text, false
	switch last {
	case "-":
		hyphened = len(line) > 1 && !isGap(line[len(line)-2].text) && line[len(line)-2].text != "-" &&
			next.text != "-" && separators(line) == 0 // a path is to be copied
	case "/", "\\":
		hyphened = separators(line) > 1
	}
	return hyphened || isGap(last) || last == breakHere || plain.MayBreak(last, next.text)
}

// separators counts those of a path in the last word of a line; a web address has none.
func separators(line []run) int {
	n, before := 0, ""
	for _, r := range slices.Backward(line) {
		switch is := r.text == "/" || r.text == "\\"; {
		case isGap(r.text):
			return n
		case is && before == r.text:
			return 0
		case is:
			n++
		}
		before = r.text
	}
	return n
}

// gaps are the spaces at which a line may be broken.
const gaps = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"

func isGap(text string) bool {
	if len(text) == 1 { // as nearly all are
		return text == " "
	}
	return strings.Trim(text, gaps) == ""
}

// run is a piece of a line in one style, which is the sequences that set it.
type run struct{ style, text string }

// runsOf takes a line apart that begins in a style, into characters as a reader
// sees them, and returns the style in which it ends. Text and styles are let
// through and nothing else.
func runsOf(line, style string) ([]run, string) {
	runs := make([]run, 0, len(line)) // nearly always one for each byte
	for line != "" {
		if line[0] == ansi.ESC {
			sequence, _, n, _ := ansi.DecodeSequence(line, 0, nil)
			line = line[n:]
			switch {
			case sequence == ansi.ResetStyle, sequence == "\x1b[0m":
				style = ""
			case strings.HasPrefix(sequence, "\x1b[") && strings.Trim(sequence[2:], "0123456789;:") == "m": // SGR, which only styles
				style += sequence
			}
			continue
		}
		if isLetter(line) {
			runs, line = append(runs, run{style, line[:1]}), line[1:]
			continue
		}
		character, _ := ansi.FirstGraphemeCluster(line, ansi.GraphemeWidth)
		line = line[len(character):]
		text := plain.Printable(character, "")
		first, _ := utf8.DecodeRuneInString(text)
		joins := unicode.IsMark(first) || plain.Cells(text) == 0 && text != breakHere
		if last := len(runs) - 1; last >= 0 && joins { // perhaps behind a style
			runs[last].text += text
		} else if text != "" {
			runs = append(runs, run{style, text})
		}
	}
	return runs, style
}

// isLetter reports whether a line begins with a character of ASCII that nothing joins.
func isLetter(line string) bool {
	return line[0] >= ' ' && line[0] <= '~' && (len(line) == 1 || line[1] < utf8.RuneSelf)
}

// write is a line of runs, without the spaces at its end.
func write(runs []run) string {
	for len(runs) > 0 {
		last := &runs[len(runs)-1]
		last.text = strings.TrimRight(last.text, gaps)
		if last.text != "" {
			break
		}
		runs = runs[:len(runs)-1]
	}
	return joined(runs)
}

// joined are runs put together, neighbours of one style as one.
func joined(runs []run) string {
	var b strings.Builder
	b.Grow(len(runs)) // nearly always one byte for each
	style := ""
	for _, r := range runs {
		if r.style != style && style != "" {
			b.WriteString(ansi.ResetStyle)
		}
		if r.style != style {
			b.WriteString(r.style)
		}
		style = r.style
		b.WriteString(r.text)
	}
	if style != "" {
		b.WriteString(ansi.ResetStyle)
	}
	return strings.ReplaceAll(b.String(), breakHere, "")
}
