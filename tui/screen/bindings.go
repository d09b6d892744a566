package screen

import (
	"cmp"
	"fmt"
	"slices"

	"firstsession/content/page"
	"firstsession/content/words"
	"firstsession/tui/keys"
)

// bindings are the keys that work now: what this page offers, and at the right
// what is always there, always in the same order.
func (m *Model) bindings() (left, right []keys.Binding) {
	s := m.here
	steps, leaps := s.moving()
	if s.isTyping() {
		return slices.Concat(s.lineKeys(), steps, leaps), m.rightEnd()
	}
	left = s.answers()
	numbers := s.numberKeys()
	switch chooses := s.beforeActs(); {
	case chooses && numbers != nil:
		left, numbers = []keys.Binding{numbers[0].Always()}, nil
	case chooses: // by going there
		left = []keys.Binding{s.keys.Down.Saying(s.words().Keys.Choose).Always()}
	case s.onward() || s.Focus.Before:
		// Once one is reached, the numbers stand at the items, so that they go
		// first where there is little room.
		left, numbers = append(left, numbers...), nil
	}
	steps = slices.DeleteFunc(steps, func(b keys.Binding) bool { return taken(left, b) })
	tab := when(len(s.paper.Spots) > 1, s.keys.LeaveTab.Saying(s.words().Keys.Next))
	return slices.Concat(s.withMoves(left), numbers, steps, tab, leaps), m.rightEnd()
}

// withMoves adds the moves of the page, as far as their keys are free.
func (s sheet) withMoves(all []keys.Binding) []keys.Binding {
	for _, move := range s.moves {
		key := s.keys.Meanings[move.Meaning]
		if move.Label != "" && (!move.Listed || move.Meaning == page.Aside) {
			key = key.Saying(move.Label)
		}
		switch {
		case taken(all, key), s.lost(key):
		case slices.Contains(elsewhere, move.Meaning):
		case move.Meaning == page.Back && len(all) > 0 && all[0].Does == key.Does:
			// Both lead back: it is said once.
			all[0].Keys = append(slices.Clone(all[0].Keys), key.Keys...)
			all[0].Shown += " " + key.Shown
		default:
			all = append(all, key)
		}
	}
	return all
}

// elsewhere is what stands at the right of every footer, under ? and on the first page.
var elsewhere = append([]page.Meaning{page.Keys, page.HelpNow, page.Stop, page.About, page.NoTrace}, page.Languages...)

// taken reports whether a binding's first key does something else already.
func taken(all []keys.Binding, b keys.Binding) bool {
	return slices.ContainsFunc(all, func(there keys.Binding) bool { return slices.Contains(there.Keys, b.Keys[0]) })
}

// lineKeys are those of a Line, in which all others are letters.
func (s sheet) lineKeys() []keys.Binding {
	k, does := s.keys, s.words().Keys.Next
	switch {
	case s.item().Live:
		does = s.words().Search.Results
	case s.leads():
		does = k.Keep.Does
	}
	return []keys.Binding{k.Keep.Saying(does).Always(), k.LeaveTab, k.Close}
}

// answers are the keys that do something with what has the focus, or lead on.
func (s sheet) answers() []keys.Binding {
	k, words, item, goesOn := s.keys, s.words(), s.item(), s.goesOn()
	var all []keys.Binding
	switch {
	case s.onward():
		return s.onwardKeys()
	case item.Kind == page.Act:
		return []keys.Binding{k.Answer.Saying(words.Keys.Do)}
	case item.Kind == page.Row:
		return []keys.Binding{k.Next.Saying(words.Search.Open)}
	case item.Kind == page.Choose && goesOn:
		return []keys.Binding{k.Next}
	case item.Kind == page.Choose:
		return []keys.Binding{{Keys: k.Next.Keys, Shown: k.Answer.Shown, Does: k.Answer.Does, Essential: true}}
	case item.Kind == page.Tick:
		all = append(all, k.Tick)
	case !item.On:
		all = append(all, k.Tick.Saying(words.Keys.Choose))
	}
	if goesOn { // which is what has to be known
		return append(all, k.Keep.Saying(s.goOnWords()).Always())
	}
	for i := range all {
		all[i].Essential = true
	}
	return all
}

// onwardKeys are those of a page on which nothing has the focus.
func (s sheet) onwardKeys() []keys.Binding {
	k, words := s.keys, s.words()
	switch {
	case s.readsTo() != nowhere:
		return []keys.Binding{k.Next.Saying(words.Keys.Next)}
	case s.text.Below():
		return []keys.Binding{k.Next.Saying(words.Reader.ReadOn)}
	case s.now.Passing:
		return []keys.Binding{k.Next.Saying(words.Keys.Close)}
	case s.goesOn():
		return []keys.Binding{k.Next.Saying(s.goOnWords())}
	default:
		return nil
	}
}

// beforeActs reports whether there is nothing to do but to choose an act: Space
// would only say how.
func (s sheet) beforeActs() bool { return cmp.Or(s.Focus, s.readsTo()).Before && !s.goesOn() }

// goOnWords say what going on does here, as shortly as the page says it.
func (s sheet) goOnWords() string { return cmp.Or(s.goOn().Word, s.goOn().Label, s.keys.Next.Does) }

// numberKeys is one binding for the numbers of the items, where any is in sight.
func (s sheet) numberKeys() []keys.Binding {
	n, b, seen := 0, s.keys.Number, false
	names := b.Keys
	b.Keys = nil
	for _, spot := range s.paper.Spots {
		if spot.Number == 0 || spot.Number > len(names) {
			continue
		}
		n, seen = spot.Number, seen || s.sees(spot.Stop)
		if s.numberSets(spot) || s.Focus != spot.Stop {
			b.Keys = append(b.Keys, names[n-1])
		}
	}
	if len(b.Keys) == 0 || !seen {
		return nil
	}
	if b.Shown = "1"; n > 1 {
		b.Shown = fmt.Sprintf("1-%d", n)
	}
	return []keys.Binding{b}
}

// How wide a window is that has room for more words at the right of its footer.
const (
	leaveWidth = 40
	helpWidth  = 50
	keysWidth  = 60
	stopWidth  = 100
)

// rightEnd is what is always there, as short as the window needs it: words go
// before keys. It is the same on all pages, so that a key for help is found at
// the same place on each; but the list of keys does not lead to itself.
func (m *Model) rightEnd() []keys.Binding {
	words, k, width := m.env.words().Frame, m.env.keys, m.layout.Window.Width
	list, help, leave := k.Keys, k.Help, k.Leave
	if width < helpWidth {
		help.Does = words.HelpShort
	}
	if m.Typing() {
		if width < leaveWidth {
			leave.Does = ""
		}
		return []keys.Binding{help, leave}
	}
	help.Shown = words.HelpKeys
	if width < keysWidth {
		list.Does = ""
	}
	right := []keys.Binding{help, k.Stop}
	for _, move := range m.here.moves {
		switch move.Meaning {
		case page.Keys:
			right = slices.Insert(right, 0, list)
		case page.Stop:
			right[len(right)-1].Does = stopWords(m.env.words(), move.Label, width)
		}
	}
	return right
}

// stopWords say what leaving does, as far as there is room; the label, that it
// does not keep all, goes before shorter words.
func stopWords(words words.Words, label string, width int) string {
	switch {
	case width < helpWidth:
		return ""
	case width >= keysWidth && label != "":
		return label
	case width < stopWidth:
		return words.Frame.StopShort
	default:
		return words.Keys.Stop
	}
}
