package tui

import (
	"fmt"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// surface is one way to take the walk. It does what a reader means to do with
// the page that is shown, with whatever that takes there: keys on the full
// screen, typed lines in line mode.
type surface interface {
	visit() *visit.Visit
	// choose takes an item on purpose, and fill writes into a Line.
	choose(item page.Item)
	fill(item page.Item, text string)
	// do is what has a key or a word. Text goes with it where words can.
	do(m page.Meaning, text string)
	// goOn presses Enter, or types nothing.
	goOn()
	sees(texts ...string)
	lacks(texts ...string)
	leave()
	start()

	testing() testing.TB
	journeyFacts() []walk.Fact
	// onTheWay are the numbers of facts that only led to where a deed begins.
	onTheWay() map[int]bool
}

// deed is one thing that a reader does, or finds.
type deed func(surface)

func at(s surface) string { return s.visit().Step().Key() }

// item is the first item of the page of which something holds.
func item(s surface, what string, holds func(page.Item) bool) page.Item {
	s.testing().Helper()
	for _, item := range s.visit().Sheet().Items {
		if holds(item) {
			return item
		}
	}
	s.testing().Fatalf("there is no %s on the page at %q:\n%+v", what, at(s), s.visit().Sheet())
	return page.Item{}
}

func byID(s surface, id string) page.Item {
	s.testing().Helper()
	return item(s, id, func(i page.Item) bool { return i.ID == id })
}

func byLabel(s surface, label string) page.Item {
	s.testing().Helper()
	return item(s, label, func(i page.Item) bool { return strings.HasPrefix(i.Label, label) })
}

// until does something until something else holds.
func until(s surface, holds func() bool, do func()) {
	s.testing().Helper()
	for range 80 {
		if holds() {
			return
		}
		do()
	}
	s.testing().Fatalf("it leads nowhere; the page is at %q: %+v", at(s), s.visit().Sheet())
}

func begin(s surface)        { readOn(s) }
func beginPrivate(s surface) { s.do(page.BeginPrivate, "") }
func back(s surface)         { s.do(page.Back, "") }
func showMe(s surface)       { s.do(page.ShowMe, "") }
func later(s surface)        { s.do(page.Later, "") }
func rule(s surface)         { s.do(page.Rule, "") }
func signAgain(s surface)    { s.do(page.SignAgain, "") }
func flag(s surface)         { s.do(page.Flag, "") }
func clinician(s surface)    { s.do(page.Clinician, "") }
func endIntake(s surface)    { s.do(page.EndIntake, "") }
func chapters(s surface)     { s.do(page.Chapters, "") }
func glossary(s surface)     { s.do(page.Glossary, "") }
func helpNow(s surface)      { s.do(page.HelpNow, "") }
func keyList(s surface)      { s.do(page.Keys, "") }
func about(s surface)        { s.do(page.Keys, ""); s.do(page.About, "") }
func notesList(s surface)    { s.do(page.Note, "") }

// readOn goes on to the next page, through all that stands before it.
func readOn(s surface) {
	s.testing().Helper()
	from, depth := s.visit().ID(), len(s.visit().IDs())
	until(s, func() bool { return s.visit().ID() != from || len(s.visit().IDs()) != depth }, s.goOn)
}

// leaveAndStart leaves the program and starts it again.
func leaveAndStart(s surface) {
	s.leave()
	s.start()
}

// goTo opens the step's chapter, and reads on from there. Questions on the way
// are left for later.
func goTo(key string) deed {
	return func(s surface) {
		s.testing().Helper()
		before := len(s.journeyFacts())
		to, ok := s.visit().Walk.Find(key)
		if !ok {
			s.testing().Fatalf("there is no step %q", key)
		}
		chapters(s)
		pick(to.Chapter)(s)
		until(s, func() bool { return at(s) == key }, func() {
			step := s.visit().Step()
			if step.Kind == walk.Question && !s.visit().Walk.Tries(step.Key()).Done {
				later(s)
			} else {
				readOn(s)
			}
		})
		for _, fact := range s.journeyFacts()[before:] {
			s.onTheWay()[fact.Seq] = true
		}
	}
}

// choose answers with options, counted from 1. Of several, those of the last
// try stay ticked.
func choose(options ...int) deed {
	return func(s surface) {
		s.testing().Helper()
		for _, n := range options {
			s.choose(byID(s, fmt.Sprint("option ", n)))
		}
		if byID(s, "option 1").Kind == page.Tick {
			s.goOn()
		}
	}
}

func tick(options ...int) deed {
	return func(s surface) {
		s.testing().Helper()
		for _, n := range options {
			s.choose(byID(s, fmt.Sprint("option ", n)))
		}
	}
}

func ownWords(s surface) { s.testing().Helper(); fillID("own", "Late trains")(s) }

func fillID(id, text string) deed {
	return func(s surface) { s.testing().Helper(); s.fill(byID(s, id), text) }
}

func answer(a walk.Answer) deed {
	return func(s surface) { s.testing().Helper(); s.choose(byID(s, string(a))) }
}

// answerAll gives every statement from here on the same answer, and comes to
// the signing page.
func answerAll(a walk.Answer) deed {
	return func(s surface) {
		s.testing().Helper()
		for at(s) != walk.SignatureID {
			if step := s.visit().Step(); step.Kind == walk.Statement && s.visit().Walk.Answer(step.ID) != a {
				answer(a)(s)
			}
			readOn(s)
		}
	}
}

func sign(name string) deed {
	return func(s surface) {
		s.testing().Helper()
		if name != "" {
			s.fill(byID(s, "name"), name)
		}
		s.choose(byID(s, "sign"))
	}
}

func decline(s surface) { s.testing().Helper(); s.choose(byID(s, string(page.Decline))) }

// withAnswers ticks that the answers go into the record without a name, or takes that back.
func withAnswers(s surface) { s.testing().Helper(); s.choose(byID(s, "offer "+walk.AnswersID)) }

// include puts a note or a thought into the record, or takes it out again.
func include(words string) deed {
	return func(s surface) {
		s.testing().Helper()
		for _, offer := range record.Offers(s.visit().Walk) {
			if strings.Contains(offer.Text, words) {
				s.choose(byID(s, "offer "+offer.ID))
				return
			}
		}
		s.testing().Fatalf("%q is not offered", words)
	}
}

func leaveOut(words string) deed { return include(words) }

func note(words string) deed { return func(s surface) { s.testing().Helper(); s.do(page.Note, words) } }

// newest opens the page of the newest note.
func newest(s surface) {
	s.testing().Helper()
	notesList(s)
	notes := s.visit().Walk.Notes()
	s.choose(byID(s, "note "+notes[len(notes)-1].ID))
}

// changeNote adds words to the newest note.
func changeNote(by string) deed {
	return func(s surface) {
		s.testing().Helper()
		newest(s)
		line := byID(s, "note text")
		s.fill(line, line.Text+by)
		back(s)
		back(s)
	}
}

func askToDelete(s surface) { newest(s); s.choose(byID(s, "delete note")) }

func deleteNote(s surface) {
	askToDelete(s)
	s.choose(byID(s, "delete note"))
	back(s)
}

// find searches, and opens a hit, counted from 1. LookFor only searches.
func find(words string, hit int) deed {
	return func(s surface) {
		s.testing().Helper()
		s.do(page.Search, words)
		s.choose(byID(s, fmt.Sprint("hit ", hit)))
	}
}

func lookFor(words string) deed { return func(s surface) { s.do(page.Search, words) } }

func pick(chapter int) deed {
	return func(s surface) { s.testing().Helper(); s.choose(byID(s, fmt.Sprint("chapter ", chapter))) }
}

func answerAgain(s surface) { s.choose(byID(s, "answer again")) }

func fill(label, text string) deed {
	return func(s surface) { s.testing().Helper(); s.fill(byLabel(s, label), text) }
}

func mark(label string) deed {
	return func(s surface) { s.testing().Helper(); s.choose(byLabel(s, label)) }
}

func act(label string) deed { return mark(label) }

// choosing takes an item by its id, where several are called the same.
func choosing(id string) deed {
	return func(s surface) { s.testing().Helper(); s.choose(byID(s, id)) }
}

// ticked is what one finds where something is ticked.
func ticked(id string) deed {
	return func(s surface) {
		s.testing().Helper()
		item(s, id+", ticked,", func(i page.Item) bool { return i.ID == id && i.On })
	}
}

func sees(texts ...string) deed  { return func(s surface) { s.testing().Helper(); s.sees(texts...) } }
func lacks(texts ...string) deed { return func(s surface) { s.testing().Helper(); s.lacks(texts...) } }

// nothing presses Enter so many times, and nothing else.
func nothing(times int) deed {
	return func(s surface) {
		for range times {
			s.goOn()
		}
	}
}

// keyboard is a surface on which single keys have a meaning of their own.
type keyboard interface {
	press(names ...string)
}

// press sends keys as they are, where a journey is about them. A surface
// without such keys passes the journey over.
func press(names ...string) deed {
	return func(s surface) {
		if k, ok := s.(keyboard); ok {
			k.press(names...)
			return
		}
		s.testing().(*testing.T).Skip("this is about keys")
	}
}

// pasteNote and pasteName paste what a clipboard may bring: on the full screen
// in one piece, in lines as the lines that a terminal hands on.
func pasteNote(text string) deed {
	return func(s surface) {
		if k, ok := s.(keyboard); ok {
			k.press("n", "paste:"+text, "enter")
			return
		}
		s.do(page.Note, strings.ReplaceAll(text, "\n", " "))
		s.(*lineReader).beside++ // no place was opened for it
	}
}

func pasteName(text string) deed {
	return func(s surface) {
		s.testing().Helper()
		if r, ok := s.(*screenReader); ok {
			r.focus(byID(s, "name"))
			r.press("paste:" + text)
			return
		}
		for _, line := range strings.Split(text, "\n") {
			s.(*lineReader).types("%s", line)
		}
	}
}
