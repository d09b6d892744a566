package page

// The items of the pages that are there only where the guide runs on another
// computer than the reader's.
const (
	haveID  = "invitation"
	codeID  = "code"
	eraseID = "erase"
	// mostCode is room for a code and for what may stand around it.
	mostCode = 200
)

// offerInvitation leads to where an invitation is typed, for whoever reads
// without one.
func (s *Sheet) offerInvitation(state State) {
	if state.Served && !state.Invited {
		s.add(Item{ID: haveID, Kind: Row, Label: state.Words().Served.Have, wants: Show{invitation{}}})
	}
}

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
		return p, nil
	}
	return p, Enter{a.Text}
}

// Became says why an invitation was not taken. What was typed stays, to be looked
// at again; in lines it stays above, and the next line is another try.
func (p invitation) Became(s State, err error) Page {
	if err != nil {
		if s.Stays {
			p.typed = ""
		}
		p.notice = Notice{Text: s.Words().Reason(err), Care: true, At: codeID}
	}
	return p
}

// offerErasing leads to where everything kept of the reader is erased.
func (s *Sheet) offerErasing(state State) {
	if state.Invited && !state.Private && !state.Fresh {
		s.add(Item{ID: eraseID, Kind: Row, Label: state.Words().Served.Erase, wants: Show{erasing{}}})
	}
}

// erasing erases the reader's place, if that is chosen twice.
type erasing struct {
	sure   bool
	notice Notice
}

func (p erasing) Show(s State) Sheet {
	words := s.Words()
	sheet := Sheet{Title: words.Served.Erase, Notice: p.notice}
	sheet.say(words.Served.EraseLead)
	erase := act(eraseID, words.Served.EraseYes, words.Served.EraseWord, nil)
	erase.Asks, erase.Sure = !p.sure, p.sure
	sheet.add(erase)
	sheet.goesOn(words.Keys.Back, Close{})
	return sheet
}

func (p erasing) Answer(s State, a Answer) (Page, Want) {
	switch {
	case a.ID != eraseID:
		return choose(erasing{}, s, a)
	case p.sure:
		return erasing{}, ErasePlace{}
	}
	return erasing{true, Notice{Text: s.Words().Served.EraseOnceMore, Care: true}}, nil
}

func (p erasing) Forget() Page {
	if p.sure {
		return erasing{}
	}
	return p
}

// Became says why it could not be done.
func (p erasing) Became(s State, err error) Page {
	if err != nil {
		text := s.Fill(s.Words().Served.NotErased, "error", s.Words().Reason(err))
		return erasing{notice: Notice{Text: text, Care: true}}
	}
	return p
}

// unsigned is what can be done on the signing page without an invitation: read
// it, and go on.
func unsigned(s State, sheet *Sheet) {
	sheet.offerInvitation(s)
	sheet.goesOn(s.Words().Keys.GoOn, Do{Next: true})
}

type (
	// Enter takes an invitation as it was typed.
	Enter struct{ Code string }
	// ErasePlace erases all that is kept of the reader, but for records.
	ErasePlace struct{}
)

func (Enter) want()      {}
func (ErasePlace) want() {}
