package walk

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
)

// forgotten are facts without the words that no longer stand.
func forgotten(facts []Fact) []Fact {
	gone := Gone(facts)
	var left []Fact
	for _, f := range facts {
		if gone[f.Seq] {
			f = WithoutWords(f)
		}
		left = append(left, f)
	}
	return left
}

func TestFactsWithoutErasedWordsLeadToTheSameWalk(t *testing.T) {
	g := shippedGuide(t)
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 1))
		w, facts := New(g), []Fact(nil)
		events := []Event{}
		if seed%2 == 0 {
			events = append(events, setForm(AllParts))
		}
		for len(events) < 300 {
			events = append(events, randomEvent(r, w))
		}
		for _, e := range events {
			after, more, err := w.Apply(at, e)
			if err != nil {
				continue
			}
			w, facts = after, append(facts, more...)
		}
		left := forgotten(facts)
		want, _ := Replay(g, facts)
		got, _ := Replay(g, left)
		if snapshot(got) != snapshot(want) {
			t.Fatalf("seed %d: another walk\n%s\n%s", seed, snapshot(got), snapshot(want))
		}
		if len(Gone(left)) > 0 {
			t.Errorf("seed %d: what is erased is erased once more: %v", seed, Gone(left))
		}
	}
}

func TestWhatIsTakenBackStandsInNoFact(t *testing.T) {
	const secret = "my secret"
	for name, events := range map[string][]Event{
		"a note": {{Kind: TakeNote, Subject: "one", Text: secret}, {Kind: ChangeNote, Subject: "n1"}},
		"a note in all its versions": {
			{Kind: TakeNote, Subject: "one", Text: "first " + secret}, {Kind: ChangeNote, Subject: "n1", Text: secret + " again"},
			{Kind: ChangeNote, Subject: "n1"},
		},
		"an earlier version": {{Kind: TakeNote, Subject: "one", Text: secret}, {Kind: ChangeNote, Subject: "n1", Text: "Ask."}},
		"own words":          {{Kind: Tick, Subject: "mine", Text: secret}, {Kind: Tick, Subject: "mine"}},
		"own words beside a tick": {
			{Kind: Tick, Subject: "mine", Options: []int{1}, Text: secret}, {Kind: Tick, Subject: "mine", Options: []int{1}},
		},
		"an aim": {
			{Kind: SetForm, Form: &Form{Reference: "K-1", Parts: AllParts, Aim: secret}},
			{Kind: SetForm, Form: &Form{Reference: "K-1", Parts: AllParts}},
		},
	} {
		_, facts, err := New(smallGuide()).Apply(at, events...)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range forgotten(facts) {
			if text, err := json.Marshal(f); err != nil || strings.Contains(string(text), secret) {
				t.Errorf("%s: still there: %s, %v", name, text, err)
			}
		}
	}
}
