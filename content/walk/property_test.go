package walk

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"firstsession/content"
	"firstsession/content/guidetest"
)

// snapshot writes all there is to know of a walk.
func snapshot(w Walk) string {
	p, signed := w.progress, "not signed"
	if s, ok := w.Signed(); ok {
		signed = fmt.Sprint(s.Record, s.Path, s.Time.UnixNano(), s.Outcome)
	}
	when := fmt.Sprint(p.when.named.UnixNano(), p.when.declined.UnixNano(), p.when.ended.UnixNano())
	p.signed, p.seq, p.when = nil, 0, moments{}
	return fmt.Sprint(p, when, signed, keys(w.steps))
}

func shippedGuide(tb testing.TB) *content.Guide {
	tb.Helper()
	return guidetest.Shipped(tb, "en")
}

// randomEvent is often possible and sometimes not.
func randomEvent(r *rand.Rand, w Walk) Event {
	kinds := []EventKind{Reach, Pass, Choose, Choose, Choose, ShowMe, Later, Tick, Tick, SetAnswer, SetAnswer, TakeNote, ChangeNote, Include, Sign, Decline, "jump"}
	if _, ok := w.Form(); ok {
		kinds = append(kinds, SetForm, Flag, Flag, NameTyped, NameTyped, End, CopyGiven)
	} else if r.IntN(8) == 0 {
		kinds = []EventKind{Flag, NameTyped, End, CopyGiven} // not possible
	}
	s := w.Steps()[r.IntN(len(w.Steps()))]
	e := Event{Kind: kinds[r.IntN(len(kinds))], Subject: s.Key(), Yes: r.IntN(2) == 0}
	if e.Kind == Include && r.IntN(2) == 0 || e.Kind == ChangeNote {
		e.Subject = fmt.Sprintf("n%d", 1+r.IntN(9))
	}
	for range r.IntN(3) {
		e.Options = append(e.Options, r.IntN(4))
	}
	if e.Kind == Include && r.IntN(4) == 0 {
		e.Subject = AimID
	}
	if e.Kind == SetForm {
		e.Form = &Form{
			Reference: []string{"K-1", "", "../x"}[r.IntN(3)],
			Parts:     []Parts{AllParts, Essentials, TalkOnly, "some"}[r.IntN(4)],
			Run:       []Way{ReadAloud, Together}[:r.IntN(3)],
			Aim:       []string{"", "To talk more."}[r.IntN(2)],
		}
	}
	e.Text = []string{"", " ", "Ask.", "Why? é"}[r.IntN(4)]
	if e.Kind == End || e.Kind == CopyGiven {
		e.Text = []string{"", CopyFile, CopyNone, string(EndStopped), string(EndContinued), string(EndSigned)}[r.IntN(6)]
	}
	e.Answer = []Answer{Unanswered, Agree, TalkFirst, NotNow, "yes"}[r.IntN(5)]
	return e
}

// throughJournal is what facts are when they were written and read.
func throughJournal(t *testing.T, facts []Fact) []Fact {
	t.Helper()
	data, err := json.Marshal(facts)
	if err != nil {
		t.Fatal(err)
	}
	var read []Fact
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	return read
}

func TestWhatIsAppliedAndWhatIsReplayedAreTheSameWalk(t *testing.T) {
	for name, g := range map[string]*content.Guide{"small": smallGuide(), "intake": intakeGuide(), "shipped": shippedGuide(t)} {
		for seed := range uint64(80) {
			r := rand.New(rand.NewPCG(seed, 1))
			w := New(g)
			var facts []Fact
			var done []Event
			if seed%2 == 0 { // an intake
				done = append(done, setForm([]Parts{AllParts, Essentials, TalkOnly}[seed/2%3]))
				w, facts, _ = w.Apply(at, done...)
			}
			before := snapshot(w)
			for range 300 {
				e := randomEvent(r, w)
				next, more, err := w.Apply(at, e)
				if snapshot(w) != before {
					t.Fatalf("%s, seed %d: %v changed the walk it was applied to", name, seed, e)
				}
				after := snapshot(next)
				changed := after != before
				if e.Kind == SetAnswer && len(more) > 0 {
					changed = true // if only in when it was given
				}
				if err == nil && changed != (len(more) > 0) || err != nil && changed {
					t.Fatalf("%s, seed %d: %v: changed %v, facts %v, error %v", name, seed, e, changed, more, err)
				}
				if err == nil {
					done = append(done, e)
				}
				w, facts, before = next, append(facts, more...), after
			}
			again, dropped := Replay(g, throughJournal(t, facts))
			if snapshot(again) != snapshot(w) || dropped != nil {
				t.Fatalf("%s, seed %d: applied  %s\nreplayed %s\ndropped %v", name, seed, snapshot(w), snapshot(again), dropped)
			}
			if once, _, err := New(g).Apply(at, done...); err != nil || snapshot(once) != snapshot(w) {
				t.Fatalf("%s, seed %d: applied all at once it is another walk: %v", name, seed, err)
			}
			checkSteps(t, w)
		}
	}
}

// checkNeighbours proves that Next and Previous stay within the list.
func checkNeighbours(t *testing.T, w Walk, seen map[string]bool) {
	t.Helper()
	for i, s := range w.Steps() {
		next, ok := w.Next(s)
		if ok != (i+1 < len(w.Steps())) || ok && !seen[next.Key()] {
			t.Fatalf("after %s comes %s, %v", s.Key(), next.Key(), ok)
		}
		previous, ok := w.Previous(s)
		if ok != (i > 0) || ok && !seen[previous.Key()] {
			t.Fatalf("before %s comes %s, %v", s.Key(), previous.Key(), ok)
		}
	}
}

// checkSteps proves that Next and Previous stay within the list and that
// nobody is trapped: from everywhere one comes to the end, whatever is open.
func checkSteps(t *testing.T, w Walk) {
	t.Helper()
	seen := map[string]bool{}
	for _, s := range w.Steps() {
		if seen[s.Key()] {
			t.Fatalf("%s stands there twice", s.Key())
		}
		seen[s.Key()] = true
		if found, ok := w.Find(s.Key()); !ok || found != s {
			t.Fatalf("%s is not found", s.Key())
		}
	}
	checkNeighbours(t, w, seen)
	s := w.Steps()[0]
	if !seen[w.At().Key()] {
		t.Fatalf("one is at %s, which is not in the list", w.At().Key())
	}
	for range w.Steps() {
		next, ok := w.Next(s)
		if !ok {
			break
		}
		s = next
	}
	last := w.Steps()[len(w.Steps())-1]
	if s != last {
		t.Fatalf("going on leads to %s with %d open", s.Key(), len(w.Open()))
	}
}

func TestAnyFactsCanBeReplayedAndGoneOnFrom(t *testing.T) {
	g := smallGuide()
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 2))
		w := New(g)
		var facts []Fact
		if seed%2 == 0 {
			w, facts, _ = w.Apply(at, setForm([]Parts{AllParts, Essentials, TalkOnly}[seed/2%3]))
		}
		for range 100 {
			next, more, _ := w.Apply(at, randomEvent(r, w))
			w, facts = next, append(facts, more...)
		}
		r.Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
		for i := range facts {
			if other := facts[r.IntN(len(facts))]; r.IntN(4) == 0 {
				facts[i].Subject, facts[i].Data.Options = other.Subject, other.Data.Options
			}
		}
		w, _ = Replay(changedGuide(), facts)
		checkSteps(t, w)
		for range 50 {
			w, _, _ = w.Apply(at, randomEvent(r, w))
		}
		checkSteps(t, w)
	}
}
