package author

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/check"
	"firstsession/content/plain"
	"firstsession/content/practice"
	"firstsession/content/source"
	"firstsession/tui/command/shell"
)

func (p *program) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check [DIR]",
		Short: "Look a guide over: problems, advice, length and reading grade",
		Long: `Check reads the guide in a folder, or the built-in one. It lists what keeps the
guide from opening, then what its readers would be glad to have changed, and
says by chapter how long and how hard it is. Problems end with exit code 3.`,
		Example: `  firstsession check
  firstsession check my-guide
  firstsession check my-guide --language es`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				if p.Dir != "" && p.Dir != args[0] {
					return shell.Usage(cmd, fmt.Errorf("%q and --guide %q name two folders", args[0], p.Dir))
				}
				p.Dir = args[0]
			}
			return p.check()
		},
	}
}

func (p *program) check() (err error) {
	fsys, folder, err := shell.OpenFolder(p.Dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, folder.Close()) }()
	all, err := p.checkEach(fsys)
	if err == nil {
		err = p.printReport("check", all)
	}
	for _, name := range content.PassedOver(fsys) {
		why := plain.Either(content.IsLanguage(name), "no chapter stands in it", "its name is no language; one is called such as en, es or pt-BR")
		err = errors.Join(err, p.Say("%s: nobody reads this folder, since %s", filepath.Join(p.Dir, name), why))
	}
	if err == nil && slices.ContainsFunc(all, func(c checkup) bool { return len(c.Problems) > 0 }) {
		return shell.Problems("there are problems in %s", cmp.Or(p.Dir, "the built-in guide"))
	}
	return err
}

// checkup is what check has to say about a guide: its problems, or all else.
type checkup struct {
	Problems source.Problems
	Guide    *content.Guide
	Advice   []source.Advice
	Measures []check.Measure
}

// checkEach looks a folder's guide over in each of its languages.
func (p *program) checkEach(fsys fs.FS) (all []checkup, err error) {
	languages, err := content.Languages(fsys)
	switch found, ok := errors.AsType[source.Problems](err); {
	case ok:
		return []checkup{{Problems: p.inFolder("", found)}}, nil
	case err != nil:
		return nil, err
	case p.Language != "":
		language, err := p.ChooseLanguage(languages)
		if err != nil {
			return nil, err
		}
		languages = []string{language}
	}
	var first *content.Guide
	for _, language := range languages {
		guide, err := content.Load(fsys, language)
		switch found, ok := errors.AsType[source.Problems](err); {
		case ok:
			all = append(all, checkup{Problems: p.inFolder(language, found)})
		case err != nil:
			return nil, err
		default:
			all = append(all, p.checkup(guide))
			first = cmp.Or(first, guide)
			if found := check.Mismatches(first, guide); len(found) > 0 { // whose files are named with their language
				all = append(all, checkup{Problems: p.inFolder("", found)})
			}
		}
	}
	return all, nil
}

// checkup looks a guide over that opens.
func (p *program) checkup(guide *content.Guide) checkup {
	c := checkup{Guide: guide, Advice: append(practice.NotToDieIn(guide), check.Check(guide)...), Measures: check.Measures(guide)}
	for i := range c.Advice {
		place := &c.Advice[i].Place
		place.File = filepath.Join(p.Dir, guide.Language, place.File)
	}
	return c
}

// inFolder names the files of problems with their folder.
func (p *program) inFolder(language string, found source.Problems) source.Problems {
	here := slices.Clone(found)
	for i := range here {
		here[i].Place.File = filepath.Join(p.Dir, language, here[i].Place.File)
	}
	return here
}
