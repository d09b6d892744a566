package records

import (
	"encoding/csv"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

// aligned are rows in columns. An empty cell is a dash, so that none is passed over by ear.
func aligned(rows [][]string) string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, text := range row {
			if row[i] = shell.OneLine(text); row[i] == "" {
				row[i] = "-"
			}
			widths[i] = max(widths[i], plain.Cells(row[i]))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		line := ""
		for i, text := range row {
			line += text + strings.Repeat(" ", widths[i]-plain.Cells(text)+2)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	return b.String()
}

// mostNamed is how many promises of a kind are named in a cell; of more, there is their number.
const mostNamed = 2

// openWords are what is still open in a record, in a few words.
func (t tongue) openWords(e record.Entry) string {
	var said []string
	none := plain.Either(e.Record.HasAnswers(), t.NoAnswer, t.NotKept)
	for _, kind := range []struct {
		answer walk.Answer
		words  string
	}{{walk.TalkFirst, t.TalkFirst}, {walk.NotNow, t.NotNow}, {walk.Unanswered, none}} {
		statements := e.Record.Answered(kind.answer)
		var names []string
		needed := 0
		for _, s := range statements {
			name := s.ID
			if s.Needed {
				name, needed = name+" ("+t.Needed+")", needed+1
			}
			names = append(names, name)
		}
		if len(names) > mostNamed {
			names = []string{fmt.Sprint(len(names))}
			if needed > 0 {
				names[0] += " (" + t.count(t.NeededN, needed) + ")"
			}
		}
		if len(names) > 0 {
			said = append(said, kind.words+": "+strings.Join(names, ", "))
		}
	}
	return strings.Join(said, "; ")
}

// additionsOf says what was added to a record, each with the number to name it by.
func (t tongue) additionsOf(e record.Entry) string {
	said := ""
	for _, a := range e.Counts() {
		said += "; " + t.added(a)
		if a.ID != "" {
			said += plain.Fill(t.Number, "id", a.ID)
		}
	}
	return said
}

// columns are the names of what each record says in a table for a spreadsheet.
var columns = []string{
	"date", "reference", "group", "site", "practice", "clinician", "outcome", "holds",
	"talk first", "not now", "no answer", "needed and open", "to do", "overdue", "countersigned", "countersigned by",
	"taken back", "on paper", "changed since", "facts changed since",
	"began", "ended", "parts", "how", "interpreter", "entered", "language", "text", "practice code", "program",
	"id", "takes the place of", "replaced", "folder", "file", "problem",
}

func (s *survey) csv(remarks []remark) error {
	rows := [][]string{columns}
	for _, e := range s.entries {
		rows = append(rows, s.row(e))
	}
	for _, r := range remarks {
		if r.isWell {
			continue
		}
		row := make([]string, len(columns))
		row[0], row[1], row[slices.Index(columns, "id")] = r.day, r.reference, r.id
		rows = append(rows, append(row[:len(columns)-3], r.dir, "", r.says))
	}
	return s.spreadsheet(rows)
}

// byteOrderMark tells spreadsheets that a table is in UTF-8.
const byteOrderMark = "\ufeff"

// spreadsheet writes rows for one, each cell as a text.
func (s *survey) spreadsheet(rows [][]string) error {
	s.out.Print(byteOrderMark)
	for _, row := range rows {
		for i := range row {
			row[i] = cell(row[i])
		}
	}
	return csv.NewWriter(s.out).WriteAll(rows)
}

func (s *survey) row(e record.Entry) []string {
	a, dir, file := e.Record, filepath.Dir(e.Path), filepath.Base(e.Path)
	day, reference := called(e)
	if why := s.why(e); why != "" {
		row := make([]string, len(columns))
		row[0], row[1] = day, reference
		return append(row[:len(columns)-3], dir, file, why)
	}
	at, parts, interpreter := s.place(a), "", ""
	if a.Intake != nil {
		parts, interpreter = string(a.Intake.Parts), a.Intake.Interpreter
	}
	var todo []string
	late := ""
	for _, t := range e.ToDo() {
		todo = append(todo, t.Day+" "+t.Text)
		if s.overdue(t) {
			late = "yes"
		}
	}
	by := e.Countersigners()
	promises, facts := s.changedSince(a)
	if e.ReplacedBy() != "" || e.WithdrawnOn() != "" {
		promises, facts = "", "" // nobody is asked anew
	}
	row := []string{
		day, reference, at.Group, at.Site, at.Name, clinician(e), string(a.Outcome),
		plain.Either(!holds(e), "no", plain.Either(len(e.Lost()) > 0, "not known", "yes")),
	}
	row = append(row, open(a)...)
	return append(row,
		strings.Join(todo, "; "), late, plain.Either(len(by) > 0, "yes", "no"), strings.Join(by, ", "),
		e.WithdrawnOn(), e.PaperOn(), promises, facts,
		local(a.Began), local(&a.Time), parts, strings.Join(a.Run, ", "), interpreter, string(a.Entered),
		a.Guide.Language, a.Guide.Revision, at.Code, a.Program,
		a.ID, a.Supersedes, e.ReplacedBy(), dir, file, strings.TrimPrefix(s.w.copyOf(e)+s.w.lacks(e), "; "))
}

// open are the ids of the promises that are to be talked about first, not agreed
// to now, and without an answer; and of those that the practice asks for before
// the start and that are not agreed to. Of a record without answers none of it is known.
func open(a record.Record) []string {
	if !a.HasAnswers() {
		return slices.Repeat([]string{"not kept"}, 4)
	}
	needed := plain.Only(a.Statements, func(s record.Statement) bool { return s.Needed && s.Answer != walk.Agree })
	return []string{
		ids(a.Answered(walk.TalkFirst)), ids(a.Answered(walk.NotNow)), ids(a.Answered(walk.Unanswered)), ids(needed),
	}
}

func ids(statements []record.Statement) string {
	return strings.Join(plain.Each(statements, func(s record.Statement) string { return s.ID }), ", ")
}

// formula is where something to work out would begin: at the start of a cell,
// or behind a mark at which some spreadsheet begins another one, with nothing
// but room and quotation marks between. They split at commas, semicolons or
// tabs, as their language has it, whatever the table's own mark is.
var formula = plain.Late(`(^|[,;\t|])([\s\pZ\p{Cf}"]*)([=+\-@＝＋－＠])`)

// cell is a text that a spreadsheet takes for one: never for something to
// work out, which a file's name or a forged record could otherwise bring in.
func cell(text string) string {
	return formula().ReplaceAllString(shell.OneLine(text), "$1$2'$3")
}
