package walk

import (
	"strings"

	"firstsession/content"
)

// Readable is the path of a record's copy that a person can read.
func (s Signed) Readable() string { return strings.TrimSuffix(s.Path, ".json") + ".txt" }

// Traces says, in the guide's words, what is kept on this computer of a
// walk that leaves no trace: the records that were signed, those that may be
// there, and nothing else.
func (w Walk) Traces() string {
	words := w.guide.Words.Home
	return w.traces(words.NoTrace, words.NoTraceSigned)
}

// TracesLeft says the same to whoever has left.
func (w Walk) TracesLeft() string {
	words := w.guide.Words.Frame
	return w.traces(words.ByePrivate, words.ByePrivateSigned)
}

// traces does not call anything kept or not of which that is not known.
func (w Walk) traces(none, signed string) string {
	var said []string
	if len(w.saves) > 0 {
		var paths []string
		for _, s := range w.saves {
			paths = append(paths, s.Readable())
		}
		said = append(said, content.Fill(w.guide.Words.Home.TraceUnsure, "path", strings.Join(paths, ", ")))
	}
	switch {
	case len(w.records) > 0:
		said = append(said, content.Fill(signed, "path", strings.Join(w.records, ", ")))
	case len(said) == 0:
		said = append(said, none)
	}
	return strings.Join(said, " ")
}
