package journal

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content/disk/disktest"
	"firstsession/content/walk"
)

const (
	fakeHome = "/home/dana"
	fakeDir  = "/home/dana/.local/state/firstsession"
)

// session creates a journal and appends five times, twice with several facts.
// It goes on after an error, as the program does, and says which facts were
// acknowledged.
func session(fake *disktest.Fake) (acknowledged []walk.Fact) {
	j, found, err := Open(fake, fakeDir)
	if err != nil {
		return nil
	}
	next := 1
	if n := len(found.Facts); n > 0 {
		next = found.Facts[n-1].Seq + 1
	}
	_ = j.Create() // if it fails, the first Append tries again
	for _, count := range []int{1, 2, 1, 3, 1} {
		facts := some(next, count)
		next += count
		if j.Append(facts...) == nil {
			acknowledged = append(acknowledged, facts...)
		}
	}
	_ = j.Close() // what was acknowledged is on the disk already
	return acknowledged
}

// checkKept opens the journal again. All that was acknowledged must be there,
// nothing that was never appended, and another session must work.
func checkKept(t *testing.T, fake *disktest.Fake, acknowledged []walk.Fact) {
	t.Helper()
	j, found, err := Open(fake, fakeDir)
	if err != nil {
		t.Fatalf("it does not open again: %v", err)
	}
	if j.Missing() > 0 {
		t.Fatalf("nobody took %d facts away", j.Missing())
	}
	have := map[int]walk.Fact{}
	for _, fact := range found.Facts {
		if !same([]walk.Fact{fact}, some(fact.Seq, 1)) {
			t.Fatalf("a fact that nobody appended: %+v", fact)
		}
		have[fact.Seq] = fact
	}
	for _, fact := range acknowledged {
		if _, ok := have[fact.Seq]; !ok {
			t.Fatalf("fact %d was acknowledged and is lost; there are %d", fact.Seq, len(found.Facts))
		}
	}
	must(t, j.Close())
	if more := session(fake); len(more) != 8 {
		t.Fatalf("afterwards %d of 8 facts could be kept", len(more))
	}
}

func operations(t *testing.T) int {
	t.Helper()
	fake := disktest.New(fakeHome)
	if got := session(fake); len(got) != 8 {
		t.Fatalf("%d facts", len(got))
	}
	return fake.Count()
}

func TestACrashLosesNothingThatWasAcknowledged(t *testing.T) {
	for n := 1; n <= operations(t)+1; n++ {
		crashed := disktest.New(fakeHome)
		crashed.CrashAt(n)
		acknowledged := session(crashed)
		for seed := range uint64(30) {
			t.Run(fmt.Sprintf("operation %d, seed %d", n, seed), func(t *testing.T) {
				fake := crashed.Clone()
				fake.Restart(seed)
				checkKept(t, fake, acknowledged)
			})
		}
	}
}

func TestARefusalLosesNothingThatWasAcknowledged(t *testing.T) {
	refused := errors.New("refused")
	for n := 1; n <= operations(t); n++ {
		for _, width := range []int{1, 2, 3, 1000} {
			before := disktest.New(fakeHome)
			before.Refuse(func(operation int) error {
				if operation >= n && operation < n+width {
					return refused
				}
				return nil
			})
			acknowledged := session(before)
			if width == 1 && n > 3 && len(acknowledged) < 5 {
				t.Errorf("one refusal at %d, and only %d facts are kept", n, len(acknowledged))
			}
			for seed := range uint64(12) {
				t.Run(fmt.Sprintf("operations %d to %d, seed %d", n, n+width-1, seed), func(t *testing.T) {
					fake := before.Clone() // of which nothing is refused
					if seed > 0 {          // the power is cut after the refusals
						fake.Restart(seed - 1)
					}
					checkKept(t, fake, acknowledged)
				})
			}
		}
	}
}

func TestAFullDiskLosesNothingThatWasAcknowledged(t *testing.T) {
	for space := 0; space < 1900; space += 7 {
		full := disktest.New(fakeHome)
		full.Fill(space)
		acknowledged := session(full)
		for seed := range uint64(4) {
			fake := full.Clone()
			if seed > 0 {
				fake.Restart(seed - 1)
			}
			fake.Fill(-1)
			checkKept(t, fake, acknowledged)
		}
	}
}

func TestAFullDiskInTheMiddleLeavesRoomForLater(t *testing.T) {
	fake := disktest.New(fakeHome)
	j, _, err := Open(fake, fakeDir)
	must(t, err)
	must(t, j.Append(some(1, 1)...))
	fake.Fill(50)
	if err := j.Append(some(2, 1)...); err == nil || errors.Is(err, ErrBroken) {
		t.Errorf("a short write: %v", err)
	}
	fake.Fill(-1)
	if err := j.Append(some(2, 2)...); err != nil {
		t.Errorf("with room again: %v", err)
	}
	fake.Refuse(func(int) error { return errors.New("refused") })
	if err := j.Append(some(4, 1)...); !errors.Is(err, ErrBroken) {
		t.Errorf("what cannot be taken back: %v", err)
	}
	fake.Refuse(nil)
	if err := j.Append(some(4, 1)...); !errors.Is(err, ErrBroken) {
		t.Errorf("behind half a line: %v", err)
	}
	must(t, j.Close())
	_, found, err := Open(fake, fakeDir)
	if err != nil || !same(found.Facts, some(1, 3)) || found.SetAside == "" {
		t.Errorf("%+v, %v", found, err)
	}
	aside, err := fake.Read(found.SetAside, MaxSize)
	if err != nil || !strings.HasPrefix(string(aside), `{"seq":4,`) {
		t.Errorf("set aside: %q, %v", aside, err)
	}
}

func TestSettingAsideCanCrash(t *testing.T) {
	torn := `{"seq":9,"ti`
	for n := 1; n < 40; n++ {
		for seed := range uint64(20) {
			fake := disktest.New(fakeHome)
			session(fake)
			path := filepath.Join(fakeDir, FileName)
			file, err := fake.Append(path)
			must(t, err)
			if _, err := file.Write([]byte(torn)); err != nil {
				t.Fatal(err)
			}
			must(t, file.Sync())
			before := fake.Count()
			fake.CrashAt(before + n)
			_, first, err := Open(fake, fakeDir)
			fake.Restart(seed)
			_, second, again := Open(fake, fakeDir)
			if again != nil || !same(second.Facts, some(1, 8)) {
				t.Fatalf("operation %d, seed %d: %+v, %v", n, seed, second, again)
			}
			aside := second.SetAside
			if err == nil && aside == "" {
				aside = first.SetAside
			}
			if aside == "" { // the first was cut off after it had set the line aside
				aside = filepath.Join(fakeDir, "set-aside-1.txt")
			}
			if data, err := fake.Read(aside, MaxSize); err != nil || string(data) != torn {
				t.Fatalf("operation %d, seed %d: the torn line is lost: %q, %v", n, seed, data, err)
			}
		}
	}
}

func TestWhatWasReadOutlastsACrash(t *testing.T) {
	fake := disktest.New(fakeHome)
	session(fake)
	file, err := fake.Append(filepath.Join(fakeDir, FileName))
	must(t, err)
	line := lines(t, 9)[len(lines(t, 8)):]
	if _, err := file.Write(line); err != nil { // and killed before it was synced
		t.Fatal(err)
	}
	if _, found, err := Open(fake, fakeDir); err != nil || len(found.Facts) != 9 {
		t.Fatalf("%d facts, %v", len(found.Facts), err)
	}
	fake.Restart(0)
	if _, found, err := Open(fake, fakeDir); err != nil || len(found.Facts) != 9 {
		t.Errorf("after a crash %d facts, %v", len(found.Facts), err)
	}
}
