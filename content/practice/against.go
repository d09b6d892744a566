package practice

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// place is where a setting stands in the file, if there is one.
func (p Practice) place(at int) source.Place { return p.problem(at, "", "").Place }

// problem is a problem with a setting, where that stands in the file.
func (p Practice) problem(at int, what, mend string) source.Problem {
	if p.src == nil {
		return source.Problem{What: what, Mend: mend}
	}
	return source.ProblemAt(p.src, at, what, mend)
}

// Code names the practice file by a hash over its text, and a group of a file
// that has several by one over all that holds for it, so that what is said of
// another group changes nothing; empty if what the practice says did not come
// from a file.
func (p Practice) Code() string {
	if p.src == nil {
		return ""
	}
	text := p.src.Text
	if p.file != nil || len(p.Groups) > 0 {
		text = p.said()
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:6])
}

// said is all that a reader of a group is told, in one form.
func (p Practice) said() []byte {
	all := []any{
		p.ID, p.Texts, p.NeededToStart, p.Crisis.Text, p.Crisis.Checked.String(), p.Statements, p.Notes, p.Replaced, p.LeftOut,
	}
	for _, language := range sortedKeys(p.Translated) {
		t := p.Translated[language]
		all = append(all, language, t.Texts, t.Crisis.Text, t.Statements, t.Notes, t.Replaced)
		if t.Crisis.Dated() { // so that a file without such a day has the code that it had
			all = append(all, t.Crisis.Checked.String())
		}
	}
	said, err := json.Marshal(all)
	if err != nil {
		return p.src.Text // texts alone cannot fail
	}
	return said
}

// Check returns as Problems what has to be mended before the practice is used
// with a guide. It asks for more than Over does: a day still to come is told
// to the author of the file, but must not keep a reader whose clock is behind
// from opening the guide, which then says that the text may be out of date.
func (p Practice) Check(g *content.Guide, today time.Time) error {
	found := p.unfit(g)
	for _, part := range p.parts() {
		switch {
		case !part.Crisis.Dated():
		case part.Crisis.Text == "":
			found = append(found, part.problem(part.at[checkedKey], noCrisisText, noCrisisTextMend))
		case part.Crisis.Ahead(today):
			found = append(found, part.problem(part.at[checkedKey], fmt.Sprintf("%s is a day still to come", part.Crisis.Checked),
				"Write the day on which somebody last tried it."))
		}
	}
	if len(found) == 0 {
		return nil
	}
	return found
}

// unfit lists what does not fit a guide: in what all share, and in each group.
// What stands in the file once is there once.
func (p Practice) unfit(g *content.Guide) source.Problems {
	if p.file != nil {
		p = *p.file // a file is not used in part
	}
	found := p.against(g)
	for i := range p.Groups {
		for _, problem := range p.inGroup(i).against(g) {
			if !slices.Contains(found, problem) {
				found = append(found, problem)
			}
		}
	}
	return found
}

// against lists the ids that do not fit a guide.
func (p Practice) against(g *content.Guide) source.Problems {
	var found source.Log
	refuse := func(at int, what, mend string) { found.Add(p.problem(at, what, mend)) }
	ids := g.IDs()
	p.againstNotes(ids, refuse)
	p.againstNeeded(ids, refuse)
	for _, extra := range p.Statements {
		if k, taken := ids[extra.ID]; taken {
			refuse(extra.at["id"], fmt.Sprintf("the guide has the id %s already: %s has it", extra.ID, k),
				"Give your own statement another id, such as our-"+extra.ID)
		}
		told := func(s content.Statement) bool { return plain.ReadsAs(s.Text) == plain.ReadsAs(extra.Text) }
		if k := slices.IndexFunc(g.Commitment.Statements, told); k >= 0 {
			refuse(extra.at["text"], "the guide has this statement already: "+g.Commitment.Statements[k].ID, sameTextMend)
		}
	}
	for _, name := range p.LeftOut {
		if part, id, _ := strings.Cut(name, "."); part == statementPart && ids[id] != content.AStatement {
			refuse(p.at[leaveOutKey+"."+name], notThe(ids, id, content.AStatement), nearestOf(ids, id, content.AStatement))
		}
	}
	if len(p.LeftOut) > 0 && len(p.LeftOut) >= len(g.Commitment.Statements)+len(p.Statements) {
		refuse(p.at[leaveOutKey+"."+p.LeftOut[0]], "no promise is left", "Leave one in, at least, or write one of your own.")
	}
	p.againstReplaced(g, ids, &found)
	return found.Sorted()
}

func (p Practice) againstNotes(ids map[string]content.IDKind, refuse func(at int, what, mend string)) {
	for _, id := range p.NoteIDs() {
		at := p.at[notesPart+"."+id]
		switch {
		case id == content.YourGroupID:
			refuse(at, "this section is made of what stands in this file", "Write the note to another section.")
		case ids[id] == "" && isOfStatement(id):
			refuse(at, notThe(ids, id, content.ASection), statementForm)
		case ids[id] != content.ASection:
			refuse(at, notThe(ids, id, content.ASection), nearestOf(ids, id, content.ASection))
		}
	}
}

func (p Practice) againstNeeded(ids map[string]content.IDKind, refuse func(at int, what, mend string)) {
	for _, id := range p.NeededToStart {
		at := p.at[neededKey+"."+id]
		switch {
		case slices.Contains(p.LeftOut, statementPart+"."+id):
			refuse(at, id+" is left out, and asked for beforehand", "Take it out of one of the two lists.")
		case ids[id] == content.AStatement:
		case p.ownStatement(id) >= 0: // they are marked where they stand
			refuse(at, notThe(ids, id, content.AStatement), "In your own statement, write: needed_to_start = true")
		default:
			refuse(at, notThe(ids, id, content.AStatement), nearestOf(ids, id, content.AStatement))
		}
	}
}

func nearestOf(ids map[string]content.IDKind, id string, wanted content.IDKind) string {
	return nearest(ids, id, string(wanted), wanted)
}

// nearest is nearestOf for one of several kinds.
func nearest(ids map[string]content.IDKind, id, what string, wanted ...content.IDKind) string {
	others := func(id string) bool { return !slices.Contains(wanted, ids[id]) }
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(ids)), others)
	return content.Meant(id, names, fmt.Sprintf("Name %s by its id.\n"+
		"The command firstsession practice check lists all ids with --ids behind the file.", what))
}

func notThe(ids map[string]content.IDKind, id string, wanted content.IDKind) string {
	if k, other := ids[id]; other {
		return fmt.Sprintf("%s is %s, and not %s", id, k, wanted)
	}
	return fmt.Sprintf("the guide has nothing with the id %s", id)
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// CheckFile is Parse and Check in one: of a file in which something has to be
// mended, it lists the ids that the guide does not have as well, and gives what could
// be read, for nothing but NotToDie.
func CheckFile(name string, data []byte, g *content.Guide, today time.Time) (Practice, error) {
	p, err := Parse(name, data)
	if err == nil {
		return p, p.Check(g, today)
	}
	var found source.Log
	if problems, ok := errors.AsType[source.Problems](err); ok && p.src != nil {
		ids := p
		ids.Groups = slices.Concat(p.Sites, p.Groups)          // a site that no group has yet is looked over, too
		ids.each(func(part *Practice) { part.Replaced = nil }) // of which some may be unread
		for _, problem := range slices.Concat(problems, ids.unfit(g)) {
			found.Add(problem)
		}
		return p, found.Sorted()
	}
	return Practice{}, err
}
