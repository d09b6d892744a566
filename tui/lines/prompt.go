package lines

import (
	"slices"
	"strings"

	"firstsession/content/page"
)

// prompt is where one is and what can be typed, in one short line. What leads
// on stands first, and what each word does is told after a question mark.
func (l *Lines) prompt(s page.Sheet) string {
	words := l.words.Lines
	place := s.Place
	if place == "" {
		place = s.Title
	}
	if s.State != "" {
		place += ", " + s.State
	}
	said := []string{sentence(place)}
	line, waiting := l.waitsFor(s)
	if waiting {
		said = append(said, l.fill(words.Write, "label", strings.TrimRight(line.Label, ".")))
	}
	said = append(said, l.onEnter(s), l.byNumber(s, waiting))
	said = append(said, l.fill(words.Or, "words", strings.Join(l.offered(s), ", ")), words.More)
	return strings.Join(said, " ")
}

// waitsFor is the Line whose text is asked for.
func (l *Lines) waitsFor(s page.Sheet) (page.Item, bool) {
	for _, item := range s.Items {
		if item.ID == l.asked && item.Kind == page.Line {
			return item, true
		}
	}
	return waits(s)
}

// onEnter is what an empty line does.
func (l *Lines) onEnter(s page.Sheet) string {
	words := l.words.Lines
	switch at := slices.IndexFunc(s.Items, func(i page.Item) bool { return i.Kind == page.GoOn }); {
	case l.asked != "":
		return words.EnterKeeps
	case l.rest.text != "":
		return words.Rest
	case at >= 0:
		return sentence(strings.TrimRight(l.fill(words.Enter, "does", s.Items[at].Label), "."))
	case l.leadsBack(s):
		return words.EnterBack
	default:
		return ""
	}
}

// byNumber is what a number does.
func (l *Lines) byNumber(s page.Sheet, waiting bool) string {
	words, all := l.words.Lines, numbered(s)
	if len(all) == 0 || l.asked != "" || waiting && len(all) == 1 {
		return ""
	}
	only := func(kinds ...page.Kind) bool {
		return !slices.ContainsFunc(all, func(i page.Item) bool { return !slices.Contains(kinds, i.Kind) })
	}
	text := words.Fill
	switch {
	case only(page.Tick):
		text = words.Tick
	case only(page.Row):
		text = words.Read
	case only(page.Choose, page.Pick, page.Act, page.Row, page.Tick):
		text = words.Choose
	}
	span := "1"
	if len(all) > 1 {
		span = l.fill(words.FromTo, "most", len(all))
	}
	return l.fill(text, "numbers", span)
}

// offered are the words that a prompt names: those of the page, and those that
// lead out of it.
func (l *Lines) offered(s page.Sheet) []string {
	words := l.ofPage(s)
	for _, m := range l.visit.Moves() {
		switch m.Meaning {
		case page.Back, page.HelpNow, page.Stop:
			words = append(words, l.vocab.shown(m.Meaning))
		}
	}
	return words
}

// ofPage are the words of the page's own acts and moves.
func (l *Lines) ofPage(s page.Sheet) []string {
	var words []string
	for _, item := range s.Items {
		if item.Word != "" && item.Kind != page.GoOn {
			words = append(words, item.Word)
		}
	}
	for _, move := range s.Moves {
		word := l.vocab.shown(move.Meaning)
		if how := l.how(move.Meaning); how != "" && !slices.Contains(words, word) && !inPrompt(move.Meaning) {
			words = append(words, word)
		}
	}
	return words
}

// inPrompt reports whether a prompt names a meaning without the page's doing.
func inPrompt(m page.Meaning) bool {
	return m == page.Back || m == page.HelpNow || m == page.Stop || m == page.GoOnward || m == page.Keys
}

// canType are all words that do something here.
func (l *Lines) canType(s page.Sheet) []string {
	words := append(l.ofPage(s), l.vocab.shown(again), l.vocab.shown(where))
	for _, move := range l.visit.Moves() {
		words = append(words, l.vocab[move.Meaning]...)
	}
	return words
}

// allWords says all that can be typed here, a line each.
func (l *Lines) allWords(s page.Sheet) {
	words, all := l.words.Lines, numbered(s)
	if len(all) > 0 {
		l.add(words.HowNumber, true)
	}
	if countOf(s, page.Tick) > 0 {
		l.add(words.HowTick, true)
	}
	if slices.ContainsFunc(all, func(i page.Item) bool { return i.Kind == page.Line }) {
		l.add(l.fill(words.HowLine), true)
	}
	for _, item := range s.Items {
		if item.Word != "" {
			l.add(l.fill(words.Act, "word", item.Word, "label", item.Label), true)
		}
	}
	for _, move := range l.visit.Moves() {
		if move.Label != "" {
			l.add(l.fill(words.Act, "word", l.vocab.shown(move.Meaning), "label", move.Label), true)
			continue
		}
		l.add(l.fill(l.how(move.Meaning)), true)
	}
	l.add(l.fill(words.HowAgain), true)
	l.add(l.fill(words.HowWhere), true)
	l.Say(words.HowShort)
	l.mode()
}

// how says what a meaning does; empty for one that is not typed, or told of
// already.
func (l *Lines) how(m page.Meaning) string {
	w := l.words.Lines
	return map[page.Meaning]string{
		page.ShowMe: w.HowShow, page.Later: w.HowLater, page.Rule: w.HowRule, page.SignAgain: w.HowSignAgain,
		page.BeginPrivate: w.HowPrivate, page.Decline: w.HowDecline, page.Aside: w.HowAside, page.Back: w.HowBack,
		page.Chapters: w.HowChapters, page.Search: w.HowSearch, page.Glossary: w.HowGlossary, page.Note: w.HowNote,
		page.Flag: w.HowFlag, page.Clinician: w.HowClinician, page.EndIntake: w.HowEnd, page.About: w.HowAbout,
		page.HelpNow: w.HowHelp, page.Stop: w.HowStop,
	}[m]
}
