package tui

import (
	"crypto/rand"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// store is the keeper of a real run: the journal in the user's state folder,
// and acknowledgements in a folder of the reader's choice.
type store struct {
	fsys    disk.FS
	dir     string // the journal's folder
	folder  string // where acknowledgements go unless the reader says otherwise
	version string
	journal *journal.Journal // nil if nothing can be kept
	why     error            // why nothing can be kept
	pending []walk.Fact      // not on the disk yet
}

// opened is what was found of an earlier walk.
type opened struct {
	facts    []walk.Fact
	setAside string // where a torn last line was put
}

// openStore opens the journal, unless the reader wants no trace. The trouble is
// an error that the reader has to be told of; the store can be used all the
// same, and then keeps nothing.
func (p *program) openStore() (s *store, found opened, trouble error) {
	s = &store{fsys: disk.OS(), version: version(), folder: p.records}
	if s.folder == "" {
		// Without a home, the reader names a folder when it comes to signing.
		folder, err := record.DefaultDir(s.fsys, p.getenv)
		if err == nil {
			s.folder = folder
		}
	}
	if p.private {
		return s, found, nil
	}
	dir, err := journal.Dir(p.getenv)
	if err == nil {
		s.dir = dir
		var o journal.Opened
		s.journal, o, err = journal.Open(s.fsys, dir)
		found = opened{facts: o.Facts, setAside: o.SetAside}
	}
	s.why = err
	return s, found, err
}

// Begin makes the journal.
func (s *store) Begin() error {
	if s.journal == nil {
		return s.why
	}
	return s.journal.Create()
}

// Keep appends facts to the journal. What fails waits for the next time, but
// for a fact that is too long to be kept at all: others must not wait for it.
func (s *store) Keep(facts []walk.Fact) error {
	s.pending = append(s.pending, facts...)
	if len(s.pending) == 0 {
		return nil
	}
	if s.journal == nil {
		return s.why
	}
	err := s.journal.Append(s.pending...)
	if errors.Is(err, journal.ErrTooMuch) {
		return s.keepEach()
	}
	if err == nil {
		s.pending = nil
	}
	return err
}

// keepEach appends what waits one by one, and leaves out what is too long.
func (s *store) keepEach() error {
	var tooMuch error
	for len(s.pending) > 0 {
		err := s.journal.Append(s.pending[0])
		if errors.Is(err, journal.ErrTooMuch) {
			tooMuch, err = err, nil
		}
		if err != nil {
			return err
		}
		s.pending = s.pending[1:]
	}
	return tooMuch
}

// Erase puts other facts in the place of those that were kept, and of those
// that wait to be. What takes words back must be kept before they go.
func (s *store) Erase(change func(walk.Fact) walk.Fact) error {
	for i, fact := range s.pending {
		s.pending[i] = change(fact)
	}
	if s.journal == nil {
		return nil // nothing was ever kept
	}
	if err := s.Keep(nil); err != nil {
		return err
	}
	return s.journal.Rewrite(change)
}

// Sign saves an acknowledgement.
func (s *store) Sign(w walk.Walk, d record.Draft, folder string) (id, path string, err error) {
	d.Program, d.Random = s.version, rand.Reader
	a, path, err := record.Save(s.fsys, folder, w, d)
	return a.ID, path, err
}

// SetAside puts a journal that cannot be read aside, and opens a new one.
func (s *store) SetAside() (string, error) {
	path, err := journal.SetAside(s.fsys, s.dir)
	if err != nil {
		return "", err
	}
	s.journal, _, err = journal.Open(s.fsys, s.dir)
	return path, err
}

// Report keeps what is known of a crash beside the journal.
func (s *store) Report(text string, at time.Time) (string, error) {
	if s.dir == "" {
		return "", errors.New("there is no folder for a report")
	}
	if err := disk.MakeFolder(s.fsys, s.dir); err != nil {
		return "", fmt.Errorf("write report: %w", err)
	}
	path := filepath.Join(s.dir, journal.ReportName(at))
	if err := disk.WriteNew(s.fsys, path, []byte(text)); err != nil {
		return "", fmt.Errorf("write report: %w", err)
	}
	return path, nil
}

// Close gives the journal back.
func (s *store) Close() error {
	if s.journal == nil {
		return nil
	}
	return s.journal.Close()
}

// troubleWords says what is the matter with the reader's place, and whether
// the old file may be put aside.
func troubleWords(trouble error, words content.HomeWords) (text string, setAside bool) {
	var damage *journal.DamageError
	var newer *journal.NewerError
	switch {
	case errors.As(trouble, &damage):
		return content.Fill(words.Broken, "error", trouble), true
	case errors.As(trouble, &newer):
		return words.Newer, false
	case errors.Is(trouble, journal.ErrInUse):
		return words.Locked, false
	default:
		return content.Fill(words.NoPlace, "error", trouble), false
	}
}
