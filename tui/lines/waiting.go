package lines

import "firstsession/content/page"

// At a terminal, an answer or a signature comes from a deliberate act: what was
// typed or pasted before its page was shown does nothing there, and one burst
// answers one page at most. How fast a line comes says nothing of that, since a
// switch, dictation and a slow link send bursts. Through a pipe, all lines wait.

// Watch hands in how many bytes of whole lines wait to be read. Without it, as
// through a pipe, nothing is refused.
func (l *Lines) Watch(waiting func() int) { l.waiting = waiting }

// waits is how many bytes of whole lines wait, here or in the terminal.
func (l *Lines) waits() int {
	if l.waiting == nil {
		return 0
	}
	return l.behind + l.waiting()
}

// binds reports whether the page shown answers or signs.
func (l *Lines) binds() bool { return !l.Over() && l.visit.Sheet().Binding }

// signs reports whether a line would sign or save, or not: that leads on from
// the page, while a statement's answer does not.
func (l *Lines) signs(line string) bool {
	s := l.visit.Sheet()
	t := turn{Lines: l, said: clean(line), sheet: s}
	item, ok := t.byWord()
	if n := numbers(t.text); len(n) == 1 && n[0] > 0 && n[0] <= len(numbered(s)) {
		item, ok = numbered(s)[n[0]-1], true
	}
	return ok && s.Binding && l.asked == "" && item.Kind == page.Act && countOf(s, page.Line) > 0
}
