package lines

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"firstsession/content/page"
	"firstsession/content/plain"
)

// turn is one line of the reader's, and the page that it answers.
type turn struct {
	*Lines
	said
	id     int
	from   string // the key of its step
	facts  int    // that there were before
	sheet  page.Sheet
	was    pending      // before this line
	gave   bool         // the page was given an answer
	last   string       // to be said after all else
	means  page.Meaning // of the word that the line is or begins with, if it isWord
	with   string       // what stands behind that
	isWord bool
}

// keep keeps what was asked for, and the rest of a long page, where the line
// was about something else. What binds is to be heard to its end all the same.
func (t *turn) keep() {
	if t.visit.ID() != t.id {
		return
	}
	done := t.gave || len(t.visit.Facts) > t.facts || t.rest != t.heard[t.id].rest || t.means == page.Back || t.means == again || t.means == where
	t.over = t.over || t.was.over && !done && t.twice+t.asked == ""
	if !t.gave && t.text != "" {
		t.asked = cmp.Or(t.asked, t.was.asked)
	}
	if !t.gave || t.binds() || isForm(t.sheet) {
		t.rest = cmp.Or(t.rest, t.was.rest)
	}
}

// take does what the line says. It returns false if nothing was asked of the visit, and all has been said.
func (t *turn) take() bool {
	line, asks := waitsFor(t.sheet, t.was.asked)
	explicit := asks && line.ID == t.was.asked
	t.means, t.with, t.isWord = t.find(t.said)
	torn := t.spoiled && !t.keepsWords(asks)
	switch {
	case t.help, torn && t.visit.IsCry(t.text):
		return t.do(page.HelpNow, "")
	case torn:
		t.Say(t.words.Plain.Spoiled)
		return false
	case t.text == "":
		return !explicit && t.enter() // what was asked for stays as it is
	case asks:
		return t.write(line, explicit)
	}
	if name, ok := t.sheet.First(func(i page.Item) bool { return i.Name }); ok && t.mayBeInitials() {
		return t.asksIfName(name)
	}
	amiss, again := t.itemOf(t.was.amiss)
	if again = again && amiss.Kind == page.Line; again && t.isLetter() {
		return t.give(amiss, t.text)
	}
	if done, ok := t.onPage(); ok {
		return done
	}
	switch {
	case t.isLetter() && t.beginsAnswer(t.means, t.bare):
		return t.unknown()
	case t.isOk():
		return t.enter()
	case t.isWord:
		return t.do(t.means, t.with)
	case t.visit.IsCry(t.text):
		return t.do(page.HelpNow, "")
	case again:
		return !t.refusesName(amiss, t.text, t.isNoName()) && t.give(amiss, t.text)
	}
	return t.giveToAny()
}

// keepsWords reports whether what a line with odd keys in it writes is better kept than typed again.
func (t *turn) keepsWords(asks bool) bool {
	_, _, addressed := t.addressed()
	note := t.means == page.Note && t.with != ""
	return t.text != "" && (note || !t.sheet.Binding && (asks || addressed))
}

func (t *turn) itemOf(id string) (page.Item, bool) {
	return t.sheet.First(func(i page.Item) bool { return id != "" && (i.ID == id || i.Anew == id) })
}

// onPage takes what answers an item of the page. It is not ok if nothing does.
func (t *turn) onPage() (done, ok bool) {
	if item, ok := t.byWord(); ok {
		return t.give(item, ""), true
	}
	if all := t.spokenNumbers(); len(all) > 0 {
		return t.choose(all), true
	}
	if line, words, ok := t.addressed(); ok {
		return t.put(line, words), true
	}
	return t.yesOrNo()
}

// byWord finds the item whose word or whole label was typed, or the one of a form's
// choices whose label begins so. A Line has none: its label may be a word of the
// text. Nor has what a reader wrote, which may be any word, or one that does something.
func (t *turn) byWord() (page.Item, bool) {
	item, ok := t.sheet.First(func(i page.Item) bool {
		return i.Kind != page.Line && (t.isWordOf(i) || !i.Theirs && t.bare == bare(i.Label))
	})
	begun := plain.Only(t.sheet.Items, func(i page.Item) bool {
		rest, begins := strings.CutPrefix(bare(i.Label), t.bare)
		next, _ := utf8.DecodeRuneInString(rest)
		return i.Kind == page.Pick && t.bare != "" && begins && !plain.IsLetterOrDigit(next)
	})
	if !ok && len(begun) == 1 {
		return begun[0], true
	}
	return item, ok
}

// yesOrNo takes a plain word where it can mean only one thing: something was asked for once more.
func (t *turn) yesOrNo() (done, ok bool) {
	switch item, ok := t.itemOf(t.was.twice); {
	case ok && t.means == yes && (!t.sheet.Binding || item.Sure || t.was.anew != ""): // where it is told
		if t.was.anew != "" {
			item.ID = cmp.Or(item.Anew, item.ID)
		}
		return t.give(item, t.was.anew), true
	case t.visit.AsksToLeave() && t.means == yes:
		return t.do(page.Stop, ""), true
	case (ok || t.visit.AsksToLeave() || t.was.meant != "") && t.means == no:
		t.Say(t.words.Lines.Unchanged)
		return false, true
	}
	return false, false
}

// enter takes an empty line, which goes on, or leads back from where one only looks.
func (t *turn) enter() bool {
	if t.was.rest != "" {
		t.sayRest()
		return false
	}
	later := t.shown(page.Later)
	answers := t.bare != "" && len(later) > 0 && t.sheet.Count(page.Tick) > 0 // which a word that goes on does not mean
	item, ok := t.sheet.GoOn()
	if ok && t.was.twice != "" && t.sheet.Binding && len(later) > 0 {
		return t.do(page.Later, "") // which says that the answer stays, and not the one asked about
	}
	if ok && !answers {
		return t.give(item, "")
	}
	if t.leadsBack(t.sheet) {
		return t.do(page.Back, "")
	}
	if !answers && !t.sheet.Binding && t.visit.Intakes == nil && t.sheet.Count(page.Choose) == 0 { // the page may say why it does not go on
		t.visit.Answer(page.Answer{ID: page.GoOnID})
		if t.gave = t.visit.Sheet().Notice.Text != ""; t.gave {
			return true
		}
	}
	t.say(plain.Either(t.bare == "", t.words.Plain.Empty, t.words.Plain.Unknown), "text", short(t.text))
	t.whole, t.refused = true, true // whoever is astray hears what leads on
	if t.bare != "" && len(later) > 0 {
		return t.mayMean(later[0]) // whoever wants to go on without an answer
	}
	return t.inRange()
}

// give hands an answer to the visit. A text that is too long is not cut.
func (t *turn) give(item page.Item, text string) bool {
	if item.Kind == page.Line && text == "" && item.Text == "" { // there is nothing to empty
		if !t.sayNotes() {
			t.Say(t.words.Lines.Unchanged)
		}
		return false
	}
	if item.Name {
		if text = t.nameIn(text); t.refusesName(item, text, false) {
			return false
		}
	}
	if n := utf8.RuneCountInString(text); item.Kind == page.Line && item.Most > 0 && n > item.Most {
		t.say(t.words.Plain.TooLong, "n", n, "most", item.Most)
		return false
	}
	if t.unheard(item) {
		t.say(t.words.Lines.RestFirst)
	}
	if t.unheard(item) || item.Kind == page.GoOn && t.was.rest != "" { // by its word or label, as by an empty line
		t.sayRest()
		return false
	}
	if t.skips(item) {
		return t.saySkipped(item)
	}
	t.gave, t.done = true, t.sheet.Number(item.ID)
	t.visit.Answer(page.Answer{ID: item.ID, Text: text})
	if now, _ := t.visit.Sheet().Item(item.ID); item.Name && text != "" && now.Text == text {
		t.last = t.fill(t.words.Lines.NameAnew, "n", t.sheet.Number(item.ID))
	}
	return true
}
