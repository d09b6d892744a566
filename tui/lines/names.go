package lines

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// isNoName reports whether a line is what answers something else, such as a word
// that was typed once too often, one with a slip of the fingers, or a number. While
// nobody was asked for a name yet, any word in small letters is.
func (t *turn) isNoName() bool {
	small := t.text == strings.ToLower(t.text) && t.text != strings.ToUpper(t.text) // in a script that tells them apart
	if small && (t.was.rest != "" && !t.heard[t.id].whole || t.isSlip()) {
		return true
	}
	name := t.nameIn(t.text)
	return t.refuses(name) || t.begins(name, func(w *words.Words) string { return w.Lines.NoNames }) || strings.Trim(t.bare, "0123456789 .,-") == ""
}

// isSlip reports whether a line is a word of this page but for one slip of the fingers.
func (t *turn) isSlip() bool {
	word, behind, _ := strings.Cut(t.bare, " ")
	return slices.ContainsFunc(t.canType(), func(of string) bool { return plain.Slip(t.bare, bare(of)) }) ||
		behind != "" && slices.ContainsFunc([]page.Meaning{page.Search, page.Glossary}, func(m page.Meaning) bool { return plain.Slip(word, bare(t.vocab.shown(m))) })
}

// refusesName refuses what is no name, and says how it can be one and what can be
// done instead. What speaks of not signing never is: it would sign for somebody who
// does not want to.
func (t *turn) refusesName(line page.Item, text string, isNone bool) bool {
	never := t.refusesToSign(text)
	if !line.Name || !never && !isNone {
		return false
	}
	t.say(plain.Either(never, t.words.Plain.Unknown, t.notAName(line, text)), "text", short(text))
	switch word := t.answerNear(text); {
	case word != "":
		t.say(t.words.Lines.AnswerIs, "word", word)
	case t.isSlip() && t.perhaps() != "":
		t.mayMean(t.perhaps())
	default:
		t.sayAnswers(acts(t.sheet))
	}
	return true
}

// isNumbered reports whether a line begins with a number: it was meant for another
// line, or is read as that of this one.
func (t *turn) isNumbered() bool {
	number, _, behind := strings.Cut(plain.Typeable(t.text), " ")
	return behind && len(numbers(number)) > 0
}

// notAName says that a text was taken for none, and the way that always takes it for
// one: the line's number before it, in place of one that was meant for another line.
func (t *turn) notAName(line page.Item, text string) string {
	name := text
	if t.isNumbered() {
		name = t.behindNumber()
	}
	return t.fill(t.words.Lines.NotAName, "text", short(text), "n", t.numberOf(line), "name", short(name))
}

// signs reports whether a word signs, or does not, on a page of either reader's.
func (t *turn) signs(word string) bool {
	return slices.ContainsFunc(t.signing(), func(spelling string) bool { return spelling == word })
}

// signing are the words that sign, or do not, as they are compared.
func (t *turn) signing() (all []string) {
	for _, w := range t.both() {
		all = append(all, plain.Spellings(strings.Join([]string{w.Command.Sign, w.Command.DoNotSign, w.Intake.SignWord}, ","))...)
	}
	return plain.Each(all, bare)
}

// meansToSign says where one signs to whoever seems to look for it elsewhere.
func (t *turn) meansToSign() bool {
	word, _, _ := strings.Cut(t.bare, " ")
	if _, here := t.declines(); here || t.visit.Intakes != nil || t.answerNear(t.text) != "" || !t.signs(word) && plain.Nearest(t.bare, t.signing()) == "" {
		return false
	}
	t.Say(t.words.Frame.AtSigning)
	for _, move := range t.sheet.Moves {
		if move.Meaning == page.SignPage || move.Meaning == page.SignAgain {
			t.mayMean(t.vocab.shown(move.Meaning))
		}
	}
	return true
}

// declines is what does not sign on this page, if one signs here.
func (t *turn) declines() (page.Item, bool) {
	return first(t.sheet, func(i page.Item) bool { return i.ID == string(page.Decline) })
}

// unmarked is a text as it is compared, without apostrophes, as many type it.
func unmarked(text string) string {
	return strings.NewReplacer("'", "", "’", "", "‘", "", "´", "", "`", "", ",", "").Replace(bare(text))
}

// begins reports whether a text begins with one of the spellings of either reader's.
func (t *turn) begins(text string, of func(*words.Words) string) bool {
	text = unmarked(text) + " "
	return slices.ContainsFunc(t.both(), func(w *words.Words) bool {
		return slices.ContainsFunc(plain.Spellings(of(w)), func(word string) bool { return strings.HasPrefix(text, unmarked(word)+" ") })
	})
}

// refuses reports whether a text begins like a no.
func (t *turn) refuses(text string) bool {
	return t.begins(text, func(w *words.Words) string { return w.Lines.Refusals })
}

// refusesToSign reports whether a text can be nothing but a refusal: no name is like it.
func (t *turn) refusesToSign(text string) bool {
	return t.refuses(text) && slices.ContainsFunc(t.both(), func(w *words.Words) bool {
		signs := slices.ContainsFunc(strings.Fields(unmarked(text)), func(word string) bool {
			return slices.ContainsFunc(plain.Spellings(w.Lines.SignStems), func(stem string) bool { return strings.HasPrefix(word, stem) })
		})
		return signs || slices.Contains(plain.Each(plain.Spellings(w.Command.NotNow), unmarked), unmarked(text))
	})
}

// spellings are the ways to type a word that is told by the first of them.
func (l *Lines) spellings(word string) []string {
	for _, spellings := range content.WordKeys(l.words.Command) {
		if all := plain.Spellings(spellings); all[0] == word {
			return all
		}
	}
	return []string{word}
}

// isWordOf reports whether a line is the word of an item; of one that signs, or does
// not, any of its spellings.
func (t *turn) isWordOf(i page.Item) bool {
	is := func(word string) bool { return t.bare == bare(word) }
	return i.Word != "" && (is(i.Word) || t.signs(t.bare) && slices.ContainsFunc(t.spellings(i.Word), is))
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
