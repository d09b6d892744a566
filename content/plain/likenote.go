package plain

import (
	"regexp"
	"strings"
	"sync"
)

// Words to the clinician that are in no comment at all may be meant for readers;
// most often they are not. They are looked for in what a reader would read, folded
// as for NoteIn, where a line begins, a bracket or a quotation opens, or a
// sentence ended.
const (
	persons = `(?:(?:group|co)[ -]*)?(?:clinicians?|therapists?|leaders?|facilitators?|counsell?ors?|psychologists?|supervisors?|staff|intake worker|moderators?|practitioners?|key[ -]?workers?|care coordinators?|case ?managers?|clinical team|` +
		`clinic[oa]s?|terapeutas?|profesional(?:es)?|facilitador(?:a|es|as)?|lider(?:es)?|coordinador(?:a|es|as)?|psicolog[oa]s?|supervisor(?:a|es|as)?|equipo clinico|equipo tratante|orientador(?:a|es)?|consejer[oa]s?|` + //nolint:misspell // Spanish
		`kliniker(?:in|innen)?|therapeut(?:in|en|innen)?|behandler(?:in|innen)?|(?:gruppen|ko-?)?leit(?:er|erin|ung|ende)|psycholog(?:e|in|en|innen)|berater(?:in|innen)?|moderator(?:in)?|fachpersonal)`
	readers = `(?:clients?|patients?|members?|readers?|participants?|clientes?|pacientes?|miembros?|participantes?|lector(?:es)?|usuari[oa]s?|klient(?:in|en|innen)?|patient(?:in|en|innen)|mitglied(?:er|ern)?|teilnehm(?:er|erin|ern|ende|enden)|leser(?:in|innen|n)?)` //nolint:misspell // Spanish
	notes   = `(?:notes?|tips?|hints?|reminders?|prompts?|memo|talking points?|instructions?|guidance|info|notas?|aviso|recordatorio|consejo|indicaciones?|instrucciones|nb|n\.b\.?|fyi|ojo|hinweise?|notiz(?:en)?|anmerkung(?:en)?|bemerkung(?:en)?|tipps?|erinnerung|anweisung(?:en)?)`
	article = `(?:(?:the|your|our|all|any|el|la|los|las|su|sus|al|del?|der|die|das|den|dem|ihren?|alle)\s+)*`
	opens   = `(?:^|[\n\f(\[«“"<{|]|[.!?:]\s)[\s*_#>"“@;%/~=+^$&•·-]*`
	clock   = `(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.?\s\pL{3,10}\.?\s\d{4}|\pL{3,9}\s\d{1,2},?\s\d{4}),?\s(?:at\s|um\s|a las\s)?\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?`
	ends    = `\s*[*_]*\s*(?::|-|[\])}]|[*_]*\s*$|[*_]*\s*[\n\f])`
)

// likeNote are the forms of a note, for where one may begin: tried at every letter
// they would take most of the time in which a guide is read.
var likeNote = sync.OnceValue(func() *regexp.Regexp {
	return begun(
		opens+persons+`[*_]*\s*:`,
		opens+`(?:clinician|therapist|facilitator|leader|clinic[oa]|terapeuta)\s+-+\s`,
		opens+`(?:(?:for|para)\s+`+article+persons+`['’]?\s+(?:(?:eyes|use)\s+)?only\b|solo\s+`+article+persons+ends+`)`,
		opens+`(?:for|para|a|to|attn|attention|atencion|only|solo para)[.:]?\s+`+article+persons+`(?:\s+(?:only|eyes only|use|solo|solamente|unicamente))?`+ends,
		opens+notes+`\s+(?:for|to|para|a|al|del?)\s+`+article+persons+ends,
		opens+persons+`(?:['’]?s?['’]?)?\s+(?:`+notes+`|only|solo|solamente|eyes only|use only)`+ends,
		opens+`(?:notas?|aviso)\s+(?:clinicas?|internas?|profesional(?:es)?|terapeuticas?)`+ends, //nolint:misspell // Spanish
		opens+`(?:internal|private|confidential|hidden|clinical|process)\s+`+notes+ends,
		opens+`(?:for\s+)?(?:internal use|staff|uso interno|para uso interno)(?:\s+only)?`+ends,
		opens+`(?:not|no|nunca)\s+(?:meant\s+)?(?:for|para|a)\s+`+article+readers+ends,
		opens+`(?:do not|don['’]?t|never|please do not|no|nunca)\s+(?:(?:se )?l[oa]s? )?(?:show|print|read|hand|give|mention|tell|mostrar|muestre|imprimir|lea|leer|entregar|diga|decir|mencione)\b(?:\s+(?:this|it|esto|lo))?(?:\s+(?:out|aloud|en voz alta))?\s+(?:to|al?|a)\s+`+article+readers,
		opens+`(?:ask|invite|remind|explore with|check with|help|praise|pregunte|preguntar|pregunta|invite|recuerde|explore con|recordar)\s+(?:the|your|al?|su|con)\s+(?:(?:el|la|su)\s+)?(?:clients?|patients?|clientes?|pacientes?)\b`, //nolint:misspell // Spanish
		opens+`(?:for|fur|nur fur|an|an alle)\s+`+article+persons+`(?:\s+(?:bestimmt|gedacht))?`+ends,
		opens+notes+`\s+`+persons+`\s*:`,
		opens+notes+`\s+(?:fur|an)\s+`+article+persons+ends,
		opens+`(?:klinische[rs]?|interne[rs]?|vertrauliche[rs]?|fachliche[rs]?)\s+`+notes+ends,
		opens+`(?:nur\s+)?(?:fur den\s+)?(?:internen gebrauch|interner gebrauch|intern)(?:\s+only)?\s*[*_]*\s*(?::|$|[\n\f\])])`,
		opens+`nicht\s+(?:fur|an)\s+`+article+readers+ends,
		opens+`(?:bitte\s+)?(?:fragen sie|erinnern sie|loben sie|ermutigen sie)\s+(?:(?:den|die|ihren?)\s+)(?:klient|patient)(?:in|en|innen)?\b`,
		opens+`(?:bitte\s+)?nicht\s+(?:den|dem|der)\s+`+readers+`\s+(?:zeigen|geben|vorlesen)`,
		opens+`(?:internal|interno|interna)\s*[*_]*\s*:`,
		opens+`(?:note to self|notes to self|nota (?:para|a) mi(?: mism[oa])?|notiz an mich(?: selbst)?|memo to self|reminder to self)\b`,
		opens+`(?:confidential|confidencial|vertraulich|private|privado|internal|interno|intern)\s*[-:,;.]+\s*(?:(?:solo|nur|only)\s+)?(?:for|para|fur)\s+`+article+persons,
		opens+`(?:comment(?:ed)?|comentario|kommentar(?:iert)?|formatted|deleted|inserted)\s*\[\pL{1,4}\s?\d+\]\s*:`,
		opens+`(?:suggestion|comment|edit|query|author|editor|reviewer|sugerencia|comentario|vorschlag|kommentar)s?\s*:[^\]\n]*\]`,
		opens+`(?:[\pL'.-]+\s){1,4}`+clock+`\s*:`,
		opens+readers+`\s+(?:should|must|may|do|does)\s+not\s+(?:see|read)\s+this`,
	)
})

// likeNoteAmid are those that may begin at any word; each ends with a colon.
var likeNoteAmid = sync.OnceValue(func() *regexp.Regexp {
	return forms(
		`\b`+notes+`\s+(?:for|to|para|a)\s+`+article+persons+`\s*:`,
		`\b`+persons+`(?:['’]?s?['’]?)?\s+(?:`+notes+`|only)\s*:`,
	)
})

// begun are forms that match only where a text begins.
func begun(all ...string) *regexp.Regexp {
	return regexp.MustCompile(`(?s)\A(?:` + strings.Join(all, "|") + `)`)
}

// findNote says where in a folded text the first note stands; nil if none does.
func findNote(folded string) []int {
	var amid []int
	if strings.Contains(folded, ":") {
		amid = likeNoteAmid().FindStringIndex(folded)
	}
	for at, r := range folded {
		if amid != nil && at >= amid[0] {
			break
		}
		opened := at == 0 || strings.ContainsRune("\n\f([«“\"<{|", r) || strings.ContainsRune(".!?:", r) && startsIn(folded[at+1:], " \t\n\f\r")
		if !opened || !startsIn(strings.TrimLeft(folded[at:], signsBefore), letters) {
			continue
		}
		if found := likeNote().FindStringIndex(folded[at:]); found != nil {
			return []int{at, at + found[1]}
		}
	}
	return amid
}

// aloneNote is a line that only names the one it is for.
var aloneNote = Late(`(?:^|[\n\f])[\s*_\[({-]*(?:for the )?(?:clinician|clinic[oa])s?[\s*_\])}.-]*(?:$|[\n\f])`)

// LikeNote says where a text reads like a note for the clinician without any sign
// of a comment; -1 if it does not. A name, or a heading, may be a single word.
func LikeNote(text string, isName bool) int {
	folded, origin := noteFold(text)
	found := findNote(folded)
	if found == nil && !isName {
		found = aloneNote().FindStringIndex(folded)
	}
	if found == nil {
		return -1
	}
	at := found[0]
	for at < found[1]-1 && strings.ContainsRune(" \n\f.:!?", rune(folded[at])) {
		at++
	}
	return origin[at]
}

// Before a note's first letter no others stand than these, which opens has.
const (
	signsBefore = "\n\f([«“\"<{|.!?: \t\r*_#>@;%/~=+^$&•·-"
	letters     = "abcdefghijklmnopqrstuvwxyz"
)

// startsIn reports whether a text begins with one of some ASCII characters.
func startsIn(text, chars string) bool { return text != "" && strings.IndexByte(chars, text[0]) >= 0 }
