package handout

import (
	"cmp"
	"strconv"
	"strings"

	"firstsession/content"
)

// Text is the handout as plain text: lines of at most 72 columns, and no
// character that a terminal or a screen reader would stumble over.
func (h Handout) Text() string {
	p := &textPen{pictureWords: h.guide.Words.Print.Picture}
	h.write(p, h.outline())
	return printable(strings.TrimLeft(p.out.String(), "\n"))
}

// textPen writes paragraphs with an empty line before each. A part may be set
// in from the left.
type textPen struct {
	out          strings.Builder
	stack        []heading
	pictureWords string
}

func (p *textPen) open(h heading) {
	p.stack = append(p.stack, h)
	switch {
	case h.role == cardRole:
		p.cut()
	case h.level == 2:
		p.out.WriteString("\n") // more air before a chapter
	}
	if h.title == "" {
		return
	}
	p.out.WriteString("\n")
	for _, line := range content.Wrap(h.label, lineWidth) {
		p.out.WriteString(line + "\n")
	}
	p.underline(h, content.Wrap(h.title, lineWidth))
}

// underline sets a heading apart where there is no other means. A question
// has its label, a statement its number; terms stand out from what is set in.
func (p *textPen) underline(h heading, title []string) {
	longest := 0
	for _, line := range title {
		p.out.WriteString(line + "\n")
		longest = max(longest, content.Cells(line))
	}
	switch {
	case h.level < 3:
		p.out.WriteString(strings.Repeat("=", longest) + "\n")
	case h.level == 3 && h.role != statementRole && h.role != termRole:
		p.out.WriteString(strings.Repeat("-", longest) + "\n")
	}
}

func (p *textPen) close() {
	last := p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
	if last.role == cardRole {
		p.cut()
	}
}

// cut is a line to cut along.
func (p *textPen) cut() {
	p.out.WriteString("\n\n" + strings.Repeat("- ", lineWidth/2-1) + "-\n")
}

// indent is how far the open part is set in.
func (p *textPen) indent() string {
	if len(p.stack) == 0 {
		return ""
	}
	switch p.stack[len(p.stack)-1].role {
	case questionRole, statementRole, termRole:
		return "  "
	default:
		return ""
	}
}

// lines writes text with first before its first line and rest before others.
func (p *textPen) lines(first, rest, text string) {
	before := p.indent() + first
	for _, part := range strings.Split(text, "\n") {
		for _, line := range content.Wrap(part, lineWidth-content.Cells(before)) {
			p.out.WriteString(strings.TrimRight(before+line, " ") + "\n")
			before = p.indent() + rest
		}
	}
}

func (p *textPen) say(words string) {
	if words == "" {
		return
	}
	p.out.WriteString("\n")
	p.lines("", "", words)
}

func (p *textPen) prose(markdown string) {
	p.paragraphs("", markdown)
}

// paragraphs writes prose with words before its first line, and the rest set
// in as far as those.
func (p *textPen) paragraphs(first, markdown string) {
	list, rest := false, strings.Repeat(" ", content.Cells(first))
	hang := []string{""} // by depth: how far the rest of a list's item is set in
	for _, paragraph := range content.Plain(markdown) {
		item := paragraph.Marker != ""
		if !item || !list {
			p.out.WriteString("\n")
		}
		list = item || list && paragraph.Depth > 0
		hang = hang[:min(paragraph.Depth+1, len(hang))]
		marker := ""
		if item {
			hang = hang[:min(paragraph.Depth, len(hang))]
			marker = hang[len(hang)-1] + "  " + paragraph.Marker + " "
			hang = append(hang, strings.Repeat(" ", content.Cells(marker)))
		}
		in := hang[len(hang)-1]
		p.lines(first+cmp.Or(marker, in), rest+in, paragraph.Text)
		first = rest
	}
}

func (p *textPen) picture(picture content.Picture) {
	p.say(picture.Title)
	p.out.WriteString("\n")
	for _, line := range strings.Split(drawing(picture), "\n") {
		p.out.WriteString(strings.TrimRight("    "+line, " ") + "\n")
	}
	p.say(content.Fill(p.pictureWords, "alt", picture.Alt))
}

func (p *textPen) ticks(t ticks) {
	p.say(t.how)
	p.out.WriteString("\n")
	for i, option := range t.options {
		box := "[ ] "
		if t.form == numbered {
			box += strconv.Itoa(i+1) + "  "
		}
		p.lines(box, strings.Repeat(" ", len(box)), option)
	}
}

func (p *textPen) reason(label string, body []content.Block) {
	first := label + "  "
	for _, block := range body {
		if block.Picture != nil {
			p.picture(*block.Picture)
			continue
		}
		p.paragraphs(first, block.Prose)
		first = strings.Repeat(" ", content.Cells(first))
	}
}

func (p *textPen) answers(options []content.Option, fits string) {
	for i, option := range options {
		number := strconv.Itoa(i+1) + "  "
		rest := strings.Repeat(" ", len(number))
		p.out.WriteString("\n")
		text := option.Text
		if option.Right {
			text += " (" + fits + ")"
		}
		p.lines(number, rest, text)
		p.lines(rest, rest, option.Feedback)
	}
}

// blanks sets the lines to write on under each other, and what is filled in
// beside its label.
func (p *textPen) blanks(blanks []blank) {
	widest := 0
	for _, b := range blanks {
		widest = max(widest, content.Cells(b.label))
	}
	for _, b := range blanks {
		room := lineWidth - widest - 2
		label := b.label + strings.Repeat(" ", widest-content.Cells(b.label)+2)
		if b.filled != "" {
			p.out.WriteString("\n")
			p.lines(label, strings.Repeat(" ", content.Cells(label)), b.filled)
			continue
		}
		for range b.lines {
			p.out.WriteString("\n" + label + strings.Repeat("_", max(room, 0)) + "\n")
			label = strings.Repeat(" ", widest+2)
		}
	}
}

func (p *textPen) refer(words, _ string) { p.say(words) }

func (p *textPen) jump(string, string) {}

func (p *textPen) contents(headings []heading) {
	p.out.WriteString("\n")
	for _, h := range headings {
		number := ""
		if h.number > 0 {
			number = strconv.Itoa(h.number)
		}
		p.lines(strings.Repeat(" ", 4-len(number))+number+"  ", "      ", h.title)
	}
}
