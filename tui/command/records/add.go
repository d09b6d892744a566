package records

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

// asked is what somebody wants to add to a record, as the flags say.
type asked struct {
	record.Addition
	withdrawn, paper    bool
	on, by, done, aside string
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
  --set-aside NUMBER         that addition was a mistake, and does not count

A day is written as 2026-11-30. What has happened was not before the record, and is
not to come. firstsession verify RECORD names each addition with its number.`,
		Example: `  firstsession records add K-102 --records records --todo "ask about the fee" --by 2026-12-15
  firstsession records add K-102 --records records --withdrawn`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.inRecords(func() error {
				dir, err := p.folderOf(args[0])
				if err != nil {
					return err
				}
				return p.holding(dir, func() error { return p.add(args[0], a) })
			})
		},
	}
	p.recordsFlag(cmd)
	a.flags(cmd)
	return cmd
}

func (a *asked) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.BoolVar(&a.withdrawn, "withdrawn", false, "note that the client took it back")
	flags.BoolVar(&a.paper, "paper", false, "note that the same was signed on paper, with ink")
	flags.StringVar(&a.on, "on", "", "say the `DAY` on which that was; today without it")
	flags.StringVar(&a.Text, "todo", "", "note what is to be done: `TEXT`")
	flags.StringVar(&a.by, "by", "", "say the `DAY` until which it is to be done")
	flags.StringVar(&a.done, "done", "", "note that what has this `NUMBER` is done")
	flags.StringVar(&a.aside, "set-aside", "", "note that the addition with this `NUMBER` was a mistake")
	flags.StringVar(&a.Name, "countersigned", "", "note that `NAME` countersigned")
	flags.StringVar(&a.Reference, "corrected-reference", "", "note that the client's reference is `REF`")
}

func (p *program) add(which string, want asked) error {
	t := p.words()
	a, err := p.addition(want)
	if err != nil {
		return err
	}
	e, err := p.findRecord(which)
	if err != nil && e.Path == "" {
		err = p.unreadable(which, err, t.ThenBackup)
	}
	if err == nil {
		err = p.means(&a, e, want)
	}
	if err != nil {
		return err
	}
	guide, err := p.guideOf(e)
	if err != nil {
		return fmt.Errorf("read the words of the record's language: %w", err)
	}
	if a.Kind == record.Countersigned {
		a.Meaning = new(record.Countersigning(guide))
	}
	others := p.having(e, a.Reference)
	if err = t.mayAdd(e, a, others); err == nil {
		a, err = record.NewAddition(e.Record, a, p.Random, e.Added...)
	}
	if err != nil {
		return err
	}
	path, err := record.Add(p.FS, e, a, guide.Words)
	said := t.Added + t.onceAdded(e, a, others)
	if other, ok := errors.AsType[*record.OtherCopiesError](err); ok {
		err = nil
		said += "\n" + plain.Fill(t.OtherCopiesStay, "list", strings.Join(other.Names, ", "), "path", shell.Quoted(e.Path))
	} else if err != nil && !errors.Is(err, record.ErrCopies) {
		return err
	}
	return errors.Join(err, p.Tell(said, "id", e.Record.ID, "path", path), p.noteAdded(e, a), p.SayTroubles(filepath.Dir(e.Path), t.guide))
}

// mayAdd says why something cannot be added, as where another record that holds has the reference.
func (t tongue) mayAdd(e record.Entry, a record.Addition, others []record.Entry) error {
	if err := e.MayAdd(a, a.Time); err != nil {
		return failed(t.NotAdded, "id", e.Record.ID, "why", t.why(err))
	}
	if i := slices.IndexFunc(others, holds); i >= 0 && holds(e) {
		return failed(t.HoldsAlready, "id", e.Record.ID, "reference", a.Reference, "file", filepath.Base(others[i].Path))
	}
	return nil
}

// onceAdded says how an addition is taken back or done, and what to look at.
func (t tongue) onceAdded(e record.Entry, a record.Addition, others []record.Entry) string {
	more := t.IfMistake
	switch a.Kind {
	case record.ToDo:
		more = t.WhenDone
	case record.SetAside:
		more = ""
	}
	if plain.Misread(a.Text+" "+a.Name) >= 0 {
		more += "; " + t.Garbled
	}
	if day := e.WithdrawnOn(); a.Kind == record.Countersigned && day != "" {
		more = plain.Fill(t.SignedWithdrawn, "day", day) + more
	}
	more += t.lacks(e) + t.again(e)
	for _, other := range others {
		more += plain.Fill(t.Another, "reference", a.Reference, "file", filepath.Base(other.Path))
	}
	return plain.Fill(more, "id", a.ID)
}

// means finds which other addition to the record one is about, if it is about any.
func (p *program) means(a *record.Addition, e record.Entry, want asked) (err error) {
	var found record.Addition
	t := p.words()
	switch a.Kind {
	case record.Done:
		found, err = t.byNumber(e.ToDo(), want.done, t.NothingToDo, t.NotToDo)
		a.Text = found.Text
	case record.SetAside:
		// What has no number, a record says, and no addition.
		added := plain.Only(e.Counts(), func(other record.Addition) bool { return other.ID != "" })
		found, err = t.byNumber(added, want.aside, t.NothingAdded, t.NotAnAddition)
	}
	if a.Of = found.ID; err != nil {
		return cmp.Or(p.awayFrom(e, cmp.Or(want.done, want.aside)), err)
	}
	return nil
}

func (p *program) noteAdded(e record.Entry, a record.Addition) error {
	book, err := p.ledgerOf(filepath.Dir(e.Path), e)
	if err == nil && book.Writer != "" {
		err = book.Note()
	}
	if err != nil { // it is added all the same, and the list says that no ledger has it
		return p.Tell(p.words().NotNoted, "id", a.ID, "why", p.words().why(err))
	}
	return nil
}

// addition is what is to be added: one thing. Which other addition it is about, the record says.
func (p *program) addition(want asked) (record.Addition, error) {
	a, t := want.Addition, p.words()
	a.Time, a.Program = p.Now(), p.Version
	day, err := t.dayOf(want.on, a.Time)
	if err = cmp.Or(errors.Join(t.isText("--todo", a.Text), t.isText("--countersigned", a.Name)), err); err != nil {
		return a, err
	}
	var flags []string
	for _, is := range []struct {
		kind record.Kind
		flag string
		set  bool
	}{
		{record.Withdrawn, "--withdrawn", want.withdrawn}, {record.OnPaper, "--paper", want.paper},
		{record.ToDo, "--todo", a.Text != ""}, {record.Done, "--done", want.done != ""}, {record.SetAside, "--set-aside", want.aside != ""},
		{record.Countersigned, "--countersigned", a.Name != ""}, {record.Corrected, "--corrected-reference", a.Reference != ""},
	} {
		if is.set {
			a.Kind, flags = is.kind, append(flags, is.flag)
		}
	}
	if slices.Contains([]record.Kind{record.Withdrawn, record.OnPaper, record.Done}, a.Kind) {
		a.Day = day
	}
	switch {
	case len(flags) == 0:
		return a, misused(t.AddWhat)
	case len(flags) > 1:
		return a, misused(t.OneAtATime, "list", t.list(flags))
	case (a.Kind == record.ToDo) != (want.by != ""):
		return a, misused(t.TodoBy)
	case want.on != "" && a.Day == "":
		return a, misused(t.OnBelongs)
	case a.Kind == record.Countersigned && record.CleanName(a.Name) == "":
		return a, record.ErrNoName
	case a.Kind == record.ToDo:
		a.Day, err = t.dayOf(want.by, a.Time)
	case a.Kind == record.Corrected:
		a.Reference, err = walk.CleanReference(a.Reference)
	}
	return a, err
}

// isText refuses what would stand in a file for ever otherwise than it was meant.
func (t tongue) isText(flag, text string) error {
	at := strings.IndexFunc(text, func(r rune) bool { return r == utf8.RuneError || r == '\n' || plain.IsForbidden(r) })
	if at < 0 {
		at = plain.HidesTag(text)
	}
	switch {
	case at >= 0:
		return misused(t.NoText, "flag", flag, "text", fmt.Sprintf("%q", text[:at]))
	case text != "" && !plain.Seen(text):
		return misused(t.NothingSeen, "flag", flag)
	}
	return nil
}

// byNumber finds the one of several additions whose number is this, or begins so.
func (t tongue) byNumber(all []record.Addition, number, none, no string) (record.Addition, error) {
	var found []record.Addition
	var known []string
	for _, one := range all {
		known = append(known, fmt.Sprintf("%s (%s)", one.ID, t.added(one)))
		if strings.HasPrefix(one.ID, strings.ToLower(strings.TrimSpace(number))) {
			found = append(found, one)
		}
	}
	switch {
	case len(all) == 0:
		return record.Addition{}, errors.New(none)
	case len(found) != 1:
		return record.Addition{}, failed(no, "number", fmt.Sprintf("%q", number), "list", strings.Join(known, ", "))
	}
	return found[0], nil
}

// dayOf is a day as it was typed, or today's.
func (t tongue) dayOf(text string, now time.Time) (string, error) {
	if text == "" {
		return now.Format(time.DateOnly), nil
	}
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(text))
	if err != nil {
		return "", misused(t.NoDay, "text", fmt.Sprintf("%q", text), "today", now.Format(time.DateOnly))
	}
	return day.Format(time.DateOnly), nil
}

func (p *program) folderOf(which string) (string, error) {
	if which = p.fileOf(which); p.isFile(which) {
		return filepath.Dir(which), nil
	}
	return p.RecordsFolder()
}
