package content

import (
	"fmt"
	"maps"
	"slices"
)

// checkCommands reports a spelling that would stand for two commands in line
// mode: what was typed could then do what was not meant. at is where each key
// stands in the file.
func (l *loader) checkCommands(src *source, at map[string]int, words Words) {
	values, taken := wordKeys(words.Command), map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		key, spellings := "command."+name, Spellings(values[name])
		if len(spellings) == 0 {
			l.report(src, at[key], fmt.Sprintf("%s has no word", key), "Write at least one word that can be typed.")
		}
		for _, spelling := range spellings {
			other, clash := taken[spelling]
			taken[spelling] = key
			if !clash {
				continue
			}
			offset, ok := at[key]
			if !ok { // then it is the other that the guide has written
				offset = at[other]
			}
			l.report(src, offset, fmt.Sprintf("%q stands for both %s and %s", spelling, other, key),
				"Give one of them another word, so that what is typed can mean only one thing.")
		}
	}
}
