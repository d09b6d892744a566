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

// markdown says prose. An item of a list within another has the number of the
// one that it belongs to before its own: "2.1".
func (l *Lines) markdown(text string) {
	var at []string // the numbers of the items, from the outermost list on
	count := map[int]int{}
	for _, p := range content.Plain(text) {
		if p.Marker == "" {
			l.Say(p.Text)
			continue
		}
		if p.Begins {
			count[p.Depth] = 0
		}
		count[p.Depth]++
		number, ordered := strings.CutSuffix(p.Marker, ".")
		if !ordered {
			number = strconv.Itoa(count[p.Depth])
		}
		at = append(at[:min(p.Depth-1, len(at))], number)
		l.item(l.numbered(strings.Join(at, "."), p.Text))
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
