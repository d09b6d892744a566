package page

import (
	"fmt"
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

func TestAnUnfinishedIntakeSaysWhereItsRecordIsOrWillGo(t *testing.T) {
	guide := guidetest.Shipped(t, "en")
	s := State{World: World{Folder: "/clinic/today"}, Walk: walk.New(guide)}
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

func TestWhyNothingBecameOfItIsSaidInTheLanguageThatIsRead(t *testing.T) {
	s := State{Walk: walk.New(guidetest.Shipped(t, "es"))}
	why := fmt.Errorf("go on with an intake: %w", &plain.Told{Key: "intake_gone", Text: "it was handed over"})
	for _, p := range []Outcome{start{}, oneNote{gone: true}} {
		if said := p.Became(s, why).Show(s).Notice.Text; said != s.Words().Errors.IntakeGone {
			t.Errorf("%T: %s", p, said)
		}
	}
}
