package content

import "strings"

// hardBreak ends a line of Markdown where a line of the text ends.
const hardBreak = "  \n"

// escaped turns plain words into Markdown that shows them as they are. A line
// stays a line, and an empty one divides paragraphs. Signs that could be read
// as a reference, a tag or a quotation become references themselves; the
// others get a backslash, which every Markdown site understands.
func escaped(text string) string {
	lines := strings.Split(text, "\n")
	var b strings.Builder
	for i, line := range lines {
		switch {
		case i == 0:
		case line == "" || lines[i-1] == "":
			b.WriteByte('\n')
		default:
			b.WriteString(hardBreak)
		}
		writeEscaped(&b, line)
	}
	return b.String()
}

func writeEscaped(b *strings.Builder, line string) {
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	for i, r := range line {
		switch {
		case strings.ContainsRune("\\`*_[]|", r),
			i == 0 && strings.ContainsRune("#+-", r),
			i == digits && digits > 0 && strings.ContainsRune(".)", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '~': // no Markdown of ours, but struck out on many sites
			b.WriteString("&#126;")
		case i == 0 && r == '=': // below a line it would make a heading of it
			b.WriteString("&#61;")
		default:
			b.WriteRune(r)
		}
	}
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
	lines := strings.Split(markdown, "\n")
	var kept []string
	for _, line := range lines {
		if line = strings.TrimRight(line, " "); line != "" {
			kept = append(kept, line)
		}
	}
	return "- " + strings.Join(kept, hardBreak+"  ")
}

// quoted makes one quotation of what is said in a section.
func (o *overlay) quoted(said []string) string {
	text := strings.TrimLeft(bold(o.words.InGroup)+" "+strings.Join(said, "\n\n"), " ")
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if line == "" {
			lines[i] = ">"
		} else {
			lines[i] = "> " + line
		}
	}
	return strings.Join(lines, "\n")
}

// oneLine is a text without line ends.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
