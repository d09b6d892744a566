package practice

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pelletier/go-toml/v2"

	"firstsession/content"
	"firstsession/content/check"
	"firstsession/content/contenttest"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// hostile are texts that would be markup, a tag, a reference or a heading if
// they were taken for Markdown.
var hostile = []string{
	"*a* _b_ **c** `d` [e](#own-pace) ![f](art/seats.txt) [g]: h", "<b>a</b> <!A b> <https://example.org>",
	"&#27; &#155; &lt; &amp; &copy &amp;lt; AT&T", "# a", "## a {#id .essential}", "- a", "+ a", "* a", "1. a", "12) a", "> a",
	"---", "===", "***", "~~~", "```", "- [x] a", "\\* \\\\ \\a \\", "| a | b |\n:-- | --", "a\n===\nb", "a\n---", "    a\n\n    b",
	"a\\\nb", "a  \nb", "~~a~~", "{label} {text} {date}", "“a” ’b’ ä 日本", "a\n\n\nb", "!a", "a!", "5.", "5", "-", "=", "_", "a_b_c", "*",
}

func TestWhateverIsSetIsShownAsItWasWritten(t *testing.T) {
	for _, text := range hostile {
		want := strings.Join(strings.Fields(text), " ")
		var got []string
		for _, paragraph := range content.Plain(escaped(tidyParagraphs(text))) {
			got = append(got, paragraph.Text)
			if paragraph.Marker != "" || paragraph.Depth != 0 {
				t.Errorf("%q became a list", text)
			}
		}
		if got := strings.Join(strings.Fields(strings.Join(got, " ")), " "); got != want {
			t.Errorf("%q is shown as %q", text, got)
		}
		p := Practice{Texts: map[string]string{"when": text, "absences": text}, Notes: map[string]string{"attendance": text}}
		p.clean()
		over, err := p.Over(embeddedGuide(t), time.Now())
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []string{content.YourGroupID, "attendance"} {
			_, section := over.Section(id)
			if shown := plainWords(section.Body); !strings.Contains(shown, want) {
				t.Errorf("%s shows %q as %q", id, text, shown)
			}
		}
	}
}

// plainWords are a body's words in one line.
func plainWords(body []content.Block) string {
	var all []string
	for _, block := range body {
		for _, paragraph := range content.Plain(block.Prose) {
			all = append(all, strings.Fields(paragraph.Text)...)
		}
	}
	return strings.Join(all, " ")
}

// everything sets all there is to set.
func everything() Practice {
	p := Practice{
		NeededToStart: []string{"come-on-time"},
		Notes:         map[string]string{"own-pace": "A note."},
		Statements:    []Statement{{ID: "our-door", Text: "I will close it.", Reason: "A reason.", NeededToStart: true}},
		Texts:         map[string]string{},
	}
	for i, fact := range p.Facts() {
		p.Texts[fact.Key] = "Text " + string(rune('a'+i)) + "."
	}
	p.Crisis.Text = p.Texts[crisisKey]
	p.Crisis.Checked = toml.LocalDate{Year: 2026, Month: 6, Day: 1}
	return p
}

func TestAGuideUnderAPracticeIsStillWhole(t *testing.T) {
	g := embeddedGuide(t)
	over, err := everything().Over(g, today(t))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	claim := func(id string) {
		if !content.IsID(id) || seen[id] {
			t.Errorf("the id %q is malformed or stands twice", id)
		}
		seen[id] = true
	}
	for i, chapter := range over.Chapters {
		claim(chapter.ID)
		if chapter.Number != i+1 {
			t.Errorf("%s is number %d", chapter.ID, chapter.Number)
		}
		for _, section := range chapter.Sections {
			claim(section.ID)
			for _, question := range section.Questions {
				claim(question.ID)
			}
		}
	}
	for _, statement := range over.Commitment.Statements {
		claim(statement.ID)
	}
	for _, advice := range check.Check(over) {
		t.Errorf("advice: %s", advice)
	}
	if over.Revision != g.Revision || over.Chapters[0].Sections[1].ID != content.YourGroupID {
		t.Errorf("revision %s, second section %s", over.Revision, over.Chapters[0].Sections[1].ID)
	}
	if len(over.Search("Text d")) == 0 {
		t.Error("search does not find what the practice says")
	}
}

// A practice's line may be closed, or know nothing of an ambulance: what to do
// when life is at risk stands before it, however lately it was checked.
func TestLifeAtRiskStandsBeforeAPracticesOwnWords(t *testing.T) {
	const life, own = "If life is at risk, yours or someone else’s, call your local emergency number now.", "Call the night desk."
	for _, checked := range []int{2020, 2026} {
		p := Practice{Crisis: Crisis{Text: own, Checked: toml.LocalDate{Year: checked, Month: 6, Day: 1}}}
		over, err := p.Over(embeddedGuide(t), today(t))
		if err != nil {
			t.Fatal(err)
		}
		help := plainWords(over.Help.Body)
		if !strings.HasPrefix(help, life) || !strings.Contains(help, own) {
			t.Errorf("checked in %d, help reads:\n%s", checked, help)
		}
		_, danger := over.Section("not-emergency")
		said := plainWords(danger.Body)
		if number, desk := strings.Index(said, "emergency number"), strings.Index(said, own); number < 0 || number > desk {
			t.Errorf("checked in %d, the section reads:\n%s", checked, said)
		}
	}
}

func TestEveryTextOfAPracticeIsShown(t *testing.T) {
	p := everything()
	for name, g := range map[string]*content.Guide{"the built-in guide": embeddedGuide(t), "the smallest guide": loaded(t, contenttest.TinyGuide())} {
		p := p
		if name == "the smallest guide" {
			p.NeededToStart = nil
		}
		over, err := p.Over(g, today(t))
		if err != nil {
			t.Fatal(err)
		}
		var shown []string
		for _, chapter := range over.Chapters {
			for _, section := range chapter.Sections {
				shown = append(shown, plainWords(section.Body))
			}
		}
		for _, statement := range over.Commitment.Statements {
			shown = append(shown, statement.Text, plainWords(statement.Reason))
		}
		all := strings.Join(shown, "\n")
		texts := []string{p.Statements[0].Text, p.Statements[0].Reason}
		for _, fact := range p.Facts() {
			texts = append(texts, fact.Text)
		}
		for _, text := range texts {
			if text == "" || !strings.Contains(all, text) {
				t.Errorf("%s does not show %q", name, text)
			}
		}
		first, _ := firstParagraph(g.Help.Body)
		if !strings.HasPrefix(plainWords(over.Help.Body), plainWords(first)+" "+p.Crisis.Text) {
			t.Errorf("%s: help begins %q", name, plainWords(over.Help.Body))
		}
	}
}

func TestTheSharedGuideIsNeverChanged(t *testing.T) {
	g := embeddedGuide(t)
	before, err := content.LoadToRead(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := everything().Over(g, today(t)); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(g, before) {
		t.Error("the guide has changed")
	}
}

func TestTheLabelsOfAPracticeAreAllThere(t *testing.T) {
	words := reflect.ValueOf(embeddedGuide(t).Words.Practice)
	for i := range words.NumField() {
		if words.Field(i).String() == "" {
			t.Errorf("%s is empty", words.Type().Field(i).Name)
		}
	}
	facts, labels := map[string]bool{}, content.WordKeys(words.Interface())
	for _, fact := range everything().Facts() {
		if (&overlay{labels: labels}).label(fact) == "" || fact.Text == "" || facts[fact.Key] {
			t.Errorf("%+v", fact)
		}
		facts[fact.Key] = true
		if fact.Section == "" {
			continue
		}
		if _, section := embeddedGuide(t).Section(fact.Section); section == nil {
			t.Errorf("%s has no section %s to stand in", fact.Key, fact.Section)
		}
	}
}

func TestNoGuideMayHaveTheSectionOfAPractice(t *testing.T) {
	files := contenttest.TinyGuide()
	files["en/01-welcome.md"].Data = append(files["en/01-welcome.md"].Data, "\n## Ours {#your-group}\n\nHere.\n"...)
	_, err := content.Load(files, "en")
	var problems source.Problems
	if !errors.As(err, &problems) || !strings.Contains(problems.Error(), "your-group is kept") {
		t.Errorf("%v", err)
	}
}

// All that has to be mended is said at once, whichever ids are missing or double.
func TestNoIDHidesWhatElseHasToBeMended(t *testing.T) {
	const file = `[[statement]]
id = "keep-private"
text = "I will."
[[statement]]
text = "I will, too."
[[site]]
name = "North"
[site.notes]
nobody-1 = "x"
[[group]]
name = "Mondays"
leave_out = ["statement.nobody-2"]
[[group]]
name = "Tuesdays"
needed_to_start = ["nobody-3"]
[[group]]
id = "fridays"
name = "Fridays"
[[group]]
id = "fridays"
name = "Late Fridays"
[group.notes]
nobody-4 = "x"
`
	_, err := CheckFile("practice.toml", []byte(file), loaded(t, contenttest.TinyGuide()), today(t))
	for _, want := range []string{
		"practice.toml:2:6: the guide has the id keep-private already", "practice.toml:4:3: this statement has no id", "practice.toml:6:3: this site has no id",
		"practice.toml:9:12: the guide has nothing with the id nobody-1", "practice.toml:10:3: this group has no id", "practice.toml:12:14: the guide has nothing with the id nobody-2",
		"practice.toml:15:20: the guide has nothing with the id nobody-3", "practice.toml:20:6: the id fridays stands twice", "practice.toml:23:12: the guide has nothing with the id nobody-4",
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in %v", want, err)
		}
	}
}

// FuzzPractice reads any file as a practice file, and lays what can be read
// over the smallest guide, for each of its groups too.
func FuzzPractice(f *testing.F) {
	f.Add([]byte(twoGroups + "[group.notes]\nown-pace = \"Slowly.\"\n[[group.statement]]\nid = \"ours\"\ntext = \"I will.\"\n"))
	f.Add([]byte(twoGroups + "leave_out = [\"fee\"]\n[replace.keep-private]\ntext = \"I will.\"\n"))
	f.Add([]byte("language = \"es\"\nfee = \"Diez.\"\nin.en.fee = \"Ten.\"\n" + twoGroups + "[group.in.en]\nname = \"Ours\"\n[in.en.replace.keep-private]\ntext = \"I will.\"\n"))
	f.Add([]byte("in = {en = {fee = \"Ten.\"}}\n[[in.en.statement]]\nid = \"ours\"\n[site.in]\n[[group.in.en]]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Parse("practice.toml", data)
		if err != nil {
			refusesAsProblems(t, err)
			_, err := CheckFile("practice.toml", data, loaded(t, contenttest.TinyGuide()), today(t))
			refusesAsProblems(t, err)
			return
		}
		laysOver(t, p)
		laysOver(t, p.Ours("es")) // so that what has no words in English is marked
		for _, group := range p.Groups {
			in, ok := p.In(group.ID)
			if !ok {
				t.Fatalf("there is no group %q", group.ID)
			}
			laysOver(t, in)
		}
	})
}

func refusesAsProblems(t *testing.T, err error) {
	t.Helper()
	var problems source.Problems
	if !errors.As(err, &problems) || len(problems) == 0 {
		t.Fatalf("not problems: %v", err)
	}
	contenttest.RefuseForbidden(t, "problem", err.Error())
}

// laysOver lays a practice over the smallest guide, which then shows all its facts.
func laysOver(t *testing.T, p Practice) {
	t.Helper()
	guide := loaded(t, contenttest.TinyGuide())
	over, err := p.Over(guide, today(t))
	if err != nil {
		refusesAsProblems(t, err)
		return
	}
	contenttest.CheckStrings(t, reflect.ValueOf(over))
	var shown []string
	for _, section := range over.Chapters[0].Sections {
		shown = append(shown, plainWords(section.Body))
	}
	all := strings.Join(shown, "\n")
	said, _ := p.spokenIn(guide.Language)
	for _, fact := range said.Facts() {
		if want := plain.OneLine(fact.Text); !strings.Contains(all, want) {
			t.Fatalf("%s %q is not shown:\n%s", fact.Key, want, all)
		}
	}
}

func TestADayOfCheckingHasToBePastAndOfAText(t *testing.T) {
	g := embeddedGuide(t)
	for file, want := range map[string]string{
		"[crisis]\ntext = 'Call.'\nchecked = 2026-06-15\n": "",
		"[crisis]\ntext = 'Call.'\nchecked = 2020-01-31\n": "",
		"[crisis]\ntext = 'Call.'\n":                       "",
		"[crisis]\ntext = 'Call.'\nchecked = 2026-06-16\n": "practice.toml:3:11: 2026-06-16 is a day still to come",
		"[crisis]\ntext = ' '\nchecked = 2026-06-15\n":     "practice.toml:3:11: there is a date, but no crisis text",
	} {
		p, err := Parse("practice.toml", []byte(file))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if err := p.Check(g, today(t)); err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, want) || (want == "") != (got == "") {
			t.Errorf("%s\ngives %q, want %q", file, got, want)
		}
		// A reader whose clock is behind still opens the guide.
		if _, err := p.Over(g, today(t)); err != nil {
			t.Error(err)
		}
	}
}

func TestWhetherAPracticeNamesThePromisesItAsksForIsKnown(t *testing.T) {
	own := Statement{ID: "our-door", Text: "I will close it."}
	tuesdays := map[string]string{"when": "Tuesdays"}
	needed := own
	needed.NeededToStart = true
	for _, c := range []struct {
		practice Practice
		want     bool
	}{
		{Practice{}, false},
		{Practice{Texts: tuesdays, Statements: []Statement{own}}, false},
		{Practice{NeededToStart: []string{"come-on-time"}}, true},
		{Practice{Statements: []Statement{own, needed}}, true},
	} {
		over, err := c.practice.Over(embeddedGuide(t), today(t))
		if err != nil || over.NamesNeeded != c.want {
			t.Errorf("%+v: %t, %v", c.practice, over.NamesNeeded, err)
		}
	}
}

func TestACodeNamesThePracticeFile(t *testing.T) {
	g := embeddedGuide(t)
	code := func(file string) string {
		p, err := Parse("practice.toml", []byte(file))
		if err != nil {
			t.Fatal(err)
		}
		over, err := p.Over(g, today(t))
		if err != nil {
			t.Fatal(err)
		}
		return over.PracticeCode
	}
	file := "when = 'Tuesdays'\nwhere = 'Here'\n"
	same := code(file)
	if len(same) != 12 || strings.Trim(same, "0123456789abcdef") != "" {
		t.Errorf("the code %q is not twelve hex digits", same)
	}
	if other := code("\ufeff" + strings.ReplaceAll(file, "\n", "\r\n")); other != same {
		t.Error("line ends or a byte order mark change the code")
	}
	if code("when = 'Thursdays'\nwhere = 'Here'\n") == same {
		t.Error("another file has the same code")
	}
	over, err := Practice{Texts: map[string]string{"when": "Tuesdays"}}.Over(g, today(t))
	if err != nil || over.PracticeCode != "" || g.PracticeCode != "" {
		t.Error("there is a code without a file")
	}
}

func TestAPracticeIsFoundInItsOwnGuide(t *testing.T) {
	g := embeddedGuide(t)
	g.Search("group")
	over, err := everything().Over(g, today(t))
	if err != nil {
		t.Fatal(err)
	}
	found := func(g *content.Guide) bool {
		named := func(hit content.Hit) bool { return strings.Contains(hit.Text, over.Practice) }
		return slices.ContainsFunc(g.Search(over.Practice), named)
	}
	if !found(over) || found(g) {
		t.Error("the practice is not found, or it is found in the guide without one")
	}
}
