package record

import (
	"html"
	"slices"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/contenttest"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// copiesOf are the copies of a record of an intake whose guide and client write other scripts.
func copiesOf(t *testing.T, language string, statements []string, aim string) (text, page string) {
	t.Helper()
	g := guide(t)
	g.Language = language
	for i, words := range statements {
		g.Commitment.Statements[i].Text = words
	}
	events := append(mixed(g), walk.Event{Kind: walk.NameTyped, Text: "שרה כהן"}, walk.Event{Kind: walk.Include, Subject: walk.AimID, Yes: true})
	w, _ := apply(t, walk.New(g), append([]walk.Event{{Kind: walk.SetForm, Form: &walk.Form{
		Reference: "K-102", Clinician: "Dr. Lind", Parts: walk.Essentials, Run: []walk.Way{walk.Together}, Aim: aim,
	}}}, events...)...)
	a, err := Build(w, counter())
	must(t, err)
	return Text(a, g.Words), HTML(a, g.Words)
}

func TestACopyThatRunsFromTheRightSaysSo(t *testing.T) {
	_, page := copiesOf(t, "he", []string{"אני אגיע בזמן (18:30)."}, "לדבר יותר.\nAnd to listen.")
	for _, want := range []string{
		`<html lang="he" dir="rtl">`, "<li><p dir=\"auto\">אני אגיע בזמן (18:30).</p>", `<blockquote dir="auto">לדבר יותר.`, "border-inline-start",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("a Hebrew page lacks %q", want)
		}
	}
	_, page = copiesOf(t, "en", nil, "לדבר יותר.")
	for _, want := range []string{`<html lang="en">`, `<p dir="auto">Name: שרה כהן</p>`, `<blockquote dir="auto">לדבר יותר.`} {
		if !strings.Contains(page, want) {
			t.Errorf("an English page lacks %q", want)
		}
	}
	g := guide(t)
	if page := HTML(intakeRecord(t, g), g.Words); strings.Contains(page, "dir=") || strings.Contains(page, "inline-start") {
		t.Error("a page that all runs from the left reads otherwise than the copies that people have")
	}
}

// Whole guides in many scripts are signed, and their copies say all of it.
func TestCopiesOfTextsThatPeopleHave(t *testing.T) {
	for name, written := range contenttest.Texts(t, "../testdata/texts") {
		g, err := content.Load(written.Files, written.Language)
		must(t, err)
		a, err := Build(intake(t, g, append(answers(g, walk.Agree), walk.Event{Kind: walk.NameTyped, Text: typed})...), counter())
		must(t, err)
		text, page := Text(a, g.Words), HTML(a, g.Words)
		for line := range strings.Lines(text) {
			if cells := plain.Cells(strings.TrimSuffix(line, "\n")); cells > columns {
				t.Errorf("%s: %d cells: %s", name, cells, line)
			}
		}
		squeeze := func(text string) string {
			return strings.Join(strings.Fields(plain.Legible(html.UnescapeString(text))), "")
		}
		for _, words := range append(slices.Clone(a.Signing.Text), a.Statements[0].Text) {
			for what, copied := range map[string]string{"text": text, "page": page} {
				if !strings.Contains(squeeze(copied), squeeze(words)) {
					t.Errorf("%s: the %s lacks %q", name, what, words)
				}
			}
		}
		if rtl := strings.Contains(page, `dir="rtl"`); rtl != (name == "hebrew" || name == "persian") || rtl != strings.Contains(page, `<p dir="auto">`+a.Statements[0].Text) {
			t.Errorf("%s: the page is read from the right: %t", name, rtl)
		}
	}
}

// What is signed may name whom to ask, and a copy has no links.
func TestACopySaysWhereALinkLeads(t *testing.T) {
	g := guide(t)
	g.Commitment.Signing.Body = []content.Block{{Prose: "Ask [the desk](tel:+15550100), [write](mailto:desk@example.org), [look](https://example.org/x) or call [+1 555 0199](tel:+15550199)."}}
	a := intakeRecord(t, g)
	const want = "Ask the desk (+15550100), write (desk@example.org), look (https://example.org/x) or call +1 555 0199."
	for what, copied := range map[string]string{"text": Text(a, g.Words), "page": HTML(a, g.Words)} {
		if !strings.Contains(strings.Join(strings.Fields(copied), " "), want) {
			t.Errorf("the %s lacks %q in\n%s", what, want, copied)
		}
	}
}

func TestACopyKeepsWhatHoldsTogetherAndNothingUnseen(t *testing.T) {
	statements := []string{
		"I will pay 10\u00a0000\u00a0euros, if I miss one, and say so to Dr.\u00a0Smith.", "Psycho\u00adthera\u00adpy is\u200b for\u2060 me.",
		strings.Repeat("日本語の文章は", 20), strings.Repeat("👨‍👩‍👧‍👦", 30),
	}
	text, _ := copiesOf(t, "en", statements, "To pay 10\u00a0000\u00a0euros."+strings.Repeat(" קצת עברית", 20))
	if strings.ContainsAny(text, "\u00ad\u200b\u2060") {
		t.Error("there is something that is not seen")
	}
	for _, want := range []string{"10\u00a0000\u00a0euros", "Dr.\u00a0Smith", "Psychotherapy is for me.", "\n  To pay 10\u00a0000\u00a0euros. קצת עברית"} {
		if !strings.Contains(text, want) {
			t.Errorf("it lacks %q", want)
		}
	}
	if families := strings.ReplaceAll(text, "👨‍👩‍👧‍👦", ""); strings.Contains(families, "\u200d") {
		t.Error("a family is torn apart")
	}
}
