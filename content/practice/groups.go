package practice

import (
	"maps"
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
)

// Named are the groups that a file has, in its order and in the words of a language as far
// as it has them; none if all of it is about one group.
func (p Practice) Named(language string, today time.Time) []content.Group {
	var all []content.Group
	for _, group := range p.Groups {
		in, _ := p.In(group.ID)
		in, _ = in.spokenIn(language)
		all = append(all, in.named(today))
	}
	return all
}

// named is what is said of a group where one of several is chosen.
func (p Practice) named(today time.Time) content.Group {
	named := content.Group{
		ID: p.ID, Name: plain.OneLine(p.Texts[groupNameKey]), Site: plain.OneLine(p.Texts[siteNameKey]),
		When: plain.OneLine(p.Texts["when"]), Crisis: content.OldCrisis, Lacks: p.allLacks(),
	}
	switch {
	case p.Crisis.Text == "":
		named.Crisis = content.NoCrisis
	case p.Crisis.Current(today):
		named.Crisis = content.CurrentCrisis
	}
	return named
}

// CallsByGroup reports whether a site or a group has words of its own on whom to call,
// in any language.
func (p Practice) CallsByGroup() bool {
	return slices.ContainsFunc(Practice{Sites: p.Sites, Groups: p.Groups}.parts(), func(part Practice) bool { return part.Crisis.Text != "" })
}

func (p Practice) site(id string) (Practice, bool) {
	i := slices.IndexFunc(p.Sites, func(s Practice) bool { return s.ID == id })
	if i < 0 {
		return Practice{}, false
	}
	return p.Sites[i], true
}

// In is what holds for one group: what all share, with what its site and then
// the group itself add to it, put in its place, or leave out of it. It is false
// if the file has no such group.
func (p Practice) In(id string) (Practice, bool) {
	i := slices.IndexFunc(p.Groups, func(g Practice) bool { return g.ID == id })
	if i < 0 {
		return Practice{}, false
	}
	return p.inGroup(i), true
}

// inGroup is In for the group at a place in the file, which may have no id yet, or
// that of another.
func (p Practice) inGroup(i int) Practice {
	group, whole := p.Groups[i], p
	if site, ok := p.site(group.SiteID); ok {
		p = p.with(site)
		p.Texts[siteNameKey] = site.Name
		p.nameTranslated(siteNameKey, site)
	}
	p = p.with(group)
	p.Texts[groupNameKey] = group.Name
	p.nameTranslated(groupNameKey, group)
	p.ID, p.Name, p.SiteID, p.Sites, p.Groups, p.file = group.ID, group.Name, group.SiteID, nil, nil, &whole
	return p
}

// with lays a part over what holds above it, which stays as it is.
func (p Practice) with(part Practice) Practice {
	p.at = maps.Clone(p.at)
	p.Texts, p.Notes, p.Replaced = cloned(p.Texts), cloned(p.Notes), cloned(p.Replaced)
	p.Statements, p.LeftOut = slices.Clone(p.Statements), slices.Clone(p.LeftOut)
	p.withTranslated(part)
	for _, name := range part.LeftOut {
		p.leaveOut(name)
	}
	maps.Copy(p.Texts, part.Texts)
	maps.Copy(p.Notes, part.Notes)
	maps.Copy(p.Replaced, part.Replaced)
	if part.Crisis.Text != "" {
		p.Crisis = part.Crisis
	}
	if _, set := part.at[neededKey]; set || part.NeededToStart != nil {
		p.NeededToStart = part.NeededToStart
	}
	p.Statements = append(p.Statements, part.Statements...)
	maps.Copy(p.at, part.at)
	return p
}

func cloned[V any](texts map[string]V) map[string]V {
	if texts == nil {
		return map[string]V{}
	}
	return maps.Clone(texts)
}

// leaveOut takes away what a part names in its leave_out. A statement that is
// not one of the practice's own is the guide's.
func (p *Practice) leaveOut(name string) {
	part, id, _ := strings.Cut(name, ".")
	switch {
	case name == crisisPart:
		p.Crisis = Crisis{}
	case part == notesPart:
		delete(p.Notes, id)
	case part == statementPart && p.ownStatement(id) >= 0:
		i := p.ownStatement(id)
		p.Statements = slices.Delete(p.Statements, i, i+1)
	case part == statementPart:
		p.LeftOut = append(p.LeftOut, name)
	default:
		delete(p.Texts, name)
	}
}

// ownStatement is the place of an extra statement; less than zero if there is none.
func (p Practice) ownStatement(id string) int {
	return slices.IndexFunc(p.Statements, func(s Statement) bool { return s.ID == id })
}
