package visit

import (
	"slices"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/walk"
)

// State is what the page on top may say something about.
func (v *Visit) State() page.State {
	if len(v.stack) == 0 {
		return v.state(false)
	}
	s := v.state(v.top().clinicians)
	s.Asked = v.top().asked
	return s
}

// state is what a page may say something about, in the language of whoever reads it.
func (v *Visit) state(clinicians bool) page.State {
	s := v.clientsState()
	if s.Other = v.Clinician; s.Other == nil || !clinicians {
		return s
	}
	w, ok := v.Walk.As(v.forClinician)
	if !ok || w.Guide() != v.Clinician {
		w, ok = v.Walk.In(v.Clinician)
		v.forClinician = w
	}
	if ok {
		s.Walk, s.Other = w, v.Walk.Guide()
	}
	return s
}

// Traces says what is kept of a visit that leaves no trace.
func (v *Visit) Traces() string { return v.State().Traces() }

// Guide is the guide in the language of the page on top.
func (v *Visit) Guide() *content.Guide { return v.State().Guide() }

func (v *Visit) clientsState() page.State {
	s := v.told
	s.World, s.Walk, s.Others = v.World, v.Walk, v.others()
	s.Unkept, s.Served = v.unkept != nil, v.Invites != nil
	s.Entered = v.Walk.At().Kind == walk.Signature && v.entered() != ""
	if s.Fresh && slices.ContainsFunc(v.stack, func(e entry) bool { return page.IsShort(e.page) }) {
		s.Walk = s.Walk.ByShortWay()
	}
	return s
}
