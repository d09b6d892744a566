package screen_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/frame"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/theme"
)

// At 40 cells, arrows and numbers speak for themselves, and what is always there
// stands at the right end without its words. All else says what it does.
func TestNoKeyInTheFooterIsWithoutItsWords(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		v := visit.New(visit.Options{
			Walk: walk.New(guidetest.Shipped(t, language)), World: page.World{Private: true}, Keeper: visit.Nobody(), Now: func() time.Time { return time.Unix(0, 0).UTC() },
		})
		m := screen.New(v, theme.HighContrast(), true)
		v.Start(visit.Found{})
		seen := map[string]bool{}
		look := func(pressed ...string) {
			for _, size := range [][2]int{{80, 24}, {40, 12}} {
				m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
				for _, key := range append([]string{""}, pressed...) {
					m.Update(tea.BackgroundColorMsg{})
					if key != "" {
						m.Update(keys.Press(key))
					}
					said(t, m, seen)
				}
			}
		}
		look()
		m.Update(keys.Press("enter"))
		at := walk.Step{}
		for range 500 {
			if step := v.Step(); step != at {
				at = step
				look("tab", "tab", "down", "down", "end")
			}
			if at.Kind == walk.Signature || at.ID == "bens-brother" {
				for _, beside := range []page.Meaning{page.Chapters, page.Search, page.Glossary, page.Note, page.MyPage, page.Keys, page.HelpNow, page.About} {
					v.Do(beside, "")
					look("a", "a", "esc", "tab", "down", "end")
					for v.Step() != at {
						v.Do(page.Back, "")
					}
				}
			}
			onward(v)
		}
	}
}

// apart is what stands between two keys of a footer.
var apart = regexp.MustCompile(`  +`)

// said reports keys of the footer that stand without words.
func said(t *testing.T, m *screen.Model, seen map[string]bool) {
	t.Helper()
	lines := strings.Split(ansi.Strip(m.View().Content), "\n")
	footer := strings.TrimSpace(lines[len(lines)-1])
	for _, key := range apart.Split(footer, -1) {
		if strings.Contains(key, " ") || key == "" || m.Window() == "40x12" && slices.Contains([]string{"?", "q", "←", "↓", "1-2", "1-3", "1-4"}, key) {
			continue
		}
		if !seen[footer] {
			t.Errorf("%s: %q says nothing\n%s", m.Window(), key, footer)
		}
		seen[footer] = true
	}
}

// How far one is stands whole above the list of chapters, in the least window too.
func TestHowManyChaptersWereReadIsNeverCut(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		for _, way := range []string{"space", "w"} {
			v := visit.New(visit.Options{
				Walk: walk.New(guidetest.Shipped(t, language)), World: page.World{Private: true}, Keeper: visit.Nobody(), Now: func() time.Time { return time.Unix(0, 0).UTC() },
			})
			m := screen.New(v, theme.HighContrast(), true)
			v.Start(visit.Found{})
			for _, msg := range []tea.Msg{
				tea.WindowSizeMsg{Width: 120, Height: 50}, keys.Press(way), keys.Press("space"), keys.Press("c"),
				tea.WindowSizeMsg{Width: frame.Least.Width, Height: frame.Least.Height},
			} {
				m.Update(msg)
			}
			if header, _, _ := strings.Cut(ansi.Strip(m.View().Content), "\n"); strings.HasSuffix(header, "…") || !regexp.MustCompile(`\d+ (of|de) \d+`).MatchString(header) {
				t.Errorf("%s, %s: %q", language, way, header)
			}
		}
	}
}
