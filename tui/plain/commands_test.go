package plain

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"firstsession/content"
)

// everywhereTyped are the words that work at every prompt, long and short, and
// what is said to them. What is empty is said in each kind's own way.
var everywhereTyped = []struct{ typed, says string }{
	{"chapters", "chapters done"}, {"c", "chapters done"}, {"CHAPTERS", "chapters done"}, {"Chapters.", "chapters done"},
	{"search", "Type a word or two"}, {"find", "Type a word or two"}, {"f", "Type a word or two"},
	{"search pocket", "1 found"}, {"find pocket", "1 found"}, {"search: pocket", "1 found"},
	{"search xylophone", "There is nothing about “xylophone”"},
	{"note", ""}, {"n", ""}, {"notes", ""}, {"note Is there a lift", ""},
	{"glossary", "These words are explained"}, {"g", "These words are explained"},
	{"glossary cohesion", "cohesion."}, {"glossary xylophone", "nothing on “xylophone”"},
	{"help now", "If you need help now"}, {"help", "If you need help now"}, {"h", "If you need help now"}, {"!", "If you need help now"},
	{"about", "About this guide"},
	{"?", "The first letter is enough"}, {"more", "The first letter is enough"}, {"question mark", "The first letter is enough"},
	{"again", ""}, {"a", ""}, {"repeat", ""},
}

func TestWhatWorksEverywhereWorksOnEachKindOfPage(t *testing.T) {
	eachKind(t, shipped(t), func(t *testing.T, begin func() *Lines) {
		for _, test := range everywhereTyped {
			l := begin()
			if isNameHere(l, test.typed) {
				continue
			}
			facts := len(l.visit.Facts)
			said := l.Line(test.typed)
			if strings.Contains(said, "is no answer here") || !strings.Contains(said, test.says) {
				t.Errorf("%q says\n%s", test.typed, said)
			}
			most := facts
			if test.typed == "note Is there a lift" {
				most++
			}
			if l.Over() || len(l.visit.Facts) > most {
				t.Errorf("%q did more than that: %+v", test.typed, l.visit.Facts[facts:])
			}
		}
	})
}

// isNameHere reports whether a name is asked for, and something is none of the
// words that are offered there.
func isNameHere(l *Lines, typed string) bool {
	asks, ok := l.top().(namer)
	word := strings.ToLower(strings.Trim(typed, " ."))
	return ok && asks.asksName() && slices.Contains([]string{"c", "f", "n", "g", "h", "a", "b", "q", "find", "notes", "repeat", "quit", "exit"}, word)
}

func TestWhereANameIsAskedForALetterIsAName(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("signing")(t, l)
	for c := 'A'; c <= 'Z'; c++ {
		for _, typed := range []string{string(c), strings.ToLower(string(c)), string(c) + ".", string(c) + ". " + string(c) + "."} {
			l.Line("name")
			if said := l.Line(typed); l.Over() || !strings.Contains(said, "The name you typed is: "+typed) {
				t.Fatalf("%q says\n%s", typed, said)
			}
		}
	}
	for _, typed := range []string{"Later", "Own", "Agree", "Mark", "Next", "Show", "Rule", "More Thomas", "Private"} {
		l.Line("name")
		if said := l.Line(typed); !strings.Contains(said, "The name you typed is: "+typed) {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestACryForHelpIsNoNameUnlessItIsSaidToBeOne(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("signing")(t, l)
	facts := len(l.visit.Facts)
	for _, typed := range []string{"help me", "I need help", "I want to die", "emergency"} {
		said := l.Line(typed)
		if !strings.Contains(said, "If you need help now, type help now") || strings.Contains(said, "The name you typed") {
			t.Errorf("%q says\n%s", typed, said)
		}
		if said := l.Line("sign"); !strings.Contains(said, "type a name or initials first") {
			t.Errorf("%q can be signed with\n%s", typed, said)
		}
	}
	if len(l.visit.Facts) != facts {
		t.Errorf("it left %+v", l.visit.Facts[facts:])
	}
	if said := l.Line("name help me"); !strings.Contains(said, "The name you typed is: help me") {
		t.Errorf("it says\n%s", said)
	}
}

func TestStopLeavesFromEachKindOfPageAndSaysWhereItGoesOn(t *testing.T) {
	eachKind(t, shipped(t), func(t *testing.T, begin func() *Lines) {
		for _, typed := range []string{"stop", "q", "quit", "exit", "Stop.", "  STOP  "} {
			l := begin()
			if isNameHere(l, typed) {
				continue
			}
			facts := len(l.visit.Facts)
			said := l.Line(typed)
			if !l.Over() || len(l.visit.Facts) != facts {
				t.Fatalf("%q does not only leave; it says\n%s", typed, said)
			}
			if !strings.Contains(said, "goes on here: ") && !strings.Contains(said, "Nothing was kept") {
				t.Errorf("%q says\n%s", typed, said)
			}
		}
	})
}

func TestBackIsUnderstoodOnEachKindOfPage(t *testing.T) {
	eachKind(t, shipped(t), func(t *testing.T, begin func() *Lines) {
		for _, typed := range []string{"back", "b", "Back."} {
			l := begin()
			if isNameHere(l, typed) {
				continue
			}
			if said := l.Line(typed); l.Over() || strings.Contains(said, "is no answer here") || strings.Count(said, "\n") < 3 {
				t.Errorf("%q says\n%s", typed, said)
			}
		}
	})
}

func TestAnUnknownAnswerRepeatsTheChoicesAndNotThePage(t *testing.T) {
	eachKind(t, shipped(t), func(t *testing.T, begin func() *Lines) {
		l := begin()
		page := l.Line("again")
		before := len(l.visit.Facts)
		if _, any := l.top().(writer); any {
			t.Skip("any text is an answer here")
		}
		said := l.Line("xyzzy plugh")
		if !strings.Contains(said, "“xyzzy plugh” is no answer here, and nothing has changed.") || len(l.visit.Facts) != before {
			t.Errorf("it says\n%s", said)
		}
		heading, _, _ := strings.Cut(page, "\n\n")
		if strings.Contains(said, heading) && len(heading) > 20 {
			t.Errorf("it says the page again:\n%s", said)
		}
		if got, want := lastLine(said), lastLine(page); got != want {
			t.Errorf("the prompt is %q and was %q", got, want)
		}
	})
}

func lastLine(said string) string {
	all := strings.Split(strings.TrimSpace(said), "\n")
	return all[len(all)-1]
}

// longestPrompt is how many letters a prompt has at most, so that it is heard
// to its end.
const longestPrompt = 130

func TestEachPromptIsOneShortLineThatSaysHowToLeave(t *testing.T) {
	l, _, said := newReader(shipped(t), 0)
	prompts := []string{lastLine(said)}
	for _, text := range walkOn(l, never) {
		prompts = append(prompts, lastLine(text))
	}
	for _, kind := range kinds {
		l, _, _ := newReader(shipped(t), 0)
		kind.to(t, l)
		prompts = append(prompts, lastLine(l.Line("again")))
	}
	for _, prompt := range prompts {
		if n := utf8.RuneCountInString(prompt); n > longestPrompt {
			t.Errorf("a prompt has %d letters: %s", n, prompt)
		}
		if !strings.Contains(prompt, "stop") || !strings.HasSuffix(prompt, "a question mark.") {
			t.Errorf("a prompt does not say how to leave or to hear more: %s", prompt)
		}
	}
}

func TestAnEmptyLineSetsAndSignsNothing(t *testing.T) {
	g := shipped(t)
	for _, kind := range []string{"a promise", "the signing page", "the signing page with a name"} {
		l, keeper, _ := newReader(g, 0)
		for _, k := range kinds {
			if k.name == kind {
				k.to(t, l)
			}
		}
		at, before := l.At(), len(keeper.facts)
		for range 20 {
			if said := l.Line(""); !strings.Contains(said, "An empty line is no answer here") {
				t.Fatalf("%s: it says\n%s", kind, said)
			}
		}
		if len(keeper.facts) != before || keeper.records > 0 || l.At() != at {
			t.Errorf("%s: empty lines led to %+v, with %+v", kind, l.At(), keeper.facts[before:])
		}
	}
}

func TestANumberOnlySaysWhichAnswerToAPromiseItIs(t *testing.T) {
	l, keeper, _ := newReader(shipped(t), 0)
	at("keep-private")(t, l)
	before := len(keeper.facts)
	for typed, says := range map[string]string{"1": "I agree", "2": "I want to talk", "3.": "I do not agree"} {
		if said := l.Line(typed); !strings.Contains(said, says) || !strings.Contains(said, "Nothing is set by a number alone") {
			t.Errorf("%s says\n%s", typed, said)
		}
	}
	for _, typed := range []string{"0", "4", "1 2", "yes", "agreed", "a g r e e", "don't agree", "i agree not"} {
		l.Line(typed)
	}
	if len(keeper.facts) != before {
		t.Errorf("an answer was set: %+v", keeper.facts[before:])
	}
}

func TestANameIsSaidBackAndOnlyATypedWordSigns(t *testing.T) {
	g := shipped(t)
	for _, test := range []struct{ typed, name string }{
		{"Maja N.", "Maja N."}, {"name N", "N"}, {"name Stop", "Stop"}, {"name: Sign", "Sign"}, {"Name Agree", "Agree"},
		{"N. Smith", "N. Smith"}, {"Yes", "Yes"}, {"山田花子", "山田花子"}, {"7", "7"}, {"  K. L.  ", "K. L."},
	} {
		l, keeper, _ := newReader(g, 0)
		at("signing")(t, l)
		said := l.Line(test.typed)
		if !strings.Contains(said, "The name you typed is: "+test.name+"\n") || keeper.records != 0 {
			t.Fatalf("%q says\n%s", test.typed, said)
		}
		for _, typed := range []string{"", "yes", "y", "ok", "Yours", "1", "sign it", "go on", "?", "again"} {
			l.Line(typed)
		}
		if keeper.records != 0 {
			t.Fatalf("%q signs", test.typed)
		}
		if said := l.Line("sign"); keeper.records != 1 || !strings.Contains(said, "You signed on") {
			t.Errorf("sign says\n%s", said)
		}
	}
}

func TestANameThatIsTooLongIsToldAndNotCut(t *testing.T) {
	l, keeper, _ := newReader(shipped(t), 0)
	at("signing")(t, l)
	said := l.Line(strings.Repeat("é", 300))
	if !strings.Contains(said, "300 letters long, and there is room for 200") {
		t.Errorf("it says\n%s", said)
	}
	if said := l.Line("sign"); keeper.records > 0 || !strings.Contains(said, "type a name or initials first") {
		t.Errorf("sign says\n%s", said)
	}
}

func TestNoLineIsWiderThanItWasAskedFor(t *testing.T) {
	g := shipped(t)
	for _, width := range []int{20, 40, 60} {
		l, _, said := newReader(g, width)
		all := []string{said}
		for _, line := range []string{"", "note 花子と山田が話すことを、ここに長く長く長く書いておきます。", "note", "?", "about", "glossary", "help now", "folder /a/very/long/folder"} {
			all = append(all, l.Line(line))
		}
		all = append(all, walkOn(l, func() bool { return l.At().Key() == "signing" })...)
		all = append(all, l.Line("folder /"+strings.Repeat("長いフォルダ/", 20)), l.Line("山田花子"+strings.Repeat("あ", 100)), l.Line("sign"), l.Line("stop"))
		for _, text := range all {
			for _, line := range strings.Split(text, "\n") {
				if cells := content.Cells(line); cells > width {
					t.Errorf("%d cells, for %d: %s", cells, width, line)
				}
			}
		}
	}
}
