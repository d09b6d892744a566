package record

import (
	"cmp"
	"embed"
	"fmt"
	htmltemplate "html/template"
	"strings"
	"sync"
	"text/template"

	"firstsession/content"
	"firstsession/content/htmlpage"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// The readable copies of a record: what they say, which is the same in all, and how that
// looks. Each printed page says at its foot whose it is, without a name.
//
//go:embed *.tmpl style.css
var printFiles embed.FS

var funcs = template.FuncMap{
	"fill":    plain.Fill,
	"date":    date,
	"list":    list,
	"outcome": OutcomeWords,
	"planned": plannedWords,
	"way":     wayWords,
	"entered": enteredWords,
	"fact":    factLines,
	"number":  func(i int) string { return fmt.Sprintf("%d. ", i+1) },
	"wrap":    wrap,
	"quoted":  quoted,
	"under":   under,
	"turned":  htmlpage.IsTurned,
}

// Read once, since a whole folder of records may be compared with its copies.
var (
	textSheet = sync.OnceValue(func() *template.Template {
		return template.Must(template.New("").Funcs(funcs).ParseFS(printFiles, "sheet.tmpl", "text.tmpl", "style.tmpl"))
	})
	htmlSheet = sync.OnceValue(func() htmlpage.Templates {
		return htmlpage.Parse(printFiles, funcs, "sheet.tmpl", "html.tmpl")
	})
)

// sheet is what the templates take a readable copy from.
type sheet struct {
	Record
	Words     words.Record
	Beside    string // what the copy is
	answers   words.Statement
	entry     Entry  // with what was added
	Card      []Fact // what to take along, with room for what is not known; only a client's copy has it
	CardTitle string
}

// newSheet is the copy beside the record, or with no record beside it.
func newSheet(a Record, words *words.Words, beside bool, added []Addition) sheet {
	s := sheet{Record: a, Words: words.Record, Beside: words.Record.ClientCopy, answers: words.Statement, entry: Entry{Record: a, Added: added}}
	if beside {
		s.Beside = plain.Fill(words.Record.Beside, "file", FileName(a))
	}
	return s
}

// Text is a record's readable copy: plain words, in lines that fit on paper. What was
// added to the record stands before all else.
func Text(a Record, words *words.Words, added ...Addition) string {
	return newSheet(a, words, true, added).text()
}

// newCopy is the client's, with whom to call, and when and where the group meets.
func newCopy(a Record, g *content.Guide, added []Addition) sheet {
	s, w := newSheet(a, g.Words, false, added), g.Words.Print
	s.CardTitle = w.Card
	for _, line := range []Fact{
		{Label: w.CardLife}, {Label: w.CardCrisis, Text: g.Card.Crisis}, {Label: w.CardTherapist},
		{Label: w.CardWhen, Text: g.Card.When}, {Label: w.CardWhere, Text: g.Card.Where}, {Label: w.CardCall, Text: g.Card.Call},
	} {
		line.Text = cmp.Or(line.Text, strings.Repeat("_", columns/3))
		s.Card = append(s.Card, line)
	}
	return s
}

// HTML is a record's readable copy as one page for a browser, which prints on one or two
// sheets of paper.
func HTML(a Record, words *words.Words, added ...Addition) string {
	return newSheet(a, words, true, added).html()
}

// ForClient is Text and HTML as a client gets them, without the record beside them, and
// with a card to take along.
func ForClient(a Record, g *content.Guide, added ...Addition) (text, html string) {
	s := newCopy(a, g, added)
	return s.text(), s.html()
}

func (s sheet) text() string {
	var b strings.Builder
	err := textSheet().ExecuteTemplate(&b, "sheet", s)
	return printed(b.String(), err)
}

func (s sheet) html() string {
	var own strings.Builder
	printed("", textSheet().ExecuteTemplate(&own, "style", s))
	return printed(htmlpage.Page{
		Language: s.Guide.Language,
		Title:    s.Title(),
		Style:    htmltemplate.CSS(own.String()),
		Body:     s,
	}.Write(htmlSheet()))
}

// printed is a copy as it is kept. A template that does not fit is a mistake in the
// program.
func printed(text string, err error) string {
	if err != nil {
		panic(err)
	}
	return plain.Printable(text, "")
}

const columns = 72

// under is a line with another of signs below it.
func under(sign, text string) string {
	return wrap("", text) + wrap("", strings.Repeat(sign, min(plain.Cells(text), columns)))
}

// wrap is one line or several, with something before the first of them.
func wrap(first, text string) string {
	lines := plain.Hang(first, plain.OneLine(plain.Printable(text, "")), columns)
	return cmp.Or(lines, strings.TrimRight(first, " ")+"\n")
}

// factLines are what the practice said of one thing, in lines.
func factLines(f Fact) string { return hung("- ", f.Label+": "+f.Text) }

// quoted is what the client or member wrote, in lines.
func quoted(text string) string { return hung("  ", text) }

// hung are the lines of a text, with something before the first of them.
func hung(first, text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(wrap(first, line))
		first = "  "
	}
	return b.String()
}

// Line is a paragraph of what a readable copy says, to be shown rather than
// printed.
type Line struct {
	Text    string
	Heading bool
	Item    bool   // of a list
	Under   string // what more is said of the item
}

// Lines are what the readable copy of a record says, but for its title.
func Lines(a Record, words *words.Words, added ...Addition) []Line {
	var all []Line
	said := func(sign, text string) string {
		text = strings.TrimSpace(plain.OneLine(plain.Printable(text, "")))
		switch last := len(all) - 1; {
		case text == "":
		case sign == ">":
			all[last].Under = strings.TrimSpace(all[last].Under + " " + strings.TrimRight(text, ".") + ".")
		default:
			all = append(all, Line{Text: text, Heading: sign == "#", Item: sign == "-"})
		}
		return ""
	}
	s := newSheet(a, words, false, added)
	s.Beside = ""
	t := template.Must(template.New("").Funcs(funcs).Funcs(template.FuncMap{"said": said}).ParseFS(printFiles, "sheet.tmpl", "said.tmpl"))
	printed("", t.ExecuteTemplate(&strings.Builder{}, "sheet", s))
	return all
}
