package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"firstsession/content/plain"
)

// Problem is something in a guide's folder that keeps it from opening. It is
// written for the person who has to mend the file.
type Problem struct {
	Place  Place
	Column int    // counted from 1 in characters; 0 if the whole line or file is meant
	Source string // the line as it stands, made safe to print; of a long line, the part around the column
	What   string // what is there, in one line
	Mend   string // what to do, or the form to follow; may have several lines

	caret int // the column in Source, which may have been cut
}

// String shows the problem as a person would want to see it: where, what, the
// line with a mark under the place, and what to do.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(safe(p.Place.File))
	if p.Place.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Place.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	b.WriteString(": " + safe(p.What))
	if p.Source != "" {
		number, before := fmt.Sprint(p.Place.Line), []rune(p.Source)[:p.caret-1]
		fmt.Fprintf(&b, "\n   %s | %s", number, safe(p.Source))
		fmt.Fprintf(&b, "\n   %*s | %*s^", len(number), "", plain.Cells(safe(string(before))), "")
	}
	if p.Mend != "" {
		for line := range strings.SplitSeq(p.Mend, "\n") {
			b.WriteString("\n" + strings.TrimRight("   "+safe(line), " "))
		}
	}
	return b.String()
}

// Problems is every Problem of a guide at once, sorted by file and line.
type Problems []Problem

// Error shows every problem, with an empty line between them.
func (p Problems) Error() string { return strings.Join(plain.Each(p, Problem.String), "\n\n") }

// Advice is something that a reader would be glad to have changed. It never
// stops anything.
type Advice struct {
	Place Place
	What  string
}

const (
	// MaxProblems are shown at once. Nobody reads more before mending.
	MaxProblems = 100
	// maxCollected bounds what a hostile file can make the program keep.
	maxCollected = 1000
	// MaxShown is how much of a line stands in a Problem, in characters.
	MaxShown = 100
	// MaxWhat is how long the first line of a Problem may be, in characters.
	MaxWhat = 161
)

// Log keeps what is wrong with a file, or with several.
type Log struct {
	problems Problems
	Count    int // of all problems, also those not kept
}

// Add keeps a problem, up to a bound; beyond it, problems are only counted.
func (c *Log) Add(problem Problem) {
	problem.What = plain.Shorten(problem.What, MaxWhat)
	if c.Count++; c.Count <= maxCollected {
		c.problems = append(c.problems, problem)
	}
}

// Report adds a problem at an offset in a file.
func (c *Log) Report(src *File, offset int, what, mend string) {
	if c.Count >= maxCollected {
		c.Count++
		return
	}
	c.Add(ProblemAt(src, offset, what, mend))
}

// InFile is a problem with a whole file.
func InFile(name, what, mend string) Problem {
	return Problem{Place: Place{File: name}, What: what, Mend: mend}
}

// ProblemAt is a problem at an offset in a file.
func ProblemAt(src *File, offset int, what, mend string) Problem {
	start := src.LineStart(offset)
	before := string(src.Text[start:offset])
	problem := Problem{Place: src.Place(offset), Column: utf8.RuneCountInString(before) + 1, What: what, Mend: mend}
	problem.Source, problem.caret = cut(before, string(src.Text[offset:src.LineEnd(offset)]))
	return problem
}

// cut joins a line's two parts, before and from the place that is meant, and
// cuts off at both ends what is too long to show.
func cut(before, from string) (line string, caret int) {
	head, tail := []rune(before), []rune(from)
	if len(head)+len(tail) <= MaxShown {
		return safe(before + from), len(head) + 1
	}
	if keep := MaxShown / 2; len(head) > keep {
		head = append([]rune("…"), head[len(head)-keep:]...)
	}
	if keep := MaxShown - len(head); len(tail) > keep {
		tail = append(tail[:keep:keep], '…')
	}
	return safe(string(head) + string(tail)), len(head) + 1
}

// safe makes a line harmless to print, one character for one: whatever a
// terminal could take for a command is shown as a question mark.
func safe(line string) string {
	return strings.Map(func(r rune) rune {
		return plain.Either(r == utf8.RuneError || r == '\n' || plain.IsForbidden(r), '?', r)
	}, line)
}

// Sorted returns the problems in order of file, line and column, cut to a
// number that a person can take in.
func (c *Log) Sorted() Problems {
	slices.SortStableFunc(c.problems, func(a, b Problem) int {
		return cmp.Or(
			strings.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Column, b.Column),
		)
	})
	if c.Count <= MaxProblems {
		return c.problems
	}
	last := Problem{
		Place: c.problems[MaxProblems-1].Place,
		What:  fmt.Sprintf("and %d problems more", c.Count-MaxProblems),
		Mend:  "Mend these first, then look again.",
	}
	return append(c.problems[:MaxProblems:MaxProblems], last)
}

// Place is where something stands in the guide's folder.
type Place struct {
	File string // relative to the guide's folder, with forward slashes
	Line int    // counted from 1
}

// String shows the advice in one line: where, what is there, what would help.
// It is safe to print.
func (a Advice) String() string {
	where := a.Place.File
	if a.Place.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, a.Place.Line)
	}
	return safe(where + ": " + a.What)
}
