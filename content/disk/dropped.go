package disk

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"
)

// Dropped is the path that somebody typed, or that a terminal or a file manager
// wrote where a file was dropped or pasted: in quotation marks, with a stroke before
// each blank, or as the address of a file. IsThere says whether there is such a file.
// What is there under the name as it was typed is meant; a new file is meant in a
// folder that is there.
func Dropped(typed string, isThere func(path string) bool) string {
	typed = strings.TrimSpace(typed)
	if path, ok := fromURI(strings.Trim(typed, `'"`)); ok {
		return path
	}
	all := []string{typed}
	if words := strings.TrimPrefix(typed, "& "); words != "" && strings.ContainsAny(words, `'"`) || strings.Contains(words, `\`) && filepath.Separator != '\\' {
		all = append(all, unquoted(words))
	}
	for _, look := range []func(string) string{func(path string) string { return path }, filepath.Dir} {
		for _, path := range all {
			if path != "" && isThere(look(path)) && (look(path) != "." || path == typed || isThere(path)) {
				return path
			}
		}
	}
	if inner := strings.Trim(typed, `'"`); inner != typed && inner != "" {
		return all[len(all)-1]
	}
	return typed
}

// FromURI is a path for the address of a file on this computer; any other text
// stays as it is.
func FromURI(text string) string {
	path, _ := fromURI(text)
	return path
}

func fromURI(text string) (path string, ok bool) {
	if len(text) < len("file:/") || !strings.EqualFold(text[:len("file:/")], "file:/") {
		return text, false
	}
	uri, err := url.Parse(strings.ReplaceAll(text, " ", "%20"))
	if err != nil || uri.Host != "" && uri.Host != "localhost" || uri.Path == "" {
		return text, false
	}
	if path = uri.Path; runtime.GOOS == "windows" {
		path = strings.TrimPrefix(path, "/")
	}
	return filepath.FromSlash(path), true
}

// unquoted is a word as a shell takes it: strokes before signs, and quotation marks,
// go.
func unquoted(word string) string {
	var b strings.Builder
	quote, escaped := rune(0), false
	for _, r := range word {
		switch {
		case escaped:
			b.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'' && filepath.Separator != '\\':
			escaped = true
		case r == quote:
			quote = 0
		case quote == 0 && (r == '\'' || r == '"'):
			quote = r
		default:
			b.WriteRune(r)
		}
	}
	if quote != 0 { // it is an apostrophe
		return word
	}
	return b.String()
}
