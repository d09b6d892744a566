package practice

import (
	"cmp"
	_ "embed" // the forms
	"fmt"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// markdown are signs that have an effect in a guide, and none in this file, where
// all is shown as it stands.
var markdown = plain.Late("\\*\\*[^*\n]+\\*\\*|__[^_\n]+__|(?:^|[\\s(])\\*[^*\\s][^*\n]*\\*|\\]\\([^()\\s]+|\\]\\[|`[^`\n]+`|~~[^~\n]+~~|" +
	`(?m:^\s*(?:#{1,6} |>\s|\|.*\||\*\s+\S|!\[))|</?[a-zA-Z][^<>]*>|&(?:nbsp|amp|lt|gt|quot|[mn]dash|#\d+);`)

// brokenPath is a folder of Windows in which a backslash has become a line's end.
var brokenPath = plain.Late(`\b[A-Za-z]:\n\S*`)

// Advise says, of a file without problems, what a reader may be shown otherwise
// than it was meant, sorted by line. It stops nothing.
func (p Practice) Advise() []source.Advice {
	all := slices.Clone(p.told)
	for _, part := range p.parts() {
		say := func(at int, what string, args ...any) {
			all = append(all, source.Advice{Place: p.src.Place(at), What: fmt.Sprintf(what, args...)})
		}
		notes := map[int]bool{}
		for _, id := range part.NoteIDs() {
			notes[part.at[notesPart+"."+id]] = true
		}
		for at, text := range part.texts() {
			if !notes[at] && plain.LikeNote(text, !strings.Contains(text, "\n")) >= 0 {
				say(at, "this reads like a note for the clinician, and every reader is shown it; notes stand below [%s]", notesPart)
			}
			if plain.Garbled(text) >= 0 {
				say(at, plain.GarbledWhat)
			}
			if strings.TrimSpace(text) != "" && isUnwritten(text) {
				say(at, content.UnwrittenWhat)
			}
			if path := brokenPath().FindString(text); path != "" {
				say(at, "the line ends within %q: a backslash before n is a line's end, and two are a backslash", strings.ReplaceAll(path, "\n", `\n`))
			}
			if number := plain.Misdialled(text); number != "" {
				say(at, plain.MisdialledWhat, number)
			}
			if sign := markdown().FindString(text); sign != "" {
				say(at, "%q is shown as it stands: nothing in this file is taken for Markdown or HTML", strings.TrimSpace(plain.Shorten(sign, source.MaxWhat)))
			}
		}
		if part.Crisis.Text != "" && !plain.Callable(part.Crisis.Text) {
			say(part.at[crisisKey], "the crisis text names no number to call")
		}
		part.otherNumbers(say)
	}
	slices.SortFunc(all, func(a, b source.Advice) int {
		return cmp.Or(cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.What, b.What))
	})
	return all
}

func (p Practice) otherNumbers(say func(at int, what string, args ...any)) {
	for language, t := range p.Translated {
		for name, text := range t.Texts {
			if own := p.Texts[name]; own != "" && plain.Digits(own) != plain.Digits(text) {
				say(t.at[name], "%s in %q has other numbers than the one above; do both say the same?", name, language)
			}
		}
		own, in := p.Crisis.Text, t.Crisis.Text
		switch {
		case own == "" || in == "" || t.Crisis.Dated():
		case p.Crisis.Dated() && !sameNumbers(own, in):
			say(t.at[crisisKey], "the crisis text in %q has other numbers than the one above, so the day above is not its own; write below it when it was tried: checked = 2026-01-31", language)
		case !sameNumbers(in, own) || !sameNumbers(own, in):
			say(t.at[crisisKey], "the crisis text in %q has other numbers than the one above; do both say the same?", language)
		}
	}
}

// parts are what all share, and each site and group, with their texts in other
// languages.
func (p Practice) parts() []Practice {
	all := slices.Concat([]Practice{p}, p.Sites, p.Groups)
	for _, part := range all {
		for _, language := range sortedKeys(part.Translated) {
			all = append(all, *part.Translated[language])
		}
	}
	return all
}

// Unread are the languages that a file has texts in, and that a guide has not.
func (p Practice) Unread(languages []string) []string {
	named := map[string]bool{}
	for _, part := range slices.Concat([]Practice{p}, p.Sites, p.Groups) {
		for language := range part.Translated {
			named[language] = true
		}
	}
	if p.Language != "" {
		named[p.Language] = true
	}
	return slices.DeleteFunc(sortedKeys(named), func(l string) bool { return slices.Contains(languages, l) })
}

// texts are all words of one part, by where they stand.
func (p Practice) texts() map[int]string {
	all := map[int]string{p.at[crisisKey]: p.Crisis.Text}
	for name, text := range p.Texts {
		all[p.at[name]] = text
	}
	for id, note := range p.Notes {
		all[p.at[notesPart+"."+id]] = note
	}
	for _, s := range p.Statements {
		all[s.at["text"]], all[s.at["reason"]] = s.Text, s.Reason
	}
	for id, r := range p.Replaced {
		all[p.at[replacePart+"."+id]] = strings.Join([]string{r.Text, r.Reason, r.Question, r.Scene}, "\n")
	}
	return all
}

//go:embed placeholder.txt
var placeholderForms string

// placeholders are what stands where a text is still to be written; noCrisis has more of
// a crisis text.
var placeholders, noCrisis = plain.LateForms(placeholderForms, "# Of a crisis text", "")

// isUnwritten reports whether a text is still to be written: one of the form's own
// without its brackets is.
func isUnwritten(text string) bool {
	return content.Unwritten(text) || placeholders().MatchString(text) || isOfForm("["+text+"]")
}

// helpsNobody reports whether a crisis text is none: somebody in danger would read
// it in the place of the words that the guide has.
func helpsNobody(text string) bool {
	return placeholders().MatchString(text) || noCrisis().MatchString(text)
}

//go:embed nottodie.txt
var notToDieForms string

// notToDie are the words of a promise not to die, and spokenOf those with which one may
// speak of it, as nottodie.txt has them.
var notToDie, spokenOf = plain.LateForms(notToDieForms, "# What may be said", "")

// IsNotToDie reports whether a promise reads like one not to die, or not to hurt
// oneself. Whoever writes it is told; nothing keeps them from it.
func IsNotToDie(text string) bool {
	text = plain.AsRead(text)
	if !notToDie().MatchString(text) {
		return false
	}
	said := sentences().ReplaceAllStringFunc(text, func(sentence string) string {
		if spoken := spokenOf().FindString(sentence); spoken != "" && !denies().MatchString(sentence[len(spoken):]) {
			return ""
		}
		return sentence
	})
	return notToDie().MatchString(said)
}

var (
	sentences = plain.Late(`[^.!?;\n]+[.!?;\n]*`)
	// denies says behind what is spoken of that something will not be done.
	denies = plain.Late(`\b(?:(?:will|shall) (?:not|never)|won.t|(?:promise|agree) not to|no me (?:voy|har|mat|cort|suicid|lastim|autol|quit)|werde\b[^.]*\b(?:nicht|nie|niemals))`)

	sentenceEnd = plain.Late(`[.!?;\n]`)
	// promised are the words with which somebody is told of a promise, and not of danger.
	promised = plain.Late(`\b(?:promis|pledge|vow|swear|undertak|commit|contracts?\b|pact|agree|sign\b|signed\b|i will|i.ll|you will|you.ll|promet|promes|compromet|compromiso|contrato|acuerd|firm(?:a|o|e|ar)\b|verspr|verspreche|vertrag|unterschr|versicher)`)
	// unasked are those with which it is said that nobody is to promise it.
	unasked = plain.Late(`\b(?:not|never|nobody|no one|cannot|can.t|don.t|nunca|nadie|nicht|nie|niemand)\b[^.]*\b(?:ask|need|ha(?:s|ve) to|must|expect|promise that|guarantee|pide|pedimos|pedirá|verlang)|\bno (?:te |le )?(?:pide|pedimos|pedirá)`)
	// asMember are words to somebody as that one would say them.
	asMember = strings.NewReplacer("yourself", "myself", "your ", "my ", "themselves", "myself", "oneself", "myself", "you ", "i ", "hacerse", "hacerme", "matarse", "matarme", "cortarse", "cortarme", "suicidarse", "suicidarme", "lastimarse", "lastimarme", "hacerte", "hacerme")
)

// AsksNotToDie reports whether words beside a promise, such as why it is asked for, tell
// of one not to die. What to do in danger they may say, and that nobody has to promise.
func AsksNotToDie(text string) bool {
	return slices.ContainsFunc(sentenceEnd().Split(plain.AsRead(text), -1), func(said string) bool {
		return promised().MatchString(said) && !unasked().MatchString(said) && IsNotToDie(asMember.Replace(said))
	})
}

// IsStatementNotToDie reports whether a promise, or why it is asked for, reads like that.
func IsStatementNotToDie(s content.Statement) bool {
	asks := func(p content.Paragraph) bool { return AsksNotToDie(p.Text) }
	return IsNotToDie(s.Text) || slices.ContainsFunc(content.Paragraphs(s.Reason), asks)
}

// NotToDieIn says which promises of a guide read like that.
func NotToDieIn(g *content.Guide) []source.Advice {
	return plain.Some(g.Commitment.Statements, func(s content.Statement) (source.Advice, bool) {
		return source.Advice{Place: s.Place, What: notToDieWhat}, IsStatementNotToDie(s)
	})
}

const notToDieWhat = "this reads like a promise not to die, or not to hurt oneself; such a promise keeps nobody safe"

// NotToDie says where a file has such promises, also one in which something has to be
// mended.
func (p Practice) NotToDie() (all []source.Advice) {
	for _, told := range p.told {
		if told.What == notToDieWhat {
			all = append(all, told)
		}
	}
	return all
}
