package records

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

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
	counts := map[state]int{}
	for _, reference := range references {
		is, date, hint := s.stateOf(reference)
		counts[is]++
		rows = append(rows, []string{reference, is.words() + hint, date})
	}
	if table {
		return errors.Join(s.spreadsheet(rows), s.result())
	}
	s.out.Print(aligned(rows) + "\n")
	missing := len(references) - counts[signed] - counts[unsigned]
	s.out.Print(fmt.Sprintf("%d expected: %d signed, %d went through it and did not sign, %d not oriented yet.\n",
		len(references), counts[signed], counts[unsigned], missing))
	for _, e := range s.entries {
		if why := s.why(e); why != "" {
			remarks = append(remarks, remark{says: e.Path + ": " + why})
		}
	}
	for _, r := range slices.Concat(s.doubles(true), remarks) {
		if err := s.Say("%s", shell.OneLine(r.says)); err != nil {
			return err
		}
	}
	return s.result()
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
	signed
)

func (is state) words() string {
	return []string{
		"no record here", "its record cannot be read whole", "taken back", "to be continued", "stopped before the end", "went through it, and did not sign", "signed",
	}[is]
}

// stateOf is how far the client with a reference is, and since when; hint is what
// more there is to say. Of several records the one that counts for most is meant.
func (s *survey) stateOf(reference string) (is state, date, hint string) {
	for _, e := range s.entries {
		if e.CopyOf != "" || e.ReplacedBy() != "" || reference != cmp.Or(e.Reference(), referenceIn(filepath.Base(e.Path))) {
			continue
		}
		if now := stateIn(e); now >= is {
			is, date, hint = now, cmp.Or(dayIn(filepath.Base(e.Path)), e.Record.Time.Format(time.DateOnly)), ""
			if len(s.lacks[e.Record.ID]) > 0 {
				hint = "; an addition to it is missing"
			}
		}
	}
	if is == nowhere {
		hint = s.perhaps(reference)
	}
	return is, date, hint
}

// perhaps names what a reference without a record may be meant for: one that was
// corrected since, or one that is written a little otherwise.
func (s *survey) perhaps(reference string) string {
	for _, e := range s.entries {
		switch now := e.Reference(); {
		case e.Err != nil || now == "":
		case record.Near(now, reference):
			return "; there is " + now
		case slices.ContainsFunc(e.EarlierReferences(), func(was string) bool { return record.Near(was, reference) }):
			return "; its reference is " + now + " now"
		}
	}
	return ""
}

func stateIn(e record.Entry) state {
	switch {
	case e.Err != nil:
		return broken
	case e.WithdrawnOn() != "":
		return takenBack
	case e.PaperOn() != "", e.Record.Name != "":
		return signed
	case e.Record.Outcome == walk.EndNotSigned:
		return unsigned
	case e.Record.Outcome == walk.EndStopped:
		return stopped
	default:
		return begun
	}
}

// readExpected reads a list of references: one a line, each once. An empty line,
// and one that begins with #, is none.
func (s *survey) readExpected(path string) ([]string, error) {
	data, err := s.FS.Read(path, maxExpected)
	if err != nil {
		return nil, fmt.Errorf("read the references that are expected: %w", err)
	}
	var references, wrong []string
	for i, line := range strings.Split(string(bytes.TrimPrefix(data, []byte("\ufeff"))), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
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
		return nil, shell.Problems("%s is to have one reference a line; %s", path, strings.Join(wrong, "; "))
	case len(references) == 0:
		return nil, shell.Problems("there is no reference in %s", path)
	}
	return references, nil
}
