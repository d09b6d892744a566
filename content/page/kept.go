package page

import (
	"cmp"
	"strings"

	"firstsession/content/code"
	"firstsession/content/plain"
	"firstsession/content/seal"
)

// The items of the pages that are there only where the guide runs on another
// computer than the reader's.
const (
	haveID   = "invitation"
	eraseID  = "erase"
	lockID   = "lock"
	typedID  = "typed"
	forgotID = "forgotten"
	// mostCode is room for a code and for what may stand around it.
	mostCode = 200
)

// offerInvitation leads to where an invitation is typed, for whoever reads
// without one; and whoever has one, and nothing kept yet, to where it is locked.
func (s *Sheet) offerInvitation(state State) {
	words := state.Words().Served
	switch {
	case state.Served && !state.Invited:
		s.add(Item{ID: haveID, Kind: Row, Label: words.Have, Opens: true, Takes: code.Looks, wants: OnTop{newInvitation()}})
	case state.MayLock && state.Fresh:
		s.add(Item{ID: lockID, Kind: Row, Label: words.Lock, wants: OnTop{newLocking("")}})
	}
}

// typedCode takes an invitation that was typed where it was not asked for.
func typedCode(a Answer) (Want, bool) { return Enter{Code: a.Text}, a.ID == haveID && a.Text != "" }

// asking is a page on which one line is typed. What is amiss is said at it.
type asking struct {
	shows  func(s State, typed string) Sheet
	takes  func(s State, typed string) (Want, string) // or what is amiss
	typed  string
	notice Notice
}

func (p asking) Show(s State) Sheet {
	sheet := p.shows(s, p.typed)
	sheet.Ask, sheet.Notice = typedID, cmp.Or(sheet.Notice, p.notice)
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

func (p asking) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	if a.ID != typedID {
		return choose(p, s, a)
	}
	want, amiss := p.takes(s, a.Text)
	p.typed = a.Text
	return p.says(amiss), want
}

func (p asking) says(amiss string) asking {
	if amiss != "" {
		p.notice = Notice{Text: amiss, Care: true, At: typedID}
	}
	return p
}

// Became says why it was not taken. What is typed next is another try, and not more
// of the first.
func (p asking) Became(s State, err error) Page {
	if err == nil {
		return p
	}
	p.typed = ""
	return p.says(s.Words().Reason(err))
}

// newInvitation is where its words are typed.
func newInvitation() Page {
	return asking{
		shows: func(s State, typed string) Sheet {
			words := s.Words().Served
			sheet := Sheet{Title: words.Title}
			sheet.say(words.Lead)
			sheet.add(Item{ID: typedID, Kind: Line, Label: words.Line, Text: typed, Most: mostCode})
			return sheet
		},
		takes: func(s State, code string) (Want, string) {
			if code == "" {
				return nil, s.Words().Served.CodeEmpty
			}
			return Enter{Code: code}, ""
		},
	}
}

// newLocking is where a word is set without which nothing kept opens. It is typed
// once more, since nobody could tell it afterwards: first is how it was typed before.
func newLocking(first string) Page {
	return asking{
		shows: func(s State, _ string) Sheet {
			words := s.Words().Served
			sheet := Sheet{Title: words.Lock}
			line := Item{ID: typedID, Kind: Line, Label: words.LockAgain, Most: mostCode}
			if first == "" {
				sheet.say(words.LockLead, words.LockLost)
				line.Label, line.Help = words.LockLine, s.Fill(words.LockHow, "n", seal.Shortest)
			} else {
				sheet.say(words.LockOnceMore)
			}
			sheet.add(line)
			return sheet
		},
		takes: func(s State, word string) (Want, string) {
			switch err := seal.Check(word); {
			case first == "" && err != nil:
				return nil, s.Words().Reason(err)
			case first == "":
				return OnTop{newLocking(word)}, ""
			case word != first:
				return nil, s.Words().Served.LockDiffers
			}
			return Lock{word}, ""
		},
	}
}

// NewLocked asks for the word of what is kept under an invitation, as that was typed.
// Whoever has forgotten it can have that erased, if it is chosen twice.
func NewLocked(code string) Page {
	return asking{
		shows: func(s State, _ string) Sheet {
			words := s.Words().Served
			sheet := Sheet{Title: words.LockedTitle}
			sheet.say(words.LockedLead)
			forgot := act(forgotID, words.Forgotten, words.ForgottenWord, EraseLocked{code})
			if s.asks(&forgot) {
				sheet.Notice = Notice{Text: words.ForgottenSure, Care: true}
			}
			sheet.add(Item{ID: typedID, Kind: Line, Label: words.LockLine, Most: mostCode}, forgot)
			return sheet
		},
		takes: func(s State, word string) (Want, string) {
			if word == "" {
				return nil, s.Words().Served.LockedEmpty
			}
			return Enter{Code: code, Word: word}, ""
		},
	}
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
	if s.asks(&erase) {
		erase.Label = plain.Either(p.place, erase.Label, words.Sure)
		sheet.Notice = Notice{Text: plain.Either(p.place, served.EraseOnceMore, words.Ask), Care: true}
	}
	sheet.add(erase)
	if s.Stays { // elsewhere the key to go on would close it, and look as if it had erased
		sheet.goesOn(s.Words().Keys.Back, Close{})
	}
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
		records = plain.Only(records, func(path string) bool { return path != signed.Readable() && path != signed.Path })
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

func (p erasing) Answer(s State, a Answer) (Page, Want) {
	p.said = Notice{}
	return choose(p, s, a)
}

func (p erasing) Became(s State, err error) Page {
	if err == nil {
		return p
	}
	failed := plain.Either(p.place, s.Words().Served.NotErased, s.Words().Trace.Failed)
	return erasing{place: p.place, said: Notice{Text: s.Fill(failed, "error", s.Words().Reason(err)), Care: true}}
}
