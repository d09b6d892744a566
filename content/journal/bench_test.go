package journal

import (
	"bytes"
	"fmt"
	"testing"

	"firstsession/content/disk"
)

func FuzzRead(f *testing.F) {
	whole := lines(f, 2)
	f.Add(whole)
	f.Add(whole[:len(whole)-5])
	f.Add(old(f, 2))
	f.Add([]byte("{\"format\":1}\n\n"))
	f.Add([]byte("{\"format\":3}\n"))
	f.Add([]byte("{\"format\":4}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := read(data)
		if err != nil {
			return
		}
		if !bytes.HasSuffix(data, c.torn) {
			t.Fatalf("%q is not the end", c.torn)
		}
		kept := data[:len(data)-len(c.torn)]
		again, err := read(kept)
		if err != nil || len(again.torn) > 0 || again.chain != c.chain || len(again.facts) != len(c.facts) || bytes.Count(kept, []byte("\n")) != len(c.facts)+1 {
			t.Fatalf("%d facts, then %d, %v", len(c.facts), len(again.facts), err)
		}
		account(t, data, nil)
	})
}

func BenchmarkRead(b *testing.B) {
	const count = 100_000
	data := lines(b, count)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if c, err := read(data); err != nil || len(c.facts) != count {
			b.Fatal(len(c.facts), err)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	j, _, err := Open(disk.OS(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	defer func() {
		if err := j.Close(); err != nil {
			b.Error(err)
		}
	}()
	next := 1
	for b.Loop() {
		if err := j.Append(some(next, 1)...); err != nil {
			b.Fatal(fmt.Errorf("fact %d: %w", next, err))
		}
		next++
	}
}
