package tui

import (
	"slices"

	"firstsession/content/walk"
)

// promises are the ids of the statements, in order.
var promises = []string{
	"keep-private", "come-on-time", "give-it-a-start", "come-clear", "contact-outside", "keep-it-safe", "know-the-limits",
}

// afterAll puts facts together: where one begins, the same answer to all
// promises, and more.
func afterAll(a walk.Answer, more ...string) []string {
	facts := []string{"reach welcome"}
	for i, id := range promises {
		next := walk.SignatureID
		if i+1 < len(promises) {
			next = promises[i+1]
		}
		facts = append(facts, "set answer "+id+": "+string(a), "reach "+next)
	}
	return append(facts, more...)
}

// leavesTwo leaves the first and the last promise open, comes to the signing page,
// and opens the first from there.
func leavesTwo(s surface) {
	onTheWay(goTo("keep-private"), later, answerFive, later, func(s surface) { s.choose(byID(s, "answer keep-private")) })(s)
}

func answerFive(s surface) {
	for range 5 {
		answer(walk.Agree)(s)
		readOn(s)
	}
}

// Promises.
var pledgeJourneys = []journey{
	{
		name: "each of the three answers is taken, and none is chosen beforehand",
		deeds: []deed{
			begin, goTo("keep-private"), answer(walk.Agree), sees("I agree (your answer)"), readOn,
			answer(walk.TalkFirst), readOn, answer(walk.NotNow), readOn,
		},
		at: "come-clear",
		facts: []string{
			"reach welcome", "set answer keep-private: agree", "reach come-on-time", "set answer come-on-time: talk first",
			"reach give-it-a-start", "set answer give-it-a-start: not now", "reach come-clear",
		},
	},
	{
		name: "an answer is changed",
		deeds: []deed{
			begin, goTo("keep-private"), answer(walk.Agree), readOn, back, answer(walk.TalkFirst),
		},
		at: "keep-private",
		facts: []string{
			"reach welcome", "set answer keep-private: agree", "reach come-on-time", "reach keep-private",
			"set answer keep-private: talk first",
		},
	},
	{
		name:  "a held Enter answers one promise only",
		deeds: []deed{begin, goTo("keep-private"), press("down"), press(slices.Repeat([]string{"enter"}, 20)...)},
		at:    "come-on-time", facts: []string{"reach welcome", "set answer keep-private: agree", "reach come-on-time"},
	},
	{
		name:  "a paste answers nothing",
		deeds: []deed{begin, goTo("keep-private"), press("paste:1\n", "2", "paste:\r\n\r\n", "paste:I agree\n")},
		at:    "keep-private", facts: []string{"reach welcome"},
	},
	{
		name:  "Enter alone sets no answer",
		deeds: []deed{begin, goTo("keep-private"), nothing(20)},
		at:    "keep-private", facts: []string{"reach welcome"},
	},
	{
		name:  "Space answers nothing",
		deeds: []deed{begin, goTo("keep-private"), press("1", "space", "space", "2", "space"), sees("choose it with the arrow keys or a number, then press Enter")},
		at:    "keep-private", facts: []string{"reach welcome"},
	},
	{
		name:  "Enter with nothing chosen says how to choose",
		deeds: []deed{begin, goTo("keep-private"), press("end", "enter"), sees("To do one of these, choose it with the arrow keys or a number")},
		at:    "keep-private", facts: []string{"reach welcome"},
	},
	{
		name:  "a click chooses an answer and sets none",
		deeds: []deed{begin, goTo("keep-private"), clickOn("I agree"), clickOn("I agree"), clickOn("I want to talk")},
		at:    "keep-private", facts: []string{"reach welcome"},
	},
	{
		name: "the rule of a promise is read, and one comes back to it",
		deeds: []deed{
			begin, goTo("keep-private"), rule, sees("What is said here stays here"), back, sees("Nothing is decided until you sign"),
		},
		at: "keep-private", facts: []string{"reach welcome"},
	},
	{
		name: "what was ticked on the signing page is ticked for who comes back",
		deeds: []deed{
			begin, note("my secret"), goTo("keep-private"), answerAll(walk.Agree), include("my secret"), leaveAndStart, ticked("offer n1"),
		},
		at: walk.SignatureID, facts: slices.Insert(afterAll(walk.Agree, "include n1: yes"), 1, "take note n1: my secret"),
	},
	{
		name: "who leaves every promise for later comes to the signing page, and can decline there",
		deeds: []deed{
			begin, goTo("keep-private"), later, later, later, later, later, later, later,
			sees("signing waits until each has one"), choosing("answer come-on-time"), answer(walk.Agree), readOn, back, decline, sees("That is a fine place to stop", "Without an answer yet", "I will keep private"),
		},
		at: walk.ClosingID,
		facts: []string{
			"reach welcome", "reach come-on-time", "reach give-it-a-start", "reach come-clear", "reach contact-outside",
			"reach keep-it-safe", "reach know-the-limits", "reach signing", "reach come-on-time", "set answer come-on-time: agree",
			"reach give-it-a-start", "reach signing", "decline signing", "reach closing",
		},
	},
	{
		name: "who answers one that was left open is led to the next open one, and at last back to the signing page",
		deeds: []deed{
			begin, note("my secret"), leavesTwo, answer(walk.Agree), readOn, answer(walk.Agree), readOn,
			include("my secret"),
		},
		at: walk.SignatureID,
		facts: []string{
			"reach welcome", "take note n1: my secret", "set answer keep-private: agree", "reach know-the-limits",
			"set answer know-the-limits: agree", "reach signing", "include n1: yes",
		},
	},
	{
		name: "the keys that answer promises put no note into the record",
		deeds: []deed{
			begin, note("my secret"), leavesTwo,
			press("1", "enter", "space", "1", "enter", "space", "1", "enter", "space", "1", "enter"),
		},
		at: walk.SignatureID,
		facts: []string{
			"reach welcome", "take note n1: my secret", "set answer keep-private: agree", "reach know-the-limits",
			"set answer know-the-limits: agree", "reach signing",
		},
	},
	{
		name: "a held key never leaves a promise",
		deeds: []deed{
			begin, goTo("keep-private"), press("enter", "space", "enter", "space", "enter", "space"),
		},
		at: "keep-private", facts: []string{"reach welcome"},
	},
	{
		name: "an answer is there for who comes back",
		deeds: []deed{
			begin, goTo("keep-private"), answer(walk.NotNow), leaveAndStart, sees("I do not agree to this now (your answer)"),
		},
		at: "keep-private", facts: []string{"reach welcome", "set answer keep-private: not now"},
	},
}

// clickOn clicks on words in the window.
func clickOn(words string) deed {
	return func(s surface) {
		if r, ok := s.(*screenReader); ok {
			x, y := r.s.find(words)
			r.s.click(x, y)
		}
	}
}

// Signing.
var signingJourneys = []journey{
	{
		name:  "who agrees to all signs with their name",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), sees("You signed on", "Your record is here")},
		at:    "closing", facts: afterAll(walk.Agree, "save", "sign", "reach closing"), records: []string{"signed: Maja"},
	},
	{
		name:  "who wants to talk first signs with open points",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.TalkFirst), sign("M."), sees("You signed on")},
		at:    "closing", facts: afterAll(walk.TalkFirst, "save", "sign", "reach closing"), records: []string{"signed with open points: M."},
	},
	{
		name:  "nothing is signed without a name",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), sign(""), sees("type a name or initials")},
		at:    "signing", facts: afterAll(walk.Agree),
	},
	{
		name:  "spaces are no name",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), sign("     "), sees("type a name or initials")},
		at:    "signing", facts: afterAll(walk.Agree),
	},
	{
		name:  "a name in Arabic is signed as it is",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), sign("ليلى حسن")},
		at:    "closing", facts: afterAll(walk.Agree, "save", "sign", "reach closing"), records: []string{"signed: ليلى حسن"},
	},
	{
		name:  "a name in Japanese is signed as it is",
		width: 40, height: 12,
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), sign("山田花子")},
		at:    "closing", facts: afterAll(walk.Agree, "save", "sign", "reach closing"), records: []string{"signed: 山田花子"},
	},
	{
		name: "no arrow leads into the folder, where digits would change it",
		deeds: []deed{
			begin, goTo("keep-private"), answerAll(walk.Agree), press("end", "tab", "tab", "tab"), press(slices.Repeat([]string{"up"}, 12)...),
			press("1", "2"), press(slices.Repeat([]string{"down"}, 30)...), press("1", "2"), lacks("records1", "records2"),
		},
		at: "signing", facts: afterAll(walk.Agree),
	},
	{
		name: "a name that was typed is there after help now and after the notes",
		deeds: []deed{
			begin, goTo("keep-private"), answerAll(walk.Agree), func(s surface) { s.fill(byID(s, "name"), "Maja") },
			helpNow, back, sees("Maja"), notesList, back, sees("Maja"), chapters, back, sees("Maja"),
		},
		at: "signing", facts: afterAll(walk.Agree),
	},
	{
		name: "a name that is half typed is there after help now",
		deeds: []deed{
			begin, goTo("keep-private"), answerAll(walk.Agree), func(s surface) {
				if r, ok := s.(*screenReader); ok {
					r.focus(byID(s, "name"))
					r.press("text:Maj", "f1", "esc")
				} else {
					s.fill(byID(s, "name"), "Maj")
				}
			}, sees("Maj"),
		},
		at: "signing", facts: afterAll(walk.Agree),
	},
	{
		name:  "a held Enter signs nothing",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), nothing(60)},
		at:    "signing", facts: afterAll(walk.Agree),
	},
	{
		name:  "a paste into the name signs nothing",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.Agree), pasteName("Maja\n1\n\n")},
		at:    "signing", facts: afterAll(walk.Agree),
	},
	{
		name:  "who does not sign leaves no record, and hears a kind word",
		deeds: []deed{begin, goTo("keep-private"), answerAll(walk.NotNow), decline, sees("That is a fine place to stop", "No record was made")},
		at:    "closing", facts: afterAll(walk.NotNow, "decline signing", "reach closing"),
	},
	{
		name: "who signs again gets a second record, which names the first",
		deeds: []deed{
			begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), signAgain, sign("Maja N."),
		},
		at: "closing", facts: afterAll(walk.Agree, "save", "sign", "reach closing", "reach signing", "save", "sign", "reach closing"),
		records: []string{"signed: Maja", "signed: Maja N., in the place of another"},
	},
	{
		name: "who changes an answer after signing is told that the record has the old one",
		deeds: []deed{
			begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), goTo("know-the-limits"), answer(walk.NotNow),
			sees("Your answer was: I agree. Now it is: I do not agree to this now."), readOn, readOn,
			sees("not in your record", "In your record: I agree. Now: I do not agree to this now."), lacks("Thank you. You"),
		},
		at: "closing", facts: afterAll(walk.Agree, "save", "sign", "reach closing",
			"set answer know-the-limits: not now", "reach signing", "reach closing"),
		records: []string{"signed: Maja"},
	},
	{
		name: "who declines later keeps the record",
		deeds: []deed{
			begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), signAgain, decline, sees("No new record was made"),
		},
		at: "closing", facts: afterAll(walk.Agree, "save", "sign", "reach closing", "reach signing", "decline signing", "reach closing"),
		records: []string{"signed: Maja"},
	},
	{
		name: "home says that one has signed, and leads to signing again",
		deeds: []deed{
			begin, goTo("keep-private"), answerAll(walk.Agree), sign("Maja"), chapters, sees("You signed on", "Sign again"),
			answerAgain,
		},
		at: "signing", facts: afterAll(walk.Agree, "save", "sign", "reach closing", "reach signing"), records: []string{"signed: Maja"},
	},
	{
		name: "only what was chosen goes into the record",
		deeds: []deed{
			begin, note("Yes, this"), note("Not this"), goTo("keep-private"), answerAll(walk.Agree), include("Yes, this"), sign("Maja"),
		},
		at: "closing",
		facts: slices.Concat([]string{"reach welcome", "take note n1: Yes, this", "take note n2: Not this"},
			afterAll(walk.Agree, "include n1: yes", "save", "sign", "reach closing")[1:]),
		records: []string{"signed: Maja, and “Yes, this”"},
	},
	{
		name: "what was to go into the record is left out again",
		deeds: []deed{
			begin, note("Not this"), goTo("keep-private"), answerAll(walk.Agree), include("Not this"), leaveOut("Not this"), sign("Maja"),
		},
		at: "closing",
		facts: slices.Concat([]string{"reach welcome", "take note n1: Not this"},
			afterAll(walk.Agree, "include n1: yes", "include n1", "save", "sign", "reach closing")[1:]),
		records: []string{"signed: Maja"},
	},
	{
		name:  "a private walk leaves a record only",
		deeds: []deed{beginPrivate, goTo("keep-private"), answerAll(walk.Agree), sign("Maja")},
		at:    "closing", records: []string{"signed: Maja"},
	},
}
