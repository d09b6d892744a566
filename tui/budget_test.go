//go:build linux || darwin

package tui

import (
	cli "flag"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// What is measured: programs that .ci/budgets builds, as a reader has them.
var (
	built = cli.String("built", "", "the program whose budgets are tried")
	floor = cli.String("floor", "", "a program that does nothing else with Bubble Tea")
)

// cost is what a run took of the processor, and the most memory that it had.
type cost struct {
	cpu    time.Duration
	memory int64
}

// costOf runs a program in a terminal, types each of some keys when the one before
// has changed the screen, and ends it with the last.
func costOf(t *testing.T, path, shows string, keys []string) cost {
	t.Helper()
	cmd := exec.Command(path)
	cmd.Env = []string{"HOME=" + t.TempDir(), "TERM=xterm-256color", "COLORTERM=truecolor", "PATH=" + os.Getenv("PATH")}
	size := pty.Winsize{Rows: 24, Cols: 80}
	file, err := pty.StartWithSize(cmd, &size)
	if err != nil {
		t.Fatal(err)
	}
	p := watched(t, cmd, file, size)
	p.waitFor(shows)
	for _, key := range keys {
		before := p.shows()
		p.typed(key)
		p.wait("a change", func(now string) bool { return now != before })
	}
	memory := mostMemory(cmd.Process.Pid)
	p.typed("q")
	if code := p.end(); code != 0 {
		t.Fatalf("%s ends with %d", path, code)
	}
	return cost{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), memory}
}

// mostMemory is the most that a process ever had, in KB, where the system tells it:
// what it tells of one that has ended counts what stood there before it began.
func mostMemory(pid int) (memory int64) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if _, rest, found := strings.Cut(string(data), "VmHWM:"); err == nil && found {
		_, _ = fmt.Sscan(rest, &memory) // none, if it is told in another way
	}
	return memory
}

// least is the least that several runs took, since what others do on a computer
// can only add to it.
func least(t *testing.T, path, shows string, keys []string) cost {
	t.Helper()
	best := costOf(t, path, shows, keys)
	for range 4 {
		c := costOf(t, path, shows, keys)
		best.cpu, best.memory = min(best.cpu, c.cpu), min(best.memory, c.memory)
	}
	return best
}

// A start and a key are measured in time of the processor beside the floor's, and
// memory in MB, so that a busy or a slow computer is no failure.
func TestBudgets(t *testing.T) {
	if *built == "" || *floor == "" {
		t.Skip("for .ci/budgets, which builds what is measured")
	}
	const count = 100
	to := []string{"\r", "c"}                                                                     // begin, and the chapters
	moved := append(to, strings.Split(strings.Repeat("\x1b[B \x1b[A ", count/2), " ")[:count]...) // down, up, and so on
	ours, floors := least(t, *built, "First Session", nil), least(t, *floor, "steady river", nil)
	there, walked := least(t, *built, "First Session", to), least(t, *built, "First Session", moved)
	scrolled := least(t, *floor, "steady river", strings.Split(strings.Repeat("jk", count/2), ""))

	key, floorKey := (walked.cpu-there.cpu)/count, (scrolled.cpu-floors.cpu)/count
	t.Logf("start: %v beside %v; key: %v beside %v; memory: %d KB beside %d KB",
		ours.cpu, floors.cpu, key, floorKey, walked.memory, scrolled.memory)
	// Measured on two busy cores: 1.3 to 1.8 times for a key, and 24.2 MB; a quarter
	// more is an alarm. A start is 5 to 7 times.
	for _, budget := range []struct {
		what      string
		got, most float64
	}{
		{"a start, as the floor's", float64(ours.cpu) / float64(floors.cpu), 9},
		{"a key, as the floor's", float64(key) / float64(floorKey), 2.2},
		{"memory in MB", float64(walked.memory) / 1024, 30},
	} {
		t.Logf("%s: %.2f of %.2f", budget.what, budget.got, budget.most)
		if budget.got > budget.most {
			t.Errorf("%s: %.2f, over the budget of %.2f", budget.what, budget.got, budget.most)
		}
	}
}
