package tui

import (
	"bytes"
	"crypto/rand"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"firstsession/content/disk"
	"firstsession/content/guidetest"
	"firstsession/tui/command"
	"firstsession/tui/command/shell"
)

// monthly is a clinic of six therapists, each with an account of their own, four
// groups and three sites. North and south are each a folder whose group may read what
// is put into it; at the harbour, each of two computers has a folder of its own, and a
// program keeps the two alike.
type monthly struct {
	t      *testing.T
	dir    string
	read   map[string]int    // how often each file was read
	synced map[string][]byte // what the harbour's folders had when they were alike last
	gone   time.Duration     // since the month began
	clash  int               // how many files had to be kept beside another
}

// where is the site at which each therapist works.
var where = map[string]string{"Ann": "north", "Bo": "north", "Cruz": "south", "Dee": "south", "Eli": "harbour-eli", "Fay": "harbour-fay"}

// colleague is who works at the same site.
var colleague = map[string]string{"Ann": "Bo", "Bo": "Ann", "Cruz": "Dee", "Dee": "Cruz", "Eli": "Fay", "Fay": "Eli"}

func newMonth(t *testing.T) *monthly {
	m := &monthly{t: t, dir: t.TempDir(), read: map[string]int{}}
	for _, site := range []string{"north", "south"} {
		groupFolder(t, filepath.Join(m.dir, site))
	}
	practice, err := os.ReadFile(filepath.Join("testdata", "month", "practice.toml"))
	if err != nil {
		t.Fatal(err)
	}
	m.at("Ann").write(m.at("Ann").practice, practice)
	return m
}

// at is the computer of a therapist.
func (m *monthly) at(name string) *computer {
	home := filepath.Join(m.dir, "homes", name)
	return &computer{
		t: m.t, home: home, folder: filepath.Join(m.dir, where[name]), atDesk: true, practice: filepath.Join(m.dir, "practice.toml"),
		language: "en", now: func() time.Time { return time.Now().Add(m.gone) },
	}
}

// folders are those that a list is made of.
func (m *monthly) folders() []string {
	var all []string
	for _, folder := range slices.Compact(slices.Sorted(maps.Values(where))) {
		all = append(all, filepath.Join(m.dir, folder))
	}
	return all
}

// asks runs a command in a therapist's account, and returns what it says.
func (m *monthly) asks(name string, args ...string) string {
	m.t.Helper()
	c := m.at(name)
	var out, said strings.Builder
	env := shell.Env{
		Streams: shell.Streams{In: strings.NewReader(""), Out: &out, Err: &said},
		FS:      counting{disk.OS(), m.read}, Getenv: c.getenv, Now: c.now, Random: rand.Reader, Version: version(), Shipped: guidetest.Read,
	}
	if code := command.Run(args, env, nil, nil); code != shell.ExitDone {
		m.t.Fatalf("%s: %q ends with %d\n%s%s", name, args, code, out.String(), said.String())
	}
	return out.String()
}

// match are the files that fit a pattern.
func (c *computer) match(pattern string) []string {
	c.t.Helper()
	found, err := filepath.Glob(pattern)
	if err != nil {
		c.t.Fatal(err)
	}
	return found
}

// adds adds something to the record of a client.
func (m *monthly) adds(name, reference string, what ...string) {
	m.t.Helper()
	m.asks(name, append([]string{"records", "add", reference, "--records", m.at(name).folder}, what...)...)
}

// counting is a disk that counts how often a file is read.
type counting struct {
	disk.FS
	read map[string]int
}

func (c counting) Read(path string, limit int64) ([]byte, error) {
	c.read[path]++
	return c.FS.Read(path, limit)
}

// in are the files below a folder, by their names in it.
func (m *monthly) in(dir string) map[string][]byte {
	m.t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		all[strings.TrimPrefix(path, dir+string(filepath.Separator))] = data
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		m.t.Fatal(err)
	}
	return all
}

// sync makes the two folders of the harbour alike, as a program does that copies: what
// only one of them changed since the last time goes to the other; what both changed
// each keeps, with the other's beside it.
func (m *monthly) sync() {
	m.t.Helper()
	one, other := m.at("Eli").folder, m.at("Fay").folder
	ours, theirs := m.in(one), m.in(other)
	names := maps.Clone(ours)
	maps.Copy(names, theirs)
	maps.Copy(names, m.synced)
	for name := range names {
		a, b, was := ours[name], theirs[name], m.synced[name]
		_, isHere := ours[name]
		_, isThere := theirs[name]
		_, wasHere := m.synced[name]
		switch {
		case isHere == isThere && bytes.Equal(a, b):
		case isHere == wasHere && bytes.Equal(a, was):
			m.put(filepath.Join(one, name), b, isThere)
		case isThere == wasHere && bytes.Equal(b, was):
			m.put(filepath.Join(other, name), a, isHere)
		default:
			m.clash++
			kind := filepath.Ext(name)
			beside := strings.TrimSuffix(name, kind) + " (conflicted copy)" + kind
			m.put(filepath.Join(one, beside), b, true)
			m.put(filepath.Join(other, beside), b, true)
			m.put(filepath.Join(other, name), a, true)
		}
	}
	m.synced = m.in(one)
}

// put writes a file, or takes it away.
func (m *monthly) put(path string, data []byte, is bool) {
	m.t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil && is {
		err = os.WriteFile(path, data, 0o600)
	} else if err == nil {
		err = os.Remove(path)
	}
	if err != nil {
		m.t.Fatal(err)
	}
}

// feeChanges writes another fee into the practice's file, in both languages.
func (m *monthly) feeChanges() {
	c := m.at("Ann")
	c.write(c.practice, bytes.ReplaceAll(c.bytes(c.practice), []byte("40 d"), []byte("55 d")))
}

// bothAddTo has both computers of the harbour add to one record before the program that
// copies has come to it, and leaves copies of the record under another name.
func (m *monthly) bothAddTo(clients []client) {
	m.t.Helper()
	i := slices.IndexFunc(clients, func(c client) bool { return c.by == "Eli" && c.way == "killed" })
	m.adds("Eli", clients[i].reference, "--countersigned", "Supervisor Eli")
	m.adds("Fay", clients[i].reference, "--countersigned", "Supervisor Fay")
	for path, data := range m.in(m.at("Eli").folder) {
		if kind := filepath.Ext(path); strings.Contains(path, "acknowledgement-") && strings.Contains(path, clients[i].reference) {
			m.put(filepath.Join(m.at("Fay").folder, strings.TrimSuffix(path, kind)+" (1)"+kind), data, true)
		}
	}
	if m.sync(); m.clash == 0 {
		m.t.Error("the two folders were never at odds")
	}
}
