package records

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content/record"
	"firstsession/tui/command/shell"
)

func (p *program) recordsCommand() *cobra.Command {
	var table bool
	var expected string
	var years int
	cmd := &cobra.Command{
		Use:   "records DIR...",
		Short: "List the records in folders, and what is open in them",
		Long: `Records lists the records in one folder or several, by date: reference,
group, clinician, outcome, what is open (promises to be talked about first, not
agreed to now or without an answer, and what is still to be done), and which
promises and facts of the practice have other words now, so that the client is
to be asked anew. Facts are compared where a practice file is in use. No
client's name is shown. With --expected, a file with one reference a line, it
says who is not oriented yet. Instead of a folder there can be a database in
which a server keeps its records: postgres://HOST/NAME. Damage ends with exit
code 3.`,
		Example: `  firstsession records records
  firstsession records --csv records > records.csv
  firstsession records --expected references.txt records`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			args, closes, err := p.Mount(args...)
			defer closes()
			if err != nil {
				return err
			}
			s, err := p.newSurvey()
			if err != nil {
				return err
			}
			if err := s.collect(args); err != nil {
				return err
			}
			switch {
			case expected != "" && years != 0:
				return shell.Misused("--expected and --keep are two lists; ask for one at a time")
			case expected != "":
				return s.listExpected(expected, table)
			case years != 0:
				return s.listDue(years, table)
			default:
				return s.list(args, table)
			}
		},
	}
	cmd.Flags().BoolVar(&table, "csv", false, "write a table for a spreadsheet, with all that is known")
	cmd.Flags().StringVar(&expected, "expected", "", "say which references in `FILE` are not oriented yet")
	cmd.Flags().IntVar(&years, "keep", 0, "list only what has been kept for `YEARS`, and may be due to be erased")
	cmd.AddCommand(p.addCommand(), p.eraseCommand())
	return cmd
}

// collect reads the records of all folders into one list by date. Where one of
// several folders cannot be read, that is said beside what is in the others.
func (s *survey) collect(dirs []string) error {
	seen := map[string]bool{}
	for _, dir := range dirs {
		if dir = filepath.Clean(dir); seen[dir] {
			continue
		}
		seen[dir] = true
		found, err := record.List(s.FS, dir)
		if err != nil && len(dirs) == 1 {
			return err
		}
		if err != nil {
			found = []record.Entry{{Path: dir, Err: err}}
		}
		s.entries = append(s.entries, found...)
	}
	if len(seen) > 1 {
		record.MarkCopies(s.entries)
		slices.SortStableFunc(s.entries, func(a, b record.Entry) int { return a.Record.Time.Compare(b.Record.Time) })
	}
	for _, e := range s.entries {
		if e.Err == nil && e.CopyOf == "" {
			s.replaced[e.Record.Supersedes] = true
		}
	}
	return nil
}

// list writes all that was collected, as a table to read or for a spreadsheet.
func (s *survey) list(dirs []string, table bool) error {
	remarks, err := s.ledgers(dirs)
	switch {
	case err != nil:
		return err
	case !table:
		s.table(len(dirs) > 1, remarks)
	default:
		if err := s.csv(remarks); err != nil {
			return err
		}
	}
	if len(s.entries)+len(remarks) == 0 {
		return s.Say("There are no records in %s", dirs[0])
	}
	return s.result()
}

// table is what is read at a glance: the records, and below them what is to be
// known of other files.
func (s *survey) table(several bool, ledger []remark) {
	columns := []string{"date", "reference", "group", "clinician", "outcome", "open", "to be asked anew"}
	if several {
		columns = append(columns, "folder")
	}
	rows, remarks := [][]string{columns}, []string(nil)
	for _, e := range s.entries {
		if why := s.why(e); why != "" {
			remarks = append(remarks, s.named(e, several)+": "+why)
			continue
		}
		if e.CopyOf != "" {
			remarks = append(remarks, s.named(e, several)+" is "+copyOf(e))
			continue
		}
		row := []string{
			e.Record.Time.Format("2006-01-02 15:04"), e.Reference(), e.Record.Place().Group, clinician(e),
			s.outcome(e), openWords(e), s.askAnew(e),
		}
		if several {
			row = append(row, filepath.Dir(e.Path))
		}
		rows = append(rows, row)
	}
	if len(rows) > 1 {
		s.out.Print(aligned(rows))
	}
	if slices.ContainsFunc(rows, func(row []string) bool { return strings.HasSuffix(row[6], notCompared) }) {
		remarks = append(remarks, notCompared+": the practice file with the group of these records is not in use; name it with --practice")
	}
	for _, r := range ledger {
		remarks = append(remarks, r.says)
	}
	for i, remark := range remarks {
		if i == 0 && len(rows) > 1 {
			s.out.Print("\n")
		}
		s.out.Print(shell.OneLine(remark) + "\n")
	}
}

// named is the file of an entry, with its folder where there are several.
func (s *survey) named(e record.Entry, several bool) string {
	if several {
		return e.Path
	}
	return filepath.Base(e.Path)
}

// clinician is who filled in the form, or else who countersigned.
func clinician(e record.Entry) string {
	name := ""
	if e.Record.Intake != nil {
		name = e.Record.Intake.Clinician
	}
	if by := e.Countersigners(); name == "" && len(by) > 0 {
		name = by[0]
	}
	return name
}

// outcome is how it ended, and what has become of that.
func (s *survey) outcome(e record.Entry) string {
	said := string(e.Record.Outcome)
	if day := e.PaperOn(); day != "" {
		said += ", on paper " + day
	}
	if day := e.WithdrawnOn(); day != "" {
		said += ", taken back " + day
	}
	if s.replaced[e.Record.ID] {
		said += ", replaced"
	}
	return said
}

// holds reports whether a record is what holds: no copy, not replaced by a later
// one, and not taken back.
func (s *survey) holds(e record.Entry) bool {
	return e.Err == nil && e.CopyOf == "" && !s.replaced[e.Record.ID] && e.WithdrawnOn() == ""
}

// local is when a record was made, where it was made.
func local(t *time.Time) string {
	return cmp.Or(t, &time.Time{}).Format("2006-01-02 15:04 -07:00")
}
