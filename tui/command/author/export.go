package author

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

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
			written, err := export(content.Embedded(), args[0])
			if err != nil {
				return err
			}
			return p.Say("%d files are in %s", written, args[0])
		},
	}
}

// export writes a folder out and says how many files it wrote. If it cannot go
// on, the error says how far it came.
func export(fsys fs.FS, dir string) (int, error) {
	if err := makeEmpty(dir); err != nil {
		return 0, fmt.Errorf("exporting the guide: %w", err)
	}
	written := 0
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		if entry.IsDir() {
			return os.Mkdir(path, 0o755)
		}
		data, err := fs.ReadFile(fsys, name)
		if err == nil {
			err = shell.WriteNew(disk.Shared(), path, data)
		}
		if err == nil {
			written++
		}
		return err
	})
	if err != nil {
		return written, fmt.Errorf("exporting the guide: %w; %s is not complete, %d files were written there",
			err, dir, written)
	}
	return written, nil
}

// makeEmpty makes the folder, or makes sure that nothing is in it.
func makeEmpty(dir string) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return fmt.Errorf("%s is a file; name a folder that is new or empty", dir)
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return os.MkdirAll(dir, 0o755)
	case err == nil && len(entries) > 0:
		return fmt.Errorf("%s is not empty; name a folder that is new or empty", dir)
	default:
		return err
	}
}
