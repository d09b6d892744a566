package content

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// isID says whether a name can be an id: small letters a to z, digits and
// hyphens, a letter first.
func isID(id string) bool { return idForm.MatchString(id) }

var idForm = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// slug makes an id of a heading's words: apostrophes dropped, everything that
// is not a letter or digit a hyphen. It is empty if the words hold a letter
// that an id cannot have, or begin with a digit: such a heading needs an id
// of its own.
func slug(words string) string {
	words = apostrophes.Replace(strings.ToLower(words))
	divides := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
	foreign := func(r rune) bool { return divides(r) && (unicode.IsLetter(r) || unicode.IsNumber(r)) }
	id := strings.Join(strings.FieldsFunc(words, divides), "-")
	if strings.ContainsFunc(words, foreign) || !isID(id) {
		return ""
	}
	return id
}

// kind is what an id names.
type kind string

const (
	aChapter   kind = "a chapter"
	aSection   kind = "a section"
	aQuestion  kind = "a question"
	aStatement kind = "a statement"
	aTerm      kind = "a word of the glossary"
	aPage      kind = "a file"
	aPart      kind = "a part"
)

// known is one id of the guide and where it stands.
type known struct {
	kind  kind
	place Place
}

// claim takes an id for one thing; a second thing with it is a Problem.
func (l *loader) claim(id string, k kind, src *source, offset int) {
	first, taken := l.ids[id]
	switch {
	case id == "":
	case id == YourGroupID:
		l.report(src, offset, fmt.Sprintf("the id %s is kept for what a practice says about its own group", id),
			"Give this one another name in its braces.")
	case !taken:
		l.ids[id] = known{kind: k, place: src.place(offset)}
	default:
		where := fmt.Sprintf("%s:%d", first.place.File, first.place.Line)
		l.report(src, offset, fmt.Sprintf("the id %s is taken: %s in %s has it", id, first.kind, where),
			"Every id stands once in the guide. Give this one another name in its braces, such as {#"+id+"-2}.")
	}
}

// claimFiles takes the ids that the files' names are, before all others.
func (l *loader) claimFiles() {
	for _, src := range l.chapters {
		l.claim(src.id, aChapter, src, 0)
	}
	for _, page := range pages {
		if src := l.files[page.file()]; src != nil {
			l.claim(page.id, aPage, src, 0)
		}
	}
}
