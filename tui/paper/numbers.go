package paper

import (
	"slices"
	"strconv"

	"firstsession/content/page"
)

// counts reports whether a number may stand before an item. Where one signs, only what
// decides has one, so that it is the same whatever else stands there.
func (d *drawing) counts(item page.Item) bool {
	more := d.Binding && (item.Kind == page.Tick || item.Kind == page.Row)
	return d.Numbered && item.Kind != page.Line && item.Kind != page.GoOn && !more
}

// lastNumber is the last that can be typed: what cannot be is not shown. Where a
// number sets something at once, it has one digit.
func (d *drawing) lastNumber() int {
	if slices.ContainsFunc(d.Items, func(i page.Item) bool { return i.Kind == page.Tick || i.Kind == page.Pick }) {
		return 9
	}
	return 99
}

// digits is how wide the widest number of an item is.
func (d *drawing) digits() int {
	n := len(slices.DeleteFunc(slices.Clone(d.Items), func(i page.Item) bool { return !d.counts(i) }))
	return len(strconv.Itoa(min(n, d.lastNumber())))
}
