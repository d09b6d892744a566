// Package htmlpage is a page for a browser that runs no script and fetches
// nothing from anywhere. It writes HTML that is XML as well, so that a test can
// walk it. What stands on a page may not come in.
package htmlpage

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io/fs"
	"strings"

	"firstsession/content/plain"
)

//go:embed page.tmpl
var frame string

// Page is a page before it is written.
type Page struct {
	Language, Title string
	Style           template.CSS // behind that of its templates
	Body            any
}

// Templates are what pages of a kind are written with, and their style.
type Templates struct {
	page  *template.Template
	style []byte
}

// Policy forbids the page everything but its own style, by the style's hash.
func (p Page) Policy() string {
	return "default-src 'none'; style-src '" + Hash(string(p.Style)) + "'; base-uri 'none'; form-action 'none'"
}

// Hash is a style's, as a policy names it.
func Hash(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// Parse reads the templates of a page, of which the one named "body" makes the page's
// body, and its style.css. What cannot be read is a mistake in the program, and panics.
func Parse(files fs.FS, funcs template.FuncMap, names ...string) Templates {
	page := template.Must(template.New("page").Funcs(funcs).Parse(frame))
	style, err := fs.ReadFile(files, "style.css")
	if err != nil {
		panic(err)
	}
	return Templates{template.Must(page.ParseFS(files, names...)), style}
}

// fromRight are the languages and the scripts that are written from right to
// left.
const fromRight = " ar arc azb bal ckb dv fa glk he iw ji khw ks lrc luz mzn nqo pnb prs ps sd sdh skr syr ug ur yi" +
	" adlm arab hebr mand nkoo rohg samr syrc thaa "

// IsTurned reports whether the page's language is written from right to left.
func (p Page) IsTurned() bool { return IsTurned(p.Language) }

// IsTurned reports whether a language is written from right to left. A script that it
// names says so before the language does.
func IsTurned(language string) bool {
	parts := strings.Split(strings.ReplaceAll(strings.ToLower(language), "_", "-"), "-")
	name := parts[0]
	if len(parts) > 1 && len(parts[1]) == len("Hebr") {
		name = parts[1]
	}
	return name != "" && strings.Contains(fromRight, " "+name+" ")
}

// texts are the beginnings of what holds text, each of a direction of its own:
// of an item, its paragraphs if it has any.
var texts = plain.Late(`<(?:span class="(?:label|filled|fits)"|(?:p|h[1-6]|figcaption|summary|(?:li|blockquote)(?:[^<>]*>\s*<p)?)\b)`)

// Write fills a page. Where some of it runs from right to left, each text says
// by its letters from where it is read.
func (p Page) Write(t Templates) (string, error) {
	var b strings.Builder
	p.Style = template.CSS(t.style) + p.Style //nolint:gosec // it is the program's own
	err := t.page.Execute(&b, p)
	// A plus is written as it is, as in the copies of records that people have.
	page := strings.ReplaceAll(b.String(), "&#43;", "+")
	if p.IsTurned() || plain.Turned(page) {
		page = texts().ReplaceAllString(page, `$0 dir="auto"`)
		page = strings.ReplaceAll(page, ` dir="auto" dir="auto"`, ` dir="auto"`) // which said so already
	}
	return page, err
}
