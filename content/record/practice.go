package record

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Practice is whose group it was, and what the guide said of it, to which promises
// point, such as to come to the sessions that were agreed on.
type Practice struct {
	Name    string `json:"name,omitempty"`
	Code    string `json:"code,omitempty"`  // of the practice file, as content.Guide names it
	Group   string `json:"group,omitempty"` // the group's name, and GroupID what its practice file calls it
	GroupID string `json:"group_id,omitempty"`
	Site    string `json:"site,omitempty"`
	Facts   []Fact `json:"facts,omitempty"` // all that the guide said of them, in the order in which it did
}

// Fact is one thing that the practice said, word for word.
type Fact struct {
	Key   string `json:"key"`   // its name in the practice file
	Label string `json:"label"` // what stood before it
	Text  string `json:"text"`
}

// practiceOf is the practice whose facts lie over a guide; nil if there is none.
func practiceOf(w walk.Walk) *Practice {
	g := w.Guide()
	p := Practice{
		Name: CleanName(g.Practice), Code: g.PracticeCode,
		Group: CleanName(g.Group.Name), GroupID: g.Group.ID, Site: CleanName(g.Group.Site),
		Facts: Facts(g),
	}
	if p.Name == "" && p.Code == "" && p.Group == "" && p.GroupID == "" && p.Site == "" && p.Facts == nil {
		return nil
	}
	if code, now := w.FactsShown(); !now {
		p.showed(code, g.Words.Record)
	}
	return &p
}

// Facts are what a practice says in a guide, as a record keeps it.
func Facts(g *content.Guide) []Fact {
	return plain.Each(g.Facts, func(f content.Fact) Fact {
		return Fact{Key: f.Key, Label: clean(f.Label), Text: clean(f.Text)}
	})
}

// notKept is the key of what stands for facts that were shown, and whose words nobody has.
const notKept = "not_kept"

// showed makes it what was shown of another practice file, of which only the code is
// known: a signature, and an end, stands for what was shown.
func (p *Practice) showed(code string, w words.Record) {
	if p.Code, p.Facts = code, nil; code != "" {
		p.Facts = []Fact{{Key: notKept, Label: clean(w.FactsNotKept), Text: clean(plain.Fill(w.FactsOf, "code", code))}}
	}
}

func (p *Practice) check() error {
	if p == nil {
		return nil
	}
	return firstOf(
		fault{CleanName(p.Name) != p.Name || CleanName(p.Group) != p.Group || CleanName(p.Site) != p.Site, "the name of its practice, group or site is none"},
		fault{!isCode(p.Code), "the code of its practice file is none"},
	)
}

// isCode reports whether a text has the form of a practice file's code, or is empty.
func isCode(code string) bool {
	return code == "" || len(code) == 12 && strings.Trim(code, hexDigits) == ""
}

// Place is the practice that a record names, wherever its format has it.
func (a Record) Place() *Practice {
	switch {
	case a.Practice != nil:
		return a.Practice
	case a.Intake != nil:
		return &Practice{Name: a.Intake.Practice, Code: a.Intake.PracticeCode}
	default:
		return &Practice{}
	}
}

// Change is one thing that is said otherwise than a record has it.
type Change struct {
	Key string // the id of a promise, or the name of a fact
	How How
}

// How is in what way something is said otherwise.
type How int

// The ways. The last two are those of promises.
const (
	OtherWords How = iota
	New
	Gone
	OtherFile // nothing else is known
	NotInGuide
	NotInPractice
)

// Changes says fact by fact how what the practice says now differs from what a
// record holds. Where it holds no facts, as one of a format before 3, and its practice
// file has another code now, that is all that can be said.
func (a Record) Changes(g *content.Guide) []Change {
	was, now := a.Place(), Facts(g)
	if a.Format < factsFormat || len(was.Facts) == 1 && was.Facts[0].Key == notKept {
		if was.Code != "" && g.PracticeCode != "" && was.Code != g.PracticeCode {
			return []Change{{"practice", OtherFile}}
		}
		return nil
	}
	find := func(facts []Fact, key string) int {
		return slices.IndexFunc(facts, func(f Fact) bool { return f.Key == key })
	}
	var changed []Change
	for _, old := range was.Facts {
		switch i := find(now, old.Key); {
		case i < 0:
			changed = append(changed, Change{old.Key, Gone})
		case now[i].Text != old.Text:
			changed = append(changed, Change{old.Key, OtherWords})
		}
	}
	return append(changed, plain.Some(now, func(fact Fact) (Change, bool) { return Change{fact.Key, New}, find(was.Facts, fact.Key) < 0 })...)
}
