package content

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// specExample is one of the CommonMark specification.
type specExample struct {
	Markdown, HTML string
	Example        int
	Section        string
}

func specExamples(t *testing.T) (all []specExample) {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	if err != nil {
		t.Skipf("where the parser's module lies is not known: %v", err)
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "_test", "spec.json"))
	if err != nil {
		t.Skipf("the module has no examples: %v", err)
	}
	if err := json.Unmarshal(data, &all); err != nil || len(all) < 600 {
		t.Fatalf("%d examples: %v", len(all), err)
	}
	return all
}

var tag = regexp.MustCompile(`<[^>]*>`)

// wordsOfHTML are the words of an example's page, without any space.
func wordsOfHTML(page string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(page, ""))), "")
}

// shownAlike are the examples that a guide can hold, and that say all that their
// author meant. All others are refused, since a guide has no code, no rules and no
// HTML, or because a sign would be left over; where that may be meant, there is advice.
const shownAlike = `12 15-17 20 25 27 35 37-38 55-56 65 106 108-109 113 121 138 145 199 219-222 224 226 233 235 239-245 247-251
255-256 258-260 262 265-269 275-277 279 291 294 296 298-299 301-303 305-307 314 316 319 322-323 325-326
328-337 339-340 342 350 355 357 361 364 369-370 373 376-378 381-382 389-390 393-396 399 403 405-411 413-416 418
423-432 434-435 437-438 440-441 448-449 451-452 457 459-468 478-479 523 525-526 552 594-595 597 603-605 607
611-612 618 633-641 644-645 648-652`

// isAmong reports whether a number stands in a list of numbers and ranges.
func isAmong(number int, list string) bool {
	for _, field := range strings.Fields(list) {
		first, last := 0, 0
		if n, _ := fmt.Sscanf(field, "%d-%d", &first, &last); n == 1 {
			last = first
		}
		if number >= first && number <= last {
			return true
		}
	}
	return false
}

// Each of the specification's examples is shown with the specification's own
// words or refused, and none with a sign left over without a word about it.
func TestSpec(t *testing.T) {
	for _, example := range specExamples(t) {
		guide, err := inSection(example.Markdown)
		said := err != nil || len(guide.Advice) > 0
		if said == isAmong(example.Example, shownAlike) {
			t.Errorf("example %d (%s) %q: %v", example.Example, example.Section, example.Markdown, err)
		}
		if err != nil {
			continue
		}
		var words []string
		for _, paragraph := range Paragraphs(guide.Chapters[0].Sections[0].Body) {
			words = append(words, paragraph.Text)
		}
		if got, want := strings.Join(strings.Fields(strings.Join(words, "")), ""), wordsOfHTML(example.HTML); got != want {
			t.Errorf("example %d (%s) %q is %q, not %q", example.Example, example.Section, example.Markdown, got, want)
		}
	}
}
