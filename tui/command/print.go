package command

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
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
			format, err := flags.chosen()
			if err != nil {
				return usage(cmd, err)
			}
			return p.print(args, format, flags)
		},
	}
	set := cmd.Flags()
	set.StringVar(&flags.format, "format", "", "write as `FORMAT`: text, markdown or html (by the file's ending, or text)")
	set.StringVar(&flags.output, "output", "", "write into `FILE`, which must not be there yet")
	set.BoolVar(&flags.force, "force", false, "with --output, write over a file that is there")
	return cmd
}

// formats are what the endings of a file mean. Without one it is text.
var formats = map[string]string{
	"": "text", ".txt": "text", ".text": "text",
	".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
}

// chosen is the format that was asked for, or that the file's ending means.
func (f printFlags) chosen() (string, error) {
	ending := strings.ToLower(filepath.Ext(f.output))
	meant, known := formats[ending]
	switch {
	case !slices.Contains([]string{"", "text", "markdown", "html"}, f.format):
		return "", fmt.Errorf("there is no format %q; the formats are text, markdown and html", f.format)
	case f.force && f.output == "":
		return "", fmt.Errorf("--force is for a file, so it needs --output FILE")
	case f.format == "" && !known:
		return "", fmt.Errorf("the ending %q is none of those that print can write; "+
			"name the file .txt, .md, .markdown, .html or .htm, or say --format", ending)
	}
	return cmp.Or(f.format, meant), nil
}

func (p *program) print(chapters []string, format string, flags printFlags) error {
	guide, err := p.Load()
	if err != nil {
		return err
	}
	h, err := handout.New(guide, chapters...)
	if err != nil { // a chapter that is not in the guide
		return Misused("%w", err)
	}
	text := ""
	switch format {
	case "html":
		text, err = h.HTML()
	case "markdown":
		text, err = h.Markdown()
	default:
		text, err = h.Text()
	}
	if err == nil && flags.output != "" {
		err = writeText(flags.output, text, flags.force)
	}
	if err != nil {
		return fmt.Errorf("printing the guide: %w", err)
	}
	if flags.output == "" {
		p.results.print(text)
		return nil
	}
	return p.Say("The guide is in %s", flags.output)
}
