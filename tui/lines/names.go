package lines

import (
	"slices"
	"strings"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// isNoName reports whether a line is what answers something else, such as a word
// that was typed once too often, or a number. What begins with a capital may be a
// name, unless it is "I" and what somebody does.
func (t *turn) isNoName() bool {
	if t.text != strings.ToLower(t.text) && !strings.Contains(t.bare, " ") {
		return false
	}
	small := t.text == strings.ToLower(t.text) && t.text != strings.ToUpper(t.text) // in a script that tells them apart
	if t.was.rest != "" && small && !t.heard[t.id].whole {
		return true // nobody was asked for a name yet
	}
	return slices.ContainsFunc(t.both(), func(w *words.Words) bool { return slices.Contains(plain.Spellings(w.Lines.NoNames), t.bare) }) || strings.Trim(t.bare, "0123456789 .,-") == ""
}

// signs reports whether a word signs, or does not, on a page of either reader's.
func (t *turn) signs(word string) bool {
	return slices.ContainsFunc(t.both(), func(w *words.Words) bool {
		all := plain.Spellings(strings.Join([]string{w.Command.Sign, w.Command.DoNotSign, w.Intake.SignWord}, ","))
		return slices.ContainsFunc(all, func(spelling string) bool { return bare(spelling) == word })
	})
}

// isNumbered refuses as a name what begins with a number: it was meant for another
// line, or is read as that of this one.
func (t *turn) isNumbered(line page.Item, text string) bool {
	number, name, behind := strings.Cut(plain.Typeable(text), " ")
	if !line.Name || !behind || len(numbers(number)) == 0 {
		return false
	}
	t.say(t.words.Lines.NumberedName, "text", short(text), "n", t.numberOf(line), "name", short(strings.TrimSpace(name)))
	return true
}

// nameIn is a name without what was typed before it.
func (t *turn) nameIn(text string) string {
	name := text
	for _, before := range t.vocab[myName] {
		if rest, ok := behind(text, before); ok && len(rest) < len(name) {
			name = rest
		}
	}
	return name
}
