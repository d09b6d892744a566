package tui

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/command/shell"
	"firstsession/tui/tuitest"
)

// ownGuide gives the session a guide folder of its own, as export writes it.
func (s *session) ownGuide() *session {
	s.t.Helper()
	s.guide = filepath.Join(s.home, "guide")
	var said bytes.Buffer
	if code := obey([]string{"export", s.guide}, Streams{In: strings.NewReader(""), Out: io.Discard, Err: &said}, s.getenv); code != shell.ExitDone {
		s.t.Fatalf("export ends with %d: %s", code, said.String())
	}
	return s
}

// edit changes words in a file of the guide's folder.
func (s *session) edit(file, old, instead string) *session {
	s.t.Helper()
	path := filepath.Join(s.guide, "en", file)
	data, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(old)) {
		s.t.Fatalf("%q does not stand in %s", old, file)
	}
	if err := os.WriteFile(path, bytes.ReplaceAll(data, []byte(old), []byte(instead)), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return s
}

func TestAPromiseWhoseWordsChangedIsAskedAgain(t *testing.T) {
	s := newSession(t, 80, 24).ownGuide().again()
	r := newScreenReader(s)
	for _, do := range []deed{begin, goTo("keep-private"), answerAll(walk.Agree)} {
		do(r)
	}
	s.press("q")
	s.edit("commitment.md", "I will not record or post.", "I will never record or post.").again()
	s.sees("The guide has changed since you were here", "1 of your answers is asked again")
	goTo("keep-private")(r)
	s.sees("I will never record or post", "The words of this promise have changed since you answered it")
	if a := s.walk().Answer("keep-private"); a != walk.Unanswered {
		t.Errorf("the answer %q stands for other words", a)
	}
	if a := s.walk().Answer("come-on-time"); a != walk.Agree {
		t.Errorf("the answer to a promise that did not change is %q", a)
	}
	answerAll(walk.TalkFirst)(r)
	if a := s.walk().Answer("keep-private"); a != walk.TalkFirst {
		t.Errorf("the answer is %q", a)
	}
}

func TestWhoWasAtTheSigningPageIsToldThereWhichPromiseIsAskedAgain(t *testing.T) {
	s := newSession(t, 80, 24).ownGuide().again()
	r := newScreenReader(s)
	for _, do := range []deed{begin, goTo("keep-private"), answerAll(walk.Agree)} {
		do(r)
	}
	s.press("q")
	s.edit("commitment.md", "I will not record or post.", "I will never record or post.").again()
	if step := s.step(); step.Kind != walk.Signature {
		t.Errorf("one comes back to %+v\n%s", step, s.window())
	}
	r.choose(byID(r, "answer keep-private"))
	if step := s.step(); step.ID != "keep-private" {
		t.Errorf("one is led to %+v\n%s", step, s.window())
	}
}

func TestTicksWhoseWordsChangedAreAskedAgain(t *testing.T) {
	s := newSession(t, 80, 40).ownGuide().again()
	r := newScreenReader(s)
	for _, do := range []deed{begin, goTo("my-worries"), tick(1, 2)} {
		do(r)
	}
	s.press("q")
	s.edit("03-common-myths.md", "The others will judge me or leave me out", "The others will judge me").again()
	s.sees("The guide has changed since you were here", "The words here have changed since you last ticked something")
	if ticks, _ := s.walk().Ticks("my-worries"); len(ticks.Options) != 1 || ticks.Options[0] != 0 {
		t.Errorf("ticks are %+v", ticks)
	}
}

func TestAQuestionStaysAnsweredWhateverBecameOfItsWords(t *testing.T) {
	s := newSession(t, 80, 24).ownGuide().again()
	r := newScreenReader(s)
	for _, do := range []deed{begin, goTo("where-dana-works"), choose(2)} {
		do(r)
	}
	s.press("q")
	s.edit("03-common-myths.md", "What could Dana do?", "What can Dana do?").again()
	s.sees("What can Dana do?", "You found what fits")
}

func TestAPageThatIsGoneLeadsToAPageThatIsThere(t *testing.T) {
	s := newSession(t, 80, 24).ownGuide().again()
	r := newScreenReader(s)
	for _, do := range []deed{begin, goTo("second-best"), note("Is it?")} {
		do(r)
	}
	s.press("q")
	s.edit("03-common-myths.md", "{#second-best}", "{#second-choice}").again()
	if at := s.step().Key(); at != "common-myths" {
		t.Errorf("it opens at %q", at)
	}
	r.press("n", "tab")
	s.sees("Is it?")
}

func TestAnotherGuidesPlaceIsPassedOverAndKept(t *testing.T) {
	s := newSession(t, 80, 24)
	r := newScreenReader(s)
	for _, do := range []deed{begin, goTo("keep-private"), answer(walk.NotNow)} {
		do(r)
	}
	s.press("q")
	before := len(s.facts())
	s.ownGuide().edit("commitment.md", "{#keep-private}", "{#keep-it-private}").again()
	s.press("q")
	if after := len(s.facts()); after < before {
		t.Errorf("%d facts are left of %d", after, before)
	}
	s.guide = ""
	s.again()
	if a := s.walk().Answer("keep-private"); a != walk.NotNow {
		t.Errorf("the answer is %q when the guide is back", a)
	}
}

func TestWhatIsFoundIsMarked(t *testing.T) {
	s := newSession(t, 80, 24)
	s.press("enter", "/", "text:pocket", "enter", "enter").sees("Three sentences to keep in your pocket")
	plain := s.model.View().Content
	if tuitest.Plain([]string{plain}) == plain || !strings.Contains(plain, "pocket\x1b[") {
		t.Errorf("“pocket” is not marked in\n%q", plain)
	}
}
