package intake

import (
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// ForStep is the page of a step that only an intake has; nil if it is none.
// Folder is where the record goes. Lines says that the pages are read line by
// line, where what was written stays in the window.
func ForStep(step walk.Step, folder string, lines bool) Page {
	switch step.Kind {
	case walk.Client:
		return clientPage{folder: folder}
	case walk.Talk:
		return talkPage{}
	case walk.Points:
		return pointsPage{}
	case walk.Countersign:
		return countersignPage{}
	case walk.Copy:
		return copyPage{}
	case walk.Clearing:
		return clearingPage{lines: lines}
	default:
		return nil
	}
}

// clientPage tells the client what the clinician can see, and what is kept.
type clientPage struct{ folder string }

func (p clientPage) Sheet(w walk.Walk) Sheet {
	words := w.Guide().Words.Intake
	sheet := Sheet{Title: words.Title, Turn: words.ForClient}
	sheet.head(words.Client)
	for _, text := range []string{
		words.ClientSees, words.ClientKept, words.ClientNever, words.ClientWhile,
		content.Fill(words.ClientWhere, "folder", p.folder), words.ClientReads, words.ClientSkip, words.ClientAlone,
	} {
		sheet.say(text)
	}
	sheet.add(Item{ID: goOnID, Kind: GoOn, Label: words.GoOn})
	return sheet
}

func (p clientPage) Take(_ walk.Walk, id, _ string) (Page, Deed) { return p, onward(id) }

// onward goes on, if that is what was chosen.
func onward(id string) Deed { return Deed{Next: id == goOnID} }

// talkPage is what the two may want to come back to. Notes and thoughts are
// covered until the client shows them, one by one; a mark can be taken away
// here as well.
type talkPage struct {
	shown    map[string]bool // of notes and thoughts, by id
	unmarked []string        // the keys of pages whose mark was taken away here
}

func (p talkPage) Sheet(w walk.Walk) Sheet {
	words := w.Guide().Words.Intake
	sheet := Sheet{Title: words.Title, Turn: words.ForBoth}
	sheet.head(words.Talk)
	sheet.say(words.TalkLead)
	topics, offers := w.Topics(), record.Offers(w)
	sheet.list(words.TalkTopics, topics)
	p.marked(w, &sheet)
	if len(sheet.Items)+len(topics) == 0 {
		sheet.say(words.TalkNothing)
	}
	for i, offer := range offers {
		item := Item{ID: offer.ID, Kind: Tick, Group: w.Guide().Words.Notes.Title, Label: content.Fill(words.TalkShow, "n", i+1), On: p.shown[offer.ID]}
		if item.On {
			item.Label = strings.ReplaceAll(offer.Text, "\n", "; ")
		}
		if i == 0 {
			item.Help = words.TalkNotes
		}
		sheet.add(item)
	}
	sheet.add(Item{ID: goOnID, Kind: GoOn, Label: words.GoOn})
	return sheet
}

// marked lists the pages that are marked, and those that were until now.
func (p talkPage) marked(w walk.Walk, sheet *Sheet) {
	words := w.Guide().Words.Intake
	for _, key := range p.keys(w) {
		step, _ := w.Find(key)
		item := Item{ID: markID + key, Kind: Tick, Group: words.TalkFlagged, Label: heading(w, step), On: w.IsFlagged(key)}
		if len(sheet.Items) == 0 {
			item.Help = words.TalkUnmark
		}
		sheet.add(item)
	}
}

// keys are those of the pages that are marked, and behind them of those that
// were until now.
func (p talkPage) keys(w walk.Walk) []string {
	var keys []string
	for _, step := range w.Flagged() {
		keys = append(keys, step.Key())
	}
	for _, key := range p.unmarked {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// goOnID is the id of what goes on. No id of a guide has a space in it.
const goOnID = "go on"

// markID stands before the key of a page, so that no note has the same id.
const markID = "mark "

// heading names a step as the reader knows it.
func heading(w walk.Walk, step walk.Step) string {
	for i := range w.Guide().Chapters {
		chapter := &w.Guide().Chapters[i]
		for j := range chapter.Sections {
			section := &chapter.Sections[j]
			asks := slices.ContainsFunc(section.Questions, func(q content.Question) bool { return q.ID == step.ID })
			if asks || section.ID == step.ID {
				return walk.Heading(chapter, section)
			}
		}
	}
	for _, statement := range w.Guide().Commitment.Statements {
		if statement.ID == step.ID {
			return statement.Text
		}
	}
	return w.ChapterTitle(step.Chapter)
}

func (p talkPage) Take(w walk.Walk, id, _ string) (Page, Deed) {
	if id == goOnID {
		return p, onward(id)
	}
	if key, ok := strings.CutPrefix(id, markID); ok {
		if !slices.Contains(p.unmarked, key) {
			p.unmarked = append(slices.Clone(p.unmarked), key)
		}
		return p, Deed{Events: []walk.Event{{Kind: walk.Flag, Subject: key, Yes: !w.IsFlagged(key)}}}
	}
	shown := map[string]bool{id: !p.shown[id]}
	for other, on := range p.shown {
		if other != id {
			shown[other] = on
		}
	}
	p.shown = shown
	return p, Deed{}
}

// pointsPage lists the promises that were not agreed to. Each can be answered
// again.
type pointsPage struct{}

func (p pointsPage) Sheet(w walk.Walk) Sheet {
	words := w.Guide().Words
	sheet := Sheet{Title: words.Intake.Title, Turn: words.Intake.ForBoth}
	sheet.head(words.Intake.Points)
	open := w.OpenPoints()
	if len(open) == 0 {
		sheet.say(words.Intake.PointsNone)
	} else {
		sheet.say(words.Intake.PointsLead)
	}
	for _, statement := range open {
		number := 1 + slices.IndexFunc(w.Guide().Commitment.Statements, func(s content.Statement) bool { return s.ID == statement.ID })
		help := content.Fill(words.Intake.PointAnswer, "answer", answered(words, w.Answer(statement.ID)))
		if statement.Needed {
			help += " " + words.Intake.Needed
		}
		sheet.add(Item{
			ID: statement.ID, Kind: Act, Group: statement.Text, Help: help,
			Label: content.Fill(words.Intake.AnswerAgain, "n", number), Word: content.Fill(words.Intake.AnswerWord, "n", number),
		})
	}
	sheet.add(Item{ID: goOnID, Kind: GoOn, Label: words.Intake.GoOn})
	return sheet
}

// answered is an answer as it is shown, or that there is none.
func answered(words content.Words, answer walk.Answer) string {
	if answer == walk.Unanswered {
		return words.Pledge.Open
	}
	return answer.Words(words.Statement)
}

func (p pointsPage) Take(_ walk.Walk, id, _ string) (Page, Deed) {
	if id == goOnID {
		return p, onward(id)
	}
	return p, Deed{Look: id}
}
