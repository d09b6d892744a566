package content

import (
	"fmt"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"
)

// The parts of a practice file, and those of its names that have rules of
// their own.
const (
	crisisPart    = "crisis"
	notesPart     = "notes"
	statementPart = "statement"

	crisisKey           = "crisis.text"
	checkedKey          = "crisis.checked"
	neededKey           = "needed_to_start"
	statementIDKey      = "statement.id"
	statementTextKey    = "statement.text"
	statementReasonKey  = "statement.reason"
	statementNeededKey  = "statement.needed_to_start"
	practiceNameKey     = "practice_name"
	groupNameKey        = "group_name"
	statementForm       = "Write each statement like this:\n[[statement]]\nid = \"a-name-of-ours\"\ntext = \"I will ...\"\nreason = \"why members ask it\""
	seeEveryPracticeKey = "The command firstsession practice init shows every name that there is."
)

// How long a practice file and its texts may be. A name stands in a headline,
// and a statement on one page with its answers.
const (
	MaxPractice        = maxFile // bytes
	maxNameLength      = 120     // characters
	maxStatementLength = 400
	maxTextLength      = 4000
	maxIDLength        = 60
	maxExtraStatements = 20
	maxSettings        = 1000
)

// PracticeTooLong says that a practice file has more than MaxPractice bytes.
func PracticeTooLong(name string) Problems {
	problem := tooLarge(name, MaxPractice)
	problem.Mend = "Is it the right file? A practice file holds a few pages at most."
	return Problems{problem}
}

// ParsePractice reads a practice file. What has to be mended in it is returned
// as Problems, all at once. Whether its ids are those of a guide shows when it
// is laid over one.
func ParsePractice(name string, data []byte) (Practice, error) {
	if len(data) > MaxPractice {
		return Practice{}, PracticeTooLong(name)
	}
	p := Practice{Texts: map[string]string{}, src: newSource(name, data), at: map[string]int{}}
	r := practiceReader{Practice: p, marked: map[int]bool{}}
	if r.checkCharacters(r.src, false) {
		r.read()
	}
	if r.count > 0 || !r.decode(r.src, &r.Practice, notesPart) {
		return Practice{}, r.sorted()
	}
	r.clean()
	return r.Practice, nil
}

// practiceReader is one reading of a practice file.
type practiceReader struct {
	collector
	Practice
	statements []int        // where each extra statement begins
	marked     map[int]bool // lines that begin a statement but for their mark, and are reported
	settings   int
}

func (r *practiceReader) read() {
	settings, broken := readTOML(r.src)
	r.add(nil, settings)
	switch {
	case r.settings > maxSettings:
		r.report(r.src, 0, fmt.Sprintf("this file sets more than %d things", maxSettings), "Is it the right file?")
	case broken >= 0:
		r.reportSyntax(broken)
	default:
		r.checkWhole()
	}
}

// begin takes a line in brackets, under which settings stand. It is false if
// nothing is known of these.
func (r *practiceReader) begin(part setting) bool {
	name, double := part.name(), part.kind == unstable.ArrayTable
	if name == statementPart {
		r.statements = append(r.statements, part.key)
	}
	switch {
	case name == statementPart && !double:
		r.report(r.src, part.key, "[statement] stands in single brackets", "Write two, as there may be several: [[statement]]")
	case name == statementPart:
	case name != crisisPart && name != notesPart:
		r.report(r.src, part.key, name+" is not a part of a practice file", "The parts are [crisis], [notes] and [[statement]].")
		return false
	case double:
		r.report(r.src, part.key, fmt.Sprintf("[[%s]] stands in double brackets", name), fmt.Sprintf("Write one: [%s]", name))
	}
	return true
}

// add takes settings apart: one in braces may hold several.
func (r *practiceReader) add(part []string, settings []setting) {
	known := true
	for _, s := range settings {
		if r.settings++; r.settings > maxSettings {
			return
		}
		s.path = slices.Concat(part, s.path)
		name := s.name()
		switch {
		case s.kind == unstable.Table || s.kind == unstable.ArrayTable:
			known = r.begin(s)
		case !known: // its part is not
		case s.kind == unstable.InlineTable && (name == crisisPart || name == notesPart || name == statementPart):
			r.add(s.path, s.inner)
		case s.kind == unstable.Array && name == statementPart:
			r.addStatements(s)
		default:
			r.checkSetting(s)
		}
	}
}

// addStatements takes extra statements that are written as a list.
func (r *practiceReader) addStatements(s setting) {
	for _, item := range s.items {
		if item.kind != unstable.InlineTable {
			r.report(r.src, s.key, "a statement has a name for each of its texts", statementForm)
			return
		}
		r.statements = append(r.statements, s.key)
		r.add(s.path, item.inner)
	}
}
