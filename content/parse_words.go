package content

import (
	_ "embed" // the words that were said once
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2/unstable"

	"firstsession/content/plain"
	"firstsession/content/source"
	"firstsession/content/words"
)

// WordsFile is the file of a language folder that holds the words.
const WordsFile = "words.toml"

// retired names the words, one a line, that the program said once. A guide that
// was exported then still has them; they are left unread.
//
//go:embed words_retired.txt
var retired string

// baseWords are the embedded English words, read once: nobody changes them.
var baseWords = sync.OnceValues(func() (*words.Words, error) {
	words := new(words.Words)
	return words, readOwn(words, "en")
})

// readOwn sets the words of a language that is built in.
func readOwn(all *words.Words, language string) error {
	data, err := embedded.ReadFile(language + "/" + WordsFile)
	if err == nil {
		err = setWords(all, data)
	}
	if err != nil {
		return fmt.Errorf("read the embedded words: %w", err)
	}
	return nil
}

// setWords sets the words of a file of ours. For a struct of so many fields, go-toml would
// make a plan that takes longer than the reading, and 300 KB as long as the program runs.
func setWords(all *words.Words, data []byte) error {
	var p unstable.Parser
	p.Reset(data)
	whole := reflect.ValueOf(all).Elem()
	for table, at := whole, 0; p.NextExpression(); {
		node := p.Expression()
		if node.Kind == unstable.Table {
			table, at = whole, 0
		}
		key := node.Key()
		key.Next()
		name := string(key.Node().Data)
		if at = fieldFrom(table, name, at); at < 0 {
			return fmt.Errorf("nobody says %s", name)
		}
		if node.Kind == unstable.Table {
			table, at = whole.Field(at), 0
		} else {
			table.Field(at).SetString(string(node.Value().Data))
		}
	}
	return p.Error()
}

// fieldFrom finds a field by its key, soonest where files have them in the same order.
func fieldFrom(table reflect.Value, key string, from int) int {
	for i := range table.NumField() {
		if at := (from + i) % table.NumField(); table.Type().Field(at).Tag.Get("toml") == key {
			return at
		}
	}
	return -1
}

// ownWords are the program's own in a language: the English ones, and over them
// those of the language if it is built in.
func ownWords(language string) (own *words.Words, builtIn bool, err error) {
	base, err := baseWords()
	if err != nil {
		return nil, true, err
	}
	own = new(words.Words)
	if *own = *base; language == "en" {
		return own, true, nil
	}
	err = readOwn(own, language)
	if errors.Is(err, fs.ErrNotExist) {
		return own, false, nil
	}
	return own, true, err
}

// readWords lays the guide's words over the embedded ones, key by key.
func (l *loader) readWords(guide *Guide) error {
	base, builtIn, err := ownWords(guide.Language)
	if err != nil {
		return err
	}
	guide.Words = base
	src, there := l.files[WordsFile]
	if src != nil && src.Proved {
		return nil // they are what the file says
	}
	if src == nil {
		if !builtIn && !there {
			guide.advise("without this file the program's own words are English")
		}
		return nil
	}
	keys := WordKeys(base)
	at, old, sound := l.checkWords(src, keys)
	if !sound || !l.Decode(src, guide.Words, "guide") {
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
func (l *loader) checkWords(src *source.File, keys map[string]string) (at map[string]int, old int, sound bool) {
	settings, broken := source.ReadTOML(src)
	if broken >= 0 {
		l.Report(src, broken, "this line cannot be read", tomlForm)
		return nil, 0, false
	}
	before := l.Count
	at = map[string]int{}
	for _, s := range settings {
		name := s.Name()
		_, twice := at[name]
		switch {
		case s.Kind == unstable.Table:
			continue
		case s.Kind == unstable.ArrayTable:
			l.Report(src, s.Key, "there are two brackets here", "Write one: [guide]")
		case twice:
			l.Report(src, s.Key, name+" stands twice in this file", "Delete one of the two lines.")
		case keys[name] == "" && slices.Contains(strings.Fields(retired), name):
			old++
		default:
			l.checkWord(src, s, keys)
		}
		at[name] = s.Key
	}
	return at, old, l.Count == before
}

func (g *Guide) advise(format string, args ...any) {
	g.Advice = append(g.Advice, source.Advice{Place: source.Place{File: WordsFile}, What: fmt.Sprintf(format, args...)})
}

// WordKeys lists the keys of Words, such as "guide.title", or of one of its
// tables, with their values; of a table or of what points to it.
func WordKeys(words any) map[string]string {
	keys := map[string]string{}
	value := reflect.Indirect(reflect.ValueOf(words))
	for i := range value.NumField() {
		name := value.Type().Field(i).Tag.Get("toml")
		if value.Field(i).Kind() == reflect.String {
			keys[name] = value.Field(i).String()
			continue
		} else if name == "" {
			continue
		}
		for key, text := range WordKeys(value.Field(i).Interface()) {
			keys[name+"."+key] = text
		}
	}
	return keys
}

const tomlForm = "A line of this file looks like this: contents = \"What is in this guide\"\n" +
	"Inside the marks, write \\\" for a double quotation mark."

// checkWord refuses a key that is not known, and a value that could not be
// shown in the place of the embedded one.
func (l *loader) checkWord(src *source.File, s source.Setting, keys map[string]string) {
	name := s.Name()
	base, known := keys[name]
	switch {
	case !known:
		mend := "Delete the line."
		if l.Count < source.MaxProblems {
			mend = Meant(name, slices.Sorted(maps.Keys(keys)),
				"Delete the line, or look up the name in the guide that the export command writes.")
		}
		l.Report(src, s.Key, name+" is not a name that the program knows", mend)
	case s.Kind != unstable.String:
		l.Report(src, s.Key, name+" is not a text", "Put the words between double quotation marks.")
	case strings.ContainsFunc(s.Text, plain.IsForbidden):
		l.Report(src, s.Key, name+" holds a control character", "Take the part with the backslash out.")
	case plain.NoteIn(s.Text) >= 0:
		l.Report(src, s.Value, hiddenNote, "Take it out of the text.")
	case strings.TrimSpace(s.Text) == "" && base != "":
		l.Report(src, s.Key, name+" is empty",
			"Write the words, or delete the line: then the program says what it says in English.")
	case !slices.Equal(placeholders(s.Text), placeholders(base)):
		l.Report(src, s.Key, "the names in braces are not those of the program's own "+name,
			fmt.Sprintf("The program says: %q\nKeep each name in braces as it is; it may stand anywhere in your words.", base))
	case plain.Garbled(s.Text) >= 0:
		l.report(src, s.Value, plain.GarbledWhat, "")
	}
}

// placeholders lists the names in braces, sorted, each once.
func placeholders(text string) []string {
	names := placeholder().FindAllString(text, -1)
	slices.Sort(names)
	return slices.Compact(names)
}

var placeholder = plain.Late(`\{[^}]*\}`)

// Meant asks whether the name was meant that is most like a wrong one. If
// none is, it says something else.
func Meant(wrong string, names []string, otherwise string) string {
	if len(wrong) > 100 {
		return "Delete the line."
	}
	best, least := "", len(wrong)/2*2
	wrong = strings.ToLower(wrong)
	for _, name := range names {
		if sortedWords(strings.ToLower(name)) == sortedWords(wrong) {
			best = name
			break
		}
		d := 2 * plain.Distance([]rune(wrong), []rune(strings.ToLower(name)))
		if strings.HasPrefix(strings.ToLower(name), wrong) { // of two that are as near, one is only not ended
			d--
		}
		if d <= least {
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
func (l *loader) checkCommands(src *source.File, at map[string]int, words *words.Words) {
	values, taken := WordKeys(words.Command), map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(values)) {
		key, spellings := "command."+name, plain.Spellings(values[name])
		if len(spellings) == 0 {
			l.Report(src, at[key], fmt.Sprintf("%s has no word", key), "Write at least one word that can be typed.")
		}
		for i, spelling := range spellings {
			typed := plain.Fold(spelling).Text // since accents may be left out
			other, clash := taken[typed]
			taken[typed] = key
			if !clash || other == key && slices.Index(spellings, spelling) == i {
				continue
			}
			offset, ok := at[key]
			if !ok { // then it is the other that the guide has written
				offset = at[other]
			}
			l.Report(src, offset, fmt.Sprintf("%q stands for both %s and %s", spelling, other, key),
				"Give one of them another word, so that what is typed can mean only one thing.")
		}
	}
}
