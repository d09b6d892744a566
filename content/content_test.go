package content

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"firstsession/content/contenttest"
	"firstsession/content/source"
)

func TestTheBuiltInGuideIsTheSameWithoutBeingLookedOver(t *testing.T) {
	for _, language := range shipped(t) {
		whole, err := Load(Embedded(), language)
		if err != nil {
			t.Fatal(err)
		}
		quick, err := LoadToRead(Embedded(), language)
		if err != nil {
			t.Fatal(err)
		}
		if len(whole.Advice) > 0 || !reflect.DeepEqual(quick, whole) {
			t.Errorf("%s: it is another guide, or there is advice: %v", language, whole.Advice)
		}
	}
}

func TestWhatIsNotAsItIsBuiltInIsLookedOverForReadersToo(t *testing.T) {
	for name, wrong := range map[string]string{
		"en/02-first-session.md": "\n\nYou might [ask it.\n\n==Now== is good.\n",
		"en/art/bonds.txt":       "\n<!- clinician: not shown -->\n",
		"en/words.toml":          "\n[guide]\ntitle = 7\n",
	} {
		dir := t.TempDir()
		if err := os.CopyFS(dir, Embedded()); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name)
		data, err := os.ReadFile(path)
		if err == nil {
			err = os.WriteFile(path, append(data, wrong...), 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		_, whole := Load(os.DirFS(dir), "en")
		_, quick := LoadToRead(os.DirFS(dir), "en")
		if whole == nil || quick == nil || whole.Error() != quick.Error() {
			t.Errorf("%s: checked %v\nread %v", name, whole, quick)
		}
	}
}

func TestTheShippedGuideHasNoProblem(t *testing.T) {
	languages, err := Languages(Embedded())
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range languages {
		if _, err := Load(Embedded(), language); err != nil {
			t.Errorf("%s: %v", language, err)
		}
	}
}

func TestLanguages(t *testing.T) {
	tests := []struct {
		name  string
		files []string
		want  []string
		err   string
	}{
		{"several", []string{"en/a.md", "pt-BR/a.md", "README.md", "images/a.md", ".git/a.md", "deu/a.md", "EN/a.md", "img/a.png", "doc/README.md"}, []string{"deu", "en", "pt-BR"}, ""},
		{"none", []string{"README.md", "images/a"}, nil, "holds no guide"},
		{"one language itself", []string{"01-welcome.md", "art/a.txt"}, nil, "folder one above"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			files := fstest.MapFS{}
			for _, name := range test.files {
				files[name] = &fstest.MapFile{}
			}
			got, err := Languages(files)
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if (err == nil) != (test.err == "") || err != nil && !strings.Contains(err.Error(), test.err) {
				t.Errorf("error %v, want %q", err, test.err)
			}
		})
	}
}

// Line ends and the byte order mark are an editor's business: they must
// change neither what is read nor the text's name.
func TestLineEndsDoNotMatter(t *testing.T) {
	plain := contenttest.TinyGuide()
	plain["en/art/a.txt"] = &fstest.MapFile{Data: []byte("o\no\n")}
	other := fstest.MapFS{}
	for name, file := range plain {
		data := append([]byte("\ufeff"), bytes.ReplaceAll(file.Data, []byte("\n"), []byte("\r\n"))...)
		other[name] = &fstest.MapFile{Data: data}
	}
	want, got := mustLoad(t, plain), mustLoad(t, other)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
}

func TestRevision(t *testing.T) {
	base := mustLoad(t, contenttest.TinyGuide()).Revision
	if len(base) != 16 {
		t.Errorf("revision %q has not 16 digits", base)
	}
	change := func(name, text string) string {
		files := contenttest.TinyGuide()
		var before []byte
		if file := files["en/"+name]; file != nil {
			before = file.Data
		}
		files["en/"+name] = &fstest.MapFile{Data: append(slices.Clone(before), text...)}
		return mustLoad(t, files).Revision
	}
	for _, name := range []string{"01-welcome.md", "commitment.md", "art/a.txt"} {
		if change(name, "More.\n") == base {
			t.Errorf("a change of %s does not change the revision", name)
		}
	}
	if change("glossary.md", "# Words\n") == base {
		t.Error("a glossary does not change the revision")
	}
	for _, name := range []string{"help.md", "about.md", "closing.md", "README.md"} {
		if change(name, "More.\n") != base {
			t.Errorf("a change of %s changes the revision", name)
		}
	}
	if change("words.toml", "[guide]\ntitle = \"x\"\n") != base {
		t.Error("words change the revision")
	}
}

func TestSection(t *testing.T) {
	guide := mustLoad(t, contenttest.TinyGuide())
	chapter, section := guide.Section("own-pace")
	if chapter != &guide.Chapters[0] || section != &guide.Chapters[0].Sections[0] {
		t.Errorf("got %v, %v", chapter, section)
	}
	if chapter, section := guide.Section("welcome"); chapter != nil || section != nil {
		t.Errorf("got %v, %v", chapter, section)
	}
}

func TestSource(t *testing.T) {
	files := contenttest.TinyGuide()
	text := "# W\n\nLead.\n\n## A {#own-pace}\n\nGo.\n\n<!-- clinician: n -->\n\n### Q\n\n- [ ] a\n\n## B\n\nOn.\n"
	files["en/01-welcome.md"] = &fstest.MapFile{Data: []byte(text)}
	guide := mustLoad(t, files)
	chapter := guide.Chapters[0]
	if want := strings.TrimSpace(text); chapter.Source != want {
		t.Errorf("chapter: %q", chapter.Source)
	}
	if want := "## A {#own-pace}\n\nGo.\n\n<!-- clinician: n -->"; chapter.Sections[0].Source != want {
		t.Errorf("section: %q", chapter.Sections[0].Source)
	}
	if want := "## B\n\nOn."; chapter.Sections[1].Source != want {
		t.Errorf("section: %q", chapter.Sections[1].Source)
	}
	if !strings.HasPrefix(guide.Commitment.Source, "# What we ask\n") {
		t.Errorf("commitment: %q", guide.Commitment.Source)
	}
}

func TestWordsAdvice(t *testing.T) {
	files := contenttest.TinyGuide()
	files["en/words.toml"] = &fstest.MapFile{Data: []byte("[guide]\ntitle = \"x\"\n")}
	guide := mustLoad(t, files)
	base, err := baseWords()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(guide.Advice), len(WordKeys(base))-1; got != want {
		t.Errorf("%d pieces of advice, want %d", got, want)
	}
	if guide.Words.Guide.Title != "x" || guide.Words.Guide.Subtitle != base.Guide.Subtitle {
		t.Errorf("words %+v", guide.Words.Guide)
	}
}

func mustLoad(t *testing.T, fsys fs.FS) *Guide {
	t.Helper()
	guide, err := Load(fsys, "en")
	if err != nil {
		t.Fatal(err)
	}
	return guide
}

// writeGuide writes the smallest guide to a folder on disk.
func writeGuide(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, contenttest.TinyGuide()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// loadFolder loads a guide from disk and gives up after a while, since what
// is tested here could wait for ever.
func loadFolder(t *testing.T, dir string) error {
	t.Helper()
	done := make(chan error, 1)
	go func() {
		fsys, closer, err := OpenFolder(dir)
		if err != nil {
			done <- err
			return
		}
		_, err = Load(fsys, "en")
		done <- errors.Join(err, closer.Close())
	}()
	select {
	case err := <-done:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("still waiting")
		return nil
	}
}

func TestFolder(t *testing.T) {
	if err := loadFolder(t, writeGuide(t)); err != nil {
		t.Errorf("a sound folder: %v", err)
	}
	if err := loadFolder(t, filepath.Join(t.TempDir(), "none")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
	if err := loadFolder(t, filepath.Join(writeGuide(t), "en/help.md")); err == nil {
		t.Error("a file is no folder")
	}
}

func TestFolderHazards(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret.md")
	if err := os.WriteFile(secret, []byte("# Secret\n\n## S\n\nx\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		make func(dir string) error
		want string
	}{
		{"link out", func(dir string) error { return os.Symlink(secret, filepath.Join(dir, "en/02-link.md")) }, "leads out of the guide's folder"},
		{"link up", func(dir string) error { return os.Symlink("../../../etc/passwd", filepath.Join(dir, "en/02-link.md")) }, "leads out of the guide's folder"},
		{"link loop", func(dir string) error { return os.Symlink("02-link.md", filepath.Join(dir, "en/02-link.md")) }, "02-link.md"},
		{"link inside", func(dir string) error {
			if err := os.Remove(filepath.Join(dir, "en/about.md")); err != nil {
				return err
			}
			return os.Symlink("help.md", filepath.Join(dir, "en/about.md"))
		}, ""},
		{"folder", func(dir string) error { return os.Mkdir(filepath.Join(dir, "en/02-folder.md"), 0o700) }, "02-folder.md: this is not an ordinary file"},
		{"art is a file", func(dir string) error { return os.WriteFile(filepath.Join(dir, "en/art"), nil, 0o600) }, "art: this file is not part of a guide"},
		{"many entries", func(dir string) error { return fill(filepath.Join(dir, "en")) }, "holds more than 1000 files"},
		{"many pictures", func(dir string) error { return fill(filepath.Join(dir, "en/art")) }, "art: this folder holds more than 1000 files"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := writeGuide(t)
			if err := test.make(dir); err != nil {
				t.Fatal(err)
			}
			err := loadFolder(t, dir)
			if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

func fill(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	for i := range maxEntries + 1 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("x%d.txt", i)), nil, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// brokenFS refuses one file, or gives more of it than it said it would.
type brokenFS struct {
	fs.FS
	name  string
	err   error
	grown int
}

func (b brokenFS) Open(name string) (fs.File, error) {
	if name != b.name {
		return b.FS.Open(name)
	}
	file, err := b.FS.Open(name)
	if err != nil {
		return nil, err
	}
	return brokenFile{file, b.err, &b.grown}, nil
}

type brokenFile struct {
	fs.File
	err   error
	grown *int
}

func (f brokenFile) Read(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	if *f.grown <= 0 {
		return 0, io.EOF
	}
	*f.grown -= len(p)
	copy(p, bytes.Repeat([]byte("\n"), len(p)))
	return len(p), nil
}

func TestUnreadable(t *testing.T) {
	refused := errors.New("refused")
	for _, name := range []string{"en/01-welcome.md", "en/help.md"} {
		if _, err := Load(brokenFS{FS: contenttest.TinyGuide(), name: name, err: refused}, "en"); err == nil || !strings.Contains(err.Error(), "cannot be read: refused") {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, err := Load(brokenFS{FS: contenttest.TinyGuide(), name: "en/help.md", grown: 100 * MaxFile}, "en")
	if err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("a file that grows: %v", err)
	}
	if _, err := Load(contenttest.TinyGuide(), "../en"); err == nil {
		t.Error("a language is a name, not a path")
	}
	if _, err := Load(contenttest.TinyGuide(), "de"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a language that is not there: %v", err)
	}
}

func TestGuideSize(t *testing.T) {
	files := contenttest.TinyGuide()
	for i := range 11 {
		text := fmt.Sprintf("# A\n\n## B%d {#b%d}\n\n", i, i) + strings.Repeat(strings.Repeat("words ", 1000)+"\n\n", 170)
		files[fmt.Sprintf("en/1%d-c%d.md", i, i)] = &fstest.MapFile{Data: []byte(text)}
	}
	_, err := Load(files, "en")
	var problems source.Problems
	if !errors.As(err, &problems) || !strings.Contains(err.Error(), "larger than 10 MB") {
		t.Errorf("got %.200v", err)
	}
}
