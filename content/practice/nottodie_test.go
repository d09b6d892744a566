package practice

import (
	"firstsession/content"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestWordsBesideAPromiseAreLookedAtToo(t *testing.T) {
	for text, want := range map[string]bool{
		"You promise not to hurt yourself.":                                  true,
		"We ask you to sign a no-suicide contract.":                          true,
		"I promise not to hurt myself.":                                      true,
		"You promise not to hurt yourself; ring 555-0199":                    true,
		"You agree to stay alive until the last session.":                    true,
		"Usted promete no hacerse daño.":                                     true,
		"If you might hurt yourself, ring 112 now.":                          false,
		"If you think of suicide, tell the leader, or ring 024.":             false,
		"Nobody has to promise not to hurt themselves.":                      false,
		"We do not ask for a no-suicide contract.":                           false,
		"What we agree here is ours. Thoughts of suicide can be spoken of.":  false,
		"Members stay until the end of the session, as they have promised.":  false,
		"Si piensa en el suicidio, llame al 024.":                            false,
		"A promise that is too hard can be talked over first; nobody signs.": false,
	} {
		if got := AsksNotToDie(text); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

func TestPromisesNotToDieAreFoundInAllTextsAndInAGuide(t *testing.T) {
	p, err := Parse("p.toml", []byte(`leaving = "Leave when you like."
not_agreed = "We ask you to sign a no-suicide contract."
[notes]
attendance = "I promise not to hurt myself."
[[statement]]
id = "mine"
text = "I will be kind."
reason = "You promise not to hurt yourself."
[crisis]
text = "If you think of suicide, ring 112."
`))
	if err != nil {
		t.Fatal(err)
	}
	var lines []int
	for _, advice := range p.NotToDie() {
		lines = append(lines, advice.Place.Line)
	}
	if !slices.Equal(lines, []int{2, 4, 8}) {
		t.Errorf("found in lines %v", lines)
	}
	g := &content.Guide{Commitment: content.Commitment{Statements: []content.Statement{
		{Text: "I will not hurt myself."}, {Text: "I will come on time."},
		{Text: "I will be open.", Reason: []content.Block{{Prose: "You promise not to hurt yourself."}}},
	}}}
	if all := NotToDieIn(g); len(all) != 2 {
		t.Errorf("%v", all)
	}
}

func TestPromisesNotToDieAreFound(t *testing.T) {
	data, err := os.ReadFile("testdata/nottodie.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		line, err := strconv.Unquote(`"` + strings.TrimSuffix(line, "\n") + `"`)
		if err != nil {
			t.Fatal(err)
		}
		if line[0] != '#' && IsNotToDie(line[1:]) != (line[0] == '+') {
			t.Errorf("%s: %t", line, line[0] != '+')
		}
	}
}
