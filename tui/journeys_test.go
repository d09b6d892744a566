package tui

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// journey is what a reader does from the first page on, and what has become of
// it on the disk.
type journey struct {
	name    string
	width   int  // 80 unless said otherwise
	height  int  // 24
	atDesk  bool // a clinician begins an intake
	deeds   []deed
	at      string   // the step in the end; empty beside the walk
	facts   []string // all in the journal, but those that only led somewhere
	records []string // outcome and name of each
}

// journeys are all tables of them.
func journeys() []journey {
	return slices.Concat(readingJourneys, askedJourneys, besideJourneys, noteJourneys, pledgeJourneys, signingJourneys,
		intakeJourneys, coveredJourneys, endingJourneys, traceJourneys, lateJourneys, shortJourneys, myPageJourneys, dangerJourneys, readersJourneys)
}

// One that stands twice is proved twice, and mended once.
func TestEachJourneyHasANameOfItsOwn(t *testing.T) {
	seen := map[string]bool{}
	for _, j := range journeys() {
		if seen[j.name] {
			t.Errorf("two have the name %q", j.name)
		}
		seen[j.name] = true
	}
}

func TestJourneysOnTheFullScreen(t *testing.T) {
	for _, j := range journeys() {
		t.Run(j.name, func(t *testing.T) {
			t.Parallel()
			width, height := 80, 24
			if j.width > 0 {
				width, height = j.width, j.height
			}
			s := beginSession(computer{t: t, home: t.TempDir(), atDesk: j.atDesk}, width, height)
			r := newScreenReader(s)
			j.take(r)
			j.check(t, &s.computer, at(r), r.onWay)
		})
	}
}

// take does what the journey says, one deed after another.
func (j journey) take(s surface) {
	for _, do := range j.deeds {
		do(s)
	}
}

// check compares where the reader is in the end, and what is on the disk, with
// what the journey expects. Some facts only led to where a deed begins.
func (j journey) check(t *testing.T, c *computer, at string, onTheWay map[int]bool) {
	t.Helper()
	if at != j.at {
		t.Errorf("the end is at %q, want %q", at, j.at)
	}
	compare(t, "facts", factLines(c.facts(), onTheWay), j.facts)
	compare(t, "records", recordLines(c.records()), j.records)
}

func compare(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s are\n\t%s\nwant\n\t%s", what, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// factLines are facts as a kind, a subject, and what was said.
func factLines(facts []walk.Fact, without map[int]bool) []string {
	var lines []string
	for _, fact := range facts {
		if without[fact.Seq] {
			continue
		}
		line := fact.Kind + " " + fact.Subject
		if fact.Kind == string(walk.Sign) || fact.Kind == string(walk.Save) {
			line = fact.Kind // its subject is random
		}
		if form := fact.Data.Form; form != nil {
			line += form.Reference + ", " + string(form.Parts)
		}
		if fact.Data.Yes {
			line += ": yes"
		}
		said := []string{fact.Data.Outcome, string(fact.Data.Answer)}
		if fact.Kind != string(walk.Sign) && fact.Kind != string(walk.Save) {
			said = append(said, fact.Data.Text)
		}
		for _, words := range said {
			if words != "" {
				line += ": " + words
			}
		}
		lines = append(lines, line)
	}
	return lines
}

func recordLines(records []record.Record) []string {
	var lines []string
	for _, r := range records {
		line := string(r.Outcome) + ": " + r.Name
		if r.Supersedes != "" {
			line += ", in the place of another"
		}
		if r.Intake != nil {
			line += " (" + r.Intake.Reference + ")"
		}
		if r.Countersignature != nil {
			line += ", countersigned by " + r.Countersignature.Name
		}
		if r.Name == "" && r.HasAnswers() {
			line += ", with answers"
		}
		for _, note := range r.Notes {
			line += ", and “" + note.Text + "”"
		}
		lines = append(lines, line)
	}
	slices.Sort(lines) // their names are random
	return lines
}

var readingJourneys = []journey{
	{
		name:  "who begins is kept at the first chapter",
		deeds: []deed{sees("First Session", "begin, and keep my place"), begin, sees("1 of 10")},
		at:    "welcome", facts: []string{"reach welcome"},
	},
	{
		name:  "who leaves before beginning leaves nothing",
		deeds: []deed{leaveAndStart, sees("begin, and keep my place")},
	},
	{
		name: "who begins in private reads, answers and leaves no trace",
		deeds: []deed{
			beginPrivate, readOn, readOn, choose(2), sees("It has begun"), readOn,
			leaveAndStart, sees("begin, and leave no trace"),
		},
	},
	{
		name:  "the chapters can be looked at before one begins",
		deeds: []deed{chapters, sees("Chapters", "minutes are left", "0 of 10 chapters read"), back, sees("begin, and keep my place")},
	},
	{
		name: "going on and back from a section leads to home, and home leads on",
		deeds: []deed{
			begin, readOn, back, back, sees("Chapters", "you are here"), readOn,
		},
		at: "welcome", facts: []string{"reach welcome", "pass welcome", "reach main-message", "reach welcome"},
	},
	{
		name:  "a section counts as read when one goes on from it",
		deeds: []deed{begin, readOn, readOn, back},
		at:    "main-message",
		facts: []string{
			"reach welcome", "pass welcome", "reach main-message", "pass main-message",
			"reach where-help-comes-from", "reach main-message",
		},
	},
	{
		name:  "who comes back lands where they left, and is told",
		deeds: []deed{begin, goTo("own-pace"), leaveAndStart, sees("Welcome back", "This is the page where you left")},
		at:    "own-pace", facts: []string{"reach welcome"},
	},
	{
		name: "who leaves from the chapters comes back to the page below",
		deeds: []deed{
			begin, readOn, chapters, leaveAndStart, sees("Welcome back"),
		},
		at: "main-message", facts: []string{"reach welcome", "pass welcome", "reach main-message"},
	},
	{
		name: "a chapter that is read is done in the list",
		deeds: []deed{
			begin, goTo("silence"), choose(3), goTo("first-session-in-short"), readOn, chapters,
			sees("Your first session", "1 of 10 chapters read"),
		},
		facts: []string{"reach welcome", "choose silence: right", "pass first-session-in-short", "reach common-myths"},
	},
}
