package tui

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/disk/disktest"
	"firstsession/content/guidetest"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/tui/command/shell"
	"firstsession/tui/tuitest"
)

// computer is one reader's computer, with folders of their own.
type computer struct {
	t          testing.TB
	home       string
	fake       *disktest.Fake // a disk that can go wrong; nil for the real one
	guide      string         // the folder of another guide than the built-in one
	read       *content.Guide // or one that is read already
	noHome     bool           // the environment names no folder of the reader's own
	language   string         // of the flag; empty if it is not given
	clinicians string         // the language of the flag; empty if it is not given
	chooses    bool           // the language is chosen anew with each start
	atDesk     bool           // a clinician begins an intake
	folder     string         // of the records; empty for one in the home
	practice   string         // the practice file; empty for none
	group      string         // of the flag; empty if it is not given
	settings   bool           // there is one where it is used without being named
	theme      string         // dark unless said otherwise
	// env is what the environment says otherwise.
	env    map[string]string
	now    func() time.Time // goes on from start to start; nil for one that begins anew
	random io.Reader        // nil for what no two runs have alike
}

func (c *computer) getenv(name string) string {
	if value, ok := c.env[name]; ok {
		return value
	}
	if c.noHome {
		return ""
	}
	switch name {
	case "HOME", "USERPROFILE":
		return c.home
	case "XDG_STATE_HOME", "LOCALAPPDATA":
		return filepath.Join(c.home, "state")
	default:
		return ""
	}
}

// newProgram is the program as it is started on this computer.
func (c *computer) newProgram() *program {
	p := &program{keep: keepAll, Options: shell.Options{
		Source: shell.Source{
			Env: shell.Env{FS: c.disk(), Getenv: c.getenv, Now: c.now, Random: rand.Reader, Version: version(), Shipped: guidetest.Read},
			Dir: c.guide, Practice: c.practice, Group: c.group, Language: c.language,
		},
		Theme: cmp.Or(c.theme, "dark"), Records: cmp.Or(c.folder, filepath.Join(c.home, "records")), Intake: c.atDesk, ClinicianLanguage: c.clinicians,
	}}
	if p.Now == nil {
		p.Now = clock()
	}
	if c.random != nil {
		p.Random = c.random
	}
	if c.noHome {
		p.Records = ""
	}
	return p
}

// fakeHome is the home on a disk that can go wrong, and usb a stick in it. On
// Windows they are on the disk C:.
var (
	fakeHome = filepath.ToSlash(filepath.VolumeName(os.TempDir())) + "/home/maja"
	usb      = fakeHome + "/usb"
)

// onFake is a computer whose disk can go wrong.
func onFake(t testing.TB) computer {
	return computer{t: t, home: fakeHome, fake: disktest.New(fakeHome, usb)}
}

func (c *computer) disk() disk.FS {
	if c.fake != nil {
		return c.fake
	}
	return disk.OS()
}

// open starts a program up to where a surface shows what there is.
func (c *computer) open(p *program) *opening {
	c.t.Helper()
	o, err := p.openAt(func() (*content.Guide, []content.Group, error) {
		switch {
		case c.guide != "" || c.practice != "" || c.settings || c.language != "" || c.chooses:
			return p.LoadGroups()
		case c.read == nil:
			return tuitest.Shipped(c.t), nil, nil
		}
		return c.read, nil, nil
	})
	if err != nil {
		c.t.Fatal(err)
	}
	if c.read != nil { // which is in no folder
		o.visit.ReadIn = nil
	}
	return o
}

// clock is a clock that goes on by a second each time it is looked at.
func clock() func() time.Time {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("", 3600))
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

// journal is the path of the journal's file.
func (c *computer) journal() string {
	if c.atDesk {
		found := c.in(filepath.Join("state", "firstsession", "intakes"), ".unfinished-*", "/journal.jsonl")
		found = append(found, c.in("records", ".unfinished-*", "/journal.jsonl")...) // of an earlier version
		if len(found) != 1 {
			return filepath.Join(c.home, "not one journal")
		}
		return found[0]
	}
	return filepath.Join(c.home, "state", "firstsession", "journal.jsonl")
}

// facts are those that stand in the journal on the disk.
func (c *computer) facts() []walk.Fact {
	c.t.Helper()
	data, err := c.disk().Read(c.journal(), journal.MaxSize)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		c.t.Fatal(err)
	}
	var facts []walk.Fact
	lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
	for _, line := range lines[1:] { // below the format's number
		var fact walk.Fact
		if err := json.Unmarshal(line, &fact); err != nil {
			c.t.Fatal(err)
		}
		facts = append(facts, fact)
	}
	return facts
}

// in are the paths in a folder of the home's that fit a pattern.
func (c *computer) in(folder, pattern, below string) []string {
	c.t.Helper()
	dir := filepath.Join(c.home, folder)
	names, err := c.disk().ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		c.t.Fatal(err)
	}
	var paths []string
	for _, name := range names {
		if fits, err := filepath.Match(pattern, name); err != nil || fits {
			paths = append(paths, filepath.Join(dir, name)+filepath.FromSlash(below))
		}
	}
	return paths
}

// records are the records on the disk, each of them whole.
func (c *computer) records() []record.Record {
	c.t.Helper()
	var all []record.Record
	for _, path := range c.in("records", "*.json", "") {
		a, err := record.Read(c.disk(), path)
		if err != nil {
			c.t.Fatalf("%s: %v", path, err)
		}
		all = append(all, a)
	}
	return all
}
