package lines

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// isNoName reports whether a line is what answers something else, such as a word
// that was typed once too often, one with a slip of the fingers, or a number. While
// nobody was asked for a name yet, any word in small letters is, and one small letter always.
func (t *turn) isNoName() bool {
	small := t.text == strings.ToLower(t.text) && t.text != strings.ToUpper(t.text) // in a script that tells them apart
	unasked := t.was.asked == "" && t.was.rest != "" && !t.heard[t.id].whole
	name, all := t.nameIn(t.text), t.ways(func(w *words.Words) string { return w.Lines.NoNames + "," + toSign(w) })
	return small && (unasked || t.isLetter() || t.isSlip()) || t.refuses(name) || all.begin(name) || strings.ContainsFunc(name, unicode.IsDigit)
}

// isSlip reports whether a line is a word of this page but for one slip of the fingers.
func (t *turn) isSlip() bool {
	word, _, _ := strings.Cut(t.bare, " ")
	near := func(of string) bool { return plain.Slip(t.bare, bare(of)) }
	return slices.ContainsFunc(t.canType(), near) ||
		plain.Slip(word, bare(t.vocab.shown(page.Search))) || plain.Slip(word, bare(t.vocab.shown(page.Glossary)))
}

// refusesName refuses what is no name, and says how it can be one and what can be
// done instead. What speaks of not signing never is: it would sign for somebody who
// does not want to.
func (t *turn) refusesName(line page.Item, text string, isNone bool) bool {
	never, name := t.refusesToSign(text), t.nameIn(text)
	asks := name != t.was.doubted && t.ways(func(w *words.Words) string { return w.Lines.Refusals }).have(name) // once
	if !line.Name || !never && !isNone && !asks {
		return false
	}
	t.doubted = name
	word, guess := t.answerNear(text), plain.Either(t.isSlip(), t.perhaps(), "")
	if item, waits := t.waitsToSign(word); waits {
		t.give(item, "")
		return true
	}
	t.Say(plain.Either(never, t.fill(t.words.Plain.Unknown, "text", short(text)), t.notAName(line, text)))
	if !t.leads(word, guess, true) {
		t.sayAnswers(wordsOf(t.offered(t.sheet)))
	}
	return true
}

// leads says what leads on from what was no answer: a word, how it is done, or what may have been meant.
func (t *turn) leads(word, guess string, exactly bool) bool {
	switch {
	case word != "": // which no guess gives
		t.say(t.words.Lines.AnswerIs, "word", word)
	case t.tells(exactly):
	case guess != "":
		t.mayMean(guess)
	default:
		return false
	}
	return true
}

// notAName says that a text was taken for none, and the way that always takes it for
// one: the line's number before it, in place of one that was meant for another line.
func (t *turn) notAName(line page.Item, text string) string {
	name := plain.Either(len(numbers(t.number)) > 0, cmp.Or(t.tail, text), text)
	return t.fill(t.words.Lines.NotAName, "text", short(text), "n", t.sheet.Number(line.ID), "name", short(name))
}

// refuses reports whether a text begins like a no.
func (t *turn) refuses(text string) bool {
	return t.ways(func(w *words.Words) string { return w.Lines.Refusals }).begin(text)
}

// saysNo reports whether there is a no anywhere in a text.
func (t *turn) saysNo(text string) bool {
	return t.refuses(text) || slices.ContainsFunc(strings.Fields(text), t.refuses)
}

// refusesToSign reports whether a text can be nothing but a refusal: no name is like it.
func (t *turn) refusesToSign(text string) bool {
	stems := t.ways(func(w *words.Words) string { return w.Lines.SignStems })
	signs := slices.ContainsFunc(strings.Fields(unmarked(text)), func(word string) bool {
		return slices.ContainsFunc(stems, func(stem string) bool { return strings.HasPrefix(word, stem) })
	})
	return t.refuses(text) && (signs || t.ways(func(w *words.Words) string { return w.Command.NotNow }).have(text))
}

// ways are ways to say something, as they are compared.
type ways []string

// ways are those of both readers.
func (t *turn) ways(of func(*words.Words) string) (all ways) {
	for _, w := range t.readers {
		all = append(all, plain.Each(plain.Spellings(of(w)), unmarked)...)
	}
	return all
}

func (w ways) have(text string) bool { return slices.Contains(w, unmarked(text)) }

// begin reports whether a text begins with one of them.
func (w ways) begin(text string) bool {
	return slices.ContainsFunc(w, func(word string) bool { return strings.HasPrefix(unmarked(text)+" ", word+" ") })
}

// unmarked is a text as it is compared, without apostrophes, as many type it.
func unmarked(text string) string {
	return strings.Map(func(r rune) rune { return plain.Either(strings.ContainsRune("'’‘´`,?¿!¡", r), -1, r) }, bare(text))
}

// toSign are the words that sign, or do not.
func toSign(w *words.Words) string {
	return w.Command.Sign + "," + w.Command.DoNotSign + "," + w.Intake.SignWord
}

// meansToSign says where one signs to whoever seems to look for it elsewhere.
func (t *turn) meansToSign() bool {
	all := t.ways(toSign)
	initials := t.sheet.Binding && t.mayBeInitials() && !t.isLetter() // as one is asked for on paper
	if t.signs() || t.visit.Intakes != nil || t.answerNear(t.text) != "" || !initials && !all.begin(t.text) && plain.Nearest(t.bare, all) == "" {
		return false
	}
	t.Say(t.words.Frame.AtSigning)
	if offered := t.shown(page.SignPage, page.SignAgain); len(offered) > 0 && !t.saysNo(t.text) {
		t.mayMean(offered[0])
	}
	return true
}

// signs reports whether one signs on this page, or does not.
func (t *turn) signs() bool {
	_, ok := t.sheet.Item(string(page.Decline))
	return ok
}

// spellings are the ways to type a word that is told by the first of them.
func (l *Lines) spellings(word string) []string {
	if i := slices.IndexFunc(l.commands, func(all []string) bool { return all[0] == word }); i >= 0 {
		return l.commands[i]
	}
	return []string{word}
}

// isWordOf reports whether a line is one of the ways to type the word of an item.
func (t *turn) isWordOf(i page.Item) bool {
	return i.Word != "" && t.isOneOf(t.spellings(i.Word))
}

// nameIn is a name without what was typed before it.
func (t *turn) nameIn(text string) string {
	name := text
	for _, before := range t.vocab[myName] {
		if rest, ok := behind(text, before); ok && len(rest) < len(name) {
			name = rest
		}
	}
	return name
}

// mayBeInitials reports whether a line is a few capitals that nobody says in passing.
func (t *turn) mayBeInitials() bool {
	letters := strings.NewReplacer(".", "", " ", "").Replace(t.text)
	n := utf8.RuneCountInString(letters)
	asked := t.was.twice != "" || t.visit.AsksToLeave()
	answers := asked && (t.means == yes || t.means == no)
	return n > 0 && n <= 3 && strings.TrimFunc(letters, unicode.IsUpper) == "" && !answers && t.means != page.HelpNow &&
		!t.refuses(t.text) && !t.ways(func(w *words.Words) string { return w.Lines.NoNames }).begin(t.text)
}

// asksIfName asks about capitals that may be a name, or a command.
func (t *turn) asksIfName(line page.Item) bool {
	t.asksAbout(line, t.text, t.words.Lines.IsName, "text", t.text)
	if t.isWord {
		t.say(t.words.Lines.AnswerIs, "word", t.vocab.shown(t.means))
	}
	return false
}

// waitsToSign is the act of a word if that only says what it waits for: the rest of its page, or promises.
func (t *turn) waitsToSign(word string) (page.Item, bool) {
	item, ok := t.sheet.First(func(i page.Item) bool { return i.Word == word && i.Kind == page.Act && i.ID != string(page.Decline) })
	return item, ok && word != "" && (t.unheard(item) || t.sheet.Has(isOpen))
}

// isOpen reports whether an item leads to what has no answer yet.
func isOpen(i page.Item) bool { return i.Kind == page.Row && i.Mark == page.Open }
