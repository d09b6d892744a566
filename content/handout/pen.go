package handout

import "firstsession/content"

// pen writes the parts of a handout in one format. What is printed, and in
// which order, is said once, in write; each format is a pen.
type pen interface {
	// open begins a part and close ends it. Parts lie in one another.
	open(heading)
	close()

	prose(markdown string)
	picture(content.Picture)
	// say writes plain words that are the handout's, not a chapter's.
	say(words string)
	ticks(ticks)
	// reason writes why members ask something of each other.
	reason(label string, body []content.Block)
	// answers writes all options of a question with their feedback.
	answers(options []content.Option, fits string)
	blanks([]blank)
	// refer points to another part of the guide; jump does so only where a
	// reader can follow it, on a screen.
	refer(words, id string)
	jump(words, id string)
	contents([]heading)
}

// role is what a part is for. It is the part's class in HTML.
type role string

const (
	coverRole      role = "cover"
	helpRole       role = "help"
	contentsRole   role = "contents"
	bodyRole       role = "body"
	chapterRole    role = "chapter"
	sectionRole    role = "section"
	questionRole   role = "question"
	commitmentRole role = "commitment"
	statementRole  role = "statement"
	signingRole    role = "signing"
	cardRole       role = "card"
	answersRole    role = "answers"
	glossaryRole   role = "glossary"
	termRole       role = "term"
	aboutRole      role = "about"
	footRole       role = "foot"
)

// heading begins a part. One without a title is a bare group.
type heading struct {
	role   role
	level  int    // 1 to 4
	id     string // from the guide, or one of ours, which have an underscore
	number int    // of a chapter; otherwise 0
	label  string // such as "Chapter 2 of 10"; may be empty
	title  string
}

// ticks are options with a box to tick for each.
type ticks struct {
	how     string // such as "Choose one."; may be empty
	options []string
	form    form
}

// form is how options stand on the page.
type form int

const (
	listed   form = iota // below each other
	numbered             // and with the number by which an answer speaks of them
	beside               // beside each other, where there is room
)

// blank is a line to write on, or what stands there if it is known.
type blank struct {
	label  string
	lines  int
	filled string
}

// outline is a pen that only notes the headings: for the contents, and to
// know which links lead somewhere in this print.
type outline struct{ headings []heading }

func (o *outline) open(h heading) {
	if h.title != "" {
		o.headings = append(o.headings, h)
	}
}

func (o *outline) close()                           {}
func (o *outline) prose(string)                     {}
func (o *outline) picture(content.Picture)          {}
func (o *outline) say(string)                       {}
func (o *outline) ticks(ticks)                      {}
func (o *outline) reason(string, []content.Block)   {}
func (o *outline) answers([]content.Option, string) {}
func (o *outline) blanks([]blank)                   {}
func (o *outline) refer(string, string)             {}
func (o *outline) jump(string, string)              {}
func (o *outline) contents([]heading)               {}
