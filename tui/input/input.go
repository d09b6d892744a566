// Package input stands between a terminal and Bubble Tea. What a terminal
// sends is not always keys: a paste, a reply to a question nobody asked, a bad
// line, a text with commands in it. The decoders behind this package panic on
// some of that, in a goroutine that nobody can guard, and take a paste for
// keys where a terminal does not bracket it. So only whole characters and the
// sequences that the program understands get through, and each read is marked,
// for the model to tell a key from a flood.
//
// Nothing of screens, words or the walk may come in: what a flood may do is
// the model's to decide. No key is held back, no goroutine is started, and the
// clock is handed in.
//
// On Windows a console is not read as bytes, and so not through here: its keys
// are records that Bubble Tea writes out as sequences of its own making. There
// the console protects, which hands on no sequence that was typed or pasted;
// reads are not marked, so that only a bracketed paste is told from keys.
package input

import (
	"errors"
	"io"
	"slices"
	"sync/atomic"
	"time"
)

const (
	// silence is how long nothing may come before what was begun is taken for given up.
	silence = 2 * time.Second
	// joined is how long the decoder waits for what belongs to an Esc.
	joined = 50 * time.Millisecond
	// tail is how soon after a paste's end keys belong to the paste, which one
	// read may not have held: whatever ends it may stand within it.
	tail = 10 * time.Millisecond
	// many keys in one read are as many as nobody types one by one.
	many = 8
	// growth is how many times longer than what was read what is handed on can
	// be at most, and spare what marks add.
	growth, spare = 3, 64
)

// File is a terminal, as Bubble Tea wants it to set it up and to wait for it.
type File interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

// Filter hands on what a terminal sends, as far as it is keys, text, clicks, or
// a reply that was asked for.
type Filter struct {
	from  io.Reader
	now   func() time.Time
	parse parser
	reads atomic.Uint32
	last  time.Time // of the last read
	paste time.Time // of the last read with a paste in it
	flood bool      // the last read was one, and there was more than it could take
	end   error     // why nothing more comes
}

// New returns a filter of what comes from a terminal.
func New(from io.Reader, now func() time.Time) *Filter { return &Filter{from: from, now: now} }

// Reader is the filter as Bubble Tea wants it, with the methods of a terminal if it has one.
func (f *Filter) Reader() io.Reader {
	if file, ok := f.from.(File); ok {
		return terminal{file, f}
	}
	return f
}

type terminal struct {
	File
	filter *Filter
}

func (t terminal) Read(p []byte) (int, error) { return t.filter.Read(p) }

// Read reads once, and hands on what is complete of it; that may be nothing.
// When the terminal is gone, it hands on a last mark that says so.
func (f *Filter) Read(p []byte) (int, error) {
	if f.end != nil {
		return 0, f.end
	}
	room := (len(p) - spare) / growth
	if room < 1 {
		return 0, io.ErrShortBuffer
	}
	n, err := f.from.Read(p[:room])
	out := f.take(p[:n], n == room)
	if err != nil {
		f.end = err
		out = append(out, f.parse.close()...)
		out = append(out, Mark{Gone: true}.sequence()...)
	}
	if len(out) > len(p) {
		f.end = errors.New("input grew beyond its room")
		return 0, f.end
	}
	return copy(p, out), nil
}

func (f *Filter) take(read []byte, full bool) []byte {
	if len(read) == 0 {
		return nil
	}
	now := f.now()
	f.parse.wait(now.Sub(f.last))
	mark := Mark{Read: int(f.reads.Add(1) % marks)}
	f.parse.begin()
	for _, b := range read {
		f.parse.next(b)
	}
	out := f.parse.done()
	mark.Flood = f.flood || f.parse.flood() || !f.paste.IsZero() && now.Sub(f.paste) < tail
	f.last, f.flood = now, mark.Flood && full
	if f.parse.pasted {
		f.paste = now
	}
	if f.parse.marked < 0 || len(out) == 0 {
		return out
	}
	if mark.Many = f.parse.keys >= many && f.parse.isWhole(); mark.Many {
		out = append(out, Mark{Read: mark.Read, Flood: mark.Flood}.sequence()...)
	}
	return slices.Insert(out, f.parse.marked, mark.sequence()...)
}

// Reads is the number of the last read. Another goroutine may read meanwhile.
func (f *Filter) Reads() int { return int(f.reads.Load() % marks) }
