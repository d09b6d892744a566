package serve

import (
	"io"
	"strings"
	"testing"
)

func TestALineHasAnEnd(t *testing.T) {
	t.Parallel()
	var shown strings.Builder
	k := newKeyboard(strings.NewReader(strings.Repeat("x", longestTyped+1000)+"\r"), &shown)
	text, err := io.ReadAll(k)
	if got := strings.TrimSuffix(string(text), "\n"); err != nil || len(got) != longestTyped {
		t.Errorf("%d letters are taken, %v", len(got), err)
	}
}

func TestWhatIsTypedAheadWaitsElsewhere(t *testing.T) {
	t.Parallel()
	typed := newTyped(true)
	go typed.takes(strings.NewReader(strings.Repeat(strings.Repeat("x", 999)+"\n", 300)))
	part := make([]byte, 1<<10)
	for lines := 0; lines < 300; lines++ {
		n, err := typed.Read(part)
		for err == nil && part[n-1] != '\n' { // a line came in two parts
			n, err = typed.Read(part)
		}
		if err != nil {
			t.Fatalf("after %d lines: %v", lines, err)
		}
		typed.mu.Lock()
		if waits := len(typed.bytes); waits > mostTyped+4<<10 {
			t.Fatalf("%d bytes wait", waits)
		}
		typed.mu.Unlock()
	}
}
