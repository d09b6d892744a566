package page

import (
	"slices"

	"firstsession/content/plain"
)

// None is the kind of what is no item.
const None Kind = -1

// First is the first item of which something is so.
func (s Sheet) First(is func(Item) bool) (item Item, ok bool) {
	if at := slices.IndexFunc(s.Items, is); at >= 0 {
		return s.Items[at], true
	}
	return Item{Kind: None}, false
}

// Item is the one with an id.
func (s Sheet) Item(id string) (Item, bool) { return s.First(func(i Item) bool { return i.ID == id }) }

// GoesOn is what Enter and Space stand for, if the page leads on.
func (s Sheet) GoesOn() (Item, bool) { return s.First(func(i Item) bool { return i.Kind == GoOn }) }

// Has reports whether something is so of any item.
func (s Sheet) Has(is func(Item) bool) bool { return slices.ContainsFunc(s.Items, is) }

// Any reports whether something is so of any item of a kind.
func (s Sheet) Any(kind Kind, is func(Item) bool) bool {
	return s.Has(func(i Item) bool { return i.Kind == kind && is(i) })
}

// Of are the items of a kind.
func (s Sheet) Of(kind Kind) []Item {
	return plain.Only(s.Items, func(i Item) bool { return i.Kind == kind })
}

// Count is how many of a kind there are.
func (s Sheet) Count(kind Kind) int { return len(s.Of(kind)) }

// Numbered are the items that a number stands for where the page is heard, in their order.
func (s Sheet) Numbered() []Item {
	return plain.Only(s.Items, func(i Item) bool { return i.Kind != GoOn && !i.Live })
}

// Number is that of the item with an id; 0 for none.
func (s Sheet) Number(id string) int {
	return 1 + slices.IndexFunc(s.Numbered(), func(i Item) bool { return i.ID == id })
}

// Offers reports whether a meaning is among some moves.
func Offers(moves []Move, m Meaning) bool {
	return slices.ContainsFunc(moves, func(move Move) bool { return move.Meaning == m })
}
