package lines

import (
	"strconv"
	"strings"

	"firstsession/content"
)

// blocks says a text: a paragraph a line, lists with their numbers, and of a
// picture what it shows.
func (l *Lines) blocks(body []content.Block) {
	for _, block := range body {
		if block.Picture != nil {
			l.say(l.words.Print.Picture, "alt", block.Picture.Alt)
			continue
		}
		l.markdown(block.Prose)
	}
}

func (l *Lines) markdown(text string) {
	counts := map[int]int{} // of the items, by the depth of their list
	for _, p := range content.Plain(text) {
		if p.Depth == 0 {
			clear(counts)
		}
		if p.Marker == "" {
			l.Say(p.Text)
			continue
		}
		counts[p.Depth]++
		delete(counts, p.Depth+1)
		number := strconv.Itoa(counts[p.Depth])
		if p.Marker != "•" {
			number = p.Marker[:len(p.Marker)-1]
		}
		l.item(l.numbered(number, p.Text))
	}
}

// plainText is Markdown as one line of plain words.
func plainText(markdown string) string {
	var words []string
	for _, p := range content.Plain(markdown) {
		words = append(words, p.Text)
	}
	return strings.Join(words, " ")
}
