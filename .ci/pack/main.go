// Pack makes the files of a release that have to be the same on every computer
// that makes them: archives, and the list of what is linked into a program
// (SBOM). It reads no clock: SOURCE_DATE_EPOCH says of when they are.
package main

import (
	"archive/tar"
	"archive/zip"
	"cmp"
	"compress/gzip"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return errors.New("say: archive FOLDER FILE.tar.gz, archive FOLDER FILE.zip, or sbom PROGRAM FILE")
	}
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return fmt.Errorf("reading SOURCE_DATE_EPOCH: %w", err)
	}
	of := time.Unix(seconds, 0).UTC()
	file, err := os.Create(args[2])
	if err != nil {
		return err
	}
	switch {
	case args[0] == "sbom":
		err = writeSBOM(file, args[1], of)
	case args[0] == "archive" && strings.HasSuffix(args[2], ".zip"):
		err = writeZip(file, args[1], of)
	case args[0] == "archive":
		err = writeTar(file, args[1], of)
	default:
		err = fmt.Errorf("there is no %q", args[0])
	}
	if err = cmp.Or(err, file.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", args[2], err)
	}
	return nil
}

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

// component is a part of a program, in the form CycloneDX 1.5 (JSON).
type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	PURL       string     `json:"purl,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// writeSBOM writes what the Go linker has noted in a program: each module that is
// in it, with the sum by which go.sum pins it.
func writeSBOM(w io.Writer, program string, of time.Time) error {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return fmt.Errorf("reading what %s is made of: %w", program, err)
	}
	main := componentOf("application", info.Main)
	for _, setting := range info.Settings {
		switch setting.Key {
		case "GOOS", "GOARCH", "vcs.revision":
			main.Properties = append(main.Properties, property{setting.Key, setting.Value})
		}
	}
	parts := []component{componentOf("library", debug.Module{Path: "std", Version: strings.TrimPrefix(info.GoVersion, "go")})}
	for _, module := range info.Deps {
		parts = append(parts, componentOf("library", *module))
	}
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(map[string]any{
		"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "components": parts,
		"metadata": map[string]any{"timestamp": of.Format(time.RFC3339), "component": main},
	})
}

// componentOf is a module as a component. One that stands in for another is named
// as what it is, which may be a folder of this repository.
func componentOf(kind string, module debug.Module) component {
	if module.Replace != nil {
		c := componentOf(kind, *module.Replace)
		if strings.HasPrefix(c.Name, ".") {
			c.Ref, c.PURL = c.Name, ""
		}
		c.Properties = append(c.Properties, property{"replaces", module.Path + "@" + module.Version})
		return c
	}
	purl := "pkg:golang/" + module.Path + "@" + module.Version
	c := component{Type: kind, Ref: purl, Name: module.Path, Version: module.Version, PURL: purl}
	if module.Sum != "" {
		c.Properties = []property{{"go.sum", module.Sum}}
	}
	return c
}
