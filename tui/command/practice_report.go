package command

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"firstsession/content"
)

// practiceReport says what a practice file sets and what it does not.
func practiceReport(path string, practice content.Practice, today time.Time) string {
	var set, unset []string
	add := func(key, text string) { set = append(set, fmt.Sprintf("  %-18s %s", key, short(text))) }
	for _, fact := range practice.Facts() {
		if fact.Text == "" {
			unset = append(unset, "  "+fact.Key)
			continue
		}
		add(fact.Key, fact.Text)
	}
	for _, id := range practice.NeededToStart {
		add("needed_to_start", id)
	}
	for _, id := range practice.NoteIDs() {
		add("note", id+": "+practice.Notes[id])
	}
	for _, statement := range practice.Statements {
		add("statement", statement.ID+": "+statement.Text)
	}
	warning, crisis := crisisReport(practice.Crisis, today)
	return fmt.Sprintf("%s: no problems%s\n\nSet, so the guide shows it:\n%s\n\nNot set, so the guide says what holds for any group:\n%s\n\n%s\n",
		path, warning, listOrNone(set), listOrNone(unset), crisis)
}

// practiceIDs lists what a note can be written for, and what can be asked for
// before somebody starts.
func practiceIDs(guide *content.Guide) string {
	var b strings.Builder
	b.WriteString("Sections that a note can be written for, under [notes]:\n")
	for _, chapter := range guide.Chapters {
		fmt.Fprintf(&b, "\n  %s\n", chapter.Title)
		for _, section := range chapter.Sections {
			fmt.Fprintf(&b, "    %-24s %s\n", section.ID, short(section.Heading))
		}
	}
	b.WriteString("\nPromises of the guide, for needed_to_start:\n\n")
	for _, statement := range guide.Commitment.Statements {
		fmt.Fprintf(&b, "    %-24s %s\n", statement.ID, short(statement.Text))
	}
	return b.String()
}

func listOrNone(lines []string) string {
	return cmp.Or(strings.Join(lines, "\n"), "  (nothing)")
}

// maxShort is how much of a text stands in a report, in characters.
const maxShort = 56

func short(text string) string {
	return content.Shorten(strings.Join(strings.Fields(text), " "), maxShort)
}

// crisisReport says how the crisis text stands, and what the first line adds as
// a warning, as the last is easily missed.
func crisisReport(crisis content.Crisis, today time.Time) (warning, report string) {
	const last = "The guide shows its own words first, then this text, and says that it may be out of date."
	switch {
	case crisis.Text == "":
		return "", "There is no crisis text, so the guide shows its own words only."
	case !crisis.Dated():
		return ", but a warning: the crisis text does not say when it was checked",
			"The crisis text does not say when it was checked. " + last
	case crisis.Current(today):
		return "", fmt.Sprintf("The crisis text was checked on %s, within the last year. The guide shows it right behind what to do when life is at risk.", crisis.Checked)
	default:
		checked := fmt.Sprintf("crisis text was checked on %s, over a year ago", crisis.Checked)
		return ", but a warning: the " + checked, "The " + checked + ". " + last
	}
}
