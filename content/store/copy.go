package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// Whole is all that is kept under an invitation, but records and what was put aside
// since it could not be read.
type Whole struct {
	Digest string
	Invitation
	Begun bool
	Facts []walk.Fact
	Key   []byte // that a word of the reader's own opens; nil if nothing is locked
}

// Copied is a store of which there can be a copy in another one.
type Copied interface {
	// Each calls what is to be done with each invitation. One that somebody has open
	// is refused with ErrOpen.
	Each(do func(Whole) error) error
	// Put keeps one that is not there yet.
	Put(Whole) error
	// Get is the one with a digest; ErrUnknown if there is none.
	Get(digest string) (Whole, error)
	// RecordFiles are the files of records, in a folder.
	RecordFiles() (fsys disk.FS, dir string)
}

// ErrDiffers says that something is in a store already, and is another there.
var ErrDiffers = errors.New("it is there already, and says something else")

// Copy copies what a store keeps into another: the records first, which no place may
// name before they are there. What is there already stays, if it is the same.
func Copy(from, to Copied) (invitations, files int, err error) {
	if files, err = copyFiles(from, to); err != nil {
		return 0, files, err
	}
	err = from.Each(func(w Whole) error {
		there, err := to.Get(w.Digest)
		switch {
		case errors.Is(err, ErrUnknown):
			err = to.Put(w)
		case err == nil && !w.same(there):
			err = ErrDiffers
		}
		if err != nil {
			return fmt.Errorf("copy what is kept for %s: %w", w.Reference, err)
		}
		invitations++
		return nil
	})
	return invitations, files, err
}

// isLeft is of a ledger or another folder, a link, or what was on its way.
func isLeft(name string, info fs.FileInfo) bool {
	return !info.Mode().IsRegular() || strings.HasSuffix(name, ".tmp")
}

// LeftOf are the names among a store's records that Copy leaves where they are, and those
// of records and additions that it copies and that cannot be read whole.
func LeftOf(from Copied) (left, broken []string) {
	fsys, dir := from.RecordFiles()
	names, _ := fsys.ReadDir(dir) //nolint:errcheck // which Copy says
	for _, name := range names {
		path := filepath.Join(dir, name)
		info, err := fsys.Lstat(path)
		switch {
		case err != nil:
		case isLeft(name, info):
			left = append(left, name)
		case record.IsAddition(name):
			_, err = record.ReadAddition(fsys, path)
		case record.IsRecordName(name):
			_, err = record.Read(fsys, path)
		}
		if err != nil {
			broken = append(broken, name)
		}
	}
	return left, broken
}

func copyFiles(from, to Copied) (files int, err error) {
	source, dir := from.RecordFiles()
	target, in := to.RecordFiles()
	names, err := source.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	for _, name := range names {
		path := filepath.Join(dir, name)
		info, err := source.Lstat(path)
		if err == nil && isLeft(name, info) {
			continue
		}
		var data []byte
		if err == nil {
			data, err = source.Read(path, maxFile)
		}
		if err == nil {
			err = copyFile(target, in, name, data)
		}
		if err != nil {
			return files, fmt.Errorf("copy the record's file %s: %w", name, err)
		}
		files++
	}
	return files, err
}

// maxFile is far more than a record's file has.
const maxFile = 2 * record.MaxSize

func copyFile(target disk.FS, in, name string, data []byte) error {
	path := filepath.Join(in, name)
	there, err := target.Read(path, maxFile)
	switch {
	case err == nil:
		return plain.Either(bytes.Equal(there, data), nil, ErrDiffers)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return disk.WriteLasting(target, path, data)
}

// same reports whether two say the same of a reader, wherever records are.
func (w Whole) same(other Whole) bool {
	return w.Reference == other.Reference && w.Group == other.Group && w.Made.Equal(other.Made) && w.Ends.Equal(other.Ends) &&
		w.Revoked == other.Revoked && w.Language == other.Language && bytes.Equal(w.Key, other.Key) &&
		slices.EqualFunc(InFolder(w.Facts, ""), InFolder(other.Facts, ""), sameFact)
}

func sameFact(a, b walk.Fact) bool {
	left, err := journal.Encode(a)
	right, failed := journal.Encode(b)
	return err == nil && failed == nil && bytes.Equal(left, right)
}

// InFolder are facts of which those that say where a record is name a folder.
func InFolder(facts []walk.Fact, folder string) []walk.Fact {
	facts = slices.Clone(facts)
	for i, f := range facts {
		if (f.Kind == string(walk.Sign) || f.Kind == string(walk.Save)) && f.Data.Text != "" {
			facts[i].Data.Text = filepath.Join(folder, nameIn(f.Data.Text))
		}
	}
	return facts
}

// nameIn is the name of a file in its path, of whatever system.
func nameIn(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// Each reads each invitation.
func (s *Invitations) Each(do func(Whole) error) error {
	digests, err := s.digests()
	var broken error
	for _, digest := range digests {
		if err != nil {
			break
		}
		var w Whole
		if w, err = s.Get(digest); err == nil {
			err = do(w)
		} else if plain.IsA[*BrokenError](err) { // the others go on
			broken, err = errors.Join(broken, err), nil
		}
	}
	return errors.Join(err, broken)
}

// Get reads one.
func (s *Invitations) Get(digest string) (Whole, error) {
	i, err := s.read(digest)
	if err != nil {
		return Whole{}, err
	}
	j, found, err := journal.Open(s.FS, s.placeOf(digest))
	if errors.Is(err, journal.ErrInUse) {
		err = ErrOpen
	}
	if err != nil {
		return Whole{}, fmt.Errorf("read what is kept for %s: %w", i.Reference, err)
	}
	key, err := s.readKey(digest)
	return Whole{digest, i, !found.New, found.Facts, key}, errors.Join(err, j.Close())
}

// Put writes one. The invitation comes last: cut off before, the copy is made again.
func (s *Invitations) Put(w Whole) (err error) {
	if w.Begun {
		if _, err := Erase(s.FS, s.placeOf(w.Digest)); err != nil { // of a copy that was cut off
			return err
		}
		j, _, err := journal.Open(s.FS, s.placeOf(w.Digest))
		if err != nil {
			return err
		}
		if err = j.Create(); err == nil {
			err = j.Append(InFolder(w.Facts, s.Records)...)
		}
		if err = errors.Join(err, j.Close()); err != nil {
			return err
		}
	}
	if w.Key != nil {
		err := errors.Join(disk.MakeFolder(s.FS, s.folder()), disk.RemoveAny(s.FS, s.keyOf(w.Digest))) // of a copy that was cut off
		if err == nil {
			err = s.writeKey(w.Digest, w.Key)
		}
		if err != nil {
			return err
		}
	}
	w.Format = invitationFormat
	return s.write(w.Digest, w.Invitation)
}

// RecordFiles are those in the folder of records.
func (s *Invitations) RecordFiles() (disk.FS, string) { return s.FS, s.Records }
