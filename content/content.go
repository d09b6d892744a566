// Package content is the guide as data: chapters, questions, the commitment, and
// what its parser makes of a folder of Markdown, or what has to be mended in it.
//
// If it would be the same on paper, it belongs here. Nothing here or below
// knows of a terminal, and nothing imports charm.land; what reads a guide, lays
// a practice's facts over it or grades it has a package of its own.
package content

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"firstsession/content/plain"
	"firstsession/content/source"
	"firstsession/content/words"
)

//go:embed README.md en es
var embedded embed.FS

// Embedded returns the guide folder that is built into the program. It holds
// one folder for each language.
func Embedded() fs.FS { return embedded }

// OpenFolder opens a guide folder on disk. Nothing outside the folder can be
// reached through it, not even by a link. The Closer must be closed when the
// folder is no longer read.
func OpenFolder(dir string) (fs.FS, io.Closer, error) {
	// Asked first, because opening a named pipe would wait for ever.
	info, err := os.Stat(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open guide folder: %w", err)
	}
	if !info.IsDir() {
		return nil, nil, fmt.Errorf("open guide folder: %s is not a folder", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, fmt.Errorf("open guide folder: %w", err)
	}
	return root.FS(), root, nil
}

// Languages lists the language folders of a guide folder, sorted by name. A
// folder counts if it is named like a language ("en", "de", "pt-BR") and holds
// Markdown. It is an error, as Problems, if there is none.
func Languages(fsys fs.FS) ([]string, error) {
	entries, err := readFolder(fsys, ".")
	if errors.Is(err, errTooManyEntries) {
		return nil, source.Problems{tooManyEntries("")}
	}
	if err != nil {
		return nil, fmt.Errorf("list languages: %w", err)
	}
	var languages []string
	problem := source.InFile(".", "this folder holds no guide",
		"A guide folder holds one folder for each language, such as en, and the chapters stand in there.")
	for _, entry := range entries {
		isFolder := entry.IsDir() || entry.Type()&fs.ModeSymlink != 0 // where that leads, Load says
		if isFolder && IsLanguage(entry.Name()) && holdsMarkdown(fsys, entry.Name()) {
			languages = append(languages, entry.Name())
		}
		if number, _ := chapterName(entry.Name()); number != "" {
			problem = source.InFile(".", "this folder holds the chapters of one language",
				"Name the folder one above it, which holds one folder for each language, such as en.")
		}
	}
	if len(languages) == 0 {
		return nil, source.Problems{problem}
	}
	return languages, nil
}

// PassedOver are the folders of a guide folder that nobody reads: they hold words like a
// language's and their name is none, or it is one and they hold none.
func PassedOver(fsys fs.FS) []string {
	entries, err := readFolder(fsys, ".")
	if err != nil {
		return nil // which Languages says
	}
	var names []string
	for _, entry := range entries {
		name := entry.Name()
		if entry.IsDir() && !strings.HasPrefix(name, ".") && IsLanguage(name) != holdsMarkdown(fsys, name) {
			names = append(names, name)
		}
	}
	return names
}

// Language is one of a guide's languages.
type Language struct {
	Code string // the name of its folder, such as "es"
	Name string // its own name for itself, such as "Español"
	// Danger is what somebody in danger types in it, whatever they read.
	Danger words.Danger
}

// Named gives languages of a guide folder with their own names, as their words
// say them. One that says none is called by its code.
func Named(fsys fs.FS, codes []string) []Language {
	named := make([]Language, len(codes))
	for i, code := range codes {
		var said struct {
			Guide  struct{ Language string }
			Danger words.Danger
		}
		if data, err := readTables(fsys, path.Join(code, WordsFile), "guide", "danger"); err == nil && toml.Unmarshal(data, &said) != nil {
			said.Guide.Language = "" // the guide does not open in it, and check says why
		}
		named[i] = Language{code, cmp.Or(plain.Printable(said.Guide.Language, ""), code), said.Danger}
	}
	return named
}

// readTables reads those with some names of a file of words, or all of it where they do
// not stand at its beginning. Every start asks for two tables of each language.
func readTables(fsys fs.FS, name string, tables ...string) ([]byte, error) {
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	beginning := make([]byte, 24<<10)
	n, err := io.ReadFull(file, beginning)
	if found := cutTables(beginning[:n], tables); found != nil || err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return found, err
	}
	rest, err := io.ReadAll(file)
	return append(beginning[:n], rest...), err
}

// cutTables are tables with some names, or none where it takes more than a look at the
// lines to find them all, and the next one behind each.
func cutTables(words []byte, names []string) (found []byte) {
	if bytes.Contains(words, []byte(`"""`)) || bytes.Contains(words, []byte("'''")) {
		return nil
	}
	for _, name := range names {
		head := []byte("\n[" + name + "]\n")
		_, table, _ := bytes.Cut(words, head)
		table, _, whole := bytes.Cut(table, []byte("\n["))
		if !whole {
			return nil
		}
		found = append(append(append(found, head...), table...), '\n')
	}
	return found
}

// holdsMarkdown reports whether a folder holds part of a guide. One that cannot
// be listed counts, so that Load says what is wrong with it.
func holdsMarkdown(fsys fs.FS, name string) bool {
	entries, err := readFolder(fsys, name)
	if err != nil {
		return true
	}
	return slices.ContainsFunc(entries, func(entry fs.DirEntry) bool {
		return strings.HasSuffix(entry.Name(), ".md") && !isIgnored(entry.Name())
	})
}

// IsLanguage reports whether a name is a language tag: two or three small letters,
// then perhaps parts of letters and digits after hyphens.
func IsLanguage(name string) bool { return languageName.MatchString(name) }

var languageName = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// revision names the text by a hash over its files, sorted by name. Each name
// and each text stands behind its length, so that two folders with different
// files never come to the same bytes.
func (l *loader) revision() string {
	canonical := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(l.files)) {
		if slices.Contains([]string{"about.md", "closing.md", "help.md", WordsFile}, name) {
			continue // no part of what a member reads and signs
		}
		for _, part := range [][]byte{[]byte(name), l.files[name].Text} {
			canonical.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
			canonical.Write(part)
		}
	}
	return hex.EncodeToString(canonical.Sum(nil)[:8])
}
