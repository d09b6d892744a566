package page

import (
	"slices"

	"firstsession/content/mypage"
	"firstsession/content/plain"
)

// mine is what a member may take along. Nothing of it is chosen beforehand.
type mine struct {
	chosen []string
	file   bool // also as a file to bring along
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
		sheet.say(p.unsaved(s))
		sheet.goesOn(s.Words().Keys.Back, Close{})
		return sheet
	}
	for _, part := range parts {
		toggled := mine{chosen: toggled(p.chosen, part.ID), file: p.file}
		sheet.group(words.Choose, Item{ID: part.ID, Kind: Tick, Label: part.Heading, On: slices.Contains(p.chosen, part.ID), becomes: toggled})
	}
	if fitsIn(s, parts) {
		other := mine{chosen: p.chosen, file: !p.file}
		sheet.add(Item{ID: "file", Kind: Tick, Label: words.File, Help: words.FileHow, On: p.file, becomes: other})
	}
	save := act("save", words.Save, words.SaveWord, nil)
	save.Help = s.Fill(words.Where, "folder", plain.Printable(s.Folder, "?"))
	sheet.add(save)
	return sheet
}

// fitsIn reports whether any part of the page can go into the file to bring along.
func fitsIn(s State, parts []mypage.Part) bool {
	var all []string
	for _, part := range parts {
		all = append(all, part.ID)
	}
	_, any := mypage.NewFile(s.Walk, all)
	return any
}

// unsaved says that nothing is saved from here, and what was saved before.
func (mine) unsaved(s State) string {
	if s.Private && s.Paged {
		return s.Words().MyPage.PrivateNow + " " + s.Words().MyPage.Stay
	}
	return s.Words().MyPage.Private
}

func (p mine) Answer(s State, a Answer) (Page, Want) {
	if a.ID != "save" {
		return choose(p, s, a)
	}
	if len(p.chosen) == 0 {
		p.said = Notice{Text: s.Words().MyPage.None, Care: true}
		return p, nil
	}
	if _, any := mypage.NewFile(s.Walk, p.chosen); p.file && !any {
		p.said = Notice{Text: s.Fill(s.Words().MyPage.FileNothing, "file", s.Words().MyPage.File), Care: true}
		return p, nil
	}
	return p, SaveMyPage{Parts: p.chosen, File: p.file}
}

// noTrace is where a reader who has begun has what is kept of them erased. It
// is done when it is chosen twice.
type noTrace struct {
	sure bool
	said Notice
}

// NewNoTrace is that page.
func NewNoTrace() Page { return noTrace{} }

func (p noTrace) Show(s State) Sheet {
	words := s.Words().Trace
	sheet := Sheet{Title: words.Title, Notice: p.said}
	sheet.say(words.Lead, words.Then)
	records := s.Records
	if signed, ok := s.Walk.Signed(); ok && !s.Record.IsHere() {
		said, path := s.Found("")
		sheet.say(said)
		sheet.part(Path, path)
		records = slices.DeleteFunc(slices.Clone(records), func(path string) bool { return path == signed.Readable() || path == signed.Path })
	}
	sheet.files(words.Record, records)
	sheet.files(words.Pages, s.Pages)
	sheet.say(words.Stays, words.Outside)
	erase := act("erase all", words.Erase, words.EraseWord, nil)
	if erase.Asks, erase.Sure = !p.sure, p.sure; p.sure {
		erase.Label, erase.wants = words.Sure, EraseAll{}
	}
	sheet.add(erase)
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

// files says something of files, and where they are; nothing if there are none.
func (s *Sheet) files(said string, paths []string) {
	if len(paths) > 0 {
		s.say(said)
	}
	for _, path := range paths {
		s.part(Path, plain.Printable(path, "?"))
	}
}

// Answer asks once more, and then has it erased. Whatever else is answered in
// between takes the first answer back.
func (p noTrace) Answer(s State, a Answer) (Page, Want) {
	_, want := choose(p, s, a)
	p = noTrace{sure: a.ID == "erase all"}
	if p.sure && want == nil {
		p.said = Notice{Text: s.Words().Trace.Ask, Care: true}
	}
	return p, want
}

// Became says why it could not be erased.
func (p noTrace) Became(s State, err error) Page {
	if err != nil {
		return noTrace{said: Notice{Text: s.Fill(s.Words().Trace.Failed, "error", s.Words().Reason(err)), Care: true}}
	}
	return p
}

// Forget is the page as if nothing had been asked.
func (p noTrace) Forget() Page { return noTrace{} }
