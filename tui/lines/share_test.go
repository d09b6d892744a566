package lines

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/walk"
)

// wholeWalk is heard by somebody who answers all that is asked, each at once
// right or missed and then shown, and signs, by the short way or not: what was
// said, reply for reply.
func wholeWalk(t *testing.T, language string, short, misses bool) []string {
	t.Helper()
	guide := guidetest.Shipped(t, language)
	l, _, greeting := newReader(guide, 0)
	said := []string{greeting}
	types := func(text string) { said = append(said, l.Line(text)) }
	if short {
		types(l.vocab.shown(page.ShortWay))
	}
	types("")
	for range 1000 {
		step, w := l.visit.Step(), l.visit.Walk
		switch {
		case l.rest != "":
			types("")
		case step.Kind == walk.Question && w.Tries(step.Key()).Missed && !w.Tries(step.Key()).Done:
			types(l.vocab.shown(page.ShowMe))
		case step.Kind == walk.Question && !w.Tries(step.Key()).Done:
			var right []string
			for i, option := range w.Question(step).Options {
				if option.Right {
					right = append(right, string(rune('1'+i)))
				} else if misses { // one that fits less, or not all that fit
					right = []string{string(rune('1' + i))}
					break
				}
			}
			if misses {
				right = right[:1]
			}
			types(strings.Join(right, " "))
			if tries := l.visit.Walk.Tries(step.Key()); !tries.Done && !tries.Missed {
				types("")
			}
		case step.Kind == walk.Statement && w.Answer(step.ID) == walk.Unanswered:
			types("1")
			types("1")
		case step.Kind == walk.Signature:
			types("Maja")
			types(plain.Spellings(guide.Words.Command.Sign)[0])
		case step.Kind == walk.Closing:
			return said
		default:
			types("")
		}
	}
	t.Fatalf("the walk does not end; it is at %+v", l.visit.Step())
	return nil
}

// What is heard is the guide: of all words, an eighth at most are prompts, and
// nobody hears more than 200 in one breath.
func TestMostOfWhatIsHeardIsTheGuide(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		words, prompts := 0, 0
		for _, said := range wholeWalk(t, language, false, false) {
			n := len(strings.Fields(said))
			if n > 200 {
				t.Errorf("%s: %d words are said at once:\n%s", language, n, said)
			}
			words, prompts = words+n, prompts+len(strings.Fields(lastLine(said)))
		}
		// The guide says beforehand how long it takes: at 175 words a minute, and
		// some seconds to type each answer.
		guide := guidetest.Shipped(t, language)
		answers := len(guide.Commitment.Statements) + 1
		for range guide.Questions() {
			answers++
		}
		took, told := float64(words)/175+float64(answers)/6, walk.New(guide).Minutes(0, walk.Listening)
		if off := took - float64(told); off < -3 || off > 3 {
			t.Errorf("%s: it takes %.1f minutes, and is told to take %d", language, took, told)
		}
		if share := 100 * float64(prompts) / float64(words); share > 12 {
			t.Errorf("%s: of %d words, %.1f of 100 are prompts", language, words, share)
		}
	}
}

// By the short way one comes from chapter to chapter sooner; whoever misses hears more prompts.
func TestMostOfWhatIsHeardByTheShortWayOrWithEachQuestionMissedIsTheGuideToo(t *testing.T) {
	for _, language := range guidetest.Languages(t) {
		for _, misses := range []bool{false, true} {
			words, prompts := 0, 0
			for _, said := range wholeWalk(t, language, !misses, misses) {
				words, prompts = words+len(strings.Fields(said)), prompts+len(strings.Fields(lastLine(said)))
			}
			if share := 100 * float64(prompts) / float64(words); share > 12 {
				t.Errorf("%s, missed %v: of %d words, %.1f of 100 are prompts", language, misses, words, share)
			}
		}
	}
}

func TestTheReadmeNamesTheMinutesOfTheFirstPage(t *testing.T) {
	_, _, said := newReader(shipped(t), 0)
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	minutes := regexp.MustCompile(`\d+ to \d+ minutes`)
	_, byEar, _ := strings.Cut(string(readme), "By ear, the whole guide takes about ")
	if m := minutes.FindString(byEar); m == "" || !strings.HasPrefix(byEar, m) || !strings.Contains(said, m) {
		t.Errorf("the README says %q, and the first page\n%s", m, said)
	}
}
