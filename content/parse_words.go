package content

import (
	"bytes"
	"errors"
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

// baseWords returns the embedded English words.
func baseWords() (Words, error) {
	var words Words
	data, err := fs.ReadFile(embedded, "en/"+wordsFile)
	if err != nil {
		return words, fmt.Errorf("read the embedded words: %w", err)
	}
	if err := decodeStrictly(data, &words); err != nil {
		return words, fmt.Errorf("read the embedded words: %w", err)
	}
	return words, nil
}

func decodeStrictly(data []byte, words *Words) error {
	return toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(words)
}

// readWords lays the guide's words over the embedded ones, key by key.
func (l *loader) readWords(guide *Guide) error {
	base, err := baseWords()
	if err != nil {
		return err
	}
	guide.Words = base
	src := l.folder.words
	if src == nil {
		if guide.Language != "en" && !l.seen[wordsFile] {
			guide.advise(Place{File: wordsFile}, "without this file the program's own words are English")
		}
		return nil
	}
	entries, ok := l.wordEntries(src)
	if !ok {
		return nil
	}
	keys := wordKeys(&base)
	known, has := true, map[string]bool{}
	for _, entry := range entries {
		if has[entry.key] {
			l.report(src, entry.offset, fmt.Sprintf("%s stands twice in this file", entry.key), "Delete one of the two lines.")
			known = false
			continue
		}
		has[entry.key] = true
		known = l.checkWord(src, entry, keys) && known
	}
	if !known {
		return nil
	}
	// What is left for the decoder to find is rare, such as a table twice.
	if err := decodeStrictly(src.text, &guide.Words); err != nil {
		l.reportDecode(src, err)
		return nil
	}
	l.checkCommands(src, entries, guide.Words)
	guide.adviseMissing(keys, has)
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

// wordKeys lists every key that a words.toml may have, such as "guide.title",
// with its value.
func wordKeys(words *Words) map[string]string {
	keys := map[string]string{}
	collectKeys("", reflect.ValueOf(*words), keys)
	return keys
}

func collectKeys(prefix string, value reflect.Value, keys map[string]string) {
	for i := range value.NumField() {
		name, _, _ := strings.Cut(value.Type().Field(i).Tag.Get("toml"), ",")
		switch field := value.Field(i); field.Kind() {
		case reflect.Struct:
			collectKeys(prefix+name+".", field, keys)
		case reflect.String:
			keys[prefix+name] = field.String()
		}
	}
}

// wordEntry is one key of a words.toml with its value.
type wordEntry struct {
	key    string
	value  string
	isText bool
	offset int
}

// wordEntries reads the file's keys, with the place where each stands.
func (l *loader) wordEntries(src *source) ([]wordEntry, bool) {
	var p unstable.Parser
	p.Reset(src.text)
	table := ""
	var entries []wordEntry
	for p.NextExpression() {
		node := p.Expression()
		switch node.Kind {
		case unstable.Table:
			table, _ = wordKey(node.Key())
			table += "."
		case unstable.ArrayTable:
			_, offset := wordKey(node.Key())
			l.report(src, offset, "there are two brackets here", "Write one: [guide]")
			return nil, false
		case unstable.KeyValue:
			key, offset := wordKey(node.Key())
			value := node.Value()
			entries = append(entries, wordEntry{
				key:    table + key,
				value:  string(value.Data),
				isText: value.Kind == unstable.String,
				offset: offset,
			})
		}
	}
	if err := p.Error(); err != nil {
		l.reportParse(src, &p, err)
		return nil, false
	}
	return entries, true
}

// wordKey joins a key's parts with dots and says where it starts.
func wordKey(parts unstable.Iterator) (key string, offset int) {
	var names []string
	for parts.Next() {
		node := parts.Node()
		if len(names) == 0 {
			offset = int(node.Raw.Offset)
		}
		names = append(names, string(node.Data))
	}
	return strings.Join(names, "."), offset
}

const tomlForm = "A line of this file looks like this: contents = \"What is in this guide\"\n" +
	"Inside the marks, write \\\" for a double quotation mark."

func (l *loader) reportParse(src *source, p *unstable.Parser, err error) {
	offset := 0
	var parse *unstable.ParserError
	if errors.As(err, &parse) && len(parse.Highlight) > 0 {
		offset = int(p.Range(parse.Highlight).Offset)
	}
	l.report(src, min(offset, len(src.text)), "this line cannot be read", tomlForm)
}

func (l *loader) reportDecode(src *source, err error) {
	place := Place{File: src.name}
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		place.Line, _ = decode.Position()
	}
	l.add(Problem{Place: place, What: "this line cannot be used: " + err.Error(), Mend: "Does the same part, such as [guide], stand twice in this file?"})
}

// checkWord refuses a key that is not known, and a value that could not be
// shown in the place of the embedded one.
func (l *loader) checkWord(src *source, entry wordEntry, keys map[string]string) bool {
	base, ok := keys[entry.key]
	switch {
	case !ok:
		mend := "Delete the line."
		if l.count < maxProblems {
			mend = nearestKey(entry.key, keys)
		}
		l.report(src, entry.offset, fmt.Sprintf("%s is not a name that the program knows", entry.key), mend)
	case !entry.isText:
		l.report(src, entry.offset, fmt.Sprintf("%s is not a text", entry.key), "Put the words between double quotation marks.")
	case strings.ContainsFunc(entry.value, isForbidden):
		l.report(src, entry.offset, fmt.Sprintf("%s holds a control character", entry.key), "Take the part with the backslash out.")
	case strings.TrimSpace(entry.value) == "" && base != "":
		l.report(src, entry.offset, fmt.Sprintf("%s is empty", entry.key), "Write the words, or delete the line: then the program says what it says in English.")
	case !slices.Equal(placeholders(entry.value), placeholders(base)):
		l.report(src, entry.offset, fmt.Sprintf("the names in braces are not those of the program's own %s", entry.key),
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

// nearestKey names the known key that is most like a wrong one.
func nearestKey(wrong string, keys map[string]string) string {
	return nearest(wrong, slices.Sorted(maps.Keys(keys)),
		"Delete the line, or look up the name in the guide that the export command writes.")
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
			return fmt.Sprintf("Did you mean %s?", name)
		}
		if distance := distance([]rune(wrong), []rune(name)); distance <= least {
			best, least = name, distance-1
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
