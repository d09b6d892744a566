package visit

import (
	"testing"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/walk"
)

// A guide may have more languages than there are keys for them.
func TestAGuideInManyLanguagesIsReadInEach(t *testing.T) {
	r := visiting(t)
	shipped := *r.Walk.Guide()
	in := func(language, _ string) (*content.Guide, error) {
		guide := shipped
		guide.Language = language
		return &guide, nil
	}
	guide, err := in("sv", "")
	if err != nil {
		t.Fatal(err)
	}
	r.Walk, r.ReadIn = walk.New(guide), in
	for _, code := range []string{"de", "en", "es", "fr", "sv"} {
		r.Languages = append(r.Languages, content.Language{Code: code, Name: code})
	}
	r.Start(Found{})
	r.Do(page.Languages[0], "")
	if read := r.Walk.Guide().Language; read != "de" {
		t.Error(read)
	}
}
