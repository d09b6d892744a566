package tui

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/walk"
)

// begun is a session that was left at a section, with the bytes of its
// journal.
func begun(t *testing.T) (*session, []byte) {
	t.Helper()
	s := newSession(t, 80, 24)
	r := newScreenReader(s)
	for _, do := range []deed{begin, readOn, readOn, back} {
		do(r)
	}
	r.leave()
	return s, s.journalBytes()
}

func (s *session) journalBytes() []byte {
	s.t.Helper()
	data, err := os.ReadFile(s.journal())
	if err != nil {
		s.t.Fatal(err)
	}
	return data
}

// write puts a file in the place of what is there.
func (s *session) write(path string, data []byte) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		s.t.Fatal(err)
	}
}

// aside are the files that were put aside, and reports those of crashes, by
// their bytes.
func (s *session) aside() []string   { s.t.Helper(); return s.beside("set-aside-*") }
func (s *session) reports() []string { s.t.Helper(); return s.beside("report-*") }

func (s *session) beside(pattern string) []string {
	s.t.Helper()
	paths, err := filepath.Glob(filepath.Join(filepath.Dir(s.journal()), pattern))
	if err != nil {
		s.t.Fatal(err)
	}
	var all []string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			s.t.Fatal(err)
		}
		all = append(all, string(data))
	}
	return all
}

func TestATornLastLineIsPutAsideAndSaid(t *testing.T) {
	s, whole := begun(t)
	torn := whole[:len(whole)-9]
	s.write(s.journal(), torn)
	s.again().sees("was not complete", "All before it is here")
	if step := s.step().Key(); step != "where-help-comes-from" {
		t.Errorf("it opens at %q", step)
	}
	end := bytes.LastIndexByte(torn, '\n') + 1
	if aside := s.aside(); len(aside) != 1 || aside[0] != string(torn[end:]) {
		t.Errorf("put aside is %q, want %q", aside, torn[end:])
	}
	s.press("l", "q").again()
	if aside := s.aside(); len(aside) != 1 || s.step().Key() != "why-first" {
		t.Errorf("after it: at %q, put aside %q", s.step().Key(), aside)
	}
}

// damaged changes a byte in the middle of the journal.
func damaged(t *testing.T) (*session, []byte) {
	t.Helper()
	s, whole := begun(t)
	lines := bytes.SplitAfter(whole, []byte("\n"))
	lines[2] = append([]byte("?"), lines[2]...)
	broken := bytes.Join(lines, nil)
	s.write(s.journal(), broken)
	s.again().sees("About your place", "is damaged: line 3", "Nothing in it was changed")
	return s, broken
}

func TestADamagedJournalIsPutAsideIfTheReaderSaysSo(t *testing.T) {
	s, broken := damaged(t)
	s.press("x").sees("put aside in")
	if aside := s.aside(); len(aside) != 1 || aside[0] != string(broken) {
		t.Errorf("put aside is %q", aside)
	}
	newScreenReader(s).readOn()
	s.press("q").again().sees("Welcome back")
	if step := s.step().Key(); step != "main-message" {
		t.Errorf("the new journal leads to %q", step)
	}
}

// readToAnAnswer reads from the first chapter's opening to its first question,
// and answers that.
func readToAnAnswer(s *session) {
	s.t.Helper()
	r := newScreenReader(s)
	for _, do := range []deed{readOn, readOn, choose(2), sees("You found what fits")} {
		do(r)
	}
}

func TestADamagedJournalStaysAsItIsIfTheReaderGoesOn(t *testing.T) {
	s, broken := damaged(t)
	s.press("space")
	readToAnAnswer(s)
	s.press("n", "text:Ask", "enter", "left", "q")
	if got := s.journalBytes(); !bytes.Equal(got, broken) {
		t.Errorf("the journal is now %q", got)
	}
	s.again().sees("About your place")
}

func TestAJournalOfANewerProgramIsLeftAlone(t *testing.T) {
	s, whole := begun(t)
	newer := slices.Concat([]byte("{\"format\":9,\"more\":true}\n"), whole[bytes.IndexByte(whole, '\n')+1:])
	s.write(s.journal(), newer)
	s.again().sees("written by a newer First Session", "nothing will be kept this time")
	s.press("x").sees("written by a newer First Session")
	s.press("enter")
	readToAnAnswer(s)
	s.press("q")
	if got := s.journalBytes(); !bytes.Equal(got, newer) {
		t.Errorf("the journal is now %q", got)
	}
	if aside := s.aside(); aside != nil {
		t.Errorf("put aside is %q", aside)
	}
}

func TestASecondWindowReadsAndKeepsNothing(t *testing.T) {
	one := newSession(t, 80, 24)
	r := newScreenReader(one)
	r.begin(true)
	r.readOn()
	two := &session{computer: computer{t: t, home: one.home}, width: 60, height: 20}
	two.start()
	t.Cleanup(two.close)
	two.sees("already open in another window").press("enter")
	readToAnAnswer(two)
	r.readOn()
	r.later()
	want := []string{"reach welcome", "pass welcome", "reach main-message", "pass main-message",
		"reach where-help-comes-from", "later where-help-comes-from", "reach why-first"}
	compare(t, "facts", factLines(one.facts(), nil), want)
	one.press("q")
	one.close()
	two.press("q")
	two.again().sees("Welcome back")
	if step := two.step().Key(); step != "why-first" {
		t.Errorf("it opens at %q", step)
	}
	two.press("q")
	two.close()
	one.start()
}

func TestTwoWindowsThatBothBeginDoNotMixTheirFacts(t *testing.T) {
	one := newSession(t, 80, 24)
	two := &session{computer: computer{t: t, home: one.home}, width: 80, height: 24}
	two.start()
	t.Cleanup(two.close)
	one.press("enter", "space")
	two.press("enter").sees("open in another window")
	readToAnAnswer(two)
	compare(t, "facts", factLines(one.facts(), nil), []string{"reach welcome", "pass welcome", "reach main-message"})
}

func TestWithoutAHomeTheGuideIsReadAndSignedAllTheSame(t *testing.T) {
	s := &session{computer: computer{t: t, home: t.TempDir(), noHome: true}, width: 80, height: 24}
	s.start()
	t.Cleanup(s.close)
	s.sees("Your place cannot be kept on this computer", "names no home folder").press("enter")
	r := newScreenReader(s)
	for _, do := range []deed{goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), sees("say here which folder")} {
		do(r)
	}
	folder := filepath.Join(s.home, "mine")
	s.press("text:"+folder, "enter", "enter", "1", "enter").sees("You signed on")
	if found, _ := filepath.Glob(filepath.Join(folder, "*.json")); len(found) != 1 {
		t.Errorf("records are %v", found)
	}
}

func TestAFileInThePlaceOfTheStateFolderIsSaid(t *testing.T) {
	for _, name := range []string{"state", filepath.Join("state", "firstsession")} {
		t.Run(filepath.Base(name), func(t *testing.T) {
			s := &session{computer: computer{t: t, home: t.TempDir()}, width: 80, height: 24}
			path := filepath.Join(s.home, name)
			s.write(path, []byte("mine"))
			s.start()
			t.Cleanup(s.close)
			s.sees("Your place cannot be kept").press("enter")
			readToAnAnswer(s)
			if data, err := os.ReadFile(path); string(data) != "mine" {
				t.Errorf("the file is now %q, %v", data, err)
			}
		})
	}
}

func TestWhatIsForgottenIsGoneAndRecordsStay(t *testing.T) {
	s := newSession(t, 80, 24)
	r := newScreenReader(s)
	for _, do := range []deed{begin, note("Ask"), goTo("keep-private"), answerAll(walk.Agree), sign("Maja")} {
		do(r)
	}
	s.press("q")
	s.close()
	var said bytes.Buffer
	if code := Main([]string{"forget", "--yes"}, Streams{In: strings.NewReader(""), Out: io.Discard, Err: &said}, s.getenv); code != exitDone {
		t.Fatalf("forget ends with %d: %s", code, said.String())
	}
	if _, err := os.Stat(filepath.Dir(s.journal())); !os.IsNotExist(err) {
		t.Errorf("the journal's folder is still there: %v", err)
	}
	s.start()
	s.sees("begin, and keep my place")
	compare(t, "records", recordLines(s.records()), []string{"signed: Maja"})
}
