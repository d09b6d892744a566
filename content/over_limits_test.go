package content

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"firstsession/content/contenttest"
	"firstsession/content/source"
)

// overTheLimits are guides that are too long, too deep or too much. They have
// to be refused before anything looks through them at length.
func overTheLimits() map[string]fstest.MapFS {
	start := "# Title\n\nLead.\n\n## One {#one}\n\n"
	chapter := func(text string) fstest.MapFS {
		files := contenttest.TinyGuide()
		files["en/01-welcome.md"] = &fstest.MapFile{Data: []byte(start + text)}
		return files
	}
	all := map[string]fstest.MapFS{
		"a file of 50 MB":            chapter(strings.Repeat("Words that go on.\n\n", 50<<20/19)),
		"a file just over its limit": chapter(strings.Repeat("Words that go on.\n\n", 1<<20/19)),
		"one line of 900 KB":         chapter(strings.Repeat("[", 900<<10)),
		"a run of 900 KB":            chapter(strings.Repeat("*a _b **c\n", 90<<10)),
		"quotations within another":  chapter(strings.Repeat("> ", 4000) + "deep"),
		"lists within another":       chapter(strings.Repeat("- ", 4000) + "deep"),
		"brackets within another":    chapter(strings.Repeat("[", 8000) + strings.Repeat("](a)", 2000)),
	}
	files := contenttest.TinyGuide()
	for i := range 30 {
		files[fmt.Sprintf("en/%03d-c%d.md", i+2, i)] = &fstest.MapFile{Data: []byte(strings.Repeat(start, 900<<10/len(start)))}
	}
	all["30 files of 900 KB"] = files
	return all
}

func TestAGuideOverTheLimitsIsRefused(t *testing.T) {
	for name, files := range overTheLimits() {
		_, err := Load(files, "en")
		var problems source.Problems
		if !errors.As(err, &problems) || len(problems) == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// BenchmarkOverTheLimits shows how long that takes.
func BenchmarkOverTheLimits(b *testing.B) {
	for name, files := range overTheLimits() {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Load(files, "en"); err == nil {
					b.Fatal("it is not refused")
				}
			}
		})
	}
}
