// Package disktest is a file system for tests that can go wrong in every way
// that a real one can.
package disktest

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"firstsession/content/disk"
)

// Fake is a file system for tests. It lives in memory, counts its operations,
// and can refuse any of them, fill up, and crash: then it forgets what was not
// synced. It is not for several goroutines at once.
type Fake struct {
	nodes   map[string]*node // by path, as a program sees them
	lasting map[string]*node // as they are after a crash
	pending []change         // of names, since they were last synced
	locks   map[string]bool

	count   int
	fails   func(operation int) error
	space   int // bytes left, below 0 without an end
	crashed bool
}

var _ disk.FS = (*Fake)(nil)

type node struct {
	dir     bool
	mode    fs.FileMode // more than its owner's rights
	data    []byte
	synced  []byte
	changed int64 // how often it was, as its time
}

func (n *node) info() (fs.FileInfo, error) {
	file := &fstest.MapFile{Data: n.data, Mode: 0o600 | n.mode, ModTime: time.Unix(n.changed, 0)}
	if n.dir {
		file.Mode = fs.ModeDir | 0o700 | n.mode
	}
	return fs.Stat(fstest.MapFS{"it": file}, "it")
}

// change is a name that came or went; node is nil if it went. A file that was
// renamed loses its name gone at the same time.
type change struct {
	path string
	node *node
	gone string
}

// ErrCrashed is what every operation returns between a crash and Restart.
var ErrCrashed = errors.New("the computer has crashed")

// New makes an empty file system with the folders named, and those above
// them, in it.
func New(dirs ...string) *Fake {
	f := &Fake{nodes: map[string]*node{}, lasting: map[string]*node{}, locks: map[string]bool{}, space: -1}
	for _, dir := range dirs {
		for dir = slashed(dir); f.nodes[dir] == nil; dir = folderOf(dir) {
			f.nodes[dir] = &node{dir: true}
			f.lasting[dir] = f.nodes[dir]
		}
	}
	return f
}

// Count is how many operations there were.
func (f *Fake) Count() int { return f.count }

// Refuse lets operations fail, by their number counted from 1, where fails
// returns an error. Nil lets none fail.
func (f *Fake) Refuse(fails func(operation int) error) { f.fails = fails }

// Fill leaves space for so many bytes more. What is written beyond is cut off
// with an error. A number below 0 leaves space without an end.
func (f *Fake) Fill(space int) { f.space = space }

// CrashAt lets the computer crash within an operation, counted from 1.
func (f *Fake) CrashAt(operation int) {
	f.fails = func(n int) error {
		if n >= operation {
			f.crashed = true
			return ErrCrashed
		}
		return nil
	}
}

// Restart is what comes after a crash: nothing refuses any more, no lock is held, and of
// all that was not synced a part chosen by the seed is left: of a file's end, and of the
// names that came and went. With the seed 0 all of it is lost, with 1 all is left.
func (f *Fake) Restart(seed uint64) {
	random := rand.New(rand.NewPCG(seed, seed))
	left := func(n int) int {
		if seed < 2 {
			return n * int(seed)
		}
		return random.IntN(n + 1)
	}
	for _, c := range f.pending {
		if left(1) == 1 {
			setName(f.lasting, c)
		}
	}
	f.nodes = map[string]*node{}
	done := map[*node]bool{}
	for _, path := range slices.Sorted(maps.Keys(f.lasting)) {
		n := f.lasting[path]
		if f.lasting[folderOf(path)] == nil { // what stood in a folder goes with it
			delete(f.lasting, path)
			continue
		}
		f.nodes[path] = n
		if !done[n] {
			done[n] = true
			n.restart(left)
		}
	}
	f.pending, f.locks, f.fails, f.crashed, f.space = nil, map[string]bool{}, nil, false, -1
}

// restart keeps of a file what was synced, and perhaps a part of what was
// written behind it since.
func (n *node) restart(left func(int) int) {
	kept := n.synced
	if more := len(n.data) - len(n.synced); more > 0 && slices.Equal(n.data[:len(n.synced)], n.synced) {
		kept = n.data[:len(n.synced)+left(more)]
	} else if left(1) == 1 {
		kept = n.data
	}
	n.data, n.synced = slices.Clone(kept), slices.Clone(kept)
}

// Clone is another file system with the same on it, and no lock held. What
// becomes of the one is nothing to the other.
func (f *Fake) Clone() *Fake {
	clones := map[*node]*node{}
	clone := func(n *node) *node {
		if n != nil && clones[n] == nil {
			clones[n] = &node{n.dir, n.mode, slices.Clone(n.data), slices.Clone(n.synced), n.changed}
		}
		return clones[n]
	}
	other := New()
	other.count, other.space = f.count, f.space
	for path, n := range f.nodes {
		other.nodes[path] = clone(n)
	}
	for path, n := range f.lasting {
		other.lasting[path] = clone(n)
	}
	for _, c := range f.pending {
		other.pending = append(other.pending, change{c.path, clone(c.node), c.gone})
	}
	return other
}

// Seen is all that a program can see on the disk.
func (f *Fake) Seen() string {
	var seen strings.Builder
	for _, path := range slices.Sorted(maps.Keys(f.nodes)) {
		n := f.nodes[path]
		fmt.Fprintf(&seen, "%s %v %v %d %d\n%s\n", path, n.dir, n.mode, n.changed, len(n.data), n.data)
	}
	return seen.String()
}

// SetGroup makes a folder one that gives its group to what is put into it.
func (f *Fake) SetGroup(path string) { f.nodes[slashed(path)].mode |= fs.ModeSetgid }

// slashed is a path as it is known here, on Windows too.
func slashed(path string) string { return filepath.ToSlash(path) }

func folderOf(path string) string { return slashed(filepath.Dir(path)) }

func setName(names map[string]*node, c change) {
	if c.node == nil {
		delete(names, c.path)
		return
	}
	names[c.path] = c.node
	delete(names, c.gone)
}

// step counts an operation and reports whether it is refused.
func (f *Fake) step(op, path string) error {
	f.count++
	var err error
	if f.crashed {
		err = ErrCrashed
	} else if f.fails != nil {
		err = f.fails(f.count)
	}
	return refused(op, path, err)
}

// refused is why an operation is, if it is.
func refused(op, path string, why error) error {
	if why == nil {
		return nil
	}
	return &fs.PathError{Op: op, Path: path, Err: why}
}

func (f *Fake) name(path string, n *node, gone string) {
	c := change{path, n, gone}
	setName(f.nodes, c)
	f.pending = append(f.pending, c)
}

func (f *Fake) find(op, path string) (*node, error) {
	if n := f.nodes[path]; n != nil {
		return n, nil
	}
	return nil, refused(op, path, fs.ErrNotExist)
}

// free makes sure that a name is free and its folder there.
func (f *Fake) free(op, path string) error {
	if f.nodes[path] != nil {
		return refused(op, path, fs.ErrExist)
	}
	above, err := f.find(op, folderOf(path))
	if err == nil && !above.dir {
		err = fmt.Errorf("%s %s: not in a folder", op, path)
	}
	return err
}
