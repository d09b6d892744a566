package handout_test

import (
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/handout"
	"firstsession/content/practice"
)

// practised is our own guide with a practice's facts over it.
func practised(t *testing.T, file string) *content.Guide {
	t.Helper()
	practice, err := practice.Parse("practice.toml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	g, err := practice.Over(embedded(t), time.Date(2026, 6, 15, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return g
}

const ourPractice = `practice_name = "Elm Street"
when = "Thursdays at six"
where = """
12 Elm Street
Second floor"""
absences = "Call the desk."
needed_to_start = ["come-on-time"]
[crisis]
text = "Call the night desk."
checked = 2026-06-01
[[statement]]
id = "our-door"
text = "I will close the door."
`

// lifeFirst stands before every other word about danger.
const lifeFirst = "If life is at risk, yours or someone else’s, call your local emergency number now."

func TestThePracticeStandsOnPaper(t *testing.T) {
	for ending, got := range formats(t, practised(t, ourPractice)) {
		words := strings.Join(strings.Fields(got), " ")
		for want, times := range map[string]int{
			"Elm Street":       3, // the cover, the section, the address
			"Thursdays at six": 2, // the section and the card
			"Call the desk.":   2,
			// On the help page, where danger is spoken of, and once on the card.
			"Call the night desk.":   3,
			"checked this on":        2,
			"asks for this promise":  1,
			"I will close the door.": 1,
			"In your group.":         2,
		} {
			if got := strings.Count(words, want); got < times || want != "Elm Street" && got > times {
				t.Errorf("%s has %q %d times, want %d", ending, want, got, times)
			}
		}
		life, desk, rest := strings.Index(words, lifeFirst), strings.Index(words, "Call the night desk."), strings.Index(words, "handle this alone")
		if life < 0 || life > desk || desk > rest {
			t.Errorf("%s: life at risk stands at %d, the practice's words at %d, the rest of the help at %d", ending, life, desk, rest)
		}
		_, card, _ := strings.Cut(words, "Cut along the line")
		if number, desk := strings.Index(card, "Emergency number"), strings.Index(card, "Call the night desk."); number < 0 || number > desk {
			t.Errorf("%s: the card has the emergency number at %d and the practice's words at %d", ending, number, desk)
		}
	}
}

// A crisis text that may be out of date is on no card: there is a line there to
// write on.
func TestAnOldCrisisTextIsNotOnTheCard(t *testing.T) {
	old := strings.Replace(ourPractice, "2026-06-01", "2024-06-01", 1)
	for ending, got := range formats(t, practised(t, old), "commitment") {
		_, card, _ := strings.Cut(got, "My crisis contact")
		if before, _, _ := strings.Cut(card, "One thing I may say"); strings.Contains(before, "night desk") {
			t.Errorf("%s has an old crisis text on its card:\n%s", ending, before)
		}
		if !strings.Contains(card, "may be out of date") {
			t.Errorf("%s does not say that the text may be out of date", ending)
		}
	}
}

func TestAPracticesWordsAreNeverMarkup(t *testing.T) {
	hostile := `<b>bold</b> <!A b> &#27; &lt; *a* [b](#own-pace) <script>x</script>`
	file := "when = '''" + hostile + "'''\nabsences = '''" + hostile + "'''\n[crisis]\ntext = '''" + hostile + "'''\nchecked = 2026-06-01\n" +
		"[notes]\nown-pace = '''" + hostile + "'''\n[[statement]]\nid = 'our-door'\ntext = '''" + hostile + "'''\nreason = '''" + hostile + "'''\n"
	pages := formats(t, practised(t, file))
	if n := strings.Count(strings.Join(strings.Fields(pages["txt"]), " "), hostile); n != 10 {
		t.Errorf("the text shows it %d times as it was written", n)
	}
	for _, e := range elements(t, pages["html"]) {
		if e.name == "b" || e.name == "script" {
			t.Errorf("the page has a %s", e.name)
		}
	}
	for ending, unwanted := range map[string][]string{
		"html": {"<b>", "<!A", "<script", "&#27;"}, "md": {"<b>", "<!A", "<script", "[b](#", " &#27;", " *a*"},
	} {
		for _, u := range unwanted {
			if strings.Contains(strings.ReplaceAll(pages[ending], `\<`, ""), u) {
				t.Errorf("%s has %q", ending, u)
			}
		}
	}
}

// Who has to call reads it in one piece, however long what stands before it is.
func TestTheCrisisTextOfACardIsNotBrokenIntoAColumn(t *testing.T) {
	crisis := "Llame a nuestra línea de crisis, 555-0199, día y noche."
	file := "[crisis]\ntext = \"" + crisis + "\"\nchecked = 2026-06-01\n"
	if text := formats(t, practised(t, file), handout.CardName)["txt"]; !strings.Contains(text, "  "+crisis+"\n") {
		t.Errorf("it has\n%s", text)
	}
}
