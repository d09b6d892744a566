package words

import (
	"strings"
	"sync"
	"unicode"

	"firstsession/content/plain"
)

const (
	// shortLine is how many words a line has at most that is no ordinary text.
	shortLine = 6
	// longWord is how many letters a word has at least that is still the same
	// with one of them amiss.
	longWord = 6
)

// IsCry reports whether a line is a cry for help, whatever its case, accents
// and punctuation.
func (d Danger) IsCry(line string) bool {
	words := d.typedWords(line)
	short := len(bareWords(line)) <= shortLine
	return holdsAny(words, d.Phrases) ||
		short && (holdsAny(words, d.Words) || sought(d.Begins).longest(words) > 0) ||
		len(words) > 0 && sought(d.Alone).longest(words) == len(words)
}

// IsSearch reports whether what is searched for leads to help now first.
func (d Danger) IsSearch(query string) bool {
	return d.IsCry(query) || holdsAny(d.typedWords(query), d.Search)
}

// Names reports whether what is searched for has one of the phrases, which are
// written as those of a Danger.
func Names(query, phrases string) bool { return holdsAny(bareWords(query), phrases) }

// typedWords are the words that somebody typed, in the one way in which they
// are looked for, without those that say nothing.
func (d Danger) typedWords(line string) []string {
	words := bareWords(line)
	for _, same := range strings.Split(d.Alike, ",") {
		from, to, _ := strings.Cut(same, "=")
		words = instead(words, from, strings.Fields(to))
	}
	return instead(instead(words, d.Skipped, nil), d.Harmless, nil)
}

// instead puts other words where one of the phrases stands.
func instead(words []string, phrases string, others []string) []string {
	var all []string
	for seek := sought(phrases); len(words) > 0; {
		n := seek.longest(words)
		if n > 0 {
			all = append(all, others...)
		} else {
			n, all = 1, append(all, words[0])
		}
		words = words[n:]
	}
	return all
}

// bareWords are the words of a text, folded. An apostrophe is part of a word,
// and left out of it, since many leave it out.
func bareWords(text string) []string {
	bare := strings.ReplaceAll(plain.Fold(text).Text, "'", "")
	return strings.FieldsFunc(bare, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func holdsAny(words []string, phrases string) bool {
	seek := sought(phrases)
	for i := range words {
		if seek.longest(words[i:]) > 0 {
			return true
		}
	}
	return false
}

// byFirst are the beginnings of phrases by their first letter, or the asterisk with
// which any word may begin, so that a long text is not compared with each phrase at
// each of its words.
type byFirst map[byte][]beginning

// beginning is one of the words with which a phrase begins, and what follows it.
type beginning struct{ first, more string }

var known sync.Map // what is sought with phrases, found when it is first needed

func sought(phrases string) byFirst {
	if all, ok := known.Load(phrases); ok {
		return all.(byFirst)
	}
	all := byFirst{}
	for phrase := range strings.SplitSeq(phrases, ",") {
		firsts, more, _ := strings.Cut(strings.TrimSpace(phrase), " ")
		for first := range strings.SplitSeq(firsts, "/") {
			if first != "" {
				all[first[0]] = append(all[first[0]], beginning{first, more})
			}
		}
	}
	known.Store(phrases, all)
	return all
}

// longest is how many words the longest of the phrases has with which words
// begin.
func (b byFirst) longest(words []string) int {
	if len(words) == 0 {
		return 0
	}
	most := 0
	for _, phrase := range b[words[0][0]] {
		most = max(most, phrase.begins(words))
	}
	for _, phrase := range b['*'] {
		most = max(most, phrase.begins(words))
	}
	return most
}

// begins is how many words a phrase has with which words begin; 0 if they do not.
func (b beginning) begins(words []string) int {
	if !isWord(words[0], b.first) {
		return 0
	}
	n := 1
	for want := range strings.FieldsSeq(b.more) {
		if n == len(words) || !isOneOf(words[n], want) {
			return 0
		}
		n++
	}
	return n
}

func isOneOf(typed, wanted string) bool {
	for want := range strings.SplitSeq(wanted, "/") {
		if isWord(typed, want) {
			return true
		}
	}
	return false
}

// isWord reports whether a typed word is the one wanted, which may go on if it
// ends in an asterisk, and may have a letter amiss, but not the first, if it is
// long.
func isWord(typed, want string) bool {
	if want == "" || want[0] != typed[0] && want[0] != '*' {
		return false // as nearly always
	}
	if stem, open := strings.CutSuffix(want, "*"); open {
		return strings.HasPrefix(typed, stem)
	}
	return typed == want || len(want) >= longWord && oneAmiss(typed, want)
}

// oneAmiss reports whether two words differ in one letter, or in the order of
// two beside each other.
func oneAmiss(a, b string) bool {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a) <= 1 && len(b) <= 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}
