package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/disk"
)

// practiceFile is the name that a practice file has in the user's folder.
const practiceFile = "practice.toml"

func (p *program) practiceCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "practice",
		Short: "Say in the guide what holds for your own group",
		Long: `A practice file holds what only your practice knows: when the group meets, whom
to call, what it costs, whom to turn to in danger, promises of your own. The
guide then shows it where a reader looks for it. Write a file to fill in with
init, prove it with check, and use it with --practice FILE. As practice.toml in
the user's folder for settings it is used without being named.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage(cmd, fmt.Errorf("there is no command %q for a practice file; there are: init, check", args[0]))
			}
			return usage(cmd, errors.New("say what to do with a practice file: init or check"))
		},
	}
	cmd.AddCommand(p.practiceInitCommand(), p.practiceCheckCommand())
	return cmd
}

func (p *program) practiceInitCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "init [FILE]",
		Short: "Write a practice file to fill in",
		Long: `Init writes a practice file in which every line waits behind a comment mark, with
a word on what it is for. It goes to standard output, or into a new file.`,
		Args: arguments(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				if force {
					return usage(cmd, errors.New("--force is for a file, so it needs a FILE"))
				}
				p.out.print(content.PracticeForm())
				return nil
			}
			if err := writeText(args[0], content.PracticeForm(), force); err != nil {
				return fmt.Errorf("writing a practice file: %w", err)
			}
			return p.say("The practice file to fill in is %s", args[0])
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "write over a file that is there")
	return cmd
}

func (p *program) practiceCheckCommand() *cobra.Command {
	var ids bool
	cmd := &cobra.Command{
		Use:   "check FILE",
		Short: "Prove a practice file: problems, what is set, what is not",
		Long: `Check reads a practice file for the guide that the flags choose. It lists what has
to be mended, or else what is set, what is not set, and whether the crisis text
was checked within a year. Problems end with exit code 3. With --ids it also lists
the ids of the sections that can have a note, and those of the promises.`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.practiceCheck(args[0], ids, time.Now())
		},
	}
	cmd.Flags().BoolVar(&ids, "ids", false, "list the ids that the file can name")
	return cmd
}

// practiceCheck lists the ids also where there are problems, as one of them
// may be an id.
func (p *program) practiceCheck(path string, ids bool, today time.Time) error {
	guide, err := p.loadGuide()
	if err != nil {
		return err
	}
	practice, err := readPractice(path)
	if err == nil {
		err = practice.Check(guide, today)
	}
	listed := ""
	if ids {
		listed = "\n" + practiceIDs(guide)
	}
	var found content.Problems
	if errors.As(err, &found) {
		p.out.print(printable(found.Error() + "\n" + listed))
		return problems("there are problems in %s", path)
	}
	if err == nil {
		p.out.print(printable(practiceReport(path, practice, today) + listed))
	}
	return err
}

// load reads the guide that the flags choose, with the practice's facts over
// it. A guide or a practice file with problems does not open.
func (p *program) load() (*content.Guide, error) {
	guide, err := p.loadGuide()
	if err != nil {
		return nil, err
	}
	path, err := p.practicePath()
	if path == "" || err != nil {
		return guide, err
	}
	practice, err := readPractice(path)
	if err == nil {
		guide, err = practice.Over(guide, time.Now())
	}
	var found content.Problems
	if errors.As(err, &found) {
		return nil, problems("the practice file %s has problems; %s shows them", path, p.practiceHint(path))
	}
	if err != nil {
		return nil, err
	}
	return guide, nil
}

// practicePath is the practice file of the flag, or the one in the user's
// folder for settings; empty if there is none.
func (p *program) practicePath() (string, error) {
	if p.practice != "" {
		return p.practice, nil
	}
	folder, err := disk.ConfigFolder(runtime.GOOS, p.getenv)
	if errors.Is(err, disk.ErrNoHome) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("looking for a practice file: %w", err)
	}
	path := filepath.Join(folder, practiceFile)
	_, err = os.Lstat(path)
	switch {
	case disk.IsNone(err) || errors.Is(err, fs.ErrPermission):
		return "", nil // the folder may be another user's, or no folder
	case err != nil:
		return "", fmt.Errorf("looking for a practice file: %w", err)
	}
	return path, nil
}

// practiceHint is the command line that shows a practice file's problems with
// the guide that the flags choose.
func (p *program) practiceHint(path string) string {
	words := []string{"firstsession practice check", quoted(path)}
	if p.guideDir != "" {
		words = append(words, "--guide", quoted(p.guideDir))
	}
	if p.language != "" {
		words = append(words, "--language", p.language)
	}
	return strings.Join(words, " ")
}

func quoted(path string) string {
	if strings.Contains(path, " ") {
		return `"` + path + `"`
	}
	return path
}

// readPractice reads a practice file.
func readPractice(path string) (content.Practice, error) {
	data, err := disk.OS().Read(path, content.MaxPractice)
	switch {
	case errors.Is(err, fs.ErrNotExist) && filepath.Base(path) == path:
		return content.Practice{}, fmt.Errorf("there is no file %s here", path)
	case errors.Is(err, fs.ErrNotExist):
		return content.Practice{}, fmt.Errorf("there is no file %s", path)
	case errors.Is(err, disk.ErrNotFile):
		return content.Practice{}, fmt.Errorf("reading the practice file: %s is not an ordinary file", path)
	case errors.Is(err, disk.ErrTooLong):
		return content.Practice{}, content.PracticeTooLong(path)
	case err != nil:
		return content.Practice{}, fmt.Errorf("reading the practice file: %w", err)
	}
	return content.ParsePractice(path, data)
}
