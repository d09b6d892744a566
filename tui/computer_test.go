package tui

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"firstsession/content/record"
	"firstsession/content/walk"
)

// computer is one reader's computer, with folders of their own.
type computer struct {
	t        testing.TB
	home     string
	guide    string // the folder of another guide than the built-in one
	noHome   bool   // the environment names no folder of the reader's own
	atDesk   bool   // a clinician begins an intake
	practice string // the practice file; empty for none
	theme    string // dark unless said otherwise
	// env is what the environment says otherwise.
	env map[string]string
}

func (c *computer) getenv(name string) string {
	if value, ok := c.env[name]; ok {
		return value
	}
	if c.noHome {
		return ""
	}
	switch name {
	case "HOME", "USERPROFILE", "LOCALAPPDATA":
		return c.home
	case "XDG_STATE_HOME":
		return filepath.Join(c.home, "state")
	default:
		return ""
	}
}

// newProgram is the program as it is started on this computer.
func (c *computer) newProgram() *program {
	p := &program{
		getenv: c.getenv, theme: cmp.Or(c.theme, "dark"), guideDir: c.guide,
		records: filepath.Join(c.home, "records"), atDesk: c.atDesk, practice: c.practice,
	}
	if c.noHome {
		p.records = ""
	}
	return p
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
		found, err := filepath.Glob(filepath.Join(c.home, "records", ".unfinished-*", "journal.jsonl"))
		if err != nil {
			c.t.Fatal(err)
		}
		return strings.Join(found, "\n") // no file if there is not one of them
	}
	return filepath.Join(c.home, "state", "firstsession", "journal.jsonl")
}

// facts are those that stand in the journal on the disk.
func (c *computer) facts() []walk.Fact {
	c.t.Helper()
	data, err := os.ReadFile(c.journal())
	if os.IsNotExist(err) {
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

// records are the acknowledgements on the disk, each of them whole.
func (c *computer) records() []record.Acknowledgement {
	c.t.Helper()
	paths, err := filepath.Glob(filepath.Join(c.home, "records", "*.json"))
	if err != nil {
		c.t.Fatal(err)
	}
	var all []record.Acknowledgement
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			c.t.Fatal(err)
		}
		a, err := record.Verify(data)
		if err != nil {
			c.t.Fatalf("%s: %v", path, err)
		}
		all = append(all, a)
	}
	return all
}
