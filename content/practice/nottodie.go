package practice

import "regexp"

// notToDie are words that hardly stand in a promise but in one not to die, or not
// to hurt oneself. What is meant for others too, such as to be safe with each other,
// is none of it.
var notToDie = regexp.MustCompile(`(?i)suicid|overdos|self[- ]?(harm|injur|mutilat|hurt|destruct)|` +
	`\b(kill|hurt|harm|injure|cut|burn|endanger|poison|starve|do anything to|do (any )?violence to|take care not to lose)(ing)? (myself|oneself|ourselves|my (own )?body|my (arms?|skin|wrists?))\b|` +
	`\b(end|take|ending|taking) my (own )?life|\b(stay|remain|be|keep myself) alive\b|\b(keep|stay|remain|hold) (myself )?safe (until|till|between|at home|outside|from myself)|\bkeep myself safe\b|` +
	`(not|never|won.t) (die|jump|(cut|burn)( between| until| again| any ?more| while| during| before|[^\pL]*$))|not take (more|too many|all) [^.]*(pills|tablets|medicine)|` +
	`\bharm(ing)? nobody, (also|including|not even) (me|myself)|no[- ](harm|suicide)\b|act on (any )?(urges?|thoughts?|impulses?)[^.]*(die|hurt|harm|cut|kill|suicid|myself)|` +
	`matarme|\bmorir(me)?\b|quitarme la vida|(acabar|terminar) con (mi vida|todo)|atentar[eé]? contra mi|(hacer|haré|hago|causar|causaré)(me)? (ningún )?daño a mí|hacerme (ningún )?daño|me (haré|hago|causaré|infligiré) (ningún )?daño|` +
	`lastimar(me|é)\b|me lastim|me cortar|cortarme|me quemar|quemarme|herirme|me heriré|autole|autoagre|seguir (con vida|viv[oa])|seguiré (con vida|viv[oa])|sobredosis|` +
	`(mantenerme|mantendré|quedarme|me quedaré|me mantendré|permanecer|permaneceré|seguir|seguiré) (a salvo|con vida|viv[oa])|me haré nada|hacerme nada|me mataré|me suicid`)

// IsNotToDie reports whether a promise reads like one not to die, or not to hurt
// oneself. Whoever writes it is told; nothing keeps them from it.
func IsNotToDie(text string) bool { return notToDie.MatchString(text) }
