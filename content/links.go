package content

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// link is a link within the guide, to be checked when every id is known.
type link struct {
	src    *source
	offset int
	id     string
	kind   kind // what it has to lead to; empty if anything will do
}

// linkTo notes a link's target, or refuses it. Every link comes here once as
// any link, and those that have to lead to a section once more as such.
func (l *loader) linkTo(src *source, offset int, destination string, k kind) {
	id, inside := strings.CutPrefix(destination, "#")
	switch {
	case inside:
		l.links = append(l.links, link{src: src, offset: offset, id: id, kind: k})
	case k != "" && isAddress(destination):
		l.report(src, offset, "this link should lead to a section of the guide",
			"Write the section's id after a #, such as [Your own pace](#own-pace).")
	case k == "" && !isAddress(destination):
		l.report(src, offset, fmt.Sprintf("this link leads to %q, which cannot be opened from here", destination),
			"Link to a part of the guide by its id, such as #own-pace, or to an address that\n"+
				"starts with https:, http:, mailto: or tel:.")
	}
}

// isAddress says whether a link leads somewhere that a reader can open.
func isAddress(destination string) bool {
	address, err := url.Parse(destination)
	return err == nil && slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(address.Scheme))
}

// checkLinks refuses links that lead nowhere. If a file could not be parsed,
// its ids are not known, and nothing can be said.
func (l *loader) checkLinks() {
	for _, link := range l.links {
		target, ok := l.ids[link.id]
		switch {
		case link.id == "" && link.kind == "":
			l.report(link.src, link.offset, "this link names no id", "Write the id behind the #, such as #own-pace.")
		case !ok && !l.incomplete && link.kind == "":
			mend := "Mend the link. The id of what is meant stands in braces behind its heading."
			if isID(link.id) && len(link.id) <= maxShown {
				mend = "Mend the link, or give the id to the heading that is meant: ## Heading {#" + link.id + "}"
			}
			l.report(link.src, link.offset, fmt.Sprintf("nothing in this guide has the id %s", link.id), mend)
		case ok && link.kind != "" && target.kind != link.kind:
			l.report(link.src, link.offset, fmt.Sprintf("%s is %s and not a section of a chapter", link.id, target.kind),
				"Link to the section that says it in full, which a reader can read again.")
		}
	}
}
