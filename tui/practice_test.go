package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/practice"
	"firstsession/tui/prose"
	"firstsession/tui/theme"
)

// havePractice writes a practice file where it is used without being named.
func havePractice(t *testing.T, s *session, text string) {
	t.Helper()
	s.settings = true
	folder, err := disk.ConfigFolder(s.getenv)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "practice.toml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestAPracticeFileInTheUsersFolderIsUsed(t *testing.T) {
	for _, size := range []struct{ width, height int }{{80, 24}, {40, 12}} {
		s := newSession(t, size.width, size.height)
		checked := s.program.Now().Format(time.DateOnly)
		havePractice(t, s, "when = 'Thursdays at six'\n[crisis]\ntext = 'Call the desk.'\nchecked = "+checked+"\n")
		s.again().press("p", "f1").sees("Call the desk.", "Your practice checked this on")
		s.press("esc", "/").press(strings.Split("thursdays", "")...).press("enter", "enter").sees("Your group", "When: Thursdays at six")
	}
}

// The numbers come first, then the practice's own words, and all of the ladder of
// whom to call, without a key.
func TestHelpNowIsWholeInAWindowOf80By24(t *testing.T) {
	s := newSession(t, 80, 24)
	checked := s.program.Now().Format(time.DateOnly)
	havePractice(t, s, "[crisis]\ntext = \"\"\"Our crisis line: 0800 111 222.\nDay and night.\"\"\"\nchecked = "+checked+"\n")
	s.again().press("p", "f1").sees("call your local emergency", "0800 111 222", "Your practice checked this on",
		"1 You are not safe", "crisis contact, now", "your therapist, now", "the group, or your therapist")
}

func TestABrokenPracticeFileStopsTheProgramBeforeItStarts(t *testing.T) {
	s := newSession(t, 80, 24)
	havePractice(t, s, "colour = 'Thursdays at six'\n")
	err := s.program.walk() // on a terminal, or as lines: neither has begun
	for _, says := range []string{"firstsession practice check", "firstsession help now", "firstsession --practice none"} {
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%v", err)
		}
	}
}

// Glamour has rules of its own for what is escaped, so the screen is looked at
// as well as the words.
func TestWhateverAPracticeSaysIsShownAsItWasWritten(t *testing.T) {
	g := guidetest.Shipped(t, "en")
	look, _ := theme.ByName("dark")
	for _, text := range []string{
		"*a* _b_ **c** `d` [e](#own-pace) ![f](art/seats.txt)", "<b>a</b> <!A b> <https://example.org>",
		"&#27; &#155; &#x1b; &lt; &amp; &copy &amp;lt; AT&T", "# a", "- a", "1. a", "12) a", "> a", "---", "===", "~~~", "```", "~~a~~",
		`\* \\ \a \`, `\& \&lt; \< \> \~ \=`, `C:\dir\_x\[y]`, "| a | b |", "{label} {text}", `\`, "!", "a_b_c", "5.",
	} {
		for _, text := range []string{text, "a " + text, text + " a"} {
			p := practice.Practice{Texts: map[string]string{"when": text, "absences": text}}
			over, err := p.Over(g, time.Now())
			if err != nil {
				t.Fatal(err)
			}
			for _, id := range []string{content.YourGroupID, "attendance"} {
				_, section := over.Section(id)
				shown := ansi.Strip(strings.Join(prose.New().Blocks(section.Body, 200, look), "\n"))
				if !strings.Contains(shown, ": "+text+"\n") && !strings.HasSuffix(shown, ": "+text) {
					t.Errorf("%s shows %q as\n%s", id, text, shown)
				}
			}
		}
	}
}
