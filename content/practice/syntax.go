package practice

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// tomlLineForm is what to do where no cause is known.
const tomlLineForm = "A line of this file looks like this: when = \"Tuesdays at six\"\n" +
	"Inside the marks, write \\\" for a double quotation mark. Words on several lines stand between\n" +
	"three marks: \"\"\" at the start and at the end. The command firstsession practice init shows every name."

func (r *practiceReader) reportSyntax(offset int) {
	before, start := string(r.src.Text[:offset]), r.src.LineStart(offset)
	at, what, mend := mistake(string(r.src.Text[start:r.src.LineEnd(offset)]), offset-start)
	switch {
	case strings.Count(before, `"""`)%2 == 1 && len(bytes.TrimSpace(r.src.Text[offset:])) == 0:
		r.Report(r.src, strings.LastIndex(before, `"""`), "this text has no end", `Write """ behind its last word.`)
	case what != "":
		r.Report(r.src, start+at, what, mend)
	default:
		r.Report(r.src, offset, "this line cannot be read", tomlLineForm)
	}
}

const (
	anyName = `^\s*([A-Za-z0-9_.-]+)\s*`
	anySet  = anyName + `=\s*`
	inText  = `(?:[^"\\]|\\.|\\$)*` // but for a quotation mark
	curly   = `[“”„‟‘’‚‛«»]`        // what a word processor makes of one
)

// mistakes are those that are easily made in a line, each tried if those above
// it were not made: the first brackets hold the name, the second stand at the
// place that is meant. Where what is empty, no cause is known.
var mistakes = []struct{ line, what, mend string }{
	{anyName + `(:)`, "a colon stands behind the name", `Write an equals sign in its place: {name} = "..."`},
	{anySet + `[\[ ]*(` + curly + `)`, curlyMark, curlyMend},
	{anySet + `"` + inText + `?(` + curly + `+) *$`, curlyMark, curlyMend},
	{anySet + `()(?:"""|''')`, "", ""},
	{anySet + `()"` + inText + `$`, "this text has no end",
		"Write a double quotation mark behind its last word, or three at both ends of several lines."},
	{anySet + `()"` + inText + `"` + inText + `"`, "there are double quotation marks inside this text",
		`Write \" for each one inside, or single ones.`},
	{anySet + `()".*\\.*" *$`, "there is a backslash in this text", `Write two for each: \\`},
	{anySet + `()'[^']*(?:$|'[^']*')`, "this text begins with a single quotation mark",
		"Put double ones around it, so that an apostrophe can stand in it."},
	{`^\s*((?:crisis\.)?checked)\s*=\s*()`, "this date is not written as it has to be", dayMend},
	{`^\s*([A-Za-z0-9_.-]*needed_to_start)\s*=\s*()(?i:yes|no|true|false)\s*(?:#.*)?$`, "{name} is neither true nor false",
		"Write true or false, in small letters and without quotation marks."},
	{`^\s*(needed_to_start)\s*=\s*()(?:[^\s\[]|$)`, notAList, notAListMend},
	{anySet + `()(?:[^\s"'\[{#]|$)`, "there are no quotation marks around this text", `Write them: {name} = "..."`},
}

const (
	curlyMark = "this is the quotation mark of a word processor"
	curlyMend = `Write the straight mark " in its place, at both ends.`
)

// mistake finds the cause of what keeps a line from being read; at is where the
// parser gave up. Without a cause, what is empty.
func mistake(line string, at int) (from int, what, mend string) {
	if strings.IndexAny(line, "=:") > at {
		return 0, "", ""
	}
	for _, m := range mistakes {
		if found := regexp.MustCompile(m.line).FindStringSubmatchIndex(line); found != nil {
			name := line[found[2]:found[3]]
			return found[4], plain.Fill(m.what, "name", name), plain.Fill(m.mend, "name", name)
		}
	}
	return 0, "", ""
}

// markedPart is the line that begins a statement, a site or a group, still
// behind its mark.
var markedPart = plain.Late(`^\s*#+\s*\[\[\s*(?:[a-z]+\.)?(statement|site|group)\s*\]\]`)

func isOfStatement(name string) bool {
	_, ok := rules("")[statementPart+"."+name]
	return ok
}

// maxLookBack is how many lines above a setting are looked at.
const maxLookBack = 100

// isBelowMark reports a part whose first line still has its mark, so that
// what follows is taken for part of what stands above. It is reported once.
func (r *practiceReader) isBelowMark(s source.Setting) bool {
	below := r.src.Line(s.Key) - 1
	for _, at := range slices.Backward(r.src.Starts()[max(0, below-maxLookBack):below]) {
		line := r.src.Text[at:r.src.LineEnd(at)]
		switch {
		case markedPart().Match(line):
			if !r.marked[at] {
				part := markedPart().FindSubmatch(line)[1]
				r.Report(r.src, at, fmt.Sprintf("this line still has its mark, so the lines below are no %s", part), "Take the # and the space before it away.")
			}
			r.marked[at] = true
			return true
		case bytes.HasPrefix(bytes.TrimSpace(line), []byte("[")):
			return false
		}
	}
	return false
}
