package content

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"
)

// YourGroupID is the id of the section that holds what a practice says about
// its own group. No guide may have it for anything else.
const YourGroupID = "your-group"

// Practice is what a practice says about its own group, as its practice file
// has it. Everything is plain words, never Markdown, and may be missing: the
// guide then says what is true of any group. A line's end in a text is one for
// the reader, and an empty line begins a paragraph.
type Practice struct {
	PracticeName string `toml:"practice_name"`
	GroupName    string `toml:"group_name"`
	Leaders      string `toml:"leaders"`

	When          string `toml:"when"`
	Where         string `toml:"where"`
	Online        string `toml:"online"`
	HowLong       string `toml:"how_long"`
	HowOften      string `toml:"how_often"`
	Size          string `toml:"size"`
	OpenOrClosed  string `toml:"open_or_closed"`
	PlannedEnd    string `toml:"planned_end"`
	LeastSessions string `toml:"least_sessions"`

	Fee            string `toml:"fee"`
	MissedSessions string `toml:"missed_sessions"`
	AccessNeeds    string `toml:"access_needs"`

	Absences        string `toml:"absences"`
	Lateness        string `toml:"lateness"`
	BetweenSessions string `toml:"between_sessions"`
	Privacy         string `toml:"privacy"`
	OtherTreaters   string `toml:"other_treaters"`
	Leaving         string `toml:"leaving"`
	Complaints      string `toml:"complaints"`

	// NeededToStart holds the ids of those of the guide's statements that the
	// group asks for before somebody starts.
	NeededToStart []string         `toml:"needed_to_start"`
	Crisis        Crisis           `toml:"crisis"`
	Statements    []ExtraStatement `toml:"statement"`
	// Notes are texts by the id of the section in which they are shown.
	Notes map[string]string `toml:"notes"`

	src *source
	at  map[string]int // where each setting stands in src, by its name
}

// Crisis is whom to turn to in danger, and when somebody last made sure of it.
type Crisis struct {
	Text    string         `toml:"text"`
	Checked toml.LocalDate `toml:"checked"` // zero if nobody has said
}

// Dated says whether it is known when the text was checked.
func (c Crisis) Dated() bool { return c.Checked != toml.LocalDate{} }

// Current says whether the text was checked within the last year.
func (c Crisis) Current(today time.Time) bool {
	return c.Dated() && !c.Ahead(today) && !dayOf(today).After(c.Checked.AsTime(time.UTC).AddDate(1, 0, 0))
}

// Ahead says whether the day on which the text was checked is still to come.
func (c Crisis) Ahead(today time.Time) bool {
	return c.Checked.AsTime(time.UTC).After(dayOf(today))
}

// dayOf is the day of a time where that is told, to be compared with a date.
func dayOf(at time.Time) time.Time {
	return time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
}

// ExtraStatement is a promise that only this group asks for.
type ExtraStatement struct {
	ID            string `toml:"id"`
	Text          string `toml:"text"`
	Reason        string `toml:"reason"`
	NeededToStart bool   `toml:"needed_to_start"`
}

// PracticeFact is one text of a practice file.
type PracticeFact struct {
	Key   string // its name in the file
	Label string // what stands before it, in the words of the guide
	Text  string // empty if it is not set
	// Section is the id of the section in which a reader looks for it; empty
	// for what stands in the section YourGroupID.
	Section string
}

// Facts lists all texts of a practice file that have a name of their own, in
// the order in which they are shown. The crisis text is the last.
func (p *Practice) Facts(words PracticeWords) []PracticeFact {
	return slices.Concat(p.factLists(words)...)
}

// factLists gives the facts in lists that are short enough to take in.
func (p *Practice) factLists(words PracticeWords) [][]PracticeFact {
	return [][]PracticeFact{{
		{practiceNameKey, words.PracticeName, p.PracticeName, ""},
		{groupNameKey, words.GroupName, p.GroupName, ""},
		{"leaders", words.Leaders, p.Leaders, ""},
	}, {
		{"when", words.When, p.When, ""},
		{"where", words.Where, p.Where, ""},
		{"online", words.Online, p.Online, ""},
		{"how_long", words.HowLong, p.HowLong, ""},
		{"how_often", words.HowOften, p.HowOften, ""},
	}, {
		{"size", words.Size, p.Size, ""},
		{"open_or_closed", words.OpenOrClosed, p.OpenOrClosed, ""},
		{"planned_end", words.PlannedEnd, p.PlannedEnd, ""},
		{"least_sessions", words.LeastSessions, p.LeastSessions, ""},
	}, {
		{"fee", words.Fee, p.Fee, ""},
		{"missed_sessions", words.MissedSessions, p.MissedSessions, ""},
		{"access_needs", words.AccessNeeds, p.AccessNeeds, ""},
	}, {
		{"absences", words.Absences, p.Absences, "attendance"},
		{"lateness", words.Lateness, p.Lateness, "attendance"},
		{"between_sessions", words.BetweenSessions, p.BetweenSessions, "feeling-worse"},
		{"privacy", words.Privacy, p.Privacy, "limits-of-privacy"},
	}, {
		{"other_treaters", words.OtherTreaters, p.OtherTreaters, "with-other-help"},
		{"leaving", words.Leaving, p.Leaving, "fair-start"},
		{"complaints", words.Complaints, p.Complaints, "safe-for-everyone"},
		{crisisKey, words.Crisis, p.Crisis.Text, "not-emergency"},
	}}
}

// NoteIDs are the ids of the sections that have a note, sorted.
func (p *Practice) NoteIDs() []string { return slices.Sorted(maps.Keys(p.Notes)) }

// texts are all texts of the file, to be changed in their place.
func (p *Practice) texts() []*string {
	all := []*string{
		&p.PracticeName, &p.GroupName, &p.Leaders, &p.When, &p.Where, &p.Online, &p.HowLong, &p.HowOften,
		&p.Size, &p.OpenOrClosed, &p.PlannedEnd, &p.LeastSessions, &p.Fee, &p.MissedSessions, &p.AccessNeeds,
		&p.Absences, &p.Lateness, &p.BetweenSessions, &p.Privacy, &p.OtherTreaters, &p.Leaving, &p.Complaints,
		&p.Crisis.Text,
	}
	for i := range p.Statements {
		all = append(all, &p.Statements[i].Text, &p.Statements[i].Reason)
	}
	return all
}

// clean drops spaces and empty lines that no reader would see.
func (p *Practice) clean() {
	for _, text := range p.texts() {
		*text = tidyParagraphs(*text)
	}
	for id, text := range p.Notes {
		if p.Notes[id] = tidyParagraphs(text); p.Notes[id] == "" {
			delete(p.Notes, id)
		}
	}
}

// tidyParagraphs tidies lines, and makes every run of empty ones a single one.
func tidyParagraphs(text string) string {
	lines := slices.CompactFunc(strings.Split(tidy(text), "\n"), func(a, b string) bool { return a == "" && b == "" })
	return strings.Join(lines, "\n")
}
