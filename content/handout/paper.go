package handout

import (
	"firstsession/content"
	"firstsession/content/plain"
)

// part is a part of the paper. One without a title is a bare group.
type part struct {
	Role   string // what it is for; its class in HTML
	Level  int    // of its heading, 1 to 4
	ID     string // from the guide, or one of ours, which have an underscore: so the two cannot meet
	Number int    // of a chapter; otherwise 0
	Label  string // such as "Chapter 2 of 10"; may be empty
	Title  string
	Body   []piece
}

// piece is one thing in a part. Of its fields one is set, and nothing is
// printed of an empty one. What is printed, and in which order, is said once,
// as pieces; each format has a template that says how each of them looks.
type piece struct {
	content.Block
	Part     *part      // within the other
	Say      string     // plain words that are the handout's, not a chapter's
	OnScreen string     // plain words for a page that can be worked with
	Ticks    *ticks     // options with a box to tick for each
	Reason   *reason    // why members ask something of each other
	Answers  *answers   // all options of a question with their feedback
	Blanks   []blank    // lines to write on
	Refer    *reference // to another part of the guide
	Jump     *jump      // to a question's answers, where a reader can follow it, on a screen
	Contents []part     // of which the list of contents names those of level 2
}

type ticks struct {
	How     string // such as "Choose one."; may be empty
	Options []string
	Form    string // empty for options below each other, or numbered or beside
}

// The forms of ticks: with the number by which an answer speaks of them, and
// beside each other, where there is room.
const (
	numbered = "numbered"
	beside   = "beside"
)

type reason struct {
	Label string
	Body  []content.Block
}

type answers struct {
	Options []content.Option
	Fits    string // said of each that is right
}

// blank is a line to write on, or what stands there if it is known.
type blank struct {
	Label  string
	Lines  int
	Filled string
}

type reference struct{ Words, ID string }

// jump leads to answers, and has them with it for a page that can open them in
// their question's place. On paper they are where Paper says.
type jump struct {
	reference
	Answers []piece
	Paper   string
}

func say(words string) piece { return piece{Say: words} }

func blocks(body []content.Block) []piece {
	return plain.Each(body, func(block content.Block) piece { return piece{Block: block} })
}

// headings are the parts that have a title, in order, for links and anchors.
func headings(body []piece) []part {
	var found []part
	for _, p := range body {
		if p.Part == nil {
			continue
		}
		if p.Part.Title != "" {
			found = append(found, *p.Part)
		}
		found = append(found, headings(p.Part.Body)...)
	}
	return found
}
