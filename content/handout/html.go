package handout

import (
	_ "embed"
	"fmt"
	"strconv"

	"firstsession/content"
	"firstsession/content/htmlpage"
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
	p.Begin(h.guide.Language, p.words.Guide.Title, printable(style+foot(p.words.Guide.Title)))
	p.Put("<a class=\"skip\" href=\"#%s\">%s</a>\n", bodyID, p.words.Print.Skip)
	h.write(p, headings)
	p.End()
	if p.err != nil {
		return "", fmt.Errorf("writing the handout as HTML: %w", p.err)
	}
	return printable(p.String()), nil
}

// htmlPen writes a page. The first error is kept, and what follows it does not
// matter.
type htmlPen struct {
	htmlpage.Page
	words  content.Words
	seats  int
	ids    map[string]bool
	writer proseWriter
	stack  []heading
	err    error
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
	p.Put("<"+element(h)+" class=\"%s\"", string(h.role))
	if h.title == "" {
		p.id(h.id)
		p.WriteString(">\n")
		return
	}
	if h.level == 2 {
		p.Put(" aria-labelledby=\"%s\"", h.id)
	}
	p.WriteString(">\n")
	p.title(h)
}

func (p *htmlPen) id(id string) {
	if id != "" {
		p.Put(" id=\"%s\"", id)
	}
}

// title puts a label within its heading: by ear they belong together.
func (p *htmlPen) title(h heading) {
	if h.role == coverRole {
		p.WriteString(ring(p.seats))
	}
	tag := "h" + strconv.Itoa(h.level)
	p.WriteString("<" + tag)
	p.id(h.id)
	p.WriteString(">")
	if h.number > 0 {
		p.WriteString(row(p.seats, h.number))
	}
	if h.label != "" {
		p.Put("<span class=\"label\">%s</span> ", h.label)
	}
	p.Put("%s</"+tag+">\n", h.title)
}

func (p *htmlPen) close() {
	last := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	p.WriteString("</" + element(last) + ">\n")
}
