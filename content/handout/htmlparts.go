package handout

import (
	"strconv"
	"strings"

	"firstsession/content"
)

// wideArt is how many columns a drawing may have to stay readable on a small
// screen; on one, the words of a wider drawing take its place.
const wideArt = 34

// box is a place for a tick. By ear it is nothing: the words say it all.
const box = `<span class="box" aria-hidden="true"></span>`

func (p *htmlPen) prose(markdown string) {
	if err := p.writer.write(p, markdown); err != nil && p.err == nil {
		p.err = err
	}
}

func (p *htmlPen) say(words string) {
	if words != "" {
		p.Put("<p class=\"say\">%s</p>\n", words)
	}
}

func (p *htmlPen) picture(picture content.Picture) {
	class := "picture"
	for line := range strings.SplitSeq(drawing(picture), "\n") {
		if content.Cells(line) > wideArt {
			class = "picture wide"
		}
	}
	p.Put("<figure class=\"%s\">\n", class)
	if picture.Title != "" {
		p.Put("<figcaption>%s</figcaption>\n", picture.Title)
	}
	p.Put("<pre role=\"img\" aria-label=\"%s\">%s</pre>\n", picture.Alt, drawing(picture))
	p.Put("<p class=\"alt\">%s</p>\n</figure>\n", content.Fill(p.words.Print.Picture, "alt", picture.Alt))
}

func (p *htmlPen) ticks(t ticks) {
	if t.how != "" {
		p.Put("<p class=\"how\">%s</p>\n", t.how)
	}
	list, class := "ul", "ticks"
	switch t.form {
	case numbered:
		list, class = "ol", "ticks numbered"
	case beside:
		class = "ticks beside"
	case listed:
	}
	p.Put("<"+list+" role=\"list\" class=\"%s\">\n", class)
	for _, option := range t.options {
		p.Put("<li>"+box+"%s</li>\n", option)
	}
	p.WriteString("</" + list + ">\n")
}

func (p *htmlPen) reason(label string, body []content.Block) {
	p.Put("<div class=\"reason\">\n<p class=\"why\">%s</p>\n<div>\n", label)
	blocks(p, body)
	p.WriteString("</div>\n</div>\n")
}

func (p *htmlPen) answers(options []content.Option, fits string) {
	p.WriteString("<ol class=\"answer\">\n")
	for _, option := range options {
		p.Put("<li><p><strong>%s</strong>", option.Text)
		if option.Right {
			p.Put(" <span class=\"fits\">%s</span>", fits)
		}
		p.Put("</p>\n<p>%s</p></li>\n", option.Feedback)
	}
	p.WriteString("</ol>\n")
}

func (p *htmlPen) blanks(blanks []blank) {
	p.WriteString("<div class=\"blanks\">\n")
	for _, b := range blanks {
		p.Put("<p class=\"blank\"><span>%s</span>", b.label)
		if b.filled != "" {
			p.Put(" <span class=\"filled\">%s</span></p>\n", b.filled)
			continue
		}
		for range b.lines {
			p.WriteString("<span class=\"line\" aria-hidden=\"true\"></span>")
		}
		p.WriteString("</p>\n")
	}
	p.WriteString("</div>\n")
}

func (p *htmlPen) refer(words, id string) {
	p.point("refer", words, id)
}

func (p *htmlPen) jump(words, id string) {
	p.point("jump", words, id)
}

// point is a link if its end is in this print, and otherwise only words.
func (p *htmlPen) point(class, words, id string) {
	p.Put("<p class=\"%s\">", class)
	if p.ids[id] {
		p.Put("<a href=\"#%s\">%s</a>", id, words)
	} else {
		p.Put("%s", words)
	}
	p.WriteString("</p>\n")
}

// contents is one list; a chapter has its own number, whatever is printed.
func (p *htmlPen) contents(headings []heading) {
	p.WriteString("<ul role=\"list\">\n")
	for _, h := range headings {
		number := ""
		if h.number > 0 {
			number = strconv.Itoa(h.number)
		}
		p.Put("<li><span class=\"number\">%s</span> <a href=\"#%s\">%s</a></li>\n", number, h.id, h.title)
	}
	p.WriteString("</ul>\n")
}
