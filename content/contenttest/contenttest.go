// Package contenttest is what tests of guides and practice files share: the
// smallest guide, a case's files, and a look at every text of a value. No guide
// is parsed here, so that the parser's own tests may come in.
package contenttest

import (
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"firstsession/content/plain"
)

// TinyGuide is the smallest guide without a problem.
func TinyGuide() fstest.MapFS {
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"01-welcome.md": "# Welcome\n\nWhat you will know.\n\n## Your own pace {#own-pace}\n\nGo slowly.\n",
		"commitment.md": "# What we ask\n\n## I keep what is said here {#keep-private}\n\nIt makes talking possible.\n\n" +
			"[Your own pace](#own-pace)\n\n## Signing {#signing}\n\nIt means this.\n\n## Also signing {#countersigning}\n\nIt means that.\n",
		"closing.md": "# The end\n\n## Signed {#signed}\n\nThank you.\n\n## Not signed {#not-signed}\n\nThank you.\n\n## Stopped {#stopped}\n\nThank you.\n",
		"help.md":    "# Help now\n\nCall someone.\n",
		"about.md":   "# About\n\nA guide.\n",
	} {
		files["en/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// CaseFiles lies a case's files over the smallest guide.
func CaseFiles(files []txtar.File) fstest.MapFS {
	guide := TinyGuide()
	for _, file := range files {
		if name, gone := strings.CutPrefix(file.Name, "~"); gone {
			delete(guide, "en/"+name)
			continue
		}
		guide["en/"+file.Name] = &fstest.MapFile{Data: Unescape(file.Data)}
	}
	return guide
}

// Texts are whole guides as people write them, in many scripts, as files and as
// their language, by their names.
func Texts(t testing.TB, folder string) map[string]Text {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	texts := map[string]Text{}
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		language, _, _ := strings.Cut(string(archive.Comment), "\n")
		text := Text{fstest.MapFS{}, language}
		for name, file := range CaseFiles(archive.Files) {
			text.Files[language+strings.TrimPrefix(name, "en")] = file
		}
		texts[strings.TrimSuffix(filepath.Base(path), ".txtar")] = text
	}
	return texts
}

// Text is a guide as it was written.
type Text struct {
	Files    fstest.MapFS
	Language string
}

// Unescape turns \xNN into a byte, since a case itself is plain text, and
// \xNN*1000 into a thousand of them.
func Unescape(data []byte) []byte {
	var b strings.Builder
	for text := string(data); ; {
		before, after, found := strings.Cut(text, `\x`)
		b.WriteString(before)
		if !found {
			return []byte(b.String())
		}
		var value byte
		if _, err := fmt.Sscanf(after[:2], "%02x", &value); err != nil {
			panic(err)
		}
		text = after[2:]
		count := 1
		if rest, times := strings.CutPrefix(text, "*"); times {
			if _, err := fmt.Sscanf(rest, "%d", &count); err != nil {
				panic(err)
			}
			text = strings.TrimLeft(rest, "0123456789")
		}
		b.WriteString(strings.Repeat(string([]byte{value}), count))
	}
}

// CheckStrings looks at every text in a value.
func CheckStrings(t testing.TB, value reflect.Value) {
	t.Helper()
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			CheckStrings(t, value.Elem())
		}
	case reflect.Struct:
		for i := range value.NumField() {
			CheckStrings(t, value.Field(i))
		}
	case reflect.Slice:
		for i := range value.Len() {
			CheckStrings(t, value.Index(i))
		}
	case reflect.String:
		RefuseForbidden(t, "guide", value.String())
	}
}

// RefuseForbidden fails the test for a text that could command a terminal.
func RefuseForbidden(t testing.TB, where, text string) {
	t.Helper()
	if !utf8.ValidString(text) || plain.Printable(text, "") != text {
		t.Fatalf("%s holds a forbidden character: %q", where, text)
	}
}
