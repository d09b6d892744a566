package records

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
	"firstsession/content/ledger"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/tui/command/shell"
)

func (p *program) recordsCommand() *cobra.Command {
	var l listing
	cmd := &cobra.Command{
		Use:   "records DIR...",
		Short: "List the records in folders, and what is open in them",
		Long: `Records lists the records in one folder or several, by date: reference,
group, clinician and how it stands; below each, what is open: promises to be
talked about first, not agreed to now or without an answer, what is still to be
done, and which promises and facts of the practice have other words now, so that
the client is to be asked anew. They are compared where a practice file with the
group is in use. The last line counts. No client's name is shown.

The list is as wide as the window, or 80; what is too long ends in "…", and --csv
has all of it. With --expected, a file with one reference a line, it says who is
oriented and who is not yet. Instead of a folder there can be a database in
which a server keeps its records: postgres://HOST/NAME. Damage ends with exit
code 3.`,
		Example: `  firstsession records records
  firstsession records --group tuesday --open records
  firstsession records --csv records > records.csv
  firstsession records --expected references.txt records`,
		Args: cobra.MinimumNArgs(1),
		RunE: p.surveying(func(s *survey, dirs []string) error {
			if err := s.collect(dirs); err != nil {
				return err
			}
			return s.listing(dirs, l)
		}),
	}
	flags := cmd.Flags()
	flags.BoolVar(&l.table, "csv", false, "write a table for a spreadsheet, with all that is known")
	flags.StringVar(&l.expected, "expected", "", "say of the references in `FILE` who is oriented, and who is not yet")
	flags.IntVar(&l.years, "keep", 0, "list only what has been kept for `YEARS`, and may be due to be erased")
	flags.StringVar(&l.only.group, "group", "", "list only a group: `NAME` is its name or id, or how it begins")
	flags.StringVar(&l.only.site, "site", "", "list only a site: `NAME` is its name, or how it begins")
	flags.BoolVar(&l.only.open, "open", false, "list only records in which something is open")
	cmd.AddCommand(p.addCommand(), p.eraseCommand())
	return cmd
}

// listing is which list is asked for, as the flags say.
type listing struct {
	table    bool // for a spreadsheet
	expected string
	years    int
	only     wanted
}

func (s *survey) listing(dirs []string, l listing) error {
	switch {
	case l.expected != "" && l.years != 0:
		return misused(s.w.TwoLists)
	case !l.only.all() && (l.expected != "" || l.years != 0):
		return misused(s.w.OnlyTheList)
	case l.expected != "":
		return s.listExpected(dirs, l.expected, l.table)
	case l.years != 0:
		return s.listDue(l.years, l.table)
	default:
		return s.list(dirs, l.table, l.only)
	}
}

// surveying is a command over records, in folders or in a server's database.
func (p *program) surveying(run func(*survey, []string) error) func(*cobra.Command, []string) error {
	return func(_ *cobra.Command, paths []string) error {
		return p.Mount(paths, func(dirs []string) error {
			s, err := p.newSurvey()
			if err != nil {
				return err
			}
			return run(s, dirs)
		})
	}
}

// collect reads all folders into one list by date. One of several that cannot be read is said in it.
func (s *survey) collect(dirs []string) error {
	each := disk.Folders(dirs...)
	for _, dir := range each {
		found, err := ledger.List(s.FS, dir)
		if err != nil && len(dirs) == 1 {
			return err
		}
		if err != nil {
			found = []record.Entry{{Path: dir, Err: err}}
		}
		s.entries = append(s.entries, found...)
	}
	if len(each) > 1 {
		record.MarkCopies(s.entries)
		record.MarkReplaced(s.entries)
		slices.SortStableFunc(s.entries, func(a, b record.Entry) int { return a.Record.Time.Compare(b.Record.Time) })
	}
	return nil
}

// list writes what is wanted of what was collected.
func (s *survey) list(dirs []string, asCSV bool, only wanted) error {
	remarks, err := s.ledgers(dirs)
	if err != nil {
		return err
	}
	problem := func(r remark) bool { return !r.isWell }
	if len(s.entries) == 0 && !slices.ContainsFunc(remarks, problem) && !asCSV {
		for _, r := range remarks {
			s.say(r.says)
		}
		return s.Tell(s.w.NoneIn, "list", strings.Join(dirs, ", "))
	}
	s.places, s.groups, s.several = placesIn(s.entries), s.groupsOf(), len(dirs) > 1
	if only, err = only.among(s); err != nil {
		return err
	}
	hidden := 0
	s.entries = slices.DeleteFunc(s.entries, func(e record.Entry) bool {
		leaves := !only.wants(s, e)
		if leaves && e.CopyOf == "" { // which is not one more
			hidden++
		}
		return leaves
	})
	sites := map[string]bool{"": true}
	for _, e := range s.entries {
		sites[s.place(e.Record).Site] = true
	}
	s.sites = len(sites) - 1
	remarks = append(s.doubles(), remarks...)
	if asCSV {
		err = s.csv(remarks)
	} else {
		s.table(remarks, hidden)
	}
	return errors.Join(err, s.result())
}

// rows are the records of the list, and remarks what is said of other files.
// Uncompared is of how many it is not known whether somebody is to be asked anew.
func (s *survey) rows() (rows []listed, remarks []string, uncompared int) {
	for _, e := range s.entries {
		switch why := s.why(e); {
		case e.CopyOf != "":
			remarks = append(remarks, plain.Fill(s.w.Is, "file", s.named(e), "what", s.w.copyOf(e)))
		case why == "":
			if _, compared := s.askAnew(e); !compared {
				uncompared++
			}
			rows = append(rows, s.listed(e))
		default:
			remarks = append(remarks, s.named(e)+": "+why)
			if isRecordFile(e) {
				rows = append(rows, s.listed(e))
			}
		}
	}
	return rows, remarks, uncompared
}

// table is what is read at a glance: the records, then other files, then how many there are.
func (s *survey) table(ledger []remark, hidden int) {
	head := strings.Split(s.w.Columns, ", ")
	rows, remarks, uncompared := s.rows()
	if !s.several {
		head = head[:folder]
	}
	if uncompared > 0 {
		remarks = append(remarks, s.w.count(s.w.Uncompared, uncompared))
	}
	for _, r := range ledger {
		remarks = append(remarks, r.says)
	}
	if len(rows) > 0 {
		s.out.Print(table(head, rows, s.width()) + "\n")
	}
	for _, remark := range remarks {
		s.say(remark)
	}
	if len(rows) > 0 {
		s.out.Print(plain.Hang("", s.totals(), s.width()))
	}
	if hidden > 0 {
		s.out.Print(s.w.count(s.w.Hidden, hidden) + "\n")
	}
}

// say writes what is to be known, as wide as the window. What goes into none stays one
// line, in which another program finds what it looks for.
func (s *survey) say(text string) { s.sayOf("", text) }

// sayOf is say of a file, which is named before it.
func (s *survey) sayOf(path, text string) {
	path, text = shell.OneLine(path), shell.OneLine(text)
	line := strings.TrimPrefix(path+": "+text, ": ")
	switch {
	case s.Columns == 0 || plain.Cells(line) <= s.Columns:
		s.out.Print(line + "\n")
	case path == "":
		s.out.Print(plain.Hang("", text, s.Columns))
	default:
		s.out.Print(plain.Hang("", path+":", s.Columns) + plain.Hang("  ", text, s.Columns))
	}
}

// doubles are the references of which more than one record holds, such as where a
// client went to two sites: nothing says which is meant.
func (s *survey) doubles() []remark {
	where, order := map[string][]string{}, []string(nil)
	for _, e := range s.entries {
		if reference := e.Reference(); e.Err == nil && reference != "" && holds(e) {
			if len(where[reference]) == 0 {
				order = append(order, reference)
			}
			where[reference] = append(where[reference], s.named(e))
		}
	}
	var all []remark
	for _, reference := range order {
		if files := where[reference]; len(files) > 1 {
			all = append(all, remark{reference: reference, says: plain.Fill(s.w.Doubles, "reference", reference, "n", len(files), "list", strings.Join(files, ", "))})
		}
	}
	return all
}

// named is the file of an entry, with its folder where there are several.
func (s *survey) named(e record.Entry) string {
	return plain.Either(s.several, e.Path, filepath.Base(e.Path))
}

// clinician is who filled in the form, or else who countersigned.
func clinician(e record.Entry) string {
	if e.Record.Intake != nil && e.Record.Intake.Clinician != "" {
		return e.Record.Intake.Clinician
	}
	return cmp.Or(e.Countersigners()...)
}

// holds reports whether what was agreed to in a record holds: something was, it was
// signed, it is no copy, no later one has replaced it, and nobody took it back.
func holds(e record.Entry) bool {
	return e.Err == nil && e.CopyOf == "" && e.ReplacedBy() == "" && e.WithdrawnOn() == "" &&
		e.Record.Agrees() && (e.Record.Name != "" || e.PaperOn() != "")
}

// isRecordFile reports whether what cannot be read has the name of a record.
func isRecordFile(e record.Entry) bool { return record.IDIn(filepath.Base(e.Path)) != "" }

// local is when something was, where it was; empty if nobody knows.
func local(t *time.Time) string {
	if t == nil {
		return ""
	}
	return t.Format("2006-01-02 15:04 -07:00")
}
