package serve

import (
	"context"
	"encoding/binary"
	"net"
	"slices"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"

	"firstsession/content/plain"
)

// config asks nobody who they are, and speaks nothing that is weak.
func config(key ssh.Signer) *ssh.ServerConfig {
	c := &ssh.ServerConfig{NoClientAuth: true, MaxAuthTries: 1, ServerVersion: "SSH-2.0-FirstSession"}
	c.KeyExchanges = []string{ssh.KeyExchangeMLKEM768X25519, ssh.KeyExchangeCurve25519}
	c.Ciphers = []string{ssh.CipherChaCha20Poly1305, ssh.CipherAES256GCM, ssh.CipherAES128GCM, ssh.CipherAES256CTR}
	c.MACs = []string{ssh.HMACSHA256ETM, ssh.HMACSHA512ETM}
	c.AddHostKey(key)
	return c
}

// connected takes one connection from its beginning to its end.
func (s *Server) connected(conn net.Conn) {
	ctx, end := context.WithCancelCause(context.Background())
	defer end(nil)
	from := nowhere // until the balancer has said it
	if tcp, ok := conn.RemoteAddr().(*net.TCPAddr); ok && !s.Proxied {
		from = networkOf(tcp.AddrPort().Addr())
	}
	v := s.gate.knock(conn, from, end)
	if v == nil {
		return
	}
	defer func() {
		if lasted, left := s.gate.leave(v); v.in {
			s.log.Printf("a visit ended after %s; %d open", lasted.Round(1e9), left)
		}
	}()
	v.late = time.AfterFunc(s.Limits.Knock, func() { hangUp(conn) })
	defer v.late.Stop()
	if !s.Proxied || s.handedOn(v) {
		s.speaksWith(ctx, v)
	}
}

// speaksWith speaks SSH with a guest, and converses if they ask for a session.
func (s *Server) speaksWith(ctx context.Context, v *guest) {
	// Asked to end while it has not said yet what it wants, there is nobody to tell.
	defer context.AfterFunc(ctx, func() {
		s.gate.while(func() {
			if !v.in {
				hangUp(v.conn)
			}
		})
	})()
	client, channels, requests, err := ssh.NewServerConn(v.conn, s.config)
	if err != nil {
		return
	}
	defer hangUp(client)
	s.gate.while(func() { v.client = client })
	go ssh.DiscardRequests(requests) // forwards among them
	if channel, asks := firstSession(channels); channel != nil {
		go func() {
			for asked := range channels {
				refuse(asked)
			}
		}()
		(&session{Server: s, guest: v, channel: channel, width: -1, opened: s.named(client.User())}).converse(ctx, asks)
		// A client that hangs up by itself does not say that it was hung up on.
		late := time.AfterFunc(patience, func() { hangUp(v.conn) })
		defer late.Stop()
		client.Wait() //nolint:errcheck // either way it is over
	}
}

// named is the language that a user name names, as on an invitation's page, or the server's.
func (s *Server) named(user string) string {
	for _, l := range s.Languages {
		if strings.EqualFold(l.Code, user) {
			return l.Code
		}
	}
	return s.Language
}

// handedOn reads of the balancer where a connection came from, and reports whether as many may.
func (s *Server) handedOn(v *guest) bool {
	from, err := cameFrom(v.conn)
	return err == nil && s.gate.comes(v, networkOf(from))
}

// firstSession is the first session channel that is asked for. Whatever else is, is refused.
func firstSession(channels <-chan ssh.NewChannel) (ssh.Channel, <-chan *ssh.Request) {
	for tries := 0; tries < 8; tries++ {
		asked, ok := <-channels
		switch {
		case !ok:
			return nil, nil
		case asked.ChannelType() != "session":
			refuse(asked)
		default:
			channel, asks, err := asked.Accept()
			if err != nil {
				return nil, nil
			}
			return channel, asks
		}
	}
	return nil, nil
}

func refuse(asked ssh.NewChannel) {
	asked.Reject(ssh.Prohibited, "this server shows a guide, and nothing else") //nolint:errcheck // whoever is gone hears nothing
}

// converse shows the guide once a session asks for it.
func (one *session) converse(ctx context.Context, asks <-chan *ssh.Request) {
	begins := make(chan bool)
	go one.answers(asks, begins)
	if <-begins && one.guest.late.Stop() {
		one.show(ctx)
	}
}

// answers answers all that is asked of a session, and says when the guide is to begin.
func (one *session) answers(asks <-chan *ssh.Request, begins chan<- bool) {
	defer close(begins)
	for ask := range asks {
		now, ok := one.takes(ask)
		isHeard := !one.begun || !slices.Contains([]string{"signal", "break"}, ask.Type)
		if ask.WantReply && isHeard && ask.Reply(ok, nil) != nil {
			return
		}
		if now {
			one.begun = true
			begins <- true
		}
	}
}

// maxAsks is how much may be asked before the guide is.
const maxAsks = 32

// takes takes one request, and reports whether the guide begins with it. All that is
// not about the guide is refused: no environment, no subsystem, no agent, and of
// commands only the word plain; and once it has begun all but another size.
func (one *session) takes(ask *ssh.Request) (begins, ok bool) {
	if one.begun {
		return false, ask.Type == "window-change" && one.takeWindow(ask.Payload)
	}
	if one.asked++; one.asked > maxAsks {
		hangUp(one.guest.conn)
		return false, false
	}
	switch ask.Type {
	case "pty-req":
		return false, one.takeTerminal(ask.Payload)
	case "window-change":
		return false, one.takeWindow(ask.Payload)
	case "shell":
		return true, true
	case "exec":
		var command struct{ Words string }
		one.plain = ssh.Unmarshal(ask.Payload, &command) == nil && strings.EqualFold(strings.TrimSpace(command.Words), "plain")
		return one.plain, one.plain
	}
	return false, false
}

// takeTerminal notes the terminal's name and size.
func (one *session) takeTerminal(payload []byte) bool {
	var asked struct {
		Term                         string
		Columns, Rows, Width, Height uint32
		Modes                        string
	}
	if ssh.Unmarshal(payload, &asked) != nil {
		return false
	}
	one.term = nameOf(asked.Term)
	one.width, one.height = one.gate.window(one.guest, asked.Columns, asked.Rows)
	return true
}

// takeWindow notes another size, and tells the surface. Without one it stays as it was.
func (one *session) takeWindow(payload []byte) bool {
	if len(payload) < 8 || one.width < 0 {
		return false
	}
	columns, rows := binary.BigEndian.Uint32(payload), binary.BigEndian.Uint32(payload[4:])
	if columns == 0 || rows == 0 {
		return false
	}
	one.mu.Lock()
	one.width, one.height = one.gate.window(one.guest, columns, rows)
	width, height, tell := one.width, one.height, one.resized
	one.mu.Unlock()
	if tell != nil {
		tell(width, height)
	}
	return true
}

const longestName = 64

// nameOf is the name of a terminal, if it can be one.
func nameOf(name string) string {
	letters := "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-._"
	return plain.Either(name == "" || len(name) > longestName || strings.Trim(name, letters) != "", "xterm", name)
}
