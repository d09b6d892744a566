package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// What is to be done where a record is not as it was saved.
const (
	takeWhole = "take a whole copy of it from a backup; the text beside it (.txt), where there is one, says what it said"
	takeOld   = "to have it whole again, take a copy from before that, and save none in an editor"
)

// otherLetters is how a text is written that is not in UTF-8 and may be in the
// letters that Windows had before it.
const otherLetters = "not in UTF-8"

// formError says that of a record the form alone is not what it would be.
type formError struct{ whole []byte }

func (e *formError) Error() string { return "it is not written as this program writes it" }

// how says what is other about the form of a text.
func (e *formError) how(text []byte) string {
	switch {
	case bytes.Contains(text, []byte("\r")):
		return "with other ends of lines"
	case bytes.Equal(bytes.TrimSpace(text), bytes.TrimSpace(e.whole)):
		return "with another end"
	default:
		return "in another form"
	}
}

// inUTF8 is a file's text in UTF-8 without a mark before it, and what it was
// instead; empty if it was that.
func inUTF8(data []byte) (text []byte, how string) {
	order, is16 := unicode.LittleEndian, bytes.HasPrefix(data, []byte("{\x00")) || bytes.HasPrefix(data, []byte("\xff\xfe"))
	if bytes.HasPrefix(data, []byte("\x00{")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
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
		how = otherLetters
	}
	if err != nil {
		return nil, how
	}
	return data, how
}

// unreadable is why a file is no JSON. What ends in noughts was never written to
// its end.
func unreadable(data []byte, err error) error {
	written := bytes.TrimRight(data, "\x00 \t\r\n")
	var syntax *json.SyntaxError
	switch {
	case len(written) == 0:
		return damage("it is not whole: it is empty, as where a disk was full; %s", takeWhole)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), bytes.HasSuffix(data, []byte{0}):
		return damage("it is not whole: its end is missing, as where a disk was full or it was not copied to its end; %s", takeWhole)
	case errors.As(err, &syntax):
		line := 1 + bytes.Count(data[:min(len(data), int(syntax.Offset))], []byte("\n"))
		return damage("it is not whole: its line %d is none of a record; %s", line, takeWhole)
	default:
		return err
	}
}
