package tui

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content/handout"
)

type printFlags struct {
	format string
	output string
	force  bool
}

func (p *program) printCommand() *cobra.Command {
	var flags printFlags
	cmd := &cobra.Command{
		Use:   "print [CHAPTER...]",
		Short: "Print the guide, or some chapters, on paper",
		Long: `Print writes the guide as a handout: all of it, or the chapters you name by
number or id. It goes to standard output, or into a file with --output.`,
		Example: `  firstsession print --output guide.html
  firstsession print group-rules commitment`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := flags.check(); err != nil {
				return usage(cmd, err)
			}
			return p.print(args, flags)
		},
	}
	cmd.Flags().StringVar(&flags.format, "format", "", "write as `FORMAT`: text, markdown or html (by the file's ending, or text)")
	cmd.Flags().StringVar(&flags.output, "output", "", "write into `FILE`, which must not be there yet")
	cmd.Flags().BoolVar(&flags.force, "force", false, "with --output, write over a file that is there")
	return cmd
}

func (f printFlags) check() error {
	switch f.format {
	case "", "text", "markdown", "html":
	default:
		return fmt.Errorf("there is no format %q; the formats are text, markdown and html", f.format)
	}
	if f.force && f.output == "" {
		return fmt.Errorf("--force is for a file, so it needs --output FILE")
	}
	ending := strings.ToLower(filepath.Ext(f.output))
	if _, known := formats[ending]; !known && f.format == "" {
		return fmt.Errorf("the ending %q is none of those that print can write; name the file .txt, .md, .markdown, .html or .htm, or say --format", ending)
	}
	return nil
}

// formats are what the endings of a file mean. Without one it is text.
var formats = map[string]string{
	"": "text", ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
}

// formatOrDefault is the format that was asked for, or that the file's ending
// means.
func (f printFlags) formatOrDefault() string {
	if f.format != "" {
		return f.format
	}
	return formats[strings.ToLower(filepath.Ext(f.output))]
}

func (p *program) print(chapters []string, flags printFlags) error {
	guide, err := p.load()
	if err != nil {
		return err
	}
	h, err := handout.New(guide, chapters...)
	if err != nil { // a chapter that is not in the guide
		return exitError{exitUsage, err}
	}
	text, err := render(h, flags.formatOrDefault())
	if err != nil {
		return fmt.Errorf("printing the guide: %w", err)
	}
	if flags.output == "" {
		p.out.print(text)
		return nil
	}
	if err := writeText(flags.output, text, flags.force); err != nil {
		return fmt.Errorf("printing the guide: %w", err)
	}
	return p.say("The guide is in %s", flags.output)
}

func render(h handout.Handout, format string) (string, error) {
	switch format {
	case "html":
		return h.HTML()
	case "markdown":
		return h.Markdown()
	default:
		return h.Text()
	}
}
