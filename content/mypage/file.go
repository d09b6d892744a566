package mypage

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// File is what a member may bring to an intake: of the parts of the page that they
// chose, those that a program can take up there. It answers no promise, and says of
// none what was answered.
type File struct {
	Format int `json:"format"`
	// What says what kind of file it is.
	What     string `json:"what"`
	Revision string `json:"revision"` // that of the text that was read
	// Read are the ids of the sections that were read, and Topics those of promises
	// and questions to talk about.
	Read   []string `json:"read,omitempty"`
	Topics []string `json:"topics,omitempty"`
	Notes  []string `json:"notes,omitempty"`
	// Digest is the SHA-256 of the file without it. It shows a change by accident.
	Digest string `json:"digest"`
}

const (
	fileFormat = 1
	isFile     = "First Session, to bring to an intake"
	mostTopics = 1000
	// MaxFile is how many bytes a file may have.
	MaxFile = 1 << 20
	// MostInNote is how many letters a note may have.
	MostInNote = 2000
)

// Why a file cannot be taken up.
var (
	ErrForeign error = &plain.Told{Key: "brought_foreign", Text: "it is not a file that this guide saved to bring to an intake"}
	ErrChanged error = &plain.Told{Key: "brought_changed", Text: "it is not whole, or was changed since it was saved"}
	ErrNewer   error = &plain.Told{Key: "brought_newer", Text: "it was saved by a newer version of this program"}
)

// NewFile is the file of some parts of a walk's page, by their ids. It is false if
// none of them goes into it.
func NewFile(w walk.Walk, parts []string) (f File, holdsAny bool) {
	f = File{Format: fileFormat, What: isFile, Revision: w.Guide().Revision}
	has := func(part string) bool { return slices.Contains(parts, part) }
	if has(readPart) {
		f.Read = w.Seen()
	}
	for _, s := range w.Guide().Commitment.Statements {
		if has("talk") && w.Answer(s.ID) == walk.TalkFirst || has("not agreed") && w.Answer(s.ID) == walk.NotNow {
			f.Topics = append(f.Topics, s.ID)
		}
	}
	if has("open") {
		for _, step := range w.StillOpen() {
			if !slices.Contains(f.Topics, step.ID) {
				f.Topics = append(f.Topics, step.ID)
			}
		}
	}
	if has("notes") {
		f.Notes = plain.Each(w.Notes(), func(note walk.Note) string { return plain.Printable(note.Text, "") })
	}
	return f, len(f.Read)+len(f.Topics)+len(f.Notes) > 0
}

// Encode is the one way to write a file.
func (f File) Encode() ([]byte, error) {
	var err error
	f.Digest = ""
	if f.Digest, err = record.DigestOf(f); err != nil {
		return nil, err
	}
	return record.Encode(f)
}

// Decode reads a file that says what Encode wrote, though another program may have
// saved it anew in its own form. The error fits ErrForeign, ErrChanged or ErrNewer.
func Decode(data []byte) (File, error) {
	var f File
	if text, _ := plain.InUTF8(data); text != nil {
		data = text
	}
	read := json.Unmarshal(data, &f) == nil
	switch {
	case len(data) > MaxFile, !(read && f.What == isFile) && !bytes.Contains(data, []byte(isFile)):
		return File{}, ErrForeign
	case f.Format > fileFormat:
		return File{}, ErrNewer
	}
	if again, err := f.Encode(); err != nil || !saysSame(again, data) || !f.isOurs() {
		return File{}, ErrChanged
	}
	return f, nil
}

func saysSame(a, b []byte) bool {
	var one, other any
	return json.Unmarshal(a, &one) == nil && json.Unmarshal(b, &other) == nil && reflect.DeepEqual(one, other)
}

// isOurs reports whether this program would have written it.
func (f File) isOurs() bool {
	noID := func(id string) bool { return !content.IsID(id) }
	noNote := func(note string) bool {
		return !plain.Seen(note) || plain.Printable(note, "") != note || utf8.RuneCountInString(note) > MostInNote
	}
	return f.What == isFile && f.Format == fileFormat && len(f.Read)+len(f.Topics)+len(f.Notes) <= mostTopics &&
		!slices.ContainsFunc(slices.Concat(f.Read, f.Topics), noID) && !slices.ContainsFunc(f.Notes, noNote)
}

// In is what of a file a guide has, and how much of it belongs to another text.
func (f File) In(g *content.Guide) (fits File, other int) {
	kept := func(ids []string, has func(id string) bool) (kept []string) {
		for _, id := range ids {
			if has(id) && !slices.Contains(kept, id) {
				kept = append(kept, id)
			} else {
				other++
			}
		}
		return kept
	}
	fits = f
	fits.Read = kept(f.Read, func(id string) bool { _, section := g.Section(id); return section != nil })
	fits.Topics = kept(f.Topics, func(id string) bool {
		_, question := g.Question(id)
		return question != nil || g.Statement(id) != nil
	})
	return fits, other
}
