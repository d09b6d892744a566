package content

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
)

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
func (l *loader) picture(src *source, image *ast.Image) *Picture {
	if image.Reference != nil {
		return nil // refused as a link
	}
	name := string(resolve(image.Destination))
	alt := words(image, src.text, " ")
	base, inArt := strings.CutPrefix(name, "art/")
	art, there := l.files[name]
	switch {
	case !inArt || !strings.HasSuffix(base, ".txt") || strings.Contains(base, "/"):
		l.report(src, image.Pos(), fmt.Sprintf("%s is not a picture drawn in text", name), pictureForm)
	case alt == "":
		l.report(src, image.Pos(), "this picture has no words that say what it shows",
			"Write them between the brackets, for readers who cannot see the picture.\n"+pictureForm)
	case !there:
		l.report(src, image.Pos(), fmt.Sprintf("there is no file %s", name),
			"Put the picture into the folder art, or mend the name.")
	case art != nil:
		return &Picture{Title: tidy(string(resolve(image.Title))), Alt: alt, File: name, Art: l.art(art)}
	}
	return nil
}

// art returns what a picture's file shows, and refuses what is empty or too
// large. A picture shown twice is checked once.
func (l *loader) art(src *source) string {
	lines := strings.Split(strings.TrimRight(string(src.text), "\n "), "\n")
	offset := 0
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
		width := Cells(lines[i])
		switch {
		case src.checked:
		case len(lines) == 1 && lines[0] == "":
			l.report(src, 0, "this picture is empty", "Draw it with text characters.")
		case i == MaxArtHeight:
			l.report(src, offset, fmt.Sprintf("this picture has more than %d lines", MaxArtHeight), "Draw it smaller.")
			src.checked = true
		case width > MaxArtWidth:
			l.report(src, offset, fmt.Sprintf("this line of the picture is %d columns wide; %d is the most", width, MaxArtWidth),
				"Draw it narrower, so that it fits on small screens.")
		}
		offset += len(line) + 1
	}
	src.checked = true
	return strings.TrimLeft(strings.Join(lines, "\n"), "\n")
}
