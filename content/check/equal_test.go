package check

import (
	"maps"
	"strings"
	"testing"
)

func TestMismatches(t *testing.T) {
	english := loadFiles(t, "en", calmFiles())
	files := maps.Clone(calmFiles())
	if got := Mismatches(english, loadFiles(t, "de", files)); len(got) != 0 {
		t.Errorf("the same ids: %v", got)
	}
	files["01-tea.md"] = strings.Replace(files["01-tea.md"], "{#now}", "{#jetzt}", 1)
	got := Mismatches(english, loadFiles(t, "de", files)).Error()
	for _, want := range []string{
		"en/01-tea.md:23: a question with the id now is in en but not in de",
		"de/01-tea.md:23: a question with the id jetzt is in de but not in en",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// A reader who changes the language finds the same answers fitting, and all in
// its place.
func TestMismatchesOfOrderAndAnswers(t *testing.T) {
	english := loadFiles(t, "en", calmFiles())
	for name, c := range map[string]struct{ from, to, want string }{
		"another answer fits": {
			"- [ ] The big pot\n\n  The pot is for all of us.\n\n- [x] My cup", "- [x] The big pot\n\n  Yes.\n\n- [ ] My cup",
			"de/01-tea.md:23: a question with the id now is not as it is in en: here it has 2 answers, 1 fits, and leads to drink, there it has 2 answers, 2 fits,",
		},
		"an answer more": {"- [x] My cup", "- [ ] A jug\n\n  That is for milk.\n\n- [x] My cup", "here it has 3 answers"},
		"the short way": {
			"{#short}", "{#short .essential}", "a section with the id short is not as it is in en: here it is essential, there it is not",
		},
		"another place": {
			"## We drink tea {#drink}\n", "## Short {#short}\n\nA cup.\n\n## We drink tea {#drink}\n",
			"de/01-tea.md:7: a section with the id short stands in another order than in en, where drink is here",
		},
	} {
		files := maps.Clone(calmFiles())
		changed := strings.Replace(files["01-tea.md"], c.from, c.to, 1)
		if name == "another place" {
			changed = strings.Replace(changed, "## In short {#short}", "## At the end {#end}", 1)
		}
		files["01-tea.md"] = changed
		if got := Mismatches(english, loadFiles(t, "de", files)).Error(); !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, c.want)
		}
	}
}
