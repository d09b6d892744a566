// Package invitation is the page that goes with an invitation: the line to type on
// each system, the fingerprint to compare, and the code. It names no therapy,
// since others may see it lie about. It is plain words and their print; no disk
// and no clock may come in.
package invitation

import (
	_ "embed"
	htmltemplate "html/template"
	"strconv"
	"strings"
	"text/template"

	"firstsession/content/htmlpage"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// Page is what one page says.
type Page struct {
	Host        string // as readers reach the server
	Port        int
	Fingerprint string // of the server's key
	Code        string
	LastDay     string // on which the invitation can be used
	Language    string // of the page, in which the guide opens
}

// usualPort is where SSH is without being told a port.
const usualPort = 22

// command is the line to type, with an option or without one.
func (p Page) command(option string) string {
	line := "ssh "
	if option != "" {
		line += option + " "
	}
	if p.Port != usualPort {
		line += "-p " + strconv.Itoa(p.Port) + " "
	}
	return line + p.Host
}

// part is a paragraph or, if it is to be typed or compared, a line as it is.
type part struct{ Heading, Say, Line string }

func (p Page) parts(all *words.Words) []part {
	w := all.Invitation
	full, lines := p.command(""), p.command("-T")
	return []part{
		{Say: w.Lead},
		{Heading: w.Type},
		{Say: w.Windows}, {Line: full}, {Say: w.Mac}, {Line: full}, {Say: w.Linux}, {Line: full},
		{Say: w.Plain}, {Line: lines},
		{Say: plain.Fill(w.Phone, "host", p.Host, "port", p.Port)},
		{Heading: w.Question},
		{Say: w.Fingerprint}, {Line: p.Fingerprint}, {Say: w.Compare},
		{Heading: w.Code},
		{Say: w.CodeHow}, {Line: p.Code}, {Say: plain.Fill(w.Until, "date", p.LastDay)},
		{Heading: w.Know},
		{Say: w.Kept}, {Say: w.Own},
	}
}

var (
	//go:embed page.tmpl
	textTemplate string
	//go:embed html.tmpl
	htmlTemplate string
	//go:embed style.css
	style string
)

type sheet struct {
	Title string
	Parts []part
}

// Text is the page as plain words, in lines that fit on paper.
func (p Page) Text(w *words.Words) (string, error) {
	wrap := func(text string) string { return plain.Hang("", text, 72) }
	t := template.Must(template.New("page").Funcs(template.FuncMap{"wrap": wrap}).Parse(textTemplate))
	var b strings.Builder
	err := t.Execute(&b, sheet{w.Invitation.Title, p.parts(w)})
	return plain.Printable(b.String(), ""), err
}

// HTML is the page for a browser: no script, and nothing fetched from anywhere.
func (p Page) HTML(language string, w *words.Words) (string, error) {
	page := htmlpage.Page{
		Language: language, Title: w.Invitation.Title, Style: htmltemplate.CSS(style), Body: sheet{w.Invitation.Title, p.parts(w)},
	}
	text, err := page.Write(htmlpage.Parse(htmlTemplate, nil))
	return plain.Printable(text, ""), err
}
