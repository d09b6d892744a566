package screen

import (
	"slices"
	"testing"
)

// Where a key first reads on, the footer says so, also where something has the focus:
// whoever reads “go on” there and sees the page only move believes the key broken.
func TestTheFooterSaysWhetherAKeyReadsOnOrGoesOn(t *testing.T) {
	eachPlace(t, func(t *testing.T, begin func(size) *stage) {
		for _, window := range []size{narrow, {40, 12}, wide} {
			for _, keys := range [][]string{{""}, {"1"}, {"2", "1"}, {"down", "down", "down"}, {"tab", "tab"}, {"space", "space", "1"}} {
				s := begin(window)
				for _, key := range keys {
					if s.press(key); s.v.Over() || s.m.here.isTyping() {
						break
					}
					s.saysIfItReadsOn()
				}
			}
		}
	})
}

func (s *stage) saysIfItReadsOn() {
	s.t.Helper()
	for _, b := range s.m.Bindings() {
		for _, key := range b.Keys {
			if !slices.Contains([]string{"enter", "space"}, key) {
				continue
			}
			before, after := s.m.stands(), s.copied().press(key).m.stands()
			moved := after.top > before.top && after.page == before.page && after.changes == before.changes
			only := moved && (after.Focus == before.Focus || after.Focus == nowhere)
			if says := b.Does == s.m.env.words().Reader.ReadOn; says && !moved || only && !says {
				s.t.Errorf("%s is said to %s:\n%s", key, b.Does, s.plain())
			}
		}
	}
}
