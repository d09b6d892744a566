package tui

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"firstsession/content/walk"
)

// What a clinic that tried the program stumbled over, as far as no other test has it.

func TestTheFormSaysThatACrisisTextWasNotCheckedForAYear(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, true)
		c.group = "tuesday"
		said := sees("The crisis text of this group was not checked within the last year")
		started(c, inLines, lacks("was not checked"), helpNow, lacks("may be out of date"))
		c.write(c.practice, []byte(strings.ReplaceAll(elmStreet, "2026-11-20", "2025-11-20")))
		started(c, inLines, said, saidFirst("was not checked"), helpNow, sees("may be out of date", "Call the desk."))
	})
}

// saidFirst looks whether a page says something before all else but its heading, where
// every window shows it.
func saidFirst(words string) deed {
	return func(s surface) {
		s.testing().Helper()
		if body := s.visit().Sheet().Body; len(body) < 2 || !strings.Contains(body[1].Text, words) {
			s.testing().Fatalf("%q does not stand first in %+v", words, body)
		}
	}
}

// The client's copy has whom to call, and when and where the group meets.
func TestTheClientTakesHomeWhatThePracticeSays(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := atElmStreet(t, true)
		c.group = "tuesday"
		stick := filepath.Join(c.home, "stick")
		if err := os.Mkdir(stick, 0o700); err != nil {
			t.Fatal(err)
		}
		started(c, inLines, fillID("reference", "K-102"), choosing(string(walk.Together)), choosing(string(walk.TalkOnly)), choosing("begin"), straight,
			answerAll(walk.NotNow), decline, choosing("save"), fillID("folder", stick), choosing("file"),
			sees("Call the desk."))
		for _, path := range append(c.in("stick", "*.txt", ""), c.in("stick", "*.html", "")...) {
			for _, fact := range []string{"Call the desk.", "Tuesdays at six", "3 South Street", "Ten a session.", "A card to take along", "My crisis contact"} {
				if !strings.Contains(string(c.bytes(path)), fact) {
					t.Errorf("%s does not say %q", path, fact)
				}
			}
		}
		if copies := c.in("stick", "*", ""); len(copies) != 2 {
			t.Errorf("there is %v", copies)
		}
	})
}

// The ticks of the form are for the clinician's eyes: whatever is ticked, the same is kept.
func TestWhatIsThoughtOfBeforehandIsKeptNowhere(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		var kept []walk.Form
		for _, ticks := range []deed{inOrder(), inOrder(choosing("check 1"), choosing("check 7"))} {
			c := onDisk(t)
			c.atDesk = true
			started(c, inLines, fillID("reference", "K-102"), choosing(string(walk.Together)), choosing(string(walk.TalkOnly)), ticks, choosing("begin"))
			kept = append(kept, formOf(c))
			if text := string(c.bytes(c.journal())); strings.Contains(text, "check 1") || strings.Contains(text, "safe enough") {
				t.Errorf("a tick is kept: %s", text)
			}
		}
		kept[0].Folder, kept[1].Folder = "", "" // each has its own
		if !reflect.DeepEqual(kept[0], kept[1]) {
			t.Errorf("%+v, %+v", kept[0], kept[1])
		}
	})
}

// What is deleted is the working file: a record that was saved stays.
func TestDeletingWhatIsKeptOfAnIntakeLeavesItsRecord(t *testing.T) {
	onEach(t, func(t *testing.T, inLines bool) {
		c := onDisk(t)
		c.atDesk = true
		started(c, inLines, fillID("reference", "K-102"), choosing(string(walk.Together)), choosing(string(walk.TalkOnly)), choosing("begin"), straight,
			answerAll(walk.Agree), sign("Maja"), choosing("save"))
		started(c, inLines, sees("Its record is saved"), act("Delete what is kept of K-102"), act("Yes, delete K-102 for good"), sees("is deleted"))
		compare(t, "records", recordLines(c.records()), []string{"signed: Maja (K-102)"})
	})
}

// By ear, too, one learns what there is in an intake, and how to get help from the form.
func TestAnIntakesOwnWordsAndHelpNowAreNamedByEar(t *testing.T) {
	c := onDisk(t)
	c.atDesk = true
	r := beginLines(c)
	r.hearOut()
	r.sees("help now, stop")
	does(r, fillID("reference", "K-102"), choosing(string(walk.Together)), choosing(string(walk.TalkOnly)), choosing("begin"), readOn)
	r.types("?")
	r.hearOut()
	r.sees("mark", "clinician note", "end intake", "help now")
}
