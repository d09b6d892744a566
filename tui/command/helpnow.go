package command

import (
	"cmp"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/practice"
	"firstsession/content/words"
	"firstsession/tui/command/shell"
)

// lineWidth is how wide a line is that is written for a terminal, if that has room.
const lineWidth = 76

// wrapped is a text of which each line is broken between words.
func (p *program) wrapped(text string) string {
	width := lineWidth
	if p.Columns > 0 {
		width = min(width, p.Columns)
	}
	lines := plain.Each(strings.Split(text, "\n"), func(line string) string { return strings.Join(plain.Wrap(line, width), "\n") })
	return strings.Join(lines, "\n")
}

// helpsNow writes what to do in danger, where a line that is no command asks for
// help in any of the guide's languages, whatever else stands on it. It returns
// false if it does not ask. The words come in the language that the line names, or
// else in that of what was typed. The command itself is English for everybody: its
// words come in the language that was read last, or that the environment names.
func (p *program) helpsNow() bool {
	asked, typed := p.asked()
	sources := []shell.Source{asked, {Env: p.Env}} // at last the guide that is built in
	if asked.Dir == "" {
		sources = sources[:1] // which is the one that is asked for
	}
	for _, in := range sources {
		looked := "" // at the language that is meant, before all others
		for _, language := range append([]content.Language{{Code: in.Language}}, in.Languages()...) {
			if in.Language = language.Code; language.Code != "" && language.Code == looked {
				continue
			}
			guide, err := in.LoadGuide()
			if err != nil {
				continue // which is told where it is what was asked for
			}
			looked = cmp.Or(looked, guide.Language)
			isCommand := asksFor(plain.Spellings(guide.Words.Command.Help), typed)
			if !isCommand && !isCry(guide.Words.Danger, typed) {
				continue
			}
			if asked.Language == "" && !(isCommand && guide.Language == "en") {
				asked.Language = guide.Language
			}
			guide, amiss := inDangerIn(asked)
			if guide == nil {
				return false
			}
			lines := ""
			if amiss != nil || guide.Group.ID == "" { // or the group has none, such as where it is left out
				lines = p.linesOf(asked, guide)
			}
			said := p.inDanger(guide, lines)
			if amiss != nil { // what is written says no more of the practice then
				why := plain.Fill(guide.Words.Errors.HelpWithout, "error", guide.Words.Reason(amiss))
				said += "\n" + strings.Join(plain.Wrap(why, cmp.Or(p.Columns, len(why))), "\n") + "\n"
			}
			p.Results.Print(said)
			return true
		}
	}
	return false
}

// asked is what a line says of the guide, whatever is amiss with it, and all its words besides.
func (p *program) asked() (asked shell.Source, typed string) {
	asked = shell.Source{Env: p.Env}
	flags := map[string]*string{"language": &asked.Language, "guide": &asked.Dir, "practice": &asked.Practice, "group": &asked.Group}
	var words []string
	for i := 0; i < len(p.args); i++ {
		bare := strings.TrimLeft(p.args[i], "-")
		name, value, has := strings.Cut(bare, "=")
		to := flags[name]
		switch {
		case to == nil || bare == p.args[i]: // no flag of those
			words = append(words, strings.FieldsFunc(bare, func(r rune) bool { return strings.ContainsRune(" -_", r) })...)
		case has:
			*to = value
		case i+1 < len(p.args):
			i++
			*to = p.args[i]
		}
	}
	known := append(asked.Languages(), shell.Source{Env: p.Env}.Languages()...)
	at := slices.IndexFunc(known, func(l content.Language) bool { return strings.EqualFold(l.Code, asked.Language) })
	if at < 0 {
		asked.Language = ""
	} else {
		asked.Language = known[at].Code
	}
	return asked.Remembering(), strings.Join(words, " ")
}

// asksFor reports whether words ask for help now: they are one of the spellings, or
// hold one of several words, or are only the last word of that, as in "now" and
// "help ahora", or one of several but for a slip of the fingers.
func asksFor(spellings []string, typed string) bool {
	typed = strings.ToLower(typed)
	rest, together := strings.TrimPrefix(typed, "help "), strings.ReplaceAll(typed, " ", "")
	return slices.ContainsFunc(spellings, func(s string) bool {
		at, meant := strings.LastIndexByte(s, ' '), strings.ReplaceAll(s, " ", "")
		return typed == s || at > 0 && (rest == s[at+1:] || strings.Contains(" "+typed+" ", " "+s+" ") || together == meant || plain.Slip(together, meant))
	})
}

// linesOf are the lines of the practice file on whom to call, if the page could not say them.
func (p *program) linesOf(asked shell.Source, guide *content.Guide) string {
	path := asked.PracticePath()
	data, err := asked.ReadPractice(path)
	if err != nil {
		return ""
	}
	file, err := practice.Parse(path, data)
	if err != nil {
		file = practice.CrisisOf(path, data)
	}
	if guide.Group.Crisis != content.NoCrisis || guide.PracticeCode != "" && file.CallsByGroup() {
		return ""
	}
	lines := practice.CrisisLines(data)
	if len(lines) == 0 {
		return ""
	}
	return p.wrapped(guide.Words.Errors.HelpLines) + "\n\n" + strings.Join(lines, "\n")
}

// inDangerIn is the guide that was asked for, or as much of it as can be read, and why no more.
func inDangerIn(asked shell.Source) (guide *content.Guide, amiss error) {
	asked.Practice = cmp.Or(asked.PracticePath(), asked.Practice) // whose hint leads here
	builtIn := asked
	builtIn.Dir = ""
	anyLanguage := builtIn
	anyLanguage.Language, anyLanguage.Last = "", ""
	for _, source := range []shell.Source{asked, builtIn, anyLanguage} {
		inDanger := source
		inDanger.InDanger = true
		for _, load := range []func() (*content.Guide, error){source.Load, inDanger.Load, source.LoadGuide} {
			guide, err := load()
			if err == nil {
				return guide, amiss
			}
			amiss = cmp.Or(amiss, err)
		}
	}
	return nil, amiss
}

// isCry leaves out the word help by itself, which is a command here.
func isCry(d words.Danger, typed string) bool {
	d.Begins = ""
	return d.IsCry(typed)
}

// inDanger is the page of help now, as lines. What else is to be said stands below its
// first paragraph, which has the emergency number.
func (p *program) inDanger(guide *content.Guide, lines string) string {
	var said []string
	for _, section := range guide.Help.Whole() {
		said = append(said, section.Heading)
		for _, block := range section.Body {
			for _, paragraph := range content.Plain(block.Prose) {
				said = append(said, paragraph.Text)
			}
			if block.Picture != nil {
				said = append(said, plain.Fill(guide.Words.Print.Picture, "alt", block.Picture.Alt))
			}
		}
	}
	for i, text := range said {
		said[i] = p.wrapped(plain.Printable(text, "?"))
	}
	if lines != "" {
		said = slices.Insert(said, min(len(said), 2), lines)
	}
	return strings.Join(said, "\n\n") + "\n"
}
