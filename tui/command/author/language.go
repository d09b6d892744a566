package author

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"unicode"

	"firstsession/content/practice"
	"firstsession/tui/command/shell"
)

// leastMore is by how many more words a file is of another language, so that a name
// or an address makes none.
const leastMore = 2

// readsLike is the language of the guide that a practice file's words are of, where
// it is clearly another than the one that the file counts as: that in which the
// guide has more of them.
func (p *program) readsLike(file practice.Practice) (language string, err error) {
	fsys, folder, err := shell.OpenFolder(p.Dir)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, folder.Close()) }()
	most, err := known(fsys, file.Language, file.Words())
	most += leastMore
	for _, l := range p.Languages() {
		n, failed := known(fsys, l.Code, file.Words())
		if err = errors.Join(err, failed); n >= most {
			language, most = l.Code, n+1
		}
	}
	return language, err
}

// known is how many words of a text the guide has in a language.
func known(fsys fs.FS, language, text string) (n int, err error) {
	names, err := fs.Glob(fsys, language+"/*.md")
	words := map[string]bool{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return 0, fmt.Errorf("read the words of the guide: %w", err)
		}
		for _, word := range split(string(data)) {
			words[word] = true
		}
	}
	for _, word := range split(text) {
		if words[word] {
			n++
		}
	}
	return n, err
}

func split(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
