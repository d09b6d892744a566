package shell

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/practice"
)

// PracticePath is the practice file that was named, or the one in the user's
// folder for settings; empty if there is none, or none is to be used.
func (s Source) PracticePath() string {
	switch s.Practice {
	case noPractice:
		return ""
	case "":
	default:
		return s.Practice
	}
	folder, err := disk.ConfigFolder(s.Getenv)
	if err != nil {
		return "" // the computer names no home folder
	}
	path := filepath.Join(folder, "practice.toml")
	if _, err := s.FS.Lstat(path); disk.IsNone(err) || errors.Is(err, fs.ErrPermission) {
		return "" // the folder may be another user's, or no folder
	}
	return path
}

// ParsePractice reads a practice file.
func (s Source) ParsePractice(path string) (practice.Practice, error) {
	data, err := s.ReadPractice(path)
	if err != nil {
		return practice.Practice{}, err
	}
	if s.InDanger {
		return practice.CrisisOf(path, data).Ours(s.FirstLanguage()), nil
	}
	file, err := practice.Parse(path, data)
	return file.Ours(s.FirstLanguage()), err
}

// FirstLanguage is the language of a practice file that does not say its own; empty where
// the guide has only one, which is then as good as any.
func (s Source) FirstLanguage() string {
	codes := s.Codes()
	switch {
	case len(codes) < 2:
		return ""
	case slices.Contains(codes, "en"):
		return "en"
	default:
		return codes[0]
	}
}

// ReadPractice reads what stands in a practice file.
func (s Source) ReadPractice(path string) ([]byte, error) {
	data, err := s.FS.Read(path, practice.Max)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, plain.Tell("no_such_file", "there is no file {path}", "path", path)
	case errors.Is(err, disk.ErrNotFile):
		return nil, fmt.Errorf("reading the practice file: %w", NotFile(path))
	case errors.Is(err, disk.ErrTooLong):
		return nil, practice.TooLong(path)
	case err != nil:
		return nil, fmt.Errorf("reading the practice file: %w", err)
	}
	return data, nil
}

// practiceHint is the command line that shows a practice file's problems with this guide.
func (s Source) practiceHint(path string) string {
	line := "firstsession practice check " + Quoted(path)
	if s.Dir != "" {
		line += " --guide " + Quoted(s.Dir)
	}
	if s.Language != "" {
		line += " --language " + s.Language
	}
	return line
}
