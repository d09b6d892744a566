package content

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"time"
)

// allIDs gives what each id of the guide names. It also has the names of files
// and the id that the program keeps for itself.
func (g *Guide) allIDs() map[string]kind {
	ids := map[string]kind{YourGroupID: aPart}
	for _, page := range pages {
		ids[page.id] = aPage
	}
	for id, known := range g.ids {
		ids[id] = known.kind
	}
	return ids
}

// place is where a setting stands; without a name, the file.
func (p Practice) place(name string) Place { return p.problem(name, "", "").Place }

// problem is a problem with a setting, where that stands if it is known.
func (p Practice) problem(name, what, mend string) Problem {
	if p.src == nil {
		return Problem{What: what, Mend: mend}
	}
	return problemAt(p.src, p.at[name], what, mend)
}

// code names the practice file by a hash over its text; empty if what the
// practice says did not come from a file.
func (p Practice) code() string {
	if p.src == nil {
		return ""
	}
	sum := sha256.Sum256(p.src.text)
	return hex.EncodeToString(sum[:6])
}

// Check returns as Problems what has to be mended before the practice is used
// with a guide. It asks for more than Over does: a day still to come is told
// to the author of the file, but must not keep a reader whose clock is behind
// from opening the guide, which then says that the text may be out of date.
func (p Practice) Check(g *Guide, today time.Time) error {
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
func (p Practice) against(g *Guide) Problems {
	var found collector
	refuse := func(name, what, mend string) { found.add(p.problem(name, what, mend)) }
	ids := g.allIDs()
	nearestOf := func(k kind, id string) string {
		others := func(id string) bool { return ids[id] != k }
		names := slices.DeleteFunc(slices.Sorted(maps.Keys(ids)), others)
		return nearest(id, names, fmt.Sprintf("Name %s by its id.\n"+
			"The command firstsession practice check lists all ids with --ids behind the file.", k))
	}
	for _, id := range p.NoteIDs() {
		key := notesPart + "." + id
		switch {
		case id == YourGroupID:
			refuse(key, "this section is made of what stands in this file", "Write the note to another section.")
		case ids[id] == "" && isOfStatement(id):
			refuse(key, notThe(ids, id, aSection), statementForm)
		case ids[id] != aSection:
			refuse(key, notThe(ids, id, aSection), nearestOf(aSection, id))
		}
	}
	for _, id := range p.NeededToStart {
		own := slices.ContainsFunc(p.Statements, func(s ExtraStatement) bool { return s.ID == id })
		switch {
		case ids[id] == aStatement:
		case own: // they are marked where they stand
			refuse(neededKey+"."+id, notThe(ids, id, aStatement), "In your own statement, write: needed_to_start = true")
		default:
			refuse(neededKey+"."+id, notThe(ids, id, aStatement), nearestOf(aStatement, id))
		}
	}
	for i, extra := range p.Statements {
		if k, taken := ids[extra.ID]; taken {
			refuse(statementKey(i, "id"), fmt.Sprintf("the guide has the id %s already: %s has it", extra.ID, k),
				"Give your own statement another id, such as our-"+extra.ID)
		}
		told := func(s Statement) bool { return readsAs(s.Text) == readsAs(extra.Text) }
		if k := slices.IndexFunc(g.Commitment.Statements, told); k >= 0 {
			refuse(statementKey(i, "text"), "the guide has this statement already: "+g.Commitment.Statements[k].ID, sameTextMend)
		}
	}
	return found.sorted()
}

func notThe(ids map[string]kind, id string, wanted kind) string {
	if k, other := ids[id]; other {
		return fmt.Sprintf("%s is %s, and not %s", id, k, wanted)
	}
	return fmt.Sprintf("the guide has nothing with the id %s", id)
}
