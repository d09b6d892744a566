package handout

import (
	"embed"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/renderer/html"

	"firstsession/content/htmlpage"
	"firstsession/content/plain"
)

//go:embed *.tmpl style.css
var files embed.FS

// HTML is the handout as one page: no script, nothing fetched from anywhere,
// and a print style sheet, so that any browser can print it well.
func (h Handout) HTML() (string, error) {
	words, paper, seats := h.guide.Words, h.paper(), len(h.guide.Chapters)+1
	ids := map[string]bool{}
	for _, heading := range headings(paper) {
		ids[heading.ID] = true
	}
	templates := htmlpage.Parse(files, template.FuncMap{
		"words":   func() any { return words.Print },
		"blocks":  blocks,
		"drawing": drawing,
		"canDraw": canSketch,
		"sketch":  sketched,
		"prose":   proseWriter{goldmark.New(goldmark.WithRendererOptions(html.WithXHTML())), ids}.write,
		"leads":   func(id string) bool { return ids[id] },
		"ring":    func() []seat { return ring(seats) },
		"asks":    asks,
		"row":     func(chapter int) []seat { return row(seats, chapter) },
		"times":   func(a, b int) int { return a * b },
	}, "html.tmpl")
	text, err := htmlpage.Page{
		Language: h.guide.Language,
		Title:    words.Guide.Title,
		Style:    template.CSS(foot(words.Guide.Title)),
		Body: struct {
			Skip   string
			Pieces []piece
		}{bodyID, paper},
	}.Write(templates)
	if err != nil {
		return "", fmt.Errorf("writing the handout as HTML: %w", err)
	}
	return printable(text), nil
}

// asks reports whether a part has boxes of its own to tick, which belong together.
func asks(p part) bool {
	return slices.ContainsFunc(p.Body, func(inner piece) bool { return inner.Ticks != nil })
}

// toPage is a link that has room for a page number behind it.
var toPage = plain.Late(`(<a href="#([^"]+)">[^<]*</a><span class="page">)(</span>)`)

// Numbered puts page numbers into the contents and behind each question, for those ids that
// have one. They are known once it was printed, and not before: no browser can count ahead.
func Numbered(html string, pages map[string]int) string {
	return toPage().ReplaceAllStringFunc(html, func(line string) string {
		found := toPage().FindStringSubmatch(line)
		if n := pages[found[2]]; n > 0 {
			return fmt.Sprint(found[1], n, found[3])
		}
		return line
	})
}

// seat is a circle. The one that is filled is kept for the reader.
type seat struct {
	X, Y, Radius float64
	Mine         bool
}

// ring sets the seats in a circle, the one in front filled.
func ring(seats int) []seat {
	const middle, radius = 60, 46
	var all []seat
	for i := range seats {
		turn := 2*math.Pi*float64(i)/float64(seats) + math.Pi/2
		all = append(all, seat{middle + radius*math.Cos(turn), middle + radius*math.Sin(turn), 6.5, i == 0})
	}
	return all
}

// row sets the seats beside each other, the chapter's own filled.
func row(seats, chapter int) []seat {
	var all []seat
	for i := range seats {
		all = append(all, seat{float64(16*i + 8), 8, 5, i == chapter-1})
	}
	return all
}

// foot is the style of a printed page's foot: the title, as a text that none of it can end.
func foot(title string) string {
	var b strings.Builder
	for _, r := range printable(title) {
		if r < ' ' || strings.ContainsRune("\"\\<>&", r) {
			fmt.Fprintf(&b, "\\%x ", r)
			continue
		}
		b.WriteRune(r)
	}
	return fmt.Sprintf("@page{@bottom-left{content:\"%s\"}}\n", &b)
}
