package page

import (
	"cmp"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
)

// NewGroups asks a member which group of the practice they may join, before they
// begin if they are about to; nil if they are not.
func NewGroups(begin *Begin) Page { return simple(func(s State) Sheet { return groups(s, begin) }) }

// The ids of groups on a page stand behind a word, since a group may have any.
const groupID = "group "

func groups(s State, begin *Begin) Sheet {
	words := s.Words().Group
	sheet := Sheet{Title: words.Title}
	sheet.offerLanguages(s)
	sheet.say(words.Lead)
	for _, group := range s.Groups {
		row := Item{
			ID: groupID + group.ID, Kind: Choose, Label: groupName(s, group), Help: group.When, wants: InGroup{group.ID, begin},
		}
		if group.ID == s.Guide().Group.ID {
			row.State = words.Now
		}
		sheet.add(row)
	}
	sheet.add(Item{ID: groupID, Kind: Choose, Label: words.Unknown, Help: words.UnknownHow, wants: InGroup{Begin: begin}})
	sheet.move(Move{Meaning: HelpNow, Label: s.Words().Home.HelpNow, Listed: true})
	return sheet
}

// groupName is a group as its practice calls it, with the site where it meets.
func groupName(s State, group content.Group) string {
	return plain.Either(group.Site == "", group.Name, s.Fill(s.Words().Group.AtSite, "group", group.Name, "site", group.Site))
}

// offerGroups leads to where another group is chosen, if there are several.
func (s *Sheet) offerGroups(state State) {
	if len(state.Groups) == 0 || state.Client != "" { // for a client the form asks
		return
	}
	words := state.Words().Group
	now := cmp.Or(groupName(state, state.Guide().Group), words.Unknown)
	s.add(Item{ID: "groups", Kind: Row, Label: words.Change, Help: state.Fill(words.NowIs, "group", now), wants: OnTop{NewGroups(nil)}})
}

// groups asks which group the client may join, if there are several.
func (p form) groups(s State, sheet *Sheet) {
	words := s.Words().Group
	for _, group := range s.Groups {
		chosen := p
		chosen.filled.Group = group.ID
		if crisis := crisisLine(s, group.ID); crisis != "" && !s.Stays { // its place may be out of sight
			chosen.notice = Notice{Text: crisis, Care: true}
		}
		label := groupName(s, group)
		if group.When != "" {
			label = s.Fill(words.MeetsAt, "group", label, "when", group.When)
		}
		sheet.group(words.Which, Item{
			ID: groupID + group.ID, Kind: Pick, Label: label, On: p.filled.Group == group.ID, becomes: chosen,
		})
	}
}

// groupOf is the group of an intake as its form says it: the one that was chosen
// on it or, where there is nothing to choose, the one of the practice's file.
func groupOf(s State, chosen string) (group content.Group, known bool) {
	if len(s.Groups) == 0 {
		return s.Guide().Group, s.Guide().PracticeCode != ""
	}
	if at := slices.IndexFunc(s.Groups, func(g content.Group) bool { return g.ID == chosen }); at >= 0 {
		return s.Groups[at], true
	}
	return group, false
}

// crisisLine says what has to be done about the crisis text, before all else on a
// form; empty if nothing has.
func crisisLine(s State, chosen string) string {
	words := s.Words().Group
	group, known := groupOf(s, chosen)
	switch {
	case s.Guide().PracticeCode == "":
		return words.NoFile
	case !known || group.Crisis == content.CurrentCrisis:
		return ""
	case group.Crisis == content.OldCrisis:
		return words.CrisisOld
	default:
		return words.CrisisMissing
	}
}

// practiceLines say on a form which practice and group are meant, and what the client
// cannot read in their language.
func practiceLines(s State, chosen, language string) []Part {
	words := s.Words().Group
	if s.Guide().PracticeCode == "" {
		return nil
	}
	var parts []Part
	group, _ := groupOf(s, chosen)
	if name := groupName(s, group); name != "" && len(s.Groups) == 0 {
		parts = append(parts, Part{Text: s.Fill(words.Is, "group", name)})
	} else if len(s.Groups) == 0 {
		parts = append(parts, Part{Text: s.Fill(words.PracticeIs, "code", s.Guide().PracticeCode)})
	}
	if lacks := group.Spoken.In(cmp.Or(language, s.Guide().Language)); len(lacks) > 0 {
		parts = append(parts, Part{Text: lacking(s, lacks, language)})
	}
	return parts
}

// mostLacking facts and notes are named of those in another language than the
// client's; promises and the crisis text each.
const mostLacking = 4

// lacking says what of the practice's file the client sees in its own words.
func lacking(s State, lacks []string, language string) string {
	guide, labels := s.Guide(), content.WordKeys(s.Words().Practice)
	var names []string
	facts := 0
	for _, name := range lacks {
		part, id, _ := strings.Cut(strings.TrimSuffix(name, content.ReasonEnd), ".")
		if part == "notes" || id == "" {
			if facts++; facts > mostLacking {
				names = append(names, "…")
				break
			}
		}
		if label := labels[part]; label != "" {
			names = append(names, label)
			continue
		}
		_, section := guide.Section(id)
		_, question := guide.Question(id)
		switch statement := guide.Statement(id); {
		case statement != nil:
			id = statement.Text
		case section != nil:
			id = section.Heading
		case question != nil:
			id = question.Prompt
		}
		names = append(names, strings.TrimRight(id, "."))
	}
	for _, l := range s.Languages {
		if l.Code == language {
			language = l.Name
		}
	}
	return s.Fill(s.Words().Group.NotInLanguage, "language", language, "list", strings.Join(names, "; "))
}
