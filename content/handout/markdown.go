package handout

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstsession/content"
)

// Markdown is the handout as one Markdown file for any Markdown site. Links
// lead to headings, under the names that such sites give them.
func (h Handout) Markdown() string {
	words := h.guide.Words.Print
	headings := h.outline()
	p := &markdownPen{words: words, anchors: anchors(headings, words)}
	h.write(p, headings)
	return printable(strings.TrimLeft(p.out.String(), "\n"))
}

type markdownPen struct {
	out     strings.Builder
	words   content.PrintWords
	anchors map[string]string
}

// title is a heading's words in one line.
func title(h heading, words content.PrintWords) string {
	if h.label == "" {
		return h.title
	}
	return content.Fill(words.Labelled, "label", h.label, "title", h.title)
}

func (p *markdownPen) open(h heading) {
	if h.role == cardRole || h.role == footRole {
		p.paragraph("---")
	}
	if h.title != "" {
		p.paragraph(strings.Repeat("#", h.level) + " " + inline(title(h, p.words)))
	}
}

func (p *markdownPen) close() {}

// paragraph writes Markdown after an empty line.
func (p *markdownPen) paragraph(markdown string) {
	p.out.WriteString("\n" + markdown + "\n")
}

func (p *markdownPen) prose(markdown string) {
	p.paragraph(relink(strings.Trim(markdown, "\n"), p.anchors))
}

func (p *markdownPen) say(words string) {
	if words != "" {
		p.paragraph(escape(words))
	}
}

// picture keeps the drawing in a fence that is longer than any within it.
func (p *markdownPen) picture(picture content.Picture) {
	if picture.Title != "" {
		p.paragraph("**" + escape(picture.Title) + "**")
	}
	fence := "```"
	for strings.Contains(drawing(picture), fence) {
		fence += "`"
	}
	p.paragraph(fence + "text\n" + drawing(picture) + "\n" + fence)
	p.say(content.Fill(p.words.Picture, "alt", picture.Alt))
}

func (p *markdownPen) ticks(t ticks) {
	if t.how != "" {
		p.paragraph("*" + escape(t.how) + "*")
	}
	p.out.WriteString("\n")
	for i, option := range t.options {
		bullet := "-"
		if t.form == numbered {
			bullet = strconv.Itoa(i+1) + "."
		}
		fmt.Fprintf(&p.out, "%s [ ] %s\n", bullet, escape(option))
	}
}

func (p *markdownPen) reason(label string, body []content.Block) {
	p.paragraph("*" + escape(label) + "*")
	blocks(p, body)
}

func (p *markdownPen) answers(options []content.Option, fits string) {
	for i, option := range options {
		number := strconv.Itoa(i+1) + ". "
		text := "**" + escape(option.Text) + "**"
		if option.Right {
			text += " *(" + escape(fits) + ")*"
		}
		p.paragraph(number + text + "\n\n" + strings.Repeat(" ", len(number)) + escape(option.Feedback))
	}
}

func (p *markdownPen) blanks(blanks []blank) {
	for _, b := range blanks {
		if b.filled != "" {
			p.paragraph("**" + escape(b.label) + "** " + escapeLines(b.filled))
			continue
		}
		p.paragraph("**" + escape(b.label) + "** " + strings.Repeat("_", 30*b.lines))
	}
}

func (p *markdownPen) refer(words, id string) {
	if anchor, ok := p.anchors[id]; ok {
		p.paragraph("[" + escape(words) + "](#" + anchor + ")")
		return
	}
	p.say(words)
}

func (p *markdownPen) jump(words, id string) { p.refer(words, id) }

func (p *markdownPen) contents(headings []heading) {
	p.out.WriteString("\n")
	for _, h := range headings {
		fmt.Fprintf(&p.out, "- [%s](#%s)\n", escape(title(h, p.words)), p.anchors[h.id])
	}
}

// escape keeps a paragraph of plain words plain: what would be markup in it
// is shown as it was written.
func escape(text string) string {
	return escapeStart(inline(text))
}

// escapeLines is escape for words whose lines stay lines.
func escapeLines(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, escape(line))
		}
	}
	return strings.Join(lines, "  \n")
}

// inline is escape for words that do not stand at the start of a line. It
// leaves alone what cannot be markup, so that the file is good to read too.
func inline(text string) string {
	var b strings.Builder
	text = strings.Join(strings.Fields(text), " ")
	for i, r := range text {
		if strings.ContainsRune("\\`*_[]~|", r) || strings.ContainsRune("<&", r) && opens(text[i+1:]) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// opens says whether a tag or a character reference may begin with what
// follows a < or an &.
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
