package check

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Formula says how hard a text is to read in the one language that it was made
// for. It says nothing about a text in another one.
type Formula struct {
	Name, Language string // as they are told: "Flesch-Kincaid", "English"
	Measure        string // what it measures: "grade"
	Column         string // stands over its levels

	level     func(Grade) float64
	syllables func(word string) int
	isLetter  func(rune) bool
	rises     bool // a higher level is harder
	// chapter and section are the levels at which advice begins.
	chapter, section float64
	advice           string // of what, its level, and the level to come to
	hidden           string // a pattern of what is no word beside the marks of Markdown
}

// formulas are by language; others have none.
//
// English has the recalculated Flesch-Kincaid grade level of Kincaid JP,
// Fishburne RP, Rogers RL, Chissom BS, "Derivation of new readability formulas
// for Navy enlisted personnel", Research Branch Report 8-75, 1975: the years of
// American school after which a reader is expected to follow the text. Spanish
// has the perspicuity of Szigriszt Pazos F, "Sistemas predictivos de
// legibilidad del mensaje escrito: fórmula de perspicuidad", Madrid 1993: 100 is
// very easy, 0 is very hard, and a daily paper has about 65.
var formulas = map[string]*Formula{
	"en": {
		Name: "Flesch-Kincaid", Language: "English", Measure: "grade", Column: "grade",
		level:     func(g Grade) float64 { return 0.39*g.sentenceLength() + 11.8*g.wordLength() - 15.59 },
		syllables: syllables,
		isLetter:  func(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' },
		rises:     true, chapter: 7, section: 8,
		advice: "this %s reads at grade %.1f; shorter sentences and everyday words would bring it to %.0f or below",
	},
	"es": {
		Name: "Szigriszt-Pazos", Language: "Spanish", Measure: "ease", Column: "Szigriszt-Pazos",
		level:     func(g Grade) float64 { return 206.835 - 62.3*g.wordLength() - g.sentenceLength() },
		syllables: spanishSyllables,
		isLetter:  unicode.IsLetter,
		chapter:   65, section: 60,
		advice: "this %s has a Szigriszt-Pazos ease of %.1f; shorter sentences and everyday words would bring it to %.0f or above",
		hidden: `SPACE*\{[#.][^}]*\}`, // a heading's id, which is English in every language
	},
}

// FormulaFor is the formula for a language, whatever its region; nil if there is none.
func FormulaFor(language string) *Formula {
	base, _, _ := strings.Cut(language, "-")
	return formulas[base]
}

// isHard reports whether a level is beyond another.
func (f *Formula) isHard(level, most float64) bool { return level != most && (level > most) == f.rises }

// spanishSyllables counts the vowels that carry a syllable: a, e and o always, so
// that two of them are a hiatus, and i and u with an accent. Those without one
// join what they stand beside as a diphthong, and carry a syllable only where
// there is nothing else, or where they stand twice. An h between vowels is not
// heard, nor the u of que and gui; a y is a vowel at the end of a word.
func spanishSyllables(word string) int {
	word = silentU.Replace(strings.ToLower(norm.NFC.String(word)))
	if stem, found := strings.CutSuffix(word, "y"); found {
		word = stem + "i"
	}
	letters := []rune(word)
	count, carried, weak := 0, 0, rune(0)
	for i, r := range letters {
		switch {
		case strings.ContainsRune("aeoáéóàèòäëöíúïâêôãõ", r):
			carried++
		case strings.ContainsRune("iuü", r):
			if weak == r && letters[i-1] == r {
				carried = max(1, carried) + 1 // chiita
			}
			weak = r
		case r == 'h' && i > 0 && carried+int(weak) > 0 && i+1 < len(letters):
		default:
			count += carriedBy(carried, weak)
			carried, weak = 0, 0
		}
	}
	return max(1, count+carriedBy(carried, weak))
}

// carriedBy is how many syllables a run of vowels has.
func carriedBy(carried int, weak rune) int {
	if weak != 0 {
		return max(1, carried)
	}
	return carried
}

var silentU = strings.NewReplacer("que", "qe", "qué", "qé", "qui", "qi", "quí", "qí", "gue", "ge", "gué", "gé", "gui", "gi", "guí", "gí")
