package page

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// How many letters there is room for in a Line.
const (
	mostAim     = 500
	mostFolder  = 1000
	mostInNote  = 2000
	mostOwn     = 2000
	mostInQuery = 200
)

// For is the page of a step of the walk.
func For(step walk.Step, s State) Page {
	switch step.Kind {
	case walk.Question:
		return newQuestion(step, s)
	case walk.Reflection:
		return reflection{step: step}
	case walk.Statement:
		return statement{step: step}
	case walk.Signature:
		return signature{name: cmp.Or(s.Walk.Name(), s.Signs.Name), folder: cmp.Or(s.Signs.Folder, s.Folder)}
	case walk.Closing:
		return closing{}
	case walk.Client:
		return simple(client)
	case walk.Recap:
		return simple(recap)
	case walk.Talk:
		return talk{}
	case walk.Points:
		return simple(points)
	case walk.Countersign:
		return countersign{}
	case walk.Copy:
		return clientCopy{}
	case walk.Clearing:
		return clearing{}
	default:
		return newReader(step)
	}
}

// onStep begins the sheet of a step, with words for its place among its like.
func onStep(s State, step walk.Step, place string) Sheet {
	sheet := Sheet{Title: s.Walk.ChapterTitle(step.Chapter), Chapter: step.Chapter}
	if n, of := s.Walk.Position(step); n > 0 {
		sheet.Place = s.Fill(place, "n", n, "of", of)
	}
	return sheet
}

// markdown adds a text of the guide's own that is kept as Markdown.
func (s *Sheet) markdown(text string) {
	if strings.TrimSpace(text) != "" {
		s.prose([]content.Block{{Prose: text}})
	}
}

// saidOn is what is said at a step: a word about the last answer, or that the
// one before was dropped, since its words no longer stand in the guide.
func saidOn(s State, step walk.Step, said, changed, foreign string) Notice {
	all := s.Walk.Dropped()
	at := slices.IndexFunc(all, func(d walk.Dropped) bool { return d.Kind == step.Kind && d.ID == step.ID })
	switch {
	case said != "" || at < 0:
		return Notice{Text: said}
	case all[at].Language != "" && all[at].Language != s.Guide().Language:
		return Notice{Text: foreign, Care: true}
	default:
		return Notice{Text: changed, Care: true}
	}
}

// answerWords are an answer as it is shown, or that there is none.
func answerWords(words *words.Words, answer walk.Answer) string {
	return cmp.Or(answer.Words(words.Statement), words.Pledge.Open)
}

// answerMark is the sign of an answer.
func answerMark(answer walk.Answer) Mark {
	marks := map[walk.Answer]Mark{walk.Agree: Agreed, walk.TalkFirst: ToTalk, walk.NotNow: NotAgreed}
	return cmp.Or(marks[answer], Open)
}

// Day says a date with the month's name: of one in digits, a screen reader
// speaks the dashes. Without twelve names it is in digits all the same.
func Day(s State, t time.Time) string {
	words := s.Words().Plain
	months := strings.Split(words.Months, ",")
	if len(months) != 12 {
		return t.Format("2006-01-02")
	}
	return plain.Fill(words.Date, "day", t.Day(), "month", strings.TrimSpace(months[t.Month()-1]), "year", t.Year())
}

// chosen is the item, the move or what stands beside the text with an id, as an item; one without an id if
// the sheet has none. What is only read is left by going on.
func (s Sheet) chosen(id string) Item {
	for _, item := range s.Items {
		if item.ID == id {
			return item
		}
	}
	for _, move := range s.Moves {
		if string(move.Meaning) == id {
			return Item{ID: id, wants: move.wants}
		}
	}
	for _, part := range s.Beside {
		if part.ID != "" && part.ID == id {
			return Item{ID: id, wants: part.leads}
		}
	}
	if s.Passing && id == GoOnID {
		return Item{ID: id, wants: Close{}}
	}
	return Item{}
}

// choose answers a page as its sheet says.
func choose(p Page, s State, a Answer) (Page, Want) {
	item := p.Show(s).chosen(a.ID)
	if item.becomes != nil {
		p = item.becomes
	}
	return p, item.wants
}

func act(id, label, word string, wants Want) Item {
	return Item{ID: id, Kind: Act, Label: label, Word: word, wants: wants}
}

func (s *Sheet) add(items ...Item)   { s.Items = append(s.Items, items...) }
func (s *Sheet) move(moves ...Move)  { s.Moves = append(s.Moves, moves...) }
func (s *Sheet) under(parts ...Part) { s.Under = append(s.Under, parts...) }

// group adds items below words of their own.
func (s *Sheet) group(over string, items ...Item) {
	for _, item := range items {
		item.Group = over
		s.add(item)
	}
}

// part adds paragraphs of a kind, and say plain ones.
func (s *Sheet) part(kind PartKind, texts ...string) {
	for _, text := range texts {
		s.Body = append(s.Body, Part{Kind: kind, Text: text})
	}
}

func (s *Sheet) say(texts ...string) { s.part(Plain, texts...) }

func (s *Sheet) prose(blocks []content.Block) {
	if len(blocks) > 0 {
		s.Body = append(s.Body, Part{Kind: Prose, Blocks: blocks})
	}
}

func (s *Sheet) section(text content.Section) {
	s.part(Heading, text.Heading)
	s.prose(text.Body)
}

// list adds a heading and what stands below it; nothing if that is nothing.
func (s *Sheet) list(heading string, items []string) {
	if len(items) == 0 {
		return
	}
	s.part(Heading, heading)
	s.part(ListItem, items...)
}

// goesOn adds what Enter and Space stand for.
func (s *Sheet) goesOn(label string, wants Want) {
	s.add(Item{ID: GoOnID, Kind: GoOn, Label: label, wants: wants})
}

// readAgain offers what an id names, if it names anything.
func (s *Sheet) readAgain(id, label string) {
	if id != "" {
		s.move(Move{Meaning: Rule, Label: label, wants: Show{NewReading(id, "")}})
	}
}

// newReader is a page of the walk that is read: the opening of a chapter, the
// commitment's too, or a section.
func newReader(step walk.Step) Page {
	return simple(func(s State) Sheet {
		sheet := textOf(s, step)
		sheet.goesOn(s.Words().Keys.GoOn, Do{Next: true})
		return sheet
	})
}

// textOf is what there is to read at a step: of an opening also how long the chapter is.
func textOf(s State, step walk.Step) Sheet {
	if step.Kind == walk.Section {
		sheet := onStep(s, step, s.Words().Reader.Section)
		sheet.Beside = sectionsOf(s, step.Chapter, step.ID)
		if _, section := s.Guide().Section(step.ID); section != nil {
			sheet.section(*section)
		}
		if step.ID == content.YourGroupID {
			sheet.elsewhere(s)
		}
		if slices.Contains(s.Walk.AtHome(), step.ID) {
			sheet.under(Part{Kind: Quiet, Text: s.Words().Intake.AtHome})
		}
		return sheet
	}
	chapter := s.Walk.Chapter(step.Chapter)
	sheet := Sheet{Chapter: step.Chapter, Beside: sectionsOf(s, step.Chapter, "")}
	sheet.banner(chapter.Title)
	if names := ofThisWay(s, step.Chapter); len(names) > 0 {
		sheet.list(s.Words().Reader.ThisWay, names)
	} else {
		sheet.prose(chapter.Lead)
	}
	if parts := measure(s, step.Chapter); parts != "" {
		long, of := s.Words().Reader.Long, len(chapter.Sections)
		if s.Walk.Short() && shown(s, step.Chapter)[walk.Section] < of {
			long = s.Words().Reader.LongShort
		}
		sheet.part(Quiet, s.Fill(long, "parts", parts, "of", of))
	}
	return sheet
}

// ofThisWay names what a walk through the essentials has of a chapter, whose own
// words promise all of it; nothing where the walk has all, or none.
func ofThisWay(s State, number int) []string {
	form, _ := s.Walk.Form()
	chapter := s.Walk.Chapter(number)
	var names []string
	for _, step := range s.Walk.Steps() {
		if _, section := s.Guide().Section(step.ID); section != nil && step.Chapter == number && step.Kind == walk.Section {
			names = append(names, section.Heading)
		}
	}
	if !s.Walk.Short() && form.Parts != walk.Essentials || len(names) == len(chapter.Sections) {
		return nil
	}
	return names
}

// elsewhere is what the practice says on pages that this walk leaves out: what a
// record holds of it is shown in every walk.
func (s *Sheet) elsewhere(state State) {
	in := map[string]bool{"": true}
	for _, step := range state.Walk.Steps() {
		in[step.ID] = true
	}
	for i, fact := range slices.DeleteFunc(slices.Clone(state.Guide().Facts), func(f content.Fact) bool { return in[f.Section] }) {
		if i == 0 {
			s.part(Heading, state.Words().Group.Elsewhere)
		}
		s.part(Heading, fact.Label) // a Label goes where there is little room
		s.say(strings.Split(told(state, fact), "\n")...)
	}
}

// told is what a practice says, marked where it has no words in the guide's
// language.
func told(s State, fact content.Fact) string {
	if fact.Foreign {
		return s.Words().Practice.NotInThis + " " + fact.Text
	}
	return fact.Text
}

// banner opens a page with the seats and its title, which then stands nowhere else.
func (s *Sheet) banner(title string) {
	s.part(Banner, "")
	s.part(Title, title)
}

// sectionsOf lists the sections of a chapter that belong to this walk: which were
// read, and which is read now. Each leads to its page.
func sectionsOf(s State, chapter int, here string) []Part {
	seen := s.Walk.Seen()
	var parts []Part
	for _, step := range s.Walk.Steps() {
		_, section := s.Guide().Section(step.ID)
		if step.Chapter != chapter || step.Kind != walk.Section || section == nil {
			continue
		}
		mark := ToCome
		switch {
		case slices.Contains(seen, section.ID), slices.Contains(s.Walk.AtHome(), section.ID):
			mark = Done
		case section.ID == here:
			mark = Begun
		}
		part := Part{Kind: ListItem, Text: section.Heading, Mark: mark, Here: section.ID == here}
		if !part.Here {
			part.ID, part.leads = besideID+section.ID, Go{step}
		}
		parts = append(parts, part)
	}
	return parts
}

// besideID stands before the id of a section that is led to from beside the text.
const besideID = "beside "
