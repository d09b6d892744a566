package lines

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"firstsession/content"
	"firstsession/content/plain"
)

// blocks says a text: a paragraph a line, lists with their numbers, and of a
// picture what it shows. What is only read in between leaves its lists without
// numbers of their own, since a number answers the page below.
func (l *Lines) blocks(body []content.Block, passing bool) {
	n := 0 // of the list that has just ended, which goes on where the next block begins with one
	for _, block := range body {
		switch {
		case block.Picture == nil:
			n = l.markdown(block.Prose, passing, n)
		case l.help:
			l.say(l.words.Lines.PictureToo)
		default:
			l.say(l.words.Print.Picture, "alt", block.Picture.Alt)
			n = 0
		}
	}
}

// helpInShort says what is urgent in help now: what stands before its picture, such as
// whom the practice says to call, and of the rest only what its pictures show.
func (l *Lines) helpInShort(help content.Page) {
	l.Say(sentence(help.Title))
	urgent := true
	for _, part := range append([]content.Section{{Body: help.Body}}, help.Sections...) {
		l.blocks(plain.Only(part.Body, func(b content.Block) bool {
			urgent = urgent && b.Picture == nil
			return urgent || b.Picture != nil
		}), true)
	}
	l.say(l.words.Lines.HelpAll)
	l.whole = true
}

// markdown says prose. An item of a list within another has the number of the
// one that it belongs to before its own: "2.1". A list with which the text begins
// goes on behind those before it; last is how many it has in the end, if the text
// ends with one.
func (l *Lines) markdown(text string, passing bool, before int) (last int) {
	var at []string // the numbers of the items, from the outermost list on
	count := map[int]int{1: before}
	for i, p := range content.Plain(text) {
		if last = 0; p.Marker == "" {
			l.Say(p.Text)
			continue
		}
		if p.Begins && (i > 0 || p.Depth > 1) {
			count[p.Depth] = 0
		}
		count[p.Depth]++
		last = count[1]
		number, ordered := strings.CutSuffix(p.Marker, ".")
		switch {
		case !ordered && passing:
			l.item(p.Text)
			continue
		case !ordered:
			number = strconv.Itoa(count[p.Depth])
		}
		at = append(at[:min(p.Depth-1, len(at))], number)
		l.item(l.numbered(strings.Join(at, "."), p.Text))
	}
	return last
}

// plainText is Markdown as one line of plain words.
func plainText(markdown string) string {
	return strings.Join(plain.Each(content.Plain(markdown), func(p content.Paragraph) string { return p.Text }), " ")
}

// written is all that there is to say, which has then been said.
func (l *Lines) written() string {
	var text strings.Builder
	for i, p := range l.out {
		if l.begun && !(p.item && i > 0 && l.out[i-1].item) {
			text.WriteString("\n")
		}
		l.begun = true
		text.WriteString(p.text + "\n")
	}
	l.out = nil
	return text.String()
}

// Say adds a paragraph to what is said next: its lines, or more of them where
// they are broken at a width. What the reader saved is named on a line of its own.
func (l *Lines) Say(text string) {
	if l.width > 0 && strings.ContainsAny(text, `/\`) {
		s := l.visit.State()
		for _, path := range slices.Concat(l.visit.Walk.Records(), s.Records, s.Pages) {
			path = plain.Printable(path, "?")
			if before, after, found := strings.Cut(text, path); found {
				l.Say(strings.TrimSpace(before))
				l.add(paragraph{text: path, path: true})
				l.Say(strings.TrimLeft(after, "., "))
				return
			}
		}
	}
	l.add(paragraph{text: text})
}

func (l *Lines) add(p paragraph) {
	var all []string
	for line := range strings.SplitSeq(plain.Tidy(plain.Printable(p.text, "?")), "\n") {
		switch {
		case line == "":
		case l.width > 0 && !p.path:
			all = append(all, plain.Wrap(line, l.width)...)
		default:
			all = append(all, plain.OneLine(plain.Legible(line)))
		}
	}
	if p.text = strings.Join(all, "\n"); p.text != "" {
		l.spoken = true
		l.out = append(l.out, p)
	}
}

// say adds a paragraph of the guide's words, with its placeholders filled in.
func (l *Lines) say(text string, pairs ...any) { l.Say(l.fill(text, pairs...)) }

// item adds a line of a list.
func (l *Lines) item(text string) { l.add(paragraph{text: text, item: true}) }

// numbered is a line of a list with its number.
func (l *Lines) numbered(number any, text string) string {
	return plain.Fill(l.words.Plain.Item, "n", number, "text", text)
}

// fill puts values and the words of the commands in the place of their names.
func (l *Lines) fill(text string, pairs ...any) string { return l.visit.State().Fill(text, pairs...) }

// sentence ends a title with a full stop, unless it has an end of its own.
func sentence(title string) string {
	if last, _ := utf8.DecodeLastRuneInString(title); title == "" || strings.ContainsRune("?.:…", last) {
		return title
	}
	return title + "."
}
