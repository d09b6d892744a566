package page

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

var (
	agreed = walk.Event{Kind: walk.SetAnswer, Subject: "come", Answer: walk.Agree}
	talked = walk.Event{Kind: walk.SetAnswer, Subject: "keep", Answer: walk.TalkFirst}
	signed = walk.Event{Kind: walk.Sign, Subject: "00112233445566aa", Text: "/r/acknowledgement.json"}
	ofForm = walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-102", Parts: walk.AllParts}}
)

// noted is a note at a step.
func noted(at string) walk.Event {
	return walk.Event{Kind: walk.TakeNote, Subject: at, Text: "Ask about the bus"}
}

func TestTheSigningPageShowsWhatIsSigned(t *testing.T) {
	r := open(t, walk.SignatureID, agreed, talked, noted("come"))
	sheet := r.sheet()
	if !sheet.Binding || sheet.Ask != nameID || sheet.State != "not signed yet" {
		t.Errorf("the page: %+v", sheet)
	}
	marks := map[string]Mark{}
	for _, part := range sheet.Body {
		if part.Under != "" {
			marks[part.Text+" "+part.Under] = part.Mark
		}
	}
	if marks["I will come. Your answer: I agree."] != Agreed || marks["I will keep it. Your answer: I want to talk about this first."] != ToTalk || len(marks) != 2 {
		t.Errorf("marked: %v", marks)
	}
	for _, says := range []string{"Nothing is signed until you choose it", "How I can take it back", "the code of this text: 0011223344556677", "never go in", "Ask about the bus", r.Folder} {
		if !strings.Contains(r.text(), says) {
			t.Errorf("not there: %q\n%s", says, r.text())
		}
	}
	if r.item("offer n1").On || !r.does("offer n1").item("offer n1").On || r.does("offer n1").item("offer n1").On {
		t.Error("a note goes in beforehand, or not when it is ticked")
	}
	if strings.Contains(r.text(), "Nothing of this visit") {
		t.Error("it speaks of a trace to one who keeps one")
	}
	if r.Private = true; !strings.Contains(r.sheet().Body[0].Text, "saves a record with your name, in the folder "+r.Folder) {
		t.Errorf("it does not say first that a record stays:\n%s", r.text())
	}
}

// Read, it stands with the choice; heard, with the name, after which a word signs.
func TestBeforeOneSignsItIsSaidWhatGoesAlongAndInWhichFolder(t *testing.T) {
	for _, heard := range []bool{false, true} {
		r := open(t, walk.SignatureID, agreed, talked, noted("come"))
		r.Stays = heard
		at := plain.Either(heard, nameID, signID)
		if help := r.item(at).Help; strings.Contains(help, "own words") || strings.Contains(help, "folder") {
			t.Errorf("beforehand: %q", help)
		}
		help := r.does("offer n1", "folder=/stick").item(at).Help
		for _, says := range []string{"Of your own words these go in: “Ask about the bus”.", "the folder that you typed: /stick."} {
			if !strings.Contains(help, says) {
				t.Errorf("heard %v: %q is not in %q", heard, says, help)
			}
		}
	}
}

func TestTheNameStandsInTheChoiceThatSignsWithIt(t *testing.T) {
	r := open(t, walk.SignatureID, agreed, talked).does("name=Jrge")
	if label := r.item(signID).Label; label != "Sign as Jrge" {
		t.Errorf("it is %q", label)
	}
}

func TestWhoLeavesNoTraceReadsFirstThatNotesGoWhenTheyLeave(t *testing.T) {
	for _, p := range []Page{NewNotes("come"), NewMyPage()} {
		r := open(t, "come", noted("come")).on(p)
		r.Private = true
		body := r.sheet().Body
		if !slices.ContainsFunc(body[:min(2, len(body))], func(part Part) bool { return strings.Contains(part.Text, "gone when you leave") }) {
			t.Errorf("the page begins\n%s", r.text())
		}
	}
}

func TestWhatWasSignedIsNamedBesideThePagesThatStay(t *testing.T) {
	r := open(t, "come", agreed, talked, signed)
	r.Private, r.Paged, r.Pages = true, true, []string{"/p/my-page.html"}
	if said := r.Traces(); strings.Contains(said, "Nothing of this visit") || !strings.Contains(said, "my-page.html") || !strings.HasSuffix(said, "Nothing else of this visit is kept.") {
		t.Errorf("it says %q", said)
	}
}

func TestWhereOneSignsWithoutATraceWhatStaysIsNamed(t *testing.T) {
	for _, page := range []bool{true, false} { // or a record
		r := open(t, walk.SignatureID, agreed, talked)
		if page {
			r.Paged, r.Pages = true, []string{"/p/my-page.html"}
		} else {
			r = open(t, walk.SignatureID, agreed, talked, signed)
		}
		r.Private = true
		r.says(plain.Either(page, "my-page.html", ".txt"), "Signing saves a record", "Nothing else of this visit is kept")
		if strings.Contains(r.text(), "Nothing of this visit") {
			t.Errorf("it says\n%s", r.text())
		}
	}
}

func TestThePromisesWithoutAnAnswerStandBeforeTheNotes(t *testing.T) {
	items := open(t, walk.SignatureID, agreed, noted("come")).sheet().Items
	if items[0].ID != answerID+"keep" || items[1].ID != offerID+"n1" {
		t.Errorf("first there are %s and %s", items[0].ID, items[1].ID)
	}
}

func TestSigningSaysWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []walk.Event
		does   []string
		says   string
		at     string
	}{
		{"an answer", []walk.Event{ofForm, agreed}, []string{"name=Dana", signID}, "Signing waits until each promise has an answer", answerID + "keep"},
		{"a name", []walk.Event{agreed, talked}, []string{signID}, "To sign, type a name or initials here first. You need not sign.", nameID},
		{"a name of nothing", []walk.Event{agreed, talked}, []string{"name= \u202e", signID}, "type a name", nameID},
	} {
		r := open(t, walk.SignatureID, c.events...).does(c.does...)
		if notice := r.sheet().Notice; r.want != nil || !notice.Care || notice.At != c.at || !strings.Contains(notice.Text, c.says) {
			t.Errorf("without %s: %v, %+v", c.name, r.want, notice)
		}
	}
	r := open(t, walk.SignatureID, agreed, talked).does("name=Dana", "folder=elsewhere", "folder= ")
	if usual := r.item(folderID).Text; usual != r.Folder {
		t.Errorf("without another, the folder is %q", usual)
	}
	r.Folder = ""
	if r.does("folder= ", signID); r.want != nil || r.sheet().Notice.At != folderID {
		t.Errorf("without a folder: %v, %+v", r.want, r.sheet().Notice)
	}
}

func TestTheSigningPageSaysWhatHasNoAnswerYetAndLeadsThere(t *testing.T) {
	for _, events := range [][]walk.Event{{agreed}, {ofForm, agreed}} {
		r := open(t, walk.SignatureID, events...)
		if text := r.text(); strings.Contains(text, "Some promises") || !strings.Contains(text, "Without an answer yet") || r.item("answer keep").Label != "I will keep it." || r.has("answer come") {
			t.Errorf("%s\n%s", r.item("answer keep").Label, text)
		}
		if to, ok := r.does("answer keep").want.(Go); !ok || to.To.ID != "keep" {
			t.Errorf("a promise leads to %v", r.want)
		}
		if r.does("name=Dana", signID); r.want != nil || !strings.Contains(r.text(), "Signing waits until each promise has an answer") {
			t.Errorf("signing came to %v\n%s", r.want, r.text())
		}
		if r.does(string(Decline)); !r.goesOn() || !r.Walk.Declined() {
			t.Errorf("not signing came to %v", r.want)
		}
	}
}

func TestSigningAndNotSigning(t *testing.T) {
	r := open(t, walk.SignatureID, agreed, talked).does("name= Dana  B. ")
	if notice := r.sheet().Notice; notice.Care || notice.Text != "Nothing is signed yet. The name you typed is: Dana B." || r.sheet().Ask != "" {
		t.Errorf("said of a name: %+v", notice)
	}
	if r.does(signID); r.want != (Sign{Name: "Dana B.", Folder: r.Folder}) {
		t.Errorf("signing asked for %v", r.want)
	}
	if r.does("folder=/stick", signID); r.want != (Sign{Name: "Dana B.", Folder: "/stick"}) {
		t.Errorf("signing asked for %v", r.want)
	}
	if r.does(string(Decline)); !r.goesOn() || !r.Walk.Declined() || !r.has(string(Decline)) {
		t.Errorf("not signing came to %v", r.want)
	}
	in := open(t, walk.SignatureID, ofForm, agreed, talked).does("name=Dana", signID)
	if !in.goesOn() || in.Walk.Name() != "Dana" || in.has(folderID) {
		t.Errorf("in an intake signing came to %v", in.want)
	}
}

// Somebody else holds the keyboard next: nothing is decided for the client by
// going back.
func TestInAnIntakeWhatWasDecidedStandsUntilItIsTakenBack(t *testing.T) {
	named := walk.Event{Kind: walk.NameTyped, Text: "Dana"}
	stopped := walk.Event{Kind: walk.End, Text: string(walk.EndStopped)}
	for _, c := range []struct {
		name    string
		decided walk.Event
		state   string
		says    string
		outcome walk.Ending
	}{
		{"signed", named, "signed on 1 March 2026", "You signed this on 1 March 2026, with the name Dana.", walk.EndSignedOpen},
		{"not signed", walk.Event{Kind: walk.Decline}, "you chose not to sign", "You chose not to sign.", walk.EndNotSigned},
		{"stopped", stopped, "stopped before the end", "stopped before the end", walk.EndStopped},
	} {
		r := open(t, walk.SignatureID, ofForm, agreed, talked, c.decided)
		if sheet := r.sheet(); sheet.State != c.state || sheet.Ask != "" || !strings.Contains(r.text(), c.says) || strings.Contains(r.text(), "Nothing is signed") {
			t.Errorf("%s: %q\n%s", c.name, sheet.State, r.text())
		}
		if r.has(nameID) || r.has(signID) || r.has(string(Decline)) {
			t.Errorf("%s: it can be decided anew at once", c.name)
		}
		if r.does("name=Ben", signID, string(Decline)); r.Walk.Outcome() != c.outcome || r.want != nil {
			t.Errorf("%s: it became %q", c.name, r.Walk.Outcome())
		}
		if r.does(GoOnID); !r.goesOn() {
			t.Errorf("%s: going on came to %v", c.name, r.want)
		}
		if r.does(changeID); r.Walk.Outcome() != walk.Undecided || !r.has(signID) || !strings.Contains(r.text(), "That is taken back") || strings.Contains(r.text(), "Dana") {
			t.Errorf("%s: taken back it is %q\n%s", c.name, r.Walk.Outcome(), r.text())
		}
	}
}

// Who chose not to sign, and came back to sign, does not choose it again by reading on.
// What came last stands last.
func TestNotSigningAnewStandsBehindWhatWasSigned(t *testing.T) {
	text := open(t, walk.SignatureID, agreed, talked, signed, walk.Event{Kind: walk.Decline}).text()
	if before, _, ok := strings.Cut(text, "You chose not to sign anew"); !ok || !strings.Contains(before, "You signed on 1 March 2026.") {
		t.Error(text)
	}
}

func TestANameThatMayBeAnAnswerIsAskedAbout(t *testing.T) {
	for _, typed := range []string{"yes", "Y", "OK", "7", "d"} {
		r := open(t, walk.SignatureID, agreed, talked).does("name="+typed, "folder=/r", signID)
		if r.want != nil || !strings.Contains(r.text(), "Is “"+typed+"” your name?") {
			t.Errorf("%s: %v\n%s", typed, r.want, r.text())
		}
		if r.does(signID); r.want != (Sign{typed, "/r"}) {
			t.Errorf("%s, once more: %v", typed, r.want)
		}
	}
}

func TestAMemberIsToldWhatWasDecidedAndMayDecideAnew(t *testing.T) {
	for _, c := range []struct {
		events []walk.Event
		state  string
		says   string
	}{
		{[]walk.Event{signed}, "signed on 1 March 2026", "You signed on 1 March 2026."},
		{[]walk.Event{{Kind: walk.Decline}}, "you chose not to sign", "you can still sign whenever you like"},
	} {
		r := open(t, walk.SignatureID, append([]walk.Event{agreed, talked}, c.events...)...)
		if r.sheet().State != c.state || !strings.Contains(r.text(), c.says) || !r.has(signID) || r.does(GoOnID).goesOn() == r.Walk.Declined() {
			t.Errorf("%q, going on came to %v\n%s", r.sheet().State, r.want, r.text())
		}
		if len(c.events[0].Text) > 0 && strings.Contains(r.does("name=Dana").text(), "Nothing is signed") {
			t.Error(r.text())
		}
	}
}

func TestAnAnswerGivenAnewTakesTheSignatureOfAnIntakeBack(t *testing.T) {
	r := open(t, "keep", ofForm, agreed, talked, walk.Event{Kind: walk.NameTyped, Text: "Dana"}).does("agree")
	if !strings.Contains(r.text(), "so the signature is asked for again") || r.Walk.Outcome() != walk.Undecided {
		t.Errorf("%q\n%s", r.Walk.Outcome(), r.text())
	}
}

func TestTheSigningPageSaysWhyItCouldNotBeSaved(t *testing.T) {
	r := open(t, walk.SignatureID, agreed, talked).does("name=Dana")
	for _, c := range []struct {
		err      error
		says, at string
	}{
		{errors.New("the disk is full."), "The computer says: the disk is full.", folderID},
		{record.ErrNoName, "type a name", nameID},
		{walk.ErrOpen, "until each promise has an answer", ""},
	} {
		sheet := r.page.(Outcome).Became(r.State, c.err).Show(r.State)
		if !sheet.Notice.Care || sheet.Notice.At != c.at || !strings.Contains(sheet.Notice.Text, c.says) {
			t.Errorf("%v: %+v", c.err, sheet.Notice)
		}
	}
}

func TestInAnIntakeWhatIsOfferedIsCoveredUntilItIsChosen(t *testing.T) {
	r := open(t, walk.SignatureID, ofForm, noted("come"))
	if strings.Contains(r.text(), "bus") || !strings.Contains(r.does("offer n1").text(), "bus") {
		t.Error(r.text())
	}
}

// What was ticked goes in however it ends, and both pages say so.
func TestWhatIsTickedGoesInAlsoWithoutASignature(t *testing.T) {
	const own = "of the client’s own words"
	events := []walk.Event{ofForm, noted("come")}
	open(t, walk.SignatureID, events...).says("those that you tick here, whether you sign or not")
	stopped := walk.Event{Kind: walk.End, Text: string(walk.EndStopped)}
	if r := open(t, walk.CountersignID, append(events, stopped)...); strings.Contains(r.text(), own) {
		t.Error(r.text())
	}
	ticked := walk.Event{Kind: walk.Include, Subject: "n1", Yes: true}
	r := open(t, walk.CountersignID, append(events, ticked, stopped)...)
	r.says(own)
	if a, err := record.Build(r.Walk, record.Draft{Random: strings.NewReader("12345678"), Now: noon}); err != nil || len(a.Notes) != 1 {
		t.Errorf("the record has the notes %v, %v", a.Notes, err)
	}
}

func TestTheAnswersOfAClientWhoDoesNotSignGoInOnlyWithATickOfTheirs(t *testing.T) {
	const own = offerID + walk.AnswersID
	r := open(t, walk.SignatureID, ofForm, agreed, talked)
	if item := r.item(own); item.On || item.Label != "My answers go into the record, too, if I do not sign" || !strings.Contains(r.text(), "if you do not sign: neither your name nor your answers") {
		t.Errorf("beforehand: %+v\n%s", item, r.text())
	}
	for _, does := range []struct {
		what     string
		does     []string
		goIn     bool
		says     string
		lacks    string
		recorded string
	}{
		{"without", []string{string(Decline)}, false, "Your answers do not go into the record, unless you tick that below.", "your answers with the time", "without the client’s answers"},
		{"with", []string{own, string(Decline)}, true, "as it goes into the record", "without your answers", "with the client’s answers"},
		{"afterwards", []string{string(Decline), own}, true, "as it goes into the record", "without your answers", "with the client’s answers"},
		{"taken back", []string{own, own, string(Decline)}, false, "the promises as they stand above, without your answers", "your answers with the time", "without the client’s answers"},
	} {
		r := open(t, walk.SignatureID, ofForm, agreed, talked).does(does.does...)
		if text := r.text(); r.Walk.AnswersGoIn() != does.goIn || r.item(own).On != does.goIn || !strings.Contains(text, does.says) || strings.Contains(text, does.lacks) {
			t.Errorf("%s: %v\n%s", does.what, r.Walk.AnswersGoIn(), text)
		}
		if r.page = (countersign{}); !strings.Contains(r.text(), does.recorded) {
			t.Errorf("%s: the clinician reads\n%s", does.what, r.text())
		}
	}
	if open(t, walk.SignatureID, agreed, talked).has(own) || open(t, walk.SignatureID, ofForm, agreed, talked, walk.Event{Kind: walk.NameTyped, Text: "Dana"}).has(own) {
		t.Error("it is asked of a member, or of one who signed")
	}
}

func TestTheLastPageSaysWhatWasDecided(t *testing.T) {
	notNow := walk.Event{Kind: walk.Decline}
	for _, c := range []struct {
		name      string
		events    []walk.Event
		says, not string
	}{
		{"signed", []walk.Event{agreed, talked, noted("come"), signed}, "You signed on 1 March 2026.|/r/acknowledgement.txt|What comes next|I will keep it.|Ask about the bus|You can stop here.", "I will come."},
		{"declined", []walk.Event{agreed, noted("come"), notNow}, "No record was made.|Ask about the bus", "You signed|What comes next"},
		{"signed, then declined", []walk.Event{agreed, talked, signed, notNow}, "No new record was made. The one that you signed on 1 March 2026", "No record was made"},
		{"neither", nil, "You have not signed, and you need not.", "No record was made|You would like"},
		{"an intake", []walk.Event{ofForm, noted("come")}, "Your clinician keeps the record.", "bus"},
	} {
		r := open(t, walk.ClosingID, c.events...)
		for _, says := range strings.Split(c.says, "|") {
			if !strings.Contains(r.text(), says) {
				t.Errorf("%s: not there: %q\n%s", c.name, says, r.text())
			}
		}
		for _, not := range strings.Split(c.not, "|") {
			if strings.Contains(r.text(), not) {
				t.Errorf("%s: there: %q\n%s", c.name, not, r.text())
			}
		}
	}
}

func TestTheLastPageLeadsToTheSigningPage(t *testing.T) {
	r := open(t, walk.ClosingID, agreed, talked, signed)
	if move := r.sheet().Moves[0]; move.Meaning != SignAgain || move.Label != "sign again" || move.Listed {
		t.Errorf("offers %v", r.sheet().Moves)
	}
	if to, ok := r.does(string(SignAgain)).want.(Go); !ok || to.To.ID != walk.SignatureID {
		t.Errorf("came to %v", r.want)
	}
	r = open(t, walk.ClosingID, agreed)
	if move := r.sheet().Moves[0]; move.Label != "go to the signing page" {
		t.Errorf("who has not signed is offered %v", move)
	}
	if to, ok := r.does(string(SignPage)).want.(Go); !ok || to.To.ID != walk.SignatureID {
		t.Errorf("with a promise open: %v", r.want)
	}
	if r.does(GoOnID); r.want != nil || !strings.Contains(r.text(), "There are no more pages") {
		t.Errorf("going on came to %v\n%s", r.want, r.text())
	}
	if in := open(t, walk.ClosingID, ofForm); !in.does(GoOnID).goesOn() || len(in.sheet().Moves) > 0 {
		t.Errorf("in an intake: %v", in.want)
	}
}

// A signature stands for what was shown when it was given.
func TestWhatWasChangedSinceOneSignedIsNotCalledSigned(t *testing.T) {
	changed := walk.Event{Kind: walk.SetAnswer, Subject: "keep", Answer: walk.NotNow}
	added := walk.Event{Kind: walk.Include, Subject: "n1", Yes: true}
	for name, since := range map[string]walk.Event{"an answer": changed, "a note": added} {
		r := open(t, walk.ClosingID, agreed, talked, noted("come"), signed, since)
		first := r.sheet().Body[0].Text
		if !strings.Contains(first, "that is not in your record") || !strings.Contains(first, "sign again: r") || strings.Contains(r.text(), "Thank you. You") {
			t.Errorf("%s: the last page:\n%s", name, r.text())
		}
		if says := "In your record: I want to talk about this first. Now: I do not agree to this now."; strings.Contains(r.text(), says) != (name == "an answer") {
			t.Errorf("%s: what the record says:\n%s", name, r.text())
		}
		r = open(t, walk.SignatureID, agreed, talked, noted("come"), signed, since)
		if sheet := r.sheet(); sheet.State != "signed on 1 March 2026, changed since" || !strings.Contains(r.text(), "is not in that record") {
			t.Errorf("%s: the signing page, %s:\n%s", name, sheet.State, r.text())
		}
		if r.does("name=Maria"); r.has(GoOnID) {
			t.Errorf("%s: with a name, one goes on without a signature", name)
		}
	}
	back := open(t, walk.ClosingID, agreed, talked, signed, changed, talked)
	if strings.Contains(back.text(), "not in your record") {
		t.Errorf("what is as it was signed is called changed:\n%s", back.text())
	}
}
