package content

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// What an author wrote for its effect has it, or is named here: signs that were
// meant as Markdown, or are those of another dialect, and that a reader would be
// shown as they stand. They are looked for in what the parser left as words, so
// a backslash before a sign says that it is meant.

// mark is one such sign.
type mark struct {
	has  string // what a text holds that has it; looked for first, since it is quick
	form string // the sign stands in the brackets, if there are any
	what string
	mend string // empty for advice: it may be meant as it stands
}

const (
	lineStarts = `(?:^|[\n\f])`
	address    = `(?:https?:|mailto:|tel:|www\.|#[a-z]|art/)`
	linkForm   = "A link is written without a space between its brackets or in its address:\n[the night line](tel:+15550100), [your own pace](#own-pace), [the page](https://example.org)"
	strongForm = "Words stand in strong print between two stars, with no space inside and none of the stars\n" +
		"within a word: **important words**. If the sign is meant, put a backslash before it."
	plainForm = "Take the signs away, and say it in words."
	titleForm = "A section starts with ## and a space: ## Heading. If the sign is meant, put a backslash before it."
	boxForm   = "Boxes are for questions, and look like this: - [ ] or, if it is right, - [x].\nFor an ordinary list, delete the brackets."
	boxSigns  = `\[(?:[ xXvVyY✓✔✗✘☑☒~.>/!*-]?| +[xX]?| *[xX] +)\]`
	// likeNote is a note for the clinician without any sign of a comment.
	likeNote = `(?i)(?:^|[\n\f(\[«“"]|[.!?]\s)\s*(?:clinicians?|clínic[oa]s?)\s*:|\bnotes?\s+(?:for|to)\s+(?:the\s+|your\s+)?(?:clinician|therapist|leader|staff|facilitator)s?\s*:|` +
		`\b(?:clinician|therapist|leader|staff|facilitator)s?(?:['’]s?)?\s+(?:notes?|only)\s*:|\bnotas?\s+(?:para|al?)\s+(?:el\s+|la\s+|los\s+)?(?:clínic|terapeut|profesional)\pL*\s*:`
	likeNoteWhat = "this reads like a note for the clinician, and every reader is shown it; only a comment hides it: <!-- clinician: ... -->"
	dialect      = "this is a sign of another kind of Markdown"
)

var marks = []mark{
	{"](", `(?:^|[\[\]])[^\[\]\x01]*(\]\()`, "this is no link, and would be shown as it stands", linkForm},
	{"]", `\[[^\[\]\n]*(\])[\s\pZ\p{Cf}:]*(?:[(（<{\[]\s*(?:/[a-z]|` + address + `)|[(（]?\x02)`, "this is no link, and would be shown as it stands", linkForm},
	{"]", `\[[^\[\]\n]*(\])(?:https?://|mailto:|tel:)`, "this is no link, and would be shown as it stands", linkForm},
	{"]", `\[[^\[\]\n]*(\])[\s\pZ]+[(（]\s*[^()\s]+\.[a-z]{2,4}[)）/]`, "this is no link, and would be shown as it stands", linkForm},
	{"］", `［[^［］\n]*(］)[\s\pZ:]*[(（]`, "this is no link, and would be shown as it stands", linkForm},
	{`":`, `"[^"\n]+":(?:https?:|/)`, "this is no link, and would be shown as it stands", linkForm},
	{">", `(?:https?:|mailto:|tel:)[^\s<>]+>`, "this address has no beginning, and would be shown with its bracket", linkForm},
	{"(#", `\(#[a-z][a-z0-9-]*\)`, "this is no link, and is shown as it stands", ""},
	{")[", `\)\[` + address, "the brackets of this link are the wrong way round", linkForm},
	{"][", `\]\[`, "this link is kept apart from its words", referenceMend},
	{"]:", lineStarts + `\[[^\[\]\n]+\]:\s+(?:[<#/(]|\x02|` + address + `)`, "this is a link or a note kept apart from its words", referenceMend},
	{"]:", lineStarts + `\[[^\[\]\n]+\]:\s`, "these brackets are no link, and are shown as they stand", ""},
	{"[[", `\[\[[^\[\]\n]+\]\]`, "two brackets make no link here", linkForm},
	{"<", `<\s*` + address, "this address has a space in it, or no end, and would be shown with its bracket", linkForm},
	{"<", `<[^\s<>@]+@|<[^\s<>@][^<>@\n]*@[^<>\n]*>`, "this address has a space in it, or no end, and would be shown with its bracket", linkForm},
	{"http", `(?:^|[^\pL])https?(?:: */{1,2} +\S|: +//\S|:/[^/\s]|//\S)`, "this address has a space or a sign too few or too many in it, and leads nowhere", linkForm},
	{"://", `(?:^|[^\pL])(?:ttps?|htps?|hhttps?|htpps?|htttps?|https?[;.,])://`, "this address does not begin with https://, and leads nowhere", linkForm},
	{":", `(?:^|[\s(])(?:tel|mailto): ?[\pL\pN+(]\S*`, "this is no link, and is shown as it stands; [the night line](tel:+15550100) is one", ""},
	{"www.", `(?:^|[\s(])www\. \S`, "there is a space in this address", ""},
	{"[", `\[` + address + `[^\[\]\n]*\]`, "these brackets are no link, and are shown as they stand", ""},
	{"^", `\[\^[^\]\n]*\]|\^\[`, "there are no footnotes here", "Write it where it is needed, in brackets or as a sentence of its own."},
	{"**", `(?:^|[^*])(\*{2,3})(?:[^*]|$)`, "these stars make no words strong", strongForm},
	{"****", `\*{4,}`, "these stars are shown as they stand", ""},
	{"＊", `＊[^＊\s]`, "these are no stars of Markdown, but wide ones", strongForm},
	{"__", `(?:^|[^_\pL])(__)[\pL\pN"“][^_\n]*|[\pL\pN.,;:!?"”](__)(?:[^_]|$)`, "these two lines make no words strong", strongForm},
	{"__", `(?:^|[^_])(__) [^_\n]+ __(?:[^_]|$)`, "these two lines stand as they are; **words** are strong", ""},
	{"*", `(?:^|[^*\pL\pN])(\*)[^\s*]|[^\s*](\*)(?:[\s.,;:!?)”]|$)|\s(\*)(?:\n|$)|` + lineStarts + `(\*) [^*\n]+ \*`, "this star is shown as it stands; *words* are emphasised, with no space inside", ""},
	{"_", `(?:^|[\s(\["'“‘*-])(_)[\pL\pN]|[\pL.,;:!?](_)(?:[^_\pL\pN]|$)|` + lineStarts + `(_) [^_\n]+ _`, "this low line is shown as it stands; *words* are emphasised, with no space inside", ""},
	{"#", lineStarts + `(#{2,})[^#]?`, "this is no heading, since no space stands behind its signs, or they are too many", titleForm},
	{"＃", lineStarts + `#*＃`, "these are no headings' signs, but wide ones", titleForm},
	{"#", lineStarts + `#[\pL]`, "this is no heading, since no space stands behind its sign; it is shown as it stands", ""},
	{"~~", `~~\S`, dialect, "Nothing is struck out here: take the words away, or the signs."},
	{"==", `==[^=\s][^=\n]*==`, dialect, "Nothing is marked here. Strong words are written **like this**."},
	{"=", lineStarts + `(?:={2,6} *[^=\s|]|= \pL)`, dialect, titleForm},
	{"++", `(?:^|[\s(])\+\+[^+\s]`, dialect, plainForm},
	{"%%", `%%`, dialect, plainForm},
	{"<<<<", lineStarts + `<{4,}`, "this is a mark of two versions that were put together", "Keep one of the two, and delete the line."},
	{"--", `(?:^|\s)-{2,3}(?:\s|$)|\pL--\pL`, "two hyphens are shown as they stand; a dash – or a full stop reads better", ""},
	{"~", `(?:^|\s)~[^\s~][^~\n]*[^\s~]~(?:$|[\s.,;!?])`, "these signs are shown as they stand; nothing is struck out here", ""},
	{"||", `\|\|[^|\s][^|\n]*\|\|`, dialect, plainForm},
	{"'''", `'''`, dialect, strongForm},
	{"''", `(?:^|\s)''[\pL\pN]`, "two single marks are shown as they stand; *words* are emphasised", ""},
	{"[!", lineStarts + `\[![\pL]+\]`, dialect, "Say it in a paragraph, or in a quotation: > Mind this."},
	{"///", lineStarts + `/{3,} `, dialect, "Say it in a paragraph, or in a quotation: > Mind this."},
	{":::", lineStarts + `:{3,}`, dialect, "Say it in a paragraph, or in a quotation: > Mind this."},
	{"!!!", lineStarts + `!!! [\pL]`, dialect, "Say it in a paragraph, or in a quotation: > Mind this."},
	{"??", lineStarts + `\?\?\?\+? [\pL]`, dialect, "Say it in a paragraph, or in a quotation: > Mind this."},
	{"> ", lineStarts + `[!?]> \S`, dialect, "Say it in a paragraph, or in a quotation: > Mind this."},
	{"{#", `\{#`, "there is an id here that belongs to no heading", "An id stands at the end of a heading's line: ## Heading {#own-pace}"},
	{"{", `\{[.:][^{}\n]*\}|\{(?:[+~=-]{1,2}|>>)[^{}\n]*\}|\{[\pL-]+=[^{}\n]*\}|\{\{|\{%|\{<|\{(?i:noformat|quote|code|panel|toc|info|note)\b[^{}\n]*\}`, "this is a sign of another program", plainForm},
	{"{", `\{[\pL_][\pL\pN_. -]*\}`, "these braces are shown as they stand: nothing is filled in here", ""},
	{"<%", `<%`, "this is a sign of another program", plainForm},
	{"[", lineStarts + `\[(?i:_*toc_*|contents)\]`, dialect, "The program makes the contents. Delete this line."},
	{"toc", lineStarts + `\$\{toc\}`, dialect, "The program makes the contents. Delete this line."},
	{"[", `\[/(?i:b|i|u|s|url|img|quote|list|color|size|center)\]|\[(?i:url|img|quote|color|size)=[^\[\]\n]*\]`, "this is a sign of another program", strongForm},
	{"[", lineStarts + `[-+*]` + boxSigns, "this is no box", boxForm},
	{"[", lineStarts + boxSigns, "this is no box", boxForm},
	{"(", lineStarts + `\([ xX]?\) `, "this is no box", boxForm},
	{"@", `\[@[\pL]|@\[`, dialect, plainForm},
	{":: ", `\pL:: \S`, "these two colons are shown as they stand", ""},
	{": ", `\n: +\S`, dialect, "Write the word and what it means as a list: - Word: what it means."},
	{": ", `^: +\S`, "a colon at the start is shown as it stands", ""},
	{"::", lineStarts + `\.\. [\pL-]+::`, "this is a sign of another program", plainForm},
	{"h1. ", lineStarts + `h1\. \S`, "this is a sign of another program", titleForm},
	{"h2. ", lineStarts + `h2\. \S`, "this is a sign of another program", titleForm},
	{"h3. ", lineStarts + `h3\. \S`, "this is a sign of another program", titleForm},
	{"#+", lineStarts + `#\+[\pL]+`, "this is a sign of another program", plainForm},
	{`\`, lineStarts + `\\[\pL]+(?:\{[^{}\n]*\})*(?:[\n\f]|$)|\\(?:begin|end|textbf|textit|emph|section)\b`, "this is a sign of another program", plainForm},
	{`\`, `\\[\pL]`, "a backslash before a letter is shown as it stands", ""},
	{"$$", `\$\$`, dialect, plainForm},
	{"$", `(?:^|\s)\$[^\s$\d][^\s$]*\$(?:$|[\s.,;])`, "these signs are shown as they stand; nothing is a formula here", ""},
	{"~", `[\pL\pN]~[^\s~]+~`, "these signs are shown as they stand; nothing is set low here", ""},
	{"^", `[\pL)]\^[\pN(]`, "this sign is shown as it stands; nothing is set high here", ""},
	{"^", `\^[^\s^]+\^`, "these signs are shown as they stand; nothing is set high here", ""},
	{":", `(?:^|\s):[a-z0-9_+-]+:(?:$|[\s.,;!?])`, "this name of a picture is shown as it stands", ""},
	{"`", "`", "this mark of code has no other, and is shown as it stands", ""},
	{"<", `</?\pL[^<>]*>`, "this is shown with its brackets", ""},
	{"&", `&(?:#[0-9xX]|(?:nbsp|amp|lt|gt|copy|quot|apos|[mn]dash|hellip|[rl][sd]quo|bull)(?:[^=;\w]|$)|[A-Za-z]{2,}\d*;)`, "this stands for no sign, and is shown as it is written", ""},
	{"# ", lineStarts + `(#{1,6}) \S`, "this is no heading, since spaces stand before it", titleForm},
	{":", likeNote, likeNoteWhat, ""},
	{"<!", `<!`, "this begins like a comment or like HTML", htmlMend},
}

// wrongBox is what an option begins with whose box is none, and tightBox is a box
// with its words right behind it.
var (
	wrongBox = regexp.MustCompile(`^` + boxSigns)
	tightBox = regexp.MustCompile(`^\[[ xX]\]\S`)
)

var compiled sync.Map // of expressions, each made when it is first needed

func expression(form string) *regexp.Regexp {
	known, ok := compiled.Load(form)
	if !ok {
		known, _ = compiled.LoadOrStore(form, regexp.MustCompile(form))
	}
	return known.(*regexp.Regexp)
}

// find says where a sign stands in what is meant; less than zero if it does not.
func (m mark) find(meant []byte) int {
	if !bytes.Contains(meant, []byte(m.has)) {
		return -1
	}
	found := expression(m.form).FindSubmatchIndex(meant)
	if found == nil {
		return -1
	}
	for i := 2; i < len(found); i += 2 {
		if found[i] >= 0 {
			return found[i]
		}
	}
	for at := found[0]; at < len(meant); at++ {
		if meant[at] != '\n' && meant[at] != hardBreak {
			return at
		}
	}
	return found[0]
}

// checkMarks looks at a block for signs that take no effect, and for what was a
// note for the clinician. Of each line the first sign that has to be mended is named.
func (l *loader) checkMarks(src *source.File, block ast.Node) {
	if l.proved || l.Count > source.MaxProblems {
		return
	}
	s := spell(block, src.Text)
	if len(s.shown) == 0 {
		return
	}
	if at := plain.NoteIn(string(s.shown)); at >= 0 {
		l.Report(src, s.at(at), hiddenNote, noteMend)
		return
	}
	_, isHeading := block.(*ast.Heading)
	if !isHeading {
		if l.checkTable(src, s) {
			return
		}
		_, inList := block.Parent().(*ast.ListItem)
		l.checkItems(src, s, inList)
	}
	said := map[int]bool{}
	for _, m := range marks {
		if isHeading && strings.HasPrefix(m.has, "{") {
			continue // read with its id
		}
		at := m.find(s.meant)
		if at < 0 || said[src.Line(s.at(at))] {
			continue
		}
		said[src.Line(s.at(at))] = m.mend != ""
		if space := spaceBeside(s.meant, at); space >= 0 {
			l.reportSpace(src, s.at(space))
		} else {
			l.report(src, s.at(at), m.what, m.mend)
		}
	}
}

const hiddenNote = "this looks like a note for the clinician or a comment, and would be shown to readers"

const noteMend = "It stands alone between empty lines, with two plain hyphens at each end:\n" +
	"<!-- clinician: what to look out for -->\n" +
	"<!-- search: money, cost, pay -->"

// report reports a problem, or gives advice where there is nothing to mend for
// certain.
func (l *loader) report(src *source.File, offset int, what, mend string) {
	if mend != "" {
		l.Report(src, offset, what, mend)
	} else if len(l.advice) < source.MaxProblems {
		l.advice = append(l.advice, source.Advice{Place: src.Place(offset), What: what})
	}
}

// Markdown knows the space of the space bar alone. Beside a sign at a line's
// start any other makes words of the sign, and nobody can see why. In the forms
// the brackets hold such a space.
const (
	oddSpace  = `[` + plain.OddSpaces + `]`
	lineBegin = `^(?: |>|[-+*] |[0-9]{1,9}[.)] )*`
	sign      = `(?:#{1,6}|[-+*])`
)

var (
	oddForms = []*regexp.Regexp{
		regexp.MustCompile(lineBegin + sign + `(` + oddSpace + `)`),
		regexp.MustCompile(lineBegin + `(` + oddSpace + `)[ ` + plain.OddSpaces + `]*(?:#{1,6}|[-+*>]|[0-9]{1,9}[.)]|!?\[)(?:[ ` + plain.OddSpaces + `\[]|$)`),
		regexp.MustCompile(lineBegin + `(` + oddSpace + `)[ ` + plain.OddSpaces + `]*(?:!?\[|<!|#{2,6}|\{)`),
		regexp.MustCompile(lineBegin + `\[(?: |[xX])?(` + oddSpace + `)(?: |[xX])?\]`),
		regexp.MustCompile(lineBegin + `\[[ xX]\](` + oddSpace + `)`),
		regexp.MustCompile(`^#.*\} *(` + oddSpace + `)[ ` + plain.OddSpaces + `]*$`),
		regexp.MustCompile(`^#.*\{[^{}]*(` + oddSpace + `)[^{}]*\} *$`),
	}
	oddNumber = regexp.MustCompile(lineBegin + `[0-9]{1,9}[.)](` + oddSpace + `)`)
)

// checkSpaces names the spaces that keep a sign from being one. Behind a number
// one may be meant, as in a date, but not in two lines that follow each other.
func (l *loader) checkSpaces(src *source.File) bool {
	before, number := l.Count, -1
	for offset := 0; offset < len(src.Text); {
		end := src.LineEnd(offset)
		line := src.Text[offset:end]
		last := number // that a space stood behind in the line above
		number = -1
		if at := oddNumber.FindSubmatchIndex(line); at != nil {
			number = offset + at[2]
			if last >= 0 {
				l.reportSpace(src, last)
			}
		} else if bytes.ContainsFunc(line, isOdd) {
			l.checkSpace(src, offset, line)
		}
		offset = end + 1
	}
	return l.Count == before
}

func isOdd(r rune) bool { return plain.SpaceName(r) != "" }

func (l *loader) checkSpace(src *source.File, offset int, line []byte) {
	for _, form := range oddForms {
		if at := form.FindSubmatchIndex(line); at != nil {
			l.reportSpace(src, offset+at[2])
			return
		}
	}
}

func (l *loader) reportSpace(src *source.File, offset int) {
	r, _ := utf8.DecodeRune(src.Text[offset:])
	l.Report(src, offset, fmt.Sprintf("the space here is no plain one but %s, U+%04X", plain.SpaceName(r), r),
		"Delete it, and press the space bar where a space is needed. Copied text often brings such spaces along.")
}

// spaceBeside says where a space that is none stands beside a sign, or beside
// another like it; less than zero if none does.
func spaceBeside(text []byte, at int) int {
	for i := range text {
		if text[i] != text[at] || !bytes.ContainsRune([]byte("*_]#~="), rune(text[i])) {
			continue
		}
		if r, _ := utf8.DecodeRune(text[i+1:]); isOdd(r) {
			return i + 1
		}
		if r, size := utf8.DecodeLastRune(text[:i]); isOdd(r) {
			return i - size
		}
	}
	return -1
}
