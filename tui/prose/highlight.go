package prose

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"

	"firstsession/tui/theme"
)

// Highlight marks words in rendered lines, whatever their case and accents.
// A word is also found inside a longer one, as the search finds it.
func Highlight(lines []string, words []string, t theme.Theme) []string {
	var wanted []string
	for _, word := range words {
		if folded := fold(strings.TrimSpace(word)); folded != "" {
			wanted = append(wanted, folded)
		}
	}
	mark, _, _ := strings.Cut(t.Mark.Render("x"), "x")
	marked := make([]string, len(lines))
	for i, line := range lines {
		marked[i] = highlight(line, wanted, mark)
	}
	return marked
}

// highlight gives the style mark to what is wanted. It goes by characters as
// a reader sees them, so that none is marked by half.
func highlight(line string, wanted []string, mark string) string {
	var characters []run
	var folded strings.Builder
	var origin []int // of each byte of folded: its character
	runs, _ := runsOf(line, "")
	for _, r := range runs {
		for text := r.text; text != ""; {
			character, _ := ansi.FirstGraphemeCluster(text, ansi.GraphemeWidth)
			text = text[len(character):]
			folded.WriteString(fold(character))
			for len(origin) < folded.Len() {
				origin = append(origin, len(characters))
			}
			characters = append(characters, run{r.style, character})
		}
	}
	found := false
	for _, word := range wanted {
		for from := 0; ; {
			i := strings.Index(folded.String()[from:], word)
			if i < 0 {
				break
			}
			found = true
			for _, character := range origin[from+i : from+i+len(word)] {
				characters[character].style = mark
			}
			from += i + len(word)
		}
	}
	if !found {
		return line
	}
	return write(characters)
}

// fold makes words that differ by case or accents only the same.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '’' {
			return '\''
		}
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}
