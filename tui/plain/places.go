package plain

import (
	"strconv"

	"firstsession/content"
	"firstsession/content/walk"
)

// first is the first page, for whoever has not begun.
type first struct{ l *Lines }

func (f *first) heading() string {
	return f.l.words.Guide.Title + ". " + f.l.words.Guide.Subtitle + "."
}

func (f *first) show() {
	f.l.say(f.l.words.Home.Intro)
	f.l.say(f.l.words.Home.Message)
	f.choices()
}

func (f *first) choices() { f.l.unnumbered(f.l.beginnings()) }

// beginnings are the ways to begin, and to look around or get help first.
func (l *Lines) beginnings() []string {
	words := l.words.Plain
	if l.visit.Private {
		return []string{l.fill(words.BeginPrivate), l.fill(words.FirstChapters), l.fill(words.FirstHelp)}
	}
	return []string{l.fill(words.BeginKeep), l.fill(words.BeginNoTrace), l.fill(words.FirstChapters), l.fill(words.FirstHelp)}
}

func (f *first) prompt() string {
	if f.l.visit.Private {
		return f.l.fill(f.l.words.Plain.AskFirstPrivate)
	}
	return f.l.fill(f.l.words.Plain.AskFirst)
}

func (f *first) take(s said) bool { return f.l.begins(s, walk.Step{}) }

// begins begins at a step, if that is what was said.
func (l *Lines) begins(s said, to walk.Step) bool {
	switch {
	case s.command == private:
		l.say(l.words.Plain.BegunPrivate)
		l.begin(false, to)
	case s.command == begin, s.command == goOn, s.empty():
		l.begin(!l.visit.Private, to)
	default:
		return false
	}
	return true
}

func (f *first) more() []string { return f.l.beginnings() }

// trouble is a page about a place that cannot be read.
type trouble struct {
	l        *Lines
	text     string
	setAside bool
}

func (t *trouble) heading() string { return t.l.words.Home.Trouble + "." }

func (t *trouble) show() {
	t.l.Say(t.text)
	t.choices()
}

func (t *trouble) choices() {
	if t.setAside {
		t.l.say(t.l.words.Plain.AsideHow)
	}
}

func (t *trouble) prompt() string { return t.l.fill(t.l.words.Plain.AskTrouble) }

func (t *trouble) take(s said) bool {
	switch {
	case s.command == aside && t.setAside:
		t.l.aside()
	case s.command == goOn, s.empty():
		t.l.begin(false, walk.Step{})
	default:
		return false
	}
	return true
}

// aside puts the file aside that holds the reader's place, and begins anew.
func (l *Lines) aside() {
	path, err := l.visit.SetAside()
	if err != nil {
		l.say(l.words.Frame.NotKept, "error", err)
		l.begin(false, walk.Step{})
		return
	}
	l.say(l.words.Frame.BegunAnew, "path", path)
	l.begin(true, walk.Step{})
}

func (t *trouble) more() []string { return nil }

// contents are the chapters, how far the reader is, and where to go.
type contents struct {
	l      *Lines
	chosen int // the chapter to begin with, if one has not begun; 0 for none
}

func (c *contents) heading() string { return c.l.words.Home.Contents + "." }

func (c *contents) show() {
	w, words := c.l.visit.Walk, c.l.words.Home
	done := 0
	for n := range w.Chapters() {
		if w.State(n+1) == walk.Done {
			done++
		}
	}
	c.l.Say(sentence(content.Fill(words.Progress, "done", done, "of", w.Chapters())))
	c.choices()
	if signed, ok := w.Signed(); ok && !c.l.intake() {
		c.l.say(words.Signed, "date", c.l.day(signed.Time))
		c.l.Say(signed.Readable())
		if w.Lapsed() {
			c.l.say(c.l.words.Summary.Lapsed)
		}
	}
	c.l.mode()
}

func (c *contents) choices() {
	w, words := c.l.visit.Walk, c.l.words.Home
	var items []string
	for n := range w.Chapters() {
		state := words.ToCome
		switch {
		case w.Started() && w.At().Chapter == n+1:
			state = words.Here
		case w.State(n+1) == walk.Done:
			state = words.Done
		case w.State(n+1) == walk.Begun:
			state = words.Begun
		case w.State(n+1) == walk.LeftOut:
			state = words.LeftOut
		}
		items = append(items, c.l.fill(c.l.words.Plain.ChapterIs, "title", w.ChapterTitle(n+1), "state", state))
	}
	if c.signed() {
		items = append(items, words.SignAgain)
	}
	c.l.list(items)
}

func (c *contents) signed() bool {
	_, ok := c.l.visit.Walk.Signed()
	return ok && !c.l.intake()
}

func (c *contents) prompt() string {
	words := c.l.words.Plain
	switch {
	case c.chosen > 0 && c.l.visit.Private:
		return c.l.fill(words.AskBeginAtPrivate, "n", c.chosen)
	case c.chosen > 0:
		return c.l.fill(words.AskBeginAt, "n", c.chosen)
	default:
		return c.l.fill(words.AskContents)
	}
}

func (c *contents) take(s said) bool {
	w := c.l.visit.Walk
	most := w.Chapters()
	if c.signed() {
		most++
	}
	n, ok := s.number(most)
	switch {
	case ok && c.l.visit.Fresh:
		c.chosen = n
		c.l.Say(c.l.chapterHeading(n))
	case ok && n > w.Chapters():
		c.l.jump(w.First(w.Chapters()))
	case ok:
		c.l.jump(c.step(n))
	case c.chosen > 0:
		return c.l.begins(s, w.First(c.chosen))
	case s.empty(), s.command == goOn:
		c.l.back()
	default:
		return false
	}
	return true
}

// step is where a chapter is gone on with: where the reader is, or its start.
func (c *contents) step(n int) walk.Step {
	at := c.l.visit.Walk.At()
	if c.l.visit.Walk.Started() && at.Chapter == n && at.Kind != walk.Closing {
		return at
	}
	return c.l.visit.Walk.First(n)
}

func (c *contents) more() []string { return []string{c.l.words.Plain.HelpContents} }

// searching asks for the words to search for.
type searching struct{ l *Lines }

func (s *searching) heading() string { return s.l.words.Search.Title + "." }
func (s *searching) show()           {}
func (s *searching) anyText() bool   { return true }
func (s *searching) choices()        {}
func (s *searching) more() []string  { return nil }
func (s *searching) prompt() string  { return s.l.fill(s.l.words.Plain.AskSearch) }
func (s *searching) take(typed said) bool {
	switch {
	case typed.empty():
		s.l.back()
	case typed.command == none, s.l.words.Danger.IsCry(typed.text) && typed.command != help:
		s.l.search(typed.text)
	default:
		return false
	}
	return true
}

// hits are what a search found.
type hits struct {
	l     *Lines
	query string
	found []content.Hit
}

func (h *hits) heading() string {
	return h.l.fill(h.l.words.Plain.Found, "query", h.query, "n", len(h.found))
}

// mostHits are said at once. More would not be listened to.
const mostHits = 9

func (h *hits) show() { h.choices() }

func (h *hits) choices() {
	var items []string
	for i, hit := range h.found {
		if i == mostHits {
			break
		}
		text := hit.Title
		if hit.Heading != "" {
			text = sentence(text) + " " + hit.Heading
		}
		items = append(items, text)
	}
	h.l.list(items)
	if rest := len(h.found) - mostHits; rest > 0 {
		h.l.say(h.l.words.Plain.MoreHits, "n", rest)
	}
}

func (h *hits) prompt() string {
	if len(h.found) == 1 {
		return h.l.fill(h.l.words.Plain.AskHit)
	}
	return h.l.fill(h.l.words.Plain.AskHits, "most", strconv.Itoa(min(mostHits, len(h.found))))
}

func (h *hits) take(s said) bool {
	n, ok := s.number(min(mostHits, len(h.found)))
	switch {
	case ok:
		hit := h.found[n-1]
		id := hit.Section
		if id == "" {
			id = hit.Chapter
		}
		return h.l.readBetween(id)
	case s.empty(), s.command == goOn:
		h.l.back()
	default:
		return false
	}
	return true
}

func (h *hits) more() []string { return nil }
