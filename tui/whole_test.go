package tui

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

// stepOn does, where one is, what somebody does who takes everything in, a
// member or at the desk: they miss every other question at first, write a note,
// tick, promise, sign, give a copy and clear.
func stepOn(s surface) {
	s.testing().Helper()
	v := s.visit()
	w, step := v.Walk, v.Step()
	switch step.Kind {
	case "":
		comeIn(s)
	case walk.Section:
		if len(w.Notes()) == 0 {
			note("Ask about Tuesdays")(s)
		}
		readOn(s)
	case walk.Question:
		answerQuestion(s, step)
	case walk.Reflection:
		if _, ticked := w.Ticks(step.ID); !ticked {
			tick(1)(s)
			ownWords(s)
		}
		readOn(s)
	case walk.Statement:
		if w.Answer(step.ID) == walk.Unanswered {
			n, _ := w.Position(step)
			answer([]walk.Answer{walk.Agree, walk.TalkFirst, walk.NotNow}[n%3])(s)
		}
		readOn(s)
	case walk.Signature:
		if w.Outcome() == walk.EndSigned || w.Outcome() == walk.EndSignedOpen {
			readOn(s) // it was cut off behind the signature
			return
		}
		if notes := w.Notes(); len(notes) > 0 && !w.Included(notes[0].ID) {
			include(notes[0].Text)(s)
		}
		sign("Maja")(s)
	default:
		handOver(s, step)
	}
}

// handOver is the end of an intake.
func handOver(s surface, step walk.Step) {
	s.testing().Helper()
	switch step.Kind {
	case walk.Countersign:
		countersigned(s)
	case walk.Copy:
		s.fill(byID(s, "folder"), usb)
		choosing("file")(s)
	case walk.Clearing:
		choosing("clear")(s)
		choosing("clear now")(s)
	case walk.Closing:
		if s.visit().Intakes != nil {
			readOn(s)
		}
	default:
		readOn(s)
	}
}

// comeIn begins. At the desk it goes on with an intake that was cut off.
func comeIn(s surface) {
	s.testing().Helper()
	sheet := s.visit().Sheet()
	has := func(id string) bool {
		return slices.ContainsFunc(sheet.Items, func(i page.Item) bool { return strings.HasPrefix(i.ID, id) })
	}
	switch {
	case has("resume "):
		act("Go on with K-102")(s)
	case has("new"):
		choosing("new")(s)
	case has("other"): // it had a record already
		choosing("other")(s)
	case has("reference"):
		beginIntake(wholeGuide)(s)
	default:
		readOn(s)
	}
}

// answerQuestion misses every other question, finds it, and goes on.
func answerQuestion(s surface, at walk.Step) {
	s.testing().Helper()
	tries := s.visit().Walk.Tries(at.Key())
	if tries.Done {
		readOn(s)
		return
	}
	q := s.visit().Walk.Question(at)
	var fits []int
	less := 0
	for i, option := range q.Options {
		if option.Right {
			fits = append(fits, i+1)
		} else {
			less = i + 1
		}
	}
	if n, _ := s.visit().Walk.Position(at); n%2 == 1 && less > 0 && !tries.Missed {
		choose(less)(s)
		return
	}
	if q.Kind() == content.ChooseAll {
		for _, i := range tries.Last { // what is ticked already, or fits less
			if at := slices.Index(fits, i+1); at >= 0 {
				fits = slices.Delete(fits, at, at+1)
			} else {
				fits = append(fits, i+1)
			}
		}
	}
	choose(fits...)(s)
}

// toTheEnd steps on until nothing comes of it: at the closing, after the
// clearing, or where something cannot be saved.
func toTheEnd(s surface) {
	s.testing().Helper()
	v := s.visit()
	for range 400 {
		facts, id, began, kind := len(v.Facts), v.ID(), v.Fresh(), v.Step().Kind
		stepOn(s)
		// That a record is on its way is a fact as well.
		saves := kind == walk.Signature || kind == walk.Countersign
		if (saves || len(v.Facts) == facts) && v.ID() == id || v.Fresh() && !began {
			return
		}
	}
	s.testing().Fatalf("the walk does not end; it is at %+v", v.Step())
}

// bare takes the walk with no surface at all: it answers the pages themselves.
type bare struct {
	computer
	o     *opening
	after func(id string) // each answer
	onWay map[int]bool
}

func (b *bare) start() {
	b.t.Helper()
	b.onWay = map[int]bool{}
	b.o = b.open(b.newProgram())
	if err := b.o.begin(); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bare) leave() { b.visit().Leave() }

func (b *bare) testing() testing.TB       { return b.t }
func (b *bare) visit() *visit.Visit       { return b.o.visit }
func (b *bare) journeyFacts() []walk.Fact { return b.visit().Facts }
func (b *bare) onTheWay() map[int]bool    { return b.onWay }

func (b *bare) choose(item page.Item)            { b.fill(item, "") }
func (b *bare) fill(item page.Item, text string) { b.answer(page.Answer{ID: item.ID, Text: text}) }
func (b *bare) goOn()                            { b.answer(page.Answer{ID: page.GoOnID}) }
func (b *bare) do(m page.Meaning, text string)   { b.visit().Do(m, text); b.after(string(m)) }
func (b *bare) answer(a page.Answer)             { b.visit().Answer(a); b.after(a.ID) }

func (b *bare) sees(texts ...string) {
	b.t.Helper()
	said := b.visit().Notice().Text + " " + b.visit().Sheet().Notice.Text
	for _, text := range texts {
		if !strings.Contains(said, text) {
			b.t.Fatalf("%q is not said in %q", text, said)
		}
	}
}

func (b *bare) lacks(...string) { b.t.Fatal("who has no surface sees nothing") }
