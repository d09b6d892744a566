package handout

import (
	"strconv"
	"strings"

	"firstsession/content"
)

// Ids of the parts. Those with an underscore are ours; the guide's ids have
// none, so the two cannot meet. The others are the names of the guide's files,
// so that its links lead to them.
const (
	coverID    = "the_title"
	helpID     = "help"
	contentsID = "the_contents"
	bodyID     = "the_guide"
	cardID     = "the_card"
	cardHelpID = "the_card_help"
	answersID  = "the_answers"
	glossaryID = "glossary"
	aboutID    = "about"
)

func (h Handout) outline() []heading {
	var o outline
	h.write(&o, nil)
	return o.headings
}

// write is the whole handout in its order. Headings are those of the same
// handout, noted before, for the contents.
func (h Handout) write(p pen, headings []heading) {
	h.cover(p)
	h.contents(p, headings)
	p.open(heading{role: bodyRole, id: bodyID})
	for _, chapter := range h.chapters() {
		h.chapter(p, chapter)
	}
	if h.withCommitment() {
		h.commitment(p)
		h.card(p)
	}
	h.answers(p)
	if h.whole {
		h.page(p, glossaryRole, glossaryID, h.guide.Glossary, termRole)
		h.page(p, aboutRole, aboutID, h.guide.About, sectionRole)
	}
	p.close()
	h.foot(p)
}

func (h Handout) cover(p pen) {
	words := h.guide.Words
	p.open(heading{role: coverRole, level: 1, id: coverID, title: words.Guide.Title})
	p.say(words.Guide.Subtitle)
	p.say(h.guide.Practice)
	h.page(p, helpRole, helpID, h.guide.Help, sectionRole)
	p.close()
}

func (h Handout) contents(p pen, headings []heading) {
	words := h.guide.Words.Print
	p.open(heading{role: contentsRole, level: 2, id: contentsID, title: words.Contents})
	p.contents(mainHeadings(headings))
	p.say(words.Yours)
	for _, head := range headings {
		if head.role == answersRole {
			p.say(words.Where)
		}
	}
	p.close()
}

// mainHeadings are those that stand in the contents.
func mainHeadings(headings []heading) []heading {
	var found []heading
	for _, head := range headings {
		if head.level == 2 && head.role != helpRole && head.role != contentsRole {
			found = append(found, head)
		}
	}
	return found
}

func (h Handout) chapter(p pen, c content.Chapter) {
	p.open(heading{
		role: chapterRole, level: 2, id: c.ID, number: c.Number,
		label: h.chapterLabel(c.Number), title: c.Title,
	})
	blocks(p, c.Lead)
	number := 0
	for _, s := range c.Sections {
		p.open(heading{role: sectionRole, level: 3, id: s.ID, title: s.Heading})
		blocks(p, s.Body)
		for _, q := range s.Questions {
			if q.Kind() != content.Reflection {
				number++
			}
			h.question(p, q, number)
		}
		p.close()
	}
	p.close()
}

func (h Handout) chapterLabel(number int) string {
	return content.Fill(h.guide.Words.Print.Chapter, "number", number, "count", len(h.guide.Chapters)+1)
}

// question numbers only what has an answer at the end; a reflection has none.
func (h Handout) question(p pen, q content.Question, number int) {
	words := h.guide.Words
	reflect := q.Kind() == content.Reflection
	label, form := content.Fill(words.Print.Question, "number", number), numbered
	if reflect {
		label, form = words.Print.Reflection, listed
	}
	p.open(heading{role: questionRole, level: 4, id: q.ID, label: label, title: q.Prompt})
	if q.Scene != "" {
		p.prose(q.Scene)
	}
	p.ticks(ticks{how: how(words.Question, q.Kind()), options: texts(q.Options), form: form})
	if !reflect {
		p.jump(words.Print.Answer, answerID(q))
	}
	p.close()
}

func how(words content.QuestionWords, kind content.Kind) string {
	switch kind {
	case content.Reflection:
		return words.Reflect
	case content.ChooseAll:
		return words.ChooseAll
	default:
		return words.ChooseOne
	}
}

func texts(options []content.Option) []string {
	var found []string
	for _, option := range options {
		found = append(found, option.Text)
	}
	return found
}

func answerID(q content.Question) string {
	return "answer_" + q.ID
}

// answers gathers what each option has in it. Reflections have no answer.
func (h Handout) answers(p pen) {
	words := h.guide.Words.Print
	var open bool
	for _, c := range h.chapters() {
		asked := asked(c)
		if len(asked) == 0 {
			continue
		}
		if !open {
			open = true
			p.open(heading{role: answersRole, level: 2, id: answersID, title: words.Answers})
			p.say(words.AnswersLead)
		}
		p.open(heading{role: sectionRole, level: 3, id: "answers_" + c.ID, title: c.Title})
		for i, q := range asked {
			h.answer(p, q, i+1)
		}
		p.close()
	}
	if open {
		p.close()
	}
}

// asked are a chapter's questions that have an answer.
func asked(c content.Chapter) []content.Question {
	var found []content.Question
	for _, s := range c.Sections {
		for _, q := range s.Questions {
			if q.Kind() != content.Reflection {
				found = append(found, q)
			}
		}
	}
	return found
}

func (h Handout) answer(p pen, q content.Question, number int) {
	words := h.guide.Words.Print
	label := content.Fill(words.Question, "number", number)
	p.open(heading{role: questionRole, level: 4, id: answerID(q), label: label, title: q.Prompt})
	p.answers(q.Options, words.Fits)
	h.refer(p, words.ReadAgain, q.Again)
	p.close()
}

// refer names the section with an id, if there is one.
func (h Handout) refer(p pen, words, id string) {
	if chapter, section := h.guide.Section(id); section != nil {
		p.refer(content.Fill(words, "section", section.Heading, "number", chapter.Number), id)
	}
}

// page is a page of the guide, whose sections have a role of their own.
func (h Handout) page(p pen, r role, id string, page content.Page, of role) {
	p.open(heading{role: r, level: 2, id: id, title: page.Title})
	blocks(p, page.Body)
	for _, s := range page.Sections {
		p.open(heading{role: of, level: 3, id: s.ID, title: s.Heading})
		blocks(p, s.Body)
		p.close()
	}
	p.close()
}

func (h Handout) foot(p pen) {
	words := h.guide.Words
	p.open(heading{role: footRole})
	p.say(content.Fill(words.Print.Revision, "title", words.Guide.Title, "revision", h.guide.Revision))
	p.close()
}

func blocks(p pen, body []content.Block) {
	for _, block := range body {
		if block.Picture != nil {
			p.picture(*block.Picture)
			continue
		}
		p.prose(block.Prose)
	}
}

// counted puts a number before words, so that one can speak of them.
func counted(number int, words string) string {
	return strconv.Itoa(number) + ". " + words
}

// drawing is a picture without the empty lines around it and without the
// space that all its lines begin with, so that it stands where the text does.
func drawing(picture content.Picture) string {
	lines := strings.Split(strings.Trim(picture.Art, "\n"), "\n")
	margin := -1
	for _, line := range lines {
		if space := len(line) - len(strings.TrimLeft(line, " ")); space < len(line) && (margin < 0 || space < margin) {
			margin = space
		}
	}
	for i, line := range lines {
		lines[i] = strings.TrimRight(line[min(max(margin, 0), len(line)):], " ")
	}
	return strings.Join(lines, "\n")
}
