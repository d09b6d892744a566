package practice

import "testing"

func TestPromisesNotToDieAreFound(t *testing.T) {
	for text, want := range map[string]bool{
		"I will not kill myself.":                                    true,
		"I promise to stay alive until the end of the group.":        true,
		"I will not harm myself between sessions.":                   true,
		"I will tell the leader before I think of suicide.":          true,
		"No voy a hacerme daño.":                                     true,
		"Me comprometo a no suicidarme.":                             true,
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
