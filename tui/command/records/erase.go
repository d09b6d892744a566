package records

import (
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"firstsession/content/ledger"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/store/postgres"
)

func (p *program) eraseCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "erase RECORD",
		Short: "Erase a record, its copies and what was added to it",
		Long: `Erase takes a record away, with its copies to read and what was added to it, and
notes in the ledger of the folder that it is erased. It asks first. RECORD is a
file, or the number or reference of a record in the folder that --records names.
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

func (p *program) eraseRecord(which string, yes bool) error {
	e, err := p.findRecord(which)
	if err != nil {
		return err
	}
	dir := filepath.Dir(e.Path)
	files, err := record.FilesOf(p.FS, dir, e)
	if err != nil {
		return err
	}
	if !yes {
		agreed, err := p.Ask("This erases the record %s of %s (%s), %d files in %s. They cannot be brought back. Type yes to erase them:",
			e.Record.ID, e.Record.Time.Format("2006-01-02"), e.Reference(), len(files), dir)
		if err != nil {
			return err
		}
		if !agreed {
			return p.Say("Nothing was erased.")
		}
	}
	book, err := p.ledgerOf(dir, e)
	if err == nil && book.Writer != "" {
		err = book.Erasing(e.Record.ID, p.Now())
	}
	if err != nil {
		return fmt.Errorf("nothing was erased, since the ledger cannot note it: %w", err)
	}
	if err := record.EraseFiles(p.FS, dir, files); err != nil {
		return fmt.Errorf("%w\nsome of its %d files may be gone, and the others are still there; the same command erases the rest", err, len(files))
	}
	note := "No ledger keeps that it was erased: there is none in this folder."
	if book.Writer != "" {
		note = "The ledger keeps that it was erased."
		if err := book.Erased(e.Record.ID, p.Now()); err != nil {
			note = fmt.Sprintf("The ledger keeps only that it was to be erased: %s.", err)
		}
	}
	return errors.Join(p.Say("Erased: the record %s, %d files in %s. %s Copies elsewhere, such as in a backup or with the client, are still there.",
		e.Record.ID, len(files), dir, note), p.sayTroubles(dir))
}

// ledgerOf is this computer's ledger in the folder of a record. A member's own
// folder that has none gets none: it would be a trace. In a database there are none.
func (p *program) ledgerOf(dir string, e record.Entry) (ledger.Book, error) {
	if postgres.IsDir(dir) {
		return ledger.Book{}, nil
	}
	l, err := ledger.Read(p.FS, dir)
	if err != nil || !l.Any && isOwn(e) {
		return ledger.Book{}, err
	}
	state, err := store.StateFolder(p.Getenv)
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
