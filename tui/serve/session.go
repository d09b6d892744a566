package serve

import (
	"context"
	"errors"
	"strings"
	"sync"

	"golang.org/x/crypto/ssh"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
	"firstsession/tui/guard"
)

type session struct {
	*Server
	guest   *guest
	channel ssh.Channel
	asked   int  // requests
	begun   bool // the guide was asked for
	plain   bool // as lines, whatever window there is
	term    string
	opened  string // the language of the first page
	invited invited

	mu            sync.Mutex // of the size, which changes beside the surface
	width, height int        // of the window; below nought without one
	resized       func(width, height int)
}

func (one *session) size() (width, height int) {
	one.mu.Lock()
	defer one.mu.Unlock()
	return one.width, one.height
}

// show shows the guide until the reader leaves, or the context ends.
func (one *session) show(ctx context.Context) {
	first, err := one.Guides("", one.opened)
	if err != nil {
		one.log.Print("the guide could not be read")
		return
	}
	if in, full := one.gate.enter(one.guest); !in {
		one.tell(plain.Either(full, first.Words.Served.Full, first.Words.Served.FullFrom))
		one.ends(1)
		return
	}
	v := one.visit(first)
	defer one.invited.close()
	broke := &guard.Crash{}
	width, height := one.size()
	plainly := one.plain || width <= 0 || height <= 0 || one.term == "dumb" // which cannot be drawn on
	if plainly {
		broke.Guards(func() { err = one.lines(ctx, v) })
	} else {
		broke.Guards(func() { err = one.screen(ctx, v, broke) })
	}
	words, why := v.Walk.Guide().Words, context.Cause(ctx)
	switch {
	case broke.What != "":
		broke.Keep(v)
		one.log.Printf("a visit broke: %s\n%s", broke.What, broke.Stack)
		one.tell(words.Served.Broke)
	case !v.Over():
		v.Leave()
	}
	switch {
	case errors.Is(why, errDrains):
		one.tell(words.Served.Drains)
	case errors.Is(why, errIdle):
		one.tell(words.Served.Idle)
	}
	if !plainly && broke.What == "" && err == nil {
		one.tell(v.Farewell())
	}
	one.ends(0)
}

// visit begins one reader's visit: without an invitation, so that nothing is kept.
func (one *session) visit(guide *content.Guide) *visit.Visit {
	one.invited.session = one
	v := visit.New(visit.Options{
		World: page.World{Private: true, Languages: one.Languages, Groups: one.Groups, Absolute: func(folder string) (string, error) { return folder, nil }},
		Walk:  walk.New(guide), Keeper: visit.Nobody(), Invites: &one.invited, Now: one.Now, Entered: record.SSH,
		ReadIn: func(language, group string) (*content.Guide, error) { return one.Guides(group, language) },
	})
	v.Start(visit.Found{})
	return v
}

// tell says something on a terminal that is not drawn on any more, or not yet.
func (one *session) tell(text string) {
	end := "\n"
	width, _ := one.size()
	if width >= 0 {
		end = "\r\n"
	}
	lines := []string{plain.Printable(text, "?")}
	if width > 0 {
		lines = plain.Wrap(lines[0], width)
	}
	// Whoever is gone hears nothing more.
	one.channel.Write([]byte(strings.Join(lines, end) + end)) //nolint:errcheck // as above
}

func (one *session) ends(status uint32) {
	one.channel.SendRequest("exit-status", false, ssh.Marshal(&struct{ Status uint32 }{status})) //nolint:errcheck // the reader may be gone already
	// Without an end of output before it, which what is typed just now, and shown
	// beside this, would race with.
	one.channel.Close() //nolint:errcheck // as above
}

// Read reads what the reader types, and notes that they did.
func (one *session) Read(p []byte) (int, error) {
	n, err := one.channel.Read(p)
	if n > 0 {
		one.gate.types(one.guest)
	}
	return n, err
}
