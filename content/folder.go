package content

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// errTooManyEntries says that a folder was not read to its end.
var errTooManyEntries = errors.New("too many entries")

// folder is one language's files as they were read, before any was parsed.
type folder struct {
	chapters []*source // in order of their numbers
	pages    map[string]*source
	art      map[string]*source // by name as a picture gives it: "art/circle.txt"
	words    *source
}

// The files of a language folder that are not chapters. Those marked true
// must be there.
func pageNames() map[string]bool {
	return map[string]bool{
		"commitment.md": true,
		"closing.md":    true,
		"help.md":       true,
		"about.md":      true,
		"glossary.md":   false,
	}
}

// readFolder lists a folder without ever holding more than maxEntries names.
func readFolder(fsys fs.FS, name string) ([]fs.DirEntry, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	dir, ok := file.(fs.ReadDirFile)
	if !ok {
		return nil, fmt.Errorf("%s is not a folder", name)
	}
	var entries []fs.DirEntry
	for err == nil && len(entries) <= maxEntries {
		var more []fs.DirEntry
		more, err = dir.ReadDir(maxEntries + 1 - len(entries))
		entries = append(entries, more...)
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	switch {
	case len(entries) > maxEntries:
		return nil, errTooManyEntries
	case errors.Is(err, io.EOF):
		return entries, nil
	default:
		return nil, err
	}
}

// readLanguage reads every file of a language folder and refuses what does
// not belong there.
func (l *loader) readLanguage(language string) error {
	entries, err := l.list(language, "")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if err := l.readEntry(language, entry); err != nil {
			return err
		}
	}
	l.orderChapters()
	for name, needed := range pageNames() {
		if needed && l.folder.pages[name] == nil && !l.seen[name] {
			l.add(missingFile(name))
		}
	}
	if !l.chapterSeen {
		l.add(inFile(".", "this guide has no chapter",
			"A chapter is a file named with a number and a name, such as 01-welcome.md."))
	}
	return nil
}

// list reads one folder; a folder with too many entries is a Problem, and
// then it counts as empty.
func (l *loader) list(dir, file string) ([]fs.DirEntry, error) {
	entries, err := readFolder(l.fsys, dir)
	if errors.Is(err, errTooManyEntries) {
		l.add(tooManyEntries(file))
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read guide folder %s: %w", dir, err)
	}
	return entries, nil
}

func (l *loader) readEntry(language string, entry fs.DirEntry) error {
	name := entry.Name()
	if isIgnored(name) {
		return nil
	}
	if name == "art" && entry.IsDir() {
		return l.readArt(language)
	}
	number, id := chapterName(name)
	_, isPage := pageNames()[name]
	if number == "" && !isPage && name != "words.toml" {
		l.add(unknownEntry(name, entry.IsDir()))
		return nil
	}
	l.seen[name] = true
	if number != "" {
		l.chapterSeen = true
	}
	src, err := l.read(language, name)
	if src == nil || err != nil {
		l.incomplete = true
		return err
	}
	switch {
	case number != "":
		src.number, src.id = number, id
		l.folder.chapters = append(l.folder.chapters, src)
	case isPage:
		src.id = strings.TrimSuffix(name, ".md")
		l.folder.pages[name] = src
	default:
		l.folder.words = src
	}
	return nil
}

func (l *loader) readArt(language string) error {
	entries, err := l.list(path.Join(language, "art"), "art")
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := "art/" + entry.Name()
		if isIgnored(entry.Name()) {
			continue
		}
		if !strings.HasSuffix(name, ".txt") {
			l.add(inFile(name, "only pictures drawn in text, named .txt, stand in the folder art",
				"Move this file out of the guide's folder."))
			continue
		}
		src, err := l.read(language, name)
		if err != nil {
			return err
		}
		l.seen[name] = true
		if src != nil {
			l.folder.art[name] = src
		}
	}
	return nil
}

// read reads one file within the limits. What is wrong with it is added as a
// Problem; then the source is nil.
func (l *loader) read(language, name string) (*source, error) {
	full := path.Join(language, name)
	// Asked before opening, because opening a named pipe would wait for ever.
	info, err := fs.Stat(l.fsys, full)
	if err != nil {
		return nil, fmt.Errorf("read guide: %w", err)
	}
	if !info.Mode().IsRegular() {
		l.add(inFile(name, "this is not an ordinary file",
			"Put the text itself here, as a file."))
		return nil, nil
	}
	limit := int64(maxFile)
	if name == "words.toml" {
		limit = maxWords
	}
	data, err := l.readAtMost(full, limit)
	if err != nil {
		return nil, fmt.Errorf("read guide: %w", err)
	}
	if int64(len(data)) > limit {
		l.add(tooLarge(name, limit))
		return nil, nil
	}
	return l.accept(name, data), nil
}

// readAtMost reads one byte more than the limit at most, so that a file that is
// too long is known, whatever its size is said to be.
func (l *loader) readAtMost(name string, limit int64) ([]byte, error) {
	file, err := l.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	return io.ReadAll(io.LimitReader(file, limit+1))
}

// accept takes a file's bytes if they are text within the limits.
func (l *loader) accept(name string, data []byte) *source {
	l.size += len(data)
	if l.size > maxGuide {
		if l.size-len(data) <= maxGuide {
			l.add(inFile(name, fmt.Sprintf("with this file the guide is larger than %d MB", maxGuide>>20),
				"Make the guide shorter. A person reads about a tenth of a megabyte in an hour."))
		}
		return nil
	}
	src := newSource(name, data)
	if !l.checkCharacters(src, true) {
		return nil
	}
	if strings.HasSuffix(name, ".md") && !l.checkLimits(src) {
		return nil
	}
	return src
}

// orderChapters sorts the chapters by number and refuses a number used twice.
func (l *loader) orderChapters() {
	chapters := l.folder.chapters
	slices.SortStableFunc(chapters, func(a, b *source) int {
		return compareNumbers(a.number, b.number)
	})
	for i, src := range chapters {
		if i > 0 && compareNumbers(src.number, chapters[i-1].number) == 0 {
			l.add(inFile(src.name, fmt.Sprintf("%s has the same number", chapters[i-1].name),
				"Give each chapter a number of its own. The numbers give the order; gaps are fine."))
		}
	}
}

// compareNumbers compares digits as numbers, however many there are.
func compareNumbers(a, b string) int {
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	if len(a) != len(b) {
		return len(a) - len(b)
	}
	return strings.Compare(a, b)
}

// chapterFile is the name of a chapter's file, such as "01-welcome.md".
var chapterFile = regexp.MustCompile(`^([0-9]+)-([a-z][a-z0-9-]*)\.md$`)

// chapterName splits "01-welcome.md" into "01" and "welcome". The number is
// empty if the name is not a chapter's.
func chapterName(name string) (number, id string) {
	if found := chapterFile.FindStringSubmatch(name); found != nil {
		return found[1], found[2]
	}
	return "", ""
}

func isIgnored(name string) bool {
	return name == "README.md" || strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~")
}
