package handout

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html"
	"strconv"
	"strings"

	"firstsession/content"
)

//go:embed style.css
var style string

// HTML is the handout as one page: no script, nothing fetched from anywhere,
// and a print style sheet, so that any browser can print it well.
func (h Handout) HTML() (string, error) {
	headings := h.outline()
	p := &htmlPen{
		words: h.guide.Words,
		seats: len(h.guide.Chapters) + 1,
		ids:   map[string]bool{},
	}
	for _, head := range headings {
		p.ids[head.id] = true
	}
	p.writer = newProseWriter(p.ids)
	p.head(h.guide.Language, printable(style+foot(h.guide.Words.Guide.Title)))
	h.write(p, headings)
	p.out.WriteString("</body>\n</html>\n")
	if p.err != nil {
		return "", fmt.Errorf("writing the handout as HTML: %w", p.err)
	}
	return printable(p.out.String()), nil
}

// htmlPen writes HTML that is XML as well, so that a test can walk it. The
// first error is kept, and what follows it does not matter.
type htmlPen struct {
	out    strings.Builder
	words  content.Words
	seats  int
	ids    map[string]bool
	writer proseWriter
	stack  []heading
	err    error
}

// put writes HTML; every %s in it is filled with words made harmless.
func (p *htmlPen) put(format string, words ...string) {
	safe := make([]any, len(words))
	for i, w := range words {
		safe[i] = html.EscapeString(w)
	}
	fmt.Fprintf(&p.out, format, safe...)
}

// head forbids the page everything but its own style, by the style's hash.
func (p *htmlPen) head(language, css string) {
	sum := sha256.Sum256([]byte(css))
	policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; base-uri 'none'; form-action 'none'"
	p.put("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n", language)
	p.put("<meta http-equiv=\"Content-Security-Policy\" content=\"%s\"/>\n", policy)
	p.put("<meta name=\"referrer\" content=\"no-referrer\"/>\n")
	p.put("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
	p.put("<meta name=\"color-scheme\" content=\"light dark\"/>\n")
	p.put("<title>%s</title>\n", p.words.Guide.Title)
	p.out.WriteString("<style>" + css + "</style>\n</head>\n<body>\n")
	p.put("<a class=\"skip\" href=\"#%s\">%s</a>\n", bodyID, p.words.Print.Skip)
}

// element is what a part is in HTML. Only the main parts are landmarks;
// a hundred of them would hide the way.
func element(h heading) string {
	switch h.role {
	case coverRole:
		return "header"
	case contentsRole:
		return "nav"
	case bodyRole:
		return "main"
	case footRole:
		return "footer"
	default:
		return "section"
	}
}

func (p *htmlPen) open(h heading) {
	p.stack = append(p.stack, h)
	p.put("<"+element(h)+" class=\"%s\"", string(h.role))
	if h.title == "" {
		p.id(h.id)
		p.out.WriteString(">\n")
		return
	}
	if h.level == 2 {
		p.put(" aria-labelledby=\"%s\"", h.id)
	}
	p.out.WriteString(">\n")
	p.title(h)
}

func (p *htmlPen) id(id string) {
	if id != "" {
		p.put(" id=\"%s\"", id)
	}
}

// title puts a label within its heading: by ear they belong together.
func (p *htmlPen) title(h heading) {
	if h.role == coverRole {
		p.out.WriteString(ring(p.seats))
	}
	tag := "h" + strconv.Itoa(h.level)
	p.out.WriteString("<" + tag)
	p.id(h.id)
	p.out.WriteString(">")
	if h.number > 0 {
		p.out.WriteString(row(p.seats, h.number))
	}
	if h.label != "" {
		p.put("<span class=\"label\">%s</span> ", h.label)
	}
	p.put("%s</"+tag+">\n", h.title)
}

func (p *htmlPen) close() {
	last := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	p.out.WriteString("</" + element(last) + ">\n")
}
