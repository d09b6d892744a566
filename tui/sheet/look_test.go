package sheet_test

import (
	"testing"

	"firstsession/tui/intake"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

func TestPagesLook(t *testing.T) {
	for _, c := range []struct {
		name string
		size screen.Size
		page intake.Page
		keys []string
	}{
		{"form-whole", screen.Size{Width: 72, Height: 60}, form(), []string{"text:K-102", "enter"}},
		{"form-72x20", wide, form(), []string{"text:K-102"}},
		{"form-tick-72x20", wide, form(), []string{"enter", "enter", "space", "down"}},
		{"form-acts-72x20", wide, form(), []string{"enter", "enter", "enter", "enter", "enter", "enter"}},
		{"form-act-72x20", wide, form(), []string{"enter", "enter", "enter", "enter", "enter", "enter", "down"}},
		{"form-notice-72x20", wide, form(), []string{"tab", "shift+tab", "text:bad", "enter"}},
		{"form-act-notice-72x20", wide, form(), []string{"enter", "enter", "enter", "enter", "enter", "enter", "down", "enter"}},
		{"form-36x8", narrow, form(), nil},
		{"form-line-36x8", narrow, form(), []string{"enter", "tab", "text:Fewer quarrels, and somebody to ring on Sundays"}},
		{"form-notice-36x8", narrow, form(), []string{"tab", "text:bad", "enter"}},
		{"talk-whole", screen.Size{Width: 72, Height: 60}, talk(), []string{"tab", "space"}},
		{"talk-36x8", narrow, talk(), []string{"tab"}},
		{"acts-72x20", wide, acts(), []string{"down"}},
		{"acts-36x8", narrow, acts(), []string{"enter"}},
	} {
		s := on(t, c.size, c.page).Press(c.keys...)
		s.Check(t)
		s.CheckKeysWork(t)
		tuitest.Golden(t, c.name, s.Plain())
	}
	tuitest.Golden(t, "form-notice-72x20-dark", joined(on(t, wide, form()).Press("text:bad", "enter")))
	tuitest.Golden(t, "form-line-36x8-dark", joined(on(t, narrow, form()).Press("tab", "text:K-102")))
}
