package plain

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestWhatAnInputMethodTypesIsWhatAnyKeyboardHas(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "12": "12", "１２": "12", "١٢": "12", "۱۲": "12", "१२": "12", "๑๒": "12", "𝟏𝟐": "12", "১২": "12", "０９": "09",
		"ａｇｒｅｅ": "agree", "ＳＴＯＰ": "STOP", "？": "?", "！": "!", "１，２": "1,2", "a\u3000b": "a b", "½": "½", "é": "é", "名": "名",
	} {
		if got := Typeable(typed); got != want {
			t.Errorf("%q is %q, not %q", typed, got, want)
		}
	}
	for r := rune(0); r < unicode.MaxRune; r++ {
		if unicode.Is(unicode.Nd, r) {
			if got := Typeable(string(r)); got < "0" || got > "9" || utf8.RuneCountInString(got) != 1 {
				t.Fatalf("%U is %q", r, got)
			}
		}
	}
}
