package reader

import "testing"

func TestFormatFollowsTheFilesEnding(t *testing.T) {
	for _, c := range []struct{ format, output, want string }{
		{"", "", "text"}, {"", "a.txt", "text"}, {"", "a.html", "html"}, {"", "A.HTM", "html"},
		{"", "a.md", "markdown"}, {"", "b/a.Markdown", "markdown"}, {"", "html", "text"},
		{"text", "a.html", "text"}, {"html", "", "html"},
	} {
		if got, err := (printFlags{format: c.format, output: c.output}).chosen(); got != c.want || err != nil {
			t.Errorf("%+v: %s, %v", c, got, err)
		}
	}
}
