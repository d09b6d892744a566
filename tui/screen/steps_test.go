package screen

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"firstsession/content/page"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/frame"
)

// did is what was done on a page, in words: a step that was reached is not.
func (s *stage) did(since int) string {
	var all []string
	for _, f := range s.v.Facts[since:] {
		if word := strings.TrimSpace(f.Kind + " " + string(f.Data.Answer) + f.Data.Text); f.Kind != "reach" {
			if n := len(f.Data.Options); n > 0 {
				word += fmt.Sprint(" of ", n)
			}
			all = append(all, word)
		}
	}
	return strings.Join(all, ", ")
}

func TestWhatKeysDoAtEachKindOfStep(t *testing.T) {
	const one, several, hope, promise = "where-dana-works", "bens-brother", "my-worries", "keep-private"
	for _, test := range []struct{ what, at, keys, did, to string }{
		{"nothing is chosen beforehand", one, "enter space enter", "", ""},
		{"a number only focuses", one, "2", "", ""},
		{"an arrow only focuses", one, "down down up", "", ""},
		{"a number without an option does nothing", one, "9 enter", "", ""},
		{"Enter answers", one, "1 enter", "choose of 1", ""},
		{"Space answers, too", one, "down space", "choose of 1", ""},
		{"a held key misses once", one, "1 enter enter enter enter", "choose of 1", ""},
		{"a held key finds, goes on", one, "2 enter enter", "choose of 1", "next"},
		{"after a miss another can be tried", one, "1 enter 3 enter 2 enter space", "choose of 1, choose of 1, choose of 1", "next"},
		{"show me, and go on", one, "s space", "show me", "next"},
		{"what is shown is shown once", one, "s s l", "show me", ""},
		{"later goes on", one, "l", "later", "next"},
		{"read again", one, "r", "", "beside"},
		{"a paste is no answer", one, "1 paste:\r\r s", "show me", ""},
		{"Space ticks", several, "tab space space", "", ""},
		{"Enter without a tick answers nothing", several, "enter", "", ""},
		{"Enter answers what is ticked", several, "1 3 enter", "choose of 2", ""},
		{"unticked is not answered", several, "1 2 2 enter", "choose of 1", ""},
		{"Space goes on once it fits", several, "1 3 enter tab esc shift+tab shift+tab shift+tab enter", "choose of 2", "next"},
		{"a reflection goes on with nothing", hope, "end enter", "pass", "next"},
		{"a tick is kept at once", hope, "2", "tick of 1", ""},
		{"and taken away", hope, "2 1 2", "tick of 1, tick of 2, tick of 1", ""},
		{"Enter goes on from what is ticked", hope, "2 end enter", "tick of 1, pass", "next"},
		{"letters are letters in the line", hope, "shift+tab text:slq enter", "tick slq", ""},
		{"Tab leaves and keeps", hope, "shift+tab text:a tab", "tick a", ""},
		{"nothing typed is nothing kept", hope, "shift+tab enter", "", ""},
		{"Up leaves it", hope, "shift+tab text:a up space", "tick …, tick a of 1", ""},
		{"a paste goes into the line", hope, "shift+tab paste:a\x1b[31mb enter", "tick a[31mb", ""},
		{"a paste outside goes nowhere", hope, "paste:abc", "", ""},

		{"a promise: the key that sets an answer does not go on", promise, "down enter", "set answer agree", ""},
		{"the next goes on", promise, "down enter enter", "set answer agree", "come-on-time"},
		{"and so does Space", promise, "down enter space", "set answer agree", "come-on-time"},
		{"a held Enter answers one only", promise, "3 enter enter enter enter enter enter enter enter", "set answer not now", "come-on-time"},
		{"Space sets nothing", promise, "2 space space", "", ""},
		{"nor does the focus", promise, "1 2 3 4 down down up", "", ""},
		{"an answer is changed", promise, "1 enter 2 enter", "set answer agree, set answer talk first", ""},
		{"a change that is not set is not passed over", promise, "1 enter 2 space", "set answer agree", ""},
		{"a paste answers nothing", promise, "1 paste:1\n paste:\n paste:I_agree\r\n", "", ""},
		{"left for later", promise, "l", "", "come-on-time"},
		{"also from an answer that has the focus", promise, "2 l", "", "come-on-time"},
		{"also once it was said how to choose", promise, "enter l", "", "come-on-time"},
		{"the rule is read in between", promise, "r", "", "beside"},
	} {
		s := of(t, visitAt(t, test.at), wide)
		before := len(s.v.Facts)
		s.press(strings.Split(strings.ReplaceAll(test.keys, "_", " "), " ")...)
		to := s.v.Step().Key()
		switch {
		case to == test.at:
			to = ""
		case to == "":
			to = "beside"
		case test.to == "next":
			to = "next"
		}
		if did := s.did(before); did != test.did || to != test.to {
			t.Errorf("%s, %s: did %q and came to %q, not %q and %q\n%s", test.what, test.keys, did, to, test.did, test.to, s.plain())
		}
	}
}

func TestAFreshPromiseSaysHowToChooseOrLeave(t *testing.T) {
	for _, window := range []size{narrow, wide, whole} {
		for _, key := range []string{"space", "enter"} {
			s := of(t, visitAt(t, "keep-private"), window).press(key, key, key, key, key, key, key, key)
			if s.decisions() > 0 || !strings.Contains(s.text(), "choose it with the arrow keys or a number, then press Enter") {
				t.Errorf("%v: %s does not say how:\n%s", window, key, s.plain())
			}
		}
	}
	s := of(t, visitAt(t, "keep-private"), wide)
	for _, line := range strings.Split(s.m.View().Content, "\n") {
		for _, words := range []string{"I agree", "I want to talk", "I do not agree"} {
			if strings.Contains(line, words) && strings.Contains(line, "\x1b") {
				t.Errorf("%q stands out", line)
			}
		}
	}
	if s.m.View().Cursor != nil {
		t.Error("a fresh promise has a focus")
	}
}

func TestASignatureNeedsATypedName(t *testing.T) {
	for _, c := range []struct{ keys, name string }{
		{"text:", ""}, {"text:   ", ""}, {"text:\u202e\u200f", ""},
		{"text:\u200b", ""}, {"text:\u3164", ""}, {"text:\u00ad\u2060", ""}, {"text:\u200d", ""},
		{"text:D. R.", "D. R."}, {"text: Dana ", "Dana"}, {"text:山田 太郎", "山田 太郎"}, {"text:دانا", "دانا"},
		{"text:Da\u202ena[31m", "Dana[31m"}, {"text:q?cdn12!", "q?cdn12!"}, {"text:" + strings.Repeat("é", 210), strings.Repeat("é", 200)},
		{"text:Da\u200bna\u2060 R\u00ad.\ufeff", "Dana R."}, {"text:نی\u200cما", "نی\u200cما"},
		{"paste:Dana\r\nReed\n", "Dana Reed"}, // once it was signed by a key
	} {
		names := &naming{}
		s := signing(t, wide)
		s.v.Keeper = names
		s.at("name", c.keys, "enter").at("sign", "enter")
		if names.name != c.name || (c.name == "") != (names.folder == "") {
			t.Errorf("%q signed as %q in %q, not as %q", c.keys, names.name, names.folder, c.name)
		}
		if c.name == "" && (s.focus() != "name" || !strings.Contains(s.text(), "To sign, type a name")) {
			t.Errorf("%q: no word about the name:\n%s", c.keys, s.plain())
		}
		s.fits()
	}
}

func TestAPasteIntoALineWhereOneSignsIsTextAndDecidesNothing(t *testing.T) {
	for id, pasted := range map[string]string{"name": "Sam\n1\n\nSmith\n1\n\n", "folder": "/srv/records\n1\n\n"} {
		s := signing(t, wide).at(id, "end").press("paste:" + pasted)
		if got := s.m.here.field.Value(); s.decided() || !strings.Contains(got, strings.Fields(pasted)[0]+" 1") {
			t.Errorf("%s: a paste makes %q, and decides: %v\n%s", id, got, s.decided(), s.plain())
		}
		if strings.Contains(s.text(), "Several keys") {
			t.Errorf("%s: it is refused\n%s", id, s.plain())
		}
	}
	s := signing(t, wide).at("name", "text:Dana").at("sign", "paste:\n1\n\n")
	if s.decided() || !strings.Contains(s.text(), "Several keys") {
		t.Errorf("outside of a line it is no text\n%s", s.plain())
	}
}

// naming keeps how it was signed, or fails.
type naming struct {
	memory
	name, folder string
	fails        error
}

func (n *naming) Sign(_ walk.Walk, d record.Draft, folder string) (id, path string, err error) {
	n.signed++
	n.name, n.folder = record.CleanName(d.Name), folder
	return "00ff", folder + "/record.json", n.fails
}

func TestTheEnterThatEndsANameDoesNotSign(t *testing.T) {
	for _, window := range sizes {
		s := signing(t, window).at("name", "text:Dana")
		for range 20 {
			s.press("enter")
		}
		if s.decided() {
			t.Errorf("%v: a held Enter decides", window)
		}
		if s.press("down", "enter"); s.signed() != 1 {
			t.Errorf("%v: one arrow and Enter do not sign:\n%s", window, s.plain())
		}
	}
	// Terminals without bracketed paste send what is pasted as keys.
	s := signing(t, wide).at("name", "text:Dana Reed", "enter", "text:Mill Street", "enter", "text:b", "enter", "enter")
	if s.decided() {
		t.Error("lines that are pasted as keys decide")
	}
}

func TestAKeyThatMeansNothingAtTheWaysSaysHowToChoose(t *testing.T) {
	for _, window := range sizes[1:] {
		for _, way := range []string{"1", "2"} {
			s := signing(t, window).at("name", "text:Dana", "tab").press(way, "space")
			for _, key := range []string{"space", "enter", "z"} {
				if s.press(key); s.decided() || !strings.Contains(s.text(), "choose it with") {
					t.Errorf("%v: %s after %s:\n%s", window, key, way, s.plain())
				}
			}
			if s.press(way); strings.Contains(s.text(), "choose it with") {
				t.Errorf("%v: something is chosen:\n%s", window, s.plain())
			}
		}
	}
}

func TestNotSigningIsAsNearAsSigning(t *testing.T) {
	for _, keys := range []string{"2,enter", "d,enter", "d,up,down,enter", "1,down,enter"} {
		if s := signing(t, wide).press(strings.Split(keys, ",")...); !s.v.Walk.Declined() || s.signed() > 0 {
			t.Errorf("%s does not decline:\n%s", keys, s.plain())
		}
	}
	if s := signing(t, whole); !strings.Contains(s.plain(), "  1 Sign with a name\n") || !strings.Contains(s.plain(), "  2 Not now, do not sign") {
		t.Errorf("the two ways are not alike:\n%s", s.plain())
	}
}

func TestReadingOnLeadsToTheNameAndThenToTheTwoWays(t *testing.T) {
	for _, window := range sizes {
		s := signing(t, window)
		for range 60 {
			s.press("space")
		}
		if s.press("text:Dana"); !strings.Contains(s.plain(), "› Dana") {
			t.Errorf("%v: the name does not stand at the line's start:\n%s", window, s.plain())
		}
		if s.press("enter", "1", "enter"); s.signed() != 1 {
			t.Errorf("%v: not signed\n%s", window, s.plain())
		}
	}
	if s := signing(t, wide).at("name", "left", "left"); s.v.Step().Key() != walk.SignatureID {
		t.Error("Left in an empty name leads back")
	} else if s.press("tab", "left"); s.v.Step().Key() == walk.SignatureID {
		t.Error("Tab and Left do not lead back")
	}
}

func TestNothingGoesInUnlessItIsTicked(t *testing.T) {
	s := signing(t, whole, bus, worries)
	if strings.Contains(s.plain(), "[x]") || !strings.Contains(s.plain(), "[ ] Ask about the bus") {
		t.Errorf("beforehand:\n%s", s.plain())
	}
	if s.at("offer my-worries", "space"); !s.v.Walk.Included("my-worries") || s.v.Walk.Included("n1") {
		t.Error("Space did not tick the second alone")
	}
	if s.press("space"); s.v.Walk.Included("my-worries") {
		t.Error("Space did not take the tick away")
	}
}

func TestAFailedSaveKeepsEverythingAndLeadsToTheFolder(t *testing.T) {
	for _, window := range sizes {
		names := &naming{fails: errors.New("the disk is full")}
		s := signing(t, window)
		s.v.Keeper = names
		s.at("name", "text:Dana").at("sign")
		for range 20 {
			s.press("enter")
		}
		if names.signed != 1 {
			t.Fatalf("%v: a held Enter saved %d times", window, names.signed)
		}
		s.at("sign", "enter").fits()
		if s.focus() != "folder" {
			t.Errorf("%v: not in the folder's line:\n%s", window, s.plain())
		}
		text := s.resize(whole).text()
		for _, want := range []string{"The computer says: the disk is full.", "Dana", s.v.Folder} {
			if !strings.Contains(text, want) {
				t.Errorf("%v: not there: %q\n%s", window, want, s.plain())
			}
		}
		names.fails = nil
		if s.press("end", "text:2", "enter").at("sign", "enter"); names.folder != s.v.Folder+"2" || names.name != "Dana" {
			t.Errorf("%v: trying again came to %q in %q", window, names.name, names.folder)
		}
	}
}

// No path is written that is half of one and half of another, and none is told that is
// being taken away.
func TestWhatIsTypedTakesThePlaceOfTheFolder(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"text:/media/usb enter", "/media/usb"}, {"paste:/media/usb enter", "/media/usb"}, {"space text:/media/usb enter", "/media/usb"},
		{"end text:2 enter", "usual2"}, {"left text:2 enter", "left2"}, {"1 enter", "usual"}, {"backspace enter", "usual"}, {"backspace esc", "usual"}, {"paste: enter", "usual"},
		{"enter", "usual"}, {"text:/a enter shift+tab text:/media/usb enter", "/media/usb"},
	} {
		s := signing(t, whole).at("folder", split(c.keys)...)
		want := strings.NewReplacer("usual", s.v.Folder, "left2", strings.TrimSuffix(s.v.Folder, "n")+"2n").Replace(c.want)
		if got := s.v.Sheet().Items[0].Text; got != want {
			t.Errorf("%s leaves %q, want %q\n%s", c.keys, got, want, s.plain())
		}
	}
	if s := signing(t, whole).at("folder", "paste:"+strings.Repeat("x", 9999)); s.m.here.field.Value() != s.v.Folder {
		t.Errorf("a paste that is too long takes the place of the folder\n%s", s.plain())
	}
	const told = "the folder that you typed: /media/usb"
	s := signing(t, whole).at("folder", "text:/media/usb", "enter")
	if !strings.Contains(s.text(), told) {
		t.Fatalf("it is not told where the copy goes\n%s", s.plain())
	}
	if s.press("shift+tab", "backspace"); strings.Contains(s.text(), told) {
		t.Errorf("it is still told\n%s", s.plain())
	}
}

func TestAListKeepsItsPlace(t *testing.T) {
	at := func(keys string, events ...walk.Event) string {
		return of(t, visitAt(t, "own-pace", events...), wide).press(strings.Split(keys, ",")...).v.Step().Key()
	}
	first := func(n int) string { return visiting(t).Walk.First(n).Key() }
	for keys, want := range map[string]string{
		"c,enter": "own-pace", "c,space": "own-pace", "c,up,enter": first(2), "c,5,enter": first(5), "c,esc": "own-pace",
	} {
		if got := at(keys); got != want {
			t.Errorf("%s came to %q, not %q", keys, got, want)
		}
	}
	for keys, want := range map[string]string{
		"n,text:third,enter,text:?q,enter": "?q third bus",
		"n,esc,n,text:third,enter":         "third bus",
		"n,down,n,text:third,enter":        "third bus",
		"n,down,enter,shift+tab,esc,esc":   "bus",
	} {
		s := of(t, visitAt(t, "own-pace", bus), wide).press(strings.Split(keys, ",")...)
		got := ""
		for _, note := range s.v.Walk.Notes() {
			got = strings.TrimPrefix(note.Text, "Ask about the ") + " " + got
		}
		if strings.TrimSpace(got) != want {
			t.Errorf("%s: the notes are %q\n%s", keys, got, s.plain())
		}
	}
}

func TestTheFirstPageIsReadToItsEndBeforeItBegins(t *testing.T) {
	for width := frame.Least.Width; width <= 80; width += 10 {
		for height := frame.Least.Height; height <= 40; height += 8 {
			v := visiting(t)
			v.Start(visit.Found{})
			s := of(t, v, size{width, height})
			for range 40 {
				if s.fits(); v.Step().Kind != "" {
					break
				}
				below, said := s.m.here.text.Below(), strings.Contains(s.plain(), "Space read on")
				if below != said && (width >= 40 || said) {
					t.Errorf("%dx%d: there is more: %v, and the footer says:\n%s", width, height, below, s.plain())
				}
				if s.press("space"); below && v.Step().Kind != "" {
					t.Errorf("%dx%d: it begins before its end", width, height)
				}
			}
			if v.Step().Key() != "welcome" || v.Private {
				t.Errorf("%dx%d does not begin", width, height)
			}
		}
	}
}

func TestWhoComesBackToTheSigningPageChoosesNotToSignWithTheFirstKey(t *testing.T) {
	s := signing(t, size{80, 24})
	s.v.Say("Welcome back.")
	if s = of(t, s.v, size{80, 24}).press("d"); s.focus() != string(page.Decline) {
		t.Errorf("d leads to %q", s.focus())
	}
}

// Whoever ticks and presses Enter comes to what is still to be filled in, so
// that the next number does not change the folder.
func TestEnterPassesAFolderThatIsFilledIn(t *testing.T) {
	s := signing(t, wide, bus)
	offer, folder := s.v.Sheet().Items[0].ID, s.v.Sheet().Items[1].Text
	s.at(offer, "space", "enter")
	if s.focus() != "name" {
		t.Errorf("the focus is on %q:\n%s", s.focus(), s.plain())
	}
	if s.press("2"); s.v.Sheet().Items[1].Text != folder {
		t.Errorf("the folder is %q", s.v.Sheet().Items[1].Text)
	}
}

func TestAnAnswerThatWasChosenStaysInSight(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, wide} {
		for _, n := range []string{"1", "2", "3"} {
			s := of(t, visitAt(t, "keep-private"), window).press("end", n, "enter")
			if !strings.Contains(strings.Join(strings.Fields(s.body()), " "), "(your") {
				t.Errorf("%v, %s:\n%s", window, n, s.plain())
			}
		}
	}
}

// Also from one of the promises that stand before the two ways.
func TestEndLeadsToTheTwoWays(t *testing.T) {
	for _, window := range []size{{40, 12}, narrow, {80, 24}} {
		s := of(t, visitAt(t, walk.SignatureID), window)
		for s.m.here.kind() != page.Row {
			s.press("tab")
		}
		if s.press("end"); !strings.Contains(s.text(), "Not now, do not sign") {
			t.Errorf("%v:\n%s", window, s.plain())
		}
	}
}

func TestWhoComesToTheNameHasTheTwoWaysInSight(t *testing.T) {
	for _, window := range []size{{40, 20}, {80, 24}, {160, 50}} {
		if s := signing(t, window).press("tab"); s.focus() != "name" || !strings.Contains(s.text(), "Not now, do not sign") {
			t.Errorf("%v: the focus is on %q\n%s", window, s.focus(), s.plain())
		}
	}
}

// From nowhere Tab does not lead into the
// folder, which stands already; nor to any line while promises wait for an answer.
func TestTabLeadsToTheNameAndShiftTabToTheFolder(t *testing.T) {
	s := signing(t, wide)
	if s.press("tab"); s.focus() != "name" {
		t.Errorf("Tab leads to %q", s.focus())
	}
	if s.press("shift+tab"); s.focus() != "folder" {
		t.Errorf("Shift+Tab leads to %q", s.focus())
	}
	open := of(t, visitAt(t, walk.SignatureID), wide)
	for range 20 {
		if open.press("tab"); open.m.here.isTyping() {
			t.Errorf("with promises open one types in %q\n%s", open.focus(), open.plain())
		}
	}
}

func TestTabGoesRoundAllThatStandsWhereOneSigns(t *testing.T) {
	for _, c := range []struct{ key, want string }{
		{"tab", "sign,do_not_sign,folder,name,sign,do_not_sign"}, {"shift+tab", "name,folder,,do_not_sign,sign,name"},
	} {
		s := signing(t, whole).at("name", "text:Dana", "enter")
		var got []string
		for range strings.Split(c.want, ",") {
			got = append(got, strings.ReplaceAll(s.press(c.key).focus(), " ", "_"))
		}
		if strings.Join(got, ",") != c.want {
			t.Errorf("%s leads to %v", c.key, got)
		}
	}
}

func TestNoNameIsAskedForWhileOneIsTyped(t *testing.T) {
	const asks = "type a name or initials here first"
	s := signing(t, whole).at("name", "enter")
	if !strings.Contains(s.text(), asks) {
		t.Fatalf("nothing asks for it\n%s", s.plain())
	}
	if s.press("text:Sa"); strings.Contains(s.text(), asks) {
		t.Errorf("it is still asked for\n%s", s.plain())
	}
	if s.press("backspace", "backspace"); !strings.Contains(s.text(), asks) {
		t.Errorf("it is not asked for again\n%s", s.plain())
	}
}
