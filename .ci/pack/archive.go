package main

import (
	"archive/tar"
	"archive/zip"
	"cmp"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// each calls put for each file of a folder in the order of their names, with its
// name behind the folder's own. Of its rights only one counts: can it be run?
func each(folder string, put func(name string, mode fs.FileMode, size int64, open *os.File) error) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(filepath.Dir(filepath.Clean(folder)), path)
		if err != nil {
			return err
		}
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close() //nolint:errcheck // it was only read
		info, err := file.Stat()
		if err != nil {
			return err
		}
		mode := fs.FileMode(0o644)
		if info.Mode()&0o100 != 0 {
			mode = 0o755
		}
		return put(filepath.ToSlash(name), mode, info.Size(), file)
	})
}

// writeTar writes a folder as a compressed tar archive, owned by nobody in
// particular.
func writeTar(w io.Writer, folder string, of time.Time) error {
	small, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	archive := tar.NewWriter(small)
	err = each(folder, func(name string, mode fs.FileMode, size int64, file *os.File) error {
		head := &tar.Header{
			Name: name, Mode: int64(mode.Perm()), Size: size, ModTime: of,
			Typeflag: tar.TypeReg, Format: tar.FormatUSTAR,
		}
		if err := archive.WriteHeader(head); err != nil {
			return err
		}
		_, err := io.Copy(archive, file)
		return err
	})
	return cmp.Or(err, archive.Close(), small.Close())
}

// writeZip writes a folder as a zip archive.
func writeZip(w io.Writer, folder string, of time.Time) error {
	archive := zip.NewWriter(w)
	err := each(folder, func(name string, mode fs.FileMode, _ int64, file *os.File) error {
		head := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: of}
		head.SetMode(mode)
		entry, err := archive.CreateHeader(head)
		if err != nil {
			return err
		}
		_, err = io.Copy(entry, file)
		return err
	})
	return cmp.Or(err, archive.Close())
}
