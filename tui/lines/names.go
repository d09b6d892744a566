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
// that was typed once too often, or a number. What begins with a capital may be a
// name, unless it is "I" and what somebody does.
func (t *turn) isNoName() bool {
	if t.text != strings.ToLower(t.text) && !strings.Contains(t.bare, " ") {
		return false
	}
	small := t.text == strings.ToLower(t.text) && t.text != strings.ToUpper(t.text) // in a script that tells them apart
	if t.was.rest != "" && small && !t.heard[t.id].whole {
		return true // nobody was asked for a name yet
	}
	return slices.ContainsFunc(t.both(), func(w *words.Words) bool { return slices.Contains(plain.Spellings(w.Lines.NoNames), t.bare) }) || strings.Trim(t.bare, "0123456789 .,-") == ""
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
	if _, here := t.declines(); here || t.visit.Intakes != nil || t.answerNear() != "" || !t.signs(word) && plain.Nearest(t.bare, t.signing()) == "" {
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

// refuses reports whether a text begins like a no.
func (t *turn) refuses(text string) bool {
	text = unmarked(text) + " "
	return slices.ContainsFunc(t.both(), func(w *words.Words) bool {
		return slices.ContainsFunc(plain.Spellings(w.Lines.Refusals), func(no string) bool { return strings.HasPrefix(text, unmarked(no)+" ") })
	})
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

// isRefusal refuses as a name what says no: it would sign for somebody who does not
// want to. Behind the number of the line it may be a name, if it speaks of no signing.
func (t *turn) isRefusal(line page.Item, text string, explicit bool) bool {
	never := t.refusesToSign(text)
	if !line.Name || !never && (explicit || !t.refuses(text)) {
		return false
	}
	said := plain.Either(never, t.words.Plain.Unknown, t.words.Lines.NoName)
	t.say(said, "text", short(text), "n", t.numberOf(line))
	if item, ok := t.declines(); ok {
		t.say(t.words.Lines.AnswerIs, "word", item.Word)
	}
	return true
}

// isSlip refuses as a name, in small letters, what is a command but for one slip of
// the fingers, and asks for that.
func (t *turn) isSlip(line page.Item) bool {
	if !line.Name || t.text != strings.ToLower(t.text) {
		return false
	}
	word, behind, _ := strings.Cut(t.bare, " ")
	near := func(of string) bool { return plain.Slip(t.bare, bare(of)) }
	answer, answers := first(t.sheet, func(i page.Item) bool { return i.Word != "" && slices.ContainsFunc(t.spellings(i.Word), near) })
	slips := slices.ContainsFunc(t.canType(), near) || behind != "" && slices.ContainsFunc([]page.Meaning{page.Search, page.Glossary}, func(m page.Meaning) bool { return plain.Slip(word, bare(t.vocab.shown(m))) })
	guess := t.perhaps()
	if !answers && (!slips || guess == "") {
		return false
	}
	t.say(t.words.Lines.NoName, "text", short(t.text), "n", t.numberOf(line))
	if answers {
		t.say(t.words.Lines.AnswerIs, "word", answer.Word)
	} else {
		t.mayMean(guess)
	}
	return true
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

// isNumbered refuses as a name what begins with a number: it was meant for another
// line, or is read as that of this one.
func (t *turn) isNumbered(line page.Item, text string) bool {
	number, name, behind := strings.Cut(plain.Typeable(text), " ")
	if !line.Name || !behind || len(numbers(number)) == 0 {
		return false
	}
	t.say(t.words.Lines.NumberedName, "text", short(text), "n", t.numberOf(line), "name", short(strings.TrimSpace(name)))
	return true
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
