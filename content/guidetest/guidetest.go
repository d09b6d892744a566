// Package guidetest is the guide that the program carries, for tests of what comes
// above its parser: read once for all tests of a package. Only tests may import it.
package guidetest

import (
	"runtime/debug"
	"slices"
	"sync"
	"testing"

	"firstsession/content"
)

// Tests make thousands of short walks: memory for time.
var _ = debug.SetGCPercent(1600)

var (
	mu   sync.Mutex
	read = map[string]*content.Guide{}
)

// Languages are those that the program carries.
func Languages(t testing.TB) []string {
	t.Helper()
	languages, err := content.Languages(content.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	return languages
}

// Shipped is what Read reads.
func Shipped(t testing.TB, language string) *content.Guide {
	t.Helper()
	guide, err := Read(language)
	if err != nil {
		t.Fatal(err)
	}
	return guide
}

// Read is the built-in guide in a language. A test may change its words, and
// those of its promises and sections, as no other test has the same.
func Read(language string) (*content.Guide, error) {
	mu.Lock()
	defer mu.Unlock()
	if read[language] == nil {
		guide, err := content.LoadToRead(content.Embedded(), language)
		if err != nil {
			return nil, err
		}
		read[language] = guide
	}
	own := *read[language]
	words := *own.Words
	own.Words = &words
	own.Commitment.Statements = slices.Clone(own.Commitment.Statements)
	own.Chapters = slices.Clone(own.Chapters)
	for i := range own.Chapters {
		own.Chapters[i].Sections = slices.Clone(own.Chapters[i].Sections)
	}
	return &own, nil
}
