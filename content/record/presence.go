package record

import (
	"bytes"
	"errors"
	"strings"

	"firstsession/content/disk"
)

// Presence is how a record that was saved was found to be.
type Presence int

// What a record may be found to be.
const (
	Here    Presence = iota // it is where it was saved, with a copy to read beside it
	NoCopy                  // it is, and its copy to read is not beside it
	Moved                   // there is nothing in its place
	Altered                 // there is something else: damaged, changed, or another record
	Unseen                  // its place cannot be looked at
)

// IsHere reports whether the record itself is where it was saved.
func (s Presence) IsHere() bool { return s == Here || s == NoCopy }

// LookFor looks for a record where it was saved.
func LookFor(fsys disk.FS, path, id string) Presence {
	a, err := Read(fsys, path)
	var damage *DamageError
	switch {
	case disk.IsNone(err):
		return Moved
	case errors.As(err, &damage), err == nil && a.ID != id, errors.Is(err, disk.ErrNotFile):
		return Altered
	case err != nil:
		return Unseen
	}
	base, named := strings.CutSuffix(path, recordEnd)
	text, err := fsys.Read(base+textEnd, MaxSize)
	if !named || err != nil || !bytes.Contains(text, []byte(id)) {
		return NoCopy
	}
	return Here
}
