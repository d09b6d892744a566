package page

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// typedFolder is a folder that was typed, said in full. A number alone was meant for something
// else, and leaves the one that was there.
func typedFolder(s State, text, was string) (folder string, about Notice) {
	folder = strings.TrimSpace(text)
	if folder != "" && strings.Trim(folder, "0123456789 .,-") == "" && strings.Trim(folder, ".") != "" {
		return was, Notice{Text: s.Fill(s.Words().Pledge.NumberFolder, "text", folder), Care: true, At: folderID}
	}
	if s.Absolute != nil && folder != "" {
		if whole, err := s.Absolute(folder); err == nil { // or saving says what is the matter
			folder = whole
		}
	}
	return folder, Notice{}
}

// typedName is a name as it was typed, and what is said of it: not one of which a
// letter was lost on its way here.
func typedName(s State, text, said string) (name string, about Notice) {
	if strings.ContainsRune(text, unicode.ReplacementChar) {
		return "", Notice{Text: s.Words().Pledge.NameTorn, Care: true, At: nameID}
	}
	if name = record.CleanName(text); name != "" {
		about.Text = s.Fill(said, "name", name)
	}
	return name, about
}

// isKey reports whether a name may be keys that were meant for the page.
func isKey(name string) bool {
	return utf8.RuneCountInString(name) == 1 || strings.Trim(name, "0123456789") == ""
}

// sign asks for the record, or says what is missing for it.
func (p signature) sign(s State) (Page, Want) {
	words := s.Words().Pledge
	switch {
	case len(s.Walk.Open()) > 0:
		p.notice = answersFirst(s)
	case p.name == "":
		p.notice = Notice{Text: s.Fill(words.NameFirst), Care: true, At: nameID}
	case !s.Stays && isKey(p.name) && p.asked != p.name:
		p.asked, p.notice = p.name, Notice{Text: s.Fill(words.NameSure, "name", p.name), Care: true}
	case s.Intake(): // the name waits for the clinician's part
		return p, Do{Events: []walk.Event{{Kind: walk.NameTyped, Text: p.name}}, Next: true}
	case p.folder == "":
		p.notice = Notice{Text: words.NeedFolder, Care: true, At: folderID}
	default:
		return p, Sign{Name: p.name, Folder: p.folder}
	}
	return p, nil
}

// answersFirst leads to the first promise that has no answer, which may be out of sight.
func answersFirst(s State) Notice {
	about := Notice{Text: s.Fill(s.Words().Pledge.AnswersFirst), Care: true}
	if open := s.Walk.Open(); len(open) > 0 {
		about.At = answerID + open[0].ID
	}
	return about
}

// Became says why the record could not be saved, at what can be changed.
func (p signature) Became(s State, err error) Page {
	words := s.Words().Pledge
	once := OnceMore("")
	switch {
	case err == nil:
	case errors.As(err, &once):
		p.notice = Notice{Text: err.Error(), Care: true}
	case errors.Is(err, record.ErrNoName):
		p.name, p.notice = "", Notice{Text: s.Fill(words.NameFirst), Care: true, At: nameID}
	case errors.Is(err, walk.ErrOpen):
		p.notice = answersFirst(s)
	default:
		reason := s.Fill(words.Failed, "error", strings.TrimRight(s.Words().Reason(err), "."))
		p.notice = Notice{Text: reason, Care: true, At: folderID}
	}
	return p
}
