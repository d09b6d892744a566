package practice

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// A crisis text is the words of somebody who tried it, or there is none.
func TestACrisisTextThatHelpsNobodyIsRefused(t *testing.T) {
	for _, text := range []string{
		"TODO", "todo", "...", "…", "-", "?", "???", "tbd", "TBA.", "to be confirmed", "N/A", "n/a", "none", "[none]", "xxx", "XXXX", "Ring TODO", "Call XXX",
		"Call 555-xxxx", "Call ____", "Ring ??? at night", "pendiente", "Por completar", "falta", "ninguno", "No aplica", "test", "text", "Crisis text", "Lorem ipsum dolor", "abc", "later", "asdf",
		"Ring 555-01XX", "Call 0xx", "Call 555-NNNN", "Call #### ####", "Ring 555-0199 (number from template)", "Call 555-0xx0", "{phone}", "$PHONE", "noch offen", "por definir", "Nummer aus der Vorlage: 1",
		"the number", "to be agreed", "Ring 112 (TBC)", "Ring N. N.", "Ring N.N., 555-0100", "TODO: the number", "TODO Number", "John Doe", "N/A.",
	} {
		_, err := Parse("p.toml", fmt.Appendf(nil, "[crisis]\ntext = %q\nchecked = 2026-06-01\n", text))
		if err == nil || !strings.Contains(err.Error(), "this crisis text helps nobody") && !strings.Contains(err.Error(), "square brackets") {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, text := range []string{
		"Call 555-0100.", "Day and night: the ward, 0800 123 456", "Call the desk", "What to do: ring 112", "Ring the night line, or go to the hospital.", "Llame al 024, día y noche.",
		"Pending anything else, call 999.", "Text 741741", "Later than six, ring 555-0100...", "Samaritans 116 123",
		"Ring 0800 000 000", "Ring 000, then 13 11 14", "The number is on the door: 555-0100", "Ring Mrs. N. Nash, 555-0100", "Ring N. N. Kumar, 555-0100", "Ring N.N. Kumar", "LLAME AL 024, TODO EL DÍA", "Llame a la enfermera de guardia: 024",
	} {
		if _, err := Parse("p.toml", fmt.Appendf(nil, "[crisis]\ntext = %q\nchecked = 2026-06-01\n", text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestACrisisNumberThatNoTelephoneTakes(t *testing.T) {
	_, err := Parse("p.toml", []byte("[crisis]\ntext = \"Ring 555-O1OO\"\n"))
	if err == nil || !strings.Contains(err.Error(), `"555-O1OO" in the crisis text has a letter in its number`) {
		t.Errorf("%v", err)
	}
	p, err := Parse("p.toml", []byte("absences = \"Ring 555-O1OO\"\n[crisis]\ntext = \"Ring ５５５-０１００ or ١١٢\"\n"))
	if err != nil || p.Crisis.Text != "Ring 555-0100 or 112" {
		t.Errorf("%q, %v", p.Crisis.Text, err)
	}
	if all := p.Advise(); len(all) != 2 || !strings.Contains(all[0].What, `"555-O1OO" has a letter in its number`) || !strings.Contains(all[1].What, `is shown as "555-0100"`) {
		t.Errorf("%v", all)
	}
}

// Signs that are Markdown in a guide are plain text here, and whoever wrote them
// is told.
func TestMarkdownInAPracticeFileIsAdvisedOn(t *testing.T) {
	for text, want := range map[string]bool{
		"We start **on the minute**.":     true,
		"We start __on the minute__.":     true,
		"We start *on time*.":             true,
		"[the map](https://example.org)":  true,
		"[the map][1]":                    true,
		"`code`":                          true,
		"~~Mondays~~ Tuesdays":            true,
		"# Mondays":                       true,
		"> Mondays":                       true,
		"* Mondays":                       true,
		"Day\n| Mon | 6 |":                true,
		"![map](map.png)":                 true,
		"Room <b>4</b>":                   true,
		"A&nbsp;B":                        true,
		"Mondays, 6 - 7.30 pm":            false,
		"- Mondays\n- Tuesdays":           false,
		"Fee: 40 * 2 = 80":                false,
		"Room #4, 3 South Street":         false,
		"Elm & Sons, 5 < 6":               false,
		"a_file_name":                     false,
		"Dr. Ames [leader]":               false,
		"https://example.org/a_b_c(d)":    false,
		"For members (see the map below)": false,
	} {
		p, err := Parse("p.toml", fmt.Appendf(nil, "[notes]\nown-pace = '''%s'''\n", text))
		if err != nil {
			t.Fatal(err)
		}
		if all := p.Advise(); len(all) > 0 != want {
			t.Errorf("%q: %v", text, all)
		}
	}
}

func TestAFactThatIsNotWhatWasMeantIsAdvisedOn(t *testing.T) {
	data, err := os.ReadFile("testdata/advice.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line[0] == '#' {
			continue
		}
		p, err := Parse("p.toml", []byte(`fee = "`+line[1:]+"\"\n"))
		if err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if all := p.Advise(); len(all) > 0 != (line[0] == '+') {
			t.Errorf("%s: %v", line, all)
		}
	}
}

func TestAPromiseHasWords(t *testing.T) {
	promise := "[[statement]]\nid = \"%s\"\ntext = \"%s\"\n"
	for _, text := range []string{".", "\ue000", "…", "- -"} {
		if _, err := Parse("p.toml", fmt.Appendf(nil, promise, "a", text)); err == nil {
			t.Errorf("%q is one", text)
		}
	}
	for _, texts := range [][2]string{{"I come on time.", "I c\u043eme on time."}, {"I come on time.", "I \u200bcome on time"}} {
		_, err := Parse("p.toml", fmt.Appendf(nil, promise+promise, "a", texts[0], "b", texts[1]))
		if err == nil || !strings.Contains(err.Error(), "says the same as the one in line 3") {
			t.Errorf("%q: %v", texts, err)
		}
	}
}

func TestNumbersAreTheSameInBothLanguages(t *testing.T) {
	p, err := Parse("p.toml", []byte("language = \"en\"\nfee = \"55 dollars\"\nhow_long = \"90 minutes\"\n[in.es]\nfee = \"40 dólares\"\nhow_long = \"90 minutos\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := `p.toml:5: fee in "es" has other numbers than the one above; do both say the same?`
	if got := p.Advise(); len(got) != 1 || got[0].String() != want {
		t.Errorf("%v, not %s", got, want)
	}
}

// A crisis text that says the same has the same day; one with another number has its
// own, or none, and its author is told.
func TestACrisisTextInAnotherLanguageHasTheDayOnWhichItsNumberWasTried(t *testing.T) {
	const day, own = "2026-05-20", "2026-05-21"
	for _, c := range []struct{ text, in, checked, want string }{
		{"Call 555 0101 (9 to 5).", "Llame al 555 0101 (de 9 a 5).", "", day},
		{"Call 555 0101 9 to 5.", "Llame al 555 0101, de 9 a 5.", "", day},
		{"Call 555 0101 (9am to 5pm).", "Llame al 555 0101 (de 9 a 17 h).", "", day},
		{"From 9 to 5: 555 0101.", "Llame al 555 0101 (de 9 a 5).", "", day},
		{"Call (0114) 555 0101 (24 h)", "Llame al (0114) 555 0101 (24 h)", "", day},
		{"Call (0114) 555 0101", "Llame al (0115) 555 0101", "", ""},
		{"Call 900 12 34 56", "Llame al 900 12 34", "", ""},
		{"Call 900 12 34 56", "Llame al 900 12 56 34", "", ""},
		{"Call 555 0199", "Llame al 555 0198", "", ""},
		{"Call 555 0199", "Llame al 555 0198", own, own},
		{"Call 555 0199", "Llame al 555 0199", own, own},
	} {
		file := "language = \"en\"\n[crisis]\nchecked = " + day + "\ntext = \"" + c.text + "\"\n[in.es.crisis]\ntext = \"" + c.in + "\"\n"
		if c.checked != "" {
			file += "checked = " + c.checked + "\n"
		}
		p, err := CheckFile("p.toml", []byte(file), embeddedGuide(t), today(t))
		got := p.CrisisIn("es")
		if err != nil || got.Text != c.in || got.Dated() != (c.want != "") || got.Dated() && got.Checked.String() != c.want {
			t.Errorf("%s / %s: %v, %v", c.text, c.in, got, err)
		}
		if told := strings.Contains(fmt.Sprint(p.Advise()), "checked = "); told != (c.want == "") {
			t.Errorf("%s / %s: %v", c.text, c.in, p.Advise())
		}
		if shown := p.CrisisIn("en"); shown.Text != c.text || shown.Checked.String() != day {
			t.Errorf("in English: %v", shown)
		}
	}
	for _, wrong := range []string{"checked = 2026-05-21\n", "text = \"Llame al 555 0199\"\nchecked = 2999-05-21\n"} {
		if _, err := CheckFile("p.toml", []byte("language = \"en\"\n[crisis]\ntext = \"Call 555 0199\"\n[in.es.crisis]\n"+wrong), embeddedGuide(t), today(t)); err == nil {
			t.Errorf("nothing is amiss in %s", wrong)
		}
	}
}

func TestTheOrderOfTheNumbersIsNoDifference(t *testing.T) {
	for in, asks := range map[string]bool{"555-0101 (noche), 555-0100 (día)": false, "5550100 (día), 5550101 (noche)": false, "555-0101, 555-0110": true} {
		p, err := Parse("p.toml", []byte("language = \"en\"\n[crisis]\ntext = \"555-0100 (day), 555-0101 (night)\"\n[in.es.crisis]\ntext = \""+in+"\"\n"))
		if err != nil || strings.Contains(fmt.Sprint(p.Advise()), "other numbers") != asks {
			t.Errorf("%s: %v, %v", in, p.Advise(), err)
		}
	}
}

func TestAdviceNamesTheLine(t *testing.T) {
	p, err := Parse("p.toml", []byte("fee = \"**40**\"\n[crisis]\ntext = \"Call the desk.\"\n[[group]]\nid = \"a\"\nname = \"_A_ B\"\nwhen = \"__Mondays__\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range p.Advise() {
		got = append(got, a.String())
	}
	want := `p.toml:1: "**40**" is shown as it stands: nothing in this file is taken for Markdown or HTML
p.toml:3: the crisis text names no number to call
p.toml:7: "__Mondays__" is shown as it stands: nothing in this file is taken for Markdown or HTML`
	if strings.Join(got, "\n") != want {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}
