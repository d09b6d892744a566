package lines

import "firstsession/content/page"

// At a terminal, an answer or a signature comes from a deliberate act: what was
// typed or pasted before its page was shown does nothing there, and a line counts
// only if it comes alone. How fast a line comes says nothing of that, since a
// switch, dictation and a slow link send bursts. Through a pipe, all lines wait.

// Watch hands in how many bytes of whole lines wait to be read, at once and
// after a moment in which more may come: a terminal hands out the first line of
// a paste before the others have arrived. Without it, as through a pipe, nothing
// is refused. A terminal cuts what is longer than longest bytes, in silence.
func (l *Lines) Watch(waiting, soon func() int, longest int) {
	l.waiting, l.soon, l.longest = waiting, soon, longest
}

// waits is how many bytes of whole lines wait, here or in the terminal.
func (l *Lines) waits(count func() int) int {
	if count == nil {
		return 0
	}
	return l.behind + count()
}

// inBurst has a line refused with the others if it did not come alone. What is
// refused already ends with the last line behind which nothing comes.
func (l *Lines) inBurst(line typed) {
	if l.early <= line.size && l.binds() {
		if more := l.waits(l.soon); more > 0 {
			l.early = line.size + more
		}
	}
}

// binds reports whether the page shown answers or signs.
func (l *Lines) binds() bool { return !l.Over() && l.visit.Binds() }

// tooEarly passes over a line that was there before its page was, and says so
// once, after the last of them. Only help now is never out of place.
func (l *Lines) tooEarly(line typed) string {
	s := clean(line.text)
	l.visit.Forget()
	l.twice, l.done = "", 0
	if m, _, _ := l.vocab.find(s); m == page.HelpNow || l.visit.IsCry(s.text) {
		l.wholePage(page.NewHelp().Show(l.visit.State()))
	}
	if l.early -= line.size; l.early > 0 {
		return l.written()
	}
	l.say(l.words.Lines.Waited)
	l.whole = true // where one is, too
	return l.flush()
}
