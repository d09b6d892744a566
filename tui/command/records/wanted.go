package records

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/tui/command/shell"
)

// wanted is which records are to be listed; all where nothing is said.
type wanted struct {
	group, site string
	open        bool
	ids         []string // of the group, once the records are known
}

func (w wanted) all() bool { return w.group == "" && w.site == "" && !w.open }

// among finds the group that is meant, by its name in any language, or says which there are.
func (w wanted) among(s *survey) (wanted, error) {
	var groups, sites []string
	atSite := false
	for _, e := range s.entries {
		at := s.place(e.Record)
		called, siteCalled := s.names(e.Record)
		groups, sites, atSite = append(groups, at.Group), append(sites, at.Site), atSite || isIn(w.site, siteCalled...)
		if w.group != "" && at.GroupID != "" && isIn(w.group, called...) {
			w.ids = append(w.ids, at.GroupID)
		}
	}
	return w, errors.Join(noneIs(s.w.NoGroup, s.w.NoGroupNamed, w.group, groups, len(w.ids) > 0), noneIs(s.w.NoSite, s.w.NoSiteNamed, w.site, sites, atSite))
}

// names are all by which the group of a record, and its site, can be meant.
func (s *survey) names(a record.Record) (groups, sites []string) {
	own, at := a.Place(), s.place(a)
	groups, sites = []string{own.Group, at.Group, at.GroupID}, []string{own.Site, at.Site}
	for _, g := range s.calledNow(a) {
		groups, sites = append(groups, g.Name), append(sites, g.Site)
	}
	return groups, sites
}

// calledNow is the group of a record by language, if the practice file calls one of its id so.
func (s *survey) calledNow(a record.Record) map[string]content.Group {
	at := a.Place()
	if all := s.groups[at.GroupID]; all[a.Guide.Language].Name == at.Group && at.Group != "" {
		return all
	}
	return nil
}

// groupsOf are the groups of the practice file in use by their ids and languages.
func (s *survey) groupsOf() map[string]map[string]content.Group {
	all := map[string]map[string]content.Group{}
	if s.PracticePath() == "" {
		return all
	}
	file, err := s.ParsePractice(s.PracticePath())
	if err != nil {
		return all // of which nothing is claimed
	}
	for _, language := range s.Codes() {
		for _, group := range file.Named(language, s.Now()) {
			if all[group.ID] == nil {
				all[group.ID] = map[string]content.Group{}
			}
			all[group.ID][language] = group
		}
	}
	return all
}

// noneIs says that no record is of a group or a site, and which there are.
func noneIs(none, unnamed, typed string, names []string, found bool) error {
	if found || typed == "" || isIn(typed, names...) {
		return nil
	}
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" })
	if len(names) == 0 {
		return errors.New(unnamed)
	}
	return failed(none, "name", fmt.Sprintf("%q", typed), "list", shell.OneLine(strings.Join(names, ", ")))
}

// wants reports whether a record is to be listed; one that cannot be read always is.
func (w wanted) wants(s *survey, e record.Entry) bool {
	groups, sites := s.names(e.Record)
	return e.Err != nil || (slices.Contains(w.ids, e.Record.Place().GroupID) || isIn(w.group, groups...)) && isIn(w.site, sites...) && (!w.open || s.isOpen(e))
}

// isIn reports whether a name that was typed is, or begins, one of several.
func isIn(typed string, names ...string) bool {
	return typed == "" || slices.ContainsFunc(names, func(name string) bool {
		return strings.HasPrefix(strings.ToLower(name), strings.ToLower(typed))
	})
}

// place is the practice of a record as the list calls it: in its language, if it is known in that.
func (s *survey) place(a record.Record) record.Practice {
	at := *a.Place()
	if now, ok := s.calledNow(a)[s.w.guide.Language]; ok {
		at.Group, at.Site = now.Name, now.Site
	} else if as, ok := s.places[at.GroupID]; ok {
		at.Group, at.Site, at.Name = as.Group, as.Site, as.Name
	}
	return at
}

// placesIn are, by their ids, the groups that records name in several languages: a
// list calls each as it is called in most of its records. Where one language has two
// names for an id, they may be two groups of two files, and each record's own stays.
func placesIn(entries []record.Entry) map[string]record.Practice {
	type called struct {
		record.Practice
		times int
	}
	all := map[string]map[string]called{} // by group and language
	for _, e := range entries {
		at, language := e.Record.Place(), e.Record.Guide.Language
		if e.Err != nil || e.CopyOf != "" || at.GroupID == "" {
			continue
		}
		if all[at.GroupID] == nil {
			all[at.GroupID] = map[string]called{}
		}
		before, is := all[at.GroupID][language]
		if is && before.Group != at.Group {
			before.times = -len(entries) // never to be the one
		}
		all[at.GroupID][language] = called{*at, before.times + 1}
	}
	places := map[string]record.Practice{}
	for id, names := range all {
		languages := slices.Sorted(maps.Keys(names))
		most := slices.MaxFunc(languages, func(a, b string) int { return cmp.Compare(names[a].times, names[b].times) })
		if len(languages) > 1 && !slices.ContainsFunc(languages, func(l string) bool { return names[l].times <= 0 }) {
			places[id] = names[most].Practice
		}
	}
	return places
}
