package tui

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"firstsession/content/record"
)

// wanted are the records that there are to be at the end, by how each client's intakes
// went. An intake that takes the place of others leaves them replaced.
func wanted(clients []client) []string {
	of := map[string][]string{}
	for _, c := range clients {
		var lines []string
		for i, ends := range ways()[c.way].ends {
			line := c.reference + ": " + ends
			if i == 0 && c.isAskedForTheFee() {
				line += ", anew: fee"
			}
			lines = append(lines, line)
		}
		for _, before := range of[c.reference] {
			lines = append(lines, strings.TrimSuffix(before, ", anew: fee")+", replaced")
		}
		of[c.reference] = lines
	}
	var all []string
	for _, lines := range of {
		all = append(all, lines...)
	}
	slices.Sort(all)
	return all
}

// isAskedForTheFee reports whether what a client agreed to holds and was another fee. The
// skills group has none, and the harbour's is its own.
func (c client) isAskedForTheFee() bool {
	holds := ways()[c.way].signed && c.way != "taken back" || c.way == "on paper"
	return holds && !c.afterTheFee && (c.group == "tuesday" || c.group == "wednesday")
}

// noneIsLostOrDoubled looks at the files themselves, of which both of the harbour's
// folders have the same.
func (m *monthly) noneIsLostOrDoubled(clients []client) {
	m.t.Helper()
	var got, want []string
	ids := map[string]string{}
	for _, dir := range m.folders() {
		for _, path := range m.at("Ann").match(filepath.Join(dir, "acknowledgement-*.json")) {
			if strings.Contains(path, " (1)") {
				continue
			}
			a, err := record.Read(m.at("Ann").disk(), path)
			if err != nil {
				m.t.Errorf("%s: %v", path, err)
			} else if ids[a.ID] == "" {
				got = append(got, a.Intake.Reference+": "+string(a.Outcome))
			} else if dir != m.at("Fay").folder {
				m.t.Errorf("%s is %s", path, ids[a.ID])
			}
			ids[a.ID] = path
		}
	}
	for _, line := range wanted(clients) {
		line, _, _ = strings.Cut(line, ",")
		want = append(want, line)
	}
	slices.Sort(got)
	slices.Sort(want)
	compare(m.t, "the records", got, want)
	for dir, right := range map[string]fs.FileMode{"north": 0o640, "south": 0o640, "harbour-*": 0o600} {
		if found := rights(m.t, filepath.Join(m.dir, dir, "acknowledgement-*")); len(found) != 1 || found[right] == 0 {
			m.t.Errorf("%s: who may read the records is %v", dir, found)
		}
	}
}

// theListAnswers asks what the office asks at the end of a month, of all folders at once.
func (m *monthly) theListAnswers(clients []client) {
	m.t.Helper()
	want := wanted(clients)
	asks := func(command string, args ...string) string {
		clear(m.read)
		said := m.asks("Ann", append(append([]string{command, "--practice", m.at("Ann").practice}, args...), m.folders()...)...)
		m.saysNothingOf(clients, said)
		return strings.Join(strings.Fields(said), " ")
	}
	compare(m.t, "the rows of the table", m.rows(clients), want)

	count := func(words ...string) (n int) {
		for _, line := range want {
			if slices.ContainsFunc(words, func(of string) bool { return strings.Contains(line, of) }) {
				n++
			}
		}
		return n
	}
	list := asks("records")
	m.readsEachOnce()
	open := count("anew", "overdue", "talk first", "not now", "not kept") - count("not kept, replaced")
	erased := len(slices.DeleteFunc(slices.Clone(clients), func(c client) bool { return c.way != "erased" }))
	for _, says := range []string{
		fmt.Sprintf(" %d records:", len(want)), fmt.Sprintf("as the ledger notes: %d", erased),
		fmt.Sprintf("%d with something open", open),
		fmt.Sprintf("%d of them overdue, %d of them to be asked anew.", count("overdue"), count("anew")),
	} {
		if strings.Count(list, says) != 1 {
			m.t.Errorf("the list does not say %q once:\n%s", says, list)
		}
	}
	if hidden, says := asks("records", "--open"), fmt.Sprintf("%d other records are not listed", len(want)-open); !strings.Contains(hidden, says) {
		m.t.Errorf("the list of what is open does not say %q:\n%s", says, hidden)
	}
	if verified, says := asks("verify"), fmt.Sprintf("%d records, all of them whole.", len(want)); !strings.Contains(verified, says) {
		m.t.Errorf("verify does not say %q:\n%s", says, verified)
	}
	m.whoIsOriented(clients, asks)
}

// whoIsOriented has a list of all who are expected, with one who never came.
func (m *monthly) whoIsOriented(clients []client, asks func(string, ...string) string) {
	m.t.Helper()
	path := filepath.Join(m.dir, "expected.txt")
	all, now := "M-99\n", map[string]string{"M-99": "no record here"}
	for _, c := range clients {
		if now[c.reference] == "" {
			all += c.reference + "\n"
		}
		now[c.reference] = ways()[c.way].now
	}
	m.at("Ann").write(path, []byte(all))
	said := asks("records", "--expected", path)
	for reference, is := range now {
		if !strings.Contains(said, reference+" "+is) {
			m.t.Errorf("%s is not %q:\n%s", reference, is, said)
		}
	}
	anew := 0
	for _, line := range wanted(clients) {
		anew += strings.Count(line, "anew: fee")
	}
	if says := fmt.Sprintf("%d of these to be asked anew.", anew); !strings.Contains(said, says) {
		m.t.Errorf("it does not say %q:\n%s", says, said)
	}
}

// readsEachOnce looks at what was read for a list: each record and addition once, each
// ledger twice, none of the copies to read, and what the practice says for each group in
// each language.
func (m *monthly) readsEachOnce() {
	m.t.Helper()
	for path, times := range m.read {
		most := map[string]int{".json": 1, ".jsonl": 2, ".toml": 9}[filepath.Ext(path)]
		if times > most && filepath.Base(path) != "ledger-writer" {
			m.t.Errorf("%s is read %d times for one list", path, times)
		}
	}
}

// rows are the records of a table for a spreadsheet, in the words of the month. What is
// only a copy of another is none.
func (m *monthly) rows(clients []client) []string {
	m.t.Helper()
	table := m.asks("Ann", append([]string{"records", "--csv", "--practice", m.at("Ann").practice}, m.folders()...)...)
	m.saysNothingOf(clients, table)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, "\ufeff"))).ReadAll()
	if err != nil {
		m.t.Fatal(err)
	}
	var lines []string
	for _, row := range rows[1:] {
		is := func(column string) string { return row[slices.Index(rows[0], column)] }
		switch problem := is("problem"); {
		case strings.Contains(problem, "not another record"), strings.Contains(problem, "under other names"):
			continue
		case problem != "":
			m.t.Errorf("%s: %s", is("file"), problem)
		}
		line := is("reference") + ": " + is("outcome")
		for _, column := range []string{"talk first", "not now"} {
			if what := is(column); what != "" && what != "not kept" {
				line += ", " + column + ": " + what
			}
		}
		if is("talk first") == "not kept" {
			line += ", answers not kept"
		}
		for _, column := range []string{"overdue", "taken back", "on paper", "replaced"} {
			if is(column) != "" {
				line += ", " + column
			}
		}
		if anew := is("facts changed since"); anew != "" && is("holds") == "yes" {
			line += ", anew: " + strings.TrimSuffix(anew, " has other words")
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return lines
}

// saysNothingOf looks for the words of clients in what the office is shown.
func (m *monthly) saysNothingOf(clients []client, said string) {
	m.t.Helper()
	for _, c := range clients {
		if strings.Contains(said, c.name()) || strings.Contains(said, c.note()) {
			m.t.Errorf("it says words of %s:\n%s", c.reference, said)
		}
	}
}

// nobodysWordsAreElsewhere looks for each client's name and note in every file of the
// clinic: they stand in that client's own record, if it was signed, and while an intake is
// not finished in the home of the therapist who has it.
func (m *monthly) nobodysWordsAreElsewhere(clients []client) {
	m.t.Helper()
	signed, begun := map[string]bool{}, map[string]string{}
	for _, c := range clients {
		signed[c.reference] = ways()[c.way].signed
		if c.way == "another day" {
			begun[c.reference] = filepath.Join("homes", c.by) + string(filepath.Separator)
		}
	}
	for path, data := range m.in(m.dir) {
		for _, c := range clients {
			home, unfinished := begun[c.reference]
			switch {
			case signed[c.reference] && strings.Contains(filepath.Base(path), "-"+c.reference+"-"):
			case unfinished && strings.HasPrefix(path, home):
			case strings.Contains(string(data), c.name()), strings.Contains(string(data), c.note()), strings.Contains(path, "Maja"):
				m.t.Errorf("words of %s (%s) stand in %s", c.reference, c.way, path)
			}
		}
	}
	for name := range where {
		left := m.at(name).in(filepath.Join("state", "firstsession", "intakes"), ".unfinished-*", "")
		want := 0
		for _, c := range clients {
			if c.way == "another day" && c.by == name {
				want++
			}
		}
		if len(left) != want {
			m.t.Errorf("%s has %d intakes that are not finished, not %d", name, len(left), want)
		}
	}
}
