package practice

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// inForm is how texts are written in a second language.
const inForm = "Write what you have in another language below a line such as [in.es], by the names of the file:\n" +
	"[in.es]\nfee = \"...\"\nThat of a group stands below the group, under [group.in.es]."

// enterLanguage finds the part that holds the texts in another language.
func (r *practiceReader) enterLanguage(s source.Setting, path []string) (within []string, ok bool) {
	if len(path) < 2 || !content.IsLanguage(path[1]) || len(path) == 2 && !s.IsHeader() {
		r.Report(r.src, s.Key, s.Name()+" names no language whose texts follow", inForm)
		return nil, false
	}
	if r.in.Translated == nil {
		r.in.Translated = map[string]*Practice{}
	}
	into := r.in.Translated[path[1]]
	if into == nil {
		part := newPart(r.src, s.Key)
		into = &part
		r.in.Translated[path[1]] = into
	}
	r.in, r.head = into, strings.TrimPrefix(r.head+"."+inPart, ".")
	return path[2:], true
}

// isIn reports whether what is read is in another language than the file's own.
func (r *practiceReader) isIn() bool { return strings.HasSuffix(r.head, inPart) }

func (r *practiceReader) checkLanguage(s source.Setting) {
	r.in.Language = s.Text
	if r.isPlain(s) && !content.IsLanguage(s.Text) {
		r.Report(r.src, s.Value, fmt.Sprintf("%q names no language", plain.Shorten(s.Text, source.MaxWhat)),
			"Write the language of this file's own texts, as --language names it: language = \"en\"")
	}
}

// checkTranslated refuses texts in another language of what the file does not
// say, and those that would leave a question half in each.
func (p Practice) checkTranslated(found *source.Log) {
	p.checkAgainst(found, p)
	for _, site := range p.Sites {
		site.checkAgainst(found, p.with(site))
	}
	for _, group := range p.Groups {
		in, _ := p.In(group.ID)
		group.checkAgainst(found, in)
	}
}

// checkAgainst compares the texts of one part with all that holds there.
func (p Practice) checkAgainst(found *source.Log, all Practice) {
	for _, language := range slices.Sorted(maps.Keys(p.Translated)) {
		t := p.Translated[language]
		if language == all.Language {
			found.Add(source.ProblemAt(t.src, t.begins, fmt.Sprintf("the file's own texts are in the language %q already", language), inForm))
		}
		refuse := func(at int, what string) {
			found.Add(t.problem(at, what, "Each text stands in the file's own language first; one that has no counterpart there is shown to nobody."))
		}
		for _, name := range sortedKeys(t.Texts) {
			if all.Texts[name] == "" {
				refuse(t.at[name], name+" is set in this language only")
			}
		}
		for _, id := range t.NoteIDs() {
			if all.Notes[id] == "" {
				refuse(t.at[notesPart+"."+id], "the section "+id+" has a note in this language only")
			}
		}
		if t.Crisis.Text != "" && all.Crisis.Text == "" {
			refuse(t.at[crisisKey], "there is a crisis text in this language only")
		}
		for _, statement := range t.Statements {
			switch at := all.ownStatement(statement.ID); {
			case statement.ID == "": // which is told where the statement begins
			case at < 0:
				refuse(statement.at["id"], "there is no promise of your own with the id "+statement.ID+" above")
			case statement.Reason != "" && all.Statements[at].Reason == "":
				refuse(statement.at["id"], statement.ID+" has a reason in this language only")
			}
		}
		for _, id := range sortedKeys(t.Replaced) {
			if why := t.Replaced[id].unlike(all.Replaced[id]); why != "" {
				refuse(t.at[replacePart+"."+id], id+" "+why)
			}
		}
	}
}

// unlike is why words do not stand for the same in another language.
func (r Replacement) unlike(own Replacement) string {
	same := func(a, b string) bool { return (a == "") == (b == "") }
	switch {
	case own.Text == "" && own.Question == "" && own.Scene == "" && len(own.Options) == 0:
		return "is replaced in this language only"
	case !same(r.Text, own.Text), !same(r.Reason, own.Reason), !same(r.Question, own.Question), !same(r.Scene, own.Scene):
		return "has other parts here than above: text, reason, question and scene stand in both languages, or in none"
	case len(r.Options) != len(own.Options):
		return fmt.Sprintf("has %d options here, and %d above", len(r.Options), len(own.Options))
	}
	return ""
}

// Ours is the same file with a language for its own texts, if it does not say one.
func (p Practice) Ours(language string) Practice {
	p.Language = cmp.Or(p.Language, language)
	return p
}

// withTranslated lays the texts of a part in other languages over those above.
// What the part says anew is not said by the words of above in any language.
func (p *Practice) withTranslated(part Practice) {
	all := map[string]*Practice{}
	for language, above := range p.Translated {
		t := above.with(Practice{at: map[string]int{}})
		for name := range part.at {
			prefix, id, _ := strings.Cut(name, ".")
			switch {
			case name == crisisKey:
				t.Crisis = Crisis{}
			case prefix == notesPart:
				delete(t.Notes, id)
			case prefix == replacePart:
				delete(t.Replaced, strings.SplitN(id, ".", 2)[0])
			default:
				delete(t.Texts, name)
			}
		}
		for _, name := range part.LeftOut {
			t.leaveOut(name)
		}
		all[language] = &t
	}
	for language, t := range part.Translated {
		over := *t
		if above, ok := all[language]; ok {
			over = above.with(*t)
		}
		all[language] = &over
	}
	p.Translated = all
}

// nameTranslated gives the name of a site or a group its place among the facts,
// in each language that has one.
func (p *Practice) nameTranslated(key string, part Practice) {
	for language, t := range p.Translated {
		named := *t
		named.Texts = cloned(t.Texts)
		delete(named.Texts, key)
		if own, ok := part.Translated[language]; ok && own.Name != "" {
			named.Texts[key] = own.Name
		}
		p.Translated[language] = &named
	}
}

// foreign are the names of what is said in another language than the reader's:
// facts by theirs, "notes.own-pace", "statement.our-door", "replace.come-clear".
type foreign map[string]bool

// spokenIn is what is said in a language, and what of it has no words there and stands
// in those of the file. Whom a name names is called by it in each.
func (p Practice) spokenIn(language string) (Practice, foreign) {
	t := p.Translated[language]
	if language == p.Language || p.Language == "" && t == nil {
		return p, nil
	}
	t = cmp.Or(t, &Practice{})
	lacks := foreign{}
	p.Texts = told(p.Texts, t.Texts, "", lacks)
	p.Notes = told(p.Notes, t.Notes, notesPart+".", lacks)
	p.Replaced = maps.Clone(p.Replaced)
	for id, own := range p.Replaced {
		if own.takes(t.Replaced[id]) {
			p.Replaced[id] = own
		} else {
			lacks[replacePart+"."+id] = true
		}
	}
	switch own := p.Crisis.Text; {
	case own == "":
	case t.Crisis.Text == "":
		lacks[crisisKey] = true
	default:
		if p.Crisis.Text = t.Crisis.Text; t.Crisis.Dated() || !sameNumbers(own, t.Crisis.Text) {
			p.Crisis.Checked = t.Crisis.Checked // and not the day of another one
		}
	}
	p.promiseIn(t, lacks)
	maps.DeleteFunc(lacks, func(name string, _ bool) bool {
		return slices.ContainsFunc(table, func(f Fact) bool { return f.proper && f.Key == name })
	})
	return p, lacks
}

// promiseIn puts a practice's own promises into the words that there are of them.
func (p *Practice) promiseIn(t *Practice, lacks foreign) {
	p.Statements = slices.Clone(p.Statements)
	for i, own := range p.Statements {
		at := t.ownStatement(own.ID)
		if at < 0 {
			lacks[statementPart+"."+own.ID] = true
			continue
		}
		p.Statements[i].Text = t.Statements[at].Text
		if reason := t.Statements[at].Reason; reason != "" {
			p.Statements[i].Reason = reason
		} else if own.Reason != "" {
			lacks[statementPart+"."+own.ID+content.ReasonEnd] = true
		}
	}
}

// told are texts in a language, as far as there are any.
func told(own, in map[string]string, prefix string, lacks foreign) map[string]string {
	all := map[string]string{}
	for key, text := range own {
		all[key] = text
		if in[key] != "" {
			all[key] = in[key]
		} else {
			lacks[prefix+key] = true
		}
	}
	return all
}

// takes puts words of another language in the place of a replacement's own. What
// fits stays what fits.
func (r *Replacement) takes(t Replacement) bool {
	if t.Text+t.Question+t.Scene == "" && len(t.Options) == 0 {
		return false
	}
	options := slices.Clone(t.Options)
	for i := range options {
		options[i].Right = i < len(r.Options) && r.Options[i].Right
	}
	t.Options = options
	*r = t
	return true
}

// lacks names what has no words in a language, the most urgent first.
func (p Practice) lacks(language string) []string {
	_, lacks := p.spokenIn(language)
	rank := func(name string) int {
		return slices.IndexFunc([]string{crisisPart, statementPart, replacePart, ""}, func(p string) bool { return strings.HasPrefix(name, p) })
	}
	names := slices.Sorted(maps.Keys(lacks))
	slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	return names
}

// noLanguage is none: nothing has words in it.
const noLanguage = "-"

// allLacks is what each language has no words for, as far as somebody has said in
// which the file's own texts are.
func (p Practice) allLacks() content.Lacks {
	all := content.Lacks{"": p.lacks(noLanguage)}
	all[p.Language] = nil
	for language := range p.Translated {
		all[language] = p.lacks(language)
	}
	return all
}
