package page

import (
	"testing"
)

func TestEveryMeaningHasItsWordsInTheListOfWhatCanBeDone(t *testing.T) {
	r := shipped(t)
	for _, m := range Meanings() {
		does := ""
		for _, group := range moveGroups(r.Words()) {
			does += group.does[m]
		}
		if does == "" {
			t.Errorf("%s has no words", m)
		}
		if r.on(NewKeys([]Move{{Meaning: m, Label: "these words"}}, nil)); m != GoOnward {
			r.says("these words")
		}
	}
}
