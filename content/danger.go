package content

import (
	"slices"
	"strings"
	"unicode"
)

// DangerWords are what somebody in danger may type, and what is then offered.
// What leads to help now stands here alone, for both surfaces.
type DangerWords struct {
	Phrases string `toml:"phrases"` // in a line of any length
	Words   string `toml:"words"`   // in a short line
	Begins  string `toml:"begins"`  // at the start of a short line
	Search  string `toml:"search"`  // in what is searched for

	Offer     string `toml:"offer"`      // {way}
	OfferName string `toml:"offer_name"` // {way} {text}
	ByKey     string `toml:"by_key"`
	ByWord    string `toml:"by_word"`
}

// shortLine is how many words a line has at most that is no ordinary text.
const shortLine = 6

// IsCry reports whether a line is a cry for help, whatever its case, accents
// and punctuation.
func (d DangerWords) IsCry(line string) bool {
	words := typedWords(line)
	if holdsAny(words, d.Phrases) {
		return true
	}
	return len(words) <= shortLine && (holdsAny(words, d.Words) || beginsAny(words, d.Begins))
}

// IsSearch reports whether what is searched for leads to help now first.
func (d DangerWords) IsSearch(query string) bool {
	return d.IsCry(query) || holdsAny(typedWords(query), d.Search)
}

// typedWords are the words that somebody typed. An asterisk in them means
// nothing.
func typedWords(line string) []string { return bareWords(strings.ReplaceAll(line, "*", " ")) }

// bareWords are the words of a text, folded. An apostrophe is part of a word,
// and left out of it, since many leave it out.
func bareWords(text string) []string {
	bare := strings.ReplaceAll(fold(text).text, "'", "")
	return strings.FieldsFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '*' })
}

// holdsAny reports whether one of the phrases, with commas between, stands in
// words.
func holdsAny(words []string, phrases string) bool {
	for _, phrase := range strings.Split(phrases, ",") {
		wanted := bareWords(phrase)
		for i := range words {
			if startsWith(words[i:], wanted) {
				return true
			}
		}
	}
	return false
}

func beginsAny(words []string, phrases string) bool {
	return slices.ContainsFunc(strings.Split(phrases, ","), func(phrase string) bool {
		return startsWith(words, bareWords(phrase))
	})
}

// startsWith reports whether words begin with a phrase, of which a word may
// end in an asterisk.
func startsWith(words, phrase []string) bool {
	if len(phrase) == 0 || len(words) < len(phrase) {
		return false
	}
	for i, want := range phrase {
		stem, open := strings.CutSuffix(want, "*")
		if words[i] != stem && !(open && strings.HasPrefix(words[i], stem)) {
			return false
		}
	}
	return true
}
