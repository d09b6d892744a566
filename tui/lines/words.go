package lines

import (
	"slices"

	"firstsession/content"
	"firstsession/content/page"
)

// write takes a line that is the text of a Line. Explicit is set if its number
// was typed before.
func (t *turn) write(line page.Item, explicit bool) bool {
	switch done, ok := t.beside(line, explicit); {
	case ok:
		return done
	case t.sheet.Binding && !explicit && t.cries():
		// It may be a name all the same, and is taken where that is said.
		n := 1 + slices.IndexFunc(numbered(t.sheet), func(i page.Item) bool { return i.ID == line.ID })
		t.last = t.fill(t.words.Lines.NoName, "text", short(t.text), "n", n)
		return t.do(page.HelpNow, "")
	default:
		return t.give(line, t.text)
	}
}

// beside takes what is no text where one is asked for: an empty line, and whole
// words that the prompt offers.
func (t *turn) beside(line page.Item, explicit bool) (done, ok bool) {
	if t.text == "" {
		if explicit {
			return false, true
		}
		return t.enter(), true
	}
	if t.spoiled || t.isLetter() {
		return false, false // all of it is text
	}
	if item, ok := t.byWord(); ok && item.Word != "" && t.bare == bare(item.Word) {
		return t.give(item, ""), true
	}
	m, words, ok := t.vocab.find(t.said)
	if ok && words == "" && (m == page.HelpNow || t.bare == t.vocab.shown(m)) && t.isOffered(m) {
		return t.do(m, ""), true
	}
	if explicit {
		return false, false
	}
	if all := numbers(t.text); len(all) > 0 && slices.Max(all) <= len(numbered(t.sheet)) && slices.Min(all) > 0 {
		return t.choose(all), true
	}
	if m == page.Note && words != "" {
		return t.do(m, words), true
	}
	if other, text, ok := t.addressed(); ok && (text == "" || other.Text == "" && other.ID != line.ID) {
		return t.give(other, text), true
	}
	return false, false
}

// isOffered reports whether a prompt offers a meaning where text is asked for.
func (t *turn) isOffered(m page.Meaning) bool {
	everywhere := []page.Meaning{page.HelpNow, page.Back, page.Stop, page.Keys, again, where}
	return slices.Contains(everywhere, m) || slices.ContainsFunc(t.sheet.Moves, func(o page.Move) bool { return o.Meaning == m })
}

// do does what a word means.
func (t *turn) do(m page.Meaning, words string) bool {
	switch m {
	case again:
		t.chapter, t.was.rest = 0, ""
		t.wholePage(t.sheet)
		return false
	case where:
		t.Say(sentence(t.where(t.sheet)))
		t.mode()
		return false
	case page.Keys:
		t.allWords(t.sheet)
		return false
	case page.GoOnward:
		return t.enter()
	case erase, yes, no:
		t.unknown()
		return false
	}
	t.visit.Do(m, words)
	return true
}

// cries reports whether a line asks for help in other words than the command's.
func (t *turn) cries() bool { return t.words.Danger.IsCry(t.text) }

// unknown says that something is no answer here, and what is.
func (t *turn) unknown() {
	t.say(t.words.Plain.Unknown, "text", short(t.text))
	if word := content.Nearest(t.bare, t.canType()); word != "" {
		t.say(t.words.Lines.DidYou, "word", word)
		return
	}
	t.inRange()
}

// canType are all words that do something here.
func (t *turn) canType() []string {
	words := append(t.ofPage(t.sheet), t.vocab.shown(again), t.vocab.shown(where))
	for _, move := range t.visit.Moves() {
		words = append(words, t.vocab[move.Meaning]...)
	}
	return words
}

func (t *turn) inRange() {
	if len(numbered(t.sheet)) > 0 {
		t.say(t.words.Lines.Range, "numbers", t.span(t.sheet))
	}
}

// short is the start of what was typed, to say it again.
func short(text string) string { return content.Shorten(text, 40) }
