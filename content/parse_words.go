package content

import (
	"bytes"
	_ "embed" // the words that were said once
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

const wordsFile = "words.toml"

// retired names the words, one a line, that the program said once. A guide that
// was exported then still has them; they are left unread.
//
//go:embed words_retired.txt
var retired string

// baseWords returns the embedded English words.
func baseWords() (Words, error) {
	var words Words
	data, err := fs.ReadFile(embedded, "en/"+wordsFile)
	if err == nil {
		err = toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(&words)
	}
	if err != nil {
		return words, fmt.Errorf("read the embedded words: %w", err)
	}
	return words, nil
}

// readWords lays the guide's words over the embedded ones, key by key.
func (l *loader) readWords(guide *Guide) error {
	base, err := baseWords()
	if err != nil {
		return err
	}
	guide.Words = base
	src, there := l.files[wordsFile]
	if src == nil {
		if guide.Language != "en" && !there {
			guide.advise("without this file the program's own words are English")
		}
		return nil
	}
	keys := wordKeys(base)
	at, old, sound := l.checkWords(src, keys)
	if !sound || !l.decode(src, &guide.Words, "guide") {
		return nil
	}
	l.checkCommands(src, at, guide.Words)
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if _, ok := at[key]; !ok {
			guide.advise("%s is missing, so the program says %q", key, keys[key])
		}
	}
	if old > 0 {
		guide.advise("%d of its words are of an earlier version, and nothing says them any more", old)
	}
	return nil
}

// checkWords checks what a file sets. It gives where each key stands, and how
// many of them are retired.
func (l *loader) checkWords(src *source, keys map[string]string) (at map[string]int, old int, sound bool) {
	settings, broken := readTOML(src)
	if broken >= 0 {
		l.report(src, broken, "this line cannot be read", tomlForm)
		return nil, 0, false
	}
	before := l.count
	at = map[string]int{}
	for _, s := range settings {
		name := s.name()
		_, twice := at[name]
		switch {
		case s.kind == unstable.Table:
			continue
		case s.kind == unstable.ArrayTable:
			l.report(src, s.key, "there are two brackets here", "Write one: [guide]")
		case twice:
			l.report(src, s.key, name+" stands twice in this file", "Delete one of the two lines.")
		case keys[name] == "" && slices.Contains(strings.Fields(retired), name):
			old++
		default:
			l.checkWord(src, s, keys)
		}
		at[name] = s.key
	}
	return at, old, l.count == before
}

// advise gives advice on the file of the guide's words.
func (g *Guide) advise(format string, args ...any) {
	g.advice = append(g.advice, Advice{Place{File: wordsFile}, fmt.Sprintf(format, args...)})
}

// wordKeys lists the keys of Words, such as "guide.title", or of one of its
// tables, with their values.
func wordKeys(words any) map[string]string {
	keys := map[string]string{}
	value := reflect.ValueOf(words)
	for i := range value.NumField() {
		name := value.Type().Field(i).Tag.Get("toml")
		if text, ok := value.Field(i).Interface().(string); ok {
			keys[name] = text
			continue
		}
		for key, text := range wordKeys(value.Field(i).Interface()) {
			keys[name+"."+key] = text
		}
	}
	return keys
}

const tomlForm = "A line of this file looks like this: contents = \"What is in this guide\"\n" +
	"Inside the marks, write \\\" for a double quotation mark."

// checkWord refuses a key that is not known, and a value that could not be
// shown in the place of the embedded one.
func (l *loader) checkWord(src *source, s setting, keys map[string]string) {
	name := s.name()
	base, known := keys[name]
	switch {
	case !known:
		mend := "Delete the line."
		if l.count < maxProblems {
			mend = nearest(name, slices.Sorted(maps.Keys(keys)),
				"Delete the line, or look up the name in the guide that the export command writes.")
		}
		l.report(src, s.key, name+" is not a name that the program knows", mend)
	case s.kind != unstable.String:
		l.report(src, s.key, name+" is not a text", "Put the words between double quotation marks.")
	case strings.ContainsFunc(s.text, isForbidden):
		l.report(src, s.key, name+" holds a control character", "Take the part with the backslash out.")
	case strings.TrimSpace(s.text) == "" && base != "":
		l.report(src, s.key, name+" is empty",
			"Write the words, or delete the line: then the program says what it says in English.")
	case !slices.Equal(placeholders(s.text), placeholders(base)):
		l.report(src, s.key, "the names in braces are not those of the program's own "+name,
			fmt.Sprintf("The program says: %q\nKeep each name in braces as it is; it may stand anywhere in your words.", base))
	}
}

// placeholders lists the names in braces, sorted, each once.
func placeholders(text string) []string {
	names := placeholder.FindAllString(text, -1)
	slices.Sort(names)
	return slices.Compact(names)
}

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

// nearest asks whether the name was meant that is most like a wrong one. If
// none is, it says something else.
func nearest(wrong string, names []string, otherwise string) string {
	if len(wrong) > 100 {
		return "Delete the line."
	}
	best, least := "", len(wrong)/2
	for _, name := range names {
		if sortedWords(name) == sortedWords(wrong) {
			best = name
			break
		}
		if d := distance([]rune(wrong), []rune(name)); d <= least {
			best, least = name, d-1
		}
	}
	if best == "" {
		return otherwise
	}
	return fmt.Sprintf("Did you mean %s?", best)
}

// sortedWords gives the words of a name in an order that does not depend on
// theirs.
func sortedWords(name string) string {
	words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune("-_. ", r) })
	slices.Sort(words)
	return strings.Join(words, " ")
}

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
