package lines

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// write takes the text of a Line, whose number was typed before if it is explicit.
func (t *turn) write(line page.Item, explicit bool) bool {
	switch done, ok := t.beside(line, explicit); {
	case ok:
		return done
	case t.sheet.Binding && !explicit && t.visit.IsCry(t.text):
		// It may be a name all the same, and is taken where that is said.
		t.last = t.notAName(line, t.text)
		return t.do(page.HelpNow, "")
	case t.was.rest != "" && !explicit && t.means == page.GoOnward:
		return t.enter() // which is to hear the rest
	case line.Name && t.isCommand(line) && t.mayBeInitials():
		return t.asksIfName(line)
	case t.refusesName(line, t.text, t.isCommand(line) || t.isNoName()):
		return false
	case !explicit && (t.isWord && t.means == erase || t.erasesBeyond()) && t.sayNotes():
		return false
	case !line.Name && (explicit && t.isCommandAlone() || !explicit && t.isCommand(line)):
		return t.asksToWrite(line)
	default:
		return t.give(line, t.text)
	}
}

// fewBehind is how many words stand behind a command at most.
const fewBehind = 3

// isCommand reports whether a text for a Line reads like a command. A letter may
// be a name, and so may what has a capital, unless it is the word of one.
func (t *turn) isCommand(line page.Item) bool {
	first, rest, more := strings.Cut(t.text, " ")
	m, _, leads := t.find(clean(first))
	switch {
	case line.Live || t.isLetter():
		return false
	case t.isWord && t.with != "":
		return len(strings.Fields(t.with)) <= fewBehind
	case line.Name && leads && more && m != myName && first == strings.ToLower(first) && utf8.RuneCountInString(first) > 1:
		return true
	case line.Name && t.capital && (!t.isWord || t.means == page.Flag): // as Mark is a name
		return false
	}
	item, ok := t.itemAt(t.number)
	noRoom := ok && item.Kind != page.Line && t.tail != "" // for text
	return t.isCommandAlone() || noRoom || leads && len(numbers(rest)) > 0
}

// beside takes what is no text where one is asked for: words that the prompt offers.
func (t *turn) beside(line page.Item, explicit bool) (done, ok bool) {
	if t.spoiled || t.isLetter() && (line.Name || explicit) {
		return false, false // all of it is text
	}
	m, all := t.means, numbers(t.text)
	item, isOwn := t.byWord()
	other, text, addressed := t.addressed()
	noName := line.Name && !explicit && t.isCommand(line) // would be refused as one
	mayBeName := line.Name && other.Kind == page.Line && other.Text != "" && text != "" && !strings.ContainsAny(text, `/\~`)
	switch {
	case isOwn && t.isWordOf(item):
		return t.give(item, ""), true
	case t.isWord && t.isLetter(): // which says nothing by itself
		return t.do(m, ""), true
	case t.isWord && t.with == "" && (m == page.HelpNow || t.isShown(m) || noName && !t.capital) && t.isOffered(m, explicit):
		return t.do(m, ""), true
	case addressed && other.ID == line.ID:
		return t.give(line, text), true
	case explicit:
		return false, false
	case len(all) > 0 && slices.Max(all) <= len(t.sheet.Numbered()) && slices.Min(all) > 0:
		return t.choose(all), true
	case t.with != "" && (m == page.Note || noName):
		return t.do(m, t.with), true
	case addressed && !mayBeName:
		return t.put(other, text), true
	}
	return t.yesOrNo()
}

// isShown reports whether a line is the word that a meaning is told by, in either language.
func (t *turn) isShown(m page.Meaning) bool {
	return t.bare == bare(t.vocab.shown(m)) || t.theirs != nil && t.bare == bare(t.theirs.shown(m))
}

// isOffered reports whether a prompt offers a meaning where text is asked for, or
// the list of all words does. Whoever typed the number of a line first, or a name's
// capital, may well mean such a word as text.
func (t *turn) isOffered(m page.Meaning, explicit bool) bool {
	everywhere := []page.Meaning{page.HelpNow, page.Back, page.Stop, page.Keys, again, where}
	moves := t.sheet.Moves
	mayBeName := t.sheet.Binding && t.capital
	if !explicit && !mayBeName {
		moves = append(t.visit.Moves(), page.Move{Meaning: page.ShortWay}, page.Move{Meaning: page.WholeWay})
	}
	return slices.Contains(everywhere, m) || page.Offers(moves, m)
}

// do does what a word means.
func (t *turn) do(m page.Meaning, words string) bool {
	t.whole = m == again || m == where || m == page.Keys
	switch m {
	case again:
		if t.reheard = t.readBy != "" && !t.was.reheard; t.reheard {
			t.wholeSheet(t.read)
			return false
		}
		t.readBy, t.chapter, t.was.rest = "", 0, ""
		t.visit.Forget()
		t.wholePage(t.visit.Sheet())
		return false
	case where:
		t.sayWhere()
		return false
	case page.Back:
		if t.was.over { // from what was only read in between
			t.say(t.words.Plain.BackAt, "place", sentence(t.where(t.sheet)))
			return false
		}
	case page.HelpNow:
		if t.was.help || t.was.helped { // of which only the picture is new
			t.helpInShort(t.visit.Guide().Help)
			return false
		}
	case page.Later:
		if t.signs() { // where not to sign now is what is meant
			return t.unknown()
		}
	case page.Keys:
		t.keys = !t.was.keys
		t.allWords(t.sheet, t.was.keys)
		return false
	case page.GoOnward:
		if t.readBy != "" && t.read.Chapter > 0 && t.entersBack(t.sheet) { // not to where that was looked at from
			t.say(t.words.Lines.OnThere, "place", t.named(t.read), "n", t.read.Chapter)
			return false
		}
		return t.enter()
	case erase, yes, no, takeBack, myName:
		return t.unknown()
	}
	if m != page.Stop { // which may have been asked about itself
		t.visit.Forget()
	}
	t.visit.Do(m, words)
	return true
}

// giveToAny gives the line to what takes a text wherever it is typed, such as another word to look for.
func (t *turn) giveToAny() bool {
	takes := func(i page.Item) bool { return i.Takes != nil && i.Takes(t.text) || i.Live && !t.isSlip() }
	if item, ok := t.sheet.First(takes); ok {
		return t.give(item, t.text)
	}
	return t.unknown()
}

// unknown says that something is no answer here, and what is.
func (t *turn) unknown() bool {
	t.whole, t.refused = true, true
	if t.meansToSign() {
		return false
	}
	word, guess := t.answerNear(t.text), t.perhaps()
	if item, waits := t.waitsToSign(word); waits {
		return t.give(item, "")
	}
	t.say(t.words.Plain.Unknown, "text", short(t.text))
	switch line, fills := t.toFill(); {
	case t.erasesBeyond():
		t.inRange()
	case t.leads(word, guess, guess != ""):
	case t.signs() && t.isNoName():
		t.sayAnswers(wordsOf(t.offered(t.sheet)))
	case fills && len(numbers(t.text)) == 0:
		t.say(t.words.Lines.ToWrite, "label", line.Label, "n", t.sheet.Number(line.ID), "text", short(t.text))
	default:
		t.inRange()
	}
	return false
}

// toFill is the first line that is to be filled in, where a name is asked for, or the
// one of the name with which one signs, which may be another. What may stay empty
// stands below it.
func (t *turn) toFill() (page.Item, bool) {
	name := slices.IndexFunc(t.sheet.Items, func(i page.Item) bool { return i.Name })
	fills := func(i page.Item) bool { return i.Kind == page.Line && (i.Text == "" || i.Name && t.signs()) }
	return page.Sheet{Items: t.sheet.Items[:name+1]}.First(fills)
}

// answerNear is the word of an answer that binds, if a text is near to one of the ways
// to say it, or begins with one where one signs. A text with a no in it is near to none
// but those that say no themselves.
func (t *turn) answerNear(text string) string {
	word, _, _ := strings.Cut(bare(text), " ")
	isNear := func(i page.Item) bool {
		if i.Word == "" || t.saysNo(text) {
			return i.Word != "" && t.refuses(i.Word)
		}
		all := plain.Each(t.spellings(i.Word), bare)
		accepts := i.Word == plain.Spellings(t.words.Command.Agree)[0] && t.ways(func(w *words.Words) string { return w.Lines.Accepts }).have(text)
		return accepts || t.signs() && slices.Contains(all, word) || plain.Nearest(bare(text), all) != ""
	}
	if item, ok := t.sheet.First(isNear); ok && t.sheet.Binding {
		return item.Word
	}
	return ""
}

// perhaps is the word that may have been meant: one of which the first was typed, or one that is near.
func (t *turn) perhaps() string {
	all := t.canType()
	if !strings.ContainsFunc(t.bare, unicode.IsLetter) || t.saysNo(t.text) { // whoever says no means none of them
		return ""
	}
	for _, word := range all {
		if strings.HasPrefix(bare(word), t.bare+" ") && !t.isLetter() && !t.refuses(word) { // "I do" is no refusal
			return word
		}
	}
	if first, rest, ok := strings.Cut(t.text, " "); ok { // a command with words behind it
		for _, m := range []page.Meaning{page.Search, page.Glossary} { // a yes writes no note
			if word := t.vocab.shown(m); plain.Nearest(bare(first), []string{bare(word)}) != "" && slices.Contains(all, word) {
				return word + " " + rest
			}
		}
	}
	if t.ways(func(w *words.Words) string { return w.Lines.NoNames }).have(t.text) {
		return "" // what is said in passing is no slip
	}
	all = slices.DeleteFunc(all, func(word string) bool { return bare(word) == "" || utf8.RuneCountInString(word) == 1 })
	near := plain.Nearest(t.bare, all)
	for m, spellings := range t.vocab {
		if m == page.Stop && slices.Contains(spellings, near) && !plain.Slip(t.bare, near) {
			return "" // who is not sure does not mean to leave
		}
		if m != page.Keys && slices.Contains(spellings, near) { // whose first is a sign, and is not heard
			return spellings[0] // the word that is said everywhere else
		}
	}
	return near
}

// canType are all words that do something here.
func (t *turn) canType() []string {
	moves := plain.Each(t.visit.Moves(), func(m page.Move) page.Meaning { return m.Meaning })
	words := plain.Each(append(moves[:len(moves):len(moves)], again, where), t.vocab.shown) // rather what is told
	for _, word := range wordsOf(t.offered(t.sheet)) {
		words = append(words, t.spellings(word)...)
	}
	for _, m := range moves {
		words = append(words, t.vocab[m]...)
	}
	return slices.DeleteFunc(words, func(word string) bool { return slices.Contains(t.vocab[page.NoTrace], word) }) // to which no guess leads
}
