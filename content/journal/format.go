package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"strings"
	"unicode/utf8"

	"firstsession/content/walk"
)

func header(format int) []byte { return fmt.Appendf(nil, "{\"format\":%d}\n", format) }

type contents struct {
	facts []walk.Fact
	torn  []byte // the last line, with its newline if it has one, where that line cannot be read
	size  int64  // of the lines that are whole
	chain chain  // behind the last fact
}

// read reads a whole journal. Any line but the last that cannot be read is an
// error, and comes with what stands before it.
func read(data []byte) (contents, error) {
	format, rest, err := readHeader(data)
	if err != nil {
		return contents{}, err
	}
	c := contents{facts: make([]walk.Fact, 0, bytes.Count(rest, []byte("\n"))), chain: newChain(format)}
	for number := 2; len(rest) > 0; number++ {
		here := rest
		line, after, whole := bytes.Cut(rest, []byte("\n"))
		rest = after
		fact, next, err := c.chain.decode(line)
		if len(rest) == 0 && (err != nil || !whole) {
			c.torn = here
			return c, nil
		}
		if err != nil {
			return c, &DamageError{Line: number, Why: err.Error()}
		}
		c.facts, c.chain = append(c.facts, fact), next
	}
	return c, nil
}

func readHeader(data []byte) (format int, rest []byte, err error) {
	for known := 1; known <= Format; known++ {
		if rest, ok := bytes.CutPrefix(data, header(known)); ok {
			return known, rest, nil
		}
	}
	if line, rest, _ := bytes.Cut(data, []byte("\n")); isNewer(line, rest) {
		return 0, nil, &NewerError{Format: formatOf(line)}
	}
	why := "it does not name the format of this journal"
	switch line, _, _ := bytes.Cut(data, []byte("\n")); {
	case len(data) == 0:
		why = "it is empty"
	case bytes.HasPrefix(data, []byte("\ufeff")), bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasSuffix(line, []byte("\r")):
		why = "another program saved it anew, with other line ends or in another encoding"
	}
	return 0, nil, &DamageError{Line: 1, Why: why}
}

// isNewer reports whether a first line is one of a format to come. That may say
// more in it. One that is as long as this program's may be its own with a byte
// changed: then the line below is of a format that there is.
func isNewer(line, rest []byte) bool {
	format := formatOf(line)
	end, begins := bytes.CutPrefix(line, bytes.TrimSuffix(header(format), []byte("}\n")))
	switch {
	case format <= Format || !begins:
		return false
	case !bytes.Equal(end, []byte("}")):
		return bytes.HasPrefix(end, []byte(`,"`))
	case len(line) != len(header(Format))-1:
		return true
	}
	next, _, _ := bytes.Cut(rest, []byte("\n"))
	for known := 1; known <= Format; known++ {
		if _, _, err := newChain(known).decode(next); err == nil {
			return false
		}
	}
	return true
}

// formatOf is the format that a first line names, whatever else it says; 0 if it
// names none.
func formatOf(line []byte) int {
	var first struct {
		Format int `json:"format"`
	}
	if json.Unmarshal(line, &first) != nil {
		return 0
	}
	return first.Format
}

// decode reads a fact, without a check and a newline.
func decode(line []byte) (walk.Fact, error) {
	var fact walk.Fact
	if !utf8.Valid(line) {
		return fact, errors.New("it is not text in UTF-8")
	}
	if err := decodeStrictly(line, &fact); err != nil {
		return fact, err
	}
	if fact.Kind == "" || fact.Time.IsZero() {
		return fact, errors.New("it has no kind or no time")
	}
	return fact, nil
}

// marshal is a value as it stands in a journal, without a newline.
func marshal(v any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return bytes.TrimSuffix(out.Bytes(), []byte("\n")), err
}

// decodeStrictly reads one JSON value that has no unknown fields and nothing
// behind it.
func decodeStrictly(line []byte, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		return fmt.Errorf("it is no fact: %s", strings.TrimPrefix(err.Error(), "json: "))
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something stands behind its end")
	}
	return nil
}

// Encode is a fact as a store keeps it that has its own checks: a line without one.
// What is too long for a journal fits ErrTooMuch.
func Encode(fact walk.Fact) ([]byte, error) {
	line, err := marshal(fact)
	switch {
	case err != nil:
		return nil, err
	case len(line) >= MaxLine:
		return nil, ErrTooMuch
	}
	_, err = decode(line)
	return line, err
}

// Decode reads such a fact, of a format up to this one.
func Decode(format int, line []byte) (walk.Fact, error) {
	if format > Format {
		return walk.Fact{}, &NewerError{Format: format}
	}
	fact, err := decode(line)
	if err != nil {
		return fact, &DamageError{Why: err.Error()}
	}
	return fact, nil
}

// Without are bytes of facts without the words that a change takes from one.
func Without(data []byte, before, after walk.Fact) []byte {
	_, gone := altered([]walk.Fact{before}, func(walk.Fact) walk.Fact { return after })
	return without(data, gone)
}

func without(data []byte, gone []taken) []byte {
	for _, t := range gone {
		data = bytes.ReplaceAll(data, quoted(t.words), quoted(walk.Erased))
	}
	return data
}

// The formats before this one, which are still read. 3 knows of no group, that before 6
// in its forms of nothing that was brought, and of one clinician only, and 6 of no phone,
// no video and no guardian.
const (
	unchecked  = 1 // its lines have no check
	headerless = 2 // the checks do not go over its first line
)

// chain makes and reads the lines of one journal in their order. The last field
// of a line is a check over the line and all before it, so that a byte that has
// changed and a line that is missing are found, and not read as something that
// nobody did. Who means to change a journal can: it is no seal.
type chain struct {
	format int
	sum    uint32 // of all so far
	last   int    // the number of the last fact
}

// newChain is the chain behind a first line.
func newChain(format int) chain {
	c := chain{format: format}
	if format > headerless {
		c.sum = crc32.ChecksumIEEE(header(format))
	}
	return c
}

// checkLength is that of the last field of a line.
const checkLength = len(`,"check":"00000000"}`)

// check is the last field of a line.
func check(sum uint32) []byte { return fmt.Appendf(nil, ",\"check\":\"%08x\"}", sum) }

func (c chain) encode(fact walk.Fact) (line []byte, after chain, err error) {
	if line, err = marshal(fact); err != nil {
		return nil, c, err
	}
	if c.format != unchecked {
		line = bytes.TrimSuffix(line, []byte("}"))
		line = append(line, check(crc32.Update(c.sum, crc32.IEEETable, line))...)
	}
	if len(line) >= MaxLine {
		return nil, c, ErrTooMuch
	}
	if _, after, err = c.decode(line); err != nil {
		return nil, c, err // it could be written but not read again
	}
	return append(line, '\n'), after, nil
}

func (c chain) encodeAll(facts []walk.Fact) (lines []byte, after chain, err error) {
	for _, fact := range facts {
		var line []byte
		if line, c, err = c.encode(fact); err != nil {
			return nil, c, err
		}
		lines = append(lines, line...)
	}
	return lines, c, nil
}

// decode reads a fact's line, without its newline.
func (c chain) decode(line []byte) (fact walk.Fact, after chain, err error) {
	if len(line) >= MaxLine {
		return fact, c, errors.New("it is too long")
	}
	after = c
	if c.format != unchecked {
		start := len(line) - checkLength
		if start < 0 {
			return fact, c, errors.New("it has no check")
		}
		after.sum = crc32.Update(c.sum, crc32.IEEETable, line[:start])
		if !bytes.Equal(line[start:], check(after.sum)) {
			return fact, c, errors.New("its check does not fit, so it was changed, or a line before it is missing")
		}
		line = append(line[:start:start], '}')
	}
	fact, err = decode(line)
	if after.last = fact.Seq; err == nil && after.last <= c.last {
		err = fmt.Errorf("its number %d is not above %d, that of the line before", after.last, c.last)
	}
	return fact, after, err
}
