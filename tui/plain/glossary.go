package plain

import (
	"strings"
	"unicode/utf8"
)

// glossary says what a word means, or which words there are.
func (l *Lines) glossary(word string) {
	terms := l.visit.Walk.Guide().Glossary.Terms
	names := make([]string, len(terms))
	found := false
	for i, term := range terms {
		names[i] = term.Name
		if word != "" && fits(term.Name, word) {
			found = true
			l.Say(sentence(term.Name))
			l.blocks(term.Body)
		}
	}
	if found {
		return
	}
	if word != "" && l.words.Danger.IsSearch(word) {
		l.page(l.visit.Walk.Guide().Help)
		return
	}
	if word != "" {
		l.say(l.words.Plain.NoTerm, "word", short(word))
		return
	}
	l.Say(sentence(l.visit.Walk.Guide().Glossary.Title))
	l.say(l.words.Plain.Terms, "terms", strings.Join(names, ", "))
}

// fits says whether a term is the one that a word asks for.
func fits(name, word string) bool {
	name, word = strings.ToLower(name), strings.ToLower(strings.TrimRight(word, ".?! "))
	return name == word || utf8.RuneCountInString(word) > 3 && strings.Contains(name, word)
}
