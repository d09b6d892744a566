package screen

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/visit"
	"firstsession/tui/keys"
)

func windowOf(s size) tea.Msg { return tea.WindowSizeMsg{Width: s.Width, Height: s.Height} }

func TestWhatKeysDo(t *testing.T) {
	for _, c := range []struct {
		name  string
		page  fake
		keys  string // with a comma between
		took  string // what the page was told
		focus string // what has the focus then
	}{
		{"a form begins in its first line", form(), "", "", "reference"},
		{"a page that goes on begins nowhere", talk(), "", "", ""},
		{"a line that belongs to a choice does not begin", acts(), "", "", ""},
		{"Enter keeps a line and goes on", form(), "text:K-1,enter", "reference K-1", "aim"},
		{"Tab keeps it, too", form(), "text:K-1,tab", "reference K-1", "aim"},
		{"and Down, and Up", form(), "text:K,down,text:Calm,up", "reference K, aim Calm", "reference"},
		{"a line that is left as it was is no answer", form(), "tab,tab,up", "", "aim"},
		{"but to Enter the page may have something to say", form(), "enter,tab,up", "reference", "aim"},
		{"no more letters than there is room for", form(), "text:abcdefghijklmnop,enter", "reference abcdefghijkl", "aim"},
		{"nor by a paste", form(), "text:ab,paste:cdefghijklmnop,enter", "reference ab", "aim"},
		{"no line begins with the Space that led there", form(), "space,space,text:a b,enter", "reference a b", "aim"},
		{"letters are letters in a line", form(), "text:q?x/!1 ,enter", "reference q?x/!1 ", "aim"},
		{"Space ticks, and Enter goes on", form(), "tab,tab,space,enter,space,space", "together, aloud, aloud", "aloud"},
		{"Space chooses one, once", form(), "tab,tab,enter,enter,space,space,down,space", "all, short", "short"},
		{"Enter sets what an arrow led to", form(), "tab,tab,down,up,enter,enter,enter,down,enter,enter", "together, short", "before begin"},
		{"and takes nothing away, nor sets what Enter led to", form(), "tab,tab,down,enter,enter", "", "short"},
		{"Enter never leads to an act", form(), "tab,tab,enter,enter,enter,enter,enter,enter", "", "before begin"},
		{"an arrow leads to an act, and Enter does it", form(), "tab,tab,enter,enter,enter,enter,down,enter", "begin", "before begin"},
		{"and only once", form(), "tab,tab,enter,enter,enter,enter,down,enter,enter,enter", "begin", "before begin"},
		{"Space does no act", form(), "tab,tab,enter,enter,enter,enter,down,space,space", "", "begin"},
		{"and what was chosen before it stays so", form(), "tab,tab,enter,enter,enter,enter,down,space,enter", "begin", "before begin"},
		{"nor does Enter after a letter", form(), "tab,tab,enter,enter,enter,enter,down,z,enter", "", "before begin"},
		{"Tab passes the place before acts", form(), "tab,tab,tab,tab,tab,tab,tab", "", "save"},
		{"behind the last there is nowhere", form(), "tab,tab,tab,tab,tab,tab,tab,tab", "", ""},
		{"and before the first", form(), "shift+tab", "", ""},
		{"a paste outside of a line does nothing", form(), "tab,tab,paste:x y", "", "together"},
		{"what is refused with care keeps the line", form(), "text:bad,enter", "reference bad", "reference"},
		{"but nobody is held there", form(), "text:bad,enter,enter", "reference bad, reference bad", "aim"},
		{"nor by Tab", form(), "text:bad,tab", "reference bad", "aim"},
		{"Esc leaves an empty line", form(), "esc", "", ""},
		{"and keeps what was typed into another", form(), "text:K,esc,esc", "reference K", ""},
		{"Enter and Space lead to what there is to fill in", acts(), "space,down,down,enter", "folder /media/stick", "before save"},
		{"an act before a line, by hand", acts(), "tab,enter", "new", "before new"},
		{"a number only focuses an act", acts(), "1", "", "new"},
		{"and Enter does it", acts(), "2,enter", "save", "before save"},
		{"a number is that which is shown", acts(), "3,enter", "none", "before save"},
		{"on a page that goes on, Enter goes on from a tick", talk(), "tab,enter,enter", "on, on", "one"},
		{"and what is ticked stays", talk(), "tab,space,enter", "one, on", "one"},
		{"a number ticks", talk(), "2,2,1", "two, two, one", "one"},
		{"a number picks, and Enter goes on", picks(), "2,enter", "second", ""},
		{"past what was not picked", picked(), "2,enter", "second", "name"},
		{"where there are lines, a number only leads there", filling(), "2", "", "second"},
		{"and behind a letter is one of a text", filling(), "text:K-2", "", ""},
		{"and Space picks it", filling(), "2,space,enter", "second", "name"},
		{"as Enter does behind a number alone", filling(), "2,enter,enter", "second", "name"},
		{"and not behind a text", filling(), "2,text:K,enter", "", "third"},
		{"a form that begins in a Line has numbers, too", form(), "esc,3,enter", "all", "all"},
		{"as Tab does from what is picked", picked(), "1,tab", "", "name"},
		{"a number without an item does nothing", talk(), "9", "", ""},
		{"Space goes on where nothing has the focus", only(), "space", "on", ""},
		{"a number only focuses an answer", ask(), "2", "", "leave"},
		{"two digits are one number, if there is such a one", many(), "1,6", "", "16"},
		{"with a nought", many(), "1,0", "", "10"},
		{"and else the second counts", many(), "2,5", "", "5"},
		{"as behind any other key", many(), "1,down,2", "", "2"},
		{"nor do three make one", many(), "1,1,1", "", "1"},
		{"and Enter gives it", ask(), "2,enter", "leave", "leave"},
		{"Space gives it, too", ask(), "down,space", "explain", "explain"},
		{"Up from nowhere is the last", ask(), "up", "", "hit"},
		{"with nothing chosen the page says how to choose", ask(), "enter", "go on", ""},
		{"an empty page does nothing", fake{}, "enter,tab,down,up,x", "", ""},
	} {
		s := on(t, whole, c.page)
		if c.keys != "" {
			s.press(strings.Split(c.keys, ",")...)
		}
		if got, focus := s.took(), s.focus(); got != strings.TrimSpace(c.took) || focus != c.focus {
			t.Errorf("%s: took %q with the focus on %q, not %q on %q\n%s", c.name, got, focus, c.took, c.focus, s.plain())
		}
	}
}

func TestHomeLeadsToTheTopOfAnyPage(t *testing.T) {
	for lines, focus := range map[int]string{0: "1", 5: "1", 40: ""} {
		p := many()
		for range lines {
			p.sheet.Body = append(p.sheet.Body, page.Part{Text: "What comes next"})
		}
		s := on(t, wide, p).press("down", "end", "home")
		if top := s.m.here.text.Top(); top != 0 || s.focus() != focus {
			t.Errorf("%d lines: Home leads to line %d, with the focus on %q", lines, top, s.focus())
		}
	}
}

func TestTheFooterNamesAsManyNumbersAsThereAre(t *testing.T) {
	if got := on(t, wide, many()).plain(); !strings.Contains(got, "1-16 choose") {
		t.Error(got)
	}
}

func TestANumberIsThatWhichIsShown(t *testing.T) {
	eachPlace(t, func(t *testing.T, begin func(size) *stage) {
		s := begin(size{80, 400})
		for _, spot := range s.m.here.paper.Spots {
			if spot.Number == 0 || spot.Number > 9 {
				continue
			}
			s.m.here.untouched = false
			s.m.here = s.m.here.on(spot.Stop)
			s.m.render()
			line, _, _ := strings.Cut(s.plain()[strings.Index(s.plain(), "›"):], "\n")
			to, ok := s.m.here.number(keys.Press(fmt.Sprint(spot.Number)))
			if fields := strings.Fields(line); fields[1] != fmt.Sprint(spot.Number) || !ok || to.Stop != spot.Stop {
				t.Errorf("%v is number %d, leads to %v, and shown is %q", spot.Stop, spot.Number, to.Stop, line)
			}
		}
	})
}

func TestSpaceReadsDownBeforeItGoesOn(t *testing.T) {
	s := on(t, narrow, only())
	says := func(words string) {
		t.Helper()
		if last := s.plain()[strings.LastIndex(s.plain(), "\n"):]; !strings.Contains(last, words) {
			t.Errorf("the footer does not say %q: %s", words, last)
		}
	}
	for s.m.here.text.Below() {
		says("Space " + s.v.Walk.Guide().Words.Reader.ReadOn)
		lines := strings.Split(s.body(), "\n")
		if s.press("space"); s.took() != "" {
			t.Fatalf("it went on at\n%s", s.plain())
		}
		if !strings.Contains(s.body(), strings.Join(lines[len(lines)-2:], "\n")) {
			t.Error("the last two lines were not kept in sight")
		}
	}
	says("Space go on")
	if s.press("space"); s.took() != "on" {
		t.Errorf("at the end, Space came to %q", s.took())
	}
}

func TestBackLeadsBackButNotOutOfALine(t *testing.T) {
	for _, key := range []string{"left", "backspace"} {
		v := visitAt(t, "main-message")
		if of(t, v, wide).press(key); v.Step().Key() != "welcome" {
			t.Errorf("%s came to %q", key, v.Step().Key())
		}
		s := on(t, wide, ask()).press("3", "enter")
		if s.press(key); s.took() != "hit" {
			t.Errorf("%s does not leave what lies on top", key)
		}
		if s := on(t, wide, form()).press("text:ab", key); len(s.v.IDs()) != 1 || s.focus() != "reference" {
			t.Errorf("%s in a line leads away", key)
		}
		// In an empty one an arrow leaves a page beside the walk, and nothing else; with
		// Backspace held down, one only means to take letters away.
		if s := of(t, visitAt(t, "main-message"), wide).press("/", key); (s.v.Step().Key() == "main-message") != (key == "left") {
			t.Errorf("%s in an empty search leads to %q", key, s.v.Step().Key())
		}
		if s := of(t, visitAt(t, "my-worries"), wide).press("shift+tab", key); !s.m.here.isTyping() || s.v.Step().Key() != "my-worries" {
			t.Errorf("%s in an empty line of a step leads back", key)
		}
	}
}

// forgetting keeps facts that can be erased, which must not happen.
type forgetting struct {
	visit.Keeper
	t *testing.T
}

func (f forgetting) Forget() (bool, error) {
	f.t.Error("it is erased")
	return true, nil
}

func TestEnterWithNothingChosenErasesNothingAndSaysHow(t *testing.T) {
	for _, window := range []size{{40, 12}, {120, 36}} {
		v := visitAt(t, "own-pace")
		v.Keeper = forgetting{v.Keeper, t}
		s := of(t, v, window).press("c", "p")
		id := s.v.ID()
		for range 9 {
			s.press("enter")
		}
		if s.v.ID() != id || !strings.Contains(s.text(), "To do one of these, choose it") {
			t.Errorf("%v: Enter leads to\n%s", window, s.plain())
		}
		if s.press("left"); s.v.ID() == id {
			t.Errorf("%v: there is no way back\n%s", window, s.plain())
		}
	}
}

func TestEscClosesWhatLiesBesideTheWalk(t *testing.T) {
	for _, c := range []struct {
		keys string
		open bool
	}{
		{"c esc", false}, {"/ esc", false}, {"/ text:group esc", false}, {"/ text:group down esc", false},
		{"n esc", false}, {"n enter esc", false}, {"n text:half esc", true}, {"n text:half esc esc", false}, {"f1 esc", false}, {"? esc", false},
	} {
		v := visitAt(t, "main-message")
		s := of(t, v, wide).press(strings.Fields(c.keys)...)
		if open := len(v.IDs()) > 1; open != c.open || len(v.Walk.Notes()) != strings.Count(c.keys, "half") {
			t.Errorf("%q: open is %v\n%s", c.keys, open, s.plain())
		}
	}
}

func TestAClickTicksAndOpensAndFocusesAllElse(t *testing.T) {
	for _, c := range []struct {
		words string // that are clicked
		took  string
		focus string
	}{
		{"We go through it together", "together", "together"},
		{"All chapters", "all", "all"},
		{"Begin the intake", "", "begin"},
		{"____", "", "reference"},
		{"Choose with", "", "reference"},
		{"How it is run", "", "reference"},
	} {
		s := on(t, whole, form())
		if s.click(c.words); s.took() != c.took || s.focus() != c.focus {
			t.Errorf("one click on %q took %q, with the focus on %q", c.words, s.took(), s.focus())
		}
		if s.click(c.words).click(c.words); c.took == "" && s.took() != "" {
			t.Errorf("more clicks on %q took %q", c.words, s.took())
		}
	}
	s := on(t, whole, ask()).click("She can leave").click("She can leave")
	if s.took() != "" || s.focus() != "leave" {
		t.Errorf("clicks on an answer took %q, with the focus on %q", s.took(), s.focus())
	}
	if s.click("At your own pace"); len(s.v.IDs()) != 2 {
		t.Error("a click does not open a row")
	}
	s = on(t, whole, form()).press("text:x").click("It is read aloud")
	if !strings.HasPrefix(s.took(), "reference x") || s.m.here.isTyping() {
		t.Errorf("a click out of a line took %q", s.took())
	}
}

func TestAPasteGoesIntoALineAndNowhereElse(t *testing.T) {
	for name, make := range fakes {
		s := on(t, whole, make())
		for range s.m.here.paper.Spots {
			s.press("tab")
			if !s.m.here.isTyping() {
				s.press("paste:1\r2\n y\x1b[31m")
			}
		}
		if s.took() != "" {
			t.Errorf("%s: pastes took %q", name, s.took())
		}
	}
	s := on(t, whole, form()).press("tab", "paste:a\x1b[31mb\nc\u202e", "enter")
	if s.took() != "aim a[31mb c" {
		t.Errorf("a paste took %q", s.took())
	}
}

func TestASearchFindsWhileItIsTyped(t *testing.T) {
	for _, c := range []struct {
		keys   string
		typing bool
		open   int // how many pages there are then
	}{
		{"", true, 2}, {"text:x backspace", true, 2}, {"text:x left", true, 2}, {"text:q?c", true, 2}, {"tab", false, 2}, {"tab /", true, 2},
		{"text:private", true, 2}, {"text:private down", false, 2}, {"text:private enter", false, 2}, {"text:private down up", true, 2},
		{"text:private down down up up", true, 2}, {"text:private down enter", false, 3}, {"text:private enter space", false, 3},
		{"paste:private down enter", false, 3}, {"text:private down left", false, 1}, {"text:private down backspace", true, 2},
		{"text:x backspace backspace", true, 2}, {"tab left", false, 1}, {"tab esc", false, 1},
	} {
		s := of(t, visitAt(t, "main-message"), wide).press("/").press(strings.Fields(c.keys)...)
		if typing, open := s.m.here.isTyping(), len(s.v.IDs()); typing != c.typing || open != c.open {
			t.Errorf("%q: typing is %v, and there are %d pages\n%s", c.keys, typing, open, s.plain())
		}
		if c.typing && s.m.View().Cursor == nil {
			t.Errorf("%q: there is no cursor", c.keys)
		}
	}
	s := of(t, visitAt(t, "main-message"), wide).press("/", "text:SILENCE")
	if !strings.Contains(s.m.View().Content, "\x1b[7m") {
		t.Error("nothing is marked")
	}
	if items := s.v.Sheet().Items; len(items) < 3 {
		t.Errorf("found are %v", items)
	}
}

func TestAPageThatIsOpenedAtWordsKeepsThemInSightOnlyAtFirst(t *testing.T) {
	s := of(t, visitAt(t, "welcome"), narrow)
	s.v.ShowOnly(page.NewReading("main-message", "NOBODY"))
	s.resize(narrow)
	marked := ""
	for _, line := range s.m.here.text.Lines() {
		if strings.Contains(line, "\x1b[7m") {
			marked += line
		}
	}
	if !strings.Contains(marked, "nobody") {
		t.Errorf("no marked line in\n%s", s.plain())
	}
	top := strings.Split(s.body(), "\n")[0]
	if s.press("up").resize(narrow); strings.Split(s.body(), "\n")[1] != top {
		t.Errorf("it jumps back to the words after one has scrolled away:\n%s\n---\n%s", top, s.body())
	}
}

func TestTheGlossaryOpensAtItsTerm(t *testing.T) {
	for _, term := range visiting(t).Walk.Guide().Glossary.Sections {
		s := of(t, visitAt(t, "welcome"), narrow)
		s.v.ShowOnly(page.NewGlossary(term.ID, term.Heading))
		if s.resize(narrow).fits(); !strings.Contains(s.body(), strings.Fields(term.Heading)[0]) {
			t.Errorf("%s is not in sight:\n%s", term.Heading, s.plain())
		}
	}
}

// Where the first row has the focus, Home leads further up: to what stands above it.
func TestHomeLeadsToTheTopOfThePageFromTheFirstRow(t *testing.T) {
	p := ask()
	p.sheet.Body = talk().sheet.Body
	s := on(t, narrow, p).at("hit")
	if s.m.here.text.Top() == 0 {
		t.Fatal("nothing stands above")
	}
	if s.press("home"); s.m.here.text.Top() != 0 {
		t.Errorf("Home leads to\n%s", s.plain())
	}
}

// A name that was left empty was left: letters are keys again. Enter does not leave it, as that
// reads on everywhere else, and the name would be typed as commands.
func TestEnterStaysInAnEmptyNameAndEscLeavesIt(t *testing.T) {
	s := signing(t, wide).at("name", "enter", "enter")
	if s.focus() != "name" || !strings.Contains(s.text(), "type a name or initials here first") || strings.Contains(s.text(), "Enter next") {
		t.Errorf("Enter leads to %q\n%s", s.focus(), s.plain())
	}
	if s.press("esc", "d"); s.focus() != string(page.Decline) {
		t.Errorf("d leads to %q\n%s", s.focus(), s.plain())
	}
}

// Esc only leaves a Line: the name that was typed stands there.
func TestEscKeepsTheNameThatWasTyped(t *testing.T) {
	s := signing(t, wide).at("name", "text:Dana", "esc", "esc")
	if !strings.Contains(s.text(), "The name you typed is: Dana") || s.m.here.isTyping() {
		t.Errorf("after Esc there is\n%s", s.plain())
	}
	if s.press("1", "enter"); s.signed() != 1 {
		t.Errorf("with that name nothing is signed\n%s", s.plain())
	}
}

// What an answer says is how one goes on is so, whatever stands further down.
func TestSpaceGoesOnFromAnAnswerThatWasGivenJustNow(t *testing.T) {
	for _, window := range []size{narrow, wide} {
		s := of(t, visitAt(t, "come-on-time"), window).press("1", "enter")
		at := s.v.Step()
		if s.press("space"); s.v.Step() == at {
			t.Errorf("%v: Space stays at\n%s", window, s.plain())
		}
	}
}

// On a form a number only leads to what it names, as it may have been meant for a
// field: the next number leads on, and Enter or Space, as the footer says, chooses.
func TestBehindNumbersAloneEnterChoosesOnAForm(t *testing.T) {
	for keys, want := range map[string]string{
		"2 enter": "second", "1 2 enter": "second", "3 1 2 enter": "second", "2 space": "second", "1 2 space": "second",
		"1 enter 1 2 enter": "first, second", "text:K-2 enter": "", "1 text:a 2 enter": "", "2": "", "1 2": "",
	} {
		s := on(t, whole, filling()).press("tab")
		if s.focus() == "name" || s.focus() == "reference" {
			t.Fatalf("it begins at %q", s.focus())
		}
		all := strings.Fields(keys)
		s.press(all[:len(all)-1]...)
		before := s.plain()
		if s.press(all[len(all)-1]); s.took() != want {
			t.Errorf("%s: took %q, not %q\n%s", keys, s.took(), want, s.plain())
		}
		if want != "" && strings.HasSuffix(keys, "2 enter") && !strings.Contains(before, "Space Enter choose") {
			t.Errorf("%s: the footer says otherwise\n%s", keys, before)
		}
	}
	p := filling()
	p.sheet.Items = append(p.sheet.Items, page.Item{ID: "box", Kind: page.Tick, Label: "Box", On: true})
	if s := on(t, whole, p).press("6", "enter"); s.took() != "" {
		t.Errorf("Enter takes a tick away: %q\n%s", s.took(), s.plain())
	}
}

func TestEndOnAFormLeadsToWhatItIsFor(t *testing.T) {
	for _, window := range []size{narrow, wide, whole} {
		s := on(t, window, form()).press("tab", "esc", "end")
		if !s.m.here.Focus.Before || !s.m.here.sees(stop{ID: "begin"}) {
			t.Errorf("%v: the focus is at %q\n%s", window, s.focus(), s.plain())
		}
		if s.press("enter"); s.took() != "" || !s.m.here.Focus.Before {
			t.Errorf("%v: Enter took %q\n%s", window, s.took(), s.plain())
		}
		if s.press("down", "enter"); s.took() != "begin" {
			t.Errorf("%v: it took %q", window, s.took())
		}
	}
}

// Whoever ticks with a number and Space, as one chooses with a number and Enter, has
// it ticked; Space once more takes it away, and the footer says so.
func TestSpaceBehindANumberDoesNotUndoItsTick(t *testing.T) {
	v := visitAt(t, "own-pace")
	v.Do(page.Note, "A note")
	v.Do(page.MyPage, "")
	for name, s := range map[string]*stage{"a page": on(t, whole, talk()), "my page": of(t, v, size{100, 60})} {
		ticked := func() (n int) {
			for _, item := range s.v.Sheet().Items {
				if item.Kind == page.Tick && item.On {
					n++
				}
			}
			return n
		}
		if s.press("1", "space"); ticked() != 1 || !strings.Contains(s.text(), "It is ticked already") || !strings.Contains(s.text(), "Space untick") {
			t.Errorf("%s: %d are ticked\n%s", name, ticked(), s.plain())
		}
		if s.press("2", "space"); ticked() != 2 && name == "a page" {
			t.Errorf("%s: %d are ticked\n%s", name, ticked(), s.plain())
		}
		before := ticked()
		s.press("space").keysWork()
		if ticked() != before-1 || !strings.Contains(s.text(), "Space tick") {
			t.Errorf("%s: %d are ticked\n%s", name, ticked(), s.plain())
		}
	}
}

func TestEscKeepsAChangedNoteAsItKeepsANewOne(t *testing.T) {
	v := visitAt(t, "own-pace")
	v.Do(page.Note, "")
	s := of(t, v, wide).press("text:hal", "esc")
	first := v.Sheet().Notice.Text
	s.press("down", "down", "enter")
	if s.press("text:lo"); !strings.Contains(s.text(), "Enter Esc done") {
		t.Errorf("the footer does not say so\n%s", s.plain())
	}
	s.press("esc")
	if notes := v.Walk.Notes(); len(notes) != 1 || notes[0].Text != "hallo" || v.Sheet().Notice.Text != strings.Replace(first, "hal", "hallo", 1) || first == "" {
		t.Errorf("%+v, said %q and then %q\n%s", notes, first, v.Sheet().Notice.Text, s.plain())
	}
}

// Who chose a note to change types on at once: no letter is a key there, and none is lost.
func TestANoteThatIsChosenToBeChangedIsOpenForTyping(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, wide} {
		for _, way := range []string{"down", "tab"} {
			for _, keep := range []string{"enter", "esc"} {
				v := visitAt(t, "own-pace")
				v.Do(page.Note, "")
				s := of(t, v, window).press("text:I am afraid", "enter").press(way, "enter")
				if s.focus() != page.NoteTextID || !s.m.here.isTyping() {
					t.Fatalf("%v, %s: the focus is at %q\n%s", window, way, s.focus(), s.plain())
				}
				pages := v.ID()
				if s.press("text: of them too, not half 2"); v.ID() != pages {
					t.Fatalf("%v: a letter leads away\n%s", window, s.plain())
				}
				s.press(keep)
				if notes := v.Walk.Notes(); len(notes) != 1 || notes[0].Text != "I am afraid of them too, not half 2" {
					t.Errorf("%v, %s, %s: %+v\n%s", window, way, keep, notes, s.plain())
				}
			}
		}
	}
}
