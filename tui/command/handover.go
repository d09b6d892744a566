package command

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/store"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

func (p *program) handOverCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "handover INTAKE FILE",
		Short: "Hand an intake that was cut off over to another clinician",
		Long: `Handover writes an intake that was cut off into a new file, with all that was
answered and written in it, and erases it from your own state folder. Whoever
can read the file can read all of that. In a folder that gives its group to what
is put into it, the group can. Another clinician takes it with intake take.`,
		Example: `  firstsession intake handover K-102 shared/K-102.intake`,
		Args:    cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := p.isFree(args[1]); err != nil {
				return err
			}
			reference, err := walk.CleanReference(args[0])
			var state string
			if err == nil {
				state, err = disk.StateFolder(p.Getenv)
			}
			if err == nil {
				err = store.HandOver(p.FS, state, reference, args[1])
			}
			if err != nil {
				return fmt.Errorf("handing over %s: %w", args[0], err)
			}
			return p.Tell(p.Answers().Words.Intake.HandedOver, "reference", reference, "path", args[1])
		},
	}
}

// isFree refuses a name that cannot be that of a new file.
func (p *program) isFree(path string) error {
	w := p.Answers().Words.Intake
	info, err := p.FS.Lstat(path)
	switch {
	case path == "-":
		return shell.Misused("%s", w.IntoFile)
	case err == nil && info.IsDir():
		return shell.Misused("%s", plain.Fill(w.FolderNotFile, "path", path, "such", filepath.Join(path, "K-102.intake")))
	case err == nil:
		return shell.Misused("%s", plain.Fill(w.FileThere, "path", path))
	}
	if dir := filepath.Dir(path); disk.IsNone(err) {
		if _, err := p.FS.Stat(dir); err != nil {
			return fmt.Errorf("there is no folder %s to hand it over in: %w", dir, err)
		}
	}
	return nil
}

func (p *program) takeCommand() *cobra.Command {
	var clinician string
	cmd := &cobra.Command{
		Use:   "take FILE",
		Short: "Take over an intake that another clinician has handed over",
		Long: `Take puts an intake that was handed over into your own state folder, and erases
the file. The next intake offers to go on with it, under the practice file and for
the group that it began with. The client is told who began it, and the record
names both of you.`,
		Example: `  firstsession intake take shared/K-102.intake --clinician "P. Nguyen"`,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			state, err := disk.StateFolder(p.Getenv)
			var is store.Taken
			var kept error
			if err == nil {
				is, kept, err = store.Take(p.FS, p.Random, state, args[0], clinician, p.Now())
			}
			own := p.Answers()
			w := own.Words.Intake
			if errors.Is(err, fs.ErrNotExist) {
				return errors.New(plain.Fill(w.NotToTake, "path", args[0]))
			}
			if err != nil {
				return fmt.Errorf("taking over %s: %w", args[0], err)
			}
			if kept != nil {
				return errors.New(plain.Fill(w.TakenNotErased, "reference", is.Reference, "why", shell.Why(kept, own)))
			}
			return p.Tell(w.Taken, "reference", is.Reference, "path", args[0], "how", goesOn(is, own))
		},
	}
	cmd.Flags().StringVar(&clinician, "clinician", "", "give your `NAME`, for the client and the record")
	return cmd
}

// goesOn is what to type to go on with an intake that was taken over, by one who reads
// the guide own. Where the practice file lies is not in it.
func goesOn(is store.Taken, own *content.Guide) string {
	w, line, file := own.Words.Intake, "firstsession intake", ""
	if is.Folder != "" {
		line += " --records " + shell.Quoted(is.Folder)
	}
	if is.Practice != "" {
		line += " --practice " + w.TakeFile
		file = plain.Fill(w.TakeWhere, "code", is.Practice)
	}
	if is.Language != "" {
		line += " --language " + is.Language
	}
	if is.Language != "" && is.Language != own.Language {
		line += " --clinician-language " + own.Language
	}
	return line + file
}
