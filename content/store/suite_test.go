package store_test

// The tests that any store has to pass, whatever it keeps facts and records in:
// its laws. They know a store only by what the visit knows of it, and by what
// Store lets a test do to it.

import (
	"strings"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Store is one that holds nothing yet. Whoever calls Open or Intakes once more is
// another window, or a later start of the program.
type Store struct {
	// Open opens what a member keeps. The keeper is there with an error, too.
	Open func() (k visit.Keeper, found []walk.Fact, closes func() error, err error)
	// Intakes are a clinician's; nil if the store has none.
	Intakes func() visit.Intakes
	// Records is where records are to go, and Read reads one of them.
	Records string
	Read    func(path string) (record.Record, error)
	// Holds is all that the store can reach, as one text.
	Holds func() string
	// Refuse has the nth thing fail that the store does meanwhile, counted from 1,
	// and reports whether there were as many. Cut cuts the power there, for all that
	// is open. Nil if it cannot be tried.
	Refuse, Cut func(n int, meanwhile func()) bool
	// Spoil makes what a member kept unreadable where it has a word; nil if
	// nothing can.
	Spoil func(word string)
}

// Run tries a store. Open makes a new one for each try.
func Run(t *testing.T, open func(t *testing.T) Store) {
	all := func(t *testing.T, laws []law) {
		for _, law := range laws {
			t.Run(law.says, func(t *testing.T) {
				for n := 1; law.try(newWindow(t, open(t), n)); n++ {
					continue
				}
			})
		}
	}
	t.Run("facts", func(t *testing.T) { all(t, facts) })
	t.Run("records", func(t *testing.T) { all(t, records) })
	t.Run("intakes", func(t *testing.T) {
		if open(t).Intakes == nil {
			t.Skip("this store has none")
		}
		all(t, intakes)
	})
}

// try takes the steps, and reports whether there is more to be refused in them.
func (l law) try(w *window) (more bool) {
	for _, step := range append([]string{"opens"}, strings.Split(l.steps, ", ")...) {
		if err := w.take(step); err != nil {
			w.Fatalf("%s; where the trouble is at %d: %v", step, w.nth, err)
		}
	}
	if w.nth == 1 && !w.struck && (strings.Contains(l.steps, "refused ") || strings.Contains(l.steps, "cut ")) {
		w.Error("nothing was refused")
	}
	return w.struck
}

// window is one start of the program, and a reader at it.
type window struct {
	*testing.T
	Store
	nth    int          // what is refused, or cut
	struck bool         // there was as much
	keeper visit.Keeper // of the member, or of the intake that goes on
	closes func() error
	desk   visit.Intakes
	found  []walk.Fact // at the last start
	done   []int       // the numbers of all facts
	kept   []int       // of those that were called kept; they are found at the next start
	walk   walk.Walk
	clock  time.Time
	made   map[string]walk.Fact // by their words, or an intake's reference
	ids    map[string]string    // of intakes, by reference
	signed []walk.Signed
	erased bool
	beside *window
}

func newWindow(t *testing.T, s Store, n int) *window {
	w := &window{
		T: t, Store: s, nth: n, walk: walk.New(guide), clock: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC),
		made: map[string]walk.Fact{}, ids: map[string]string{},
	}
	if s.Intakes != nil {
		w.desk = s.Intakes()
		t.Cleanup(func() { _ = w.desk.Close() })
	}
	return w
}

// guide has one section and one promise, and the words of a record.
var guide = &content.Guide{
	Language:   "en",
	Words:      &words.Words{Record: words.Record{Name: "{name}", AddedReplaced: "Another took its place on {date}: {id}"}},
	Chapters:   []content.Chapter{{ID: "first", Number: 1, Title: "First", Sections: []content.Section{{ID: "one"}}}},
	Commitment: content.Commitment{Chapter: content.Chapter{ID: content.CommitmentID, Title: "Asked"}, Statements: []content.Statement{{ID: "come", Text: "I will come."}}},
}

// take takes a step. The error says that it was not done, or what is not so.
func (w *window) take(step string) (err error) {
	verb, rest, _ := strings.Cut(step, " ")
	switch verb {
	case "fails":
		if w.take(rest) == nil {
			w.Errorf("%q was called done", rest)
		}
		return nil
	case "refused", "cut":
		try := map[string]func(int, func()) bool{"refused": w.Refuse, "cut": w.Cut}[verb]
		if try == nil {
			w.Skipf("nothing can be %s here", verb)
		}
		if w.struck = try(w.nth, func() { err = w.take(rest) }); w.struck {
			return nil
		}
		return err
	case "beside":
		if w.beside == nil {
			w.beside = newWindow(w.T, w.Store, w.nth)
		}
		return w.beside.take(rest)
	}
	do, ok := verbs[verb]
	if !ok {
		w.Fatalf("%q is no verb", verb)
	}
	return do(w, strings.Fields(rest))
}
