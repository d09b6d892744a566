package tui

import (
	"path/filepath"

	"firstsession/content/disk/disktest"
	"firstsession/content/journal"
	"firstsession/content/walk"
)

// onFake has a store keep everything on a disk that can go wrong. The folder
// for records is on it as well.
func (c *computer) onFake(keeper *store) *disktest.Fake {
	c.t.Helper()
	fake := disktest.New(c.home)
	j, _, err := journal.Open(fake, filepath.Dir(c.journal()))
	if err != nil {
		c.t.Fatal(err)
	}
	keeper.fsys, keeper.journal = fake, j
	return fake
}

// kept are the facts on a fake disk.
func (c *computer) kept(fake *disktest.Fake) []walk.Fact {
	c.t.Helper()
	data, err := fake.Read(c.journal(), journal.MaxSize)
	if err != nil {
		c.t.Fatal(err)
	}
	facts, err := journal.Parse(data)
	if err != nil {
		c.t.Fatal(err)
	}
	return facts
}
