// Package lines says any page line by line, for screen readers, pipes and
// terminals that can do no more. Every prompt is the last line of what is said,
// and nothing is drawn or moved. It knows no page of the guide and no rule of
// the walk: a page is what package page says it is, and what an answer means is
// package visit's. No escape sequence may come in, and no clock.
package lines

import (
	"maps"
	"slices"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/visit"
	"firstsession/content/words"
)

// Lines is one reader's visit as lines.
type Lines struct {
	visit    *visit.Visit
	words    *words.Words
	vocab    vocabulary
	commands [][]string     // the ways to type each word, of which the first is told
	theirs   vocabulary     // of the other one in an intake that has two languages
	readers  []*words.Words // the words, and theirs
	language string         // of the words
	width    int            // where lines are broken; 0 leaves that to the terminal

	out      []paragraph
	begun    bool // something was said
	spoken   bool // in this answer
	answered bool // something was typed

	pending
	chapter int             // that was named last
	told    map[string]bool // ways to act of which all words were named, by themselves
	whole   bool            // all are named in the next prompt
	heard   map[int]heard   // the pages as they were said last, by their id
	left    []string        // the steps from which one went back since, one after the other

	clears        string     // what clears the window; empty if nothing does
	waiting, soon func() int // bytes of whole lines; nil if that cannot be told
	longest       int        // bytes of a line that is surely whole; 0 for any

	full    string     // all words of the last prompt, if they were said
	opening string     // the line that led to the page that is only read
	readBy  string     // the same, once one was read and nothing was done since
	read    page.Sheet // that page

	behind int // bytes read behind the last line
	early  int // bytes of lines that were not typed for the page, or not alone
}

// pending is what the next line may be about, and none after it.
type pending struct {
	asked   string // the Line whose text is typed next, after its number
	amiss   string // the item that a notice is about
	twice   string // the item that is done if it is asked for once more
	anew    string // the words that would stand in its place then
	doubted string // the name of which it was asked whether it is one
	meant   string // the word that was perhaps meant, to be taken by a yes
	keys    bool   // what can be typed was said in short
	refused bool   // the line was
	help    bool   // help now was said, and of its picture only that there is one
	stays   bool   // something was answered, and its page stays
	done    int    // the number of the item that was answered, or is about to be
	rest    string // the paragraph with which the rest of a long page begins
	below   bool   // that is a page below one that was only read in between
	over    bool   // that one is what back leaves: nothing but slips came since
	reheard bool   // what was only read was said again; once more, it is the page below

	helped bool // help now was said, and answered with nothing but empty lines
}

// heard is a page as it was said last.
type heard struct {
	sheet page.Sheet
	rest  string
	whole bool // it was said to its end, at some time
	told  bool // or what of it was not
}

// paragraph is one line to be said.
type paragraph struct {
	text string
	n    int  // the number of what can be answered by it; 0 for none
	item bool // of a list, between whose items there is no empty line
	part bool // a long page may be parted before it
	path bool // to be copied: it is never broken
}

// New makes the lines of a visit. A width of 0 leaves breaking them to the terminal.
func New(v *visit.Visit, width int) *Lines {
	l := &Lines{visit: v, width: width, heard: map[int]heard{}, told: map[string]bool{}}
	v.Stays = true
	l.speaks()
	return l
}

// Clears hands in what clears the window, once an intake is no longer open and before the next.
func (l *Lines) Clears(sequence string) { l.clears, l.visit.Clears = sequence, sequence != "" }

// speaks takes the words of the guide as it is read now, and the languages in which it can be read.
func (l *Lines) speaks() {
	guide, s := l.visit.Guide(), l.visit.State()
	l.words, l.language = guide.Words, guide.Language
	l.vocab, l.theirs, l.left = newVocabulary(l.words.Command), nil, nil
	l.commands = plain.Each(slices.Collect(maps.Values(content.WordKeys(l.words.Command))), plain.Spellings)
	if l.visit.Intakes == nil { // as Mark is a name
		delete(l.vocab, page.Flag)
		delete(l.vocab, page.Clinician)
		delete(l.vocab, page.EndIntake)
	}
	l.readers = []*words.Words{l.words}
	// A language has its own name, and that in the language that is read.
	names := plain.Each(s.Others, func(o content.Language) string { return o.Name + "," + l.words.Record.LanguageName(o.Code) })
	if s.Other != nil {
		l.theirs, l.readers = newVocabulary(s.Other.Words.Command), append(l.readers, s.Other.Words)
		names = []string{s.Other.Words.Guide.Language}
	}
	ways := Ways(l.words)
	for i, name := range names[:min(len(names), len(page.Languages))] {
		m := page.Languages[i]
		l.vocab[m] = plain.Spellings(name)
		ways = append(ways, string(m), l.vocab.shown(m))
	}
	l.visit.Speaks(ways)
}

// speaksAnew takes the words of whoever's page is on top now.
func (l *Lines) speaksAnew() {
	if l.visit.Guide().Language != l.language || (l.visit.State().Other != nil) != (l.theirs != nil) {
		l.speaks()
	}
}

// Greeting says the page that the visit begins with, and the first prompt.
func (l *Lines) Greeting() string {
	l.Say(l.visit.Notice().Text)
	l.wholePage(l.visit.Sheet())
	return l.flush()
}

// Line takes a line of the reader's and says what there is to say.
func (l *Lines) Line(text string) string {
	l.answered = true
	s := clean(text)
	before, open := l.visit.IDs(), !l.visit.Fresh()
	t := &turn{Lines: l, said: s, id: l.visit.ID(), from: l.visit.Step().Key(), facts: len(l.visit.Facts), sheet: l.visit.Sheet(), was: l.pending}
	asked := l.isAsked(t.sheet)
	l.pending = pending{helped: s.text == "" && (t.was.help || t.was.helped)}
	if t.was.meant != "" && s.isOneOf(l.vocab[yes]) {
		t.said = clean(t.was.meant)
	}
	if t.take() {
		l.speaksAnew()
		l.after(before, t)
	} else if l.done == 0 {
		l.visit.Forget() // what was asked before is not answered by this
		if asked && !l.isAsked(l.visit.Sheet()) && !l.hasJustSaid(l.words.Lines.Unchanged) {
			l.Say(l.words.Lines.TakenBack)
		}
	}
	l.Say(t.last)
	if l.longest > 0 && len(text) >= l.longest {
		l.Say(l.words.Lines.MayBeCut)
	}
	t.keep()
	if l.clears == "" || l.visit.Intakes == nil || !open || !l.visit.Fresh() {
		return l.flush()
	}
	l.Say(l.words.Intake.WindowCleared)
	return l.clears + l.flush()
}

// after says what became of an answer. What a page says to one is said, also if it has said the same before.
func (l *Lines) after(before []int, t *turn) {
	if l.visit.Over() {
		l.farewell()
		return
	}
	l.spoken, l.readBy = false, ""
	l.Say(l.visit.Notice().Text)
	id, now := l.visit.ID(), l.visit.Sheet()
	if sure, ok := now.First(func(i page.Item) bool { return i.Sure }); ok {
		l.twice = sure.ID
	}
	last, top := l.heard[id], before[len(before)-1]
	was := last.sheet
	switch {
	case now.Passing && !takesAnswers(now) && !slices.Contains(before[:len(before)-1], id):
		// What kept something besides is not done again.
		l.opening = plain.Either(len(l.visit.Facts) > t.facts, l.vocab.shown(page.HelpNow), t.text)
		l.wholePage(now)
		l.leaveRead()
	case id != top && slices.Contains(before, id):
		l.say(l.words.Plain.BackAt, "place", sentence(l.where(now)))
		l.changes(was, now)
		l.rest = last.rest // what was not heard of it is still owed
	case id == top && t.gave && now.Has(func(i page.Item) bool { return i.Live }):
		l.wholePage(now) // how many there are first, and in parts
	case id == top:
		l.afterHere(was, now, t.gave)
	case t.comesBack():
		l.say(l.words.Plain.BackAt, "place", sentence(l.where(now)))
	default:
		l.wholePage(now)
	}
}

func (l *Lines) afterHere(was, now page.Sheet, gave bool) {
	if gave {
		was.Notice = page.Notice{}
	}
	l.changes(was, now)
	l.sayOpen(now)
	if now.Notice != was.Notice {
		l.amiss = now.Notice.At
	}
	l.stays = gave
	if !l.spoken {
		l.say(plain.Either(gave, l.words.Lines.WasSo, l.words.Lines.IsHere), "place", sentence(l.where(now)))
		l.whole = true
	}
}

// comesBack reports whether an empty line leads on to a page that was heard to its end
// just before its reader went back from it. What binds is said anew.
func (t *turn) comesBack() bool {
	n, key := len(t.left), t.visit.Step().Key()
	switch {
	case t.means == page.Back && t.heard[t.id].whole && key != "" && t.from != "":
		t.left = append(t.left, t.from)
	case t.text == "" && n > 0 && t.left[n-1] == key && !t.visit.Sheet().Binding:
		t.left = t.left[:n-1]
		return true
	default:
		t.left = nil
	}
	return false
}

// Over reports whether the reader has left.
func (l *Lines) Over() bool { return l.visit.Over() }

// Leave ends the visit, whatever for, and says where it goes on.
func (l *Lines) Leave() string {
	if l.visit.Over() {
		return ""
	}
	l.visit.Leave()
	l.farewell()
	return l.flush()
}

func (l *Lines) farewell() {
	for _, part := range l.visit.LastWords() {
		l.add(paragraph{text: part.Text, path: part.Kind == page.Path})
	}
	if l.visit.Intakes != nil && l.visit.Unfinished() {
		l.say(l.words.Intake.ClearLines)
	}
}

// flush hands out what there is to say, with the prompt as its last line.
func (l *Lines) flush() string {
	if !l.Over() {
		now := l.visit.Sheet()
		l.remember(now)
		l.Say(plain.OneLine(l.prompt(now)))
	}
	return l.written()
}

// remember keeps how the pages were said that are still there.
func (l *Lines) remember(now page.Sheet) {
	id, there := l.visit.ID(), l.visit.IDs()
	maps.DeleteFunc(l.heard, func(id int, _ heard) bool { return !slices.Contains(there, id) })
	l.heard[id] = heard{now, l.rest, l.heard[id].whole || l.rest == "", l.heard[id].told}
}

// On is the same lines of a copy of their visit, for a test that tries something out.
func (l *Lines) On(v *visit.Visit) *Lines {
	other := *l
	other.visit, other.heard, other.told = v, maps.Clone(l.heard), maps.Clone(l.told)
	return &other
}
