package content

import (
	"bytes"
	"regexp"
	"strings"

	"firstsession/content/source"
)

// What runs together on every surface: tables, and lists as word processors have
// them.

// bars divide the cells of a table, and a ruler is a line of it that does nothing
// else.
const bars = "|│┃｜║"

var ruler = regexp.MustCompile(`^(?:[-:+=─━| ]*[|+][-:+=| ]*|[-:+=─━┼├┤┌┐└┘┬┴╔╗╚╝═╬╠╣╦╩║│┃ ]*[─━┼├┌└╔╠╚═][-:+=─━┼┤┐┘┬┴╗╝═╬ ]*|[=-]{2,}(?: +[=-]{2,})+)$`)

func isBar(r rune) bool { return strings.ContainsRune(bars, r) }

func framesTable(r rune) bool {
	return r == '|' || r == '+' || r == '=' || r >= '─' && r <= '╿' || r == '｜'
}

// checkTable refuses a table, which no surface could say well, and writes its
// first line as an item of a list.
func (l *loader) checkTable(src *source.File, s spelled) bool {
	if !bytes.ContainsFunc(s.meant, framesTable) && !bytes.Contains(s.meant, []byte("-- ")) {
		return false
	}
	offset, first, lines, rulers, framed := 0, -1, 0, 0, 0
	var rows [][]string
	for line := range strings.SplitAfterSeq(string(s.meant), "\n") {
		words := strings.TrimSpace(line)
		isRuler := len(words) > 1 && ruler.MatchString(words)
		isRow := !isRuler && strings.ContainsFunc(words, isBar)
		switch {
		case isRuler:
			rulers++
		case isRow:
			if strings.IndexFunc(words, isBar) == 0 {
				framed++
			}
			rows = append(rows, strings.FieldsFunc(words, isBar))
		}
		if first < 0 && (isRuler || isRow) {
			first = offset
		}
		lines++
		offset += len(line)
	}
	switch {
	case rulers > 0 && lines > 1, framed > 0 && len(rows) > 1, framed > 0 && len(rows[0]) > 1:
		l.Report(src, s.at(first), "this is a table, which nobody could follow who listens", tableMend(rows))
		return true
	case len(rows) > 1:
		l.report(src, s.at(first), "these bars are shown as they stand; a list is easier to follow", "")
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
	return "Write each line as an item of a list: - " + source.Shorten(strings.Join(says, " "), source.MaxShown)
}

// The beginnings of a list's items, as word processors have them: signs that are
// nothing else, those that run together where two lines have them, and those that
// may also begin a line of speech, or a word.
var (
	bullets  = regexp.MustCompile(`^[\s\pZ]*[•▪▫⦁◦‣⁃∙●○■□◆◇❖➢➤►▶▸✓✔✗☐☑☒★☆\x{f0a7}\x{f0b7}\x{f0d8}\x{f0fc}]`)
	likeItem = regexp.MustCompile(`^[\s\pZ]*(?:[（(]\d{1,3}[)）][\s\pZ]*\S|\d{1,3}[)）．、.]\pL|[a-zA-Z][)）][\s\pZ]*\S|\d{1,9}[.)](?:[ \n]|$)|` +
		`[–—―−‐‑·§»›→➔⇒][\s\pZ]*[^\s–—-]|[-+][ \pL]|\* |o \pL)`)
)

// divides is a line of signs that divides what stands around it, and that
// Markdown takes for words.
var divides = regexp.MustCompile(`^(?:[=~"+^#]{3,}|-{2,}|\*{3,})[\n\f]?$`)

const (
	listWhat = "this line begins like an item of a list, and would run on with the others"
	listMend = "Start each item on a line of its own with a hyphen and a space: - One thing.\n" +
		"A numbered list has a number, a full stop and a space: 1. One thing."
)

// checkItems refuses lines that were meant as a list and would run together.
func (l *loader) checkItems(src *source.File, s spelled, inList bool) {
	offset, first, certain, joined := 0, -1, false, 0
	for line := range bytes.SplitAfterSeq(s.meant, []byte("\n")) {
		if divides.Match(line) {
			l.Report(src, s.at(offset), dividing, dividingMend)
		}
		isBullet := bullets.Match(line)
		if isBullet || likeItem.Match(line) {
			if first < 0 {
				first = offset
			}
			certain = certain || isBullet
			joined++
		}
		offset += len(line)
	}
	switch {
	case first < 0:
	case certain, joined > 1, inList && first > 0:
		l.Report(src, s.at(first), listWhat, listMend)
	default:
		l.report(src, s.at(first), "this line begins like an item of a list, and is shown as it stands", "")
	}
}
