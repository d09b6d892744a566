package tui

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"runtime"
	"time"

	"firstsession/content"
	"firstsession/content/hostkey"
	"firstsession/content/plain"
	"firstsession/content/store"
	"firstsession/tui/command/serving"
	"firstsession/tui/serve"
)

// serve lets others read the guide over SSH, until the system asks it to stop.
func (p *program) serve(asked serving.Serving) error {
	// Windows leave garbage at rest, too, since the framework looks at each 20 times a
	// second: a third more would be over a megabyte for each of 500.
	p.keep(10)
	guides, groups, language, err := p.guides()
	if err != nil {
		return err
	}
	records, err := absolute(asked.Records) // which a database does not look at
	if err != nil {
		return err
	}
	// First, since a start that fails leaves nothing on the disk.
	listener, err := listen(asked.Listen)
	if err != nil {
		return err
	}
	defer listener.Close() //nolint:errcheck // whoever served has closed it already
	key, err := hostkey.Open(p.FS, asked.HostKey, p.Random)
	if err != nil {
		return err
	}
	places, closes, err := p.OpenStore(asked.Store, records)
	if err != nil {
		return err
	}
	defer closes()
	if err := errors.Join(places.Tidy(), p.saysServed(listener.Addr(), hostkey.Fingerprint(key), asked.Store), p.saysBroken(places)); err != nil {
		return err
	}
	limits := serve.Usual()
	limits.Sessions, limits.ByAddress = asked.Sessions, asked.ByAddress
	ctx, stop := untilAsked()
	defer stop()
	minutes := time.NewTicker(time.Minute)
	defer minutes.Stop()
	return serve.New(serve.Options{
		Key: key, Guides: guides, Language: language, Languages: p.Languages(), Groups: groups, Places: places, Proxied: asked.Proxied,
		Limits: limits, Now: p.Now, Ticks: minutes.C, Log: p.Err,
	}).Run(ctx, listener)
}

// listen takes an address by numbers alone: whoever looks up names has to ask others.
func listen(at netip.AddrPort) (net.Listener, error) {
	listener, err := net.ListenTCP("tcp", net.TCPAddrFromAddrPort(at))
	if op, ok := errors.AsType[*net.OpError](err); ok {
		err = op.Err // which does not say once more where
	}
	if err != nil {
		return nil, fmt.Errorf("listen on %s: %w", at, err)
	}
	return listener, nil
}

// saysServed says where readers can connect, and what whoever serves them should mend.
func (p *program) saysServed(at net.Addr, fingerprint, folder string) error {
	err := errors.Join(
		p.Say("Readers can connect at %s. To stop: Ctrl+C.", at),
		p.Say("The server’s fingerprint: %s", fingerprint),
	)
	if info, found := p.FS.Stat(folder); found == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		err = errors.Join(err, p.Say("Others on this computer can look into %s, where what readers keep will lie. To mend that: chmod 700 %s", folder, folder))
	}
	return err
}

// saysBroken says which invitations cannot be read. The others are served.
func (p *program) saysBroken(places store.Served) error {
	_, err := places.List()
	if plain.IsA[*store.BrokenError](err) {
		return p.Say("%s", err)
	}
	return err
}

// guides reads the guide in each of its languages, and for each of the practice's
// groups, so that whatever is wrong with one is said before anybody reads.
// Language is the one to begin with.
func (p *program) guides() (all serve.Guides, groups []content.Group, language string, err error) {
	first, groups, err := p.LoadGroups()
	if err != nil {
		return nil, nil, "", err
	}
	read := map[[2]string]*content.Guide{} // by group and language
	for _, group := range append([]content.Group{{}}, groups...) {
		for _, l := range p.Languages() {
			guide, err := p.readIn(l.Code, group.ID)
			if err != nil {
				return nil, nil, "", fmt.Errorf("read the guide in %s: %w", l.Code, err)
			}
			served := *guide
			served.Words = guide.Words.AtTheClinic()
			read[[2]string{group.ID, l.Code}] = &served
		}
	}
	return func(group, language string) (*content.Guide, error) {
		// An invitation's group may not be in the practice file any more.
		for _, k := range [][2]string{{group, language}, {"", language}} {
			if guide := read[k]; guide != nil {
				return guide, nil
			}
		}
		return nil, fmt.Errorf("there is no guide in %s", language)
	}, groups, first.Language, nil
}
