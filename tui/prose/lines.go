package prose

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content/plain"
	"firstsession/tui/theme"
)

// tidyLines makes safe lines of styled text: none wider than width, whether a
// terminal counts cells by character or by what a reader takes for one; no air at
// either end of the text or at the end of a line; each with the styles that it
// needs and none left on at its end.
func tidyLines(text string, width int) []string {
	var lines []string
	style := ""
	for line := range strings.SplitSeq(parted.Replace(plain.Composed(plain.Breakable(text))), "\n") {
		if style == "" && len(line) <= width && !strings.ContainsFunc(line, beyondASCII) { // as most are
			lines = append(lines, strings.TrimRight(line, " "))
			continue
		}
		var runs []run
		runs, style = runsOf(line, style)
		for _, short := range broken(runs, width) {
			lines = append(lines, plain.Unbind(write(short)))
		}
	}
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// Wrap breaks plain words to safe lines of a width. A newline in them stays one.
func Wrap(words string, width int) []string {
	return tidyLines(plain.Bind(plain.Printable(words, "")), max(width, 1))
}

// Balanced breaks plain words as Wrap does, but narrower where that would leave a
// word alone in the last line.
func Balanced(words string, width int) []string {
	lines := Wrap(words, width)
	for last := len(lines) - 1; width > 1 && last > 0 && !strings.Contains(lines[last], " "); width-- {
		narrower := Wrap(words, width-1)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// Cells is how many cells a styled line takes, by the count that gives it more.
func Cells(line string) int { return plain.Cells(stripped(line)) }

// stripped is a line without its styles, and whatever else commands a terminal.
func stripped(line string) string {
	for {
		from := strings.IndexByte(line, ansi.ESC)
		if from < 0 {
			return line // as most are
		}
		end := from + strings.IndexByte(line[from:], 'm')
		if end <= from+1 || line[from+1] != '[' || strings.Trim(line[from+2:end], "0123456789;:") != "" {
			return ansi.Strip(line)
		}
		line = line[:from] + line[end+1:]
	}
}

// Cut is a styled line cut to a width, with a tail where something is missing.
func Cut(line string, width int, tail string) string {
	if Cells(line) <= width {
		return line
	}
	runs, _ := runsOf(line, "")
	used, at := plain.Cells(tail), -1
	for used <= width {
		at++
		used += plain.Cells(runs[at].text)
	}
	if at < 0 {
		return ""
	}
	return write(append(runs[:at:at], run{runs[at].style, tail}))
}

// Highlight marks the words of a query in rendered lines, where the search finds
// them: whatever their case and accents, and also inside a longer word.
func Highlight(lines []string, query string, t theme.Theme) []string {
	if query == "" {
		return lines
	}
	return plain.Each(lines, func(line string) string { return highlight(line, query, t.Mark.Opens) })
}

// highlight goes by characters as a reader sees them, so that none is marked by half.
func highlight(line, query, mark string) string {
	marks := plain.Marks(stripped(line), query)
	if len(marks) == 0 {
		return line
	}
	runs, _ := runsOf(line, "")
	at := 0 // in the text of them all
	for i, r := range runs {
		for len(marks) > 0 && marks[0].End <= at {
			marks = marks[1:]
		}
		at += len(r.text)
		if len(marks) > 0 && marks[0].Start < at {
			runs[i].style = mark
		}
	}
	return write(runs)
}

// Laid is a styled line on a ground, as wide as the ground.
func Laid(line string, width int, ground theme.Style) string {
	under := ground.Opens
	if under == "" {
		return line
	}
	runs, _ := runsOf(line, "")
	runs = append(runs, run{"", strings.Repeat(" ", max(0, width-Cells(line)))})
	for i := range runs {
		runs[i].style = under + runs[i].style
	}
	return joined(runs)
}

// parted are the separators of lines that are no newline.
var parted = strings.NewReplacer("\u2028", "\n", "\u2029", "\n")

// beyondASCII reports whether a character is none that ASCII prints.
func beyondASCII(r rune) bool { return r < ' ' || r > '~' }
