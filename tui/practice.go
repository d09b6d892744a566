package tui

import (
	"cmp"
	"errors"
	"fmt"
	"io"
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

// maxPractice is how much of a practice file is read: one byte more than it
// may have, so that one that is too long is known.
const maxPractice = 1<<20 + 1

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
				_, err := io.WriteString(p.out, content.PracticeForm())
				return err
			}
			write := writeNew
			if force {
				write = writeOver
			}
			if err := write(args[0], []byte(content.PracticeForm())); err != nil {
				return fmt.Errorf("writing a practice file: %w", err)
			}
			return p.say("The practice file to fill in is %s", args[0])
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "write over a file that is there")
	return cmd
}

func (p *program) practiceCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: "Prove a practice file: problems, what is set, what is not",
		Long: `Check reads a practice file for the guide that the flags choose. It lists what has
to be mended, or else what is set, what is not set, and whether the crisis text
was checked within a year. Problems end with exit code 3.`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.practiceCheck(args[0], time.Now())
		},
	}
}

func (p *program) practiceCheck(path string, today time.Time) error {
	guide, err := p.loadGuide()
	if err != nil {
		return err
	}
	practice, err := readPractice(path)
	if err == nil {
		err = practice.Check(guide, today)
	}
	var found content.Problems
	if errors.As(err, &found) {
		if _, err := io.WriteString(p.out, printable(found.Error()+"\n")); err != nil {
			return err
		}
		return problems("there are problems in %s", path)
	}
	if err != nil {
		return err
	}
	_, err = io.WriteString(p.out, printable(practiceReport(path, practice, today)))
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
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
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
	data, err := readPracticeFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && filepath.Base(path) == path:
		return content.Practice{}, fmt.Errorf("there is no file %s here", path)
	case errors.Is(err, fs.ErrNotExist):
		return content.Practice{}, fmt.Errorf("there is no file %s", path)
	case err != nil:
		return content.Practice{}, fmt.Errorf("reading the practice file: %w", err)
	}
	return content.ParsePractice(path, data)
}

func readPracticeFile(path string) (data []byte, err error) {
	// Asked first, because opening a named pipe would wait for ever.
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not an ordinary file", path)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	return io.ReadAll(io.LimitReader(file, maxPractice))
}

// practiceReport says what a practice file sets and what it does not.
func practiceReport(path string, practice content.Practice, today time.Time) string {
	var set, unset []string
	add := func(key, text string) { set = append(set, fmt.Sprintf("  %-18s %s", key, short(text))) }
	for _, fact := range practice.Facts(content.PracticeWords{}) {
		if fact.Text == "" {
			unset = append(unset, "  "+fact.Key)
			continue
		}
		add(fact.Key, fact.Text)
	}
	for _, id := range practice.NeededToStart {
		add("needed_to_start", id)
	}
	for _, id := range practice.NoteIDs() {
		add("note", id+": "+practice.Notes[id])
	}
	for _, statement := range practice.Statements {
		add("statement", statement.ID+": "+statement.Text)
	}
	return fmt.Sprintf("%s: no problems%s\n\nSet, so the guide shows it:\n%s\n\nNot set, so the guide says what holds for any group:\n%s\n\n%s\n",
		path, crisisWarning(practice.Crisis, today), listOrNone(set), listOrNone(unset), crisisReport(practice.Crisis, today))
}

func listOrNone(lines []string) string {
	return cmp.Or(strings.Join(lines, "\n"), "  (nothing)")
}

// maxShort is how much of a text stands in a report, in characters.
const maxShort = 56

func short(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= maxShort {
		return string(runes)
	}
	return string(runes[:maxShort-1]) + "…"
}

// crisisWarning is what the first line adds, as the last is easily missed.
func crisisWarning(crisis content.Crisis, today time.Time) string {
	switch {
	case crisis.Text == "" || crisis.Current(today):
		return ""
	case !crisis.Dated():
		return ", but a warning: the crisis text does not say when it was checked"
	default:
		return fmt.Sprintf(", but a warning: the crisis text was checked on %s, over a year ago", crisis.Checked)
	}
}

func crisisReport(crisis content.Crisis, today time.Time) string {
	const last = "The guide shows its own words first, then this text, and says that it may be out of date."
	switch {
	case crisis.Text == "":
		return "There is no crisis text, so the guide shows its own words only."
	case !crisis.Dated():
		return "The crisis text does not say when it was checked. " + last
	case crisis.Current(today):
		return fmt.Sprintf("The crisis text was checked on %s, within the last year, and is shown first.", crisis.Checked)
	default:
		return fmt.Sprintf("The crisis text was checked on %s, over a year ago. %s", crisis.Checked, last)
	}
}
