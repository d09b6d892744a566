// Package code makes the words of an invitation, and knows them again however
// they are typed. They name nothing, can be read out over the phone, and cannot be
// guessed. It makes the numbers of files, too. It keeps none: what is kept is a digest. Random bytes are handed in.
package code

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"math/big"
	"strings"

	"crypto/rand"

	"firstsession/content/plain"
)

//go:embed words.txt
var list string

// How a code is made up: of Words of the list and a number of two digits.
const (
	Words   = 5
	size    = 2048 // of the list
	numbers = 100
)

func words() []string { return strings.Fields(list) }

// New makes a code. It has five times eleven bits of words, and more than six of
// a number.
func New(random io.Reader) (string, error) {
	all := words()
	parts := make([]string, 0, Words+1)
	for range Words {
		n, err := rand.Int(random, big.NewInt(size))
		if err != nil {
			return "", fmt.Errorf("choose the words of an invitation: %w", err)
		}
		parts = append(parts, all[n.Int64()])
	}
	n, err := rand.Int(random, big.NewInt(numbers))
	if err != nil {
		return "", fmt.Errorf("choose the number of an invitation: %w", err)
	}
	return strings.Join(append(parts, fmt.Sprintf("%02d", n.Int64())), "-"), nil
}

// Number makes a number of so many random bytes, as hex digits.
func Number(random io.Reader, bytes int) (string, error) {
	number := make([]byte, bytes)
	if _, err := io.ReadFull(random, number); err != nil {
		return "", fmt.Errorf("choose a number: %w", err)
	}
	return hex.EncodeToString(number), nil
}

// Looks reports whether a text that was typed may be a code: words and, at the
// end, a number of two digits.
func Looks(typed string) bool {
	parts := strings.FieldsFunc(typed, func(r rune) bool { return !plain.IsLetterOrDigit(r) })
	if n := len(parts); n == 0 || n < Words && len(letters(typed)) < 4*Words {
		return false
	}
	last := parts[len(parts)-1]
	return len(last) >= 2 && strings.Trim(last[len(last)-2:], "0123456789") == ""
}

// Digest is what stands for a code on the disk. Capital letters, and whatever
// stands between the words, do not matter.
func Digest(typed string) string {
	sum := sha256.Sum256([]byte("firstsession invitation 1\n" + letters(typed)))
	return hex.EncodeToString(sum[:])
}

// letters are what counts of a code.
func letters(typed string) string { return plain.LettersOf(plain.Fold(typed).Text) }
