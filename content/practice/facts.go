package practice

import (
	"firstsession/content/plain"
	"firstsession/content/source"
	"fmt"
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Fact is one text that a practice file can set. What stands before it is the word of
// its name in words.toml.
type Fact struct {
	Key string // its name in the file
	// Section is the id of the section in which a reader looks for it; empty
	// for what stands in the section YourGroupID.
	Section string
	Text    string // empty if it is not set

	name   bool // it stands in a headline, so it is short and has one line
	proper bool // it names who somebody is, and is said so in every language
	ends   bool // it ends a list that is short enough to take in
}

// table has all facts, in the order in which they are shown.
var table = []Fact{
	{Key: practiceNameKey, name: true, proper: true},
	{Key: groupNameKey, name: true},
	{Key: siteNameKey, name: true},
	{Key: "leaders", proper: true, ends: true},
	{Key: "when"},
	{Key: "where"},
	{Key: "online"},
	{Key: "how_long"},
	{Key: "how_often", ends: true},
	{Key: "size"},
	{Key: "open_or_closed"},
	{Key: "planned_end"},
	{Key: "least_sessions", ends: true},
	{Key: "fee"},
	{Key: "missed_sessions"},
	{Key: "access_needs"},
	{Key: "online_danger"},
	{Key: notAgreedKey, ends: true},
	{Key: "absences", Section: "attendance"},
	{Key: "lateness", Section: "attendance"},
	{Key: "leader_away", Section: "attendance"},
	{Key: "between_sessions", Section: "feeling-worse"},
	{Key: "privacy", Section: "limits-of-privacy"},
	{Key: "record_readers", Section: "limits-of-privacy"},
	{Key: "trainees", Section: "limits-of-privacy"},
	{Key: "billing", Section: "limits-of-privacy", ends: true},
	{Key: "other_treaters", Section: "with-other-help"},
	{Key: "leaving", Section: "fair-start"},
	{Key: "leader_ends", Section: "fair-start"},
	{Key: "complaints", Section: "safe-for-everyone"},
	{Key: crisisKey, Section: "not-emergency", ends: true},
}

// Facts lists all facts, set or not. The crisis text is the last.
func (p Practice) Facts() []Fact {
	all := slices.Clone(table)
	for i := range all {
		all[i].Text = p.Texts[all[i].Key]
	}
	all[len(all)-1].Text = p.Crisis.Text
	return all
}

func isFact(name string) bool {
	return slices.ContainsFunc(table, func(f Fact) bool { return f.Key == name })
}

func (r *practiceReader) checkBool(s source.Setting) {
	if s.Kind != unstable.Bool {
		r.Report(r.src, s.Value, fmt.Sprintf("%s is neither true nor false", s.Name()), "Write true or false, without quotation marks.")
	}
	r.keep(s)
}

func (r *practiceReader) checkDay(s source.Setting) {
	err := r.in.Crisis.Checked.UnmarshalText([]byte(s.Text))
	switch {
	case s.Kind != unstable.String && s.Kind != unstable.LocalDate:
		r.Report(r.src, s.Value, checkedKey+" is not a date", dayMend)
	case err != nil && dayShape().MatchString(s.Text):
		r.Report(r.src, s.Value, fmt.Sprintf("%q is not a date that there is", plain.Shorten(s.Text, source.MaxWhat)), dayMend)
	case err != nil:
		r.Report(r.src, s.Value, fmt.Sprintf("the date %q is not written as it has to be", plain.Shorten(s.Text, source.MaxWhat)), dayMend)
	}
}

var dayShape = plain.Late(`^\d{4}-\d{2}-\d{2}$`)
