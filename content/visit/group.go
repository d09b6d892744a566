package visit

import (
	"errors"
	"slices"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/walk"
)

// asksGroup reports whether it is still to be said which group is meant. Until
// then only what all groups share is shown.
func (v *Visit) asksGroup() bool { return len(v.Groups) > 0 && v.Walk.Guide().Group.ID == "" }

// inGroup reads the guide on with what holds for a group of the practice, or
// with no more than all of them share.
func (v *Visit) inGroup(id string) error {
	guide, err := v.ReadIn(v.Walk.Guide().Language, id)
	if err != nil {
		return err
	}
	v.grouped = true
	if v.fresh {
		v.Walk, _ = walk.Replay(guide, v.Facts)
		v.Show(page.NewFirst())
		return nil
	}
	if id == v.Walk.Guide().Group.ID {
		v.back()
		return nil
	}
	return v.readGuide(guide)
}

// keepGroup keeps which group the guide is now read for. Said is that promises are
// asked anew for that; empty if none had an answer.
func (v *Visit) keepGroup() (said string) {
	group, before := v.Walk.Guide().Group, v.Walk
	if v.Intakes != nil || group.ID == before.Group() {
		return ""
	}
	v.refused(v.apply(walk.Event{Kind: walk.SetGroup, Subject: group.ID}))
	if len(v.Walk.Open()) > len(before.Open()) {
		return v.words().Group.AskedAnew
	}
	return ""
}

// askGroup asks which group is meant, on top of where the reader is, if they have
// come there without having been asked.
func (v *Visit) askGroup() {
	if v.asksGroup() && !v.grouped {
		v.open(page.NewGroups(), "")
	}
}

// otherGroup is why an intake cannot go on here: it does so only under the group
// that it began with. One that began before the file named groups may go on under
// the one that was chosen since, and is asked about like under another file.
func (v *Visit) otherGroup(began string) error {
	words := v.words().Group
	switch {
	case began == v.Walk.Guide().Group.ID && began != "":
	case slices.ContainsFunc(v.Groups, func(g content.Group) bool { return g.ID == began }):
	case began != "":
		return errors.New(v.fill(words.OtherGroup, "group", began))
	case len(v.Groups) > 0:
		return errors.New(words.WhichGroup)
	}
	return nil
}
