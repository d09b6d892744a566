package record

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"firstsession/content/plain"
)

// DamageError says why a file is not a whole record.
type DamageError struct{ Why string }

func (e *DamageError) Error() string { return e.Why }

// Told is its key in words.toml. Why is for whoever mends it, in English.
func (e *DamageError) Told() (key string, pairs []any) { return "record_damaged", nil }

// NewerError says that a record was made by a later version of the program,
// so that this one cannot say whether it is whole.
type NewerError struct {
	Format int
	reads  int // the newest format that this program reads
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("it was made by a newer version of this program (format %d, this version reads %d)", e.Format, e.reads)
}

// Told is its key in words.toml.
func (e *NewerError) Told() (key string, pairs []any) { return "brought_newer", nil }

func damage(format string, args ...any) error { return &DamageError{fmt.Sprintf(format, args...)} }

// Encode is the one way to write a record, or what belongs to one: JSON with its
// fields in order, indented, and a newline at its end.
func Encode(a any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(a); err != nil {
		return nil, fmt.Errorf("encode the record: %w", err)
	}
	return b.Bytes(), nil
}

func (a Record) given() string { return a.Digest }

func (a Record) digest() (string, error) {
	a.Digest = ""
	return DigestOf(a)
}

// DigestOf is the digest of what is saved without one.
func DigestOf(a any) (string, error) {
	data, err := Encode(a)
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:]), err
}

// seal gives a record its digest, and makes sure that it can be read again.
func (a Record) seal() (Record, error) {
	var err error
	if a.Digest, err = a.digest(); err != nil {
		return a, err
	}
	data, err := Encode(a)
	if err == nil && len(data) > MaxSize {
		err = ErrTooLong
	}
	if err == nil {
		_, err = Decode(data)
	}
	return a, err
}

// Decode reads a record that is whole: it has no unknown and no double fields, nothing
// stands behind it, its digest fits, and it is written byte for byte as Encode writes
// it. Any other is a *DamageError, or a *NewerError.
func Decode(data []byte) (Record, error) { return decode[Record](data, "a record", Format) }

// digested is what is saved with a digest of all else that it says.
type digested interface {
	hasFormat() bool
	given() string // the digest
	digest() (string, error)
	check() error // finds what this program would not have written
}

// decode is Decode of what is saved, in a format up to one.
func decode[S digested](data []byte, what string, newest int) (a S, err error) {
	var none S
	if len(data) > MaxSize {
		return none, damage("it is too long for %s", what)
	}
	text, how := plain.InUTF8(data)
	if err = strictly(text, &a, newest); err == nil {
		form := ""
		form, err = verify(a, text, what)
		how = cmp.Or(how, form)
	}
	switch broken, ok := errors.AsType[*DamageError](err); {
	case err == nil && how == "":
		return a, nil
	case err == nil:
		err = damage("another program saved it anew, %s, so it is not written as this program writes it; "+
			"every word in it is as it was; %s", how, takeOld)
	case !ok || how == "":
	case how == plain.OtherLetters:
		err = damage("it is not text in UTF-8, and %s", broken)
	default:
		err = damage("another program saved it anew, %s, and %s", how, broken)
	}
	return none, err
}

// strictly reads a file of a format up to one, with no field that is unknown or stands
// twice, and nothing behind its end.
func strictly(data []byte, into any, newest int) error {
	var first struct {
		Format int `json:"format"`
	}
	if json.Unmarshal(data, &first) == nil && first.Format > newest {
		return &NewerError{first.Format, newest}
	}
	if err := checkKeys(data); err != nil {
		return err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(into); err != nil {
		why, _ := strings.CutPrefix(err.Error(), "json: ")
		if !strings.HasPrefix(why, "unknown") {
			why = "something in it was changed"
		}
		return damage("it cannot be read as a record: %s", why)
	}
	return nil
}

// verify finds what is wrong with what was read. How says in what form it is written,
// where that alone is wrong.
func verify(a digested, data []byte, what string) (how string, err error) {
	if !a.hasFormat() {
		return "", damage("it names no format of %s", what)
	}
	again, err := Encode(a)
	fits, failed := a.digest()
	if err = errors.Join(err, failed); err != nil {
		return "", damage("it cannot be written again: %s", err)
	}
	if fits != a.given() {
		return "", damage("its digest does not fit: something in it was changed")
	}
	if err := a.check(); err != nil {
		return "", damage("%s", err)
	}
	switch {
	case bytes.Equal(again, data):
		return "", nil
	case bytes.Contains(data, []byte("\r")):
		return "with other ends of lines", nil
	case bytes.Equal(bytes.TrimSpace(data), bytes.TrimSpace(again)):
		return "with another end", nil
	default:
		return "in another form", nil
	}
}

// checkKeys finds what the decoder passes over: a field that stands twice, and
// anything behind the end.
func checkKeys(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber() // one that is too large for a float is read below
	if err := checkValue(decoder, maxDepth); err != nil {
		return unreadable(data, err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return damage("something stands behind its end")
	}
	return nil
}

// maxDepth is how many values may stand within each other; a record has few.
const maxDepth = 20

func checkValue(decoder *json.Decoder, depth int) error {
	if depth == 0 {
		return damage("it cannot be read as a record: too much stands within each other")
	}
	value, err := decoder.Token()
	opened, ok := value.(json.Delim)
	if err != nil || !ok {
		return err
	}
	keys := map[any]bool{}
	for decoder.More() {
		if opened == '{' {
			key, err := decoder.Token()
			switch {
			case err != nil:
				return err
			case keys[key]:
				return damage("the field %q stands in it twice", key)
			}
			keys[key] = true
		}
		if err := checkValue(decoder, depth-1); err != nil {
			return err
		}
	}
	_, err = decoder.Token()
	return err
}

// What is to be done where a record is not as it was saved.
const (
	takeWhole = "take a whole copy of it from a backup; the text beside it (.txt), where there is one, says what it said"
	takeOld   = "to have it whole again, take a copy from before that, and save none in an editor"
)

// unreadable is why a file is no JSON. What ends in noughts was never written to
// its end.
func unreadable(data []byte, err error) error {
	written := bytes.TrimRight(data, "\x00 \t\r\n")
	syntax, isSyntax := errors.AsType[*json.SyntaxError](err)
	switch {
	case len(written) == 0:
		return damage("it is not whole: it is empty, as where a disk was full; %s", takeWhole)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), bytes.HasSuffix(data, []byte{0}):
		return damage("it is not whole: its end is missing, as where a disk was full or it was not copied to its end; %s", takeWhole)
	case isSyntax:
		line := 1 + bytes.Count(data[:min(len(data), int(syntax.Offset))], []byte("\n"))
		return damage("it is not whole: its line %d is none of a record; %s", line, takeWhole)
	default:
		return err
	}
}
