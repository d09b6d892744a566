package serve

import (
	"io"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/ssh"

	"firstsession/content"
)

func TestNobodyGetsMoreThanTheGuide(t *testing.T) {
	t.Parallel()
	s := start(t)
	client := s.connect()
	if ok, _, err := client.SendRequest("tcpip-forward", true, ssh.Marshal(&struct {
		Address string
		Port    uint32
	}{"127.0.0.1", 0})); ok || err != nil {
		t.Errorf("a port is forwarded: %v, %v", ok, err)
	}
	for _, kind := range []string{"direct-tcpip", "direct-streamlocal@openssh.com", "x11", "tun@openssh.com"} {
		if _, _, err := client.OpenChannel(kind, nil); err == nil {
			t.Errorf("a channel for %s was opened", kind)
		}
	}
	channel, requests, err := client.OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go ssh.DiscardRequests(requests)
	text := func(words ...string) []byte {
		var all []byte
		for _, word := range words {
			all = append(all, ssh.Marshal(&struct{ Word string }{word})...)
		}
		return all
	}
	for _, c := range []struct {
		kind    string
		payload []byte
	}{
		{"exec", text("ls")}, {"exec", text("plain; ls")}, {"exec", text("scp -t .")}, {"exec", nil}, {"subsystem", text("sftp")},
		{"env", text("LANG", "C")}, {"auth-agent-req@openssh.com", nil}, {"x11-req", nil}, {"nonsense", []byte{1, 2}}, {"pty-req", []byte{9}},
		{"window-change", []byte{0}},
	} {
		if ok, err := channel.SendRequest(c.kind, true, c.payload); ok || err != nil {
			t.Errorf("%s %q: %v, %v", c.kind, c.payload, ok, err)
		}
	}
	if ok, err := channel.SendRequest("exec", true, text(" Plain ")); !ok || err != nil {
		t.Errorf("the word plain: %v, %v", ok, err)
	}
	if _, _, err := client.OpenChannel("session", nil); err == nil {
		t.Error("a second session was opened on one connection")
	}
}

func TestWhoAsksOnAndOnIsCutOff(t *testing.T) {
	t.Parallel()
	s := start(t)
	channel, requests, err := s.connect().OpenChannel("session", nil)
	if err != nil {
		t.Fatal(err)
	}
	go ssh.DiscardRequests(requests)
	for range 2 * maxAsks {
		if _, err = channel.SendRequest("env", true, nil); err != nil {
			return
		}
	}
	t.Error("everything was answered")
}

func TestThereAreAsManyAsMayBe(t *testing.T) {
	t.Parallel()
	s := start(t, func(o *Options) { o.Limits.Sessions = 2 })
	first := s.lines()
	first.sees("commands.")
	s.lines().sees("commands.")
	third := s.lines()
	third.sees("As many people are reading as this computer has room for.")
	third.gone()
	first.says("stop", "Nothing of this visit was kept.")
	first.gone()
	s.logged.waits(t, "a visit ended after")
	s.lines().sees("commands.")
}

func TestOneAddressGetsAsManyAsItMay(t *testing.T) {
	t.Parallel()
	s := start(t, func(o *Options) { o.Limits.ByAddress = 2 })
	s.lines().sees("commands.")
	s.lines().sees("commands.")
	third := s.lines()
	third.sees("As many people are reading from your network as can at once.")
	third.gone()
}

func TestOneAddressKnocksAsOftenAsItMay(t *testing.T) {
	t.Parallel()
	s := start(t, func(o *Options) { o.Limits.KnockFrom = 1 })
	s.connect() // and asks for nothing
	if client, err := s.dial(); err == nil {
		hangUp(client)
		t.Error("a second knocks at once")
	}
}

func TestWhoSaysNothingIsCutOff(t *testing.T) {
	t.Parallel()
	s := start(t, func(o *Options) { o.Limits.Knock = -time.Second })
	if client, err := s.dial(); err == nil {
		hangUp(client)
		t.Error("who was late was let in")
	}
	s = start(t, func(o *Options) { o.Limits.Knocking = 1 })
	client := s.connect() // and asks for nothing
	if more, err := s.dial(); err == nil {
		hangUp(more)
		t.Error("two knock at once")
	}
	hangUp(client)
}

func TestWhoIsIdleIsTold(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func(*served) *reader{"lines": (*served).lines, "window": (*served).window} {
		t.Run(name, func(t *testing.T) {
			s := start(t)
			idle, busy := open(s), s.lines()
			idle.sees("First")
			busy.sees("commands.")
			s.clock.goes(s.Limits.Idle - time.Minute)
			busy.says("chapters", "0 of 10 chapters read.")
			s.clock.goes(2 * time.Minute)
			s.ticks <- s.clock.Now()
			idle.sees("Nothing was typed for a long time")
			idle.gone()
			busy.says("back", "commands.")
		})
	}
}

func TestWhoTriesManyInvitationsHasToWait(t *testing.T) {
	t.Parallel()
	s := start(t, func(o *Options) { o.Limits.Tries = 3 })
	words := s.invite("K-102")
	r := s.lines()
	r.says("1", "Type the text for")
	for range 3 {
		r.says("maple heron", "This invitation is not known here.")
	}
	r.says(words, "Those were many tries.")
	other := s.lines()
	other.says("1", "Type the text for")
	other.says(words, "Those were many tries.")
	s.clock.goes(s.Limits.Within)
	other.says(words, "Your invitation was found.")
}

func TestAllTogetherTryAsOftenAsTheyMay(t *testing.T) {
	t.Parallel()
	s := start(t, func(o *Options) { o.Limits.AllTries = 1 })
	r := s.lines()
	r.says("1", "Type the text for")
	r.says("maple heron", "This invitation is not known here.")
	r.says("maple heron", "Those were many tries.")
}

func TestAWindowHasASizeThatCanBeDrawn(t *testing.T) {
	t.Parallel()
	limits := Usual()
	for _, c := range []struct {
		columns, rows uint32
		width, height int
	}{{80, 24, 80, 24}, {0, 0, 0, 0}, {1 << 31, 1<<32 - 1, limits.Width, limits.Height}, {1, 1, 1, 1}} {
		if w, h := newGate(limits, time.Now).window(&guest{}, c.columns, c.rows); w != c.width || h != c.height {
			t.Errorf("%d, %d is %d, %d", c.columns, c.rows, w, h)
		}
	}
	s := start(t)
	r := s.reads("xterm", "")
	r.sees("First")
	for _, size := range [][2]int{{0, 0}, {1, 1}, {1 << 30, 1 << 30}, {40, 12}, {0, 0}} {
		if err := r.session.WindowChange(size[1], size[0]); err != nil {
			t.Fatal(err)
		}
	}
	r.sees("read on")
	cells := 0
	s.gate.each(func(v *guest) { cells += v.cells })
	if cells != 40*12 {
		t.Errorf("%d cells are counted", cells)
	}
}

func TestManyBigWindowsAreDrawnSmaller(t *testing.T) {
	t.Parallel()
	g := newGate(Limits{Width: 300, Height: 100, Cells: 40000, Knocking: 2}, time.Now)
	first, second := g.knock(nil, nowhere, nil), g.knock(nil, nowhere, nil)
	for _, c := range []struct {
		who           *guest
		columns, rows uint32
		width, height int
	}{
		{first, 1000, 1000, 300, 100}, {second, 1000, 1000, 80, 24}, {second, 60, 1000, 60, 100}, {second, 100, 90, 100, 90},
		{first, 300, 100, 300, 100}, {first, 120, 40, 120, 40}, {second, 300, 100, 300, 100},
	} {
		if w, h := g.window(c.who, c.columns, c.rows); w != c.width || h != c.height {
			t.Errorf("%d, %d is %d, %d, not %d, %d", c.columns, c.rows, w, h, c.width, c.height)
		}
	}
	g.leave(second)
	g.window(second, 300, 100) // which was asked for before, and is read only now
	if _, h := g.window(first, 300, 100); h != 100 {
		t.Error("who has left takes up room")
	}
}

// A server at rest keeps no memory of what readers did before: each thing that they
// do is a reason to give it back once.
func TestWhatReadersDoIsAReasonToGiveMemoryBack(t *testing.T) {
	t.Parallel()
	g := newGate(Usual(), time.Now)
	v := g.knock(nil, nowhere, nil)
	seen := map[int]bool{g.moves(): true}
	for _, does := range []func(){func() { g.enter(v) }, func() { g.types(v) }, func() { g.types(v) }, func() { g.leave(v) }} {
		if does(); seen[g.moves()] {
			t.Errorf("%d moves were counted before", g.moves())
		}
		seen[g.moves()] = true
	}
}

func TestATerminalHasANameOrNone(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"xterm-256color": "xterm-256color", "dumb": "dumb", "": "xterm", "../../etc/passwd": "xterm", "a\x1b[2J": "xterm",
		strings.Repeat("x", longestName+1): "xterm", "screen.xterm-256color": "screen.xterm-256color",
	} {
		if got := nameOf(name); got != want {
			t.Errorf("%q is %q", name, got)
		}
	}
	s := start(t)
	s.reads("dumb", "").sees("commands.")
}

func TestWhatBreaksDecodersEndsNoServer(t *testing.T) {
	t.Parallel()
	s := start(t)
	for _, hostile := range []string{
		"\x9bM", "\x1b[" + strings.Repeat("1;", 200) + "m", "\x1b]11;rgb:" + strings.Repeat("f", 9999), "\x1b[200~" + strings.Repeat("x", 100000),
		"\x1bP+r544e\x1b\\", strings.Repeat("\x00\xff", 5000), "\x1b[<0;99999999;9M",
	} {
		s.window().types(hostile)
		s.lines().types(hostile + "\n")
	}
	s.lines().says("chapters", "0 of 10 chapters read.")
}

// What a reader typed behind the key that ended their visit is read by nobody, and
// keeps nothing of the visit. It runs beside no other test, whose visits it would see.
func TestNothingOfAVisitStaysBehind(t *testing.T) {
	s := start(t)
	more := strings.Repeat("x", 3*mostTyped)
	for range 3 {
		lines, window := s.lines(), s.window()
		lines.sees("commands.")
		window.sees("I have an invitation")
		window.settles()
		go io.WriteString(lines.in, "stop\n"+more) //nolint:errcheck // the session ends meanwhile
		go io.WriteString(window.in, "q"+more)     //nolint:errcheck // as above
		lines.gone()
		window.gone()
		hangUp(lines.client)
		hangUp(window.client)
	}
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	stay := regexp.MustCompile(`created by (firstsession/tui/serve.\(\*session\)|charm.land/bubbletea)\S*`)
	all := make([]byte, 1<<20)
	for late := time.Now().Add(10 * time.Second); ; runtime.Gosched() {
		found := stay.FindAllString(string(all[:runtime.Stack(all, true)]), -1)
		if len(found) == 0 {
			return
		}
		if time.Now().After(late) {
			t.Fatalf("it still runs: %q", found)
		}
	}
}

func TestAPanicEndsOneVisitOnly(t *testing.T) {
	t.Parallel()
	for name, open := range map[string]func(*served) *reader{"lines": (*served).lines, "window": (*served).window} {
		t.Run(name, func(t *testing.T) {
			all, err := guides()
			if err != nil {
				t.Fatal(err)
			}
			s := start(t, func(o *Options) {
				o.Guides = func(_, language string) (*content.Guide, error) {
					if language == "es" {
						panic("the reader's own words")
					}
					return all[language], nil
				}
			})
			other, breaks := s.lines(), open(s)
			other.sees("commands.")
			breaks.sees("First")
			if name == "lines" {
				breaks.types("español\n")
			} else {
				breaks.types("o")
			}
			breaks.sees("Something in this program broke")
			breaks.gone()
			other.says("chapters", "0 of 10 chapters read.")
			s.logged.waits(t, "a visit broke")
			if strings.Contains(s.logged.String(), "own words") {
				t.Error("a reader's words are in the log")
			}
		})
	}
}

func TestTheLogNamesNobody(t *testing.T) {
	t.Parallel()
	s := start(t)
	words := s.invite("K-102")
	r := s.lines()
	r.says("1", "Type the text for")
	r.says("wrong maple", "not known")
	r.says(words, "was found")
	r.says("stop", "kept")
	r.gone()
	s.logged.waits(t, "a visit ended after")
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	log := s.logged.String()
	for _, secret := range []string{"K-102", "127.0.0.1", "whoever", "maple", strings.Split(words, "-")[0]} {
		if strings.Contains(log, secret) {
			t.Errorf("%q is in the log: %s", secret, log)
		}
	}
}

// waits waits until something was logged.
func (s *shared) waits(t *testing.T, text string) {
	t.Helper()
	late := time.AfterFunc(20*time.Second, s.ends)
	defer late.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	for !strings.Contains(s.text.String(), text) {
		if s.end {
			t.Fatalf("%q is not in the log: %s", text, s.text.String())
		}
		s.more.Wait()
	}
}
