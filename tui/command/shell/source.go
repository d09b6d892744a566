package shell

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/plain"
	"firstsession/content/practice"
	"firstsession/content/source"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Source says which guide is meant.
type Source struct {
	Env
	Dir      string // of a guide; empty for the built-in one
	Language string // empty for the one that was read last, or that the environment names
	Last     string // the language that was read last; empty if none is known
	Practice string // the practice file; empty for the one in the user's folder
	Group    string // the id of the group that is meant, of the practice file's; empty if nobody says
	// LastGroup is the one that a reader has chosen before; one that the file does
	// not name any more is as none.
	LastGroup string
	// InDanger reads of a practice file only whom to turn to in danger, as far as that
	// is right by itself, and for all groups where there is no such one.
	InDanger bool
}

// OpenFolder opens a guide's folder, or the built-in one if dir is empty.
func OpenFolder(dir string) (fs.FS, io.Closer, error) {
	if dir == "" {
		return content.Embedded(), io.NopCloser(nil), nil
	}
	return content.OpenFolder(dir)
}

// BuiltIn reports whether the guide is read as it is built in, so that Load cannot fail.
func (s Source) BuiltIn() bool { return s.Dir == "" && s.Language == "" && s.PracticePath() == "" }

// Load reads the guide, with what a practice file says about its group laid over
// it. Neither opens if it has problems. Of a file with several groups, where
// nobody says which is meant, it is what all of them share.
func (s Source) Load() (*content.Guide, error) {
	guide, _, err := s.LoadGroups()
	return guide, err
}

// LoadGroups is Load, and the groups that there are to choose from: none where
// there are not several, or where the flag says which is meant.
func (s Source) LoadGroups() (guide *content.Guide, groups []content.Group, err error) {
	guide, err = s.LoadGuide()
	path := s.PracticePath()
	switch {
	case err != nil:
		return nil, nil, err
	case path == "" && s.Group != "" && !s.InDanger:
		return nil, nil, Misused("%w", plain.Tell("group_file", "--group names a group of a practice file; say which file with --practice FILE"))
	case path == "":
		return guide, nil, nil
	}
	file, err := s.ParsePractice(path)
	var in practice.Practice
	if err == nil {
		groups = file.Named(guide.Language, s.Now())
		in, err = s.chooseGroup(file, path)
	}
	if err == nil {
		guide, err = in.Over(guide, s.Now())
	}
	if err != nil {
		return nil, nil, s.unreadPractice(path, err)
	}
	if s.Group != "" || len(groups) < 2 {
		groups = nil
	}
	return guide, groups, nil
}

// unreadPractice is why a practice file cannot be used. Of one that nobody named on
// the line, it also says what to do in danger, and how the guide opens without it.
func (s Source) unreadPractice(path string, err error) error {
	exit := exitError{code: ExitFailed}
	switch {
	case plain.IsA[source.Problems](err):
		exit.code = ExitProblems
		err = plain.Tell("practice_problems", "the practice file {path} has problems; {command} shows them", "path", path, "command", s.practiceHint(path))
	case plain.IsA[exitError](err): // in the line, not in the file
		return err
	}
	if s.Practice == "" {
		err = plain.Tell("practice_unread", "{error}. If you need help now: {help}. To open the guide without this file: {open}", "error", err, "help", "firstsession help now", "open", "firstsession --practice "+noPractice)
	}
	exit.err = err
	return exit
}

// noPractice is named for no practice file, also not the one in the user's folder.
const noPractice = "none"

// chooseGroup is what a practice file says of the group that is meant, or of all its groups.
func (s Source) chooseGroup(file practice.Practice, path string) (practice.Practice, error) {
	groups := file.Named(file.Language, s.Now())
	if s.Group != "" {
		if in, ok := file.In(s.Group); ok || !s.InDanger {
			return in, plain.Either(ok, nil, NoGroup(s.Group, path, groups))
		}
	}
	if in, ok := file.In(s.LastGroup); ok {
		return in, nil
	}
	if len(groups) == 1 {
		file, _ = file.In(groups[0].ID)
	}
	return file, nil
}

// NoGroup says that a practice file has no such group, and which it has.
func NoGroup(id, path string, groups []content.Group) error {
	if len(groups) == 0 {
		return Misused("%w", plain.Tell("group_none", "{path} names no groups, so --group cannot choose one", "path", path))
	}
	meant := content.Meant(id, strings.Split(IDsOf(groups), ", "), "")
	return Misused("%s", strings.TrimSpace(fmt.Sprintf("%s has no group %q; it has: %s. %s", path, id, IDsOf(groups), meant)))
}

// IDsOf lists groups by what --group calls them.
func IDsOf(groups []content.Group) string {
	return strings.Join(plain.Each(groups, func(g content.Group) string { return g.ID }), ", ")
}

// LoadGuide reads the guide as its authors wrote it.
func (s Source) LoadGuide() (guide *content.Guide, err error) {
	fsys, folder, err := OpenFolder(s.Dir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, folder.Close()) }()
	language := ""
	languages, err := content.Languages(fsys)
	if err == nil {
		language, err = s.ChooseLanguage(languages)
	}
	switch {
	case err != nil:
	case s.Dir == "" && s.Shipped != nil:
		guide, err = s.Shipped(language)
	default:
		guide, err = content.LoadToRead(fsys, language)
	}
	if plain.IsA[source.Problems](err) {
		hint := strings.TrimSpace("firstsession check " + Quoted(s.Dir))
		return nil, Problems("%w", plain.Tell("guide_problems", "this guide has problems; {command} shows them", "command", hint))
	}
	return guide, err
}

// Codes are those of the guide's languages.
func (s Source) Codes() []string {
	return plain.Each(s.Languages(), func(l content.Language) string { return l.Code })
}

// Answers is the guide in whose words a command answers: that which is meant, or the built-in one.
func (s Source) Answers() *content.Guide {
	for _, s := range []Source{s, {Env: s.Env, Language: s.Language, Last: s.Last}, {Env: s.Env}} {
		if guide, err := s.LoadGuide(); err == nil {
			return guide
		}
	}
	return &content.Guide{Language: "en", Words: &words.Words{}}
}

// Remembering is the source with what a reader chose before, as far as the journal goes.
func (s Source) Remembering() Source {
	if dir, err := disk.StateFolder(s.Getenv); err == nil {
		facts, _, _ := journal.Look(s.FS, filepath.Join(dir, journal.FileName))
		s.Last, s.LastGroup = walk.Language(facts), walk.GroupOf(facts)
	}
	return s
}

// Languages are those of the guide, by their own names.
func (s Source) Languages() []content.Language {
	fsys, folder, err := OpenFolder(s.Dir)
	if err != nil {
		return nil // which Load says
	}
	defer folder.Close() //nolint:errcheck // it was only read
	codes, err := content.Languages(fsys)
	if err != nil {
		return nil
	}
	return content.Named(fsys, codes)
}

// ChooseLanguage takes the language that was asked for, or else the one that was
// read last, or that the environment names, or else English, or else the first.
func (s Source) ChooseLanguage(languages []string) (string, error) {
	if s.Language != "" {
		if slices.Contains(languages, s.Language) {
			return s.Language, nil
		}
		return "", Misused("%w", plain.Tell("no_such_language", "this guide has no language “{language}”; it has: {list}", "language", s.Language, "list", strings.Join(languages, ", ")))
	}
	for _, wanted := range slices.Concat([]string{s.Last}, s.locale(), []string{"en"}) {
		for _, language := range languages {
			if strings.EqualFold(language, wanted) {
				return language, nil
			}
		}
	}
	return languages[0], nil
}

// locale is the environment's language with its region and without: "pt_BR.UTF-8" is pt-BR and pt.
func (s Source) locale() []string {
	value := cmp.Or(s.Getenv("LC_ALL"), s.Getenv("LC_MESSAGES"), s.Getenv("LANG"))
	value, _, _ = strings.Cut(value, ".")
	value, _, _ = strings.Cut(value, "@")
	language, region, _ := strings.Cut(value, "_")
	return []string{language + "-" + region, language}
}

// Quoted is a path as it is typed in a shell.
func Quoted(path string) string {
	return plain.Either(strings.Contains(path, " "), `"`+path+`"`, path)
}
