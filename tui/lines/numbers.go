package lines

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"firstsession/content/page"
	"firstsession/content/plain"
)

// numbers reads a text in which there is nothing but numbers.
func numbers(text string) []int {
	var all []int
	divides := func(r rune) bool { return strings.ContainsRune(",،、", r) || unicode.IsSpace(r) }
	for _, field := range strings.FieldsFunc(plain.Typeable(text), divides) {
		n, err := strconv.Atoi(strings.TrimRight(field, ".)。"))
		if err != nil || n < 0 {
			return nil
		}
		if !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}

// spokenNumbers reads numbers as people say them, too: "number two", "1 and 2".
func (t *turn) spokenNumbers() []int {
	w := t.words.Lines
	names := plain.Each(plain.Spellings(w.NumberWords), bare)
	beside := plain.Each(plain.Spellings(w.WithNumbers+","+w.Ticks+","+w.Unticks), bare)
	said := plain.Some(strings.Fields(t.bare), func(word string) (string, bool) {
		if at := slices.Index(names, word); at >= 0 {
			return strconv.Itoa(at + 1), true
		}
		return word, !slices.Contains(beside, word)
	})
	return numbers(strings.Join(said, " "))
}

// itemAt is the item with a number.
func (t *turn) itemAt(text string) (item page.Item, ok bool) {
	all := t.sheet.Numbered()
	n, err := strconv.Atoi(strings.TrimRight(plain.Typeable(text), ".):。"))
	if ok = err == nil && n > 0 && n <= len(all); ok {
		item = all[n-1]
	}
	return item, ok
}

// lineAt is the item with a number, if words can be written to it by that.
func (t *turn) lineAt(text string) (page.Item, bool) {
	item, ok := t.itemAt(text)
	if item.Anew != "" {
		item.ID = item.Anew
	}
	return item, ok && (item.Kind == page.Line || item.Anew != "")
}

// addressed finds the Line whose number was typed with words behind it, or that is to be emptied.
func (t *turn) addressed() (line page.Item, words string, ok bool) {
	for _, spelling := range t.vocab[erase] {
		if rest, found := behind(t.text, spelling); found {
			line, ok = t.lineAt(rest)
			return line, "", ok
		}
	}
	line, ok = t.lineAt(t.number)
	return line, t.tail, ok && t.tail != ""
}

// put writes words to an item by its number, or asks first if others would be gone.
func (t *turn) put(item page.Item, words string) bool {
	if n := t.sheet.Number(item.ID); n > 0 && t.waitsToBeSaid(n) {
		return false
	}
	if item.Kind == page.Row && words != "" {
		return t.asksAbout(item, words, t.words.Lines.Replace, "label", short(item.Label))
	}
	return t.give(item, words)
}

// choose answers with the numbers of items.
func (t *turn) choose(all []int) bool {
	items := t.sheet.Numbered()
	switch {
	case t.isTickedSo(all):
		t.Say(t.words.Lines.Unchanged)
		return false
	case isSettled(t.sheet): // whatever the number
		t.Say(t.words.Question.Settled)
		t.whole = true
		return false
	case slices.Min(all) < 1 || slices.Max(all) > len(items):
		t.say(t.words.Plain.Unknown, "text", short(t.text))
		return t.inRange()
	}
	item := items[all[0]-1]
	switch {
	case slices.ContainsFunc(all, t.waitsToBeSaid):
		return false
	case len(all) == 2 && item.Kind == page.Line && item.Text == "" && t.tail != "" && !strings.ContainsAny(plain.Typeable(t.text), ",،、"):
		return t.put(item, t.tail) // nothing is lost by it
	case len(all) > 1 && slices.ContainsFunc(all, func(n int) bool { return items[n-1].Kind != page.Tick }):
		t.Say(t.words.Lines.OneOnly)
		return false
	case item.Kind == page.Line:
		t.asked = item.ID
		return false
	case (item.Kind == page.Act && !item.Asks || t.sheet.Binding && item.Kind == page.Choose) && t.was.twice != item.ID && !t.unheard(item) && !t.skips(item) && !t.lacks(item):
		return t.askTwice(item, all[0])
	}
	done := false
	for _, n := range all {
		done = t.visit.ID() == t.id && t.give(items[n-1], "") || done
	}
	return done
}

// isTickedSo reports whether a line says how a tick is already: a number alone would turn it.
func (t *turn) isTickedSo(all []int) bool {
	on, off := ways(plain.Spellings(t.words.Lines.Ticks)).begin(t.bare), ways(plain.Spellings(t.words.Lines.Unticks)).begin(t.bare)
	items := t.sheet.Numbered()
	return (on || off) && !slices.ContainsFunc(all, func(n int) bool { return n < 1 || n > len(items) || items[n-1].On != on })
}

// waitsToBeSaid says so, and what was not said yet, if a number would open, tick or fill in that.
func (t *turn) waitsToBeSaid(n int) bool {
	kind := t.sheet.Numbered()[n-1].Kind
	mayWait := kind == page.Row || (kind == page.Tick || kind == page.Line) && (t.sheet.Binding || t.visit.Intakes == nil)
	waits := mayWait && t.was.rest != "" && !t.heard[t.id].whole && slices.ContainsFunc(t.restNow(), func(p paragraph) bool { return p.n == n })
	if waits {
		t.say(t.words.Lines.NotSaid, "n", n)
		t.sayRest()
	}
	return waits
}
