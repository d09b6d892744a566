package content

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// The limits are far above what a guide needs. They are checked before any
// Markdown is parsed, because the parser's time grows faster than its input
// where marks are many or deep; within them no folder, however hostile, takes
// more than about a second.
const (
	MaxFile    = 1 << 20
	maxGuide   = 10 << 20
	maxWords   = 192 << 10 // words.toml
	maxEntries = 1000      // in one folder
	maxLines   = 100_000   // in the whole guide
	maxMarks   = 100_000   // in the whole guide
	// maxRun and maxRunMarks bound what stands between two empty lines.
	maxRun      = 8 << 10
	maxRunMarks = 200
	// maxIndent bounds the spaces and marks of lists and quotations that a
	// line starts with, and with them how deep it is nested.
	maxIndent = 16
)

// run is what stands between two empty lines.
type run struct {
	start int
	marks int
}

// checkLimits refuses a Markdown file that would be slow to parse.
func (l *loader) checkLimits(src *source.File) bool {
	var current run
	count, lines, marks := l.Count, l.lines, l.marks
	for offset := 0; offset < len(src.Text); l.lines++ {
		end := src.LineEnd(offset)
		line := src.Text[offset:end]
		before, found := current, countMarks(line)
		current.marks += found
		l.marks += found
		switch {
		case len(bytes.Trim(line, " ")) == 0:
			current = run{start: end + 1}
		case end-current.start > maxRun && offset-before.start <= maxRun:
			l.Report(src, offset, fmt.Sprintf("there is no empty line in the last %d KB", maxRun>>10),
				"Put an empty line between paragraphs.")
		case current.marks > maxRunMarks && before.marks <= maxRunMarks:
			l.Report(src, offset, "there are more marks here than a text needs: brackets, stars, underscores and the like",
				"Use fewer, or put empty lines between paragraphs.")
		case indentCost(line) > maxIndent:
			l.Report(src, offset, "this line is nested too deeply",
				"Take some of the spaces, list signs or > at its start away.")
		}
		offset = end + 1
	}
	if l.lines > maxLines && lines <= maxLines {
		l.Report(src, 0, fmt.Sprintf("with this file the guide has more than %d lines", maxLines), "Make the guide shorter.")
	}
	if l.marks > maxMarks && marks <= maxMarks {
		l.Report(src, 0, fmt.Sprintf("with this file the guide has more than %d marks: brackets, stars, underscores and the like", maxMarks),
			"Use fewer of them.")
	}
	return l.Count == count && l.lines <= maxLines && l.marks <= maxMarks
}

// countMarks counts what the Markdown parser may have to look at more than
// once. Stars, underscores and backticks in a row count as one, as a line to
// write on may be made of them.
func countMarks(line []byte) int {
	count := 0
	var before byte
	for _, c := range line {
		switch c {
		case '[', ']', '<', '{':
			count++
		case '*', '_', '`':
			if c != before {
				count++
			}
		}
		before = c
	}
	return count
}

// lineStart is what may stand before a line's first word: spaces, and the signs
// of quotations and lists.
var lineStart = regexp.MustCompile(`^(?: |>|[-+*](?: |$)|[0-9]+[.)](?: |$))*`)

// indentCost measures what stands before a line's first word. A quotation's
// sign, which needs no space behind it, counts as one with it.
func indentCost(line []byte) int {
	start := lineStart.Find(line)
	return len(start) + bytes.Count(start, []byte(">"))
}

// TooLarge is the Problem with a file that is longer than a limit, in bytes.
func TooLarge(name string, limit int64) source.Problem {
	return source.InFile(name, fmt.Sprintf("this file is larger than %d KB", limit>>10),
		"Make it shorter. If it is a chapter, split it into several.")
}

func tooManyEntries(name string) source.Problem {
	return source.InFile(cmp.Or(name, "."), fmt.Sprintf("this folder holds more than %d files", maxEntries),
		"Is it the right folder? A guide's folder holds its chapters and little else.")
}

// checkNode refuses, in a block and all that it holds, what a guide cannot
// show or a reader cannot hear.
func (l *loader) checkNode(src *source.File, node, parent ast.Node) {
	switch n := node.(type) {
	case *ast.Heading:
		l.checkMarks(src, n)
		l.checkHeading(src, n, parent)
	case *ast.CodeBlock:
		l.Report(src, n.Lines().At(0).Start, "four spaces at the start make this line a block of code", codeMend)
	case *ast.FencedCodeBlock:
		l.Report(src, n.Pos(), "this is a block of code", codeMend)
	case *ast.ThematicBreak:
		l.Report(src, n.Pos(), dividing, dividingMend)
	case *ast.HTMLBlock:
		l.checkHTMLBlock(src, n, parent)
	case *ast.RawHTML:
		l.Report(src, n.Segments.At(0).Start, "there is HTML in this line", htmlMend)
	case *ast.LinkReferenceDefinition:
		l.Report(src, n.Pos(), "this is a link kept apart from its words", referenceMend)
	case *ast.Image:
		l.checkImage(src, n, parent)
	case *ast.Link:
		l.checkLink(src, n)
	case *ast.AutoLink:
		if n.AutoLinkType == ast.AutoLinkURL {
			l.linkTo(src, max(0, n.Pos()), string(n.URL(src.Text)), "")
		}
	case *ast.List:
		l.checkList(src, n)
	case *ast.Blockquote:
		if parent != nil && parent.Kind() == ast.KindListItem {
			l.report(src, max(0, n.Pos()), "a quotation within a list is not told from the item on paper, nor by ear", "")
		}
	case *ast.Emphasis:
		l.checkProduct(src, n)
	case *ast.CodeSpan:
		return
	case *ast.Paragraph, *ast.TextBlock:
		l.checkMarks(src, n)
	}
	for child := node.FirstChild(); child != nil; child = child.NextSibling() {
		l.checkNode(src, child, node)
	}
}

// checkProduct names stars between digits: they are taken for emphasis, and the
// number that is left is another.
func (l *loader) checkProduct(src *source.File, n *ast.Emphasis) {
	before, _ := n.PreviousSibling().(*ast.Text)
	after, _ := n.NextSibling().(*ast.Text)
	if before == nil || after == nil {
		return
	}
	from, to := before.Value(src.Text), after.Value(src.Text)
	if len(from) > 0 && len(to) > 0 && isDigit(from[len(from)-1]) && isDigit(to[0]) {
		l.report(src, before.Segment.Stop, "these stars stand between digits, and would go; × is the sign, or put a backslash before each", "")
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// checkHeading refuses one that is not at the top.
func (l *loader) checkHeading(src *source.File, heading *ast.Heading, parent ast.Node) {
	switch {
	case parent == nil:
	case isSetext(src, heading):
		l.Report(src, heading.Lines().At(0).Start, setextWhat, setextMend)
	default:
		l.Report(src, max(0, heading.Pos()), "this heading stands in a list or quotation",
			"Put it on a line of its own, with an empty line above, or take the # away.")
	}
}

const (
	dividing     = "there is a dividing line here"
	dividingMend = "Delete it: who listens hears it as symbols. Start a section with a heading instead."
	codeMend     = "Write it as ordinary words, or as a list: who listens hears code as symbols.\n" +
		"What belongs to an option or a list's item is indented by two spaces."
	htmlMend = "Write it in Markdown. Two things are allowed, alone between empty lines:\n" +
		"<!-- clinician: what to look out for -->\n" +
		"<!-- search: money, cost, pay -->"
	referenceMend = "Write the address right behind the words: [the words](https://example.org)"
)

// checkLink refuses a link that nobody can see, or whose title hides a note.
func (l *loader) checkLink(src *source.File, link *ast.Link) {
	if link.Reference != nil {
		l.Report(src, link.Pos(), "this link is kept apart from its words", referenceMend)
		return
	}
	l.linkTo(src, link.Pos(), string(resolve(link.Destination)), "")
	if src.Proved {
		return
	}
	hides := plain.NoteIn(string(resolve(link.Title))+"\n"+string(resolve(link.Destination))) >= 0
	if title := string(resolve(link.Title)); !hides && title != "" {
		l.report(src, link.Pos(), "the title of this link is seen in a browser only; write it beside the link, or leave it away", "")
	}
	if after, ok := link.NextSibling().(*ast.Text); ok && bytes.HasPrefix(after.Value(src.Text), []byte(")")) && closesTooOften(src, link) {
		l.report(src, link.Pos(), "behind this link one more bracket is closed than was opened", "")
	}
	if words := Words(link, src.Text, " "); plain.Disagree(words, string(resolve(link.Destination))) {
		l.report(src, link.Pos(), "this link’s words name one number or address, and it leads to another", "")
	}
	switch {
	case hides:
		l.Report(src, link.Pos(), hiddenNote, noteMend)
	case !plain.Seen(Words(link, src.Text, " ")):
		l.Report(src, link.Pos(), "this link has no words", "Write between its brackets where it leads: [your own pace](#own-pace)")
	}
}

// closesTooOften reports whether the line of a link closes more brackets than it
// opens.
func closesTooOften(src *source.File, link *ast.Link) bool {
	start := src.LineStart(link.Pos())
	line := src.Text[start:src.LineEnd(start)]
	return bytes.Count(line, []byte(")")) > bytes.Count(line, []byte("("))
}

// checkList names an item that was meant as one of an inner list, and stands too
// far to the left for that.
func (l *loader) checkList(src *source.File, list *ast.List) {
	before, ok := list.PreviousSibling().(*ast.List)
	first := list.FirstChild()
	if first == nil {
		return
	}
	at := itemStart(src, first)
	if ok && before.IsOrdered() && !list.IsOrdered() && indent(src, at) > indent(src, itemStart(src, before.FirstChild())) {
		number := strings.IndexAny(strings.TrimLeft(string(src.Text[itemStart(src, before.LastChild()):at]), " "), ".)") + 2
		l.Report(src, at, "this item is meant to stand below the one with a number, and would stand beside it",
			fmt.Sprintf("Put %d spaces before it, and before all that belong with it: as many as the number above and its space take.", number))
		return
	}
	for item := first; item != nil; item = item.NextSibling() {
		if item.FirstChild() == nil {
			l.report(src, itemStart(src, item), "this item of a list is empty", "")
		}
	}
	for item := first.NextSibling(); item != nil; item = item.NextSibling() {
		if here := itemStart(src, item); indent(src, here) > indent(src, at) {
			l.report(src, here, "this item stands further in than the first, and is shown beside it; an inner list is two spaces further in, or three below a number", "")
			return
		}
	}
}

// itemStart is where the line of a list's item begins.
func itemStart(src *source.File, item ast.Node) int { return src.LineStart(max(0, item.Pos())) }

// indent is how many spaces, and signs of quotations, stand before what begins on
// a line.
func indent(src *source.File, start int) int {
	line := src.Text[start:src.LineEnd(start)]
	return len(line) - len(bytes.TrimLeft(line, " >"))
}

// checkImage refuses an image that is no picture: one in a line of text, in a
// list, or in a quotation.
func (l *loader) checkImage(src *source.File, image *ast.Image, parent ast.Node) {
	_, atTop := parent.Parent().(*ast.Document)
	title := string(resolve(image.Title))
	hides := !src.Proved && plain.NoteIn(title) >= 0
	if !hides && !src.Proved && plain.LikeNote(title, true) >= 0 {
		l.report(src, image.Pos(), likeNoteWhat, "")
	}
	switch {
	case hides:
		l.Report(src, image.Pos(), hiddenNote, noteMend)
	case image.Reference != nil:
		l.Report(src, image.Pos(), "this picture is kept apart from its words", pictureForm)
	case !atTop || lone[*ast.Image](parent) == nil:
		l.Report(src, image.Pos(), "this picture is not alone in its paragraph", pictureForm)
	}
}
