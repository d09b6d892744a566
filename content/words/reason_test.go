package words_test

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/content/walk"
)

// told are the errors that have words of their own.
var told = []error{
	walk.ErrReferenceEmpty, walk.ErrReferenceLong, walk.ErrReferenceLetters, walk.ErrReferenceEdge, walk.ErrReferenceForbidden,
	journal.ErrInUse, journal.ErrBroken, journal.ErrMoved, journal.ErrTooMuch, journal.ErrNotOwn,
	disk.ErrTooLong, disk.ErrNotFile, disk.ErrLocked, disk.ErrMoved, disk.ErrNoHome,
	record.ErrNoName, record.ErrTooLong, record.ErrOtherPractice,
	store.ErrNoSuch, store.ErrSeveral, store.ErrSaving, store.ErrNoTaken, store.ErrTaken, store.ErrLink, store.ErrFixed, store.ErrOwn,
	&plain.Told{Key: "not_folder", Text: "{path} is a file where a folder should be", Pairs: []any{"path", "/a"}},
}

// Of damage a reader is told less than whoever mends it.
func TestWhatIsWrongInALineIsForWhoMendsIt(t *testing.T) {
	english, spanish := load(t, "en"), load(t, "es")
	for _, c := range []struct {
		err    error
		en, es string
	}{
		{&journal.DamageError{Path: "/a", Line: 3, Why: "x"}, "/a is damaged: line 3 cannot be read", "/a está dañado: la línea 3 no se puede leer"},
		{&record.DamageError{Why: "x"}, "it is not whole, or was changed since it was made", "no está completo, o se cambió después de hacerlo"},
		{&record.NewerError{Format: 99}, "it was saved by a newer version of this program", "lo guardó una versión más nueva de este programa"},
	} {
		wrapped := fmt.Errorf("read: %w", c.err)
		if en, es := english.Reason(wrapped), spanish.Reason(wrapped); en != c.en || es != c.es {
			t.Errorf("%q and %q", en, es)
		}
	}
}

func TestAReasonIsToldInTheGuidesLanguage(t *testing.T) {
	english, spanish := load(t, "en"), load(t, "es")
	for _, err := range told {
		for _, wrapped := range []error{err, fmt.Errorf("keep a fact: %w", err), fmt.Errorf("%w: %w", err, errors.New("x"))} {
			if got, want := english.Reason(wrapped), plain.Reason(wrapped); got != want {
				t.Errorf("in English it is %q, want %q", got, want)
			}
			if got := spanish.Reason(wrapped); got == plain.Reason(wrapped) || got == "" {
				t.Errorf("in Spanish it is %q", got)
			}
		}
	}
	full := fmt.Errorf("keep: %w", &fs.PathError{Op: "write", Path: "/a", Err: syscall.ENOSPC})
	if got := spanish.Reason(full); got != "/a: no queda espacio en el disco" {
		t.Errorf("%q", got)
	}
	if got := english.Reason(full); got != "/a: "+syscall.ENOSPC.Error() {
		t.Errorf("%q", got)
	}
	if got := spanish.Reason(errors.New("odd")); got != "odd" {
		t.Errorf("%q", got)
	}
}

func TestEachLanguageHasANameInEach(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		for _, code := range guidetest.Languages(t) {
			if name := guidetest.Shipped(t, language).Words.Record.LanguageName(code); name == code {
				t.Errorf("%s: language_%s is missing in [record]", language, code)
			}
		}
	}
	if got := guidetest.Shipped(t, "en").Words.Record.LanguageName("tlh"); got != "tlh" {
		t.Errorf("one without a name is %q", got)
	}
}

func load(t *testing.T, language string) interface{ Reason(err error) string } {
	t.Helper()
	g := guidetest.Shipped(t, language)
	return g.Words
}
