package practice

import "regexp"

// notToDie are words that hardly stand in a promise but in one not to die, or not
// to hurt oneself.
var notToDie = regexp.MustCompile(`(?i)suicid|(kill|hurt|harm|injure|cut)(ing)? (myself|oneself)|(end|take) my (own )?life|stay alive|` +
	`matarme|quitarme la vida|acabar con mi vida|hacerme daño|lastimarme|herirme|seguir con vida|autolesi`)

// IsNotToDie reports whether a promise reads like one not to die, or not to hurt
// oneself. Whoever writes it is told; nothing keeps them from it.
func IsNotToDie(text string) bool { return notToDie.MatchString(text) }
