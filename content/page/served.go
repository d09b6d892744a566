package page

import (
	"firstsession/content/code"
	"firstsession/content/seal"
)

// The items of the pages that are there only where the guide runs on another
// computer than the reader's.
const (
	haveID   = "invitation"
	codeID   = "code"
	eraseID  = "erase"
	lockID   = "lock"
	wordID   = "word"
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
		s.add(Item{ID: haveID, Kind: Row, Label: words.Have, Opens: true, Takes: code.Looks, wants: OnTop{invitation{}}})
	case state.MayLock && state.Fresh:
		s.add(Item{ID: lockID, Kind: Row, Label: words.Lock, wants: OnTop{locking{}}})
	}
}

// typedCode takes an invitation that was typed where it was not asked for.
func typedCode(a Answer) (Want, bool) { return Enter{Code: a.Text}, a.ID == haveID && a.Text != "" }

// invitation is where its words are typed.
type invitation struct {
	typed  string
	notice Notice
}

func (p invitation) Show(s State) Sheet {
	words := s.Words()
	sheet := Sheet{Title: words.Served.Title, Ask: codeID, Notice: p.notice}
	sheet.say(words.Served.Lead)
	sheet.add(Item{ID: codeID, Kind: Line, Label: words.Served.Line, Text: p.typed, Most: mostCode})
	sheet.goesOn(words.Keys.Back, Close{})
	return sheet
}

func (p invitation) Answer(s State, a Answer) (Page, Want) {
	if a.ID != codeID {
		return choose(p, s, a)
	}
	p.typed, p.notice = a.Text, Notice{}
	if a.Text == "" {
		p.notice = Notice{Text: s.Words().Served.CodeEmpty, Care: true, At: codeID}
		return p, nil
	}
	return p, Enter{Code: a.Text}
}

// Became says why an invitation was not taken. What is typed next is another try,
// and not more of the first.
func (p invitation) Became(s State, err error) Page {
	if err != nil {
		p.typed = ""
		p.notice = Notice{Text: s.Words().Reason(err), Care: true, At: codeID}
	}
	return p
}

// offerErasing leads to where everything kept of the reader is erased.
func (s *Sheet) offerErasing(state State) {
	if state.Invited && !state.Private && !state.Fresh {
		s.add(Item{ID: eraseID, Kind: Row, Label: state.Words().Served.Erase, wants: OnTop{NewErasing()}})
	}
}

// locking is where a word is set without which nothing kept opens. It is typed
// once more, since nobody could tell it afterwards.
type locking struct {
	first  string // as it was typed the first time
	notice Notice
}

func (p locking) Show(s State) Sheet {
	words := s.Words().Served
	sheet := Sheet{Title: words.Lock, Ask: wordID, Notice: p.notice}
	line := Item{ID: wordID, Kind: Line, Label: words.LockAgain, Most: mostCode}
	if p.first == "" {
		sheet.say(words.LockLead, words.LockLost)
		line.Label, line.Help = words.LockLine, s.Fill(words.LockHow, "n", seal.Shortest)
	} else {
		sheet.say(words.LockOnceMore)
	}
	sheet.add(line)
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

func (p locking) Answer(s State, a Answer) (Page, Want) {
	p.notice = Notice{}
	switch {
	case a.ID != wordID:
		return choose(p, s, a)
	case p.first == "" && seal.Check(a.Text) != nil:
		return p.Became(s, seal.Check(a.Text)), nil
	case p.first == "":
		return p, OnTop{locking{first: a.Text}}
	case a.Text == p.first:
		return p, Lock{a.Text}
	}
	p.notice = Notice{Text: s.Words().Served.LockDiffers, Care: true, At: wordID}
	return p, nil
}

// Became says why it could not be locked.
func (p locking) Became(s State, err error) Page {
	if err != nil {
		p.notice = Notice{Text: s.Words().Reason(err), Care: true, At: wordID}
	}
	return p
}

// locked asks for the word of what is kept under an invitation. Whoever has
// forgotten it can have that erased, if it is chosen twice.
type locked struct {
	twice
	code   string
	notice Notice
}

// NewLocked is that page, for an invitation as it was typed.
func NewLocked(code string) Page { return locked{code: code} }

func (p locked) Show(s State) Sheet {
	words := s.Words().Served
	sheet := Sheet{Title: words.LockedTitle, Ask: wordID, Notice: p.notice}
	sheet.say(words.LockedLead)
	forgot := act(forgotID, words.Forgotten, words.ForgottenWord, EraseLocked{p.code})
	if p.asks(&forgot) {
		sheet.Notice = Notice{Text: words.ForgottenSure, Care: true}
	}
	sheet.add(Item{ID: wordID, Kind: Line, Label: words.LockLine, Most: mostCode}, forgot)
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

func (p locked) Answer(s State, a Answer) (Page, Want) {
	_, want := choose(p, s, a)
	p.notice = Notice{}
	p.took(a.ID)
	switch {
	case a.ID != wordID:
		return p, want
	case a.Text == "":
		p.notice = Notice{Text: s.Words().Served.LockedEmpty, Care: true, At: wordID}
		return p, nil
	}
	return p, Enter{Code: p.code, Word: a.Text}
}

func (p locked) Forget() Page {
	p.chosen = ""
	return p
}

// Became says why it was not opened, or not erased.
func (p locked) Became(s State, err error) Page {
	if err != nil {
		p.notice = Notice{Text: s.Words().Reason(err), Care: true, At: wordID}
	}
	return p
}

// unsigned is what can be done on the signing page without an invitation: read
// it, and go on.
func unsigned(s State, sheet *Sheet) {
	sheet.offerInvitation(s)
	sheet.goesOn(s.Words().Keys.GoOn, Do{Next: true})
}
