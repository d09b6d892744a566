package practice

import (
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

func TestWhomToTurnToIsReadOfAFileThatHasProblems(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/crisis.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range archive.Files {
		group, want, _ := strings.Cut(file.Name, ":")
		if _, err := Parse("practice.toml", file.Data); err == nil {
			t.Errorf("nothing is amiss in\n%s", file.Data)
		}
		p := CrisisOf("practice.toml", file.Data)
		if in, ok := p.In(group); ok {
			p = in
		}
		if got := strings.ReplaceAll(p.Crisis.Text, "\n", "/"); got != strings.TrimSpace(want) {
			t.Errorf("%q, not %q, of\n%s", got, want, file.Data)
		}
	}
}
