package words_test

import (
	"fmt"
	"regexp"
	"testing"

	"firstsession/content"
	"firstsession/content/guidetest"
)

// A reader at a server has no disk there, and one name for whoever invited them.
func TestWhatIsServedIsSaidOfThePractice(t *testing.T) {
	amiss := regexp.MustCompile(`on the disk|minute or two|en el disco|clínica|consultorio`)
	for _, language := range guidetest.Languages(t) {
		g, err := content.LoadToRead(content.Embedded(), language)
		if err != nil {
			t.Fatal(err)
		}
		w := g.Words.AtTheClinic()
		said := fmt.Sprintf("%+v %+v %+v %+v", w.Frame, w.Notes, w.Served, w.Errors.InUse)
		if found := amiss.FindAllString(said, -1); len(found) > 0 {
			t.Errorf("%s: it says %q", language, found)
		}
	}
}
