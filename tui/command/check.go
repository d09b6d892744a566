package command

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content"
)

func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "Look a guide over: problems, advice, length and reading grade",
		Long: `Check reads the guide in a folder, or the built-in one. It lists what keeps the
guide from opening, then what its readers would be glad to have changed, and
says by chapter how long and how hard it is. Problems end with exit code 3.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if p.Dir != "" && p.Dir != args[0] {
					return usage(cmd, fmt.Errorf("%q and --guide %q name two folders", args[0], p.Dir))
				}
				p.Dir = args[0]
			}
			return p.check()
		},
	}
}

func (p *program) check() (err error) {
	fsys, folder, err := openFolder(p.Dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, folder.Close()) }()
	c := checkup{dir: p.Dir}
	if err := c.run(p, fsys); err != nil {
		return err
	}
	p.results.print(printable(c.text.String()))
	if c.problems {
		return problems("there are problems in %s", cmp.Or(p.Dir, "the built-in guide"))
	}
	return nil
}

// checkup is what check has to say about one folder.
type checkup struct {
	dir      string
	text     strings.Builder
	problems bool
}

func (c *checkup) run(p *program, fsys fs.FS) error {
	var found content.Problems
	languages, err := content.Languages(fsys)
	switch {
	case errors.As(err, &found):
		c.list("", found)
		return nil
	case err != nil:
		return err
	case p.Language != "":
		language, err := p.chooseLanguage(languages)
		if err != nil {
			return err
		}
		languages = []string{language}
	}
	var first *content.Guide
	for _, language := range languages {
		guide, err := content.Load(fsys, language)
		switch {
		case errors.As(err, &found):
			c.list(language, found)
		case err != nil:
			return err
		default:
			c.guide(guide)
			first = cmp.Or(first, guide)
			c.list("", content.Mismatches(first, guide)) // its files are named with their language
		}
	}
	return nil
}

// list lists problems in files of a folder, if there are any.
func (c *checkup) list(folder string, found content.Problems) {
	if len(found) == 0 {
		return
	}
	c.problems = true
	here := slices.Clone(found)
	for i := range here {
		here[i].Place.File = filepath.Join(c.dir, folder, here[i].Place.File)
	}
	c.add("%s\n\n", here.Error())
}

// guide adds advice and a table for a guide that opens.
func (c *checkup) guide(guide *content.Guide) {
	all := content.Check(guide)
	for _, advice := range all {
		advice.Place.File = filepath.Join(c.dir, guide.Language, advice.Place.File)
		c.add("%s\n", advice)
	}
	if len(all) > 0 {
		c.add("\n")
	}
	c.add("%s: revision %s, no problems, %s\n\n%s\n",
		guide.Language, guide.Revision, adviceCount(len(all)), table(content.Measures(guide)))
}

func (c *checkup) add(format string, args ...any) {
	fmt.Fprintf(&c.text, format, args...)
}

func adviceCount(n int) string {
	switch n {
	case 0:
		return "nothing to advise"
	case 1:
		return "1 piece of advice"
	default:
		return fmt.Sprintf("%d pieces of advice", n)
	}
}

// table shows the measures aligned, with what its columns mean.
func table(measures []content.Measure) string {
	width := len("chapter")
	for _, m := range measures {
		width = max(width, len(m.Chapter))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-*s  sections  words  reading min  questions  question min  grade\n", width, "chapter")
	for _, m := range measures {
		grade := "-"
		if m.Grade != nil {
			grade = fmt.Sprintf("%.1f", m.Grade.Level())
		}
		fmt.Fprintf(&b, "%-*s  %8d  %5d  %11.1f  %9d  %12.1f  %5s\n", width, cmp.Or(m.Chapter, "all"),
			m.Sections, m.Words, m.Reading.Minutes(), m.Questions, m.Asking.Minutes(), grade)
	}
	fmt.Fprintf(&b, "\nMinutes are at %d words a minute, with %.0f seconds to choose an answer.\n",
		content.ReadingPace, content.ChoosingTime.Seconds())
	fmt.Fprintf(&b, "Of the questions, reflections: %d. Sections of the commitment are its statements.\n",
		measures[len(measures)-1].Reflections)
	b.WriteString("The grade is Flesch-Kincaid's, for English.\n")
	return b.String()
}
