package tuitest

import (
	"fmt"
	"strings"
	"testing"
)

func TestMessages(t *testing.T) {
	var got []string
	for _, msg := range Messages("down", "text:a B", "paste:x y", "click:3,4", "wheel:up", "space", "?") {
		got = append(got, fmt.Sprintf("%T %v", msg, msg))
	}
	want := "tea.KeyPressMsg down, tea.KeyPressMsg a, tea.KeyPressMsg space, tea.KeyPressMsg B, tea.PasteMsg x y, " +
		"tea.MouseClickMsg left, tea.MouseWheelMsg wheelup, tea.KeyPressMsg space, tea.KeyPressMsg ?"
	if joined := strings.Join(got, ", "); joined != want {
		t.Errorf("got  %s\nwant %s", joined, want)
	}
}

// failed reports whether a check fails.
func failed(check func(testing.TB)) bool {
	r := &recorder{}
	check(r)
	return r.failed
}

type recorder struct {
	testing.TB
	failed bool
}

func (r *recorder) Helper()               {}
func (r *recorder) Errorf(string, ...any) { r.failed = true }

func TestCheckLines(t *testing.T) {
	for line, bad := range map[string]bool{
		"words": false, "\x1b[1;38;2;1;2;3mbold\x1b[m": false, "語語": false,
		"too wide": true, "語語語": true, "\x1b[2Ja": true, "\x1b]0;t\x07a": true, "a\tb": true, "a\nb": true, "a\u202eb": true, "\x1b7a": true, "a\rb": true,
	} {
		if got := failed(func(t testing.TB) { CheckLines(t, []string{line}, 5) }); got != bad {
			t.Errorf("%q: failed is %v", line, got)
		}
	}
}
