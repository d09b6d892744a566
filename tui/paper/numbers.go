package paper

import "firstsession/content/page"

// counts reports whether a number may stand before an item. Nothing that goes into a
// record has one, and no promise another than its own.
func (d *drawing) counts(item page.Item) bool {
	return d.Numbered && item.Mark != page.Open && item.Kind != page.Line && item.Kind != page.GoOn && !(d.Binding && item.Kind == page.Tick)
}

// numbers are those of the items; 0 for none.
func (d *drawing) numbers() []int {
	numbers, n := make([]int, len(d.Items)), 0
	for i, item := range d.Items {
		if d.counts(item) && n < d.lastNumber() {
			n++
			numbers[i] = n
		}
	}
	return numbers
}

// lastNumber is the last that can be typed: what cannot be is not shown. Where a
// number sets something at once, it has one digit.
func (d *drawing) lastNumber() int {
	if d.Has(func(i page.Item) bool { return i.Kind == page.Tick || i.Kind == page.Pick }) {
		return 9
	}
	return 99
}
