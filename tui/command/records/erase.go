package records

import (
	"crypto/rand"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"firstsession/content/ledger"
	"firstsession/content/record"
	"firstsession/content/store"
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
	// Noted first: cut off between the two, the list says that it is to be erased
	// once more, and never that it is missing.
	if err := p.noteErased(dir, e.Record.ID); err != nil {
		return fmt.Errorf("nothing was erased: %w", err)
	}
	if err := record.EraseFiles(p.FS, dir, files); err != nil {
		return err
	}
	return p.Say("Erased: the record %s, %d files in %s. Copies elsewhere, such as in a backup or with the client, are still there.",
		e.Record.ID, len(files), dir)
}

// noteErased notes an erased record in this computer's ledger, where the folder
// has ledgers at all.
func (p *program) noteErased(dir, id string) error {
	l, err := ledger.Read(p.FS, dir)
	if err != nil || len(l.Lines) == 0 {
		return err
	}
	state, err := store.StateFolder(p.Getenv)
	var writer string
	if err == nil {
		writer, err = ledger.Writer(p.FS, state, rand.Reader)
	}
	if err != nil {
		return err
	}
	return ledger.Book{FS: p.FS, Dir: dir, Writer: writer}.Erased(id, p.Now())
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
