package handout_test

import (
	"firstsession/content"
	"firstsession/content/words"
)

// clinicianOnly stands in every clinician's note of the fixture.
const clinicianOnly = "for-the-clinician-only"

func prose(markdown string) []content.Block {
	return []content.Block{{Prose: markdown}}
}

// fixture is a small guide with one of everything in it, and with words that
// would do harm if they were not made safe.
func fixture() *content.Guide {
	return &content.Guide{
		Language:   "en",
		Chapters:   []content.Chapter{arriving(), speaking()},
		Commitment: promises(),
		Closing: content.Closing{
			Title:  "At the end",
			Signed: content.Section{ID: "closing-signed", Heading: "Signed", Body: prose("On-the-screen-only.")},
		},
		Help: content.Page{
			Title: "If you need help now",
			Body:  prose("This guide is **not** an emergency service. If you are in danger, call your local emergency number."),
		},
		Glossary: content.Page{
			Title: "Words",
			Body:  prose("What some words mean."),
			Sections: []content.Section{
				{ID: "cohesion", Heading: "Cohesion", Body: prose("The feeling that one belongs. See [silence](#silence).")},
				{ID: "catharsis", Heading: "Catharsis", Body: prose("Letting a feeling out.")},
			},
		},
		About: content.Page{
			Title: "About this guide",
			Body:  prose("Made with care. Write to <someone@example.org> or see [the site](https://example.org/a?b=1&c=2)."),
			Sections: []content.Section{
				{ID: "sources", Heading: "Sources", Body: prose("- Luft J, Ingham H. *The Johari window*. 1955.")},
			},
		},
		Words:    theWords(),
		Revision: "0123456789abcdef",
	}
}

func arriving() content.Chapter {
	return content.Chapter{
		ID: "arriving", Number: 1, Title: "Arriving & settling <in>",
		Lead: prose("You will know what to do at the door."),
		Note: clinicianOnly,
		Sections: []content.Section{
			{
				ID: "first-minutes", Heading: "The first minutes", Essential: true, Note: clinicianOnly,
				Body: []content.Block{
					{Prose: "Somebody says hello. This is *slow* on purpose, and a **first name** is enough. You may read [about silence](#silence), [of being *heard* `now`](#being-heard \"a (title)\"), [all promises](#commitment), or [nothing](#nowhere)."},
					{Picture: &content.Picture{Title: "A ring of seats", Alt: "Four seats & a table in a ring.", File: "art/ring.txt", Art: "\n   ○   ○\n     ▢\n   ○   ●   <you>"}},
					{Prose: "Take what you need:\n\n1. a quiet minute before you go in, because the first time is often the hardest one of all\n2. a glass of water\n   - or tea\n\n   It helps.\n\n> Nobody is late on the first day."},
				},
				Questions: []content.Question{{
					ID: "what-fits", Prompt: "What fits <best>?", Scene: "Dana would *rather* not say where she works.",
					Options: []content.Option{
						{Text: "She should explain why", Feedback: "It is natural to want to. No one owes the group a reason."},
						{Text: "She can leave it out & still take part", Right: true, Feedback: "Yes. How much you tell is yours to choose."},
					},
					Again: "silence",
				}},
			},
			{ID: "in-short", Heading: "In short", Body: prose("Come in, sit down, and say hello if you like. 日本語の文章は空白なしで書かれますので、行の終わりは文字の間に来ます。それでも幅は正しく数えられます。")},
		},
	}
}

func speaking() content.Chapter {
	wide := "○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○ ○"
	return content.Chapter{
		ID: "speaking", Number: 2, Title: "Speaking",
		Lead: prose("You will know that silence is fine."),
		Sections: []content.Section{
			{
				ID: "silence", Heading: "Silence is common", Note: clinicianOnly,
				Body: []content.Block{{Prose: "Now & then nobody speaks. <script>alert(1)</script> &lt;b&gt; &#233;t&eacute; ![a picture](http://example.org/x.png) [bad](javascript:alert(1)) \\[no link\\](#silence) `[code](#silence)`"}, {Picture: &content.Picture{Alt: "Many seats in a row.", File: "art/row.txt", Art: wide}}},
				Questions: []content.Question{{
					ID: "two-fit", Prompt: "Which two help?",
					Options: []content.Option{
						{Text: "Waiting", Right: true, Feedback: "Yes, it can."},
						{Text: "Saying that it is quiet", Right: true, Feedback: "Yes, if you like."},
						{Text: "1. *Leaving* [at once](#silence)", Feedback: "You may. A word first helps the others."},
					},
					Again: "silence",
				}},
			},
			{
				ID: "being-heard", Heading: "Being heard", Body: prose("People listen."),
				Questions: []content.Question{{
					ID: "worries", Prompt: "Which worries sound like me?",
					Options: []content.Option{{Text: "That I will be judged"}, {Text: "None of these"}, {Text: "I would rather not say"}},
				}},
			},
			{ID: "in-short-2", Heading: "In short", Body: prose("Listen.")},
		},
	}
}

func promises() content.Commitment {
	return content.Commitment{
		Chapter: content.Chapter{
			ID: content.CommitmentID, Number: 3, Title: "What members ask of each other", Note: clinicianOnly,
			Lead: prose("Nothing is decided until you sign."),
		},
		Statements: []content.Statement{
			{ID: "keep-private", Text: "I will keep private who the members are.", Reason: prose("Trust needs it."), Rule: "silence"},
			{ID: "be-on-time", Text: "I plan to come to every session, on time; if I cannot, or if I will be late, I will say so.", Reason: prose("A group works better when people know who is coming."), Rule: "first-minutes"},
		},
		Signing:        content.Section{ID: "signing", Heading: "What signing means", Note: clinicianOnly, Body: prose("I went through the parts listed here. This is not a contract.")},
		Countersigning: content.Section{ID: "countersigning", Heading: "What countersigning means", Body: prose("I went through this with the person.")},
	}
}

func theWords() *words.Words {
	return &words.Words{
		Guide:     words.Guide{Title: "First \"Session\"", Subtitle: "A guide for new members"},
		Question:  words.Question{ChooseOne: "Choose one.", ChooseAll: "Choose all that fit.", Reflect: "Tick what fits, or nothing."},
		Statement: words.Statement{Agree: "I agree", TalkFirst: "I want to talk about this first", NotNow: "I do not agree to this now", Why: "Why"},
		Record: words.Record{
			WithClinician: "A clinician went through it with me.", ByPhone: "It was by phone.", ByVideo: "It was by video.", ReadAloud: "It was read aloud.",
			Interpreter: "An interpreter helped.", Guardian: "My guardian was there.", SupportPerson: "A support person was there.",
		},
		Print: words.Print{
			PurposeLabel: "For", Purpose: "For adults.", Main: "You choose.", TimeLabel: "Time", Time: "In parts.",
			FirstHelp: "Call now.", FirstChoice: "You may leave.", FirstPrivate: "Nobody tells.", FirstRules: "Come on time.", Ticked: "Ticks are not sent.",
			Sheet: "About this sheet", SheetPractice: "Practice", SheetGroup: "Group",
			SheetReference: "Reference", SheetText: "Code of the text", SheetHow: "How it was done", SheetAlone: "I read it on my own.",
			SheetInterpreter: "Who interpreted", SheetWitness: "Witness, if there was one",
			Skip: "Go to the text", Contents: "Contents", Yours: "These pages are yours.", Where: "The answers come later.",
			Chapter: "Chapter {number} of {count}", Labelled: "{label}: {title}", Picture: "In words: {alt}",
			Question: "Question {number}", Reflection: "To think about",
			Answer: "See what fits", Answers: "What fits, and why", AnswersLead: "There is no score.", Fits: "This fits",
			ReadAgain: "To read again: {section} (chapter {number})", ReadRule: "More about this: {section} (chapter {number})",
			Parts: "The parts", Choice: "What I choose", Sign: "I sign this", NotSign: "I do not sign this now",
			Name: "Name or initials", ClinicianName: "Name of the clinician", Date: "Date", Signature: "Signature",
			Card: "A card to take along", CardCut: "Cut along the line.", CardWhen: "When", CardWhere: "Where",
			CardCall: "Whom I call", CardLife: "If life is at risk", CardCrisis: "My crisis contact", CardSay: "One thing I may say", CardAsk: "One question I have",
			Revision: "{title}, text {revision}.",
		},
	}
}
