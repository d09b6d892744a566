package tui

import (
	"bytes"
	"testing"
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
	return s.bytes(s.journal())
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
