package serve

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/record"
)

// enters takes an invitation, in lines.
func (r *reader) enters(words string) {
	r.t.Helper()
	r.says("1", "Type the text for")
	r.types(words + "\n")
}

// recordsIn are those of a server.
func (s *served) recordsIn() []record.Entry {
	s.t.Helper()
	all, err := record.List(disk.OS(), s.records)
	if err != nil && !disk.IsNone(err) {
		s.t.Fatal(err)
	}
	return all
}

// kept are the files that a server keeps of readers.
func (s *served) kept() (all []string) {
	s.t.Helper()
	err := filepath.Walk(filepath.Join(filepath.Dir(s.records), "places"), func(path string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
				s.t.Errorf("%s is %v", path, info.Mode())
			}
			all = append(all, path)
		}
		return nil
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return all
}

// answersAll goes from the chapters to the signing page, and agrees on the way.
func (r *reader) answersAll() {
	r.t.Helper()
	r.says("chapters", "commands.")
	r.says("10", "Chapter 10 of 10")
	r.sees("commands.")
	r.says("", "Not answered yet.")
	for range 7 {
		r.sees("commands.")
		r.says("agree", "I agree.")
		r.sees("commands.")
		r.types("\n")
	}
	r.sees("Sign, or not")
	r.hearsAll()
}

// hearsAll hears a long page to its end.
func (r *reader) hearsAll() {
	r.t.Helper()
	for {
		r.sees("commands.")
		all := r.shown.String()[:r.from]
		if !strings.Contains(all[strings.LastIndex(all, "\n"):], "Enter: hear the rest") {
			return
		}
		r.types("\n")
	}
}

func TestWithoutAnInvitationNothingIsKeptOrSigned(t *testing.T) {
	t.Parallel()
	s := start(t)
	r := s.lines()
	r.sees("This guide runs on your clinic’s computer. What you choose to keep is kept there; whoever runs it could read it.")
	if strings.Contains(r.all(), "Nothing is sent anywhere") {
		t.Error("what is not true here is said")
	}
	r.says("", "Nothing of this visit is kept.")
	r.says("note I am nervous", "It is not kept.")
	r.says("my page", "This page is in no file.")
	r.sees("I am nervous")
	r.answersAll()
	if !strings.Contains(r.all(), "To sign, an invitation from your practice is needed.") {
		t.Error("nothing says why one cannot sign")
	}
	r.says("sign", "Nothing has changed")
	r.sees("commands.")
	r.says("", "The end.")
	r.says("stop", "To leave, once more: stop.")
	r.says("stop", "Nothing of this visit was kept.")
	r.gone()
	if kept := s.kept(); len(kept)+len(s.recordsIn()) != 0 {
		t.Errorf("kept all the same: %v", kept)
	}
}

func TestWithAnInvitationOneGoesOnLaterAndSigns(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.lines()
	r.enters(strings.ToUpper(strings.ReplaceAll(words, "-", "  ")))
	r.sees("Your invitation was found. Nothing is kept before you begin.")
	if kept := s.kept(); len(kept) != 0 {
		t.Errorf("kept before one began: %v", kept)
	}
	r.says("", "Chapter 1 of 10: Welcome.")
	r.says("note I am nervous", "Your note is kept.")
	r.answersAll()
	r.says("stop", "Your place is kept on your clinic’s computer, with your answers and notes.")
	hangUp(r.client)
	s.logged.waits(t, "a visit ended after")

	r = s.window()
	r.sees("I have an invitation")
	r.types("1")
	r.types("\r")
	r.sees("five words and a number")
	r.types(words)
	r.types("\r")
	r.sees("Welcome back to First Session.")
	r.types("q")
	r.sees("here: Chapter 10 of 10")
	hangUp(r.client)
	s.logged.waits(t, "0 open\na visit ended after")

	r = s.lines()
	r.enters(words)
	r.sees("Welcome back to First Session.")
	r.hearsAll()
	r.says("2", "Type the text for: Your name")
	r.says("Dana", "The name you typed is: Dana")
	r.sees("commands.")
	r.says("sign", "The end.")
	if shown := r.shown.String(); strings.Contains(shown, s.records) {
		t.Errorf("the clinic's folders are shown: %s", shown)
	}
	r.says("stop", "The record that you signed is kept there too")
	r.gone()
	all := s.recordsIn()
	if len(all) != 1 || all[0].Err != nil || all[0].Record.Invited == nil || all[0].Record.Invited.Reference != "K-102" || all[0].Record.Name != "Dana" {
		t.Fatalf("records: %+v", all)
	}
	text, err := os.ReadFile(strings.TrimSuffix(all[0].Path, ".json") + ".txt")
	if err != nil || !strings.Contains(string(text), "Reference: K-102") || !strings.Contains(string(text), "Nobody checked who typed.") {
		t.Errorf("the copy says: %s, %v", text, err)
	}
}

func TestWhatWasDoneBeforeAnInvitationComesAlong(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.lines()
	r.says("", "Nothing of this visit is kept.")
	r.answersAll()
	r.says("1", "Type the text for")
	r.says(words, "What you have done in this visit is kept from here on.")
	r.sees("commands.")
	r.says("stop", "It goes on here: Chapter 10 of 10")
	hangUp(r.client)
	s.logged.waits(t, "a visit ended after")
	r = s.lines()
	r.enters(words)
	r.sees("Your answer: I agree.")
}

func TestOneReadsAtATimeUnderAnInvitation(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	first, second := s.lines(), s.lines()
	first.enters(words)
	first.sees("was found")
	first.says("", "Chapter 1 of 10: Welcome.")
	second.enters(words)
	second.sees("This invitation is open in another window.")
	hangUp(first.client) // the connection breaks
	s.logged.waits(t, "a visit ended after")
	second.says(words, "Welcome back")
}

func TestAnInvitationEnds(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.lines()
	r.enters(words)
	r.sees("was found")
	r.says("", "Chapter 1 of 10: Welcome.")
	if n, err := s.places.Revoke("K-102"); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	r.says("", "Your invitation has ended while you were reading.")
	r.sees("commands.")
	if kept := s.kept(); len(kept) != 0 {
		t.Errorf("kept under an invitation that has ended: %v", kept)
	}
	r.says("note I am nervous", "It is not kept.")
	r.says("stop", "To leave, once more: stop.")
	r.says("stop", "Nothing of this visit was kept.")
	r.gone()
	r = s.lines()
	r.enters(words)
	r.sees("This invitation has ended.")
	late := s.invite("K-103")
	s.clock.goes(31 * 24 * 60 * 60 * 1e9)
	r.says(late, "This invitation has ended.")
}

func TestAReaderErasesTheirPlace(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.lines()
	r.enters(words)
	r.sees("was found")
	r.says("", "Chapter 1 of 10: Welcome.")
	r.says("note I am nervous", "Your note is kept.")
	r.says("forget", "They cannot be brought back.")
	r.sees("commands.")
	r.says("back", "commands.")
	r.says("chapters", "11. Erase my place")
	r.sees("commands.")
	r.says("11", "They cannot be brought back.")
	r.sees("commands.")
	r.says("erase", "choose that once more")
	r.says("erase", "are erased. Your invitation can be used again.")
	if kept := s.kept(); len(kept) != 0 {
		t.Errorf("kept all the same: %v", kept)
	}
	r.says("", "Chapter 1 of 10: Welcome.")
	r.says("stop", "It goes on here")
	r.gone()
	if kept := s.kept(); len(kept) == 0 {
		t.Error("nothing is kept of what was begun anew")
	}
}

func TestWhoReadsIsToldWhenTheServerStops(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	plain, window := s.lines(), s.window()
	plain.enters(words)
	plain.sees("was found")
	plain.says("", "Chapter 1 of 10: Welcome.")
	window.sees("First")
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	plain.sees("The program is being stopped on your clinic’s computer.")
	plain.gone()
	window.sees("The program is being stopped on your clinic’s computer.")
	window.gone()
	if _, err := s.dial(); err == nil {
		t.Error("a reader was let in after the end")
	}
	if !strings.Contains(s.logged.String(), "2 visits since the start") {
		t.Errorf("the log says: %s", s.logged)
	}
}

func TestLinesInAWindowShowWhatIsTyped(t *testing.T) {
	t.Parallel()
	s := start(t)
	r := s.reads("xterm", "plain")
	r.sees("commands.\r\n")
	r.types("chx\x7f\x1b[Aapters")
	r.sees("chx\b \bapters")
	r.types("\r")
	r.sees("0 of 10 chapters read.")
	r.types("\x03")
	r.sees("Nothing of this visit was kept.")
	r.gone()
}

func TestAPasteAnswersNoPromise(t *testing.T) {
	t.Parallel()
	s := start(t)
	r := s.lines()
	r.says("", "Nothing of this visit is kept.")
	r.says("chapters", "commands.")
	r.says("10", "Chapter 10 of 10")
	r.sees("commands.")
	r.says("", "Not answered yet.")
	r.sees("commands.")
	r.says("agree\nagree\nagree", "More was typed or pasted than this page had asked for")
	if strings.Contains(r.all(), "answered: I agree") {
		t.Error("a paste answered")
	}
}

func TestWhatEndsWhileOneSignsIsNotSigned(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.lines()
	r.enters(words)
	r.sees("was found")
	r.says("", "Chapter 1 of 10: Welcome.")
	r.answersAll()
	r.says("1", "Type the text for: Your name")
	r.says("Dana", "The name you typed is: Dana")
	r.sees("commands.")
	if n, err := s.places.Revoke("K-102"); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	r.says("sign", "Your invitation has ended while you were reading.")
	r.sees("commands.")
	r.says("again", "To sign, an invitation from your practice is needed.")
	r.hearsAll()
	if kept := s.kept(); len(kept)+len(s.recordsIn()) != 0 {
		t.Errorf("kept all the same: %v", kept)
	}
}
