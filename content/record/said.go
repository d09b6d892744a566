package record

import (
	_ "embed"
	"strings"
	"text/template"

	"firstsession/content/plain"
	"firstsession/content/words"
)

//go:embed said.tmpl
var saidTemplate string

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
	t := template.Must(template.New("").Funcs(funcs).Funcs(template.FuncMap{"said": said}).Parse(sheetTemplate + saidTemplate))
	printed("", t.ExecuteTemplate(&strings.Builder{}, "sheet", s))
	return all
}
