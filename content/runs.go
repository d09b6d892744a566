package content

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// What runs together on every surface: tables, and lists as word processors have
// them.

// bars divide the cells of a table, and a ruler is a line of it that does nothing
// else.
const bars = "|│┃｜║"

var ruler = plain.Late(`^(?:[-:+=─━| ]*[|+][-:+=| ]*|[-:+=─━┼├┤┌┐└┘┬┴╔╗╚╝═╬╠╣╦╩║│┃ ]*[─━┼├┌└╔╠╚═][-:+=─━┼┤┐┘┬┴╗╝═╬ ]*|[=-]{2,}(?: +[=-]{2,})+)$`)

func isBar(r rune) bool { return strings.ContainsRune(bars, r) }

func framesTable(r rune) bool {
	return r == '|' || r == '+' || r == '=' || r >= '─' && r <= '╿' || r == '｜'
}

// checkTable refuses a table, which no surface could say well, and writes its
// first line as an item of a list.
func (l *loader) checkTable(src *source.File, s spelled) bool {
	if !bytes.ContainsFunc(s.meant, framesTable) && !bytes.Contains(s.meant, []byte("-- ")) && !bytes.Contains(s.meant, []byte("   ")) && !bytes.ContainsAny(s.meant, cellSigns) {
		return false
	}
	offset, first, lines, rulers, framed, spaced := 0, -1, 0, 0, 0, 0
	var rows [][]string
	for line := range strings.SplitAfterSeq(string(s.meant), "\n") {
		words := strings.TrimSpace(line)
		isRuler := len(words) > 1 && ruler().MatchString(words)
		isRow := !isRuler && strings.ContainsFunc(words, isBar)
		switch {
		case isRuler:
			rulers++
		case isRow:
			if strings.IndexFunc(words, isBar) == 0 {
				framed++
			}
			rows = append(rows, strings.FieldsFunc(words, isBar))
		case strings.Contains(words, "   "):
			spaced++
		}
		if first < 0 && (isRuler || isRow || spaced > 0) {
			first = offset
		}
		lines++
		offset += len(line)
	}
	switch {
	case rulers > 0 && (lines > 1 || bytes.ContainsAny(s.meant, "|+")), framed > 0 && len(rows) > 1, framed > 0 && len(rows[0]) > 1:
		l.Report(src, s.at(first), "this is a table, which nobody could follow who listens", tableMend(rows))
		return true
	case lines > 1 && cells(strings.TrimSpace(string(s.meant))):
		l.report(src, s.at(0), "these lines look like the rows of a table, and run together; a list is easier to follow", "")
	case spaced > 1:
		l.report(src, s.at(first), "these columns of spaces run together; a list is easier to follow", "")
	case len(rows) > 1, framed > 0, len(rows) > 0 && len(rows[0]) > 2:
		l.report(src, s.at(first), "these bars are shown as they stand; a list is easier to follow", "")
	}
	return false
}

// cellSigns part the cells of a row where a spreadsheet, or whoever types, has them.
const cellSigns = ",;¦→/&>"

var cellParts = []*regexp.Regexp{
	regexp.MustCompile(`,(?:\b|$)`), regexp.MustCompile(` *; *`), regexp.MustCompile(` *¦ *`), regexp.MustCompile(` *(?:→|->|=>) *`), regexp.MustCompile(` +[/&] +`),
}

// cells reports whether each line of a text is parted into as many short cells as
// the others.
func cells(text string) bool {
	const longest = 24
	lines := strings.Split(text, "\n")
	for _, part := range cellParts {
		count := len(part.Split(lines[0], -1))
		alike := len(lines) > 1 && count > 1
		for _, line := range lines {
			row := part.Split(line, -1)
			alike = alike && len(row) == count && !slices.ContainsFunc(row, func(cell string) bool {
				return len(cell) > longest || len(strings.Fields(cell)) > 3 || strings.TrimSpace(cell) == "" || strings.HasSuffix(cell, ".")
			})
		}
		if alike {
			return true
		}
	}
	return false
}

// tableMend writes a table's first line as an item of a list.
func tableMend(rows [][]string) string {
	head, row := []string{"Day", "Time"}, []string{"Monday", "6"}
	if len(rows) > 1 && len(rows[0]) > 1 && len(rows[1]) == len(rows[0]) {
		head, row = rows[0], rows[1]
	}
	var says []string
	for i, name := range head {
		if name, cell := strings.TrimSpace(name), strings.TrimSpace(row[i]); name != "" && cell != "" {
			says = append(says, name+": "+strings.TrimRight(cell, ".")+".")
		}
	}
	return "Write each line as an item of a list: - " + plain.Shorten(strings.Join(says, " "), source.MaxShown)
}

// The beginnings of a list's items, as word processors have them: signs that are
// nothing else, those that may also begin a line of speech, and those that are
// plain words unless two lines have them.
var (
	bullets  = plain.Late(`^[\s\pZ]*[•▪▫⦁◦‣⁃∙●○■□◆◇❖➢➤►▶▸✓✔✗☐☑☒★☆①-⓿❶-➓㈠-㉃㊀-㊉・⁎⁕∗◎\x{f020}-\x{f0ff}]`)
	likeItem = plain.Late(`^[\s\pZ]*(?:[（(]\p{Nd}{1,3}[)）][\s\pZ]*\S|[［【〔〈]\p{Nd}{1,3}[］】〕〉]|\p{Nd}{1,3}(?:[).]\pL|[）．、〕][\s\pZ]*\S|[.)]{2}|[.)][-–—] ?\S)|` +
		`\pL(?:[)）][\s\pZ]*\S|．)|\p{Nl}[.)）．、]|[（(]?[一二三四五六七八九十]{1,3}[、．）)]|\p{Nd}{1,9}[.)](?:[ \n]|$)|` +
		`[–—―−‐‑‒－﹣·§»›→➔⇒][\s\pZ]*[^\s–—-]|[-+][ \pL]|\* |o \pL)`)
	together = plain.Late(`^[\s\pZ]*(?:[ivxIVX]{1,5}\. \S|\pL\.(?: \S|\p{Lu}|[-–—] ?\S)|\pL- \S|[(（](?:\pL|[ivxIVX]{1,5})[)）]|[ivxIVX]{1,5}[)）] ?\S|\p{So}|\p{Nd}\x{fe0f}?\x{20e3}|[~#%&@=?※×≫¨¤] \S|[qnvuØü] \S|第[一二三四五六七八九十\p{Nd}]{1,3}[，、：:条步]|\*\pL|\p{Nd}{1,2} [-–—:.)] ?\S|[a-zA-Z] [.)] ?\S|\[\p{Nd}{1,3}\] |\p{Nd}{1,2}[:/] \S|` +
		`(?:\p{Nd}{1,3})?\x00 \S|\p{Nd}{1,2}(?:-\s?\pL|[°ºª]\s?\S|(?:st|nd|rd|th)[\s.:]+\S)|[#№]\s?\p{Nd}{1,3}\b|(?i:step|paso|part|parte|point|punto|no|nr|day|día|week|semana)\.? ?\p{Nd}{1,3} ?[:.)–—-]|\pL[\pL ]{0,20}\p{Nd}{0,2}: ?\S|` +
		`(?i:first|second|third|fourth|fifth|sixth|next|then|finally|last|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|luego|despu[eé]s|por último)(?:ly)? ?(?:[:)]|[.–—-] )\S?|` +
		`(?i:one|two|three|four|five|uno|dos|tres|cuatro|cinco)(?:[:)]| [–—-]) ?\S)`)
)

// divides is a line of signs that divides what stands around it, and that
// Markdown takes for words.
var divides = plain.Late(`^(?:[=~"+^#]{3,}|-{2,}|\*{3,})[\n\f]?$`)

const (
	listWhat = "this line begins like an item of a list, and would run on with the others"
	listMend = "Start each item on a line of its own with a hyphen and a space: - One thing.\n" +
		"A numbered list has a number, a full stop and a space: 1. One thing."
)

// beginsPlainly reports whether a line begins with a word, as nearly all do.
func beginsPlainly(line []byte) bool {
	return len(line) > 12 && line[0]|0x20 >= 'a' && line[0]|0x20 <= 'z' && line[1] != ' ' && !bytes.ContainsAny(line[:6], ".)）") && !bytes.ContainsAny(line[:12], ":0123456789")
}

// checkItems refuses lines that were meant as a list and would run together.
func (l *loader) checkItems(src *source.File, s spelled, inList bool) {
	offset, first, certain, likely, joined := 0, -1, false, false, 0
	for line := range bytes.SplitAfterSeq(s.meant, []byte("\n")) {
		if beginsPlainly(line) {
			offset += len(line)
			continue
		}
		isBullet, isLike := bullets().Match(line), likeItem().Match(line)
		switch {
		case divides().Match(line):
			l.Report(src, s.at(offset), dividing, dividingMend)
		case isBullet, isLike, together().Match(line):
			if first < 0 {
				first = offset
			}
			certain, likely = certain || isBullet, likely || isLike
			joined++
		}
		offset += len(line)
	}
	switch {
	case first < 0:
	case certain, likely && joined > 1, inList && likely && first > 0:
		l.Report(src, s.at(first), listWhat, listMend)
	case likely, joined > 1:
		l.report(src, s.at(first), "this line begins like an item of a list, and is shown as it stands", "")
	}
}

// spelled is a block as a reader reads it, and where that stands in the file.
type spelled struct {
	shown []byte
	// meant is the same, but with a nought for each byte that the author meant as
	// it stands: behind a backslash, as a reference, as code, in an address. A
	// bracket that is meant is openMeant, an address linkMeant, and a hard line break hardBreak, since
	// the lines beside it stay apart.
	meant []byte
	from  []stretch
}

const (
	openMeant = 1
	linkMeant = 2
	hardBreak = '\f'
)

// stretch is where a part of a spelled block comes from.
type stretch struct {
	start  int // in shown
	offset int // in the file
	same   bool
}

// at is where a byte of what is shown stands in the file.
func (s *spelled) at(i int) int {
	last := s.from[0]
	for _, part := range s.from {
		if part.start > i {
			break
		}
		last = part
	}
	return plain.Either(last.same, last.offset+i-last.start, last.offset)
}

// add adds what may hold signs.
func (s *spelled) add(shown []byte, offset int) {
	s.from = append(s.from, stretch{len(s.shown), offset, true})
	s.shown = append(s.shown, shown...)
	s.meant = append(s.meant, shown...)
}

func (s *spelled) addMeant(shown []byte, offset int, instead byte) {
	s.from = append(s.from, stretch{len(s.shown), offset, false})
	s.shown = append(s.shown, shown...)
	for _, c := range shown {
		if c == '[' {
			instead = openMeant
		}
		s.meant = append(s.meant, instead)
	}
}

// inside adds a heading or paragraph, or a part of one, as it is read.
func (s *spelled) inside(parent ast.Node, text []byte) {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Text:
			s.text(n, text)
		case *ast.CodeSpan:
			for part := n.FirstChild(); part != nil; part = part.NextSibling() {
				if t, ok := part.(*ast.Text); ok {
					s.addMeant(t.Value(text), t.Segment.Start, 0)
				}
			}
		case *ast.AutoLink:
			s.addMeant(n.Label(text), max(0, n.Pos()), linkMeant)
		case *ast.RawHTML, *extast.TaskCheckBox: // refused, or no words
		default:
			s.inside(n, text)
		}
	}
}

// text adds what stands between marks. References and escapes are resolved in
// one pass, as words are.
func (s *spelled) text(n *ast.Text, text []byte) {
	value, done := n.Value(text), 0
	var found [][]int
	if bytes.ContainsAny(value, `\&`) {
		found = escapes.FindAllIndex(value, -1)
	}
	for _, at := range found {
		written := value[at[0]:at[1]]
		if resolved := resolve(written); !bytes.Equal(resolved, written) {
			s.add(value[done:at[0]], n.Segment.Start+done)
			s.addMeant(resolved, n.Segment.Start+at[0], 0)
			done = at[1]
		}
	}
	s.add(value[done:], n.Segment.Start+done)
	switch {
	case n.HardLineBreak():
		s.addMeant([]byte("\n"), n.Segment.Stop, hardBreak)
	case n.SoftLineBreak():
		s.add([]byte("\n"), n.Segment.Stop)
	}
}
