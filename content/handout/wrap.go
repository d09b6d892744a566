package handout

import (
	"strings"

	"firstsession/content"
)

// lineWidth is how many columns a line of text has at most: one that fits
// on a sheet of paper and in an e-mail.
const lineWidth = 72

// printable drops what a text must not hold, whoever wrote it: a terminal
// would obey some of it.
func printable(text string) string {
	return content.Printable(strings.ReplaceAll(text, "\t", " "), "")
}
