package lines

import (
	"slices"
	"strconv"
	"strings"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// tells says how something is done that is done by no such word here: to erase, or to
// change an answer. Of what may be meant otherwise only these very words are read so.
func (t *turn) tells(exactly bool) bool {
	means := func(m page.Meaning) bool {
		slip := func(word string) bool { return plain.Slip(t.bare, bare(word)) }
		return t.isWord && t.means == m || !exactly && slices.ContainsFunc(t.vocab[m], slip)
	}
	switch alone := t.visit.Intakes == nil; {
	case alone && means(erase):
		t.toErase()
	case alone && means(takeBack) && !t.visit.Fresh():
		t.toChange()
	default:
		return false
	}
	return true
}

// toErase says what erases here, and where all that is kept is erased.
func (t *turn) toErase() {
	for _, word := range wordsOf(t.offered(t.sheet)) {
		if m, _, _ := t.vocab.find(clean(word)); m == erase {
			t.say(t.words.Lines.AnswerIs, "word", word)
			return
		}
	}
	if writes(t.sheet) {
		t.say(t.words.Lines.HowLine)
	}
	if len(t.shown(page.NoTrace)) > 0 || t.visit.State().Invited && !t.visit.Fresh() {
		t.say(t.words.Lines.ToErase)
		return
	}
	t.visit.Do(page.NoTrace, "") // which says why not
	t.Say(t.visit.Notice().Text)
}

// toChange says how an answer is changed: the one here, or one to a promise.
func (t *turn) toChange() {
	all, said, w := answers(t.sheet), len(t.out), t.visit.Walk
	settled := w.Tries(t.from).Done
	switch {
	case len(all) > 0 && t.sheet.Count(page.GoOn) > 0:
		t.say(t.words.Lines.Another, "words", strings.Join(all, ", "))
		return
	case len(all) > 0 || !settled && t.sheet.Count(page.Choose) > 0:
		t.inRange()
		return
	case settled:
		t.Say(t.words.Question.Settled)
	case writes(t.sheet):
		t.say(t.words.Lines.HowLine)
	}
	if t.sheet.Count(page.Tick) > 0 {
		t.say(t.words.Lines.HowTick)
	}
	if len(w.Open()) < len(t.visit.Guide().Commitment.Statements) {
		t.say(t.words.Lines.ToChange, "n", w.Chapters())
	} else if len(t.out) == said {
		t.say(t.words.Lines.NoChange)
	}
	for _, move := range t.sheet.Moves {
		if move.Meaning == page.SignPage || move.Meaning == page.SignAgain {
			t.item(t.does(t.vocab.shown(move.Meaning), move.Label))
		}
	}
	if _, signed := w.Signed(); signed {
		t.Say(t.words.Summary.NextTwo)
	}
}

// inRange says the answers or the numbers that there are.
func (t *turn) inRange() bool {
	all := answers(t.sheet)
	if t.sayAnswers(all); len(all) == 0 && len(t.sheet.Numbered()) > 0 && !isSettled(t.sheet) {
		t.say(t.words.Lines.Range, "numbers", t.span(t.sheet))
	}
	return false
}

func (t *turn) sayAnswers(all []string) {
	if len(all) > 0 {
		t.say(t.words.Lines.Answers, "words", strings.Join(all, ", "))
	}
}

// short is the start of what was typed, to say it again.
func short(text string) string { return plain.Shorten(text, 40) }

// writes reports whether words can be written to a page by a number, or taken away.
func writes(s page.Sheet) bool {
	return slices.ContainsFunc(s.Numbered(), func(i page.Item) bool { return i.Kind == page.Line || i.Anew != "" })
}

// harmless is what a yes to a guess may do: look somewhere, or leave a question open.
// What leaves the guide, answers, writes or changes anything is typed.
var harmless = []page.Meaning{
	page.Back, page.Chapters, page.Search, page.Glossary, page.Note, page.MyPage, page.About, page.Keys, page.HelpNow,
	page.Later, page.Rule, page.SignPage, page.SignAgain, again, where,
}

// mayMean asks for a word, which a yes then stands for, if that is harmless.
func (t *turn) mayMean(word string) bool {
	t.whole = true
	says := t.words.Lines.AnswerIs
	if m, _, _ := t.find(clean(word)); slices.Contains(harmless, m) {
		t.meant, says = word, t.words.Lines.DidYou
	}
	t.say(says, "word", word)
	return false
}

// isCommandAlone reports whether a line is nothing but what is typed on some page.
func (t *turn) isCommandAlone() bool {
	isTyped := func(w *words.Words) bool { return slices.Contains(typedWords(w), t.bare) }
	return t.isWord && t.with == "" || slices.ContainsFunc(t.readers, isTyped)
}

// asksAbout asks whether an item is meant, with words for it: a yes, or the same once more, says so.
func (t *turn) asksAbout(item page.Item, words, text string, pairs ...any) bool {
	t.twice, t.anew, t.was.asked = item.ID, words, ""
	t.say(text, pairs...)
	return false
}

// asksToWrite asks about a text that reads like a command, so that neither is lost.
func (t *turn) asksToWrite(line page.Item) bool {
	t.asksAbout(line, t.text, t.words.Lines.AsText, "text", short(t.text), "n", t.sheet.Number(line.ID))
	switch word := t.vocab.shown(t.means); {
	case t.with != "":
		t.say(t.words.Lines.ByItself, "word", word)
	case t.isWord && len(t.shown(t.means)) > 0:
		t.say(t.words.Lines.AnswerIs, "word", word)
	case t.erasesBeyond():
		t.inRange()
	}
	return false
}

// erasesBeyond reports whether a line is to take away what has a number that is not here.
func (t *turn) erasesBeyond() bool {
	word, rest, _ := strings.Cut(t.text, " ")
	m, _, _ := t.find(clean(word))
	return m == erase && slices.ContainsFunc(numbers(rest), func(n int) bool { return n > len(t.sheet.Numbered()) })
}

// sayNotes says by which numbers notes are deleted here, if there are any.
func (t *turn) sayNotes() bool {
	notes := plain.Only(t.sheet.Numbered(), func(i page.Item) bool { return i.Anew != "" })
	all := plain.Each(notes, func(i page.Item) string { return strconv.Itoa(t.sheet.Number(i.ID)) })
	if len(all) > 0 {
		t.say(t.words.Lines.NotesAt, "numbers", strings.Join(all, ", "))
	}
	return len(all) > 0
}

// sayWhere says where one is, and how much there is still to come.
func (t *turn) sayWhere() {
	if t.readBy != "" {
		t.say(t.words.Lines.Heard, "place", t.named(t.read))
	}
	ends := t.signs() || t.sheet.Ends // where what was left out is not still to come
	left := plain.Either(t.visit.Intakes != nil || ends, "", t.visit.State().Left())
	t.Say(joined(sentence(t.where(t.sheet)), left))
	t.marked(t.sheet)
	if t.signs() {
		t.readBack()
	}
	if ids := t.visit.IDs(); len(ids) > 1 {
		t.say(t.words.Lines.BackTo, "place", t.where(t.heard[ids[len(ids)-2]].sheet))
	}
	t.mode()
	if t.sheet.Ends { // where what is private is, the mode has said
		here := plain.Either(t.visit.Walk.Declined(), t.words.Summary.Earlier, t.words.Home.Signed)
		said, path := t.visit.State().SoFar(t.words.Plain.ByeNothingSigned, plain.Either(t.visit.Private, t.words.Summary.Saved, here))
		t.Say(said)
		t.parts(t.sheet, []page.Part{{Kind: page.Path, Text: path}})
	}
}

// readBack says what one signs with: the folder, the name, and what else goes in.
func (t *turn) readBack() {
	t.list(t.sheet, func(i page.Item) bool { return i.Kind == page.Line || i.Kind == page.Tick && i.On })
}
