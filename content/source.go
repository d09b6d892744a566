package content

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
)

// source is one file's text, with line ends and byte order mark made equal.
type source struct {
	name    string // relative to the language's folder
	number  string // a chapter's number, as written
	id      string // from the file's name
	text    []byte
	checked bool  // of a picture: it was looked at
	lines   []int // where each line starts; filled when first asked for
}

func newSource(name string, data []byte) *source {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	return &source{name: name, text: bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))}
}

// line returns the number of the line, counted from 1, that holds an offset.
func (s *source) line(offset int) int {
	line, found := slices.BinarySearch(s.starts(), offset)
	if found {
		line++
	}
	return line
}

// lineStart returns where the line starts that holds an offset.
func (s *source) lineStart(offset int) int {
	return s.starts()[s.line(offset)-1]
}

// starts are where the lines start.
func (s *source) starts() []int {
	if s.lines == nil {
		s.lines = []int{0}
		for i, c := range s.text {
			if c == '\n' {
				s.lines = append(s.lines, i+1)
			}
		}
	}
	return s.lines
}

// lineEnd returns where the line ends that holds an offset: at its newline,
// or at the end of the file.
func (s *source) lineEnd(offset int) int {
	if i := bytes.IndexByte(s.text[offset:], '\n'); i >= 0 {
		return offset + i
	}
	return len(s.text)
}

// place returns where an offset is.
func (s *source) place(offset int) Place {
	return Place{File: s.name, Line: s.line(offset)}
}

// The limits are far above what a guide needs. They are checked before any
// Markdown is parsed, because the parser's time grows faster than its input
// where marks are many or deep; within them no folder, however hostile, takes
// more than about a second.
const (
	maxFile    = 1 << 20
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
func (l *loader) checkLimits(src *source) bool {
	var current run
	count, lines, marks := l.count, l.lines, l.marks
	for offset := 0; offset < len(src.text); l.lines++ {
		end := src.lineEnd(offset)
		line := src.text[offset:end]
		before, found := current, countMarks(line)
		current.marks += found
		l.marks += found
		switch {
		case len(bytes.Trim(line, " ")) == 0:
			current = run{start: end + 1}
		case end-current.start > maxRun && offset-before.start <= maxRun:
			l.report(src, offset, fmt.Sprintf("there is no empty line in the last %d KB", maxRun>>10),
				"Put an empty line between paragraphs.")
		case current.marks > maxRunMarks && before.marks <= maxRunMarks:
			l.report(src, offset, "there are more marks here than a text needs: brackets, stars, underscores and the like",
				"Use fewer, or put empty lines between paragraphs.")
		case indentCost(line) > maxIndent:
			l.report(src, offset, "this line is nested too deeply",
				"Take some of the spaces, list signs or > at its start away.")
		}
		offset = end + 1
	}
	if l.lines > maxLines && lines <= maxLines {
		l.report(src, 0, fmt.Sprintf("with this file the guide has more than %d lines", maxLines), "Make the guide shorter.")
	}
	if l.marks > maxMarks && marks <= maxMarks {
		l.report(src, 0, fmt.Sprintf("with this file the guide has more than %d marks: brackets, stars, underscores and the like", maxMarks),
			"Use fewer of them.")
	}
	return l.count == count && l.lines <= maxLines && l.marks <= maxMarks
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

func tooLarge(name string, limit int64) Problem {
	return inFile(name, fmt.Sprintf("this file is larger than %d KB", limit>>10),
		"Make it shorter. If it is a chapter, split it into several.")
}

func tooManyEntries(name string) Problem {
	if name == "" {
		name = "."
	}
	return inFile(name, fmt.Sprintf("this folder holds more than %d files", maxEntries),
		"Is it the right folder? A guide's folder holds its chapters and little else.")
}
