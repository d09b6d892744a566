package tui

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

// An intake leaves its record in three forms, its line in the ledger with the lock
// beside that, and the number by which the ledger knows this computer. Nothing else
// is left: not in the folders for state, cache, settings and what is temporary, and
// not beside the records.
func TestAClearedIntakeLeavesTheRecordAndNoOtherTrace(t *testing.T) {
	for _, surfaceName := range []string{"full screen", "lines"} {
		t.Run(surfaceName, func(t *testing.T) {
			home := t.TempDir()
			for name, folder := range map[string]string{
				"HOME": "", "TMPDIR": "tmp", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config",
			} {
				path := filepath.Join(home, folder)
				if err := os.MkdirAll(path, 0o700); err != nil {
					t.Fatal(err)
				}
				t.Setenv(name, path)
			}
			practice := filepath.Join(home, "practice.toml")
			if code := obey([]string{"practice", "init", practice}, Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}, os.Getenv); code != shell.ExitDone {
				t.Fatalf("practice init ends with code %d", code)
			}
			c := computer{t: t, home: home, atDesk: true, practice: practice}
			var s surface
			if surfaceName == "lines" {
				s = beginLines(c)
			} else {
				s = newScreenReader(beginSession(c, 80, 24))
			}
			does(s,
				toPromises, note("My brother"), answerAll(walk.Agree), sign("Maja"), countersigned,
				act("The page to print is enough"), readOn, act("Clear this intake"), act("Yes, clear it now"),
			)
			s.leave()
			var left []string
			err := filepath.WalkDir(home, func(path string, entry fs.DirEntry, err error) error {
				if err == nil && !entry.IsDir() {
					left = append(left, filepath.Ext(path))
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			slices.Sort(left)
			for _, path := range []string{"state/firstsession/ledger-writer", "records/ledger-*/journal.jsonl"} {
				found, err := filepath.Glob(filepath.Join(home, path))
				if err != nil || len(found) != 1 {
					t.Errorf("%s is %q, %v", path, found, err)
					continue
				}
				text, err := os.ReadFile(found[0])
				if err != nil || strings.Contains(string(text), "K-102") || strings.Contains(string(text), "Maja") || strings.Contains(string(text), "signed") {
					t.Errorf("%s says %q, %v", path, text, err)
				}
			}
			if !slices.Equal(left, []string{"", ".html", ".json", ".jsonl", ".lock", ".toml", ".txt"}) {
				t.Errorf("there is %q", left)
			}
		})
	}
}
