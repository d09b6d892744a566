package words

import "testing"

func TestEachLanguageHasItsOwnForms(t *testing.T) {
	for _, c := range []struct {
		language, forms string
		says            map[int]string
	}{
		{"en", "{n} page | {n} pages", map[int]string{0: "0 pages", 1: "1 page", 2: "2 pages", 21: "21 pages"}},
		{"es", "{n} página | {n} páginas", map[int]string{1: "1 página", 2: "2 páginas"}},
		{"fr", "{n} page | {n} pages", map[int]string{0: "0 page", 1: "1 page", 2: "2 pages"}},
		{"pl", "{n} strona | {n} strony | {n} stron", map[int]string{1: "1 strona", 3: "3 strony", 5: "5 stron", 12: "12 stron", 22: "22 strony"}},
		{"ar", "0 | 1 | 2 | few {n} | many {n} | other {n}", map[int]string{0: "0", 1: "1", 2: "2", 5: "few 5", 11: "many 11", 100: "other 100"}},
		{"ja", "{n}ページ", map[int]string{1: "1ページ", 7: "7ページ"}},
		{"", "{n} page | {n} pages", map[int]string{1: "1 page", 2: "2 pages"}},
		{"pl", "{n} strona | {n} stron", map[int]string{3: "3 stron", 5: "5 stron"}},
	} {
		for n, want := range c.says {
			if got := Plural(c.language, c.forms, n); got != want {
				t.Errorf("%s: %d of %q is %q, want %q", c.language, n, c.forms, got, want)
			}
		}
	}
}
