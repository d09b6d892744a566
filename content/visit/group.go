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

// keepGroup keeps which group the guide is now read for, and says so if promises
// are asked anew for that.
func (v *Visit) keepGroup() {
	group := v.Walk.Guide().Group
	if v.Intakes != nil || group.ID == v.Walk.Group() {
		return
	}
	answered := len(v.Walk.Open()) < len(v.Walk.Guide().Commitment.Statements)
	v.refused(v.apply(walk.Event{Kind: walk.SetGroup, Subject: group.ID}))
	if answered && v.notice.Text == "" {
		v.notice.Text = v.words().Group.AskedAnew
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
