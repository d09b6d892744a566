//go:build linux && amd64

package tui

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"firstsession/content/walk"
)

// changing are the system calls by which a program changes what is kept, or
// says something. Between two of them a kill finds what it found before.
var changing = map[uint64]bool{
	syscall.SYS_WRITE: true, syscall.SYS_PWRITE64: true, syscall.SYS_WRITEV: true, syscall.SYS_FSYNC: true, syscall.SYS_FDATASYNC: true,
	syscall.SYS_OPENAT: true, syscall.SYS_CLOSE: true, syscall.SYS_FTRUNCATE: true, syscall.SYS_RENAMEAT: true, sysRenameat2: true,
	syscall.SYS_LINKAT: true, syscall.SYS_UNLINKAT: true, syscall.SYS_MKDIRAT: true, syscall.SYS_FCHMOD: true, syscall.SYS_FCHMODAT: true,
	syscall.SYS_FLOCK: true, syscall.SYS_UTIMENSAT: true,
}

const (
	sysRenameat2  = 316
	ofASystemCall = syscall.SIGTRAP | 0x80 // with the option TRACESYSGOOD
)

// killedBefore runs a program and kills it before the nth of its changing
// system calls, whichever thread makes it. It reports whether there were so many.
func killedBefore(t *testing.T, cmd *exec.Cmd, n int) bool {
	t.Helper()
	runtime.LockOSThread() // one thread traces
	defer runtime.UnlockOSThread()
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true, Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	main, entered, known, killed := cmd.Process.Pid, map[int]bool{}, map[int]bool{}, false
	for {
		var status syscall.WaitStatus
		thread, err := syscall.Wait4(-main, &status, syscall.WALL, nil)
		if errors.Is(err, syscall.EINTR) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if !status.Stopped() {
			if thread != main {
				continue
			}
			if err := cmd.Process.Release(); err != nil {
				t.Fatal(err)
			}
			return killed
		}
		send := 0
		switch signal := status.StopSignal(); {
		case signal == ofASystemCall:
			entered[thread] = !entered[thread]
			var registers syscall.PtraceRegs
			if !entered[thread] || syscall.PtraceGetRegs(thread, &registers) != nil || !changing[registers.Orig_rax] {
				break
			}
			if n--; n == 0 {
				killed = true
				if err := syscall.Kill(main, syscall.SIGKILL); err != nil {
					t.Fatal(err)
				}
			}
		case !known[thread]: // where it begins
			known[thread] = true
			if err := syscall.PtraceSetOptions(thread, syscall.PTRACE_O_TRACECLONE|syscall.PTRACE_O_TRACESYSGOOD|ptraceExitKill); err != nil && !killed {
				t.Fatal(err)
			}
		case signal != syscall.SIGTRAP:
			send = int(signal)
		}
		if err := syscall.PtraceSyscall(thread, send); err != nil && !errors.Is(err, syscall.ESRCH) {
			t.Fatal(err)
		}
	}
}

const ptraceExitKill = 0x100000

// fatal is something that the program does, and what has to be so whenever it is
// killed while it does.
type fatal struct {
	before deed // what was done until then, and left
	atDesk bool
	old    string // the journal of an earlier version, in the place of that
	args   []string
	lines  string
	holds  func(k *killing)
}

// killing is what a kill left behind.
type killing struct {
	*computer
	said string
}

func (k *killing) claims(words string) bool { return strings.Contains(k.said, words) }

// again starts the program once more, and finds all that was kept before.
func (k *killing) again() *lineReader {
	k.t.Helper()
	r := beginLines(*k.computer)
	if o := r.o; o.trouble != nil || len(o.dropped) > 0 || o.found.SetAside != "" {
		k.t.Errorf("it does not open: %v, dropped %v, set aside %q", o.trouble, o.dropped, o.found.SetAside)
	}
	return r
}

// notes checks that each note of which it was said is there, and none twice.
func (k *killing) notes(r *lineReader, before ...string) {
	k.t.Helper()
	found := map[string]int{}
	for _, n := range r.walk().Notes() {
		found[n.Text]++
	}
	after := len(found) - len(before)
	for _, text := range before {
		if found[text] == 0 {
			k.t.Errorf("the note %q is lost", text)
		}
	}
	for text, times := range found {
		if times != 1 {
			k.t.Errorf("%q is there %d times", text, times)
		}
	}
	if kept := strings.Count(k.said, "Your note is kept."); after < kept {
		k.t.Errorf("%d notes are there of %d that were called kept", after, kept)
	}
}

// forgot checks that the note that is to go is in no file but records.
func (k *killing) forgot() {
	k.t.Helper()
	err := filepath.WalkDir(filepath.Join(k.home, "state"), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if data, err := os.ReadFile(path); err == nil && strings.Contains(string(data), "secret") {
			k.t.Errorf("it stands in %s", path)
		}
		return nil
	})
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		k.t.Error(err)
	}
}

// saved checks that the folder of records holds whole records only, at most one,
// and nothing half made; it returns whether there is one.
func (k *killing) saved() bool {
	k.t.Helper()
	records := k.records() // each of them whole
	if len(records) > 1 {
		k.t.Errorf("there are %d records", len(records))
	}
	for _, path := range k.in("records", "*", "") {
		if known := regexp.MustCompile(`acknowledgement-.*\.(json|txt|html)$|ledger-.*|\.unfinished.*`); !known.MatchString(path) {
			k.t.Errorf("%s is left", path)
		}
		if len(records) == 0 && strings.Contains(path, "acknowledgement-") {
			k.t.Errorf("%s is there without its record", path)
		}
	}
	return len(records) == 1
}

var fatals = map[string]fatal{
	"saving notes": {
		before: inOrder(begin, note("The stairs")), lines: "note The lift\nnote The door\n\n\nstop\n",
		holds: func(k *killing) { k.notes(k.again(), "The stairs") },
	},
	"deleting a note": {
		before: inOrder(begin, note("The stairs"), note("My secret affair")), lines: "notes\n3\ndelete\ndelete\nback\nstop\n",
		holds: func(k *killing) {
			if k.claims("The note is gone.") {
				k.forgot()
			}
			r := k.again()
			if k.notes(r, "The stairs"); len(r.walk().Notes()) == 1 {
				k.forgot()
			}
		},
	},
	"signing": {
		before: inOrder(begin, note("The stairs"), goTo("keep-private"), answerAll(walk.Agree)),
		lines:  "\n\n\n\nMaja\nsign\n\nstop\n",
		holds: func(k *killing) {
			r := k.again()
			signed := k.saved()
			if k.claims("You signed on") && !signed {
				k.t.Error("it was called signed")
			}
			if does(r, chapters); signed != strings.Contains(r.heard, "You signed on") {
				k.t.Errorf("there is a record: %v; it is said\n%s", signed, r.heard)
			}
			if does(r, back); at(r) == walk.SignatureID { // what is not known to be done can be left
				if signed {
					does(r, decline, sees("No new record was made"))
				} else {
					does(r, sign("Maja"), sees("You signed on"))
				}
			}
			if !k.saved() {
				k.t.Error("there is no record at the end")
			}
		},
	},
	"an intake to its clearing": {
		atDesk: true, before: inOrder(toPromises, note("My secret affair"), answerAll(walk.Agree)),
		lines: "resume 1\n\n\n\n\nMaja\nsign\n1 Dr. Ames\ncountersign\nprint\n\nclear\nclear\nstop\n",
		holds: func(k *killing) {
			cleared := k.claims("The last intake is cleared")
			if cleared {
				k.forgot()
			}
			r := k.again()
			unfinished := len(k.in("state/firstsession/intakes", ".unfinished-*", "")) > 0
			if unfinished {
				does(r, act("Go on with K-102"))
				k.notes(r, "My secret affair")
			}
			saved := k.saved()
			if k.claims("The record is saved") && !saved {
				k.t.Error("it was called saved")
			}
			if !unfinished && !saved {
				k.t.Error("the intake is lost")
			}
			if unfinished {
				r.leave()
				r.start()
				does(r, act("Delete what is kept of K-102"), act("Yes, delete K-102"))
			}
			k.forgot()
		},
	},
	"forgetting": {
		before: inOrder(begin, note("My secret affair"), readOn, readOn), args: []string{"forget", "--yes"},
		holds: func(k *killing) {
			if k.claims("are erased") {
				k.forgot()
			}
			r := k.again()
			if notes := len(r.walk().Notes()); notes == 0 {
				k.forgot()
			}
			r.leave()
			if err := r.o.closes(); err != nil {
				k.t.Error(err)
			}
			if code := obey([]string{"forget", "--yes"}, Streams{In: strings.NewReader(""), Out: &strings.Builder{}, Err: &strings.Builder{}}, k.getenv); code != 0 {
				k.t.Errorf("to forget the rest ends with %d", code)
			}
			k.forgot()
		},
	},
	"rewriting what an earlier version wrote": {
		old: "member-format-3.jsonl", lines: "note The lift\n\n\nstop\n",
		holds: func(k *killing) { k.notes(k.again(), notesOf(k, "member-format-3.jsonl")...) },
	},
}

// A few of the calls are tried in an ordinary run, and all with -every-variant.
func TestAKillAtAnySystemCallLosesDoublesAndClaimsNothing(t *testing.T) {
	t.Parallel()
	for name, f := range fatals {
		t.Run(name, func(t *testing.T) {
			c, pristine := prepared(t, f)
			step := 1
			if !*everyVariant {
				step = 41
			}
			kills := 0
			for n := step; ; n += step {
				if !f.killedAt(t, c, pristine, n) {
					break
				}
				kills++
			}
			if t.Logf("killed at %d calls", kills); kills == 0 {
				t.Error("nothing was killed")
			}
		})
	}
}

// prepared is a home in which was done what comes before, and a copy of it.
func prepared(t *testing.T, f fatal) (c computer, pristine fs.FS) {
	dir := t.TempDir()
	c = computer{t: t, home: filepath.Join(dir, "home"), atDesk: f.atDesk}
	if f.old != "" {
		data, err := os.ReadFile(filepath.Join("..", "content", "journal", "testdata", "before", f.old))
		if err != nil {
			t.Fatal(err)
		}
		c.write(c.journal(), data)
	} else {
		r := beginLines(c)
		f.before(r)
		r.leave()
		if err := r.o.closes(); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "copy"), os.DirFS(c.home)); err != nil {
		t.Fatal(err)
	}
	return c, os.DirFS(filepath.Join(dir, "copy"))
}

// killedAt does it in a home as it was, until it is killed, and looks at what is
// there then. At the end of the calls nothing is killed, and all has to be so, too.
func (f fatal) killedAt(t *testing.T, c computer, pristine fs.FS, n int) bool {
	t.Helper()
	if err := errors.Join(os.RemoveAll(c.home), os.CopyFS(c.home, pristine)); err != nil {
		t.Fatal(err)
	}
	args := f.args
	if args == nil {
		args = []string{"--plain", "--records", filepath.Join(c.home, "records")}
		if f.atDesk {
			args = append([]string{"intake"}, args...)
		}
	}
	heard := filepath.Join(t.TempDir(), "heard")
	in, err := os.CreateTemp(t.TempDir(), "typed")
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(heard)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := in.WriteString(f.lines); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Seek(0, 0); err != nil {
		t.Fatal(err)
	}
	cmd := programAt(t, c.home, nil, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = in, out, out
	killed := killedBefore(t, cmd, n)
	if err := errors.Join(in.Close(), out.Close()); err != nil {
		t.Fatal(err)
	}
	said := string(c.bytes(heard))
	k := &killing{computer: &c, said: strings.Join(strings.Fields(said), " ")}
	f.holds(k)
	if t.Failed() {
		t.Fatalf("killed before call %d (%v), after it said\n%s", n, killed, said)
	}
	return killed
}

// notesOf are the notes in a journal of before.
func notesOf(k *killing, old string) []string {
	k.t.Helper()
	c := computer{t: k.t, home: k.t.TempDir()}
	data, err := os.ReadFile(filepath.Join("..", "content", "journal", "testdata", "before", old))
	if err != nil {
		k.t.Fatal(err)
	}
	c.write(c.journal(), data)
	var texts []string
	for _, n := range beginLines(c).walk().Notes() {
		texts = append(texts, n.Text)
	}
	return texts
}
