package lines

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
)

// terminal hands out one line a read, as a terminal does, and knows what waits.
// Each burst comes when all before it was read; what is behind its first line is
// there a moment after that line was.
type terminal struct {
	bursts []string
	now    string
	late   bool
}

func (t *terminal) waiting() int {
	if t.late {
		return 0
	}
	return len(t.now)
}

func (t *terminal) soon() int {
	t.late = false
	return len(t.now)
}

func (t *terminal) Read(p []byte) (int, error) {
	if t.now == "" {
		if len(t.bursts) == 0 {
			return 0, io.EOF
		}
		t.now, t.bursts, t.late = t.bursts[0], t.bursts[1:], true
	}
	end := strings.IndexByte(t.now, '\n') + 1
	n := copy(p, t.now[:end])
	t.now = t.now[n:]
	return n, nil
}

// hears runs line mode at a terminal from a page on, and hands out all that is
// said.
func hears(t *testing.T, l *Lines, bursts ...string) string {
	t.Helper()
	term := &terminal{bursts: bursts}
	l.Watch(term.waiting, term.soon, 4095)
	var out bytes.Buffer
	if err := Run(context.Background(), l, "", term, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestAPasteAnswersNoPromiseAndSignsNothing(t *testing.T) {
	for _, test := range []struct {
		name, at string
		bursts   []string
		answers  int
	}{
		{"all promises", "keep-private", []string{strings.Repeat("agree\n\n", 20) + "Anna\nsign\n"}, 0},
		{"from the page before", "promises-opening", []string{strings.Repeat("\nagree\n", 20)}, 0},
		{"two bursts", "keep-private", []string{"agree\n\n", "agree\n", "\n", "agree\n\n"}, 1},
		{"line by line", "keep-private", []string{"agree\n", "\n", "talk first\n", "\n", "not now\n", "\n"}, 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, keeper, _ := newReader(shipped(t), 0)
			if test.at == "promises-opening" {
				l.Line("")
				l.Line("chapters")
				l.Line("10")
			} else {
				at(test.at)(t, l)
			}
			said := hears(t, l, test.bursts...)
			answers := 0
			for _, f := range keeper.facts {
				if f.Kind == "set answer" {
					answers++
				}
			}
			if answers != test.answers || keeper.records > 0 {
				t.Errorf("%d answers, want %d, and %d records\n%s", answers, test.answers, keeper.records, said)
			}
			if test.answers == 0 && l.visit.Step().Key() != "keep-private" {
				t.Errorf("it leads to %+v", l.visit.Step())
			}
			if told := strings.Contains(said, "More was typed or pasted"); told != (test.name != "line by line") {
				t.Errorf("it says\n%s", said)
			}
		})
	}
}

func TestAPasteAtTheNameSignsNothing(t *testing.T) {
	for _, bursts := range [][]string{
		{"Dear Anna\nsign\nhere\n"}, {"Dear Anna\nsign\n"}, {"Anna\n", "sign\nmore\n"}, {"Anna\n", "sign\n\n\n"},
		{"do not sign\nmore\n"},
	} {
		l, keeper, _ := newReader(shipped(t), 0)
		at("signing")(t, l)
		said := hears(t, l, bursts...)
		if named := l.visit.Sheet().Ask == ""; named != (len(bursts) == 2) || keeper.records > 0 || l.visit.Walk.Declined() || !strings.Contains(said, "More was typed or pasted") {
			t.Errorf("%q: %d records\n%s", bursts, keeper.records, said)
		}
	}
	l, keeper, _ := newReader(shipped(t), 0)
	at("signing", "", "", "")(t, l)
	if said := hears(t, l, "Anna\n", "sign\n"); keeper.records != 1 {
		t.Errorf("typed line by line, it does not sign\n%s", said)
	}
}

func TestHelpNowIsNeverTooEarly(t *testing.T) {
	for _, cry := range []string{"help now", "I want to die"} {
		l, keeper, _ := newReader(shipped(t), 0)
		at("keep-private")(t, l)
		facts := len(keeper.facts)
		said := hears(t, l, "agree\n"+cry+"\nagree\n\n")
		if !strings.Contains(said, "If you need help now") || len(keeper.facts) > facts+1 {
			t.Errorf("it says\n%s", said)
		}
	}
}

func TestThroughAPipeAllLinesCount(t *testing.T) {
	l, keeper, _ := newReader(shipped(t), 0)
	at("signing")(t, l)
	if err := Run(context.Background(), l, "", strings.NewReader("Anna\n"+strings.Repeat("\n", 8)+"sign\nstop\n"), io.Discard); err != nil {
		t.Fatal(err)
	}
	if keeper.records != 1 {
		t.Error("it does not sign")
	}
}

func TestOnlyALineThatATerminalMayHaveCutIsToldSo(t *testing.T) {
	for n, cut := range map[int]bool{1300: false, 1365: true} {
		l, _, _ := newReader(shipped(t), 0)
		hear(l, "", "note")
		said := hears(t, l, strings.Repeat("あ", n)+"\n")
		if strings.Contains(said, "its end may be missing") != cut || len(l.visit.Walk.Notes()) != 1 {
			t.Errorf("%d letters: it says\n%s", n, said)
		}
	}
}
