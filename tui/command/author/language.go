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
	counts := map[string]int{}
	for _, l := range p.Languages() {
		words, err := wordsIn(fsys, l.Code)
		if err != nil {
			return "", err
		}
		for _, word := range split(file.Words()) {
			if words[word] {
				counts[l.Code]++
			}
		}
	}
	most := counts[file.Language] + leastMore
	for _, l := range p.Languages() {
		if counts[l.Code] >= most {
			language, most = l.Code, counts[l.Code]+1
		}
	}
	return language, nil
}

// wordsIn are all words of a guide in a language.
func wordsIn(fsys fs.FS, language string) (map[string]bool, error) {
	names, err := fs.Glob(fsys, language+"/*.md")
	words := map[string]bool{}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read the words of the guide: %w", err)
		}
		for _, word := range split(string(data)) {
			words[word] = true
		}
	}
	return words, err
}

func split(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
