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
	persons = `(?:(?:group|co)[ -]*)?(?:clinicians?|therapists?|leaders?|facilitators?|counsell?ors?|psychologists?|supervisors?|staff|intake worker|` +
		`clinic[oa]s?|terapeutas?|profesional(?:es)?|facilitador(?:a|es|as)?|lider(?:es)?|coordinador(?:a|es|as)?|psicolog[oa]s?|supervisor(?:a|es|as)?|equipo clinico)` //nolint:misspell // Spanish
	readers = `(?:clients?|patients?|members?|readers?|participants?|clientes?|pacientes?|miembros?|participantes?|lector(?:es)?|usuari[oa]s?)` //nolint:misspell // Spanish
	notes   = `(?:notes?|tips?|hints?|reminders?|prompts?|memo|talking points?|instructions?|guidance|info|notas?|aviso|recordatorio|consejo|indicaciones?|instrucciones)`
	article = `(?:(?:the|your|our|all|any|el|la|los|las|su|sus|al|del?)\s+)*`
	opens   = `(?:^|[\n\f(\[«“"<{|]|[.!?:]\s)[\s*_#>"“@-]*`
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
	signsBefore = "\n\f([«“\"<{|.!?: \t\r*_#>@-"
	letters     = "abcdefghijklmnopqrstuvwxyz"
)

// startsIn reports whether a text begins with one of some ASCII characters.
func startsIn(text, chars string) bool { return text != "" && strings.IndexByte(chars, text[0]) >= 0 }
