package plain

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// OtherLetters is how a text is written that is not in UTF-8 and may be in the
// letters that Windows had before it.
const OtherLetters = "not in UTF-8"

// InUTF8 is a file's text in UTF-8 without a mark before it, as it was before
// another program saved it in its own way, and what it was instead; empty if it was
// that. It is nil if it is no text.
func InUTF8(data []byte) (text []byte, how string) {
	order, is16 := unicode.LittleEndian, bytes.HasPrefix(data, []byte("\xff\xfe")) || isWide(data, 1)
	if bytes.HasPrefix(data, []byte("\xfe\xff")) || isWide(data, 0) {
		order, is16 = unicode.BigEndian, true
	}
	var err error
	switch text, marked := bytes.CutPrefix(data, []byte("\ufeff")); {
	case is16:
		data, err = unicode.UTF16(order, unicode.UseBOM).NewDecoder().Bytes(data)
		how = "in UTF-16"
	case marked:
		return text, "with a mark at its start"
	case !utf8.Valid(data):
		data, err = charmap.Windows1252.NewDecoder().Bytes(data)
		how = OtherLetters
	}
	if err != nil {
		return nil, how
	}
	return data, how
}

// isWide reports whether a text begins with two signs of ASCII in UTF-16, of which
// the bytes at odd places, or at even ones, are noughts.
func isWide(data []byte, nought int) bool {
	return len(data) >= 4 && data[nought] == 0 && data[nought+2] == 0 && data[1-nought] != 0 && data[3-nought] != 0
}

// Lines are those of a list that some program saved, without room at their sides.
func Lines(data []byte) []string {
	text, _ := InUTF8(data)
	lines := strings.Split(strings.ReplaceAll(Normal(string(text)), "\r", "\n"), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimSpace(line)
	}
	return lines
}

// Compact is a file of one JSON value or several as this program writes those, one a
// line and without room, whatever another program made of it when it saved it; false
// if it is no JSON.
func Compact(data []byte) ([]byte, bool) {
	text, _ := InUTF8(data)
	decoder, written := json.NewDecoder(bytes.NewReader(text)), bytes.Buffer{}
	for decoder.More() {
		var value json.RawMessage
		if decoder.Decode(&value) != nil || json.Compact(&written, value) != nil {
			return nil, false
		}
		written.WriteByte('\n')
	}
	return written.Bytes(), true
}
