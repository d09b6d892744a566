package records

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

const maxExpected = 1 << 20

func (s *survey) listExpected(dirs []string, path string, table bool) error {
	s.several = true // their files are named with their folders
	references, err := s.readExpected(path)
	if err != nil {
		return err
	}
	remarks, err := s.ledgers(dirs)
	if err != nil {
		return err
	}
	rows := [][]string{strings.Split(s.w.ExpectedColumns, ", ")}
	counts, anew := map[state]int{}, 0
	known := s.references()
	for _, reference := range references {
		is, date, hint, asked := s.stateOf(reference, known)
		if counts[is]++; asked {
			anew++
		}
		rows = append(rows, []string{reference, s.w.state(is) + hint, date})
	}
	if table {
		return errors.Join(s.spreadsheet(rows), s.result())
	}
	s.out.Print(aligned(rows) + "\n")
	missing := len(references) - counts[signed] - counts[lacking] - counts[unsigned] - counts[takenBack]
	some := func(n int, what string) string { return plain.Either(n > 0, " "+s.w.count(what, n), "") }
	s.out.Print(plain.Fill(s.w.Expected, "n", len(references), "signed", s.w.count(s.w.ExpectedSigned, counts[signed]), "lacking", some(counts[lacking], s.w.ExpectedLacking),
		"unsigned", s.w.count(s.w.ExpectedUnsigned, counts[unsigned]), "back", some(counts[takenBack], s.w.ExpectedBack), "missing", s.w.count(s.w.ExpectedMissing, missing),
		"anew", some(anew, s.w.ExpectedAnew)) + "\n")
	for _, e := range s.entries {
		if why := s.why(e); why != "" {
			remarks = append(remarks, remark{says: e.Path + ": " + why})
		}
	}
	said := plain.Each(slices.Concat(s.doubles(), remarks), func(r remark) string { return r.says })
	return errors.Join(s.SayEach(said), s.result())
}

// state is how far somebody is who is expected.
type state int

// The states, what counts for more behind what counts for less.
const (
	nowhere state = iota
	broken
	takenBack
	begun
	stopped
	unsigned
	lacking // signed, without a promise that the practice needs, or without any
	signed
)

func (t tongue) state(is state) string {
	return [...]string{t.Nowhere, t.ItsBroken, t.TakenBack, t.Continued, t.StoppedBefore, t.DidNotSign, t.Lacking, t.Signed}[is]
}

// references are the records by what they are called, and near by what is nearly called so.
type references struct {
	exact map[string][]record.Entry
	near  map[string]string
}

func (s *survey) references() references {
	all := references{map[string][]record.Entry{}, map[string]string{}}
	for _, e := range s.entries {
		now := e.Reference()
		if now == "" {
			_, now, _ = record.InName(filepath.Base(e.Path))
		}
		if now == "" || e.CopyOf != "" || e.ReplacedBy() != "" {
			continue
		}
		all.exact[now] = append(all.exact[now], e)
		for _, was := range e.EarlierReferences() {
			all.near[record.Bare(was)] = plain.Fill(s.w.NearNow, "now", now)
		}
	}
	for now := range all.exact { // which says more than one that was corrected
		all.near[record.Bare(now)] = plain.Fill(s.w.NearThere, "now", now)
	}
	return all
}

// stateOf is how far the client with a reference is, and since when; hint is what
// more there is to say. Of several records the one that counts for most is meant.
func (s *survey) stateOf(reference string, known references) (is state, date, hint string, asked bool) {
	for _, e := range known.exact[reference] {
		if now := stateIn(e); now >= is {
			is, hint, asked = now, "", false
			date, _ = called(e)
			if len(e.Lost()) > 0 {
				hint = s.w.AnAdditionLacks
			}
			if open := s.w.openWords(e); is >= lacking && open != "" {
				hint = plain.Either(is == lacking, ": ", "; ") + open + hint
			}
			if keys, _ := s.askAnew(e); keys != "" {
				hint, asked = hint+"; "+plain.Fill(s.w.Anew, "list", keys), true
			}
		}
	}
	if is == nowhere {
		hint = known.near[record.Bare(reference)]
	}
	return is, date, hint, asked
}

func stateIn(e record.Entry) state {
	switch {
	case e.Err != nil:
		return broken
	case e.WithdrawnOn() != "":
		return takenBack
	case e.PaperOn() != "", e.Record.Name != "":
		return plain.Either(!e.Record.Agrees() || e.Record.Lacks(), lacking, signed)
	case e.Record.Outcome == walk.EndNotSigned:
		return unsigned
	case e.Record.Outcome == walk.EndStopped:
		return stopped
	default:
		return begun
	}
}

// heading is what stands above the references of a spreadsheet.
var heading = plain.Late(`^(?i:references?|referencias?|refs?\.?|clients?|clientes?|ids?|no\.?|numbers?|número|codes?|código)$`) //nolint:misspell // Spanish, too

// readExpected reads a list of references: one a line, each once. An empty line,
// and one that begins with #, is none.
func (s *survey) readExpected(path string) ([]string, error) {
	data, err := s.FS.Read(path, maxExpected)
	if err != nil {
		return nil, fmt.Errorf("read the references that are expected: %w", err)
	}
	var references, wrong []string
	for i, line := range plain.Lines(data) {
		line = strings.Trim(line, "\"'“”") // a spreadsheet's
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if len(references)+len(wrong) == 0 && heading().MatchString(line) {
			if err := s.Tell(s.w.Heading, "n", i+1, "file", path, "text", fmt.Sprintf("%q", line)); err != nil {
				return nil, err
			}
			continue
		}
		switch reference, err := walk.CleanReference(line); {
		case err != nil:
			wrong = append(wrong, plain.Fill(s.w.WrongLine, "n", i+1, "text", fmt.Sprintf("%q", line), "why", s.w.why(err)))
		case !slices.Contains(references, reference):
			references = append(references, reference)
		}
	}
	switch {
	case len(wrong) > 0:
		return nil, shell.Problems("%s", plain.Fill(s.w.OneALine, "file", path, "list", strings.Join(wrong, "; ")))
	case len(references) == 0:
		return nil, shell.Problems("%s", plain.Fill(s.w.NoReference, "file", path))
	}
	return references, nil
}

// listDue lists the records that have been kept for so many years, counted from
// the last thing that was noted of each.
func (s *survey) listDue(years int, table bool) error {
	if years < 1 {
		return misused(s.w.KeepYears)
	}
	var said error
	s.entries = slices.DeleteFunc(s.entries, func(e record.Entry) bool {
		if e.Err != nil {
			said = errors.Join(said, s.Say("%s: %s", e.Path, s.why(e)))
		}
		return e.Err != nil || e.CopyOf != "" || keptUntil(e, years).After(s.Now())
	})
	if table {
		return errors.Join(said, s.csv(nil), s.result())
	}
	rows := [][]string{strings.Split(s.w.DueColumns, ", ")}
	for _, e := range s.entries {
		is, since := s.status(e)
		rows = append(rows, []string{
			keptUntil(e, years).Format(time.DateOnly), e.Record.Time.Format(time.DateOnly), e.Reference(), is + since, e.Path,
		})
	}
	if len(rows) > 1 {
		s.out.Print(aligned(rows))
	} else {
		said = errors.Join(said, s.Tell(s.w.count(s.w.NothingDue, years)))
	}
	return errors.Join(said, s.result())
}

func keptUntil(e record.Entry, years int) time.Time {
	last := e.Record.Time
	for _, a := range e.Added {
		if a.Time.After(last) {
			last = a.Time
		}
	}
	return last.AddDate(years, 0, 0)
}
