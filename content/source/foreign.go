package source

import (
	"bytes"
	_ "embed" // the kinds
	"encoding/binary"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"firstsession/content/plain"
)

// saveMend is how a file becomes plain text, after what is special to its kind.
const saveMend = "Save it as plain text with the encoding UTF-8, under the name that it has now."

const (
	copyMend   = "Open it, copy its words into a new file of a text editor, and check them there.\n" + saveMend
	editorMend = "Open it in a text editor and choose “Save as”.\n" + saveMend
)

var mends = map[string]string{
	"copy": copyMend, "editor": editorMend,
	"words": "Open it in the program that made it, choose “Save as” and there “plain text”.\n" + saveMend,
	"lfs":   "Fetch the file itself, with git lfs pull, or from whoever gave you this one.\n" + saveMend,
}

//go:embed foreign.txt
var foreignFile string

type kind struct{ start, holds, is, mend string }

// kinds are files that are no plain text, as foreign.txt has them.
var kinds = sync.OnceValue(func() (all []kind) {
	for line := range strings.Lines(foreignFile) {
		var k kind
		if _, err := fmt.Sscanf(line, "%q %q %q %s", &k.start, &k.holds, &k.is, &k.mend); err == nil {
			all = append(all, k)
		}
	}
	return all
})

// IsForeign says once of a file that is no plain text what it is, and reports it.
func (c *Log) IsForeign(name string, data []byte) bool {
	is, mend := foreign(data)
	if is != "" {
		c.Add(InFile(name, "this file is "+is+", where plain text is needed", mend))
	}
	return is != ""
}

// foreign says what a file is that is no plain text, and how to save it anew.
// Both are empty of one that is.
func foreign(data []byte) (is, mend string) {
	start := bytes.TrimLeft(data[:min(len(data), 1<<10)], "\ufeff \r\n\t")
	for _, kind := range kinds() {
		if begins(data, kind.start) || kind.start[0] == '<' && begins(start, kind.start) {
			if bytes.Contains(data, []byte(kind.holds)) {
				return kind.is, mends[kind.mend]
			}
		}
	}
	lone := bytes.Count(data, []byte("\r")) - bytes.Count(data, []byte("\r\n"))
	switch {
	case isWide(data):
		return "text in UTF-16 or UTF-32", editorMend
	case bytes.Contains(data, []byte("\x1b$B")):
		return "text in ISO-2022-JP", editorMend
	case isBinary(data):
		return "not made of text", copyMend
	case messageOnly().Match(messageHead().Find(start)):
		return "a saved web page or a message", copyMend
	case settingsAbove().Match(start):
		return "of a program that makes sites, with its settings above the text", "Delete the first lines, up to the second line of the same signs. A chapter starts with its title: # How groups work\n" + saveMend
	case isSheet(data):
		return "a table of a spreadsheet (CSV)", "Write each row as an item of a list: - Day: Monday. Time: 6.\n" + saveMend
	case lone > 0 && lone >= bytes.Count(data, []byte("\n")):
		return "text with the line ends of an old Mac (CR)", "Open it in a text editor and choose “Save as” with line ends LF (Unix) or CRLF (Windows).\n" + saveMend
	}
	return "", ""
}

// The lines that a message begins with, those of them that only a message has, and the
// settings that a page has in programs that make sites.
var (
	messageHead = plain.Late(`(?i)^(?:From \S+@\S+ [^\n]*\n)?(?:(?:from|to|cc|bcc|subject|date|sent|reply-to|return-path|received|delivered-to|message-id|mime-version|content-type|x-[\w-]+|de|para|asunto|fecha|enviado|von|an|betreff|gesendet|datum):[^\n]*\n(?:[ \t]+\S[^\n]*\n)*){2,}`)
	messageOnly = plain.Late(`(?im)^(?:subject|asunto|betreff|message-id|return-path|received|delivered-to):`)

	settingsAbove = plain.Late(`^(?:---[ \r]*\n[\w-]+ *:[^\n]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \r]*(?:\n|$)|\+\+\+[ \r]*\n(?:[\w.-]+ *=[^\n]*|[\[#][^\n]*|\r?)\n(?:[^\n]*\n)*?\+\+\+[ \r]*(?:\n|$)|;;;[ \r]*\n)`)
)

// isSheet reports whether every line of a text is parted into as many cells as the
// first, by commas, semicolons or tabs.
func isSheet(data []byte) bool {
	first, _, more := bytes.Cut(bytes.TrimSpace(data), []byte("\n"))
	if !more || bytes.ContainsAny(first, "#=") {
		return false
	}
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	for _, sign := range []string{",", ";", "\t"} {
		cells, alike := strings.Count(lines[0], sign), true
		for _, line := range lines {
			alike = alike && strings.Count(line, sign) == cells && !strings.HasSuffix(strings.TrimSpace(line), ".") && !strings.Contains(line, sign+" ")
		}
		if alike && cells > 0 && (cells > 1 || len(lines) > 2) {
			return true
		}
	}
	return false
}

// begins reports whether a file begins so. The case of letters makes no
// difference.
func begins(data []byte, start string) bool {
	return bytes.HasPrefix(data, []byte(start)) ||
		start[0] < utf8.RuneSelf && len(data) >= len(start) && strings.EqualFold(string(data[:len(start)]), start)
}

// isBinary reports whether there are more characters that text does not have
// than a slip or two leaves.
func isBinary(data []byte) bool {
	strange := 0
	for _, c := range data {
		if c < '\t' || c > '\r' && c < ' ' {
			strange++
		}
	}
	return strange >= maxCharacterProblems && strange*20 > len(data)
}

// isWide reports whether a file without a mark at its start has more than a byte
// for each character: spaces and line ends then have noughts, always at the same
// side, and what is read that way is text.
func isWide(data []byte) bool {
	if bytes.IndexByte(data, 0) < 0 {
		return false
	}
	for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
		noughts, text := 0, true
		for i := 0; i+1 < len(data) && text; i += 2 {
			unit := rune(order.Uint16(data[i:]))
			if unit < 0x80 {
				noughts++
			}
			text = unit == 0 && noughts > 1 || strings.ContainsRune("\t\r\n", unit) || !plain.IsForbidden(unit)
		}
		if text && noughts > 1 && noughts*200 > len(data) {
			return true
		}
	}
	return false
}
