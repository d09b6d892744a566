package lines

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstsession/content/page"
	"firstsession/content/plain"
)

// prompt is how far one is and what can be typed, in one short line. What leads on stands
// first. All words are named where there are others than before, at the start of a chapter,
// and when somebody asks or is astray: who hears them at each page hears little else.
func (l *Lines) prompt(s page.Sheet) string {
	words := l.words.Lines
	line, waiting := waitsFor(s, l.asked)
	before, write := l.full, ""
	l.full = ""
	if waiting {
		write = sentence(l.fill(words.Write, "label", line.Label))
	}
	enter, number, named := l.onEnter(s), l.byNumber(s, waiting), l.ofPage(s)
	if l.rest != "" && l.asked == "" { // what can be answered has not been said yet
		return joined(plain.Either(l.below, l.fill(words.RestOf, "place", sentence(l.where(s))), words.Rest), words.More)
	}
	ways := strings.Join(append([]string{write, enter, number}, named...), "\n")
	asked := l.isAsked(s)
	if asked {
		named = append([]string{l.vocab.shown(yes)}, named...)
	}
	whole := l.whole || asked || !l.told[ways] || write+enter+number == "" // where nothing leads on, the words do
	l.told[ways], l.whole = true, false
	if _, on := s.GoOn(); !whole && l.twice != "" && number != "" { // what to type has just been said
		return words.More
	} else if !whole {
		known := l.stays || s.State == l.words.Plain.Open && !s.Binding // what was answered has said it, or the numbers do
		return joined(plain.Either(known, "", l.news(s)), write, enter, plain.Either(on && s.Binding, "", number), words.More)
	}
	everywhere := l.shown(plain.Either(l.entersBack(s), page.HelpNow, page.Back), page.HelpNow, page.Stop)
	all := strings.Join(append(named, everywhere...), ", ")
	state, leads := l.state(s), enter+number+write != ""
	if leads && l.refused && !asked && before == all { // just said
		return joined(write, enter, number, words.More)
	}
	l.full = all
	if leads && (l.hasJustSaid(sentence(l.where(s))) || l.hasJustSaid(sentence(s.Place))) {
		state = l.news(s)
	}
	or := plain.Either(l.visit.Fresh(), words.OrType, words.Or)
	return joined(state, write, enter, number, l.fill(or, "words", all), words.MoreAll)
}

// isAsked reports whether a yes would do something that was asked once more.
func (l *Lines) isAsked(s page.Sheet) bool {
	return l.anew != "" || s.Has(func(i page.Item) bool { return i.Sure && i.ID == l.twice })
}

// news is what came of a page so far, unless it has just been said.
func (l *Lines) news(s page.Sheet) string {
	first, size := utf8.DecodeRuneInString(s.State)
	text := sentence(string(unicode.ToUpper(first)) + s.State[size:])
	shown := s.State == l.words.Plain.Shown && l.hasJustSaid(l.words.Question.Shown) // in other words
	if s.State == "" || shown || l.hasJustSaid(text) || l.hasJustSaid(s.Notice.Text) {
		return ""
	}
	return text
}

// hasJustSaid reports whether a paragraph is among those before the prompt.
func (l *Lines) hasJustSaid(text string) bool {
	return text != "" && slices.ContainsFunc(l.out, func(p paragraph) bool { return p.text == text })
}

// state is where one is on a page, and how far.
func (l *Lines) state(s page.Sheet) string {
	place := cmp.Or(s.Place, l.where(s))
	if l.news(s) != "" {
		place = strings.TrimRight(place, ".") + ", " + s.State
	}
	return sentence(place)
}

// onEnter is what an empty line does.
func (l *Lines) onEnter(s page.Sheet) string {
	words := l.words.Lines
	line, _ := waitsFor(s, l.asked)
	switch item, ok := s.GoOn(); {
	case l.asked != "" && line.Text != "":
		return l.fill(words.EnterKeepsText, "text", line.Text)
	case l.asked != "":
		return words.EnterKeeps
	case ok:
		return sentence(l.fill(words.Enter, "does", item.Label))
	case l.leadsBack(s):
		return words.EnterBack
	default:
		return ""
	}
}

// byNumber is what a number does.
func (l *Lines) byNumber(s page.Sheet, waiting bool) string {
	words, all := l.words.Lines, s.Numbered()
	text := words.Choose
	switch n := len(all); {
	case n == 0, l.asked != "", waiting && n == 1, s.Count(page.GoOn) > 0 && s.Count(page.Choose) == n:
		return "" // a question that has been answered goes on
	case s.Count(page.Tick) == n:
		text = words.Tick
	case s.Count(page.Row) == n && all[0].Takes == nil:
		text = words.Read
	case slices.ContainsFunc(all, func(i page.Item) bool { return i.Kind == page.Line }):
		text = words.Fill
	}
	return l.fill(text, "numbers", l.span(s))
}

// isSettled reports whether a page only goes on, since its question was answered.
func isSettled(s page.Sheet) bool {
	n := s.Count(page.Choose)
	return s.Count(page.GoOn) > 0 && !s.Binding && n > 0 && n == len(s.Numbered())
}

// span is the numbers that can be typed: "1 to 3".
func (l *Lines) span(s page.Sheet) string {
	if n := len(s.Numbered()); n > 1 {
		return l.fill(l.words.Lines.FromTo, "most", n)
	}
	return "1"
}

// ofPage are the words of the page's own acts and moves.
func (l *Lines) ofPage(s page.Sheet) []string {
	var words []string
	_, on := s.GoOn()
	for _, item := range l.offered(s) {
		if !on || s.Binding || item.Kind == page.Act || s.Count(page.Line) > 0 {
			words = append(words, item.Word)
		}
	}
	if on && s.Binding { // where an answer is given, and another may be
		return words
	}
	for _, move := range s.Moves {
		word := l.vocab.shown(move.Meaning)
		if !slices.Contains(words, word) && move.Meaning != page.HelpNow && move.Meaning != page.Back {
			words = append(words, word)
		}
	}
	return words
}

// shown are the words of those meanings that can be done here.
func (l *Lines) shown(all ...page.Meaning) []string {
	return plain.Some(l.visit.Moves(), func(m page.Move) (string, bool) {
		return l.vocab.shown(m.Meaning), slices.Contains(all, m.Meaning)
	})
}

// allWords says what can be typed here, a line each; what goes anywhere is only named at first.
func (l *Lines) allWords(s page.Sheet, all bool) {
	words := l.words.Lines
	there := s.Numbered()
	if len(there) > 0 && !isSettled(s) {
		l.Say(words.HowNumbers)
	}
	if slices.ContainsFunc(there, func(i page.Item) bool { return i.Word != "" }) {
		l.Say(words.HowTwice)
	}
	if s.Count(page.Tick) > 0 {
		l.Say(words.HowTick)
	}
	if writes(s) {
		l.say(words.HowLine)
	}
	for _, item := range l.offered(s) {
		l.item(l.does(item.Word, item.Label))
	}
	moves := slices.DeleteFunc(l.visit.Moves(), func(m page.Move) bool {
		_, said := s.Item(string(m.Meaning))
		return said || m.Meaning == page.Keys
	})
	if !all {
		l.shortWords(s, moves)
	} else {
		l.parts(s, page.NewKeys(moves, nil).Show(l.visit.State()).Body)
	}
	l.say(words.HowAgain)
	l.sayHow(s)
	if !all || !l.visit.Private { // which stands above all of it
		l.mode()
	}
}

// sayHow says what words can stand behind others, and which are known by a letter.
func (l *Lines) sayHow(s page.Sheet) {
	words := l.words.Lines
	line, waiting := waitsFor(s, l.asked)
	behind := l.shown(withWords...)
	if waiting && !line.Live && !line.Name { // where the others may be the text
		behind = l.shown(page.Note)
	}
	if len(behind) > 0 {
		l.say(words.HowBehind, "words", strings.Join(behind, ", "))
	}
	if !waiting || !line.Name { // where a letter is a name
		l.say(words.Letters, "words", strings.Join(l.byLetter(), ", "))
	}
}

// byLetter are the words that can be typed here by their first letter.
func (l *Lines) byLetter() []string {
	var words []string
	for _, m := range append(plain.Each(l.visit.Moves(), func(m page.Move) page.Meaning { return m.Meaning }), again, where) {
		letter, _ := utf8.DecodeRuneInString(bare(l.vocab.shown(m)))
		if m != page.Stop && m != page.Keys && slices.Contains(l.vocab[m], string(letter)) && !l.beginsAnswer(m, string(letter)) {
			words = append(words, l.vocab.shown(m))
		}
	}
	return words
}

// answers are those that bind, where nothing else has a number, so that a number alone answers nothing.
func answers(s page.Sheet) []string {
	if !s.Binding || slices.ContainsFunc(s.Numbered(), func(i page.Item) bool { return i.Word == "" }) {
		return nil
	}
	return wordsOf(s.Items)
}

func wordsOf(items []page.Item) []string {
	return plain.Some(items, func(i page.Item) (string, bool) { return i.Word, i.Word != "" })
}

// offered are the items with words that do not wait until all of the page was said.
func (l *Lines) offered(s page.Sheet) []page.Item {
	return plain.Only(s.Items, func(i page.Item) bool { return i.Word != "" && !l.unheard(i) })
}

// beginsAnswer reports whether a letter could be meant for an answer that binds. Help now always is itself.
func (l *Lines) beginsAnswer(m page.Meaning, letter string) bool {
	begins := func(word string) bool { return strings.HasPrefix(bare(word), letter) }
	return m != page.HelpNow && slices.ContainsFunc(answers(l.visit.Sheet()), begins)
}

// shortWords says what the page itself offers, and names the rest.
func (l *Lines) shortWords(s page.Sheet, moves []page.Move) {
	var more []string
	for _, move := range moves {
		word := l.vocab.shown(move.Meaning)
		if move.Label != "" || page.Offers(s.Moves, move.Meaning) {
			l.item(l.does(word, cmp.Or(move.Label, page.Does(l.words, move.Meaning))))
		} else {
			more = append(more, word)
		}
	}
	l.say(l.words.Lines.Everywhere, "words", strings.Join(more, ", "))
}

// does says what a word does, unless it says so itself.
func (l *Lines) does(word, label string) string {
	if label == "" || strings.EqualFold(word, label) {
		return word
	}
	return l.fill(l.words.Lines.Act, "word", word, "label", label)
}
