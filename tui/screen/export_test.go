package screen

import "firstsession/tui/keys"

// Bindings are the keys that work now, as the footer has them before it leaves
// any out.
func (m *Model) Bindings() []keys.Binding {
	left, right := m.bindings()
	for _, slot := range right {
		if slot.Shown != "" {
			left = append(left, slot.Binding)
		}
	}
	return left
}

// Places is how many places of the page can have the focus.
func (m *Model) Places() int { return len(m.here.paper.Spots) }
