package records

import (
	"cmp"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/disk"
	"firstsession/content/ledger"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/store"
	"firstsession/tui/command/shell"
)

// remark is what the ledgers of a folder say of a record that is not as it was saved there.
type remark struct {
	dir, id, day, reference, says string
	isWell                        bool // it is said to a reader, and is no problem
}

// audit compares what was collected with the ledgers of its folders.
type audit struct {
	*survey
	here    map[string]record.Entry
	added   map[string]string // the digests of additions, by their number
	damaged map[string]bool   // by the number in the file's name
	erased  map[string]bool   // by its number: folders that a sync keeps alike each say so
	own     string            // this computer's writer
	dir     string            // the folder that is looked at
	ledger  ledger.Ledger     // all that is in it
	remarks []remark
}

func (s *survey) newAudit() (a audit, err error) {
	a = audit{survey: s, here: map[string]record.Entry{}, added: map[string]string{}, damaged: map[string]bool{}, erased: map[string]bool{}}
	for _, e := range s.entries {
		addition, _ := record.AdditionIn(filepath.Base(e.Path))
		if e.Err != nil {
			a.damaged[cmp.Or(addition, record.IDIn(filepath.Base(e.Path)))] = true
		} else if e.CopyOf == "" {
			a.here[e.Record.ID] = e
		}
		for _, added := range e.Added {
			a.added[added.ID] = added.Digest
		}
	}
	if state, none := disk.StateFolder(s.Getenv); none == nil { // without a home it has written no ledger
		a.own, err = ledger.KnownWriter(s.FS, state)
	}
	return a, err
}

func (a *audit) has(id string) bool { return a.here[id].Path != "" || a.added[id] != "" }

// finds notes something about the folder, in a word that may name what the remark does.
func (a *audit) finds(r remark, word string, pairs ...any) {
	r.dir, r.says = a.dir, plain.Fill(word, append(pairs, "id", r.id, "day", r.day, "reference", r.reference, "folder", a.dir)...)
	a.remarks = append(a.remarks, r)
}

// ledgers compares folders with their ledgers: what is missing, has another name,
// was changed, or was erased and is here again.
func (s *survey) ledgers(dirs []string) ([]remark, error) {
	a, err := s.newAudit()
	if err != nil {
		return nil, err
	}
	dirs = disk.Folders(dirs...)
	for _, dir := range dirs {
		if !shell.IsFolder(dir) {
			continue
		}
		a.dir = dir
		if err := a.folder(); err != nil {
			return a.remarks, err
		}
	}
	if len(a.erased) > 0 {
		a.remarks = append(a.remarks, remark{dir: strings.Join(dirs, ", "), isWell: true, says: plain.Fill(s.w.ErasedHere, "n", len(a.erased))})
	}
	return a.remarks, nil
}

// folder looks at one folder.
func (a *audit) folder() (err error) {
	if a.ledger, err = ledger.Read(a.FS, a.dir); err != nil {
		return err
	}
	lone, others, err := record.LoneCopies(a.FS, a.dir)
	handed, failed := store.HandedIn(a.FS, a.dir)
	if err = cmp.Or(err, failed); err != nil {
		return err
	}
	a.remarks = append(a.remarks, a.troubles(a.dir, a.ledger)...)
	for _, line := range a.ledger.Lines {
		a.line(line)
	}
	a.left()
	a.unnoted()
	if len(others) > 0 { // copies to read that have a name of their own
		a.finds(remark{}, a.w.OtherCopies, "list", strings.Join(others, ", "))
	}
	for _, name := range slices.Sorted(maps.Keys(lone)) { // those that have lost their record
		if id := record.IDIn(name); !a.has(id) {
			a.finds(remark{id: id}, a.w.LoneCopies, "path", shell.Quoted(filepath.Join(a.dir, lone[name][0])))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(handed)) { // intakes that wait for somebody to go on with them
		a.finds(remark{reference: handed[name]}, a.w.Handed, "path", filepath.Join(a.dir, name))
	}
	return nil
}

// line says what one line of a ledger says of a record or an addition, if it is otherwise.
func (a *audit) line(line ledger.Line) {
	r := remark{id: line.ID, day: line.Day.Format(time.DateOnly)}
	if line.Of != "" {
		a.ofAddition(r, line)
		return
	}
	if line.Erased && !a.has(line.ID) && !a.damaged[line.ID] {
		a.erased[line.ID] = true
	}
	switch {
	case a.has(line.ID):
		a.besides(r, line)
	case line.Erased, a.damaged[line.ID]: // which is told where the file is
	case a.ledger.Came(line, a.own, a.has):
		a.astray++
		a.finds(r, plain.Either(len(a.ledger.Troubles) > 0, a.w.MissingOrErased, a.w.Missing))
	default:
		a.finds(r, a.w.NotYet)
	}
}

// ofAddition is what a ledger says of an addition, if it is otherwise.
func (a *audit) ofAddition(r remark, line ledger.Line) {
	of, _ := a.ledger.Find(line.Of)
	word := a.w.AdditionNotYet
	switch digest := a.added[line.ID]; {
	case of.Erased, a.damaged[line.ID], digest == line.Digest: // of an erased record, left says what is still here
		return
	case digest != "":
		a.astray++
		word = a.w.AdditionOther
	case a.ledger.Came(line, a.own, a.has):
		a.astray++
		word = a.w.AdditionMissing
	}
	e := a.here[line.Of]
	r.id, r.reference = line.Of, e.Reference()
	a.finds(r, word, "id", line.ID, "of", strings.TrimSpace(line.Of+" "+r.reference))
}

// left says which additions are still here of a record that was erased.
func (a *audit) left() {
	for _, e := range a.entries {
		_, of := record.AdditionIn(filepath.Base(e.Path))
		line, _ := a.ledger.Find(of)
		if of != "" && line.Erased && errors.Is(e.Err, record.ErrNoRecord) && filepath.Clean(filepath.Dir(e.Path)) == a.dir {
			a.astray++
			a.finds(remark{id: of}, a.w.AdditionLeft, "file", filepath.Base(e.Path), "path", e.Path)
		}
	}
}

// besides is what a ledger says of a record that is here, if it is otherwise.
func (a *audit) besides(r remark, line ledger.Line) {
	e, word := a.here[line.ID], ""
	file := filepath.Base(e.Path)
	switch {
	case line.Erased:
		word = plain.Either(line.Gone, a.w.HereAgain, a.w.StillHere)
	case line.Digest != e.Record.Digest:
		word = a.w.OtherThanNoted
	case file != record.FileName(e.Record): // which is no harm
		a.finds(r, a.w.OtherName, "file", file)
	}
	if word != "" {
		a.astray++
		a.finds(r, word, "file", file, "path", e.Path)
	}
}

// unnoted says how many records no ledger has. A member's own needs none.
func (a *audit) unnoted() {
	records, additions := 0, 0
	for _, e := range a.entries {
		if e.Err != nil || e.CopyOf != "" || filepath.Clean(filepath.Dir(e.Path)) != a.dir || !a.ledger.Any && isOwn(e) {
			continue
		}
		if _, noted := a.ledger.Find(e.Record.ID); !noted {
			records++
		}
		for _, added := range e.Added {
			if _, noted := a.ledger.Find(added.ID); !noted && added.ID != "" {
				additions++
			}
		}
	}
	var what []string
	if records > 0 {
		what = append(what, a.w.count(a.w.Count, records))
	}
	if additions > 0 {
		what = append(what, a.w.count(a.w.CountAdditions, additions))
	}
	if len(what) > 0 {
		a.finds(remark{}, a.w.Unnoted, "list", a.w.list(what))
	}
}

// besideFiles is what is wrong with the ledgers beside records that were named by their files.
func (s *survey) besideFiles(folders []string) (all []remark) {
	for _, e := range s.entries {
		dir := filepath.Dir(filepath.Clean(e.Path))
		if slices.Contains(folders, dir) || !shell.IsFolder(dir) {
			continue
		}
		folders = append(folders, dir)
		l, _ := ledger.Read(s.FS, dir) //nolint:errcheck // the record itself was read
		all = append(all, s.troubles(dir, l)...)
	}
	return all
}

// troubles counts and says which ledgers of a folder are damaged or cannot be read. What
// happened to one before nobody can mend.
func (s *survey) troubles(dir string, l ledger.Ledger) (all []remark) {
	for _, t := range l.Troubles {
		switch damaged, before := t.Damaged(); {
		case before:
		case damaged:
			s.badLedgers++
		default:
			s.unread++
		}
		all = append(all, remark{dir: dir, says: shell.LedgerTrouble(t, s.w.guide)})
	}
	return all
}
