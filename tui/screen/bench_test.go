package screen

import (
	"testing"

	"firstsession/content/walk"
)

func BenchmarkKey(b *testing.B) {
	for name, s := range map[string]*stage{
		"form":    on(b, wide, form()),
		"section": of(b, visitAt(b, "main-message"), wide),
		"signing": of(b, visitAt(b, walk.SignatureID, answered...), wide),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s.press("down")
			}
		})
	}
}
