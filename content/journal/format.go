package journal

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"firstsession/content/walk"
)

// firstLine is the journal's first.
type firstLine struct {
	Format int `json:"format"`
}

func header() []byte { return fmt.Appendf(nil, "{\"format\":%d}\n", Format) }

// encode makes a fact's line.
func encode(fact walk.Fact) ([]byte, error) {
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(fact); err != nil {
		return nil, err
	}
	if line.Len() > MaxLine {
		return nil, ErrTooMuch
	}
	if _, err := decode(bytes.TrimSuffix(line.Bytes(), []byte("\n"))); err != nil {
		return nil, err // it could be written but not read again
	}
	return line.Bytes(), nil
}

// Parse reads the bytes of a whole journal. Nothing is set aside: a torn last
// line is damage like any other.
func Parse(data []byte) ([]walk.Fact, error) {
	facts, torn, err := read(data)
	if err == nil && len(torn) > 0 {
		err = &DamageError{Line: len(facts) + 2, Why: "it is torn"}
	}
	return facts, err
}

// read reads a whole journal. Torn is the last line, with its newline if it
// has one, where that line cannot be read; any other such line is an error.
func read(data []byte) (facts []walk.Fact, torn []byte, err error) {
	rest, err := readHeader(data)
	if err != nil {
		return nil, nil, err
	}
	facts = make([]walk.Fact, 0, bytes.Count(rest, []byte("\n")))
	last := 0
	for number := 2; len(rest) > 0; number++ {
		here := rest
		line, after, whole := bytes.Cut(rest, []byte("\n"))
		rest = after
		fact, err := decode(line)
		if err == nil && fact.Seq <= last {
			err = fmt.Errorf("its number %d is not above %d, that of the line before", fact.Seq, last)
		}
		if len(rest) == 0 && (err != nil || !whole) {
			return facts, here, nil
		}
		if err != nil {
			return nil, nil, &DamageError{Line: number, Why: err.Error()}
		}
		last = fact.Seq
		facts = append(facts, fact)
	}
	return facts, nil, nil
}

// readHeader reads the first line, and returns what follows it.
func readHeader(data []byte) (rest []byte, err error) {
	line, rest, whole := bytes.Cut(data, []byte("\n"))
	var first firstLine
	if err := decodeStrictly(line, &first); err != nil || first.Format < 1 || !whole {
		// A later format may say more in its first line.
		if json.Unmarshal(line, &first) == nil && first.Format > Format {
			return nil, &NewerError{Format: first.Format}
		}
		return nil, &DamageError{Line: 1, Why: "it does not name the format of a journal"}
	}
	if first.Format > Format {
		return nil, &NewerError{Format: first.Format}
	}
	return rest, nil
}

// decode reads a fact's line, without its newline.
func decode(line []byte) (walk.Fact, error) {
	var fact walk.Fact
	switch {
	case len(line) >= MaxLine:
		return fact, errors.New("it is too long")
	case !utf8.Valid(line):
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
