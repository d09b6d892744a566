package journal

import (
	"bytes"
	"encoding/json"
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
	if j.file == nil || j.broken && !j.unsettled {
		return j.unreadable()
	}
	_, c, err := load(j.fsys, j.path())
	if err != nil {
		return fmt.Errorf("erase words from the journal: %w", err)
	}
	lines, after, gone, err := rewritten(c, change)
	if err == nil {
		err = j.eraseAside(gone)
	}
	if err == nil && len(gone) > 0 {
		err = j.replace(lines, after)
	}
	if err == nil {
		err = j.settle()
	}
	if err != nil {
		return fmt.Errorf("erase words from the journal: %w", err)
	}
	return nil
}

// unreadable says why a journal that is not open cannot be written anew; one
// that was never begun holds no words.
func (j *Journal) unreadable() error {
	if j.broken {
		return ErrBroken
	}
	return nil
}

// taken is what a fact said before it was changed.
type taken struct{ subject, kind, words string }

// rewritten makes the journal's bytes with the facts changed, and says which
// words that took.
func rewritten(c contents, change func(walk.Fact) walk.Fact) (data []byte, after chain, gone []taken, err error) {
	if len(c.torn) > 0 {
		return nil, after, nil, errors.New("its last line is torn")
	}
	after = chain{format: c.chain.format}
	data = fmt.Appendf(nil, "{\"format\":%d}\n", after.format)
	for _, fact := range c.facts {
		changed := change(fact)
		for _, words := range lost(fact, changed) {
			gone = append(gone, taken{fact.Subject, fact.Kind, words})
		}
		var line []byte
		if line, after, err = after.encode(changed); err != nil {
			return nil, after, nil, err
		}
		data = append(data, line...)
	}
	return data, after, gone, nil
}

// lost are the words of a fact that are not in another.
func lost(before, after walk.Fact) []string {
	var words []string
	if before.Data.Text != after.Data.Text {
		words = append(words, before.Data.Text)
	}
	if b, a := before.Data.Form, after.Data.Form; b != nil && a != nil && b.Aim != a.Aim {
		words = append(words, b.Aim)
	}
	return words
}

// replace puts other bytes in the place of the journal's, whole or not at all.
func (j *Journal) replace(data []byte, after chain) error {
	temp := filepath.Join(j.dir, unfinished)
	if err := disk.RemoveAny(j.fsys, temp); err != nil {
		return err
	}
	if err := disk.WriteNew(j.fsys, temp, data); err != nil {
		return err
	}
	// Windows moves nothing over a file that is open. From here on nothing may
	// be appended before the new name is on the disk: it could be lost with it.
	j.broken, j.unsettled = true, true
	err := j.file.Close()
	if err == nil {
		err = j.fsys.Rename(temp, j.path())
	}
	file, again := j.fsys.Append(j.path())
	if again != nil {
		j.unsettled = false // there is nothing to append to
		return errors.Join(err, again)
	}
	j.file = file
	if err != nil {
		j.broken, j.unsettled = false, false // the old file is there, as it was
		return errors.Join(err, disk.RemoveAny(j.fsys, temp))
	}
	j.size, j.chain = int64(len(data)), after
	return nil
}

// settle returns when the names in the folder outlast a crash. What was broken
// off before that is mended by it.
func (j *Journal) settle() error {
	if err := disk.RemoveAny(j.fsys, filepath.Join(j.dir, unfinished)); err != nil {
		return err
	}
	if err := j.fsys.SyncDir(j.dir); err != nil {
		return err
	}
	if j.unsettled {
		j.broken, j.unsettled = false, false
	}
	return nil
}

// eraseAside takes words out of what was set aside: a torn line that may hold
// some of them goes, and in a whole journal others stand in their place.
func (j *Journal) eraseAside(gone []taken) error {
	if len(gone) == 0 {
		return nil
	}
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
	temp := filepath.Join(j.dir, unfinished)
	if err := disk.RemoveAny(j.fsys, temp); err != nil {
		return err
	}
	if err := disk.WriteNew(j.fsys, temp, without); err != nil {
		return err
	}
	return j.fsys.Rename(temp, path)
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
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		return []byte(text) // a string can always be encoded
	}
	return bytes.TrimSpace(out.Bytes())
}
