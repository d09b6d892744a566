package practice

import (
	"firstsession/content/plain"
	"strings"
)

// hardBreak ends a line of Markdown where a line of the text ends.
const hardBreak = "  \n"

// escaped turns plain words into Markdown that shows them as they are. A line
// stays a line, and an empty one divides paragraphs. Signs that could be read
// as a reference, a tag or a quotation become references themselves; the
// others get a backslash, which every Markdown site understands.
func escaped(text string) string {
	var b strings.Builder
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		switch {
		case i == 0:
		case line == "" || lines[i-1] == "":
			b.WriteByte('\n')
		default:
			b.WriteString(hardBreak)
		}
		b.WriteString(escapedLine(line))
	}
	return b.String()
}

// escapedSigns are read as Markdown wherever they stand, on many sites if not in
// the guide.
var escapedSigns = strings.NewReplacer(`\`, `\\`, "`", "\\`", `*`, `\*`, `_`, `\_`, `[`, `\[`, `]`, `\]`, `|`, `\|`,
	`&`, "&amp;", `<`, "&lt;", `>`, "&gt;", `~`, "&#126;")

// lineSign is what makes a heading or a list of a line that begins with it.
var lineSign = plain.Late(`^([#+-]|[0-9]+[.)])`)

func escapedLine(line string) string {
	line = escapedSigns.Replace(line)
	if rest, found := strings.CutPrefix(line, "="); found { // below another, it would make a heading of that
		return "&#61;" + rest
	}
	if sign := lineSign().FindString(line); sign != "" {
		last := len(sign) - 1
		return line[:last] + `\` + line[last:]
	}
	return line
}

// bold is plain words as Markdown in strong print.
func bold(words string) string {
	if words == "" {
		return ""
	}
	return "**" + escaped(words) + "**"
}

// listed makes an item of a list of Markdown. Its paragraphs become lines, so
// that the list stays close.
func listed(markdown string) string {
	lines := strings.FieldsFunc(markdown, func(r rune) bool { return r == '\n' })
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return "- " + strings.Join(lines, hardBreak+"  ")
}

func (o *overlay) quoted(said []string) string {
	text := strings.TrimLeft(bold(o.words.InGroup)+" "+strings.Join(said, "\n\n"), " ")
	quotation := "> " + strings.ReplaceAll(text, "\n", "\n> ")
	return strings.ReplaceAll(quotation, "\n> \n", "\n>\n")
}
