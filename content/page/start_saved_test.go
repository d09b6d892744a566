package page

import (
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/walk"
)

func TestAnUnfinishedIntakeSaysWhereItsRecordIsOrWillGo(t *testing.T) {
	guide := guidetest.Shipped(t, "en")
	s := State{Walk: walk.New(guide), Folder: "/clinic/today"}
	for folder, c := range map[string]struct {
		saved bool
		want  string
	}{
		"/clinic/then":  {true, "Its record is saved in /clinic/then; only the working file is left."},
		"/clinic/today": {true, "Its record is saved; only the working file is left."},
		"/clinic/other": {false, "Its record would now go to the folder of today."},
	} {
		said := unfinishedSays(walk.Unfinished{Folder: folder, Saved: c.saved}, s)
		if !strings.Contains(said, c.want) || c.saved && strings.Contains(said, "would now go") {
			t.Errorf("%s: %q", folder, said)
		}
	}
}
