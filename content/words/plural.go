package words

import (
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"firstsession/content/plain"
)

// Plural fills in a number, {n}, where words have a form for each kind of
// number that a language tells apart, with " | " between them, in the order of
// CLDR: zero, one, two, few, many, other. English has "{n} page | {n} pages".
// Words with too few forms say the last; a language that is not known counts as
// English.
func Plural(code, forms string, n int) string {
	all := strings.Split(forms, " | ")
	tag := language.Make(code)
	if tag == language.Und {
		tag = language.English
	}
	at := slices.Index(kinds(tag), plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0))
	if at < 0 || at >= len(all) {
		at = len(all) - 1
	}
	return plain.Fill(all[at], "n", n)
}

// kinds are those that a language tells apart among the numbers that a guide
// counts to.
func kinds(tag language.Tag) []plural.Form {
	var found []plural.Form
	for n := range 200 {
		if form := plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0); !slices.Contains(found, form) {
			found = append(found, form)
		}
	}
	order := []plural.Form{plural.Zero, plural.One, plural.Two, plural.Few, plural.Many, plural.Other}
	return slices.DeleteFunc(order, func(f plural.Form) bool { return !slices.Contains(found, f) })
}
