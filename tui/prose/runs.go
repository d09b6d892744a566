package prose

import (
	"html"
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content/plain"
	"firstsession/tui/theme"
)

// reference finds numeric character references.
var reference = regexp.MustCompile(`&#[xX]?[0-9a-fA-F]+;?`)

// safeSource takes out of Markdown what could command a terminal, written as
// itself or as a character reference, so that every escape sequence after
// rendering is one of the theme's.
func safeSource(markdown string) string {
	return reference.ReplaceAllStringFunc(plain.Printable(markdown, ""), func(written string) string {
		meant := html.UnescapeString(written)
		if meant == "\n" || plain.Printable(meant, "") != meant {
			return ""
		}
		return written
	})
}

// tidyLines makes safe lines of what Glamour wrote: none wider than width, no
// air at either end of the text or at the end of a line, each with the styles
// that it needs and none left on at its end.
func tidyLines(rendered string, width int) []string {
	var lines []string
	style := ""
	for _, line := range strings.Split(plain.Unbind(rendered), "\n") {
		var runs []run
		runs, style = runsOf(line, style)
		line = write(runs)
		if ansi.StringWidth(line) <= width {
			lines = append(lines, line)
			continue
		}
		part := ""
		for _, short := range strings.Split(ansi.Hardwrap(line, width, false), "\n") {
			runs, part = runsOf(short, part)
			lines = append(lines, write(runs))
		}
	}
	return trimEmpty(lines)
}

// run is a piece of a line in one style, which is the sequences that set it.
type run struct{ style, text string }

// runsOf takes a line apart that begins in a style, and returns the style in
// which it ends. Text and styles are let through and nothing else.
func runsOf(line, style string) ([]run, string) {
	var runs []run
	var state byte
	for len(line) > 0 {
		sequence, cells, n, next := ansi.DecodeSequence(line, state, nil)
		line, state = line[n:], next
		switch {
		case sequence == ansi.ResetStyle, sequence == "\x1b[0m":
			style = ""
		case isStyle(sequence):
			style += sequence
		case cells > 0:
			runs = append(runs, run{style, plain.Printable(sequence, "")})
		}
	}
	return runs, style
}

// write puts runs together, neighbours of one style as one; no space stands at the end.
func write(runs []run) string {
	for len(runs) > 0 {
		last := &runs[len(runs)-1]
		last.text = strings.TrimRight(last.text, " ")
		if last.text != "" {
			break
		}
		runs = runs[:len(runs)-1]
	}
	var b strings.Builder
	style := ""
	for _, r := range append(runs, run{}) { // which ends what is on
		if r.style != style && style != "" {
			b.WriteString(ansi.ResetStyle)
		}
		if r.style != style {
			b.WriteString(r.style)
		}
		style = r.style
		b.WriteString(r.text)
	}
	return b.String()
}

// isStyle reports whether a sequence is SGR, which only styles text.
func isStyle(sequence string) bool {
	inner, ok := strings.CutPrefix(sequence, "\x1b[")
	return ok && strings.Trim(inner, "0123456789;:") == "m"
}

func trimEmpty(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// Wrap breaks plain words to safe lines of at most width cells. A newline in
// them stays one.
func Wrap(words string, width int) []string {
	words = plain.Printable(words, "")
	return tidyLines(ansi.Wrap(plain.Bind(words), max(width, 1), ""), max(width, 1))
}

// Highlight marks the words of a query in rendered lines, where the search finds
// them: whatever their case and accents, and also inside a longer word.
func Highlight(lines []string, query string, t theme.Theme) []string {
	mark, _, _ := strings.Cut(t.Mark.Render("x"), "x")
	marked := make([]string, len(lines))
	for i, line := range lines {
		marked[i] = highlight(line, query, mark)
	}
	return marked
}

// highlight gives the style mark to what is wanted. It goes by characters as
// a reader sees them, so that none is marked by half.
func highlight(line, query, mark string) string {
	marks := plain.Marks(ansi.Strip(line), query)
	if len(marks) == 0 {
		return line
	}
	runs, _ := runsOf(line, "")
	var characters []run
	at := 0 // in the text of them all
	for _, r := range runs {
		for rest := r.text; rest != ""; {
			character, _ := ansi.FirstGraphemeCluster(rest, ansi.GraphemeWidth)
			rest = rest[len(character):]
			for len(marks) > 0 && marks[0].End <= at {
				marks = marks[1:]
			}
			at += len(character)
			style := r.style
			if len(marks) > 0 && marks[0].Start < at {
				style = mark
			}
			characters = append(characters, run{style, character})
		}
	}
	return write(characters)
}
