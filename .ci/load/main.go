// Load connects many readers to a server on this machine, has them rest, read on
// and leave, and says what that costs the server: memory and processor while they
// rest, and how long a key takes to its page. The server runs with limits that let
// so many in from one address: firstsession serve --listen 127.0.0.1:2222
// --by-address 1000.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/crypto/ssh"
)

var (
	address = flag.String("address", "127.0.0.1:2222", "of the server")
	pid     = flag.Int("pid", 0, "the server's process")
	readers = flag.Int("readers", 200, "how many connect")
	rest    = flag.Duration("rest", 20*time.Second, "how long they do nothing")
	keys    = flag.Int("keys", 20, "how many keys each presses")
	columns = flag.Int("columns", 80, "of each window")
	rows    = flag.Int("rows", 24, "of each window")
	plain   = flag.Bool("plain", false, "as lines")
)

type reader struct {
	in      io.Writer
	client  *ssh.Client
	session *ssh.Session
	mu      sync.Mutex
	came    time.Time // when the last bytes came
	bytes   int
}

// Write takes what the server shows.
func (r *reader) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if bytes.Contains(p, []byte("\x1b[?u")) || bytes.Contains(p, []byte("\x1b]11;?")) {
		// A terminal that answers is what most readers have; dark it is.
		go r.in.Write([]byte("\x1b]11;rgb:1010/1010/1010\x1b\\"))
	}
	r.came, r.bytes = time.Now(), r.bytes+len(p)
	return len(p), nil
}

func (r *reader) state() (time.Time, int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.came, r.bytes
}

func connect() (*reader, error) {
	client, err := ssh.Dial("tcp", *address, &ssh.ClientConfig{User: "reader", HostKeyCallback: ssh.InsecureIgnoreHostKey()})
	if err != nil {
		return nil, err
	}
	session, err := client.NewSession()
	if err != nil {
		return nil, err
	}
	r := &reader{client: client, session: session}
	session.Stdout = r
	if r.in, err = session.StdinPipe(); err != nil {
		return nil, err
	}
	if *plain {
		return r, session.Start("plain")
	}
	if err := session.RequestPty("xterm-256color", *rows, *columns, ssh.TerminalModes{}); err != nil {
		return nil, err
	}
	return r, session.Shell()
}

// press presses a key, and says how long the first bytes of the page took.
func (r *reader) press(key string) time.Duration {
	_, before := r.state()
	start := time.Now()
	if _, err := io.WriteString(r.in, key); err != nil {
		log.Fatal(err)
	}
	for time.Since(start) < 300*time.Millisecond {
		if came, now := r.state(); now > before {
			return came.Sub(start)
		}
		time.Sleep(200 * time.Microsecond)
	}
	return 0 // nothing came of it
}

// keyAt goes to and fro, so that each key leads to another page.
func keyAt(n int) string {
	if *plain {
		return []string{"chapters\n", "back\n"}[n%2]
	}
	return []string{"c", "\x7f"}[n%2]
}

// process is what the system says of the server.
func process(what string) string {
	data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(*pid), what))
	if err != nil {
		log.Fatal(err)
	}
	return string(data)
}

// memory is what the server has, in KB.
func memory() int {
	for line := range strings.Lines(process("status")) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.Atoi(strings.Fields(rest)[0])
			return kb
		}
	}
	return 0
}

func processor() time.Duration {
	data := process("stat")
	fields := strings.Fields(data[strings.LastIndexByte(data, ')')+1:])
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// pressEach is how long keys took of some readers, sorted.
func pressEach(all []*reader) (took []time.Duration) {
	for n := range *keys {
		for _, r := range all[:min(10, len(all))] {
			if t := r.press(keyAt(n)); t > 0 {
				took = append(took, t)
			}
		}
	}
	slices.Sort(took)
	return took
}

func main() {
	flag.Parse()
	empty := memory()
	fmt.Printf("empty: %d KB\n", empty)
	var all []*reader
	start := time.Now()
	for range *readers {
		r, err := connect()
		if err != nil {
			log.Fatal(err)
		}
		all = append(all, r)
	}
	fmt.Printf("%d connected in %s\n", len(all), time.Since(start).Round(time.Millisecond))
	time.Sleep(2 * time.Second)
	enter := " "
	if *plain {
		enter = "\n"
	}
	for _, r := range all {
		r.press(enter)
	}
	time.Sleep(3 * time.Second)
	before := processor()
	time.Sleep(*rest)
	used := processor() - before
	fmt.Printf("at rest: %d KB, %d KB each; %.1f %% of a core\n", memory(), (memory()-empty)/len(all), 100*used.Seconds()/rest.Seconds())
	if took := pressEach(all); len(took) > 0 {
		fmt.Printf("a key to its page: median %s, 95th %s\n", took[len(took)/2].Round(time.Microsecond), took[len(took)*95/100].Round(time.Microsecond))
	}
	fmt.Printf("after: %d KB, %d KB each\n", memory(), (memory()-empty)/len(all))
	for _, r := range all {
		r.client.Close()
	}
	time.Sleep(2 * time.Second)
	fmt.Printf("all gone: %d KB\n", memory())
}
