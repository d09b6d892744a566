package frame_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/tui/frame"
	"firstsession/tui/keys"
	"firstsession/tui/theme"
	"firstsession/tui/tuitest"
)

// in is a frame around some lines in a window.
func in(width, height, notice int) frame.Frame {
	l := frame.In(frame.Size{Width: width, Height: height}, notice, false)
	return frame.Frame{
		Layout: l, Theme: theme.HighContrast(),
		Seats: []string{"○", "◐", "●"}, Here: 2, Chapter: "2 of 3", Title: "Common myths", Place: "Section 2 of 7",
		Text:   strings.Split(strings.Repeat(strings.Repeat("x", l.Body.Width)+"\n", l.Body.Height), "\n"),
		Beside: []string{"● What a therapy group is"},
		Notice: strings.Split(strings.Repeat("Kept.\n", notice), "\n")[:notice],
		Left: []keys.Binding{
			{Keys: []string{"space"}, Shown: "Space", Does: "go on", Essential: true},
			{Keys: []string{"n"}, Shown: "n", Does: "note for my therapist"},
			{Keys: []string{"left"}, Shown: "←", Does: "back", Essential: true},
		},
		Right: []frame.Slot{
			{Binding: keys.Binding{Keys: []string{"?"}, Shown: "?"}, Width: 1},
			{Binding: keys.Binding{Keys: []string{"f1"}, Shown: "F1 !"}, Width: 4},
			{Binding: keys.Binding{Keys: []string{"q"}, Shown: "q"}, Width: 1},
		},
		More: "more: 40 %",
	}
}

func TestEveryWindowIsFilledToTheCell(t *testing.T) {
	for width := frame.Least.Width; width <= 160; width++ {
		for height := frame.Least.Height; height <= 50; height += 3 {
			for notice := range 3 {
				f := in(width, height, notice)
				window, clicks := f.Draw()
				lines := strings.Split(window, "\n")
				tuitest.CheckLines(t, lines, width)
				footer := ansi.Strip(lines[len(lines)-1])
				if edge := strings.Repeat(" ", f.Edge-1); strings.HasPrefix(footer, edge) {
					footer = footer[len(edge):]
				}
				if len(lines) != height || !strings.HasPrefix(footer, " Space go on") || !strings.HasSuffix(footer, "?  F1 !  q") || !strings.Contains(footer, "←") {
					t.Fatalf("%dx%d:\n%s", width, height, window)
				}
				for _, c := range clicks {
					if c.Min.X < 0 || c.Max.X > width || c.Min.Y != height-1 {
						t.Errorf("%dx%d: a click at %+v", width, height, c)
					}
				}
			}
		}
	}
}

// What stands at the right is found at the same place, whatever else there is,
// and whether or not something stands beside it.
func TestWhatIsAlwaysThereNeverMoves(t *testing.T) {
	for width := frame.Least.Width; width <= 160; width++ {
		f := in(width, 24, 0)
		_, full := f.Draw()
		f.Left = append(f.Left, f.Left...)
		f.Right[0].Binding, f.Right[2].Binding = keys.Binding{}, keys.Binding{Keys: []string{"ctrl+c"}, Shown: "^"}
		window, other := f.Draw()
		place := func(clicks []frame.Click, key string) int {
			for _, c := range clicks {
				if c.Msg.(tea.KeyPressMsg).String() == key {
					return c.Min.X
				}
			}
			return -1
		}
		if place(full, "f1") != place(other, "f1") || place(full, "q") != place(other, "ctrl+c") || place(other, "?") >= 0 {
			t.Fatalf("%d: %s", width, window)
		}
	}
}

func TestWordsGoBeforeKeysAndThoseOfSignsFirst(t *testing.T) {
	for width, want := range map[int]string{
		66: " Space go on   n note for my therapist   ← back", 44: " Space go on  ← back", 35: " Space go on  ←", 30: " Space  ←",
	} {
		f := in(width, 24, 0)
		f.Right[1].Shown, f.Right[1].Width = "F1 ! help", 9
		f.More = ""
		window, _ := f.Draw()
		lines := strings.Split(ansi.Strip(window), "\n")
		got, _, _ := strings.Cut(lines[len(lines)-1], " ? ")
		if got = strings.TrimRight(got, " "); got != want {
			t.Errorf("%d: %q", width, got)
		}
	}
}

// A key more would make one row of the two ends.
func TestTheTwoEndsOfAWideFooterStandApart(t *testing.T) {
	for width := 100; width <= 160; width++ {
		for n := range 9 {
			f := in(width, 24, 0)
			f.More = ""
			for range n {
				f.Left = append(f.Left, keys.Binding{Shown: "g", Does: "glossary"})
			}
			window, _ := f.Draw()
			lines := strings.Split(ansi.Strip(window), "\n")
			if footer := lines[len(lines)-1]; !strings.Contains(footer, "    ?  F1 !  q") {
				t.Errorf("%d: %s", width, footer)
			}
		}
	}
}

// A terminal counts cells by character, or by what a reader takes for one.
func TestWordsOfAnyScriptLeaveRoomForThePlaceAndTheKeys(t *testing.T) {
	for _, title := range []string{
		strings.Repeat("👨‍👩‍👧‍👦", 12), strings.Repeat("हिन्दी क्षत्रिय ", 8), strings.Repeat("ที่นี่", 20), strings.Repeat("❤️", 40), strings.Repeat("語", 40),
	} {
		for width := frame.Least.Width; width <= 160; width++ {
			f := in(width, 24, 0)
			f.Title, f.Beside = title, []string{title}
			f.Left = append(f.Left, keys.Binding{Shown: "x", Does: title})
			window, _ := f.Draw()
			lines := strings.Split(window, "\n")
			tuitest.CheckLines(t, lines, width)
			if !strings.HasSuffix(ansi.Strip(lines[0]), "Section 2 of 7") || !strings.HasSuffix(ansi.Strip(lines[23]), "?  F1 !  q") {
				t.Fatalf("%q at %d:\n%s", title, width, window)
			}
		}
	}
}

func TestWhereThereIsLittleRoomAirGoesFirstThenTheSeatsThenTheirWords(t *testing.T) {
	for width, want := range map[int]string{
		80: " ○ ◐ ●   2 of 3   Common myths", 46: " ○ ◐ ●  2 of 3  Common myths", 44: " 2 of 3   Common myths", 34: " Common myths", 30: " Common myths",
	} {
		window, _ := in(width, 24, 0).Draw()
		header, _, _ := strings.Cut(ansi.Strip(window), "\n")
		if got, ok := strings.CutSuffix(header, "Section 2 of 7"); !ok || strings.TrimRight(got, " ") != want {
			t.Errorf("%d: %q", width, header)
		}
	}
}

func TestWhatStandsBesideTheTextNeedsRoomBesideTheColumn(t *testing.T) {
	for width, there := range map[int]bool{80: false, 116: false, 118: true, 160: true} {
		if window, _ := in(width, 24, 0).Draw(); strings.Contains(window, "● What a") != there {
			t.Errorf("%d: it is there: %v\n%s", width, !there, window)
		}
	}
}

func TestTheColumnIsInTheMiddleAtEveryWidth(t *testing.T) {
	for width := 40; width <= 300; width++ {
		for _, height := range []int{12, 24, 60} {
			l := frame.In(frame.Size{Width: width, Height: height}, 0, false)
			if right := width - l.Column - l.Body.Width; right-l.Column < 0 || right-l.Column > 1 {
				t.Errorf("%dx%d: %d cells are free at the left of the text and %d at the right", width, height, l.Column, right)
			}
			if l.Aside > 0 && l.Edge != l.Column-l.Aside-4 || l.Edge < 1 {
				t.Errorf("%dx%d: the header begins at %d, and what stands beside the text is %d wide", width, height, l.Edge, l.Aside)
			}
		}
	}
}

func TestANoticeHasAirBelowItWhereTheWindowOrTheTextLeavesRoom(t *testing.T) {
	for _, c := range []struct{ height, lines, want int }{{24, 0, 21}, {24, 17, 21}, {18, 0, 15}, {18, 11, 15}, {18, 14, 16}} {
		f := in(80, c.height, 1)
		f.Text = slices.Repeat([]string{"x"}, min(c.lines, f.Body.Height))
		window, _ := f.Draw()
		if rows := strings.Split(ansi.Strip(window), "\n"); strings.TrimSpace(rows[c.want]) != "Kept." {
			t.Errorf("below %d lines of %d:\n%s", c.lines, c.height, window)
		}
	}
}

func TestNoPlaceIsWiderThanTheWindow(t *testing.T) {
	for width := frame.Least.Width; width <= 60; width++ {
		for cells := range 70 {
			f := in(width, 18, 0)
			f.Place = strings.Repeat("x", cells)
			window, _ := f.Draw()
			tuitest.CheckLines(t, strings.Split(window, "\n"), width)
		}
	}
}

func TestATitleIsCutBehindAWord(t *testing.T) {
	for place, title := range map[string]string{"Firmar, o no": "Los compromisos del…", "Compromiso 1 de 7": "Los compromisos…"} {
		f := in(40, 12, 0)
		f.Chapter, f.Title, f.Place = "", "Los compromisos del grupo", place
		window, _ := f.Draw()
		header, _, _ := strings.Cut(ansi.Strip(window), "\n")
		if got, _, _ := strings.Cut(strings.TrimSpace(header), "  "); got != title {
			t.Errorf("%q", header)
		}
	}
}
