package tui

import (
	"cmp"
	"encoding/csv"
	"path/filepath"
	"regexp"
	"strings"

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
since. No name is shown. Damage ends with exit code 3.`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.listRecords(args[0], table)
		},
	}
	cmd.Flags().BoolVar(&table, "csv", false, "write a table for a spreadsheet")
	return cmd
}

func (p *program) listRecords(dir string, table bool) error {
	texts, err := newTexts(p)
	if err != nil {
		return err
	}
	entries, err := record.List(p.fsys, dir)
	if err != nil {
		return err
	}
	l := lister{texts: texts, replaced: map[string]bool{}}
	for _, e := range entries {
		l.replaced[e.Record.Supersedes] = true
	}
	if !table {
		l.lines(p, entries)
	} else if err := l.table(p, entries); err != nil {
		return err
	}
	if len(entries) == 0 {
		return p.say("There are no acknowledgements in %s", dir)
	}
	return l.result()
}

// lister shows records as a list.
type lister struct {
	texts    texts
	replaced map[string]bool // by id: another record takes its place
	tally
}

func (l *lister) lines(p *program, entries []record.Entry) {
	for _, e := range entries {
		line := filepath.Base(e.Path) + ": " + l.why(e.Err)
		if e.Err == nil {
			line = l.line(e.Record)
		}
		p.out.print(oneLine(line) + "\n")
	}
}

func (l *lister) line(a record.Acknowledgement) string {
	parts := []string{
		a.Time.Format(dateForm) + ": " + cmp.Or(reference(a), "no reference"),
		string(a.Outcome),
		l.texts.of(a),
	}
	for _, open := range []struct {
		answer walk.Answer
		words  string
	}{
		{walk.TalkFirst, "to talk about first: "},
		{walk.NotNow, "not now: "},
		{walk.Unanswered, "no answer: "},
	} {
		if ids := answered(a, open.answer); ids != "" {
			parts = append(parts, open.words+ids)
		}
	}
	if ids := neededOpen(a); ids != "" {
		parts = append(parts, "asked for before the start, and open: "+ids)
	}
	if a.Intake != nil {
		parts = append(parts, signedToo(a, "countersigned", "not countersigned"))
	}
	if l.replaced[a.ID] {
		parts = append(parts, "a later record takes its place")
	}
	return strings.Join(parts, "; ")
}

// columns are the names of what each record says in a table.
func columns() []string {
	return []string{"date", "reference", "outcome", "text", "talk first", "not now", "no answer", "needed and open", "countersigned", "changed since",
		"id", "takes the place of", "replaced", "file", "problem"}
}

func (l *lister) table(p *program, entries []record.Entry) error {
	rows := [][]string{columns()}
	for _, e := range entries {
		rows = append(rows, l.row(e))
	}
	for _, row := range rows {
		for i := range row {
			row[i] = cell(row[i])
		}
	}
	return csv.NewWriter(p.out).WriteAll(rows)
}

func (l *lister) row(e record.Entry) []string {
	a, file := e.Record, filepath.Base(e.Path)
	if why := l.why(e.Err); why != "" {
		row := make([]string, len(columns()))
		row[len(row)-2], row[len(row)-1] = file, why
		return row
	}
	replaced := ""
	if l.replaced[a.ID] {
		replaced = "yes"
	}
	return []string{
		a.Time.Format(dateForm), reference(a), string(a.Outcome), a.Guide.Revision,
		answered(a, walk.TalkFirst), answered(a, walk.NotNow), answered(a, walk.Unanswered),
		neededOpen(a), signedToo(a, "yes", "no"), strings.Join(l.texts.changes(a), ", "), a.ID, a.Supersedes, replaced, file, "",
	}
}

func reference(a record.Acknowledgement) string {
	if a.Intake == nil {
		return ""
	}
	return a.Intake.Reference
}

// answered are the ids of the promises with an answer.
func answered(a record.Acknowledgement, answer walk.Answer) string {
	var ids []string
	for _, s := range a.Answered(answer) {
		ids = append(ids, s.ID)
	}
	return strings.Join(ids, ", ")
}

// neededOpen are the ids of the promises that the practice asks for before the
// start and that are not agreed to.
func neededOpen(a record.Acknowledgement) string {
	var ids []string
	for _, s := range a.Statements {
		if s.Needed && s.Answer != walk.Agree {
			ids = append(ids, s.ID)
		}
	}
	return strings.Join(ids, ", ")
}

// signedToo says whether a record is countersigned, and not by whom.
func signedToo(a record.Acknowledgement, yes, no string) string {
	if a.Countersignature == nil {
		return no
	}
	return yes
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
