package reader

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/handout"
	"firstsession/content/journal"
	"firstsession/content/ledger"
	"firstsession/content/mypage"
	"firstsession/content/pdf"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

type printFlags struct {
	format string
	output string
	force  bool
	paper  string
}

func (p *program) printCommand() *cobra.Command {
	var flags printFlags
	cmd := &cobra.Command{
		Use:   "print [CHAPTER...]",
		Short: "Print the guide, or some chapters, on paper",
		Long: `Print writes the guide as a handout: all of it, or the chapters you name by
number or id. It goes to standard output, or into a file with --output. "card"
is the card to take along, and "my-page" what you may want to have at hand of
your own walk: it reads what is kept on this computer, your notes too. A FILE
of a record, which ends in .json, is printed as it was signed, and with what came
to it later: that it was taken back, or that another takes its place.

A PDF is made by Chrome, Chromium or Edge, if one of them is installed: without
a window, and without a way onto a network. It is on A4 or Letter, as the country
has it that the environment names (LC_ALL, LC_PAPER, LANG), or --paper.`,
		Example: `  firstsession print --output guide.html
  firstsession print group-rules commitment
  firstsession print card
  firstsession print my-page --output my-page.html
  firstsession print --output guide.pdf`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if flags.output == "-" { // as elsewhere in a shell
				flags.output = ""
			}
			format, err := flags.chosen()
			if err != nil {
				return shell.Usage(cmd, err)
			}
			return p.print(args, format, flags)
		},
	}
	p.GroupFlag(cmd)
	p.PlainFlag(cmd, "write text to be heard: pictures in words, and nothing drawn")
	set := cmd.Flags()
	set.StringVar(&flags.format, "format", "", "write as `FORMAT`: text, markdown, html or pdf (by the file's ending, or text)")
	set.StringVar(&flags.output, "output", "", "write into `FILE`, which must not be there yet")
	set.StringVar(&flags.paper, "paper", "", "print a PDF on `PAPER`: a4 or letter (by the country's, or letter)")
	set.BoolVar(&flags.force, "force", false, "with --output, write over a file that is there")
	return cmd
}

// Formats are what the endings of a file mean. Without one it is text.
var Formats = map[string]string{
	"": "text", ".txt": "text", ".text": "text",
	".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".pdf": "pdf",
}

// chosen is the format that was asked for, or that the file's ending means.
func (f printFlags) chosen() (string, error) {
	ending := strings.ToLower(filepath.Ext(f.output))
	meant, known := Formats[ending]
	switch {
	case !slices.Contains([]string{"", "text", "markdown", "html", "pdf"}, f.format):
		return "", plain.Tell("no_format", "there is no format {name}; the formats are text, markdown, html and pdf", "name", fmt.Sprintf("%q", f.format))
	case f.output == "" && f.format == "pdf":
		return "", plain.Tell("pdf_to_file", "a PDF is no text for a terminal, so it needs --output FILE")
	case f.format != "" && ending != "" && known && meant != f.format:
		return "", plain.Tell("two_formats", "the ending {ending} says {meant} and --format says {format}", "ending", fmt.Sprintf("%q", ending), "meant", meant, "format", f.format)
	case !slices.Contains([]string{"", "a4", "letter"}, strings.ToLower(f.paper)):
		return "", plain.Tell("no_paper", "there is no paper {name}; the papers are a4 and letter", "name", fmt.Sprintf("%q", f.paper))
	case f.paper != "" && cmp.Or(f.format, meant) != "pdf":
		return "", plain.Tell("paper_of_pdf", "--paper is for a PDF; a browser asks for its own")
	case f.force && f.output == "":
		return "", plain.Tell("force_file", "--force is for a file, so it needs --output FILE")
	case f.format == "" && !known:
		return "", plain.Tell("no_ending", "the ending {ending} is none of those that print can write; name the file .txt, .md, .markdown, .html, .htm or .pdf, or say --format",
			"ending", fmt.Sprintf("%q", ending))
	}
	return cmp.Or(f.format, meant), nil
}

// fileMistaken says of names that are files, and not one record, what print takes.
func fileMistaken(names []string) error {
	for _, name := range names {
		switch ending := strings.ToLower(filepath.Ext(name)); {
		case ending == ".json" && len(names) > 1:
			return shell.Misused("%w", plain.Tell("one_record", "a record is printed by itself; name one, as {name} alone", "name", name))
		case ending != "" && Formats[ending] != "", ending == ".toml":
			return shell.Misused("%w", plain.Tell("print_file", "{name} is a file; print takes chapters of the guide by their names, or one record, whose name ends in .json", "name", name))
		}
	}
	return nil
}

func (p *program) print(chapters []string, format string, flags printFlags) error {
	if err := fileMistaken(chapters); err != nil {
		return err
	}
	text, err := p.printed(chapters, format, flags.paper)
	if err == nil && flags.output != "" {
		fsys := plain.Either(isMine(chapters) || isRecord(chapters), p.FS, p.Public) // for its reader only
		err = shell.WriteText(fsys, flags.output, text, flags.force)
	}
	if err != nil {
		return fmt.Errorf("print: %w", err)
	}
	if flags.output == "" {
		p.Results.Print(text)
		return nil
	}
	return p.Tell(p.Answers().Words.Print.Written, "path", flags.output)
}

// printed is what is to be printed, in a format; a PDF by way of HTML.
func (p *program) printed(chapters []string, format, paper string) (string, error) {
	if format != "pdf" {
		return p.inFormat(chapters, format)
	}
	found, err := pdf.Find(p.Getenv)
	if err != nil {
		return "", plain.Tell("no_browser", "there is no Chrome, Chromium or Edge on this computer to make a PDF; with --output FILE.html it can be printed from any browser")
	}
	html, err := p.inFormat(chapters, "html")
	if err != nil {
		return "", err
	}
	paper = map[string]string{"": pdf.PaperOf(p.Getenv), "a4": pdf.A4, "letter": pdf.Letter}[strings.ToLower(paper)]
	made, err := found.Print(html, paper)
	if err != nil {
		return "", err
	}
	if numbered := handout.Numbered(html, pdf.Pages(made)); numbered != html {
		made, err = found.Print(numbered, paper)
	}
	return string(made), err
}

func (p *program) inFormat(chapters []string, format string) (string, error) {
	if isRecord(chapters) {
		return p.record(chapters[0], format)
	}
	if isMine(chapters) {
		p.Source = p.Remembering()
	}
	guide, groups, err := p.LoadGroups()
	if err == nil && len(groups) > 0 {
		err = p.Tell(guide.Words.Print.AllGroups, "list", shell.IDsOf(groups))
	}
	if err != nil {
		return "", err
	}
	if isMine(chapters) {
		return p.myPage(guide, format)
	}
	h, err := handout.New(guide, chapters...)
	switch {
	case err != nil: // a chapter that is not in the guide
		return "", shell.Misused("%w", err)
	case format == "html":
		return h.HTML()
	case format == "markdown":
		return h.Markdown()
	case p.IsPlain():
		h = h.Heard()
	}
	return h.Text()
}

// isRecord reports whether a record is to be printed: no chapter ends so.
func isRecord(names []string) bool {
	return len(names) == 1 && strings.HasSuffix(names[0], ".json")
}

// record is a record as it was signed, with what came to it later, in its own language.
func (p *program) record(path, format string) (string, error) {
	e := ledger.At(p.FS, path)
	saved, err := e.Record, e.Err
	if plain.IsA[*record.DamageError](err) {
		return "", shell.Problems("%s is no whole record: %w", path, err)
	}
	if err != nil {
		return "", err
	}
	source := shell.Source{Env: p.Env, Dir: p.Dir, Language: saved.Guide.Language}
	guide, err := source.Load()
	if err != nil { // in a language that is not here any more
		guide, err = shell.Source{Env: p.Env, Language: "en"}.Load()
	}
	if err == nil {
		err = p.SayTroubles(filepath.Dir(path), guide)
	}
	told := e.Told()
	if l, damaged := ledger.Read(p.FS, filepath.Dir(path)); shell.IsFolder(filepath.Dir(path)) && (damaged != nil || len(l.Troubles) > 0) {
		told = append(told, record.Addition{Kind: record.InDoubt})
	}
	switch {
	case err != nil:
		return "", err
	case format == "html":
		return record.HTML(saved, guide.Words, told...), nil
	case format == "markdown":
		return "", shell.Misused("%w", plain.Tell("record_formats", "a record is printed as text, html or pdf"))
	default:
		return record.Text(saved, guide.Words, told...), nil
	}
}

// MyPage stands for the member's own page, among the names of chapters.
const MyPage = "my-page"

func isMine(names []string) bool { return len(names) == 1 && names[0] == MyPage }

// myPage is what is kept of a member's walk, as a page; what cannot be read is told.
func (p *program) myPage(guide *content.Guide, format string) (string, error) {
	if format == "markdown" {
		return "", shell.Misused("%w", plain.Tell("my_page_formats", "my page is printed as text, html or pdf"))
	}
	kept, found, err := store.Open(store.Options{FS: p.FS, Getenv: p.Getenv, Version: p.Version})
	if closed := kept.Close(); err == nil {
		err = closed
	}
	if dir, failed := disk.StateFolder(p.Getenv); errors.Is(err, disk.ErrNotFile) && failed == nil {
		return "", shell.NotFile(filepath.Join(dir, journal.FileName))
	}
	if err != nil && len(found.Facts) == 0 {
		return "", err
	}
	w, _ := walk.Replay(guide, found.Facts)
	if !w.Started() {
		return "", plain.Tell("nothing_kept", "nothing is kept of a walk through the guide on this computer")
	}
	if format == "html" {
		return mypage.HTML(guide.Language, guide.Words, mypage.Parts(w))
	}
	return mypage.Text(guide.Words, mypage.Parts(w))
}
