package command

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/record"
)

func (p *program) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify PATH...",
		Short: "Look acknowledgements over: whole, and under which text",
		Long: `Verify reads acknowledgements, one by one or all in a folder. Each gets a line:
whether it is whole, under which text it was made, and which promises have
changed their words since. A copy to read that is missing or differs is said,
and is no damage. Verify shows changes by accident. It cannot show that someone
changed a record on purpose. Damage ends with exit code 3.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.newSurvey()
			if err != nil {
				return err
			}
			for _, path := range args {
				for _, e := range s.at(path) {
					p.results.print(oneLine(e.Path+": "+s.verified(e)) + "\n")
				}
			}
			return s.result()
		},
	}
}

// at are the record at a path, or all records in a folder.
func (s *survey) at(path string) []record.Entry {
	info, err := s.FS.Stat(path)
	if err == nil && !info.IsDir() {
		a, err := record.Read(s.FS, path)
		return []record.Entry{{Path: path, Record: a, Err: err}}
	}
	var entries []record.Entry
	if err == nil {
		entries, err = record.List(s.FS, path)
	}
	if err == nil && len(entries) == 0 {
		err = errors.New("there are no acknowledgements in this folder")
	}
	if err != nil {
		return []record.Entry{{Path: path, Err: err}}
	}
	return entries
}

// verified is what is to be said of a record.
func (s *survey) verified(e record.Entry) string {
	if why := s.why(e.Err); why != "" {
		return why
	}
	a := e.Record
	return fmt.Sprintf("whole; %s on %s; %s", a.Outcome, a.Time.Format(time.DateOnly), s.text(a)) + s.copies(e)
}

// copies says what is to be known of the copies beside a record. It is no
// damage.
func (s *survey) copies(e record.Entry) string {
	var words *content.Words
	if g := s.guide(e.Record.Guide.Language); g != nil {
		words = &g.Words
	}
	missing, other := record.Copies(s.FS, e.Path, e.Record, words)
	said := ""
	for _, path := range missing {
		said += fmt.Sprintf("; its %s copy is not there", filepath.Ext(path))
	}
	for _, path := range other {
		said += fmt.Sprintf("; its %s copy differs from the one that this program would write now", filepath.Ext(path))
	}
	return said
}
