package record

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"

	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Known is a record that no other has replaced, with the reference of an intake which is
// about to begin, or nearly that one.
type Known struct {
	ID        string
	Date      string
	At        time.Time
	Outcome   walk.Ending
	TakenBack string // the day; empty if it was not
	Folder    string // where it lies, if that is not where the new one goes
	Reference string // its own, if that is written otherwise
	Corrected bool   // it was corrected to that
}

// inOrder sorts additions by their time; of one second they have an order, too.
func inOrder(all []Addition) []Addition {
	slices.SortFunc(all, func(a, b Addition) int { return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.ID, b.ID)) })
	return all
}

// Counts are the additions to a record that no other sets aside.
func (e Entry) Counts() []Addition {
	aside := plain.Some(e.Added, func(a Addition) (string, bool) { return a.Of, a.Kind == SetAside })
	return plain.Only(e.Added, func(a Addition) bool {
		return a.Kind != SetAside && !slices.Contains(aside, a.ID)
	})
}

// last is the last addition of a kind; none of any if there is none.
func (e Entry) last(kind Kind) Addition {
	for _, a := range slices.Backward(e.Counts()) {
		if a.Kind == kind {
			return a
		}
	}
	return Addition{}
}

// ended is why a record does not hold any more, or why nobody knows.
func (e Entry) ended() []Addition {
	return plain.Only(e.Counts(), func(a Addition) bool {
		return slices.Contains([]Kind{Withdrawn, Replaced, lost, InDoubt}, a.Kind)
	})
}

// said says an addition to a reader, among the others of its record.
func (e Entry) said(a Addition, w words.Record) string {
	if a.Kind != SetAside {
		return a.Said(w)
	}
	text := a.Of
	for _, other := range e.Added {
		if other.ID == a.Of {
			text = other.Said(w)
		}
	}
	return plain.Fill(w.AddedAside, "text", text, "date", date(a.Time))
}

// ReplacedBy is the number of the record that takes its place; empty if none does.
func (e Entry) ReplacedBy() string { return e.last(Replaced).Of }

// MarkReplaced lets each record know which of the others takes its place.
func MarkReplaced(entries []Entry) {
	by := map[string][]*Entry{}
	for i := range entries {
		if e := &entries[i]; e.Err == nil && e.CopyOf == "" && e.Record.Supersedes != "" {
			by[e.Record.Supersedes] = append(by[e.Record.Supersedes], e)
		}
	}
	for i := range entries {
		e := &entries[i]
		for _, now := range by[e.Record.ID] {
			if e.Err == nil && !slices.ContainsFunc(e.Added, func(a Addition) bool { return a.Kind == Replaced && a.Of == now.Record.ID }) {
				e.Added = inOrder(append(slices.Clip(e.Added), Addition{Kind: Replaced, Of: now.Record.ID, Time: now.Record.Time}))
			}
		}
	}
}

// MayAdd says why something cannot be added: it would be untrue, or is there already.
func (e Entry) MayAdd(a Addition, now time.Time) error {
	was := e.last(a.Kind)
	switch {
	case a.Kind == Withdrawn && e.ReplacedBy() != "":
		return may("replaced_back", "another record has taken its place: {id}; that is the one to take back", "id", e.ReplacedBy())
	case a.Kind == Withdrawn && e.Record.Name == "" && e.PaperOn() == "":
		return may("not_signed", "nothing was signed in it, so there is nothing to take back")
	case a.Kind == Withdrawn && was.Kind != "":
		return may("back_already", "it was taken back on {day} already; if that is wrong, set number {id} aside first", "day", was.Day, "id", was.ID)
	case a.Kind == OnPaper && e.ReplacedBy() != "":
		return may("replaced_paper", "another record has taken its place: {id}; that is the one to sign", "id", e.ReplacedBy())
	case a.Kind == OnPaper && !e.Record.Agrees():
		return may("not_agreed", "no promise stands in it as agreed to, so there is nothing to sign; go through them anew, with firstsession intake, and tick where one signs that the answers go in")
	case a.Kind == OnPaper && len(e.Record.Answered(walk.Unanswered)) > 0:
		return may("unanswered", "a promise stands in it without an answer, and nothing is signed before each has one; answer them with firstsession intake")
	case a.Kind == OnPaper && was.Kind != "":
		return may("paper_already", "it was signed on paper on {day} already; if that is wrong, set number {id} aside first", "day", was.Day, "id", was.ID)
	case a.Kind == Corrected && a.Reference == e.Reference():
		return may("same_reference", "its reference is {reference} already", "reference", a.Reference)
	case a.Kind == Countersigned && slices.Contains(e.Countersigners(), CleanName(a.Name)):
		return may("signed_already", "{name} has countersigned it already", "name", CleanName(a.Name))
	case a.Kind == SetAside && !slices.ContainsFunc(e.Counts(), func(other Addition) bool { return other.ID == a.Of }):
		return may("no_number", "no addition of it has that number")
	}
	return e.mayBeOn(a, now)
}

// may is why not, by its key in words.toml without what all of these begin with.
func may(key, text string, pairs ...any) error { return plain.Tell("may_"+key, text, pairs...) }

// mayBeOn says why an addition cannot have its day: only what is to be done is to come.
func (e Entry) mayBeOn(a Addition, now time.Time) error {
	today := now.Format(time.DateOnly)
	made := min(e.Record.Time.Format(time.DateOnly), today) // of another time zone it may be tomorrow's
	switch {
	case a.Kind == ToDo && a.Day != "" && a.Day < today:
		return may("over", "{day} is over; what is to be done has a day to come", "day", a.Day)
	case a.Kind == ToDo, a.Day == "":
		return nil
	case a.Day > today:
		return may("to_come", "{day} is to come; today is {today}", "day", a.Day, "today", today)
	case a.Day < made:
		return may("before", "{day} is before the record, which is of {made}", "day", a.Day, "made", made)
	}
	return nil
}

// Near reports whether two references may be meant for one: they differ in the
// case of letters, in marks between, or in noughts before a number.
func Near(a, b string) bool { return Bare(a) == Bare(b) }

// Bare is a reference without what is easily typed otherwise: Near references have
// the same. Between two numbers a mark stays.
func Bare(reference string) string {
	var b strings.Builder
	before, marked := ' ', false
	for _, r := range strings.ToLower(reference) {
		switch isDigit := unicode.IsDigit(r); {
		case !isDigit && !unicode.IsLetter(r):
			marked = true
			continue
		case r == '0' && (marked || !unicode.IsDigit(before)):
			// a nought before a number
		default:
			if marked && isDigit && unicode.IsDigit(before) {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			before, marked = r, false
		}
	}
	return b.String()
}
