package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// screenReader takes the walk on the full screen, by keys.
type screenReader struct {
	s *session
	// onTheWay are the numbers of facts that only led to where a deed begins.
	onTheWay map[int]bool
}

func newScreenReader(s *session) *screenReader {
	return &screenReader{s: s, onTheWay: map[int]bool{}}
}

func (r *screenReader) press(names ...string) { r.s.t.Helper(); r.s.press(names...) }
func (r *screenReader) sees(texts ...string)  { r.s.t.Helper(); r.s.sees(texts...) }
func (r *screenReader) at() string            { return r.s.step().Key() }

func (r *screenReader) leave() {
	if !r.s.ended {
		r.press("q")
	}
	if !r.s.ended && (r.s.atDesk || r.s.app.visit.Loses()) { // it asks once more
		r.press("q")
	}
	if !r.s.ended {
		r.s.t.Fatalf("q does not leave\n%s", r.s.screen())
	}
}

func (r *screenReader) start() { r.s.t.Helper(); r.s.again() }

func (r *screenReader) begin(keep bool) {
	r.s.t.Helper()
	if !keep {
		r.press("p")
		return
	}
	r.until(func() bool { return r.at() != "" }, "enter")
}

// until presses keys until something holds.
func (r *screenReader) until(holds func() bool, names ...string) {
	r.s.t.Helper()
	for range 60 {
		if holds() {
			return
		}
		r.press(names...)
	}
	r.s.t.Fatalf("%v led nowhere\n%s", names, r.s.screen())
}

func (r *screenReader) readOn() {
	r.s.t.Helper()
	from, depth, key := r.at(), len(r.s.app.stack), "space"
	if r.s.step().Kind == walk.Reflection {
		key = "enter" // Space may tick here
	}
	r.until(func() bool { return r.at() != from || len(r.s.app.stack) != depth }, key)
}

func (r *screenReader) back() {
	r.s.t.Helper()
	if r.s.app.shown.typing {
		r.press("esc")
		return
	}
	r.press("left")
}

func (r *screenReader) nothing() { r.s.t.Helper(); r.press("enter") }

func (r *screenReader) lookFor(words string) { r.s.t.Helper(); r.press("/", "text:"+words) }

func (r *screenReader) askToDelete() { r.s.t.Helper(); r.press("n", "tab", "down", "x") }

// leaveOut is include once more: a tick goes the way it came.
func (r *screenReader) leaveOut(words string) { r.s.t.Helper(); r.include(words) }

func (r *screenReader) pasteNote(text string) { r.s.t.Helper(); r.press("n", "paste:"+text, "enter") }

func (r *screenReader) pasteName(text string) { r.s.t.Helper(); r.toName(); r.press("paste:" + text) }

// goTo opens the step's chapter, and reads on from there. Questions on the way
// are left for later.
func (r *screenReader) goTo(key string) {
	r.s.t.Helper()
	before := len(r.s.facts())
	to, ok := r.s.app.env.Walk.Find(key)
	if !ok {
		r.s.t.Fatalf("there is no step %q", key)
	}
	r.press("c")
	for i := range r.s.app.env.Walk.Chapters() {
		if i == 0 {
			r.press("home")
		}
		if i+1 == to.Chapter {
			break
		}
		r.press("down")
	}
	r.press("enter")
	for range 40 {
		if r.at() == key {
			break
		}
		switch r.s.step().Kind {
		case walk.Question:
			if r.s.app.env.Walk.Tries(r.at()).Done {
				r.readOn()
			} else {
				r.later()
			}
		default:
			r.readOn()
		}
	}
	if r.at() != key {
		r.s.t.Fatalf("no way leads to %q\n%s", key, r.s.screen())
	}
	for _, fact := range r.s.facts()[before:] {
		r.onTheWay[fact.Seq] = true
	}
}

// choose ticks where several fit, and answers.
func (r *screenReader) choose(options ...int) {
	r.s.t.Helper()
	several := len(r.s.question(r.s.step()).right) > 1
	for _, option := range options {
		r.press(strconv.Itoa(option))
		if several {
			r.press("space")
		}
	}
	r.press("enter")
}

func (r *screenReader) showMe() { r.s.t.Helper(); r.press("s") }
func (r *screenReader) later()  { r.s.t.Helper(); r.press("l") }

func (r *screenReader) tick(options ...int) {
	r.s.t.Helper()
	for _, option := range options {
		r.press(strconv.Itoa(option), "space")
	}
}

func (r *screenReader) own(words string) {
	r.s.t.Helper()
	r.press("tab", "text:"+words, "enter")
}

func (r *screenReader) answer(a walk.Answer) {
	r.s.t.Helper()
	at := slices.Index([]walk.Answer{walk.Agree, walk.TalkFirst, walk.NotNow}, a)
	r.press(strconv.Itoa(at+1), "enter")
}

func (r *screenReader) set(a walk.Answer) {
	r.s.t.Helper()
	step := r.s.step()
	if step.Kind == walk.Statement && r.s.app.env.Walk.Answer(step.ID) != a {
		r.answer(a)
	}
}

// toName goes to the empty line for the name.
func (r *screenReader) toName() {
	r.s.t.Helper()
	empty := func() bool {
		lines, cursor := strings.Split(r.s.screen(), "\n"), r.s.app.shown.cursor
		return r.s.app.shown.typing && cursor != nil && strings.Contains(lines[cursor.Y], "› ___")
	}
	if r.s.app.shown.cursor == nil {
		r.until(empty, "space")
	} else {
		r.until(empty, "tab")
	}
}

func (r *screenReader) sign(name string) {
	r.s.t.Helper()
	r.toName()
	if name != "" {
		r.press("text:" + name)
	}
	r.press("enter", "1", "enter")
}

func (r *screenReader) decline() { r.s.t.Helper(); r.press("d", "enter") }

// include goes through what may be added until the words have the focus.
func (r *screenReader) include(words string) {
	r.s.t.Helper()
	shown := words
	if r.s.atDesk { // the words are covered until they are chosen
		for i, offer := range record.Offers(r.s.app.env.Walk) {
			if strings.Contains(offer.Text, words) {
				shown = fmt.Sprintf("Number %d, covered", i+1)
			}
		}
	}
	r.until(func() bool { return r.focused(shown) }, "tab")
	r.press("space")
}

func (r *screenReader) focused(words string) bool {
	for _, line := range strings.Split(r.s.screen(), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "› [") && strings.Contains(line, words) {
			return true
		}
	}
	return false
}

func (r *screenReader) note(words string) {
	r.s.t.Helper()
	r.press("n", "text:"+words, "enter", "left")
}

func (r *screenReader) changeNote(by string) {
	r.s.t.Helper()
	r.press("n", "tab", "down", "enter", "text:"+by, "enter", "left")
}

func (r *screenReader) deleteNote() {
	r.s.t.Helper()
	r.press("n", "tab", "down", "x", "x", "left")
}

func (r *screenReader) search(words string, hit int) {
	r.s.t.Helper()
	r.press("/", "text:"+words, "enter")
	for range hit - 1 {
		r.press("down")
	}
	r.press("enter")
}

func (r *screenReader) chapters()    { r.s.t.Helper(); r.press("c") }
func (r *screenReader) pick(n int)   { r.s.t.Helper(); r.press(strconv.Itoa(n), "enter") }
func (r *screenReader) notes()       { r.s.t.Helper(); r.press("n", "tab") }
func (r *screenReader) signAgain()   { r.s.t.Helper(); r.press("r") }
func (r *screenReader) answerAgain() { r.s.t.Helper(); r.press("end", "enter") }
func (r *screenReader) glossary()    { r.s.t.Helper(); r.press("g") }
func (r *screenReader) keyList()     { r.s.t.Helper(); r.press("?") }
func (r *screenReader) about()       { r.s.t.Helper(); r.press("?", "a") }
func (r *screenReader) rule()        { r.s.t.Helper(); r.press("r") }
func (r *screenReader) helpNow()     { r.s.t.Helper(); r.press("f1") }

func (r *screenReader) flag()      { r.s.t.Helper(); r.press("t") }
func (r *screenReader) clinician() { r.s.t.Helper(); r.press("i") }
func (r *screenReader) endIntake() { r.s.t.Helper(); r.press("e") }

// to moves the focus of a form to an item.
func (r *screenReader) to(label string) {
	r.s.t.Helper()
	r.until(func() bool { return r.pointed(label) }, "down")
}

// pointed says whether the mark of the focus stands at an item.
func (r *screenReader) pointed(label string) bool {
	lines := strings.Split(r.s.screen(), "\n")
	for i, line := range lines {
		text, found := strings.CutPrefix(strings.TrimSpace(line), "›")
		if !found {
			continue
		}
		if r.s.app.shown.typing { // the label stands over the line
			over := strings.Join(lines[max(0, i-4):i], " ")
			return strings.Contains(strings.Join(strings.Fields(over), " "), label)
		}
		text = strings.TrimLeft(text, " []()xo")
		return strings.HasPrefix(text, label) || len(text) > 20 && strings.HasPrefix(label, text)
	}
	return false
}

func (r *screenReader) fill(label, text string) {
	r.s.t.Helper()
	r.to(label)
	r.press("text:"+text, "enter")
}

func (r *screenReader) mark(label string) { r.s.t.Helper(); r.to(label); r.press("space") }
func (r *screenReader) act(label string)  { r.s.t.Helper(); r.to(label); r.press("enter") }

func (r *screenReader) lacks(texts ...string) {
	r.s.t.Helper()
	for _, text := range texts {
		if strings.Contains(r.s.screen(), text) {
			r.s.t.Fatalf("%q stands in\n%s", text, r.s.screen())
		}
	}
}
