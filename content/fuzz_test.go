package content

import (
	"errors"
	"reflect"
	"testing"
	"testing/fstest"

	"firstsession/content/contenttest"
	"firstsession/content/source"
)

// FuzzParse parses one chapter, beside the smallest guide's other files.
func FuzzParse(f *testing.F) {
	f.Add(contenttest.TinyGuide()["en/01-welcome.md"].Data)
	f.Fuzz(func(t *testing.T, chapter []byte) {
		files := contenttest.TinyGuide()
		files["en/01-welcome.md"] = &fstest.MapFile{Data: chapter}
		files["en/art/a.txt"] = &fstest.MapFile{Data: []byte("o\n")}
		guide, err := Load(files, "en")
		if err != nil {
			var problems source.Problems
			if !errors.As(err, &problems) || len(problems) == 0 {
				t.Fatalf("not problems: %v", err)
			}
			contenttest.RefuseForbidden(t, "problem", err.Error())
			return
		}
		var d dumper
		d.guide(guide)
		contenttest.CheckStrings(t, reflect.ValueOf(guide))
		for _, section := range guide.Chapters[0].Sections {
			for _, block := range section.Body {
				for _, paragraph := range Plain(block.Prose) {
					contenttest.RefuseForbidden(t, "plain", paragraph.Text)
				}
			}
		}
		again, err := Load(files, "en")
		if err != nil || !reflect.DeepEqual(again, guide) {
			t.Fatalf("loaded again it differs: %v", err)
		}
	})
}
