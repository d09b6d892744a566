package tui

// Questions and reflections.
var askedJourneys = []journey{
	{
		name: "what fits at once is said, and the next key goes on",
		deeds: []deed{
			begin, goTo("where-dana-works"), choose(2), sees("You found what fits", "Yes, neither a reason"), readOn,
		},
		at:    "helping-each-other",
		facts: []string{"reach welcome", "choose where-dana-works: right", "reach helping-each-other"},
	},
	{
		name: "what does not fit is explained, and one may choose again",
		deeds: []deed{
			begin, goTo("where-dana-works"), choose(1), sees("Another answer fits better."), choose(2), sees("You found what fits"),
		},
		at:    "where-dana-works",
		facts: []string{"reach welcome", "choose where-dana-works: not quite", "choose where-dana-works: right"},
	},
	{
		name: "the same miss twice is no new answer",
		deeds: []deed{
			begin, goTo("where-dana-works"), choose(1), choose(1), sees("You have tried this one"),
		},
		at:    "where-dana-works",
		facts: []string{"reach welcome", "choose where-dana-works: not quite"},
	},
	{
		name:  "who asks is shown what fits",
		deeds: []deed{begin, goTo("where-dana-works"), showMe, sees("Here is what fits", "This fits."), readOn},
		at:    "helping-each-other",
		facts: []string{"reach welcome", "show me where-dana-works", "reach helping-each-other"},
	},
	{
		name: "a question left for later can still be answered",
		deeds: []deed{
			begin, goTo("silence"), later, back, choose(3), sees("You found what fits"),
		},
		at:    "silence",
		facts: []string{"reach welcome", "later silence", "reach afterwards", "reach silence", "choose silence: right"},
	},
	{
		name: "a question left for later comes back, and stands on the last page while it is open",
		deeds: []deed{
			begin, goTo("silence"), later, sees("It, or one like it, comes once more"), goTo("first-session-in-short"), readOn, sees("After her third session"), later,
			sees("under what is still open"), goTo("keep-private"), later, later, later, later, later, later, later, decline, sees("Still open"),
			choosing("open silence"), sees("After her third session"), choose(1), readOn, lacks("Still open"),
		},
		at: "closing",
		facts: []string{
			"reach welcome", "later silence", "reach afterwards", "pass first-session-in-short", "reach silence again", "later silence again",
			"reach common-myths", "reach come-on-time", "reach give-it-a-start", "reach come-clear", "reach contact-outside",
			"reach keep-it-safe", "reach know-the-limits", "reach signing", "decline signing", "reach closing", "reach silence again", "choose silence again: right", "reach closing",
		},
	},
	{
		name: "what is still open is offered before the promises, and can be passed as a whole",
		deeds: []deed{
			begin, goTo("silence"), later, goTo("group-rules-in-short"), readOn, later, later, later, later, later, sees("Before the promises", "still open", "What could Mira"),
			choosing("open silence"), sees("After her third session"), showMe, readOn, sees("Before the promises"), lacks("What could Mira"),
			readOn, sees("Read each promise"),
		},
		at: "commitment",
		facts: []string{
			"reach welcome", "later silence", "reach afterwards", "pass group-rules-in-short",
			"reach alis-sister-asks again", "later alis-sister-asks again", "reach noor-asks-about-privacy again", "later noor-asks-about-privacy again",
			"reach ines-may-leave again", "later ines-may-leave again", "reach pat-wants-a-drink again", "later pat-wants-a-drink again",
			"reach bus-stop again", "later bus-stop again", "reach recap page", "reach silence again", "show me silence again",
			"reach recap page", "reach commitment",
		},
	},
	{
		name: "a chapter with a question left for later is not done",
		deeds: []deed{
			begin, goTo("silence"), later, goTo("common-myths"), chapters,
			sees("Your first session", "you are here", "0 of 10 chapters read"),
		},
		facts: []string{"reach welcome", "later silence", "reach afterwards", "reach afterwards"},
	},
	{
		name: "one that is missing is counted, and the rest may be added",
		deeds: []deed{
			begin, goTo("bens-brother"), choose(1), sees("What you ticked fits", "One that fits is not ticked yet"),
			choose(3), sees("Yes, those are all that fit"),
		},
		at:    "bens-brother",
		facts: []string{"reach welcome", "choose bens-brother: not quite", "choose bens-brother: right"},
	},
	{
		name: "one ticked too many has its reason below it",
		deeds: []deed{
			begin, goTo("bens-brother"), choose(1, 2), sees("fits less", "One that fits is not ticked yet"),
		},
		at:    "bens-brother",
		facts: []string{"reach welcome", "choose bens-brother: not quite"},
	},
	{
		name:  "Enter alone answers no question",
		deeds: []deed{begin, goTo("where-dana-works"), nothing(5), choose(2), sees("You found what fits")},
		at:    "where-dana-works", facts: []string{"reach welcome", "choose where-dana-works: right"},
	},
	{
		name: "an answer without a tick says how to tick",
		deeds: []deed{
			begin, goTo("bens-brother"), press("enter"), sees("Nothing is ticked yet"),
		},
		at: "bens-brother", facts: []string{"reach welcome"},
	},
	{
		name: "a question missed comes once more at the chapter's end",
		deeds: []deed{
			begin, goTo("silence"), choose(1), choose(3), goTo("first-session-in-short"), readOn,
			sees("A question like an earlier one, if you like.", "After her third session"), choose(1), sees("You found what fits"), readOn,
		},
		at: "common-myths",
		facts: []string{
			"reach welcome", "choose silence: not quite", "choose silence: right",
			"pass first-session-in-short", "reach silence again", "choose silence again: right", "reach common-myths",
		},
	},
	{
		name: "a question found at once does not come again",
		deeds: []deed{
			begin, goTo("silence"), choose(3), goTo("first-session-in-short"), readOn,
		},
		at: "common-myths",
		facts: []string{
			"reach welcome", "choose silence: right", "pass first-session-in-short", "reach common-myths",
		},
	},
	{
		name: "a miss is remembered by who comes back",
		deeds: []deed{
			begin, goTo("where-dana-works"), choose(1), leaveAndStart, sees("Another answer fits better."), choose(2),
		},
		at:    "where-dana-works",
		facts: []string{"reach welcome", "choose where-dana-works: not quite", "choose where-dana-works: right"},
	},
	{
		name: "a reflection takes ticks and a line of one's own",
		deeds: []deed{
			begin, goTo("my-worries"), tick(1, 3), ownWords, sees("I will not know what to say", "Late trains"), readOn,
		},
		at: "myths-in-short",
		facts: []string{
			"reach welcome", "tick my-worries", "tick my-worries", "tick my-worries: Late trains",
			"pass my-worries", "reach myths-in-short",
		},
	},
	{
		name: "a tick is taken back with the same key",
		deeds: []deed{
			begin, goTo("my-worries"), tick(2), tick(2), readOn,
		},
		at: "myths-in-short",
		facts: []string{
			"reach welcome", "tick my-worries", "tick my-worries", "pass my-worries", "reach myths-in-short",
		},
	},
	{
		name:  "a reflection may be passed without a word",
		deeds: []deed{begin, goTo("my-worries"), readOn},
		at:    "myths-in-short", facts: []string{"reach welcome", "pass my-worries", "reach myths-in-short"},
	},
	{
		name: "a line that was only begun is kept by who leaves at once",
		deeds: []deed{
			begin, goTo("my-worries"), press("shift+tab", "text:All of it", "ctrl+c"), func(s surface) { s.start() },
			press("pgdown"), sees("All of it"),
		},
		at: "my-worries", facts: []string{"reach welcome", "tick my-worries: All of it"},
	},
	{
		name: "the section of a question is read again in between",
		deeds: []deed{
			begin, goTo("where-dana-works"), rule, sees("Will I have to tell everything?"),
			back, sees("What could Dana do?"),
		},
		at: "where-dana-works", facts: []string{"reach welcome"},
	},
}
