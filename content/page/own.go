package page

import (
	"slices"
	"strings"

	"firstsession/content/mypage"
	"firstsession/content/plain"
	"firstsession/content/record"
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
	switch {
	case s.Served:
	case s.Stays: // first of all, as its word leads here
		sheet.say(words.CardHeard)
	default:
		sheet.under(Part{Kind: Quiet, Text: words.Card})
	}
	if len(parts) == 0 {
		sheet.say(words.Empty)
		sheet.goesOn(s.Words().Keys.Back, Close{})
		return sheet
	}
	saves := !s.Private && !s.Served
	sheet.say(words.Lead, plain.Either(saves, words.LeadChoose, s.onlyHere()))
	for _, part := range parts {
		sheet.list(part.Heading, part.Lines)
	}
	if !saves {
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
	_, holdsAny := mypage.NewFile(s.Walk, plain.Each(parts, func(p mypage.Part) string { return p.ID }))
	return holdsAny
}

// onlyHere says that nothing is saved from here, and what was saved before.
func (s State) onlyHere() string {
	if s.Private && s.Paged {
		return s.Words().MyPage.PrivateNow + " " + s.pagesStay()
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
	if _, holdsAny := mypage.NewFile(s.Walk, p.chosen); p.file && !holdsAny {
		p.said = Notice{Text: s.Fill(s.Words().MyPage.FileNothing, "file", s.Words().MyPage.File), Care: true}
		return p, nil
	}
	return p, SaveMyPage{Parts: p.chosen, File: p.file}
}

// Traces says what is kept on this computer of a visit that leaves no trace.
func (s State) Traces() string {
	said := s.Walk.Traces()
	if !s.Record.IsHere() {
		found, path := s.Found("")
		said = s.Words().Home.NothingElse + " " + found + " " + path + "."
	}
	return s.butPages(said, s.pagesStay())
}

// Found says how the record that was signed last was found to be, and its path, or
// that of its copy to read. Here is what is said of one that is as it was saved.
func (s State) Found(here string) (said, path string) {
	signed, _ := s.Walk.Signed()
	words := s.Words().Summary
	said, path = here, signed.Path
	switch s.Record {
	case record.Here:
		path = signed.Readable()
	case record.NoCopy:
		said = words.NoCopy
	case record.Moved:
		said = words.Moved
	case record.Altered:
		said = words.Altered
	case record.Unseen:
		said = words.Unseen
	}
	return said, plain.Printable(path, "?")
}

// LeftBelow adds to what is said of traces that pages were saved, whose paths then
// stand below it.
func (s State) LeftBelow(said string) string {
	return s.butPages(said, plain.Either(len(s.Pages) > 0, s.Words().MyPage.StayBelow, s.Words().MyPage.Stay))
}

func (s State) butPages(said, stay string) string {
	w := s.Words()
	switch {
	case !s.Paged:
		return said
	case said == w.Home.NoTrace, said == w.Frame.ByePrivate:
		said = w.Home.NothingElse
	}
	return stay + " " + said
}

// pagesStay says that pages which were saved stay, by the names of their files.
func (s State) pagesStay() string {
	names := plain.Each(s.Pages, func(path string) string {
		return plain.Printable(path[strings.LastIndexAny(path, `/\`)+1:], "?")
	})
	if len(names) == 0 {
		return s.Words().MyPage.Stay
	}
	return s.Fill(s.Words().MyPage.StayNamed, "pages", strings.Join(names, ", "))
}

// erasing is where what is kept of a reader is erased.
type erasing struct {
	twice
	place bool // on another computer than the reader's
	said  Notice
}

// NewNoTrace is that page for what is kept on this computer.
func NewNoTrace() Page { return erasing{} }

// NewErasing is that page for a place on another computer.
func NewErasing() Page { return erasing{place: true} }

func (p erasing) Show(s State) Sheet {
	words, served := s.Words().Trace, s.Words().Served
	sheet := Sheet{Title: words.Title, Notice: p.said}
	erase := act(eraseID, words.Erase, words.EraseWord, EraseAll{})
	if p.place {
		sheet.Title = served.Erase
		sheet.say(served.EraseLead)
		erase = act(eraseID, served.EraseYes, served.EraseWord, ErasePlace{})
	} else {
		traces(s, &sheet)
	}
	if p.asks(&erase) {
		erase.Label = plain.Either(p.place, erase.Label, words.Sure)
		sheet.Notice = Notice{Text: plain.Either(p.place, served.EraseOnceMore, words.Ask), Care: true}
	}
	sheet.add(erase)
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

// traces name what is erased on this computer, and what is not.
func traces(s State, sheet *Sheet) {
	words, records := s.Words().Trace, s.Records
	sheet.say(words.Lead, words.Then)
	if signed, ok := s.Walk.Signed(); ok && !s.Record.IsHere() {
		said, path := s.Found("")
		sheet.say(said)
		sheet.part(Path, path)
		records = slices.DeleteFunc(slices.Clone(records), func(path string) bool { return path == signed.Readable() || path == signed.Path })
	}
	sheet.files(words.Record, records)
	sheet.files(words.Pages, s.Pages)
	sheet.say(words.Stays)
	sheet.under(Part{Text: words.Outside}) // with the choice in sight before it
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

// Answer asks once more, and then has it erased.
func (p erasing) Answer(s State, a Answer) (Page, Want) {
	_, want := choose(p, s, a)
	p.said = Notice{}
	p.took(a.ID)
	return p, want
}

// Became says why it could not be erased.
func (p erasing) Became(s State, err error) Page {
	if err == nil {
		return p
	}
	failed := plain.Either(p.place, s.Words().Served.NotErased, s.Words().Trace.Failed)
	return erasing{place: p.place, said: Notice{Text: s.Fill(failed, "error", s.Words().Reason(err)), Care: true}}
}

// Forget is the page as if nothing had been asked.
func (p erasing) Forget() Page { return erasing{place: p.place} }
