package content

import "slices"

// Question is something to try after a section. Its options say what kind of
// question it is, so that the two can never disagree.
type Question struct {
	Place   Place
	ID      string
	Prompt  string
	Scene   string // Markdown; may be empty
	Options []Option
	// Again is the id of the section to read again.
	Again string
	// Second is the same question about another scene, for when it comes back;
	// nil if there is none.
	Second *Question
}

// OnceMore is the question as it comes back: about its second scene or, if
// there is none, with its options in another order.
func (q Question) OnceMore() Question {
	if q.Second != nil {
		return *q.Second
	}
	if len(q.Options) > 1 {
		q.Options = slices.Concat(q.Options[1:], q.Options[:1])
	}
	return q
}

// Option is one answer a reader may choose. Texts are plain words.
type Option struct {
	Place    Place
	Text     string
	Right    bool
	Feedback string // empty in a reflection
}

// Kind is the way a question is answered.
type Kind int

// The kinds of question.
const (
	ChooseOne  Kind = iota // one option is right
	ChooseAll              // several options are right
	Reflection             // no option is right or needed; nothing is judged
)

// Kind derives the kind of question from its options.
func (q Question) Kind() Kind {
	kind := Reflection
	for _, option := range q.Options {
		switch {
		case option.Right && kind == Reflection:
			kind = ChooseOne
		case option.Right:
			kind = ChooseAll
		}
	}
	return kind
}
