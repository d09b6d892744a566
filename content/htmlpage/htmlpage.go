// Package htmlpage is a page for a browser that runs no script and fetches
// nothing from anywhere. It writes HTML that is XML as well, so that a test can
// walk it. What stands on a page may not come in.
package htmlpage

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"strings"
)

//go:embed page.tmpl
var frame string

// Page is a page before it is written.
type Page struct {
	Language, Title string
	Style           template.CSS
	Body            any
}

// Policy forbids the page everything but its own style, by the style's hash.
func (p Page) Policy() string {
	sum := sha256.Sum256([]byte(p.Style))
	hash := base64.StdEncoding.EncodeToString(sum[:])
	return "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'"
}

// Parse reads the templates of a page. The one named "body" makes the page's
// body; a template that cannot be read is a mistake in the program, and panics.
func Parse(templates string, funcs template.FuncMap) *template.Template {
	page := template.Must(template.New("page").Funcs(funcs).Parse(frame))
	return template.Must(page.Parse(templates))
}

// Write fills a page.
func (p Page) Write(t *template.Template) (string, error) {
	var b strings.Builder
	err := t.Execute(&b, p)
	// A plus is written as it is, as in the copies of records that people have.
	return strings.ReplaceAll(b.String(), "&#43;", "+"), err
}
