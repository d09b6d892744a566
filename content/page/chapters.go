package page

import (
	"fmt"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

type first struct {
	short bool // the short way was chosen
	said  string
}

// NewFirst is the first page, for whoever has not begun.
func NewFirst() Page { return first{} }

// IsShort reports whether a page is the first, and the short way was chosen there,
// which begins when the reader does.
func IsShort(p Page) bool { f, ok := p.(first); return ok && f.short }

func (p first) Answer(s State, a Answer) (Page, Want) {
	p.said = ""
	return choose(p, s, a)
}

func (p first) Show(s State) Sheet {
	words := s.Words()
	var sheet Sheet
	sheet.banner(words.Guide.Title)
	under := words.Guide.Subtitle
	if s.Stays {
		sheet.Notice.Text = p.said
	} else if p.short { // where it is seen in a small window, too, and moves nothing
		under = words.Home.ChoseShort
	}
	sheet.part(Quiet, under)
	sheet.offerLanguages(s, plain.Either(s.Stays, nil, s.otherWay())...) // in one line, so that there is room for the ring
	sheet.say(s.Fill(words.Home.Opening, s.fromTo()...))
	sheet.part(Key, words.Home.Message)
	sheet.offerToBegin(s, walk.Step{}, p.short)
	sheet.offerInvitation(s)
	if way := s.way(p.short); p.short || s.hasShort() { // which only says so yet
		way.Listed = true
		way.becomes = first{!p.short, plain.Either(p.short, words.Home.WholeChosen, words.Home.ChoseShort)}
		sheet.move(way)
	}
	sheet.move(Move{Meaning: Chapters, Label: words.Home.Choose, Listed: true})
	sheet.move(Move{Meaning: HelpNow, Label: words.Home.HelpNow, Listed: true})
	sheet.quiet(plain.Either(s.Stays, s.otherWay(), nil)...)
	return sheet
}

// offerWay says how long what is left takes, and offers the short way to who has
// begun, or all chapters again.
func (s State) offerWay(sheet *Sheet) {
	if s.Intake() {
		return
	}
	said := s.Left()
	if short := s.Walk.Short(); !s.Fresh && (short || s.hasShort()) {
		words := s.Words().Home
		way := s.way(short)
		if !short && !s.Stays { // in one line
			way.Label = s.bySpan(words.ShortWayLeft)
		}
		said = strings.TrimSpace(said + " " + s.key(way.Meaning, way.Label))
		done := plain.Either(short, words.NowWhole, s.bySpan(words.NowShort))
		way.Label, way.wants = "", Do{Events: []walk.Event{{Kind: walk.GoShort, Yes: !short}}, Said: done}
		sheet.move(way)
	}
	sheet.quiet(said)
}

// way leads to the short way, or back to all chapters from it.
func (s State) way(short bool) Move {
	words := s.Words().Home
	if short {
		return Move{Meaning: WholeWay, Label: words.WholeWay}
	}
	// By ear its command is its name.
	label := s.bySurface(words.ShortWay, words.ShortWayHeard)
	return Move{Meaning: ShortWay, Label: s.bySpan(label)}
}

// hasShort reports whether the short way is shorter than the whole one.
func (s State) hasShort() bool {
	return s.Walk.ShortMinutes(s.pace()) < s.Walk.Minutes(0, s.pace())
}

// otherWay says how the guide is opened in its other form; nothing where that is
// not the reader's to do.
func (s State) otherWay() []string {
	if s.Served { // its hand-out says how to connect
		return nil
	}
	return []string{s.bySurface(s.Words().Home.AsLines, s.Words().Home.OnScreen)}
}

// keptAndHow says that the reader's place is kept, and how it is erased, if it is.
func (s State) keptAndHow() string {
	return plain.Either(s.Private || s.Fresh || s.Unkept || s.Intake() || s.Served, "", s.Fill(s.Words().Trace.Kept))
}

// offerToBegin asks whether anything may be kept, unless that is settled. One
// begins at a step, or at the first if that is zero.
func (s *Sheet) offerToBegin(state State, to walk.Step, short bool) {
	words := state.Words().Home
	keep, private := words.Begin, words.Private
	if short {
		keep, private = words.BeginShortWay, words.PrivateShortWay
	}
	begin := Item{ID: GoOnID, Kind: GoOn, Label: keep, Word: words.BeginShort, wants: Begin{Keep: true, To: to, Short: short}}
	if state.Private {
		begin.Label, begin.wants = private, Begin{To: to, Short: short}
	} else {
		s.move(Move{Meaning: BeginPrivate, Label: private, Listed: true, wants: Begin{To: to, Short: short}})
	}
	s.add(begin)
}

// beginAt is where one who has not begun chose a chapter.
func beginAt(chapter int) Page {
	return simple(func(s State) Sheet {
		words := s.Words().Home
		sheet := Sheet{Title: words.Contents, Chapter: chapter}
		sheet.say(s.Fill(words.BeginAt, "n", chapter, "title", s.Walk.ChapterTitle(chapter)))
		sheet.offerToBegin(s, s.Walk.First(chapter), s.Walk.Short())
		return sheet
	})
}

// NewTrouble says calmly that the reader's place cannot be kept or read, what is
// safe, and how to go on. SetAside reports whether the file may be put aside.
func NewTrouble(text string, setAside bool) Page {
	return simple(func(s State) Sheet {
		words := s.Words().Home
		sheet := Sheet{Title: words.Trouble}
		sheet.say(text)
		sheet.add(Item{ID: GoOnID, Kind: GoOn, Label: words.Without, Word: s.Words().Keys.GoOn, wants: Begin{}})
		if setAside {
			sheet.move(Move{Meaning: Aside, Label: words.Aside, Listed: true, wants: SetAside{}})
		}
		return sheet
	})
}

// NewChapters is the list of chapters with how far the reader is.
func NewChapters() Page { return simple(chapters) }

const answerAgainID = "answer again"

func chapterID(n int) string { return fmt.Sprint("chapter ", n) }

func chapters(s State) Sheet {
	words := s.Words().Home
	sheet := Sheet{Title: words.Contents}
	done, of := 0, 0
	for n := 1; n <= s.Walk.Chapters(); n++ {
		item := chapterRow(s, n)
		if item.Mark == Done || s.Walk.QuestionsLeft(n) > 0 {
			done++
		}
		if item.Mark != LeftOut {
			of++
		}
		sheet.add(item)
	}
	sheet.Place = s.Fill(words.Progress, "done", done, "of", s.Walk.Chapters())
	if s.Walk.Short() {
		sheet.Place = s.Fill(words.ProgressShort, "done", done, "of", of)
	}
	sheet.Ask = chapterID(max(1, s.Walk.At().Chapter))
	signedBefore(s, &sheet)
	if s.Invited && !s.Private && !s.Fresh {
		sheet.add(Item{ID: eraseID, Kind: Row, Label: s.Words().Served.Erase, wants: OnTop{NewErasing()}})
	}
	sheet.quiet(plain.Either(s.Private && !s.Fresh, s.Traces(), ""))
	s.offerWay(&sheet)
	sheet.quiet(s.keptAndHow())
	sheet.goesOn(s.Words().Keys.Back, Close{})
	return sheet
}

// signedBefore says what a member signed, and where that is, and leads to signing
// again. To the promises leads their chapter.
func signedBefore(s State, sheet *Sheet) {
	words := s.Words().Home
	signed, ok := s.Walk.Signed()
	if !ok || s.Intake() {
		return
	}
	to, _ := s.Walk.Find(walk.SignatureID)
	sheet.add(Item{ID: answerAgainID, Kind: Row, Label: words.SignAgain, wants: Go{to}})
	said, path := s.Found(s.Fill(words.Signed, "date", Day(s, signed.Time)))
	isHeard := s.Stays && !s.Served && s.Record == record.Here // then the last page says the path: it is long to hear
	switch saved := s.Fill(s.Words().Summary.Saved, "date", Day(s, signed.Time)); {
	case isHeard:
		said = saved
	case s.Record != record.Here:
		said = saved + " " + said
	}
	sheet.under(Part{Text: said})
	if !s.Served && !isHeard {
		sheet.under(Part{Kind: Path, Text: path})
	}
	switch {
	case s.Walk.Lapsed():
		sheet.under(Part{Text: s.Words().Summary.Lapsed})
	case s.Walk.Changed():
		sheet.under(Part{Text: words.ChangedSince})
	}
}

// chapterRow says how far a chapter is, and leads to where the reader is in it, or to its
// start. Whoever has not begun is asked first whether anything may be kept.
func chapterRow(s State, n int) Item {
	words, at := s.Words().Home, s.Walk.At()
	row := Item{ID: chapterID(n), Kind: Row, Label: s.Walk.ChapterTitle(n), wants: Go{s.Walk.First(n)}}
	if before, ok := s.Walk.Previous(s.Walk.First(n)); ok && before.Chapter == n && at.Chapter != n {
		row.wants = Go{before} // nobody comes to the promises past what is open, or to be talked about
	}
	switch s.Walk.State(n) {
	case walk.Done:
		isWhole := !s.Walk.Short() || len(sectionsIn(s, n)) == len(s.Walk.Chapter(n).Sections)
		row.Mark, row.State = Done, plain.Either(isWhole, words.Done, words.DoneShort)
	case walk.Begun:
		row.Mark, row.State = Begun, words.Begun
	case walk.LeftOut:
		row.Mark, row.State = LeftOut, plain.Either(s.Walk.ChapterAtHome(n), words.ReadAtHome, words.LeftOut)
	default:
		row.Mark, row.State = ToCome, words.ToCome
	}
	if s.Walk.Started() && at.Chapter == n {
		row.State = words.Here
		if at.Kind != walk.Closing {
			row.wants = Go{at}
		}
	}
	row.State = withLeft(s, n, row)
	if s.Fresh {
		row.wants = OnTop{beginAt(n)}
	}
	return row
}

// withLeft is the state of a chapter's row with what is left of the chapter.
func withLeft(s State, n int, row Item) string {
	words, left, open := s.Words().Home, s.Walk.Minutes(n, s.pace()), s.Walk.QuestionsLeft(n)
	switch {
	case open > 0 && row.State == words.Begun && !s.Intake(): // it is read, whatever is still open
		return s.count(open, s.bySurface(words.QuestionsLeft, words.QuestionsLeftHeard))
	case s.Intake(), left == 0 && row.Mark != LeftOut:
		return row.State
	case row.Mark == LeftOut:
		return plain.Either(row.State == words.Here, row.State, words.NotShort)
	case row.State == words.ToCome && !s.Stays: // the sign says that
		return s.Fill(words.Minutes, "n", left)
	default:
		return plain.Fill(s.count(left, s.bySurface(words.StateLeft, words.StateHeard)), "state", row.State)
	}
}
