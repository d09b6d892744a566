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

// remark is what the ledgers of a folder say of a record that is not as it was
// saved there.
type remark struct {
	dir, id, day, reference, says string
	isWell                        bool // it is said to a reader, and is no problem
}

// known is what the folders hold, for a look at their ledgers.
type known struct {
	here    map[string]record.Entry
	added   map[string]string // the digests of additions, by their number
	damaged map[string]bool   // by the number in the file's name
	erased  map[string]bool   // by its number: folders that a sync keeps alike each say so
	own     string            // this computer's writer
}

func (k known) has(id string) bool { return k.here[id].Path != "" || k.added[id] != "" }

// known is what was collected, for a look at the ledgers of its folders.
func (s *survey) known() (known, error) {
	own, err := s.writer()
	k := known{here: map[string]record.Entry{}, added: map[string]string{}, damaged: map[string]bool{}, erased: map[string]bool{}, own: own}
	for _, e := range s.entries {
		addition, _ := record.AdditionIn(filepath.Base(e.Path))
		if e.Err != nil {
			k.damaged[cmp.Or(addition, record.IDIn(filepath.Base(e.Path)))] = true
		} else if e.CopyOf == "" {
			k.here[e.Record.ID] = e
		}
		for _, a := range e.Added {
			k.added[a.ID] = a.Digest
		}
	}
	return k, err
}

// ledgers compares folders with their ledgers: what is missing, has another name,
// was changed, or was erased and is here again.
func (s *survey) ledgers(dirs []string) (all []remark, err error) {
	k, err := s.known()
	if err != nil {
		return nil, err
	}
	dirs = disk.Folders(dirs...)
	for _, dir := range dirs {
		if !shell.IsFolder(dir) {
			continue
		}
		l, err := ledger.Read(s.FS, dir)
		if err != nil {
			return all, err
		}
		alone, err := s.lone(dir, k)
		handed, failed := s.handed(dir)
		if err = cmp.Or(err, failed); err != nil {
			return all, err
		}
		all = slices.Concat(all, s.inLedger(dir, l, k), s.left(dir, l), s.unnoted(dir, l), alone, handed)
	}
	if len(k.erased) > 0 {
		all = append(all, remark{dir: strings.Join(dirs, ", "), isWell: true, says: plain.Fill(s.w.ErasedHere, "n", len(k.erased))})
	}
	return all, nil
}

// inLedger compares one folder's ledgers with what is here.
func (s *survey) inLedger(dir string, l ledger.Ledger, k known) []remark {
	var all []remark
	for _, t := range l.Troubles {
		s.countTrouble(t)
		all = append(all, remark{dir: dir, says: shell.LedgerTrouble(t, s.w.guide)})
	}
	for _, line := range l.Lines {
		if line.Erased && line.Of == "" && !k.has(line.ID) && !k.damaged[line.ID] {
			k.erased[line.ID] = true
		}
		r := remark{dir: dir, id: line.ID, day: line.Day.Format(time.DateOnly)}
		switch {
		case line.Of != "":
			r = s.ofAddition(r, line, l, k)
		case k.has(line.ID):
			r.says = s.besides(k.here[line.ID], line)
		case line.Erased, k.damaged[line.ID]: // which is told where the file is
		case l.Came(line, k.own, k.has):
			s.astray++
			r.says = plain.Fill(plain.Either(len(l.Troubles) > 0, s.w.MissingOrErased, s.w.Missing), "id", line.ID, "day", r.day)
		default:
			r.says = plain.Fill(s.w.NotYet, "id", line.ID, "day", r.day)
		}
		if r.says != "" {
			all = append(all, r)
		}
	}
	return all
}

// ofAddition is what a ledger says of an addition, if it is otherwise.
func (s *survey) ofAddition(r remark, line ledger.Line, l ledger.Ledger, k known) remark {
	of, _ := l.Find(line.Of)
	e := k.here[line.Of]
	r.id, r.reference = line.Of, e.Reference()
	says := func(word string) string {
		return plain.Fill(word, "id", line.ID, "day", r.day, "of", strings.TrimSpace(line.Of+" "+r.reference))
	}
	switch digest := k.added[line.ID]; {
	case of.Erased, k.damaged[line.ID]: // of an erased record, left says what is still here
	case digest == line.Digest:
	case digest != "":
		s.astray++
		r.says = says(s.w.AdditionOther)
	case l.Came(line, k.own, k.has):
		s.astray++
		r.says = says(s.w.AdditionMissing)
	default:
		r.says = says(s.w.AdditionNotYet)
	}
	return r
}

// left says which additions are still in a folder, and the record was erased that
// they belonged to.
func (s *survey) left(dir string, l ledger.Ledger) []remark {
	var all []remark
	for _, e := range s.entries {
		_, of := record.AdditionIn(filepath.Base(e.Path))
		line, _ := l.Find(of)
		if of == "" || !line.Erased || !errors.Is(e.Err, record.ErrNoRecord) || filepath.Clean(filepath.Dir(e.Path)) != dir {
			continue
		}
		s.astray++
		all = append(all, remark{dir: dir, id: of, says: plain.Fill(s.w.AdditionLeft, "id", of, "file", filepath.Base(e.Path), "path", e.Path)})
	}
	return all
}

// besides is what a ledger says of a record that is here, if it is otherwise.
func (s *survey) besides(e record.Entry, line ledger.Line) string {
	file := filepath.Base(e.Path)
	switch {
	case line.Erased && !line.Gone:
		s.astray++
		return plain.Fill(s.w.StillHere, "file", file, "path", e.Path)
	case line.Erased:
		s.astray++
		return plain.Fill(s.w.HereAgain, "file", file)
	case line.Digest != e.Record.Digest:
		s.astray++
		return plain.Fill(s.w.OtherThanNoted, "file", file)
	case file != record.FileName(e.Record):
		return plain.Fill(s.w.OtherName, "file", file, "id", line.ID)
	default:
		return ""
	}
}

// unnoted says how many records no ledger has. A member's own needs none.
func (s *survey) unnoted(dir string, l ledger.Ledger) []remark {
	records, additions := 0, 0
	for _, e := range s.entries {
		if e.Err != nil || e.CopyOf != "" || filepath.Clean(filepath.Dir(e.Path)) != dir || !l.Any && isOwn(e) {
			continue
		}
		if _, noted := l.Find(e.Record.ID); !noted {
			records++
		}
		for _, a := range e.Added {
			if _, noted := l.Find(a.ID); !noted && a.ID != "" {
				additions++
			}
		}
	}
	if records+additions == 0 {
		return nil
	}
	var what []string
	if records > 0 {
		what = append(what, s.w.count(s.w.Count, records))
	}
	if additions > 0 {
		what = append(what, s.w.count(s.w.CountAdditions, additions))
	}
	return []remark{{dir: dir, says: plain.Fill(s.w.Unnoted, "list", s.w.list(what), "folder", dir)}}
}

// lone says which copies to read have lost their record, or have a name of their own.
func (s *survey) lone(dir string, k known) ([]remark, error) {
	lone, others, err := record.LoneCopies(s.FS, dir)
	var all []remark
	if len(others) > 0 {
		all = append(all, remark{dir: dir, says: plain.Fill(s.w.OtherCopies, "folder", dir, "list", strings.Join(others, ", "))})
	}
	for _, name := range slices.Sorted(maps.Keys(lone)) {
		if id := record.IDIn(name); !k.has(id) {
			all = append(all, remark{dir: dir, id: id, says: plain.Fill(s.w.LoneCopies, "id", id, "path", shell.Quoted(filepath.Join(dir, lone[name][0])))})
		}
	}
	return all, err
}

// handed says which intakes wait in a folder for somebody to go on with them.
func (s *survey) handed(dir string) ([]remark, error) {
	found, err := store.HandedIn(s.FS, dir)
	var all []remark
	for _, name := range slices.Sorted(maps.Keys(found)) {
		all = append(all, remark{dir: dir, reference: found[name], says: plain.Fill(s.w.Handed, "reference", found[name], "path", filepath.Join(dir, name))})
	}
	return all, err
}

// besideFiles is what is wrong with the ledgers beside records that were named by their
// files: what came to these may stand there.
func (s *survey) besideFiles(folders []string) (all []remark) {
	for _, e := range s.entries {
		dir := filepath.Dir(filepath.Clean(e.Path))
		if slices.Contains(folders, dir) || !shell.IsFolder(dir) {
			continue
		}
		folders = append(folders, dir)
		l, _ := ledger.Read(s.FS, dir) //nolint:errcheck // the record itself was read
		for _, t := range l.Troubles {
			s.countTrouble(t)
			all = append(all, remark{dir: dir, says: shell.LedgerTrouble(t, s.w.guide)})
		}
	}
	return all
}

// countTrouble counts a ledger that is damaged, and one that cannot be read. What
// happened to one before nobody can mend.
func (s *survey) countTrouble(t ledger.Trouble) {
	switch damaged, before := t.Damaged(); {
	case before:
	case damaged:
		s.badLedgers++
	default:
		s.unread++
	}
}

// writer is this computer's in the ledgers; empty if it has written none.
func (s *survey) writer() (string, error) {
	state, err := disk.StateFolder(s.Getenv)
	if err != nil {
		return "", nil //nolint:nilerr // without a home there is none
	}
	return ledger.KnownWriter(s.FS, state)
}
