package lines

import (
	"strings"
	"testing"

	"firstsession/content/walk"
)

// hearOut hears a page to its end.
func hearOut(l *Lines) (said string) {
	for l.rest != "" {
		said += l.Line("")
	}
	return said
}

// What is said of a question that is left for later comes true.
func TestAQuestionThatIsLeftComesBackWhereThatIsSaid(t *testing.T) {
	for _, test := range []struct {
		name  string
		typed []string
		open  bool
	}{
		{"left twice", []string{"later"}, true},
		{"what fits was shown before", []string{"show me"}, false},
	} {
		l, _, _ := newReader(shipped(t), 0)
		at("noor-asks-about-privacy")(t, l)
		hear(l, test.typed...)
		walkOn(l, func() bool { return l.visit.Step().Again && l.visit.Step().ID == "noor-asks-about-privacy" })
		said := hear(l, "later")
		promised := strings.Contains(said, "It stands once more before the promises")
		if open := len(l.visit.Walk.StillOpen()) > 0; open != test.open || promised != open {
			t.Errorf("%s: it is open: %v, and it says\n%s", test.name, open, said)
		}
	}
}

// A question that was asked once is known by what was asked, until its other form is met.
func TestAnOpenQuestionIsNamedAsItWasHeard(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("noor-asks-about-privacy")(t, l)
	asked := l.visit.Walk.Question(l.visit.Step()).Prompt
	hear(l, "later")
	if said := l.Line("my page") + hearOut(l); !strings.Contains(said, asked) {
		t.Errorf("%q is not named\n%s", asked, said)
	}
}

func TestAQuestionHasOneNameWhereverItIsNamed(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	at("noor-asks-about-privacy", "later")(t, l)
	walkOn(l, func() bool { return l.visit.Step().Again && l.visit.Step().ID == "noor-asks-about-privacy" })
	heard := l.Line("again") + hearOut(l)
	l.Line("note for Hugo")
	notes, _ := l.visit.Walk.Notes(), l.Line("later")
	asked := l.visit.Walk.Question(walk.Step{Kind: walk.Question, ID: "noor-asks-about-privacy", Again: true}).Prompt
	said := hear(l, "notes")
	if !strings.Contains(heard, asked) || len(notes) != 1 || !strings.Contains(said, asked) {
		t.Errorf("%q is not what the note belongs to\n%s", asked, said)
	}
	l.Line("back")
	for _, page := range []string{"my page", "chapters"} {
		said := hear(l, page) + hearOut(l)
		if page == "chapters" {
			hear(l, "10")
			walkOn(l, func() bool { return l.visit.Step().Kind == walk.Signature && l.rest == "" })
			said = hear(l, "do not sign") + hearOut(l)
		}
		if !strings.Contains(said, asked) {
			t.Errorf("%q is not named at %s\n%s", asked, page, said)
		}
	}
}

func TestWhoLeavesTheSigningPageIsToldThatNothingNewIsSigned(t *testing.T) {
	l, keeper := signing(t, "en")
	hear(l, "Maja", "sign")
	hearOut(l)
	hear(l, "sign again")
	hearOut(l)
	walkOn(l, func() bool { return l.visit.Step().Kind == walk.Signature && l.rest == "" })
	if said := hear(l, ""); l.visit.Step().Kind != walk.Closing || keeper.records != 1 || !strings.Contains(said, "Nothing new was signed.") {
		t.Errorf("it says\n%s", said)
	}
	hearOut(l)
	hear(l, "sign again")
	hearOut(l)
	walkOn(l, func() bool { return l.visit.Step().Kind == walk.Signature && l.rest == "" })
	hear(l, "do not sign")
	hearOut(l)
	hear(l, "signing page")
	walkOn(l, func() bool { return l.visit.Step().Kind == walk.Signature && l.rest == "" })
	if said := hear(l, "again") + hearOut(l); strings.Contains(strings.ToLower(said), "you chose not to sign.") || strings.Contains(said, "not, you chose not to sign") || !strings.Contains(said, "You chose not to sign anew") {
		t.Errorf("over a record that stands it says\n%s", said)
	}
}

func TestTheShortWayIsCountedByItself(t *testing.T) {
	l, _, _ := newReader(shipped(t), 0)
	hear(l, "short way", "")
	walkOn(l, func() bool { return l.visit.Step().Kind == walk.Signature && l.rest == "" })
	hear(l, "do not sign")
	hearOut(l)
	said := l.Line("chapters") + hearOut(l)
	if !strings.Contains(said, "Short way: 7 of 7 read") || strings.Contains(said, "1. Welcome (done)") || !strings.Contains(said, "Welcome (done as far as the short way goes)") {
		t.Errorf("it says\n%s", said)
	}
	l.Line("all chapters")
	if said := l.Line("again"); strings.Contains(said, "Short way") || !strings.Contains(said, "of 10 chapters read") {
		t.Errorf("it says\n%s", said)
	}
}
