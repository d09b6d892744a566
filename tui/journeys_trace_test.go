package tui

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"firstsession/content/page"
	"firstsession/content/walk"
)

// typist is a surface on which whole lines are typed.
type typist interface {
	types(format string, args ...any)
}

// types sends lines as they are, where a journey is about them. A surface
// without lines passes the journey over.
func types(lines ...string) deed {
	return func(s surface) {
		t, ok := s.(typist)
		if !ok {
			s.(interface{ passOver(why string) }).passOver("this is about lines")
			return
		}
		for _, line := range lines {
			t.types("%s", line)
		}
	}
}

func (r *screenReader) passOver(why string) { r.s.t.Skip(why) }

// computerOf is where a surface runs.
func computerOf(s surface) *computer {
	switch s := s.(type) {
	case *screenReader:
		return &s.s.computer
	case *lineReader:
		return &s.computer
	default:
		return nil
	}
}

// isNowhere looks for words in every file on the computer.
func isNowhere(words string) deed {
	return func(s surface) {
		c := computerOf(s)
		c.t.Helper()
		err := filepath.WalkDir(c.home, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(path)
			if err == nil && strings.Contains(string(data), words) {
				c.t.Errorf("%q stands in %s", words, path)
			}
			return err
		})
		if err != nil {
			c.t.Fatal(err)
		}
	}
}

// wrote looks for words in the files of a name.
func wrote(pattern string, words ...string) deed {
	return func(s surface) {
		c := computerOf(s)
		c.t.Helper()
		found, err := filepath.Glob(filepath.Join(c.home, pattern))
		if err != nil || len(found) != 1 {
			c.t.Fatalf("%d files are named %s: %v", len(found), pattern, err)
		}
		data, err := os.ReadFile(found[0])
		if err != nil {
			c.t.Fatal(err)
		}
		for _, want := range words {
			if !strings.Contains(string(data), want) {
				c.t.Errorf("%q does not stand in %s:\n%s", want, found[0], data)
			}
		}
	}
}

func myPage(s surface) { s.testing().Helper(); s.do(page.MyPage, "") }

// What a member takes along on a page of their own.
var myPageJourneys = []journey{
	{
		name: "what was chosen of my page is saved, and nothing else",
		deeds: []deed{
			begin, note("ask about Thursday"), myPage, sees("ask about Thursday", "Sentences to have ready"),
			act("Save the page"), sees("Choose first what goes on the page."), choosing("notes"), act("Save the page"), scrollTo("The page is saved, and beside it"), sees("my-page-"),
			wrote("*/my-page-*.html", "ask about Thursday"), wrote("*/my-page-*.txt", "My notes", "- ask about Thursday"),
		},
		facts: []string{"reach welcome", "take note n1: ask about Thursday"},
	},
	{
		name:  "my page has what was left open and what was not agreed to",
		deeds: []deed{begin, goTo("silence"), later, goTo("keep-private"), answer(walk.NotNow), myPage, sees("What I have not agreed to", "Questions that I left open"), back},
		at:    "keep-private",
		facts: []string{"reach welcome", "later silence", "reach afterwards", "set answer keep-private: not now"},
	},
	{
		name: "my page has the promises that were left, once one came to them",
		deeds: []deed{
			begin, myPage, lacks("Promises without an answer yet"), back, goTo("keep-private"), later,
			myPage, scrollTo("Promises without an answer yet"), sees("Promises without an answer yet"), choosing("unanswered"), act("Save the page"),
			wrote("*/my-page-*.txt", "Promises without an answer yet", "I will keep private who the members are"), back,
		},
		at: "come-on-time", facts: []string{"reach welcome", "reach come-on-time"},
	},
	{
		name:  "the small file is offered only where something can go into it",
		deeds: []deed{begin, myPage, lacks("Also as a small file"), back, note("ask"), myPage, scrollTo("Also as a small file"), sees("Also as a small file"), choosing("sentences"), choosing("file"), act("Save the page"), sees("or take the tick at “Also as a small file to bring along” away"), back},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: ask"},
	},
	{
		name:  "my page is not said to be in no file once it lies in one",
		deeds: []deed{begin, note("ask"), savesMyPage, back, erasesAll, myPage, lacks("in no file"), sees("this page is only in this window now", "The pages that you saved stay on this computer: my-page-"), back},
		at:    "welcome",
	},
	{
		name:  "a page that was saved in an earlier visit is said to stay, too",
		deeds: []deed{begin, note("ask"), savesMyPage, back, leaveAndStart, erasesAll, sees("The pages that you saved stay on this computer: my-", "Nothing else of this visit"), myPage, lacks("in no file"), back},
		at:    "welcome",
	},
	{
		name:  "without a trace my page is read, and in no file",
		deeds: []deed{beginPrivate, myPage, sees("this page is only in this window, in no file"), lacks("Save the page"), back},
		at:    "welcome",
	},
}

// What is said of traces is true, and what is taken back is gone.
var traceJourneys = []journey{
	{
		name:  "a note that is deleted is on the disk no more",
		deeds: []deed{begin, note("my secret affair"), deleteNote, isNowhere("affair")},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: …", "change note n1"},
	},
	{
		name: "a note that was changed is deleted in all its versions",
		deeds: []deed{
			begin, note("my secret"), changeNote(" affair"), isNowhere("my secret\""), deleteNote, isNowhere("secret"),
			leaveAndStart, isNowhere("secret"),
		},
		at: "welcome", facts: []string{"reach welcome", "take note n1: …", "change note n1: …", "change note n1"},
	},
	{
		name:   "a note in an intake that is deleted is on the disk no more",
		atDesk: true,
		deeds: []deed{
			fill("Reference for the client", "K-102"), together, mark("All chapters"), act("Begin the intake"), readOn,
			note("my secret affair"), deleteNote, isNowhere("affair"),
		},
		at:    "welcome",
		facts: []string{"intake K-102, all", "reach client page", "reach welcome", "take note n1: …", "change note n1"},
	},
	{
		name:  "own words that are taken away are on the disk no more",
		deeds: []deed{begin, goTo("my-worries"), types("9 my secret affair", "1", "delete 9"), hears("Or in your own words: empty"), isNowhere("affair"), sees("(ticked)")},
		at:    "my-worries", facts: []string{"reach welcome", "tick my-worries: …", "tick my-worries: …", "tick my-worries"},
	},
	{
		name: "own words that are emptied in the field are on the disk no more",
		deeds: []deed{
			begin, goTo("my-worries"), fillID("own", "affair"), press(), fillID("own", ""), isNowhere("affair"),
		},
		at: "my-worries", facts: []string{"reach welcome", "tick my-worries: …", "tick my-worries"},
	},
	{
		name: "who signs without a trace hears before it what it leaves, and afterwards what is left",
		deeds: []deed{
			beginPrivate, goTo("keep-private"), answerAll(walk.Agree), scrollTo("signing saves a record with your name, in the folder"),
			sees("signing saves a record with your name, in the folder"),
			sign("Ann"), scrollTo("What you signed stays"), sees("What you signed stays on this computer: "), lacks("Nothing of this visit is kept on this computer."),
			chapters, sees("What you signed stays on this computer: "), lacks("Nothing of this visit is kept on this computer."),
		},
		at: "", records: []string{"signed: Ann"},
	},
	{
		name:  "who leaves no trace and signs nothing hears that nothing is kept",
		deeds: []deed{beginPrivate, chapters, sees("Nothing of this visit is kept on this computer."), back, keyList, sees("Nothing of this visit is kept on this computer."), back},
		at:    "welcome",
	},
	{
		name:  "stop loses nothing before it is asked for twice",
		deeds: []deed{beginPrivate, types("stop"), sees("Nothing of this visit is kept on this computer", "To leave, once more: stop"), readOn, types("stop", "no", "stop"), sees("To leave, once more: stop")},
		at:    "main-message",
	},
	{
		name:  "q loses nothing before it is pressed twice",
		deeds: []deed{beginPrivate, press("q"), sees("To leave, once more: q"), press("space"), press("q"), sees("To leave, once more: q")},
		at:    "main-message",
	},
	{
		name:  "the mode is said when it is chosen, and to whoever asks",
		deeds: []deed{types("private"), hears("This visit leaves no trace", "Nothing of this visit is kept on this computer"), types("where"), hears("Nothing of this visit is kept on this computer"), types("?"), hears("stop: stop, keep nothing", "Nothing of this visit is kept")},
		at:    "welcome",
	},
	{
		name:  "the mode is said to whoever keeps their place",
		deeds: []deed{types("", "where"), hears("Chapter 1 of 10: Welcome.", "Your place is kept on this computer.")},
		at:    "welcome", facts: []string{"reach welcome"},
	},
}

// hears listens to what was said last, and to nothing more.
func hears(texts ...string) deed {
	return func(s surface) {
		r, ok := s.(*lineReader)
		if !ok {
			return
		}
		for _, text := range texts {
			if !strings.Contains(strings.Join(strings.Fields(r.heard), " "), text) {
				r.t.Errorf("%q is not said in\n%s", text, r.heard)
			}
		}
	}
}

// quiet expects that words are not said.
func quiet(text string) deed {
	return func(s surface) {
		if r, ok := s.(*lineReader); ok && strings.Contains(r.heard, text) {
			r.t.Errorf("%q is said in\n%s", text, r.heard)
		}
	}
}

// scrollTo scrolls down to words, where there is a window.
func scrollTo(words string) deed {
	return func(s surface) {
		r, ok := s.(*screenReader)
		if lines, is := s.(*lineReader); is { // what is long is said in parts
			lines.hearOut()
		}
		for n := 0; ok && n < 10 && !strings.Contains(strings.Join(strings.Fields(r.s.window()), " "), words); n++ {
			r.press("pgdown")
		}
	}
}

// erasesAll asks for everything to be erased, and once more.
func erasesAll(s surface) {
	s.testing().Helper()
	s.do(page.NoTrace, "")
	s.choose(byID(s, "erase"))
	s.choose(byID(s, "erase"))
}

// goesShort takes the short way, or all chapters again.
func goesShort(s surface) { s.do(page.ShortWay, "") }
func goesWhole(s surface) { s.do(page.WholeWay, "") }

// The short way is open to members, and loses nothing.
var shortJourneys = []journey{
	{
		name:  "the short way is chosen on the first page, and holds at the next start",
		deeds: []deed{goesShort, sees("You chose the short way", "begin the short way"), begin, chapters, sees("not in the short way"), leaveAndStart, chapters, sees("not in the short way"), back},
		at:    "welcome", facts: []string{"short : yes", "reach welcome"},
	},
	{
		name:  "it can be taken back before one begins",
		deeds: []deed{goesShort, goesWhole, lacks("You chose the short way"), begin, chapters, lacks("not in the short way"), back},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name: "it is changed under the chapters, and all that was done is kept",
		deeds: []deed{
			begin, goTo("own-pace"), note("Ask"), chapters, goesShort, sees("From here on the guide takes the short way", "not in the short way"),
			goesWhole, sees("goes through all chapters"), lacks("not in the short way"), back, notesList, sees("Ask"), back,
		},
		at: "own-pace", facts: []string{"reach welcome", "take note n1: Ask", "short : yes", "short "},
	},
	{
		name: "the pages of a chapter count alike on its page and on my page",
		deeds: []deed{
			goesShort, begin, sees("pages in the short way, 6 pages in all"),
			onTheWay(readOn, readOn), goTo("keep-private"), myPage, scrollTo("short way"), sees("of 6 pages", "I took the short way"), back,
		},
		at: "keep-private", facts: []string{"short : yes", "reach welcome"},
	},
	{
		name:  "the minutes that are left are said for each chapter and for all",
		deeds: []deed{begin, chapters, sees("you are here, ", "minutes are left"), back},
		at:    "welcome", facts: []string{"reach welcome"},
	},
}

// Whoever has begun with a place kept can still leave none.
var lateJourneys = []journey{
	{
		name: "what is kept is erased by who chooses so after having begun, and they go on where they are",
		deeds: []deed{
			begin, readOn, note("Is there a lift"), erasesAll, sees("What was kept of you on this computer is erased", "Nothing of this visit is kept"),
			isNowhere("lift"), readOn, note("Another"), isNowhere("Another"),
			leaveAndStart, sees("begin, and leave no trace"),
		},
	},
	{
		name:  "asking once erases nothing",
		deeds: []deed{begin, func(s surface) { s.do(page.NoTrace, ""); s.choose(byID(s, "erase")) }, sees("This cannot be brought back"), back},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name: "the word and the key of the first page lead there, too",
		deeds: []deed{
			begin, func(s surface) { s.do(page.BeginPrivate, "") }, sees("Leave no trace from here on", "firstsession forget"), back,
		},
		at: "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "the chapters and what there is to say about the guide name how to erase",
		deeds: []deed{begin, chapters, sees("To have it erased, and leave no trace"), back, about, sees("To have it erased"), back, back},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "each form names the other on its first page",
		deeds: []deed{sees("firstsession", "--plain"), begin},
		at:    "welcome", facts: []string{"reach welcome"},
	},
}
