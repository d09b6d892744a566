package command

import (
	_ "embed" // for the template
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/tui/command/shell"
)

// manual is what a page of the manual looks like: roff, which man(1) reads.
//
//go:embed man.tmpl
var manual string

func (p *program) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the pages of the manual, for man(1)",
		Long: `Man writes a page of the manual for the program and for each of its commands into
a folder, made from what --help says. A package has installed them already.`,
		Example: `  firstsession man manual && man -l manual/firstsession.1`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			written, err := p.writeManual(cmd.Root(), args[0])
			if err != nil {
				return fmt.Errorf("writing the manual: %w", err)
			}
			return p.Say("%d pages are in %s", written, args[0])
		},
	}
}

// writeManual writes the pages of a command and of those below it, and counts them.
func (p *program) writeManual(cmd *cobra.Command, dir string) (written int, err error) {
	if err := disk.MakeFolder(p.Public, dir); err != nil {
		return 0, err
	}
	for _, c := range withAllBelow(cmd) {
		text, err := p.manPage(c)
		if err == nil {
			err = shell.WriteNew(p.Public, filepath.Join(dir, manName(c)+".1"), []byte(text))
		}
		if err != nil {
			return written, err
		}
		written++
	}
	return written, nil
}

// withAllBelow is a command with all below it.
func withAllBelow(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, one := range below(cmd) {
		all = append(all, withAllBelow(one)...)
	}
	return all
}

// below are a command's own, but those that nobody is told of.
func below(cmd *cobra.Command) []*cobra.Command {
	return plain.Only(cmd.Commands(), func(c *cobra.Command) bool {
		return c.IsAvailableCommand() && c.Name() != "help"
	})
}

// manName is a page's name: firstsession-practice-check.
func manName(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }

func (p *program) manPage(cmd *cobra.Command) (string, error) {
	cmd.InitDefaultHelpFlag()
	t, err := template.New("manual").Funcs(template.FuncMap{
		"roff": roff, "name": manName, "flags": flagsOf, "paragraphs": paragraphs,
	}).Parse(manual)
	if err != nil {
		return "", err
	}
	page := struct {
		*cobra.Command
		Version string
		Below   []*cobra.Command
	}{cmd, strings.Join(strings.Fields(p.Version)[:2], " "), below(cmd)}
	var text strings.Builder
	if err := t.Execute(&text, page); err != nil {
		return "", fmt.Errorf("the page %s: %w", manName(cmd), err)
	}
	return text.String(), nil
}

type manFlag struct{ Short, Name, Takes, Use, Default string }

// flagsOf are the flags of a command, its own before those of all commands.
func flagsOf(cmd *cobra.Command) []manFlag {
	var flags []manFlag
	add := func(flag *pflag.Flag) {
		takes, use := pflag.UnquoteUsage(flag)
		f := manFlag{Short: flag.Shorthand, Name: flag.Name, Takes: takes, Use: use}
		if !slices.Contains([]string{"", "0", "false", "[]"}, flag.DefValue) {
			f.Default = flag.DefValue
		}
		flags = append(flags, f)
	}
	own := cmd.NonInheritedFlags()
	own.SortFlags = true
	own.VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	return flags
}

// paragraphs are those of a text, each in one line.
func paragraphs(text string) []string {
	all := strings.Split(strings.TrimSpace(text), "\n\n")
	return plain.Each(all, func(one string) string { return strings.Join(strings.Fields(one), " ") })
}

// roff is a text in which nothing is a command to the one who sets the page, and
// whose hyphens can be copied as they are typed.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`).Replace(text)
	return dotFirst().ReplaceAllString(text, `\&.`)
}

// dotFirst finds a line that begins like a command.
var dotFirst = plain.Late(`(?m)^\.`)
