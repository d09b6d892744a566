package plain

import "testing"

func TestWhatIsTypedIsOneLineOfText(t *testing.T) {
	for text, want := range map[string]string{
		"a\u2028b": "a b", "a\u2029b": "a b", "a\u0085b": "a b", "a\vb\fc": "a b c", "a\r\nb": "a b", "a\rb\tc": "a b c",
		"Dana\U000e0049\U000e006e": "Dana", "\U000e0001a\U000e007f": "a", "\U0001f3f4\U000e0067\U000e0062\U000e007f so": "\U0001f3f4\U000e0067\U000e0062\U000e007f so",
		"\U0001f3f4 \U000e0067": "\U0001f3f4 ", "a\x1bb": "ab", "a\u202eb": "ab", "é\xff": "é", "\u845b\U000e0100": "\u845b\U000e0100", "": "",
	} {
		if got := Typed(text); got != want {
			t.Errorf("%+q is %+q, not %+q", text, got, want)
		}
	}
}
