package plain

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// Fill puts values into a text's placeholders: Fill("page {n}", "n", 2) is
// "page 2". A name without a value stays as it stands, and a value is never
// filled in again.
func Fill(text string, pairs ...any) string {
	before, rest, found := strings.Cut(text, "{")
	if !found {
		return text
	}
	var filled strings.Builder
	for ; found; before, rest, found = strings.Cut(rest, "{") {
		filled.WriteString(before)
		value := "{"
		for i := 0; i+1 < len(pairs); i += 2 {
			if after, ok := strings.CutPrefix(rest, fmt.Sprint(pairs[i])); ok && strings.HasPrefix(after, "}") {
				value, rest = fmt.Sprint(pairs[i+1]), after[1:]
				break
			}
		}
		filled.WriteString(value)
	}
	filled.WriteString(before)
	return filled.String()
}

// Reason is why something could not be done, as a reader is told it: where it
// failed and what the system says, without what the program was doing, which
// the sentence around it says in plain words.
func Reason(err error) string {
	for {
		// One that has several causes says itself what a reader needs of them.
		switch e := err.(type) { //nolint:errorlint // each error of the chain is looked at by itself
		case *fs.PathError:
			return e.Path + ": " + e.Err.Error()
		case *os.LinkError:
			return e.New + ": " + e.Err.Error()
		}
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

// Spellings takes a CommandWords field apart. Case does not matter in what is typed.
func Spellings(value string) []string {
	return Some(strings.Split(value, ","), func(spelling string) (string, bool) {
		spelling = strings.ToLower(strings.Join(strings.Fields(spelling), " "))
		return spelling, spelling != ""
	})
}

// Tell is an error by its key in words.toml, and in English.
func Tell(key, text string, pairs ...any) error { return &Told{Key: key, Text: text, Pairs: pairs} }

// Told is an error that a reader is told in the guide's language.
type Told struct {
	Key   string // in the table errors of words.toml
	Text  string // in English
	Pairs []any  // what is filled into it
}

// Error is what it says in English, as whoever uses a command is told it.
func (t *Told) Error() string { return Fill(t.Text, t.Pairs...) }

// Told is the key, and what is filled in.
func (t *Told) Told() (key string, pairs []any) { return t.Key, t.Pairs }

// IsA reports whether an error, or one that it wraps, is of a type.
func IsA[E error](err error) bool {
	_, ok := errors.AsType[E](err)
	return ok
}

// Hidden is an error that reads as another, with a cause that a reader need not read.
type Hidden struct{ As, Cause error }

func (e Hidden) Error() string { return e.As.Error() }

// Unwrap is both, for whoever asks what it is.
func (e Hidden) Unwrap() []error { return []error{e.As, e.Cause} }
