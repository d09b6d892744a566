package records

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
)

// maxExpected is how many bytes a list of references may have.
const maxExpected = 1 << 20

// listExpected says of a list of references who is not oriented yet, and of whom
// there is something else than a signature.
func (s *survey) listExpected(path string, table bool) error {
	references, err := s.readExpected(path)
	if err != nil {
		return err
	}
	rows := [][]string{{"reference", "state", "date"}}
	counts := map[state]int{}
	for _, reference := range references {
		is, date := s.stateOf(reference)
		counts[is]++
		if is != signed {
			rows = append(rows, []string{reference, is.words(), date})
		}
	}
	switch {
	case table:
		if err := s.spreadsheet(rows); err != nil {
			return err
		}
	case len(rows) > 1:
		s.out.Print(aligned(rows) + "\n")
	}
	if !table {
		missing := len(references) - counts[signed] - counts[unsigned]
		s.out.Print(fmt.Sprintf("%d expected: %d signed, %d went through it and did not sign, %d not oriented yet.\n",
			len(references), counts[signed], counts[unsigned], missing))
	}
	for _, e := range s.entries {
		if why := s.why(e); why != "" {
			if err := s.Say("%s: %s", e.Path, why); err != nil {
				return err
			}
		}
	}
	return s.result()
}

// state is how far somebody is who is expected.
type state int

// The states, what counts for more behind what counts for less.
const (
	nowhere state = iota
	takenBack
	begun
	stopped
	unsigned
	signed
)

func (is state) words() string {
	return []string{
		"no record here", "taken back", "to be continued", "stopped before the end", "went through it, and did not sign", "signed",
	}[is]
}

// stateOf is how far the client with a reference is, and since when. Of several
// records the one that counts for most is meant.
func (s *survey) stateOf(reference string) (is state, date string) {
	for _, e := range s.entries {
		if e.Err != nil || e.CopyOf != "" || s.replaced[e.Record.ID] || e.Reference() != reference {
			continue
		}
		if now := stateIn(e); now >= is {
			is, date = now, e.Record.Time.Format(time.DateOnly)
		}
	}
	return is, date
}

func stateIn(e record.Entry) state {
	switch {
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
