package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestABrowserMakesATaggedPDFAndLeavesNothing(t *testing.T) {
	browser, err := Find(os.Getenv)
	if errors.Is(err, ErrNone) {
		t.Skip(err)
	}
	t.Setenv("TMPDIR", t.TempDir())
	pdf, err := browser.Print(`<!doctype html><html lang="es"><head><title>Primera sesión</title></head><h1>Primera sesión</h1><p>第一次 קבוצה</p></html>`, A4)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(pdf, []byte("/StructTreeRoot")) || !bytes.Contains(pdf, []byte("/Lang (es)")) {
		t.Errorf("it has no tags, or no language, in %d bytes", len(pdf))
	}
	if !bytes.Contains(pdf, []byte("/MediaBox [0 0 59")) { // 595.92 points, and not 612
		t.Error("it is not on A4")
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestPagesAreThoseOnWhichWhatIsLinkedToBegins(t *testing.T) {
	browser, err := Find(os.Getenv)
	if errors.Is(err, ErrNone) {
		t.Skip(err)
	}
	const page = `<h2 id="p%d" style="break-before:page"><a href="#p%d">on</a></h2>`
	html := "<!doctype html><title>Pages</title><p>First"
	for i := 2; i <= 20; i++ {
		html += fmt.Sprintf(page, i, i)
	}
	pdf, err := browser.Print(html, Letter)
	if err != nil {
		t.Fatal(err)
	}
	pages := Pages(pdf)
	for i := 2; i <= 20; i++ {
		if id := fmt.Sprint("p", i); pages[id] != i {
			t.Errorf("%s is on page %d", id, pages[id])
		}
	}
}

func TestPagesOfWhatCannotBeReadAreNone(t *testing.T) {
	for _, pdf := range []string{
		"", "%PDF-1.4", "/a [1 0 R /XYZ 0 0 0]", "1 0 obj\n<</Type /Pages\n/Kids [1 0 R]>>\nendobj\n/a [2 0 R /XYZ 0 0 0]",
	} {
		if pages := Pages([]byte(pdf)); len(pages) > 0 {
			t.Errorf("%q has %v", pdf, pages)
		}
	}
}

// broken is a program that is called a browser.
func broken(t *testing.T, script string) Browser {
	t.Helper()
	path := filepath.Join(t.TempDir(), "chromium")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return Browser{path, os.Getenv("PATH")}
}

func TestABrowserThatFailsSaysWhyAndLeavesNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("what fails here are scripts of a shell")
	}
	t.Setenv("TMPDIR", t.TempDir())
	for script, says := range map[string]string{
		"echo first; echo no display >&2; exit 1": "no display",
		"exit 3": "exit status 3",
		"exit 0": "it gave no reason",
		`for a; do case $a in --print-to-pdf=*) echo text > "${a#*=}";; esac; done`: "it gave no reason",
	} {
		_, err := broken(t, script).Print("<p>", Letter)
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", script, err)
		}
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestWhereThereIsNoBrowserThatIsSaid(t *testing.T) {
	if found, err := Find(func(string) string { return "" }); !errors.Is(err, ErrNone) {
		t.Errorf("%v, %v", found, err)
	}
}

func TestTheBrowserHasNoWayOntoANetwork(t *testing.T) {
	all := strings.Join(arguments("/x", "/x/page.html", "/x/page.pdf"), "\n")
	for _, wanted := range []string{"--proxy-server=127.0.0.1:9", "MAP * ~NOTFOUND", "--user-data-dir=" + filepath.Join("/x", "profile"), "--disable-background-networking"} {
		if !strings.Contains(all, wanted) {
			t.Errorf("%s is not among\n%s", wanted, all)
		}
	}
}

func TestThePaperIsThatOfTheCountry(t *testing.T) {
	for set, want := range map[string]string{
		"": Letter, "LANG=de_DE.UTF-8": A4, "LANG=en_US.UTF-8": Letter, "LANG=en_US.UTF-8 LC_PAPER=de_DE.UTF-8": A4,
		"LC_ALL=es_MX LC_PAPER=de_DE": Letter, "LANG=C.UTF-8": Letter, "LANG=.": Letter, "LANG=de_AT@euro": A4, "LANG=fr": Letter,
	} {
		got := PaperOf(func(name string) string {
			for _, pair := range strings.Fields(set) {
				if value, ok := strings.CutPrefix(pair, name+"="); ok {
					return value
				}
			}
			return ""
		})
		if got != want {
			t.Errorf("%s: %s", set, got)
		}
	}
}
