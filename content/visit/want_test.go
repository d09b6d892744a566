package visit_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A want that nobody carries out would be a key that says why it failed, and
// only to who presses it.
func TestWhateverAPageMayAskForIsCarriedOut(t *testing.T) {
	wants := regexp.MustCompile(`(?m)^func \((\w+)\) isWant\(\)`).FindAllStringSubmatch(sources(t, "../page"), -1)
	carryOut := regexp.MustCompile(`(?ms)^func \(v \*Visit\) \w+\(want page\.Want\).*?^}`).FindAllString(sources(t, "."), -1)
	carried := strings.Join(carryOut, "")
	for _, want := range wants {
		if !strings.Contains(carried, "case page."+want[1]+":") {
			t.Errorf("nobody carries out a %s", want[1])
		}
	}
	if len(wants) == 0 || len(carryOut) == 0 {
		t.Errorf("found were %d wants, and %d that carry them out", len(wants), len(carryOut))
	}
}

// sources are the files of a package, without its tests.
func sources(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}
