package records

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

// maxExpected is how many bytes a list of references may have.
const maxExpected = 1 << 20

// listExpected says of a list of references how far each is.
func (s *survey) listExpected(dirs []string, path string, table bool) error {
	references, err := s.readExpected(path)
	if err != nil {
		return err
	}
	remarks, err := s.ledgers(dirs)
	if err != nil {
		return err
	}
	rows := [][]string{{"reference", "state", "date"}}
	counts, anew := map[state]int{}, 0
	known := s.references()
	for _, reference := range references {
		is, date, hint := s.stateOf(reference, known)
		if counts[is]++; strings.Contains(hint, anewHint) {
			anew++
		}
		rows = append(rows, []string{reference, is.words() + hint, date})
	}
	if table {
		return errors.Join(s.spreadsheet(rows), s.result())
	}
	s.out.Print(aligned(rows) + "\n")
	missing := len(references) - counts[signed] - counts[lacking] - counts[unsigned] - counts[takenBack]
	some := func(n int, what string) string { return plain.Either(n > 0, fmt.Sprintf(" %d %s", n, what), "") }
	s.out.Print(fmt.Sprintf("%d expected: %d signed,%s %d went through it and did not sign,%s %d not oriented yet.%s\n",
		len(references), counts[signed], some(counts[lacking], "signed without all that is needed,"), counts[unsigned],
		some(counts[takenBack], "took it back,"), missing, some(anew, "of these to be asked anew.")))
	for _, e := range s.entries {
		if why := s.why(e); why != "" {
			remarks = append(remarks, remark{says: e.Path + ": " + why})
		}
	}
	var said error
	for _, r := range slices.Concat(s.doubles(true), remarks) {
		said = errors.Join(said, s.Say("%s", r.says))
	}
	return errors.Join(said, s.result())
}

// anewHint says of whom something is to be asked anew.
const anewHint = "; to be asked anew: "

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

func (is state) words() string {
	return []string{
		"no record here", "its record cannot be read whole", "taken back", "to be continued", "stopped before the end", "went through it, and did not sign", "signed, but not agreed", "signed",
	}[is]
}

// references are the records by what they are called; near has, by the bare form of
// a reference, what it may be meant for.
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
			all.near[record.Bare(was)] = "; its reference is " + now + " now"
		}
	}
	for now := range all.exact { // which says more than one that was corrected
		all.near[record.Bare(now)] = "; there is " + now
	}
	return all
}

// stateOf is how far the client with a reference is, and since when; hint is what
// more there is to say. Of several records the one that counts for most is meant.
func (s *survey) stateOf(reference string, known references) (is state, date, hint string) {
	for _, e := range known.exact[reference] {
		if now := stateIn(e); now >= is {
			is, date, hint = now, e.Record.Time.Format(time.DateOnly), ""
			if e.Err != nil {
				date, _, _ = record.InName(filepath.Base(e.Path))
			}
			if len(s.lacks[e.Record.ID]) > 0 {
				hint = "; an addition to it is missing"
			}
			if open := openWords(e); is >= lacking && open != "" {
				hint = plain.Either(is == lacking, ": ", "; ") + open + hint
			}
			if keys, _ := s.askAnew(e); keys != "" {
				hint += anewHint + keys
			}
		}
	}
	if is == nowhere {
		hint = known.near[record.Bare(reference)]
	}
	return is, date, hint
}

func stateIn(e record.Entry) state {
	switch {
	case e.Err != nil:
		return broken
	case e.WithdrawnOn() != "":
		return takenBack
	case e.PaperOn() != "", e.Record.Name != "":
		if !e.Record.Agrees() || e.Record.Lacks() {
			return lacking
		}
		return signed
	case e.Record.Outcome == walk.EndNotSigned:
		return unsigned
	case e.Record.Outcome == walk.EndStopped:
		return stopped
	default:
		return begun
	}
}

// heading is what stands above the references of a spreadsheet.
var heading = regexp.MustCompile(`^(?i:references?|referencias?|refs?\.?|clients?|clientes?|ids?|no\.?|numbers?|número|codes?|código)$`) //nolint:misspell // Spanish, too

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
		if len(references)+len(wrong) == 0 && heading.MatchString(line) {
			if err := s.Say("line %d of %s, %q, is taken for a heading", i+1, path, line); err != nil {
				return nil, err
			}
			continue
		}
		switch reference, err := walk.CleanReference(line); {
		case err != nil:
			wrong = append(wrong, fmt.Sprintf("line %d, %q: %s", i+1, line, err))
		case !slices.Contains(references, reference):
			references = append(references, reference)
		}
	}
	switch {
	case len(wrong) > 0:
		return nil, shell.Problems("%s is to have one reference a line; %s; of a spreadsheet, save the column of references alone", path, strings.Join(wrong, "; "))
	case len(references) == 0:
		return nil, shell.Problems("there is no reference in %s", path)
	}
	return references, nil
}

// listDue lists the records that have been kept for so many years, counted from
// the last thing that was noted of each.
func (s *survey) listDue(years int, table bool) error {
	if years < 1 {
		return shell.Misused("--keep is a number of years, such as 7")
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
	rows := [][]string{{"kept until", "date", "reference", "outcome", "file"}}
	for _, e := range s.entries {
		rows = append(rows, []string{
			keptUntil(e, years).Format(time.DateOnly), e.Record.Time.Format(time.DateOnly), e.Reference(), s.status(e), e.Path,
		})
	}
	if len(rows) > 1 {
		s.out.Print(aligned(rows))
	} else {
		said = errors.Join(said, s.Say("Nothing has been kept for %s.", yearsOf(years)))
	}
	return errors.Join(said, s.result())
}

// keptUntil is when a record has been kept for so many years.
func keptUntil(e record.Entry, years int) time.Time {
	last := e.Record.Time
	for _, a := range e.Added {
		if a.Time.After(last) {
			last = a.Time
		}
	}
	return last.AddDate(years, 0, 0)
}

func yearsOf(n int) string {
	if n == 1 {
		return "a year"
	}
	return fmt.Sprint(n, " years")
}
