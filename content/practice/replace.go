package practice

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/source"
)

// Replacement is what a practice says in the place of a statement or a question
// of the guide, where the guide's own words are not true for its group.
type Replacement struct {
	Text   string // of a statement
	Reason string // of a statement; the guide's own if it is empty
	// Question is what is asked, and Scene what stands above; the guide's own if
	// Question is empty.
	Question string
	Scene    string
	Options  []Option
}

// Option is an answer that can be chosen.
type Option struct {
	Text     string
	Right    bool
	Feedback string
}

const replaceForm = "Write it like this:\n[replace.id-of-a-promise]\ntext = \"I will ...\"\n" +
	"or, for a question:\n[replace.id-of-a-question]\nquestion = \"...\"\n" +
	"[[replace.id-of-a-question.option]]\ntext = \"...\"\nright = true\nfeedback = \"why it fits\""

// set takes what a setting says of it, or of its last option.
func (r *Replacement) set(path []string, value string) {
	texts := map[string]*string{"text": &r.Text, "reason": &r.Reason, "question": &r.Question, "scene": &r.Scene}
	if path[0] == optionPart {
		if len(r.Options) == 0 { // written without its brackets
			r.Options = append(r.Options, Option{})
		}
		option := &r.Options[len(r.Options)-1]
		texts = map[string]*string{"option.text": &option.Text, "option.feedback": &option.Feedback}
		option.Right = option.Right || path[1] == "right" && value == isTrue
	}
	if text := texts[strings.Join(path, ".")]; text != nil {
		*text = value
	}
}

func (r Replacement) cleaned() Replacement {
	r.Text, r.Reason = tidyParagraphs(r.Text), tidyParagraphs(r.Reason)
	r.Question, r.Scene = tidyParagraphs(r.Question), tidyParagraphs(r.Scene)
	for i := range r.Options {
		option := &r.Options[i]
		option.Text, option.Feedback = tidyParagraphs(option.Text), tidyParagraphs(option.Feedback)
	}
	return r
}

func (p Practice) againstReplaced(g *content.Guide, ids map[string]content.IDKind, found *source.Log) {
	for _, id := range slices.Sorted(maps.Keys(p.Replaced)) {
		r, key := p.Replaced[id], replacePart+"."+id
		refuse := func(what, mend string) { found.Add(p.problem(p.at[key], what, mend)) }
		_, question := g.Question(id)
		switch {
		case g.Statement(id) != nil && (r.Question+r.Scene != "" || len(r.Options) > 0):
			refuse(fmt.Sprintf("%s is a promise, and has no question and no options", id), replaceForm)
		case g.Statement(id) != nil && r.Text == "":
			refuse(fmt.Sprintf("%s has no text", id), "Write what a member promises here: text = \"I will ...\"")
		case g.Statement(id) != nil:
		case question == nil:
			refuse(fmt.Sprintf("the guide has no promise and no question with the id %s", id), nearest(ids, id, "a promise or a question of the guide", content.AStatement, content.AQuestion))
		case r.Text+r.Reason != "":
			refuse(fmt.Sprintf("%s is a question, and has no text and no reason of its own", id), replaceForm)
		default:
			if what, mend := r.against(*question); what != "" {
				refuse(id+": "+what, mend)
			}
		}
	}
}

// against is what keeps options from standing in the place of a question's.
func (r Replacement) against(q content.Question) (what, mend string) {
	right, feedback := 0, 0
	for _, option := range r.Options {
		if option.Right {
			right++
		}
		if option.Feedback != "" {
			feedback++
		}
	}
	judged := q.Kind() != content.Reflection
	switch {
	case len(r.Options) == 0 && r.Question+r.Scene == "":
		return "nothing stands here in the question's place", replaceForm
	case len(r.Options) == 0:
		return "", "" // the guide's options stay
	case len(r.Options) == 1:
		return "there is one option only", "Write another to choose between, or delete it: then the guide's options stay."
	case len(r.Options) > content.MaxOptions:
		return fmt.Sprintf("there are %d options, and %d is the most", len(r.Options), content.MaxOptions), "Leave some out."
	case judged && right == 0:
		return "no option is the one that fits", "Write right = true in each option that fits."
	case judged && feedback < len(r.Options):
		return "an option has no feedback", "Say of each option why it fits or does not: feedback = \"...\""
	case !judged && right+feedback > 0:
		return "nothing is right or wrong in this question", "Delete right and feedback."
	}
	return "", ""
}

// addReplaced puts the practice's words in the place of the guide's, and says so
// where they stand.
func (o *overlay) addReplaced() {
	for i := range o.guide.Commitment.Statements {
		statement := &o.guide.Commitment.Statements[i]
		r, ok := o.practice.Replaced[statement.ID]
		if !ok {
			continue
		}
		statement.Text, statement.Foreign = r.Text, o.foreign[replacePart+"."+statement.ID]
		own := content.Block{Prose: o.quoted([]string{escaped(o.words.OwnPromise)})}
		if r.Reason != "" {
			statement.Reason = []content.Block{{Prose: escaped(r.Reason)}}
		}
		statement.Reason = slices.Concat(statement.Reason, []content.Block{own})
	}
	for _, section := range o.guide.Sections() {
		cloned := false
		for i := range section.Questions {
			if r, ok := o.practice.Replaced[section.Questions[i].ID]; ok {
				if !cloned { // the guide's own are shared
					section.Questions, cloned = slices.Clone(section.Questions), true
				}
				o.replace(&section.Questions[i], r)
			}
		}
	}
}

func (o *overlay) replace(q *content.Question, r Replacement) {
	q.Place = o.practice.place(o.practice.at[replacePart+"."+q.ID])
	q.Second = nil // it is about the guide's own words
	if r.Question != "" {
		q.Prompt, q.Scene = r.Question, ""
	}
	if r.Scene != "" {
		q.Scene = escaped(r.Scene)
	}
	q.Scene = strings.TrimSpace(o.quoted([]string{escaped(o.marked(replacePart+"."+q.ID, o.words.OwnQuestion))}) + "\n\n" + q.Scene)
	if len(r.Options) == 0 {
		return
	}
	q.Options = nil
	for _, option := range r.Options {
		q.Options = append(q.Options, content.Option{Place: q.Place, Text: option.Text, Right: option.Right, Feedback: option.Feedback})
	}
}
