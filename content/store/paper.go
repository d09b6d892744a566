package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"firstsession/content/disk"
)

// mostPages is how many pages of one day are told apart by a number.
const mostPages = 99

// The name of a page is its day between these.
const pagePrefix, pageEnd = "my-page-", ".html"

// Paper puts a page that a member keeps into a folder, as text and as HTML, under
// a name that says nothing but the day. A file that is there is never written
// over. It says where the page is once both are on the disk for good.
func Paper(fsys disk.FS, folder string, day time.Time, text, html string) (path string, err error) {
	err = disk.MakeFolder(fsys, folder)
	for n := 1; err == nil && n <= mostPages; n++ {
		base := filepath.Join(folder, pagePrefix+day.Format("2006-01-02"))
		if n > 1 {
			base += fmt.Sprint("-", n)
		}
		err = writePage(fsys, base, text, html)
		switch {
		case err == nil:
			return base + pageEnd, nil
		case errors.Is(err, fs.ErrExist) && n < mostPages:
			err = nil
		}
	}
	return "", fmt.Errorf("save a page: %w", err)
}

// writePage writes both files of a page, or leaves none of them.
func writePage(fsys disk.FS, base, text, html string) error {
	if err := disk.WriteNew(fsys, base+pageEnd, []byte(html)); err != nil {
		return err
	}
	if err := disk.WriteNew(fsys, base+".txt", []byte(text)); err != nil {
		return errors.Join(err, disk.RemoveAny(fsys, base+pageEnd))
	}
	if err := fsys.SyncDir(filepath.Dir(base)); err != nil {
		return errors.Join(err, disk.RemoveAny(fsys, base+pageEnd), disk.RemoveAny(fsys, base+".txt"))
	}
	return nil
}
