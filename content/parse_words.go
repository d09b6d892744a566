package content

import (
	"bytes"
	_ "embed" // the words that were said once
	"fmt"
	"io/fs"
	"maps"
	"reflect"
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

// isRetired reports whether a word was said once and is no more.
func isRetired(key string) bool { return slices.Contains(strings.Fields(retired), key) }

// baseWords returns the embedded English words.
func baseWords() (Words, error) {
	var words Words
	data, err := fs.ReadFile(embedded, "en/"+wordsFile)
	if err != nil {
		return words, fmt.Errorf("read the embedded words: %w", err)
	}
	if err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(&words); err != nil {
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
			guide.advise(Place{File: wordsFile}, "without this file the program's own words are English")
		}
		return nil
	}
	entries, ok := l.wordEntries(src)
	if !ok {
		return nil
	}
	keys := wordKeys(base)
	known, has, old := true, map[string]bool{}, 0
	for _, entry := range entries {
		if has[entry.key] {
			l.report(src, entry.setting.key, fmt.Sprintf("%s stands twice in this file", entry.key), "Delete one of the two lines.")
			known = false
			continue
		}
		has[entry.key] = true
		if keys[entry.key] == "" && isRetired(entry.key) {
			old++
			continue
		}
		known = l.checkWord(src, entry, keys) && known
	}
	if !known || !l.decode(src, &guide.Words, "guide") {
		return nil
	}
	l.checkCommands(src, entries, guide.Words)
	guide.adviseMissing(keys, has)
	if old > 0 {
		guide.advise(Place{File: wordsFile}, fmt.Sprintf("%d of its words are of an earlier version, and nothing says them any more", old))
	}
	return nil
}

func (g *Guide) advise(place Place, what string) {
	g.advice = append(g.advice, Advice{Place: place, What: what})
}

// adviseMissing names the words that the guide leaves as they are.
func (g *Guide) adviseMissing(keys map[string]string, has map[string]bool) {
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		if !has[key] {
			g.advise(Place{File: wordsFile}, fmt.Sprintf("%s is missing, so the program says %q", key, keys[key]))
		}
	}
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

// wordEntry is a key of a words.toml, such as "guide.title", with its value.
type wordEntry struct {
	setting
	key string
}

// wordEntries reads the file's keys, with the place where each stands.
func (l *loader) wordEntries(src *source) ([]wordEntry, bool) {
	parts, broken := readTOML(src)
	var entries []wordEntry
	for _, part := range parts {
		if part.double {
			l.report(src, part.offset, "there are two brackets here", "Write one: [guide]")
			return nil, false
		}
		for _, s := range part.settings {
			entries = append(entries, wordEntry{s, strings.Join(slices.Concat(part.path, s.path), ".")})
		}
	}
	if broken >= 0 {
		l.report(src, broken, "this line cannot be read", tomlForm)
	}
	return entries, broken < 0
}

const tomlForm = "A line of this file looks like this: contents = \"What is in this guide\"\n" +
	"Inside the marks, write \\\" for a double quotation mark."

// checkWord refuses a key that is not known, and a value that could not be
// shown in the place of the embedded one.
func (l *loader) checkWord(src *source, entry wordEntry, keys map[string]string) bool {
	base, ok := keys[entry.key]
	switch {
	case !ok:
		mend := "Delete the line."
		if l.count < maxProblems {
			mend = nearest(entry.key, slices.Sorted(maps.Keys(keys)),
				"Delete the line, or look up the name in the guide that the export command writes.")
		}
		l.report(src, entry.setting.key, fmt.Sprintf("%s is not a name that the program knows", entry.key), mend)
	case entry.kind != unstable.String:
		l.report(src, entry.setting.key, fmt.Sprintf("%s is not a text", entry.key), "Put the words between double quotation marks.")
	case strings.ContainsFunc(entry.text, isForbidden):
		l.report(src, entry.setting.key, fmt.Sprintf("%s holds a control character", entry.key), "Take the part with the backslash out.")
	case strings.TrimSpace(entry.text) == "" && base != "":
		l.report(src, entry.setting.key, fmt.Sprintf("%s is empty", entry.key), "Write the words, or delete the line: then the program says what it says in English.")
	case !slices.Equal(placeholders(entry.text), placeholders(base)):
		l.report(src, entry.setting.key, fmt.Sprintf("the names in braces are not those of the program's own %s", entry.key),
			fmt.Sprintf("The program says: %q\nKeep each name in braces as it is; it may stand anywhere in your words.", base))
	default:
		return true
	}
	return false
}

// placeholders lists the names in braces, sorted, each once.
func placeholders(text string) []string {
	var names []string
	for {
		_, rest, open := strings.Cut(text, "{")
		name, after, closed := strings.Cut(rest, "}")
		if !open || !closed {
			break
		}
		names = append(names, name)
		text = after
	}
	slices.Sort(names)
	return slices.Compact(names)
}

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
