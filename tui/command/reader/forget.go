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
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/walk"
	"firstsession/content/words"
)

func (p *program) forgetCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "forget",
		Short: "Erase what this computer remembers of you",
		Long: `Forget erases your place in the guide, your answers and your notes from this
computer. It asks first. Records and pages that you saved stay where they are;
it names those it knows of. It cannot know of pages that you made with --output,
nor of a folder that you named yourself with --records.`,
		Example: `  firstsession forget
  firstsession forget --yes`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return p.forget(yes) },
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "erase without asking")
	return cmd
}

func (p *program) forget(yes bool) error {
	all := p.Remembering().Answers().Words
	said := all.Forget
	dir, err := disk.StateFolder(p.Getenv)
	if err != nil { // there is no home
		return p.Tell(said.NoHome, "error", all.Reason(err))
	}
	there, err := journal.Exists(p.FS, dir)
	if err != nil {
		return err
	}
	if !there {
		err := p.Tell(said.Nothing, "folder", dir)
		return errors.Join(err, p.saySaved(said, nil), p.sayLeft(said, dir))
	}
	path := filepath.Join(dir, journal.FileName)
	info, err := p.FS.Lstat(path)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return errors.New(plain.Fill(said.Link, "path", path))
	}
	done := said.Done
	if err == nil && disk.HasOtherName(path, info) {
		done += "\n" + said.OtherName
	}
	if agreed, err := p.Agreed(yes, all, plain.Fill(said.Ask, "folder", dir), said.NotErased); !agreed {
		return err
	}
	erased, facts, err := store.EraseTold(p.FS, dir)
	if err != nil {
		return err
	}
	if erased == 0 {
		return p.Tell(said.Moved, "folder", dir)
	}
	return errors.Join(p.Tell(done), p.saySaved(said, facts), p.sayLeft(said, dir))
}

// sayLeft says which other files lie in the folder still, such as copies of a sync tool.
func (p *program) sayLeft(said words.Forget, dir string) error {
	names, err := p.FS.ReadDir(dir)
	if disk.IsNone(err) || err == nil && len(names) == 0 {
		return nil
	}
	if err != nil {
		return fmt.Errorf("look for what is left: %w", err)
	}
	unfinished, err := journal.FindUnfinished(p.FS, journal.IntakesDir(dir))
	if err == nil && len(unfinished) > 0 {
		err = p.Tell(said.Intakes, "folder", journal.IntakesDir(dir), "n", len(unfinished))
	}
	served := store.ServedIn(dir)
	if err == nil && slices.Contains(names, filepath.Base(served)) {
		err = p.Tell(said.Served, "folder", served)
	}
	names = slices.DeleteFunc(names, func(name string) bool {
		return ledger.IsOwn(name) || name == filepath.Base(journal.IntakesDir(dir)) || name == filepath.Base(served)
	})
	if err != nil || len(names) == 0 {
		return err
	}
	return p.Tell(said.Foreign, "folder", dir, "list", strings.Join(names, ", "))
}

// saySaved says where records and pages are that the member saved, which are
// theirs to delete: those that the facts speak of, and what lies in the usual
// folder. Of what else may have been saved nothing is known, which is always said.
func (p *program) saySaved(said words.Forget, facts []walk.Fact) error {
	usual, _ := disk.RecordsFolder(p.FS, p.Getenv) //nolint:errcheck // then there is none
	records, pages := store.FindLeft(p.FS, usual, facts)
	err := errors.Join(p.sayFiles(said.Records, said.Beside, records), p.sayFiles(said.Pages, said.Beside, pages))
	others, noFolder := record.List(p.FS, usual)
	others = slices.DeleteFunc(others, func(e record.Entry) bool {
		return slices.Contains(records, walk.Signed{Path: e.Path}.Readable())
	})
	if noFolder == nil && len(others) > mostNamed {
		err = errors.Join(err, p.Tell(said.OtherRecords, "folder", usual, "n", len(others)))
	} else if noFolder == nil {
		paths := plain.Each(others, func(e record.Entry) string { return e.Path })
		err = errors.Join(err, p.sayFiles(said.Others, said.Beside, paths))
	}
	return errors.Join(err, p.Tell(said.Unknown))
}

// mostNamed are the records of others that are named one by one; more are those of a practice.
const mostNamed = 20

// sayFiles says something of files, and names each; nothing if there are none.
func (p *program) sayFiles(said, beside string, paths []string) error {
	if len(paths) == 0 {
		return nil
	}
	return errors.Join(p.Tell(said), p.SayEach(paths), p.Tell(beside))
}
