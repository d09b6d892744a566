package author

import (
	_ "embed" // for the templates
	"fmt"
	"maps"
	"slices"
	"strings"
	"text/template"
	"time"

	"firstsession/content"
	"firstsession/content/check"
	"firstsession/content/plain"
	"firstsession/content/practice"
	"firstsession/content/source"
	"firstsession/tui/command/shell"
)

//go:embed reports.tmpl
var reports string

func (p *program) printReport(name string, data any) error {
	text, err := fill(name, data)
	p.Results.Print(shell.Printable(text))
	return err
}

func fill(name string, data any) (string, error) {
	var text strings.Builder
	t, err := template.New("").Funcs(template.FuncMap{
		"short": short, "width": width, "join": func(names []string) string { return strings.Join(names, ", ") }, "formula": formulaOf,
		"pace": func() int { return check.ReadingPace }, "choosing": check.ChoosingTime.Seconds,
	}).Parse(reports)
	if err == nil {
		err = t.ExecuteTemplate(&text, name, data)
	}
	return text.String(), err
}

// short is as much of a text as stands in a report.
func short(text string) string { return plain.Shorten(strings.Join(strings.Fields(text), " "), 56) }

// formulaOf is the one that the levels are of; nil if there are none.
func formulaOf(measures []check.Measure) *check.Formula {
	for _, m := range measures {
		if m.Grade != nil {
			return m.Grade.By
		}
	}
	return nil
}

// width is that of the column for the chapters.
func width(measures []check.Measure) int {
	width := len("chapter")
	for _, m := range measures {
		width = max(width, len(m.Chapter))
	}
	return width
}

// practiceReport is about each group that a practice file has, or one without a name.
type practiceReport struct {
	Path       string
	Groups     []groupReport
	Essentials []content.Section // which are the same for all
	Advice     []source.Advice
	Remarks    int      // how many lines there is advice on that no warning has
	Unread     []string // languages that the guide has not
	Language   string   // of the file's own texts
	Assumed    bool     // the file does not say so
}

// Warnings say which crisis texts somebody has to look at, and which promises are better not asked.
func (r practiceReport) Warnings() string {
	var all []string
	for _, code := range r.Unread {
		all = append(all, fmt.Sprintf("the guide has no language %q, so nobody is shown in it what the file says", code))
	}
	for _, group := range r.Groups {
		for _, id := range group.NotToDie {
			if what := id + " reads like a promise not to die"; !slices.Contains(all, what) {
				all = append(all, what)
			}
		}
	}
	for _, group := range r.Groups {
		text := "the crisis text"
		if group.ID != "" {
			text += " of " + group.ID
		}
		for _, c := range slices.Concat([]crisisIn{{"", group.Crisis}}, group.Others) {
			text := text
			if c.Language != "" {
				text += fmt.Sprintf(" in %q", c.Language)
			}
			switch {
			case c.Text == "":
				all = append(all, "there is no"+strings.TrimPrefix(text, "the"))
			case !c.Dated():
				all = append(all, text+" does not say when it was checked")
			case !c.Current(group.Today):
				all = append(all, fmt.Sprintf("%s was checked on %s, over a year ago", text, c.Checked))
			}
		}
	}
	if r.Remarks > 0 {
		all = append(all, fmt.Sprintf("what is said below of %s", plain.Either(r.Remarks == 1, "a line", fmt.Sprint(r.Remarks, " lines"))))
	}
	return strings.Join(all, "; ")
}

type groupReport struct {
	content.Group
	Set, Unset     []practice.Fact
	Crisis         practice.Crisis
	Others         []crisisIn // of it in other languages, where its day is another
	Today          time.Time
	Statements     []content.Statement
	NotToDie       []string // ids of those that read like that
	Code, Revision string
	All, Short     way
	Lacks          []lackingIn
}

// crisisIn is the crisis text as it stands in a language.
type crisisIn struct {
	Language string
	practice.Crisis
}

// lackingIn names what has no words in a language.
type lackingIn struct {
	Language string
	Names    []string
}

// way is how much there is to read in one way through the guide.
type way struct{ Pages, Minutes int }

// reportOf looks at each group of a file, or at the one that is asked for.
func (p *program) reportOf(path string, file practice.Practice, guide *content.Guide) (practiceReport, error) {
	r := practiceReport{Path: path, Advice: file.Advise(), Language: file.Language, Unread: file.Unread(p.Codes())}
	lines, warned := map[source.Place]bool{}, file.NotToDie()
	for _, advice := range r.Advice {
		if !slices.Contains(warned, advice) {
			lines[advice.Place] = true
		}
	}
	r.Remarks = len(lines)
	groups := file.Named(file.Language, p.Now())
	in := plain.Some(groups, func(g content.Group) (practice.Practice, bool) {
		one, _ := file.In(g.ID)
		return one, p.Group == "" || p.Group == g.ID
	})
	switch {
	case len(in) == 0 && p.Group != "":
		return r, shell.NoGroup(p.Group, path, groups)
	case len(in) == 0:
		in = append(in, file)
	}
	for _, one := range in {
		over, err := one.Over(guide, p.Now())
		if err != nil {
			return r, err
		}
		group := groupOf(one, over, p.Now())
		for _, l := range p.Languages() {
			if c := one.CrisisIn(l.Code); c.Checked != one.Crisis.Checked {
				group.Others = append(group.Others, crisisIn{l.Code, c})
			}
			if lacks := over.Group.Lacks.In(l.Code); len(lacks) > 0 && (p.Language == "" || p.Language == l.Code) {
				group.Lacks = append(group.Lacks, lackingIn{l.Code, lacks})
			}
		}
		r.Groups, r.Essentials = append(r.Groups, group), sections(essentials(over))
	}
	return r, nil
}

func groupOf(p practice.Practice, over *content.Guide, today time.Time) groupReport {
	r := groupReport{
		Group: over.Group, Crisis: p.Crisis, Today: today, Statements: over.Commitment.Statements,
		Code: over.PracticeCode, Revision: over.Revision, All: wayOf(over), Short: wayOf(essentials(over)),
		NotToDie: plain.Some(over.Commitment.Statements, func(s content.Statement) (string, bool) { return s.ID, practice.IsStatementNotToDie(s) }),
	}
	r.Unset = plain.Only(p.Facts(), func(f practice.Fact) bool { return f.Text == "" })
	r.Set = plain.Only(p.Facts(), func(f practice.Fact) bool { return f.Text != "" })
	also := func(key, text string) { r.Set = append(r.Set, practice.Fact{Key: key, Text: text}) }
	for _, id := range p.NeededToStart {
		also("needed_to_start", id)
	}
	for _, id := range p.NoteIDs() {
		also("note", id+": "+p.Notes[id])
	}
	for _, own := range p.Statements {
		also("statement", own.ID+": "+own.Text)
	}
	for _, id := range slices.Sorted(maps.Keys(p.Replaced)) {
		also("replace", strings.TrimSuffix(id+": "+p.Replaced[id].Text+p.Replaced[id].Question, ": "))
	}
	for _, name := range p.LeftOut {
		also("leave_out", name)
	}
	return r
}

// essentials are a guide with nothing but what is in the short way.
func essentials(g *content.Guide) *content.Guide {
	some := g.Copy()
	for i := range some.Chapters {
		chapter := &some.Chapters[i]
		chapter.Sections = slices.DeleteFunc(chapter.Sections, func(s content.Section) bool {
			return !s.Essential && !content.ShownAlways(s.ID)
		})
		for j := range chapter.Sections {
			section := &chapter.Sections[j]
			section.Questions = plain.Only(section.Questions, func(q content.Question) bool {
				return q.Essential || !g.MarksQuestions()
			})
		}
		if len(chapter.Sections) == 0 {
			chapter.Lead = nil
		}
	}
	return some
}

// wayOf counts the pages of a guide, and the minutes that all of it takes.
func wayOf(g *content.Guide) way {
	measures := check.Measures(g)
	total := measures[len(measures)-1]
	return way{len(sections(g)), int((total.Reading + total.Asking).Round(time.Minute).Minutes())}
}

func sections(g *content.Guide) (all []content.Section) {
	for _, chapter := range g.Chapters {
		all = append(all, chapter.Sections...)
	}
	return all
}
