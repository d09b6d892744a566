package records

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/ledger"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/tui/command/shell"
)

// findRecord finds a record by its file, or by its number or reference in the folder of the records.
func (p *program) findRecord(which string) (record.Entry, error) {
	if which = p.fileOf(which); p.isFile(which) {
		e := ledger.At(p.FS, which)
		if e.Err != nil {
			return e, fmt.Errorf("%s: %w", which, e.Err)
		}
		return e, nil
	}
	t := p.words()
	dir, err := p.RecordsFolder()
	if err != nil {
		return record.Entry{}, err
	}
	entries, err := ledger.List(p.FS, dir)
	if disk.IsNone(err) {
		return record.Entry{}, failed(t.NoFolder, "folder", dir)
	}
	if err != nil {
		return record.Entry{}, err
	}
	found := plain.Only(entries, func(e record.Entry) bool {
		return e.Err == nil && e.CopyOf == "" && (e.Record.ID == which || e.Reference() == which)
	})
	switch len(found) {
	case 0:
		return record.Entry{}, failed(t.NoRecord+t.nearly(entries, which), "name", which, "folder", dir)
	case 1:
		return found[0], nil
	}
	files := plain.Each(found, func(e record.Entry) string {
		file, by := filepath.Base(e.Path), e.ReplacedBy()
		return plain.Either(by == "", file, file+" ("+plain.Fill(t.ReplacedBy, "id", by)+")")
	})
	return record.Entry{}, failed(t.Several, "name", which, "n", len(found), "list", strings.Join(files, ", "))
}

// recordsFlag names the folder in which a record is looked for.
func (p *program) recordsFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.Records, "records", "", "look for the record in the folder `DIR`, or in the database postgres://HOST/NAME")
}

// guideOf is the guide in a record's language.
func (p *program) guideOf(e record.Entry) (*content.Guide, error) {
	source := p.Source
	source.Language = e.Record.Guide.Language
	return source.Load()
}

// fileOf is the file that is meant, which may be named as it is in the folder of the records.
func (p *program) fileOf(which string) string {
	if inFolder := filepath.Join(p.Records, which); p.Records != "" && !p.isFile(which) && p.isFile(inFolder) {
		return inFolder
	}
	return which
}

func (p *program) isFile(path string) bool {
	info, err := p.FS.Stat(path)
	return err == nil && !info.IsDir()
}

// nearly says which record may be meant by what is the number or reference of none:
// the reference was corrected since, or its letters have another case.
func (t tongue) nearly(entries []record.Entry, which string) string {
	for _, e := range entries {
		if e.Err != nil || e.CopyOf != "" {
			continue
		}
		if e.Reference() != "" && record.Near(e.Reference(), which) || strings.EqualFold(e.Record.ID, which) {
			return plain.Fill(t.NearThere, "now", cmp.Or(e.Reference(), e.Record.ID))
		}
		for _, was := range e.EarlierReferences() {
			if was != "" && record.Near(was, which) {
				return plain.Fill(t.NearCorrected, "was", was, "now", e.Reference())
			}
		}
	}
	return ""
}

// having are the other records beside one that have a reference, and stand.
func (p *program) having(e record.Entry, reference string) []record.Entry {
	beside, err := ledger.List(p.FS, filepath.Dir(e.Path))
	if err != nil || reference == "" {
		return nil // the record itself was read
	}
	return plain.Only(record.Standing(beside), func(other record.Entry) bool {
		return other.Record.ID != e.Record.ID && other.Reference() == reference
	})
}

// awayFrom says that an addition which is meant by its number is lost; nil if none is.
func (p *program) awayFrom(e record.Entry, number string) error {
	number = strings.ToLower(strings.TrimSpace(number))
	for _, id := range e.Lost() {
		if number != "" && strings.HasPrefix(id, number) {
			return failed(p.words().AdditionLost, "id", id)
		}
	}
	return nil
}

// onlyCopies are the copies to read that are meant where their record is not here, by
// one of their files, which e is then, or by the record's number or reference.
func (p *program) onlyCopies(which string, e record.Entry) (only record.Entry, err error) {
	t, dir, file := p.words(), filepath.Dir(e.Path), filepath.Base(e.Path)
	isCopy := e.Path != "" && record.CopyName(file) != ""
	if e.Path == "" {
		dir, _ = p.RecordsFolder() //nolint:errcheck // which findRecord says
	} else if !isCopy {
		return only, nil
	}
	lone, _, err := record.LoneCopies(p.FS, dir)
	if err != nil {
		return only, err
	}
	found := 0
	for name, copies := range lone {
		_, reference, id := record.InName(name)
		if isCopy && name == record.CopyName(file) || !isCopy && (id == which || reference == which) {
			only = record.Entry{Path: filepath.Join(dir, copies[0]), Record: record.Record{ID: id}}
			found++
		}
	}
	switch {
	case found > 1:
		return only, failed(t.LoneSeveral, "name", which, "n", found)
	case found == 0 && isCopy:
		return only, failed(t.CopyOfHere, "path", e.Path, "record", shell.Quoted(filepath.Join(dir, record.CopyName(file))))
	case found == 0:
		return only, nil
	}
	entries, err := record.List(p.FS, dir)
	for _, other := range entries {
		if other.Err == nil && other.Record.ID == only.Record.ID { // under another name
			err = errors.Join(err, failed(t.CopyOfOther, "path", only.Path, "file", filepath.Base(other.Path), "id", only.Record.ID))
		}
	}
	return only, err
}

// unreadable says of a record that was not found which files that cannot be read may be meant.
func (p *program) unreadable(which string, none error, then string) error {
	var entries []record.Entry
	if dir, err := p.RecordsFolder(); err == nil {
		entries, _ = record.List(p.FS, dir) //nolint:errcheck // none says it
	}
	for _, e := range entries {
		if name := filepath.Base(e.Path); e.Err != nil && strings.Contains(name, "-"+which) {
			none = failed("{none}\n"+p.words().FileBroken+then, "none", none, "file", name, "path", e.Path)
		}
	}
	return none
}
