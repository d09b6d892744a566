package shell

import (
	"errors"
	"firstsession/content/disk"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestPrintable(t *testing.T) {
	for text, want := range map[string]string{
		"Füße, 不\n":                  "Füße, 不\n",
		"a\x1b[31mb\tc\r\x7f\u009bd": "a?[31mb?c??" + "?d",
		"a\u202eb\u2066c":            "a?b?c",
		"a\xffb":                     "a?b",
	} {
		if got := Printable(text); got != want {
			t.Errorf("Printable(%q) = %q, want %q", text, got, want)
		}
	}
	if got := OneLine(" one\ntwo\n"); got != "one; two" {
		t.Errorf("oneLine: %q", got)
	}
}

func TestChooseLanguage(t *testing.T) {
	all := []string{"de", "en", "pt", "pt-BR"}
	for _, c := range []struct {
		flag, lang string
		there      []string
		want       string
	}{
		{"", "", all, "en"},
		{"", "de_AT.UTF-8", all, "de"},
		{"", "pt_BR@euro", all, "pt-BR"},
		{"", "pt_PT", all, "pt"},
		{"", "C.UTF-8", all, "en"},
		{"", "_", all, "en"},
		{"", "fr_FR", []string{"de", "it"}, "de"},
		{"pt", "de", all, "pt"},
	} {
		p := Source{Language: c.flag}
		p.Getenv = func(name string) string { return map[string]string{"LANG": c.lang}[name] }
		if got, err := p.ChooseLanguage(c.there); got != c.want || err != nil {
			t.Errorf("%+v: %q, %v", c, got, err)
		}
	}
	p := Source{Language: "fr"}
	var exit exitError
	if _, err := p.ChooseLanguage(all); !errors.As(err, &exit) || exit.code != ExitUsage {
		t.Errorf("an unknown language: %v", err)
	}
}

func TestWritingOverKeepsTheOldFileIfItCannotBeReplaced(t *testing.T) {
	path := filepath.Join(t.TempDir(), "guide.txt")
	writeFile(t, path, "old")
	// In the way of the new text, which is written beside the old first.
	writeFile(t, fmt.Sprintf("%s.%d.tmp", path, os.Getpid()), "somebody's")
	if err := WriteText(disk.Shared(), path, "new", true); err == nil {
		t.Error("no error")
	}
	if got := readFile(t, path); got != "old" {
		t.Errorf("the old file holds %q", got)
	}
}

// fixed is a disk on which nothing gets another name.
type fixed struct{ disk.FS }

func (fixed) Rename(string, string) error { return syscall.EIO }

func TestWritingOverLeavesNothingBehindIfTheDiskRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "guide.txt")
	writeFile(t, path, "old")
	if err := WriteText(fixed{disk.Shared()}, path, "new", true); !errors.Is(err, syscall.EIO) {
		t.Errorf("the error is %v", err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 || readFile(t, path) != "old" {
		t.Errorf("%v is left: %v", left, err)
	}
}

func TestWritingOverKeepsWhoMayRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "guide.txt")
	writeFile(t, path, "old")
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := WriteText(disk.Shared(), path, "new", true); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm()&0o077 != 0 && info.Mode().Perm() != 0o666 { // Windows knows no others
		t.Errorf("mode %v", info.Mode())
	}
	if got := readFile(t, path); got != "new" {
		t.Errorf("holds %q", got)
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
