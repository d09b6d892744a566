package records

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/tui/command/shell"
)

// The widths of a list: of one that goes into no window, and below which a record
// is told in lines of its own.
const (
	usualWidth = 80
	leastTable = 60
	leastCell  = 6 // to which a cell may be cut
	leastGroup = 20

	folder = 5 // the number of its column, where there are several
)

// listed is one record in the list to read: its row, and what is open below it.
type listed struct {
	cells []string
	below []string
}

// table writes rows in columns as wide as the window: cells that are too long for
// it end in a mark that they are cut. Where there is no room for columns, each
// record is told in lines.
func table(head []string, rows []listed, width int) string {
	all := [][]string{head}
	for _, row := range rows {
		all = append(all, slices.Clone(row.cells))
	}
	if width < leastTable || !fit(all, width) {
		return told(head, rows, width)
	}
	lines := strings.SplitAfter(aligned(all), "\n")
	var b strings.Builder
	b.WriteString(lines[0])
	for i, row := range rows {
		b.WriteString(lines[i+1])
		b.WriteString(row.hung(width))
	}
	return b.String()
}

// hung is what is open below a row.
func (l listed) hung(width int) string {
	return strings.Join(plain.Each(l.below, func(text string) string { return plain.Hang("  ", text, width) }), "")
}

// fit cuts the longest cells of rows until all fit, though no column to less than
// its own name; of the first two and of how it ended, nothing, and of a group no less
// than what tells it from another. It reports whether they do.
func fit(rows [][]string, width int) bool {
	const first, outcome = 2, 4
	for {
		total, longest, widths := -2, -1, make([]int, len(rows[0]))
		for i := range widths {
			for _, row := range rows {
				widths[i] = max(widths[i], plain.Cells(shell.OneLine(row[i])), 1)
			}
			total += widths[i] + 2
			least := max(leastCell, plain.Cells(rows[0][i]))
			if i == first {
				least = leastGroup
			}
			if i >= first && i != outcome && widths[i] > least && (longest < 0 || widths[i] > widths[longest]) {
				longest = i
			}
		}
		if total <= width || longest < 0 {
			return total <= width
		}
		for _, row := range rows[1:] {
			row[longest] = cut(shell.OneLine(row[longest]), widths[longest]-1, longest == folder)
		}
	}
}

// cut is a text in at most so many cells: how it begins or, of folders, which may begin
// alike, how it ends.
func cut(text string, most int, end bool) string {
	if plain.Cells(text) <= most {
		return text
	}
	runes := []rune(strings.Trim(text, "…"))
	for len(runes) > 0 && plain.Cells(string(runes)) > most-1 {
		runes = plain.Either(end, runes[1:], runes[:len(runes)-1])
	}
	return plain.Either(end, "…"+string(runes), string(runes)+"…")
}

// told are rows as lines: the day, the reference and how it ended first.
func told(head []string, rows []listed, width int) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(plain.Hang("", row.cells[0]+" "+cmp.Or(row.cells[1], "-")+": "+row.cells[4], width))
		for i, text := range row.cells {
			if i > 1 && i != 4 && text != "" {
				b.WriteString(plain.Hang("  ", head[i]+": "+shell.OneLine(text), width))
			}
		}
		b.WriteString(row.hung(width))
	}
	return b.String()
}

func (s *survey) width() int { return cmp.Or(s.Columns, usualWidth) }

func (s *survey) listed(e record.Entry) listed {
	day, reference := called(e)
	is, since := s.status(e)
	row := listed{cells: []string{day, reference, s.place(e.Record).Group, clinician(e), is + since}}
	if s.several {
		row.cells = append(row.cells, filepath.Dir(e.Path))
	}
	if e.Err != nil {
		return row
	}
	if at := s.place(e.Record).Site; s.sites > 1 && at != "" {
		row.below = append(row.below, plain.Fill(s.w.Site, "site", at))
	}
	row.below = append(row.below, s.openLines(e)...)
	if day := e.PaperOn(); day != "" {
		row.below = append(row.below, plain.Fill(s.w.AddedPaper, "day", day))
	}
	for _, a := range e.Counts() {
		if a.Kind == record.Countersigned {
			row.below = append(row.below, s.w.added(a))
		}
	}
	if e.Record.Intake != nil && holds(e) && len(e.Countersigners()) == 0 {
		row.below = append(row.below, s.w.NotCountersigned)
	}
	if keys, _ := s.askAnew(e); keys != "" {
		row.below = append(row.below, plain.Fill(s.w.Anew, "list", keys))
	}
	for _, id := range e.Lost() {
		row.below = append(row.below, plain.Fill(s.w.Lacks, "id", id))
	}
	return row
}

// called is a record by its day and reference, or by those in its file's name if it cannot be read.
func called(e record.Entry) (day, reference string) {
	if e.Err == nil {
		return e.Record.Time.Format(time.DateOnly), e.Reference()
	}
	day, reference, _ = record.InName(filepath.Base(e.Path))
	return day, reference
}

// status is how a record stands now, and since when if that is to be said.
func (s *survey) status(e record.Entry) (is, day string) {
	switch day := e.WithdrawnOn(); {
	case e.Err != nil:
		return s.w.Broken, ""
	case e.ReplacedBy() != "":
		return s.w.Replaced, ""
	case day != "":
		return s.w.TakenBack, " " + day
	case e.PaperOn() != "" && e.Record.Name == "":
		return s.w.OnPaper, ""
	default:
		return s.w.outcome(e.Record.Outcome), ""
	}
}

// openLines are the open promises of a record that holds, and what is to be done in any.
func (s *survey) openLines(e record.Entry) []string {
	var all []string
	if words := s.w.openWords(e); words != "" && e.WithdrawnOn() == "" && e.ReplacedBy() == "" {
		all = append(all, words)
	}
	for _, todo := range e.ToDo() {
		all = append(all, plain.Fill(plain.Either(s.overdue(todo), s.w.Overdue, s.w.AddedTodo)+s.w.Number, "day", todo.Day, "text", todo.Text, "id", todo.ID))
	}
	return all
}

// overdue reports whether what was to be done until a day is late.
func (s *survey) overdue(todo record.Addition) bool { return todo.Day < s.Now().Format(time.DateOnly) }

// isOpen reports whether something of a record is open, to be done, or to be asked anew.
func (s *survey) isOpen(e record.Entry) bool {
	keys, _ := s.askAnew(e)
	return e.Err == nil && e.CopyOf == "" && (keys != "" || len(s.openLines(e)) > 0 || len(e.Lost()) > 0)
}

// totals count what the list has.
func (s *survey) totals() string {
	counts, order := map[string]int{}, []string(nil)
	all, openIn, late, anew := 0, 0, 0, 0
	for _, e := range s.entries {
		if e.CopyOf != "" || e.Err != nil && !isRecordFile(e) {
			continue
		}
		all++
		is, _ := s.status(e)
		if counts[is]++; counts[is] == 1 {
			order = append(order, is)
		}
		if !s.isOpen(e) {
			continue
		}
		openIn++
		if keys, _ := s.askAnew(e); keys != "" {
			anew++
		}
		if slices.ContainsFunc(e.ToDo(), s.overdue) {
			late++
		}
	}
	said := plain.Each(order, func(is string) string { return fmt.Sprint(counts[is], " ", is) })
	text := fmt.Sprintf("%s: %s.", s.w.count(s.w.Count, all), strings.Join(said, ", "))
	said = nil
	for _, more := range []struct {
		n    int
		says string
	}{{openIn, s.w.WithOpen}, {late, s.w.WithOverdue}, {anew, s.w.WithAnew}} {
		if more.n > 0 {
			said = append(said, s.w.count(more.says, more.n))
		}
	}
	if len(said) > 0 {
		text += " " + strings.Join(said, ", ") + "."
	}
	return text
}
