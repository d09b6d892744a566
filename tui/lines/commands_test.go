package lines

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// everywhereTyped are the words that work at every prompt, and what is said to
// them. What is empty is said in each kind's own way.
var everywhereTyped = []struct{ typed, says string }{
	{"help now", "If you need help now"}, {"help", "If you need help now"}, {"HELP", "If you need help now"}, {"Help me.", ""},
	{"？", "where you are, and what is kept"}, {"ｈｅｌｐ", "If you need help now"},
	{"?", "where you are, and what is kept"}, {"more", ""}, {"again", ""}, {"where", ""},
	{"note Is there a lift", ""},
}

// commandsTyped are those that work wherever no text is asked for.
var commandsTyped = []struct{ typed, says string }{
	{"chapters", "chapters read"}, {"c", "chapters read"}, {"CHAPTERS", "chapters read"}, {"Chapters.", "chapters read"},
	{"search", "Type a word or two"}, {"find", "Type a word or two"}, {"f", "Type a word or two"},
	{"search pocket", "1 found"}, {"find pocket", "1 found"}, {"search: pocket", "1 found"},
	{"search xylophone", "xylophone"}, {"note", ""}, {"n", ""}, {"notes", ""},
	{"glossary", "These words are explained"}, {"g", "These words are explained"},
	{"glossary cohesion", "ohesion."}, {"glossary xylophone", "nothing on “xylophone”"},
	{"h", "If you need help now"}, {"!", "If you need help now"}, {"I need help", "If you need help now"},
	{"ＣＨＡＰＴＥＲＳ", "chapters read"}, {"ｃ", "chapters read"}, {"ｓｅａｒｃｈ　pocket", "1 found"}, {"search：pocket", "1 found"}, {"chapters。", "chapters read"},
	{"about", "About this guide"}, {"a", ""}, {"repeat", ""}, {"question mark", "where you are"},
}

func TestWhatWorksEverywhereWorksOnEachKindOfPage(t *testing.T) {
	eachKind(t, func(t *testing.T, begin func() (*Lines, *memory)) {
		all := everywhereTyped
		if first, _ := begin(); !asksText(first) {
			all = slices.Concat(all, commandsTyped)
		}
		for _, test := range all {
			l, _ := begin()
			if len(test.typed) == 1 && l.beginsAnswer(again, test.typed) {
				continue // where it may be meant for an answer
			}
			facts := len(l.visit.Facts)
			said := l.Line(test.typed)
			if strings.Contains(said, "is no answer here") || !strings.Contains(said, test.says) {
				t.Errorf("%q says\n%s", test.typed, said)
			}
			most := facts
			if test.typed == "note Is there a lift" || asksText(l) {
				most++
			}
			if l.Over() || len(l.visit.Facts) > most {
				t.Errorf("%q did more than that: %+v", test.typed, l.visit.Facts[facts:])
			}
		}
	})
}

// asksText reports whether any text is an answer.
func asksText(l *Lines) bool {
	_, ok := waitsFor(l.visit.Sheet(), l.asked)
	return ok
}

func TestStopLeavesFromEachKindOfPageAndSaysWhereItGoesOn(t *testing.T) {
	eachKind(t, func(t *testing.T, begin func() (*Lines, *memory)) {
		for _, typed := range []string{"stop", "Stop.", "  STOP  "} {
			l, _ := begin()
			facts := len(l.visit.Facts)
			said := l.Line(typed)
			if !l.Over() || len(l.visit.Facts) != facts {
				t.Fatalf("%q does not only leave; it says\n%s", typed, said)
			}
			if !strings.Contains(said, "goes on here: ") && !strings.Contains(said, "Nothing of this visit was kept") {
				t.Errorf("%q says\n%s", typed, said)
			}
		}
	})
}

func TestBackIsUnderstoodOnEachKindOfPage(t *testing.T) {
	eachKind(t, func(t *testing.T, begin func() (*Lines, *memory)) {
		for _, typed := range []string{"back", "Back."} {
			l, _ := begin()
			if said := l.Line(typed); l.Over() || strings.Contains(said, "is no answer here") || strings.Count(said, "\n") < 3 {
				t.Errorf("%q says\n%s", typed, said)
			}
		}
	})
}

func TestAnUnknownAnswerSaysTheNumbersAndNotThePage(t *testing.T) {
	eachKind(t, func(t *testing.T, begin func() (*Lines, *memory)) {
		l, keeper := begin()
		if asksText(l) {
			t.Skip("any text is an answer here")
		}
		if _, searches := l.visit.Sheet().First(func(i page.Item) bool { return i.Live }); searches {
			t.Skip("another word is looked for here")
		}
		whole := l.Line("again")
		for l.rest != "" {
			whole += l.Line("")
		}
		before := len(keeper.facts)
		said := l.Line("xyzzy plugh")
		if !strings.Contains(said, "“xyzzy plugh” is no answer here, and nothing has changed.") || len(keeper.facts) != before {
			t.Errorf("it says\n%s", said)
		}
		if strings.HasSuffix(said, l.words.Lines.More+"\n") { // all words were said just before
			said = l.Line("xyzzy plugh")
		}
		if got, want := lastLine(said), lastLine(whole); !strings.HasSuffix(want, l.words.Lines.More) && !strings.HasSuffix(strings.ToLower(got), strings.ToLower(want)) {
			t.Errorf("the prompt is %q and was %q", got, want)
		}
		if n := len(l.visit.Sheet().Numbered()); n > 1 && !isSettled(l.visit.Sheet()) && !strings.Contains(said, fmt.Sprint("1 to ", n)) {
			t.Errorf("the numbers from 1 to %d are not said\n%s", n, said)
		}
	})
}

// longestPrompt is how many letters a prompt has at most, so that it is heard
// to its end.
const longestPrompt = 175

func TestEachPromptIsOneShortLineThatSaysHowToLeave(t *testing.T) {
	g := shipped(t)
	l, _, said := newReader(g, 0)
	prompts := []string{lastLine(said)}
	for _, text := range walkOn(l, func() bool { return false }) {
		prompts = append(prompts, lastLine(text))
	}
	whole := 0
	for _, kind := range kinds {
		l, _, _ := newReader(g, 0)
		kind.to(t, l)
		prompts = append(prompts, lastLine(l.Line("?")))
	}
	for i, prompt := range prompts {
		if n := utf8.RuneCountInString(prompt); n > longestPrompt {
			t.Errorf("a prompt has %d letters: %s", n, prompt)
		}
		leaves := strings.Contains(prompt, "stop") && strings.Contains(prompt, "help now")
		switch {
		case leaves && strings.HasSuffix(prompt, g.Words.Lines.MoreAll):
			whole++
		case !strings.HasSuffix(prompt, g.Words.Lines.More), i == 0, len(prompts)-i <= len(kinds) && !strings.Contains(prompt, "hear the rest"):
			t.Errorf("a prompt does not say how to leave, to get help, or what the question mark is for: %s", prompt)
		}
	}
	if whole < len(kinds)+len(g.Chapters) { // one a chapter, and for each new way to act
		t.Errorf("of %d prompts, %d name all words", len(prompts), whole)
	}
}

func TestAnEmptyLineSetsAndSignsNothing(t *testing.T) {
	g := shipped(t)
	for _, kind := range kinds {
		if !slices.Contains([]string{"a promise", "the signing page", "the signing page with a name"}, kind.name) {
			continue
		}
		l, keeper, _ := newReader(g, 0)
		kind.to(t, l)
		before, step := len(keeper.facts), l.visit.Step()
		for range 20 {
			if said := l.Line(""); !strings.Contains(said, "An empty line is no answer here") {
				t.Fatalf("%s: it says\n%s", kind.name, said)
			}
		}
		if len(keeper.facts) != before || keeper.records > 0 || l.visit.Step() != step {
			t.Errorf("%s: empty lines led to %+v, with %+v", kind.name, l.visit.Step(), keeper.facts[before:])
		}
	}
}

func TestANumberAnswersAPromiseOnlyIfItIsSaidTwice(t *testing.T) {
	for _, test := range []struct {
		typed   []string
		answers int
	}{
		{[]string{"1"}, 0}, {[]string{"1", "1"}, 1}, {[]string{"1", "2"}, 0}, {[]string{"1", "", "1"}, 0}, {[]string{"1", "where", "1"}, 0},
		{[]string{"2", "yes"}, 0}, {[]string{"2", "talk first"}, 1}, {[]string{"2", "no", "2"}, 0}, {[]string{"agree"}, 1}, {[]string{"I agree."}, 1},
		{[]string{"0", "4", "1 2", "1 1 1 2", "yes", "no", "agreed", "a g r e e", "don't agree", "i agree not", "\x1bagree", "agr\x1bee"}, 0},
	} {
		l, keeper, _ := newReader(shipped(t), 0)
		at("keep-private")(t, l)
		before := len(keeper.facts)
		said := hear(l, test.typed...)
		if got := len(keeper.facts) - before; got != test.answers {
			t.Errorf("%q gives %d answers\n%s", test.typed, got, said)
		}
	}
}

func TestANameIsSaidBackAndOnlyATypedWordSigns(t *testing.T) {
	g := shipped(t)
	for _, test := range []struct{ typed, name string }{
		{"Maja N.", "Maja N."}, {"N", "N"}, {"Q", "Q"}, {"b", "b"}, {"2 Quit", "Quit"}, {"2 Chapters", "Chapters"}, {"Mark", "Mark"},
		{"N. Smith", "N. Smith"}, {"山田花子", "山田花子"}, {"  K. L.  ", "K. L."}, {"Grace Mee", "Grace Mee"},
	} {
		l, keeper, _ := newReader(g, 0)
		at("signing", "", "", "")(t, l)
		said := l.Line(test.typed)
		if !strings.Contains(said, test.name+"\n") || keeper.records != 0 || l.Over() {
			t.Fatalf("%q says\n%s", test.typed, said)
		}
		for _, typed := range []string{"", "yes", "y", "ok", "Yours", "3", "sign it", "go on", "?", "again"} {
			l.Line(typed)
		}
		if keeper.records != 0 {
			t.Fatalf("%q: something else signs", test.typed)
		}
		if said := l.Line("sign"); keeper.records != 1 || !strings.Contains(said, "You signed on") {
			t.Errorf("sign says\n%s", said)
		}
	}
}

func TestWhatReadsLikeACommandIsNoNote(t *testing.T) {
	for typed, note := range map[string]string{
		"delete 2": "", "Delete 2": "", "yes": "", "No.": "", "notes": "", "show 1": "", "change 1": "", "change": "", "search abuse": "", "sign": "", "save": "",
		"rule 2": "", "1 delete 2": "delete 2", "1 yes": "yes", "1 thing": "thing", "About my mother": "About my mother", "No, not yet": "No, not yet",
		"find out who else is there": "find out who else is there", "Stop smoking": "Stop smoking", "change is hard": "change is hard",
	} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "note")
		said := l.Line(typed)
		if notes := l.visit.Walk.Notes(); note != "" && (len(notes) != 1 || notes[0].Text != note) || note == "" && len(notes) > 0 {
			t.Errorf("%q becomes the notes %+v\n%s", typed, notes, said)
		}
		if note == "" {
			if !strings.Contains(said, "type 1 and the text in one line") {
				t.Errorf("%q says\n%s", typed, said)
			}
			l.Line("1 " + typed)
			if notes := l.visit.Walk.Notes(); len(notes) != 1 {
				t.Errorf("with its number, %q becomes the notes %+v", typed, notes)
			}
		}
	}
}

func TestWhatReadsLikeACommandIsNoName(t *testing.T) {
	named := func(typed ...string) (string, string) {
		l, _, _ := newReader(shipped(t), 0)
		at("signing", "", "", "")(t, l)
		said := hear(l, typed...)
		item, _ := l.visit.Sheet().First(func(i page.Item) bool { return i.Name })
		return item.Text, said
	}
	for _, test := range []struct {
		typed []string
		name  string
	}{
		{[]string{"name Ann"}, "Ann"}, {[]string{"My name is Ann"}, "Ann"}, {[]string{"2 name: Ann"}, "Ann"}, {[]string{"Nameer"}, "Nameer"},
		{[]string{"2", "chapters"}, ""}, {[]string{"save"}, ""}, {[]string{"countersign"}, ""}, {[]string{"2", "2"}, ""}, {[]string{"2", "notes"}, ""}, {[]string{"yes"}, ""}, {[]string{"name"}, ""},
		{[]string{"2 notes"}, "notes"}, {[]string{"2", "notes", "2 notes"}, "notes"}, {[]string{"2", "2", "2 2"}, "2"}, {[]string{"2", "2", "Ann"}, "Ann"},
		{[]string{"sign again"}, ""}, {[]string{"2", "sign again"}, ""},
	} {
		if name, said := named(test.typed...); name != test.name || name == "" && !strings.Contains(said, "If it is one, type: 2 ") {
			t.Errorf("%q makes it %q\n%s", test.typed, name, said)
		}
	}
}

// A word that answers something else, typed once too often, is no name; with the
// number of its line it is one.
func TestAnAnswerIsNoName(t *testing.T) {
	for _, typed := range []string{
		"agree", "I agree", "i agree", "ok", "okay", "OK then", "stop it", "Stop it.", "12", "77", "1.5", "goodbye", "Good bye", "done", "next", "continue", "Go on.", "sign it", "Sign here",
		"I agree to this", "thank you", "Ok", "Agree", "sign now", "Sign as Al", "yes please", "not now", "I disagree", "I do not know", "the end",
	} {
		l, keeper, _ := newReader(shipped(t), 0)
		at("signing", "", "", "")(t, l)
		said := l.Line(typed)
		if l.visit.Sheet().Ask == "" || keeper.records > 0 {
			t.Errorf("%q says\n%s", typed, said)
		}
		if said := hear(l, "2 "+typed); !slices.Contains([]string{"next", "continue", "not now"}, typed) && !strings.Contains(said, "Nothing is signed yet. The name you typed is: "+typed) {
			t.Errorf("with its number, %q says\n%s", typed, said)
		}
	}
	for _, typed := range []string{"Will", "Bo", "Ann Next", "maja n.", "al", "Okafor", "Signe", "Passmore"} {
		l, _, _ := newReader(shipped(t), 0)
		at("signing", "", "", "")(t, l)
		if said := l.Line(typed); l.visit.Sheet().Ask != "" {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestANoteThatNobodySeesAndANameWithALostLetterAreRefused(t *testing.T) {
	for _, typed := range []string{"\u200b", "\u200b\u200b", "\u3164", "\u00ad", "\u2060 \ufeff", "\u2800", "\ufe0f", "\u115f", "\u180e", "\u034f", "\U000e0041"} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "note "+typed)
		if notes := l.visit.Walk.Notes(); len(notes) > 0 {
			t.Errorf("%+q is kept", typed)
		}
		if said := hear(l, "note", typed); len(l.visit.Walk.Notes()) > 0 {
			t.Errorf("%+q is kept\n%s", typed, said)
		}
	}
	for _, typed := range []string{"M\ufffdller", "\ufffd", "Maja \ufffd"} {
		l, keeper, _ := newReader(shipped(t), 0)
		at("signing", "", "", "")(t, l)
		if said := hear(l, typed, "sign"); keeper.records > 0 {
			t.Errorf("%+q says\n%s", typed, said)
		}
	}
}

func TestACryForHelpIsNoName(t *testing.T) {
	for _, typed := range []string{"help me", "Help!", "I need help", "h e l p"} {
		l, _, _ := newReader(shipped(t), 0)
		at("signing", "", "", "")(t, l)
		said := l.Line(typed)
		if named := l.visit.Sheet().Ask == ""; named != (typed == "h e l p") {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestANameThatReadsLikeACryForHelpCanBeSigned(t *testing.T) {
	l, keeper, _ := newReader(shipped(t), 0)
	at("signing", "", "", "")(t, l)
	said := l.Line("Sos Sargsyan")
	help := strings.Index(said, "If you need help now.")
	offer := strings.Index(said, "“Sos Sargsyan” was not taken as a name. If it is one, type: 2 Sos Sargsyan")
	if help < 0 || offer < help {
		t.Fatalf("it says\n%s", said)
	}
	if said := hear(l, "2 Sos Sargsyan"); !strings.Contains(said, "The name you typed is: Sos Sargsyan") || !strings.Contains(said, "If you need help now: help now.") {
		t.Errorf("it says\n%s", said)
	}
	if l.Line("sign"); keeper.records != 1 {
		t.Error("it is not signed")
	}
}

func TestATextThatIsTooLongIsToldAndNotCut(t *testing.T) {
	l, keeper, _ := newReader(shipped(t), 0)
	at("signing", "", "", "")(t, l)
	said := l.Line(strings.Repeat("é", 300))
	if !strings.Contains(said, "300 letters long, and there is room for 200") || l.visit.Sheet().Ask == "" || keeper.records > 0 {
		t.Errorf("it says\n%s", said)
	}
}

func TestSeveralNumbersTickEachAndWhatIsTickedIsSaid(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("my-worries")(t, l)
	labels := l.visit.Sheet().Numbered()
	said := l.Line("1 3")
	for _, i := range []int{0, 2} {
		if want := "Now: " + labels[i].Label + " (ticked)"; !strings.Contains(said, want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
	if said := l.Line("3, 3"); !strings.Contains(said, labels[2].Label+" (not ticked)") {
		t.Errorf("a tick that is taken away is not told:\n%s", said)
	}
	own := fmt.Sprint(len(labels))
	if said := hear(l, own, "stop"); !strings.Contains(said, "goes on here") {
		t.Errorf("stop is no way out of a line:\n%s", said)
	}
}

func TestALineIsFilledAfterItsNumberAndEmptiedAgain(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("my-worries")(t, l)
	n := fmt.Sprint(len(l.visit.Sheet().Numbered()))
	text := func() string { return l.visit.Sheet().Numbered()[len(l.visit.Sheet().Numbered())-1].Text }
	for _, test := range []struct {
		typed []string
		want  string
	}{
		{[]string{n + " Late trains"}, "Late trains"}, {[]string{n, "later"}, "Late trains"}, {[]string{n, "later", "yes"}, "later"}, {[]string{n, "1"}, "1"}, {[]string{n, "q", "yes"}, "q"},
		{[]string{n, ""}, "q"}, {[]string{n, "tr\x1bains"}, "trains"}, {[]string{"delete " + n}, ""},
	} {
		if said := hear(l, test.typed...); text() != test.want || l.Over() {
			t.Errorf("%q makes it %q\n%s", test.typed, text(), said)
		}
	}
}

func TestANearWordIsAskedFor(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("keep-private")(t, l)
	for typed, word := range map[string]string{"bakc": "back", "chapers": "chapters", "serch trust": "search trust", "glosary bond": "glossary bond"} {
		if said := l.Line(typed); !strings.Contains(said, "Did you mean "+word+"?") {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
	for typed, word := range map[string]string{"agreed": "agree", "talk frist": "talk first", "stpo": "stop"} {
		said := l.Line(typed) + l.Line("yes") // no answer is taken from a guess
		if !strings.Contains(said, "type: "+word) || l.Over() || l.visit.Walk.Answer("keep-private") != walk.Unanswered {
			t.Errorf("%q says\n%s", typed, said)
		}
	}
}

func TestEveryMeaningHasAWordAndANameForTexts(t *testing.T) {
	words := shipped(t).Words
	v := newVocabulary(words.Command)
	for _, m := range page.Meanings() {
		if v.shown(m) == "" {
			t.Errorf("%s has no word", m)
		}
		if got := plain.Fill("{"+string(m)+"}", Ways(words)...); strings.Contains(got, "{") {
			t.Errorf("%s has no name", m)
		}
	}
	if got := plain.Fill("{tick}, {answer}, {go_on}, {show_me}", Ways(words)...); got != "its number, Enter, Enter, show me" {
		t.Errorf("they are %s", got)
	}
}

func TestNoLineIsWiderThanItWasAskedFor(t *testing.T) {
	g := shipped(t)
	for _, width := range []int{20, 40, 60} {
		l, _, said := newReader(g, width)
		all := []string{said}
		for _, line := range []string{"", "note 花子と山田が話すことを、ここに長く長く長く書いておきます。", "note", "?", "back", "about", "glossary", "help now"} {
			all = append(all, l.Line(line))
		}
		all = append(all, walkOn(l, func() bool { return l.shows("signing") })...)
		all = append(all, l.Line(""), l.Line(""), l.Line("山田花子"+strings.Repeat("あ", 100)), l.Line("sign"), l.Line("stop"))
		for _, text := range all {
			for _, line := range strings.Split(text, "\n") {
				if cells := plain.Cells(line); cells > width {
					t.Errorf("%d cells, for %d: %s", cells, width, line)
				}
			}
		}
	}
}

// unfit is the first thing in a text that line mode may never write.
func unfit(text string) error {
	if !utf8.ValidString(text) {
		return errors.New("it is not UTF-8")
	}
	for _, r := range text {
		switch {
		case r == '\n':
		case r < 0x20, r >= 0x7f && r <= 0x9f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return fmt.Errorf("there is U+%04X in it", r)
		}
	}
	return nil
}

func TestNoControlCharacterIsEverSaid(t *testing.T) {
	eachKind(t, func(t *testing.T, begin func() (*Lines, *memory)) {
		for _, typed := range []string{"\x1b[2J", "note \x1b]0;x\x07 \u202elift\u2066", "search \x9b31m", "1\x00 x", "\ufeffhelp", "back\t", "\xff\xfe", "sign\u2069", "\r", ""} {
			l, keeper := begin()
			said := l.Line(typed) + l.Line("again") + l.Line("note") + l.Leave()
			if err := unfit(said); err != nil || keeper.records > 1 {
				t.Errorf("%q: %v\n%q", typed, err, said)
			}
		}
	})
}

func TestWhatIsAskedForIsStillAskedForAfterAnotherWord(t *testing.T) {
	for _, word := range []string{"?", "where", "again", "help now", strings.Repeat("x", 2001)} {
		l, _, _ := newReader(shipped(t), 0)
		at("my-worries")(t, l)
		n := fmt.Sprint(len(l.visit.Sheet().Numbered()))
		hear(l, n, word)
		if said := l.Line("Late trains"); !strings.Contains(said, "Late trains") || strings.Contains(said, "no answer") {
			t.Errorf("after %.10q it says\n%s", word, said)
		}
	}
	for _, word := range []string{"?", "where", "help now", "note Ask"} {
		l, _, _ := newReader(shipped(t), 0)
		at("signing", word)(t, l)
		if said := l.Line("") + l.Line(""); !strings.Contains(said, "What signing means") {
			t.Errorf("after %q the rest of the page is\n%s", word, said)
		}
	}
}

// TestWhatAnItemWasRefusedForIsTakenWithoutItsNumber holds, too, that a number
// typed next is a number.
func TestWhatAnItemWasRefusedForIsTakenWithoutItsNumber(t *testing.T) {
	items := []page.Item{{ID: "name", Kind: page.Line, Label: "Name"}, {ID: "all", Kind: page.Pick, Label: "All"}}
	for typed, gives := range map[string]bool{"Dr A": true, "A": true, "Q": true, "2": true, "1 Dr A": true, "3": false, "where": false, "stop": false} {
		l, _, _ := newReader(shipped(t), 0)
		l.Line("")
		line := turn{Lines: l, said: clean(typed), id: l.visit.ID(), sheet: page.Sheet{Title: "A form", Items: items}, was: pending{amiss: "name"}}
		line.take()
		if line.gave != gives {
			t.Errorf("%q gives an answer: %v", typed, line.gave)
		}
	}
}

// A group is chosen by the words with which it begins, unless another begins so.
func TestAChoiceOfAFormIsTakenByHowItBegins(t *testing.T) {
	items := []page.Item{
		{ID: "one", Kind: page.Pick, Label: "Tuesday group, Northside"}, {ID: "two", Kind: page.Pick, Label: "Tuesday group of the afternoon"},
		{ID: "skills", Kind: page.Pick, Label: "Skills group (Thursdays)"}, {ID: "tick", Kind: page.Tick, Label: "Read aloud"},
	}
	for typed, want := range map[string]string{"skills": "skills", "Skills group": "skills", "tuesday group of": "two", "tuesday group": "", "skill": "", "read": "", "": ""} {
		line := turn{said: clean(typed), sheet: page.Sheet{Items: items}}
		if item, ok := line.byWord(); item.ID != want || ok != (want != "") {
			t.Errorf("%q chooses %q", typed, item.ID)
		}
	}
}

// What was meant for another number is no name: it would stand in the record.
func TestWhatBeginsWithANumberIsNoName(t *testing.T) {
	for typed, name := range map[string]string{"1 M. Okafor": "", "3 M. Okafor": "", "12. Okafor": "", "2 M. Okafor": "M. Okafor", "2 1 M. Okafor": "1 M. Okafor"} {
		l, _, _ := newReader(shipped(t), 0)
		at("signing", "", "", "")(t, l)
		l.visit.Answer(page.Answer{ID: "folder", Text: "/home/me"}) // so that number 1 is filled in
		said := l.Line(typed)
		item, _ := l.visit.Sheet().First(func(i page.Item) bool { return i.Name })
		if item.Text != name || name == "" && !strings.Contains(said, "If it is one, type: 2 ") {
			t.Errorf("%q makes it %q\n%s", typed, item.Text, said)
		}
	}
}

// A form is heard to its end, whatever is filled in meanwhile; what was not heard
// is named before it is done without it.
func TestAFormIsNotBegunUnheard(t *testing.T) {
	clinic := func() *Lines {
		v := visit.New(visit.Options{World: page.World{Folder: "/home/me"}, Walk: walk.New(shipped(t)), Keeper: visit.Nobody(), Intakes: none{}, Now: time.Now})
		if err := v.StartIntake(""); err != nil {
			t.Fatal(err)
		}
		l := New(v, 0)
		l.Greeting()
		return l
	}
	l := clinic()
	said := hear(l, "1", "K-102", "3", "10", "X")
	if !strings.HasSuffix(said, "Enter: hear the rest. Question mark: commands.\n") || strings.Contains(said, "The client’s own aim") {
		t.Errorf("the rest is lost:\n%s", said)
	}
	if said = hear(l, "1", ""); !strings.Contains(said, "Type the text for: Reference") || !strings.HasSuffix(said, "Enter: hear the rest. Question mark: commands.\n") {
		t.Errorf("asked for a line, and then not:\n%s", said)
	}
	if said = l.Line("begin"); !strings.Contains(said, "From number 10 on, this page was not said yet: Which parts today; Who interprets") || !l.visit.Fresh() {
		t.Errorf("begin says\n%s", said)
	}
	for _, typed := range [][]string{{"begin"}, {"yes"}} {
		again := clinic()
		hear(again, "1 K-102", "3", "10", "begin")
		if hear(again, typed...); again.visit.Fresh() {
			t.Errorf("%q does not begin", typed)
		}
	}
	twice := clinic() // nothing is said twice, and all that is missing at once
	if said = hear(twice, "1 K-102", "10", "begin"); !strings.Contains(said, "was not said yet") || !strings.Contains(said, "Nothing is ticked under") {
		t.Errorf("begin says\n%s", said)
	}
	if said = twice.Line("begin"); twice.visit.Fresh() {
		t.Errorf("begin once more says\n%s", said)
	}
	for l.rest != "" {
		said = l.Line("")
	}
	if !strings.Contains(said, "Begin the intake") {
		t.Errorf("the end is\n%s", said)
	}
	if hear(l, "7", "begin"); !l.visit.Fresh() {
		t.Error("nobody is asked who interprets")
	}
	if hear(l, "begin"); l.visit.Fresh() {
		t.Error("it does not begin")
	}
}

// none are intakes of which nothing is kept.
type none struct{ visit.Intakes }

func (none) Unfinished() ([]walk.Unfinished, error)        { return nil, nil }
func (none) Known(string) (known []record.Known, old bool) { return nil, false }
func (none) Begin(string) (visit.Keeper, error)            { return &memory{}, nil }
