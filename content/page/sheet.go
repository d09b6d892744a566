package page

import (
	"slices"
	"strings"

	"firstsession/content"
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

// GoOn is what Enter and Space stand for, if the page leads on.
func (s Sheet) GoOn() (Item, bool) { return s.First(func(i Item) bool { return i.Kind == GoOn }) }

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

// chosen is the item, the move or the part with an id, as an item;
// one without an id if the sheet has none. What is only read is left by going on.
func (s Sheet) chosen(id string) Item {
	if item, ok := s.Item(id); ok {
		return item
	}
	for _, move := range s.Moves {
		if string(move.Meaning) == id {
			return Item{ID: id, wants: move.wants, becomes: move.becomes}
		}
	}
	for _, part := range slices.Concat(s.Beside, s.Body) {
		if part.ID != "" && part.ID == id {
			return Item{ID: id, wants: part.leads}
		}
	}
	return plain.Either(s.Passing && id == GoOnID, Item{ID: id, wants: Close{}}, Item{})
}

func (s *Sheet) add(items ...Item)   { s.Items = append(s.Items, items...) }
func (s *Sheet) move(moves ...Move)  { s.Moves = append(s.Moves, moves...) }
func (s *Sheet) under(parts ...Part) { s.Under = append(s.Under, parts...) }

// quiet adds what can wait below the items; nothing where there are no words.
func (s *Sheet) quiet(texts ...string) {
	for _, text := range texts {
		if text != "" {
			s.under(Part{Kind: Quiet, Text: text})
		}
	}
}

// group adds items below words of their own.
func (s *Sheet) group(over string, items ...Item) {
	for _, item := range items {
		item.Group = over
		s.add(item)
	}
}

// part adds paragraphs of a kind, and say plain ones.
func (s *Sheet) part(kind PartKind, texts ...string) {
	for _, text := range texts {
		s.Body = append(s.Body, Part{Kind: kind, Text: text})
	}
}

func (s *Sheet) say(texts ...string) { s.part(Plain, texts...) }

// when is a sentence that stands only where something holds.
type when struct {
	holds bool
	says  string
}

func sentences(all ...when) []string {
	return plain.Some(all, func(w when) (string, bool) { return w.says, w.holds })
}

// inOne are sentences behind each other.
func inOne(all ...when) string { return strings.Join(sentences(all...), " ") }

func (s *Sheet) prose(blocks []content.Block) {
	if len(blocks) > 0 {
		s.Body = append(s.Body, Part{Kind: Prose, Blocks: blocks})
	}
}

func (s *Sheet) section(text content.Section) {
	s.part(Heading, text.Heading)
	s.prose(text.Body)
}

// list adds a heading and what stands below it; nothing if that is nothing.
func (s *Sheet) list(heading string, items []string) {
	if len(items) == 0 {
		return
	}
	s.part(Heading, heading)
	s.part(ListItem, items...)
}

// goesOn adds what Enter and Space stand for.
func (s *Sheet) goesOn(label string, wants Want) {
	s.add(Item{ID: GoOnID, Kind: GoOn, Label: label, wants: wants})
}

// readAgain offers what an id names, if it names anything.
func (s *Sheet) readAgain(id, label string) {
	if id != "" {
		s.move(Move{Meaning: Rule, Label: label, wants: OnTop{NewReading(id, "")}})
	}
}
