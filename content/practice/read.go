package practice

import (
	"fmt"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"

	"firstsession/content"
	"firstsession/content/source"
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
	Max                = content.MaxFile // bytes
	maxNameLength      = 120             // characters
	maxStatementLength = 400
	maxTextLength      = 4000
	maxIDLength        = 60
	maxExtraStatements = 20
	maxSettings        = 1000
)

// TooLong says that a practice file has more than MaxPractice bytes.
func TooLong(name string) source.Problems {
	problem := content.TooLarge(name, Max)
	problem.Mend = "Is it the right file? A practice file holds a few pages at most."
	return source.Problems{problem}
}

// Parse reads a practice file. What has to be mended in it is returned
// as Problems, all at once. Whether its ids are those of a guide shows when it
// is laid over one.
func Parse(name string, data []byte) (Practice, error) {
	if len(data) > Max {
		return Practice{}, TooLong(name)
	}
	p := Practice{Texts: map[string]string{}, src: source.NewTOML(name, data), at: map[string]int{}}
	r := practiceReader{Practice: p, marked: map[int]bool{}}
	if r.CheckCharacters(r.src, false) {
		r.read()
	}
	if r.Count > 0 || !r.Decode(r.src, &r.Practice, notesPart) {
		return Practice{}, r.Sorted()
	}
	r.clean()
	return r.Practice, nil
}

// practiceReader is one reading of a practice file.
type practiceReader struct {
	source.Log
	Practice
	statements []int        // where each extra statement begins
	marked     map[int]bool // lines that begin a statement but for their mark, and are reported
	settings   int
}

func (r *practiceReader) read() {
	settings, broken := source.ReadTOML(r.src)
	r.add(nil, settings)
	switch {
	case r.settings > maxSettings:
		r.Report(r.src, 0, fmt.Sprintf("this file sets more than %d things", maxSettings), "Is it the right file?")
	case broken >= 0:
		r.reportSyntax(broken)
	default:
		r.checkWhole()
	}
}

// begin takes a line in brackets, under which settings stand. It is false if
// nothing is known of these.
func (r *practiceReader) begin(part source.Setting) bool {
	name, double := part.Name(), part.Kind == unstable.ArrayTable
	if name == statementPart {
		r.statements = append(r.statements, part.Key)
	}
	switch {
	case name == statementPart && !double:
		r.Report(r.src, part.Key, "[statement] stands in single brackets", "Write two, as there may be several: [[statement]]")
	case name == statementPart:
	case name != crisisPart && name != notesPart:
		r.Report(r.src, part.Key, name+" is not a part of a practice file", "The parts are [crisis], [notes] and [[statement]].")
		return false
	case double:
		r.Report(r.src, part.Key, fmt.Sprintf("[[%s]] stands in double brackets", name), fmt.Sprintf("Write one: [%s]", name))
	}
	return true
}

// add takes settings apart: one in braces may hold several.
func (r *practiceReader) add(part []string, settings []source.Setting) {
	known := true
	for _, s := range settings {
		if r.settings++; r.settings > maxSettings {
			return
		}
		s.Path = slices.Concat(part, s.Path)
		name := s.Name()
		switch {
		case s.Kind == unstable.Table || s.Kind == unstable.ArrayTable:
			known = r.begin(s)
		case !known: // its part is not
		case s.Kind == unstable.InlineTable && (name == crisisPart || name == notesPart || name == statementPart):
			r.add(s.Path, s.Inner)
		case s.Kind == unstable.Array && name == statementPart:
			r.addStatements(s)
		default:
			r.checkSetting(s)
		}
	}
}

// addStatements takes extra statements that are written as a list.
func (r *practiceReader) addStatements(s source.Setting) {
	for _, item := range s.Items {
		if item.Kind != unstable.InlineTable {
			r.Report(r.src, s.Key, "a statement has a name for each of its texts", statementForm)
			return
		}
		r.statements = append(r.statements, s.Key)
		r.add(s.Path, item.Inner)
	}
}
