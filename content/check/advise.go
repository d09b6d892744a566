package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/source"
)

// original is a text as it stands in its file, to say on which line a reader's
// words are. Without a text, all of it is at its place.
type original struct {
	place   source.Place // of the text's first line
	text    string
	letters string // of the text, and nothing else; made when first asked for
	lines   []int  // where each line starts in letters
}

// at is an original of which only the place matters.
func at(place source.Place) *original { return &original{place: place} }

// find gives the line on which words begin. Marks and line ends between them
// make no difference. If the words are not found, as those of a reference are
// not, it is the place of the whole.
func (o *original) find(words string) source.Place {
	if o.lines == nil {
		o.read()
	}
	wanted := plain.LettersOf(words)
	// A link's address may stand in the way of more than the first few words.
	for _, length := range []int{len(wanted), 32, 8} {
		if length > len(wanted) || length == 0 {
			continue
		}
		if i := strings.Index(o.letters, wanted[:length]); i >= 0 {
			before, _ := slices.BinarySearch(o.lines, i+1)
			return source.Place{File: o.place.File, Line: o.place.Line + before - 1}
		}
	}
	return o.place
}

func (o *original) read() {
	var letters strings.Builder
	for line := range strings.Lines(o.text) {
		o.lines = append(o.lines, letters.Len())
		letters.WriteString(plain.LettersOf(line))
	}
	o.letters = letters.String()
}

// prose looks at the words of a text, and at its lists.
func (c *checker) prose(from *original, heading string, blocks []content.Block) {
	for _, paragraph := range c.tone(from, heading, blocks) {
		c.sentences(from, paragraph.Text)
	}
	for _, block := range blocks {
		c.lists(from, []byte(block.Prose))
	}
}

// tone looks at nothing but how the words sound. It returns what it looked at.
func (c *checker) tone(from *original, heading string, blocks []content.Block) []content.Paragraph {
	c.exclamations(from, heading)
	for _, block := range blocks {
		if block.Picture != nil {
			c.exclamations(from, block.Picture.Title, block.Picture.Alt)
		}
	}
	all := content.Paragraphs(blocks)
	for _, paragraph := range all {
		c.exclamations(from, paragraph.Text)
	}
	return all
}

func (c *checker) sentences(from *original, text string) {
	for _, sentence := range c.grader.sentenceEnd.Split(text, -1) {
		if words := plain.CountWords(sentence); words > maxSentenceWords {
			c.sayAt(from, sentence, "a sentence of %d words, “%s”; as two sentences it would be easier to follow",
				words, opening(sentence))
		}
	}
}

func (c *checker) exclamations(from *original, texts ...string) {
	for _, text := range texts {
		if hasExclamation(text) {
			c.sayAt(from, text, "an exclamation mark in “%s”; a full stop would sound calmer", opening(text))
		}
	}
}

// hasExclamation reports whether an exclamation mark ends something. One that
// stands alone names a key. French sets a no-break space before it.
func hasExclamation(text string) bool {
	before := ' '
	for _, r := range text {
		if r == '！' || r == '!' && (plain.IsLetterOrDigit(before) || strings.ContainsRune("?)”’»\u00a0\u202f", before)) {
			return true
		}
		before = r
	}
	return false
}

// opening is the first few words of a text, to know it again by.
func opening(text string) string {
	const few = 5
	words := strings.Fields(text)
	if len(words) > few {
		words = append(words[:few], "…")
	}
	return strings.Join(words, " ")
}

// lists counts the items of each list. A list within a list is counted for
// itself.
func (c *checker) lists(from *original, markdown []byte) {
	look := func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if list, ok := node.(*ast.List); ok && entering && list.ChildCount() > maxListItems {
			c.sayAt(from, content.Words(list.FirstChild(), markdown, " "), "this list has %d items; %d at most are easier to keep in mind",
				list.ChildCount(), maxListItems)
		}
		return ast.WalkContinue, nil
	}
	_ = ast.Walk(content.ParseMarkdown(markdown), look) // look never fails
}

func hasList(blocks []content.Block) bool {
	return slices.ContainsFunc(content.Paragraphs(blocks), func(p content.Paragraph) bool { return p.Marker != "" })
}

func (c *checker) question(question content.Question) {
	from := at(question.Place)
	c.sentences(from, question.Prompt)
	c.prose(from, question.Prompt, []content.Block{{Prose: question.Scene}})
	for _, option := range question.Options {
		c.exclamations(at(option.Place), option.Text, option.Feedback)
		if words := plain.CountWords(option.Feedback); words > maxFeedbackWords {
			c.say(option.Place, "the words after this answer are %d; with %d or fewer the reason would stand out more",
				words, maxFeedbackWords)
		}
	}
	if place, ok := longestIsRight(question); ok {
		c.say(place, "the right answer is the longest; as long as another, it would not give itself away")
	}
}

// longestIsRight says where a right option stands, if every right option is
// longer than every other.
func longestIsRight(question content.Question) (source.Place, bool) {
	shortestRight, longestOther := -1, 0
	var place source.Place
	for _, option := range question.Options {
		length := utf8.RuneCountInString(option.Text)
		switch {
		case !option.Right:
			longestOther = max(longestOther, length)
		case shortestRight < 0 || length < shortestRight:
			shortestRight, place = length, option.Place
		}
	}
	return place, shortestRight > longestOther && longestOther > 0
}

// positions says where right answers all stand in the same place, in a chapter
// or, where no chapter has two questions that could show it, in the guide.
func (c *checker) positions(chapters []content.Chapter) {
	var all []content.Question
	said := false
	for _, chapter := range chapters {
		var here []content.Question
		for _, section := range chapter.Sections {
			here = append(here, section.Questions...)
		}
		here = plain.Only(here, func(q content.Question) bool { return q.Kind() == content.ChooseOne })
		said = c.position("chapter", here) || said
		all = append(all, here...)
	}
	if !said {
		c.position("guide", all)
	}
}

// position says of questions with one right answer each if it stands in the same place in
// all of them.
func (c *checker) position(where string, questions []content.Question) bool {
	places := plain.Each(questions, func(q content.Question) int {
		return slices.IndexFunc(q.Options, func(o content.Option) bool { return o.Right }) + 1
	})
	same := len(places) > 1 && len(slices.Compact(places)) == 1
	if same {
		c.say(questions[0].Place, "every right answer in this %s is option %d; with some moved, nobody could go by the place", where, places[0])
	}
	return same
}
