package check

import (
	"regexp"
	"strings"

	"firstsession/content/plain"
)

// Grade counts how hard a text is to read, by the formula for its language.
type Grade struct {
	Words     int
	Sentences int
	Syllables int
	By        *Formula
}

// Level is the formula's.
func (g Grade) Level() float64 { return g.By.level(g) }

func (g Grade) sentenceLength() float64 {
	return float64(max(1, g.Words)) / float64(max(1, g.Sentences))
}

func (g Grade) wordLength() float64 { return float64(g.Syllables) / float64(max(1, g.Words)) }

// grader holds the patterns that take the marks of Markdown out of a text.
// They are compiled when a text is graded, not when the program starts.
//
// Grading works on the lines as they were written, not on the parsed tree: the
// counts are then the same as those of other tools that grade the files, and
// a draft that has a Problem elsewhere can still be compared with them.
type grader struct {
	hidden       []*regexp.Regexp // what no reader sees, on any number of lines
	marks        []replacement    // within a line
	newParagraph *regexp.Regexp
	sentenceEnd  *regexp.Regexp
	formula      *Formula // nil if there is none for the language
}

// replacement is a pattern, and what a reader sees in its place.
type replacement struct {
	*regexp.Regexp
	seen string
}

func newGrader(formula *Formula) grader {
	// RE2's \s knows ASCII only; a no-break space is a space to a reader.
	const space = `[\s\v\x{1c}-\x{1f}\x{85}\p{Z}]`
	pattern := func(expression string) *regexp.Regexp {
		return regexp.MustCompile(strings.ReplaceAll(expression, "SPACE", space))
	}
	r := grader{
		formula: formula,
		hidden: []*regexp.Regexp{
			pattern(`(?s)\A---\n.*?\n---\n`), // front matter
			pattern(`(?s)<!--.*?-->`),
			pattern("(?s)```.*?```"),
		},
		marks: []replacement{
			{pattern(`^SPACE*(?:#{1,6}SPACE+|>SPACE?|[-*+•●]SPACE+|\p{Nd}+[.)]SPACE+)+`), ""},
			{pattern(`\[[ xX]\]SPACE*`), ""},         // a box
			{pattern(`\[![\pL\pN_]+\]`), ""},         // a callout
			{pattern(`\[([^\]]*)\]\([^)]*\)`), "$1"}, // a link
			{pattern("[*_`|]"), " "},
		},
		newParagraph: pattern(`^SPACE*(?:#{1,6}SPACE|[-*+•●]SPACE|\p{Nd}+[.)]SPACE|>SPACE*[-*+]SPACE|\|)`),
		sentenceEnd:  pattern(`[.!?:;]["”’)]*SPACE+`),
	}
	if formula != nil && formula.hidden != "" {
		r.marks = append(r.marks, replacement{pattern(formula.hidden), ""})
	}
	return r
}

func (r grader) grade(markdown string) Grade {
	total := Grade{By: r.formula}
	isNoLetter := func(letter rune) bool { return !r.formula.isLetter(letter) }
	for _, paragraph := range r.paragraphs(markdown) {
		for _, sentence := range r.sentenceEnd.Split(paragraph, -1) {
			words := strings.FieldsFunc(plain.Apostrophes.Replace(sentence), isNoLetter)
			total.Words += len(words)
			total.Sentences += min(1, len(words))
			for _, word := range words {
				total.Syllables += r.formula.syllables(word)
			}
		}
	}
	return total
}

// paragraphs gives the text's paragraphs, headings and list items, each in
// one line and without marks.
func (r grader) paragraphs(markdown string) []string {
	text := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(markdown)
	for _, hidden := range r.hidden {
		text = hidden.ReplaceAllString(text, "")
	}
	var paragraphs []string
	for line := range strings.SplitSeq(text, "\n") {
		begins := strings.TrimSpace(line) == "" || r.newParagraph.MatchString(line)
		for _, mark := range r.marks {
			line = mark.ReplaceAllString(line, mark.seen)
		}
		if last := len(paragraphs) - 1; last >= 0 && !begins {
			paragraphs[last] += " " + line
		} else {
			paragraphs = append(paragraphs, line)
		}
	}
	return paragraphs
}

// syllables counts the vowels of an English word in ones and twos, after its silent
// ending. Every word has at least one.
func syllables(word string) int {
	isConsonant := func(r rune) bool { return !strings.ContainsRune("aeiouy", r) }
	count := 0
	for _, vowels := range strings.FieldsFunc(withoutSilentEnding(strings.ToLower(word)), isConsonant) {
		count += (len(vowels) + 1) / 2 // two together sound as one
	}
	return max(1, count)
}

// withoutSilentEnding takes off an ending that is written but not heard, as in
// "makes", "asked" and "safe", but not in "tables", "added" or "agree".
func withoutSilentEnding(word string) string {
	before := func(ending, heardAfter string) bool {
		stem, found := strings.CutSuffix(word, ending)
		return found && stem != "" && !strings.Contains(heardAfter, stem[len(stem)-1:])
	}
	switch {
	case before("es", "laeiouy"), before("ed", "td"):
		return word[:len(word)-2]
	case before("e", "laeiouy"):
		return word[:len(word)-1]
	}
	return word
}
