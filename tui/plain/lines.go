package plain

import (
	"strings"

	"firstsession/content"
	"firstsession/content/walk"
	"firstsession/tui/visit"
)

// Lines is one reader's walk as lines.
type Lines struct {
	visit *visit.Visit
	words content.Words
	vocab vocabulary
	width int // where lines are broken; 0 leaves that to the terminal

	stack    []page
	out      strings.Builder
	sure     string // the note that is deleted if it is asked for once more
	answered bool   // something was typed
	spoken   bool   // something was said
	inList   bool   // the last line was an item of a list
	leaving  bool   // stop was asked for, and loses what is not kept
	over     bool

	waiting func() int // bytes of whole lines; nil if that cannot be told
	behind  int        // bytes read behind the last line
	early   int        // bytes of lines that were there before the page was shown
}

// page is one page of the guide, or a place beside the walk.
type page interface {
	// heading says where the reader is.
	heading() string
	// show says what stands there, below the heading.
	show()
	// prompt is what is asked, its state, and what can be typed.
	prompt() string
	// take is an answer of the reader's. It is false for what is none here.
	take(said) bool
	// choices says what there is to choose from, after an answer that is none.
	choices()
	// more are the words that work here only, for who asks.
	more() []string
}

// steady is a page in the walk; others lie on top of one.
type steady interface{ at() walk.Step }

// shorter is a page with a short heading, for who comes from the same chapter
// and would hear its name at every step.
type shorter interface{ shortly() string }

// writer is a page on which any text is an answer.
type writer interface{ anyText() bool }

// namer is a page that asks for a name.
type namer interface{ asksName() bool }

// New makes the lines for a visit. A width of 0 leaves it to the terminal to
// break them.
func New(v *visit.Visit, width int) *Lines {
	words := v.Walk.Guide().Words
	return &Lines{visit: v, words: words, vocab: newVocabulary(words.Command), width: width}
}

// Say adds a paragraph to what is said next: one line, or lines of the width.
func (l *Lines) Say(text string) { l.add(text, false) }

// add adds a paragraph. Between items of a list there is no empty line.
func (l *Lines) add(text string, item bool) {
	text = strings.Join(strings.Fields(content.Printable(text, "?")), " ")
	if text == "" {
		return
	}
	if l.spoken && !(item && l.inList) {
		l.out.WriteString("\n")
	}
	l.spoken, l.inList = true, item
	if l.width > 0 {
		text = strings.Join(content.Wrap(text, l.width), "\n")
	}
	l.out.WriteString(text + "\n")
}

// say adds a paragraph of the guide's words, with its placeholders filled in.
func (l *Lines) say(text string, pairs ...any) { l.Say(l.fill(text, pairs...)) }

// item adds a numbered line of a list.
func (l *Lines) item(number any, text string) {
	l.add(l.fill(l.words.Plain.Item, "n", number, "text", text), true)
}

// list says things with their numbers.
func (l *Lines) list(items []string) {
	for i, text := range items {
		l.item(i+1, text)
	}
}

// unnumbered says things that are not chosen by a number.
func (l *Lines) unnumbered(items []string) {
	for _, text := range items {
		l.add(text, true)
	}
}

// fill puts values and the words of the commands in the place of their names.
func (l *Lines) fill(text string, pairs ...any) string {
	if !strings.Contains(text, "{") {
		return text
	}
	return content.Fill(text, append(pairs, l.vocab.placeholders()...)...)
}

// sentence ends a title with a full stop, unless it has an end of its own.
func sentence(title string) string {
	if strings.HasSuffix(title, "?") || strings.HasSuffix(title, ".") {
		return title
	}
	return title + "."
}

// Start begins with the first page, or where the reader left. Dropped is how
// many answers are asked again, since the guide has changed.
func (l *Lines) Start(dropped int) string {
	if l.visit.Fresh {
		l.open(&first{l: l})
		return l.flush()
	}
	if dropped > 0 {
		l.say(l.words.Frame.Changed, "count", dropped)
	} else {
		l.say(l.words.Frame.Resumed)
	}
	at := l.visit.Walk.At()
	l.stack = []page{l.stepPage(at)}
	l.showAll()
	return l.flush()
}

// StartIntake begins with a clinician's form, or with the intakes that were cut
// off.
func (l *Lines) StartIntake() (string, error) {
	if err := l.openDesk(""); err != nil {
		return "", err
	}
	return l.flush(), nil
}

// Trouble begins with what is the matter with the reader's place. SetAside
// says whether the file that holds it may be put aside.
func (l *Lines) Trouble(text string, setAside bool) string {
	l.open(&trouble{l: l, text: text, setAside: setAside})
	return l.flush()
}

// Line takes a line of the reader's and says what there is to say, and the
// next prompt.
func (l *Lines) Line(text string) string {
	l.answered = true
	writes, ok := l.top().(writer)
	s := l.vocab.understand(text, ok && writes.anyText())
	if asks, ok := l.top().(namer); ok && asks.asksName() {
		s = l.vocab.asName(s)
	}
	if s.command.onlyIntake() && !l.intake() {
		s.command = none
	}
	sure, leaving := l.sure, l.leaving
	l.leaving = false
	if s.spoiled && l.words.Danger.IsCry(s.text) && s.words == "" {
		l.page(l.visit.Walk.Guide().Help)
	} else if s.spoiled && !l.keepsWords(s) {
		l.say(l.words.Plain.Spoiled)
	} else {
		l.answer(s, sure, leaving)
	}
	if l.sure == sure {
		l.sure = ""
	}
	return l.flush()
}

// answer does what a line says, or says that it is no answer.
func (l *Lines) answer(s said, sure string, leaving bool) {
	if s.command == stop && !leaving && l.visit.Loses() {
		l.leaving = true
		l.say(l.visit.Walk.Traces())
		l.say(l.words.Plain.SurePrivate)
		return
	}
	at := l.top()
	switch known := at.take(s) || l.everywhere(s, sure); {
	case l.over:
	case !known && l.words.Danger.IsCry(s.text):
		l.page(l.visit.Walk.Guide().Help)
	case !known:
		l.unknown(s)
	case s.command == note, s.command == own, s.command == change:
		l.offerHelp(s.words)
	case s.command == name:
		l.offerHelp(s.words)
	}
}

// keepsWords says whether a line writes something down, where it is better
// kept without what is no text than typed again.
func (l *Lines) keepsWords(s said) bool {
	return s.words != "" && (s.command == note || s.command == own || s.command == change)
}

// Over says whether the reader has left.
func (l *Lines) Over() bool { return l.over }

// Answered says whether the reader has typed anything.
func (l *Lines) Answered() bool { return l.answered }

// At is the step that is shown; its kind is empty beside the walk.
func (l *Lines) At() walk.Step {
	if s, ok := l.top().(steady); ok {
		return s.at()
	}
	return walk.Step{}
}

// Leave ends the walk, whatever for, and says where it goes on.
func (l *Lines) Leave() string {
	if l.over {
		return ""
	}
	l.over = true
	l.visit.Leave()
	words := l.words.Plain
	switch {
	case l.visit.Unkept != nil:
		l.say(words.ByeUnkept)
	case l.visit.Desk != nil && !l.visit.Unfinished():
		l.say(l.words.Intake.LeaveClean)
	case l.visit.Desk != nil:
		l.say(l.words.Intake.LeaveKept, "folder", l.visit.Folder)
		l.say(l.words.Intake.ClearLines)
	case l.visit.Fresh:
		l.say(words.ByeFresh)
	case l.visit.Private:
		l.say(l.visit.Walk.TracesLeft())
	default:
		l.say(words.Bye, "place", l.stepPage(l.visit.Walk.At()).heading())
	}
	l.unerased()
	return l.flush()
}

// unknown says that something is no answer here, and what is.
func (l *Lines) unknown(s said) {
	if s.empty() {
		l.say(l.words.Plain.Empty)
	} else {
		l.say(l.words.Plain.Unknown, "text", short(s.text))
	}
	l.top().choices()
}

// short is the start of what was typed, to say it again.
func short(text string) string {
	const most = 40
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return text
}

// flush hands out what there is to say, with the prompt as its last line.
func (l *Lines) flush() string {
	if !l.over && len(l.stack) > 0 {
		l.Say(l.top().prompt())
	}
	text := l.out.String()
	l.out.Reset()
	return text
}

func (l *Lines) top() page { return l.stack[len(l.stack)-1] }

func (l *Lines) showAll() {
	l.Say(l.top().heading())
	l.top().show()
}

// apply keeps what the reader did, before anything more is said, and tells
// them if it is not on the disk.
func (l *Lines) apply(events ...walk.Event) bool {
	possible, unkept := l.visit.Apply(events...)
	if unkept != nil {
		l.say(l.words.Frame.NotKept, "error", unkept)
	}
	l.unerased()
	return possible
}
