package record

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/htmlpage"
)

// What somebody typed into a copy to read is not lost: the copy stays, and is named.
// One that an earlier version wrote is renewed.
func TestACopyInWhichSomebodyWroteIsNotWrittenAnew(t *testing.T) {
	dir, words := t.TempDir(), smallGuide().Words
	e := saved(t, disk.OS(), dir)
	base := strings.TrimSuffix(e.Path, recordEnd)
	older := HTML(e.Record, wordings(words)[3])
	looks := ofLooks().FindStringSubmatch(older)
	style := strings.ReplaceAll(looks[3], "break-inside: avoid", "")
	old := []byte(strings.NewReplacer(looks[1], htmlpage.Hash(style), looks[3], style).Replace(older))
	noted := []byte(Text(e.Record, words) + "MY NOTE")
	must(t, errors.Join(os.WriteFile(base+textEnd, noted, 0o600), os.WriteFile(base+pageEnd, old, 0o600)))
	_, err := Add(disk.OS(), e, kinds(t, e.Record)[Withdrawn], words)
	if other, ok := errors.AsType[*OtherCopiesError](err); !ok || !slices.Equal(other.Names, []string{filepath.Base(base + textEnd)}) {
		t.Errorf("it said %v", err)
	}
	text, err := os.ReadFile(base + textEnd)
	page, err2 := os.ReadFile(base + pageEnd)
	if err != nil || err2 != nil || !bytes.Equal(text, noted) || bytes.Equal(page, old) || !bytes.Contains(page, []byte(words.Record.Added)) {
		t.Errorf("%v, %v: the text is %s, the page %s", err, err2, text, page)
	}
}

// Whatever somebody wrote in an addition, the copies that say it are the program's own.
func TestACopyIsKnownWhateverAnAdditionSays(t *testing.T) {
	for _, text := range []string{
		"call <her mother> first", "is it < 3 or > 2", "a &amp; b", "a&lt;b>c", "see https://example.org/" + strings.Repeat("a", 100),
		strings.Repeat("that goes over several lines ", 6), "ring 555 01 23 on 2026-11-02", "/a b/well-known.txt", strings.Repeat("漢", 60), "x\u00a0y", "soft\u00adhyphen",
	} {
		dir, w := t.TempDir(), smallGuide().Words
		e := saved(t, disk.OS(), dir)
		a, err := NewAddition(e.Record, Addition{Kind: ToDo, Day: "2026-12-01", Text: text, Time: signedAt.AddDate(0, 0, 3), Program: "1"}, strings.NewReader("addition"))
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if _, err := Add(disk.OS(), e, a, w); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		e = at(t, e.Path)
		if err := Renew(disk.OS(), e, w); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}
