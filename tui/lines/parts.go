package lines

import (
	"cmp"
	"slices"
	"strings"

	"firstsession/content/page"
	"firstsession/content/plain"
)

// mostWords of a page are said at once: it is parted at a heading, or in a list
// after mostRows; where there is none, or too late a one, at any paragraph.
const (
	mostWords = 175 // with the prompt under 200
	goodWords = 140 // of a part, about
	fewWords  = 60  // are no part
	// leastWords stand before the rest in any case: what is urgent on a page
	// stands first, and never waits.
	leastWords = 30
	mostRows   = 9
)

// part keeps the rest of a page back that begins at a paragraph of what there is to say, if it is long.
func (l *Lines) part(start int) {
	said := l.out[start:]
	if lengthOf(said) <= mostWords {
		return
	}
	cut := cutAt(said, fewWords, func(p paragraph) bool { return p.part })
	if cut == 0 || lengthOf(said[:cut]) > mostWords {
		cut = cutAt(said, leastWords, func(paragraph) bool { return true })
	}
	if cut > 0 {
		l.rest, l.out = said[cut].text, l.out[:start+cut]
	}
}

// cutAt is the best paragraph of those with which the rest may begin; 0 if there
// is none. What was said before cannot be told from it by its words.
func cutAt(said []paragraph, few int, may func(paragraph) bool) int {
	words, cut, best := 0, 0, 0
	for i, p := range said {
		isNew := !slices.ContainsFunc(said[:i], func(b paragraph) bool { return b.text == p.text })
		off := max(words-goodWords, goodWords-words)
		if words > mostWords {
			off += mostWords // rather a short one before it
		}
		if may(p) && isNew && words >= few && (cut == 0 || off < best) {
			cut, best = i, off
		}
		words += len(strings.Fields(p.text))
	}
	return cut
}

func lengthOf(said []paragraph) (words int) {
	for _, p := range said {
		words += len(strings.Fields(p.text))
	}
	return words
}

// sayRest says the rest of a long page, as it is now.
func (t *turn) sayRest() {
	start := len(t.out)
	t.readBy = ""
	t.out = append(t.out, t.restNow()...)
	t.part(start)
	t.was.rest = ""
	t.leaveRead()
}

// leaveRead leads back from a page that is only read, once it was said to its end.
func (l *Lines) leaveRead() {
	if now := l.visit.Sheet(); now.Passing && !takesAnswers(now) && l.rest == "" {
		l.readBy, l.read = l.opening, now
		l.visit.Do(page.Back, "")
		l.speaksAnew()
		l.Say(l.visit.Notice().Text)
		l.whole = true // where one is, too
		l.rest, l.below, l.over = l.heard[l.visit.ID()].rest, true, true
	}
}

// takesAnswers reports whether a page has more to answer than to go on.
func takesAnswers(s page.Sheet) bool {
	return s.Has(func(i page.Item) bool { return i.Kind != page.GoOn })
}

// isForm reports whether a page is filled in: what was not heard of it is not to be forgotten.
func isForm(s page.Sheet) bool {
	return s.Count(page.GoOn) == 0 && s.Count(page.Act) > 0 && s.Count(page.Line)+s.Count(page.Tick)+s.Count(page.Pick) > 0
}

// leadsBack reports whether an empty line leads back, as a page only has places to go to.
func (l *Lines) leadsBack(s page.Sheet) bool {
	answered := s.Has(func(i page.Item) bool { return i.Kind != page.Row && !i.Live })
	return !answered && len(s.Items) > 0 && len(l.visit.IDs()) > 1
}

// entersBack reports whether an empty line leads back, by itself or as the page says.
func (l *Lines) entersBack(s page.Sheet) bool {
	item, _ := s.GoOn()
	return l.leadsBack(s) || item.Label == l.words.Keys.Back
}

// waitsFor is the Line whose text is typed next: the one whose number was typed,
// or the one that the page asks for, if it is empty.
func waitsFor(s page.Sheet, asked string) (page.Item, bool) {
	if line, ok := s.First(func(i page.Item) bool { return i.ID == asked && i.Kind == page.Line }); ok {
		return line, true
	}
	return s.First(func(i page.Item) bool { return i.ID == s.Ask && i.Kind == page.Line && i.Text == "" })
}

// unheard reports whether an item would sign or answer what was not said yet. A
// signature stands for what was shown. Not to sign waits for nothing.
func (l *Lines) unheard(item page.Item) bool {
	return item.Kind == page.Act && item.ID != string(page.Decline) && l.binds() && !l.heard[l.visit.ID()].whole
}

// lacks reports whether one cannot sign yet: a promise has no answer, or there is no name.
func (t *turn) lacks(item page.Item) bool {
	isMissing := func(i page.Item) bool { return isOpen(i) || i.Name && i.Text == "" }
	return t.signs() && item.Kind == page.Act && item.ID != string(page.Decline) && t.sheet.Has(isMissing)
}

// skips reports whether an item would be done with a form that was not heard, unless that was said.
func (t *turn) skips(item page.Item) bool {
	if item.Kind != page.Act || t.binds() || !isForm(t.sheet) || t.was.rest == "" || t.heard[t.id].whole || t.heard[t.id].told {
		return false
	}
	from, _ := t.notHeard()
	return from > 0
}

// askTwice asks for a number once more, since it does something.
func (t *turn) askTwice(item page.Item, n int) bool {
	if n == t.was.done {
		t.done = n // it may have been asked for before, by its word
	}
	if t.signs() && item.ID != string(page.Decline) {
		t.readBack()
	}
	words := plain.Either(item.Word != "", t.words.Lines.OrWord, t.words.Lines.OnceMore)
	return t.asksAbout(item, "", words, "n", n, "label", item.Label, "word", item.Word)
}

// restNow is the rest of a long page, as it is now.
func (t *turn) restNow() []paragraph {
	start := len(t.out)
	t.wholeSheet(t.sheet)
	all := slices.Clone(t.out[start:])
	t.out = t.out[:start]
	return all[max(0, slices.IndexFunc(all, func(p paragraph) bool { return p.text == t.was.rest })):]
}

// notHeard names what of a form can be answered and was not heard yet, and the first number of it.
func (t *turn) notHeard() (from int, names []string) {
	items := t.sheet.Numbered()
	for _, p := range t.restNow() {
		if p.n == 0 || items[p.n-1].Kind == page.Act {
			continue
		}
		from = cmp.Or(from, p.n)
		if name := cmp.Or(items[p.n-1].Group, items[p.n-1].Label); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return from, names
}

// saySkipped names what was not heard, and asks once more.
func (t *turn) saySkipped(item page.Item) bool {
	t.twice = item.ID
	from, names := t.notHeard()
	t.say(t.words.Lines.NotHeard, "n", from, "list", strings.Join(names, "; "), "word", cmp.Or(item.Word, item.Label))
	heard := t.heard[t.id]
	heard.told = true
	t.heard[t.id] = heard
	if item.Asks { // so that what else is missing is said with it
		t.gave = true
		t.visit.Answer(page.Answer{ID: item.ID})
	}
	return item.Asks
}
