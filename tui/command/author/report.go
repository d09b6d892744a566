package author

import (
	_ "embed" // for the templates
	"strings"
	"text/template"

	"firstsession/content/check"
	"firstsession/content/plain"
	"firstsession/tui/command/shell"
)

//go:embed reports.tmpl
var reports string

// printReport prints a report on data, as the template of that name has it.
func (p *program) printReport(name string, data any) error {
	text, err := fill(name, data)
	p.Results.Print(shell.Printable(text))
	return err
}

func fill(name string, data any) (string, error) {
	var text strings.Builder
	t, err := template.New("").Funcs(template.FuncMap{
		"short": short, "width": width, "join": func(names []string) string { return strings.Join(names, ", ") }, "formula": formulaOf,
		"pace": func() int { return check.ReadingPace }, "choosing": check.ChoosingTime.Seconds,
	}).Parse(reports)
	if err == nil {
		err = t.ExecuteTemplate(&text, name, data)
	}
	return text.String(), err
}

// short is as much of a text as stands in a report.
func short(text string) string {
	return plain.Shorten(strings.Join(strings.Fields(text), " "), 56)
}

// formulaOf is the one that the levels are of; nil if there are none.
func formulaOf(measures []check.Measure) *check.Formula {
	for _, m := range measures {
		if m.Grade != nil {
			return m.Grade.By
		}
	}
	return nil
}

// width is that of the column for the chapters.
func width(measures []check.Measure) int {
	width := len("chapter")
	for _, m := range measures {
		width = max(width, len(m.Chapter))
	}
	return width
}
