package handout

import (
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/plain"
)

// Markdown is the handout as one Markdown file for any Markdown site. Links
// lead to headings, under the names that such sites give them.
func (h Handout) Markdown() (string, error) {
	paper := h.paper()
	anchors := anchors(headings(paper), h.title)
	return write("markdown.tmpl", paper, template.FuncMap{
		"title":       h.title,
		"anchor":      func(id string) string { return anchors[id] },
		"relink":      func(markdown string) string { return relink(strings.Trim(markdown, "\n"), anchors) },
		"escape":      escape,
		"escapeLines": escapeLines,
		"inline":      inline,
		"fenced":      fenced,
		"inWords":     h.inWords,
		"blocks":      blocks,
		"repeat":      strings.Repeat,
	})
}

func (h Handout) title(p part) string {
	return plain.Either(p.Label == "", p.Title, plain.Fill(h.guide.Words.Print.Labelled, "label", p.Label, "title", p.Title))
}

// fenced is a drawing in a fence that is longer than any within it.
func fenced(picture content.Picture) string {
	fence := "```"
	for strings.Contains(drawing(picture, lineWidth), fence) {
		fence += "`"
	}
	return fence + "text\n" + drawing(picture, lineWidth) + "\n" + fence
}

// escape keeps a paragraph of plain words plain: what would be markup is shown as written.
func escape(text string) string { return escapeStart(inline(text)) }

// escapeLines is escape for words whose lines stay lines.
func escapeLines(text string) string {
	lines := plain.Some(strings.Split(text, "\n"), func(line string) (string, bool) {
		return escape(line), strings.TrimSpace(line) != ""
	})
	return strings.Join(lines, "  \n")
}

// inline is escape for words that do not stand at the start of a line. It
// leaves alone what cannot be markup, so that the file is good to read too.
func inline(text string) string {
	var b strings.Builder
	text = plain.OneLine(text)
	for i, r := range text {
		if strings.ContainsRune("\\`*_[]~|", r) || strings.ContainsRune("<&", r) && opens(text[i+1:]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// opens reports whether a tag or a reference may begin with what follows a < or an &.
func opens(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsLetter(r) || strings.ContainsRune("/!?#", r)
}

// escapeStart keeps a text from opening a heading or a list.
func escapeStart(text string) string {
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	rest := text[digits:]
	switch {
	case digits > 0 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")):
		return text[:digits] + "\\" + rest
	case digits == 0 && rest != "" && strings.ContainsRune("#+-=>", rune(rest[0])):
		return "\\" + text
	default:
		return text
	}
}
