package records

import (
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

// asked is what somebody wants to add to a record, as the flags say.
type asked struct {
	withdrawn, paper                                bool
	on, todo, by, done, countersigned, newReference string
}

func (p *program) addCommand() *cobra.Command {
	var a asked
	cmd := &cobra.Command{
		Use:   "add RECORD",
		Short: "Add something to a record, which itself never changes",
		Long: `Add puts an addition beside a record, in a file of its own; the record never
changes, and its copies to read say the addition. RECORD is a file, or the number
or reference of a record in the folder that --records names. Say one thing at a
time:

  --withdrawn                the client took it back (--on DAY, or today)
  --paper                    the same was signed with ink (--on DAY, or today)
  --todo TEXT --by DAY       what is to be done until a day; never what was said
  --done NUMBER              that is done (--on DAY, or today)
  --countersigned NAME       one more countersignature, such as a supervisor's
  --corrected-reference REF  the client's reference is another one

A day is written as 2026-11-30.`,
		Example: `  firstsession records add K-102 --records records --todo "ask about the fee" --by 2026-12-15
  firstsession records add K-102 --records records --withdrawn`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.inRecords(func() error { return p.add(args[0], a) })
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&p.Records, "records", "", "look for the record in the folder `DIR`, or in the database postgres://HOST/NAME")
	flags.BoolVar(&a.withdrawn, "withdrawn", false, "note that the client took it back")
	flags.BoolVar(&a.paper, "paper", false, "note that the same was signed on paper, with ink")
	flags.StringVar(&a.on, "on", "", "say the `DAY` on which that was; today without it")
	flags.StringVar(&a.todo, "todo", "", "note what is to be done: `TEXT`")
	flags.StringVar(&a.by, "by", "", "say the `DAY` until which it is to be done")
	flags.StringVar(&a.done, "done", "", "note that what has this `NUMBER` is done")
	flags.StringVar(&a.countersigned, "countersigned", "", "note that `NAME` countersigned")
	flags.StringVar(&a.newReference, "corrected-reference", "", "note that the client's reference is `REF`")
	return cmd
}

func (p *program) add(which string, want asked) error {
	e, err := p.findRecord(which)
	if err != nil {
		return err
	}
	a, err := p.addition(e, want)
	if err != nil {
		return err
	}
	source := p.Source
	source.Language = e.Record.Guide.Language
	guide, err := source.Load()
	if err != nil {
		return fmt.Errorf("read the words of the record's language: %w", err)
	}
	if a.Kind == record.Countersigned {
		meaning := record.Countersigning(guide)
		a.Meaning = &meaning
	}
	if a, err = record.NewAddition(e.Record, a, rand.Reader); err != nil {
		return err
	}
	path, err := record.Add(p.FS, e, a, guide.Words)
	if err != nil && !errors.Is(err, record.ErrCopies) {
		return err
	}
	number := ""
	if a.Kind == record.ToDo {
		number = "; when it is done: --done " + a.ID
	}
	return errors.Join(err, p.Say("Added to the record %s: %s%s", e.Record.ID, path, number))
}

// addition is what is to be added, and not more than one thing.
func (p *program) addition(e record.Entry, want asked) (record.Addition, error) {
	now := p.Now()
	a := record.Addition{Time: now, Program: p.Version}
	day, err := dayOf(want.on, now)
	if err != nil {
		return a, err
	}
	var kinds []string
	is := func(flag string, set bool, fill func()) {
		if set {
			kinds = append(kinds, flag)
			fill()
		}
	}
	is("--withdrawn", want.withdrawn, func() { a.Kind, a.Day = record.Withdrawn, day })
	is("--paper", want.paper, func() { a.Kind, a.Day = record.OnPaper, day })
	is("--todo", want.todo != "", func() { a.Kind, a.Text, a.Day = record.ToDo, want.todo, want.by })
	is("--done", want.done != "", func() { a.Kind, a.Day = record.Done, day })
	is("--countersigned", want.countersigned != "", func() { a.Kind, a.Name = record.Countersigned, want.countersigned })
	is("--corrected-reference", want.newReference != "", func() { a.Kind, a.Reference = record.Corrected, want.newReference })
	switch {
	case len(kinds) == 0:
		return a, shell.Misused("say what is to be added, such as --withdrawn; firstsession records add --help lists all")
	case len(kinds) > 1:
		return a, shell.Misused("%s: add one thing at a time", strings.Join(kinds, " and "))
	case a.Kind == record.ToDo && want.by == "" || a.Kind != record.ToDo && want.by != "":
		return a, shell.Misused("--todo and --by belong together, such as --todo \"ring the insurer\" --by 2026-11-30")
	case want.on != "" && a.Day != day:
		return a, shell.Misused("--on belongs to --withdrawn, --paper or --done")
	case a.Kind == record.Countersigned && record.CleanName(want.countersigned) == "":
		return a, record.ErrNoName
	}
	switch a.Kind {
	case record.ToDo:
		a.Day, err = dayOf(want.by, now)
	case record.Corrected:
		a.Reference, err = walk.CleanReference(want.newReference)
	case record.Done:
		err = settles(&a, e, want.done)
	}
	return a, err
}

// settles finds what is done among what was to do, by its number or the
// beginning of that.
func settles(a *record.Addition, e record.Entry, number string) error {
	var found []record.Addition
	var known []string
	for _, todo := range e.ToDo() {
		known = append(known, todo.ID+" ("+todo.Text+")")
		if strings.HasPrefix(todo.ID, number) {
			found = append(found, todo)
		}
	}
	switch {
	case len(known) == 0:
		return errors.New("nothing is to be done in this record")
	case len(found) != 1:
		return fmt.Errorf("%q is not one of what is to be done: %s", number, strings.Join(known, ", "))
	}
	a.Of, a.Text = found[0].ID, found[0].Text
	return nil
}

// dayOf is a day as it was typed, or today's.
func dayOf(text string, now time.Time) (string, error) {
	if text == "" {
		return now.Format(time.DateOnly), nil
	}
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(text))
	if err != nil {
		return "", shell.Misused("%q is no day; write it as %s", text, now.Format(time.DateOnly))
	}
	return day.Format(time.DateOnly), nil
}

// findRecord finds the one record that is meant: by its file, or by its number or
// its reference in the folder of the records.
func (p *program) findRecord(which string) (record.Entry, error) {
	if info, err := p.FS.Stat(which); err == nil && !info.IsDir() {
		e := record.At(p.FS, which)
		if e.Err != nil {
			return e, fmt.Errorf("%s: %w", which, e.Err)
		}
		return e, nil
	}
	dir, err := p.recordsFolder()
	if err != nil {
		return record.Entry{}, err
	}
	entries, err := record.List(p.FS, dir)
	if disk.IsNone(err) {
		return record.Entry{}, fmt.Errorf("there is no folder %s; --records names the folder of the records", dir)
	}
	if err != nil {
		return record.Entry{}, err
	}
	var found []record.Entry
	var files []string
	for _, e := range entries {
		if e.Err == nil && e.CopyOf == "" && (e.Record.ID == which || e.Reference() == which) {
			found, files = append(found, e), append(files, filepath.Base(e.Path))
		}
	}
	switch len(found) {
	case 0:
		return record.Entry{}, fmt.Errorf("there is no file %s, and no record with that number or reference in %s%s", which, dir, nearly(entries, which))
	case 1:
		return found[0], nil
	default:
		return record.Entry{}, fmt.Errorf("%s has %d records, so please name one by its number or file: %s",
			which, len(found), strings.Join(files, ", "))
	}
}

// nearly says which record may be meant by what is the number or reference of none:
// the reference was corrected since, or its letters have another case.
func nearly(entries []record.Entry, which string) string {
	for _, e := range entries {
		if e.Err != nil || e.CopyOf != "" {
			continue
		}
		if strings.EqualFold(e.Reference(), which) || strings.EqualFold(e.Record.ID, which) {
			return "; there is " + cmp.Or(e.Reference(), e.Record.ID)
		}
		for _, was := range e.EarlierReferences() {
			if strings.EqualFold(was, which) {
				return fmt.Sprintf("; %s was corrected, and is %s now", was, e.Reference())
			}
		}
	}
	return ""
}

// recordsFolder is the folder that was named, or the usual one.
func (p *program) recordsFolder() (string, error) {
	if p.Records != "" {
		return p.Records, nil
	}
	return record.DefaultDir(p.FS, p.Getenv)
}
