package tui

import (
	"firstsession/content/walk"
)

// surface is one way to take the walk. It does what a reader means to do, with
// whatever that takes there: keys on the full screen, answers to prompts in
// lines. Options and hits are counted from 1, as they are shown.
type surface interface {
	begin(keep bool)
	readOn()          // to the next step, through all that stands before it
	back()            // to where one came from
	goTo(step string) // by the list of chapters, and by reading on
	choose(options ...int)
	showMe()
	later()
	tick(options ...int) // of a reflection
	own(words string)    // a reflection's line of one's own
	answer(walk.Answer)  // to a statement
	set(walk.Answer)     // the same, where an answer need not be a change
	sign(name string)
	decline()
	include(words string) // a note or thought into the record
	note(words string)
	changeNote(by string) // the newest: words to add
	deleteNote()          // the newest
	search(words string, hit int)
	chapters()
	pick(chapter int) // of the list of chapters
	notes()           // the list of them
	signAgain()       // from the last page
	answerAgain()     // from the list of chapters
	glossary()
	helpNow()
	keyList()
	about()
	rule()                 // of the promise or question that is shown
	nothing()              // Enter alone
	lookFor(words string)  // and see what is found, without opening it
	askToDelete()          // the newest note, once
	leaveOut(words string) // of the record what was to go in
	pasteNote(text string)
	pasteName(text string)
	leave()
	start()

	flag()      // to talk about the page
	clinician() // the note for the clinician
	endIntake()
	fill(label, text string) // a line of a form
	mark(label string)       // a tick, or one of several
	act(label string)

	sees(texts ...string)
	lacks(texts ...string)
	at() string // the key of the step that is shown; empty beside the walk
}

// deed is one thing that a reader does, or finds.
type deed func(surface)

func begin(s surface)        { s.begin(true) }
func beginPrivate(s surface) { s.begin(false) }
func readOn(s surface)       { s.readOn() }
func back(s surface)         { s.back() }
func showMe(s surface)       { s.showMe() }
func later(s surface)        { s.later() }
func decline(s surface)      { s.decline() }
func deleteNote(s surface)   { s.deleteNote() }
func chapters(s surface)     { s.chapters() }
func glossary(s surface)     { s.glossary() }
func helpNow(s surface)      { s.helpNow() }
func keyList(s surface)      { s.keyList() }
func about(s surface)        { s.about() }
func rule(s surface)         { s.rule() }
func notesList(s surface)    { s.notes() }
func askToDelete(s surface)  { s.askToDelete() }
func signAgain(s surface)    { s.signAgain() }
func flag(s surface)         { s.flag() }
func clinician(s surface)    { s.clinician() }
func endIntake(s surface)    { s.endIntake() }
func answerAgain(s surface)  { s.answerAgain() }

// leaveAndStart leaves the program and starts it again.
func leaveAndStart(s surface) {
	s.leave()
	s.start()
}

func goTo(step string) deed           { return func(s surface) { s.goTo(step) } }
func choose(options ...int) deed      { return func(s surface) { s.choose(options...) } }
func pick(chapter int) deed           { return func(s surface) { s.pick(chapter) } }
func fill(label, text string) deed    { return func(s surface) { s.fill(label, text) } }
func mark(label string) deed          { return func(s surface) { s.mark(label) } }
func act(label string) deed           { return func(s surface) { s.act(label) } }
func lacks(texts ...string) deed      { return func(s surface) { s.lacks(texts...) } }
func tick(options ...int) deed        { return func(s surface) { s.tick(options...) } }
func own(words string) deed           { return func(s surface) { s.own(words) } }
func answer(a walk.Answer) deed       { return func(s surface) { s.answer(a) } }
func sign(name string) deed           { return func(s surface) { s.sign(name) } }
func include(words string) deed       { return func(s surface) { s.include(words) } }
func leaveOut(words string) deed      { return func(s surface) { s.leaveOut(words) } }
func lookFor(words string) deed       { return func(s surface) { s.lookFor(words) } }
func pasteNote(text string) deed      { return func(s surface) { s.pasteNote(text) } }
func pasteName(text string) deed      { return func(s surface) { s.pasteName(text) } }
func note(words string) deed          { return func(s surface) { s.note(words) } }
func changeNote(by string) deed       { return func(s surface) { s.changeNote(by) } }
func find(words string, hit int) deed { return func(s surface) { s.search(words, hit) } }
func sees(texts ...string) deed       { return func(s surface) { s.sees(texts...) } }

// nothing presses Enter so many times, and nothing else.
func nothing(times int) deed {
	return func(s surface) {
		for range times {
			s.nothing()
		}
	}
}

// answerAll gives every statement from here on the same answer, and comes to
// the signing page.
func answerAll(a walk.Answer) deed {
	return func(s surface) {
		for s.at() != walk.SignatureID {
			s.set(a)
			s.readOn()
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
		s.(interface{ passOver(why string) }).passOver("this is about keys")
	}
}
