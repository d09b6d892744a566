package input_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"firstsession/tui/input"
)

// piece is what one read brings, and how long nothing came before it.
type piece struct {
	text  string
	after time.Duration
}

// source is a terminal that brings pieces, and is gone then.
type source struct {
	pieces []piece
	now    time.Time
}

func (s *source) Read(p []byte) (int, error) {
	if len(s.pieces) == 0 {
		return 0, io.EOF
	}
	first := &s.pieces[0]
	s.now = s.now.Add(first.after)
	n := copy(p, first.text)
	if first.text, first.after = first.text[n:], 0; first.text == "" {
		s.pieces = s.pieces[1:]
	}
	return n, nil
}

// once gives the decoder one read and an end.
type once struct{ data []byte }

func (o *once) Read(p []byte) (int, error) {
	if len(o.data) == 0 {
		return 0, io.EOF
	}
	n := copy(p, o.data)
	o.data = o.data[n:]
	return n, nil
}

// all reads a filter to its end.
func all(t testing.TB, pieces ...piece) []string {
	t.Helper()
	from := &source{pieces: pieces, now: time.Unix(1000, 0)}
	filter := input.New(from, func() time.Time { return from.now }).Reader()
	var out []string
	buffer := make([]byte, 4096)
	for {
		n, err := filter.Read(buffer)
		out = append(out, string(buffer[:n]))
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// decode has the decoder of Bubble Tea read, as it does in the program.
func decode(t testing.TB, reader io.Reader) []uv.Event {
	t.Helper()
	events, done := make(chan uv.Event), make(chan []uv.Event)
	go func() {
		var got []uv.Event
		for event := range events {
			got = append(got, event)
		}
		done <- got
	}()
	if err := uv.NewTerminalReader(reader, "xterm-256color").StreamEvents(context.Background(), events); err != nil {
		t.Fatal(err)
	}
	close(events)
	return <-done
}

// said is what the model would be told, with the marks in angle brackets.
func said(events []uv.Event) string {
	var words []string
	for _, event := range events {
		switch event := event.(type) {
		case uv.KeyPressEvent:
			mark, ok := input.MarkOf(tea.KeyPressMsg(event))
			switch {
			case ok && mark.Gone:
				words = append(words, "<gone>")
			case ok && mark.Flood:
				words = append(words, fmt.Sprintf("<%d flood>", mark.Read))
			case ok:
				words = append(words, fmt.Sprintf("<%d>", mark.Read))
			default:
				words = append(words, event.String())
			}
		case uv.PasteEvent:
			words = append(words, fmt.Sprintf("paste:%q", event.Content))
		case uv.PasteStartEvent, uv.PasteEndEvent:
		default:
			words = append(words, fmt.Sprintf("%T", event))
		}
	}
	return strings.Join(words, " ")
}

// filtered decodes what a filter hands on of some pieces.
func filtered(t testing.TB, pieces ...piece) string {
	t.Helper()
	from := &source{pieces: pieces, now: time.Unix(1000, 0)}
	return said(decode(t, input.New(from, func() time.Time { return from.now }).Reader()))
}

func FuzzWhateverComesTheDecoderStandsIt(f *testing.F) {
	for _, seed := range []string{
		"\x1b[" + strings.Repeat("0;", 40) + "m", "\x1bP" + strings.Repeat(";", 40) + "q", "\x9b" + strings.Repeat("1;", 34) + "M",
		"\x9bMabc", "d\xc4\x9bMalo", "\x1b[200~\x1b[" + strings.Repeat("0;", 40) + "m\x1b[201~1\r", "\x1b]0;\xe2\x9c\x9bMab", "\x1b[Mab",
		"\x1b[[A", "\x1b", "\x1b[0;0;13;1_", "\x1b[8;99999;99999t", "\x1b[1114111;5:1u",
	} {
		f.Add([]byte(seed), int64(1))
	}
	f.Fuzz(func(t *testing.T, data []byte, seed int64) {
		stands(t, data, rand.New(rand.NewSource(seed)))
	})
}

// stands cuts bytes into reads of any size, some after a pause, and decodes
// what the filter hands on, also as if the decoder had given up waiting.
func stands(t testing.TB, data []byte, random *rand.Rand) {
	var pieces []piece
	pauses := []time.Duration{0, 0, 10 * time.Millisecond, 60 * time.Millisecond, 3 * time.Second}
	for len(data) > 0 {
		n := min(len(data), 1+random.Intn(1+random.Intn(64)))
		pieces = append(pieces, piece{string(data[:n]), pauses[random.Intn(len(pauses))]})
		data = data[n:]
	}
	from := &source{pieces: append([]piece(nil), pieces...), now: time.Unix(1000, 0)}
	decode(t, input.New(from, func() time.Time { return from.now }).Reader())
	for _, read := range all(t, pieces...) {
		decode(t, &once{[]byte(read)})
	}
}
