package content

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

const commandTable = "command."

// checkCommands reports a spelling that would stand for two commands in line
// mode: what was typed could then do what was not meant.
func (l *loader) checkCommands(src *source, entries []wordEntry, words Words) {
	where := map[string]int{} // in the file, by key
	for _, entry := range entries {
		where[entry.key] = entry.setting.key
	}
	values, taken := wordKeys(words), map[string]string{}
	for _, key := range slices.Sorted(maps.Keys(values)) {
		if !strings.HasPrefix(key, commandTable) {
			continue
		}
		spellings := Spellings(values[key])
		if len(spellings) == 0 {
			l.report(src, where[key], fmt.Sprintf("%s has no word", key), "Write at least one word that can be typed.")
		}
		for _, spelling := range spellings {
			other, clash := taken[spelling]
			taken[spelling] = key
			if !clash {
				continue
			}
			offset, ok := where[key]
			if !ok { // then it is the other that the guide has written
				offset = where[other]
			}
			l.report(src, offset, fmt.Sprintf("%q stands for both %s and %s", spelling, other, key),
				"Give one of them another word, so that what is typed can mean only one thing.")
		}
	}
}
