package page

import "firstsession/content/plain"

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
	if signed, ok := s.Walk.Signed(); ok {
		sheet.say(words.Record)
		sheet.part(Path, plain.Printable(signed.Readable(), "?"))
	}
	sheet.say(words.Stays, words.Outside)
	erase := act("erase all", words.Erase, words.EraseWord, nil)
	if p.sure {
		erase.Label, erase.wants = words.Sure, EraseAll{}
	}
	sheet.add(erase)
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
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
