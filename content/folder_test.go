package content

import (
	"testing"
	"testing/fstest"

	"firstsession/content/contenttest"
)

// What a system, an office program or an editor puts beside an author's files
// keeps no guide from opening; what an author may have named amiss does.
func TestWhatIsLeftBehindIsPassedOver(t *testing.T) {
	loads := func(name string) bool {
		files := contenttest.TinyGuide()
		files["en/"+name] = &fstest.MapFile{Data: []byte("\xff\x00")}
		_, err := Load(files, "en")
		return err == nil
	}
	for _, name := range []string{
		"Thumbs.db", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "Thumbs.db:encryptable", "desktop.ini", "Desktop.ini", "Icon\r", ".DS_Store",
		"~$01-one.md", "~$welcome.docx", "~WRL0001.tmp", "._01-one.md", "01-one.md~", ".#01-one.md", "#01-one.md#", "01-one.md.bak", "01-one.md.orig",
		".01-one.md.swp", "01-one.md.swp", "01-one.md.tmp", "01-one.md.rej", "01-one.md:Zone.Identifier", ".directory", ".~lock.01-one.md#",
		"__MACOSX/x", "@eaDir/x", "lost+found/x", "$RECYCLE.BIN/x", "System Volume Information/x", ".Trash-1000/x", ".git/x", "README.md",
		"art/Thumbs.db", "art/desktop.ini", "art/~$a.txt", "art/#a.txt#", "art/Icon\r",
	} {
		if !loads(name) {
			t.Errorf("%q keeps the guide from opening", name)
		}
	}
	for _, name := range []string{
		"01-one - Copy.md", "01-one (1).md", "01-one (conflicted copy).md", "Copy of 01-one.md", "01-One.md", "thumbs.md", "one.md", "01-one.txt", "notes.docx",
		"Icon", "desktop", "art/a.png", "#one.md", "bak", "01-one.md.old2", "readme.md",
	} {
		if loads(name) {
			t.Errorf("%q is passed over", name)
		}
	}
}

// Accents are composed, and lines end, however they were written; what is
// shown is what is signed.
func TestTextIsMadeNormalAtLoad(t *testing.T) {
	guides := map[string]*Guide{}
	for name, body := range map[string]string{
		"plain": "Señor.\n\n- a\n- b\n\nOne\ntwo", "decomposed": "Sen\u0303or.\n\n- a\n- b\n\nOne\ntwo",
		"separators": "Señor.\u2028\u0085- a\v- b\u2029One\ftwo", "unseen": "Señor.\n\u00a0\n- a\n- b\n\u200b \nOne\r\ntwo",
	} {
		guide, err := inSection(body)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		guides[name] = guide
	}
	for name, guide := range guides {
		if want := guides["plain"]; guide.Revision != want.Revision || guide.Chapters[0].Sections[0].Body[0] != want.Chapters[0].Sections[0].Body[0] {
			t.Errorf("%s: %+v", name, guide.Chapters[0].Sections[0].Body)
		}
	}
	guide, err := inSection("&#x6e;&#x303;o")
	if err != nil || Paragraphs(guide.Chapters[0].Sections[0].Body)[0].Text != "ño" {
		t.Error("a reference stands apart from its letter")
	}
}
