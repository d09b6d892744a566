package prose_test

import (
	"slices"
	"strings"
	"testing"

	"firstsession/tui/prose"
)

func TestAPathIsBrokenAtItsSeparators(t *testing.T) {
	const path = "/home/dana/Documents/First Session/acknowledgement-2026-11-26-ab48a9cf869468c2.txt"
	for width, want := range map[int][]string{
		90: {path},
		70: {"/home/dana/Documents/First Session/", "acknowledgement-2026-11-26-ab48a9cf869468c2.txt"},
		36: {"/home/dana/Documents/First Session/", "acknowledgement-2026-11-26-", "ab48a9cf869468c2.txt"},
		10: {"/home/", "dana/", "Documents/", "First ", "Session/", "acknowledg", "ement-", "2026-11-", "26-", "ab48a9cf86", "9468c2.txt"},
	} {
		got := prose.Path(path, width)
		if !slices.Equal(got, want) || strings.Join(got, "") != path {
			t.Errorf("%d: %q", width, got)
		}
	}
}

// Where a sentence has a path, no name in it is broken that has room on a line of its own,
// and one that has none is broken at its hyphens.
func TestALongPathInASentenceIsBrokenWhereItMayBe(t *testing.T) {
	const said = "It stays here: /home/jorge-maria-de-la-torre/First Session/acknowledgement-2026-11-26-0206438408a7e6e9.txt. Nothing else."
	got := prose.Wrap(said, 36)
	want := []string{
		"It stays here: /home/", "jorge-maria-de-la-torre/", "First Session/",
		"acknowledgement-2026-11-26-", "0206438408a7e6e9.txt. Nothing else.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := prose.Wrap("Sesión/acuerdos-muy-largos-de-todas-las-personas", 36); got[0] != "Sesión/" {
		t.Errorf("%q", got)
	}
}

// An option that stands by itself is no command.
func TestAnOptionStaysWithItsCommand(t *testing.T) {
	for width, want := range map[int][]string{
		40: {"By ear, line by line: ", "firstsession --plain"},
		26: {"By ear, line by line: ", "firstsession --plain"},
		16: {"By ear, line by ", "line: ", "firstsession --", "plain"},
	} {
		got := prose.Wrap("By ear, line by line: firstsession --plain", width)
		for i := range got {
			got[i], want[i] = strings.TrimSpace(got[i]), strings.TrimSpace(want[i])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d: %q", width, got)
		}
	}
}

// In a sentence, a path is broken as elsewhere.
func TestAPathInASentenceIsBrokenAtItsSeparators(t *testing.T) {
	const path = "/home/dana/Documents/acknowledgement-2026-11-26.txt"
	got := prose.Wrap("It is here: "+path+". Well-kept.", 40)
	want := []string{"It is here: /home/dana/Documents/", "acknowledgement-2026-11-26.txt. Well-", "kept."}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}
