package serving

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content/plain"
	"firstsession/content/store"
	"firstsession/tui/command/shell"
)

func (p *program) storeCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "store",
		Short: "Copy what a server keeps into another store",
		Long: `Store is about what a server keeps of its readers: a folder, or a database. With
copy it goes from one into another.`,
		Example: `  firstsession store copy readers postgres://db.example.org/readers`,
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "copy STORE STORE",
		Short: "Copy invitations, places and records",
		Long: `Copy copies all that a server keeps, from the first store into the second:
invitations, what is kept under them, and records, byte for byte. A store is a
folder, with its records in records within it, or a database. Stop the servers
first: what a reader has open is refused. Nothing in the second store is written
over; a copy that was cut off can be made again. What was put aside since it
could not be read, the server's key, ledgers, links and other folders among the
records, and the first store itself stay where they are.`,
		Example: `  firstsession store copy readers postgres://db.example.org/readers
  firstsession store copy postgres://db.example.org/readers readers`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error { return p.copyStore(args[0], args[1]) },
	})
	return cmd
}

func (p *program) copyStore(from, to string) error {
	guide := p.Answers()
	w := guide.Words.Served
	switch {
	case from == "" || to == "":
		return shell.Misused("two stores are named, such as: firstsession store copy readers other-readers")
	case p.isSame(from, to):
		return shell.Misused("%s", plain.Fill(w.CopySame, "from", from, "to", to))
	case isWithin(from, to), isWithin(to, from):
		return shell.Misused("%s", plain.Fill(w.CopyWithin, "from", from, "to", to))
	}
	if err := cmp.Or(p.isStore(from), p.holdsStore(from)); err != nil {
		return err
	}
	var both [2]store.Copied
	for i, named := range []string{from, to} {
		opened, closes, err := p.OpenStore(named, filepath.Join(named, "records"))
		if err != nil {
			return err
		}
		defer closes()
		both[i] = opened
	}
	invitations, files, err := store.Copy(both[0], both[1])
	if err != nil {
		hint := plain.Either(errors.Is(err, store.ErrOpen), w.CopyAgain, "")
		return errors.New(plain.Fill(w.CopyFailed+hint, "invitations", invitations, "files", files, "why", shell.Why(err, guide)))
	}
	left, broken := store.LeftOf(both[0])
	err = p.Tell(w.Copied, "invitations", invitations, "files", files)
	if len(left) > 0 {
		err = errors.Join(err, p.Tell(w.CopyLeft, "list", shell.OneLine(strings.Join(left, ", "))))
	}
	if len(broken) > 0 {
		err = errors.Join(err, shell.Problems("%s", plain.Fill(w.CopyBroken, "list", shell.OneLine(strings.Join(broken, ", ")))))
	}
	return err
}

// holdsStore refuses a folder that has nothing in it of what a store has.
func (p *program) holdsStore(named string) error {
	names, err := p.FS.ReadDir(named)
	if !shell.IsFolder(named) || err == nil && slices.ContainsFunc(names, func(name string) bool {
		return slices.Contains([]string{"invitations", "records", "host-key"}, name)
	}) {
		return nil
	}
	return cmp.Or(err, shell.Problems("%s is no store: it has no invitations and no folder records; nothing was copied", named))
}

func (p *program) isSame(from, to string) bool {
	one, err := p.FS.Stat(from)
	other, failed := p.FS.Stat(to)
	return from == to || err == nil && failed == nil && os.SameFile(one, other)
}

func isWithin(dir, within string) bool {
	way, err := filepath.Rel(within, dir)
	return err == nil && filepath.IsLocal(way) && shell.IsFolder(dir) && shell.IsFolder(within)
}
