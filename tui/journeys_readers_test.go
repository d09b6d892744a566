package tui

import (
	"firstsession/content/page"
	"firstsession/content/walk"
	"path/filepath"
)

// savesMyPage saves the notes of my page.
func savesMyPage(s surface) {
	s.testing().Helper()
	myPage(s)
	s.choose(byID(s, "notes"))
	s.choose(byID(s, "save"))
}

// onTheWay does what is about no facts.
func onTheWay(deeds ...deed) deed {
	return func(s surface) {
		s.testing().Helper()
		for _, do := range deeds {
			before := len(s.journeyFacts())
			do(s)
			for _, fact := range s.journeyFacts()[before:] {
				s.onTheWay()[fact.Seq] = true
			}
		}
	}
}

// noTracePage opens the page on which what is kept is erased.
func noTracePage(s surface) { s.testing().Helper(); s.do(page.NoTrace, "") }

// typesFolder changes where the record is saved to a folder in the reader's home.
func typesFolder(name string) deed {
	return func(s surface) {
		s.testing().Helper()
		s.fill(byID(s, "folder"), computerOf(s).home+"/"+name)
	}
}

// What readers stumbled over.
var readersJourneys = []journey{
	{
		name: "who leaves no trace is told of each record and page that stays",
		deeds: []deed{
			begin, note("ask"), savesMyPage, back, goTo("keep-private"),
			onTheWay(answerAll(walk.Agree), typesFolder("Papers"), sign("Ann"), signAgain, answerAll(walk.Agree), typesFolder("Elsewhere"), sign("Ann")),
			noTracePage, scrollTo("Records that you signed"), sees("Records that you signed are not erased", "Papers", "Elsewhere"),
			scrollTo("my-page-"), sees("Pages that you saved are not erased", "my-page-"),
		},
		facts: []string{"reach welcome", "take note n1: ask"},
	},
	{
		name: "who erases all hears that a page that was saved stays",
		deeds: []deed{
			begin, note("ask"), savesMyPage, back, erasesAll,
			sees("The pages that you saved stay on this computer", "Nothing else of this visit is kept"), lacks("Nothing of this visit"),
		},
		at: "welcome",
	},
	{
		name: "who deletes a note hears that a page that was saved may hold it",
		deeds: []deed{
			begin, note("ask"), savesMyPage, back, askToDelete, choosing("delete note"),
			sees("The note is gone. A page that you saved may still hold it."), back,
		},
		at: "welcome", facts: []string{"reach welcome", "take note n1: …", "change note n1"},
	},
	{
		name:  "who begins without a trace is told so at once",
		deeds: []deed{beginPrivate, sees("This visit leaves no trace", "Nothing of this visit is kept on this computer")},
		at:    "welcome",
	},
	{
		name:  "my page has what was said in one's own words to think about",
		deeds: []deed{begin, goTo("my-worries"), ownWords, myPage, scrollTo("Late trains"), sees("My own words", "Late trains"), back},
		at:    "my-worries", facts: []string{"reach welcome", "tick my-worries: Late trains"},
	},
	{
		name: "the record can be read where it was signed",
		deeds: []deed{
			beginPrivate, goTo("keep-private"), answerAll(walk.Agree), sign("Ann"), choosing("record"),
			sees("What I answered to the promises of the group", "Name: Ann"), back,
		},
		at: "closing", records: []string{"signed: Ann"},
	},
	{
		name:  "the short way that was chosen holds for what is looked at before one begins",
		deeds: []deed{goesShort, chapters, sees("not in the short way"), back},
	},
	{
		name:  "help spelled out on the first page begins nothing, and leads to help now",
		deeds: []deed{press("h", "e", "l", "p"), sees("If you need help now"), back, sees("begin, and keep my place")},
	},
	{
		name:  "once a note is to be deleted, the footer says the key that does it and no other",
		deeds: []deed{begin, note("ask"), askToDelete, press(), sees("↓ choose"), lacks("Space choose", "Enter back"), back, back},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: ask"},
	},
	{
		name:  "to leave no trace once more is answered by what already holds",
		deeds: []deed{beginPrivate, types("no trace"), hears("Nothing of this visit is kept on this computer")},
		at:    "welcome",
	},
	{
		name:  "what a visit without a trace keeps is said truly in another language",
		deeds: []deed{beginPrivate, about, func(s surface) { s.do(page.Languages[0], "") }, lacks("se conservan", "se guarda en esta"), sees("siguen con usted")},
		at:    "welcome",
	},
	{
		name:  "a number and words go into the line with that number, and into no name",
		deeds: []deed{beginPrivate, goTo("keep-private"), answerAll(walk.Agree), scrollTo("Where your copy is saved"), types("1 /somewhere/else"), hears(filepath.FromSlash("/somewhere/else")), lacks("The name you typed")},
		at:    "signing",
	},
}
