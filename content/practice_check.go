package content

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
)

// What is said in more than one place.
const (
	formTextMend     = "Write yours, without the square brackets, or put the mark # back before the line."
	sameTextMend     = "Delete one of the two, or say what is different."
	idMend           = "An id is made of small letters from a to z, digits and hyphens, with a letter first."
	notAList         = neededKey + " is not a list"
	notAListMend     = `Put the ids between brackets, such as: needed_to_start = ["come-on-time"]`
	dayMend          = "Write year, month and day, such as: checked = 2026-01-31"
	noCrisisText     = "there is a date, but no crisis text that was checked"
	noCrisisTextMend = `Write text = "..." below it, or delete the line.`
)

// rule is what a value of a practice file has to be: a text of so many
// characters at most, or what check says.
type rule struct {
	most    int
	oneLine bool
	check   func(*practiceReader, setting)
}

// rules are those of all names of a practice file but the notes', which are the
// ids of sections.
func rules() map[string]rule {
	all := map[string]rule{}
	for _, fact := range (Practice{}).Facts() {
		all[fact.Key] = rule{most: maxTextLength}
	}
	all[practiceNameKey] = rule{most: maxNameLength, oneLine: true}
	all[groupNameKey] = rule{most: maxNameLength, oneLine: true}
	all[neededKey] = rule{check: (*practiceReader).checkNeeded}
	all[checkedKey] = rule{check: (*practiceReader).checkDay}
	all[statementIDKey] = rule{check: (*practiceReader).checkPracticeID}
	all[statementTextKey] = rule{most: maxStatementLength, oneLine: true}
	all[statementReasonKey] = rule{most: maxTextLength}
	all[statementNeededKey] = rule{check: (*practiceReader).checkBool}
	return all
}

// checkSetting refuses a setting that is not known or not of the right kind.
func (r *practiceReader) checkSetting(s setting) {
	name, part := s.name(), s.path[0]
	rule, known := rules()[name]
	switch {
	case part == notesPart && len(s.path) == 2:
		rule.most, known = maxTextLength, true
	case part == statementPart && len(r.statements) == 0:
		known = false
	}
	unique := name
	if part == statementPart && known {
		unique = statementKey(len(r.statements)-1, s.path[1])
	}
	_, twice := r.at[unique]
	misplaced := isOfStatement(s.path[len(s.path)-1]) && (!known || part == notesPart)
	switch {
	case (twice || misplaced) && r.isBelowMark(s):
	case !known:
		r.reportUnknown(s)
	case twice:
		r.report(r.src, s.key, fmt.Sprintf("%s stands twice", name), "Delete one of the two lines.")
	case rule.check != nil:
		r.at[unique] = s.value
		rule.check(r, s)
	default:
		r.at[unique] = s.value
		r.checkText(s, rule)
	}
}

func (r *practiceReader) reportUnknown(s setting) {
	name, mend := s.name(), "Delete the line."
	switch name {
	case statementPart:
		r.report(r.src, s.value, name+" is a part of the file, and not a text", statementForm)
	case crisisPart, notesPart:
		r.report(r.src, s.value, name+" is a part of the file, and not a text",
			fmt.Sprintf("Write [%s] in a line of its own, and what belongs to it below.", name))
	default:
		if r.count < maxProblems {
			mend = unknownMend(s.path)
		}
		r.report(r.src, s.key, name+" is not a name that a practice file has", mend)
	}
}

// unknownMend says what may have been meant: often it is a name that is right
// but stands under the wrong part.
func unknownMend(path []string) string {
	last := path[len(path)-1]
	keys := slices.Sorted(maps.Keys(rules()))
	switch {
	case len(path) > 1 && slices.Contains(keys, last):
		return fmt.Sprintf("%s stands at the beginning of the file, above the first line in brackets.", last)
	case isOfStatement(last) && last != "text":
		return statementForm
	}
	return nearest(strings.Join(path, "."), keys, seeEveryPracticeKey)
}

// checkText refuses what cannot be shown as it is.
func (r *practiceReader) checkText(s setting, rule rule) {
	name := s.name()
	switch {
	case len(s.path) == 1:
		r.Texts[name] = s.text
	case s.path[0] == notesPart && !isID(s.path[1]):
		mend := idMend
		if isOfStatement(s.path[1]) {
			mend = statementForm
		}
		r.report(r.src, s.key, fmt.Sprintf("%q cannot be the id of a section", s.path[1]), mend)
		return
	}
	if !r.isPlain(s) {
		return
	}
	length := utf8.RuneCountInString(s.text)
	switch {
	case strings.TrimSpace(s.text) != "" && !Seen(s.text):
		r.report(r.src, s.value, name+" holds only characters that nobody can see", "Write it anew, or delete the line.")
	case bracketed.MatchString(s.text) && strings.Contains(practiceForm, s.text):
		r.report(r.src, s.value, "this is still the form's own text", formTextMend)
	case bracketed.MatchString(s.text):
		r.report(r.src, s.value, "this stands in square brackets, as the form's own texts do", formTextMend)
	case length > rule.most:
		r.report(r.src, s.value, fmt.Sprintf("%s has %d characters, and there is room for %d", name, length, rule.most), "Make it shorter.")
	case name == statementTextKey && strings.TrimSpace(s.text) == "":
		r.report(r.src, s.value, name+" is empty", "Write what the member promises.")
	case rule.oneLine && strings.Contains(strings.Trim(s.text, "\n "), "\n"):
		r.report(r.src, s.value, fmt.Sprintf("%s has several lines", name), "Write it in one line.")
	case name == statementTextKey:
		r.checkTold(s)
	}
}

// checkTold refuses a statement that says what another one says.
func (r *practiceReader) checkTold(s setting) {
	at := "text " + readsAs(s.text)
	if first, taken := r.at[at]; taken {
		r.report(r.src, s.value, fmt.Sprintf("this statement says the same as the one in line %d", r.src.line(first)), sameTextMend)
		return
	}
	r.at[at] = s.value
}

// bracketed is a text that stands wholly in square brackets, as those do that
// the form has to be written over.
var bracketed = regexp.MustCompile(`^\s*\[[^\[\]]*\]\s*$`)

// isPlain refuses a value that is no text, or holds what no text needs.
func (r *practiceReader) isPlain(s setting) bool {
	if s.kind != unstable.String {
		r.report(r.src, s.value, fmt.Sprintf("%s is not a text", s.name()), "Put the words, or the number, between double quotation marks.")
		return false
	}
	if i := strings.IndexFunc(s.text, isForbidden); i >= 0 {
		hidden, _ := utf8.DecodeRuneInString(s.text[i:])
		r.report(r.src, s.value, fmt.Sprintf("%s holds the control character U+%04X", s.name(), hidden), "Take the part with the backslash out.")
		return false
	}
	return true
}

// checkPracticeID refuses a malformed id of an extra statement.
func (r *practiceReader) checkPracticeID(s setting) {
	if r.isPlain(s) && (!isID(s.text) || len(s.text) > maxIDLength) {
		r.report(r.src, s.value, fmt.Sprintf("%q cannot be an id", Shorten(s.text, maxWhat)), idMend)
		return
	}
	if first, taken := r.at["id "+s.text]; taken {
		r.report(r.src, s.value, fmt.Sprintf("the id %s stands twice, first in line %d", s.text, r.src.line(first)), "Give each statement an id of its own.")
		return
	}
	r.at["id "+s.text] = s.value
}

// checkNeeded refuses what is no list of ids.
func (r *practiceReader) checkNeeded(s setting) {
	switch {
	case s.kind == unstable.Bool && r.isBelowMark(s):
	case s.kind != unstable.Array:
		r.report(r.src, s.value, notAList, notAListMend)
	case len(s.items) >= maxSettings:
		r.report(r.src, s.key, neededKey+" has more ids than any guide has promises", "Name only those that have to be agreed to beforehand.")
	default:
		for _, item := range s.items {
			r.checkNeededID(item)
		}
	}
}

func (r *practiceReader) checkNeededID(item setting) {
	at := neededKey + "." + item.text
	_, twice := r.at[at]
	switch {
	case item.kind != unstable.String || !isID(item.text):
		r.report(r.src, item.value, fmt.Sprintf("%q cannot be an id", Shorten(item.text, maxWhat)), idMend+"\nPut each between double quotation marks.")
	case twice:
		r.report(r.src, item.value, item.text+" stands twice in this list", "Delete one of the two.")
	default:
		r.at[at] = item.value
	}
}

func (r *practiceReader) checkBool(s setting) {
	if s.kind != unstable.Bool {
		r.report(r.src, s.value, fmt.Sprintf("%s is neither true nor false", s.name()), "Write true or false, without quotation marks.")
	}
}

func (r *practiceReader) checkDay(s setting) {
	_, err := time.Parse(time.DateOnly, s.text)
	switch {
	case s.kind != unstable.String && s.kind != unstable.LocalDate:
		r.report(r.src, s.value, checkedKey+" is not a date", dayMend)
	case err != nil && dayShape.MatchString(s.text):
		r.report(r.src, s.value, fmt.Sprintf("%q is not a date that there is", Shorten(s.text, maxWhat)), dayMend)
	case err != nil:
		r.report(r.src, s.value, fmt.Sprintf("the date %q is not written as it has to be", Shorten(s.text, maxWhat)), dayMend)
	}
}

var dayShape = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// checkWhole looks at what is missing when everything was read.
func (r *practiceReader) checkWhole() {
	checked, dated := r.at[checkedKey]
	if _, has := r.at[crisisKey]; dated && !has {
		r.report(r.src, checked, noCrisisText, noCrisisTextMend)
	}
	for i, begins := range r.statements {
		for _, key := range []string{"id", "text"} {
			if _, has := r.at[statementKey(i, key)]; !has {
				r.report(r.src, begins, fmt.Sprintf("this statement has no %s", key), statementForm)
			}
		}
		if i == maxExtraStatements {
			r.report(r.src, begins, fmt.Sprintf("there are more than %d statements of your own", maxExtraStatements),
				"Each is a page that a reader has to answer. Keep those that matter most.")
			break
		}
	}
}
