package content

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// tomlLineForm is what to do where no cause is known.
const tomlLineForm = "A line of this file looks like this: when = \"Tuesdays at six\"\n" +
	"Inside the marks, write \\\" for a double quotation mark. Words on several lines stand between\n" +
	"three marks: \"\"\" at the start and at the end. The command firstsession practice init shows every name."

func (r *practiceReader) reportSyntax(offset int) {
	if begins := openText(string(r.src.text[:offset])); begins >= 0 && len(bytes.TrimSpace(r.src.text[offset:])) == 0 {
		r.report(r.src, begins, `this text has no end`, `Write """ behind its last word.`)
		return
	}
	start := r.src.lineStart(offset)
	line := string(r.src.text[start:r.src.lineEnd(offset)])
	if at, what, mend := mistake(line, offset-start); what != "" {
		r.report(r.src, start+at, what, mend)
		return
	}
	r.report(r.src, offset, "this line cannot be read", tomlLineForm)
}

// openText is where a text of several lines begins that does not end; less
// than zero if there is none.
func openText(text string) int {
	if strings.Count(text, `"""`)%2 == 0 {
		return -1
	}
	return strings.LastIndex(text, `"""`)
}

// curlyMarks are what a word processor makes of a quotation mark.
const curlyMarks = "“”„‟‘’‚‛«»"

var (
	lineParts = regexp.MustCompile(`^\s*([A-Za-z0-9_.-]+)\s*([=:])\s*`)
	yesOrNo   = regexp.MustCompile(`^(?i:yes|no|true|false)\s*(#.*)?$`)
)

// mistake finds the cause of what keeps a line from being read, among the
// mistakes that are easily made; at is where the parser gave up. Without a
// cause, what is empty.
func mistake(line string, at int) (from int, what, mend string) {
	found := lineParts.FindStringSubmatchIndex(line)
	if found == nil || found[4] > at {
		return 0, "", ""
	}
	name, value := line[found[2]:found[3]], strings.TrimRight(line[found[1]:], " ")
	from = found[1]
	if line[found[4]] == ':' {
		what, mend = "a colon stands behind the name", fmt.Sprintf("Write an equals sign in its place: %s = \"...\"", name)
		return found[4], what, mend
	}
	if i := curlyMark(value); i >= 0 {
		return from + i, "this is the quotation mark of a word processor", `Write the straight mark " in its place, at both ends.`
	}
	what, mend = mistakenValue(name, value)
	return from, what, mend
}

// curlyMark is where a curly mark stands in the place of a straight one, at a
// text's start or at its end; less than zero if there is none.
func curlyMark(value string) int {
	if i := strings.IndexAny(value, curlyMarks); i >= 0 && strings.Trim(value[:i], "[ ") == "" {
		return i
	}
	if last := strings.TrimRight(value, curlyMarks); isOpen(value) && last != value {
		return len(last)
	}
	return -1
}

// isOpen says whether a text begins with a straight mark and does not end.
func isOpen(value string) bool {
	return strings.HasPrefix(value, `"`) && marks(value, '"') == 1
}

// marks counts the quotation marks of one kind but those behind a backslash.
func marks(value string, mark byte) int {
	n := 0
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case mark:
			n++
		}
	}
	return n
}

// mistakenValue finds the cause in what stands behind the equals sign.
func mistakenValue(name, value string) (what, mend string) {
	quotes := marks(value, '"')
	switch {
	case strings.HasPrefix(value, `"""`), strings.HasPrefix(value, "'''"):
		return "", ""
	case isOpen(value):
		return "this text has no end", "Write a double quotation mark behind its last word, or three at both ends of several lines."
	case strings.HasPrefix(value, `"`) && quotes > 2:
		return "there are double quotation marks inside this text", `Write \" for each one inside, or single ones.`
	case strings.HasPrefix(value, `"`) && strings.HasSuffix(value, `"`) && strings.Contains(value, `\`):
		return "there is a backslash in this text", `Write two for each: \\`
	case strings.HasPrefix(value, "'") && strings.Count(value, "'") != 2:
		return "this text begins with a single quotation mark", "Put double ones around it, so that an apostrophe can stand in it."
	case name == "checked" || name == checkedKey:
		return "this date is not written as it has to be", dayMend
	case yesOrNo.MatchString(value) && strings.HasSuffix(name, neededKey):
		return fmt.Sprintf("%s is neither true nor false", name), "Write true or false, in small letters and without quotation marks."
	case name == neededKey && !strings.HasPrefix(value, "["):
		return notAList, notAListMend
	case value == "" || !strings.ContainsAny(value[:1], `"'[{#`):
		return "there are no quotation marks around this text", fmt.Sprintf("Write them: %s = \"...\"", name)
	}
	return "", ""
}

// markedStatement is the line that begins a statement, still behind its mark.
var markedStatement = regexp.MustCompile(`^\s*#+\s*\[\[\s*statement\s*\]\]`)

// isOfStatement says whether a setting has the name of one of a statement's.
func (r *practiceReader) isOfStatement(s setting) bool {
	return slices.Contains(practiceKeys(), statementPart+"."+s.path[len(s.path)-1])
}

// maxLookBack is how many lines above a setting are looked at.
const maxLookBack = 100

// isBelowMark reports a statement whose first line still has its mark, so that
// what follows is taken for part of what stands above. It is reported once.
func (r *practiceReader) isBelowMark(s setting) bool {
	at := r.src.lineStart(s.key)
	for looked := 0; at > 0 && looked < maxLookBack; looked++ {
		end := at - 1
		at = r.src.lineStart(end)
		line := r.src.text[at:end]
		switch {
		case markedStatement.Match(line):
			if r.marked[at] {
				return true
			}
			r.marked[at] = true
			r.report(r.src, at, "this line still has its mark, so the lines below are no statement", "Take the # and the space before it away.")
			return true
		case bytes.HasPrefix(bytes.TrimSpace(line), []byte("[")):
			return false
		}
	}
	return false
}
