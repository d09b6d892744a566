package content

import (
	"slices"
	"testing"

	"firstsession/content/plain"
)

func TestPlain(t *testing.T) {
	tests := []struct {
		name, markdown string
		want           []Paragraph
	}{
		{"nothing", "", nil},
		{"markup", "a *b* **c** _d_ `e  f` [g](#h) <https://example.org>", []Paragraph{{Text: "a b c d e f g https://example.org"}}},
		{"soft break", "a\nb", []Paragraph{{Text: "a b"}}},
		{"soft break without spaces", "日本語。\nここで\n*中文*\nABC\n한국어\n문장", []Paragraph{{Text: "日本語。ここで中文 ABC 한국어 문장"}}},
		{"no-break space", "10\u00a0km  wide\n50\u202f%", []Paragraph{{Text: "10\u00a0km wide 50\u202f%"}}},
		{"addresses", "[call](tel:+15550100) or [+1 555 0100](tel:+15550100), [write](mailto:a@b.org) or *[look](https://x.org/y)*, [here](#id)", []Paragraph{
			{Text: "call (+15550100) or +1 555 0100, write (a@b.org) or look (https://x.org/y), here"},
		}},
		{"lists beside each other", "- a\n- b\n\n1. c\n2. d\n\ne\n\n- f", []Paragraph{
			{Text: "a", Marker: "•", Depth: 1, Begins: true}, {Text: "b", Marker: "•", Depth: 1},
			{Text: "c", Marker: "1.", Depth: 1, Begins: true}, {Text: "d", Marker: "2.", Depth: 1},
			{Text: "e"}, {Text: "f", Marker: "•", Depth: 1, Begins: true},
		}},
		{"hard break", "a  \nb\\\nc", []Paragraph{{Text: "a\nb\nc"}}},
		{"references", "&amp; &copy; &#169; &bogus; & &;", []Paragraph{{Text: "& © © &bogus; & &;"}}},
		{"resolved once", `&amp;amp; \&amp; &#92;* &amp;#27;`, []Paragraph{{Text: `&amp; &amp; \* &#27;`}}},
		{"code resolves nothing", "`&amp; \\*`", []Paragraph{{Text: `&amp; \*`}}},
		{"escapes", `\* \_ \a \\ c:\\d`, []Paragraph{{Text: `* _ \a \ c:\d`}}},
		{"heading", "## A *b*", []Paragraph{{Text: "A b"}}},
		{"list", "- a\n- b\n\n  c\n  - d\n\ne", []Paragraph{
			{Text: "a", Marker: "•", Depth: 1, Begins: true},
			{Text: "b", Marker: "•", Depth: 1},
			{Text: "c", Depth: 1},
			{Text: "d", Marker: "•", Depth: 2, Begins: true},
			{Text: "e"},
		}},
		{"numbers", "3. a\n3. b\n   1. c", []Paragraph{
			{Text: "a", Marker: "3.", Depth: 1, Begins: true},
			{Text: "b", Marker: "4.", Depth: 1},
			{Text: "c", Marker: "1.", Depth: 2, Begins: true},
		}},
		{"quotation", "> a\n> b\n>\n> - c", []Paragraph{{Text: "a b"}, {Text: "c", Marker: "•", Depth: 1, Begins: true}}},
		{"picture", "![a *b*](art/c.txt)", []Paragraph{{Text: "a b"}}},
		{"html", "a <b>c</b>\n\n<!-- d -->\n\ne", []Paragraph{{Text: "a c"}, {Text: "e"}}},
		{"code", "    a\n    b\n", []Paragraph{{Text: "a\nb"}}},
		{"line ends", "\ufeffa\r\nb\r\n", []Paragraph{{Text: "a b"}}},
		{"empty item", "-\n- a", []Paragraph{{Text: "a", Marker: "•", Depth: 1, Begins: true}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Plain(test.markdown); !slices.Equal(got, test.want) {
				t.Errorf("Plain(%q)\n got %+v\nwant %+v", test.markdown, got, test.want)
			}
		})
	}
}

func TestSlug(t *testing.T) {
	for words, want := range map[string]string{
		"Own pace":           "own-pace",
		"  What's here? ":    "whats-here",
		"What’s here":        "whats-here",
		"Here -- and  now":   "here-and-now",
		"Take 2":             "take-2",
		"2 takes":            "",
		"Über":               "",
		"café":               "",
		"日本":                 "",
		"½ and ½":            "",
		"":                   "",
		"...":                "",
		"“Quoted” & counted": "quoted-counted",
	} {
		if got := slug(words); got != want {
			t.Errorf("slug(%q) = %q, want %q", words, got, want)
		}
	}
}

func TestFill(t *testing.T) {
	tests := []struct {
		text  string
		pairs []any
		want  string
	}{
		{"page {n} of {m}", []any{"n", 2, "m", "three"}, "page 2 of three"},
		{"{n}{n}", []any{"n", 1}, "11"},
		{"{other}", []any{"n", 1}, "{other}"},
		{"{a} {b}", []any{"a", "{b}", "b", "x"}, "{b} x"},
		{"{n}", []any{"n"}, "{n}"},
		{"", nil, ""},
	}
	for _, test := range tests {
		if got := plain.Fill(test.text, test.pairs...); got != test.want {
			t.Errorf("Fill(%q, %v) = %q, want %q", test.text, test.pairs, got, test.want)
		}
	}
}

func TestCells(t *testing.T) {
	for line, want := range map[string]int{"": 0, "abc": 3, "日本": 4, "e\u0301": 1, "│─┐": 3, "한글": 4, "\u200bx": 1} {
		if got := plain.Cells(line); got != want {
			t.Errorf("Cells(%q) = %d, want %d", line, got, want)
		}
	}
}
