package handout_test

import (
	"path/filepath"
	"testing"

	"firstsession/content"
	"firstsession/content/contenttest"
)

// Whole guides as people write them, in many scripts, as they are printed.
func TestTextsThatPeopleHave(t *testing.T) {
	for name, text := range contenttest.Texts(t, "../testdata/texts") {
		t.Run(name, func(t *testing.T) {
			g, err := content.Load(text.Files, text.Language)
			if err != nil {
				t.Fatal(err)
			}
			words := theWords() // so that a change of ours is none of theirs
			words.Guide = g.Words.Guide
			g.Words = words
			for ending, got := range formats(t, g) {
				golden(t, filepath.Join("testdata", "texts", name+"."+ending), withoutStyle(got))
			}
		})
	}
}
