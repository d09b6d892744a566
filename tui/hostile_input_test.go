//go:build linux || darwin

package tui

import (
	"errors"
	"math/rand"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"

	"firstsession/tui/command/shell"
)

// toNote starts the program and begins a note.
func toNote(t *testing.T, home string) *process {
	t.Helper()
	p := run(t, home, 40)
	p.waitFor("begin, and keep my place")
	p.typed("\r")
	p.waitFor("This chapter has")
	p.typed("n")
	p.waitFor("What I would like to say or ask")
	return p
}

// leaves ends the program with Ctrl+C, and checks that nothing broke.
func (p *process) leaves() {
	p.t.Helper()
	p.typed("\x03")
	p.ends()
}

// ends waits for the end of the program, and checks that nothing broke.
func (p *process) ends() {
	p.t.Helper()
	if code := p.end(); code != shell.ExitDone {
		p.t.Errorf("it ends with %d", code)
	}
	p.isGivenBack()
	if sent := p.raw.String(); strings.Contains(sent, "panic") || strings.Contains(sent, "goroutine") {
		p.t.Errorf("it broke: %q", sent)
	}
}

func TestWhatIsPastedIntoANoteBreaksNothingAndTheNoteIsKept(t *testing.T) {
	many := strings.Repeat("0;", 34) + "1"
	for name, sent := range map[string]string{
		"a paste":         "\x1b[200~see: \x1b[" + many + "mred\x1b[201~",
		"keys":            "see: \x1b[" + many + "mred",
		"a string":        "see: \x1bP" + many + "qx\x1b\\red",
		"half a click":    "see: \x9bMred",
		"a letter in two": "see: ě\x9bMred",
		"no end":          "\x1b[200~see: red",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			p := toNote(t, home)
			p.typed("half a thought ")
			p.waitFor("half a thought")
			p.typed(sent)
			if name != "no end" {
				p.waitFor("red")
			}
			p.leaves()
			again := run(t, home, 40)
			again.waitFor("Welcome back")
			again.typed("c")
			again.waitFor("Chapters")
			again.typed("n")
			again.waitFor("half a thought see: ", "red")
			again.leaves()
		})
	}
}

// A paste in a terminal that does not bracket it.
func TestWhatComesAfterAThousandLettersIsHeard(t *testing.T) {
	for name, letters := range map[string]string{"words": strings.Repeat("many words ", 136), "signs": strings.Repeat("0;", 750), "scripts": strings.Repeat("ěя語 ", 300)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			p := toNote(t, home)
			p.typed(letters + "at last\x1bOP")
			p.waitFor("If you need help now")
			p.typed("\x1b[D") // back, however long help is
			p.waitFor("at last")
			p.leaves()
		})
	}
}

func TestFortyLettersAtOnceAllCount(t *testing.T) {
	p := toNote(t, t.TempDir())
	p.typed(strings.Repeat("ě", 40))
	p.waitFor(strings.Repeat("ě", 40))
	p.leaves()
}

func TestTheLinuxConsolesF1Helps(t *testing.T) {
	p := toNote(t, t.TempDir())
	p.typed("\x1b[[A")
	p.waitFor("If you need help now")
	p.leaves()
}

const severalKeys = "Several keys came at once"

// atStatement starts the program at the first promise.
func atStatement(t *testing.T) *process {
	t.Helper()
	home := t.TempDir()
	s := beginSession(computer{t: t, home: home}, 80, 40)
	screen := newScreenReader(s)
	does(screen, begin, goTo("keep-private"))
	screen.leave()
	if err := s.opening.closes(); err != nil {
		t.Fatal(err)
	}
	p := run(t, home, 40)
	p.waitFor("I will keep private", "Welcome back")
	return p
}

func TestAPasteAnswersNoPromiseHoweverItComes(t *testing.T) {
	for name, sent := range map[string]string{
		"as keys":               strings.Repeat("1\r", 40),
		"in brackets":           "\x1b[200~1\r1\r\x1b[201~",
		"with an end within it": "\x1b[200~x\x1b[201~1\r\x1b[201~",
		"two answers":           "2\r2\r",
		"lines":                 "1\n2\n3\n",
		"Enter of a keypad":     "1\x1bOM1\x1bOM",
		"Enter of kitty":        "1\x1b[13u1\x1b[13u",
		"held Enter":            strings.Repeat("\r", 30),
		"arrows and Enter":      "\x1b[B\x1b[B\x1b[B\r",
		"clicks and Enter":      "\x1b[<0;8;14M\x1b[<0;8;14m\x1b[<0;8;14M\x1b[<0;8;14m111\r",
		"more than one read":    strings.Repeat("1\r", 2400),
		"a letter":              "Dear Anna,\rI agree\r1\r",
		"an end and late keys":  "\x1b[200~x\x1b[201~\x1b[201~1\r1\r",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := atStatement(t)
			p.typed(sent)
			p.waitFor(severalKeys, "1 of 7")
			p.typed("\x1bOP") // F1 and back take longer than keys that belong to a paste
			p.waitFor("If you need help now")
			p.typed("\x1b[D")
			p.waitFor("1 of 7")
			p.typed("\x1b[B")
			p.wait("no word of a flood", func(shown string) bool {
				return strings.Contains(shown, "› 1") && !strings.Contains(shown, severalKeys)
			})
			if shown := p.shows(); !strings.Contains(shown, "1 of 7") || strings.Contains(shown, "your answer") {
				t.Errorf("it shows\n%s", shown)
			}
			p.leaves()
		})
	}
}

// A terminal that is closed tells a program only if the program belongs to it.
func TestATerminalThatGoesWithoutAWordEndsTheProgram(t *testing.T) {
	for place, where := range map[string]struct{ typed, shown string }{
		"a page": {}, "a note": {"n", "What I would like to say or ask"}, "the keys": {"?", "Help, and leaving"}, "the chapters": {"c", "you are here"},
		"the search": {"/", "What to look for"}, "help": {"\x1bOP", "If you need help now"}, "my page": {"m", "What goes on the page"},
		"the glossary": {"g", "Glossary"}, "half a note": {"nhalf", "half"}, "about": {"a", "About this guide"}, "lines": {},
	} {
		t.Run(place, func(t *testing.T) {
			t.Parallel()
			home, size := t.TempDir(), pty.Winsize{Rows: 40, Cols: 80}
			file, tty, err := pty.Open()
			if err != nil {
				t.Fatal(err)
			}
			if err := pty.Setsize(tty, &size); err != nil {
				t.Fatal(err)
			}
			var args []string
			begins, left := "begin, and keep my place", shell.ExitDone
			if place == "lines" { // where the end of a terminal is an error of its
				args, begins, left = []string{"--plain"}, "Enter: begin", shell.ExitFailed
			}
			cmd := programAt(t, home, nil, args...)
			cmd.Stdin, cmd.Stdout, cmd.Stderr = tty, tty, tty
			cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
			if err := errors.Join(cmd.Start(), tty.Close()); err != nil {
				t.Fatal(err)
			}
			p := watched(t, cmd, file, size)
			p.waitFor(begins)
			p.typed("\r")
			p.waitFor("This chapter has")
			if where.shown != "" {
				p.typed(where.typed)
				p.waitFor(where.shown)
			}
			hangUp(t, file)
			if code := p.end(); code != left {
				t.Errorf("it ends with %d", code)
			}
			again := run(t, home, 40)
			again.waitFor("Welcome back")
			again.leaves()
		})
	}
}

// hangUp closes the side of the person, on which a test still reads: the last
// read ends with what a last key brings.
func hangUp(t *testing.T, file *os.File) {
	t.Helper()
	other, err := syscall.Dup(int(file.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	closed := file.Close() // in fact only when its last read is over
	_, err = syscall.Write(other, []byte("?"))
	if err := errors.Join(closed, err, syscall.Close(other)); err != nil {
		t.Fatal(err)
	}
}

// Bytes that leave or suspend are left out, so that the walk goes on.
func TestRandomBytesNeverBreakTheProgram(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	parts := []string{"\x1b[", "\x1bP", "\x1b]", "\x1b[M", "\x9bM", "\x1b[200~", "\x1b[201~", "\x1b[" + strings.Repeat("1;", 34), "ě", "\r", " "}
	p := toNote(t, t.TempDir())
	for range 8 {
		var data []byte
		for range random.Intn(200) {
			if random.Intn(4) == 0 {
				data = append(data, parts[random.Intn(len(parts))]...)
			} else if b := byte(random.Intn(256)); b != 0x03 && b != 0x1a && b != 'q' && b != 'Q' && b != 0x1c {
				data = append(data, b)
			}
		}
		p.typed(string(data))
	}
	p.leaves()
}
