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
	f.Add([]byte("{\"format\":1}\n\n"))
	f.Add([]byte("{\"format\":2}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		facts, torn, err := read(data)
		if err != nil {
			return
		}
		if !bytes.HasSuffix(data, torn) {
			t.Fatalf("%q is not the end", torn)
		}
		kept := data[:len(data)-len(torn)]
		again, torn, err := read(kept)
		if err != nil || len(torn) > 0 || len(again) != len(facts) || bytes.Count(kept, []byte("\n")) != len(facts)+1 {
			t.Fatalf("%d facts, then %d, %v", len(facts), len(again), err)
		}
		account(t, data)
	})
}

func BenchmarkRead(b *testing.B) {
	const count = 100_000
	data := header()
	for _, fact := range some(1, count) {
		line, err := encode(fact)
		if err != nil {
			b.Fatal(err)
		}
		data = append(data, line...)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if facts, _, err := read(data); err != nil || len(facts) != count {
			b.Fatal(len(facts), err)
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
