package visit

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/walk"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

// memory keeps facts in the memory, or refuses to.
type memory struct {
	begun   bool
	facts   []walk.Fact
	folder  string // of the record
	entered record.Input
	refuses error
}

func (m *memory) Begin() error { m.begun = true; return m.refuses }

func (m *memory) Keep(facts []walk.Fact) error {
	m.facts = append(m.facts, facts...)
	return m.refuses
}

func (m *memory) Erase(func(walk.Fact) walk.Fact) error { return m.refuses }

func (m *memory) Settle(string, string) (bool, error) { return true, m.refuses }

func (m *memory) SetAside() (string, error) { return "/aside", m.refuses }

func (m *memory) Sign(_ walk.Walk, d record.Draft, folder string) (id, path string, err error) {
	m.folder, m.entered = folder, d.Entered
	return "00ff", filepath.Join(folder, "record.json"), m.refuses
}

// reader is a visit, and what is kept of it.
type reader struct {
	*Visit
	t      testing.TB
	keeper *memory
}

// visiting is somebody who has done something; nothing for who has never begun.
func visiting(t testing.TB, events ...walk.Event) reader {
	t.Helper()
	guide := guidetest.Shipped(t, "en")
	w, facts, err := walk.New(guide).Apply(noon, events...)
	if err != nil {
		t.Fatal(err)
	}
	keeper := &memory{}
	v := New(Options{
		World: page.World{Folder: "/home/dana", Absolute: func(folder string) (string, error) { return filepath.Join("/", folder), nil }},
		Walk:  w, Facts: facts, Keeper: keeper, Now: func() time.Time { return noon },
	})
	return reader{v, t, keeper}
}

// at is the same, where they left.
func at(t testing.TB, key string, events ...walk.Event) reader {
	t.Helper()
	r := visiting(t, append(events, walk.Event{Kind: walk.Reach, Subject: key})...)
	r.Start(Found{})
	return r
}

func (r reader) answer(ids ...string) {
	for _, id := range ids {
		id, text, _ := strings.Cut(id, "=")
		r.Answer(page.Answer{ID: id, Text: text})
	}
}

// is fails the test if another step is shown, or another number of pages.
func (r reader) is(key string, pages int) {
	r.t.Helper()
	if got := r.Step().Key(); got != key || len(r.IDs()) != pages {
		r.t.Errorf("at %q with %d pages, not at %q with %d", got, len(r.IDs()), key, pages)
	}
}

// says fails the test if nothing that is said has these words.
func (r reader) says(words string) {
	r.t.Helper()
	if said := r.Notice().Text + "\n" + r.Sheet().Notice.Text; !strings.Contains(said, words) {
		r.t.Errorf("said is %q, not %q", said, words)
	}
}

func answers(a walk.Answer) []walk.Event {
	var all []walk.Event
	for _, id := range []string{"keep-private", "come-on-time", "give-it-a-start", "come-clear", "contact-outside", "keep-it-safe", "know-the-limits"} {
		all = append(all, walk.Event{Kind: walk.SetAnswer, Subject: id, Answer: a})
	}
	return all
}

func TestBackLeadsToWhereOneCameFromAndThenThroughTheWalk(t *testing.T) {
	r := at(t, "main-message")
	r.Do(page.Chapters, "")
	r.is("", 2)
	r.answer("chapter 4")
	r.is(r.Walk.First(4).Key(), 3)
	r.Do(page.Back, "")
	r.is("", 2)
	r.Do(page.Back, "")
	r.is("main-message", 1)
	if got := r.Walk.At().Key(); got != "main-message" {
		t.Errorf("kept is %q", got)
	}
	r.Do(page.Back, "")
	r.is("welcome", 1)
	r.Do(page.Back, "") // from the first to the chapters
	r.is("", 2)
}

func TestGoingOnTakesAllOtherPagesAway(t *testing.T) {
	r := at(t, "main-message")
	r.Do(page.Chapters, "")
	r.answer("chapter 4", page.GoOnID)
	if step := r.Step(); step.Chapter != 4 || len(r.IDs()) != 1 {
		t.Errorf("at %+v with %d pages", step, len(r.IDs()))
	}
}

func TestAPromiseThatIsLookedAtFromWhatIsOpenLeadsBackThere(t *testing.T) {
	form := walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-102", Parts: walk.AllParts}}
	r := at(t, walk.PointsID, append(append([]walk.Event{form}, answers(walk.Agree)[1:]...), walk.Event{Kind: walk.SetAnswer, Subject: "keep-private", Answer: walk.TalkFirst})...)
	r.answer("keep-private")
	r.is("keep-private", 2)
	r.answer(string(walk.Agree), page.GoOnID)
	r.is(walk.PointsID, 1)
	if got := r.Walk.At().Key(); got != walk.PointsID {
		t.Errorf("kept is %q", got)
	}
}

func TestWhatIsAskedIsWithdrawnByAnythingElse(t *testing.T) {
	r := at(t, "main-message", walk.Event{Kind: walk.TakeNote, Subject: "main-message", Text: "the bus"})
	r.Do(page.Note, "")
	r.answer("note n1", "delete note")
	r.says("To delete this note")
	r.Forget()
	r.answer("delete note")
	r.says("To delete this note")
	if r.answer("delete note"); len(r.Walk.Notes()) > 0 {
		t.Error("it is asked for ever")
	}
}

func TestPlacesAreOpenedOnce(t *testing.T) {
	r := at(t, "main-message")
	r.Do(page.Search, "group")
	r.answer("hit 1")
	r.is("", 3)
	r.Do(page.Search, "pocket")
	if r.is("", 2); r.Sheet().Items[0].Text != "pocket" {
		t.Errorf("the search is for %q", r.Sheet().Items[0].Text)
	}
	r.Do(page.Chapters, "")
	chapters := r.ID()
	r.Do(page.Glossary, "")
	r.Do(page.Chapters, "")
	if r.is("", 3); r.ID() != chapters {
		t.Error("the chapters are opened twice")
	}
}

func TestWhatIsHalfTypedIsKeptByWhoLeaves(t *testing.T) {
	r := at(t, "my-worries")
	r.Type("own", "Late trains")
	r.Do(page.Note, "")
	r.Type(page.NewNoteID, "What if I")
	r.Do(page.HelpNow, "")
	r.Leave()
	notes := r.Walk.Notes()
	ticks, _ := r.Walk.Ticks("my-worries")
	if len(notes) != 1 || notes[0].Text != "What if I" || notes[0].At != "my-worries" || ticks.Own != "Late trains" || !r.Over() {
		t.Errorf("kept are %+v and %+v", notes, ticks)
	}
	if len(r.keeper.facts) != 2 {
		t.Errorf("on the disk are %+v", r.keeper.facts)
	}
}

func TestWhatIsHalfTypedIsNoAnswerOfAnotherKind(t *testing.T) {
	r := at(t, walk.SignatureID, answers(walk.Agree)...)
	r.Type("name", "Dana")
	if r.Leave(); len(r.keeper.facts) > 0 || r.keeper.folder != "" {
		t.Errorf("kept are %+v", r.keeper.facts)
	}
	r = at(t, "own-pace", walk.Event{Kind: walk.TakeNote, Subject: "own-pace", Text: "first"})
	r.Do(page.Note, "")
	r.answer("note n1")
	r.Type("note text", "first of all")
	if r.Leave(); r.Walk.Notes()[0].Text != "first of all" {
		t.Errorf("the note is %+v", r.Walk.Notes())
	}
	r = at(t, "own-pace")
	r.Do(page.Note, "")
	r.Type(page.NewNoteID, "gone")
	r.Type(page.NewNoteID, "")
	if r.Leave(); len(r.Walk.Notes()) > 0 {
		t.Errorf("what was dropped is kept: %+v", r.Walk.Notes())
	}
}

func TestANoteIsTakenFromAnywhere(t *testing.T) {
	r := at(t, "main-message")
	r.Do(page.Note, "Is there a lift?")
	r.says("Your note is kept.")
	r.is("main-message", 1)
	r.Do(page.Glossary, "")
	r.Do(page.Note, "And a ramp?")
	if notes := r.Walk.Notes(); len(notes) != 2 || notes[1].At != "main-message" {
		t.Errorf("the notes are %+v", notes)
	}
	r.Do(page.Note, "  ")
	r.says("Nothing is written yet.")
}

func TestNothingIsCalledKeptThatIsNotOnTheDisk(t *testing.T) {
	r := at(t, "main-message")
	r.keeper.refuses = errors.New("the disk is full")
	r.answer(page.GoOnID)
	if r.says("the disk is full"); !r.Notice().Care || r.Unkept() == nil {
		t.Errorf("said is %+v", r.Notice())
	}
	r.Do(page.Note, "hello")
	if said := r.Notice().Text; strings.Contains(said, "is kept.") || len(r.Walk.Notes()) != 1 {
		t.Errorf("said is %q, with %+v", said, r.Walk.Notes())
	}
	r.keeper.refuses = nil
	if r.Leave(); r.Unkept() != nil {
		t.Error("it is not tried once more on leaving")
	}
}

func TestWhoLeavesNoTraceLeavesNone(t *testing.T) {
	r := visiting(t)
	r.Start(Found{})
	if r.Do(page.Note, "hello"); len(r.Walk.Notes()) > 0 || len(r.keeper.facts) > 0 {
		t.Error("a note is taken before it is known whether anything may be kept")
	}
	r.says("note")
	r.answer(string(page.BeginPrivate))
	r.is("welcome", 1)
	r.answer(page.GoOnID)
	r.Do(page.Note, "hello")
	r.says("here until you leave")
	if r.Leave(); len(r.keeper.facts) > 0 || r.keeper.begun {
		t.Errorf("kept are %+v", r.keeper.facts)
	}
	kept := visiting(t)
	kept.Start(Found{})
	if kept.answer(page.GoOnID); !kept.keeper.begun || len(kept.keeper.facts) != 1 {
		t.Errorf("who keeps their place has %+v", kept.keeper.facts)
	}
}

func TestASignatureCountsOnceItIsOnTheDisk(t *testing.T) {
	r := at(t, walk.SignatureID, answers(walk.Agree)...)
	r.answer("sign")
	r.says("type a name")
	r.keeper.refuses = errors.New("the disk is full")
	r.answer("name=Dana", "folder=stick", "sign")
	r.is(walk.SignatureID, 1)
	r.says("The computer says: the disk is full")
	if _, ok := r.Walk.Signed(); ok {
		t.Error("it counts as signed")
	}
	r.keeper.refuses = nil
	r.answer("sign")
	r.is(walk.ClosingID, 1)
	if signed, ok := r.Walk.Signed(); !ok || signed.Path != filepath.Join("/stick", "record.json") {
		t.Errorf("signed is %+v", signed)
	}
}

// A sitting that signs knows nothing of how an earlier one was entered.
func TestHowItWasEnteredIsSaidWhereItHoldsForEveryAnswer(t *testing.T) {
	for answered, want := range map[int]record.Input{0: "", 2: "", len(answers(walk.Agree)): record.Terminal} {
		r := at(t, walk.SignatureID, answers(walk.Agree)...)
		r.Entered = record.Terminal
		for _, again := range answers(walk.TalkFirst)[:answered] {
			if err := r.apply(again); err != nil {
				t.Fatal(err)
			}
		}
		if r.answer("name=Dana", "sign"); r.keeper.entered != want {
			t.Errorf("%d of them now: %q", answered, r.keeper.entered)
		}
	}
}

// refusing is a page that asks for what the rules do not allow.
type refusing struct{ want page.Want }

func (p refusing) Show(page.State) page.Sheet { return page.Sheet{Title: "A page"} }
func (p refusing) Answer(page.State, page.Answer) (page.Page, page.Want) {
	return p, p.want
}

func TestWhatIsRefusedIsSaidInWordsAndChangesNothing(t *testing.T) {
	do := func(e walk.Event) page.Want { return page.Do{Events: []walk.Event{e}, Next: true} }
	for name, c := range map[string]struct {
		want  page.Want
		words string
	}{
		"a flag without an intake":   {do(walk.Event{Kind: walk.Flag, Subject: "own-pace", Yes: true}), "nothing has changed"},
		"the end of none":            {do(walk.Event{Kind: walk.End, Text: "stopped"}), "nothing has changed"},
		"signing with an open point": {do(walk.Event{Kind: walk.Sign, Subject: "1", Text: "x"}), "answer"},
		"a step that is not there":   {do(walk.Event{Kind: walk.Reach, Subject: "nowhere"}), "no such step"},
	} {
		r := at(t, "own-pace")
		r.ShowOnly(refusing{c.want})
		before, id := len(r.Facts), r.ID()
		r.answer("anything")
		if r.says(c.words); !r.Notice().Care || len(r.Facts) != before || r.ID() != id {
			t.Errorf("%s: said is %+v, with %d new facts", name, r.Notice(), len(r.Facts)-before)
		}
	}
}

func TestWhoComesBackIsToldWhatBecameOfTheirPlace(t *testing.T) {
	begun := walk.Event{Kind: walk.Reach, Subject: "own-pace"}
	for name, c := range map[string]struct {
		found Found
		says  string
		at    string
	}{
		"as it was":       {Found{}, "", "own-pace"},
		"answers changed": {Found{Dropped: 2}, "2", "own-pace"},
		"a torn line":     {Found{SetAside: "/aside"}, "/aside", "own-pace"},
		"trouble":         {Found{Trouble: "It is damaged.", MayAside: true}, "", ""},
	} {
		r := visiting(t, begun)
		r.Start(c.found)
		if r.says(c.says); r.Step().Key() != c.at {
			t.Errorf("%s: at %q", name, r.Step().Key())
		}
		if said := r.Notice().Text; (said == "") != (c.at == "") {
			t.Errorf("%s: said is %q", name, said)
		}
	}
	r := visiting(t)
	r.Start(Found{Trouble: "It is damaged.", MayAside: true})
	r.answer(string(page.Aside))
	r.is("welcome", 1)
	r.says("/aside")
}

func TestOnlyWhatCanBeDoneIsOffered(t *testing.T) {
	offers := func(r reader) string {
		var all []string
		for _, move := range r.Moves() {
			all = append(all, string(move.Meaning))
		}
		return strings.Join(all, " ")
	}
	fresh := visiting(t)
	fresh.Start(Found{})
	for _, c := range []struct {
		r        reader
		has, not string
	}{
		{fresh, "chapters help stop private", "note back flag"},
		{at(t, "own-pace"), "back note chapters search glossary more help stop", "flag clinician end_intake"},
		{at(t, "own-pace", walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-1", Parts: walk.AllParts}}), "flag clinician end_intake note", "sign_again"},
	} {
		all := " " + offers(c.r) + " "
		for _, has := range strings.Fields(c.has) {
			if !strings.Contains(all, " "+has+" ") {
				t.Errorf("%q is not among%s", has, all)
			}
		}
		for _, not := range strings.Fields(c.not) {
			if strings.Contains(all, " "+not+" ") {
				t.Errorf("%q is among%s", not, all)
			}
		}
	}
	r := at(t, "own-pace")
	r.Do(page.Chapters, "")
	if strings.Contains(offers(r), "chapters") {
		t.Error("the chapters lead to themselves")
	}
	if r.Do(page.Flag, ""); r.Notice().Text == "" {
		t.Error("nothing is said to what cannot be done")
	}
}

func TestACopyOfAVisitGoesItsOwnWay(t *testing.T) {
	r := at(t, "own-pace")
	r.Do(page.Note, "")
	copied := r.Copy(&memory{})
	copied.Type(page.NewNoteID, "x")
	copied.Do(page.Back, "")
	copied.Leave()
	if r.Typed().Text != "" || len(r.IDs()) != 2 || r.Over() {
		t.Error("what a copy does is done by both")
	}
}

func TestWhoLeavesInTheMiddleOfANoteHearsThatItIsKept(t *testing.T) {
	r := visiting(t, walk.Event{Kind: walk.Reach, Subject: "welcome"})
	r.Start(Found{})
	r.Do(page.Note, "")
	r.Type(page.NewNoteID, "half a tho")
	r.Leave()
	if notes := r.Walk.Notes(); len(notes) != 1 || !strings.Contains(r.Farewell(), "The note that you had begun is kept") {
		t.Errorf("%v: %s", notes, r.Farewell())
	}
	r = visiting(t, walk.Event{Kind: walk.Reach, Subject: "welcome"})
	r.Start(Found{})
	r.Do(page.Note, "a whole one")
	r.Leave()
	if strings.Contains(r.Farewell(), "had begun") {
		t.Error(r.Farewell())
	}
}

// The last page has a title of its own, and is where the next start opens.
func TestTheNextStartIsNamedByThePageThatItOpens(t *testing.T) {
	for key, names := range map[string]string{walk.ClosingID: "goes on here: Before you go.", walk.SignatureID: "Chapter 10 of 10"} {
		if said := at(t, key).Farewell(); !strings.Contains(said, names) {
			t.Errorf("at %s: %s", key, said)
		}
	}
}

func TestWhatFailedSaysTheGuidesWordsAndStillHasItsCause(t *testing.T) {
	r := at(t, "own-pace")
	for _, cause := range []error{errors.New("no room"), walk.ErrOpen} {
		r.Paper = func(string, string, string, []byte) (string, error) { return "", cause }
		err := r.saveMyPage(nil, false)
		if r.refused(err); !errors.Is(err, cause) || !strings.HasPrefix(r.Notice().Text, "The page could not be saved: "+cause.Error()) {
			t.Errorf("%v: %s", err, r.Notice().Text)
		}
	}
}

func TestTheLastWordsAfterErasingHaveThePathOfThePageThatStays(t *testing.T) {
	r := at(t, "welcome")
	r.Private, r.told.Paged, r.told.Pages = true, true, []string{"/p/First Session/my-page.html"}
	said := r.LastWords()
	last := said[len(said)-1]
	if last.Kind != page.Path || last.Text != r.told.Pages[0] || !strings.Contains(said[0].Text, "those beside them") {
		t.Errorf("they are %+v", said)
	}
}

// What a page says of a record holds for the record that is signed on it.
func TestThePageSaysHowAnswersCameInOnlyWhereTheRecordDoes(t *testing.T) {
	for _, earlier := range []bool{false, true} {
		r := at(t, walk.SignatureID)
		for _, e := range answers(walk.Agree) {
			r.refused(r.apply(e))
		}
		if r.Entered = record.Terminal; earlier {
			r.earlierFacts = len(r.Facts)
		}
		said := false
		for _, part := range r.Sheet().Body {
			said = said || strings.Contains(part.Text, "how your answers came in")
		}
		if r.answer("name=Dana", "sign"); said == earlier || said != (r.keeper.entered != "") {
			t.Errorf("it is said: %v, and the record has %q", said, r.keeper.entered)
		}
	}
}
