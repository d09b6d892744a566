package store

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/code"
	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// Why an invitation is not taken.
var (
	ErrUnknown error = &plain.Told{Key: "invitation_unknown", Text: "there is no such invitation"}
	ErrEnded   error = &plain.Told{Key: "invitation_ended", Text: "the invitation has ended"}
	ErrOpen    error = &plain.Told{Key: "invitation_in_use", Text: "the invitation is open in another window"}
	ErrTries   error = &plain.Told{Key: "invitation_tries", Text: "there were too many tries"}
)

// BrokenError says that the file of an invitation cannot be read. It stands in the way of
// no other.
type BrokenError struct {
	Path string
	Err  error
}

func (e *BrokenError) Error() string {
	why := e.Err.Error()
	if plain.IsA[*json.SyntaxError](e.Err) || errors.Is(e.Err, io.EOF) || errors.Is(e.Err, io.ErrUnexpectedEOF) {
		why = "it is not whole"
	}
	return fmt.Sprintf("the invitation in %s cannot be read (%s), and nobody can use it; put a whole copy of the file in its place, or erase it and make a new invitation", e.Path, why)
}

func (e *BrokenError) Unwrap() error { return e.Err }

// Invitation lets one reader keep a place on a computer that is not theirs, and
// sign. Whom it is for only its reference says.
type Invitation struct {
	Format    int       `json:"format"`
	Reference string    `json:"reference"`
	Group     string    `json:"group,omitempty"`
	Language  string    `json:"language,omitempty"` // in which its page was handed out
	Made      time.Time `json:"made"`
	Ends      time.Time `json:"ends"`
	Revoked   bool      `json:"revoked,omitempty"`
}

// The formats of an invitation. What is kept under one of the first is never locked: the
// program that made it would not ask for a word.
const (
	wordless         = 1
	invitationFormat = 2
)

// Stands reports whether it can be used at a time.
func (i Invitation) Stands(now time.Time) bool { return !i.Revoked && now.Before(i.Ends) }

// LastDay is the last day on which it can be used, where a time is told.
func (i Invitation) LastDay(where *time.Location) string { return LastDay(i.Ends.In(where)) }

// LastDay is the day that ends at a time, or goes on at it.
func LastDay(ends time.Time) string { return ends.Add(-time.Second).Format(time.DateOnly) }

// EndOf is the end of the day that is a number of days after another.
func EndOf(day time.Time, days int) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day()+days+1, 0, 0, 0, 0, day.Location())
}

// Invitations are those of one practice, in a folder: one file each under the digest of
// its code, and beside them what is kept under each. The code itself is nowhere.
type Invitations struct {
	Options
	dir string
	now func() time.Time
}

// ServedIn is the folder of a server's store, if nobody names another.
func ServedIn(state string) string { return filepath.Join(state, "served") }

// NewInvitations are those in a folder. FS, Records, Version and Random count.
func NewInvitations(o Options, dir string, now func() time.Time) *Invitations {
	return &Invitations{o, dir, now}
}

// maxInvitation is how many bytes the file of an invitation or of a key may have.
const maxInvitation = 4 << 10

const invitationEnd, keyEnd = ".json", ".key"

func (s *Invitations) folder() string                   { return filepath.Join(s.dir, "invitations") }
func (s *Invitations) file(digest string) string        { return s.fileOf(digest, invitationEnd) }
func (s *Invitations) keyOf(digest string) string       { return s.fileOf(digest, keyEnd) }
func (s *Invitations) fileOf(digest, end string) string { return filepath.Join(s.folder(), digest+end) }
func (s *Invitations) places() string                   { return filepath.Join(s.dir, "places") }
func (s *Invitations) placeOf(digest string) string     { return filepath.Join(s.places(), digest) }

// Make is refused while another invitation for the same reference stands.
func (s *Invitations) Make(reference, group, language string, ends time.Time) (string, error) {
	reference, err := walk.CleanReference(reference)
	if err != nil {
		return "", err
	}
	all, err := s.List()
	if err != nil && !plain.IsA[*BrokenError](err) {
		return "", err
	}
	for _, i := range all {
		if i.Reference == reference && i.Stands(s.now()) {
			return "", fmt.Errorf("%s has an invitation already, until %s; it can be revoked first", reference, i.LastDay(s.now().Location()))
		}
	}
	words, err := code.New(s.Random)
	if err != nil {
		return "", err
	}
	i := Invitation{
		Format: invitationFormat, Reference: reference, Group: group, Language: language,
		Made: s.now().UTC().Truncate(time.Second), Ends: ends.UTC().Truncate(time.Second),
	}
	if err := s.write(code.Digest(words), i); err != nil {
		return "", fmt.Errorf("make an invitation: %w", err)
	}
	return words, nil
}

func (s *Invitations) write(digest string, i Invitation) error {
	data, err := json.Marshal(i)
	if err == nil {
		err = disk.MakeFolder(s.FS, s.folder())
	}
	if err == nil {
		err = disk.Replace(s.FS, s.file(digest), append(data, '\n'), false)
	}
	return err
}

func (s *Invitations) read(digest string) (Invitation, error) {
	var i Invitation
	data, err := s.FS.Read(s.file(digest), maxInvitation)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return i, ErrUnknown
	case err != nil:
		return i, &BrokenError{s.file(digest), err}
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	err = decoder.Decode(&i)
	if err == nil && (i.Format < wordless || i.Format > invitationFormat) {
		err = fmt.Errorf("its format is %d, and this version reads those up to %d", i.Format, invitationFormat)
	}
	if err != nil {
		return Invitation{}, &BrokenError{s.file(digest), err}
	}
	return i, nil
}

// standing is the invitation with a digest, as long as it stands.
func (s *Invitations) standing(digest string) (Invitation, error) {
	i, err := s.read(digest)
	if err == nil && !i.Stands(s.now()) {
		err = ErrEnded
	}
	return i, Refused(err)
}

// Open opens what is kept under an invitation as it was typed. One that is open
// elsewhere is not taken.
func (s *Invitations) Open(typed string) (Kept, Found, error) {
	digest := code.Digest(typed)
	i, err := s.standing(digest)
	if errors.Is(err, ErrUnknown) {
		err = ErrUnknown // which says nothing of files
	}
	if err != nil {
		return nil, Found{}, err
	}
	place, found, err := s.openPlace(digest, i)
	if errors.Is(err, journal.ErrInUse) {
		return nil, Found{}, ErrOpen
	}
	return place, found, err
}

func (s *Invitations) digests() ([]string, error) {
	names, err := s.FS.ReadDir(s.folder())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("list the invitations: %w", err)
	}
	var all []string
	for _, name := range names {
		if digest, ok := strings.CutSuffix(name, invitationEnd); ok {
			all = append(all, digest)
		}
	}
	return all, nil
}

// List tells in the error of those that cannot be read, as BrokenErrors.
func (s *Invitations) List() ([]Invitation, error) {
	digests, err := s.digests()
	var all []Invitation
	for _, digest := range digests {
		i, failed := s.read(digest)
		if failed == nil {
			all = append(all, i)
		}
		err = errors.Join(err, failed)
	}
	slices.SortStableFunc(all, func(a, b Invitation) int {
		return cmp.Or(strings.Compare(a.Reference, b.Reference), a.Made.Compare(b.Made))
	})
	return all, err
}

// Revoke leaves what somebody has open just now to Tidy, once they have left.
func (s *Invitations) Revoke(reference string) (revoked int, err error) {
	digests, err := s.digests()
	var broken error // one of them may be for it
	for _, digest := range digests {
		i, failed := s.read(digest)
		if plain.IsA[*BrokenError](failed) {
			broken, failed = errors.Join(broken, failed), nil
		}
		if failed == nil && i.Reference == reference && !i.Revoked {
			i.Revoked = true
			if failed = s.write(digest, i); failed == nil {
				revoked++
			}
		}
		err = errors.Join(err, failed)
	}
	if err != nil {
		return revoked, fmt.Errorf("revoke an invitation: %w", err)
	}
	if err = s.Tidy(); revoked == 0 {
		err = errors.Join(err, broken)
	}
	return revoked, err
}

// Tidy erases what is kept under invitations that have ended, but for records.
func (s *Invitations) Tidy() error {
	kept, err := s.FS.ReadDir(s.places())
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, digest := range kept {
		i, failed := s.read(digest)
		switch {
		case plain.IsA[*BrokenError](failed):
			failed = nil // until when it stands is not known; List tells it
		case errors.Is(failed, ErrUnknown), failed == nil && !i.Stands(s.now()):
			if _, failed = Erase(s.FS, s.placeOf(digest)); failed == nil {
				failed = disk.RemoveAny(s.FS, s.keyOf(digest))
			}
			if errors.Is(failed, journal.ErrInUse) {
				failed = nil // it is erased when the reader has left
			}
		}
		err = errors.Join(err, failed)
	}
	if err != nil {
		return fmt.Errorf("erase what has ended: %w", err)
	}
	return nil
}
