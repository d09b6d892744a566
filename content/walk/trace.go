package walk

import (
	"strings"

	"firstsession/content"
)

// Readable is the path of a record's copy that a person can read.
func (s Signed) Readable() string { return strings.TrimSuffix(s.Path, ".json") + ".txt" }

// Traces says, in the guide's words, what is kept on this computer of a
// walk that leaves no trace: the records that were signed, and nothing else.
func (w Walk) Traces() string {
	words := w.guide.Words.Home
	if len(w.records) == 0 {
		return words.NoTrace
	}
	return content.Fill(words.NoTraceSigned, "path", strings.Join(w.records, ", "))
}

// TracesLeft says the same to whoever has left.
func (w Walk) TracesLeft() string {
	words := w.guide.Words.Frame
	if len(w.records) == 0 {
		return words.ByePrivate
	}
	return content.Fill(words.ByePrivateSigned, "path", strings.Join(w.records, ", "))
}
