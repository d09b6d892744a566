package page

import (
	"cmp"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// NewHelp is help now. Nothing stands before it.
func NewHelp() Page { return simple(func(s State) Sheet { return document(s.Guide().Help) }) }

// NewAbout is about the guide, and leads to its other languages.
func NewAbout() Page {
	return simple(func(s State) Sheet {
		about, sheet := document(s.Guide().About), Sheet{}
		sheet.offerLanguages(s)
		about.offerGroups(s)
		if kept := s.keptAndHow(); kept != "" {
			sheet.say(kept)
		}
		if !s.Intake() {
			sheet.part(Quiet, s.otherWay()...)
		}
		about.Body, about.Moves = slices.Concat(sheet.Body, about.Body), sheet.Moves
		return about
	})
}

// document is a page of the guide that is read outside the walk.
func document(page content.Page) Sheet {
	sheet := Sheet{Title: page.Title, Passing: true}
	sheet.prose(page.Body)
	for _, section := range page.Sections {
		sheet.section(section)
	}
	return sheet
}

// NewClinicianNote is the note for the clinician about a step, which says nothing
// that the client should not see.
func NewClinicianNote(step walk.Step) Page {
	return clinicians{simple: func(s State) Sheet {
		words := s.Words().Intake
		sheet := Sheet{Title: words.NoteTitle, Passing: true}
		note, ofChapter := "", s.Walk.Chapter(step.Chapter).Note
		if _, section := sectionOf(s.Walk, step.ID); section != nil {
			note = section.Note
		}
		if note == "" && ofChapter != "" {
			sheet.part(Quiet, words.NoteOfChapter)
		}
		sheet.markdown(cmp.Or(note, ofChapter, words.NoNote))
		return sheet
	}}
}

// NewInOther is a page as the other of the two reads it, to be followed and not
// to be answered, with what it asked about.
func NewInOther(p Page, asked string) Page {
	return simple(func(s State) Sheet {
		s.Other, s.Asked = nil, asked
		return followed(p, s)
	})
}

func followed(p Page, s State) Sheet {
	sheet := p.Show(s)
	for _, item := range sheet.Items {
		if item.Kind == GoOn {
			continue
		}
		if item.Group != "" && !slices.ContainsFunc(sheet.Body, func(b Part) bool { return b.Text == item.Group }) {
			sheet.part(Heading, item.Group)
		}
		text := strings.TrimSpace(item.Label + " " + item.Help)
		if n := sheet.Number(item.ID); s.Stays && n > 0 { // by which it is answered on its own page
			text = s.Fill(s.Words().Plain.Item, "n", n, "text", text)
		}
		sheet.Body = append(sheet.Body, Part{Kind: ListItem, Text: text})
	}
	return Sheet{Title: sheet.Title, ForWhom: sheet.ForWhom, Place: sheet.Place, Chapter: sheet.Chapter,
		Body: slices.Concat(sheet.Body, sheet.Under), Passing: true}
}

// languages lead to the other languages of the guide.
func (s State) languages() []Move {
	var moves []Move
	for i, other := range s.Others[:min(len(s.Others), len(Languages))] {
		moves = append(moves, Move{Meaning: Languages[i], wants: ReadIn{other.Code}})
	}
	return moves
}

// offerLanguages names the other languages in their own words, and more behind them.
func (s *Sheet) offerLanguages(state State, more ...string) {
	var names []string
	for i, move := range state.languages() {
		key := state.Fill("{" + string(move.Meaning) + "}")
		name := state.Others[i].Name
		if !strings.EqualFold(key, name) { // a word may be the name itself
			name = state.Fill(state.Words().Reader.Key, "key", key, "does", name)
		}
		names = append(names, name)
		s.move(move)
	}
	if names = append(names, more...); len(names) > 0 {
		s.part(Quiet, strings.Join(names, "   "))
	}
}

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
		sheet.add(Item{
			ID: groupID + group.ID, Kind: Choose, Label: groupName(s, group), Help: group.When, wants: InGroup{group.ID, begin},
			State: plain.Either(group.ID == s.Guide().Group.ID, words.Now, ""),
		})
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

// crisisLine says on a form what has to be done about the crisis text, if anything has.
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
func practiceLines(s State, chosen, language string) []string {
	words, code := s.Words().Group, s.Guide().PracticeCode
	if code == "" {
		return nil
	}
	group, _ := groupOf(s, chosen)
	name, isOne := groupName(s, group), len(s.Groups) == 0
	lacks := group.Lacks.In(cmp.Or(language, s.Guide().Language))
	return sentences(
		when{isOne && name != "", s.Fill(words.Is, "group", name)},
		when{isOne && name == "", s.Fill(words.PracticeIs, "code", code)},
		when{len(lacks) > 0, lacking(s, lacks, language)},
	)
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
