package mypage

import (
	"strings"
	"testing"

	"firstsession/content/words"
)

func TestAPageSaysWhereItsTextRunsFromTheRight(t *testing.T) {
	w := &words.Words{MyPage: words.MyPage{Title: "My page"}}
	for text, want := range map[string]string{
		"לשאול על 555-0100": `<li dir="auto">לשאול על 555-0100</li>`,
		"Ask":               `<li dir="auto">Ask</li>`,
	} {
		page, err := HTML("en", w, []Part{{Heading: "Notes", Lines: []string{text}}})
		if err != nil || !strings.Contains(page, want) || strings.Contains(page, `"auto" dir`) {
			t.Errorf("%v, it lacks %q:\n%s", err, want, page)
		}
	}
}

func TestALineOfTheTextHoldsNothingUnseen(t *testing.T) {
	w := &words.Words{MyPage: words.MyPage{Title: "My\u00ad page"}}
	text, err := Text(w, []Part{{Heading: "Notes", Lines: []string{"10\u00a0000\u00a0euros\u200b, " + strings.Repeat("👍🏽", 40)}}})
	if err != nil || strings.ContainsAny(text, "\u00ad\u200b") || strings.Contains(text, "\n  🏽") || !strings.Contains(text, "10\u00a0000\u00a0euros,") {
		t.Errorf("%v:\n%q", err, text)
	}
}
