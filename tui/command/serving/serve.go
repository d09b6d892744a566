package serving

import (
	"fmt"
	"net/netip"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
	"firstsession/content/store"
	"firstsession/tui/command/shell"
)

// Serving says how the guide is served to others.
type Serving struct {
	shell.Options
	Listen  netip.AddrPort
	HostKey string // the file
	Store   string // the folder of invitations and what is kept under them, or a database
	// Proxied says that each connection comes from a balancer, which says first from
	// where it came to it.
	Proxied bool
	// Sessions is how many can read at once, and ByAddress how many of them from one
	// address.
	Sessions, ByAddress int
}

func (p *program) serveCommand() *cobra.Command {
	var o Serving
	var listen string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Let others read the guide over SSH",
		Long: `Serve lets people read the guide who have no program of their own: every
computer and phone has an SSH client. They get the guide and nothing else, no
shell and no command. Without an invitation nothing is kept of them and nothing
can be signed; firstsession invite makes invitations. A record that is signed
goes into the folder of --records. What is kept is on this computer, and whoever
runs it could read it: the first page says so.

Several servers can share one database, --store postgres://HOST/NAME, behind a
balancer of TCP connections, each with the same --host-key. The database then
keeps records, too. Its password is best not in the address, where others on the
computer may see it, but in PGPASSWORD or in the file that PGPASSFILE names.

It stops at Ctrl+C or SIGTERM, with a word to each reader, who can go on later.`,
		Example: `  firstsession serve --practice practice.toml
  firstsession serve --listen 192.0.2.7:2222 --store readers --records records
  firstsession serve --store postgres://db.example.org/readers --host-key host-key --proxy-protocol`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			o.Options = p.Options
			if err := p.complete(&o, listen); err != nil {
				return err
			}
			return p.serve(o)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&listen, "listen", ":2222", "listen on `ADDRESS`, localhost or in digits, such as :2222 or 192.0.2.7:2222")
	flags.StringVar(&o.HostKey, "host-key", "", "the server's key is in `FILE`; made if there is none (default: host-key in the store, if that is a folder)")
	flags.StringVar(&p.Records, "records", "", "save what is signed in the folder `DIR` (default: records in the store)")
	flags.BoolVar(&o.Proxied, "proxy-protocol", false, "only a balancer connects, which says in the PROXY protocol from where")
	flags.IntVar(&o.Sessions, "sessions", 500, "at most `N` can read at once")
	flags.IntVar(&o.ByAddress, "by-address", 50, "at most `N` of them come from one address")
	p.GroupFlag(cmd)
	flags.StringVar(&o.Store, "store", "", "keep invitations and places in `STORE`: a folder, or a database postgres://HOST/NAME (default: served in the user's state folder)")
	return cmd
}

// complete says what follows from the flags, and refuses what does not go together.
func (p *program) complete(o *Serving, listen string) (err error) {
	if o.Listen, err = address(listen); err != nil {
		return err
	}
	if o.Store, err = p.storeFolder(o.Store); err != nil {
		return err
	}
	if o.HostKey, err = hostKeyIn(o.Store, o.HostKey); err != nil {
		return err
	}
	switch isFolder := shell.IsFolder(o.Store); {
	case o.Sessions < 1 || o.ByAddress < 1:
		return shell.Misused("--sessions and --by-address are numbers from 1")
	case !isFolder && o.Records != "":
		return shell.Misused("in a database, records are kept with all else; leave --records out")
	case isFolder && o.Records == "":
		o.Records = filepath.Join(o.Store, "records")
	}
	return nil
}

// hostKeyIn is the file of the server's key, which all servers that share a database need alike.
func hostKeyIn(store, named string) (string, error) {
	switch {
	case named != "":
		return named, nil
	case !shell.IsFolder(store):
		return "", shell.Misused("with a database, --host-key names the file of the server's key, the same on each server")
	default:
		return filepath.Join(store, "host-key"), nil
	}
}

// storeFolder is where invitations and places are kept.
func (p *program) storeFolder(named string) (string, error) {
	if named != "" {
		return named, nil
	}
	state, err := disk.StateFolder(p.Getenv)
	if err != nil {
		return "", fmt.Errorf("find the folder for what is kept: %w; --store names one", err)
	}
	return store.ServedIn(state), nil
}

// address reads an address to listen on. A name would be looked up, and this program asks nobody.
func address(text string) (netip.AddrPort, error) {
	switch {
	case strings.HasPrefix(text, ":"):
		text = "[::]" + text
	case strings.HasPrefix(text, "localhost:"): // which is the same everywhere
		text = "127.0.0.1" + strings.TrimPrefix(text, "localhost")
	}
	found, err := netip.ParseAddrPort(text)
	if err != nil {
		return found, shell.Misused("--listen is localhost or an address in digits, with a port, such as :2222 or 127.0.0.1:2222, not %q", text)
	}
	return found, nil
}
