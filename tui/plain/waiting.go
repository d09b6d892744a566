package plain

import (
	"firstsession/content/walk"
	"firstsession/tui/intake"
)

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
func (l *Lines) binds() bool {
	if l.over {
		return false
	}
	if page, ok := l.top().(*sheet); ok {
		if _, ends := page.page.(intake.Ending); ends {
			return true
		}
	}
	return l.At().Kind.Binds()
}

// signs reports whether a line would sign, or do what a page of an intake has a
// word for, such as to save its record.
func (l *Lines) signs(line string) bool {
	if !l.binds() {
		return false
	}
	s := l.vocab.understand(line, false)
	page, ok := l.top().(*sheet)
	if !ok {
		return l.At().Kind == walk.Signature && (s.command == sign || s.command == doNotSign)
	}
	return page.waiting == "" && page.acts(s)
}

// tooEarly passes over a line that was there before its page was, and says so
// once, after the last of them. Only help now is never out of place.
func (l *Lines) tooEarly(line typed) string {
	if s := l.vocab.understand(line.text, false); s.command == help || l.words.Danger.IsCry(s.text) {
		l.page(l.visit.Walk.Guide().Help)
	}
	if l.early -= line.size; l.early > 0 {
		said := l.out.String()
		l.out.Reset()
		return said
	}
	l.say(l.words.Plain.Waited)
	return l.flush()
}
