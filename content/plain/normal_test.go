package plain

import (
	"strings"
	"testing"
)

func TestNormal(t *testing.T) {
	for text, want := range map[string]string{
		"sen\u0303or": "señor", "Tie\u0302\u0301ng Vie\u0323\u0302t": "Tiếng Việt", "q\u0307": "q\u0307", "\u1100\u1161": "가", "\u212b": "Å",
		"a\u2028b": "a\nb", "a\u2029b": "a\n\nb", "a\u0085b": "a\nb", "a\vb": "a\nb", "a\fb": "a\nb", "a\r\nb": "a\nb", "a\rb": "a\rb",
		"\ufeffa": "a", "\ufeff\ufeff\u200ba": "a", "a\ufeff": "a\ufeff",
		"a\n\u00a0\nb": "a\n\nb", "a\n \u200b \nb": "a\n\nb", "a\n  \nb": "a\n  \nb", "a\u00a0b": "a\u00a0b", "\u3000a": "\u3000a", "\xff\u00a0": "\xff\u00a0",
	} {
		got := Normal(text)
		if got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
		if again := Normal(got); again != got {
			t.Errorf("%q is not settled: %q", got, again)
		}
	}
}

func TestNormalTOML(t *testing.T) {
	for text, want := range map[string]string{
		"a = \"b\u2028c\"": "a = \"b c\"", "a = \"\"\"b\u2028c\u0085d\"\"\"": "a = \"\"\"b\nc\nd\"\"\"", "a = 1\fb": "a = 1 b",
		"a = '''b\u2028c'''\u2028d": "a = '''b\nc''' d", "a = \"\"\u2028b = \"it's\"": "a = \"\" b = \"it's\"", "a = \"\"\"b\u2028c": "a = \"\"\"b\nc",
		"# c\u2028d\r\na = 1": "# c d\na = 1", "a = \"n\u0303\"": "a = \"ñ\"", "\ufeffa": "a",
	} {
		if got := NormalTOML(text); got != want {
			t.Errorf("%q is %q, not %q", text, got, want)
		}
	}
}

func TestReadsAs(t *testing.T) {
	for _, same := range [][]string{
		{"I come on time.", "I come on time", "I come on time!", "I come on time…", "i come  on time ?", "I come\u200b on time?!", "I come on time。"},
		{"I won't tell “who”.", "I won’t tell \"who\"", "I won`t tell «who»", "I won‘t tell „who“", "I won't tell ''who''"},
		{"A break - then on", "A break – then on", "A break—then on", "A break -- then on", "A break − then on.", "A break --- then on"},
		{"Twenty-four", "Twenty‐four", "Twenty‑four", "twenty\u00adtwenty-four"[len("twenty\u00ad"):]},
		{"Se\u00f1or", "Sen\u0303or", "SEÑOR"},
	} {
		for _, text := range same[1:] {
			if ReadsAs(text) != ReadsAs(same[0]) {
				t.Errorf("%q reads as %q, and %q as %q", text, ReadsAs(text), same[0], ReadsAs(same[0]))
			}
		}
	}
	for _, pair := range [][2]string{{"I stay.", "I stay away."}, {"Ten-four", "Ten four"}, {"No, I come.", "No I come."}, {"a/b", "a-b"}} {
		if ReadsAs(pair[0]) == ReadsAs(pair[1]) {
			t.Errorf("%q and %q read alike", pair[0], pair[1])
		}
	}
}

// What is long and plain, or long and odd, is looked at quickly enough to be
// tried here.
func TestNoteInLongTexts(t *testing.T) {
	for _, unit := range []string{"&lt", "<", "< ", "(- ", "clinician ", "<!clinic", "&#60;", "－", "﷽", "search: "} {
		long := strings.Repeat(unit, 8<<10/len(unit))
		if at := NoteIn(long); at >= 0 {
			t.Errorf("%q, many times, has a note at %d", unit, at)
		}
		if at := NoteIn(long + "\n\n<!-- clinician: a note -->"); at < len(long) {
			t.Errorf("the note after %q, many times, is found at %d", unit, at)
		}
	}
}
