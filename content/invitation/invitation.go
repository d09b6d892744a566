// Package invitation is the page that goes with an invitation: the line to type on
// each system, the fingerprint to compare, and the code. It names no therapy,
// since others may see it lie about. It is plain words and their print; no disk
// and no clock may come in.
package invitation

import (
	"embed"
	"fmt"
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
	Language    string // of the page, in which the guide opens: it is the user name
}

// usualPort is where SSH is without being told a port.
const usualPort = 22

func (p Page) command(option string) string {
	line := "ssh "
	if option != "" {
		line += option + " "
	}
	if p.Port != usualPort {
		line += "-p " + strconv.Itoa(p.Port) + " "
	}
	return line + p.Language + "@" + p.Host
}

// address is the same for an app that a picture is read with.
func (p Page) address() string {
	host := p.Host
	if strings.Contains(host, ":") { // of the newer kind of address
		host = "[" + host + "]"
	}
	return fmt.Sprintf("ssh://%s@%s:%d", p.Language, host, p.Port)
}

// part is a paragraph, a line as it is if it is to be typed or compared, or the
// server's address as a picture.
type part struct {
	Heading, Say, Line string
	Picture            htmltemplate.HTML // in the page for a browser
	Blocks             string            // in the other
}

func (p Page) parts(all *words.Words) []part {
	w := all.Invitation
	full, lines := p.command(""), p.command("-T")
	return []part{
		{Say: w.Lead},
		{Heading: w.Type},
		{Say: w.Windows}, {Line: full}, {Say: w.Mac}, {Line: full}, {Say: w.Linux}, {Line: full},
		{Say: w.Plain}, {Line: lines},
		{Say: plain.Fill(w.PhoneApp, "host", p.Host, "port", p.Port, "user", p.Language)},
		{Heading: w.Question},
		{Say: w.Fingerprint}, {Line: p.Fingerprint}, {Say: w.Compare},
		{Heading: w.Code},
		{Say: w.CodeHow}, {Line: p.Code}, {Say: plain.Fill(w.Until, "date", all.Plain.Day(p.LastDay))},
		{Heading: w.Know},
		{Say: w.Kept}, {Say: w.Own},
	}
}

//go:embed *.tmpl style.css
var files embed.FS

type sheet struct {
	Title string
	Parts []part
}

// Text is the page as plain words, in lines that fit on paper.
func (p Page) Text(w *words.Words) (string, error) {
	square, err := encode(p.address())
	if err != nil {
		return "", err
	}
	// At its end, since who hears the page would hear a block at a time.
	parts := append(p.parts(w), part{Say: w.Invitation.Blocks}, part{Blocks: square.text()})
	wrap := func(text string) string { return plain.Hang("", text, 72) }
	t := template.Must(template.New("page.tmpl").Funcs(template.FuncMap{"wrap": wrap}).ParseFS(files, "page.tmpl"))
	var b strings.Builder
	err = t.Execute(&b, sheet{w.Invitation.Title, parts})
	return plain.Printable(b.String(), ""), err
}

// HTML is the page for a browser: no script, and nothing fetched from anywhere.
func (p Page) HTML(w *words.Words) (string, error) {
	square, err := encode(p.address())
	if err != nil {
		return "", err
	}
	label := plain.Fill(w.Invitation.Picture, "address", p.address())
	parts := append(p.parts(w), part{Say: w.Invitation.Camera}, part{Picture: square.svg(label)})
	page := htmlpage.Page{Language: p.Language, Title: w.Invitation.Title, Body: sheet{w.Invitation.Title, parts}}
	text, err := page.Write(htmlpage.Parse(files, nil, "html.tmpl"))
	return plain.Printable(text, ""), err
}
