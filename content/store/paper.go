package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/mypage"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

const mostPages = 99

// The name of a page is its day between these.
const pagePrefix, pageEnd = "my-page-", ".html"

// Paper puts a page that a member keeps into a folder for good, as text and as HTML, and
// as a file to bring along if there is one, under a name that says nothing but the day.
// A file that is there is never written over; a page that is the same stands for it.
func Paper(fsys disk.FS, folder string, day time.Time, text, html string, file []byte) (path string, err error) {
	files := []pageFile{{pageEnd, []byte(html)}, {".txt", []byte(text)}, {".json", file}}
	err = disk.MakeFolder(fsys, folder)
	for n := 1; err == nil && n <= mostPages; n++ {
		base := filepath.Join(folder, pagePrefix+day.Format(time.DateOnly))
		if n > 1 {
			base += fmt.Sprint("-", n)
		}
		err = writePage(fsys, base, files)
		switch {
		case err == nil, errors.Is(err, fs.ErrExist) && isPage(fsys, base, files):
			return base + pageEnd, nil
		case errors.Is(err, fs.ErrExist) && n < mostPages:
			err = nil
		}
	}
	return "", fmt.Errorf("save a page: %w", err)
}

// pageFile is one of a page's files; without data there is to be none.
type pageFile struct {
	end  string
	data []byte
}

func isPage(fsys disk.FS, base string, files []pageFile) bool {
	return !slices.ContainsFunc(files, func(f pageFile) bool {
		got, err := fsys.Read(base+f.end, int64(len(f.data)))
		return (err == nil) != (f.data != nil) || !bytes.Equal(got, f.data)
	})
}

// writePage writes the files of a page, or leaves none of them.
func writePage(fsys disk.FS, base string, files []pageFile) (err error) {
	var written []string
	for _, f := range files {
		if err != nil || f.data == nil {
			break
		}
		if err = disk.WriteNew(fsys, base+f.end, f.data); err == nil {
			written = append(written, base+f.end)
		}
	}
	if err == nil {
		err = fsys.SyncDir(filepath.Dir(base))
	}
	if err != nil {
		for _, path := range written {
			err = errors.Join(err, disk.RemoveAny(fsys, path))
		}
	}
	return err
}

// ReadBrought reads a file that a client brought to an intake.
func ReadBrought(fsys disk.FS, path string) (mypage.File, error) {
	data, err := fsys.Read(path, mypage.MaxFile)
	if errors.Is(err, disk.ErrTooLong) {
		return mypage.File{}, mypage.ErrForeign
	}
	if err != nil {
		return mypage.File{}, fmt.Errorf("read what was brought: %w", err)
	}
	return mypage.Decode(data)
}

// FindLeft finds what a reader saved that no erasing takes away, and is theirs to
// delete: the copies to read of the records that the facts speak of, and the pages in
// their folders and in the usual one. What cannot be looked up is taken to be there.
func FindLeft(fsys disk.FS, usual string, facts []walk.Fact) (records, pages []string) {
	w, _ := walk.Replay(nil, facts)
	folders := []string{usual}
	for _, path := range w.Records() {
		for _, named := range []string{path, strings.TrimSuffix(path, ".txt") + ".json"} { // its copy may be gone
			if _, err := fsys.Stat(named); !errors.Is(err, fs.ErrNotExist) {
				records = append(records, named)
				break
			}
		}
		folders = append(folders, filepath.Dir(path))
	}
	slices.Sort(folders)
	for _, folder := range slices.Compact(folders) {
		if folder != "" {
			pages = append(pages, pagesIn(fsys, folder)...)
		}
	}
	return records, pages
}

func pagesIn(fsys disk.FS, folder string) []string {
	names, err := fsys.ReadDir(folder)
	if err != nil {
		return nil
	}
	return plain.Some(names, func(name string) (string, bool) {
		return filepath.Join(folder, name), strings.HasPrefix(name, pagePrefix) && strings.HasSuffix(name, pageEnd)
	})
}

// Erase erases the journal in a folder, of so many files.
func Erase(fsys disk.FS, dir string) (erased int, err error) {
	erased, _, err = EraseTold(fsys, dir)
	return erased, err
}

// EraseTold also says what the facts were. What they speak of is settled first:
// where a folder is not there, nothing can be done about it.
func EraseTold(fsys disk.FS, dir string) (erased int, was []walk.Fact, err error) {
	erased, err = journal.Erase(fsys, dir, func(facts []walk.Fact) error {
		was = facts
		sweep(fsys, facts)
		w, _ := walk.Replay(nil, facts)
		for _, saving := range w.Savings() {
			if _, err := record.Settle(fsys, saving.Path, saving.Record); err != nil && !disk.IsNone(err) {
				return err
			}
		}
		return nil
	})
	return erased, was, err
}

// sweep tidies up beside the record that was saved last. What does not go now
// may go at the next start.
func sweep(fsys disk.FS, facts []walk.Fact) {
	w, _ := walk.Replay(nil, facts)
	if signed, ok := w.Signed(); ok && record.Sweep(fsys, signed.Path, signed.Record) != nil {
		return
	}
}
