package screen

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/walk"
	"firstsession/tui/keys"
)

// toSign is what stands before the signing page of an intake with a note.
func toSign() []walk.Event { return append([]walk.Event{ofIntake, bus, worries}, answered...) }

func TestNoStrayKeyPutsANoteIntoTheRecord(t *testing.T) {
	for _, test := range []struct {
		what, keys string
		in         size
		want       int
	}{
		{"a number out of sight", "1", wide, 0},
		{"the same number again, in sight", "1 1 1", wide, 0},
		{"the keys that answer a promise", "1 enter space 1 enter space 1 enter", whole, 0},
		{"a number where a name is typed", "1 2", whole, 0},
		{"Space that reads on", "space space space space space space space space space space", wide, 0},
		{"Space that reads on, filled", "shift+tab shift+tab shift+tab text:Dana tab tab tab space space space space", whole, 0},
		{"Space on what one went to", "shift+tab space", whole, 1},
		{"and once more takes it back", "shift+tab space space", whole, 2},
	} {
		t.Run(test.what, func(t *testing.T) {
			s := of(t, visitAt(t, walk.SignatureID, toSign()...), test.in)
			before := len(s.v.Facts)
			s.press(strings.Fields(test.keys)...)
			n := 0
			for _, f := range s.v.Facts[before:] {
				if f.Kind == string(walk.Include) {
					n++
				}
			}
			if n != test.want {
				t.Errorf("%d notes went in, want %d:\n%s", n, test.want, s.text())
			}
		})
	}
}

// A number means the same whether its box is in sight or not.
func TestANumberTicksOutOfSightTooAndBringsItIntoSight(t *testing.T) {
	s := on(t, narrow, talk())
	if s.press("1"); s.took() != "one" || s.focus() != "one" || !s.m.here.sees(s.m.here.Focus) {
		t.Errorf("took %q, the focus at %q", s.took(), s.focus())
	}
	if s.press("1"); s.took() != "one, one" {
		t.Errorf("in sight it took %q", s.took())
	}
}

// What may go into a record has no number, nor has a promise without an answer, so that
// those of signing and of not signing are always the same.
func TestToSignIsOneWithNotesAndWithout(t *testing.T) {
	open := of(t, visitAt(t, walk.SignatureID), whole)
	for _, s := range []*stage{signing(t, whole).at("name", "text:Dana", "enter"), signing(t, whole, bus, worries).at("name", "text:Dana", "enter"), open} {
		if s.press("1"); s.focus() != "sign" {
			t.Errorf("1 leads to %q\n%s", s.focus(), s.plain())
		}
	}
}

// At 40x12 a form's second group is out of sight, and its number is it all the same.
func TestANumberPicksOutOfSightToo(t *testing.T) {
	p := picks()
	p.sheet.Body = talk().sheet.Body
	s := on(t, narrow, p)
	if s.press("2"); s.took() != "second" || !s.m.here.sees(s.m.here.Focus) {
		t.Errorf("took %q, the focus at %q", s.took(), s.focus())
	}
}

func TestTheFooterNamesNumbersOnlyInSight(t *testing.T) {
	s := on(t, narrow, talk())
	named := func() bool {
		return slices.ContainsFunc(s.m.Bindings(), func(b keys.Binding) bool { return b.Shown == "1-2" })
	}
	if named() {
		t.Error("they are named out of sight")
	}
	if s.press("end"); !named() {
		t.Error("they are not named in sight")
	}
}

func TestANoteIsDeletedByChoosingThatTwiceButNotByAHeldEnter(t *testing.T) {
	for keys, want := range map[string]int{
		"down enter": 1, "down enter enter": 1, "down enter enter enter enter": 1, "down enter esc": 1,
		"down enter down enter": 0, "down enter enter down enter": 0, "enter enter enter": 1, "1 enter 1 enter": 1,
	} {
		for _, window := range sizes {
			s := of(t, visitAt(t, "own-pace", bus), window)
			s.v.Do(page.Note, "")
			s.v.Answer(page.Answer{ID: "note " + s.v.Walk.Notes()[0].ID})
			s.resize(window)
			s.press(strings.Fields(keys)...)
			if n := len(s.v.Walk.Notes()); n != want {
				t.Errorf("%s at %v: %d notes, want %d:\n%s", keys, window, n, want, s.plain())
			}
		}
	}
}

func TestEnterBehindEndOpensNoFilledLine(t *testing.T) {
	p := talk()
	p.sheet.Items = []page.Item{{ID: "file", Kind: page.Line, Text: "/media/stick"}, {ID: "known", Kind: page.Tick, Label: "Known"}}
	if f := on(t, narrow, p).press("end", "enter"); f.focus() != "known" {
		t.Errorf("Enter leads to %q", f.focus())
	}
	p.sheet.Items = slices.Insert(p.sheet.Items, 0, page.Item{ID: "group", Kind: page.Tick}, page.Item{ID: "aim", Kind: page.Line})
	p.sheet.Items[2].Text = ""
	if f := on(t, narrow, p).press("end", "enter"); f.focus() == "aim" || f.focus() == "file" {
		t.Errorf("on a form, Enter leads to %q, into a line", f.focus())
	}
}

func TestLettersOutsideOfTheLinesOfAFormAreToldTheWay(t *testing.T) {
	if s := on(t, wide, filling()).press("text:K"); !strings.Contains(s.text(), "To type, go to a field first: Tab leads there.") {
		t.Errorf("it says\n%s", s.plain())
	}
}

// Back up there by an arrow, the next number or key would be a letter of the name,
// and a record is for ever.
func TestNoArrowLeadsIntoANameThatStands(t *testing.T) {
	for _, window := range []size{narrow, wide, whole} {
		s := signing(t, window).at("name", "text:Ana", "enter")
		if s.press("up", "up", "up", "1", "enter", "1", "enter"); strings.Contains(s.text(), "Ana1") {
			t.Errorf("%v: the name became\n%s", window, s.plain())
		}
		// Shift+Tab leads there on purpose; nothing then says that it is another name than what stands there.
		s = signing(t, window).at("name", "text:Ana", "enter")
		if s.press("shift+tab", "text:lina"); s.focus() != "name" || !strings.Contains(s.plain(), "Analina") ||
			strings.Contains(strings.ReplaceAll(s.text(), "Analina", ""), "Ana") {
			t.Errorf("%v: the focus is on %q\n%s", window, s.focus(), s.plain())
		}
	}
}

// Space is the one key that all have learnt: where it chooses nothing, it says the way at once.
func TestTheFirstSpaceBeforeAChoiceSaysTheWay(t *testing.T) {
	s := of(t, visitAt(t, "keep-private"), wide)
	for s.m.here.text.Below() {
		s.press("space")
	}
	if s.press("space"); !strings.Contains(s.text(), "To do one of these") {
		t.Errorf("on a promise:\n%s", s.plain())
	}
}

// Who did not sign, and presses on with the key of the whole way, is led into nothing again.
func TestReadingOnEndsAtTheEnd(t *testing.T) {
	s := of(t, visitAt(t, walk.ClosingID, append(answered, walk.Event{Kind: walk.Decline})...), wide)
	for range 9 {
		s.press("space")
	}
	if at := s.v.Step().ID; at != walk.ClosingID || !strings.Contains(s.text(), "There are no more pages") {
		t.Errorf("at %q there is\n%s", at, s.plain())
	}
}

// Who has signed and changes an answer is told where that stands, and when they leave.
func TestAChangeAfterSigningIsSaidNotToBeInTheRecord(t *testing.T) {
	v := visitAt(t, "keep-private", append(slices.Clone(answered), signed)...)
	s := of(t, v, whole)
	if !strings.Contains(s.text(), "Your record stays as it is.") || strings.Contains(s.text(), "Nothing is decided") {
		t.Errorf("on a promise:\n%s", s.plain())
	}
	if s.press("3", "enter", "q"); !strings.Contains(v.Farewell(), "is not in your record") {
		t.Errorf("leaving: %s", v.Farewell())
	}
}

// On the first page each key that opens later says so in the same way.
func TestMyPageSaysOnTheFirstPageThatItOpensLater(t *testing.T) {
	v := visiting(t)
	v.ShowOnly(page.NewFirst())
	if s := of(t, v, narrow).press("m"); !strings.Contains(s.v.Notice().Text, "once you have begun") {
		t.Errorf("it says %q", s.v.Notice().Text)
	}
}

// Nor on the page itself, once a capital begins it; and
// Enter leads to its line from wherever its letters are held.
func TestANameTypedBeforeItsLineOpensNothingAndEnterLeadsThere(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, wide} {
		for _, name := range []string{"Maria", "Linda", "Quentin", "Dana"} {
			s := signing(t, window)
			pages := s.v.ID()
			if s.press("text:" + name); s.v.Over() || s.v.ID() != pages || s.focus() != "" {
				t.Errorf("%v: %s leads to %q\n%s", window, name, s.focus(), s.plain())
			}
			for n := 0; n < 60 && s.focus() == ""; n++ {
				s.press("enter")
			}
			if s.press("text:"+name, "enter"); !strings.Contains(s.text(), "Sign as "+name) {
				t.Errorf("%v: Enter led to\n%s", window, s.plain())
			}
		}
	}
}

// The first letters of a name, typed before its line is in sight, open nothing.
func TestLettersBeforeTheLineOfASignatureOpenNothing(t *testing.T) {
	p := talk()
	p.sheet.Binding, p.sheet.Ask = true, "name"
	p.sheet.Items = []page.Item{{ID: "name", Kind: page.Line, Label: "Your name"}, {ID: "save", Kind: page.Act, Label: "Save"}}
	s := on(t, narrow, p)
	for _, letter := range []string{"a", "n", "c"} {
		if s.press(letter); s.focus() != "" || !strings.Contains(s.text(), "Your name is asked for at the end of this page: Enter leads there") {
			t.Errorf("%s leads to %q:\n%s", letter, s.focus(), s.plain())
		}
	}
	if s.press("tab", "text:Ray"); s.focus() != "name" || !strings.Contains(s.plain(), "Ray") {
		t.Errorf("Tab leads to %q:\n%s", s.focus(), s.plain())
	}
}

// Wherever on the page its first letter is typed: no key there is as dear as a name.
func TestACapitalNeverLeavesThePageOnWhichOneSigns(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, wide} {
		for what, keys := range map[string]string{
			"left by Esc": "end esc", "an act is chosen": "end esc down down", "emptied": "end text:Mria enter backspace ctrl+u enter esc",
			"typed anew": "end text:Mria enter", "typed anew, and left": "end text:Mria enter end esc",
		} {
			for _, name := range []string{"Maria", "Dana", "Quin", "Pia", "Lea"} {
				s := signing(t, window).press(split(keys)...)
				pages := s.v.ID()
				if s.press("text:" + name); s.v.Over() || s.v.ID() != pages || s.decided() {
					t.Errorf("%v, %s: %s leaves the page\n%s", window, what, name, s.plain())
				}
				if strings.Contains(s.text(), "Enter leads there") && s.press("enter", "enter", "enter").focus() != "name" {
					t.Errorf("%v, %s: Enter led to %q\n%s", window, what, s.focus(), s.plain())
				}
			}
			if s := signing(t, window).press(split(keys)...).press("tab", "esc", "q"); !s.v.Over() && !s.m.here.isTyping() {
				t.Errorf("%v, %s: q does not leave\n%s", window, what, s.plain())
			}
		}
	}
}

// Whether the name was taken out again or never typed.
func TestEnterInAnEmptyNameSaysSoAndStays(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, wide} {
		for _, keys := range []string{"enter", "text:___ enter", "text:Mria enter backspace ctrl+u enter", "text:Mria enter backspace ctrl+u enter enter"} {
			s := signing(t, window).at("name", split(keys)...)
			if says := s.v.Sheet().Notice.Text; s.focus() != "name" || !strings.Contains(says, "To sign, type a name") {
				t.Errorf("%v, %s: the focus is at %q, and it says %q\n%s", window, keys, s.focus(), says, s.plain())
			}
			if s.press("text:Maria", "enter"); !strings.Contains(s.text(), "Sign as Maria") {
				t.Errorf("%v, %s: no name\n%s", window, keys, s.plain())
			}
		}
	}
}

func TestTheFooterSaysThatSpaceLeadsBackIntoTheName(t *testing.T) {
	s := signing(t, wide).press("end", "esc")
	if !strings.Contains(s.plain(), "Space your name") {
		t.Errorf("%s", s.plain())
	}
	if s.press("space"); s.focus() != "name" {
		t.Errorf("Space leads to %q", s.focus())
	}
}

// Nor anything where one answers a promise: it may begin a name, or be typed with Caps Lock.
func TestACapitalDoesNothingAtAPromise(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, wide} {
		for _, keys := range []string{"A", "N", "L", "D", "M", "Q", "R", "C", "G", "Linda", "No", "Agree", "Quin"} {
			s := of(t, visitAt(t, "keep-private"), window)
			pages := s.v.ID()
			if s.press("text:" + keys); s.v.Over() || s.v.ID() != pages || s.v.Walk.Answer("keep-private") != walk.Unanswered {
				t.Errorf("%v: %s leaves the page\n%s", window, keys, s.plain())
			}
			if !strings.Contains(s.text(), "A capital letter does nothing here") {
				t.Errorf("%v: %s: it does not say why\n%s", window, keys, s.plain())
			}
			if s.press("esc"); !strings.Contains(s.text(), "Letters are keys again.") {
				t.Errorf("%v: %s, Esc:\n%s", window, keys, s.plain())
			}
			if s.press("n"); s.v.ID() == pages {
				t.Errorf("%v: %s, Esc, n leads nowhere\n%s", window, keys, s.plain())
			}
		}
	}
	for _, step := range []string{"keep-private", walk.SignatureID} {
		for _, window := range []size{{40, 12}, {80, 24}, wide} {
			s := of(t, visitAt(t, step, answered[:5]...), window).press("Q")
			if !strings.Contains(s.text(), "After Esc, letters are keys.") {
				t.Errorf("%v, %s: it does not say what Caps Lock needs\n%s", window, step, s.plain())
			}
			if s.press("esc", "Q"); !s.v.Over() {
				t.Errorf("%v, %s: after Esc, Q leads nowhere\n%s", window, step, s.plain())
			}
		}
	}
	s := of(t, visitAt(t, "keep-private"), wide).press("text:HELP")
	if !s.m.onHelp() {
		t.Errorf("HELP leads to\n%s", s.plain())
	}
}

// How to change a name is said where it is left, and not while it is typed.
func TestHowToChangeTheNameIsSaidOnceItIsLeft(t *testing.T) {
	s := signing(t, size{80, 24}).at("name", "text:Mria", "enter")
	if !strings.Contains(s.text(), "To change it: Backspace.") {
		t.Errorf("%s", s.plain())
	}
	if s.press("backspace"); s.focus() != "name" || strings.Contains(s.text(), "To change it") {
		t.Errorf("%s", s.plain())
	}
	if s.press("enter", "text:M"); !strings.Contains(s.text(), "To change it: Backspace.") || s.v.Over() {
		t.Errorf("%s", s.plain())
	}
}

// What is said to a letter where no Line is open leads to the name, or says what
// that waits for; and Esc is answered only where it ended something.
func TestALetterOutsideOfTheNameIsToldTheTrueWay(t *testing.T) {
	for _, letter := range []string{"Q", "x"} {
		for _, window := range []size{{40, 12}, narrow, wide} {
			s := signing(t, window, bus).press("end", "esc", "text:"+letter)
			if !strings.Contains(s.text(), "To type your name, press Space first.") || window == wide && !strings.Contains(s.plain(), "Sign, or not") {
				t.Errorf("%v: %s\n%s", window, letter, s.plain())
			}
			if s.press("space").focus() != "name" {
				t.Errorf("%v: %s: Space leads to %q", window, letter, s.focus())
			}
			s = of(t, visitAt(t, walk.SignatureID, answered[:5]...), window).press("end", "text:"+letter)
			if !strings.Contains(s.text(), "once each promise has an answer") || strings.Contains(s.text(), "Tab leads there") {
				t.Errorf("%v: %s, with promises open\n%s", window, letter, s.plain())
			}
		}
	}
	for _, keys := range []string{"end text:Mria enter esc", "end text:Mria enter tab esc"} {
		if s := signing(t, wide).press(split(keys)...).press("esc"); strings.Contains(s.text(), "Letters are keys again.") {
			t.Errorf("%s: Esc is said to have done something\n%s", keys, s.plain())
		}
	}
}

// No other number stands for a promise than the one that its page and a record say.
func TestAPromiseWithoutAnAnswerHasItsOwnNumber(t *testing.T) {
	s := of(t, visitAt(t, walk.SignatureID, answered[:4]...), whole)
	for _, own := range []string{"Promise 5 of 7", "Promise 6 of 7", "Promise 7 of 7"} {
		if !strings.Contains(s.plain(), own) {
			t.Errorf("%q is missing\n%s", own, s.plain())
		}
	}
}

// Caps Lock may be on: only where one signs or answers a promise may a capital be a name.
func TestACapitalDoesOnEveryOtherPageWhatItsSmallLetterDoes(t *testing.T) {
	tried := map[walk.Kind]bool{walk.Statement: true, walk.Signature: true}
	for _, step := range visiting(t).Walk.Steps() {
		besides := []string{"esc"}
		if step.Kind == walk.Section {
			besides = append(besides, "c", "g", "m", "?", "f1", "a")
		}
		for _, beside := range besides {
			s := of(t, visitAt(t, step.Key()), wide).press(beside)
			if tried[step.Kind] || s.m.Typing() {
				continue
			}
			for letter := 'a'; letter <= 'z'; letter++ {
				small, capital := s.copied().press(string(letter)), s.copied().press(strings.ToUpper(string(letter)))
				if small.looks() != capital.looks() {
					t.Fatalf("%s, %s: %c leads to\n%s\nand its capital to\n%s", step.Key(), beside, letter, small.plain(), capital.plain())
				}
			}
		}
		tried[step.Kind] = true
	}
}
