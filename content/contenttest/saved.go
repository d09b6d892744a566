package contenttest

import (
	"bytes"
	"encoding/json"
	"unicode/utf16"
)

// SavedAnew are forms in which other programs save a file of JSON, one value a line
// or one in several lines: an editor, one of Windows, a mail, a viewer of JSON.
func SavedAnew(data []byte) map[string][]byte {
	crlf := bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	var pretty, narrow bytes.Buffer
	for decoder := json.NewDecoder(bytes.NewReader(data)); decoder.More(); {
		var value json.RawMessage
		if decoder.Decode(&value) != nil || json.Indent(&pretty, value, "", "\t") != nil || json.Compact(&narrow, value) != nil {
			break
		}
		pretty.WriteByte('\n')
		narrow.WriteByte('\n')
	}
	return map[string][]byte{
		"with CRLF": crlf, "with a mark": append([]byte("\ufeff"), data...), "with a mark and CRLF": append([]byte("\ufeff"), crlf...),
		"without its last line end": bytes.TrimRight(data, "\n"), "with lines at its end": append(bytes.Clone(data), "\n\n \n"...),
		"in UTF-16": wide(data, false, true), "in UTF-16 of a Mac": wide(data, true, true), "in UTF-16 without a mark": wide(data, false, false),
		"in UTF-16 without a mark, big": wide(data, true, false), "in UTF-16 with CRLF": wide(crlf, false, true),
		"with other room": pretty.Bytes(), "without room": narrow.Bytes(), "with lines before it": append([]byte("\n\n"), data...),
	}
}

func wide(data []byte, big, marked bool) []byte {
	text := string(data)
	if marked {
		text = "\ufeff" + text
	}
	var b []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		low, high := byte(unit), byte(unit>>8)
		if big {
			low, high = high, low
		}
		b = append(b, low, high)
	}
	return b
}
