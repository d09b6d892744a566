package plain

import (
	"strings"
	"testing"
)

func TestAnAddressIsThereToReadAndNotTwice(t *testing.T) {
	for _, test := range []struct{ words, destination, want string }{
		{"the night line", "tel:+15550100", "+15550100"},
		{"the night line", "TEL:+1-555-0100", "+1-555-0100"},
		{"the night line", "tel:+1%20555%200100", "+1 555 0100"},
		{"write", "mailto:night@example.org", "night@example.org"},
		{"write", "mailto:night@example.org?subject=Help%20me", "night@example.org"},
		{"look", "https://example.org/x", "https://example.org/x"},
		{"look", "HTTPS://Example.org/a%20b?x=1", "HTTPS://Example.org/a%20b?x=1"},
		{"", "tel:+15550100", "+15550100"},
		{"line 2", "tel:+15550102", "+15550102"},
		{"24-hour line", "tel:112", "112"},
		{"call", "tel:1%1b2", "1%1b2"},

		{"+1 (555) 0100", "tel:+15550100", ""},
		{"Call +1 555‑0100 now", "tel:+1-555-0100", ""},
		{"0800 123 4567", "tel:+448001234567", ""},
		{"our 24-hour line 555-010-0200", "tel:+15550100200", ""},
		{"988", "tel:988", ""},
		{"night@example.org", "mailto:Night@example.org", ""},
		{"example.org", "https://www.example.org/", ""},
		{"https://example.org/x", "https://example.org/x", ""},
		{"Example.org/x", "http://example.org/x", ""},

		{"a section", "#own-pace", ""},
		{"bad", "javascript:alert(1)", ""},
		{"nothing", "", ""},
		{"nothing", "tel:", ""},
	} {
		if got := Address(test.words, test.destination); got != test.want {
			t.Errorf("%q with %q has %q, want %q", test.words, test.destination, got, test.want)
		}
	}
}

func TestWholeNumbersHoldNothingUnseen(t *testing.T) {
	for text, want := range map[string]string{
		"Ring 555\u200b-0199.": "Ring 555-0199.", "+1\u00ad555\u20600100": "+15550100", "1\u200b1\u200b2": "112", "(0\ufeff20) 1": "(020) 1", "5\u200b \u200b5": "5 \u200b5",
		"so\u00adcalled 5": "so\u00adcalled 5", "555-0199": "555-0199", "5\u200d👩": "5\u200d👩", "": "",
	} {
		if got := WholeNumbers(text); got != want {
			t.Errorf("%+q: %+q, want %+q", text, got, want)
		}
	}
}

func TestALinksWordsAndItsAddressDisagree(t *testing.T) {
	eachCase(t, "disagree.txt", func(text string, want bool) {
		words, destination, _ := strings.Cut(text, " -> ")
		if Disagree(words, destination) != want {
			t.Errorf("%s: not %t", text, want)
		}
	})
}
