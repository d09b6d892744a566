package content

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"firstsession/content/contenttest"
	"firstsession/content/source"
)

// shut is a guide folder of which one file or folder cannot be opened.
type shut struct {
	fstest.MapFS
	name string
	why  error
}

func (s shut) Open(name string) (fs.File, error) {
	if name == s.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: s.why}
	}
	return s.MapFS.Open(name)
}

// What cannot be read is one problem among the others, with what to do.
func TestWhatCannotBeReadHidesNoOtherProblem(t *testing.T) {
	for _, why := range []error{fs.ErrPermission, errors.New("input/output error")} {
		for _, name := range []string{"01-welcome.md", "about.md", "help.md", "closing.md", "commitment.md", "words.toml", "art/a.txt", "glossary.md", "art", ""} {
			files := contenttest.TinyGuide()
			for name, text := range map[string]string{"glossary.md": "# Words\n\n• one\n• two\n", "words.toml": "[guide]\ntitel = \"x\"\n", "art/a.txt": "o\n"} {
				files["en/"+name] = &fstest.MapFile{Data: []byte(text)}
			}
			_, err := Load(shut{files, strings.TrimSuffix("en/"+name, "/"), why}, "en")
			var found source.Problems
			if !errors.As(err, &found) {
				t.Errorf("%s: %v", name, err)
				continue
			}
			said := err.Error()
			if shown := strings.TrimPrefix(name+": this cannot be read: "+why.Error(), ": "); !strings.Contains(said, shown) || strings.Contains(said, "is missing") || strings.Contains(said, "no file art") {
				t.Errorf("%s: %s", name, said)
			}
			others := 0
			for _, p := range found {
				if !strings.Contains(p.What, "cannot be read") {
					others++
				}
			}
			if others == 0 && name != "" {
				t.Errorf("%s: the other problems are hidden: %s", name, said)
			}
		}
	}
}
