package content

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"firstsession/content/contenttest"
)

// shipped are the languages that the program carries.
func shipped(t *testing.T) []string {
	t.Helper()
	languages, err := Languages(Embedded())
	if err != nil || len(languages) < 2 {
		t.Fatal(languages, err)
	}
	return languages
}

// What one reader has, another has in their own language: every word with what is
// filled in, and the pictures. That ids and answers are alike, content/check proves.
func TestTheShippedLanguagesAreEqual(t *testing.T) {
	english, err := Load(Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range shipped(t) {
		guide, err := Load(Embedded(), language)
		if err != nil {
			t.Fatal(err)
		}
		for _, advice := range guide.Advice {
			t.Errorf("%s: %v", language, advice)
		}
		words := WordKeys(guide.Words)
		for key, said := range WordKeys(english.Words) {
			if !slices.Equal(placeholders(said), placeholders(words[key])) {
				t.Errorf("%s: %s fills in %v, and in English %v", language, key, placeholders(words[key]), placeholders(said))
			}
			if strings.Count(said, ",") != strings.Count(words[key], ",") && strings.HasSuffix(key, ".months") {
				t.Errorf("%s: %s has not as many", language, key)
			}
		}
		if len(guide.Glossary.Sections) < len(english.Glossary.Sections) {
			t.Errorf("%s: it explains %d words", language, len(guide.Glossary.Sections))
		}
		pictures := func(g *Guide) (all []string) {
			for _, section := range g.Sections() {
				for _, block := range section.Body {
					if block.Picture != nil {
						all = append(all, section.ID+" "+block.Picture.File)
					}
				}
			}
			return all
		}
		if got, want := pictures(guide), pictures(english); !slices.Equal(got, want) {
			t.Errorf("%s: pictures %v, want %v", language, got, want)
		}
	}
}

func TestAGuideOfOnesOwnHasTheWordsOfItsLanguage(t *testing.T) {
	files := fstest.MapFS{}
	for name, file := range contenttest.TinyGuide() {
		files[strings.Replace(name, "en/", "es/", 1)] = file
		files[strings.Replace(name, "en/", "de/", 1)] = file
	}
	files["es/words.toml"] = &fstest.MapFile{Data: []byte("[guide]\ntitle = \"La nuestra\"\n")}
	for language, back := range map[string]string{"es": "volver", "de": "back"} {
		guide, err := Load(files, language)
		if err != nil || guide.Words.Keys.Back != back || language == "es" && guide.Words.Guide.Title != "La nuestra" {
			t.Errorf("%s: %q, %v", language, guide.Words.Keys.Back, err)
		}
	}
}

func TestTheLanguagesHaveTheirOwnNames(t *testing.T) {
	named := Named(Embedded(), []string{"en", "es", "de"})
	for i, want := range []string{"en English", "es Español", "de de"} {
		if got := named[i].Code + " " + named[i].Name; got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
