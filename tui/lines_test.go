package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/plain"
)

// lineReader takes the walk as lines, by typed words.
type lineReader struct {
	computer
	o     *opening
	lines *plain.Lines
	heard string // since the last deed
	// beside is how many places are open that are none here, since what they
	// say is said where one is.
	beside   int
	onTheWay map[int]bool
}

func newLineReader(t testing.TB) *lineReader {
	return beginLines(computer{t: t, home: t.TempDir()})
}

// beginLines starts the program on a computer, line by line.
func beginLines(c computer) *lineReader {
	r := &lineReader{computer: c, onTheWay: map[int]bool{}}
	r.start()
	c.t.Cleanup(r.close)
	return r
}

func (r *lineReader) start() {
	r.t.Helper()
	o, err := r.newProgram().open()
	if err != nil {
		r.t.Fatal(err)
	}
	o.visit.Now = clock()
	r.o, r.lines, r.beside = o, plain.New(o.visit, 0), 0
	if r.heard, err = greet(o, r.lines); err != nil {
		r.t.Fatal(err)
	}
}

func (r *lineReader) close() {
	if err := r.o.closes(); err != nil {
		r.t.Error(err)
	}
}

// types types a line, and hears what is said to it.
func (r *lineReader) types(format string, args ...any) {
	r.t.Helper()
	r.heard = r.lines.Line(fmt.Sprintf(format, args...))
	r.beside = 0
}

func (r *lineReader) passOver(why string) { r.t.(*testing.T).Skip(why) }

func (r *lineReader) walk() walk.Walk { return r.o.visit.Walk }
func (r *lineReader) at() string      { return r.lines.At().Key() }

// sees listens to what was said, and to the page once more.
func (r *lineReader) sees(texts ...string) {
	r.t.Helper()
	all := r.heard
	if !r.lines.Over() {
		all += r.lines.Line("again")
	}
	shown := strings.Join(strings.Fields(all), " ")
	for _, text := range texts {
		if !strings.Contains(shown, text) {
			r.t.Fatalf("%q is not said in\n%s", text, all)
		}
	}
}

func (r *lineReader) leave() {
	r.types("stop")
	if !r.lines.Over() && r.o.visit.Loses() { // it asks once more
		r.types("stop")
	}
	if !r.lines.Over() {
		r.t.Fatal("stop does not leave")
	}
	r.close()
}

func (r *lineReader) begin(keep bool) {
	if keep {
		r.types("")
	} else {
		r.types("private")
	}
}

func (r *lineReader) readOn() { r.types("") }

func (r *lineReader) back() {
	if r.beside > 0 {
		r.beside--
		return
	}
	r.types("back")
}

func (r *lineReader) goTo(key string) {
	r.t.Helper()
	before := len(r.facts())
	to, ok := r.walk().Find(key)
	if !ok {
		r.t.Fatalf("there is no step %q", key)
	}
	r.types("chapters")
	r.types("%d", to.Chapter)
	for range 40 {
		if r.at() == key {
			break
		}
		if r.lines.At().Kind == walk.Question && !r.walk().Tries(r.at()).Done {
			r.types("later")
		} else {
			r.types("")
		}
	}
	if r.at() != key {
		r.t.Fatalf("no way leads to %q\n%s", key, r.heard)
	}
	for _, fact := range r.facts()[before:] {
		r.onTheWay[fact.Seq] = true
	}
}

// choose answers with options. Of several, those of the last try stay.
func (r *lineReader) choose(options ...int) {
	r.t.Helper()
	var chosen []string
	if r.question().Kind() == content.ChooseAll {
		for _, last := range r.walk().Tries(r.at()).Last {
			if !slices.Contains(options, last+1) {
				chosen = append(chosen, fmt.Sprint(last+1))
			}
		}
	}
	for _, option := range options {
		chosen = append(chosen, fmt.Sprint(option))
	}
	r.types("%s", strings.Join(chosen, " "))
}

func (r *lineReader) question() content.Question {
	for _, chapter := range r.walk().Guide().Chapters {
		for _, section := range chapter.Sections {
			for _, q := range section.Questions {
				if q.ID == r.lines.At().ID {
					return q
				}
			}
		}
	}
	r.t.Fatalf("%q is no question", r.at())
	return content.Question{}
}

func (r *lineReader) showMe() { r.types("show me") }
func (r *lineReader) later()  { r.types("later") }

func (r *lineReader) tick(options ...int) {
	for _, option := range options {
		r.types("%d", option)
	}
}

func (r *lineReader) own(words string)     { r.types("own %s", words) }
func (r *lineReader) answer(a walk.Answer) { r.types("%s", a) }

func (r *lineReader) set(a walk.Answer) {
	if at := r.lines.At(); at.Kind == walk.Statement && r.walk().Answer(at.ID) != a {
		r.answer(a)
	}
}

func (r *lineReader) sign(name string) {
	r.types("%s", name)
	r.types("sign")
}

func (r *lineReader) decline() { r.types("do not sign") }

func (r *lineReader) include(words string) { r.offer("add", words) }

// offer puts what is offered into the record, or takes it out.
func (r *lineReader) offer(word, words string) {
	r.t.Helper()
	for i, offer := range record.Offers(r.walk()) {
		if strings.Contains(offer.Text, words) {
			r.types("%s %d", word, i+1)
			return
		}
	}
	r.t.Fatalf("%q is not offered", words)
}

func (r *lineReader) note(words string) { r.types("note %s", words) }

func (r *lineReader) changeNote(by string) {
	notes := r.walk().Notes()
	r.types("change %d %s", len(notes), notes[len(notes)-1].Text+by)
}

func (r *lineReader) deleteNote() {
	n := len(r.walk().Notes())
	r.types("delete %d", n)
	r.types("delete %d", n)
}

func (r *lineReader) search(words string, hit int) {
	r.types("search %s", words)
	r.types("%d", hit)
}

// besides types what is answered where one is.
func (r *lineReader) besides(line string, places int) {
	before := r.beside
	r.types("%s", line)
	r.beside = before + places
}

func (r *lineReader) chapters()  { r.types("chapters") }
func (r *lineReader) pick(n int) { r.types("%d", n) }
func (r *lineReader) glossary()  { r.besides("glossary", 1) }
func (r *lineReader) helpNow()   { r.besides("help now", 1) }
func (r *lineReader) keyList()   { r.besides("?", 1) }
func (r *lineReader) about()     { r.besides("about", 2) }
func (r *lineReader) notes()     { r.besides("note", 1) }
func (r *lineReader) rule()      { r.types("rule") }
func (r *lineReader) nothing()   { r.types("") }

func (r *lineReader) lookFor(words string) { r.besides("search "+words, 1) }
func (r *lineReader) askToDelete()         { r.besides(fmt.Sprintf("delete %d", len(r.walk().Notes())), 1) }

func (r *lineReader) leaveOut(words string) { r.offer("leave out", words) }

// pasteNote is a note with what a paste may bring. A line's end would end it.
func (r *lineReader) pasteNote(text string) {
	r.besides("note "+strings.ReplaceAll(text, "\n", " "), 1)
}

// pasteName is several lines at once, as a terminal hands them on.
func (r *lineReader) pasteName(text string) {
	for _, line := range strings.Split(text, "\n") {
		r.types("%s", line)
	}
}

func (r *lineReader) signAgain()   { r.types("sign again") }
func (r *lineReader) answerAgain() { r.types("%d", r.walk().Chapters()+1) }

func (r *lineReader) flag()      { r.types("mark") }
func (r *lineReader) clinician() { r.besides("clinician note", 1) }
func (r *lineReader) endIntake() { r.types("end intake") }

// number finds the number that stands before words on the page.
func (r *lineReader) number(words string) string {
	r.t.Helper()
	page := r.lines.Line("again")
	for _, line := range strings.Split(page, "\n") {
		number, text, _ := strings.Cut(line, ". ")
		if strings.HasPrefix(text, words) {
			return number
		}
	}
	r.t.Fatalf("%q has no number in\n%s", words, page)
	return ""
}

func (r *lineReader) fill(label, text string) {
	r.t.Helper()
	r.types("%s %s", r.number(label), text)
	if said := r.heard; strings.Contains(said, "Enter alone leaves it as it is") { // it is asked for again
		r.types("")
		r.heard = said + r.heard
	}
}
func (r *lineReader) mark(label string) { r.types("%s", r.number(label)) }

// act types the word that stands before what is to be done.
func (r *lineReader) act(label string) {
	r.t.Helper()
	page := r.lines.Line("again")
	for _, line := range strings.Split(page, "\n") {
		if word, text, _ := strings.Cut(line, ": "); strings.HasPrefix(text, label) {
			r.types("%s", word)
			return
		}
	}
	r.t.Fatalf("there is no way to %q in\n%s", label, page)
}

// lacks listens for what may not be said.
func (r *lineReader) lacks(texts ...string) {
	r.t.Helper()
	for _, text := range texts {
		if all := r.heard + r.lines.Line("again"); strings.Contains(all, text) {
			r.t.Fatalf("%q is said in\n%s", text, all)
		}
	}
}

// TestJourneysInLines takes the journeys of the full screen line by line, and
// expects the same facts and the same records.
func TestJourneysInLines(t *testing.T) {
	taken := 0
	for _, j := range journeys() {
		t.Run(j.name, func(t *testing.T) {
			r := beginLines(computer{t: t, home: t.TempDir(), atDesk: j.atDesk})
			j.take(r)
			j.check(t, &r.computer, r.at(), r.onTheWay)
			taken++
		})
	}
	if least := 60; taken < least {
		t.Errorf("%d journeys were taken in lines, want at least %d", taken, least)
	}
}
