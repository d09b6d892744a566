package record

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// inUTF16 is a text of common letters as some editors save it.
func inUTF16(text []byte, order binary.AppendByteOrder, mark bool) []byte {
	units := utf16.Encode([]rune(string(text)))
	if mark {
		units = append([]uint16{0xfeff}, units...)
	}
	var data []byte
	for _, unit := range units {
		data = order.AppendUint16(data, unit)
	}
	return data
}

func TestARecordThatAnEditorSavedAnewIsToldInWordsForPeople(t *testing.T) {
	data := wholeIntake(t)
	var fields map[string]any
	must(t, json.Unmarshal(data, &fields))
	sorted, err := json.Marshal(fields)
	must(t, err)
	var tabbed bytes.Buffer
	must(t, json.Indent(&tabbed, data, "", "\t"))
	mark := []byte("\ufeff")
	crlf := bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
	whole := bytes.TrimSpace(data)
	const form, end, line = "every word in it is as it was", "its end is missing", "is none of a record"
	for name, c := range map[string]struct {
		data      []byte
		how, what string
	}{
		"a mark":                      {append(mark, data...), "with a mark at its start", form},
		"a mark and CRLF":             {append(mark, crlf...), "with a mark at its start", form},
		"CRLF":                        {crlf, "with other ends of lines", form},
		"lone CR":                     {bytes.ReplaceAll(data, []byte("\n"), []byte("\r")), "with other ends of lines", form},
		"UTF-16, little":              {inUTF16(data, binary.LittleEndian, true), "in UTF-16", form},
		"UTF-16, big":                 {inUTF16(data, binary.BigEndian, true), "in UTF-16", form},
		"UTF-16, little, without":     {inUTF16(data, binary.LittleEndian, false), "in UTF-16", form},
		"UTF-16, big, without":        {inUTF16(crlf, binary.BigEndian, false), "in UTF-16", form},
		"no newline at its end":       {whole, "with another end", form},
		"newlines at its end":         {append(whole, "\n\n\n"...), "with another end", form},
		"tabs":                        {tabbed.Bytes(), "in another form", form},
		"sorted and on one line":      {sorted, "in another form", form},
		"cut":                         {data[:len(data)/2], end, "copy of it from a backup"},
		"cut in a word":               {data[:bytes.LastIndex(data, []byte("Lind"))+2], end, "copy of it from a backup"},
		"cut behind a line":           {data[:bytes.IndexByte(data[500:], '\n')+501], end, "copy of it from a backup"},
		"without its last mark":       {bytes.TrimSuffix(whole, []byte("}")), end, "copy of it from a backup"},
		"its first mark":              {data[:1], end, "copy of it from a backup"},
		"cut, with a mark":            {append(mark, data[:900]...), end, "copy of it from a backup"},
		"cut, with CRLF":              {crlf[:900], end, "copy of it from a backup"},
		"cut, in UTF-16":              {inUTF16(data, binary.LittleEndian, true)[:1801], end, "copy of it from a backup"},
		"noughts at its end":          {append(data[:900:900], make([]byte, 500)...), end, "copy of it from a backup"},
		"empty":                       {nil, "it is empty", "copy of it from a backup"},
		"noughts":                     {make([]byte, 900), "it is empty", "copy of it from a backup"},
		"only a mark":                 {mark, "it is empty", "copy of it from a backup"},
		"a line of a letter":          {append([]byte("Dear Dana\n"), data...), "its line 1 " + line, "copy of it from a backup"},
		"typographic marks":           {bytes.Replace(data, []byte(`"outcome"`), []byte(`“outcome”`), 1), "its line 4 " + line, ""},
		"a merge's marks":             {bytes.Replace(data, []byte("  \"guide\""), []byte("<<<<<<< mine\n  \"guide\""), 1), "its line 5 " + line, ""},
		"a web page":                  {[]byte("<!DOCTYPE html>\n<p>Not found"), "its line 1 " + line, ""},
		"a number for a word":         {bytes.Replace(data, []byte(`"id": "`), []byte(`"id": 3, "was": "`), 1), "something in it was changed", ""},
		"a mark, and another word":    {append(mark, bytes.Replace(data, []byte("talk first"), []byte("agree"), 1)...), "was changed", ""},
		"CRLF, and another word":      {bytes.Replace(crlf, []byte("talk first"), []byte("agree"), 1), "was changed", ""},
		"another set of letters, cut": {[]byte("{\"name\": \"Ren\xe9"), "its end is missing", ""},
	} {
		_, err := Decode(c.data)
		var damage *DamageError
		if !errors.As(err, &damage) || !strings.Contains(damage.Why, c.how) || !strings.Contains(damage.Why, c.what) {
			t.Errorf("%s: %v, want %q and %q", name, err, c.how, c.what)
			continue
		}
		for _, raw := range []string{"json", "EOF", "invalid character", "looking for", "cannot unmarshal", "parsing", "\ufeff"} {
			if strings.Contains(damage.Why, raw) {
				t.Errorf("%s: %q stands in %q", name, raw, damage.Why)
			}
		}
		if strings.Contains(damage.Why, form) != (c.what == form) {
			t.Errorf("%s: %q", name, damage.Why)
		}
	}
}

func TestARecordInTheLettersOfWindowsIsReadToSayWhetherItIsTheSame(t *testing.T) {
	a, err := Decode(whole1(t))
	must(t, err)
	a.Name = "René Żak"
	for _, c := range []struct{ name, how string }{
		{"René “Zoë” Œuf", "not in UTF-8"}, {"Zoë – €", "not in UTF-8"},
	} {
		a.Name = c.name
		data, err := charmap.Windows1252.NewEncoder().Bytes(sealedAnew(t, a))
		must(t, err)
		_, err = Decode(data)
		if err == nil || !strings.Contains(err.Error(), c.how) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}
