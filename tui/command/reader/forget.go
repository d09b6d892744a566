package reader

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/ledger"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/walk"
)

func (p *program) forgetCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "forget",
		Short: "Erase what this computer remembers of you",
		Long: `Forget erases your place in the guide, your answers and your notes from this
computer. It asks first. Records and pages that you saved stay where they are,
and it names them.`,
		Example: `  firstsession forget
  firstsession forget --yes`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return p.forget(yes) },
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "erase without asking")
	return cmd
}

func (p *program) forget(yes bool) error {
	dir, err := disk.StateFolder(p.Getenv)
	if err != nil { // there is no home
		return p.Say("There is nothing to erase: %s, so nothing could be kept.", err)
	}
	there, err := journal.Exists(p.FS, dir)
	if err != nil {
		return err
	}
	if !there {
		err := p.Say("There is nothing to erase: "+
			"no place in the guide, no answers and no notes are kept in %s.", dir)
		return errors.Join(err, p.saySaved(nil), p.sayLeft(dir))
	}
	path := filepath.Join(dir, journal.FileName)
	if info, err := p.FS.Lstat(path); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return fmt.Errorf("nothing was erased: %s is only a link, and your answers and notes are in the file that it leads to. Please erase that file, and then the link, by hand", path)
	}
	if !yes {
		agreed, err := p.Ask("This erases your place in the guide, your answers and your notes, all in %s. "+
			"They cannot be brought back. Type yes to erase them:", dir)
		if err != nil {
			return err
		}
		if !agreed {
			return p.Say("Nothing was erased.")
		}
	}
	erased, facts, err := store.EraseTold(p.FS, dir)
	if err != nil {
		return err
	}
	if erased == 0 {
		return p.Say("Nothing was erased: it is not in %s any more. "+
			"If it was moved, it still lies where it was moved to.", dir)
	}
	err = p.Say("Your place in the guide, your answers and your notes are erased from this computer.")
	return errors.Join(err, p.saySaved(facts), p.sayLeft(dir))
}

// sayLeft says which files of others lie in the folder still. One may be a copy
// that a sync tool or an editor made.
func (p *program) sayLeft(dir string) error {
	names, err := p.FS.ReadDir(dir)
	if disk.IsNone(err) || err == nil && len(names) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for what is left: %w", err)
	}
	unfinished, err := journal.FindUnfinished(p.FS, journal.IntakesDir(dir))
	if err == nil && len(unfinished) > 0 {
		err = p.Say("Intakes with a client that are not finished are kept in %s, and are left: %d. "+
			"firstsession intake offers to go on with each, or to delete it.", journal.IntakesDir(dir), len(unfinished))
	}
	served := store.ServedIn(dir)
	if err == nil && slices.Contains(names, filepath.Base(served)) {
		err = p.Say("What a server keeps of its readers is in %s, and is left. Each of them erases their own; "+
			"firstsession invite revoke ends an invitation and erases what is kept under it.", served)
	}
	names = slices.DeleteFunc(names, func(name string) bool {
		return ledger.IsOwn(name) || name == filepath.Base(journal.IntakesDir(dir)) || name == filepath.Base(served)
	})
	if err != nil || len(names) == 0 {
		return err
	}
	return p.Say("These files in %s were not made by this program, and are left: %s. "+
		"If one is a copy of your place, your words are in it. Please look, and delete it by hand.",
		dir, strings.Join(names, ", "))
}

// saySaved says where records and pages are that the member saved, which are
// theirs to delete: those that the facts speak of, and what lies in the usual
// folder. Of a folder that was only named with --records nothing is known.
func (p *program) saySaved(facts []walk.Fact) error {
	usual, err := disk.RecordsFolder(p.FS, p.Getenv)
	if err != nil {
		usual = ""
	}
	left := store.FindLeft(p.FS, usual, facts)
	err = errors.Join(
		p.sayFiles("Records that you signed are not erased. They are yours to delete:", left.Records),
		p.sayFiles("Pages that you saved are not erased either. They may hold your notes:", left.Pages))
	others, noFolder := record.List(p.FS, usual)
	others = slices.DeleteFunc(others, func(e record.Entry) bool {
		return slices.Contains(left.Records, walk.Signed{Path: e.Path}.Readable())
	})
	switch {
	case noFolder == nil && len(others) > 0:
		return errors.Join(err, p.Say("Other records are in %s, and are left: %d.", usual, len(others)))
	case len(left.Records)+len(left.Pages) == 0:
		return errors.Join(err, p.Say("No record or page that was saved is known of here. "+
			"What you saved into a folder that you named yourself is still there."))
	}
	return err
}

// sayFiles says something of files, and names each; nothing if there are none.
func (p *program) sayFiles(said string, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	err := p.Say("%s", said)
	for _, path := range paths {
		err = errors.Join(err, p.Say("%s", path))
	}
	return errors.Join(err, p.Say("Beside each lie files whose names begin the same."))
}
