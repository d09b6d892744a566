package content

import (
	"bytes"
	"slices"
)

// source is one file's text, with line ends and byte order mark made equal.
type source struct {
	name    string // relative to the language's folder
	number  string // a chapter's number, as written
	id      string // from the file's name
	text    []byte
	checked bool  // of a picture: it was looked at
	lines   []int // where each line starts; filled when first asked for
}

func newSource(name string, data []byte) *source {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	return &source{name: name, text: bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))}
}

// line returns the number of the line, counted from 1, that holds an offset.
func (s *source) line(offset int) int {
	line, found := slices.BinarySearch(s.starts(), offset)
	if found {
		line++
	}
	return line
}

// lineStart returns where the line starts that holds an offset.
func (s *source) lineStart(offset int) int {
	return s.starts()[s.line(offset)-1]
}

// starts are where the lines start.
func (s *source) starts() []int {
	if s.lines == nil {
		s.lines = []int{0}
		for i, c := range s.text {
			if c == '\n' {
				s.lines = append(s.lines, i+1)
			}
		}
	}
	return s.lines
}

// lineEnd returns where the line ends that holds an offset: at its newline,
// or at the end of the file.
func (s *source) lineEnd(offset int) int {
	if i := bytes.IndexByte(s.text[offset:], '\n'); i >= 0 {
		return offset + i
	}
	return len(s.text)
}

// place returns where an offset is.
func (s *source) place(offset int) Place {
	return Place{File: s.name, Line: s.line(offset)}
}
