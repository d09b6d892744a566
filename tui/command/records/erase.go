package records

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
	"firstsession/content/ledger"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/words"
	"firstsession/tui/command/shell"
)

func (p *program) eraseCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "erase RECORD",
		Short: "Erase a record, its copies and what was added to it",
		Long: `Erase takes a record away, with its copies to read and what was added to it, and
notes in the ledger of the folder that it is erased. It asks first. RECORD is a
file, or the number or reference of a record in the folder that --records names.
One that cannot be read whole, and what was added to a record that is gone, are
erased by their file; copies to read without their record also by its number or
reference. Other files in the folder that have its number, such as a copy to read
that is not as this version writes it, are named, and stay; with --yes so does one
that nobody can compare, since its record is not whole here.
Copies elsewhere, such as in a backup or with the client, stay where they are.`,
		Example: `  firstsession records erase K-102 --records records`,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return p.inRecords(func() error { return p.eraseRecord(args[0], yes) })
		},
	}
	p.recordsFlag(cmd)
	cmd.Flags().BoolVar(&yes, "yes", false, "erase without asking")
	return cmd
}

type toErase struct {
	record.Entry // without a record where it cannot be read whole
	dir          string
	said         string   // what it is called to somebody
	files        []string // its own last
	links        []string // those of them that only lead to files elsewhere
	naming       []string // other files beside them that have its number
	unsure       []string // copies to read of what is not whole here, which nobody can compare
	missing      []string // additions that the ledger knows, and that are not here
}

func (p *program) eraseRecord(which string, yes bool) error {
	t := p.words()
	found, err := p.findToErase(which)
	if err != nil {
		return err
	}
	if agreed, err := p.Agreed(yes, t.guide.Words, t.erasing(found, t.AskErase, t.LinksAre), t.NotErased); !agreed {
		return err
	}
	return p.holding(found.dir, func() error {
		asked := plain.Either(yes, nil, found.unsure)
		if found, err = p.findToErase(which); err != nil { // what came to it meanwhile goes, too
			return failed(t.ErasedNothing, "why", t.why(err))
		}
		if found.leave(asked); len(found.files) == 0 {
			return failed(t.ErasedNothing, "why", plain.Fill(t.NeedsAsking, "list", strings.Join(found.naming, ", ")))
		}
		return p.erase(found)
	})
}

// How often one asks for a folder that somebody else holds, and how long after.
const (
	holdTries = 60
	holdPause = 50 * time.Millisecond
)

// holding does something while it holds a folder. It waits a moment for others.
func (p *program) holding(dir string, do func() error) (err error) {
	for range holdTries {
		if err = record.Holding(p.FS, dir, do); !errors.Is(err, record.ErrHeld) || p.Wait == nil {
			break
		}
		p.Wait(holdPause)
	}
	return err
}

// leave leaves the copies that nobody can tell apart, and nobody was asked about, where they are.
func (e *toErase) leave(asked []string) {
	rest := plain.Only(e.unsure, func(name string) bool { return !slices.Contains(asked, name) })
	stays := func(name string) bool { return slices.Contains(rest, name) }
	e.unsure, e.files = slices.DeleteFunc(e.unsure, stays), slices.DeleteFunc(e.files, stays)
	e.naming = append(e.naming, rest...)
}

// erase erases what was found while its folder is held.
func (p *program) erase(found toErase) error {
	t := p.words()
	book, err := p.ledgerOf(found.dir, found.Entry)
	if err == nil && book.Writer != "" {
		err = book.Erasing(found.Record.ID, p.Now())
	}
	if err != nil {
		return failed(t.CannotNote, "why", t.why(err))
	}
	if err := record.EraseFiles(p.FS, found.dir, found.files); err != nil {
		return failed("{why}\n"+t.count(t.HalfErased, len(found.files)), "why", t.why(err))
	}
	note := plain.Either(found.Record.ID == "", t.NotedNoNumber, t.NotedNone)
	if book.Writer != "" {
		note = t.Noted
		if err := book.Erased(found.Record.ID, p.Now()); err != nil {
			note = plain.Fill(t.NotedHalf, "why", t.why(err))
		}
	}
	return errors.Join(p.Say("%s", t.erasing(found, t.Erased, t.LinksWere, "note", note)), p.SayTroubles(found.dir, t.guide))
}

// erasing says what is erased, and what else of a record is not, or only led elsewhere.
func (t tongue) erasing(found toErase, word, links string, pairs ...any) string {
	rest := ""
	for _, more := range []struct {
		word  string
		names []string
	}{{links, found.links}, {t.NotToldApart, found.unsure}, {t.NamingStay, found.naming}, {t.AdditionsAway, found.missing}} {
		if len(more.names) > 0 {
			rest += plain.Fill(more.word, "list", strings.Join(more.names, ", "))
		}
	}
	return plain.Fill(t.count(word, len(found.files)), append(pairs, "what", found.said, "folder", found.dir, "links", rest)...)
}

// findToErase finds the record that is meant, as findRecord does. By its file, it
// is also one that cannot be read whole, or what was added to one that is gone.
func (p *program) findToErase(which string) (toErase, error) {
	e, err := p.findRecord(which)
	said := plain.Fill(p.words().TheRecord, "id", e.Record.ID, "day", e.Record.Time.Format(time.DateOnly), "reference", e.Reference())
	if err != nil {
		copies, amiss := p.onlyCopies(which, e)
		switch {
		case amiss != nil:
			return toErase{}, amiss
		case copies.Path != "":
			e, said = copies, plain.Fill(p.words().CopiesOnly, "id", copies.Record.ID)
		case e.Path == "": // nothing was found at all
			return toErase{}, p.unreadable(which, err, p.words().ThenErase)
		default:
			if e, said, err = p.damaged(e); err != nil {
				return toErase{}, err
			}
		}
	}
	found := toErase{Entry: e, dir: filepath.Dir(e.Path), said: said}
	words := p.copyWords(e)
	if found.files, err = record.FilesOf(p.FS, found.dir, e, words); err != nil {
		return toErase{}, err
	}
	for _, name := range found.files {
		if record.CopyName(name) != "" && !e.IsKnown(words) {
			found.unsure = append(found.unsure, name)
		}
		if info, err := p.FS.Lstat(filepath.Join(found.dir, name)); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			found.links = append(found.links, name)
		}
	}
	if id := e.Record.ID; id != "" && shell.IsFolder(found.dir) {
		found.naming = record.Naming(p.FS, found.dir, id, found.files)
		found.missing = slices.DeleteFunc(e.Lost(), func(id string) bool {
			return strings.Contains(strings.Join(append(found.naming, found.files...), " "), id)
		})
	}
	return found, nil
}

// copyWords are those of a record's copies; nil where its guide cannot be read.
func (p *program) copyWords(e record.Entry) *words.Words {
	if guide, err := p.guideOf(e); err == nil && guide.Language == e.Record.Guide.Language {
		return guide.Words
	}
	return nil
}

// damaged is what there is to be erased by a file that cannot be read whole: what
// has the number in its name. The files of a record that is whole are not erased by
// an addition to it.
func (p *program) damaged(e record.Entry) (record.Entry, string, error) {
	name := filepath.Base(e.Path)
	if plain.IsA[*record.NewerError](e.Err) {
		return e, "", fmt.Errorf("%s: %w", e.Path, e.Err) // it may have files that are not known here
	}
	id := record.IDIn(name)
	if _, of := record.AdditionIn(name); of != "" {
		id = of
		entries, err := ledger.List(p.FS, filepath.Dir(e.Path))
		for _, other := range record.Standing(entries) {
			if other.Record.ID == of {
				err = failed(p.words().AddedToWhole, "path", e.Path, "id", of)
			}
		}
		if err != nil {
			return e, "", err
		}
	} else if !record.IsRecordName(name) {
		return e, "", fmt.Errorf("%s: %w", e.Path, e.Err)
	}
	why, _, _ := strings.Cut(p.words().why(e.Err), ";") // and no advice how it could be kept
	e.Record.ID = id
	if id == "" {
		return e, fmt.Sprintf("%s (%s)", name, why), nil
	}
	return e, plain.Fill(p.words().WhatThereIs, "id", id, "why", why), nil
}

// ledgerOf is this computer's ledger in the folder of a record. A member's own
// folder that has none gets none: it would be a trace. In a database there are none.
func (p *program) ledgerOf(dir string, e record.Entry) (ledger.Book, error) {
	if !shell.IsFolder(dir) {
		return ledger.Book{}, nil
	}
	l, err := ledger.Read(p.FS, dir)
	if err != nil || !l.Any && isOwn(e) || e.Record.ID == "" {
		return ledger.Book{}, err
	}
	state, err := disk.StateFolder(p.Getenv)
	var writer string
	if err == nil {
		writer, err = ledger.Writer(p.FS, state, p.Random)
	}
	return ledger.Book{FS: p.FS, Dir: dir, Writer: writer, Shared: e.Shared(p.FS)}, err
}

// isOwn reports whether a record is one that a member made alone.
func isOwn(e record.Entry) bool { return e.Record.Intake == nil && e.Record.Invited == nil }

// inRecords does something with the folder of the records, which may be a database.
func (p *program) inRecords(do func() error) error {
	return p.Mount([]string{p.Records}, func(dirs []string) error {
		p.Records = dirs[0]
		return do()
	})
}
