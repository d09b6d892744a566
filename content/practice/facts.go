package practice

import "slices"

// Fact is one text that a practice file can set.
type Fact struct {
	Key string // its name in the file
	// Section is the id of the section in which a reader looks for it; empty
	// for what stands in the section YourGroupID.
	Section string
	Text    string // empty if it is not set
}

// known is what there is to know of a fact. What stands before it is the word
// of its name in words.toml.
type known struct {
	key     string
	name    bool   // it stands in a headline, so it is short and has one line
	proper  bool   // it names who somebody is, and is said so in every language
	section string // as of a Fact
	ends    bool   // it ends a list that is short enough to take in
}

// table has all facts, in the order in which they are shown.
var table = []known{
	{key: practiceNameKey, name: true, proper: true},
	{key: groupNameKey, name: true},
	{key: siteNameKey, name: true},
	{key: "leaders", proper: true, ends: true},
	{key: "when"},
	{key: "where"},
	{key: "online"},
	{key: "how_long"},
	{key: "how_often", ends: true},
	{key: "size"},
	{key: "open_or_closed"},
	{key: "planned_end"},
	{key: "least_sessions", ends: true},
	{key: "fee"},
	{key: "missed_sessions"},
	{key: "access_needs"},
	{key: "online_danger"},
	{key: notAgreedKey, ends: true},
	{key: "absences", section: "attendance"},
	{key: "lateness", section: "attendance"},
	{key: "leader_away", section: "attendance"},
	{key: "between_sessions", section: "feeling-worse"},
	{key: "privacy", section: "limits-of-privacy"},
	{key: "record_readers", section: "limits-of-privacy"},
	{key: "trainees", section: "limits-of-privacy"},
	{key: "billing", section: "limits-of-privacy", ends: true},
	{key: "other_treaters", section: "with-other-help"},
	{key: "leaving", section: "fair-start"},
	{key: "leader_ends", section: "fair-start"},
	{key: "complaints", section: "safe-for-everyone"},
	{key: crisisKey, section: "not-emergency", ends: true},
}

// Facts lists all facts, set or not. The crisis text is the last.
func (p Practice) Facts() []Fact { return slices.Concat(p.lists()...) }

// lists are all facts, in the lists in which they are shown.
func (p Practice) lists() [][]Fact {
	var all [][]Fact
	var list []Fact
	for _, known := range table {
		text := p.Texts[known.key]
		if known.key == crisisKey {
			text = p.Crisis.Text
		}
		list = append(list, Fact{Key: known.key, Section: known.section, Text: text})
		if known.ends {
			all, list = append(all, list), nil
		}
	}
	return all
}

func isFact(name string) bool {
	return slices.ContainsFunc(table, func(k known) bool { return k.key == name })
}
