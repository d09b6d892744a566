package walk

import (
	"errors"
	"strings"
	"testing"
)

func TestAReferenceIsKeptAsItIsOrRefused(t *testing.T) {
	for _, test := range []struct {
		text, want string
		err        error
	}{
		{"K-102", "K-102", nil},
		{" K-102\n", "K-102", nil},
		{"2026.11_a", "2026.11_a", nil},
		{"7", "7", nil},
		{"_7-", "_7-", nil},
		{"CONSULT", "CONSULT", nil},
		{"COM12", "COM12", nil},
		{"COM", "COM", nil},
		{strings.Repeat("a", 40), strings.Repeat("a", 40), nil},
		{"", "", ErrReferenceEmpty},
		{" \t", "", ErrReferenceEmpty},
		{strings.Repeat("a", 41), "", ErrReferenceLong},
		{strings.Repeat("a", 300), "", ErrReferenceLong},
		{"../../x", "", ErrReferenceLetters},
		{`..\x`, "", ErrReferenceLetters},
		{"C:x", "", ErrReferenceLetters},
		{"K 102", "", ErrReferenceLetters},
		{"K\x00102", "", ErrReferenceLetters},
		{"K\x1b[2J", "", ErrReferenceLetters},
		{"K\u202e102", "", ErrReferenceLetters},
		{"=1+1", "", ErrReferenceLetters},
		{"😀", "", ErrReferenceLetters},
		{"Émile", "", ErrReferenceLetters},
		{"K\xff", "", ErrReferenceLetters},
		{".hidden", "", ErrReferenceEdge},
		{"..", "", ErrReferenceEdge},
		{"-rf", "", ErrReferenceEdge},
		{"K102.", "", ErrReferenceEdge},
		{"CON", "", ErrReferenceForbidden},
		{"nul", "", ErrReferenceForbidden},
		{"Aux.json", "", ErrReferenceForbidden},
		{"prn", "", ErrReferenceForbidden},
		{"COM1", "", ErrReferenceForbidden},
		{"lpt9.x.y", "", ErrReferenceForbidden},
	} {
		got, err := CleanReference(test.text)
		if got != test.want || !errors.Is(err, test.err) || (err == nil) != (test.err == nil) {
			t.Errorf("%q: %q, %v; want %q, %v", test.text, got, err, test.want, test.err)
		}
		if again, err := CleanReference(got); got != "" && (again != got || err != nil) {
			t.Errorf("%q is not clean the second time: %v", got, err)
		}
	}
}
