package record

import (
	"encoding/json"
	"strings"
	"testing"

	"firstsession/content/walk"
)

func TestARecordWithAnInvitationHasAFormOfItsOwn(t *testing.T) {
	for name, c := range map[string]struct {
		reference string
		intake    *Intake
		whole     bool
	}{
		"a reference":            {"K-102", nil, true},
		"none":                   {"", nil, false},
		"one that is no name":    {"../K-102", nil, false},
		"one with room around":   {" K-102", nil, false},
		"one beside an intake's": {"K-102", &Intake{Reference: "K-102", Parts: walk.AllParts}, false},
	} {
		if err := (&Invited{c.reference}).check(c.intake); (err == nil) != c.whole {
			t.Errorf("%s: %v", name, err)
		}
	}
	for format, want := range map[int]bool{memberFormat: false, intakeFormat: false, Format: true} {
		a := Record{Format: format, Invited: &Invited{"K-102"}}
		if format == intakeFormat {
			a.Intake = &Intake{}
		}
		if a.hasFormat() != want {
			t.Errorf("format %d has it: %v", format, !want)
		}
	}
	data, err := json.Marshal(Record{})
	if err != nil || json.Valid(data) && strings.Contains(string(data), `"invited"`) {
		t.Errorf("a record without one names it: %s, %v", data, err)
	}
}
