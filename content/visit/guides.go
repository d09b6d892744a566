package visit

import (
	"cmp"
	"errors"
	"slices"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// others are the languages that can be read instead. An intake stays in the one in which it began.
func (v *Visit) others() []content.Language {
	if v.Intakes != nil || v.ReadIn == nil {
		return nil
	}
	return plain.Only(v.Languages, func(l content.Language) bool { return l.Code != v.Walk.Guide().Language })
}

// spoken are the guides of an intake under a group. They are one where both speak the same language.
func (v *Visit) spoken(language, group string) (own, client *content.Guide, err error) {
	own = cmp.Or(v.Clinician, v.Walk.Guide()) // the clinician's, or of whoever reads alone
	if v.ReadIn == nil {
		return own, own, nil
	}
	if group != "" && group != own.Group.ID {
		if own, err = v.ReadIn(own.Language, group); err != nil {
			return nil, nil, err
		}
	}
	if client = own; language != "" && language != own.Language {
		client, err = v.ReadIn(language, own.Group.ID)
	}
	return own, client, err
}

// speak has an intake begin that nobody has begun, in the client's language.
func (v *Visit) speak(own, client *content.Guide) {
	v.Walk, v.Clinician = walk.New(client), nil
	if client != own {
		v.Clinician = own
	}
}

// readIn reads on in another language. What was said to words of a promise or reflection is asked anew.
func (v *Visit) readIn(language string) error {
	guide, err := v.ReadIn(language, v.Walk.Guide().Group.ID)
	if err != nil {
		return err
	}
	was := v.Walk.Guide()
	err = v.readGuide(guide)
	others := v.others()
	for i, other := range others[:min(len(others), len(page.Languages))] {
		if (v.told.Fresh || v.Stays) && v.Intakes == nil && other.Code == was.Language { // the key may have been a letter of a word
			back := plain.Either(v.Stays, plain.Spellings(other.Name)[0], v.fill("{"+string(page.Languages[i])+"}")) // the word is its name
			v.also("", v.fill(was.Words.Frame.ReadBack, "key", back))
		}
	}
	return err
}

// readGuide reads on in another guide: in another language, or with what holds for another group.
func (v *Visit) readGuide(guide *content.Guide) error {
	for i := range v.stack {
		v.KeepTyped(i)
	}
	after, dropped := walk.Replay(guide, v.Facts)
	v.Walk = after
	if v.told.Fresh {
		v.ShowOnly(v.stack[0].page) // the first, or what is the matter with one's place
		return nil
	}
	asked := v.keepGroup()
	err := v.reach(v.Walk.At())
	switch {
	case err != nil:
	case asked != "":
		v.add(asked)
	case len(dropped) > 0:
		v.add(v.askedAnew(len(dropped)))
	default:
		v.add(v.words().Frame.InLanguage)
	}
	return err
}

// askedAnew says that answers are asked again, and why.
func (v *Visit) askedAnew(dropped int) string {
	frame, language := v.words().Frame, v.Walk.Guide().Language
	again := words.Plural(language, frame.AskedAgain, dropped)
	if slices.ContainsFunc(v.Walk.Dropped(), func(d walk.Dropped) bool { return d.Language != "" && d.Language != language }) {
		return v.fill(frame.LanguageChanged, "again", again)
	}
	return v.fill(frame.GuideChanged, "again", again)
}

// other is the language to which a meaning leads; empty if it leads to none.
func (v *Visit) other(m page.Meaning) string {
	i, others := slices.Index(page.Languages, m), v.others()
	if i < 0 || i >= len(others) {
		return ""
	}
	return others[i].Code
}

// asksGroup reports whether a group is to be chosen. Until then only what all groups share is shown.
func (v *Visit) asksGroup() bool { return len(v.Groups) > 0 && v.Walk.Guide().Group.ID == "" }

// inGroup reads on with what holds for a group, or with no more than all of them share.
func (v *Visit) inGroup(want page.InGroup) error {
	guide, err := v.ReadIn(v.Walk.Guide().Language, want.ID)
	if err != nil {
		return err
	}
	v.grouped = true
	if v.told.Fresh {
		v.Walk, _ = walk.Replay(guide, v.Facts)
		if v.ShowOnly(page.NewFirst()); want.Begin != nil {
			v.begin(*want.Begin)
		}
		return nil
	}
	if want.ID == v.Walk.Guide().Group.ID {
		v.back()
		return nil
	}
	return v.readGuide(guide)
}

// keepGroup keeps which group the guide is read for, and says if promises are asked anew for that.
func (v *Visit) keepGroup() (said string) {
	group, before := v.Walk.Guide().Group, v.Walk
	if v.Intakes != nil || group.ID == before.Group() {
		return ""
	}
	v.refused(v.apply(walk.Event{Kind: walk.SetGroup, Subject: group.ID}))
	return plain.Either(len(v.Walk.Open()) > len(before.Open()), v.words().Group.AskedAnew, "")
}

// askGroup asks which group is meant, on top of where the reader is, if they have
// come there without having been asked. They begin after that, if they are about to.
func (v *Visit) askGroup(begins *page.Begin) (asked bool) {
	if asked = v.asksGroup() && !v.grouped; asked {
		v.open(page.NewGroups(begins), "")
	}
	return asked
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
