package practice

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// What is said in more than one place.
const (
	formTextMend     = "Write yours, without the square brackets, or put the mark # back before the line."
	sameTextMend     = "Delete one of the two, or say what is different."
	idMend           = "An id is made of small letters from a to z, digits and hyphens, with a letter first."
	notAList         = neededKey + " is not a list"
	notAListMend     = `Put the ids between brackets, such as: needed_to_start = ["come-on-time"]`
	isTrue           = "true"
	dayMend          = "Write year, month and day, such as: checked = 2026-01-31"
	noCrisisText     = "there is a date, but no crisis text that was checked"
	noCrisisTextMend = `Write text = "..." below it, or delete the line.`
)

// rule is what a value of a practice file has to be: a text of so many
// characters at most, or what check says.
type rule struct {
	most    int
	oneLine bool
	check   func(*practiceReader, source.Setting)
}

// rules are those of all names that what all share can have, or a site or a
// group: but for the notes', which are the ids of sections, and with what is
// replaced without its id.
func rules(head string) map[string]rule {
	all := map[string]rule{}
	for _, fact := range table {
		all[fact.Key] = plain.Either(fact.name, rule{most: maxNameLength, oneLine: true}, rule{most: maxTextLength})
	}
	head, in := strings.TrimSuffix(strings.TrimSuffix(head, inPart), "."), strings.HasSuffix(head, inPart)
	if head != "" { // it has its name as such
		delete(all, groupNameKey)
		delete(all, siteNameKey)
		all[idKey] = rule{check: (*practiceReader).checkPartID}
		all[nameKey] = rule{most: maxNameLength, oneLine: true}
	}
	if head == "" {
		all[languageKey] = rule{check: (*practiceReader).checkLanguage}
	}
	if head == groupPart {
		all[siteKey] = rule{check: (*practiceReader).checkPartID}
	}
	all[leaveOutKey] = rule{check: (*practiceReader).checkLeaveOut}
	all[neededKey] = rule{check: (*practiceReader).checkNeeded}
	all[checkedKey] = rule{check: (*practiceReader).checkDay}
	all[statementIDKey] = rule{check: (*practiceReader).checkPracticeID}
	all[statementTextKey] = rule{most: maxStatementLength, oneLine: true}
	all["statement.reason"] = rule{most: maxTextLength}
	all["statement.needed_to_start"] = rule{check: (*practiceReader).checkBool}
	all["replace.text"] = rule{most: maxStatementLength, oneLine: true}
	all["replace.reason"] = rule{most: maxTextLength}
	all["replace.question"] = rule{most: maxQuestionLength, oneLine: true}
	all["replace.scene"] = rule{most: maxTextLength}
	all["replace.option.text"] = rule{most: maxQuestionLength, oneLine: true}
	all["replace.option.right"] = rule{check: (*practiceReader).checkBool}
	all["replace.option.feedback"] = rule{most: maxTextLength, oneLine: true}
	if in { // what is no text holds in every language, but for the day on which a number that stands in one was tried
		maps.DeleteFunc(all, func(name string, r rule) bool { return r.check != nil && name != statementIDKey && name != checkedKey })
	}
	return all
}

func (r *practiceReader) ruleOf(s source.Setting) (rule rule, at map[string]int, unique string, known bool) {
	name, path, last := s.Name(), s.Path, len(r.in.Statements)-1
	switch {
	case path[0] == notesPart && len(path) == 2:
		return ruleOfNote, r.in.at, name, true
	case path[0] == replacePart && len(path) > 2:
		rule, known = rules(r.head)[strings.Join(slices.Delete(slices.Clone(path), 1, 2), ".")]
		if path[2] == optionPart && known {
			name = fmt.Sprintf("%s.%d", name, len(r.in.Replaced[path[1]].Options))
		}
		return rule, r.in.at, name, known
	case path[0] == replacePart, path[0] == statementPart && last < 0:
		return rule, r.in.at, name, false
	}
	rule, known = rules(r.head)[name]
	if path[0] == statementPart && known {
		return rule, r.in.Statements[last].at, path[1], true
	}
	return rule, r.in.at, name, known
}

var ruleOfNote = rule{most: maxTextLength}

// checkSetting refuses a setting that is not known or not of the right kind.
func (r *practiceReader) checkSetting(s source.Setting) {
	rule, at, unique, known := r.ruleOf(s)
	_, twice := at[unique]
	last := s.Path[len(s.Path)-1]
	misplaced := (isOfStatement(last) || last == nameKey || last == siteKey) && (!known || s.Path[0] == notesPart)
	switch {
	case (twice || misplaced) && r.isBelowMark(s):
	case !known:
		r.reportUnknown(s)
	case twice:
		r.Report(r.src, s.Key, fmt.Sprintf("%s stands twice", s.Name()), "Delete one of the two lines.")
	case rule.check != nil:
		at[unique] = s.Value
		rule.check(r, s)
	default:
		at[unique] = s.Value
		r.checkText(s, rule)
	}
}

func (r *practiceReader) reportUnknown(s source.Setting) {
	name, mend := s.Name(), "Delete the line."
	below := fmt.Sprintf("Write [%s] in a line of its own, and what belongs to it below.", name)
	parts := map[string]string{statementPart: statementForm, replacePart: replaceForm, crisisPart: below, notesPart: below}
	if form, isPart := parts[name]; isPart {
		r.Report(r.src, s.Value, name+" is a part of the file, and not a text", form)
	} else {
		if r.Count < source.MaxProblems {
			mend = r.unknownMend(s.Path)
		}
		has := "a practice file"
		switch {
		case r.isIn():
			has = "the part for another language"
		case r.head != "":
			has = "a " + r.head
		}
		r.Report(r.src, s.Key, fmt.Sprintf("%s is not a name that %s has", name, has), mend)
	}
}

// unknownMend says what may have been meant: often it is a name that is right
// but stands under the wrong part.
func (r *practiceReader) unknownMend(path []string) string {
	last := path[len(path)-1]
	keys := slices.Sorted(maps.Keys(rules(r.head)))
	switch {
	case path[0] == replacePart:
		return replaceForm
	case r.isIn():
		return content.Meant(strings.Join(path, "."), keys, "Only texts stand here; all else holds in every language.")
	case r.head != "" && last == r.head+"_name":
		return fmt.Sprintf("The name of a %s is: name = \"...\"", r.head)
	case r.head == "" && (last == nameKey || last == siteKey):
		return groupForm
	case len(path) > 1 && r.head != "" && slices.Contains(keys, last):
		return fmt.Sprintf("%s stands right below the line [[%s]], above the next line in brackets.", last, r.head)
	case len(path) > 1 && slices.Contains(keys, last):
		return fmt.Sprintf("%s stands at the beginning of the file, above the first line in brackets.", last)
	case isOfStatement(last) && last != "text":
		return statementForm
	}
	return content.Meant(strings.Join(path, "."), keys, seeEveryPracticeKey)
}

// checkText refuses what cannot be shown as it is.
func (r *practiceReader) checkText(s source.Setting, rule rule) {
	if s.Path[0] == notesPart && !content.IsID(s.Path[1]) {
		mend := plain.Either(isOfStatement(s.Path[1]), statementForm, idMend)
		r.Report(r.src, s.Key, fmt.Sprintf("%q cannot be the id of a section", s.Path[1]), mend)
		return
	}
	r.keep(s)
	if !r.isPlain(s) {
		return
	}
	r.refuseText(s, rule)
	isPromise := s.Name() == statementTextKey || s.Path[0] == replacePart && len(s.Path) == 3
	if isPromise && IsNotToDie(s.Text) || AsksNotToDie(s.Text) {
		r.tell(s, notToDieWhat)
	}
	if number := plain.OtherDigits(s.Text); number != "" && !isPromise {
		r.tell(s, fmt.Sprintf("%q is shown as %q, which every telephone takes", number, plain.WholeNumbers(number)))
	}
}

// keep takes what a setting says. Whether it can be used is looked at besides.
func (r *practiceReader) keep(s source.Setting) {
	switch path, name, last := s.Path, s.Name(), len(r.in.Statements)-1; {
	case name == crisisKey:
		r.in.Crisis.Text = s.Text
	case name == nameKey:
		r.in.Name = s.Text
	case isFact(name):
		r.in.Texts[name] = s.Text
	case path[0] == notesPart && r.in.Notes == nil:
		r.in.Notes = map[string]string{path[1]: s.Text}
	case path[0] == notesPart:
		r.in.Notes[path[1]] = s.Text
	case path[0] == statementPart:
		r.in.Statements[last].set(path[1], s.Text)
	case path[0] == replacePart:
		r.replaced(path[1], func(own *Replacement) { own.set(path[2:], s.Text) })
	}
}

// refuseText refuses words that are none, or do not do what they are there for.
func (r *practiceReader) refuseText(s source.Setting, rule rule) {
	name, length := s.Name(), utf8.RuneCountInString(s.Text)
	switch {
	case plain.NoteIn(s.Text) >= 0:
		r.Report(r.src, s.Value, name+" looks like a note for the clinician or a comment, and would be shown to readers",
			"Take it out: everything in this file is shown as it stands.")
	case strings.TrimSpace(s.Text) != "" && !plain.Seen(s.Text):
		r.Report(r.src, s.Value, name+" holds only characters that nobody can see", "Write it anew, or delete the line.")
	case name == crisisKey && strings.TrimSpace(s.Text) != "" && helpsNobody(s.Text):
		r.Report(r.src, s.Value, "this crisis text helps nobody: something in it is still to be written",
			"Write whom to call and the number, as you tried it; or delete the line, and the guide's own words stand there.")
	case name == crisisKey && plain.Misdialled(s.Text) != "":
		r.Report(r.src, s.Value, fmt.Sprintf("%q in the crisis text has a letter in its number, which no telephone takes", plain.Shorten(plain.Misdialled(s.Text), source.MaxWhat)),
			"Write the digits 0 and 1 for the letters O, o, l and I.")
	case bracketed().MatchString(s.Text) && isOfForm(s.Text):
		r.Report(r.src, s.Value, "this is still the form's own text", formTextMend)
	case bracketed().MatchString(s.Text):
		r.Report(r.src, s.Value, "this stands in square brackets, as the form's own texts do", formTextMend)
	case length > rule.most:
		r.Report(r.src, s.Value, fmt.Sprintf("%s has %d characters, and there is room for %d", name, length, rule.most), "Make it shorter.")
	case (name == nameKey || s.Path[0] == replacePart && s.Path[len(s.Path)-1] == "text") && strings.TrimSpace(s.Text) == "":
		r.Report(r.src, s.Value, name+" is empty", "Write the words, or delete the line.")
	case name == statementTextKey && !strings.ContainsFunc(s.Text, plain.IsLetterOrDigit):
		r.Report(r.src, s.Value, name+plain.Either(strings.TrimSpace(s.Text) == "", " is empty", " has no words"), "Write what the member promises.")
	case rule.oneLine && strings.Contains(strings.Trim(s.Text, "\n "), "\n"):
		r.Report(r.src, s.Value, fmt.Sprintf("%s has several lines", name), "Write it in one line.")
	case name == statementTextKey:
		if first, taken := r.takes("text "+plain.ReadsAs(s.Text), s); taken {
			r.Report(r.src, s.Value, fmt.Sprintf("this statement says the same as the one in line %d", first), sameTextMend)
		}
	}
}

// tell keeps advice on a setting.
func (r *practiceReader) tell(s source.Setting, what string) {
	r.told = append(r.told, source.Advice{Place: r.src.Place(s.Value), What: what})
}

// bracketed is a text that stands wholly in square brackets, as those do that
// the form has to be written over.
var bracketed = plain.Late(`^\s*\[[^\[\]]*\]\s*$`)

// isPlain refuses a value that is no text, or holds what no text needs.
func (r *practiceReader) isPlain(s source.Setting) bool {
	switch control := strings.IndexFunc(s.Text, plain.IsForbidden); {
	case s.Kind != unstable.String:
		r.Report(r.src, s.Value, s.Name()+" is not a text", "Put the words, or the number, between double quotation marks.")
	case strings.ContainsRune(s.Text, utf8.RuneError):
		r.Report(r.src, s.Value, s.Name()+" holds the sign for a letter that was lost, U+FFFD", source.LostMend)
	case plain.HidesTag(s.Text) >= 0 && plain.Seen(s.Text):
		r.Report(r.src, s.Value, s.Name()+" holds an invisible letter, of a kind that hides words from people", "Take the part with the backslash out.")
	case control >= 0:
		hidden, _ := utf8.DecodeRuneInString(s.Text[control:])
		r.Report(r.src, s.Value, fmt.Sprintf("%s holds the control character U+%04X", s.Name(), hidden), "Take the part with the backslash out.")
	default:
		return true
	}
	return false
}

// checkNeeded refuses what is no list of ids.
func (r *practiceReader) checkNeeded(s source.Setting) {
	switch {
	case s.Kind == unstable.Bool && r.isBelowMark(s):
	case s.Kind != unstable.Array:
		r.Report(r.src, s.Value, notAList, notAListMend)
	case len(s.Items) >= maxIDs:
		r.Report(r.src, s.Key, neededKey+" has more ids than any guide has promises", "Name only those that have to be agreed to beforehand.")
	default:
		r.in.NeededToStart = []string{}
		for _, item := range s.Items {
			r.checkNeededID(item)
		}
	}
}

func (r *practiceReader) checkNeededID(item source.Setting) {
	if item.Kind != unstable.String || !content.IsID(item.Text) {
		r.Report(r.src, item.Value, fmt.Sprintf("%q cannot be an id", plain.Shorten(item.Text, source.MaxWhat)), idMend+"\nPut each between double quotation marks.")
		return
	}
	if r.once(neededKey, item) {
		r.in.NeededToStart = append(r.in.NeededToStart, item.Text)
	}
}
