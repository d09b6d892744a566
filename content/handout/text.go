package handout

import (
	"cmp"
	"strings"
	"text/template"

	"firstsession/content"
	"firstsession/content/plain"
)

// lineWidth is how many columns a line has at most, to fit on paper and in an e-mail.
const lineWidth = 72

// Text is the handout as plain text: lines of at most 72 columns, and no
// character that a terminal or a screen reader would stumble over.
func (h Handout) Text() (string, error) {
	return write("text.tmpl", h.paper(), template.FuncMap{
		"indent":    indent,
		"lines":     lines,
		"blank":     blanked,
		"underline": h.underline,
		"cut":       h.cut,
		"prose":     paragraphs,
		"picture":   h.picture,
		"reason":    h.reason,
		"blanks":    h.blanks,
	})
}

// indent is how far what stands in a part is set in.
func indent(role string) string {
	switch role {
	case "question", "statement", "term":
		return "  "
	default:
		return ""
	}
}

// lines are text with first before its first line, and the others set in as far.
func lines(first, text string) string { return plain.Hang(first, text, lineWidth) }

// blanked is as much room as a text takes.
func blanked(text string) string { return strings.Repeat(" ", plain.Cells(text)) }

// underline sets a heading apart where there is no other means. A question
// has its label, a statement its number; terms stand out from what is set in.
func (h Handout) underline(p part) string {
	longest := 0
	for _, line := range plain.Wrap(p.Title, lineWidth) {
		longest = max(longest, plain.Cells(line))
	}
	if h.heard || p.Level > 3 || p.Level == 3 && indent(p.Role) != "" {
		return ""
	}
	return strings.Repeat(plain.Either(p.Level < 3, "=", "-"), longest) + "\n"
}

// cut is a line to cut along.
func (h Handout) cut() string {
	return plain.Either(h.heard, "", "\n"+strings.TrimSpace(strings.Repeat("- ", lineWidth/2))+"\n")
}

// paragraphs are prose with words before its first line, and the rest set in as far.
func paragraphs(in, first, markdown string) string {
	var b strings.Builder
	list := false
	hang := []string{""} // by depth: how far the rest of a list's item is set in
	for _, paragraph := range content.Plain(markdown) {
		item := paragraph.Marker != ""
		if !item || !list {
			b.WriteString("\n")
		}
		list = item || list && paragraph.Depth > 0
		hang = hang[:min(paragraph.Depth+1, len(hang))]
		marker := ""
		if item {
			hang = hang[:min(paragraph.Depth, len(hang))]
			marker = hang[len(hang)-1] + "  " + paragraph.Marker + " "
			hang = append(hang, blanked(marker))
		}
		b.WriteString(lines(in+first+cmp.Or(marker, hang[len(hang)-1]), paragraph.Text))
		first = blanked(first)
	}
	return b.String()
}

// picture is a drawing and what it shows in words; the card has room for one of the two.
func (h Handout) picture(in string, picture content.Picture, id string) string {
	var b strings.Builder
	if picture.Title != "" {
		b.WriteString("\n" + lines(in, picture.Title))
	}
	if !h.heard {
		b.WriteString("\n")
		for line := range strings.SplitSeq(plain.Legible(drawing(picture, lineWidth)), "\n") {
			b.WriteString(strings.TrimRight("    "+line, " ") + "\n")
		}
	}
	if h.heard || id != cardHelpID {
		b.WriteString("\n" + lines(in, h.inWords(picture)))
	}
	return b.String()
}

func (h Handout) reason(in string, r reason) string {
	text, first := "", r.Label+"  "
	for _, block := range r.Body {
		if block.Picture != nil {
			text += h.picture(in, *block.Picture, "")
			continue
		}
		text += paragraphs(in, first, block.Prose)
		first = blanked(first)
	}
	return text
}

// blanks sets the lines to write on under each other, and what is filled in
// beside its label. Where it is heard, there is nothing to write on.
func (h Handout) blanks(in string, blanks []blank) string {
	widest := 0
	for _, b := range blanks {
		widest = max(widest, plain.Cells(b.Label))
	}
	text := ""
	for _, b := range blanks {
		text += "\n"
		label := b.Label + strings.Repeat(" ", widest-plain.Cells(b.Label)+2)
		switch isFilled := b.Filled != ""; {
		case h.heard:
			text += lines(in, strings.TrimSpace(b.Label+": "+b.Filled))
		case isFilled && plain.Cells(in+label+b.Filled) > lineWidth: // a number to call is not to be looked for
			text += lines(in, b.Label) + lines(in+"  ", b.Filled)
		case isFilled:
			text += lines(in+label, b.Filled)
		default:
			for range b.Lines {
				text += label + strings.Repeat("_", max(lineWidth-widest-2, 0)) + "\n"
				label = blanked(label)
			}
		}
	}
	return text
}
