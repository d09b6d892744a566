package handout

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/plain"
)

func (h Handout) paper() []piece {
	if h.onlyCard {
		return []piece{{Part: &part{Role: "body", ID: bodyID, Body: []piece{h.card()}}}}
	}
	words := h.guide.Words
	body := h.body()
	foot := plain.Fill(words.Print.Revision, "title", words.Guide.Title, "revision", h.guide.Revision)
	return []piece{
		{Part: &part{Role: "cover", Level: 1, ID: "the_title", Title: words.Guide.Title, Body: h.cover()}},
		h.contents(body),
		{Part: &part{Role: "body", ID: bodyID, Body: body}},
		{Part: &part{Role: "foot", Body: []piece{say(foot)}}},
	}
}

const bodyID = "the_guide"

// cover says at a glance what the guide is about, what it is for and how long it
// takes, then what matters most, and whom to call.
func (h Handout) cover() []piece {
	words := h.guide.Words.Print
	first := []string{words.FirstHelp, words.FirstChoice, words.FirstPrivate, words.FirstRules}
	return []piece{
		say(h.guide.Words.Guide.Subtitle),
		say(h.guide.Practice),
		{Part: &part{Role: "glance", Body: []piece{
			{Block: content.Block{Prose: "> " + words.Main}},
			{Blanks: []blank{{words.PurposeLabel, 1, words.Purpose}, {words.TimeLabel, 1, words.Time}}},
		}}},
		{Block: content.Block{Prose: "- " + strings.Join(first, "\n- ")}},
		page("help", h.guide.Help, "section"),
	}
}

func (h Handout) body() []piece {
	var body, card []piece
	for _, c := range h.chapters {
		if c.ID == content.CommitmentID {
			body = append(body, h.commitment(c.Number))
			card = []piece{h.card()}
		} else {
			body = append(body, h.chapter(c))
		}
	}
	if answers := h.answers(); len(answers) > 0 {
		words := h.guide.Words.Print
		body = append(body, piece{Part: &part{
			Role: "answers", Level: 2, ID: "the_answers", Title: words.Answers,
			Body: append([]piece{say(words.AnswersLead)}, answers...),
		}})
	}
	if h.whole {
		body = append(body, page("glossary", h.guide.Glossary, "term"), page("about", h.guide.About, "section"))
	}
	return append(body, card...) // the last sheet: nothing that is needed is cut out with it
}

func (h Handout) contents(body []piece) piece {
	words := h.guide.Words.Print
	p := part{Role: "contents", Level: 2, ID: "the_contents", Title: words.Contents}
	p.Body = []piece{{Contents: headings(body)}, say(words.Yours), {OnScreen: words.Ticked}}
	if slices.ContainsFunc(body, func(inner piece) bool { return inner.Part.Role == "answers" }) {
		p.Body = append(p.Body, say(words.Where))
	}
	return piece{Part: &p}
}

func (h Handout) chapter(c content.Chapter) piece {
	p := part{
		Role: "chapter", Level: 2, ID: c.ID, Number: c.Number,
		Label: h.chapterLabel(c.Number), Title: c.Title, Body: blocks(c.Lead),
	}
	number := 0
	for _, s := range c.Sections {
		section := part{Role: "section", Level: 3, ID: s.ID, Title: s.Heading, Body: blocks(s.Body)}
		for _, q := range s.Questions {
			if q.Kind() != content.Reflection {
				number++
			}
			section.Body = append(section.Body, h.question(q, number))
		}
		p.Body = append(p.Body, piece{Part: &section})
	}
	return piece{Part: &p}
}

func (h Handout) chapterLabel(number int) string {
	return plain.Fill(h.guide.Words.Print.Chapter, "number", number, "count", len(h.guide.Chapters)+1)
}

// question numbers only what has an answer at the end; a reflection has none.
func (h Handout) question(q content.Question, number int) piece {
	words := h.guide.Words
	label, choices := plain.Fill(words.Print.Question, "number", number), ticks{Form: numbered}
	to := &jump{reference{words.Print.Answer, answerID(q)}, h.answer(q), words.Print.Answers}
	switch q.Kind() {
	case content.Reflection:
		label, choices, to = words.Print.Reflection, ticks{How: words.Question.Reflect}, nil
	case content.ChooseAll:
		choices.How = words.Question.ChooseAll
	default:
		choices.How = words.Question.ChooseOne
	}
	choices.Options = plain.Each(q.Options, func(option content.Option) string { return option.Text })
	return piece{Part: &part{Role: "question", Level: 4, ID: q.ID, Label: label, Title: q.Prompt, Body: []piece{
		{Block: content.Block{Prose: q.Scene}}, {Ticks: &choices}, {Jump: to},
	}}}
}

func answerID(q content.Question) string { return "answer_" + q.ID }

// answers gathers what each option has in it, by chapter; a reflection has none.
func (h Handout) answers() []piece {
	words := h.guide.Words.Print
	var all []piece
	for _, c := range h.chapters {
		p := part{Role: "section", Level: 3, ID: "answers_" + c.ID, Title: c.Title}
		for _, s := range c.Sections {
			for _, q := range s.Questions {
				if q.Kind() == content.Reflection {
					continue
				}
				label := plain.Fill(words.Question, "number", len(p.Body)+1)
				p.Body = append(p.Body, piece{Part: &part{
					Role: "question", Level: 4, ID: answerID(q), Label: label, Title: q.Prompt,
					Body: h.answer(q),
				}})
			}
		}
		if len(p.Body) > 0 {
			all = append(all, piece{Part: &p})
		}
	}
	return all
}

// answer is what each option of a question has in it, and where to read again.
func (h Handout) answer(q content.Question) []piece {
	words := h.guide.Words.Print
	return []piece{{Answers: &answers{q.Options, words.Fits}}, h.refer(words.ReadAgain, q.Again)}
}

// refer names the section with an id, if there is one.
func (h Handout) refer(words, id string) piece {
	chapter, section := h.guide.Section(id)
	if section == nil {
		return piece{}
	}
	return piece{Refer: &reference{plain.Fill(words, "section", section.Heading, "number", chapter.Number), id}}
}

// page is a page of the guide, whose sections have a role of their own. Its id
// is the name of its file, so that the guide's links lead to it.
func page(id string, of content.Page, role string) piece {
	p := part{Role: id, Level: 2, ID: id, Title: of.Title, Body: blocks(of.Body)}
	for _, s := range of.Sections {
		p.Body = append(p.Body, piece{Part: &part{Role: role, Level: 3, ID: s.ID, Title: s.Heading, Body: blocks(s.Body)}})
	}
	return piece{Part: &p}
}

func (h Handout) inWords(picture content.Picture) string {
	return plain.Fill(h.guide.Words.Print.Picture, "alt", picture.Alt)
}

// drawing is a picture for a width, without the empty lines around it and without
// the space that all its lines begin with, so that it stands where the text does.
func drawing(picture content.Picture, width int) string {
	return strings.Join(plain.Dedent(strings.Split(strings.Trim(picture.In(width), "\n"), "\n")), "\n")
}
