package page

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// stepsOfIntake are the pages that only an intake has.
var stepsOfIntake = []string{walk.ClientID, walk.TalkID, walk.PointsID, walk.CountersignID, walk.CopyID, walk.ClearingID}

func TestNoLabelOfAnIntakeSaysANumberOfItsOwn(t *testing.T) {
	flag := walk.Event{Kind: walk.Flag, Subject: "pace", Yes: true}
	for _, key := range append(stepsOfIntake, walk.SignatureID) {
		r := open(t, key, ofForm, flag, noted("come"), walk.Event{Kind: walk.SetAnswer, Subject: "come", Answer: walk.Agree})
		if len(r.sheet().Items) == 0 {
			t.Errorf("%s offers nothing", key)
		}
		for i, item := range r.sheet().Items {
			for n := range 10 {
				says := item.Label + " " + item.Word
				if strings.Contains(says, fmt.Sprint(n)) && n != i+1 {
					t.Errorf("%s: item %d is called %q", key, i+1, says)
				}
			}
		}
	}
}

func TestTheTalkTakesMarksAwayAndCoversNotes(t *testing.T) {
	r := open(t, walk.TalkID, ofForm, walk.Event{Kind: walk.Flag, Subject: "pace", Yes: true}, noted("come"))
	if mark := r.item("mark pace"); !mark.On || mark.Label != "Common myths: At your own pace" {
		t.Errorf("marked: %+v", mark)
	}
	if r.does("mark pace"); r.item("mark pace").On || r.Walk.IsFlagged("pace") {
		t.Error("the mark is not taken away, or still said to be there")
	}
	if !r.does("mark pace").item("mark pace").On {
		t.Error("the mark is not set again")
	}
	before := r.page
	if strings.Contains(r.text(), "bus") || !strings.Contains(r.does("n1").text(), "bus") || strings.Contains(r.does("n1").text(), "bus") {
		t.Error("a note is not covered, not shown, or not covered again")
	}
	if strings.Contains(before.Show(r.State).Items[1].Label, "bus") {
		t.Error("a page that was is changed")
	}
	if !r.does(GoOnID).goesOn() {
		t.Error("it does not go on")
	}
}

func TestWhatIsOpenCanBeAnsweredAgain(t *testing.T) {
	r := open(t, walk.PointsID, ofForm, agreed, talked)
	if item := r.item("keep"); item.Group != "I will keep it." || item.Mark != ToTalk || item.Word != "answer 1" || r.has("come") {
		t.Errorf("open: %+v", item)
	}
	if to, ok := r.does("keep").want.(Go); !ok || to.To.ID != "keep" {
		t.Errorf("came to %v", r.want)
	}
}

func TestAnIntakeCanBeEndedEarly(t *testing.T) {
	r := open(t, walk.ClientID, ofForm)
	r.page = NewEnding()
	r.does("stopped")
	if do := r.want.(Do); do.To.ID != walk.CountersignID || r.Walk.Ending() != walk.EndStopped {
		t.Errorf("came to %+v", do)
	}
}

func TestTheClinicianSavesWithOrWithoutAName(t *testing.T) {
	name := walk.Event{Kind: walk.NameTyped, Text: "Dana"}
	r := open(t, walk.CountersignID, ofForm, agreed, talked, name)
	if text := r.text(); !r.sheet().Binding || r.has(GoOnID) || !strings.Contains(text, "signed, with something still open") || !strings.Contains(text, "Nothing is saved yet.") {
		t.Error(text)
	}
	if r.does(signID); r.want != nil || r.sheet().Notice.At != nameID {
		t.Errorf("without a name: %v, %+v", r.want, r.sheet().Notice)
	}
	if r.does("name=Dr. Lind", signID); r.want != (SaveRecord{Countersigner: "Dr. Lind"}) {
		t.Errorf("asked for %v", r.want)
	}
	if r.does("save"); r.want != (SaveRecord{}) {
		t.Errorf("asked for %v", r.want)
	}
	r.apply(signed)
	if !strings.Contains(r.text(), "/r/acknowledgement.json") || !r.does(GoOnID).goesOn() {
		t.Errorf("once it is saved:\n%s", r.text())
	}
	if undecided := open(t, walk.CountersignID, ofForm); !undecided.has("stopped") || undecided.does(signID).want != nil {
		t.Errorf("undecided: %s", undecided.text())
	}
}

func TestTheClientChoosesACopy(t *testing.T) {
	saved := []walk.Event{ofForm, agreed, talked, {Kind: walk.NameTyped, Text: "Dana"}, signed}
	if r := open(t, walk.CopyID, saved...).does("file"); r.want != nil || r.sheet().Notice.At != folderID {
		t.Errorf("without a folder: %v", r.want)
	}
	if r := open(t, walk.CopyID, saved...).does("folder= /stick ", "file"); r.want != (GiveCopy{"/stick"}) {
		t.Errorf("asked for %v", r.want)
	}
	for id, kind := range map[string]string{"page": walk.CopyPage, "none": walk.CopyNone} {
		if r := open(t, walk.CopyID, saved...).does(id); !r.goesOn() || r.Walk.CopyGiven() != kind {
			t.Errorf("%s came to %v", id, r.want)
		}
	}
}

func TestWhatWasNeverAnsweredIsNotAnsweredAgain(t *testing.T) {
	r, offered := open(t, walk.PointsID, ofForm), 0
	for _, item := range r.sheet().Items {
		if item.Kind == Act {
			offered++
			if item.Label != "Answer this one" {
				t.Errorf("a promise without an answer is offered as %q", item.Label)
			}
		}
	}
	if promises := len(r.Guide().Commitment.Statements); offered == 0 || offered != promises {
		t.Errorf("of %d promises %d are offered", promises, offered)
	}
}

func TestClearingIsAskedTwiceAndNotAThirdTime(t *testing.T) {
	r := open(t, walk.ClearingID, ofForm)
	if r.does("clear now"); r.want != nil {
		t.Error("it cleared without being asked")
	}
	if r.does("clear"); r.want != nil || !strings.Contains(r.sheet().Notice.Text, "look once more") || r.sheet().Notice.At != "" {
		t.Errorf("%v, %+v", r.want, r.sheet().Notice)
	}
	if again := *r; again.does(GoOnID).does("clear now").want != nil {
		t.Error("it was cleared after something else")
	}
	if r.does("clear now"); r.want != (ClearIntake{}) || r.sheet().Notice.Text != "" {
		t.Errorf("%v, %+v", r.want, r.sheet().Notice)
	}
	if r.does("keep").want != (PutAway{}) || strings.Contains(r.text(), "close the window") {
		t.Errorf("%v", r.want)
	}
	if r.Stays = true; !strings.Contains(r.text(), "close the window") || strings.Contains(r.text(), "stays on the screen") {
		t.Errorf("it does not say what stays:\n%s", r.text())
	}
}

func TestTheFormBeginsWhenItIsComplete(t *testing.T) {
	r := open(t, walk.ClientID, ofForm)
	r.page = form{}
	if r.does("begin"); r.want != nil || r.sheet().Notice.At != "reference" {
		t.Errorf("empty: %v, %+v", r.want, r.sheet().Notice)
	}
	w := r.Words().Intake
	if said := r.sheet().Notice.Text; !strings.Contains(said, w.NeedParts) || !strings.Contains(said, r.Fill(w.NeedRun, "run", w.Run)) {
		t.Errorf("not all that is missing is said at once: %q", said)
	}
	if r.does("reference= K-7", "begin"); r.want != nil || r.sheet().Notice.At != string(walk.AllParts) {
		t.Errorf("without parts: %v, %+v", r.want, r.sheet().Notice)
	}
	ways := open(t, walk.ClientID, ofForm)
	ways.page = form{}
	if ways.does("reference=K-7", "talk", "begin"); ways.want != nil || ways.sheet().Notice.At != string(walk.Together) {
		t.Errorf("without a way: %v, %+v", ways.want, ways.sheet().Notice)
	}
	r.does("talk")
	if still := *r; still.does("begin").want == nil {
		t.Error("what may stay empty is asked for again")
	}
	r.does("together", "read aloud", "together", "guardian", "by phone", "essentials", "talk", "check 3", "clinician=Lind", "aim=To talk.", "begin")
	begin, ok := r.want.(BeginIntake)
	if got := fmt.Sprint(begin.Form); !ok || got != "{K-7 Lind [read aloud guardian by phone] talk  To talk.     [] []}" {
		t.Errorf("begins with %s", got)
	}
	if !r.item("check 3").On || r.item("together").On || !r.item("talk").On || r.item("essentials").On {
		t.Error("what is ticked or chosen is not shown")
	}
	if r.does("reference=Dana Miller"); !r.sheet().Notice.Care {
		t.Error("a name was taken for a reference")
	}
}

func TestAnIntakeThatWasCutOffIsDeletedWhenThatIsChosenTwice(t *testing.T) {
	r := open(t, "where")
	found := []walk.Unfinished{{ID: "a", Reference: "K-1", Last: noon}, {ID: "b", Reference: "K-2", InUse: true}, {ID: "c", Reference: "K-3", Damage: "torn"}}
	r.page = NewStart(found, "It is deleted.")
	if text := r.text(); !strings.Contains(text, "It is deleted.") || !strings.Contains(text, "K-2 is open in another window") || !strings.Contains(text, "K-3 cannot be read: torn") {
		t.Error(text)
	}
	if r.has("resume b") || r.has("delete b") || r.has("resume c") || !r.has("delete c") {
		t.Errorf("offers %v", r.sheet().Items)
	}
	if r.does("delete a"); r.want != nil || !strings.Contains(r.sheet().Notice.Text, "erase what is kept of K-1") || !strings.Contains(r.item("delete a").Label, "Yes, delete K-1") {
		t.Errorf("%v\n%s", r.want, r.text())
	}
	if r.does("delete c", "delete a"); r.want != nil {
		t.Error("it was deleted after something else")
	}
	if r.does("delete a"); r.want != (DeleteIntake{"a"}) || r.sheet().Notice.Text != "" {
		t.Errorf("%v, %+v", r.want, r.sheet().Notice)
	}
	if r.does("resume a").want != (ResumeIntake{ID: "a"}) {
		t.Errorf("%v", r.want)
	}
	became := func(err error) {
		r.page = r.page.(Outcome).Became(r.State, err)
		r.Asked = plain.Either(plain.IsA[OnceMore](err), "resume a", "")
	}
	r.page = NewStart(found, "")
	r.does("resume a")
	became(fmt.Errorf("go on: %w", OnceMore("Another file.")))
	if r.sheet().Notice.Text == "" || r.does("delete a", "resume a").want != (ResumeIntake{ID: "a"}) {
		t.Errorf("it was gone on with after something else: %+v", r.sheet().Notice)
	}
	became(OnceMore("Another file."))
	if r.does("resume a").want != (ResumeIntake{ID: "a", Sure: true}) {
		t.Errorf("%v", r.want)
	}
	became(errors.New("no"))
	if r.sheet().Notice.Text != "no" || r.does("resume a").want != (ResumeIntake{ID: "a"}) {
		t.Errorf("after a failure it is gone on with unasked: %v", r.want)
	}
	to := func() { r.page = r.want.(BeforeIntake).Page }
	r.does("new")
	to()
	r.does("reference=K-7", string(Back)) // as it was chosen by mistake
	to()
	r.does("resume a").wants(ResumeIntake{ID: "a"})
	r.does("new")
	to()
	if got := r.item("reference").Text; got != "K-7" {
		t.Errorf("the form has lost its reference, which is %q", got)
	}
	if _, ok := NewStart(nil, "").(form); !ok {
		t.Error("where nothing was cut off, the form is not the first page")
	}
}

func TestWhatChangedAfterARecordWasSavedIsNotCalledSaved(t *testing.T) {
	name := walk.Event{Kind: walk.NameTyped, Text: "Maja"}
	saved := []walk.Event{ofForm, agreed, talked, name, signed}
	r := open(t, walk.CountersignID, saved...)
	words := r.Words().Intake
	if text := r.text(); !strings.Contains(text, words.Saved) || strings.Contains(text, words.NotSavedYet) {
		t.Errorf("a saved record is not said:\n%s", text)
	}
	for what, event := range map[string]walk.Event{
		"another answer": {Kind: walk.SetAnswer, Subject: "come", Answer: walk.NotNow},
		"another name":   {Kind: walk.NameTyped, Text: "Other"},
		"a mark":         {Kind: walk.Flag, Subject: "come", Yes: true},
	} {
		changed := open(t, walk.CountersignID, append(saved[:len(saved):len(saved)], event)...)
		if text := changed.text(); strings.Contains(text, words.Saved) || !strings.Contains(text, words.NotSavedYet) {
			t.Errorf("after %s it still says that all is saved:\n%s", what, text)
		}
	}
}

func TestASectionAndItsQuestionThatAreMarkedAreOneOnTheList(t *testing.T) {
	flag := func(key string) walk.Event { return walk.Event{Kind: walk.Flag, Subject: key, Yes: true} }
	both := []walk.Event{ofForm, flag("pace"), flag("where"), {Kind: walk.Decline}}
	r := open(t, walk.CountersignID, both...)
	name := stepName(r.Walk, r.Walk.Flagged()[0])
	if n := strings.Count(r.text(), name); n != 1 {
		t.Errorf("%q is there %d times:\n%s", name, n, r.text())
	}
	r = open(t, walk.TalkID, both...)
	if n := strings.Count(r.text(), name); n != 1 || r.does("mark pace").item("mark pace").On || len(r.Walk.Flagged()) > 0 {
		t.Errorf("%q is there %d times, and left marked are %v", name, n, r.Walk.Flagged())
	}
	if r.does("mark pace"); !r.item("mark pace").On || len(r.Walk.Flagged()) != 1 {
		t.Errorf("marked again are %v", r.Walk.Flagged())
	}
}

// A promise is marked after the page on which the two talk.
func TestAMarkedPromiseIsAmongWhatIsOpen(t *testing.T) {
	marks := walk.Event{Kind: walk.Flag, Subject: "come", Yes: true}
	r := open(t, walk.PointsID, ofForm, agreed, talked, marks)
	if text := r.text(); !strings.Contains(text, "You marked these pages") {
		t.Errorf("it says\n%s", text)
	}
}

// What the form promises to be marked is so on the first page that the client sees.
func TestAGroupWithoutANameInTheClientsLanguageIsMarked(t *testing.T) {
	for lacks, want := range map[string]string{"group_name": "{mark} Friday group, Northside", "site_name": "Friday group, {mark} Northside", "fee": "Friday group, Northside"} {
		r := open(t, walk.ClientID, ofForm)
		r.Guide().Group = content.Group{Name: "Friday group", Site: "Northside", Lacks: content.Lacks{r.Guide().Language: {lacks}}}
		if !strings.Contains(r.text(), "For this group: "+strings.Replace(want, "{mark}", r.Words().Practice.NotInThis, 1)) {
			t.Errorf("without a %s the client reads\n%s", lacks, r.text())
		}
	}
}

// A client who is not at the keyboard is not offered it, and is told how to sign.
func TestAClientByPhoneOrVideoIsToldWhoTypes(t *testing.T) {
	for _, of := range walk.Ways(words.Intake{}, words.Record{}) {
		r := open(t, walk.ClientID, walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-7", Run: []walk.Way{of.Way}, Parts: walk.TalkOnly}})
		w, away := r.Words().Intake, of.Way == walk.ByPhone || of.Way == walk.ByVideo
		if text := r.text(); strings.Contains(text, w.ClientAway) != away || strings.Contains(text, w.ClientAlone) == away {
			t.Errorf("%s: the client reads\n%s", of.Way, text)
		}
	}
}

// The clinician is told of all that they are about to save.
func TestTheCliniciansPartNamesAllThatGoesIntoTheRecord(t *testing.T) {
	r := open(t, walk.CountersignID, ofForm, agreed, talked, walk.Event{Kind: walk.NameTyped, Text: "Dana"})
	r.Guide().PracticeCode = "0123456789ab"
	w := r.Words().Intake
	for _, want := range []string{"with whom, when it began, how and when it ended", "as it was typed: Dana", w.RecordFacts, w.RecordAnswers} {
		if !strings.Contains(r.text(), want) {
			t.Errorf("%q is not in\n%s", want, r.text())
		}
	}
	r = open(t, walk.CountersignID, ofForm, walk.Event{Kind: walk.Decline})
	if text := r.text(); strings.Contains(text, "as it was typed") || !strings.Contains(text, w.RecordWithheld) {
		t.Errorf("of one who did not sign it says\n%s", text)
	}
}

// Who looks a promise up passes the page before the promises by.
func TestWhatThePracticeSaysNowIsShownWhereOneSignsIfItWasNotBefore(t *testing.T) {
	under := *ofForm.Form
	under.Practice = "b"
	for _, read := range [][]walk.Event{nil, {{Kind: walk.Pass, Subject: content.CommitmentID}}} {
		r := open(t, walk.SignatureID, append([]walk.Event{ofForm, {Kind: walk.SetForm, Form: &under}, agreed, talked}, read...)...)
		r.Guide().Facts = []content.Fact{{Label: "Fee", Text: "45 dollars"}}
		if strings.Contains(r.text(), "45 dollars") != (read == nil) {
			t.Errorf("after %v it says\n%s", read, r.text())
		}
	}
}

// What was only begun replaces nothing, and who does not sign replaces a signature.
func TestTheRecordsContentsSayWhosePlaceItTakes(t *testing.T) {
	instead := *ofForm.Form
	instead.Supersedes, instead.Before = "0123", []string{"Ray"}
	begun := walk.Event{Kind: walk.SetForm, Form: &instead}
	w := open(t, walk.ClientID, ofForm).Words().Intake
	for _, c := range []struct {
		page string
		end  walk.Event
		has  []string
		not  string
	}{
		{walk.SignatureID, agreed, []string{w.RecordInstead, "Ray"}, w.RecordBeside},
		{walk.CountersignID, walk.Event{Kind: walk.Decline}, []string{w.RecordInstead, w.RecordTick, "Ray"}, w.RecordBeside},
		{walk.CountersignID, walk.Event{Kind: walk.End, Text: string(walk.EndStopped)}, []string{w.RecordBeside, "Ray"}, w.RecordTick},
	} {
		text := open(t, c.page, begun, c.end).text()
		for _, has := range c.has {
			if !strings.Contains(text, has) || strings.Contains(text, c.not) {
				t.Errorf("after %v it lacks %q, or has %q:\n%s", c.end.Kind, has, c.not, text)
			}
		}
	}
}
