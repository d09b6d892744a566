package plain_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content/plain"
)

func TestASpaceThatHoldsWordsTogetherIsKeptAndNeverBrokenAt(t *testing.T) {
	for _, whole := range []string{
		"10\u00a0000\u00a0euros", "Dr.\u00a0Smith", "page\u00a0seven", "a\u202fb", "c\u2007d", "§\u00a04", "«\u00a0oui\u00a0»",
		"555\u00a00100", "vraiment\u202f?", "10\u00a0kg", "日\u00a0本", "日\u2011本", "第\u00a03\u00a0章", "5\u202f%", "Mr.\u00a0and\u00a0Mrs.\u00a0Lee",
	} {
		text := "one two three " + whole + " four five six"
		for width := plain.Cells(whole); width < 40; width++ {
			if lines := plain.Wrap(text, width); !strings.Contains(strings.Join(lines, "|"), whole) {
				t.Errorf("%q is broken at %d: %q", whole, width, lines)
			}
		}
		if got := plain.Tidy("  " + text + " "); got != text {
			t.Errorf("tidy, %q is %q", text, got)
		}
	}
	for text, want := range map[string]string{
		"\u00a0": "", "a \u00a0 b": "a b", "\u00a0a\u00a0": "a", "a\u2003b\u3000c": "a b c", "a\u2028b": "a b", "a\u00a0\n\u00a0b": "a\nb",
	} {
		if got := plain.Tidy(text); got != want {
			t.Errorf("tidy, %q is %q, want %q", text, got, want)
		}
	}
}

func TestWhatShowsNothingIsNotInALine(t *testing.T) {
	for text, want := range map[string]string{
		"Psycho\u00adthera\u00adpy in\u200bvisible": "Psychotherapy invisible",
		"wo\u2060rd \ufeffx y \u200e z":             "word x y z",
		"555\u2011\u200b0100":                       "555\u20110100",
		"שלום\u200f!":                               "שלום\u200f!",
		"1\u200f (שלום)":                            "1\u200f (שלום)",
		"a\u200f!":                                  "a!",
		"می\u200cخواهم":                             "می\u200cخواهم",
		"क्\u200dष":                                 "क्\u200dष",
		"👩\u200d👧 and ❤\ufe0f":                      "👩\u200d👧 and ❤\ufe0f",
		"\u200b\u00ad":                              "",
		"a\u180eb\u2062c":                           "abc",
	} {
		if got := strings.Join(plain.Wrap(text, 72), "|"); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
		if got := plain.OneLine(plain.Legible(text)); got != want {
			t.Errorf("legible, %q is %q, want %q", text, got, want)
		}
	}
}

func TestALineMayBreakWhereTheAuthorSaysSo(t *testing.T) {
	if got, want := plain.Wrap("ภาษา\u200bไทย\u200bคำ", 6), []string{"ภาษา", "ไทยคำ"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNoCharacterIsTornAtTheEndOfALine(t *testing.T) {
	for _, whole := range []string{
		"👍🏽", "👨‍👩‍👧‍👦", "क्षि", "🇩🇪", "1️⃣", "❤️", "กำ", "ที่", "ខ្មែ", "한", "각", "g̈", "நி", "🏳️‍🌈", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "षि", "ﷺ", "é",
	} {
		for width := max(2, plain.Cells(whole)); width < 45; width += 3 {
			text := "x" + strings.Repeat(whole, 60)
			lines := plain.Wrap(text, width)
			if got := strings.Join(lines, ""); got != text {
				t.Fatalf("%q became %q", text, got)
			}
			for i, line := range lines {
				if rest := strings.ReplaceAll(strings.TrimPrefix(line, "x"), whole, ""); rest != "" {
					t.Errorf("%q is torn at %d: line %d is %q", whole, width, i, line)
				}
				if plain.Cells(line) > width {
					t.Errorf("%q at %d: %q is wider", whole, width, line)
				}
			}
		}
	}
}

func TestAWordWithSpacesAroundItIsBrokenOnlyWhereItHasNoRoom(t *testing.T) {
	for _, text := range []string{
		"सेवानिवृत्त लोग, विद्यार्थी, कार्यकर्ता और क्षत्रिय", "বাংলা লেখা, ক্ষত্রিয় বিদ্যালয়", "தமிழ் எழுத்து நிகழ்ச்சி", "Tiệ́ng Việt Zoë señor",
		"שלום עולם בְּרֵאשִׁית", "مرحبا بالعالم مُحَمَّد", "ខ្មែរ ស្រឡាញ់ គ្នា", "ก็ได้ น้ำใจ ที่นี่", "1️⃣ ❤️ ☎️5 ♂️x", "සිංහල ක්ෂණික",
	} {
		words := strings.Fields(text)
		for width := 16; width < 60; width++ {
			if got := strings.Fields(strings.Join(plain.Wrap(text, width), "\n")); !slices.Equal(got, words) {
				t.Errorf("at %d: %q, want %q", width, got, words)
			}
		}
	}
}

func TestALineEndBetweenWideCharactersIsNoSpace(t *testing.T) {
	for _, test := range []struct {
		before, after string
		want          bool
	}{
		{"日本語の文章は", "ここで", true},
		{"中文句子，", "换行。", true},
		{"ABC と", "日本語。", true},
		{"「はい」", "「いいえ」", true},
		{"한국어", "문장.", false},
		{"日本", "한국", false},
		{"日本", "ABC", false},
		{"one", "two", false},
		{"ภาษา", "ไทย", false},
		{"a 🙂", "🙂 b", false},
		{"a 👍🏽", "👍🏽 b", false},
		{"❤️", "日本", false},
		{"ｱｲ", "ｳ", true},
		{"です～", "次", true},
		{"１", "２", true},
		{"葛\U000e0100", "城", true},
		{"は\u3099", "い", true},
		{"", "", false},
		{"日本", "", false},
	} {
		if got := plain.Unspaced(test.before, test.after); got != test.want {
			t.Errorf("%q and %q: %t", test.before, test.after, got)
		}
	}
}

// samples are words of many scripts, with all that is joined out of parts.
const samples = "One word. señor señor ❤️ ❤ ☎️ 1️⃣ #️⃣ 👍🏽 👨‍👩‍👧‍👦 🏳️‍🌈 🇩🇪🇫🇷 क्षत्रिय हिन्दी น้ำใจ กำ ខ្មែរ 한국어 한국 日本語、 中文。 שלום עולם مرحبا بالعالم Việt Tiệ́ng ﷺ ½ … — “q” ✅ ✔️ ⚠️ ©️ ™️ ☑ ⌚"

func TestALineIsAsWideAsATerminalMayTakeIt(t *testing.T) {
	for _, word := range strings.Fields(samples) {
		byRune := 0
		for _, r := range word {
			if unicode.Is(unicode.Regional_Indicator, r) {
				byRune++ // of which two make a flag
				continue
			}
			byRune += ansi.StringWidth(string(r))
		}
		if got, least := plain.Cells(word), max(ansi.StringWidth(word), byRune); got < least {
			t.Errorf("%q has %d cells and is said to have %d", word, least, got)
		}
	}
	for r := ' '; r <= unicode.MaxRune; r++ { // those of a newer Unicode, too
		one := string(r)
		if got, least := plain.Cells(one), max(ansi.StringWidth(one), ansi.StringWidthWc(one)); got < least {
			t.Errorf("%U has %d cells and is said to have %d", r, least, got)
		}
	}
}

func TestOfACharacterThatIsTooWideForALineThePartsAreSetBelowEachOther(t *testing.T) {
	for text, want := range map[string][]string{
		"a" + strings.Repeat("ो", 5):  {"aोो", "ोोो"},
		"👨\u200d👩\u200d👧":             {"👨\u200d", "👩\u200d", "👧"},
		"\u20e3\ufe0f  0\u0949\u0e33": {"\u20e3", "0\u0949\u0e33"},
		"a \ufe0fb":                   {"a b"},
		"\u0301 b c":                  {"\u0301 b", "c"},
	} {
		if got := plain.Wrap(text, 3); !slices.Equal(got, want) {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func FuzzWrap(f *testing.F) {
	for _, text := range []string{samples, "a\u200bb", "10\u00a0000", "(555) 010-0111", strings.Repeat("語", 50), "\u20e3\ufe0f  0\u0949\u0e33"} {
		f.Add(text, 20)
		f.Add(text, 2)
	}
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = max(2, width%100)
		text = strings.NewReplacer("\ufdd0", "", "\ufdd1", "").Replace(plain.Printable(text, "?")) // which no text has
		lines := plain.Wrap(text, width)
		without := func(text string) string {
			return strings.Join(strings.Fields(plain.Legible(text)), "")
		}
		if got, want := without(strings.Join(lines, "")), without(text); got != want {
			t.Errorf("%q became %q", want, got)
		}
		for _, line := range lines {
			if max(plain.Cells(line), ansi.StringWidth(line), ansi.StringWidthWc(line)) > width {
				t.Errorf("%q is wider than %d", line, width)
			}
		}
		if again := plain.Wrap(strings.Join(lines, " "), 1<<30); len(again) > 1 {
			t.Errorf("it was broken with room enough: %q", again)
		}
	})
}

// A path in what a command says is broken where prose breaks it.
func TestALongPathIsBrokenBehindItsSeparatorsAndHyphens(t *testing.T) {
	const said = "Esto borra lo que está en /home/jorge-maria-de-la-torre/.local/state/firstsession-de-la-familia-de-la-torre-2026/journal.jsonl. ¿Sí?"
	want := []string{
		"Esto borra lo que está en /home/", "jorge-maria-de-la-torre/.local/state/", "firstsession-de-la-familia-de-la-", "torre-2026/journal.jsonl. ¿Sí?",
	}
	if got := plain.Wrap(said, 38); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := plain.Wrap("Lo que está en /home/jorge-maria-de-la-torre-de-la-familia", 16); got[1] != "/home/jorge-" {
		t.Errorf("%q", got)
	}
}

func TestWhatIsStrungHasOneSignBetweenItsLines(t *testing.T) {
	for text, want := range map[string]string{
		"My worry\nto cry": "My worry; to cry", "Which sound like you?\nquiet people": "Which sound like you? quiet people", "I ask.\nThey say:\nyes": "I ask. They say: yes",
	} {
		if got := plain.Strung(text); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
