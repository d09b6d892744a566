package plain

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/intake"
)

// mostLetters is how long a note or a line of one's own may be.
const mostLetters = 2000

// everywhere does what works at every prompt. Sure is the note that is deleted
// if that is asked for once more.
func (l *Lines) everywhere(s said, sure string) bool {
	switch s.command {
	case back:
		l.back()
	case again:
		l.showAll()
	case chapters:
		l.openContents()
	case search:
		l.search(s.words)
	case glossary:
		l.glossary(s.words)
	case note:
		l.note(s.words)
	case change:
		l.change(s.words)
	case erase:
		l.erase(s.words, sure)
	case help:
		l.page(l.visit.Walk.Guide().Help)
	case about:
		l.page(l.visit.Walk.Guide().About)
	case more:
		l.more()
	case where:
		l.Say(l.top().heading())
		l.mode()
	case flag, clinician, endIntake:
		return l.inIntake(s.command)
	case stop:
		l.out.WriteString(l.Leave())
	default:
		return false
	}
	return true
}

// inIntake does what works at every prompt of an intake, and only there.
func (l *Lines) inIntake(c command) bool {
	switch kind := l.noteAt().Kind; {
	case !l.intake(), c == endIntake && !(l.visit.Walk.MayEndEarly() && intake.CanEnd(kind)), c != endIntake && !intake.CanFlag(kind):
		return false
	}
	switch c {
	case flag:
		l.flag()
	case clinician:
		l.clinicianNote()
	default:
		l.open(&sheet{l: l, page: intake.Ending{}})
	}
	return true
}

// openContents shows the chapters, unless they are shown.
func (l *Lines) openContents() {
	if l.visit.Desk != nil && l.visit.Fresh {
		l.say(l.words.Plain.Nothing) // no intake has begun
		return
	}
	if _, ok := l.top().(*contents); ok {
		l.showAll()
		return
	}
	l.open(&contents{l: l})
}

// page says a page that is read outside the walk. Nothing has to be left
// afterwards: the prompt is the same as before.
func (l *Lines) page(p content.Page) {
	l.Say(sentence(p.Title))
	l.blocks(p.Body)
	for _, section := range p.Sections {
		l.Say(sentence(section.Heading))
		l.blocks(section.Body)
	}
}

// more says every word that can be typed here.
func (l *Lines) more() {
	w := l.words.Plain
	lines := l.top().more()
	if l.intake() && intake.CanFlag(l.noteAt().Kind) {
		lines = append(lines, w.HelpIntake)
	}
	leave := w.HelpStop
	if l.visit.Loses() {
		leave = w.HelpStopPrivate
	}
	lines = append(lines, w.HelpBack, w.HelpPlaces, w.HelpWords, w.HelpNotes, w.HelpNow, leave, w.HelpWhere, w.HelpMore)
	for i, line := range lines {
		lines[i] = l.fill(line)
	}
	l.unnumbered(lines)
	if asks, ok := l.top().(namer); ok && asks.asksName() {
		l.say(w.HelpLetters)
	} else {
		l.say(w.HelpShort)
	}
	l.mode()
}

// search says where words stand, and opens the list to choose from. Without
// words it asks for them.
func (l *Lines) search(words string) {
	if words == "" {
		l.open(&searching{l: l})
		return
	}
	found, danger := l.visit.Walk.Guide().Search(words), l.words.Danger.IsSearch(words)
	if danger {
		l.page(l.visit.Walk.Guide().Help)
	}
	if len(found) == 0 && danger {
		return // to hear that there is nothing would be no help
	}
	if len(found) == 0 {
		l.say(l.words.Search.Nothing, "query", short(words))
		l.say(l.words.Search.Try)
		return
	}
	switch l.top().(type) {
	case *hits, *searching: // one search takes the place of another
		l.stack = l.stack[:len(l.stack)-1]
	}
	l.open(&hits{l: l, query: short(words), found: found})
}

// note keeps a note, or says which there are.
func (l *Lines) note(text string) {
	switch {
	case l.visit.Fresh:
		l.say(l.words.Plain.NotesLater)
	case text == "":
		l.notes()
	case l.intake() && !intake.CanNote(l.noteAt().Kind):
		l.say(l.words.Intake.NotesClosed)
	case l.tooLong(text):
	default:
		at := l.noteAt()
		if l.apply(walk.Event{Kind: walk.TakeNote, Subject: at.Key(), Text: text}) {
			l.kept()
		}
	}
	if text == "" || l.visit.Fresh {
		if l.intake() {
			l.say(l.words.Intake.NotesHeard)
		} else {
			l.say(l.words.Plain.NotesPrivacy)
		}
	}
}

// noteAt is the step that a note is about: the one shown or the one below.
func (l *Lines) noteAt() walk.Step {
	for i := len(l.stack) - 1; i >= 0; i-- {
		if s, ok := l.stack[i].(steady); ok && s.at().Kind != "" {
			return s.at()
		}
	}
	return l.visit.Walk.At()
}

// tooLong says that a text cannot be kept whole, since none is cut without a
// word.
func (l *Lines) tooLong(text string) bool {
	return l.tooLongFor(text, mostLetters)
}

func (l *Lines) tooLongFor(text string, most int) bool {
	n := utf8.RuneCountInString(text)
	if n > most {
		l.say(l.words.Plain.TooLong, "n", n, "most", most)
	}
	return n > most
}

// kept says where a note is.
func (l *Lines) kept() {
	switch words := l.words.Notes; {
	case l.visit.Private:
		l.say(words.KeptHere)
	case l.visit.Unkept != nil:
		l.say(words.Unkept)
	default:
		l.say(words.Kept)
	}
}

// notes says all notes with their numbers, and what can be done with them.
func (l *Lines) notes() {
	words := l.words.Notes
	l.Say(sentence(words.Title))
	all, covered := intake.ShownNotes(l.visit.Walk)
	if len(all) == 0 {
		l.say(words.None)
	}
	if covered != "" {
		all = nil // their number says it all
		l.Say(covered)
	}
	for i, n := range all {
		text := n.Text
		if place := placeOf(l.visit.Walk, n.At); place != "" {
			text = l.fill(l.words.Plain.NoteAt, "text", text, "place", place)
		}
		l.item(i+1, text)
	}
	l.say(l.words.Plain.NotesHow)
}

// placeOf names the place at which a note was taken.
func placeOf(w walk.Walk, key string) string {
	step, ok := w.Find(key)
	if !ok {
		return ""
	}
	if _, section := w.Guide().Section(step.ID); section != nil {
		return section.Heading
	}
	return w.ChapterTitle(step.Chapter)
}

// which finds the note that the start of some words numbers.
func (l *Lines) which(words string) (n walk.Note, rest string, ok bool) {
	number, rest, _ := strings.Cut(words, " ")
	all := l.visit.Walk.Notes()
	i, err := strconv.Atoi(number)
	if err != nil || i < 1 || i > len(all) {
		l.say(l.words.Plain.WhichNote)
		return n, "", false
	}
	return all[i-1], strings.TrimSpace(rest), true
}

// change puts other words in the place of a note's.
func (l *Lines) change(words string) {
	n, text, ok := l.which(words)
	switch {
	case !ok:
	case text == "":
		l.say(l.words.Plain.WhichNote)
	case l.tooLong(text):
	case l.apply(walk.Event{Kind: walk.ChangeNote, Subject: n.ID, Text: text}):
		l.kept()
	}
}

// erase deletes a note, when it is asked for twice.
func (l *Lines) erase(words, sure string) {
	n, _, ok := l.which(words)
	switch {
	case !ok:
	case sure != n.ID:
		l.sure = n.ID
		if l.visit.Walk.Covers() {
			l.say(l.words.Intake.SureDelete, "number", words)
		} else {
			l.say(l.words.Plain.SureDelete, "number", words, "text", n.Text)
		}
	case l.apply(walk.Event{Kind: walk.ChangeNote, Subject: n.ID}):
		l.sure = ""
		l.Say(l.visit.Erased())
	}
}
