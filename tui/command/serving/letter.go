package serving

import (
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"time"

	"firstsession/content/disk"
	"firstsession/content/hostkey"
	"firstsession/content/invitation"
	"firstsession/content/store"
	"firstsession/content/words"
	"firstsession/tui/command/shell"
)

// letter says what stands on the pages that go with invitations.
type letter struct {
	folder, host, hostKey string
	port                  int
}

// hostName is what stands on a command line and means nothing else there.
var hostName = regexp.MustCompile(`^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$`)

// letters returns what writes the page of an invitation, and the language of
// that: nothing, where none was asked for. What is amiss is found before an
// invitation is made.
func (p *program) letters(h letter, folder string) (write handsOut, language string, err error) {
	switch {
	case h.folder == "" && h.host == "":
		return func(string, string, time.Time) error { return nil }, "", nil
	case h.folder == "":
		return nil, "", shell.Misused("--host is for a page to hand out; --handout says where it goes")
	case h.host == "":
		return nil, "", shell.Misused("--handout wants to know how readers reach the server, such as --host guide.example.org")
	case !hostName.MatchString(h.host):
		return nil, "", shell.Misused("--host is a name or an address without spaces, such as guide.example.org, not %q", h.host)
	case h.port < 1 || h.port > 65535:
		return nil, "", shell.Misused("--port is from 1 to 65535")
	}
	folder, err = p.storeFolder(folder)
	if err != nil {
		return nil, "", err
	}
	if h.hostKey != "" { // of a key that no server has, a reader would compare nothing
		if _, err := p.FS.Stat(h.hostKey); err != nil {
			return nil, "", fmt.Errorf("read the server's key, which serve makes: %w", err)
		}
	}
	if h.hostKey, err = hostKeyIn(folder, h.hostKey); err != nil {
		return nil, "", err
	}
	key, err := hostkey.Open(p.FS, h.hostKey, p.Random)
	if err != nil {
		return nil, "", err
	}
	guide, err := p.Load()
	if err == nil {
		err = disk.MakeFolder(p.FS, h.folder)
	}
	if err != nil {
		return nil, "", err
	}
	page := invitation.Page{Host: h.host, Port: h.port, Fingerprint: hostkey.Fingerprint(key), Language: guide.Language}
	return func(reference, code string, ends time.Time) error {
		page.Code, page.LastDay = code, store.LastDay(ends)
		if err := p.write(page, guide.Words, filepath.Join(h.folder, "invitation-"+reference)); err != nil {
			return fmt.Errorf("the page for %s could not be written; its invitation stands as it was shown: %w", reference, err)
		}
		return nil
	}, guide.Language, nil
}

func (p *program) write(page invitation.Page, words *words.Words, base string) error {
	text, err := page.Text(words)
	html := ""
	if err == nil {
		html, err = page.HTML(words)
	}
	return errors.Join(err, p.replace(base+".txt", text), p.replace(base+".html", html))
}

// replace writes a page in the place of that of an earlier invitation, which is
// of no use any more. Only its owner can read it, since it has the code.
func (p *program) replace(path, text string) error {
	if err := disk.RemoveAny(p.FS, path); err != nil {
		return err
	}
	return disk.WriteNew(p.FS, path, []byte(text))
}
