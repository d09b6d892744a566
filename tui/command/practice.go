package command

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
	"firstsession/content/practice"
	"firstsession/content/source"
)

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
a word on what it is for. It goes to standard output, or into a new file, in the
language of the guide: --language es writes it in Spanish.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && force {
				return usage(cmd, errors.New("--force is for a file, so it needs a FILE"))
			}
			guide, err := p.loadGuide()
			if err != nil {
				return err
			}
			form := practice.Form(guide.Language)
			if len(args) == 0 {
				p.results.print(form)
				return nil
			}
			if err := writeText(disk.Shared(), args[0], form, force); err != nil {
				return fmt.Errorf("writing a practice file: %w", err)
			}
			return p.Say("The practice file to fill in is %s", args[0])
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
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.practiceCheck(args[0], ids)
		},
	}
	cmd.Flags().BoolVar(&ids, "ids", false, "list the ids that the file can name")
	return cmd
}

// practiceCheck lists the ids also where there are problems, as one of them
// may be an id.
func (p *program) practiceCheck(path string, ids bool) error {
	guide, err := p.loadGuide()
	if err != nil {
		return err
	}
	today := p.Now()
	practice, err := p.readPractice(path)
	if err == nil {
		err = practice.Check(guide, today)
	}
	var found source.Problems
	switch {
	case errors.As(err, &found):
		p.results.print(printable(found.Error() + "\n"))
		err = problems("there are problems in %s", path)
	case err != nil:
		return err
	default:
		err = p.printReport("practice", reportOf(path, practice, today))
	}
	if ids {
		err = errors.Join(err, p.printReport("ids", guide))
	}
	return err
}

// practiceReport is what a practice file sets and what it does not.
type practiceReport struct {
	Path       string
	Set, Unset []practice.Fact
	Crisis     practice.Crisis
	Today      time.Time
}

func reportOf(path string, p practice.Practice, today time.Time) practiceReport {
	r := practiceReport{Path: path, Crisis: p.Crisis, Today: today}
	for _, fact := range p.Facts() {
		if fact.Text == "" {
			r.Unset = append(r.Unset, fact)
		} else {
			r.Set = append(r.Set, fact)
		}
	}
	for _, id := range p.NeededToStart {
		r.Set = append(r.Set, practice.Fact{Key: "needed_to_start", Text: id})
	}
	for _, id := range p.NoteIDs() {
		r.Set = append(r.Set, practice.Fact{Key: "note", Text: id + ": " + p.Notes[id]})
	}
	for _, own := range p.Statements {
		r.Set = append(r.Set, practice.Fact{Key: "statement", Text: own.ID + ": " + own.Text})
	}
	return r
}
