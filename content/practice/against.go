package practice

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// place is where a setting stands; without a name, the file.
func (p Practice) place(name string) source.Place { return p.problem(name, "", "").Place }

// problem is a problem with a setting, where that stands if it is known.
func (p Practice) problem(name, what, mend string) source.Problem {
	if p.src == nil {
		return source.Problem{What: what, Mend: mend}
	}
	return source.ProblemAt(p.src, p.at[name], what, mend)
}

// code names the practice file by a hash over its text; empty if what the
// practice says did not come from a file.
func (p Practice) code() string {
	if p.src == nil {
		return ""
	}
	sum := sha256.Sum256(p.src.Text)
	return hex.EncodeToString(sum[:6])
}

// Check returns as Problems what has to be mended before the practice is used
// with a guide. It asks for more than Over does: a day still to come is told
// to the author of the file, but must not keep a reader whose clock is behind
// from opening the guide, which then says that the text may be out of date.
func (p Practice) Check(g *content.Guide, today time.Time) error {
	found := p.against(g)
	switch {
	case !p.Crisis.Dated():
	case p.Crisis.Text == "":
		found = append(found, p.problem(checkedKey, noCrisisText, noCrisisTextMend))
	case p.Crisis.Ahead(today):
		found = append(found, p.problem(checkedKey, fmt.Sprintf("%s is a day still to come", p.Crisis.Checked),
			"Write the day on which somebody last tried it."))
	}
	if len(found) == 0 {
		return nil
	}
	return found
}

// against lists the ids that do not fit a guide.
func (p Practice) against(g *content.Guide) source.Problems {
	var found source.Log
	refuse := func(name, what, mend string) { found.Add(p.problem(name, what, mend)) }
	ids := g.IDs()
	nearestOf := func(k content.IDKind, id string) string {
		others := func(id string) bool { return ids[id] != k }
		names := slices.DeleteFunc(slices.Sorted(maps.Keys(ids)), others)
		return content.Meant(id, names, fmt.Sprintf("Name %s by its id.\n"+
			"The command firstsession practice check lists all ids with --ids behind the file.", k))
	}
	for _, id := range p.NoteIDs() {
		key := notesPart + "." + id
		switch {
		case id == content.YourGroupID:
			refuse(key, "this section is made of what stands in this file", "Write the note to another section.")
		case ids[id] == "" && isOfStatement(id):
			refuse(key, notThe(ids, id, content.ASection), statementForm)
		case ids[id] != content.ASection:
			refuse(key, notThe(ids, id, content.ASection), nearestOf(content.ASection, id))
		}
	}
	for _, id := range p.NeededToStart {
		own := slices.ContainsFunc(p.Statements, func(s Statement) bool { return s.ID == id })
		switch {
		case ids[id] == content.AStatement:
		case own: // they are marked where they stand
			refuse(neededKey+"."+id, notThe(ids, id, content.AStatement), "In your own statement, write: needed_to_start = true")
		default:
			refuse(neededKey+"."+id, notThe(ids, id, content.AStatement), nearestOf(content.AStatement, id))
		}
	}
	for i, extra := range p.Statements {
		if k, taken := ids[extra.ID]; taken {
			refuse(statementKey(i, "id"), fmt.Sprintf("the guide has the id %s already: %s has it", extra.ID, k),
				"Give your own statement another id, such as our-"+extra.ID)
		}
		told := func(s content.Statement) bool { return plain.ReadsAs(s.Text) == plain.ReadsAs(extra.Text) }
		if k := slices.IndexFunc(g.Commitment.Statements, told); k >= 0 {
			refuse(statementKey(i, "text"), "the guide has this statement already: "+g.Commitment.Statements[k].ID, sameTextMend)
		}
	}
	return found.Sorted()
}

func notThe(ids map[string]content.IDKind, id string, wanted content.IDKind) string {
	if k, other := ids[id]; other {
		return fmt.Sprintf("%s is %s, and not %s", id, k, wanted)
	}
	return fmt.Sprintf("the guide has nothing with the id %s", id)
}
