package record

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is shown of a record is what its copy to read says, and all of it.
func TestAllThatACopySaysIsShown(t *testing.T) {
	words := guide(t).Words
	paths, err := filepath.Glob("testdata/*/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		if IsAddition(path) {
			continue
		}
		data, err := os.ReadFile(path)
		must(t, err)
		a, err := Decode(data)
		must(t, err)
		letters := func(text string) string {
			return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n-=.1234567890", r) }), "")
		}
		var said strings.Builder
		for _, line := range Lines(a, words) {
			said.WriteString(line.Text + line.Under)
		}
		want := strings.Replace(letters(newSheet(a, words, false, nil).text()), letters(newSheet(a, words, false, nil).Title()), "", 1)
		if got := letters(said.String()); got != strings.Replace(want, letters(words.Record.ClientCopy), "", 1) {
			t.Errorf("%s: shown is\n%s\nand not\n%s", path, got, want)
		}
	}
}
