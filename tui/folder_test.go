package tui

import (
	"os"
	"path/filepath"
	"testing"
)

func TestAFolderIsShownAndKeptWhole(t *testing.T) {
	home, err := os.UserHomeDir()
	if err != nil {
		t.Skip("no home folder here")
	}
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for typed, want := range map[string]string{
		"~":       home,
		"~/a":     filepath.Join(home, "a"),
		"a":       filepath.Join(here, "a"),
		"~a":      filepath.Join(here, "~a"),
		here:      here,
		"./b/../": here,
	} {
		if got, err := absolute(typed); err != nil || got != want {
			t.Errorf("%s: %s, %v; want %s", typed, got, err, want)
		}
	}
}
