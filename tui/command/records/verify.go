package records

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/ledger"
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
		RunE: func(_ *cobra.Command, args []string) error {
			args, closes, err := p.Mount(args...)
			defer closes()
			if err != nil {
				return err
			}
			s, err := p.newSurvey()
			if err != nil {
				return err
			}
			var folders, empty []string
			for _, path := range args {
				found := s.at(path)
				s.entries = append(s.entries, found...)
				if info, err := s.FS.Stat(path); err == nil && info.IsDir() {
					folders = append(folders, path)
					if len(found) == 0 {
						empty = append(empty, path)
					}
				}
			}
			record.MarkCopies(s.entries)
			for _, e := range s.entries {
				p.Results.Print(shell.OneLine(e.Path+": "+s.verified(e)) + "\n")
			}
			for _, path := range empty {
				p.Results.Print(shell.OneLine(path+": "+s.noneIn(path)) + "\n")
			}
			remarks, err := s.ledgers(folders)
			for _, r := range remarks {
				p.Results.Print(shell.OneLine(r.dir+": "+r.says) + "\n")
			}
			return errors.Join(err, s.result())
		},
	}
}

// at are the record at a path, or all records in a folder.
func (s *survey) at(path string) []record.Entry {
	info, err := s.FS.Stat(path)
	if err == nil && !info.IsDir() {
		if record.IsAddition(path) {
			return s.additionAt(path)
		}
		return []record.Entry{record.At(s.FS, path)}
	}
	var entries []record.Entry
	if err == nil {
		entries, err = record.List(s.FS, path)
	}
	if err != nil {
		return []record.Entry{{Path: path, Err: err}}
	}
	return entries
}

// noneIn says that a folder has no records, which is as it should be where all are
// erased.
func (s *survey) noneIn(dir string) string {
	said := "there are no records in this folder"
	l, err := ledger.Read(s.FS, dir)
	if err != nil || !l.Any {
		s.unread++ // it may be another folder than was meant
		return said
	}
	gone := 0
	for _, line := range l.Lines {
		if line.Erased {
			gone++
		}
	}
	return fmt.Sprintf("%s; its ledger knows of %d, of which %d were erased", said, len(l.Lines), gone)
}

// additionAt is the addition at a path, as long as there is something to be said
// of it: one that is whole is said with its record.
func (s *survey) additionAt(path string) []record.Entry {
	a, err := record.ReadAddition(s.FS, path)
	if err != nil {
		return []record.Entry{{Path: path, Err: err}}
	}
	entries, err := record.List(s.FS, filepath.Dir(path))
	if err != nil {
		return []record.Entry{{Path: path, Err: err}}
	}
	return slices.DeleteFunc(entries, func(e record.Entry) bool { return e.Record.ID != a.Record && e.Path != path })
}

// verified is what is to be said of a record.
func (s *survey) verified(e record.Entry) string {
	if why := s.why(e); why != "" {
		return why
	}
	a := e.Record
	said := fmt.Sprintf("whole; %s on %s; %s", a.Outcome, a.Time.Format(time.DateOnly), s.text(a))
	if e.CopyOf != "" {
		return said + "; " + copyOf(e)
	}
	return said + additionsOf(e) + s.copies(e)
}

// copyOf says that a record is a copy of another, if it is one.
func copyOf(e record.Entry) string {
	if e.CopyOf == "" {
		return ""
	}
	of := filepath.Base(e.CopyOf)
	if of == filepath.Base(e.Path) {
		of = e.CopyOf
	}
	return "a copy of " + of + ", not another record"
}

// copies says what is to be known of the copies beside a record. It is no
// damage.
func (s *survey) copies(e record.Entry) string {
	var words *words.Words
	if g := s.guide(e.Record); g != nil {
		words = g.Words
	}
	missing, other := record.Copies(s.FS, e, words)
	said := ""
	for _, path := range missing {
		said += fmt.Sprintf("; its %s copy is not there", filepath.Ext(path))
	}
	for _, path := range other {
		said += fmt.Sprintf("; its %s copy differs from the one that this program would write now", filepath.Ext(path))
	}
	return said
}

// survey looks records through: it counts them, and compares them with the
// guide as it is now.
type survey struct {
	shell.Source
	out                      *shell.Output
	entries                  []record.Entry
	guides                   map[[2]string]*content.Guide // by language and group; nil if there is none
	replaced                 map[string]bool              // records by id: another one takes its place
	records, damaged, unread int
	astray                   int // records that the ledgers know otherwise
	badLedgers               int // that are damaged
}

// newSurvey also opens what the flags name, so that a folder or a practice file
// that is not there is not passed over in silence.
func (p *program) newSurvey() (s *survey, err error) {
	if p.Dir != "" || p.Practice != "" {
		_, err = p.Load()
	}
	return &survey{Source: p.Source, out: p.Results, guides: map[[2]string]*content.Guide{}, replaced: map[string]bool{}}, err
}

// result is an error if not all that was counted is whole.
func (s *survey) result() error {
	if s.damaged > 0 {
		return shell.Problems("%d of %d records are not whole", s.damaged, s.records)
	}
	if s.astray > 0 {
		return shell.Problems("of the records that the ledgers of the folders know, %d are missing, changed or not erased", s.astray)
	}
	if s.badLedgers > 0 {
		return shell.Problems("%d of the ledgers do not tell all", s.badLedgers)
	}
	if s.unread > 0 {
		return fmt.Errorf("%d of what was named could not be read", s.unread)
	}
	return nil
}

// why counts a record, and says why it is none; empty if it is whole.
func (s *survey) why(e record.Entry) string {
	var damage *record.DamageError
	err := e.Err
	switch {
	case e.CopyOf != "":
		return ""
	case errors.Is(err, record.ErrNoRecord):
		return err.Error()
	case err == nil:
		s.records++
		return ""
	case errors.As(err, &damage):
		s.records++
		s.damaged++
		return "not whole: " + strings.TrimPrefix(damage.Why, "it is not whole: ")
	}
	s.unread++
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		err = inPath.Err // its path stands before it already
	}
	return fmt.Sprintf("cannot be read: %s", err)
}

// text says under which text a record was made, and what has changed since.
func (s *survey) text(a record.Record) string {
	under := "text " + a.Guide.Revision
	g := s.guide(a)
	switch group := a.Place().GroupID; {
	case g == nil && group != "" && s.PracticePath() != "":
		return fmt.Sprintf("%s, and there is no guide in the language %q with the group %s to compare", under, a.Guide.Language, group)
	case g == nil:
		return fmt.Sprintf("%s, and this guide is not there in the language %q to compare", under, a.Guide.Language)
	}
	promises, facts := changeWords(s.changes(a)), s.changedFacts(a)
	same := g.Revision == a.Guide.Revision
	if same {
		under += ", which is the guide's text now"
	} else {
		under += "; the guide's text is " + g.Revision + " now"
	}
	switch { // those of a practice are no part of the guide's text
	case same && promises != "":
		under += ", but of the promises " + promises
	case promises != "":
		under += ", and of the promises " + promises
	case !same:
		under += ", with the same promises"
	}
	if facts != "" {
		under += "; of the practice's facts " + facts
	}
	return under
}

// changedFacts says by name how what the practice says now differs from what a
// record holds; nothing if there is no practice to compare.
func (s *survey) changedFacts(a record.Record) string {
	g := s.guide(a)
	if g == nil || g.PracticeCode == "" {
		return ""
	}
	return changeWords(a.Changes(g))
}

// changes are how the guide's promises differ from those in a record; none if
// there is no guide to compare.
func (s *survey) changes(a record.Record) []record.Change {
	g := s.guide(a)
	if g == nil {
		return nil
	}
	var changed []record.Change
	add := func(key, how string) { changed = append(changed, record.Change{Key: key, How: how}) }
	for _, old := range a.Statements {
		now := g.Statement(old.ID)
		switch {
		case now == nil && g.PracticeCode == "": // it may never have been the guide's own
			add(old.ID, "is not in this guide; it may be from a practice file (--practice)")
		case now == nil:
			add(old.ID, "is not in this guide with this practice file")
		case now.Text != old.Text:
			add(old.ID, "has other words")
		}
	}
	for _, now := range g.Commitment.Statements {
		if !slices.ContainsFunc(a.Statements, func(old record.Statement) bool { return old.ID == now.ID }) {
			add(now.ID, "is new")
		}
	}
	return changed
}

func changeWords(changes []record.Change) string {
	var said []string
	for _, c := range changes {
		said = append(said, c.Key+" "+c.How)
	}
	return strings.Join(said, ", ")
}

// guide is the guide that a record is compared with: in its language, with what
// the practice says of its group. It is nil if it cannot be opened so.
func (s *survey) guide(a record.Record) *content.Guide {
	key := [2]string{a.Guide.Language, a.Place().GroupID}
	g, known := s.guides[key]
	if known {
		return g
	}
	source := s.Source
	source.Language, source.Group = a.Guide.Language, ""
	if s.PracticePath() != "" {
		source.Group = a.Place().GroupID
	}
	if opened, err := source.Load(); err == nil {
		g = opened
	}
	s.guides[key] = g
	return g
}
