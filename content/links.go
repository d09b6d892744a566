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

// linkTo notes a link's target, or refuses it.
func (l *loader) linkTo(src *source, offset int, destination string, k kind) {
	if id, ok := strings.CutPrefix(destination, "#"); ok {
		l.links = append(l.links, link{src: src, offset: offset, id: id, kind: k})
		return
	}
	if k != "" {
		l.report(src, offset, "this link should lead to a section of the guide",
			"Write the section's id after a #, such as [Your own pace](#own-pace).")
		return
	}
	address, err := url.Parse(destination)
	if err == nil && slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(address.Scheme)) {
		return
	}
	l.report(src, offset, fmt.Sprintf("this link leads to %q, which cannot be opened from here", destination),
		"Link to a part of the guide by its id, such as #own-pace, or to an address that\n"+
			"starts with https:, http:, mailto: or tel:.")
}

// checkLinks refuses links that lead nowhere. If a file could not be parsed,
// its ids are not known, and nothing can be said.
func (l *loader) checkLinks() {
	for _, link := range l.links {
		target, ok := l.ids[link.id]
		switch {
		case !ok && !l.incomplete:
			l.report(link.src, link.offset, fmt.Sprintf("nothing in this guide has the id %s", link.id),
				"Mend the link, or give the id to the heading that is meant: ## Heading {#"+link.id+"}")
		case ok && link.kind != "" && target.kind != link.kind:
			l.report(link.src, link.offset, fmt.Sprintf("%s is %s and not a section of a chapter", link.id, target.kind),
				"Link to the section that says it in full, which a reader can read again.")
		}
	}
}
