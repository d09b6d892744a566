package walk

import (
	"strings"
	"testing"
	"time"

	"firstsession/content/words"
)

// traced is a walk with every promise answered, in a guide with words.
func traced(t *testing.T) Walk {
	t.Helper()
	w := answered(t)
	w.guide.Words = new(words.Words)
	home := &w.guide.Words.Home
	home.NoTrace, home.NoTraceSigned, home.TraceUnsure = "none.", "saved: {path}.", "perhaps: {path}."
	return w
}

func TestATraceIsARecordThatIsThereOrMayBe(t *testing.T) {
	w := traced(t)
	for _, c := range []struct {
		name   string
		events []Event
		want   string
	}{
		{"nothing", nil, "none."},
		{"one that may be there", []Event{saving("r1", "/a.json")}, "perhaps: /a.txt."},
		{"one that is not there", []Event{saving("r1", "/a.json"), saving("r1", "")}, "none."},
		{"one that is there", []Event{saving("r1", "/a.json"), sign("r1", "/a.json")}, "saved: /a.txt."},
		{"one of two", []Event{saving("r1", "/a.json"), saving("r2", "/b.json"), sign("r2", "/b.json")}, "perhaps: /a.txt. saved: /b.txt."},
		{"one that was signed again", []Event{sign("r1", "/a.json"), decline(), sign("r1", "/a.json")}, "saved: /a.txt."},
	} {
		if said := then(t, w, c.events...).Traces(); said != c.want {
			t.Errorf("%s: %q, not %q", c.name, said, c.want)
		}
	}
}

// One that is found only when another was signed since is there, and does not
// count.
func TestARecordThatIsFoundBehindALaterOneIsATraceAndNoMore(t *testing.T) {
	w, _, err := traced(t).Apply(at, saving("r1", "/a.json"))
	if err == nil {
		w, _, err = w.Apply(at.Add(time.Hour), saving("r2", "/b.json"), sign("r2", "/b.json"))
	}
	if err == nil {
		w, _, err = w.Apply(at.Add(2*time.Hour), decline(), sign("r1", "/a.json"))
	}
	if err != nil {
		t.Fatal(err)
	}
	signed, _ := w.Signed()
	if signed.Record != "r2" || !w.Declined() || len(w.Savings()) > 0 {
		t.Errorf("%+v, declined %v, %v", signed, w.Declined(), w.Savings())
	}
	if said := w.Traces(); !strings.Contains(said, "/a.txt") || !strings.Contains(said, "/b.txt") {
		t.Error(said)
	}
}
