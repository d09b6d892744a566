package plain

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

func TestANumberWithLettersIsFound(t *testing.T) {
	eachCase(t, "misdialled.txt", func(text string, want bool) {
		if got := Misdialled(text); got != "" != want {
			t.Errorf("%q: %q", text, got)
		}
	})
}

func TestANumberHasTheDigitsOfATelephone(t *testing.T) {
	data, err := os.ReadFile("testdata/numbers.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line, err = strconv.Unquote(`"` + strings.TrimSuffix(line, "\n") + `"`); err != nil {
			t.Fatal(err)
		}
		if written, want, ok := strings.Cut(line, "="); ok && WholeNumbers(written) != want {
			t.Errorf("%q is %q", written, WholeNumbers(written))
		}
	}
}

func TestANumberToCallIsNoTimeYearOrRoom(t *testing.T) {
	eachCase(t, "callable.txt", func(text string, want bool) {
		if Callable(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	})
}
