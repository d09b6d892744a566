package practice

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// mainMessageID is the id of the section behind which a practice's facts stand.
const mainMessageID = "main-message"

// Over lays the practice over a guide and returns a new guide, which says what
// the practice says; the given one stays as it is. Ids that the guide does not
// have are returned as Problems, all at once. The revision stays that of the
// guide's own text.
func (p Practice) Over(g *content.Guide, today time.Time) (*content.Guide, error) {
	if found := p.unfit(g); len(found) > 0 {
		return nil, found
	}
	code := p.Code()
	p, lacks := p.spokenIn(g.Language)
	o := overlay{practice: p, guide: g.Copy(), words: g.Words.Practice, day: g.Words.Plain.Day, today: today, foreign: lacks}
	o.labels = content.WordKeys(o.words)
	o.sortFacts()
	o.addGroup()
	o.addInGroup()
	o.fillCard()
	o.addHelp()
	o.leaveOut()
	o.addReplaced()
	o.addStatements()
	o.guide.Facts = o.shown()
	o.guide.Group = p.named(today)
	o.guide.Practice = plain.OneLine(cmp.Or(p.Texts[practiceNameKey], p.Texts[groupNameKey]))
	o.guide.PracticeCode = code
	return o.guide, nil
}

// overlay is one laying of a practice over a copy of a guide.
type overlay struct {
	practice Practice
	guide    *content.Guide
	words    words.Practice
	day      func(digits string) string // says a day
	labels   map[string]string          // what stands before each fact, by its name
	today    time.Time
	foreign  foreign

	group []content.Block     // the lists of the section that the facts have for themselves
	said  map[string][]string // what is said in other sections, by their ids
}

// sortFacts finds each fact its section. Where the guide has no such section,
// a fact stands with those of the group, so that none is lost.
func (o *overlay) sortFacts() {
	o.said = map[string][]string{}
	var list []string
	for _, fact := range o.practice.Facts() {
		says, label := []string{escaped(o.marked(fact.Key, fact.Text))}, o.label(fact)
		if fact.Key == crisisKey {
			says = o.crisis()
		}
		switch _, section := o.guide.Section(fact.Section); {
		case fact.Text == "":
		case section == nil:
			list = append(list, listed(o.labelled(bold(label), strings.Join(says, "\n\n"))))
		case fact.Key == crisisKey: // its section says itself what it is about
			o.said[fact.Section] = append(o.said[fact.Section], says...)
		default:
			o.said[fact.Section] = append(o.said[fact.Section], o.labelled(escaped(label), says[0]))
		}
		if fact.ends && len(list) > 0 {
			o.group, list = append(o.group, content.Block{Prose: strings.Join(list, "\n")}), nil
		}
	}
	for id, text := range o.practice.Notes {
		o.said[id] = append(o.said[id], escaped(o.marked(notesPart+"."+id, text)))
	}
}

// marked is a text with the mark of one that is not in the reader's language.
func (o *overlay) marked(name, text string) string {
	return plain.Either(!o.foreign[name] || text == "", text, o.words.NotInThis+" "+text)
}

func (o *overlay) label(fact Fact) string { return o.labels[strings.TrimSuffix(fact.Key, ".text")] }

// shown are all facts and notes that a guide shows, with what stands before
// them, in the order in which it shows the facts. A record keeps them.
func (o *overlay) shown() []content.Fact {
	var all []content.Fact
	for _, fact := range o.practice.Facts() {
		if fact.Text == "" {
			continue
		}
		said := content.Fact{Key: fact.Key, Label: o.label(fact), Text: fact.Text, Foreign: o.foreign[fact.Key]}
		if _, section := o.guide.Section(fact.Section); section != nil {
			said.Section = section.ID
		}
		all = append(all, said)
	}
	for _, section := range o.guide.Sections() {
		if key, text := notesPart+"."+section.ID, o.practice.Notes[section.ID]; text != "" {
			all = append(all, content.Fact{Key: key, Label: section.Heading, Text: text, Section: section.ID, Foreign: o.foreign[key]})
		}
	}
	return all
}

// labelled puts a label before a text, both as Markdown.
func (o *overlay) labelled(label, text string) string {
	return plain.Fill(escaped(o.words.Fact), "label", label, "text", text)
}

// addGroup puts the facts of the group behind the guide's main message.
func (o *overlay) addGroup() {
	if len(o.group) == 0 || len(o.guide.Chapters) == 0 {
		return
	}
	body := append([]content.Block{{Prose: escaped(o.words.Lead)}}, o.group...)
	section := content.Section{
		Place: o.practice.place(0), ID: content.YourGroupID, Heading: o.words.Heading, Essential: true, Body: body,
	}
	sections := o.guide.Chapters[0].Sections
	main := slices.IndexFunc(sections, func(s content.Section) bool { return s.ID == mainMessageID })
	o.guide.Chapters[0].Sections = slices.Insert(sections, min(max(main, 0)+1, len(sections)), section)
}

// addInGroup puts below each section what the practice says about it.
func (o *overlay) addInGroup() {
	for _, section := range o.guide.Sections() {
		if said := o.said[section.ID]; len(said) > 0 {
			section.Body = slices.Concat(section.Body, []content.Block{{Prose: o.quoted(said)}})
		}
	}
}

// addHelp puts the crisis text behind the guide's first paragraph, which says
// what to do when life is at risk: an old one, too, with its warning, so that its
// number is in sight in any window.
func (o *overlay) addHelp() {
	blocks := plain.Each(append(o.crisis(), o.ofGroups()...), func(said string) content.Block { return content.Block{Prose: said} })
	first, rest := firstParagraph(o.guide.Help.Body)
	o.guide.Help.Body = slices.Concat(first, blocks, rest)
}

// ofGroups are the crisis texts of groups that have another one than all share, where
// nobody has said yet which group is theirs: each with whose it is.
func (o *overlay) ofGroups() (all []string) {
	texts, names := []string{strings.Join(o.crisis(), "\n\n")}, []string{""}
	say := func(name, text string) {
		if at := slices.Index(texts, text); at > 0 {
			names[at] += ", " + name
		} else if at < 0 && text != "" {
			texts, names = append(texts, text), append(names, name)
		}
	}
	for i, group := range o.practice.Groups {
		of := *o
		of.practice, of.foreign = o.practice.inGroup(i).spokenIn(o.guide.Language)
		name := of.practice.called(o.guide.Words.Group)
		say(name, strings.Join(of.crisis(), "\n\n"))
		site, _ := o.practice.site(group.SiteID)
		for _, part := range []Practice{site, group} {
			for _, language := range sortedKeys(part.Translated) { // a number that is there in another language only
				if text := part.Translated[language].Crisis.Text; language != o.guide.Language && !sameNumbers(strings.Join(texts, "\n"), text) {
					say(name, escaped(o.words.NotInThis+" "+text))
				}
			}
		}
	}
	texts, names = texts[1:], names[1:]
	for i, text := range texts {
		all = append(all, o.labelled(bold(names[i]), text))
	}
	return all
}

// called is a group by its name, with the site where it meets.
func (p Practice) called(w words.Group) string {
	name, site := cmp.Or(plain.OneLine(p.Texts[groupNameKey]), p.ID), plain.OneLine(p.Texts[siteNameKey])
	return plain.Either(site == "", name, plain.Fill(w.AtSite, "group", name, "site", site))
}

func firstParagraph(body []content.Block) (first, rest []content.Block) {
	if len(body) == 0 {
		return nil, nil
	}
	head, tail, more := strings.Cut(body[0].Prose, "\n\n")
	if !more {
		return body[:1], body[1:]
	}
	return []content.Block{{Prose: head}}, slices.Concat([]content.Block{{Prose: tail}}, body[1:])
}

// crisis is the crisis text with what is known of its age, which stands first
// where it is a warning.
func (o *overlay) crisis() []string {
	crisis := o.practice.Crisis
	words, current := o.words.CrisisOld, crisis.Current(o.today)
	switch {
	case crisis.Text == "":
		return nil
	case !crisis.Dated():
		words = o.words.CrisisUndated
	case current:
		words = o.words.CrisisChecked
	}
	text, checked := escaped(o.marked(crisisKey, crisis.Text)), escaped(plain.Fill(words, "date", o.day(crisis.Checked.String())))
	return plain.Either(current, []string{text + hardBreak + checked}, []string{checked, text}) // help now has to fit into a small window
}

// leaveOut takes away the statements that are not asked for.
func (o *overlay) leaveOut() {
	o.guide.Commitment.Statements = slices.DeleteFunc(o.guide.Commitment.Statements, func(s content.Statement) bool {
		return slices.Contains(o.practice.LeftOut, statementPart+"."+s.ID)
	})
}

// addStatements marks what is needed to start, and adds the group's own.
func (o *overlay) addStatements() {
	statements := o.guide.Commitment.Statements
	for i := range statements {
		statements[i].Needed = statements[i].Needed || slices.Contains(o.practice.NeededToStart, statements[i].ID)
	}
	for _, extra := range o.practice.Statements {
		statement := content.Statement{
			Place: o.practice.place(extra.at["id"]), ID: extra.ID, Text: extra.Text, Needed: extra.NeededToStart,
			Foreign: o.foreign[statementPart+"."+extra.ID],
		}
		if extra.Reason != "" {
			statement.Reason = []content.Block{{Prose: escaped(o.marked(statementPart+"."+extra.ID+content.ReasonEnd, extra.Reason))}}
		}
		statements = append(statements, statement)
	}
	o.guide.Commitment.Statements = statements
	o.guide.NotAgreed = o.marked(notAgreedKey, o.practice.Texts[notAgreedKey])
	o.guide.NamesNeeded = slices.ContainsFunc(statements, func(s content.Statement) bool { return s.Needed })
}

func (o *overlay) fillCard() {
	p := o.practice
	said := func(key string) string { return o.marked(key, p.Texts[key]) }
	o.guide.Card = content.Card{
		When:  said("when"),
		Where: cmp.Or(said("where"), said("online")),
		Call:  strings.Trim(said("absences")+"\n"+said("lateness"), "\n"),
	}
	if p.Crisis.Current(o.today) && p.Crisis.Text != "" {
		o.guide.Card.Crisis = o.marked(crisisKey, p.Crisis.Text)
		o.guide.Card.Help = o.guide.Help.Body
	}
}
