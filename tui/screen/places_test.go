package screen

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/frame"
	"firstsession/tui/keys"
)

// Where the pages are that the tests come to.
var (
	ofIntake = walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-102", Parts: walk.AllParts, Aim: "To quarrel less"}}
	flagged  = walk.Event{Kind: walk.Flag, Subject: "own-pace", Yes: true}
	bus      = walk.Event{Kind: walk.TakeNote, Subject: "own-pace", Text: "Ask about the bus"}
	worries  = walk.Event{Kind: walk.Tick, Subject: "my-worries", Options: []int{0}}
	signed   = walk.Event{Kind: walk.Sign, Subject: "00ff", Text: "/home/dana/Documents/First Session/record.json"}
	answered = func() []walk.Event {
		var all []walk.Event
		for i, id := range []string{"keep-private", "come-on-time", "give-it-a-start", "come-clear", "contact-outside", "keep-it-safe", "know-the-limits"} {
			all = append(all, walk.Event{Kind: walk.SetAnswer, Subject: id, Answer: []walk.Answer{walk.Agree, walk.TalkFirst}[i%2]})
		}
		return all
	}()
)

// visitAt is a visit at a step.
func visitAt(t testing.TB, key string, events ...walk.Event) *visit.Visit {
	t.Helper()
	v := visiting(t, slices.Concat(events, []walk.Event{{Kind: walk.Reach, Subject: key}})...)
	if _, ok := v.Walk.Form(); ok {
		v.Intakes = desk{&v.Keeper}
	}
	v.Start(visit.Found{})
	v.Hush()
	return v
}

// desk counts what is erased or given away as if it were signed.
type desk struct{ keeper *visit.Keeper }

var found = []walk.Unfinished{
	{ID: "a", Reference: "K-101", Last: now}, {ID: "b", Reference: "K-77", InUse: true}, {ID: "c", Reference: "K-9", Damage: "line 3 is cut off"},
}

func (d desk) done() error {
	(*d.keeper).(*memory).signed++
	return errors.New("not here")
}
func (d desk) Unfinished() ([]walk.Unfinished, error)                     { return found, nil }
func (d desk) Known(string) ([]record.Known, bool)                        { return nil, false }
func (d desk) Begin(string) (visit.Keeper, error)                         { return nil, d.done() }
func (d desk) Delete(string) (bool, error)                                { return true, d.done() }
func (d desk) Copy(string, string, *content.Guide) (path string, _ error) { return "", d.done() }
func (d desk) Clear() (bool, error)                                       { return true, d.done() }
func (d desk) Close() error                                               { return d.done() }
func (d desk) Folder() string                                             { return "" }
func (d desk) Resume(string) (visit.Keeper, []walk.Fact, string, error) {
	return nil, nil, "", d.done()
}

// place is one page of each kind that there is.
type place struct {
	name string
	at   string
	done []walk.Event
	to   func(v *visit.Visit)
}

func places() []place {
	beside := func(m page.Meaning, text string, ids ...string) func(*visit.Visit) {
		return func(v *visit.Visit) {
			v.Do(m, text)
			for _, id := range ids {
				v.Answer(page.Answer{ID: id})
			}
		}
	}
	show := func(make func(v *visit.Visit) page.Page) func(*visit.Visit) {
		return func(v *visit.Visit) { v.ShowOnly(make(v)) }
	}
	member := append([]walk.Event{bus, worries}, answered...)
	intake := append([]walk.Event{ofIntake, flagged}, member...)
	intakeSigned := append(slices.Clone(intake), walk.Event{Kind: walk.NameTyped, Text: "Dana"}, signed)
	all := []place{
		{"the first page", "welcome", nil, show(func(*visit.Visit) page.Page { return page.NewFirst() })},
		{"trouble", "welcome", nil, show(func(*visit.Visit) page.Page { return page.NewTrouble(strings.Repeat("It cannot be read. ", 30), true) })},
		{"an opening", "common-myths", nil, nil},
		{"a section", "main-message", nil, nil},
		{"a question", "where-dana-works", nil, nil},
		{"a question missed", "where-dana-works", []walk.Event{{Kind: walk.Choose, Subject: "where-dana-works", Options: []int{0}}}, nil},
		{"a question shown", "where-dana-works", []walk.Event{{Kind: walk.ShowMe, Subject: "where-dana-works"}}, nil},
		{"a question of several", "bens-brother", nil, nil},
		{"a question of several, missed", "bens-brother", []walk.Event{{Kind: walk.Choose, Subject: "bens-brother", Options: []int{0, 1}}}, nil},
		{"a reflection", "my-worries", []walk.Event{worries}, nil},
		{"a promise", "keep-private", nil, nil},
		{"a promise answered", "come-on-time", answered, nil},
		{"the signing page", walk.SignatureID, member, nil},
		{"the closing of who signed", walk.ClosingID, append(slices.Clone(member), signed), nil},
		{"the closing of who did not", walk.ClosingID, append(slices.Clone(member), walk.Event{Kind: walk.Decline}), nil},
		{"the chapters", "own-pace", append(slices.Clone(member), signed), beside(page.Chapters, "")},
		{"an empty search", "own-pace", nil, beside(page.Search, "")},
		{"a search", "own-pace", nil, beside(page.Search, "group")},
		{"read in between", "own-pace", nil, beside(page.Search, "pocket", "hit 1")},
		{"the rule of a promise", "keep-private", nil, beside(page.Rule, "")},
		{"the glossary", "own-pace", nil, beside(page.Glossary, "")},
		{"the notes", "own-pace", []walk.Event{bus}, beside(page.Note, "")},
		{"a note", "own-pace", []walk.Event{bus}, beside(page.Note, "", "note n1")},
		{"a note to be deleted", "own-pace", []walk.Event{bus}, beside(page.Note, "", "note n1", "delete note")},
		{"help now", "own-pace", nil, beside(page.HelpNow, "")},
		{"about", "own-pace", nil, beside(page.About, "")},
		{"the list of keys", "own-pace", nil, beside(page.Keys, "")},
		{"intakes that were cut off", walk.ClientID, intake, show(func(*visit.Visit) page.Page { return page.NewStart(found, "It is cleared.") })},
		{"the form", walk.ClientID, intake, show(func(*visit.Visit) page.Page { return page.NewStart(nil, "") })},
		{"the note for the clinician", "own-pace", intake, beside(page.Clinician, "")},
		{"the end of an intake", "own-pace", intake, beside(page.EndIntake, "")},
		{"a section of an intake", "own-pace", intake, nil},
		{"a promise of an intake", "keep-private", []walk.Event{ofIntake}, nil},
	}
	for _, id := range []string{walk.ClientID, walk.TalkID, walk.PointsID, walk.SignatureID, walk.CountersignID, walk.CopyID, walk.ClosingID, walk.ClearingID} {
		all = append(all, place{"intake, " + id, id, intake, nil})
		if id == walk.CountersignID || id == walk.CopyID || id == walk.ClearingID {
			all = append(all, place{"intake saved, " + id, id, intakeSigned, nil})
		}
	}
	return all
}

// eachPlace runs a test on one page of each kind.
func eachPlace(t *testing.T, run func(t *testing.T, begin func(size) *stage)) {
	for _, p := range places() {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			run(t, func(window size) *stage {
				v := visitAt(t, p.at, p.done...)
				if p.to != nil {
					p.to(v)
				}
				return of(t, v, window)
			})
		})
	}
	for name, make := range fakes {
		t.Run("made up: "+name, func(t *testing.T) {
			t.Parallel()
			run(t, func(window size) *stage { return on(t, window, make()) })
		})
	}
}

func TestEveryPageFitsAndEveryKeyThatIsShownWorks(t *testing.T) {
	eachPlace(t, func(t *testing.T, begin func(size) *stage) {
		for _, walk := range []struct {
			window size
			keys   []string
		}{
			{narrow, []string{"", "tab", "tab"}}, {narrow, []string{"space", "space"}}, {size{110, 30}, []string{"", "tab", "tab"}},
		} {
			s := begin(walk.window)
			for _, key := range walk.keys {
				if key != "" {
					s.press(key)
				}
				if s.v.Over() {
					break
				}
				s.fits()
				s.keysWork()
				if t.Failed() {
					t.Fatalf("at %v, after %v:\n%s", walk.window, walk.keys, s.plain())
				}
			}
		}
	})
}

// A key with a name and without a word leaves its reader to guess: Space ticks
// here and goes on there. In the narrowest window that is looked after, too, and
// in each language.
func TestNoNamedKeyStandsWithoutItsWord(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		guide, err := content.LoadToRead(content.Embedded(), language)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range places() {
			w, facts, err := walk.New(guide).Apply(now, append(slices.Clone(p.done), walk.Event{Kind: walk.Reach, Subject: p.at})...)
			if err != nil {
				t.Fatal(err)
			}
			v := visit.New(visit.Options{Walk: w, Facts: facts, Keeper: &memory{}, Now: func() time.Time { return now }})
			v.Start(visit.Found{})
			v.Hush()
			if p.to != nil {
				p.to(v)
			}
			s := of(t, v, size{40, 12})
			for _, key := range []string{"", "space", "down", "down", "1", "end"} {
				if key != "" {
					s.press(key)
				}
				if v.Over() {
					break
				}
				for _, b := range []keys.Binding{s.m.env.keys.Next, s.m.env.keys.Keep} {
					footer := s.plain()[strings.LastIndex(s.plain(), "\n")+1:]
					if strings.HasPrefix(footer, " "+b.Shown+"  ") {
						t.Errorf("%s, %s, after %q:\n%s", language, p.name, key, s.plain())
					}
				}
			}
		}
	}
}

func TestEveryStepFits(t *testing.T) {
	for _, events := range [][]walk.Event{answered, append([]walk.Event{ofIntake}, answered...)} {
		v := visitAt(t, "welcome", events...)
		for _, step := range v.Walk.Steps() {
			for _, window := range []size{{frame.Least.Width, frame.Least.Height}, wide} {
				at := *v
				at.ShowOnly(page.For(step, v.State()))
				s := of(t, &at, window)
				for range 30 {
					if s.fits(); !s.m.here.text.Below() {
						break
					}
					s.press("pgdown")
				}
				if t.Failed() {
					t.Fatalf("%s at %v:\n%s", step.Key(), window, s.plain())
				}
			}
		}
	}
}

// decisions are what nobody may come to without a choice made on purpose.
func (s *stage) decisions() int {
	n := s.v.Keeper.(*memory).signed
	for _, fact := range s.v.Facts {
		switch walk.EventKind(fact.Kind) {
		case walk.SetAnswer, walk.Sign, walk.Decline, walk.NameTyped, walk.End, walk.CopyGiven:
			n++
		case walk.ChangeNote: // other words stay however their Line is left
			if fact.Data.Text == "" {
				n++
			}
		}
	}
	return n
}

// TestNoSingleKeyThatIsHeldDecides begins at every page, at every place of it.
func TestNoSingleKeyThatIsHeldDecides(t *testing.T) {
	eachPlace(t, func(t *testing.T, begin func(size) *stage) {
		for _, key := range []string{"enter", "space", "tab", "down", "up", "end", "esc", "left", "1", "2", "d", "l", "r", "x", "paste:1\r\n"} {
			s, times := begin(narrow), 5
			if key == "enter" || key == "space" { // which lead on to other pages
				times = 12
			}
			before := s.decisions()
			for range times {
				s.press(key)
			}
			if s.decisions() != before {
				t.Errorf("%s held decides:\n%s", key, s.plain())
			}
		}
	})
}

// TestAHeldEnterDoesNoAct begins at every place of every page that was made up,
// and after each way of moving. If an act has the focus, that one is done, once.
func TestAHeldEnterDoesNoAct(t *testing.T) {
	for name, make := range fakes {
		for _, window := range []size{{frame.Least.Width, frame.Least.Height}, wide} {
			for _, way := range []string{"tab", "up", "pgdown", "space"} {
				s := on(t, window, make())
				for range 6 {
					held(t, name+" after "+way, s)
					s.press(way)
				}
			}
		}
	}
}

func held(t *testing.T, name string, from *stage) {
	t.Helper()
	if len(from.v.IDs()) > 1 {
		return // another page
	}
	s := from.copied()
	deliberate := s.m.here.kind() == page.Act
	before := s.took()
	for range 25 {
		same := s.looks() + s.took()
		if s.press("enter"); len(s.v.IDs()) > 1 || s.looks()+s.took() == same {
			break // every further Enter does as much as this
		}
	}
	if len(s.v.IDs()) > 1 {
		s.press("left")
	}
	done := 0
	for _, answer := range strings.Split(strings.TrimPrefix(s.took(), before), ", ") {
		if slices.Contains([]string{"begin", "save", "new", "none"}, answer) {
			done++
		}
	}
	if deliberate && done != 1 || !deliberate && done > 0 {
		t.Fatalf("%s: a held Enter on %q came to %q", name, from.focus(), s.took())
	}
}

func TestNoClickDecides(t *testing.T) {
	eachPlace(t, func(t *testing.T, begin func(size) *stage) {
		first := begin(wide)
		before := first.decisions()
		for y := range wide.Height {
			for x := wide.Width / 5; x < wide.Width; x += 8 {
				s, at := first.copied(), "click:"+strconv.Itoa(x)+","+strconv.Itoa(y)
				if s.press(at, at, at, at); s.decisions() > before {
					t.Errorf("%s decides:\n%s", at, s.plain())
				}
				if y < wide.Height-1 {
					break // only the last row has more than one thing to click
				}
			}
		}
	})
}

func TestArrowsPassNothingUnread(t *testing.T) {
	eachPlace(t, func(t *testing.T, begin func(size) *stage) {
		for _, window := range []size{{frame.Least.Width, frame.Least.Height}, wide} {
			s := begin(window).top()
			seen := map[string]bool{}
			for range 400 {
				for _, line := range strings.Split(s.body(), "\n") {
					seen[bare(line)] = true
				}
				before := s.looks()
				if s.press("down"); s.looks() == before {
					break
				}
			}
			for _, line := range strings.Split(begin(size{window.Width, 400}).top().body(), "\n") {
				if !seen[bare(line)] && !s.varies(bare(line)) {
					t.Errorf("%v: never seen: %q", window, line)
				}
			}
		}
	})
}

// top is the page from its top, with the focus nowhere.
func (s *stage) top() *stage {
	s.m.here.untouched = false
	s.m.here = s.m.here.goTo(nowhere)
	s.m.here.text = s.m.here.text.To(0)
	s.m.render()
	return s
}

// varies reports whether a line stands in larger windows only, or is of a text
// that is broken otherwise while it is typed.
func (s *stage) varies(line string) bool {
	now := s.v.Sheet()
	label := func(p page.Part) bool { return p.Kind == page.Label && p.Text == line }
	typed := func(i page.Item) bool { return i.Kind == page.Line && strings.Contains(i.Text, line) }
	inRing := strings.Trim(line, " 0123456789") == "of" // as in the header of a small window
	return inRing || slices.ContainsFunc(now.Body, label) || slices.ContainsFunc(now.Items, typed)
}

// bare is a line without what changes with the focus and the room.
func bare(line string) string {
	line = strings.TrimSpace(ansi.Strip(line))
	if strings.Trim(line, " ○◐●") == "" {
		return ""
	}
	return strings.TrimLeft(line, "› ")
}

func TestAnyKeysInAnyWindowFit(t *testing.T) {
	names := []string{
		"enter", "space", "up", "down", "tab", "shift+tab", "pgup", "pgdown", "home", "end", "left", "right", "esc", "f1", "c", "n",
		"backspace", "delete", "paste:語1\n2", "click:3,3", "click:9,7", "wheel:up", "wheel:down", "text:語a", "text:bad", "d", "1", "3",
	}
	eachPlace(t, func(t *testing.T, begin func(size) *stage) {
		random := rand.New(rand.NewPCG(1, 2))
		for range 2 {
			s := begin(size{1 + random.IntN(120), random.IntN(40)})
			for range 30 {
				key, before := names[random.IntN(len(names))], s.decisions()
				if s.press(key); s.decisions() > before && key != "enter" && key != "paste:語1\n2" {
					t.Fatalf("%s decided:\n%s", key, s.plain())
				}
				if s.v.Over() {
					break
				}
				if random.IntN(8) == 0 {
					s.resize(size{1 + random.IntN(120), random.IntN(40)})
				}
				if s.fits(); t.Failed() {
					t.Fatalf("after %s in %v:\n%s", key, size(s.m.layout.Window), s.plain())
				}
			}
		}
	})
}

// The top of a page that has begun higher up may be in the middle of a sentence.
func TestAWideWindowSaysThatThereIsMoreAbove(t *testing.T) {
	for _, key := range []string{"own-pace", walk.ClosingID, walk.SignatureID} {
		for _, window := range []size{{100, 14}, {120, 20}, {160, 22}} {
			s := of(t, visitAt(t, key, answered...), window).press("end", "esc")
			if lines := strings.Split(s.plain(), "\n"); s.m.here.text.Above() && !strings.Contains(lines[len(lines)-1], "↑ more") {
				t.Errorf("%v, %s: it does not say so\n%s", window, key, s.plain())
			}
		}
	}
}
