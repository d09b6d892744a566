package serving

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"firstsession/content/disk"
	"firstsession/content/hostkey"
	"firstsession/content/invitation"
	"firstsession/content/plain"
	"firstsession/content/store"
	"firstsession/content/words"
	"firstsession/tui/command/shell"
)

// letter is the page that goes with an invitation, and where it goes, if one is asked for.
type letter struct {
	invitation.Page
	folder, hostKey string
	words           *words.Words
}

// hostName is what stands on a command line and means nothing else there.
var hostName = plain.Late(`^[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?$`)

// misused says what does not go together in what was asked for.
func (l letter) misused() error {
	switch {
	case l.folder == "" && l.Host != "":
		return shell.Misused("--host is for a page to hand out; --handout says where it goes")
	case l.folder != "" && l.Host == "":
		return shell.Misused("--handout wants to know how readers reach the server, such as --host guide.example.org")
	case l.folder != "" && !hostName().MatchString(l.Host):
		return shell.Misused("--host is a name or an address without spaces, such as guide.example.org, not %q", l.Host)
	case l.folder != "" && (l.Port < 1 || l.Port > 65535):
		return shell.Misused("--port is from 1 to 65535")
	}
	return nil
}

// begin finds what stands on each page, so that what is amiss is found before there is an invitation.
func (p *program) begin(l *letter, folder string) (err error) {
	if err = l.misused(); err != nil || l.folder == "" {
		return err
	}
	if folder, err = p.storeFolder(folder); err != nil {
		return err
	}
	if l.hostKey != "" { // of a key that no server has, a reader would compare nothing
		if _, err := p.FS.Stat(l.hostKey); err != nil {
			return fmt.Errorf("read the server's key, which serve makes: %w", err)
		}
	}
	if l.hostKey, err = hostKeyIn(folder, l.hostKey); err != nil {
		return err
	}
	key, err := hostkey.Open(p.FS, l.hostKey, p.Random)
	if err != nil {
		return err
	}
	guide, err := p.Load()
	if err != nil {
		return err
	}
	l.Fingerprint, l.Language, l.words = hostkey.Fingerprint(key), guide.Language, guide.Words
	return disk.MakeFolder(p.FS, l.folder)
}

// handOut writes the page of an invitation in the place of that of an earlier one,
// which is of no use any more. Only its owner can read it, since it has the code.
func (p *program) handOut(l letter, reference, code string, ends time.Time) error {
	if l.folder == "" {
		return nil
	}
	l.Code, l.LastDay = code, store.LastDay(ends)
	var all error // of either, since the other may do
	for _, ending := range []string{".txt", ".html"} {
		path := filepath.Join(l.folder, "invitation-"+reference+ending)
		text, err := plain.Either(ending == ".txt", l.Text, l.HTML)(l.words)
		if err == nil {
			err = disk.WriteOver(p.FS, path, []byte(text), false)
		}
		all = errors.Join(all, err)
	}
	if all != nil {
		return fmt.Errorf("the page for %s could not be written whole; its invitation stands as it was shown: %w", reference, all)
	}
	return nil
}
