package content

import (
	"strings"
	"unicode/utf8"
)

// original is a text as it stands in its file, to say on which line a reader's
// words are. Without a text, all of it is at its place.
type original struct {
	place   Place // of the text's first line
	text    string
	letters string // of the text, and nothing else; made when first asked for
	lines   []int  // of each byte of letters
}

// at is an original of which only the place matters.
func at(place Place) *original {
	return &original{place: place}
}

// wholeFile is the original of a chapter, of which the title's place is known,
// but which may begin before it.
func wholeFile(title Place, text string) *original {
	before, _, found := strings.Cut("\n"+text, "\n# ")
	if !found {
		return at(title)
	}
	title.Line -= strings.Count(before, "\n")
	return &original{place: title, text: text}
}

// find gives the line on which words begin. Marks and line ends between them
// make no difference. If the words are not found, as those of a reference are
// not, it is the place of the whole.
func (o *original) find(words string) Place {
	if o.lines == nil {
		o.read()
	}
	wanted := lettersOf(words)
	// A link's address may stand in the way of more than the first few words.
	for _, length := range []int{len(wanted), 32, 8} {
		if length > len(wanted) || length == 0 {
			continue
		}
		if i := strings.Index(o.letters, wanted[:length]); i >= 0 {
			return Place{o.place.File, o.lines[i]}
		}
	}
	return o.place
}

func (o *original) read() {
	o.letters = lettersOf(o.text)
	o.lines = make([]int, 0, len(o.letters))
	line := o.place.Line
	for _, r := range o.text {
		switch {
		case r == '\n':
			line++
		case isLetterOrDigit(r):
			for range utf8.RuneLen(r) {
				o.lines = append(o.lines, line)
			}
		}
	}
}

func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if isLetterOrDigit(r) {
			return r
		}
		return -1
	}, text)
}

// prose looks at the words of a text, and at its lists.
func (c *checker) prose(from *original, blocks []Block) {
	for _, block := range blocks {
		if block.Picture != nil {
			c.exclamations(from, block.Picture.Title, block.Picture.Alt)
			continue
		}
		paragraphs := Plain(block.Prose)
		for _, paragraph := range paragraphs {
			c.exclamations(from, paragraph.Text)
			c.sentences(from, paragraph.Text)
		}
		c.lists(from, paragraphs)
	}
}

// tone looks at nothing but how the words sound.
func (c *checker) tone(place Place, heading string, blocks []Block) {
	from := at(place)
	c.exclamations(from, heading)
	for _, block := range blocks {
		if block.Picture != nil {
			c.exclamations(from, block.Picture.Title, block.Picture.Alt)
		}
		for _, paragraph := range Plain(block.Prose) {
			c.exclamations(from, paragraph.Text)
		}
	}
}

func (c *checker) sentences(from *original, text string) {
	for _, sentence := range c.grader.sentences(text) {
		if words := countWords(sentence); words > maxSentenceWords {
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

// hasExclamation says whether an exclamation mark ends something. One that
// stands alone names a key. French sets a no-break space before it.
func hasExclamation(text string) bool {
	before := ' '
	for _, r := range text {
		if r == '！' || r == '!' && (isLetterOrDigit(before) || strings.ContainsRune("?)”’»\u00a0\u202f", before)) {
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
	if len(words) <= few {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:few], " ") + " …"
}

// lists counts the items of each list. A list within a list is counted for
// itself.
func (c *checker) lists(from *original, paragraphs []Paragraph) {
	type list struct {
		first string
		items int
	}
	var open []list // one for each depth
	end := func(depth int) {
		for len(open) > depth {
			last := open[len(open)-1]
			open = open[:len(open)-1]
			if last.items > maxListItems {
				c.sayAt(from, last.first, "this list has %d items; %d at most are easier to keep in mind",
					last.items, maxListItems)
			}
		}
	}
	for _, paragraph := range paragraphs {
		end(paragraph.Depth)
		for len(open) < paragraph.Depth {
			open = append(open, list{first: paragraph.Text})
		}
		if paragraph.Marker != "" && len(open) > 0 {
			open[len(open)-1].items++
		}
	}
	end(0)
}

func hasList(blocks []Block) bool {
	for _, block := range blocks {
		for _, paragraph := range Plain(block.Prose) {
			if paragraph.Marker != "" {
				return true
			}
		}
	}
	return false
}

func (c *checker) question(question Question) {
	from := at(question.Place)
	c.exclamations(from, question.Prompt)
	c.sentences(from, question.Prompt)
	c.prose(from, []Block{{Prose: question.Scene}})
	for _, option := range question.Options {
		c.exclamations(at(option.Place), option.Text, option.Feedback)
		if words := countWords(option.Feedback); words > maxFeedbackWords {
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
func longestIsRight(question Question) (Place, bool) {
	shortestRight, longestOther := -1, 0
	var place Place
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
func (c *checker) positions(chapters []Chapter) {
	const advice = "every right answer in this %s is option %d; with some moved, nobody could go by the place"
	var all []answerPlace
	said := false
	for _, chapter := range chapters {
		var right []answerPlace
		for _, section := range chapter.Sections {
			for _, question := range section.Questions {
				if question.Kind() == ChooseOne {
					right = append(right, answerPlace{question.Place, rightPosition(question)})
				}
			}
		}
		if samePosition(right) {
			c.say(right[0].Place, advice, "chapter", right[0].position)
			said = true
		}
		all = append(all, right...)
	}
	if !said && samePosition(all) {
		c.say(all[0].Place, advice, "guide", all[0].position)
	}
}

// answerPlace is where a question's only right option stands among its options.
type answerPlace struct {
	Place
	position int // counted from 1
}

func rightPosition(question Question) int {
	for i, option := range question.Options {
		if option.Right {
			return i + 1
		}
	}
	return 0
}

func samePosition(right []answerPlace) bool {
	for _, r := range right {
		if r.position != right[0].position {
			return false
		}
	}
	return len(right) > 1
}
