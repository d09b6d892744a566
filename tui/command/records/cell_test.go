package records

import (
	"strings"
	"testing"
)

func TestACellIsNeverAFormula(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "K-102": "K-102", "=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@x": "'@x", "\t=1": "'=1", " =1": "'=1", "a\nb": "a; b", "é": "é",
		"a;=1+1;": "a;'=1+1;", "a; =1": "a; '=1", "a,-1": "a,'-1", `a;"=1"`: `a;"'=1"`, `"+1`: `"'+1`, "a\n=1": "a; '=1",
		";;@x": ";;'@x", "a;\u00a0\u200b=1": "a;\u00a0\u200b'=1", "＝1": "'＝1", "a-b, c": "a-b, c", "=1;=2": "'=1;'=2",
	} {
		if got := cell(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Of two folders that begin alike, a narrow list shows where they differ.
func TestFoldersThatBeginAlikeAreToldApartInANarrowList(t *testing.T) {
	head := []string{"date", "reference", "group", "clinician", "outcome", "folder"}
	row := func(dir string) listed {
		return listed{cells: []string{"2026-11-26", "K-103", "Tuesday group", "Ray Stone", "signed with open points", dir}}
	}
	for _, folders := range [][2]string{{"records-long-first", "records-second-long-folder"}, {"registros", "registros de antes"}} {
		said := table(head, []listed{row(folders[0]), row(folders[1])}, 80)
		lines := strings.Split(said, "\n")
		if one, two := strings.Fields(lines[1]), strings.Fields(lines[2]); one[len(one)-1] == two[len(two)-1] {
			t.Errorf("both read alike:\n%s", said)
		}
	}
	if said := table(head, []listed{row("records-long-first"), row("records-long-first")}, 80); strings.Count(said, "first\n") != 2 {
		t.Errorf("one folder is not known by how it ends:\n%s", said)
	}
}
