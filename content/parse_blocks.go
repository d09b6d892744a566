package content

import (
	"fmt"
	"strings"

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
	case !there:
		l.Report(src, image.Pos(), fmt.Sprintf("there is no file %s", name),
			"Put the picture into the folder art, or mend the name.")
	case art != nil:
		return &Picture{Title: plain.Tidy(string(resolve(image.Title))), Alt: alt, File: name, Art: l.art(art)}
	}
	return nil
}

// hidesNote refuses a drawing that holds a note for the clinician.
func (l *loader) hidesNote(src *source.File) bool {
	at := plain.NoteIn(string(src.Text))
	if at >= 0 {
		l.Report(src, at, hiddenNote, "Take it out of the drawing.")
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
		case i == 0 && l.hidesNote(src):
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
