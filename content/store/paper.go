package store

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"firstsession/content/disk"
	"firstsession/content/mypage"
)

// mostPages is how many pages of one day are told apart by a number.
const mostPages = 99

// The name of a page is its day between these.
const pagePrefix, pageEnd = "my-page-", ".html"

// Paper puts a page that a member keeps into a folder, as text and as HTML, and as
// a file to bring along if there is one, under a name that says nothing but the day. A file that is there is never written
// over. It says where the page is once all are on the disk for good.
func Paper(fsys disk.FS, folder string, day time.Time, text, html string, file []byte) (path string, err error) {
	err = disk.MakeFolder(fsys, folder)
	for n := 1; err == nil && n <= mostPages; n++ {
		base := filepath.Join(folder, pagePrefix+day.Format("2006-01-02"))
		if n > 1 {
			base += fmt.Sprint("-", n)
		}
		err = writePage(fsys, base, text, html, file)
		switch {
		case err == nil:
			return base + pageEnd, nil
		case errors.Is(err, fs.ErrExist) && n < mostPages:
			err = nil
		}
	}
	return "", fmt.Errorf("save a page: %w", err)
}

// writePage writes the files of a page, or leaves none of them.
func writePage(fsys disk.FS, base, text, html string, file []byte) error {
	var written []string
	write := func(ending string, data []byte) error {
		err := disk.WriteNew(fsys, base+ending, data)
		if err == nil {
			written = append(written, base+ending)
		}
		return err
	}
	err := write(pageEnd, []byte(html))
	if err == nil {
		err = write(".txt", []byte(text))
	}
	if err == nil && file != nil {
		err = write(".json", file)
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
