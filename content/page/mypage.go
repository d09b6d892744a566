package page

import (
	"slices"

	"firstsession/content/mypage"
	"firstsession/content/plain"
)

// mine is what a member may take along. Nothing of it is chosen beforehand.
type mine struct {
	chosen []string
	said   Notice
}

// NewMyPage is the member's own page.
func NewMyPage() Page { return mine{} }

func (p mine) Show(s State) Sheet {
	words, parts := s.Words().MyPage, mypage.Parts(s.Walk)
	sheet := Sheet{Title: words.Title, Notice: p.said}
	if len(parts) == 0 {
		sheet.say(words.Empty)
		sheet.goesOn(s.Words().Keys.Back, Close{})
		return sheet
	}
	sheet.say(words.Lead)
	if !s.Private && !s.Served {
		sheet.say(words.LeadChoose)
	}
	for _, part := range parts {
		sheet.list(part.Heading, part.Lines)
	}
	if s.Private || s.Served {
		sheet.say(words.Private)
		sheet.goesOn(s.Words().Keys.Back, Close{})
		return sheet
	}
	for _, part := range parts {
		toggled := mine{chosen: toggled(p.chosen, part.ID)}
		sheet.group(words.Choose, Item{ID: part.ID, Kind: Tick, Label: part.Heading, On: slices.Contains(p.chosen, part.ID), becomes: toggled})
	}
	save := act("save", words.Save, words.SaveWord, nil)
	save.Help = s.Fill(words.Where, "folder", plain.Printable(s.Folder, "?"))
	sheet.add(save)
	return sheet
}

func (p mine) Answer(s State, a Answer) (Page, Want) {
	if a.ID != "save" {
		return choose(p, s, a)
	}
	if len(p.chosen) == 0 {
		p.said = Notice{Text: s.Words().MyPage.None, Care: true}
		return p, nil
	}
	return p, SaveMyPage{Parts: p.chosen}
}
