package journal

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"firstsession/content/disk"
	"firstsession/content/walk"
)

// Rewrite writes the journal anew with other facts in the place of those that
// it has, so that what was erased stands nowhere in its folder any more. Change
// is called for each fact and must keep its number. What was set aside loses
// the words that change took, too. When Rewrite returns without an error, that
// outlasts a crash. With an error, the old words may still be there, and all
// facts are; it can be called again.
func (j *Journal) Rewrite(change func(walk.Fact) walk.Fact) error {
	switch {
	case j.broken:
		return ErrBroken
	case !j.Begun():
		return nil // what was never begun holds no words
	}
	if err := j.eraseWords(change); err != nil {
		return fmt.Errorf("erase words from the journal: %w", err)
	}
	return nil
}

func (j *Journal) eraseWords(change func(walk.Fact) walk.Fact) error {
	// Words that were moved elsewhere cannot be erased there.
	if err := j.Check(); err != nil {
		return err
	}
	c, err := load(j.fsys, j.path())
	if err == nil && len(c.torn) > 0 {
		err = errors.New("its last line is torn")
	}
	if err != nil {
		return err
	}
	facts, gone := altered(c.facts, change)
	if len(gone) == 0 { // all of it may have gone in a try before this one
		return j.tidy()
	}
	if err := j.eraseAside(gone); err != nil {
		return err
	}
	return j.put(facts)
}

// tidy takes away what was cut off on its way to the journal's name.
func (j *Journal) tidy() error {
	if err := disk.RemoveAny(j.fsys, filepath.Join(j.dir, unfinished)); err != nil {
		return err
	}
	return j.fsys.SyncDir(j.dir)
}

// taken is what a fact said before it was changed.
type taken struct{ subject, kind, words string }

// altered are the facts as they are changed, and the words that this takes.
func altered(facts []walk.Fact, change func(walk.Fact) walk.Fact) (after []walk.Fact, gone []taken) {
	for _, fact := range facts {
		changed := change(fact)
		after = append(after, changed)
		if words := fact.Data.Text; words != changed.Data.Text {
			gone = append(gone, taken{fact.Subject, fact.Kind, words})
		}
		if was, is := fact.Data.Form, changed.Data.Form; was != nil && is != nil && was.Aim != is.Aim {
			gone = append(gone, taken{fact.Subject, fact.Kind, was.Aim})
		}
	}
	return after, gone
}

// eraseAside takes words out of what was set aside: a torn line that may hold
// some of them goes, and in a whole journal others stand in their place.
func (j *Journal) eraseAside(gone []taken) error {
	names, err := ours(j.fsys, j.dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		if !strings.HasPrefix(name, asidePrefix) {
			continue
		}
		if err := j.eraseIn(filepath.Join(j.dir, name), gone); err != nil {
			return err
		}
	}
	// The journal names what is to be erased, so it must not lose that first.
	return j.fsys.SyncDir(j.dir)
}

func (j *Journal) eraseIn(path string, gone []taken) error {
	data, err := j.fsys.Read(path, MaxSize)
	if err != nil {
		return fmt.Errorf("look at what was set aside: %w", err)
	}
	if !bytes.HasPrefix(data, []byte(`{"format"`)) {
		if mayHold(data, gone) {
			return disk.RemoveAny(j.fsys, path)
		}
		return nil
	}
	without := data
	for _, t := range gone {
		without = bytes.ReplaceAll(without, quoted(t.words), quoted(walk.Erased))
	}
	if bytes.Equal(without, data) {
		return nil
	}
	return j.swap(path, without, func() error { return nil })
}

// mayHold reports whether a torn line may hold some of the words. It may end
// within them, so that a line of the same kind about the same is enough.
func mayHold(torn []byte, gone []taken) bool {
	for _, t := range gone {
		about := bytes.Contains(torn, quoted(t.kind)) && bytes.Contains(torn, quoted(t.subject))
		if about || bytes.Contains(torn, bytes.Trim(quoted(t.words), `"`)) {
			return true
		}
	}
	return false
}

// quoted is a text as it stands in a journal.
func quoted(text string) []byte {
	line, err := marshal(text)
	if err != nil {
		return []byte(text) // a string can always be encoded
	}
	return line
}
