package records

import (
	"bytes"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/ledger"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/words"
	"firstsession/tui/command/shell"
)

func (p *program) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify PATH...",
		Short: "Look records over: whole, and under which text",
		Long: `Verify reads records, one by one or all in a folder. Each gets a line:
whether it is whole, under which text it was made, and which promises have
changed their words since. A copy to read that is missing or differs is said,
and is no damage. Verify shows changes by accident. It cannot show that someone
changed a record on purpose. A path can also be the database of a server:
postgres://HOST/NAME. Damage ends with exit code 3.`,
		Example: `  firstsession verify records
  firstsession verify records --practice practice.toml`,
		Args: cobra.MinimumNArgs(1),
		RunE: p.surveying((*survey).verify),
	}
}

func (s *survey) verify(paths []string) error {
	folders, empty := s.look(paths)
	record.MarkCopies(s.entries)
	record.MarkReplaced(s.entries)
	remarks, err := s.ledgers(folders)
	for _, e := range s.entries {
		said := s.verified(e)
		if e.Erased && !slices.Contains(folders, filepath.Dir(filepath.Clean(e.Path))) { // of a folder, its ledger says it
			s.astray++
			said += s.w.again(e)
		}
		s.sayOf(e.Path, said)
	}
	for _, path := range empty {
		if l, err := ledger.Read(s.FS, path); err != nil || !l.Any { // where all are erased, it says so
			s.unread++ // it may be another folder than was meant
		}
		s.sayOf(path, s.w.NoneHere)
	}
	for _, r := range append(remarks, s.besideFiles(folders)...) {
		s.sayOf(r.dir, r.says)
	}
	s.sayWhole()
	return errors.Join(err, s.result())
}

// look looks at what is at some paths, once each, and says which are folders, and which of these empty.
func (s *survey) look(paths []string) (folders, empty []string) {
	seen := map[string]bool{}
	for _, path := range paths {
		if seen[filepath.Clean(path)] {
			continue // named twice, or in a folder that was named
		}
		found := s.at(path)
		none := len(found) == 0
		found = slices.DeleteFunc(found, func(e record.Entry) bool { return seen[filepath.Clean(e.Path)] })
		seen[filepath.Clean(path)] = true
		for _, e := range found {
			seen[filepath.Clean(e.Path)] = true
		}
		s.entries = append(s.entries, found...)
		if info, err := s.FS.Stat(path); err == nil && info.IsDir() {
			folders = append(folders, filepath.Clean(path))
			if none {
				empty = append(empty, path)
			}
		}
	}
	return folders, empty
}

func (s *survey) sayWhole() {
	switch whole := s.records - s.damaged; {
	case s.records < 2: // it is said of it
	case whole == s.records:
		s.say(s.w.count(s.w.AllWhole, whole))
	default:
		s.say(plain.Fill(s.w.SomeWhole, "n", s.records, "whole", whole))
	}
	if lacking := plain.Some(s.entries, func(e record.Entry) (string, bool) {
		return e.Path, e.Err == nil && e.CopyOf == "" && len(e.Lost()) > 0
	}); len(lacking) > 0 {
		s.say(s.w.count(s.w.SumLacks, len(lacking)))
	}
}

// at are the record at a path, or all records in a folder.
func (s *survey) at(path string) []record.Entry {
	info, err := s.FS.Stat(path)
	var entries []record.Entry
	switch {
	case err != nil:
	case info.IsDir():
		entries, err = ledger.List(s.FS, path)
	case record.IsAddition(path):
		entries, err = s.additionAt(path)
	default:
		if of := record.CopyName(filepath.Base(path)); of != "" { // it is compared with its record
			of = filepath.Join(filepath.Dir(path), of)
			if _, err := s.FS.Stat(of); err == nil {
				path = of
			}
		}
		e := s.inFolder(path)
		entries = append(s.brokenOf(e), e)
	}
	if err != nil {
		return []record.Entry{{Path: path, Err: err}}
	}
	return entries
}

// inFolder is the record in a file, with what came to it. Its folder is read once for all its files.
func (s *survey) inFolder(path string) record.Entry {
	dir := filepath.Dir(path)
	entries, known := s.folders[dir]
	if !known {
		entries, _ = ledger.List(s.FS, dir) //nolint:errcheck // then the file is read by itself
		s.folders[dir] = entries
	}
	return record.In(s.FS, entries, path)
}

// brokenOf are the additions to a record that lie beside it and cannot be read.
func (s *survey) brokenOf(e record.Entry) []record.Entry {
	return plain.Only(s.folders[filepath.Dir(e.Path)], func(other record.Entry) bool {
		id, _ := record.AdditionIn(filepath.Base(other.Path))
		return other.Err != nil && slices.Contains(e.Lost(), id)
	})
}

func (t tongue) lacks(e record.Entry) (said string) {
	for _, id := range e.Lost() {
		said += "; " + plain.Fill(t.Lacks, "id", id)
	}
	return said
}

// again says of a record that the ledger notes it as erased.
func (t tongue) again(e record.Entry) string {
	return plain.Either(e.Erased, "; "+plain.Fill(t.StillHere, "file", filepath.Base(e.Path), "path", e.Path), "")
}

// additionAt is the addition at a path, or its record, with which one is said that is whole.
func (s *survey) additionAt(path string) ([]record.Entry, error) {
	a, err := record.ReadAddition(s.FS, path)
	if err != nil {
		return nil, err
	}
	entries, err := ledger.List(s.FS, filepath.Dir(path))
	return slices.DeleteFunc(entries, func(e record.Entry) bool { return e.Record.ID != a.Record && e.Path != path }), err
}

func (s *survey) verified(e record.Entry) string {
	if why := s.why(e); why != "" {
		return why
	}
	a := e.Record
	text := plain.Fill(s.w.Text, "text", a.Guide.Revision)
	if e.ReplacedBy() == "" && e.WithdrawnOn() == "" { // of any other, nobody is asked anew
		text = s.text(a)
	}
	said := plain.Fill(s.w.Whole, "outcome", s.w.outcome(a.Outcome), "day", a.Time.Format(time.DateOnly), "text", text)
	if e.CopyOf != "" {
		return said + "; " + s.w.copyOf(e)
	}
	return said + s.w.lacks(e) + s.w.additionsOf(e) + s.copies(e)
}

// copyOf says that a record is a copy of another, if it is one.
func (t tongue) copyOf(e record.Entry) string {
	if e.CopyOf == "" {
		return ""
	}
	of := filepath.Base(e.CopyOf)
	if of == filepath.Base(e.Path) {
		of = e.CopyOf
	}
	return plain.Fill(t.CopyOf, "file", of)
}

// copies says what is to be known of the copies beside a record. It is no damage.
func (s *survey) copies(e record.Entry) string {
	var words *words.Words
	if g := s.guide(e.Record); g != nil {
		words = g.Words
	}
	missing, other := record.Copies(s.FS, e, words)
	said := ""
	for _, path := range missing {
		said += plain.Fill(s.w.CopyMissing, "kind", filepath.Ext(path))
	}
	for _, path := range other {
		data, err := s.FS.Read(path, record.MaxSize)
		ofIt := err != nil || bytes.Contains(data, []byte(e.Record.ID))
		said += plain.Fill(plain.Either(ofIt, s.w.CopyDiffers, s.w.CopyNumberless), "kind", filepath.Ext(path))
	}
	return said
}

// survey counts records, and compares them with the guide as it is now.
type survey struct {
	shell.Source
	w                        tongue
	out                      *shell.Output
	entries                  []record.Entry
	guides                   map[[2]string]*content.Guide        // by language and group; nil if there is none
	folders                  map[string][]record.Entry           // what folders hold that were looked into for a file
	places                   map[string]record.Practice          // by group, as the list calls them
	groups                   map[string]map[string]content.Group // those of the practice file, by id and language
	sites                    int                                 // how many there are in the list
	several                  bool                                // files are named with their folders
	records, damaged, unread int
	astray                   int // records and additions that the ledgers know otherwise
	badLedgers               int // that are damaged
}

// newSurvey also opens what the flags name, so that what is not there is said.
func (p *program) newSurvey() (s *survey, err error) {
	if p.Dir != "" || p.Practice != "" {
		_, err = p.Load()
	}
	return &survey{
		Source: p.Source, w: p.words(), out: p.Results, guides: map[[2]string]*content.Guide{},
		folders: map[string][]record.Entry{},
	}, err
}

// result is an error if not all that was counted is whole.
func (s *survey) result() error {
	switch {
	case s.damaged > 0:
		return shell.Problems("%s", plain.Fill(s.w.NotWhole, "n", s.damaged, "of", s.records))
	case s.astray > 0:
		return shell.Problems("%s", plain.Fill(s.w.Astray, "n", s.astray))
	case s.badLedgers > 0:
		return shell.Problems("%s", plain.Fill(s.w.BadLedgers, "n", s.badLedgers))
	case s.unread > 0:
		return failed(s.w.Unread, "n", s.unread)
	}
	return nil
}

// why counts a record, and says why it is none; empty if it is whole.
func (s *survey) why(e record.Entry) string {
	err := e.Err
	damage, isDamaged := errors.AsType[*record.DamageError](err)
	switch {
	case e.CopyOf != "":
		return ""
	case errors.Is(err, record.ErrNoRecord):
		return s.w.why(err)
	case err == nil:
		s.records++
		return ""
	case isDamaged:
		s.records++
		s.damaged++
		return plain.Fill(s.w.IsNotWhole, "why", strings.TrimPrefix(s.w.why(damage), "it is not whole: "))
	}
	s.unread++
	if inPath, ok := errors.AsType[*fs.PathError](err); ok {
		err = inPath.Err // its path stands before it already
	}
	return plain.Fill(s.w.CannotBeRead, "why", s.w.why(err))
}
