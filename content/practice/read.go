package practice

import (
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// The parts of a practice file, and those of its names that have rules of
// their own.
const (
	crisisPart    = "crisis"
	notesPart     = "notes"
	statementPart = "statement"
	sitePart      = "site"
	groupPart     = "group"
	replacePart   = "replace"
	optionPart    = "option"
	inPart        = "in"

	crisisKey           = "crisis.text"
	checkedKey          = "crisis.checked"
	neededKey           = "needed_to_start"
	statementIDKey      = "statement.id"
	statementTextKey    = "statement.text"
	practiceNameKey     = "practice_name"
	groupNameKey        = "group_name"
	siteNameKey         = "site_name"
	notAgreedKey        = "not_agreed"
	leaveOutKey         = "leave_out"
	idKey               = "id"
	nameKey             = "name"
	siteKey             = "site"
	languageKey         = "language"
	statementForm       = "Write each statement like this:\n[[statement]]\nid = \"a-name-of-ours\"\ntext = \"I will ...\"\nreason = \"why members ask it\""
	groupForm           = "Write each group like this:\n[[group]]\nid = \"a-short-id\"\nname = \"the name of the group\"\nwhen = \"day and time\""
	siteForm            = "Write each site like this:\n[[site]]\nid = \"a-short-id\"\nname = \"the name of the site\"\nwhere = \"the address\""
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
	maxSettings        = 5000
	maxIDs             = 1000
	maxGroups          = 100
	maxQuestionLength  = 400
)

// TooLong says that a practice file has more than Max bytes.
func TooLong(name string) source.Problems {
	problem := content.TooLarge(name, Max)
	problem.Mend = "Is it the right file? A practice file holds a few pages at most."
	return source.Problems{problem}
}

// Parse reads a practice file. What has to be mended in it is returned
// as Problems, all at once, with what could be read. Whether its ids are those of a
// guide shows when it is laid over one.
func Parse(name string, data []byte) (Practice, error) {
	if len(data) > Max {
		return Practice{}, TooLong(name)
	}
	r := practiceReader{Practice: newPart(source.NewTOML(name, data), 0), marked: map[int]bool{}}
	r.in = &r.Practice
	if r.CheckCharacters(r.src, false) {
		r.read()
	}
	if r.Count == 0 && r.Decode(r.src, new(map[string]any), notesPart) { // which sees what stands twice
		r.each((*Practice).clean)
		r.checkTranslated(&r.Log)
	}
	if r.Count > 0 {
		return r.Practice, r.Sorted()
	}
	return r.Practice, nil
}

// newPart is what holds for all, for one site or for one group, before anything
// of it is read.
func newPart(src *source.File, begins int) Practice {
	return Practice{Texts: map[string]string{}, src: src, at: map[string]int{}, begins: begins}
}

type practiceReader struct {
	source.Log
	Practice
	in       *Practice    // the part that is read: what all share, a site, or a group
	head     string       // sitePart or groupPart, if it is one of these; behind it inPart, of the texts in a language
	under    string       // that of the last line in brackets
	marked   map[int]bool // lines that begin a part but for their mark, and are reported
	settings int
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

// enter finds the part that a setting belongs to, and gives the setting's path
// within it. It is false if there is no such part.
func (r *practiceReader) enter(s source.Setting) (path []string, ok bool) {
	r.in, r.head = &r.Practice, ""
	list, form := &r.Sites, siteForm
	switch s.Path[0] {
	case sitePart:
	case groupPart:
		list, form = &r.Groups, groupForm
	case inPart:
		return r.enterLanguage(s, s.Path)
	default:
		return s.Path, true
	}
	switch header := s.IsHeader(); {
	case header && len(s.Path) == 1:
		if s.Kind == unstable.Table {
			r.Report(r.src, s.Key, fmt.Sprintf("[%s] stands in single brackets", s.Path[0]),
				fmt.Sprintf("Write two, as there may be several: [[%s]]", s.Path[0]))
		}
		*list = append(*list, newPart(r.src, s.Key))
		if len(*list) == maxGroups+1 {
			r.Report(r.src, s.Key, fmt.Sprintf("there are more than %d parts like this one", maxGroups), "Is it the right file?")
		}
	case !header && r.under != s.Path[0] || len(*list) == 0:
		r.Report(r.src, s.Key, fmt.Sprintf("this is of a %s, and stands below no [[%s]]", s.Path[0], s.Path[0]), form)
		return nil, false
	}
	r.in, r.head = &(*list)[len(*list)-1], s.Path[0]
	if path = s.Path[1:]; len(path) > 0 && path[0] == inPart {
		return r.enterLanguage(s, path)
	}
	return path, true
}

// begin takes a line in brackets, under which settings stand. It is false if
// nothing is known of these.
func (r *practiceReader) begin(part source.Setting) bool {
	path, ok := r.enter(part)
	r.under = part.Path[0]
	if ok && len(path) == 0 && r.isIn() && part.Kind == unstable.ArrayTable {
		r.Report(r.src, part.Key, fmt.Sprintf("[[%s]] stands in double brackets", part.Name()), fmt.Sprintf("Write one: [%s]", part.Name()))
	}
	if !ok || len(path) == 0 {
		return ok
	}
	name, double, full := path[0], part.Kind == unstable.ArrayTable, part.Name()
	switch {
	case name == statementPart && len(path) == 1:
		r.addStatement(part.Key)
		if !double {
			r.Report(r.src, part.Key, fmt.Sprintf("[%s] stands in single brackets", full), fmt.Sprintf("Write two, as there may be several: [[%s]]", full))
		}
	case name == replacePart && len(path) <= 3:
		return r.beginReplaced(part, path)
	case name != crisisPart && name != notesPart || len(path) > 1:
		r.Report(r.src, part.Key, full+" is not a part of a practice file", content.Meant(name,
			[]string{crisisPart, notesPart, statementPart, sitePart, groupPart, replacePart, inPart},
			"The parts are [crisis], [notes], [replace.ID], [[statement]], [[site]], [[group]] and [in.LANGUAGE]."))
		return false
	case double:
		r.Report(r.src, part.Key, fmt.Sprintf("[[%s]] stands in double brackets", full), fmt.Sprintf("Write one: [%s]", full))
	}
	return true
}

// beginReplaced takes a line in brackets under which words stand that replace
// the guide's, or one of the options of a question.
func (r *practiceReader) beginReplaced(part source.Setting, path []string) bool {
	double := part.Kind == unstable.ArrayTable
	switch {
	case len(path) > 1 && !content.IsID(path[1]):
		r.Report(r.src, part.Key, fmt.Sprintf("%q cannot be an id", plain.Shorten(path[1], source.MaxWhat)), idMend)
		return false
	case len(path) == 3 && path[2] != optionPart, (len(path) == 3) != double:
		r.Report(r.src, part.Key, part.Name()+" is not a part of a practice file", replaceForm)
		return false
	case len(path) == 2:
		r.in.at[strings.Join(path, ".")] = part.Key
		r.replaced(path[1], func(*Replacement) {})
	case len(path) == 3:
		r.replaced(path[1], func(own *Replacement) { own.Options = append(own.Options, Option{}) })
	}
	return true
}

// replaced changes what is read of a replacement.
func (r *practiceReader) replaced(id string, change func(*Replacement)) {
	if r.in.Replaced == nil {
		r.in.Replaced = map[string]Replacement{}
	}
	own := r.in.Replaced[id]
	change(&own)
	r.in.Replaced[id] = own
}

// add takes settings apart: one in braces may hold several.
func (r *practiceReader) add(part []string, settings []source.Setting) {
	known := true
	for _, s := range settings {
		if r.settings++; r.settings > maxSettings {
			return
		}
		s.Path = slices.Concat(part, s.Path)
		if s.IsHeader() {
			known = r.begin(s)
			continue
		}
		if !known { // its part is not
			continue
		}
		path, ok := r.enter(s)
		if known = ok; !ok {
			known = s.Path[0] == r.under || len(s.Path) == 1
			continue
		}
		full := s.Path
		s.Path = path
		name := s.Name()
		switch {
		case s.Kind == unstable.InlineTable && (name == crisisPart || name == notesPart || name == statementPart ||
			path[0] == replacePart && len(path) <= 2):
			if path[0] == replacePart && len(path) == 2 {
				r.in.at[name] = s.Key
				r.replaced(path[1], func(*Replacement) {})
			}
			r.add(full, s.Inner)
		case s.Kind == unstable.Array && name == statementPart:
			r.addStatements(full, s)
		default:
			r.checkSetting(s)
		}
	}
}

func (r *practiceReader) addStatement(begins int) {
	r.in.Statements = append(r.in.Statements, Statement{at: map[string]int{}, begins: begins})
}

// addStatements takes extra statements that are written as a list.
func (r *practiceReader) addStatements(part []string, s source.Setting) {
	r.in.Statements = []Statement{}
	for _, item := range s.Items {
		if item.Kind != unstable.InlineTable {
			r.Report(r.src, s.Key, "a statement has a name for each of its texts", statementForm)
			return
		}
		r.addStatement(s.Key)
		r.add(part, item.Inner)
	}
}
