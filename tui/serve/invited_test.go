package serve

import (
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/plain"
	"firstsession/content/store"
)

func TestTheStepsOfTheHandOutWorkAsTheyStand(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.window()
	r.sees("I have an invitation")
	r.settles()
	r.types("1")
	r.sees("five words and a number")
	r.settles()
	r.types("\r")
	r.sees("Here") // the frame differs from the one before by some letters
	for _, key := range keysOf(words) {
		r.types(key)
		r.settles()
	}
	r.types("\r")
	r.sees("invitation was found")
}

func TestACodeIsTakenWhereItIsTyped(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.lines()
	r.says("maple heron otter lilac cloud 42", "This invitation is not known here.")
	r.says("maple heron", "is no answer here")
	r.says(words, "Your invitation was found.")
	hangUp(r.client)
	s.logged.waits(t, "a visit ended after")
	window := s.window()
	window.sees("I have an invitation")
	window.settles()
	window.types("\x1b[200~" + words + "\x1b[201~")
	window.sees("invitation was found")
}

func TestACodeIsTypedAgainWhereItWasNotTaken(t *testing.T) {
	t.Parallel()
	s := start(t)
	code := s.invite("K-108")
	r := s.window()
	r.sees("I have an invitation")
	r.settles()
	r.types("1")
	r.sees("five words and a number")
	r.settles()
	for _, try := range []string{"maple heron", "otter dex", "lilac cloud", code} {
		r.types("\r")
		r.settles()
		r.types("\x1b[200~" + try + "\x1b[201~")
		r.settles()
	}
	r.types("\r")
	r.sees("invitation was found")
}

func TestTheLanguageOfTheHandOutIsOpened(t *testing.T) {
	t.Parallel()
	s := start(t)
	conn, err := net.Dial("tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	client, err := s.over(conn, "es")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { hangUp(client) })
	s.readsOn(client, "", "plain").sees("1. Tengo una invitación")
	words, err := s.places.Make("K-102", "", "es", store.EndOf(s.clock.Now(), 30))
	if err != nil {
		t.Fatal(err)
	}
	r := s.lines()
	r.says(words, "Se encontró su invitación.")
	hangUp(r.client)
	s.logged.waits(t, "a visit ended after")
	r = s.lines()
	r.says("español", "Tengo una invitación")
	r.says("English", "I have an invitation")
}

// inGroups serves a practice that has two groups.
func inGroups(o *Options) {
	guides := o.Guides
	o.Groups = []content.Group{{ID: "monday", Name: "Mondays"}, {ID: "tuesday", Name: "Tuesdays"}}
	o.Guides = func(group, language string) (*content.Guide, error) {
		guide, err := guides("", language)
		if err != nil {
			return nil, err
		}
		own := *guide
		for _, g := range o.Groups {
			if g.ID == group {
				own.Group = g
			}
		}
		return &own, nil
	}
}

func TestWhoBeginsSaysForWhichGroup(t *testing.T) {
	t.Parallel()
	s := start(t, inGroups)
	r := s.lines()
	r.says("", "Which group.")
	r.says("2", "Chapter 1 of 10: Welcome.")
	r.saysAbout("Tuesdays")

	words := s.invite("K-102")
	r = s.lines()
	r.says(words, "Your invitation was found.")
	r.says("", "Which group.")
	r.says("1", "Chapter 1 of 10: Welcome.")
	r.says("stop", "It goes on here")
	r.gone()
	s.logged.waits(t, "a visit ended after")
	r = s.lines()
	r.says(words, "Welcome back")
	r.saysAbout("Mondays")
}

func TestWhoGoesBackFromTheQuestionForTheirGroupHasNotBegun(t *testing.T) {
	t.Parallel()
	s := start(t, inGroups)
	r := s.lines()
	r.says("", "Which group.")
	r.says("back", "begin, and keep nothing of this visit")
	r.sees("commands.")
	r.says("short way", "Enter: begin the short way")
	r.sees("commands.")
	r.says("", "Which group.")
	r.sees("commands.")
	r.says("2", "Chapter 1 of 10: Welcome.")
	r.saysAbout("Tuesdays")
}

// saysAbout hears the page about the guide, which says for which group it is.
func (r *reader) saysAbout(group string) {
	r.t.Helper()
	r.sees("commands.")
	from := r.from
	r.types("about\n")
	r.hearsAll()
	if all := r.shown.String()[from:]; !strings.Contains(all, group) {
		r.t.Errorf("it does not say that it is for %s: %s", group, all)
	}
}

func TestAnInvitationSaysForWhichGroupItIs(t *testing.T) {
	t.Parallel()
	s := start(t, inGroups)
	words, err := s.places.Make("K-102", "tuesday", "", store.EndOf(s.clock.Now(), 30))
	if err != nil {
		t.Fatal(err)
	}
	r := s.lines()
	r.says(words, "Your invitation was found.")
	r.says("", "Chapter 1 of 10: Welcome.")
	r.sees("commands.")
	r.types("about\n")
	r.hearsAll()
	if all := r.shown.String(); strings.Contains(all, "Which group") || strings.Contains(all, "Mondays") {
		t.Error("what the invitation says is asked")
	}
}

func TestAReaderLocksWhatIsKept(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.lines()
	r.says(words, "Your invitation was found.")
	r.sees("1. Lock what is kept with a word of my own")
	r.says("1", "nobody reads them without it")
	r.sees("commands.")
	r.says("heron", "This word is too short")
	r.sees("commands.")
	r.says("aaaa aaaa", "This word is soon guessed")
	r.says("a heron at dawn", "Please type it once more")
	r.says("a heron at dusk", "This is another word than the first")
	r.says("a heron at dawn", "Your word is set.")
	r.sees("What you choose to keep is kept there, locked with your own word.")
	r.says("", "Chapter 1 of 10: Welcome.")
	r.says("note I am nervous", "Your note is kept.")
	r.says("notes", "What you write is locked with your own word.")
	r.sees("commands.")
	r.says("stop", "locked with your own word. To go on")
	r.gone()
	s.logged.waits(t, "a visit ended after")
	for _, path := range s.kept() {
		text, err := os.ReadFile(path)
		if err != nil || strings.Contains(string(text), "nervous") || strings.Contains(string(text), "welcome") {
			t.Errorf("%s can be read: %s, %v", path, text, err)
		}
	}

	r = s.window()
	r.sees("I have an invitation")
	r.settles()
	r.types("\x1b[200~" + words + "\x1b[201~")
	r.sees("is locked with a word of your")
	r.settles()
	for _, key := range keysOf("a heron at DAWN") {
		r.types(key)
		r.settles()
	}
	r.types("\r")
	r.sees("Welcome back")
	r.settles()
	r.types("n")
	r.sees("I am nervous")
	hangUp(r.client)
	s.logged.waits(t, "0 open\na visit ended after")

	r = s.lines()
	r.says(words, "is locked with a word of your own")
	r.sees("commands.")
	r.says("a heron at dusk", "This is not the word")
	r.says("forgotten", "which cannot be brought back")
	r.says("forgotten", "are erased. Your invitation can be used again.")
	r.sees("1. Lock what is kept")
	if kept := s.kept(); len(kept) != 0 {
		t.Errorf("kept all the same: %v", kept)
	}
}

func TestEnterTwiceNeitherErasesWhatIsLockedNorLeaves(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	place, _, err := s.places.Open(words)
	if err == nil {
		_, err = store.Lock(place, "a heron at dawn")
	}
	if err = errors.Join(err, place.Close()); err != nil {
		t.Fatal(err)
	}
	r := s.window()
	r.sees("I have an invitation")
	r.settles()
	r.types("\x1b[200~" + words + "\x1b[201~")
	r.sees("is locked with a word of your")
	for _, key := range []string{"\x1b[B", "\r"} {
		r.settles()
		r.types(key)
	}
	r.sees("brought")
	for _, key := range []string{"\r", "\r", "\x1b[B", "\r"} { // at first, nothing is marked
		r.settles()
		r.types(key)
	}
	r.sees("are erased.")
}

func TestAWordIsTriedAsOftenAsItMay(t *testing.T) {
	t.Parallel()
	s := start(t, func(o *Options) { o.Limits.Tries = 1 })
	words := s.invite("K-102")
	place, _, err := s.places.Open(words)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Lock(place, "a heron at dawn"); err != nil {
		t.Fatal(err)
	}
	r := s.lines()
	r.says(words, "is locked with a word of your own")
	r.sees("commands.")
	r.says("a heron at dusk", "This is not the word")
	r.says("a heron at dawn", "Those were many tries.")
}

// sleeper is a connection whose client can fall asleep.
type sleeper struct {
	net.Conn
	awake sync.RWMutex
}

func (c *sleeper) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	c.awake.RLock()
	defer c.awake.RUnlock()
	return n, err
}

func TestAClientThatSleepsKeepsNobodyOff(t *testing.T) {
	t.Parallel()
	s := start(t, func(o *Options) { o.Limits.Answer = 2 * time.Second })
	words := s.invite("K-102")
	conn, err := net.Dial("tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	asleep := &sleeper{Conn: conn}
	client, err := s.over(asleep, "whoever")
	if err != nil {
		t.Fatal(err)
	}
	first := s.readsOn(client, "", "plain")
	first.says(words, "Your invitation was found.")
	first.says("", "Chapter 1 of 10: Welcome.")
	first.sees("commands.")
	second := s.lines()
	second.says(words, "This invitation is open in another window.")
	second.says("chapters", "commands.")
	first.says("note I am nervous", "Your note is kept.")
	for asked := true; asked; runtime.Gosched() { // until the first has answered that it is there
		asked = false
		s.gate.each(func(v *guest) { asked = asked || v.asked })
	}
	asleep.awake.Lock()
	defer asleep.awake.Unlock()
	second.says("back", "commands.")
	second.says(words, "This invitation is open in another window.")
	s.logged.waits(t, "a visit ended after")
	second.says(words, "Welcome back")
}

func TestWhatIsSignedIsInTheLedger(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.lines()
	r.says(words, "Your invitation was found.")
	r.sees("commands.")
	r.says("", "Chapter 1 of 10: Welcome.")
	r.answersAll()
	if !strings.Contains(r.all(), "an invitation for K-102") {
		t.Error("the page does not say that the record has the reference")
	}
	r.says("1", "Type the text for: Your name")
	r.says("Dana", "The name you typed is: Dana")
	r.sees("commands.")
	r.says("sign", "The end.")
	ledgers, err := filepath.Glob(filepath.Join(s.records, "ledger-*", "*.jsonl"))
	if err != nil || len(ledgers) != 1 {
		t.Errorf("there is no ledger: %v, %v", ledgers, err)
	}
}

// What is true of a program on one's own computer only is never said here:
// wherever one goes, in either language, with an invitation and without.
func TestNothingIsSaidThatIsTrueElsewhereOnly(t *testing.T) {
	t.Parallel()
	untrue := regexp.MustCompile(`(?i)this computer|esta computadora|firstsession |--plain|pages? that you saved|páginas que guardó|` +
		`delete my copy|borro mi copia|seguir después|later, and go on|\.jsonl?\b|/records|another folder|otra carpeta`)
	all, err := guides()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range guidetest.Languages(t) {
		for _, invited := range []bool{false, true} {
			t.Run(fmt.Sprint(language, " invited ", invited), func(t *testing.T) {
				s := start(t, func(o *Options) { o.Language = language })
				words := all[language].Words
				prompt, _, _ := strings.Cut(words.Lines.More, ":")
				r := s.lines()
				says := func(line string) {
					t.Helper()
					r.types(line + "\n")
					r.sees("\n")
					r.sees(prompt)
				}
				r.sees(prompt)
				if invited {
					says(s.invite("K-102"))
				}
				c := words.Command
				says(plain.Spellings(c.ShortWay)[0])
				says("")
				says(plain.Spellings(c.Note)[0] + " x")
				for _, command := range []string{
					c.Note, c.Back, c.Chapters, c.About, c.Again, c.MyPage, c.Back, c.Where, c.Private, c.NoTrace,
					c.WholeWay, c.ShortWay, c.More, c.Glossary, c.Help, c.Back, c.Chapters,
				} {
					says(plain.Spellings(command)[0])
				}
				for range 12 { // down a long page, and on
					says("")
				}
				if found := untrue.FindAllString(r.shown.String(), -1); len(found) > 0 {
					t.Errorf("it says %q", found)
				}
			})
		}
	}
}

func TestLinesForAClientThatToldNoWidthAreBrokenBetweenWords(t *testing.T) {
	t.Parallel()
	r := start(t).lines()
	r.sees("hear all commands.")
	r.shown.mu.Lock()
	defer r.shown.mu.Unlock()
	for line := range strings.Lines(r.shown.text.String()) {
		if len([]rune(strings.TrimSpace(line))) > columns {
			t.Errorf("a line is longer than a window: %q", line)
		}
	}
}
