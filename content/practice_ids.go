package content

import (
	"maps"
	"slices"
	"strings"
)

// allIDs gives what each id of the guide names. It also has the names of files
// and the ids that the program keeps for itself.
func (g *Guide) allIDs() map[string]kind {
	ids := map[string]kind{
		YourGroupID: aPart, signingID: aPart, countersigningID: aPart,
		signedID: aPart, notSignedID: aPart, stoppedID: aPart,
	}
	for name := range pageNames() {
		ids[strings.TrimSuffix(name, ".md")] = aPage
	}
	for _, page := range []Page{g.Help, g.About} {
		for _, section := range page.Sections {
			ids[section.ID] = aPart
		}
	}
	for _, term := range g.Glossary.Sections {
		ids[term.ID] = aTerm
	}
	g.eachID(func(k kind, id string, _ Place) { ids[id] = k })
	return ids
}

// named lists the ids of one kind, sorted.
func named(ids map[string]kind, k kind) []string {
	var names []string
	for _, id := range slices.Sorted(maps.Keys(ids)) {
		if ids[id] == k {
			names = append(names, id)
		}
	}
	return names
}
