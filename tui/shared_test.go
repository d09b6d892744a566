package tui

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"firstsession/content/walk"
)

// groupFolder is a folder that gives its group to what is put into it.
func groupFolder(t testing.TB, path string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("rights are others there")
	}
	if err := os.MkdirAll(path, 0o770); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o770|fs.ModeSetgid); err != nil {
		t.Fatal(err)
	}
}

// rights are the rights of the files that fit a pattern.
func rights(t testing.TB, pattern string) map[fs.FileMode]int {
	t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	all := map[fs.FileMode]int{}
	for _, path := range found {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		all[info.Mode().Perm()]++
	}
	return all
}

func TestAClientIsToldBeforehandWhoCanReadARecordInASharedFolder(t *testing.T) {
	t.Parallel()
	clinic := func(t testing.TB) computer {
		made := computer{t: t, home: t.TempDir(), atDesk: true}
		groupFolder(t, filepath.Join(made.home, "records"))
		return made
	}
	onBoth(t, clinic, func(t *testing.T, s surface, c *computer) {
		beginIntake(talkOnly)(s)
		if said := fmt.Sprint(s.visit().Sheet().Body); !strings.Contains(said, "Others use the folder") {
			t.Errorf("the client hears %s", said)
		}
		inOrder(straight, answerAll(walk.Agree), sees("Others use the folder"), sign("Maja"), countersigned)(s)
		records := filepath.Join(c.home, "records")
		if got := rights(t, filepath.Join(records, "acknowledgement-*")); len(got) != 1 || got[0o640] != 3 {
			t.Errorf("the record is %v", got)
		}
		if got := rights(t, filepath.Join(records, "ledger-*", "journal.jsonl")); got[0o640] != 1 {
			t.Errorf("the ledger is %v", got)
		}
		if got := rights(t, filepath.Join(c.home, "state", "firstsession", "intakes", ".unfinished-*", "*")); len(got) != 1 || got[0o600] != 2 {
			t.Errorf("the working file is %v", got)
		}
	})
}

func TestAFolderOfOnesOwnIsNotCalledShared(t *testing.T) {
	t.Parallel()
	clinic := func(t testing.TB) computer { return computer{t: t, home: t.TempDir(), atDesk: true} }
	onBoth(t, clinic, func(_ *testing.T, s surface, _ *computer) {
		inOrder(beginIntake(talkOnly), lacks("Others use the folder"), straight, answerAll(walk.Agree), lacks("Others use the folder"))(s)
	})
}

// A member may type any folder, so that the page cannot say it before the name.
func TestAMemberIsAskedOnceMoreBeforeSigningIntoASharedFolder(t *testing.T) {
	r := beginLines(onDisk(t))
	shared := filepath.Join(r.home, "shared")
	groupFolder(t, shared)
	inOrder(begin, goTo("keep-private"), answerAll(walk.Agree))(r)
	r.types("Maja")
	inOrder(fill("Where your copy is saved", shared), sign(""))(r)
	if got := rights(t, filepath.Join(shared, "*")); len(got) != 0 {
		t.Errorf("it is saved before that is said: %v", got)
	}
	inOrder(sees("Others use the folder", "choose it once more"), sign(""))(r)
	if got := rights(t, filepath.Join(shared, "*")); got[0o640] != 3 {
		t.Errorf("saved is %v", got)
	}
}
