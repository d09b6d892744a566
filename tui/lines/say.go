package lines

import (
	"reflect"
	"slices"
	"strings"

	"firstsession/content/page"
	"firstsession/content/plain"
)

// wholePage says where a page is, and all that stands there, or the first part of it.
func (l *Lines) wholePage(s page.Sheet) {
	start := len(l.out)
	if l.wholeSheet(s); !l.isHelp(s) { // which never waits
		l.part(start)
	}
}

func (l *Lines) isHelp(s page.Sheet) bool {
	return s.Passing && s.Title == l.visit.Walk.Guide().Help.Title
}

func (l *Lines) wholeSheet(s page.Sheet) {
	l.help = l.help || l.isHelp(s)
	l.Say(l.heading(s))
	l.marked(s)
	l.Say(s.Notice.Text)
	l.parts(s, s.Body)
	l.items(s)
	l.parts(s, s.Under)
}

// marked says that a page is marked to be talked about.
func (l *Lines) marked(s page.Sheet) {
	if l.visit.Marked() && !s.Passing {
		l.Say(l.words.Intake.Flagged)
	}
}

// heading is where a page is, with its chapter where that is another than before.
func (l *Lines) heading(s page.Sheet) string {
	before := l.chapter
	if l.chapter = s.Chapter; l.chapter != before {
		l.whole = l.whole || before == 0 || !l.visit.Walk.Short() // by which one comes to the next one soon
	}
	same := s.Chapter > 0 && s.Chapter == before && s.Place != ""
	return sentence(plain.Either(same, s.Place, l.where(s)))
}

// where is where a page is, in full.
func (l *Lines) where(s page.Sheet) string {
	title := l.title(s)
	if s.ForWhom != "" {
		title = l.fill(l.words.Plain.Sheet, "title", title, "turn", s.ForWhom)
	}
	if s.Chapter > 0 && l.title(s) == l.visit.Walk.ChapterTitle(s.Chapter) {
		title = l.fill(l.words.Plain.Chapter, "n", s.Chapter, "of", l.visit.Walk.Chapters(), "title", title)
	}
	return joined(title, sentence(s.Place))
}

// named is the same of a page that is only read, with what it is read for.
func (l *Lines) named(s page.Sheet) string {
	for _, p := range s.Body {
		if p.Kind == page.Heading && p.Text != l.title(s) {
			return joined(sentence(l.where(s)), sentence(p.Text))
		}
	}
	return sentence(l.where(s))
}

// title is a page's own name, or what stands above all else on it.
func (l *Lines) title(s page.Sheet) string {
	for _, p := range s.Body {
		if p.Kind == page.Title && s.Title == "" {
			return p.Text
		}
	}
	return s.Title
}

// joined puts sentences behind each other, as far as there are any.
func joined(texts ...string) (all string) {
	for _, text := range texts {
		if text != "" {
			all = strings.TrimSpace(sentence(all) + " " + text)
		}
	}
	return all
}

// mode reports whether what the reader does is kept.
func (l *Lines) mode() {
	switch {
	case l.visit.Unkept() != nil:
		l.Say(l.words.Plain.ByeUnkept)
	case l.visit.Fresh():
		l.Say(l.words.Lines.NotBegun)
	case l.visit.Intakes != nil:
		l.Say(l.words.Lines.IsKeptIntake)
	case l.visit.Private:
		l.Say(joined(l.words.Lines.IsPrivate, l.visit.Traces()))
	default:
		l.Say(l.words.Lines.IsKept)
	}
}

// parts says paragraphs. A number is said only of what can be answered by it.
func (l *Lines) parts(s page.Sheet, parts []page.Part) {
	for i, p := range parts {
		switch p.Kind {
		case page.Banner:
		case page.Prose:
			l.blocks(p.Blocks, s.Passing)
		case page.Title, page.Heading:
			l.head(s, p.Text)
		case page.Label:
			if i > 0 || s.Place == "" { // the place has said it
				l.Say(sentence(p.Text))
			}
		case page.Path:
			if !slices.ContainsFunc(l.out, func(said paragraph) bool { return strings.Contains(said.text, p.Text) }) {
				l.add(paragraph{text: p.Text, path: true})
			}
		case page.ListItem:
			l.item(joined(p.Text, p.Under))
		default:
			l.Say(p.Text)
		}
	}
}

// head says a heading, unless the page has its name. A long page may be parted there.
func (l *Lines) head(s page.Sheet, text string) {
	if text != l.title(s) {
		l.add(paragraph{text: sentence(text), part: true})
	}
}

// items says what can be answered, each with its number and how it is.
func (l *Lines) items(s page.Sheet) {
	group, n := "", 0
	for _, item := range s.Items {
		if item.Group != group && item.Group != item.Label {
			l.head(s, item.Group)
		}
		group = item.Group
		if item.Kind == page.GoOn || item.Live {
			l.Say(item.Help)
			continue
		}
		part := n > 0 && n%mostRows == 0 && item.Kind == page.Row
		n++
		l.add(paragraph{n: n, text: l.numbered(n, l.says(item, s.Count(page.Tick) == 1)), item: true, part: part})
	}
	l.noneSet(s)
	for _, move := range s.Moves {
		if move.Label != "" && n == 0 { // there is little else here
			l.item(l.does(l.vocab.shown(move.Meaning), move.Label))
		}
	}
}

// noneSet says that of several items none is set, in place of each of them.
func (l *Lines) noneSet(s page.Sheet) {
	isOn := func(i page.Item) bool { return i.On }
	if s.Count(page.Tick) > 1 && !s.Any(page.Tick, isOn) {
		l.Say(l.words.Plain.NoneTicked)
	}
	if s.Count(page.Pick) > 0 && !s.Any(page.Pick, isOn) {
		l.Say(l.words.Lines.NoChoice)
	}
}

// says is an item in words, with its state, and with all also that it is not ticked.
func (l *Lines) says(item page.Item, all bool) string {
	words := l.words.Lines
	text := item.Label
	switch {
	case item.Kind == page.Line && strings.HasSuffix(item.Label, "?"):
		text = joined(item.Label, item.Text)
	case item.Kind == page.Line && item.Text == "" && item.State == "":
		text = l.fill(l.words.Plain.LineEmpty, "label", item.Label)
	case item.Kind == page.Line && item.Text != "":
		text = l.fill(l.words.Plain.LineIs, "label", item.Label, "text", item.Text)
	case item.Word != "":
		text = l.does(item.Word, item.Label)
	}
	set := ""
	switch {
	case item.Kind == page.Tick && item.On:
		set = words.Ticked
	case item.Kind == page.Tick && all:
		set = words.NotTicked
	case item.On:
		set = words.Chosen
	}
	if set != "" && item.State != "" {
		set += ", "
	}
	if set += item.State; set != "" {
		text += " (" + set + ")"
	}
	return joined(text, item.Says, plainText(item.Feedback), item.Help)
}

// changes says what is different on a page from how it was said before.
func (l *Lines) changes(before, now page.Sheet) {
	if now.Notice != before.Notice {
		l.Say(now.Notice.Text)
	}
	said := func(p page.Part) bool { return p.Text != "" && strings.Contains(l.visit.Notice().Text, p.Text) }
	parts := slices.DeleteFunc(newParts(slices.Concat(before.Body, before.Under), slices.Concat(now.Body, now.Under)), said)
	told := l.spoken
	if l.parts(now, parts); moved(before, now) {
		l.Say(l.words.Lines.NumbersNow)
		l.items(now)
		return
	}
	for i, item := range now.Numbered() {
		was, ok := before.Item(item.ID)
		switch {
		case !ok:
			l.item(l.numbered(i+1, l.says(item, false)))
		case l.says(brief(item), false) == l.says(brief(was), false):
		case (item.Kind == page.Act || item.Kind == page.Line) && told: // by the notice
		case item.Kind != page.Line && item.Kind != page.Tick && !item.On && item.State == "" && item.Says == "": // another one is
		default:
			l.say(l.words.Plain.Changed, "text", l.says(brief(item), true))
		}
	}
}

// sayOpen says what an act waits for that was refused, each with the number that leads there.
func (l *Lines) sayOpen(s page.Sheet) {
	all := s.Numbered()
	if l.done > 0 && l.done <= len(all) && all[l.done-1].Kind == page.Act && s.Notice.Care {
		l.list(s, isOpen)
	}
}

// list says some items of a page in short, with their numbers.
func (l *Lines) list(s page.Sheet, isListed func(page.Item) bool) {
	for i, item := range s.Numbered() {
		if isListed(item) {
			l.item(l.numbered(i+1, l.says(brief(item), false)))
		}
	}
}

// brief is an item without what has been heard of it.
func brief(item page.Item) page.Item {
	item.Word, item.Help = "", ""
	return item
}

// moved reports whether an item that was said with a number has another now.
func moved(before, now page.Sheet) bool {
	was := before.Numbered()
	for i, item := range now.Numbered() {
		if at := slices.IndexFunc(was, func(w page.Item) bool { return w.ID == item.ID }); at >= 0 && at != i {
			return true
		}
	}
	return false
}

// newParts are those that were not there before, a list's with what stands above it.
func newParts(before, now []page.Part) []page.Part {
	var parts []page.Part
	var above *page.Part
	for _, p := range now {
		isNew := !slices.ContainsFunc(before, func(b page.Part) bool { return reflect.DeepEqual(b, p) })
		if p.Kind == page.Heading || p.Kind == page.Label {
			above = plain.Either(isNew, nil, &p) // what is new is said by itself
		}
		if isNew && p.Kind == page.ListItem && above != nil {
			parts, above = append(parts, *above), nil
		}
		if isNew {
			parts = append(parts, p)
		}
	}
	return parts
}
