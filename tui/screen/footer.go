package screen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/tui/keys"
)

// bindings are the keys that work now: what this page offers, and at the right
// what is always there, always in the same order.
type bindings struct{ left, right []keys.Binding }

// bindings says which keys work now.
func (m *Model) bindings() bindings {
	k, s := m.env.keys, m.here
	if s.isTyping() {
		first, rest := s.bindings()
		return bindings{append(first, rest...), []keys.Binding{k.Help, k.Leave}}
	}
	first, rest := s.bindings()
	b := bindings{left: first}
	for _, move := range s.moves {
		key, ok := k.Of(move.Meaning)
		if move.Label != "" && (!move.Listed || move.Meaning == page.Aside) {
			key = key.Saying(move.Label)
		}
		switch {
		case !ok, taken(b.left, key):
		case slices.Contains(atTheRight, move.Meaning):
		case move.Meaning == page.About:
			// It stands under ?, and on the first page.
		case move.Meaning == page.Back && len(b.left) > 0 && b.left[0].Does == key.Does:
			// Both lead back: it is said once.
			b.left[0].Keys = append(slices.Clone(b.left[0].Keys), key.Keys...)
			b.left[0].Shown += " " + key.Shown
		default:
			b.left = append(b.left, key)
		}
	}
	b.left = append(b.left, rest...)
	for _, meaning := range atTheRight {
		isThere := func(move page.Move) bool { return move.Meaning == page.Keys }
		if key, _ := k.Of(meaning); meaning != page.Keys || slices.ContainsFunc(s.moves, isThere) {
			b.right = append(b.right, key)
		}
	}
	if v := m.env.visit; v.Private && !v.Fresh() {
		last := &b.right[len(b.right)-1]
		*last = last.Saying(m.env.words().Frame.StopPrivate)
	}
	return b
}

// atTheRight is what stands at the right end of every footer; the list of keys
// does not lead to itself.
var atTheRight = []page.Meaning{page.Keys, page.HelpNow, page.Stop}

// taken reports whether a binding's first key does something else already.
func taken(all []keys.Binding, b keys.Binding) bool {
	return slices.ContainsFunc(all, func(there keys.Binding) bool { return slices.Contains(there.Keys, b.Keys[0]) })
}

// bindings are those of the page itself: what it is about, and what only moves.
func (s sheet) bindings() (first, rest []keys.Binding) {
	k, words := s.keys, s.words()
	steps, leaps := s.moving()
	next := essential(k.Keep.Saying(words.Keys.Next))
	switch {
	case s.item().Live:
		next = next.Saying(words.Search.Results)
	case s.leads():
		next = next.Saying(k.Keep.Does)
	}
	var all []keys.Binding
	item := s.item()
	switch {
	case s.isTyping():
		return []keys.Binding{next, k.LeaveTab, k.Close}, append(steps, leaps...)
	case s.focus.before && !s.goesOn():
	case s.onward():
		all = s.onwardKeys()
	case item.Kind == page.Act:
		all = []keys.Binding{k.Answer.Saying(words.Keys.Do)}
	case item.Kind == page.Row:
		all = []keys.Binding{k.Next.Saying(words.Search.Open)}
	case item.Kind == page.Choose && !s.goesOn():
		all = []keys.Binding{{Keys: k.Next.Keys, Shown: k.Answer.Shown, Does: k.Answer.Does, Essential: true}}
	case item.Kind == page.Choose:
		all = []keys.Binding{k.Next}
	case item.Kind == page.Tick:
		// Where the page goes on from here, that is what has to be known.
		all = []keys.Binding{k.Tick}
		all[0].Essential = !s.goesOn()
	case item.Kind == page.Pick && !item.On:
		all = []keys.Binding{k.Tick.Saying(words.Keys.Choose)}
		all[0].Essential = !s.goesOn()
	}
	if s.goesOn() && (item.Kind == page.Tick || item.Kind == page.Pick) {
		all = append(all, essential(k.Keep.Saying(s.goOnWords())))
	}
	// Once one is reached, the numbers stand at the items, so that they go first
	// where there is little room.
	if s.onward() || s.focus.before {
		all = append(all, s.numberKeys()...)
	} else {
		rest = s.numberKeys()
	}
	rest = append(rest, steps...)
	if len(s.paper.spots) > 1 {
		rest = append(rest, k.LeaveTab.Saying(words.Keys.Next))
	}
	return all, append(rest, leaps...)
}

// goOnWords say what going on does here, as shortly as the page says it.
func (s sheet) goOnWords() string {
	return cmp.Or(s.goOn().Word, s.goOn().Label, s.keys.Next.Does)
}

// numberKeys is one binding for the numbers of the items.
func (s sheet) numberKeys() []keys.Binding {
	n := min(len(s.numbered()), len(s.keys.Number.Keys))
	if n < 2 {
		return nil
	}
	b := s.keys.Number
	b.Keys, b.Shown = nil, fmt.Sprintf("1-%d", n)
	for i, item := range s.numbered()[:n] {
		if item.Kind == page.Tick || s.focus.id != item.ID || s.focus.before {
			b.Keys = append(b.Keys, s.keys.Number.Keys[i])
		}
	}
	return []keys.Binding{b}
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

func essential(b keys.Binding) keys.Binding {
	b.Essential = true
	return b
}

// footer shows the keys that work now. What stands at the right end is there at
// every width; of the others, as many as there is room for, the essential ones
// first.
func (f frame) footer(b bindings, row int) (string, []click) {
	width := f.layout.window.width - 2
	right := f.rightEnd(b.right)
	more := f.sheet.text.More(f.words().Reader)
	room := func(right []keys.Binding) int { return width - widthOf(right, "  ") - 2 }
	if need := widthOf(essentials(b.left), "  "); need > room(right) && need <= room(right[1:]) && !f.sheet.isTyping() {
		right = right[1:] // what stands at the very right stays where it is
	}
	left, gap := fit(b.left, room(right))
	rest := width - widthOf(left, gap) - widthOf(right, "  ") - 3
	if more != "" && rest > lipgloss.Width(more)+3 {
		left = append(left, keys.Binding{Does: more})
	}
	line, clicks := f.keyLine(left, gap, 1, row)
	x := 1 + width - widthOf(right, "  ")
	end, more2 := f.keyLine(right, "  ", x, row)
	line = " " + line + strings.Repeat(" ", max(1, x-1-lipgloss.Width(line))) + end
	return ansi.Truncate(line, width+2, "…"), append(clicks, more2...)
}

// keyLine is some bindings beside each other, from a column on: keys stand out
// from their words by more than a hue.
func (f frame) keyLine(all []keys.Binding, gap string, x, row int) (string, []click) {
	var clicks []click
	line := ""
	for i, b := range all {
		if i > 0 {
			line, x = line+gap, x+len(gap)
		}
		text := said(b)
		if b.Keys != nil {
			clicks = append(clicks, click{x: x, y: row, width: lipgloss.Width(text), height: 1, msg: b.Press()})
		}
		line += f.theme.Accent.Bold(true).Render(b.Shown) + f.theme.Muted.Render(strings.TrimPrefix(text, b.Shown))
		x += lipgloss.Width(text)
	}
	return line, clicks
}

// How wide a window is from which on there is room for more words at the right
// end of its footer.
const (
	leaveWidth = 40
	helpWidth  = 50
	keysWidth  = 60
	stopWidth  = 100
)

// rightEnd makes what is always there as short as the window needs it: words go
// before keys. It is the same on all pages, so that a key for help is found at
// the same place on each.
func (f frame) rightEnd(all []keys.Binding) []keys.Binding {
	words, k, width := f.words().Frame, f.keys, f.layout.window.width
	shown := slices.Clone(all)
	for i := range shown {
		b := &shown[i]
		switch b.Keys[0] {
		case k.Help.Keys[0]:
			if !f.sheet.isTyping() {
				b.Shown = words.HelpKeys
			}
			if width < helpWidth {
				b.Does = words.HelpShort
			}
		case k.Stop.Keys[0]:
			switch {
			case width < helpWidth:
				b.Does = ""
			case width < keysWidth, width < stopWidth && b.Does != words.StopPrivate:
				b.Does = words.StopShort
			}
		case k.Keys.Keys[0]:
			if width < keysWidth {
				b.Does = ""
			}
		case k.Leave.Keys[0]:
			if width < leaveWidth {
				b.Does = ""
			}
		}
	}
	return shown
}

// essentials are the bindings that stay at every width.
func essentials(all []keys.Binding) []keys.Binding {
	return slices.DeleteFunc(slices.Clone(all), func(b keys.Binding) bool { return !b.Essential })
}

// fit makes bindings fit a width: first closer together, then by leaving out
// from the end, the essential ones last.
func fit(all []keys.Binding, width int) ([]keys.Binding, string) {
	shown := slices.Clone(all)
	gap := "   "
	for _, tighter := range []string{"   ", "  "} {
		if gap = tighter; widthOf(shown, gap) <= width {
			return shown, gap
		}
	}
	for _, spare := range []bool{true, false} {
		for i := len(shown) - 1; i >= 0 && widthOf(shown, gap) > width; i-- {
			if spare != shown[i].Essential && (spare || i > 0) {
				shown = slices.Delete(shown, i, i+1)
			}
		}
	}
	return shown, gap
}

func said(b keys.Binding) string { return strings.TrimSpace(b.Shown + " " + b.Does) }

func widthOf(all []keys.Binding, gap string) int {
	width := 0
	for i, b := range all {
		if i > 0 {
			width += len(gap)
		}
		width += lipgloss.Width(said(b))
	}
	return width
}

// moreKeys are the keys that no move has, for the list of keys.
func moreKeys(k keys.Map, words content.Words) []page.Part {
	var parts []page.Part
	for _, group := range []struct {
		name string
		keys []keys.Binding
	}{
		{words.Reader.KeysPage, []keys.Binding{k.Up, k.Down, k.PageUp.Saying(words.Reader.PageUp), k.PageDown.Saying(words.Reader.PageDown), k.Top, k.End}},
		{words.Reader.KeysAnswer, []keys.Binding{k.Number, k.Answer, k.Tick, k.LeaveTab.Saying(words.Keys.Next)}},
		{words.Reader.KeysField, []keys.Binding{k.Keep, k.LeaveTab, k.Close, k.Leave}},
	} {
		parts = append(parts, page.Part{Kind: page.Heading, Text: group.name})
		for _, b := range group.keys {
			row := content.Fill(words.Reader.Key, "key", b.Shown, "does", b.Does)
			parts = append(parts, page.Part{Kind: page.ListItem, Text: row})
		}
	}
	return parts
}
