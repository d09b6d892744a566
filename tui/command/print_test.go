package command

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestWhereNoBrowserIsTheWayToOneIsSaid(t *testing.T) {
	c := newClinic(t) // in whose environment nothing is
	out := filepath.Join(t.TempDir(), "guide.pdf")
	_, said := c.run(ExitFailed, "print", "--output", out)
	if !strings.Contains(said, "no Chrome, Chromium or Edge") || !strings.Contains(said, "FILE.html") {
		t.Error(said)
	}
	if found, err := filepath.Glob(out); err != nil || len(found) > 0 {
		t.Errorf("there is a file: %v, %v", found, err)
	}
}
