// Package choice is the list of options that question, reflection and
// statement share: how it is moved in, how it looks, and how as much of a page
// is shown as there is room for.
package choice

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/tui/keys"
)

// Mark is what stands before an option's words.
type Mark int

// The marks. Box and Ticked are for lists in which several can be chosen.
const (
	None Mark = iota
	Box
	Ticked
	Tried  // chosen, and did not fit
	Chosen // the one that was chosen, or that fits
)

// Option is one line to choose from. All its texts are plain words.
type Option struct {
	Text string
	Mark Mark
	// Says stands out below the option: "This fits." Feedback follows it in
	// the same line.
	Says, Feedback string
}

// List is options of which at most one has the focus. At first none has, so
// that nothing is chosen beforehand. It is a value.
type List struct {
	options []Option
	focus   int // counted from 1, so that the zero value has no focus
}

// Click is the message that a click on an option becomes. It moves the focus
// and does nothing else.
type Click struct{ Option int }

// New makes a list without focus.
func New(options []Option) List { return List{options: options} }

// With returns the list with other options. The focus stays where it is, if
// there still is such an option.
func (l List) With(options []Option) List {
	l.options = options
	if l.focus > len(options) {
		l.focus = 0
	}
	return l
}

// Focus is the option that has the focus, counted from 0; -1 if none has.
func (l List) Focus() int { return l.focus - 1 }

// On returns the list with the focus on an option; on none for -1.
func (l List) On(option int) List {
	if option >= -1 && option < len(l.options) {
		l.focus = option + 1
	}
	return l
}

// Len is how many options there are.
func (l List) Len() int { return len(l.options) }

// Update moves the focus by an arrow, a number or a click. It returns false if
// the message is for someone else, as an arrow is that leads out of the list.
func (l List) Update(msg tea.Msg, k keys.Map) (List, bool) {
	to := -1
	switch msg := msg.(type) {
	case Click:
		to = msg.Option
	case tea.KeyPressMsg:
		switch {
		case k.Down.Matches(msg):
			to = l.Focus() + 1
		case k.Up.Matches(msg) && l.focus == 0:
			to = len(l.options) - 1
		case k.Up.Matches(msg):
			to = l.Focus() - 1
		case k.Number.Matches(msg):
			to = number(msg, k)
		}
	}
	if to < 0 || to >= len(l.options) {
		return l, false
	}
	return l.On(to), true
}

// number is the option that a number key stands for.
func number(msg tea.KeyPressMsg, k keys.Map) int {
	for i, key := range k.Number.Keys {
		if key == msg.String() {
			return i
		}
	}
	return -1
}
