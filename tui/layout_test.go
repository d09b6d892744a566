//go:build linux || darwin

package tui

import (
	"strings"
	"testing"
)

// What terminals send under a keyboard without Latin letters: the letters bare,
// and what is held with Ctrl in the keyboard protocol of kitty, with the key in
// the same place of a Latin keyboard.
func TestEveryKeyboardLeadsOnAndOut(t *testing.T) {
	for name, sent := range map[string]struct{ chapters, note, stop string }{
		"Cyrillic": {"с", "т", "\x1b[1089::99;5u"},
		"Greek":    {"ψ", "ν", "\x1b[968::99;5u"},
		"Hebrew":   {"ב", "מ", "\x1b[1489::99;5u"},
		"Arabic":   {"ؤ", "ى", "\x1b[1572::99;5u"},
		"Dvorak":   {"c", "n", "\x1b[99::105;5u"},
		"Caps":     {"С", "Т", "\x1b[1089:1057:99;69u"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := run(t, t.TempDir(), 40)
			p.waitFor("begin, and keep my place")
			p.typed("\r")
			p.waitFor("This chapter has")
			p.typed(sent.chapters)
			p.waitFor("Chapters")
			p.typed(sent.note)
			p.waitFor("What I would like to say or ask")
			p.typed(sent.note + sent.chapters)
			p.waitFor(sent.note + sent.chapters) // they are letters here
			p.typed(sent.stop)
			p.ends()
			if !strings.Contains(p.raw.String(), "\x1b[>5u") {
				t.Error("the terminal is not asked for the place of a key")
			}
		})
	}
}
