package content

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/disk/disktest"
)

func TestMain(m *testing.M) { os.Exit(disktest.InMemory{M: m}.Run()) }

// Words for the search are words, whoever wrote the list.
func TestWordsForTheSearch(t *testing.T) {
	for said, want := range map[string]string{
		"zebra; yak; gnu":                       "nothing",
		"zebra, yak,gnu":                        "nothing",
		"zebra\nyak\ngnu":                       "nothing",
		"zebra、yak":                             "nothing",
		"what it costs me, money":               "nothing",
		"<b>zebra</b>, yak":                     "problem",
		"zebra<br>yak":                          "problem",
		"zebra &amp; yak":                       "problem",
		"zebra&nbsp;yak":                        "problem",
		"zebra yak gnu lion tiger bear cat":     "advice",
		"zebra. yak. gnu. lion. tiger. bear.":   "advice",
		"zebra / yak / gnu / lion / tiger / ox": "advice",
	} {
		if got, what := saidOf(t, "Go slowly.\n\n<!-- search: "+said+" -->"); got != want {
			t.Errorf("%q: %s, not %s\n%s", said, got, want, what)
		}
	}
}

// A link in a guide's folder is followed within it, and named where it leads out.
func TestLinksInAGuidesFolder(t *testing.T) {
	whole := func(t *testing.T) string {
		t.Helper()
		dir := filepath.Join(t.TempDir(), "guide")
		if err := os.CopyFS(dir, Embedded()); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	for what, c := range map[string]struct{ to, at, language, want string }{
		"a chapter elsewhere":        {"../../x.md", "en/01-welcome.md", "en", "01-welcome.md: this is a link that leads out"},
		"a chapter by its path":      {"/etc/hostname", "en/01-welcome.md", "en", "01-welcome.md: this is a link that leads out"},
		"a chapter that is nowhere":  {"nothing.md", "en/01-welcome.md", "en", "01-welcome.md: this is a link that leads out"},
		"a loop":                     {"01-welcome.md", "en/01-welcome.md", "en", "01-welcome.md: this is a link that leads out"},
		"a picture elsewhere":        {"../../../x.txt", "en/art/first.txt", "en", "art/first.txt: this is a link that leads out"},
		"words elsewhere":            {"../../w.toml", "en/words.toml", "en", "words.toml: this is a link that leads out"},
		"a folder for a chapter":     {"art", "en/01-welcome.md", "en", "01-welcome.md: this is not an ordinary file"},
		"a language elsewhere":       {"../de", "de", "de", "de is a link that leads out"},
		"a language that is no more": {"gone", "de", "de", "de is a link that leads out"},
		"a language in the folder":   {"en", "de", "de", ""},
		"a chapter in the folder":    {"02-first-session.md", "en/01-welcome.md", "en", "the id"},
	} {
		t.Run(what, func(t *testing.T) {
			dir := whole(t)
			path := filepath.Join(dir, filepath.FromSlash(c.at))
			if err := os.RemoveAll(path); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(filepath.FromSlash(c.to), path); err != nil {
				t.Skipf("no links here: %v", err)
			}
			fsys, folder, err := OpenFolder(dir)
			if err != nil {
				t.Fatal(err)
			}
			defer folder.Close() //nolint:errcheck // it was only read
			all, err := Languages(fsys)
			if err != nil || !strings.Contains(strings.Join(all, " "), c.language) {
				t.Fatalf("%v, %v", all, err)
			}
			if _, err = Load(fsys, c.language); (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v", err)
			}
		})
	}
}

// Letters that nobody sees, and a program reads, are refused wherever they stand.
func TestALetterThatHidesWordsIsRefused(t *testing.T) {
	for _, body := range []string{
		"So\U000e0049\U000e006e.", "*so\U000e0041*", "- a\n- b\U000e007f", "> \U000e0001so", "[a\U000e0041](#own-pace)", "Flag \U0001f3f4 \U000e0067.", "A.\n\n<!-- clinician: ask\U000e0041 -->",
		"A.\n\n<!-- search: money\U000e0041 -->", "![a\U000e0041](art/a.txt)", "`\U000e0041`",
	} {
		if kind, what := saidOf(t, body); kind != "problem" || !strings.Contains(what, "hides words") {
			t.Errorf("%+q: %s %s", body, kind, what)
		}
	}
	if kind, what := saidOf(t, "Scotland \U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f."); kind != "nothing" {
		t.Errorf("a flag: %s", what)
	}
}

func TestALostLetterIsRefusedInEveryFile(t *testing.T) {
	for _, body := range []string{"Caf\ufffd", "*\ufffd*", "[a\ufffd](#own-pace)", "&#xFFFD;", "&#65533;", "&#0;", "&#x110000;", "&#xD800;", "&#99999999999;", "- a\n- \ufffd"} {
		if kind, what := saidOf(t, body); kind != "problem" || !strings.Contains(what, "encoding is UTF-8") && !strings.Contains(what, "control character") {
			t.Errorf("%q: %s %s", body, kind, what)
		}
	}
}
