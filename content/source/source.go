// Package source is a file that an author wrote, as text with places, and what
// has to be mended in it: Problems with line and caret, advice, the characters
// that no file may hold, and TOML taken apart with its places. What a file means
// may not come in.
package source

import (
	"bytes"
	"slices"

	"firstsession/content/plain"
)

// File is one file's text, with line ends and byte order mark made equal.
type File struct {
	Name    string // relative to the language's folder
	Number  string // a chapter's number, as written
	ID      string // from the file's name
	Text    []byte
	Checked bool  // of a picture: it was looked at
	Proved  bool  // it was looked over when the program was made
	lines   []int // where each line starts; filled when first asked for
}

// NewFile takes a file's bytes. One that is no plain text stays as it is.
func NewFile(name string, data []byte) *File { return newFile(name, data, plain.Normal) }

// NewTOML takes the bytes of a file of settings likewise.
func NewTOML(name string, data []byte) *File { return newFile(name, data, plain.NormalTOML) }

func newFile(name string, data []byte, normal func(string) string) *File {
	src := &File{Name: name, Text: data}
	if what, _ := foreign(data); what == "" {
		if text := normal(string(data)); text != string(data) {
			src.Text = []byte(text)
		}
	}
	return src
}

// Line returns the number of the line, counted from 1, that holds an offset.
func (s *File) Line(offset int) int {
	line, found := slices.BinarySearch(s.Starts(), offset)
	if found {
		line++
	}
	return line
}

// LineStart returns where the line starts that holds an offset.
func (s *File) LineStart(offset int) int { return s.Starts()[s.Line(offset)-1] }

// Starts are where the lines start.
func (s *File) Starts() []int {
	if s.lines == nil {
		s.lines = []int{0}
		for i, c := range s.Text {
			if c == '\n' {
				s.lines = append(s.lines, i+1)
			}
		}
	}
	return s.lines
}

// LineEnd returns where the line ends that holds an offset: at its newline,
// or at the end of the file.
func (s *File) LineEnd(offset int) int {
	if i := bytes.IndexByte(s.Text[offset:], '\n'); i >= 0 {
		return offset + i
	}
	return len(s.Text)
}

// Place returns where an offset is.
func (s *File) Place(offset int) Place { return Place{File: s.Name, Line: s.Line(offset)} }
