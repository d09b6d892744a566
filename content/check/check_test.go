package check

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"firstsession/content"
	"firstsession/content/source"
)

// calmFiles is a small guide on which there is nothing to advise.
func calmFiles() map[string]string {
	return map[string]string{
		"01-tea.md": `# Tea

At the end you will know how we drink tea.

<!-- clinician: Offer a cup. -->

## We drink tea {#drink}

We drink it warm, and we take our time.

### What fits? {#fits}

- [x] A cup

  Yes. A cup keeps it warm.

- [ ] Any bowl

  A bowl is fine as well.

[We drink tea](#drink)

### And now? {#now}

- [ ] The big pot

  The pot is for all of us.

- [x] My cup

  Yes. It is yours.

[We drink tea](#drink)

## In short {#short}

- Take a cup.
- Sit down.
`,
		"commitment.md": `# What we ask

You can say yes, or talk first.

<!-- clinician: Take time. -->

## I bring my cup. {#bring}

There are not many cups.

[We drink tea](#drink)

## What my name means {#signing}

I have read this.

## What the leader's name means {#countersigning}

We read it together.
`,
		"closing.md":  "# The end\n\n## Done {#signed}\n\nThank you.\n\n## Not now {#not-signed}\n\nThank you.\n\n## Stopped {#stopped}\n\nSee you.\n",
		"help.md":     "# Help\n\nAsk someone near you. Press ! at any time.\n",
		"about.md":    "# About\n\nWe wrote this.\n",
		"glossary.md": "# Words\n\n## Cup {#cup}\n\nA small bowl.\n",
	}
}

func loadFiles(t testing.TB, language string, files map[string]string) *content.Guide {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[language+"/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	g, err := content.Load(fsys, language)
	if problems := (source.Problems)(nil); errors.As(err, &problems) {
		t.Fatalf("the guide has problems:\n%v", problems)
	}
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestCheck(t *testing.T) {
	long := strings.Repeat("word ", 23)
	for _, c := range []struct{ name, file, old, new, want string }{
		{"nothing to advise", "", "", "", ""},
		{"a hard section", "01-tea.md", "We drink it warm,", "Considerable institutional deliberations necessitate comprehensive documentation,",
			"01-tea.md:7: this section reads at grade"},
		{"a long section", "01-tea.md", "We drink it warm,", strings.Repeat("We sit. ", 80) + "We drink it warm,",
			"01-tea.md:7: this section has 169 words"},
		{"a long list", "01-tea.md", "- Sit down.", "- One.\n- Two.\n- Three.\n- Four.\n- Five.",
			"01-tea.md:37: this list has 6 items"},
		{"five items, one with a list in it", "01-tea.md", "- Sit down.", "- One.\n  - In one.\n  - In one, too.\n- Three.\n- Four.\n- Five.", ""},
		{"a long sentence", "01-tea.md", "We drink it warm,", "We sit.\n\nWe drink it *warm*, " + long,
			"01-tea.md:11: a sentence of 32 words, “We drink it warm, word …”"},
		{"a long sentence in a scene", "01-tea.md", "### What fits? {#fits}\n", "### What fits? {#fits}\n\n" + long + "\n",
			"01-tea.md:11: a sentence of 23 words"},
		{"a long sentence in a reason", "commitment.md", "There are not", long + " are not",
			"commitment.md:9: a sentence of 27 words"},
		{"long feedback", "01-tea.md", "It is yours.", strings.Repeat("yours ", 16),
			"01-tea.md:29: the words after this answer are 17"},
		{"the longest answer is right", "01-tea.md", "- [x] A cup", "- [x] A cup with a handle",
			"01-tea.md:13: the right answer is the longest"},
		{"right answers in one place", "01-tea.md", "- [ ] The big pot\n\n  The pot is for all of us.\n\n- [x] My cup\n\n  Yes. It is yours.",
			"- [x] My cup\n\n  Yes. It is yours.\n\n- [ ] The big pot\n\n  The pot is for all of us.",
			"01-tea.md:11: every right answer in this chapter is option 1"},
		{"an exclamation in prose", "01-tea.md", "warm, and", "warm! And", "01-tea.md:9: an exclamation mark in “We drink it warm! And …”"},
		{"an exclamation in a heading", "01-tea.md", "## In short", "## In short!", "01-tea.md:35: an exclamation mark"},
		{"an exclamation in feedback", "01-tea.md", "It is yours.", "It is yours!", "01-tea.md:29: an exclamation mark"},
		{"an exclamation in an option", "01-tea.md", "] My cup", "] My cup!", "01-tea.md:29: an exclamation mark"},
		{"an exclamation in the commitment", "commitment.md", "many cups.", "many cups!", "commitment.md:9: an exclamation mark"},
		{"an exclamation in the closing", "closing.md", "See you.", "See you!", "closing.md:13: an exclamation mark"},
		{"an exclamation in the glossary", "glossary.md", "small bowl.", "small bowl!", "glossary.md:3: an exclamation mark"},
		{"an exclamation in about", "about.md", "wrote this.", "wrote this!", "about.md:1: an exclamation mark"},
		{"an exclamation in a term", "glossary.md", "## Cup", "## Cup!", "glossary.md:3: an exclamation mark"},
		{"an exclamation in titles", "closing.md", "# The end", "# The end!", "closing.md:1: an exclamation mark"},
		{"an exclamation in help", "help.md", "# Help", "# Help!", "help.md:1: an exclamation mark"},
		{"no lead", "01-tea.md", "At the end you will know how we drink tea.", "", "01-tea.md:1: this chapter begins without a lead"},
		{"no note", "01-tea.md", "<!-- clinician: Offer a cup. -->", "", "01-tea.md:1: this chapter has no note"},
		{"a note in a section will do", "01-tea.md", "tea.\n\n<!-- clinician: Offer a cup. -->\n\n## We drink tea {#drink}", "tea.\n\n## We drink tea {#drink}\n\n<!-- clinician: Cup. -->", ""},
		{"no take-aways", "01-tea.md", "- Take a cup.\n- Sit down.", "Take a cup.", "01-tea.md:35: the chapter's last section has no list"},
		{"no lead in the commitment", "commitment.md", "You can say yes, or talk first.", "", "commitment.md:1: this chapter begins without"},
		{"no note in the commitment", "commitment.md", "<!-- clinician: Take time. -->", "", "commitment.md:1: this chapter has no note"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := calmFiles()
			if c.file != "" && !strings.Contains(files[c.file], c.old) {
				t.Fatalf("%s does not hold %q", c.file, c.old)
			}
			files[c.file] = strings.Replace(files[c.file], c.old, c.new, 1)
			delete(files, "")
			expectAdvice(t, Check(loadFiles(t, "en", files)), c.want)
		})
	}
}

// expectAdvice wants one advice that begins with the text, or none.
func expectAdvice(t *testing.T, got []source.Advice, want string) {
	t.Helper()
	var lines []string
	for _, advice := range got {
		// A small guide has words.toml's defaults; their advice is not meant.
		if advice.Place.File != "words.toml" {
			lines = append(lines, advice.String())
		}
	}
	all := strings.Join(lines, "\n")
	switch {
	case want == "" && all != "":
		t.Errorf("unexpected advice:\n%s", all)
	case want != "" && !strings.HasPrefix(all, want):
		t.Errorf("got\n%s\nwant\n%s", all, want)
	case want != "" && len(lines) > 1 && !strings.Contains(want, "sentence") && !strings.Contains(want, "grade") && !strings.Contains(want, "has 169"):
		t.Errorf("more than one advice:\n%s", all)
	}
}

func TestCheckOfAChapterThatAsksNothing(t *testing.T) {
	files := calmFiles()
	before, rest, _ := strings.Cut(files["01-tea.md"], "### What fits?")
	_, after, _ := strings.Cut(rest, "## In short")
	files["01-tea.md"] = before + "## In short" + after
	expectAdvice(t, Check(loadFiles(t, "en", files)), "01-tea.md:1: this chapter asks nothing")
}

func TestCheckOfAHardChapter(t *testing.T) {
	files := calmFiles()
	files["01-tea.md"] = strings.Replace(files["01-tea.md"], "At the end",
		strings.Repeat("Considerable institutional deliberations necessitated documentation. ", 20)+"At the end", 1)
	expectAdvice(t, Check(loadFiles(t, "en", files)), "01-tea.md:1: this chapter reads at grade")
	if got := Check(loadFiles(t, "de", files)); len(got) > 0 && strings.Contains(fmt.Sprint(got), "grade") {
		t.Errorf("another language has no grade: %v", got)
	}
}

func TestCheckFindsRightAnswersInOnePlaceOverTheGuide(t *testing.T) {
	files := calmFiles()
	before, rest, _ := strings.Cut(files["01-tea.md"], "### And now?")
	_, after, _ := strings.Cut(rest, "## In short")
	files["01-tea.md"] = before + "## In short" + after
	ids := strings.NewReplacer("{#drink}", "{#drink-again}", "{#fits}", "{#fits-again}", "{#short}", "{#short-again}", "# Tea", "# More tea")
	files["02-more.md"] = ids.Replace(files["01-tea.md"])
	expectAdvice(t, Check(loadFiles(t, "en", files)), "01-tea.md:11: every right answer in this guide is option 1")
}

func TestCheckFindsExclamationsInWords(t *testing.T) {
	g := loadFiles(t, "en", calmFiles())
	g.Words.Question.Reflect = "Tick what fits!"
	found := false
	for _, advice := range Check(g) {
		found = found || advice.String() == "words.toml: an exclamation mark in question.reflect; a full stop would sound calmer"
	}
	if !found {
		t.Errorf("not found in %v", Check(g))
	}
}

func TestExclamationMarks(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "Yes.": false, "Yes!": true, "F1 or ! is help": false, "! is help": false, "(!)": false,
		"Oui\u202f!": true, "Really?!": true, "“Wow!” she said": true, "“Wow”!": true, "很好！": true, "¡Hola!": true,
	} {
		if got := hasExclamation(text); got != want {
			t.Errorf("hasExclamation(%q) = %v", text, got)
		}
	}
}

func TestOriginalFindsALineInSpiteOfMarks(t *testing.T) {
	from := original{place: source.Place{File: "a.md", Line: 10}, text: "## A *heading*\n\nSome **bold** words\nand [a link](#x) on a long line that goes on.\n\n- été"}
	for words, want := range map[string]int{
		"Some bold words and a link":                12,
		"words and a link on a long line that goes": 12,
		"a link on a long line":                     10, // an address is in the way: the place of the whole
		"été":                                       15,
		"unknown words":                             10,
		"":                                          10,
	} {
		if got := from.find(words); got.Line != want {
			t.Errorf("find(%q) is line %d, want %d", words, got.Line, want)
		}
	}
}

func TestMeasures(t *testing.T) {
	got := Measures(loadFiles(t, "en", calmFiles()))
	if len(got) != 3 {
		t.Fatalf("%d rows", len(got))
	}
	tea, commitment, total := got[0], got[1], got[2]
	// 10 + 9 + 5 words; questions of 2+2+2+7 and 2+3+2+6 words, at the most.
	if tea.Words != 24 || tea.Reading != 8*time.Second {
		t.Errorf("tea: %d words in %v", tea.Words, tea.Reading)
	}
	if want := readingTime(2+2+2+6) + readingTime(2+3+2+7) + 2*ChoosingTime; tea.Asking != want {
		t.Errorf("tea: questions take %v, want %v", tea.Asking, want)
	}
	if tea.Sections != 2 || tea.Questions != 2 || tea.Reflections != 0 {
		t.Errorf("tea: %+v", tea)
	}
	if commitment.Chapter != content.CommitmentID || commitment.Words != 7+5 || commitment.Asking != readingTime(4)+readingTime(4)+2*ChoosingTime || commitment.Sections != 1 {
		t.Errorf("commitment: %+v", commitment)
	}
	if total.Chapter != "" || total.Words != tea.Words+commitment.Words || total.Asking != tea.Asking+commitment.Asking || total.Questions != 2 {
		t.Errorf("total: %+v", total)
	}
	files := calmFiles()
	if want := newGrader(formulas["en"]).grade(files["01-tea.md"] + "\n\n" + files["commitment.md"]); *total.Grade != want {
		t.Errorf("total grade %+v, want %+v", *total.Grade, want)
	}
	for _, row := range Measures(loadFiles(t, "de", calmFiles())) {
		if row.Grade != nil {
			t.Errorf("a grade for another language: %+v", row)
		}
	}
}

// hugeTexts are what a guide may hold a megabyte of, and what check looks at again
// and again.
var hugeTexts = map[string]string{
	"short paragraphs":   "a\n\n",
	"exclamations":       "a!\n\n",
	"lists":              "- a\n- b!\n",
	"long sentences":     strings.Repeat("word ", 30) + "\n\n",
	"the same beginning": strings.Repeat("a ", 30) + "!\n\n",
}

// hugeGuide is a share of as much as a guide may hold: a megabyte, and a hundred
// thousand lines.
func hugeGuide(t testing.TB, name string, share int) *content.Guide {
	files, text := calmFiles(), hugeTexts[name]
	body := strings.Repeat(text, min(900_000/len(text), 90_000/strings.Count(text, "\n"))/share)
	if name == "lists" { // a run without an empty line is at most 8 KB
		body = strings.Repeat(strings.Repeat(text, 500)+"\na\n\n", 80/share)
	}
	files["01-tea.md"] = strings.Replace(files["01-tea.md"], "We drink it warm,", body+"We drink it warm,", 1)
	return loadFiles(t, "en", files)
}

// TestCheckOfAHugeGuideComesToAnEnd has no bound of its own but the tests', and takes
// a quarter, of which far more could be advised than is: how long the whole takes, the
// benchmark tells.
func TestCheckOfAHugeGuideComesToAnEnd(t *testing.T) {
	for name := range hugeTexts {
		t.Run(name, func(t *testing.T) {
			if advice := Check(hugeGuide(t, name, 4)); len(advice) > maxAdvice+1 {
				t.Errorf("%d pieces of advice", len(advice))
			}
		})
	}
}

func BenchmarkCheckOfAHugeGuide(b *testing.B) {
	for name := range hugeTexts {
		b.Run(name, func(b *testing.B) {
			g := hugeGuide(b, name, 1)
			for b.Loop() {
				Check(g)
			}
		})
	}
}
