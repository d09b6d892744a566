package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/tui/screen"
	"firstsession/tui/tuitest"
)

// largeGuide writes the guide out with as many chapters more as make it a
// megabyte.
func largeGuide(b *testing.B) string {
	b.Helper()
	dir := b.TempDir()
	if err := os.CopyFS(dir, content.Embedded()); err != nil {
		b.Fatal(err)
	}
	section := strings.Repeat(strings.Repeat("Some *plain* words that go on for a while. ", 7)+"\n\n", 3) + "- one thing\n- another, see [there](#own-pace)\n\n"
	for i, size := 11, 0; size < 1<<20; i++ {
		var chapter strings.Builder
		fmt.Fprintf(&chapter, "# Chapter %d\n\nWhat you will know.\n\n", i)
		for j := range 6 {
			fmt.Fprintf(&chapter, "## Section %d {#s%d-%d}\n\n%s", j, i, j, section)
			fmt.Fprintf(&chapter, "### What fits? {#q%d-%d}\n\n- [ ] This\n\n  Not quite.\n\n- [x] That\n\n  Yes.\n\n", i, j)
		}
		size += chapter.Len()
		path := filepath.Join(dir, "en", fmt.Sprintf("%03d-more-%d.md", i, i))
		if err := os.WriteFile(path, []byte(chapter.String()), 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return dir
}

// eachGuide runs a benchmark with the guide that the program carries, and with
// one of a megabyte.
func eachGuide(b *testing.B, run func(b *testing.B, c computer)) {
	b.Run("ours", func(b *testing.B) { run(b, computer{t: b, home: b.TempDir()}) })
	b.Run("1 MB", func(b *testing.B) { run(b, computer{t: b, home: b.TempDir(), guide: largeGuide(b)}) })
}

// BenchmarkFirstView is all from the guide's files to the first page.
func BenchmarkFirstView(b *testing.B) {
	eachGuide(b, func(b *testing.B, c computer) {
		s := &session{computer: c}
		for b.Loop() {
			p := s.newProgram()
			o, err := p.openAt(p.load)
			if err != nil {
				b.Fatal(err)
			}
			look, chosen, err := s.newProgram().chooseTheme()
			if err != nil {
				b.Fatal(err)
			}
			screen := screen.New(o.visit, look, chosen)
			if err := o.begin(); err != nil {
				b.Fatal(err)
			}
			screen.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
			if screen.View().Content == "" {
				b.Fatal("there is no page")
			}
			if err := o.closes(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkKeyToView is a key that scrolls, one that goes on or back a step
// with its facts on the disk, and one letter of a search, each from the message
// to the view.
func BenchmarkKeyToView(b *testing.B) {
	for _, kind := range []struct {
		name      string
		to, turns []string
		height    int
	}{
		{"scroll", []string{"enter", "space"}, []string{"down", "up"}, 14},
		{"step", []string{"enter"}, []string{"space", "left"}, 30},
		{"search", []string{"enter", "/", "text:grou"}, []string{"p", "backspace"}, 30},
	} {
		b.Run(kind.name, func(b *testing.B) {
			eachGuide(b, func(b *testing.B, c computer) {
				s := beginSession(c, 100, kind.height)
				s.press(kind.to...)
				turns := tuitest.Messages(kind.turns...)
				for i := 0; b.Loop(); i++ {
					s.model, _ = s.model.Update(turns[i%2])
					s.model.View()
				}
			})
		})
	}
}
