package code

import (
	"crypto/rand"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestTheListHasAsManyWordsAsItSays(t *testing.T) {
	all := words()
	if len(all) != size {
		t.Errorf("it has %d words, want %d", len(all), size)
	}
	if !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Error("it is not sorted, or has a word twice")
	}
	for _, word := range all {
		if !regexp.MustCompile(`^[a-z]{4,9}$`).MatchString(word) {
			t.Errorf("%q is too short, too long or no plain word", word)
		}
	}
	if bits := Words*math.Log2(size) + math.Log2(numbers); bits < 60 {
		t.Errorf("a code has %.1f bits, want 60", bits)
	}
}

func TestNoTwoWordsAreWithinOneLetter(t *testing.T) {
	all, forms := words(), map[string]string{}
	for _, word := range all {
		for i := range word {
			if shorter := word[:i] + word[i+1:]; slices.Contains(all, shorter) {
				t.Errorf("%s and %s are within one letter", shorter, word)
			}
			form := word[:i] + "?" + word[i+1:]
			if other := forms[form]; other != "" {
				t.Errorf("%s and %s are within one letter", other, word)
			}
			forms[form] = word
		}
	}
}

// Words that an invitation must not be made of: what offends, what frightens, and
// what would name why somebody has one.
var unfit = strings.Fields(`anal anus arse bitch bloody bomb breast bugger coffin corpse crap crazy cripple cult
	damn danger dead death demon devil dumb fascist fraud freak ghost grave guilt gun hate hell hurt insane kill knife
	loser lunatic madness midget moron murder naked nazi nude panic patient poison porn prison psycho rape retard
	scum session sex shame shit slave slut stupid suicide therapy therapist tramp trauma ugly victim weapon whore`)

func TestNoWordOffendsOrTells(t *testing.T) {
	for _, word := range words() {
		for _, bad := range unfit {
			if word == bad || word == bad+"s" {
				t.Errorf("%q is in the list", word)
			}
		}
	}
}

func TestACodeIsKnownHoweverItIsTyped(t *testing.T) {
	made, err := New(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^([a-z]+-){5}\d\d$`).MatchString(made) {
		t.Errorf("a code is %q", made)
	}
	spaced := strings.ReplaceAll(made, "-", " ")
	for _, typed := range []string{
		spaced, strings.ToUpper(made), "  " + strings.ReplaceAll(made, "-", ", ") + ".", strings.ReplaceAll(made, "-", ""), "“" + spaced + "”",
	} {
		if Digest(typed) != Digest(made) {
			t.Errorf("%q is not known as %q", typed, made)
		}
	}
	if other, err := New(rand.Reader); err != nil || Digest(other) == Digest(made) {
		t.Errorf("two codes are the same: %v", err)
	}
}
