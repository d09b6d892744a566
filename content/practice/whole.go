package practice

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

func (r *practiceReader) isID(s source.Setting) bool {
	if !r.isPlain(s) {
		return false
	}
	is := content.IsID(s.Text) && len(s.Text) <= maxIDLength
	if !is {
		r.Report(r.src, s.Value, fmt.Sprintf("%q cannot be an id", plain.Shorten(s.Text, source.MaxWhat)), idMend)
	}
	return is
}

// checkPracticeID refuses a malformed id of an extra statement, or one that another
// has.
func (r *practiceReader) checkPracticeID(s source.Setting) {
	if !r.isID(s) {
		return
	}
	if first, taken := r.takes("id "+s.Text, s); taken {
		r.Report(r.src, s.Value, fmt.Sprintf("the id %s stands twice, first in line %d", s.Text, first), "Give each statement an id of its own.")
		return
	}
	r.keep(s)
}

// checkPartID refuses a malformed id of a site or a group, or one that another
// has.
func (r *practiceReader) checkPartID(s source.Setting) {
	name := s.Name()
	switch {
	case !r.isID(s):
		return
	case name == siteKey:
		r.in.SiteID = s.Text
		return
	}
	parts := plain.Either(r.head == groupPart, r.Groups, r.Sites)
	for _, part := range parts {
		if part.ID == s.Text {
			r.Report(r.src, s.Value, fmt.Sprintf("the id %s stands twice, first in line %d", s.Text, r.src.Line(part.at[idKey])),
				fmt.Sprintf("Give each %s an id of its own.", r.head))
			return
		}
	}
	r.in.ID = s.Text
}

// checkLeaveOut refuses what is no list of names. What they name is looked up
// when everything was read.
func (r *practiceReader) checkLeaveOut(s source.Setting) {
	const mend = `Put the names between brackets, such as: leave_out = ["fee", "notes.own-pace", "statement.come-on-time"]`
	if s.Kind != unstable.Array {
		r.Report(r.src, s.Value, leaveOutKey+" is not a list", mend)
		return
	}
	r.in.LeftOut = []string{}
	for _, item := range s.Items {
		if item.Kind != unstable.String {
			r.Report(r.src, item.Value, "this is not a name", mend)
		} else if r.once(leaveOutKey, item) {
			r.in.LeftOut = append(r.in.LeftOut, item.Text)
		}
	}
}

// takes takes down where something stands that may stand once, or says in which
// line it does already.
func (r *practiceReader) takes(name string, s source.Setting) (line int, taken bool) {
	first, taken := r.in.at[name]
	if !taken {
		r.in.at[name] = s.Value
		return 0, false
	}
	return r.src.Line(first), true
}

// once refuses what stands twice in a list.
func (r *practiceReader) once(list string, item source.Setting) bool {
	_, taken := r.takes(list+"."+item.Text, item)
	if taken {
		r.Report(r.src, item.Value, plain.Shorten(item.Text, source.MaxWhat)+" stands twice in this list", "Delete one of the two.")
	}
	return !taken
}

// checkWhole looks at what is missing when everything was read.
func (r *practiceReader) checkWhole() {
	r.checkPart(&r.Practice, "")
	for i := range r.Sites {
		r.checkPart(&r.Sites[i], sitePart)
	}
	for i := range r.Groups {
		r.checkPart(&r.Groups[i], groupPart)
		r.checkSite(&r.Groups[i])
	}
	r.checkNames()
	if len(r.Sites) > 0 && len(r.Groups) == 0 {
		r.Report(r.src, r.Sites[0].begins, "there is a site, but no group", groupForm)
	}
}

// checkNames refuses two sites, or two groups of one site, that nobody could tell
// from each other where they are to choose: groups also by when they meet.
func (r *practiceReader) checkNames() {
	seen := map[string]int{}
	unlike := func(part *Practice, what, also string) {
		at, has := part.at[nameKey]
		key := what + "\n" + plain.ReadsAs(part.Name) + "\n" + also
		if first, twice := seen[key]; twice && has {
			r.Report(r.src, at, fmt.Sprintf("this %s reads like the one in line %d, so nobody could choose between them", what, r.src.Line(first)),
				"Give it another name"+map[string]string{groupPart: ", or say when it meets: when = \"Mondays at six\"", sitePart: "."}[what])
		} else if has {
			seen[key] = at
		}
	}
	for i := range r.Sites {
		unlike(&r.Sites[i], sitePart, "")
	}
	for i := range r.Groups {
		group := &r.Groups[i]
		site, _ := r.site(group.SiteID)
		when := cmp.Or(group.Texts["when"], site.Texts["when"], r.Texts["when"])
		unlike(group, groupPart, plain.ReadsAs(site.Name)+"\n"+plain.ReadsAs(when))
	}
}

// checkPart looks at what is missing in what all share, a site or a group.
func (r *practiceReader) checkPart(part *Practice, head string) {
	r.checkDated(part)
	form := plain.Either(head == groupPart, groupForm, siteForm)
	for _, key := range []string{idKey, nameKey} {
		if _, has := part.at[key]; head != "" && !has {
			r.Report(r.src, part.begins, fmt.Sprintf("this %s has no %s", head, key), form)
		}
	}
	r.checkStatements(part)
	for _, t := range part.Translated {
		r.checkDated(t)
		r.checkStatements(t)
	}
	if head != "" {
		r.checkShared(part)
	}
	for _, name := range part.LeftOut {
		r.checkLeft(part, head, name)
	}
}

// checkDated refuses the day on which no text was checked.
func (r *practiceReader) checkDated(part *Practice) {
	checked, dated := part.at[checkedKey]
	if _, has := part.at[crisisKey]; dated && !has {
		r.Report(r.src, checked, noCrisisText, noCrisisTextMend)
	}
}

func (r *practiceReader) checkStatements(part *Practice) {
	for i, statement := range part.Statements {
		for _, key := range []string{"id", "text"} {
			if _, has := statement.at[key]; !has {
				r.Report(r.src, statement.begins, fmt.Sprintf("this statement has no %s", key), statementForm)
			}
		}
		if i == maxExtraStatements {
			r.Report(r.src, statement.begins, fmt.Sprintf("there are more than %d statements of your own", maxExtraStatements),
				"Each is a page that a reader has to answer. Keep those that matter most.")
			break
		}
	}
}

// checkShared refuses a statement in a site or a group that all share already.
func (r *practiceReader) checkShared(part *Practice) {
	for name, at := range part.at { // the problems are sorted
		what, _, told := strings.Cut(name, " ")
		if first, shared := r.at[name]; shared && told && (what == "id" || what == "text") {
			r.Report(r.src, at, fmt.Sprintf("the statement in line %d, which all groups share, has this %s already", r.src.Line(first), what), sameTextMend)
		}
	}
}

// checkSite refuses a group at a site that there is not, or at none where others
// have one.
func (r *practiceReader) checkSite(group *Practice) {
	at, has := group.at[siteKey]
	ids := plain.Some(r.Sites, func(site Practice) (string, bool) { return site.ID, site.ID != "" })
	switch {
	case !has && len(ids) > 0:
		r.Report(r.src, group.begins, "this group has no site", content.Meant("", ids, "Say at which one it meets, such as: site = \""+ids[0]+"\""))
	case group.SiteID != "" && !slices.Contains(ids, group.SiteID):
		mend := siteForm
		if len(ids) > 0 {
			mend = content.Meant(group.SiteID, ids, "The sites are: "+strings.Join(ids, ", "))
		}
		r.Report(r.src, at, "there is no site with the id "+plain.Shorten(group.SiteID, source.MaxWhat), mend)
	}
}

// checkLeft refuses to leave out what nothing above sets, or what the same part
// sets.
func (r *practiceReader) checkLeft(part *Practice, head, name string) {
	at := part.at[leaveOutKey+"."+name]
	short := plain.Shorten(name, source.MaxWhat)
	_, same := part.at[name]
	if name == crisisPart {
		_, same = part.at[crisisKey]
	}
	prefix, id, _ := strings.Cut(name, ".")
	above := r.above(part, head)
	switch {
	case prefix == statementPart && content.IsID(id): // which of the guide's there are shows when it is laid over one
	case head == "":
		r.Report(r.src, at, short+" cannot be left out here, since nothing stands above it",
			"Delete the line that sets it. Here only promises of the guide are left out: leave_out = [\"statement.come-on-time\"]")
	case same:
		r.Report(r.src, at, short+" is left out, and set in the same part", "Delete one of the two.")
	case !above[name]:
		r.Report(r.src, at, short+" is not set above, so there is nothing to leave out",
			content.Meant(name, sortedKeys(above), "Leave out facts by their names, notes as \"notes.own-pace\", the crisis text as \"crisis\", and promises as \"statement.come-on-time\"."))
	}
}

// above names all that a part can leave out of what all share and, if it is a
// group, of what its site adds.
func (r *practiceReader) above(part *Practice, head string) map[string]bool {
	names := map[string]bool{}
	parts := []Practice{r.Practice}
	if site, ok := r.site(part.SiteID); ok && head == groupPart {
		parts = append(parts, site)
	}
	for _, p := range parts {
		for name := range p.at {
			switch {
			case name == crisisKey:
				names[crisisPart] = true
			case isFact(name), strings.HasPrefix(name, notesPart+"."):
				names[name] = true
			}
		}
	}
	return names
}
