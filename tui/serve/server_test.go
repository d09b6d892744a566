package serve

import (
	"bytes"
	"context"
	"crypto/rand"
	"io"
	"maps"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/hostkey"
	"firstsession/content/store"
)

// served is a server in a test, with what is handed in to it.
type served struct {
	*Server
	t       *testing.T
	places  store.Served
	records string
	address string
	ticks   chan time.Time
	logged  *shared
	clock   *clock
	stop    func() error // tells it to, and waits
}

// clock goes only when it is told to.
type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) goes(on time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(on)
}

// shared is text that several write.
type shared struct {
	mu   sync.Mutex
	more *sync.Cond
	text bytes.Buffer
	end  bool
}

func newShared() *shared {
	s := &shared{}
	s.more = sync.NewCond(&s.mu)
	return s
}

func (s *shared) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.more.Broadcast()
	return s.text.Write(p)
}

func (s *shared) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

func (s *shared) ends() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.end = true
	s.more.Broadcast()
}

// guides are the shipped ones as a server reads them.
var guides = sync.OnceValues(func() (map[string]*content.Guide, error) {
	all := map[string]*content.Guide{}
	languages, err := content.Languages(content.Embedded())
	if err != nil {
		return nil, err
	}
	for _, language := range languages {
		guide, err := content.LoadToRead(content.Embedded(), language)
		if err != nil {
			return nil, err
		}
		guide.Words = guide.Words.AtTheClinic()
		all[language] = guide
	}
	return all, nil
})

// start serves on a port of its own until the test ends.
func start(t *testing.T, change ...func(*Options)) *served {
	t.Helper()
	all, err := guides()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	key, err := hostkey.Open(disk.OS(), filepath.Join(folder, "host-key"), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s := &served{t: t, ticks: make(chan time.Time), logged: newShared(), clock: &clock{now: time.Now()}, records: filepath.Join(folder, "records")}
	s.places = store.NewInvitations(store.Options{FS: disk.OS(), Records: s.records, Version: "a test", Random: rand.Reader}, folder, s.clock.Now)
	o := Options{
		Key: key, Language: "en", Languages: content.Named(content.Embedded(), slices.Sorted(maps.Keys(all))), Places: s.places,
		Guides: func(_, language string) (*content.Guide, error) { return all[language], nil },
		Limits: Usual(), Now: s.clock.Now, Ticks: s.ticks, Log: s.logged,
	}
	for _, c := range change {
		c(&o)
	}
	s.Server = New(o)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.address = listener.Addr().String()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx, listener) }()
	s.stop = sync.OnceValue(func() error {
		cancel()
		return <-ended
	})
	t.Cleanup(func() {
		if err := s.stop(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// invite makes an invitation and returns its words.
func (s *served) invite(reference string) string {
	s.t.Helper()
	words, err := s.places.Make(reference, "", "", store.EndOf(s.clock.Now(), 30))
	if err != nil {
		s.t.Fatal(err)
	}
	return words
}

// dial connects as far as a client does before it asks for anything.
func (s *served) dial() (*ssh.Client, error) {
	conn, err := net.Dial("tcp", s.address)
	if err != nil {
		return nil, err
	}
	return s.over(conn, "whoever")
}

// over connects on a connection, by a user name.
func (s *served) over(conn net.Conn, user string) (*ssh.Client, error) {
	client, channels, requests, err := ssh.NewClientConn(conn, s.address,
		&ssh.ClientConfig{User: user, HostKeyCallback: ssh.FixedHostKey(s.Key.PublicKey())})
	if err != nil {
		return nil, err
	}
	return ssh.NewClient(client, channels, requests), nil
}

func (s *served) connect() *ssh.Client {
	s.t.Helper()
	client, err := s.dial()
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { hangUp(client) })
	return client
}

// reader is somebody at a client.
type reader struct {
	t       *testing.T
	client  *ssh.Client
	session *ssh.Session
	in      io.Writer
	shown   *shared
	from    int // what was waited for before
}

// lines reads as lines, and window in one of the usual size.
func (s *served) lines() *reader  { return s.reads("", "plain") }
func (s *served) window() *reader { return s.reads("xterm-256color", "") }

func (s *served) reads(term, command string) *reader {
	s.t.Helper()
	return s.readsOn(s.connect(), term, command)
}

func (s *served) readsOn(client *ssh.Client, term, command string) *reader {
	s.t.Helper()
	r := &reader{t: s.t, client: client, shown: newShared()}
	var err error
	if r.session, err = r.client.NewSession(); err != nil {
		s.t.Fatal(err)
	}
	r.session.Stdout = r.shown
	if r.in, err = r.session.StdinPipe(); err != nil {
		s.t.Fatal(err)
	}
	if term != "" {
		err = r.session.RequestPty(term, 24, 80, nil)
	}
	if err == nil && command != "" {
		err = r.session.Start(command)
	} else if err == nil {
		err = r.session.Shell()
	}
	if err != nil {
		s.t.Fatal(err)
	}
	go func() {
		r.session.Wait() //nolint:errcheck // how it ended, the test looks at otherwise
		hangUp(client)   // as any client does then; the server would wait for it
		r.shown.ends()
	}()
	return r
}

// sees waits until a text was shown, behind those that were waited for before,
// wherever its lines are broken. The deadline is for a test that fails.
func (r *reader) sees(text string) {
	r.t.Helper()
	late := time.AfterFunc(20*time.Second, r.shown.ends)
	defer late.Stop()
	r.shown.mu.Lock()
	defer r.shown.mu.Unlock()
	text = strings.ReplaceAll(text, "\n", " ")
	for {
		all := strings.ReplaceAll(r.shown.text.String(), "\n", " ")
		if at := strings.Index(all[r.from:], text); at >= 0 {
			r.from += at + len(text)
			return
		}
		if r.shown.end {
			r.t.Fatalf("%q was not shown in %q", text, all[r.from:])
		}
		r.shown.more.Wait()
	}
}

// all is what was shown, wherever its lines are broken.
func (r *reader) all() string { return strings.ReplaceAll(r.shown.String(), "\n", " ") }

// types sends keys.
func (r *reader) types(keys string) {
	r.t.Helper()
	if _, err := io.WriteString(r.in, keys); err != nil {
		r.t.Fatal(err)
	}
}

// says types a line and waits for what comes.
func (r *reader) says(line, shows string) {
	r.t.Helper()
	r.types(line + "\n")
	r.sees(shows)
}

// gone waits until the session has ended.
func (r *reader) gone() {
	r.t.Helper()
	r.shown.mu.Lock()
	defer r.shown.mu.Unlock()
	late := time.AfterFunc(20*time.Second, func() {
		r.t.Error("the session did not end")
		r.shown.ends()
	})
	defer late.Stop()
	for !r.shown.end {
		r.shown.more.Wait()
	}
}

// settles waits until what a key does was drawn: a frame or two later. Keys that
// come together would be taken for a paste.
func (r *reader) settles() { time.Sleep(2 * time.Second / frames) }
