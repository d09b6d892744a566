package content

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"firstsession/content/plain"
	"firstsession/content/source"
)

// MaxOptions is how many options can be chosen by a digit.
const MaxOptions = 9

const questionForm = `

A question has this form:

### What fits best? {#what-fits}

- [ ] A first option

  Why it does not fit, in one paragraph indented by two spaces.

- [x] The option that fits

  Why it fits.

[What to read again](#own-pace)

If nothing is right or wrong, leave out every x and all the feedback.`

// reportForm adds a Problem with a question's form, which is shown with the
// first of them.
func (l *loader) reportForm(src *source.File, offset int, what, mend string) {
	l.Report(src, offset, what, mend+questionForm)
}

// question parses a prompt, an optional scene, a list with boxes, and an
// optional link to what should be read again. Without the link, that is the
// section that the question stands in.
func (l *loader) question(p part, section string) Question {
	l.claim(p.id, AQuestion, p.src, p.offset)
	q := Question{Place: p.place(), ID: p.id, Prompt: p.words, Essential: p.essential, Again: section}
	i := slices.IndexFunc(p.nodes, func(node ast.Node) bool { return node.Kind() == ast.KindList })
	if i < 0 {
		l.reportForm(p.src, p.offset, "this question has no list to choose from",
			"Write each option on a line that starts with - [ ] or, if it is right, - [x].")
		return q
	}
	list, scene := p.nodes[i].(*ast.List), p
	scene.nodes, scene.bodyEnd = p.nodes[:i], p.src.LineStart(list.Pos())
	q.Scene = l.scene(scene)
	before := l.Count
	q.Options = l.options(p.src, list)
	again := l.again(p.src, p.nodes[i+1:])
	refused := func(o Option) bool { return o.Text == "" }
	if l.Count == before && !slices.ContainsFunc(q.Options, refused) { // so all that belongs to the question is in the list
		l.checkOptions(p, list, q.Options)
	}
	if again != nil {
		destination := string(resolve(again.Destination))
		l.linkTo(p.src, again.Pos(), destination, ASection)
		q.Again = strings.TrimPrefix(destination, "#")
	}
	return q
}

// second gives a question of the same section its second scene.
func (l *loader) second(p part, questions []Question, second Question) {
	at := slices.IndexFunc(questions, func(q Question) bool { return q.ID == p.secondOf })
	switch {
	case at < 0:
		l.Report(p.src, p.offset, fmt.Sprintf("there is no question %s above this second scene", p.secondOf),
			"A second scene stands in the same section as its question, and below it. Write the question’s\n"+
				"id after for=, or leave that out: then it is a question of its own.")
	case questions[at].Second != nil:
		l.Report(p.src, p.offset, fmt.Sprintf("%s has a second scene already", p.secondOf),
			"A question comes back with one other scene. Leave one of the two out.")
	case len(second.Options) > 0 && (second.Kind() == Reflection) != (questions[at].Kind() == Reflection),
		questions[at].Kind() == Reflection:
		l.Report(p.src, p.offset, "only a question with an answer that fits has a second scene",
			"What has no right answer does not come back. Mark the options that fit in both with [x],\n"+
				"or leave this second scene out.")
	default:
		questions[at].Second = &second
	}
}

// scene returns the prose between prompt and options.
func (l *loader) scene(p part) string {
	var prose []string
	blocks, _ := l.blocks(p)
	for _, block := range blocks {
		if block.Picture != nil {
			l.Report(p.src, p.offset, "a question cannot have a picture",
				"Put the picture into the section, above the question.")
			continue
		}
		prose = append(prose, block.Prose)
	}
	return strings.Join(prose, "\n\n")
}

func (l *loader) options(src *source.File, list *ast.List) []Option {
	if list.IsOrdered() {
		l.reportForm(src, list.Pos(), "the options are numbered", "Start each option with - and a box; the program gives the numbers.")
		return nil
	}
	var options []Option
	for node := list.FirstChild(); node != nil; node = node.NextSibling() {
		options = append(options, l.option(src, node))
	}
	return options
}

// checkOptions asks that either no option is right and none has feedback, or
// some are right and all have.
func (l *loader) checkOptions(p part, list *ast.List, options []Option) {
	right, feedback := 0, 0
	for _, option := range options {
		if option.Right {
			right++
		}
		if option.Feedback != "" {
			feedback++
		}
	}
	switch {
	case len(options) > MaxOptions:
		l.reportForm(p.src, p.offset, fmt.Sprintf("this question has %d options; %d is the most", len(options), MaxOptions),
			"Leave some out, or make two questions of it.")
	case right == 0 && feedback == 0:
	case right == 0:
		l.reportForm(p.src, p.offset, "no option of this question is marked as right",
			"Put an x into the box of each option that is right: - [x].\n"+
				"If it is a question without right and wrong, delete the feedback.")
	case len(options) == 1:
		l.reportForm(p.src, p.offset, "this question has one option only", "Add an option to choose between.")
	default:
		node := list.FirstChild()
		for _, option := range options {
			if option.Feedback == "" {
				l.reportForm(p.src, node.Pos(), "this option has no feedback",
					"Say in one paragraph below it why it fits or does not, indented by two spaces.")
			}
			node = node.NextSibling()
		}
	}
}

// option parses one item of the list: its box, its text on one line, and
// perhaps one paragraph of feedback.
func (l *loader) option(src *source.File, item ast.Node) Option {
	first := item.FirstChild()
	var box *extast.TaskCheckBox
	if first != nil {
		box, _ = first.FirstChild().(*extast.TaskCheckBox)
	}
	switch {
	case box == nil && first != nil && first.Lines().Len() > 0 && wrongBox().Match(first.Lines().Value(src.Text)):
		return Option{} // said where its brackets stand
	case box == nil:
		l.reportForm(src, item.Pos(), "this option has no box", "Start it with - [ ] or, if it is right, with - [x].")
		return Option{}
	}
	option := Option{Place: src.Place(item.Pos()), Text: Words(first, src.Text, " "), Right: box.IsChecked}
	if tightBox().Match(first.Lines().Value(src.Text)) {
		l.report(src, item.Pos(), "no space stands behind this box, so other programs show it as it stands", "")
	}
	second := first.NextSibling()
	switch {
	case !plain.Seen(option.Text):
		l.reportForm(src, item.Pos(), "this option has no words", "Write the option behind its box.")
	case first.Lines().Len() > 1:
		l.reportForm(src, first.Lines().At(1).Start, "the text of the option runs on in this line",
			"Keep an option on one line. If this is its feedback, put an empty line before it.")
	case second == nil:
	case second.Kind() != ast.KindParagraph && second.Kind() != ast.KindTextBlock:
		l.reportForm(src, second.Pos(), "only a paragraph can be feedback", "Write the feedback as one paragraph of plain words.")
	case second.NextSibling() != nil:
		l.reportForm(src, second.NextSibling().Pos(), "this option has more than one paragraph of feedback",
			"Make one paragraph of it, or move it to the section.")
	default:
		option.Feedback = Words(second, src.Text, " ")
	}
	return option
}

// again returns the link to the section to read again from what stands after
// the list; nil if there is none, or something else.
func (l *loader) again(src *source.File, rest []ast.Node) *ast.Link {
	if len(rest) == 0 {
		return nil
	}
	after, link := rest[0], lone[*ast.Link](rest[0])
	switch {
	case after.Kind() == ast.KindList:
		l.reportForm(src, after.Pos(), "this is a second list in the same question",
			"Keep all options in one list, each line starting with the same - sign.")
		return nil
	case link != nil && len(rest) == 1:
		return link
	case link != nil:
		after = rest[1]
	}
	at := src.LineStart(after.Pos())
	if first, _ := utf8.DecodeRune(bytes.TrimLeft(src.Text[at:], " ")); isOdd(first) {
		l.reportSpace(src, at)
		return nil
	}
	l.reportForm(src, after.Pos(), "this stands after the options of a question",
		"Only a link may stand there. Feedback is indented by two spaces under its option;\n"+
			"what should be read before choosing stands above the options.")
	return nil
}

// formOnce leaves a question's form with the first problem that shows it.
func formOnce(problems source.Problems) source.Problems {
	asked := false
	for i, problem := range problems {
		mend, asks := strings.CutSuffix(problem.Mend, questionForm)
		if asks && asked {
			problems[i].Mend = mend
		}
		asked = asked || asks
	}
	return problems
}
