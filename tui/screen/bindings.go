package screen

import (
	"cmp"
	"fmt"
	"slices"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/tui/frame"
	"firstsession/tui/keys"
	"firstsession/tui/prose"
)

// bindings are the keys that work now: the page's, and at the right what is always there.
func (m *Model) bindings() (left []keys.Binding, right []frame.Slot) {
	s := m.here
	list, help, leaves := m.rightEnd()
	steps, leaps := s.moving()
	if leave := s.keys.Leave; m.Typing() && leaves.Shown == "" {
		leave.Essential = m.layout.Window.Width >= lineWidth
		steps = slices.Concat([]keys.Binding{leave}, steps)
	}
	if s.isTyping() {
		left = slices.Concat(s.lineKeys(), steps, leaps)
	} else {
		left = m.pageKeys(steps, leaps)
	}
	if m.layout.Window.Width < helpWidth {
		for i, b := range left {
			left[i].Does = cmp.Or(b.Short, b.Does)
		}
	}
	if list.Shown == "" { // the others have its room
		return left, []frame.Slot{help, leaves}
	}
	return left, []frame.Slot{list, help, leaves}
}

// pageKeys are those where nobody types.
func (m *Model) pageKeys(steps, leaps []keys.Binding) []keys.Binding {
	s := m.here
	left, numbers := s.answers(), s.numberKeys()
	switch chooses := s.beforeActs(); {
	case numbers != nil && (chooses || len(left) == 0):
		left, numbers = []keys.Binding{numbers[0].Always()}, nil
	case chooses: // by going there
		arrow := plain.Either(s.neighbour(1) == nowhere && !s.text.Below(), s.keys.Up, s.keys.Down)
		left = []keys.Binding{arrow.Saying(s.words().Keys.Choose).Always()}
	case s.onward() || s.Focus.Before:
		// Once one is reached, the numbers stand at the items, so that they go
		// first where there is little room.
		left, numbers = append(left, numbers...), nil
	}
	steps = slices.DeleteFunc(steps, func(b keys.Binding) bool { return taken(left, b) })
	tab := when(len(s.paper.Spots) > 1 && s.neighbour(1) != s.Focus, s.keys.LeaveTab.Saying(s.words().Keys.Next))
	return slices.Concat(m.withMoves(left), numbers, steps, tab, leaps)
}

// withMoves adds the moves of the page, as far as their keys are free.
func (m *Model) withMoves(all []keys.Binding) []keys.Binding {
	s := m.here
	for _, move := range s.moves {
		key := s.keys.Meanings[move.Meaning]
		if move.Meaning == page.Note && m.layout.Window.Width < fullWidth {
			key = key.Saying(s.words().Keys.NoteShort)
		}
		if move.Label != "" && (!move.Listed || move.Meaning == page.Aside) {
			key = key.Saying(move.Label)
		}
		if slices.Contains(passes, move.Meaning) {
			key = key.Always()
		}
		switch {
		case taken(all, key), s.lost(key):
		case slices.Contains(elsewhere, move.Meaning):
		case move.Meaning == page.Back && len(all) > 0 && s.goOn().LeadsBack() && !s.readsBelow() && all[0].Does == s.goOnWords():
			// Both lead back: it is said once.
			all[0].Keys = append(slices.Clone(all[0].Keys), key.Keys...)
			all[0].Shown += " " + key.Shown
		default:
			all = append(all, key)
		}
	}
	return all
}

// passes are ways past a page without an answer or a trace: nobody may have to look for them.
var passes = []page.Meaning{page.Later, page.Decline, page.BeginPrivate}

// elsewhere is what stands at the right of every footer, under ? and on the first page.
var elsewhere = append([]page.Meaning{page.Keys, page.HelpNow, page.Stop, page.About, page.NoTrace}, page.Languages...)

// taken reports whether a binding's first key does something else already.
func taken(all []keys.Binding, b keys.Binding) bool {
	return slices.ContainsFunc(all, func(there keys.Binding) bool { return slices.Contains(there.Keys, b.Keys[0]) })
}

// lineKeys are those of a Line, in which all others are letters.
func (s sheet) lineKeys() []keys.Binding {
	k, words := s.keys, s.words()
	keep := k.Keep.Saying(words.Keys.Next).OrShort(words.Keys.NextShort)
	switch {
	case !s.leads():
		leave := []keys.Binding{k.Close.Saying(k.LeaveTab.Does).OrShort(words.Keys.LeaveShort).Always()}
		if s.item().ID == s.now.Ask && s.waitsForName() {
			return leave
		}
		return slices.Concat([]keys.Binding{keep.Always()}, leave)
	case s.keepsNote() && !s.Drop && !s.now.Notice.Care: // or Esc asks, and then drops it
		keep = k.Keep
		keep.Keys, keep.Shown = slices.Concat(keep.Keys, k.Close.Keys), keep.Shown+" "+k.Close.Shown
		return []keys.Binding{keep.Always(), k.LeaveTab}
	case s.item().Live:
		keep.Does = words.Search.Results
	case s.item().ID == s.now.Ask && s.now.Ask != page.NewNoteID:
		keep.Does = words.Keys.GoOn // it is taken at once, and kept nowhere
	default:
		keep = k.Keep
	}
	return []keys.Binding{keep.Always(), k.Close.Always(), k.LeaveTab}
}

// answers are the keys that do something with what has the focus, or lead on.
func (s sheet) answers() []keys.Binding {
	k, words, item, goesOn := s.keys, s.words(), s.item(), s.goesOn()
	var all []keys.Binding
	switch {
	case s.setsPointed():
		sets := k.Tick.Saying(words.Keys.Choose).Always()
		sets.Keys, sets.Shown = slices.Concat(sets.Keys, k.Keep.Keys), sets.Shown+" "+k.Keep.Shown
		return []keys.Binding{sets}
	case s.onward():
		return s.onwardKeys()
	case s.Focus.Before:
		return nil // they are to be chosen
	case item.Kind == page.Act:
		return []keys.Binding{k.Answer.Saying(words.Keys.Do)}
	case item.Kind == page.Row:
		return []keys.Binding{k.Next.Saying(words.Search.Open)}
	case item.Kind == page.Choose && goesOn:
		return []keys.Binding{k.Next.Saying(s.goOnWords())}
	case item.Kind == page.Choose:
		return []keys.Binding{{Keys: k.Next.Keys, Shown: k.Answer.Shown, Does: k.Answer.Does, Short: k.Answer.Short, Essential: true}}
	case s.tickedByNumber(): // what is next is another number, or to go on
	case item.Kind == page.Tick:
		tick := k.Tick.Saying(plain.Either(item.On, words.Keys.Untick, k.Tick.Does))
		tick.Essential = s.now.Binding // nobody may tick unknowingly
		all = append(all, tick)
	case !item.On:
		all = append(all, k.Tick.Saying(words.Keys.Choose))
	}
	if goesOn { // which is what has to be known
		return append(all, k.Keep.Saying(s.goOnWords()).Always())
	}
	for i := range all {
		all[i].Essential = true
	}
	return append(all, when(s.next(s.Focus) != nowhere, k.Keep.Saying(words.Keys.Next))...)
}

// onwardKeys are those of a page on which nothing has the focus.
func (s sheet) onwardKeys() []keys.Binding {
	k, words := s.keys, s.words()
	switch {
	case s.asksName(s.readsTo()):
		return []keys.Binding{k.Next.Saying(words.Keys.YourName)}
	case s.readsTo() != nowhere:
		return []keys.Binding{k.Next.Saying(words.Keys.Next)}
	case s.readsBelow(), s.now.Passing, s.goesOn() && !s.lacksTicks():
		return []keys.Binding{k.Next.Saying(s.goOnWords())}
	default:
		return nil
	}
}

// lacksTicks reports whether a question has no tick yet: Space would only say so. What asks
// for none cannot be left for later.
func (s sheet) lacksTicks() bool {
	isOn := func(i page.Item) bool { return i.On }
	return page.Offers(s.moves, page.Later) && s.now.Count(page.Tick) > 0 && !s.now.Any(page.Tick, isOn)
}

// beforeActs reports whether there is nothing to do but to choose an act: Space
// would only say how.
func (s sheet) beforeActs() bool {
	return cmp.Or(s.Focus, s.readsTo()).Before && (!s.goesOn() || s.asksOnceMore())
}

// goOnWords say what going on does here: first one reads on.
func (s sheet) goOnWords() string {
	switch {
	case s.readsBelow():
		return s.words().Reader.ReadOn
	case s.now.Passing:
		return s.words().Keys.Close
	}
	return cmp.Or(s.goOn().Word, s.goOn().Label, s.keys.Next.Does)
}

// numberKeys is one binding for the numbers of the items, where any is in sight.
func (s sheet) numberKeys() []keys.Binding {
	n, b, seen, ticks := 0, s.keys.Number, false, true
	names := b.Keys
	b.Keys = nil
	for _, spot := range s.paper.Spots {
		if spot.Number == 0 {
			continue
		}
		n, seen = max(n, spot.Number), seen || s.sees(spot.Stop)
		ticks = ticks && spot.Item.Kind == page.Tick
		isKey := spot.Number <= len(names) // others are two digits, one after the other
		if isKey && (numberSets(spot.Item) && !s.isForm() || s.Focus != spot.Stop) {
			b.Keys = append(b.Keys, names[spot.Number-1])
		}
	}
	if len(b.Keys) == 0 || !seen || s.isAnswered() {
		return nil
	}
	if ticks && !s.isForm() {
		b.Does = s.keys.Tick.Does
	}
	if b.Shown = "1"; n > 1 {
		b.Shown = fmt.Sprintf("1-%d", n)
	}
	return []keys.Binding{b}
}

// How wide a window is that has room for more words in its footer.
const (
	helpWidth = 50
	keysWidth = 60
	lineWidth = 80
	fullWidth = 100
)

// rightEnd is what is always there, as short as the window needs it: words go before
// keys. Each key keeps its room on all pages, also where another takes its place.
func (m *Model) rightEnd() (list, help, leaves frame.Slot) {
	words, k, width := m.env.words(), m.env.keys, m.layout.Window.Width
	list.Binding, help.Binding, leaves.Binding = k.Keys, k.Help, k.Stop
	help.Shown = words.Frame.HelpKeys
	switch {
	case width < helpWidth:
		help.Does, list.Does, leaves.Does = words.Frame.HelpShort, "", ""
	case width < keysWidth:
		list.Does, leaves.Does = "", words.Frame.StopShort
	case width < fullWidth:
		leaves.Does = words.Frame.StopShort
	}
	for _, slot := range []*frame.Slot{&list, &help, &leaves} { // each has room for its key and words
		slot.Width = prose.Cells(slot.Said())
	}
	if m.Typing() {
		leaves.Binding = m.leaving(leaves.Width)
	}
	if m.here.isTyping() { // where ? and ! are letters
		help.Shown = k.Help.Shown
	}
	if m.here.isTyping() || m.here.lost(k.Keys) || !page.Offers(m.here.moves, page.Keys) {
		list.Binding = keys.Binding{}
	}
	return list, help, leaves
}

// leaving is the key that leaves while letters are text, if there is room for it; where
// the page has room for what it does, it stands there.
func (m *Model) leaving(width int) keys.Binding {
	leave := m.env.keys.Leave
	switch {
	case prose.Cells(leave.Said()) <= width:
		return leave
	case prose.Cells(leave.Shown) <= width && m.layout.Window.Width < lineWidth:
		return leave.Saying("")
	}
	return keys.Binding{}
}
