package tui

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"firstsession/content"
)

// openFolder opens a guide's folder, or the built-in one if dir is empty.
func openFolder(dir string) (fs.FS, io.Closer, error) {
	if dir == "" {
		return content.Embedded(), io.NopCloser(nil), nil
	}
	return content.OpenFolder(dir)
}

// loadGuide reads the guide that the flags choose, as its authors wrote it. One
// with problems does not open.
func (p *program) loadGuide() (guide *content.Guide, err error) {
	fsys, folder, err := openFolder(p.guideDir)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, folder.Close()) }()
	languages, err := content.Languages(fsys)
	if err == nil {
		var language string
		if language, err = p.chooseLanguage(languages); err == nil {
			guide, err = content.Load(fsys, language)
		}
	}
	var found content.Problems
	if errors.As(err, &found) {
		return nil, problems("this guide has problems; %s shows them", p.checkHint())
	}
	return guide, err
}

// checkHint is the command line that shows the guide's problems.
func (p *program) checkHint() string {
	return strings.TrimSpace("firstsession check " + quoted(p.guideDir))
}

// chooseLanguage takes the language that was asked for, or else the one that
// the environment names, or else English, or else the first.
func (p *program) chooseLanguage(languages []string) (string, error) {
	if p.language != "" {
		if slices.Contains(languages, p.language) {
			return p.language, nil
		}
		return "", exitError{exitUsage, fmt.Errorf("this guide has no language %q; it has: %s",
			p.language, strings.Join(languages, ", "))}
	}
	for _, wanted := range append(p.locale(), "en") {
		for _, language := range languages {
			if strings.EqualFold(language, wanted) {
				return language, nil
			}
		}
	}
	return languages[0], nil
}

// locale gives the environment's language, with its region and without:
// "pt_BR.UTF-8" is pt-BR and pt.
func (p *program) locale() []string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := p.getenv(name)
		if value == "" {
			continue
		}
		value, _, _ = strings.Cut(value, ".")
		value, _, _ = strings.Cut(value, "@")
		language, region, _ := strings.Cut(value, "_")
		return []string{language + "-" + region, language}
	}
	return nil
}
