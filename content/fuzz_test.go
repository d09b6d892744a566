package content

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"
)

// FuzzParse parses one chapter, beside the smallest guide's other files.
func FuzzParse(f *testing.F) {
	f.Add(tinyGuide()["en/01-welcome.md"].Data)
	f.Fuzz(func(t *testing.T, chapter []byte) {
		files := tinyGuide()
		files["en/01-welcome.md"] = &fstest.MapFile{Data: chapter}
		files["en/art/a.txt"] = &fstest.MapFile{Data: []byte("o\n")}
		guide, err := Load(files, "en")
		if err != nil {
			var problems Problems
			if !errors.As(err, &problems) || len(problems) == 0 {
				t.Fatalf("not problems: %v", err)
			}
			refuseForbidden(t, "problem", err.Error())
			return
		}
		var d dumper
		d.guide(guide)
		checkStrings(t, reflect.ValueOf(guide))
		for _, section := range guide.Chapters[0].Sections {
			for _, block := range section.Body {
				for _, paragraph := range Plain(block.Prose) {
					refuseForbidden(t, "plain", paragraph.Text)
				}
			}
		}
		again, err := Load(files, "en")
		if err != nil || !reflect.DeepEqual(again, guide) {
			t.Fatalf("loaded again it differs: %v", err)
		}
	})
}

// checkStrings looks at every text in a value.
func checkStrings(t *testing.T, value reflect.Value) {
	t.Helper()
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			checkStrings(t, value.Elem())
		}
	case reflect.Struct:
		for i := range value.NumField() {
			checkStrings(t, value.Field(i))
		}
	case reflect.Slice:
		for i := range value.Len() {
			checkStrings(t, value.Index(i))
		}
	case reflect.String:
		refuseForbidden(t, "guide", value.String())
	}
}

func refuseForbidden(t *testing.T, where, text string) {
	t.Helper()
	if !utf8.ValidString(text) || strings.ContainsFunc(text, isForbidden) {
		t.Fatalf("%s holds a forbidden character: %q", where, text)
	}
}
