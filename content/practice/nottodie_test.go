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
	for text, want := range map[string]bool{
		"I will not kill myself.":                                    true,
		"I promise to stay alive until the end of the group.":        true,
		"I will not harm myself between sessions.":                   true,
		"I will tell the leader before I think of suicide.":          true,
		"No voy a hacerme daño.":                                     true,
		"Me comprometo a no suicidarme.":                             true,
		"I will not take an overdose.":                               true,
		"I will not overdose.":                                       true,
		"I will not cut between sessions.":                           true,
		"I will not do anything to myself.":                          true,
		"I promise to keep myself safe.":                             true,
		"I will stay safe until the next session.":                   true,
		"I will not self-harm while I am in the group.":              true,
		"I will not take more tablets than I should.":                true,
		"I will not burn my arms.":                                   true,
		"I will not act on urges to hurt anyone, or myself.":         true,
		"I agree to a no-suicide contract.":                          true,
		"I will not end it or take my own life.":                     true,
		"I will remain alive while I am a member.":                   true,
		"No me haré daño.":                                           true,
		"No me cortaré entre sesiones.":                              true,
		"Prometo seguir viva hasta la próxima sesión.":               true,
		"Me comprometo a mantenerme a salvo.":                        true,
		"No tomaré una sobredosis.":                                  true,
		"No haré nada para quitarme la vida.":                        true,
		"No me haré nada.":                                           true,
		"No atentaré contra mi vida.":                                true,
		"No me autolesionaré.":                                       true,
		"No me lastimaré.":                                           true,
		"I will not cut others short.":                               false,
		"I will not cut a member off while they speak.":              false,
		"I will take my medicine as directed.":                       false,
		"I will be on time, and stay until the end.":                 false,
		"I keep safe what others say.":                               false,
		"I will stay safe with my words: no threats.":                false,
		"I will say so if I think of leaving.":                       false,
		"I will call the emergency number if my life is at risk.":    false,
		"No haré daño a nadie del grupo.":                            false,
		"Seguiré viniendo hasta el final.":                           false,
		"I will help to keep the group safe: no threats.":            false,
		"I will not hurt anyone.":                                    false,
		"I will keep private who the members are, except in danger.": false,
		"Ayudaré a que el grupo sea seguro: sin amenazas.":           false,
		"I will come without alcohol, and cut my nails.":             false,
	} {
		if got := IsNotToDie(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}
