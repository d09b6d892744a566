package content

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"firstsession/content/contenttest"
	"firstsession/content/source"
)

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
		"## " + strings.Repeat("{a=", maxRunMarks-1) + "\n\n", "## " + strings.Repeat("{a=\"", maxRunMarks-1) + "\n\n",
		"## a\n\n![b](art/c.txt)\n\n", "[a](b)\n\n", "<!-- clinician: a -->\n\n",
	}
}

// hostileGuide fills a guide with a text, up to a share of what the limits
// allow.
func hostileGuide(text string, part float64) fstest.MapFS {
	files := contenttest.TinyGuide()
	size := part*maxGuide - 2<<10
	lines, marks := part*maxLines-200, part*maxMarks-200
	body := strings.Repeat(text, max(1, (MaxFile-100)/len(text)))
	for i := 2; ; i++ {
		share := min(1, size/float64(len(body)),
			lines/float64(strings.Count(body, "\n")+3), marks/float64(countMarks([]byte(body))+1))
		count := int(share * float64(len(body)) / float64(len(text)))
		if count <= 0 {
			return files
		}
		chapter := "# A\n\n" + strings.Repeat(text, count)
		size -= float64(len(chapter))
		lines -= float64(strings.Count(chapter, "\n") + 1)
		marks -= float64(countMarks([]byte(chapter)))
		files[fmt.Sprintf("en/%02d-a%d.md", i, i)] = &fstest.MapFile{Data: []byte(chapter)}
	}
}

// hostileTexts are the lines and patterns as paragraphs within the limits.
func hostileTexts() map[string]string {
	texts := map[string]string{}
	for _, line := range hostileLines() {
		most := min(maxRun/len(line), maxRunMarks/max(1, countMarks([]byte(line))))
		texts[line] = strings.Repeat(line, most) + "\n"
	}
	for name, pattern := range hostilePatterns() {
		texts[name+" short"] = pattern(500) + "\n\n"
		texts[name+" long"] = pattern(maxRun-10) + "\n\n"
	}
	return texts
}

// TestHostileGuides proves that none is refused for the limits, and that each
// comes to an end. BenchmarkHostile says how soon.
func TestHostileGuides(t *testing.T) {
	for name, text := range hostileTexts() {
		_, err := Load(hostileGuide(text, 0.02), "en")
		var problems source.Problems
		if err != nil && !errors.As(err, &problems) {
			t.Errorf("%q: %v", name, err)
		}
		for _, problem := range problems {
			for _, limit := range []string{"no empty line", "more marks", "too deeply", "more than", "larger"} {
				if strings.Contains(problem.What, limit) {
					t.Errorf("%q is refused: %v", name, problem)
				}
			}
		}
	}
}

// BenchmarkHostile loads the largest guides that the limits allow.
func BenchmarkHostile(b *testing.B) {
	for name, text := range hostileTexts() {
		guide := hostileGuide(text, 1)
		b.Run(fmt.Sprintf("%.20q", name), func(b *testing.B) {
			for b.Loop() {
				if _, err := Load(guide, "en"); err == nil {
					b.Log("a guide without a problem")
				}
			}
		})
	}
}

func BenchmarkLoadEmbedded(b *testing.B) {
	for b.Loop() {
		if _, err := LoadToRead(Embedded(), "en"); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkLoadToRead and BenchmarkLoad show that the time grows as the guide does, for
// readers and for whoever asks for advice.
func BenchmarkLoadToRead(b *testing.B) { benchmarkSizes(b, LoadToRead) }
func BenchmarkLoad(b *testing.B)       { benchmarkSizes(b, Load) }

func benchmarkSizes(b *testing.B, load func(fs.FS, string) (*Guide, error)) {
	for _, size := range []int{250 << 10, 500 << 10, 1 << 20} {
		files := contenttest.TinyGuide()
		for i, total := 2, 0; total < size; i++ {
			chapter := ordinaryChapter(i)
			files[fmt.Sprintf("en/%03d-c%d.md", i, i)] = &fstest.MapFile{Data: []byte(chapter)}
			total += len(chapter)
		}
		b.Run(fmt.Sprintf("%dKB", size>>10), func(b *testing.B) {
			b.SetBytes(int64(size))
			for b.Loop() {
				if _, err := load(files, "en"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// ordinaryChapter makes about eight kilobytes such as a person would write.
func ordinaryChapter(number int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Chapter %d\n\nWhat you will know.\n\n", number)
	for i := range 6 {
		fmt.Fprintf(&b, "## Section %d {#s%d-%d}\n\n", i, number, i)
		for range 3 {
			b.WriteString(strings.Repeat("Some *plain* words that go on for a while. ", 7) + "\n\n")
		}
		b.WriteString("- one thing\n- another, see [there](#own-pace)\n\n")
		fmt.Fprintf(&b, "### What fits? {#q%d-%d}\n\n- [ ] This\n\n  Not quite.\n\n- [x] That\n\n  Yes.\n\n", number, i)
	}
	return b.String()
}

// TestHostileWords proves that deep and long words.toml files come to an end
// without using up the stack.
func TestHostileWords(t *testing.T) {
	for _, unit := range []string{"[", "{a=", "a.", "a=1\n", "[a]\n", "[[a]]\n", "\"\"\"", "[a.a.a]\nb.c=1\n", "\\", "#\n"} {
		for _, start := range []string{"", "a = ", "[guide]\ntitle = \""} {
			files := contenttest.TinyGuide()
			files["en/words.toml"] = &fstest.MapFile{Data: []byte(start + strings.Repeat(unit, (maxWords-20)/len(unit)))}
			_, err := Load(files, "en")
			var problems source.Problems
			if err != nil && !errors.As(err, &problems) {
				t.Errorf("%q %q: %v", start, unit, err)
			}
		}
	}
}
