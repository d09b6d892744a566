package plain

import (
	"strconv"
	"strings"

	"firstsession/content/walk"
	"firstsession/tui/intake"
)

// sheet is a page that only an intake has. What is filled in has a number, and
// what is done has a word that is typed out.
type sheet struct {
	l       *Lines
	step    walk.Step // zero if the page is no step
	page    intake.Page
	waiting string // the item whose text is typed next; empty if none is
}

func (s *sheet) at() walk.Step { return s.step }

// anyText says that the text of an item may be anything.
func (s *sheet) anyText() bool { return s.waiting != "" }

// asksName says that the text may be a name, so that a letter is none of the
// commands.
func (s *sheet) asksName() bool { return s.waiting != "" }

func (s *sheet) now() intake.Sheet { return s.page.Sheet(s.l.visit.Walk) }

func (s *sheet) heading() string {
	now := s.now()
	return s.l.fill(s.l.words.Plain.Sheet, "title", now.Title, "turn", now.Turn)
}

func (s *sheet) show() {
	now := s.now()
	s.l.Say(now.Notice)
	for i, part := range now.Body {
		switch part.Kind {
		case intake.Heading:
			s.l.Say(sentence(part.Text))
		case intake.Text:
			s.l.blocks(part.Blocks)
		case intake.ListItem:
			s.l.item(s.place(now.Body, i), part.Text)
		default:
			s.l.Say(part.Text)
		}
	}
	s.choices()
}

// place counts an item among those of its list.
func (s *sheet) place(body []intake.Part, at int) int {
	n := 1
	for at > 0 && body[at-1].Kind == intake.ListItem {
		at--
		n++
	}
	return n
}

// filled are the items that are filled in, with a number each.
func filled(items []intake.Item) []intake.Item {
	var all []intake.Item
	for _, item := range items {
		if item.Kind == intake.Line || item.Kind == intake.Tick || item.Kind == intake.Pick {
			all = append(all, item)
		}
	}
	return all
}

func (s *sheet) choices() {
	group, number := "", 0
	for _, item := range s.now().Items {
		if item.Group != group && item.Group != "" && item.Group != item.Label {
			s.l.Say(sentence(item.Group))
		}
		group = item.Group
		if item.Kind == intake.Act || item.Kind == intake.GoOn {
			s.l.Say(item.Help)
			if item.Word != "" {
				s.l.add(item.Word+": "+item.Label, true)
			}
			continue
		}
		number++
		s.l.item(number, s.says(item))
	}
}

// says is an item that is filled in, with its state.
func (s *sheet) says(item intake.Item) string {
	words := s.l.words.Plain
	text := item.Label
	switch {
	case item.Kind == intake.Line && item.Text == "":
		text = s.l.fill(words.LineEmpty, "label", item.Label)
	case item.Kind == intake.Line:
		text = s.l.fill(words.LineIs, "label", item.Label, "text", item.Text)
	case item.On:
		text = s.l.fill(words.On, "label", item.Label)
	}
	if item.Help != "" {
		text = sentence(text) + " " + item.Help
	}
	return text
}

func (s *sheet) prompt() string {
	words, now := s.l.words.Plain, s.now()
	if item, ok := s.item(s.waiting); ok {
		return s.l.fill(words.AskLine, "label", item.Label)
	}
	var acts []string
	onward := false
	for _, item := range now.Items {
		onward = onward || item.Kind == intake.GoOn
		if item.Word != "" {
			acts = append(acts, item.Word)
		}
	}
	ask := words.AskSheet
	switch {
	case onward:
		ask = words.AskSheetOn
	case len(filled(now.Items)) == 0:
		ask = words.AskActs
	}
	return s.l.fill(ask, "turn", now.Turn, "acts", strings.Join(acts, ", "))
}

// acts reports whether a line is the word of something that the page does.
func (s *sheet) acts(typed said) bool {
	for _, item := range s.now().Items {
		if item.Word != "" && strings.EqualFold(typed.text, item.Word) {
			return true
		}
	}
	return false
}

func (s *sheet) item(id string) (intake.Item, bool) {
	for _, item := range s.now().Items {
		if item.ID == id && id != "" {
			return item, true
		}
	}
	return intake.Item{}, false
}

func (s *sheet) take(typed said) bool {
	if s.waiting != "" {
		return s.fillIn(typed)
	}
	for _, item := range s.now().Items {
		if item.Kind == intake.GoOn && (typed.empty() || typed.command == goOn) || item.Word != "" && strings.EqualFold(typed.text, item.Word) {
			s.answer(item, "")
			return true
		}
	}
	empties := typed.command == erase
	if empties {
		typed.text = typed.words
	}
	number, text, _ := strings.Cut(typed.text, " ")
	n, err := strconv.Atoi(strings.TrimSuffix(number, "."))
	all := filled(s.now().Items)
	if err != nil || n < 1 || n > len(all) {
		return false
	}
	item := all[n-1]
	text = strings.TrimSpace(text)
	switch {
	case item.Kind != intake.Line && (text != "" || empties):
		return false
	case empties:
		s.answer(item, "")
	case item.Kind == intake.Line && text == "":
		s.waiting = item.ID
	default:
		s.answer(item, text)
	}
	return true
}

// fillIn takes the text of the item that waits for it.
func (s *sheet) fillIn(typed said) bool {
	item, ok := s.item(s.waiting)
	switch {
	case !ok || typed.empty():
		s.waiting = ""
	case typed.words == "" && (typed.command == help || typed.command == back || typed.command == stop || typed.command == more || typed.command == again || typed.command == where):
		return false
	default: // also what would be a command elsewhere: an aim may begin so
		s.waiting = ""
		s.answer(item, typed.text)
	}
	return true
}

// answer hands an answer to the page, does what the page asks for, and then
// says what came of it: never before it is done.
func (s *sheet) answer(item intake.Item, text string) {
	if item.Kind == intake.Line && s.l.tooLongFor(text, item.Most) {
		return
	}
	if item.Kind == intake.Line {
		s.l.offerHelp(text)
	}
	taken, deed := s.page.Take(s.l.visit.Walk, item.ID, text)
	s.page = taken
	if !s.l.do(deed, s.step) || s.l.top() != page(s) {
		return
	}
	now := s.now()
	s.l.Say(now.Notice)
	if now.Notice != "" && item.Kind == intake.Line {
		s.waiting = item.ID // it is asked for again
		return
	}
	if after, ok := s.item(item.ID); ok && after.Kind != intake.Act && after.Kind != intake.GoOn {
		s.l.say(s.l.words.Plain.Changed, "text", s.changed(after))
	} else if deed.IsZero() {
		s.choices()
	}
}

// changed is an item with the state that it has got.
func (s *sheet) changed(item intake.Item) string {
	if item.Kind != intake.Tick || item.On {
		return s.says(item)
	}
	return s.l.fill(s.l.words.Plain.Off, "label", item.Label)
}

func (s *sheet) more() []string { return []string{s.l.words.Plain.HelpSheet} }

// do carries out what a page of an intake asked for. If that fails, it says
// why, and the page stays as it is.
func (l *Lines) do(d intake.Deed, from walk.Step) (did bool) {
	if d.IsZero() {
		return true
	}
	done, err := l.visit.Do(d, from)
	if err == nil && done.Start {
		err = l.openDesk(done.Said)
	}
	if err != nil {
		l.Say(err.Error())
		return false
	}
	l.Say(done.Notice)
	switch {
	case done.Form:
		l.stack = nil
		l.open(&sheet{l: l, page: intake.NewForm(l.words)})
	case done.Look.Kind != "":
		l.jump(done.Look)
	case done.To.Kind != "":
		l.reach(done.To)
	}
	return true
}

// openDesk shows where an intake begins.
func (l *Lines) openDesk(said string) error {
	page, err := l.visit.AtDesk(said)
	if err != nil {
		return err
	}
	l.stack = nil
	l.open(&sheet{l: l, page: page})
	return nil
}

// intake says whether a clinician goes through the guide with a client.
func (l *Lines) intake() bool {
	_, ok := l.visit.Walk.Form()
	return ok
}

// flag marks the page to be talked about, or takes the mark away.
func (l *Lines) flag() {
	at := l.noteAt()
	yes := !l.visit.Walk.IsFlagged(at.Key())
	if !l.apply(walk.Event{Kind: walk.Flag, Subject: at.Key(), Yes: yes}) {
		return
	}
	if yes {
		l.say(l.words.Intake.Flagged)
	} else {
		l.say(l.words.Intake.Unflagged)
	}
}

// clinicianNote says the guide's note for the clinician about this page.
func (l *Lines) clinicianNote() {
	l.Say(sentence(l.words.Intake.NoteTitle))
	note := intake.NoteFor(l.visit.Walk, l.noteAt())
	if note == "" {
		note = l.words.Intake.NoNote
	}
	l.markdown(note)
}
