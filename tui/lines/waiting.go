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
func (l *Lines) binds() bool { return !l.Over() && l.visit.Binds() }

// signs reports whether a line would sign or save, or not, or do what else a
// page of an intake has a word for.
func (l *Lines) signs(line string) bool {
	s := l.visit.Sheet()
	t := turn{Lines: l, said: clean(line), sheet: s}
	item, ok := t.byWord()
	if n := numbers(t.text); len(n) == 1 && n[0] > 0 && n[0] <= len(numbered(s)) {
		item, ok = numbered(s)[n[0]-1], true
	}
	return ok && l.visit.Seals() && l.asked == "" && item.Kind == page.Act
}

// tooEarly passes over a line that was there before its page was, and says so
// once, after the last of them. Only help now is never out of place.
func (l *Lines) tooEarly(line typed) string {
	s := clean(line.text)
	if m, _, _ := l.vocab.find(s); m == page.HelpNow || l.words.Danger.IsCry(s.text) {
		l.wholePage(page.NewHelp().Show(l.visit.State()))
	}
	if l.early -= line.size; l.early > 0 {
		return l.written()
	}
	l.say(l.words.Lines.Waited)
	return l.flush()
}
