package command

import (
	"cmp"
	"encoding/csv"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content/record"
	"firstsession/content/walk"
)

func (p *program) recordsCommand() *cobra.Command {
	var table bool
	cmd := &cobra.Command{
		Use:   "records DIR",
		Short: "List the acknowledgements in a folder, and what is open in them",
		Long: `Records lists the acknowledgements in a folder by date. Each gets a line: date,
reference, outcome, the text it was made under, which promises are to be talked
about first or not agreed to now, which of those the practice asks for before
the start, whether it is countersigned, and which have changed their words
since. A copy of a record is called one. No name is shown. Damage ends with exit code 3.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return p.listRecords(args[0], table) },
	}
	cmd.Flags().BoolVar(&table, "csv", false, "write a table for a spreadsheet")
	return cmd
}

func (p *program) listRecords(dir string, table bool) error {
	s, err := p.newSurvey()
	if err != nil {
		return err
	}
	entries, err := record.List(p.FS, dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		s.replaced[e.Record.Supersedes] = true
	}
	if !table {
		for _, e := range entries {
			p.results.print(oneLine(s.line(e)) + "\n")
		}
	} else if err := s.table(p.results, entries); err != nil {
		return err
	}
	if len(entries) == 0 {
		return p.Say("There are no acknowledgements in %s", dir)
	}
	return s.result()
}

// line is what the list says of a record.
func (s *survey) line(e record.Entry) string {
	a, file := e.Record, filepath.Base(e.Path)
	if why := s.why(e); why != "" {
		return file + ": " + why
	}
	parts := []string{
		a.Time.Format(time.DateOnly) + ": " + cmp.Or(reference(a), "no reference"),
		string(a.Outcome),
		s.text(a),
	}
	words := []string{"to talk about first", "not now", "no answer", "asked for before the start, and open"}
	for i, ids := range open(a) {
		if ids != "" {
			parts = append(parts, words[i]+": "+ids)
		}
	}
	if a.Intake != nil {
		parts = append(parts, choose(a.Countersignature != nil, "countersigned", "not countersigned"))
	}
	if s.replaced[a.ID] {
		parts = append(parts, "a later record takes its place")
	}
	if e.CopyOf != "" {
		parts = append(parts, file+" is "+copyOf(e))
	}
	return strings.Join(parts, "; ")
}

// columns are the names of what each record says in a table.
var columns = []string{"date", "reference", "outcome", "text", "talk first", "not now", "no answer", "needed and open",
	"countersigned", "changed since", "id", "takes the place of", "replaced", "file", "problem"}

func (s *survey) table(w io.Writer, entries []record.Entry) error {
	rows := [][]string{columns}
	for _, e := range entries {
		row := s.row(e)
		for i := range row {
			row[i] = cell(row[i])
		}
		rows = append(rows, row)
	}
	return csv.NewWriter(w).WriteAll(rows)
}

func (s *survey) row(e record.Entry) []string {
	a, file := e.Record, filepath.Base(e.Path)
	if why := s.why(e); why != "" {
		return append(make([]string, len(columns)-2), file, why)
	}
	row := append([]string{a.Time.Format(time.DateOnly), reference(a), string(a.Outcome), a.Guide.Revision}, open(a)...)
	return append(row, choose(a.Countersignature != nil, "yes", "no"), s.changed(a),
		a.ID, a.Supersedes, choose(s.replaced[a.ID], "yes", ""), file, copyOf(e))
}

// open are the ids of the promises that are to be talked about first, not agreed
// to now, and without an answer; and of those that the practice asks for before
// the start and that are not agreed to.
func open(a record.Acknowledgement) []string {
	needed := slices.DeleteFunc(slices.Clone(a.Statements), func(s record.Statement) bool {
		return !s.Needed || s.Answer == walk.Agree
	})
	return []string{
		ids(a.Answered(walk.TalkFirst)), ids(a.Answered(walk.NotNow)), ids(a.Answered(walk.Unanswered)), ids(needed),
	}
}

func ids(statements []record.Statement) string {
	var ids []string
	for _, s := range statements {
		ids = append(ids, s.ID)
	}
	return strings.Join(ids, ", ")
}

// reference is that of an intake.
func reference(a record.Acknowledgement) string {
	switch {
	case a.Intake != nil:
		return a.Intake.Reference
	case a.Invited != nil:
		return a.Invited.Reference
	default:
		return ""
	}
}

func choose(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// formula is where something to work out would begin: at the start of a cell,
// or behind a mark at which some spreadsheet begins another one, with nothing
// but room and quotation marks between. They split at commas, semicolons or
// tabs, as their language has it, whatever the table's own mark is.
var formula = regexp.MustCompile(`(^|[,;\t|])([\s\pZ\p{Cf}"]*)([=+\-@＝＋－＠])`)

// cell is a text that a spreadsheet takes for one: never for something to
// work out, which a file's name or a forged record could otherwise bring in.
func cell(text string) string {
	return formula.ReplaceAllString(oneLine(text), "$1$2'$3")
}
