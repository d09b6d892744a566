package content

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"firstsession/content/plain"
)

func searchGuide() *Guide {
	prose := func(text string) []Block { return []Block{{Prose: text}} }
	return &Guide{
		Chapters: []Chapter{
			{
				ID: "welcome", Title: "Welcome", Note: "zebra",
				Lead: prose("At the end you will know what a *group* is for."),
				Sections: []Section{
					{
						ID: "cafe", Heading: "The café", Note: "zebra",
						Body: append(prose("We drink tea in the cafe\u0301 by the river. The [street](#cafe) is called Große Straße."),
							Block{Picture: &Picture{Title: "A table", Alt: "Two cups on a table."}}),
						Questions: []Question{{
							ID: "which", Prompt: "Which cup is yours?", Scene: "Noor looks at **both** cups.",
							Options: []Option{{Text: "The blue one", Right: true, Feedback: "yak"}, {Text: "The green one", Feedback: "yak"}},
						}},
					},
					{ID: "trust", Heading: "Trust grows slowly", Body: prose("İstanbul is far. ΟΔΟΣ is a road, and smørbrød is bread. That’s all.")},
				},
			},
			{ID: "rules", Title: "Rules", Sections: []Section{
				{ID: "time", Heading: "On time", Body: prose("Trust takes time. Tea is at ten.")},
			}},
		},
		Commitment: Commitment{
			Chapter:    Chapter{ID: CommitmentID, Title: "What we ask", Note: "zebra", Lead: prose("Take your time.")},
			Statements: []Statement{{ID: "private", Text: "I keep private what I hear.", Reason: prose("Trust rests on it.")}},
		},
		Glossary: Page{Title: "Words", Sections: []Section{{ID: "cohesion", Heading: "Cohesion", Body: prose("Trust and belonging in a group.")}}},
	}
}

// An excerpt shows why a page was found: words that its author gave beside those
// that were looked for, or how its text begins, and no picture's words before it.
func TestWhatWasFoundByAGivenWordShowsWhatItMeans(t *testing.T) {
	g := searchGuide()
	g.Chapters[0].Sections[0].Search = []string{"beverage", "chair", "seat", "water", "river"}
	g.Chapters[0].Sections[0].Body = []Block{
		{Picture: &Picture{Title: "A table", Alt: "Two cups on a table."}}, {Prose: "Sit down.\n\nBoats pass on the river."},
	}
	for query, want := range map[string]string{"beverage": "Sit down. Boats", "water": "Boats pass on the river."} {
		if hits := g.Search(query); len(hits) != 1 || !strings.HasPrefix(hits[0].Text, want) {
			t.Errorf("%s: %+v", query, hits)
		}
	}
}

func TestSearchFinds(t *testing.T) {
	for _, c := range []struct{ query, want string }{
		{"", ""},
		{" \t\n\u00a0 ", ""},
		{"\u0301", ""}, // an accent alone
		{"unicorn", ""},
		{"trust unicorn", ""},
		{"zebra", ""}, // a clinician's note
		{"yak", ""},   // feedback
		{"trust", "welcome/trust rules/time commitment/private glossary/cohesion"},
		{"time", "rules/time commitment/"},      // a heading first
		{"group", "welcome/ glossary/cohesion"}, // a lead, a term
		{"CAFÉ", "welcome/cafe"},                // composed
		{"cafe\u0301 tea", "welcome/cafe"},      // decomposed, two words
		{"tea  trust", "rules/time"},            // words of heading and body, in any order
		{"strasse", "welcome/cafe"},             // ß
		{"straße", "welcome/cafe"},
		{"istanbul", "welcome/trust"},
		{"İSTANBUL", "welcome/trust"},
		{"ıstanbul", "welcome/trust"},
		{"οδος", "welcome/trust"},
		{"smorbrod", "welcome/trust"},
		{"that's", "welcome/trust"},
		{"which both", "welcome/cafe"}, // a prompt and a scene
		{"blue", ""},                   // an option: it may not fit
		{"green", ""},
		{"two cups", "welcome/cafe"}, // what a picture shows
		{"private", "commitment/private"},
		{"#cafe", ""}, // an address is not shown
	} {
		var got []string
		for _, hit := range searchGuide().Search(c.query) {
			got = append(got, hit.Chapter+"/"+hit.Section)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("Search(%q) finds %q, want %q", c.query, got, c.want)
		}
	}
}

// Everyday words lead to a section that may say it in others.
func TestSearchFindsByEverydayWords(t *testing.T) {
	prose := func(text string) []Block { return []Block{{Prose: text}} }
	guide := &Guide{
		Chapters: []Chapter{{ID: "one", Title: "One", Search: []string{"hello"}, Lead: prose("How we begin."), Sections: []Section{
			{ID: "feelings", Heading: "Feelings, and a fee", Body: prose("They cost nothing.")},
			{ID: "before", Heading: "What to ask", Body: prose("Who hears what? And what is it worth?"), Search: []string{"fee", "paying", "Precio", "have to", "panic attack"}},
			{ID: "feel", Heading: "How it feels", Body: prose("It may be a fee, or pain.")},
		}}},
		Glossary: Page{Title: "Words", Sections: []Section{{ID: "dip", Heading: "dip", Search: []string{"worse"}, Body: prose("Down.")}}},
	}
	for _, c := range []struct{ query, want, text string }{
		{"fee", "feelings before feel", "Feelings, and a fee"}, // a word of its own in a heading, what was given, a part of a word
		{"FEE?", "feelings before feel", "Feelings, and a fee"},
		{"payin", "before", "Who hears what? And what is it worth?"}, // while it is typed
		{"precio", "before", "Who hears what? And what is it worth?"},
		{"have", "", ""}, // a phrase counts as a whole
		{"to have", "before", "Who hears what? And what is it worth?"},
		{"attack", "", ""},
		{"panic attack", "before", "Who hears what? And what is it worth?"},
		{"how much is the fee", "feelings before feel", "Feelings, and a fee"}, // a whole question
		{"unicorn and zebra", "", ""},
		{"hello", "", "How we begin."}, // the chapter's lead
		{"worse", "dip", "Down."},
	} {
		var got []string
		hits := guide.Search(c.query)
		for _, hit := range hits {
			got = append(got, hit.Section)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("Search(%q) finds %q, want %q", c.query, got, c.want)
		}
		if len(hits) > 0 && hits[0].Text != c.text {
			t.Errorf("Search(%q) shows %q first, want %q", c.query, hits[0].Text, c.text)
		}
	}
}

// A word is first found where it is a word of its own, then in its forms and in
// what begins so, and inside others only if it is nowhere else. Where no word of
// a page shows why it was found, the hit says so.
func TestAWordIsFoundBeforeItsFormsAndNeverInsideOthersFirst(t *testing.T) {
	guide := &Guide{Chapters: []Chapter{{ID: "one", Title: "One", Sections: []Section{
		{ID: "inside", Heading: "Wear headphones"},
		{ID: "begun", Heading: "Phonetics"},
		{ID: "text", Heading: "Calls", Body: []Block{{Prose: "Headphones are fine. Your phone is not."}}},
		{ID: "form", Heading: "Phones"},
		{ID: "given", Heading: "Screens", Body: []Block{{Prose: "They are off."}}, Search: []string{"phone"}},
		{ID: "head", Heading: "The phone"},
	}}}}
	for query, want := range map[string]string{
		"phone": "head given form text begun", "phones": "form given head text", "headphone": "inside text", "adpho": "inside text",
	} {
		var got []string
		for _, hit := range guide.Search(query) {
			if got = append(got, hit.Section); hit.Given != (hit.Section == "given") {
				t.Errorf("%s: %+v", query, hit)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s finds %s, not %s", query, got, want)
		}
	}
	if hits := guide.Search("phone"); !strings.Contains(hits[3].Text, "phone is not") {
		t.Errorf("shows %q", hits[3].Text)
	}
}

// Of several words, the pages that have them all as words of their own stand first; if
// there is none, those that have the most of them, before those that have parts only.
func TestOfSeveralWordsWholeOnesStandBeforePartsAndAllBeforeSome(t *testing.T) {
	guide := &Guide{Chapters: []Chapter{{ID: "one", Title: "One"}}}
	add := func(id, text string) {
		guide.Chapters[0].Sections = append(guide.Chapters[0].Sections, Section{ID: id, Heading: id, Body: []Block{{Prose: text}}})
	}
	add("parts", "Moneyless people fearfully keep away.")
	add("part", "Moneybags are about.")
	add("money", "This is about money.")
	add("fear", "This is about fear.")
	add("longer", "With money, all are fearless.")
	add("both", "Many have a fear about their money.")
	for i := range 40 {
		add(fmt.Sprint("other", i), "This is about the rest.")
	}
	for query, want := range map[string]string{
		"money fear": "both longer parts", "money fearl": "longer money both", "money unicorn": "money longer both", "unicorn about": "",
		"fear money unicorn": "both", "money about unicorn": "money longer both", "mone fea": "parts longer both", "oneyba": "part",
	} {
		var got []string
		for _, hit := range guide.Search(query) {
			got = append(got, hit.Section)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s finds %s, not %s", query, got, want)
		}
	}
}

// Whoever looks for one of these finds a page that speaks of it, first or nearly so.
func TestTheShippedGuidesAreFoundByEverydayWords(t *testing.T) {
	for language, all := range map[string]map[string]string{
		"en": {
			"fee": "ask-first", "pay": "ask-first", "price": "ask-first", "how much does it cost?": "ask-first", "quit": "fair-start", "leave": "fair-start",
			"late": "attendance", "miss": "attendance", "phone": "no-recording", "crying": "losing-control", "shy": "three-sentences",
			"afraid": "fear-of-rejection", "anger": "strong-feelings", "confidential": "what-stays-here", "online": "no-recording",
			"medicine": "clear-head", "alcohol": "clear-head", "children": "attendance", "work": "old-ways", "boss": "limits-of-privacy",
			"friend": "outside-contact", "love": "outside-contact", "sex": "outside-contact", "dark thoughts": "limits-of-privacy",
			"force": "your-choice", "job": "your-choice", "court": "limits-of-privacy",
			"girlfriend": "what-stays-here", "my wife": "what-stays-here", "nervous": "three-sentences", "who will read this": "ask-first",
			"copay": "ask-first", "babysitter": "attendance", "crush": "outside-contact", "vape": "clear-head", "weird": "fear-of-rejection",
			"pronouns": "only-one", "coworker": "knowing-someone", "lawyer": "limits-of-privacy", "instagram": "no-recording",
		},
		"es": everydaySpanish,
	} {
		guide, err := Load(Embedded(), language)
		if err != nil {
			t.Fatal(err)
		}
		for query, want := range all {
			hits := guide.Search(query)
			if query == "dinero" && !slices.ContainsFunc(hits, func(h Hit) bool { return strings.Contains(h.Text, "cuesta") }) {
				t.Errorf("%s shows %+v", query, hits)
			}
			if i := slices.IndexFunc(hits, func(h Hit) bool { return h.Section == want }); i < 0 || i > 8 {
				t.Errorf("%s: %q finds %s at place %d of %d", language, query, want, i+1, len(hits))
			}
		}
	}
}

// A word processor writes signs that no keyboard has.
func TestSearchTakesWhatIsTypedForWhatIsPrinted(t *testing.T) {
	text := "“I am nervous.” Call 555\u2011\u200b0100 by e\u2010mail: a 3–4 week wait, ½ hour — don’t worry. 10\u202f000 euros. " +
		"«Bonjour», ‚tief‘, „unten“. −5 degrees, Multi\u00a0word, re\u00adlax\u00ading, 6″ wide, a ﬁne print…"
	guide := &Guide{Chapters: []Chapter{{ID: "one", Title: "One", Lead: []Block{{Prose: text}}}}}
	for query, want := range map[string]string{
		`"I am nervous`: "I|am|nervous", `'nervous."`: "nervous", "555-0100": "555\u2011\u200b0100", "555–0100": "555\u2011\u200b0100",
		"e-mail": "e\u2010mail", "3-4": "3–4", "3—4": "3–4", "1/2": "½", "½": "½", "1⁄2": "½", "don't": "don’t", "don`t": "don’t",
		"10 000": "10|000", `"bonjour"`: "Bonjour", "'tief'": "tief", `"unten"`: "unten", "-5": "−5", "multi word": "Multi|word",
		"relaxing": "re\u00adlax\u00ading", `6" wide`: "6|wide", "print...": "print", "fine - print": "ﬁne|print", "„BONJOUR“": "Bonjour",
		`""`: "", "“": "", "unicorn": "",
	} {
		if hits := guide.Search(query); len(hits) > 0 != (want != "") {
			t.Errorf("%q finds %v", query, hits)
		}
		var marked []string
		for _, m := range plain.Marks(text, query) {
			marked = append(marked, text[m.Start:m.End])
		}
		for _, word := range strings.Split(want, "|") {
			if want != "" && !slices.Contains(marked, word) {
				t.Errorf("%q marks %q, not %q", query, marked, word)
			}
		}
	}
}

func TestSearchMarksWholeCharacters(t *testing.T) {
	for query, want := range map[string]string{
		"cafe":       "We drink tea in the <cafe\u0301> by the river. The street is called…",
		"gros":       "…in the café by the river. The street is called <Groß>e Straße.",
		"stras asse": "…in the café by the river. The street is called Große <Straße>.",
		"tea river":  "…in the café by the <river>. The street is called Große Straße.",
		"which":      "<Which> cup is yours?",
		"trust slow": "<Trust> grows <slow>ly",
		"tea in":     "We drink <tea> <in> the café by the river. The street is called…",
		"istanbul":   "<İstanbul> is far. ΟΔΟΣ is a road, and smørbrød is bread…",
	} {
		hits := searchGuide().Search(query)
		if len(hits) == 0 {
			t.Errorf("Search(%q) finds nothing", query)
			continue
		}
		got := marked(hits[0].Text, query)
		if plain.Fold(got).Text != plain.Fold(want).Text {
			t.Errorf("Search(%q) shows %q, want %q", query, got, want)
		}
	}
}

func marked(text, query string) string {
	shown, last := "", 0
	for _, mark := range plain.Marks(text, query) {
		shown += text[last:mark.Start] + "<" + text[mark.Start:mark.End] + ">"
		last = mark.End
	}
	return shown + text[last:]
}

func TestSearchShowsTheWordsAroundAHit(t *testing.T) {
	long := strings.Repeat("before ", 20) + "here it is " + strings.Repeat("after ", 40)
	g := &Guide{Chapters: []Chapter{{ID: "a", Sections: []Section{{ID: "b", Body: []Block{{Prose: long}}}}}}}
	hits := g.Search("here")
	if len(hits) != 1 {
		t.Fatalf("found %d times", len(hits))
	}
	got := marked(hits[0].Text, "here")
	if !strings.HasPrefix(got, "…before ") || !strings.HasSuffix(got, " after…") || !strings.Contains(got, " <here> it is after") {
		t.Errorf("shows %q", got)
	}
	if len(got) > excerptBytes+len("<>……") {
		t.Errorf("shows %d bytes: %q", len(got), got)
	}
}

func TestExcerptThatGoesOnEndsWithAWord(t *testing.T) {
	for text, want := range map[string]string{
		"Four steps lead back to the first one. I try a new way to speak, and it goes well.":    "Four steps lead back to the first one. I try a new way to speak…",
		"A group can take time to help, and a goodbye can help everyone. We stay a bit longer.": "A group can take time to help, and a goodbye can help everyone…",
	} {
		if shown := excerpt(text, plain.Mark{Start: 5, End: 10}); shown != want {
			t.Errorf("shows %q, want %q", shown, want)
		}
	}
}

func TestExcerptNeverCutsACharacter(t *testing.T) {
	text := ""
	for i := range 200 {
		text += string(rune('一' + i))
	}
	for i := range 200 {
		shown := excerpt(text, plain.Mark{Start: 3 * i, End: 3*i + 3})
		if strings.ContainsRune(shown, '\ufffd') || !strings.ContainsRune(shown, rune('一'+i)) {
			t.Fatalf("mark %d: %q", i, shown)
		}
	}
	wide := plain.Mark{End: len(text)} // a mark longer than an excerpt
	if shown := excerpt(text, wide); strings.ContainsRune(shown, '\ufffd') {
		t.Errorf("a wide mark: %q", shown)
	}
}

func TestSearchTakesAnyQuery(t *testing.T) {
	g := searchGuide()
	numbers := ""
	for i := range 2_000 {
		numbers += fmt.Sprintf(" %d", i)
	}
	for _, test := range []struct {
		query string
		found int
	}{
		{strings.Repeat("trust ", 100_000), 4},
		{strings.Repeat("a", 1_000_000) + numbers, 0},
		{strings.Repeat("\u0301", 10_000), 0},
		{"\xff\xfe trust\xff", 0},
		{"[](", 0},
		{"\x00", 0},
	} {
		hits := g.Search(test.query)
		if len(hits) != test.found {
			t.Errorf("%.20q finds %d, want %d", test.query, len(hits), test.found)
		}
		for _, hit := range hits {
			if shown := marked(hit.Text, test.query); !strings.HasPrefix(shown, "<Trust> ") {
				t.Errorf("%.20q marks %q", test.query, shown)
			}
		}
	}
}

// BenchmarkSearch is one letter more, once the search has been opened, and what
// opening it costs.
func BenchmarkSearch(b *testing.B) {
	ours, err := Load(Embedded(), "en")
	if err != nil {
		b.Fatal(err)
	}
	large := *ours
	large.index = &index{}
	for len(large.Chapters)*len(ours.Chapters[0].Source) < 1<<20 {
		large.Chapters = append(large.Chapters, ours.Chapters...)
	}
	for name, g := range map[string]*Guide{"ours": ours, "1 MB": &large} {
		for _, query := range []string{"e", "trust group"} {
			b.Run(name+"/"+query, func(b *testing.B) {
				for g.Search(""); b.Loop(); {
					g.Search(query)
				}
			})
		}
		b.Run(name+"/opened", func(b *testing.B) {
			for b.Loop() {
				g.passages()
			}
		})
	}
}

func TestWhatIsFoundIsMarkedTheSameWay(t *testing.T) {
	for _, c := range []struct{ text, query, want string }{
		{"Eine große Straße.", "strasse", "Eine große <Straße>."},
		{"Eine große STRASSE.", "straße", "Eine große <STRASSE>."},
		{"Trust, and trusting.", "TRUST", "<Trust>, and <trust>ing."},
		{"That’s a cafe\u0301.", "café that's", "<That’s> a <cafe\u0301>."},
		{"Nothing here.", " ", "Nothing here."},
		{"Nothing here.", "unicorn", "Nothing here."},
	} {
		if got := marked(c.text, c.query); got != c.want {
			t.Errorf("Marks(%q, %q) are %q, want %q", c.text, c.query, got, c.want)
		}
	}
}

// Each byte of a folded text comes from a whole character, in order.
func TestFoldingKnowsWhereEachByteComesFrom(t *testing.T) {
	for _, text := range []string{"", "a", "Ab\tC", "e\u0301", "xe\u0301y", "é", "“That’s it,” he said.", "İx", "a\u00adb", "\xffa\xff", "ﬁn", "A\u030aA"} {
		got := plain.Fold(text)
		if len(got.Origin) != len(got.Text) {
			t.Errorf("%q is folded to %q, whose bytes come from %v", text, got.Text, got.Origin)
			continue
		}
		end := 0
		for i, from := range got.Origin {
			if from.Start < end && (i == 0 || from != got.Origin[i-1]) {
				t.Errorf("%q: the bytes come from %v", text, got.Origin)
			}
			if !strings.Contains(plain.Fold(text[from.Start:]).Text, got.Text[i:i+1]) {
				t.Errorf("%q: byte %d of %q does not come from %q", text, i, got.Text, text[from.Start:])
			}
			end = from.End
		}
	}
}
