package content

import (
	"bytes"
	"fmt"
	"regexp"

	"firstsession/content/source"
)

// The limits are far above what a guide needs. They are checked before any
// Markdown is parsed, because the parser's time grows faster than its input
// where marks are many or deep; within them no folder, however hostile, takes
// more than about a second.
const (
	MaxFile    = 1 << 20
	maxGuide   = 10 << 20
	maxWords   = 64 << 10 // words.toml
	maxEntries = 1000     // in one folder
	maxLines   = 100_000  // in the whole guide
	maxMarks   = 100_000  // in the whole guide
	// maxRun and maxRunMarks bound what stands between two empty lines.
	maxRun      = 8 << 10
	maxRunMarks = 200
	// maxIndent bounds the spaces and marks of lists and quotations that a
	// line starts with, and with them how deep it is nested.
	maxIndent = 16
)

// run is what stands between two empty lines.
type run struct {
	start int
	marks int
}

// checkLimits refuses a Markdown file that would be slow to parse.
func (l *loader) checkLimits(src *source.File) bool {
	var current run
	count, lines, marks := l.Count, l.lines, l.marks
	for offset := 0; offset < len(src.Text); l.lines++ {
		end := src.LineEnd(offset)
		line := src.Text[offset:end]
		before, found := current, countMarks(line)
		current.marks += found
		l.marks += found
		switch {
		case len(bytes.Trim(line, " ")) == 0:
			current = run{start: end + 1}
		case end-current.start > maxRun && offset-before.start <= maxRun:
			l.Report(src, offset, fmt.Sprintf("there is no empty line in the last %d KB", maxRun>>10),
				"Put an empty line between paragraphs.")
		case current.marks > maxRunMarks && before.marks <= maxRunMarks:
			l.Report(src, offset, "there are more marks here than a text needs: brackets, stars, underscores and the like",
				"Use fewer, or put empty lines between paragraphs.")
		case indentCost(line) > maxIndent:
			l.Report(src, offset, "this line is nested too deeply",
				"Take some of the spaces, list signs or > at its start away.")
		}
		offset = end + 1
	}
	if l.lines > maxLines && lines <= maxLines {
		l.Report(src, 0, fmt.Sprintf("with this file the guide has more than %d lines", maxLines), "Make the guide shorter.")
	}
	if l.marks > maxMarks && marks <= maxMarks {
		l.Report(src, 0, fmt.Sprintf("with this file the guide has more than %d marks: brackets, stars, underscores and the like", maxMarks),
			"Use fewer of them.")
	}
	return l.Count == count && l.lines <= maxLines && l.marks <= maxMarks
}

// countMarks counts what the Markdown parser may have to look at more than
// once. Stars, underscores and backticks in a row count as one, as a line to
// write on may be made of them.
func countMarks(line []byte) int {
	count := 0
	var before byte
	for _, c := range line {
		switch c {
		case '[', ']', '<', '{':
			count++
		case '*', '_', '`':
			if c != before {
				count++
			}
		}
		before = c
	}
	return count
}

// lineStart is what may stand before a line's first word: spaces, and the signs
// of quotations and lists.
var lineStart = regexp.MustCompile(`^(?: |>|[-+*](?: |$)|[0-9]+[.)](?: |$))*`)

// indentCost measures what stands before a line's first word. A quotation's
// sign, which needs no space behind it, counts as one with it.
func indentCost(line []byte) int {
	start := lineStart.Find(line)
	return len(start) + bytes.Count(start, []byte(">"))
}

// TooLarge is the Problem with a file that is longer than a limit, in bytes.
func TooLarge(name string, limit int64) source.Problem {
	return source.InFile(name, fmt.Sprintf("this file is larger than %d KB", limit>>10),
		"Make it shorter. If it is a chapter, split it into several.")
}

func tooManyEntries(name string) source.Problem {
	if name == "" {
		name = "."
	}
	return source.InFile(name, fmt.Sprintf("this folder holds more than %d files", maxEntries),
		"Is it the right folder? A guide's folder holds its chapters and little else.")
}
