package tui

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"firstsession/content/walk"
)

// begun is a session that was left at a section, with the bytes of its
// journal.
func begun(t *testing.T) (*session, []byte) {
	t.Helper()
	s := newSession(t, 80, 24)
	r := newScreenReader(s)
	for _, do := range []deed{begin, readOn, readOn, back} {
		do(r)
	}
	r.leave()
	return s, s.journalBytes()
}

func (s *session) journalBytes() []byte {
	s.t.Helper()
	data, err := os.ReadFile(s.journal())
	if err != nil {
		s.t.Fatal(err)
	}
	return data
}

// write puts a file in the place of what is there.
func (s *session) write(path string, data []byte) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// damaged changes a byte in the middle of the journal.
func damaged(t *testing.T) (*session, []byte) {
	t.Helper()
	s, whole := begun(t)
	lines := bytes.SplitAfter(whole, []byte("\n"))
	lines[2] = append([]byte("?"), lines[2]...)
	broken := bytes.Join(lines, nil)
	s.write(s.journal(), broken)
	s.again().sees("About your place", "is damaged: line 3", "Nothing in it was changed")
	return s, broken
}

func sameFacts(t *testing.T, got, want []walk.Fact) {
	t.Helper()
	compare(t, "facts", factLines(got, nil), factLines(want, nil))
	for i := range got {
		if i > 0 && got[i].Seq != got[i-1].Seq+1 {
			t.Errorf("fact %d follows on %d", got[i].Seq, got[i-1].Seq)
		}
	}
}
