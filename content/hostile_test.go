package content

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// tinyGuide is the smallest guide without a problem.
func tinyGuide() fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"01-welcome.md": "# Welcome\n\nWhat you will know.\n\n## Your own pace {#own-pace}\n\nGo slowly.\n",
		"commitment.md": "# What we ask\n\n## I keep what is said here {#keep-private}\n\nIt makes talking possible.\n\n" +
			"[Your own pace](#own-pace)\n\n## Signing {#signing}\n\nIt means this.\n\n## Also signing {#countersigning}\n\nIt means that.\n",
		"closing.md": "# The end\n\n## Signed {#signed}\n\nThank you.\n\n## Not signed {#not-signed}\n\nThank you.\n\n## Stopped {#stopped}\n\nThank you.\n",
		"help.md":    "# Help now\n\nCall someone.\n",
		"about.md":   "# About\n\nA guide.\n",
	} {
		files["en/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// hostilePatterns are texts that are slow to parse in some Markdown parsers.
// Each makes one paragraph of about a size.
func hostilePatterns() map[string]func(size int) string {
	patterns := map[string]func(size int) string{
		"words": func(size int) string { return strings.Repeat("plain words in a row ", size/21) },
		"open brackets": func(size int) string {
			return padTo(strings.Repeat("[", maxRunMarks/2)+"a](b)"+strings.Repeat("]", maxRunMarks/2-1), size)
		},
		"backticks": func(size int) string {
			var b strings.Builder
			for i := 1; i < maxRunMarks && b.Len() < size-i; i++ {
				b.WriteString(strings.Repeat("`", i) + "a")
			}
			return b.String()
		},
	}
	for _, unit := range []string{
		"[", "![", "[a](", "[a](<b ", "[a](\"", "[a](b \"", "[a](b '", "[a](b (", "[a][", "[a][b]", "[a]", "![a](b) ", "[a](#own-pace) ",
		"*a **a ", "*a ", "a* ", "_a ", "a**b", "*a_b ", "*a* ", "**a**", "[*a](b)*", "[[a](b)](c)",
		"<!--", "<a ", "<a b=\"", "<?", "<!A", "</a ", "<http:", "<a@b", "<a>", "`a`",
	} {
		patterns[unit] = func(size int) string {
			most := max(1, maxRunMarks/max(1, countMarks([]byte(unit))))
			return padTo(strings.Repeat(unit, min(most, size/len(unit))), size)
		}
	}
	return patterns
}

// padTo makes a text as long as the limits allow, since some patterns make
// the parser look through all that follows.
func padTo(text string, size int) string {
	return text + strings.Repeat("a", max(0, size-len(text)))
}

// hostileLines are lines of which a guide may have many.
func hostileLines() []string {
	return []string{
		"a\n", "\n", "# a\n", "## a {#b}\n", "## a {a={a={a={a={a=\n", "- a\n", "1. a\n", "- - - - - - a\n", "> > > > > a\n", ">>>>>>>>a\n",
		"- [ ] a\n", "a\n===\n", "a\n\n", "<b\n", "<div>\n", "<!-- a -->\n", "<!--\n", "```\n", "---\n", "    a\n\n", "[a]: b\n", "a  \n", "a\\\n",
		"- a\n\n  b\n\n", "* a\n  * b\n    * c\n      * d\n        * e\n\n", "## a\n\nb\n\n", "### a\n\n- [ ] b\n- [x] c\n\n", "&amp;&amp;\n\n",
		"## a\n\n![b](art/c.txt)\n\n", "[a](b)\n\n", "<!-- clinician: a -->\n\n",
	}
}

// hostileGuide fills a guide as far as the limits allow.
func hostileGuide(text string) fs.FS {
	files := tinyGuide()
	size, lines, marks := 1<<10, 100, 100
	perFile := min(maxFile-100, len(text)*(1+(maxFile-100)/len(text)))
	body := strings.Repeat(text, perFile/len(text))
	for i := 2; ; i++ {
		count, all := strings.Count(body, "\n")+1, countMarks([]byte(body))
		share := min(1, float64(maxGuide-size)/float64(len(body)+1), float64(maxLines-lines)/float64(count+2), float64(maxMarks-marks)/float64(all+1))
		part := body[:int(share*float64(len(body)))/len(text)*len(text)]
		if len(part) == 0 {
			return files
		}
		part = "# A\n\n" + part
		size += len(part)
		lines += strings.Count(part, "\n") + 1
		marks += countMarks([]byte(part))
		files[fmt.Sprintf("en/%02d-a%d.md", i, i)] = &fstest.MapFile{Data: []byte(part)}
		if share < 1 {
			return files
		}
	}
}

func TestHostileGuidesEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("parses tens of megabytes")
	}
	var texts []string
	for _, line := range hostileLines() {
		most := min(maxRun/len(line), maxRunMarks/max(1, countMarks([]byte(line))))
		texts = append(texts, strings.Repeat(line, most)+"\n")
	}
	for _, pattern := range hostilePatterns() {
		for _, size := range []int{500, maxRun - 10} {
			texts = append(texts, pattern(size)+"\n\n")
		}
	}
	for _, text := range texts {
		fsys := hostileGuide(text)
		start := time.Now()
		_, err := Load(fsys, "en")
		size := 0
		for _, file := range fsys.(fstest.MapFS) {
			size += len(file.Data)
		}
		first, _, _ := strings.Cut(fmt.Sprint(err), "\n")
		t.Logf("%6d KB %5d ms %.30q %.100s", size>>10, time.Since(start).Milliseconds(), text, first)
	}
}
