package author

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/tui/command/shell"
)

func (p *program) exportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "export DIR",
		Short: "Write the built-in guide out, to make it your own",
		Long: `Export writes the built-in guide into a new or empty folder, with a README on
how to write chapters and questions. Change what you like, look it over with
firstsession check DIR, and read it with firstsession --guide DIR.`,
		Example: `  firstsession export my-guide`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			for _, flag := range []string{"guide", "language"} {
				if cmd.Flags().Changed(flag) {
					return shell.Usage(cmd, fmt.Errorf("export always writes the whole built-in guide; leave out --%s", flag))
				}
			}
			written, err := export(p.Public, content.Embedded(), args[0])
			if err != nil {
				return err
			}
			return p.Say("%d files are in %s", written, args[0])
		},
	}
}

// export writes a folder out and counts its files. If it cannot go on, it takes away what it made.
func export(to disk.FS, fsys fs.FS, dir string) (int, error) {
	made, err := makeEmpty(to, dir)
	if err != nil {
		return 0, fmt.Errorf("exporting the guide: %w", errors.Join(err, takeAway(to, made)))
	}
	written := 0
	err = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		made = append(made, path)
		if entry.IsDir() {
			return to.Mkdir(path)
		}
		data, err := fs.ReadFile(fsys, name)
		if err == nil {
			err = shell.WriteNew(to, path, data)
		}
		if err == nil {
			written++
		}
		return err
	})
	if err != nil {
		if left := takeAway(to, made); left != nil {
			return written, fmt.Errorf("exporting the guide: %w; %s is not complete, and what is there could not be taken away: %w", err, dir, left)
		}
		return 0, fmt.Errorf("exporting the guide: %w; nothing of it was left in %s", err, dir)
	}
	return written, nil
}

// takeAway removes what was made, the last first, as far as it is there.
func takeAway(from disk.FS, made []string) error {
	var err error
	for _, path := range slices.Backward(made) {
		if failed := from.Remove(path); failed != nil && !errors.Is(failed, fs.ErrNotExist) {
			err = errors.Join(err, failed)
		}
	}
	return err
}

// makeEmpty makes the folder, and says which it made, or makes sure that nothing is in it.
func makeEmpty(in disk.FS, dir string) (made []string, err error) {
	if info, err := in.Stat(dir); err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%s is a file; name a folder that is new or empty", dir)
	}
	entries, err := in.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		for above := filepath.Clean(dir); ; above = filepath.Dir(above) {
			if _, err := in.Stat(above); err == nil || above == filepath.Dir(above) {
				break
			}
			made = append(made, above)
		}
		slices.Reverse(made)
		return made, disk.MakeFolder(in, dir)
	case err == nil && len(entries) > 0:
		return nil, fmt.Errorf("%s is not empty; name a folder that is new or empty", dir)
	default:
		return nil, err
	}
}
