package content

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// IsID reports whether a name can be an id: small letters a to z, digits and
// hyphens, a letter first.
func IsID(id string) bool { return idForm.MatchString(id) }

var idForm = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// slug makes an id of a heading's words: apostrophes dropped, everything that
// is not a letter or digit a hyphen. It is empty if the words hold a letter
// that an id cannot have, or begin with a digit: such a heading needs an id
// of its own.
func slug(words string) string {
	words = plain.Apostrophes.Replace(strings.ToLower(words))
	divides := func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }
	foreign := func(r rune) bool { return divides(r) && (unicode.IsLetter(r) || unicode.IsNumber(r)) }
	id := strings.Join(strings.FieldsFunc(words, divides), "-")
	return plain.Either(strings.ContainsFunc(words, foreign) || !IsID(id), "", id)
}

// IDKind is what an id names.
type IDKind string

// The kinds of what has an id.
const (
	AChapter   IDKind = "a chapter"
	ASection   IDKind = "a section"
	AQuestion  IDKind = "a question"
	AStatement IDKind = "a statement"
	aTerm      IDKind = "a word of the glossary"
	aPage      IDKind = "a file"
	aPart      IDKind = "a part"
)

// known is one id of the guide and where it stands.
type known struct {
	kind  IDKind
	place source.Place
}

// claim takes an id for one thing; a second thing with it is a Problem.
func (l *loader) claim(id string, k IDKind, src *source.File, offset int) {
	first, taken := l.ids[id]
	switch {
	case id == "":
	case id == YourGroupID:
		l.Report(src, offset, fmt.Sprintf("the id %s is kept for what a practice says about its own group", id),
			"Give this one another name in its braces.")
	case !taken:
		l.ids[id] = known{kind: k, place: src.Place(offset)}
	default:
		where := fmt.Sprintf("%s:%d", first.place.File, first.place.Line)
		l.Report(src, offset, fmt.Sprintf("the id %s is taken: %s in %s has it", id, first.kind, where),
			"Every id stands once in the guide. Give this one another name in its braces, such as {#"+id+"-2}.")
	}
}

// claimFiles takes the ids that the files' names are, before all others.
func (l *loader) claimFiles() {
	for _, src := range l.chapters {
		l.claim(src.ID, AChapter, src, 0)
	}
	for _, page := range pages {
		if src := l.files[page.file()]; src != nil {
			l.claim(page.id, aPage, src, 0)
		}
	}
}

// link is a link within the guide, to be checked when every id is known.
type link struct {
	src    *source.File
	offset int
	id     string
	kind   IDKind // what it has to lead to; empty if anything will do
}

// linkTo notes a link's target, or refuses it. Every link comes here once as
// any link, and those that have to lead to a section once more as such.
func (l *loader) linkTo(src *source.File, offset int, destination string, k IDKind) {
	id, inside := strings.CutPrefix(destination, "#")
	switch {
	case inside:
		l.links = append(l.links, link{src: src, offset: offset, id: id, kind: k})
	case k != "" && isAddress(destination):
		l.Report(src, offset, "this link should lead to a section of the guide",
			"Write the section's id after a #, such as [Your own pace](#own-pace).")
	case k == "" && hasPassword(destination):
		l.Report(src, offset, "this address has somebody's name or password in it", "Take out what stands before the @, which every reader would have.")
	case k == "" && !isAddress(destination):
		l.Report(src, offset, fmt.Sprintf("this link leads to %q, which cannot be opened from here", destination),
			"Link to a part of the guide by its id, such as #own-pace, or to an address that\n"+
				"starts with https:, http:, mailto: or tel:.")
	}
}

// isAddress reports whether a link leads somewhere that a reader can open: to a
// site, a person's mail or a number that can be called.
func isAddress(destination string) bool {
	address, err := url.Parse(destination)
	if err != nil {
		return false
	}
	switch strings.ToLower(address.Scheme) {
	case "http", "https":
		return isSite(address.Hostname())
	case "mailto":
		name, site, _ := strings.Cut(address.Opaque, "@")
		site, _, _ = strings.Cut(site, "?")
		return name != "" && isSite(site)
	case "tel":
		text, err := url.PathUnescape(address.Opaque)
		return err == nil && callable().MatchString(text)
	default:
		return false
	}
}

// hasPassword reports whether an address of a site says who opens it.
func hasPassword(destination string) bool {
	address, err := url.Parse(destination)
	return err == nil && address.User != nil
}

// callable is a number that a telephone can call, perhaps with what is dialled
// behind it.
var callable = plain.Late(`^\+?[\pZ().*#-]*\d[\d\pZ().,*#/\x{2010}-\x{2015}-]*\d[\pZ().*#]*(?:[;,].*|(?:ext|x)\.? ?\d+)?$`)

// isSite reports whether a text is the name of a site, or its number. One that has
// a single part may be a practice's own computer.
func isSite(host string) bool {
	if strings.Contains(host, ":") { // a number of the newer kind
		return true
	}
	for label := range strings.SplitSeq(strings.TrimSuffix(host, "."), ".") {
		if strings.Trim(label, "-") == "" || strings.ContainsFunc(label, notOfSite) {
			return false
		}
	}
	return true
}

func notOfSite(r rune) bool {
	return r != '-' && r != '_' && !unicode.In(r, unicode.L, unicode.N, unicode.M)
}

// checkLinks refuses links that lead nowhere. If a file could not be parsed,
// its ids are not known, and nothing can be said.
func (l *loader) checkLinks() {
	for _, link := range l.links {
		target, ok := l.ids[link.id]
		switch {
		case link.id == "" && link.kind == "":
			l.Report(link.src, link.offset, "this link names no id", "Write the id behind the #, such as #own-pace.")
		case !ok && !l.incomplete && link.kind == "":
			mend := "Mend the link. The id of what is meant stands in braces behind its heading."
			if IsID(link.id) && len(link.id) <= source.MaxShown {
				mend = "Mend the link, or give the id to the heading that is meant: ## Heading {#" + link.id + "}"
			}
			l.Report(link.src, link.offset, fmt.Sprintf("nothing in this guide has the id %s", link.id), mend)
		case ok && link.kind != "" && target.kind != link.kind:
			l.Report(link.src, link.offset, fmt.Sprintf("%s is %s and not a section of a chapter", link.id, target.kind),
				"Link to the section that says it in full, which a reader can read again.")
		}
	}
}

// YourGroupID is the id of the section that holds what a practice says about
// its own group. No guide may have it for anything else.
const YourGroupID = "your-group"

// ShownAlways reports whether an id is that of a section which is in every way
// through the guide, the shortest too: what to do in danger, what the practice
// says of the group, and what the therapist may have to tell.
func ShownAlways(id string) bool {
	return id == YourGroupID || id == "not-emergency" || id == "limits-of-privacy"
}

// WeighsMost reports whether an id is that of a section to come back to before others:
// one that is always shown, or what to do if the group makes one feel worse.
func WeighsMost(id string) bool { return ShownAlways(id) || id == "feeling-worse" }

// MarksQuestions reports whether the guide says which of its questions are
// essential. Where it does not, all of an essential section are.
func (g *Guide) MarksQuestions() bool {
	for _, question := range g.Questions() {
		if question.Essential {
			return true
		}
	}
	return false
}

// IDs gives what each id of the guide names. It also has the names of files
// and the id that the program keeps for itself.
func (g *Guide) IDs() map[string]IDKind {
	ids := map[string]IDKind{YourGroupID: aPart}
	for _, page := range pages {
		ids[page.id] = aPage
	}
	for id, known := range g.ids {
		ids[id] = known.kind
	}
	return ids
}
