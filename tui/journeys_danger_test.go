package tui

import "firstsession/content/walk"

const helpTitle = "If you need help now"

// A cry for help is understood wherever it is typed, and none of it is kept.
var dangerJourneys = []journey{
	{
		name:  "who searches for suicide is shown help now first",
		deeds: []deed{begin, lookFor("suicide"), sees(helpTitle, "emergency number now"), lacks("Nothing was found about"), lacks("give you a crisis contact"), back},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name: "who searches for being beaten, for cutting or with a letter amiss is shown help now first",
		deeds: []deed{
			begin, lookFor("hits me"), sees(helpTitle), lacks("Nothing was found about"), back, lookFor("cutting"), sees(helpTitle), lacks("Nothing was found about"), back,
			lookFor("kil myself"), sees(helpTitle), lacks("Nothing was found about"), back,
		},
		at: "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "what is found stands behind help now",
		deeds: []deed{begin, types("search crisis"), hears(helpTitle, "call your local emergency number now", "6 found", "2. "), back},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "a list of help now has no numbers that would answer the page below",
		deeds: []deed{begin, goTo("where-dana-works"), types("help now"), hears("You can also go to the nearest emergency department."), quiet("1. You can also go")},
		at:    "where-dana-works", facts: []string{"reach welcome"},
	},
	{
		name:  "F1 is help now in lines, too, as a terminal sends it and as a word",
		deeds: []deed{begin, types("\x1bOP"), hears(helpTitle), types("\x1b[[A"), hears(helpTitle), types("F1"), hears(helpTitle)},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "a search for danger opens help now",
		deeds: []deed{begin, press("/", "text:overdose", "enter", "enter"), sees(helpTitle, "nearest emergency department"), back, back},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "an ordinary search shows none of it",
		deeds: []deed{begin, lookFor("pocket"), lacks(helpTitle)},
		facts: []string{"reach welcome"},
	},
	{
		name:  "a cry for help in a note is kept, and help is offered beside it",
		deeds: []deed{begin, note("I want to die"), notesList, sees("I want to die"), back},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: I want to die"},
	},
	{
		name:  "letters of another encoding in a note are told, and kept as they were typed",
		deeds: []deed{begin, press("n", "text:mi sesiÃ³n", "enter"), sees("came in another encoding"), back},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: mi sesiÃ³n"},
	},
	{
		name:  "letters of another encoding in a note are told by ear, too",
		deeds: []deed{begin, types("note: donâ€™t"), hears("came in another encoding")},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: donâ€™t"},
	},
	{
		name:  "help is offered while a note is written, and what was typed stays",
		deeds: []deed{begin, press("n", "text:help me"), sees(helpTitle+": F1. What you typed stays.", "help me"), press("enter", "esc"), notesList, sees("help me"), back},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: help me"},
	},
	{
		name:  "help is offered beside a note that says one cannot go on",
		deeds: []deed{begin, press("n", "text:I can’t go on"), sees(helpTitle + ": F1. What you typed stays."), press("enter"), back},
		at:    "welcome", facts: []string{"reach welcome", "take note n1: I can’t go on"},
	},
	{
		name:  "help is offered beside a name",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), pasteName("help me"), sees(helpTitle)},
		at:    walk.SignatureID, facts: afterAll(walk.Agree),
	},
	{
		name:  "help is offered beside a name that is pasted",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), press(), pasteName("help me"), sees(helpTitle + ": F1. What you typed stays.")},
		at:    walk.SignatureID, facts: afterAll(walk.Agree),
	},
	{
		name: "a cry for help leads to help at any prompt",
		deeds: []deed{
			types("I need help"), hears(helpTitle), begin, types("help me"), hears(helpTitle), goTo("where-dana-works"), types("I want to hurt myself"), hears(helpTitle),
			goTo("keep-private"), types("emergency"), hears(helpTitle), types("suicide"), hears(helpTitle), types("chapters", "crisis"), hears(helpTitle),
			types("search", "I need help"), hears(helpTitle), types("search hotline"), hears(helpTitle),
			types("I cant go on"), hears(helpTitle), types("he hits me"), hears(helpTitle), types("I am scared"), hears(helpTitle), types("kys"), hears(helpTitle),
			types("note I need help"), hears("Your note is kept.", helpTitle+": help now. What you typed stays."),
		},
		facts: []string{"reach welcome", "take note n1: I need help"},
	},
}
