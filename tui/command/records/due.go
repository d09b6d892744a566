package records

import (
	"fmt"
	"slices"
	"time"

	"firstsession/content/record"
	"firstsession/tui/command/shell"
)

// listDue lists the records that have been kept for so many years, counted from
// the last thing that was noted of each.
func (s *survey) listDue(years int, table bool) error {
	if years < 1 {
		return shell.Misused("--keep is a number of years, such as 7")
	}
	others := slices.DeleteFunc(slices.Clone(s.entries), func(e record.Entry) bool { return e.Err == nil })
	s.entries = slices.DeleteFunc(s.entries, func(e record.Entry) bool {
		return e.Err != nil || e.CopyOf != "" || keptUntil(e, years).After(s.Now())
	})
	for _, e := range others {
		if err := s.Say("%s: %s", e.Path, s.why(e)); err != nil {
			return err
		}
	}
	if table {
		if err := s.csv(nil); err != nil {
			return err
		}
		return s.result()
	}
	rows := [][]string{{"kept until", "date", "reference", "outcome", "file"}}
	for _, e := range s.entries {
		rows = append(rows, []string{
			keptUntil(e, years).Format(time.DateOnly), e.Record.Time.Format(time.DateOnly), e.Reference(), s.status(e), e.Path,
		})
	}
	if len(rows) == 1 {
		if err := s.Say("Nothing has been kept for %s.", yearsOf(years)); err != nil {
			return err
		}
		return s.result()
	}
	s.out.Print(aligned(rows))
	return s.result()
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
