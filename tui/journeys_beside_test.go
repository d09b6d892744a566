package tui

// Places beside the walk: each leads back to where one was, and leaves no
// fact.
var besideJourneys = []journey{
	{
		name: "a search opens a section, and leads back to the search and the page",
		deeds: []deed{
			begin, find("three sentences", 1), sees("Three sentences to keep in your pocket"),
			back, sees("found"), back,
		},
		at: "welcome", facts: []string{"reach welcome"},
	},
	{
		name: "a search that finds nothing says what to try",
		deeds: []deed{
			begin, lookFor("xylophone"), sees("Nothing was found about “xylophone”", "Try a part of the word"), back,
		},
		at: "welcome", facts: []string{"reach welcome"},
	},
	{
		name: "a search by an everyday word shows how each page begins, and leads there",
		deeds: []deed{
			begin, lookFor("price"), sees("What to ask before you start", "Perhaps about “price”, in other words", "What does it cost"), back, find("price", 1), sees("What does it cost"), back, back,
		},
		at: "welcome", facts: []string{"reach welcome"},
	},
	{
		name: "a search for what the program does leads there",
		deeds: []deed{
			begin, lookFor("print"), sees("My page", "firstsession print card"), func(s surface) { s.choose(byID(s, "my page")) },
			sees("Sentences to have ready"), back, back, lookFor("erase"), func(s surface) { s.choose(byID(s, "no trace")) },
			sees("Erase what is kept of me"), back, back,
		},
		at: "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "the words that a page is found by are shown nowhere",
		deeds: []deed{begin, goTo("ask-first"), sees("What to ask before you start"), lacks("insurance")},
		at:    "ask-first", facts: []string{"reach welcome"},
	},
	{
		name:  "the glossary is read and closed",
		deeds: []deed{begin, readOn, glossary, sees("Glossary", "acknowledgement"), back},
		at:    "main-message", facts: []string{"reach welcome", "pass welcome", "reach main-message"},
	},
	{
		name:  "help is there before anything is begun, and asks nothing",
		deeds: []deed{helpNow, sees("If you need help now"), back, sees("begin, and keep my place")},
	},
	{
		name: "help is there while one types, and what was typed stays",
		deeds: []deed{
			begin, press("n", "text:I am not"), helpNow, sees("If you need help now"), back,
			press("text: sure", "enter"), sees("I am not sure"), back,
		},
		at: "welcome", facts: []string{"reach welcome", "take note n1: I am not sure"},
	},
	{
		name:  "an exclamation mark in a field is a letter",
		deeds: []deed{begin, note("Help! q?"), notesList, sees("Help! q?"), back},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: Help! q?"},
	},
	{
		name:  "the list of keys is read and closed",
		deeds: []deed{begin, keyList, sees("back"), back},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "what the guide is and is not can be read from anywhere",
		deeds: []deed{begin, about, sees("About this guide"), back, back},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "places lie on one another, and the page is below them all",
		deeds: []deed{begin, readOn, chapters, glossary, helpNow, back, back, sees("Chapters"), back},
		at:    "main-message", facts: []string{"reach welcome", "pass welcome", "reach main-message"},
	},
	{
		name: "who opens one place from another leaves them one by one",
		deeds: []deed{
			begin, chapters, glossary, press("/"), helpNow, back, press("esc"), sees("Glossary"), back, sees("Chapters"), back,
		},
		at: "welcome", facts: []string{"reach welcome"},
	},
	{
		name: "the chapters lead to another chapter, and back from there to the chapters",
		deeds: []deed{
			begin, chapters, pick(3), sees("Common myths"), back, sees("Chapters"), back,
		},
		at: "welcome", facts: []string{"reach welcome", "reach common-myths", "reach welcome"},
	},
}

// Notes.
var noteJourneys = []journey{
	{
		name:  "a note is kept with the page where it was written",
		deeds: []deed{begin, goTo("own-pace"), note("Ask about Tuesdays"), notesList, sees("Ask about Tuesdays", "Will I have to tell everything?"), back},
		at:    "own-pace", facts: []string{"reach welcome", "take note n1: Ask about Tuesdays"},
	},
	{
		name:  "a note is changed",
		deeds: []deed{begin, note("Ask"), changeNote(" about Tuesdays")},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: …", "change note n1: Ask about Tuesdays"},
	},
	{
		name:  "a note is deleted",
		deeds: []deed{begin, note("Ask"), deleteNote},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: …", "change note n1"},
	},
	{
		name:  "asking once does not delete a note",
		deeds: []deed{begin, note("Ask"), askToDelete, sees("To delete this note, choose “Yes"), back, back},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: Ask"},
	},
	{
		name: "a note that was begun is kept by who leaves with Ctrl+C",
		deeds: []deed{
			begin, press("n", "text:What if I", "ctrl+c"), func(s surface) { s.start() }, press("n", "tab"), sees("What if I"), back,
		},
		at: "welcome", facts: []string{"reach welcome", "take note n1: What if I"},
	},
	{
		name: "a note is kept by who gets help and leaves from there",
		deeds: []deed{
			begin, press("n", "text:I cannot"), helpNow, leaveAndStart,
		},
		at: "welcome", facts: []string{"reach welcome", "take note n1: I cannot"},
	},
	{
		name:  "an empty note is none",
		deeds: []deed{begin, press("n", "text:   ", "enter"), sees("Nothing is written yet"), press("esc"), sees("Welcome")},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "a pasted note keeps its words and loses what commands a terminal",
		deeds: []deed{begin, pasteNote("Two\nlines\x1b[2J and \u202emore"), back},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: Two lines[2J and more"},
	},
}
