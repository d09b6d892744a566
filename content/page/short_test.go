package page

import (
	"firstsession/content/guidetest"
	"strings"
	"testing"
)

// By the short way a chapter says what that has of it, not what all of it has.
func TestAChapterPromisesWhatItsWayHas(t *testing.T) {
	r := shipped(t)
	whole, five := r.Walk, "five difficult moments"
	r.Walk = whole.ByShortWay()
	r.on(For(r.Walk.First(8), r.State)).says("When you feel let down after some weeks")
	if strings.Contains(r.text(), five) || len(r.sheet().Beside) > 0 {
		t.Errorf("it promises, or says twice\n%s", r.text())
	}
	r.Walk = whole
	r.on(For(r.Walk.First(8), r.State)).says(five)
}

func TestOneMinuteIsNotCountedAsMany(t *testing.T) {
	for language, wants := range map[string]string{"en": "About 1 minute is left.", "es": "Falta 1 minuto."} {
		guide := guidetest.Shipped(t, language)
		w := guide.Words.Home
		s := shipped(t).State
		for _, forms := range []string{w.ShortWay, w.ShortWayLeft, w.ShortWayHeard, w.NowShort} {
			if said := s.count(1, forms); strings.Contains(said, "minutes") || strings.Contains(said, "minutos") {
				t.Errorf("%q", said)
			}
		}
		if got := s.count(1, w.MinutesLeft); got != wants || strings.Contains(s.count(1, w.StateHeard), "minutes") || strings.Contains(s.count(1, w.StateHeard), "minutos") {
			t.Errorf("%q, %q", got, s.count(1, w.StateHeard))
		}
	}
}
