package lines

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestHoweverTheInputEndsThePlaceIsLeftSafely(t *testing.T) {
	for _, test := range []struct{ typed, says string }{
		{"", "firstsession print"},
		{"\n", "goes on here: "},
		{"\n\nag", "was not ended with Enter, so it was left out"},
		{"\n" + strings.Repeat("x", longestLine+10) + "\n", "That line was too long to read"},
		{"\nstop\nagree\n", "goes on here: "},
	} {
		l, keeper, greeting := newReader(shipped(t), 0)
		var out bytes.Buffer
		if err := Run(context.Background(), l, greeting, strings.NewReader(test.typed), &out); err != nil {
			t.Fatal(err)
		}
		if !l.Over() || !strings.Contains(out.String(), test.says) || keeper.records > 0 {
			t.Errorf("%.20q says\n%s", test.typed, out.String())
		}
	}
}

// broken cannot be read, or not be written to.
type broken struct{}

func (broken) Read([]byte) (int, error)  { return 0, errors.New("no") }
func (broken) Write([]byte) (int, error) { return 0, errors.New("no") }

func TestATerminalThatFailsIsSaidAndLeft(t *testing.T) {
	l, _, greeting := newReader(shipped(t), 0)
	if err := Run(context.Background(), l, greeting, broken{}, io.Discard); err == nil || !l.Over() {
		t.Errorf("reading fails with %v", err)
	}
	l, _, greeting = newReader(shipped(t), 0)
	if err := Run(context.Background(), l, greeting, strings.NewReader(""), broken{}); err == nil || !l.Over() {
		t.Errorf("writing fails with %v", err)
	}
}

func TestASignalLeavesWithoutALineMore(t *testing.T) {
	l, _, greeting := newReader(shipped(t), 0)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	reader, writer := io.Pipe() // nothing is ever typed
	t.Cleanup(func() { _ = writer.Close() })
	var out bytes.Buffer
	if err := Run(ctx, l, greeting, reader, &out); err != nil || !l.Over() {
		t.Errorf("it ends with %v: %s", err, out.String())
	}
}
