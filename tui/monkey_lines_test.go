package tui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/words"
	"firstsession/tui/lines"
)

// lineMonkey is a monkey that types lines.
type lineMonkey struct {
	*monkey
	lines    *lines.Lines
	commands []string
}

func TestMonkeysInLines(t *testing.T) {
	eachMonkey(t, func(m *monkey) {
		l := &lineMonkey{monkey: m, commands: spellings(m.read.Words.Command)}
		l.start()
		for i := 0; len(m.did) < pieceLength; i++ {
			l.types(l.line())
			if i%20 == 19 {
				m.kept()
				l.getsOut()
			}
		}
		m.kept()
	})
}

// spellings are all words that do something.
func spellings(words words.Command) []string {
	var all []string
	for value, i := reflect.ValueOf(words), 0; i < value.NumField(); i++ {
		all = append(all, plain.Spellings(value.Field(i).String())...)
	}
	return all
}

func (l *lineMonkey) start() {
	l.t.Helper()
	l.open()
	l.lines = lines.New(l.opening.visit, oneOf(l.random, 0, 0, 20, 40, 72))
	l.begin()
	l.fits(l.lines.Greeting())
}

// types types a line and looks at what is said to it.
func (l *lineMonkey) types(line string) {
	l.t.Helper()
	l.took(line, line)
	defer func() {
		if broke := recover(); broke != nil {
			l.fail("the program broke: %v", broke)
		}
	}()
	said := l.lines.Line(line)
	l.fits(said)
	if strings.TrimSpace(said) == "" {
		l.fail("nothing is said to %q", line)
	}
	l.check(strings.TrimSpace(line) != "" || l.atDesk)
	if l.lines.Over() {
		if err := l.opening.closes(); err != nil {
			l.fail("it does not close: %v", err)
		}
		l.start()
	}
}

// fits checks that nothing is said that could command a terminal.
func (l *lineMonkey) fits(said string) {
	l.t.Helper()
	for _, r := range said {
		if r < 0x20 && r != '\n' || r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			l.fail("U+%04X is said in\n%q", r, said)
		}
	}
	if !utf8.ValidString(said) {
		l.fail("what is said is no UTF-8: %q", said)
	}
}

// getsOut proves that stop leads out, at most at the third time.
func (l *lineMonkey) getsOut() {
	l.t.Helper()
	before := l.lines
	for range 3 {
		l.types("stop")
		if l.lines != before { // it has ended, and was started again
			return
		}
	}
	l.fail("stop does not lead out")
}

// line is something that makes sense where one is, or anything.
func (l *lineMonkey) line() string {
	r := l.random
	switch r.IntN(12) {
	case 0:
		return l.word()
	case 1:
		return oneOf(r, l.commands...)
	case 2:
		return oneOf(r, l.commands...) + " " + oneOf(r, "1", "2", "1 2", "group", "Ask about Tuesdays", l.word())
	case 3:
		return fmt.Sprint(r.IntN(12))
	case 4:
		return ""
	default:
		return l.sensible()
	}
}

// sensible is what somebody might type who wants to get on: what a page offers,
// words for a line of it, or nothing.
func (l *lineMonkey) sensible() string {
	r, sheet := l.random, l.opening.visit.Sheet()
	n, chosen := 0, ""
	for _, item := range sheet.Items {
		if item.Kind == page.GoOn {
			continue
		}
		n++
		if r.IntN(n) > 0 && n > 1 { // each of them as likely as any other
			continue
		}
		switch {
		case item.Kind == page.Line:
			chosen = fmt.Sprint(n, " ", oneOf(r, "Dr. Ames", "K-102", "Maja", usb))
		case item.Word != "":
			chosen = item.Word
		default:
			chosen = fmt.Sprint(n)
		}
	}
	if chosen == "" || r.IntN(3) == 0 {
		return oneOf(r, "", "", "", "Maja", "sign", "stop")
	}
	return chosen
}
