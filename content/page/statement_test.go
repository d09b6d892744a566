package page

import (
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/walk"
)

func TestAStatementHasThreeAnswersOfEqualWeight(t *testing.T) {
	r := open(t, "come")
	var words []string
	for _, item := range r.sheet().Items {
		if item.Kind != Act || item.Mark != NoMark || strings.Contains(item.Label, "your answer") {
			t.Errorf("chosen beforehand: %+v", item)
		}
		words = append(words, item.Word)
	}
	if got := strings.Join(words, ", "); got != "agree, talk first, not now" {
		t.Errorf("answered with: %s", got)
	}
	sheet, text := r.sheet(), r.text()
	if !sheet.Binding || sheet.Ask != "" || sheet.Place != "Promise 1 of 2" || sheet.State != "not answered yet" {
		t.Errorf("the page: %+v", sheet)
	}
	for _, says := range []string{"I will come.", "Why: It helps.", "Nothing is decided until you sign", "Your group may ask for some promises"} {
		if !strings.Contains(text, says) {
			t.Errorf("not there: %q\n%s", says, text)
		}
	}
}

func TestAnAnswerIsSetAndStays(t *testing.T) {
	for id, mark := range map[string]Mark{"agree": Agreed, "talk first": ToTalk, "not now": NotAgreed} {
		r := open(t, "come").does(id)
		item := r.item(id)
		if item.Mark != mark || !strings.HasSuffix(item.Label, "(your answer)") || r.goesOn() || string(r.Walk.Answer("come")) != id {
			t.Errorf("%s came to %v and %+v", id, r.want, item)
		}
		if notice := r.sheet().Notice.Text; !strings.Contains(notice, "This is your answer for now") || strings.Contains(notice, "{") {
			t.Errorf("%s: said: %q", id, notice)
		}
		if !strings.HasPrefix(r.sheet().State, "answered: ") || !r.does(GoOnID).goesOn() {
			t.Errorf("%s: %q, going on came to %v", id, r.sheet().State, r.want)
		}
	}
}

// What holds for all promises is heard with the first one; a page to be seen has it
// each time.
func TestWhatHoldsForAllPromisesIsHeardOnce(t *testing.T) {
	for id, heard := range map[string]bool{"come": true, "keep": false} {
		r := open(t, id)
		for _, r.Stays = range []bool{false, true} {
			if says := strings.Contains(r.text(), "Nothing is decided until you sign"); says != (heard || !r.Stays) {
				t.Errorf("%s, by ear %v: %s", id, r.Stays, r.text())
			}
		}
	}
}

func TestAnAnswerThatWasNotTakenIsNotCalledSet(t *testing.T) {
	r := open(t, "come")
	p, _ := r.page.Answer(r.State, Answer{ID: "agree"})
	r.page = p.(Outcome).Became(r.State, walk.ErrNoIntake)
	if text := r.text(); !strings.Contains(text, "nothing has changed") || strings.Contains(text, "your answer for now") {
		t.Error(text)
	}
}

func TestAStatementCanBeLeftOrItsRuleRead(t *testing.T) {
	if r := open(t, "come").does(string(Later)); !r.goesOn() || r.Walk.Answer("come") != walk.Unanswered {
		t.Errorf("later came to %v", r.want)
	}
	r := open(t, "come").does(GoOnID)
	if text := r.text(); r.want != nil || r.has(GoOnID) || !strings.Contains(text, "Choose one of the three answers first") {
		t.Errorf("going on came to %v\n%s", r.want, text)
	}
	only := open(t, "keep", walk.Event{Kind: walk.SetAnswer, Subject: "come", Answer: walk.Agree}).does(string(Later))
	if !only.goesOn() {
		t.Errorf("the only open one: %v\n%s", only.want, only.text())
	}
	if _, ok := r.does(string(Rule)).want.(OnTop); !ok || open(t, "keep").has(string(Rule)) {
		t.Error("the rule is not read, or there where there is none")
	}
}

func TestAStatementWhoseWordsChangedSaysSo(t *testing.T) {
	_, facts, err := open(t, "come").Walk.Apply(noon, walk.Event{Kind: walk.SetAnswer, Subject: "come", Answer: walk.Agree})
	if err != nil {
		t.Fatal(err)
	}
	guide := askingGuide(t)
	guide.Commitment.Statements[0] = content.Statement{ID: "come", Text: "I will come each time."}
	r := open(t, "come")
	r.Walk, _ = walk.Replay(guide, facts)
	if notice := r.sheet().Notice; !notice.Care || !strings.Contains(notice.Text, "asked again") {
		t.Errorf("said: %+v", notice)
	}
	if text := r.does("agree").text(); strings.Contains(text, "asked again") {
		t.Error(text)
	}
}

func TestAnAnswerInThePlaceOfAnotherIsSaidSo(t *testing.T) {
	r := open(t, "come").does(string(walk.NotNow), string(walk.Agree))
	if says := "Your answer was: I do not agree to this now. Now it is: I agree."; !strings.Contains(r.text(), says) {
		t.Errorf("it does not say that the answer changed:\n%s", r.text())
	}
}
