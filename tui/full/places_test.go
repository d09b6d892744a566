package full

import (
	"testing"

	"firstsession/content/visit"
	"firstsession/content/walk"
)

var ofIntake = walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-102", Parts: walk.AllParts, Aim: "To quarrel less"}}

// visitAt is a visit at a step, with all answers that come before it.
func visitAt(t testing.TB, key string, events ...walk.Event) *visit.Visit {
	t.Helper()
	v := visiting(t, append(events, walk.Event{Kind: walk.Reach, Subject: key})...)
	v.Start(visit.Found{})
	v.Hush()
	return v
}
