package content

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"firstsession/content/plain"
	"firstsession/content/source"
)

var errTooManyEntries = errors.New("too many entries")

// pageFile is a file of a language folder that is not a chapter. Its id is its name
// without the ending.
type pageFile struct {
	id     string
	needed bool // it must be there
	parse  func(*loader, *Guide, *source.File)
}

var pages = []pageFile{
	{"commitment", true, func(l *loader, g *Guide, src *source.File) { g.Commitment = l.commitment(src) }},
	{"closing", true, func(l *loader, g *Guide, src *source.File) { g.Closing = l.closing(src) }},
	{"help", true, func(l *loader, g *Guide, src *source.File) { g.Help = l.page(src, aPart) }},
	{"about", true, func(l *loader, g *Guide, src *source.File) { g.About = l.page(src, aPart) }},
	{"glossary", false, func(l *loader, g *Guide, src *source.File) { g.Glossary = l.page(src, aTerm) }},
}

func (p pageFile) file() string { return p.id + ".md" }

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

// readLanguage reads every file of a language folder, refuses what does not
// belong there, and asks for what is missing.
func (l *loader) readLanguage(language string) error {
	if err := l.readEntries(language, ""); err != nil {
		return err
	}
	if slices.Contains(l.unread, "") {
		return nil // what is in it nobody knows
	}
	l.orderChapters()
	for _, page := range pages {
		if _, there := l.files[page.file()]; page.needed && !there {
			l.Add(source.InFile(page.file(), "this file is missing",
				"Every guide needs it. Write it, or take the file from the guide that the export command writes."))
		}
	}
	return nil
}

// readEntries reads what stands in a language folder, or in its folder art. A
// folder with too many entries is a Problem, and then it counts as empty.
func (l *loader) readEntries(language, dir string) error {
	folder := path.Join(language, dir)
	entries, err := readFolder(l.fsys, folder)
	switch {
	case errors.Is(err, errTooManyEntries):
		l.Add(tooManyEntries(dir))
		return nil
	case err != nil && isLink(l.fsys, folder):
		l.Add(source.InFile(cmp.Or(dir, "."), folder+" is a link that leads out of the guide's folder, or to no folder",
			"Put the folder itself here."))
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("read guide folder %s: %w", folder, err)
	case err != nil:
		l.Add(unreadable(cmp.Or(dir, "."), err))
		l.incomplete, l.unread = true, append(l.unread, dir)
		return nil
	}
	for _, entry := range entries {
		name := path.Join(dir, entry.Name())
		switch {
		case isIgnored(entry.Name()):
		case name == "art" && entry.IsDir():
			err = l.readEntries(language, name)
		default:
			l.readEntry(language, name, entry.IsDir())
		}
	}
	return err
}

func (l *loader) readEntry(language, name string, isDir bool) {
	number, _ := chapterName(name)
	inArt := strings.HasPrefix(name, "art/")
	isPage := slices.ContainsFunc(pages, func(p pageFile) bool { return p.file() == name })
	switch {
	case inArt && !strings.HasSuffix(name, ".txt"):
		l.Add(source.InFile(name, "only pictures drawn in text, named .txt, stand in the folder art",
			"Move this file out of the guide's folder."))
		return
	case !inArt && number == "" && !isPage && name != WordsFile:
		what := plain.Either(isDir, "this folder is not part of a guide", "this file is not part of a guide")
		l.Add(source.InFile(name, what, "A chapter is named with a number and a name in small letters, such as 01-welcome.md.\n"+
			"Beside the chapters stand commitment.md, closing.md, help.md, about.md, glossary.md,\n"+
			"words.toml and the folder art. Rename it, or move it out of the guide's folder."))
		return
	}
	src := l.read(language, name)
	l.files[name] = src
	l.incomplete = l.incomplete || src == nil && !inArt
}

// read reads one file within the limits. What is wrong with it is added as a
// Problem; then the source is nil.
func (l *loader) read(language, name string) *source.File {
	full := path.Join(language, name)
	// Asked before opening, because opening a named pipe would wait for ever.
	info, err := fs.Stat(l.fsys, full)
	const mend = "Put the text itself here, as a file."
	switch {
	case err != nil && isLink(l.fsys, full):
		l.Add(source.InFile(name, "this is a link that leads out of the guide's folder, or to nothing", mend))
		return nil
	case err == nil && !info.Mode().IsRegular():
		l.Add(source.InFile(name, "this is not an ordinary file", mend))
		return nil
	}
	limit := plain.Either(name == WordsFile, maxWords, int64(MaxFile))
	var data []byte
	if err == nil {
		data, err = l.readAtMost(full, info.Size(), limit)
	}
	switch {
	case err != nil:
		l.Add(unreadable(name, err))
	case int64(len(data)) <= limit:
		return l.accept(name, data, l.toRead && l.isBuiltIn(full, data))
	case !l.IsForeign(name, data):
		l.Add(TooLarge(name, limit))
	}
	return nil
}

// isBuiltIn reports whether a file is as it is built in.
func (l *loader) isBuiltIn(full string, data []byte) bool {
	if l.fsys == Embedded() {
		return true
	}
	known, err := embedded.ReadFile(full)
	return err == nil && bytes.Equal(data, known)
}

// unreadable is the Problem with what the system does not let anybody read. All else
// is looked at, so that the author is told everything at once.
func unreadable(name string, err error) source.Problem {
	why, mend := err, "Is its disk there, and whole? If not, put a copy of it in its place."
	if inPath, ok := errors.AsType[*fs.PathError](err); ok {
		why = inPath.Err
	}
	if errors.Is(err, fs.ErrPermission) {
		mend = "Let yourself read it, in the file manager under “Permissions”, or with chmod u+rX; or ask whoever put it there."
	}
	return source.InFile(name, fmt.Sprintf("this cannot be read: %s", why), mend)
}

func isLink(fsys fs.FS, name string) bool {
	info, err := fs.Lstat(fsys, name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// readAtMost reads one byte more than the limit at most, so that a file that is
// too long is known, whatever its size is said to be.
func (l *loader) readAtMost(name string, size, limit int64) ([]byte, error) {
	file, err := l.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	var all bytes.Buffer
	all.Grow(int(min(size, limit)) + bytes.MinRead)
	_, err = all.ReadFrom(io.LimitReader(file, limit+1))
	return all.Bytes(), err
}

// accept takes a file's bytes if they are text within the limits, which of one that is
// proved is known but for what all of a guide has together.
func (l *loader) accept(name string, data []byte, proved bool) *source.File {
	l.size += len(data)
	if l.size > maxGuide {
		if l.size-len(data) <= maxGuide {
			l.Add(source.InFile(name, fmt.Sprintf("with this file the guide is larger than %d MB", maxGuide>>20),
				"Make the guide shorter. A person reads about a tenth of a megabyte in an hour."))
		}
		return nil
	}
	src := &source.File{Name: name, Text: data, Proved: true}
	if !proved {
		src = plain.Either(name == WordsFile, source.NewTOML, source.NewFile)(name, data)
	}
	if !proved && !l.CheckCharacters(src, true) || strings.HasSuffix(name, ".md") && (!l.checkLimits(src) || !proved && !l.checkSpaces(src)) {
		return nil
	}
	return src
}

// orderChapters sorts the chapters by number and refuses a number used twice.
func (l *loader) orderChapters() {
	seen := false
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		number, id := chapterName(name)
		seen = seen || number != ""
		if src := l.files[name]; src != nil && number != "" {
			src.Number, src.ID = number, id
			l.chapters = append(l.chapters, src)
		}
	}
	if !seen {
		l.Add(source.InFile(".", "this guide has no chapter",
			"A chapter is a file named with a number and a name, such as 01-welcome.md."))
	}
	slices.SortStableFunc(l.chapters, func(a, b *source.File) int { return compareNumbers(a.Number, b.Number) })
	for i, src := range l.chapters {
		if i > 0 && compareNumbers(src.Number, l.chapters[i-1].Number) == 0 {
			l.Add(source.InFile(src.Name, fmt.Sprintf("%s has the same number", l.chapters[i-1].Name),
				"Give each chapter a number of its own. The numbers give the order; gaps are fine."))
		}
	}
}

// compareNumbers compares digits as numbers, however many there are.
func compareNumbers(a, b string) int {
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	return cmp.Or(len(a)-len(b), strings.Compare(a, b))
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

// leftBehind are the files and folders that systems and editors put beside an
// author's own: Windows, macOS, a NAS, an office program that has a file open, an
// editor's copy of one.
var leftBehind = plain.Late(`(?i)^(?:\.|~\$|~wrl|#.*#$|(?:eh)?thumbs(?:_vista)?\.db|desktop\.ini|icon[\r\x{f00d}]$|` +
	`__macosx$|@eadir$|lost\+found$|\$recycle\.bin$|system volume information$|network trash folder$|temporary items$)|` +
	`(?:~|:[^/]*|\.(?:bak|orig|rej|sw[nop]|tmp))$`)

func isIgnored(name string) bool { return name == "README.md" || leftBehind().MatchString(name) }
