package records

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
	"firstsession/content/ledger"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/tui/command/shell"
)

func (p *program) eraseCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "erase RECORD",
		Short: "Erase a record, its copies and what was added to it",
		Long: `Erase takes a record away, with its copies to read and what was added to it, and
notes in the ledger of the folder that it is erased. It asks first. RECORD is a
file, or the number or reference of a record in the folder that --records names.
One that cannot be read whole, and what was added to a record that is gone, are
erased by their file; copies to read without their record also by its number or
reference. Other files in the folder that have its number are named, and stay.
Copies elsewhere, such as in a backup or with the client, stay where they are.`,
		Example: `  firstsession records erase K-102 --records records`,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.inRecords(func() error { return p.eraseRecord(args[0], yes) })
		},
	}
	cmd.Flags().StringVar(&p.Records, "records", "", "look for the record in the folder `DIR`, or in the database postgres://HOST/NAME")
	cmd.Flags().BoolVar(&yes, "yes", false, "erase without asking")
	return cmd
}

// toErase is a record that is to be erased, and what of it lies in its folder.
type toErase struct {
	record.Entry // without a record where it cannot be read whole
	dir          string
	said         string   // what it is called to somebody
	files        []string // its own last
	links        []string // those of them that only lead to files elsewhere
	naming       []string // other files beside them that have its number
	missing      []string // additions that the ledger knows, and that are not here
}

func (p *program) eraseRecord(which string, yes bool) error {
	found, err := p.findToErase(which)
	if err != nil {
		return err
	}
	if !yes {
		agreed, err := p.Ask(p.Answers().Words, fmt.Sprintf("This erases %s, %d files in %s. They cannot be brought back.%s Type yes to erase them:",
			found.said, len(found.files), found.dir, found.sayLinks("are")+found.sayRest()))
		if err != nil {
			return err
		}
		if !agreed {
			return p.Say("Nothing was erased.")
		}
	}
	return p.holding(found.dir, func() error {
		if found, err = p.findToErase(which); err != nil { // what came to it meanwhile goes, too
			return fmt.Errorf("nothing was erased: %w", err)
		}
		return p.erase(found)
	})
}

// How often one asks for a folder that somebody else holds, and how long after.
const (
	holdTries = 60
	holdPause = 50 * time.Millisecond
)

// holding does something while it holds a folder. It waits a moment for others.
func (p *program) holding(dir string, do func() error) (err error) {
	for range holdTries {
		if err = record.Holding(p.FS, dir, do); !errors.Is(err, record.ErrHeld) || p.Wait == nil {
			break
		}
		p.Wait(holdPause)
	}
	return err
}

// erase erases what was found while its folder is held.
func (p *program) erase(found toErase) error {
	book, err := p.ledgerOf(found.dir, found.Entry)
	if err == nil && book.Writer != "" {
		err = book.Erasing(found.Record.ID, p.Now())
	}
	if err != nil {
		return fmt.Errorf("nothing was erased, since the ledger cannot note it: %w", err)
	}
	if err := record.EraseFiles(p.FS, found.dir, found.files); err != nil {
		return fmt.Errorf("%w\nsome of its %d files may be gone, and the others are still there; the same command erases the rest", err, len(found.files))
	}
	note := plain.Either(found.Record.ID == "", "No ledger keeps that it was erased: its number is not known.", "No ledger keeps that it was erased: there is none in this folder.")
	if book.Writer != "" {
		note = "The ledger keeps that it was erased."
		if err := book.Erased(found.Record.ID, p.Now()); err != nil {
			note = fmt.Sprintf("The ledger keeps only that it was to be erased: %s.", err)
		}
	}
	return errors.Join(p.Say("Erased: %s, %d files in %s. %s%s Copies elsewhere, such as in a backup or with the client, are still there.",
		found.said, len(found.files), found.dir, note, found.sayLinks("were")+found.sayRest()), p.sayTroubles(found.dir))
}

// sayLinks says of files that only lead to others that those stay.
func (t toErase) sayLinks(are string) string {
	if len(t.links) == 0 {
		return ""
	}
	return fmt.Sprintf(" Of these %s only links: %s. The files that they lead to stay where they are, with all that they say; please erase those, too.", are, strings.Join(t.links, ", "))
}

// sayRest says what of a record is not erased, or was not there to be.
func (t toErase) sayRest() (said string) {
	if len(t.naming) > 0 {
		said = fmt.Sprintf(" These have its number, and stay, since nobody knows what else they hold: %s. Please look at them, and erase those that are copies.", strings.Join(t.naming, ", "))
	}
	if len(t.missing) > 0 {
		said += fmt.Sprintf(" Not here, though the ledger knows of it: the addition %s.", strings.Join(t.missing, ", "))
	}
	return said
}

// findToErase finds the record that is meant, as findRecord does. By its file, it
// is also one that cannot be read whole, or what was added to one that is gone.
func (p *program) findToErase(which string) (toErase, error) {
	e, err := p.findRecord(which)
	said := fmt.Sprintf("the record %s of %s (%s)", e.Record.ID, e.Record.Time.Format("2006-01-02"), e.Reference())
	lone, of, loneErr := p.onlyCopies(which, e, err)
	switch {
	case loneErr != nil:
		return toErase{}, loneErr
	case of != "":
		e, said = lone, fmt.Sprintf("the copies to read of the record %s, which is not here itself", of)
	case err != nil && e.Path == "": // nothing was found at all
		return toErase{}, p.unreadable(which, err, "to erase it, with what belongs to it: firstsession records erase {path}")
	case err != nil:
		if e, said, err = p.damaged(e); err != nil {
			return toErase{}, err
		}
	}
	found := toErase{Entry: e, dir: filepath.Dir(e.Path), said: said}
	if found.files, err = record.FilesOf(p.FS, found.dir, e); err != nil {
		return toErase{}, err
	}
	for _, name := range found.files {
		if info, err := p.FS.Lstat(filepath.Join(found.dir, name)); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			found.links = append(found.links, name)
		}
	}
	if id := e.Record.ID; id != "" && shell.IsFolder(found.dir) {
		found.naming = record.Naming(p.FS, found.dir, id, found.files)
		found.missing = plain.Each(p.missingOf(e), func(line ledger.Line) string { return line.ID })
	}
	return found, nil
}

// damaged is what there is to be erased by a file that cannot be read whole: what
// has the number in its name. The files of a record that is whole are not erased by
// an addition to it.
func (p *program) damaged(e record.Entry) (record.Entry, string, error) {
	name := filepath.Base(e.Path)
	if newer := (*record.NewerError)(nil); errors.As(e.Err, &newer) {
		return e, "", fmt.Errorf("%s: %w", e.Path, e.Err) // it may have files that are not known here
	}
	id := record.IDIn(name)
	if _, of := record.AdditionIn(name); of != "" {
		id = of
		entries, err := record.List(p.FS, filepath.Dir(e.Path))
		for _, other := range record.Standing(entries) {
			if other.Record.ID == of {
				err = fmt.Errorf("%s was added to the record %s, which is whole; firstsession records erase %s erases both", e.Path, of, of)
			}
		}
		if err != nil {
			return e, "", err
		}
	} else if !record.IsRecordName(name) {
		return e, "", fmt.Errorf("%s: %w", e.Path, e.Err)
	}
	why, _, _ := strings.Cut(e.Err.Error(), ";") // and no advice how it could be kept
	e.Record.ID = id
	if id == "" {
		return e, fmt.Sprintf("%s (%s)", name, why), nil
	}
	return e, fmt.Sprintf("what there is of the record %s (%s)", id, why), nil
}

// ledgerOf is this computer's ledger in the folder of a record. A member's own
// folder that has none gets none: it would be a trace. In a database there are none.
func (p *program) ledgerOf(dir string, e record.Entry) (ledger.Book, error) {
	if !shell.IsFolder(dir) {
		return ledger.Book{}, nil
	}
	l, err := ledger.Read(p.FS, dir)
	if err != nil || !l.Any && isOwn(e) || e.Record.ID == "" {
		return ledger.Book{}, err
	}
	state, err := disk.StateFolder(p.Getenv)
	var writer string
	if err == nil {
		writer, err = ledger.Writer(p.FS, state, rand.Reader)
	}
	return ledger.Book{FS: p.FS, Dir: dir, Writer: writer, Shared: e.Shared(p.FS)}, err
}

// isOwn reports whether a record is one that a member made alone.
func isOwn(e record.Entry) bool { return e.Record.Intake == nil && e.Record.Invited == nil }

// sayTroubles says which other ledgers in a folder do not tell all, so that nobody
// takes what they said of a record for known.
func (p *program) sayTroubles(dir string) error {
	l, err := ledger.Read(p.FS, dir)
	for _, t := range l.Troubles {
		err = errors.Join(err, p.Say("%s", ledgerTrouble(t)))
	}
	return err
}

// inRecords does something with the folder of the records that was named, which may
// be a database.
func (p *program) inRecords(do func() error) error {
	dirs, closes, err := p.Mount(p.Records)
	defer closes()
	if err != nil {
		return err
	}
	p.Records = dirs[0]
	return do()
}
