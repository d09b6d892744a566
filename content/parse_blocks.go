package content

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// blocks sorts what stands under a heading, before the first question, into
// prose, pictures and what comments say. Prose runs from one of the others to
// the next.
func (l *loader) blocks(p part, allowed ...*comment) (blocks []Block, said comments) {
	prose := -1
	flush := func(end int) {
		if prose >= 0 {
			text := strings.Trim(string(p.src.Text[prose:end]), "\n")
			blocks = append(blocks, Block{Prose: strings.TrimRight(text, " \n")})
			prose = -1
		}
	}
	said = comments{}
	for _, node := range p.nodes {
		start := p.src.LineStart(node.Pos())
		html, isHTML := node.(*ast.HTMLBlock)
		image := lone[*ast.Image](node)
		switch {
		case isHTML:
			flush(start)
			l.addComment(p, html, said, allowed)
		case image != nil:
			flush(start)
			if picture := l.picture(p.src, image); picture != nil {
				blocks = append(blocks, Block{Picture: picture})
			}
		default:
			l.refuseBoxes(p.src, node)
			if prose < 0 {
				prose = start
			}
		}
	}
	flush(p.bodyEnd)
	return blocks, said
}

// lone returns the image or the link that is alone in a paragraph.
func lone[T *ast.Image | *ast.Link](node ast.Node) T {
	if _, ok := node.(*ast.Paragraph); !ok || node.FirstChild() == nil || node.FirstChild() != node.LastChild() {
		return nil
	}
	found, _ := any(node.FirstChild()).(T)
	return found
}

// refuseBoxes refuses a list with boxes outside a question.
func (l *loader) refuseBoxes(src *source.File, node ast.Node) {
	look := func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if box, ok := node.(*extast.TaskCheckBox); ok && entering {
			l.Report(src, max(0, box.Pos()), "there is a list with boxes outside a question",
				"Boxes are for questions, which start with a heading: ### What fits best? {#what-fits}\n"+
					"For an ordinary list, delete the brackets.")
		}
		return ast.WalkContinue, nil
	}
	_ = ast.Walk(node, look) // look never fails
}

// Pictures are drawn in text, and must fit where they are shown.
const (
	// MaxArtWidth is how wide a picture may be, in cells of a terminal.
	MaxArtWidth = 60
	// MaxArtHeight is how many lines a picture may have.
	MaxArtHeight = 30
)

const pictureForm = "A picture is written like this, alone in its paragraph:\n" +
	"![What the picture shows, in words](art/circle.txt)"

// picture returns the picture that an image stands for, or nil if there is a
// Problem with it.
func (l *loader) picture(src *source.File, image *ast.Image) *Picture {
	if image.Reference != nil {
		return nil // refused as a link
	}
	name := string(resolve(image.Destination))
	alt := Words(image, src.Text, " ")
	base, inArt := strings.CutPrefix(name, "art/")
	art, there := l.files[name]
	switch {
	case !inArt || !strings.HasSuffix(base, ".txt") || strings.Contains(base, "/"):
		l.Report(src, image.Pos(), fmt.Sprintf("%s is not a picture drawn in text", name), pictureForm)
	case alt == "":
		l.Report(src, image.Pos(), "this picture has no words that say what it shows",
			"Write them between the brackets, for readers who cannot see the picture.\n"+pictureForm)
	case !there && slices.Contains(l.unread, "art"): // which is said
	case !there:
		l.Report(src, image.Pos(), fmt.Sprintf("there is no file %s", name),
			"Put the picture into the folder art, or mend the name.")
	case art != nil:
		p := &Picture{Title: plain.Tidy(string(resolve(image.Title))), Alt: alt, File: name, Art: l.art(art)}
		if wide := l.files[strings.TrimSuffix(name, ".txt")+"-wide.txt"]; wide != nil {
			p.Wide = l.art(wide)
		}
		return p
	}
	return nil
}

// In is the drawing for a width: the one with fewer lines, if it has room.
func (p *Picture) In(width int) string {
	tooWide := func(line string) bool { return plain.Cells(line) > width }
	return plain.Either(p.Wide == "" || slices.ContainsFunc(strings.Split(p.Wide, "\n"), tooWide), p.Art, p.Wide)
}

// hidesNote refuses a drawing that holds a note for the clinician.
func (l *loader) hidesNote(src *source.File) bool {
	at := plain.NoteIn(string(src.Text))
	if at >= 0 {
		l.Report(src, at, hiddenNote, "Take it out of the drawing.")
	} else if at := plain.LikeNote(string(src.Text), true); at >= 0 {
		l.report(src, at, likeNoteWhat, "")
	}
	return at >= 0
}

// art returns what a picture's file shows, and refuses what is empty or too
// large. A picture shown twice is checked once.
func (l *loader) art(src *source.File) string {
	lines := strings.Split(strings.TrimRight(string(src.Text), "\n "), "\n")
	offset := 0
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
		width := plain.Cells(lines[i])
		switch {
		case src.Checked:
		case i == 0 && !src.Proved && l.hidesNote(src):
		case len(lines) == 1 && lines[0] == "":
			l.Report(src, 0, "this picture is empty", "Draw it with text characters.")
		case i == MaxArtHeight:
			l.Report(src, offset, fmt.Sprintf("this picture has more than %d lines", MaxArtHeight), "Draw it smaller.")
			src.Checked = true
		case width > MaxArtWidth:
			l.Report(src, offset, fmt.Sprintf("this line of the picture is %d columns wide; %d is the most", width, MaxArtWidth),
				"Draw it narrower, so that it fits on small screens.")
		}
		offset += len(line) + 1
	}
	src.Checked = true
	return strings.TrimLeft(strings.Join(lines, "\n"), "\n")
}

// comment is a kind of HTML comment that a guide may have. It says something
// that no reader is shown where it stands, and is never printed.
type comment struct {
	open   string // how it begins
	looks  string // what one that went wrong still has, in small letters
	name   string
	form   string
	places string // where it can stand
}

const commentClose = "-->"

// The kinds of comment.
var (
	clinicianNote = &comment{
		open: "<!-- clinician:", looks: "clinician", name: "note for the clinician", form: "<!-- clinician: what to look out for -->",
		places: "Such notes stand in a chapter's lead, in its sections, and in the lead of the commitment.",
	}
	searchWords = &comment{
		open: "<!-- search:", looks: "search:", name: "comment for the search", form: "<!-- search: money, cost, pay -->",
		places: "Such comments stand in a chapter's lead, in its sections, in the lead of the commitment, and in the glossary.",
	}
	commentKinds = []*comment{clinicianNote, searchWords}
)

type comments map[*comment]string

// maxPhrase is how many words somebody may type to search for one thing.
const maxPhrase = 5

var htmlTag = plain.Late(`</?\pL[^<>]*>|&#?[0-9A-Za-z]+;`)

func partsPhrases(r rune) bool { return strings.ContainsRune(",;、，،\n", r) }

func phrases(text string) []string {
	var all []string
	for phrase := range strings.FieldsFuncSeq(text, partsPhrases) {
		if phrase = plain.Tidy(plain.OneLine(phrase)); phrase != "" {
			all = append(all, phrase)
		}
	}
	return all
}

// addComment takes a comment beside what was taken before. HTML that is none was
// refused before.
func (l *loader) addComment(p part, html *ast.HTMLBlock, said comments, allowed []*comment) {
	kind, text := commentOf(p.src, html)
	switch {
	case kind == nil:
	case !slices.Contains(allowed, kind):
		l.Report(p.src, html.Pos(), fmt.Sprintf("a %s cannot stand here", kind.name), kind.places)
	case said[kind] != "":
		l.Report(p.src, html.Pos(), fmt.Sprintf("this is a second %s here", kind.name),
			"There is one at most in a section. Put both into one.")
	case kind == searchWords && !p.src.Proved && htmlTag().MatchString(text):
		l.Report(p.src, html.Pos(), "there is HTML among these words for the search, and nobody would type it", "Write words alone, with commas between them:\n"+searchWords.form)
	default:
		said[kind] = text
		if kind != searchWords || p.src.Proved {
			return
		}
		for _, phrase := range phrases(text) {
			if len(strings.Fields(phrase)) > maxPhrase {
				l.report(p.src, html.Pos(), fmt.Sprintf("“%s” is found by nobody who types one of these words; put commas between them", plain.Shorten(phrase, 60)), "")
			}
		}
	}
}

// commentOf returns what kind of comment an HTML block is, and what it says,
// without its marks and indentation; nil if it is none.
func commentOf(src *source.File, html *ast.HTMLBlock) (*comment, string) {
	written := blockText(src, html)
	for _, kind := range commentKinds {
		inside, opened := strings.CutPrefix(written, kind.open)
		inside, closed := strings.CutSuffix(inside, commentClose)
		switch text := dedent(inside); {
		case !opened || !closed || strings.Contains(inside, "--"):
		case kind == searchWords && !strings.ContainsFunc(text, func(r rune) bool { return !partsPhrases(r) && !unicode.IsSpace(r) }):
		case text != "":
			return kind, text
		}
	}
	return nil, ""
}

// checkHTMLBlock refuses HTML that is no comment of a guide, or stands where none
// can.
func (l *loader) checkHTMLBlock(src *source.File, html *ast.HTMLBlock, parent ast.Node) {
	if src.Proved {
		return
	}
	text := blockText(src, html)
	if kind, _ := commentOf(src, html); kind != nil {
		if parent != nil { // or else it is taken by the part that it stands in
			l.Report(src, html.Pos(), fmt.Sprintf("this %s stands in a list or quotation", kind.name),
				"Put it between empty lines, without spaces before it.")
		}
		return
	}
	what, mend := "this is HTML", htmlMend
	for _, kind := range commentKinds {
		switch {
		case strings.HasPrefix(text, kind.open) && !strings.Contains(text, commentClose):
			what, mend = fmt.Sprintf("this %s has no end", kind.name), "Close it with --> before the next heading."
		case strings.HasPrefix(text, kind.open):
			what = fmt.Sprintf("this %s is not in the right form", kind.name)
			mend = "Put it alone between empty lines, with words in it, and without two hyphens in a row:\n" + kind.form
		case strings.HasPrefix(text, "<!") && strings.Contains(strings.ToLower(text), kind.looks) && what == "this is HTML":
			what = fmt.Sprintf("this %s is not in the right form", kind.name)
			if strings.ContainsFunc(text, isOdd) {
				what += ", and a space in it is no plain one"
			}
		}
	}
	l.Report(src, html.Pos(), what, mend)
}

// blockText returns an HTML block as it was written, its closing line
// included.
func blockText(src *source.File, html *ast.HTMLBlock) string {
	text := html.Lines().Value(src.Text)
	if html.HasClosure() {
		text = append(bytes.Clone(text), html.ClosureLine.Value(src.Text)...)
	}
	return strings.TrimSpace(string(text))
}

// dedent takes off the spaces that all lines but the first begin with, so
// that Markdown does not take them for code.
func dedent(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	plain.Dedent(lines[1:])
	return strings.Join(lines, "\n")
}
