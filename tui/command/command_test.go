package command

import (
	"os"
	"testing"
)

func noEnvironment(string) string { return "" }

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
