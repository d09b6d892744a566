// Package seal locks facts with a word of the reader's own, so that nothing of
// what they say opens without it: neither for whoever runs the computer on which
// they lie, nor for whoever finds a backup. The word opens a key (age, scrypt), and
// the key the facts (age, X25519). A word that is forgotten opens nothing. It knows
// nothing of what facts mean, but for where a record is; no disk, clock or
// terminal may come in.
package seal

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"filippo.io/age"

	"firstsession/content/plain"
	"firstsession/content/walk"
)

// Shortest is how many letters a word has at least. What is locked may be copied
// and tried at leisure, where nobody counts the tries.
const Shortest = 8

// fewest is how many letters it has that differ.
const fewest = 4

// Why a word is not taken.
var (
	ErrShort error = &plain.Told{Key: "word_short", Text: "the word is too short"}
	ErrPlain error = &plain.Told{Key: "word_plain", Text: "the word has the same few letters over and over"}
	ErrWrong error = &plain.Told{Key: "word_wrong", Text: "this is not the word"}
)

// work is how hard a try at a word is: 2 to that power, times a kilobyte of
// memory. This is 64 MB and a fifth of a second.
const work = 16

// sealed is the kind of a fact that says nothing to whoever has no key.
const sealed = "sealed"

// Key opens what was locked with it.
type Key struct{ identity *age.X25519Identity }

// letters are what counts of a word, however it is typed: neither capitals nor
// accents, and of spaces only where there are some.
func letters(word string) string { return strings.Join(strings.Fields(plain.Fold(word).Text), " ") }

// Check says why a word is none to lock with, if so.
func Check(word string) error {
	differ := map[rune]bool{}
	for _, r := range letters(word) {
		differ[r] = true
	}
	switch {
	case utf8.RuneCountInString(letters(word)) < Shortest:
		return ErrShort
	case len(differ) < fewest:
		return ErrPlain
	}
	return nil
}

// New makes a key, and what keeps it: text that only the word opens.
func New(word string) (k Key, kept []byte, err error) {
	if err := Check(word); err != nil {
		return k, nil, err
	}
	if k.identity, err = age.GenerateX25519Identity(); err != nil {
		return k, nil, fmt.Errorf("make a key: %w", err)
	}
	recipient, err := age.NewScryptRecipient(letters(word))
	if err == nil {
		recipient.SetWorkFactor(work)
		kept, err = encrypt(recipient, []byte(k.identity.String()))
	}
	if err != nil {
		return k, nil, fmt.Errorf("lock a key with a word: %w", err)
	}
	return k, kept, nil
}

// Open opens a key with the word as it was typed.
func Open(kept []byte, word string) (k Key, err error) {
	if word = letters(word); word == "" {
		return k, ErrWrong
	}
	with, err := age.NewScryptIdentity(word)
	if err != nil {
		return k, fmt.Errorf("open a key: %w", err)
	}
	with.SetMaxWorkFactor(work)
	text, err := decrypt(kept, with)
	if plain.IsA[*age.NoIdentityMatchError](err) {
		return k, ErrWrong
	}
	if err == nil {
		k.identity, err = age.ParseX25519Identity(string(text))
	}
	if err != nil {
		return k, fmt.Errorf("open a key: %w", err)
	}
	return k, nil
}

// Seal is a fact that says nothing but its number; nor when it was made. Only what
// says where a record lies stays open: it is not the reader's alone, and whoever
// erases has to find out what became of it.
func (k Key) Seal(f walk.Fact) (walk.Fact, error) {
	if f.Kind == sealed || f.Kind == string(walk.Save) || f.Kind == string(walk.Sign) {
		return f, nil
	}
	text, err := json.Marshal(f)
	if err == nil {
		text, err = encrypt(k.identity.Recipient(), text)
	}
	if err != nil {
		return walk.Fact{}, fmt.Errorf("lock a fact: %w", err)
	}
	shut := walk.Fact{Seq: f.Seq, Time: time.Unix(0, 0).UTC(), Kind: sealed}
	shut.Data.Text = base64.StdEncoding.EncodeToString(text)
	return shut, nil
}

// Open is what a fact says. One that was never locked stays as it is.
func (k Key) Open(f walk.Fact) (walk.Fact, error) {
	if f.Kind != sealed {
		return f, nil
	}
	var open walk.Fact
	text, err := base64.StdEncoding.DecodeString(f.Data.Text)
	if err == nil {
		text, err = decrypt(text, k.identity)
	}
	if err == nil {
		err = json.Unmarshal(text, &open)
	}
	if err == nil && open.Seq != f.Seq {
		err = errors.New("it stands in the place of another")
	}
	if err != nil {
		return f, fmt.Errorf("open the fact %d: %w", f.Seq, err)
	}
	return open, nil
}

func encrypt(to age.Recipient, text []byte) ([]byte, error) {
	var out bytes.Buffer
	in, err := age.Encrypt(&out, to)
	if err == nil {
		_, err = in.Write(text)
	}
	if err == nil {
		err = in.Close()
	}
	return out.Bytes(), err
}

func decrypt(text []byte, with age.Identity) ([]byte, error) {
	out, err := age.Decrypt(bytes.NewReader(text), with)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out)
}
