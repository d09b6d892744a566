package handout_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/handout"
)

var update = flag.Bool("update", false, "write the golden files anew")

// formats prints a handout in each of its formats, by the ending of its file.
func formats(t testing.TB, g *content.Guide, chapters ...string) map[string]string {
	t.Helper()
	h, err := handout.New(g, chapters...)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for ending, print := range printers(h) {
		if found[ending], err = print(); err != nil {
			t.Fatal(err)
		}
	}
	return found
}

func printers(h handout.Handout) map[string]func() (string, error) {
	return map[string]func() (string, error){"txt": h.Text, "md": h.Markdown, "html": h.HTML}
}

func TestGolden(t *testing.T) {
	for name, chapters := range map[string][]string{"whole": nil, "chosen": {"speaking"}} {
		for ending, got := range formats(t, fixture(), chapters...) {
			t.Run(name+"."+ending, func(t *testing.T) {
				golden(t, filepath.Join("testdata", name+"."+ending), withoutStyle(got))
			})
		}
	}
}

// withoutStyle leaves out the style sheet and its hash, so that a change of
// looks does not change what is expected of the words.
func withoutStyle(page string) string {
	page = between(page, "<style>", "</style>", "")
	return between(page, "sha256-", "&#39;", "")
}

func between(text, from, to, instead string) string {
	head, rest, ok := strings.Cut(text, from)
	if !ok {
		return text
	}
	_, tail, _ := strings.Cut(rest, to)
	return head + from + instead + to + tail
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at what changed, then run the test with -update\ngot:\n%s", path, got)
	}
}

func TestChaptersByIDAndNumberInTheGuidesOrder(t *testing.T) {
	for _, chapters := range [][]string{{"2", "arriving"}, {"speaking", "1"}, {"2", "1", "1"}} {
		for ending, got := range formats(t, fixture(), chapters...) {
			first, second := strings.Index(got, "You will know what to do"), strings.Index(got, "You will know that silence")
			if first < 0 || second < first {
				t.Errorf("%v as %s: chapters at %d and %d", chapters, ending, first, second)
			}
		}
	}
}

func TestUnknownChapterListsTheChapters(t *testing.T) {
	for _, name := range []string{"nothing", "0", "4", "-1", ""} {
		_, err := handout.New(fixture(), "arriving", name)
		if err == nil {
			t.Fatalf("%q: no error", name)
		}
		for _, want := range []string{"1  arriving (Arriving", "2  speaking (Speaking)", "3  commitment (What members ask"} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q: error lacks %q:\n%v", name, want, err)
			}
		}
	}
}

func TestWhatIsPrinted(t *testing.T) {
	const (
		crisis   = "call your local emergency number"
		promise  = "keep private who the members are"
		card     = "One thing I may say"
		aboutIt  = "Johari"
		reading  = "what to do at the door"
		feedback = "How much you tell is yours"
	)
	tests := []struct {
		chapters      []string
		with, without []string
	}{
		{nil, []string{crisis, promise, card, aboutIt, reading, feedback}, nil},
		{[]string{"1"}, []string{crisis, reading, feedback}, []string{promise, card, aboutIt}},
		{[]string{"2"}, []string{crisis}, []string{promise, card, aboutIt, reading, feedback}},
		{[]string{"commitment"}, []string{crisis, promise, card}, []string{aboutIt, reading, feedback}},
		{[]string{"3", "1"}, []string{crisis, promise, card, reading, feedback}, []string{aboutIt}},
	}
	for _, test := range tests {
		for ending, got := range formats(t, fixture(), test.chapters...) {
			got = strings.Join(strings.Fields(got), " ")
			for _, want := range test.with {
				if !strings.Contains(got, want) {
					t.Errorf("%v as %s lacks %q", test.chapters, ending, want)
				}
			}
			for _, unwanted := range append(test.without, clinicianOnly, "On-the-screen-only") {
				if strings.Contains(got, unwanted) {
					t.Errorf("%v as %s has %q", test.chapters, ending, unwanted)
				}
			}
		}
	}
}

// The crisis text stands before everything else but the title.
func TestHelpComesFirst(t *testing.T) {
	for ending, got := range formats(t, fixture()) {
		if help, list := strings.Index(got, "not an emergency"), strings.Index(got, "Contents\n"); help > list && list > 0 {
			t.Errorf("%s: the contents stand before the help", ending)
		}
	}
}

func BenchmarkHandout(b *testing.B) {
	h, err := handout.New(embedded(b))
	if err != nil {
		b.Fatal(err)
	}
	for ending, print := range printers(h) {
		b.Run(ending, func(b *testing.B) {
			for b.Loop() {
				if _, err := print(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// The card is one sheet of A4 as text, too, and has the ladder of whom to call once.
func TestTheCardAsTextIsOnePage(t *testing.T) {
	for language, once := range map[string]string{"en": "4 You feel a little worse", "es": "4 Se siente un poco peor"} {
		text := formats(t, guidetest.Shipped(t, language), handout.CardName)["txt"]
		words := strings.ToLower(strings.TrimLeft(once, "4 "))
		if n := strings.Count(text, "\n"); n > 70 || strings.Count(strings.ToLower(text), words) != 1 {
			t.Errorf("%s: %d lines\n%s", language, n, text)
		}
	}
}
