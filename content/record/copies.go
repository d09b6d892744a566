package record

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"firstsession/content/disk"
	"firstsession/content/htmlpage"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// copies are a record's readable copies: as text and as a page to print, which a
// member's own record of an older format has not.
func copies(a Record, words *words.Words, added ...Addition) []written {
	all := []written{{textEnd, []byte(Text(a, words, added...))}}
	if a.Format > memberFormat || a.Intake != nil {
		all = append(all, written{pageEnd, []byte(HTML(a, words, added...))})
	}
	return all
}

// wordings are the words of copies as this version writes them, and as earlier ones
// did: with headings that told of answers which were not there, and with a language by
// its code.
func wordings(w *words.Words) []*words.Words {
	all := []*words.Words{w}
	for _, before := range []func(*words.Record){
		func(r *words.Record) { r.TitleBare, r.StatementsBare = r.Title, r.Statements },
		func(r *words.Record) { r.LanguageEn, r.LanguageEs = "en", "es" },
	} {
		for _, w := range slices.Clip(all) {
			older := *w
			before(&older.Record)
			all = append(all, &older)
		}
	}
	return all
}

// ofLooks is how a page looks, which versions have otherwise.
var ofLooks = plain.Late(`(?s)(sha256-[\w+/=]+)(.*?<style>)([^<]*)`)

// unstyled is a page without how it looks: the style that its own policy names by its
// hash. In any other, somebody may have written.
func unstyled(page []byte) []byte {
	parts := ofLooks().FindSubmatch(page)
	if parts == nil || htmlpage.Hash(string(parts[3])) != string(parts[1]) {
		return page
	}
	return bytes.Replace(page, parts[0], parts[2], 1)
}

// same reports whether two copies hold the same, byte for byte but for how they look.
func same(a, b []byte) bool { return bytes.Equal(a, b) || bytes.Equal(unstyled(a), unstyled(b)) }

// modern is a copy in the words of now, for sentences that stood otherwise in one.
func modern(data []byte, w words.Record) []byte {
	site, _, _ := strings.Cut(w.Site, "{")
	return []byte(strings.NewReplacer(
		"A clinician went through it with me.", w.WithClinician, "La recorrí con una persona profesional.", w.WithClinician,
		"signed, with some points still open", w.SignedOpen, "con firma, y con algunos puntos todavía abiertos", w.SignedOpen,
		"Where the group meets: ", site, "Dónde se reúne el grupo: ", site,
	).Replace(string(data)))
}

// wrote reports whether the program wrote a copy to read of a record, with those
// additions that it says. What was on its way may be cut off.
func (e Entry) wrote(w *words.Words, data []byte, cutOff bool) bool {
	now := modern(data, w.Record)
	asPage := html.UnescapeString(string(ofTags().ReplaceAll(data, nil)))
	return slices.ContainsFunc(slices.Compact([]string{asPage, string(data)}), func(text string) bool {
		says := seen(text)
		var told []Addition
		for _, a := range e.Told() {
			if said := seen(e.said(a, w.Record)); strings.Contains(says, said) {
				told, says = append(told, a), strings.Replace(says, said, "", 1)
			}
		}
		return e.writes(w, told, func(w written) bool { return cutOff && bytes.HasPrefix(w.data, data) || same(w.data, now) })
	})
}

// writes reports whether one of the copies to read with what was added fits, in any
// wording: the older ones are written only where those before them do not fit.
func (e Entry) writes(w *words.Words, told []Addition, fits func(written) bool) bool {
	return slices.ContainsFunc(wordings(w), func(w *words.Words) bool { return slices.ContainsFunc(copies(e.Record, w, told...), fits) })
}

var ofTags = plain.Late(`<[^>]*>`)

// seen are the characters of a text that can be seen, wherever its lines are broken.
func seen(text string) string {
	return strings.Map(func(r rune) rune {
		return plain.Either(unicode.IsSpace(r) || unicode.Is(unicode.Cf, r), -1, r)
	}, plain.Printable(text, ""))
}

// Copies are the paths of readable copies beside a record that are missing, and of those
// that read otherwise than this program would write them now. That is no damage to the
// record. Without words, only what is missing is said.
func Copies(fsys disk.FS, e Entry, said *words.Words) (missing, other []string) {
	if !strings.HasSuffix(e.Path, recordEnd) {
		return nil, nil // it has another name, and so have they
	}
	w := said
	if w == nil {
		w = new(words.Words)
	}
	for _, c := range copies(e.Record, w, e.Told()...) {
		beside := strings.TrimSuffix(e.Path, recordEnd) + c.end
		data, err := fsys.Read(beside, MaxSize)
		data = modern(data, w.Record)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			missing = append(missing, beside)
		case said != nil && (err != nil || !same(c.data, data) && !e.writes(w, e.Told(), func(w written) bool { return w.end == c.end && same(w.data, data) })):
			other = append(other, beside)
		}
	}
	return missing, other
}

// ErrCopies says that an addition is saved, and that a copy to read does not say it yet.
var ErrCopies = errors.New("it is added; but a copy to read does not say so yet")

// OtherCopiesError says that copies to read beside a record stay as they are, since
// they are not as this version writes them, and so do not say what was added.
type OtherCopiesError struct{ Names []string }

func (e *OtherCopiesError) Error() string {
	return "not as this version writes it: " + strings.Join(e.Names, ", ")
}

// Renew writes the copies to read anew that are there beside a record, so that they
// say what came to it. An error fits ErrCopies, or is an *OtherCopiesError.
func Renew(fsys disk.FS, e Entry, words *words.Words) error {
	base, named := strings.CutSuffix(e.Path, recordEnd)
	if !named {
		return nil // it has another name, and so have its copies
	}
	var stay []string
	for _, c := range copies(e.Record, words, e.Told()...) {
		data, err := fsys.Read(base+c.end, MaxSize)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue // somebody took it away
		case errors.Is(err, disk.ErrTooLong), errors.Is(err, disk.ErrNotFile), err == nil && !e.wrote(words, data, false):
			stay = append(stay, filepath.Base(base+c.end))
			continue
		case err == nil:
			err = disk.Replace(fsys, base+c.end, c.data, e.Shared(fsys))
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrCopies, err)
		}
	}
	return plain.Either[error](len(stay) == 0, nil, &OtherCopiesError{stay})
}
