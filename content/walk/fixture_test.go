package walk

import (
	"testing"
	"time"

	"firstsession/content"
)

// at is when everything in these tests happens.
var at = time.Date(2026, 3, 1, 10, 30, 0, 0, time.FixedZone("", 3600))

// smallGuide has two chapters and two statements:
//
//	first: one (which, mine), two (all)    second: three
//	commitment: come, keep
func smallGuide() *content.Guide {
	return &content.Guide{
		Language: "en",
		Chapters: []content.Chapter{
			{ID: "first", Number: 1, Title: "First", Sections: []content.Section{
				{ID: "one", Questions: []content.Question{
					{ID: "which", Prompt: "Which?", Options: []content.Option{
						{Text: "This", Feedback: "No."}, {Text: "That", Right: true, Feedback: "Yes."}, {Text: "Other", Feedback: "No."},
					}},
					{ID: "mine", Prompt: "Which are yours?", Options: []content.Option{{Text: "Red"}, {Text: "Green"}, {Text: "Blue"}}},
				}},
				{ID: "two", Questions: []content.Question{
					{ID: "all", Prompt: "Which of these?", Options: []content.Option{
						{Text: "Up", Right: true, Feedback: "Yes."}, {Text: "Down", Feedback: "No."}, {Text: "Left", Right: true, Feedback: "Yes."},
					}},
				}},
			}},
			{ID: "second", Number: 2, Title: "Second", Sections: []content.Section{{ID: "three"}}},
		},
		Commitment: content.Commitment{Chapter: content.Chapter{ID: content.CommitmentID, Title: "Asked"}, Statements: []content.Statement{
			{ID: "come", Text: "I will come."}, {ID: "keep", Text: "I will keep it."},
		}},
	}
}

// intakeGuide is the small guide with headings, in which the section two is
// essential, and a miss of "which" leads to reading three again.
func intakeGuide() *content.Guide {
	g := smallGuide()
	for i, chapter := range g.Chapters {
		for j, section := range chapter.Sections {
			g.Chapters[i].Sections[j].Heading = "About " + section.ID
		}
	}
	g.Chapters[0].Sections[1].Essential = true
	g.Chapters[0].Sections[0].Questions[0].Again = "three"
	return g
}

// form is one that a clinician filled in.
func form(parts Parts) *Form {
	return &Form{Reference: "K-102", Clinician: "Dr. Lind", Run: []Way{Together}, Parts: parts, Aim: "To talk more."}
}

func setForm(parts Parts) Event { return Event{Kind: SetForm, Form: form(parts)} }

// intake applies events to an intake that has just begun in the small guide.
func intake(t *testing.T, parts Parts, events ...Event) Walk {
	t.Helper()
	return then(t, then(t, New(intakeGuide()), setForm(parts)), events...)
}

// after applies events to a walk that has just begun in the small guide.
func after(t *testing.T, events ...Event) Walk {
	t.Helper()
	return then(t, New(smallGuide()), events...)
}

func then(t *testing.T, w Walk, events ...Event) Walk {
	t.Helper()
	w, _, err := w.Apply(at, events...)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func reach(key string) Event            { return Event{Kind: Reach, Subject: key} }
func pass(key string) Event             { return Event{Kind: Pass, Subject: key} }
func choose(key string, o ...int) Event { return Event{Kind: Choose, Subject: key, Options: o} }
func showMe(key string) Event           { return Event{Kind: ShowMe, Subject: key} }
func later(key string) Event            { return Event{Kind: Later, Subject: key} }
func answer(key string, a Answer) Event { return Event{Kind: SetAnswer, Subject: key, Answer: a} }
func takeNote(key, text string) Event   { return Event{Kind: TakeNote, Subject: key, Text: text} }
func changeNote(id, text string) Event  { return Event{Kind: ChangeNote, Subject: id, Text: text} }
func include(id string, yes bool) Event { return Event{Kind: Include, Subject: id, Yes: yes} }
func sign(record, path string) Event    { return Event{Kind: Sign, Subject: record, Text: path} }
func decline() Event                    { return Event{Kind: Decline, Subject: SignatureID} }
func flag(key string, yes bool) Event   { return Event{Kind: Flag, Subject: key, Yes: yes} }
func nameTyped(name string) Event       { return Event{Kind: NameTyped, Text: name} }
func end(as Ending) Event               { return Event{Kind: End, Text: string(as)} }
func copyGiven(which string) Event      { return Event{Kind: CopyGiven, Text: which} }
func tick(id, own string, o ...int) Event {
	return Event{Kind: Tick, Subject: id, Options: o, Text: own}
}
