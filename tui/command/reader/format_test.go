package reader

import "testing"

func TestFormatFollowsTheFilesEnding(t *testing.T) {
	for _, c := range []struct{ format, output, want string }{
		{"", "", "text"}, {"", "a.txt", "text"}, {"", "a.html", "html"}, {"", "A.HTM", "html"},
		{"", "a.md", "markdown"}, {"", "b/a.Markdown", "markdown"}, {"", "html", "text"},
		{"text", "a.log", "text"}, {"html", "", "html"}, {"pdf", "a.PDF", "pdf"}, {"html", "a", "html"},
	} {
		if got, err := (printFlags{format: c.format, output: c.output}).chosen(); got != c.want || err != nil {
			t.Errorf("%+v: %s, %v", c, got, err)
		}
	}
}

// A name that says something else than is asked for is refused, whichever it is.
func TestAFormatAndAnEndingAgree(t *testing.T) {
	for _, c := range []struct{ format, output string }{
		{"pdf", "y.txt"}, {"pdf", "x.html"}, {"pdf", "y.md"}, {"html", "y.pdf"}, {"markdown", "y.html"}, {"text", "a.html"}, {"text", "a.md"}, {"text", "a.pdf"},
		{"html", "a.TXT"}, {"html", "a.Markdown"}, {"markdown", "a.txt"}, {"markdown", "b.c/a.htm"}, {"pdf", "a.pdf.txt"},
	} {
		if got, err := (printFlags{format: c.format, output: c.output}).chosen(); err == nil {
			t.Errorf("%+v: %s", c, got)
		}
	}
}
