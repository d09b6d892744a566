package page

import (
	"slices"
	"strconv"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// bySurface is a text that is read, or one that is heard.
func (s State) bySurface(read, heard string) string { return plain.Either(s.Stays, heard, read) }

// Left says how long what is left of the walk takes; empty where that is not said.
func (s State) Left() string {
	left, words := s.Walk.Minutes(0, s.pace()), s.Words().Home
	switch {
	case left == 0, s.Intake():
		return ""
	case left < leastSpan:
		return s.count(left, words.MinutesLeft)
	default:
		return s.Fill(words.SpanLeft, "span", s.span(left))
	}
}

// bySpan says about how long what is left takes by the short way, in words that have
// a form for one minute.
func (s State) bySpan(forms string) string {
	n := max(1, s.Walk.ShortMinutes(s.pace()))
	if n < leastSpan {
		return s.count(n, forms)
	}
	return strings.TrimSpace(s.Fill(forms[strings.LastIndex(forms, "|")+1:], "n", s.span(n)))
}

// pace is how fast the guide is gone through: by ear, where what was said stays.
func (s State) pace() walk.Pace { return plain.Either(s.Stays, walk.Listening, walk.Reading) }

// leastSpan is how many minutes are said as a span: fewer are as good as known.
const leastSpan = 10

// span is how long some minutes may take, the same wherever they are spoken of.
func (s State) span(minutes int) string {
	if minutes < leastSpan {
		return strconv.Itoa(max(1, minutes))
	}
	return s.Fill(s.Words().Home.Span, fromTo(minutes)...)
}

// fromTo is how many minutes they are for whoever answers right at once, and for
// whoever tries more, for whom a quarter comes on top.
func fromTo(minutes int) []any {
	from := max(5, minutes/5*5)
	return []any{"from", from, "to", max(from+5, (minutes*5/4+3)/5*5)}
}

// fromTo are those of the whole guide.
func (s State) fromTo() []any { return fromTo(s.Walk.Minutes(0, s.pace())) }

// measure says how long a chapter is in this walk; nothing if it is left out.
func measure(s State, number int) string {
	words, n := s.Words().Reader, map[walk.Kind]int{}
	for _, step := range s.Walk.Steps() {
		if step.Chapter == number && !step.Again {
			n[step.Kind]++
		}
	}
	pages := s.count(n[walk.Section], words.Pages)
	asked := n[walk.Question] + n[walk.Reflection]
	switch {
	case n[walk.Statement] > 0:
		return s.count(n[walk.Statement], words.Promises)
	case n[walk.Section] == 0:
		return ""
	case asked == 0:
		return pages
	default:
		return plain.Fill(words.And, "pages", pages, "questions", s.count(asked, words.Questions))
	}
}

// count says how many there are, in the form that the guide's language has for that.
func (s State) count(n int, forms string) string { return words.Plural(s.Guide().Language, forms, n) }

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
			sheet.quiet(s.Words().Intake.AtHome)
		}
		return sheet
	}
	chapter := s.Walk.Chapter(step.Chapter)
	sheet := Sheet{Chapter: step.Chapter}
	sheet.banner(chapter.Title)
	if names := ofThisWay(s, step.Chapter); len(names) > 0 { // which then stand there once
		sheet.list(s.Words().Reader.ThisWay, names)
	} else {
		sheet.Beside = sectionsOf(s, step.Chapter, "")
		sheet.prose(chapter.Lead)
	}
	if others, _ := s.Walk.OtherFacts(); others && step.ID == content.CommitmentID {
		sheet.facts(s, s.Words().Group.SaysNow, s.Guide().Facts)
	}
	if parts := measure(s, step.Chapter); parts != "" {
		words, of := s.Words().Reader, len(chapter.Sections)
		isPart := s.Walk.Short() && len(sectionsIn(s, step.Chapter)) < of
		sheet.part(Quiet, s.Fill(plain.Either(isPart, words.LongShort, words.Long), "parts", parts, "of", of))
	}
	return sheet
}

// NewReading is what has an id (section, chapter, statement, term), to be read
// in between, with the words marked that were searched for.
func NewReading(id, marks string) Page {
	return simple(func(s State) Sheet {
		sheet := named(s, id)
		sheet.Passing, sheet.Marks, sheet.Place = true, marks, "" // the reader's place is elsewhere
		return sheet
	})
}

func named(s State, id string) Sheet {
	guide := s.Guide()
	if statement := guide.Statement(id); statement != nil {
		sheet := Sheet{Title: guide.Commitment.Title, Chapter: s.Walk.Chapters()}
		sheet.section(content.Section{Heading: statement.Text, Body: statement.Reason})
		return sheet
	}
	for _, term := range guide.Glossary.Sections {
		if term.ID == id {
			sheet := Sheet{Title: guide.Glossary.Title}
			sheet.section(term)
			return sheet
		}
	}
	if step, ok := s.Walk.Find(id); ok && (step.Kind == walk.Section || step.Kind == walk.Opening) {
		return textOf(s, step)
	}
	return Sheet{Title: s.Words().Guide.Title}
}

// ofThisWay names what a walk through the essentials has of a chapter, whose own
// words promise all of it; nothing where the walk has all, or none.
func ofThisWay(s State, number int) []string {
	form, _ := s.Walk.Form()
	all := sectionsIn(s, number)
	if !s.Walk.Short() && form.Parts != walk.Essentials || len(all) == len(s.Walk.Chapter(number).Sections) {
		return nil
	}
	return plain.Each(all, func(section content.Section) string { return section.Heading })
}

// sectionsIn are those of a chapter that belong to this walk.
func sectionsIn(s State, chapter int) []content.Section {
	return plain.Some(s.Walk.Steps(), func(step walk.Step) (content.Section, bool) {
		_, section := s.Guide().Section(step.ID)
		if step.Chapter != chapter || section == nil {
			return content.Section{}, false
		}
		return *section, step.Kind == walk.Section
	})
}

// elsewhere is what the practice says on pages that this walk leaves out: what a
// record holds of it is shown in every walk.
func (s *Sheet) elsewhere(state State) {
	facts := plain.Only(state.Guide().Facts, func(f content.Fact) bool {
		isIts := func(step walk.Step) bool { return step.ID == f.Section }
		return f.Section != "" && !slices.ContainsFunc(state.Walk.Steps(), isIts)
	})
	s.facts(state, state.Words().Group.Elsewhere, facts)
}

// facts are what the practice says, below a heading.
func (s *Sheet) facts(state State, heading string, facts []content.Fact) {
	for i, fact := range facts {
		if i == 0 {
			s.part(Heading, heading)
		}
		s.part(Heading, fact.Label) // a Label goes where there is little room
		s.say(strings.Split(told(state, fact), "\n")...)
	}
}

// told is what a practice says, marked where it has no words in the guide's language.
func told(s State, fact content.Fact) string {
	return plain.Either(fact.Foreign, s.Words().Practice.NotInThis+" "+fact.Text, fact.Text)
}

// banner opens a page with the seats and its title, which then stands nowhere else.
func (s *Sheet) banner(title string) {
	s.part(Banner, "")
	s.part(Title, title)
}

// sectionsOf lists the sections of a chapter: which were read, and which is read now.
// Each leads to its page.
func sectionsOf(s State, chapter int, here string) []Part {
	read := slices.Concat(s.Walk.Seen(), s.Walk.AtHome())
	return plain.Each(sectionsIn(s, chapter), func(section content.Section) Part {
		part := Part{Kind: ListItem, Text: section.Heading, Mark: ToCome, Here: section.ID == here}
		switch {
		case slices.Contains(read, section.ID):
			part.Mark = Done
		case part.Here:
			part.Mark = Begun
		}
		if !part.Here {
			to, _ := s.Walk.Find(section.ID)
			part.ID, part.leads = besideID+section.ID, Go{to}
		}
		return part
	})
}

// besideID is before the id of a section that is led to from beside the text.
const besideID = "beside "

// sectionOf is the section that an id names, or in which its question is asked,
// and its chapter; nil and nil if there is none.
func sectionOf(w walk.Walk, id string) (*content.Chapter, *content.Section) {
	if section, _ := w.Guide().Question(id); section != nil {
		id = section.ID
	}
	return w.Guide().Section(id)
}

// stepName names a step as the reader knows it.
func stepName(w walk.Walk, step walk.Step) string {
	if chapter, section := sectionOf(w, step.ID); section != nil {
		return walk.Heading(chapter, section)
	}
	if statement := w.Guide().Statement(step.ID); statement != nil {
		return statement.Text
	}
	return w.ChapterTitle(step.Chapter)
}

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
		s.move(Move{Meaning: Rule, Label: label, wants: OnTop{NewReading(id, "")}})
	}
}
