package tui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/disk/disktest"
	"firstsession/content/journal"
	"firstsession/content/walk"
	"firstsession/tui/plain"
	"firstsession/tui/tuitest"
	"firstsession/tui/visit"
)

// piped is line mode on a disk in the memory, read from and written to streams
// as if they were pipes.
type piped struct {
	t     testing.TB
	fake  *disktest.Fake
	visit *visit.Visit
	lines *plain.Lines
	said  bytes.Buffer
}

const pipedHome = "/home/maja"

// newPiped is line mode as it starts for whoever has what is on a disk.
func newPiped(t testing.TB, g *content.Guide, fake *disktest.Fake) *piped {
	t.Helper()
	p := &piped{t: t, fake: fake}
	s := &store{fsys: fake, dir: filepath.Join(pipedHome, "state"), folder: filepath.Join(pipedHome, "records"), version: "test"}
	j, opened, err := journal.Open(fake, s.dir)
	if err != nil {
		t.Fatal(err)
	}
	s.journal = j
	w, _ := walk.Replay(g, opened.Facts)
	p.visit = &visit.Visit{Walk: w, Facts: opened.Facts, Fresh: !w.Started(), Folder: s.folder, Keeper: s, Now: clock()}
	p.lines = plain.New(p.visit, 0)
	return p
}

// takes runs line mode to its end with what is typed.
func (p *piped) takes(ctx context.Context, in io.Reader) {
	p.t.Helper()
	if err := plain.Run(ctx, p.lines, p.lines.Start(0), in, &p.said); err != nil {
		p.t.Fatal(err)
	}
	if err := p.visit.Keeper.(*store).Close(); err != nil {
		p.t.Fatal(err)
	}
}

// left is what is on the disk: the facts, and how many files of records.
func (p *piped) left() (facts []string, files int) {
	p.t.Helper()
	data, err := p.fake.Read(filepath.Join(pipedHome, "state", "journal.jsonl"), journal.MaxSize)
	if err == nil {
		read, err := journal.Parse(data)
		if err != nil {
			p.t.Fatal(err)
		}
		facts = factLines(read, nil)
	}
	names, err := p.fake.ReadDir(filepath.Join(pipedHome, "records"))
	if err != nil {
		return facts, 0
	}
	return facts, len(names)
}

// wholeWalk is a walk from the first page to a record: what is typed, and how
// many facts and files of records there are before each line and at the end.
func wholeWalk(t testing.TB, g *content.Guide) (typed, facts []string, factsAt, filesAt []int) {
	t.Helper()
	p := newPiped(t, g, disktest.New(pipedHome))
	p.lines.Start(0)
	take := func(lines ...string) {
		for _, line := range lines {
			all, files := p.left()
			factsAt, filesAt = append(factsAt, len(all)), append(filesAt, files)
			typed = append(typed, line)
			p.lines.Line(line)
		}
	}
	take("", "note Is there a lift", "help now", "chapters", "", "?", "xyzzy")
	for range 1000 {
		next := tuitest.Lines(p.visit.Walk, p.lines.At())
		if next == nil {
			break
		}
		take(next...)
	}
	take("glossary", "search pocket", "1", "", "sign again", "do not sign", "stop")
	facts, files := p.left()
	return typed, facts, append(factsAt, len(facts)), append(filesAt, files)
}

// cancelling is an output after whose nth text a context ends, as it does on a
// hang-up or Ctrl+C.
type cancelling struct {
	after  int
	cancel context.CancelFunc
	heard  *bytes.Buffer
}

func (c *cancelling) Write(text []byte) (int, error) {
	if c.after--; c.after == 0 {
		c.cancel()
	}
	return c.heard.Write(text)
}

func TestAnEndAtAnyPromptIsNeverAnAnswer(t *testing.T) {
	t.Parallel()
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	typed, facts, factsAt, filesAt := wholeWalk(t, g)
	if len(typed) < 150 || filesAt[len(typed)] < 2 {
		t.Fatalf("the walk has %d lines and %d files", len(typed), filesAt[len(typed)])
	}
	for n := range typed {
		whole := strings.Join(append(typed[:n:n], ""), "\n")
		ends := []string{"", typed[n] + " "}
		if facts[max(factsAt[n]-1, 0)] == "reach signing" || typed[n] == "agree" {
			ends = append(ends, "agree", "sign", "\r", "1")
		}
		for _, end := range ends {
			p := newPiped(t, g, disktest.New(pipedHome))
			p.takes(t.Context(), strings.NewReader(whole+end))
			p.isAt(n, end, facts[:factsAt[n]], filesAt[n])
		}
		p := newPiped(t, g, disktest.New(pipedHome))
		p.hangsUp(n, whole)
		p.isAt(n, "a hang-up", facts[:factsAt[n]], filesAt[n])
	}
}

// hangsUp takes what is typed, and is then asked to end at its prompt.
func (p *piped) hangsUp(n int, typed string) {
	p.t.Helper()
	ctx, cancel := context.WithCancel(p.t.Context())
	in, out := io.Pipe()
	wrote := make(chan error, 1)
	go func() {
		_, err := io.WriteString(out, typed)
		wrote <- err
	}()
	err := plain.Run(ctx, p.lines, p.lines.Start(0), in, &cancelling{n + 1, cancel, &p.said})
	if err := errors.Join(err, p.visit.Keeper.(*store).Close(), <-wrote, out.Close()); err != nil {
		p.t.Fatal(err)
	}
}

// isAt holds what is on the disk against what the lines that were ended with
// Enter say.
func (p *piped) isAt(n int, end string, facts []string, files int) {
	p.t.Helper()
	got, found := p.left()
	if strings.Join(got, "\n") != strings.Join(facts, "\n") || found != files {
		p.t.Fatalf("line %d, ended with %q: %d files, want %d, and the facts\n%s\nwant\n%s", n, end, found, files,
			strings.Join(got, "\n"), strings.Join(facts, "\n"))
	}
	said := p.said.String()
	if n > 0 && !strings.Contains(said, "The next start goes on here: ") {
		p.t.Fatalf("line %d, ended with %q: it does not say where it goes on:\n%s", n, end, said)
	}
	if end != "" && end != "a hang-up" && !strings.Contains(said, "not ended with Enter") {
		p.t.Fatalf("line %d, ended with %q: it does not say that the last line was left out", n, end)
	}
}

func TestWhoeverComesBackAfterAnEndGoesOnThere(t *testing.T) {
	t.Parallel()
	g, err := content.Load(content.Embedded(), "en")
	if err != nil {
		t.Fatal(err)
	}
	fake := disktest.New(pipedHome)
	for range 400 {
		p := newPiped(t, g, fake)
		next := tuitest.Lines(p.visit.Walk, p.lineStart())
		if next == nil {
			break
		}
		p = newPiped(t, g, fake)
		p.takes(t.Context(), strings.NewReader(strings.Join(append(next, ""), "\n")+"agree"))
	}
	p := newPiped(t, g, fake)
	if at := p.lineStart(); at.Kind != walk.Closing {
		t.Errorf("the walk, ended after every step, ends at %+v", at)
	}
	if _, files := p.left(); files < 2 {
		t.Errorf("there are %d files of a record", files)
	}
}

// lineStart is the step that is shown first.
func (p *piped) lineStart() walk.Step {
	p.lines.Start(0)
	if err := p.visit.Keeper.(*store).Close(); err != nil {
		p.t.Fatal(err)
	}
	return p.lines.At()
}
