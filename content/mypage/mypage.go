// Package mypage is the page that a member may take along, whether they signed
// or not: when and where, what to say, what is still open, their notes. It is
// plain words in parts, of which the member chooses, and their print; no page of
// the program and no disk may come in.
package mypage

import (
	"embed"
	"strings"
	"text/template"

	"firstsession/content"
	"firstsession/content/htmlpage"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Part is one of the page's parts. None is empty.
type Part struct {
	ID      string // names it where parts are chosen
	Heading string
	Lines   []string
}

const readPart = "read"

// sentences is the section of our guide that has sentences to take along.
const sentences = "three-sentences"

// Parts are what there is to take along of a walk.
func Parts(w walk.Walk) []Part {
	guide := w.Guide()
	words, card := guide.Words.MyPage, guide.Card
	var own []string
	read := record.ReadNames(guide, w.Seen())
	if w.Short() && len(read) > 0 {
		read = append(read, words.ByShort)
	}
	open := plain.Each(w.StillOpen(), func(step walk.Step) string { return w.Question(step).Prompt })
	notes := plain.Each(w.Notes(), func(note walk.Note) string { return note.Text })
	for _, question := range guide.Questions() {
		if ticks, ok := w.Ticks(question.ID); ok && ticks.Own != "" {
			own = append(own, question.Prompt+" "+ticks.Own)
		}
	}
	all := []Part{
		{"meeting", words.Meeting, labelled(guide.Words.Print, card)},
		{"sentences", words.Sentences, listed(guide)},
		{"talk", words.Talk, answered(w, walk.TalkFirst)},
		{"not agreed", words.NotAgreed, answered(w, walk.NotNow)},
		{"open", words.Open, open},
		{"unanswered", words.Unanswered, unanswered(w)},
		{"notes", words.Notes, notes},
		{readPart, words.Read, read},
		{"own", words.Own, own},
	}
	return plain.Only(all, func(p Part) bool { return len(p.Lines) > 0 })
}

func labelled(w words.Print, card content.Card) []string {
	var lines []string
	for _, line := range [][2]string{{w.CardWhen, card.When}, {w.CardWhere, card.Where}, {w.CardCall, card.Call}, {w.CardCrisis, card.Crisis}} {
		if line[1] != "" {
			lines = append(lines, plain.Fill(w.Labelled, "label", line[0], "title", line[1]))
		}
	}
	return lines
}

func listed(g *content.Guide) []string {
	_, section := g.Section(sentences)
	if section == nil {
		return nil
	}
	return plain.Some(content.Paragraphs(section.Body), func(p content.Paragraph) (string, bool) { return p.Text, p.Marker != "" })
}

func answered(w walk.Walk, answer walk.Answer) []string {
	return plain.Some(w.Guide().Commitment.Statements, func(s content.Statement) (string, bool) {
		return s.Text, w.Answer(s.ID) == answer
	})
}

// unanswered are the promises without an answer, once the reader has come to them.
func unanswered(w walk.Walk) []string {
	if last := w.Chapters(); w.At().Chapter != last && w.State(last) == walk.ToCome {
		return nil
	}
	return answered(w, walk.Unanswered)
}

//go:embed *.tmpl style.css
var files embed.FS

// Text is some parts as plain words, in lines that fit on paper.
func Text(w *words.Words, parts []Part) (string, error) {
	var b strings.Builder
	t := template.Must(template.New("page.tmpl").Funcs(template.FuncMap{"wrap": wrap}).ParseFS(files, "page.tmpl"))
	err := t.Execute(&b, sheet{w.MyPage.Title, parts})
	return plain.Printable(b.String(), ""), err
}

// HTML is some parts as one page for a browser: no script, and nothing fetched
// from anywhere.
func HTML(language string, w *words.Words, parts []Part) (string, error) {
	page := htmlpage.Page{Language: language, Title: w.MyPage.Title, Body: sheet{w.MyPage.Title, parts}}
	text, err := page.Write(htmlpage.Parse(files, nil, "html.tmpl"))
	return plain.Printable(text, ""), err
}

type sheet struct {
	Title string
	Parts []Part
}

func wrap(sign, text string) string { return plain.Hang(sign, text, 72) }
