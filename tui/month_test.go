package tui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// client is one whose intake somebody takes, and what comes of it.
type client struct {
	n                         int // in the table
	reference, by, group, way string
	spanish, afterTheFee      bool
	run                       []string // beside being gone through together
}

// says is how records of that client begin in the words of the month.
func (c client) says(ends string) string {
	return c.reference + " " + strings.Join(append([]string{record.WithClinician}, c.run...), " + ") + ": " + ends
}

// name and note are what may stand in that client's record, and nowhere else.
func (c client) name() string {
	return "Maja " + strings.Map(func(digit rune) rune { return digit - '0' + 'a' }, c.reference[2:]) + "ova" // no digits, which no name has
}
func (c client) note() string { return "the stairs to door " + c.reference[2:] }

// came is what comes of an intake: what is done for it, how its records stand at the end
// of the month in a table for a spreadsheet, the last first, and how the client does in
// the list of those who are expected.
type came struct {
	take   func(m *monthly, c client)
	ends   []string
	now    string
	signed bool // so that a record has the name
}

func ways() map[string]came {
	return map[string]came{
		"signed":                   {(*monthly).signs, []string{"signed"}, "signed", true},
		"open points":              {(*monthly).leavesOpen, []string{"signed with open points, talk first: keep-private, overdue"}, "signed", true},
		"not signed":               {(*monthly).declines, []string{"not signed, answers not kept"}, "went through it, and did not sign", false},
		"not signed, with answers": {(*monthly).declinesWithAnswers, []string{"not signed, not now: keep-private"}, "went through it, and did not sign", false},
		"stopped":                  {(*monthly).stops, []string{"stopped, answers not kept"}, "stopped before the end", false},
		"another day":              {(*monthly).goesOnAnotherDay, []string{"to be continued, answers not kept"}, "to be continued", false},
		"killed":                   {(*monthly).isKilled, []string{"signed"}, "signed", true},
		"handed over":              {(*monthly).isHandedOver, []string{"signed", "to be continued, answers not kept, replaced"}, "signed", true},
		"read at home":             {(*monthly).readAtHome, []string{"signed"}, "signed", true},
		"on paper":                 {(*monthly).signsOnPaper, []string{"not signed, on paper"}, "signed", false},
		"taken back":               {(*monthly).takesBack, []string{"signed, taken back"}, "taken back", true},
		"erased":                   {(*monthly).isErased, nil, "no record here", false},
		"asked anew":               {(*monthly).consentsAnew, []string{"signed"}, "signed", true},
	}
}

// A month in a clinic of six therapists, four groups and three sites: each way in which
// an intake ends, two kills, a client who read at home, one whose fee changed, one who
// took it back, one on paper, and one in another's hands. An ordinary run has each way
// once; -every-variant has all sixty intakes.
func TestAMonthInAClinic(t *testing.T) {
	t.Parallel()
	m := newMonth(t)
	clients := m.clients(*everyVariant)
	for _, c := range clients {
		if c.afterTheFee {
			m.feeChanges()
		}
		t.Logf("%s with %s: %s", c.reference, c.by, c.way)
		ways()[c.way].take(m, c)
		m.sync()
	}
	m.bothAddTo(clients)
	m.gone += 30 * 24 * time.Hour
	m.noneIsLostOrDoubled(clients)
	m.theListAnswers(clients)
	m.nobodysWordsAreElsewhere(clients)
}

// clients are those of the table.
func (m *monthly) clients(all bool) []client {
	m.t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", "month", "clients.txt"))
	if err != nil {
		m.t.Fatal(err)
	}
	var clients []client
	afterTheFee := false
	for n, line := range strings.Split(string(text), "\n") {
		rest, everyRun := strings.CutPrefix(line, "*")
		run := strings.Split(rest, " + ")
		fields := strings.Fields(run[0])
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "the fee changes":
			afterTheFee = true
		case len(fields) > 4 && (all || everyRun):
			clients = append(clients, client{n, fields[0], fields[1], fields[2], strings.Join(fields[4:], " "), fields[3] == "es", afterTheFee, run[1:]})
		}
	}
	return clients
}

// sits is a client's sitting with a therapist, on the one surface or the other.
func (m *monthly) sits(by string, c client, deeds ...deed) {
	m.t.Helper()
	started(*m.at(by), c.n%2 == 0, deeds...)
}

// form fills in the form, with more in it, and begins.
func (c client) form(more ...deed) deed {
	return func(s surface) {
		s.testing().Helper()
		if first := s.visit().Sheet().Items[0]; first.ID == "new" { // where another intake was cut off
			s.choose(first)
		}
		language := "language en"
		if c.spanish {
			language = "language es"
		}
		does(s, choosing("group "+c.group), fillID("reference", c.reference), fillID("clinician", c.by),
			choosing(string(walk.Together)), inOrder(plain.Each(c.run, choosing)...), choosing(string(walk.TalkOnly)), choosing(language), inOrder(more...), choosing("begin"))
	}
}

// reads goes from the client's page to the first promise, with a note on the way.
func (c client) reads(s surface) {
	s.testing().Helper()
	does(s, readOn, note(c.note()))
	until(s, func() bool { return s.visit().Step().Kind == walk.Statement }, func() { readOn(s) })
}

// withName is the end of most intakes: the client chose a note for the record, and signs.
func (c client) withName(s surface) {
	does(s, answerAll(walk.Agree), include(c.note()), sign(c.name()))
}

// kept is the end of an intake whose record the clinician countersigns.
func kept(by string, then ...deed) deed {
	if len(then) == 0 {
		then = []deed{choosing("clear"), choosing("clear now")}
	}
	return inOrder(fillID("name", by), choosing("sign"), choosing("none"), readOn, inOrder(then...))
}

func (m *monthly) signs(c client) { m.sits(c.by, c, c.form(), c.reads, c.withName, kept(c.by)) }

func (m *monthly) leavesOpen(c client) {
	m.sits(c.by, c, c.form(), c.reads, answer(walk.TalkFirst), readOn, c.withName, kept(c.by))
	m.adds(c.by, c.reference, "--todo", "talk it over", "--by", m.at(c.by).now().Format(time.DateOnly))
}

func (m *monthly) declines(c client) {
	m.sits(c.by, c, c.form(), c.reads, answerAll(walk.TalkFirst), decline, kept(c.by))
}

func (m *monthly) declinesWithAnswers(c client) {
	m.sits(c.by, c, c.form(), c.reads, answer(walk.NotNow), readOn, answerAll(walk.Agree), withAnswers, decline, kept(c.by))
}

func (m *monthly) stops(c client) {
	m.sits(c.by, c, c.form(), readOn, note(c.note()), endIntake, choosing("stopped"), kept(c.by))
}

func (m *monthly) goesOnAnotherDay(c client) {
	m.sits(c.by, c, c.form(), c.reads, answer(walk.Agree), endIntake, choosing("continued"), kept(c.by, choosing("keep")))
}

func (m *monthly) signsOnPaper(c client) {
	m.sits(c.by, c, c.form(), c.reads, answerAll(walk.Agree), withAnswers, decline, kept(c.by))
	m.adds(c.by, c.reference, "--paper")
}

func (m *monthly) takesBack(c client) {
	m.signs(c)
	m.sync()
	m.adds(colleague[c.by], c.reference, "--withdrawn")
}

func (m *monthly) isErased(c client) {
	m.signs(c)
	m.sync()
	m.asks(colleague[c.by], "records", "erase", c.reference, "--yes", "--records", m.at(colleague[c.by]).folder)
}

// isHandedOver begins with one therapist and ends with another.
func (m *monthly) isHandedOver(c client) {
	m.goesOnAnotherDay(c)
	m.sync()
	other, file := colleague[c.by], filepath.Join(m.dir, c.reference+".intake")
	m.asks(c.by, "intake", "handover", c.reference, file)
	m.asks(other, "intake", "take", file, "--clinician", other)
	m.sits(other, c, act("Go on with "+c.reference), c.withName, kept(other))
}

// readAtHome brings a file of a walk at home along, with a note that the client leaves there.
func (m *monthly) readAtHome(c client) {
	home := onDisk(m.t)
	started(home, c.n%2 == 0, begin, note("at home, "+c.note()), readOn, readOn, myPage, choosing("file"), choosing("read"), act("Save the page"))
	files := home.in("records", "my-page-*.json", "")
	m.sits(c.by, c, c.form(fillID("brought", files[0])), choosing("with"), c.reads, c.withName, kept(c.by))
}

// consentsAnew takes the place of what the same client signed before the fee changed.
func (m *monthly) consentsAnew(c client) {
	m.sits(c.by, c, c.form(), act("The same client"), c.reads, c.withName, kept(c.by))
}

// isKilled is killed while the client signs, and again while the record is saved and
// the intake is cleared; each time it is gone on with.
func (m *monthly) isKilled(c client) {
	m.sits(c.by, c, c.form(), c.reads, answerAll(walk.Agree), include(c.note()))
	m.kill(c, 30+c.n%24, "\n\n\n\n"+c.name()+"\nsign\n")
	m.sits(c.by, c, c.goesOn(walk.CountersignID))
	m.kill(c, 100+2*(c.n%30), "1 "+c.by+"\ncountersign\nno copy\n\nclear\nclear\nstop\n")
	m.sits(c.by, c, c.goesOn(""))
}

// goesOn goes on with what was killed, if it was not cleared, wherever that was.
func (c client) goesOn(to string) deed {
	return func(s surface) {
		s.testing().Helper()
		listed := func(i page.Item) bool { return strings.HasPrefix(i.Label, "Go on with "+c.reference) }
		items := s.visit().Sheet().Items
		i := slices.IndexFunc(items, listed)
		if i < 0 {
			return
		}
		s.choose(items[i])
		until(s, func() bool { return at(s) == to }, func() {
			_, saved := s.visit().Walk.Signed()
			switch {
			case at(s) == walk.SignatureID:
				sign(c.name())(s)
			case at(s) == walk.CountersignID && !saved:
				does(s, fillID("name", c.by), choosing("sign"))
			case at(s) == walk.CopyID:
				choosing("none")(s)
			case at(s) == walk.ClearingID:
				does(s, choosing("clear"), choosing("clear now"))
			default:
				readOn(s)
			}
		})
	}
}
