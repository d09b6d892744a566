package tui

import (
	"slices"

	"firstsession/content/walk"
)

// The parts of an intake, as the form names them.
const (
	wholeGuide = "All chapters"
	essentials = "The essentials"
	talkOnly   = "The shortest"
)

// beginIntake fills the form in and begins.
func beginIntake(parts string) deed {
	return inOrder(fill("Reference for the client", "K-102"), together, mark(parts), act("Begin the intake"))
}

// together ticks how an intake is run, which is asked for where nothing is.
func together(s surface) {
	for _, item := range s.visit().Sheet().Items {
		if item.ID == string(walk.Together) && !item.On {
			choosing(item.ID)(s)
		}
	}
}

// inOrder is several deeds as one.
func inOrder(deeds ...deed) deed {
	return func(s surface) {
		for _, do := range deeds {
			do(s)
		}
	}
}

// pastShown goes from the client's page past those that every intake has.
var pastShown = inOrder(readOn, readOn, readOn)

// toPromises goes from the client's page to the first promise.
var toPromises = inOrder(beginIntake(talkOnly), pastShown, readOn, readOn)

// toTalk goes to the talk without what stands before it.
var toTalk = inOrder(goTo("commitment"), readOn, back, back)

// toFirst are the facts of toPromises.
var toFirst = []string{
	"intake K-102, talk", "reach client page", "reach not-emergency", "pass not-emergency",
	"reach limits-of-privacy", "pass limits-of-privacy", "reach talk page", "reach commitment", "pass commitment", "reach keep-private",
}

// afterEach puts facts together: an intake up to the first promise, the same
// answer to each of them, and more.
func afterEach(a walk.Answer, next string, more ...string) []string {
	facts := slices.Clone(toFirst)
	for i, id := range promises {
		to := next
		if i+1 < len(promises) {
			to = promises[i+1]
		}
		facts = append(facts, "set answer "+id+": "+string(a), "reach "+to)
	}
	return append(facts, more...)
}

// Intakes, up to the signing page.
var intakeJourneys = []journey{
	{
		name: "a reference that no file can have is refused, and nothing is kept", atDesk: true,
		deeds: []deed{fill("Reference for the client", "../../x"), sees("The reference cannot be used"), together, mark(talkOnly), act("Begin the intake"), sees("The reference cannot be used")},
	},
	{
		name: "nothing is kept before the intake begins", atDesk: true,
		deeds: []deed{fill("Reference for the client", "K-102"), mark(talkOnly), leaveAndStart, sees("A new intake"), lacks("K-102 ")},
	},
	{
		name: "the list of keys names on the form those of the guide", atDesk: true,
		deeds: []deed{keyList, sees("and end the intake ("), back, sees("A new intake")},
	},
	{
		name: "which parts are gone through has to be chosen", atDesk: true,
		deeds: []deed{fill("Reference for the client", "K-102"), together, act("Begin the intake"), sees("Please choose which parts")},
	}, {
		name: "how it is run is asked for once, and may stay open", atDesk: true,
		deeds: []deed{fill("Reference for the client", "K-102"), mark(talkOnly), act("Begin the intake"), sees("Nothing is ticked under “How it is run”"),
			act("Begin the intake"), sees("Before we start")},
		at: walk.ClientID, facts: []string{"intake K-102, talk", "reach client page"},
	},
	{
		name: "who interprets is asked for once", atDesk: true,
		deeds: []deed{fill("Reference for the client", "K-102"), mark("With an interpreter"), mark(talkOnly), act("Begin the intake"),
			sees("nobody is named"), fillID("who interprets", "Line 0044"), act("Begin the intake"), sees("Before we start")},
		at: walk.ClientID, facts: []string{"intake K-102, talk", "reach client page"},
	},
	{
		name: "the client hears first what the clinician can see", atDesk: true,
		deeds: []deed{beginIntake(wholeGuide), sees("Before we start", "can see this screen", "for the client")},
		at:    walk.ClientID, facts: []string{"intake K-102, all", "reach client page"},
	},
	{
		name: "all chapters are gone through, or none", atDesk: true,
		deeds: []deed{beginIntake(talkOnly), pastShown, sees("To talk about together")},
		at:    walk.TalkID, facts: []string{"intake K-102, talk", "reach client page", "reach not-emergency", "pass not-emergency",
			"reach limits-of-privacy", "pass limits-of-privacy", "reach talk page"},
	},
	{
		name: "nobody comes to the promises past the talk", atDesk: true,
		deeds: []deed{beginIntake(wholeGuide), chapters, pick(10), sees("To talk about together"), readOn, sees("What members ask of each other")},
		at:    "commitment", facts: []string{"intake K-102, all", "reach client page", "reach talk page", "reach commitment"},
	},
	{
		name: "the essentials leave out what is not marked so", atDesk: true,
		deeds: []deed{beginIntake(essentials), readOn, readOn, readOn, sees("The choice is yours")},
		at:    "your-choice",
		facts: []string{
			"intake K-102, essentials", "reach client page", "reach welcome", "pass welcome", "reach main-message",
			"pass main-message", "reach your-choice",
		},
	},
	{
		name: "the note for the clinician is one key away, and leads back", atDesk: true,
		deeds: []deed{beginIntake(wholeGuide), readOn, clinician, sees("For the clinician"), back, sees("Welcome")},
		at:    "welcome", facts: []string{"intake K-102, all", "reach client page", "reach welcome"},
	},
	{
		name: "a page that is marked stands in the talk", atDesk: true,
		deeds: []deed{
			beginIntake(essentials), goTo("own-pace"), flag, sees("Marked to talk about"), toTalk,
			sees("You marked these pages", "Will I have to tell everything?"),
		},
		at:    walk.TalkID,
		facts: []string{"intake K-102, essentials", "reach client page", "flag own-pace: yes", "pass commitment", "reach keep-private", "reach commitment", "reach talk page"},
	},
	{
		name: "a mark is taken away with the same key", atDesk: true,
		deeds: []deed{
			beginIntake(essentials), goTo("own-pace"), flag, flag, sees("No longer marked"), toTalk,
			lacks("You marked these pages"),
		},
		at:    walk.TalkID,
		facts: []string{"intake K-102, essentials", "reach client page", "flag own-pace: yes", "flag own-pace", "pass commitment", "reach keep-private", "reach commitment", "reach talk page"},
	},
	{
		name: "what was missed is a topic, and never an answer", atDesk: true,
		deeds: []deed{
			beginIntake(wholeGuide), goTo("where-dana-works"), choose(1), toTalk,
			sees("Worth another look", "Will I have to tell everything?"), lacks("She should at least"),
		},
		at: walk.TalkID,
		facts: []string{
			"intake K-102, all", "reach client page", "choose where-dana-works: not quite",
			"pass commitment", "reach keep-private", "reach commitment", "reach talk page",
		},
	},
	{
		name: "a topic is opened from the talk, and one comes back and goes on", atDesk: true,
		deeds: []deed{
			beginIntake(wholeGuide), goTo("where-dana-works"), choose(1), toTalk, choosing("topic own-pace"), sees("you choose what you say"), back,
			sees("To talk about together"), readOn, sees("Read each promise"),
		},
		at: "commitment",
		facts: []string{
			"intake K-102, all", "reach client page", "choose where-dana-works: not quite",
			"pass commitment", "reach keep-private", "reach commitment", "reach talk page", "reach commitment",
		},
	},
	{
		name: "notes are covered until the client shows them, one by one", atDesk: true,
		deeds: []deed{
			beginIntake(talkOnly), pastShown, note("My brother"), note("The stairs"), toTalk,
			sees("They are covered"), lacks("My brother", "The stairs"),
			choosing("n2"), sees("The stairs"), lacks("My brother"),
		},
		at: walk.TalkID,
		facts: []string{
			"intake K-102, talk", "reach client page", "reach not-emergency", "pass not-emergency",
			"reach limits-of-privacy", "pass limits-of-privacy", "reach talk page", "take note n1: My brother", "take note n2: The stairs",
			"pass commitment", "reach keep-private", "reach commitment", "reach talk page",
		},
	},
	{
		name: "a promise that is open is talked over and answered again", atDesk: true,
		deeds: []deed{
			toPromises, answerAll(walk.TalkFirst), back, sees("What is still open"),
			choosing("keep-private"), answer(walk.Agree), readOn, lacks("keep private who"), sees("come to every session"), readOn,
		},
		at: walk.SignatureID,
		facts: afterEach(walk.TalkFirst, walk.PointsID, "reach signing", "reach points page",
			"reach keep-private", "set answer keep-private: agree", "reach points page", "reach signing"),
	},
	{
		name: "who was cut off goes on where they were", atDesk: true,
		deeds: []deed{
			beginIntake(talkOnly), pastShown, leaveAndStart, sees("These intakes were cut off"), act("Go on with K-102"),
			sees("Here you go on where the intake was cut off"),
		},
		at: walk.TalkID, facts: []string{"intake K-102, talk", "reach client page", "reach not-emergency", "pass not-emergency",
			"reach limits-of-privacy", "pass limits-of-privacy", "reach talk page"},
	},
	{
		name: "what was cut off is deleted when that is chosen twice", atDesk: true,
		deeds: []deed{
			beginIntake(talkOnly), leaveAndStart, act("Delete what is kept of K-102"), sees("choose it once more"),
			act("Yes, delete K-102 for good"), sees("is deleted"), lacks("Go on with K-102"),
		},
	},
	{
		name: "a new intake begins beside one that was cut off", atDesk: true,
		deeds: []deed{beginIntake(talkOnly), leaveAndStart, act("Begin a new intake"), sees("A new intake"), lacks("K-102 ")},
		facts: []string{"intake K-102, talk", "reach client page"},
	},
}

// countersigned is the clinician's part.
var countersigned = inOrder(fill("Your name", "Dr. Ames"), act("Countersign and save"))

// How intakes end.
var endingJourneys = []journey{
	{
		name: "an intake is signed, countersigned and cleared, and only the record stays", atDesk: true,
		deeds: []deed{
			toPromises, answerAll(walk.Agree), sign("Maja"), sees("signed, with every promise agreed to"), countersigned,
			sees("A copy for you"), act("The page to print is enough"), sees("where you stand today"),
			lacks("sign again"), readOn, act("Clear this intake"), sees("Please look once more"), act("Yes, clear it now"), sees("The last intake is cleared"), lacks("K-102", "Maja"),
		},
		records: []string{"signed: Maja (K-102), countersigned by Dr. Ames"},
	},
	{
		name: "nobody countersigns with another’s name by a stray key", atDesk: true,
		deeds: []deed{toPromises, answerAll(walk.Agree), sign("Maja"), act("Countersign and save"), sees("type your own name first")},
		at:    walk.CountersignID, facts: afterEach(walk.Agree, "signing", "name : Maja", "reach countersigning"),
	},
	{
		name: "points that are open are signed as open", atDesk: true,
		deeds: []deed{toPromises, answerAll(walk.NotNow), sign("Maja"), sees("something still open"), act("Save without a countersignature")},
		at:    walk.CopyID,
		facts: afterEach(walk.NotNow, walk.PointsID, "reach signing", "name : Maja", "reach countersigning",
			"save: signed with open points", "sign: signed with open points", "reach copy page"),
		records: []string{"signed with open points: Maja (K-102)"},
	},
	{
		name: "a client who does not sign is respected, and leaves no name", atDesk: true,
		deeds: []deed{
			toPromises, answerAll(walk.TalkFirst), decline, sees("not signed"), countersigned, act("I want no copy today"),
			sees("That is a fine place to stop", "You need no reason", "local emergency number"), lacks("stays open to you"),
		},
		at: walk.ClosingID,
		facts: afterEach(walk.TalkFirst, walk.PointsID, "reach signing", "decline signing", "reach countersigning",
			"save: not signed", "sign: not signed", "reach copy page", "copy : none", "reach closing"),
		records: []string{"not signed:  (K-102), countersigned by Dr. Ames"},
	},
	{
		name: "the answers of a client who does not sign go into the record with a tick of theirs", atDesk: true,
		deeds: []deed{
			toPromises, answerAll(walk.TalkFirst), withAnswers, sees("My answers go into the record, too, if I do not sign"), decline,
			sees("with the client’s answers"), countersigned,
		},
		at: walk.CopyID,
		facts: afterEach(walk.TalkFirst, walk.PointsID, "reach signing", "include own answers: yes", "decline signing",
			"reach countersigning", "save: not signed", "sign: not signed", "reach copy page"),
		records: []string{"not signed:  (K-102), countersigned by Dr. Ames, with answers"},
	},
	{
		name: "a tick for the answers that was taken back leaves them out", atDesk: true,
		deeds: []deed{
			toPromises, answerAll(walk.Agree), withAnswers, leaveAndStart, act("Go on with K-102"), withAnswers, decline,
			sees("without the client’s answers"), back, sees("Your answers do not go into the record"), readOn, countersigned,
		},
		at: walk.CopyID,
		facts: afterEach(walk.Agree, "signing", "include own answers: yes", "include own answers", "decline signing",
			"reach countersigning", "reach signing", "reach countersigning", "save: not signed", "sign: not signed", "reach copy page"),
		records: []string{"not signed:  (K-102), countersigned by Dr. Ames"},
	},
	{
		name: "nobody signs for a client who chose not to, by going back", atDesk: true,
		deeds: []deed{
			toPromises, answerAll(walk.TalkFirst), decline, back, sees("You chose not to sign."), lacks("Sign with a name"),
			readOn, sees("How it ends: not signed"), back, act("Take this back, and choose again"), sees("taken back"), sign("Maja"),
			sees("something still open"),
		},
		at: walk.CountersignID,
		facts: afterEach(walk.TalkFirst, walk.PointsID, "reach signing", "decline signing", "reach countersigning", "reach signing",
			"reach countersigning", "reach signing", "name ", "name : Maja", "reach countersigning"),
	},
	{
		name: "an intake is stopped with a record of what there is", atDesk: true,
		deeds: []deed{beginIntake(wholeGuide), readOn, endIntake, sees("End the intake here"), act("It stops here"), act("Save without a countersignature")},
		at:    walk.CopyID,
		facts: []string{
			"intake K-102, all", "reach client page", "reach welcome", "end : stopped", "reach countersigning",
			"save: stopped", "sign: stopped", "reach copy page",
		},
		records: []string{"stopped:  (K-102)"},
	},
	{
		name: "an intake is ended by nobody who goes back", atDesk: true,
		deeds: []deed{beginIntake(wholeGuide), readOn, endIntake, back, sees("Welcome")},
		at:    "welcome", facts: []string{"intake K-102, all", "reach client page", "reach welcome"},
	},
	{
		name: "an intake is gone on with another day, with a record of today", atDesk: true,
		deeds: []deed{
			toPromises, endIntake, act("We go on another day"), countersigned, act("I want no copy today"), readOn,
			act("Keep the working file"), sees("offers to go on with it"), act("Go on with K-102"),
		},
		at: "keep-private",
		facts: append(slices.Clone(toFirst), "end : to be continued", "reach countersigning", "save: to be continued", "sign: to be continued", "reach copy page",
			"copy : none", "reach closing", "reach clearing page", "end ", "reach keep-private"),
		records: []string{"to be continued:  (K-102), countersigned by Dr. Ames"},
	},
	{
		name: "only what the client chose goes into the record", atDesk: true,
		deeds: []deed{
			toPromises, note("Yes, this"), note("Not this"), answerAll(walk.Agree), include("Yes, this"), sign("Maja"), countersigned,
		},
		at: walk.CopyID,
		facts: slices.Concat(toFirst, []string{"take note n1: Yes, this", "take note n2: Not this"},
			afterEach(walk.Agree, "signing")[len(toFirst):],
			[]string{"include n1: yes", "name : Maja", "reach countersigning", "save: signed", "sign: signed", "reach copy page"}),
		records: []string{"signed: Maja (K-102), countersigned by Dr. Ames, and “Yes, this”"},
	},
	{
		name: "the clinician’s name is offered to the next intake, and to none after the program was left", atDesk: true,
		deeds: []deed{
			fill("Reference for the client", "K-102"), fillID("clinician", "Dr. Ames"), together, mark(talkOnly), act("Begin the intake"), endIntake, act("It stops here"), act("Save without a countersignature"), act("I want no copy today"),
			readOn, act("Clear this intake"), act("Yes, clear it now"), act("Begin a new intake"), sees("Dr. Ames", "As in the intake before"), lacks("K-102 "),
			fillID("clinician", "Dr. Bell"), lacks("Dr. Ames", "As in the intake before"), leaveAndStart, lacks("Dr. Ames", "Dr. Bell"),
		},
		records: []string{"stopped:  (K-102)"},
	},
	{
		name: "the next intake knows nothing of the last", atDesk: true,
		deeds: []deed{
			toPromises, answerAll(walk.Agree), sign("Maja"), countersigned, act("The page to print is enough"), readOn,
			act("Clear this intake"), act("Yes, clear it now"), act("Begin a new intake"), lacks("K-102 "),
			fill("Reference for the client", "K-103"), together, mark(talkOnly), act("Begin the intake"), pastShown, lacks("Maja"),
		},
		at: walk.TalkID, facts: []string{"intake K-103, talk", "reach client page", "reach not-emergency", "pass not-emergency",
			"reach limits-of-privacy", "pass limits-of-privacy", "reach talk page"},
		records: []string{"signed: Maja (K-102), countersigned by Dr. Ames"},
	},
}

// confided is a client's note, and heldBack looks whether it is covered where one
// is, whatever is asked for there.
var (
	confided = note("My brother")
	heldBack = inOrder(
		lacks("My brother"),
		notesList, sees("Notes kept and covered: 1"), lacks("My brother"), back,
		lacks("My brother"),
	)
)

// What is the client’s own stays covered.
var coveredJourneys = []journey{
	{
		name: "a note is covered as soon as it is kept", atDesk: true,
		deeds: []deed{beginIntake(talkOnly), confided, heldBack, toTalk, heldBack, sees("They are covered")},
		at:    walk.TalkID, facts: []string{"intake K-102, talk", "reach client page", "take note n1: My brother", "pass commitment", "reach keep-private", "reach commitment", "reach talk page"},
	},
	{
		name: "only what the client shows is shown, and only there", atDesk: true,
		deeds: []deed{
			beginIntake(talkOnly), pastShown, confided, note("The stairs"), toTalk, choosing("n2"), sees("The stairs"), lacks("My brother"),
			notesList, sees("Notes kept and covered: 2"), lacks("My brother"), back,
		},
		at: walk.TalkID,
		facts: []string{"intake K-102, talk", "reach client page", "reach not-emergency", "pass not-emergency",
			"reach limits-of-privacy", "pass limits-of-privacy", "reach talk page", "take note n1: My brother", "take note n2: The stairs",
			"pass commitment", "reach keep-private", "reach commitment", "reach talk page"},
	},
	{
		name: "an intake that is gone on with begins covered", atDesk: true,
		deeds: []deed{
			beginIntake(talkOnly), pastShown, confided, toTalk, choosing("n1"), sees("My brother"), leaveAndStart,
			act("Go on with K-102"), heldBack,
		},
		at: walk.TalkID,
		facts: []string{"intake K-102, talk", "reach client page", "reach not-emergency", "pass not-emergency",
			"reach limits-of-privacy", "pass limits-of-privacy", "reach talk page", "take note n1: My brother",
			"pass commitment", "reach keep-private", "reach commitment", "reach talk page"},
	},
	{
		name: "notes are covered where one signs, and in the clinician’s part", atDesk: true,
		deeds: []deed{toPromises, confided, answerAll(walk.Agree), lacks("My brother"), fillID("name", "Maja"), heldBack, sign(""), lacks("My brother"), fillID("name", "Dr. Ames"), heldBack},
		at:    walk.CountersignID,
		facts: slices.Concat(toFirst, []string{"take note n1: My brother"}, afterEach(walk.Agree, "signing")[len(toFirst):],
			[]string{"name : Maja", "reach countersigning"}),
	},
	{
		name: "a note that is covered can be deleted, and stays covered while it is asked about", atDesk: true,
		deeds: []deed{beginIntake(talkOnly), pastShown, confided, askToDelete, sees("To delete this note, choose “Yes"), lacks("My brother"), back, back, deleteNote, back},
		at:    "limits-of-privacy", facts: []string{"intake K-102, talk", "reach client page", "reach not-emergency", "pass not-emergency",
			"reach limits-of-privacy", "pass limits-of-privacy", "reach talk page", "take note n1: …", "change note n1", "reach limits-of-privacy"},
	},
	{
		name: "own words are covered as soon as they are kept, and a tick leaves them alone", atDesk: true,
		deeds: []deed{
			beginIntake(wholeGuide), goTo("my-worries"), ownWords, lacks("Late trains"), sees("covered"), tick(1), lacks("Late trains"),
			readOn, back, lacks("Late trains"),
		},
		at: "my-worries",
		facts: []string{"intake K-102, all", "reach client page", "tick my-worries: …", "tick my-worries: Late trains",
			"pass my-worries", "reach myths-in-short", "reach my-worries"},
	},
}
