package plain

import "testing"

func TestSeen(t *testing.T) {
	for _, text := range []string{
		"", " ", "\u00a0\u3000\u1680", "\u200b\u200c\u200d\u2060\ufeff", "\u00ad", "\u180e", "\u061c",
		"\u115f\u1160\u3164\uffa0", "\u2800", "\ufe00\ufe0f\U000e0100", "\U000e0001\U000e0041\U000e007f",
		"\u0301\u034f", "\u17b4\u17b5", "\U0001d159", "\U00013441", "\U00016fe4", "\ufdd0\U0010ffff", "\u2065\ufff0",
	} {
		if Seen(text) {
			t.Errorf("%q is said to be seen", text)
		}
	}
	for _, text := range []string{"a", "é", "e\u0301", ".", "名", "ا", "\u200bx", "🌱", "\ue000"} {
		if !Seen(text) {
			t.Errorf("%q is said not to be seen", text)
		}
	}
}
