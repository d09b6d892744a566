package plain

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Digits are all digits of a text, of any script, in their order.
func Digits(text string) string {
	return strings.Map(func(r rune) rune { return Either(unicode.IsDigit(r), r, -1) }, text)
}

var (
	// unseenInNumber is what a page or a PDF puts into a number, and nobody sees.
	unseenInNumber = Late(`([\d+().\-/\x{2010}-\x{2013}])[\x{ad}\x{200b}-\x{200f}\x{2060}\x{fe0f}\x{20e3}\x{feff}]+([\d+().\-/\x{2010}-\x{2013} ]|$)`)
	// anyNumber is a number in the digits of any script.
	anyNumber = Late(`[+＋]?[(（]?\p{Nd}(?:[\x{fe0f}\x{20e3} \x{a0}\x{202f}\x{3000}().（）．/／\-－\x{2010}-\x{2013}−]*\p{Nd}){2,}`)
)

// WholeNumbers takes out of the numbers in a text what is not seen, and gives them the
// digits and signs of a telephone, so that they can be copied and called.
func WholeNumbers(text string) string {
	text = anyNumber().ReplaceAllStringFunc(text, func(number string) string {
		return Typeable(strings.Map(digitAlone, number))
	})
	return unseenInNumber().ReplaceAllString(unseenInNumber().ReplaceAllString(text, "$1$2"), "$1$2")
}

// digitAlone is a digit as Unicode has it beside letters, of those that are drawn in
// another style.
func digitAlone(r rune) rune {
	if plain := []rune(norm.NFKC.String(string(r))); unicode.Is(unicode.Nd, r) && len(plain) == 1 {
		return plain[0]
	}
	return r
}

// The letters that are taken for the digits 0 and 1, and a part of a number with one.
const (
	likeNought = `OoОоΟοՕօ`
	likeDigit  = likeNought + `Il|Іӏ`
	likeOther  = `SB` // for 5 and 8, in a longer number alone that does not begin with them only, as B-12345678 does
)

var (
	misdialled  = Late(`^[\pP+]*(?:[\d` + likeDigit + `][().+/\-\x{2010}-\x{2013}]*){3,}\pP*$`)
	halfDigits  = Late(`^[\pP+]*(?:\d[` + likeNought + `]|[` + likeNought + `]{2,})\pP*$`)
	litres      = Late(`^\pP*\d+l\pP*$`)
	likelyOther = Late(`^[\pP+]*[` + likeOther + `]*\d(?:[\d` + likeOther + `]*[().+/\-\x{2010}-\x{2013}]+)+[\d` + likeOther + `]+\pP*$`)
	// digitsApart are digits, and letters for them, that stand one by one.
	digitsApart = Late(`(?:^|\s)[\d` + likeDigit + `](?: [\d` + likeDigit + `]){4,}(?:\s|$)`)
	// notCalled is a number that stands for when, and shortCalled one of two digits, or
	// with letters behind them, that is called all the same.
	notCalled   = Late(`^(?:24 ?/ ?7|(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\.\d\d(?:\s?[-\x{2013}]\s?\d{1,2}\.\d\d)?|\d{1,2}\s?[-/]\s?\d{1,2})$`)
	shortCalled = Late(`(?i:(?:^|\s)(?:ring|call|dial|phone|tel\.?|llam[eoa]r?|marque|marcar|al|wählen|rufen)\s\d\d\b)|\d\d\p{Lu}{3,}`)
	someDigits  = Late(`^[\pP+]*\d[\d().+/\-\x{2010}-\x{2013}]+\pP*$`)
	// toCall stands before a number however short; afterPlace is one of a door, a code or a
	// name, which nobody calls.
	toCall     = Late(`(?i)^\pP*(?:ring|call|dial|phone|telephone|tel|text|number|llam[eoa]r?|marque|marcar|teléfono|tel[ée]fono|número|al|anrufen|ruf|rufen|wählen|telefon|nummer)\pP*$`)
	afterPlace = Late(`(?i)^\pP*(?:rooms?|rm|floor|suite|unit|door|gate|building|block|ward|bay|flat|apt|apartment|office|code|pin|dr|dra|prof|mr|ms|mrs|sala|cuarto|consultorio|despacho|oficina|piso|puerta|edificio|planta|código|zimmer|raum|haus|station|etage)\pP*$`)
	wordAlone  = Late(`\S+`)
)

// MisdialledWhat says of a text what Misdialled found in it.
const MisdialledWhat = "%q has a letter in its number, or digits that many telephones do not take; write it with 0 to 9"

// leastNumber is how many digits a number by itself has that somebody calls; a shorter
// one stands beside another part of it, or behind a word such as call.
const leastNumber = 4

func onlyLikeDigits(r rune) rune {
	return Either(unicode.IsDigit(r) || strings.ContainsRune(likeDigit, r), r, -1)
}

// noDigit reports whether a character is a letter that nobody takes for a digit.
func noDigit(r rune) bool {
	return unicode.IsLetter(r) && !strings.ContainsRune(likeDigit+likeOther, r)
}

// Misdialled is the first part of a number in which letters stand for digits, such as O
// for 0, which no telephone takes; empty where there is none.
func Misdialled(text string) string {
	if found := strings.TrimSpace(digitsApart().FindString(text)); found != "" && Misdialled(strings.ReplaceAll(found, " ", "")) != "" {
		return found
	}
	words := slices.Concat([]string{""}, wordAlone().FindAllString(Legible(text), -1), []string{""})
	for i, word := range words[1 : len(words)-1] {
		before, after := words[i], words[i+2]
		if !strings.ContainsAny(word, likeDigit+likeOther) || strings.ContainsFunc(word, noDigit) || afterPlace().MatchString(before) {
			continue
		}
		beside := someDigits().MatchString(before) || someDigits().MatchString(after) || toCall().MatchString(before)
		if likelyOther().MatchString(word) && len(Digits(word)) > leastNumber {
			return word
		}
		if short := len([]rune(strings.Map(onlyLikeDigits, word))) < leastNumber; short && !beside {
			continue
		}
		if halfDigits().MatchString(word) && beside || misdialled().MatchString(word) && Digits(word) != "" && (beside || !litres().MatchString(word)) {
			return word
		}
	}
	return ""
}

// OtherDigits is the first number in a text that WholeNumbers writes otherwise, since it
// is in the digits or signs of another script; empty where there is none.
func OtherDigits(text string) string {
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return "" // as of nearly every text
	}
	for _, number := range anyNumber().FindAllString(text, -1) {
		if Typeable(strings.Map(digitAlone, number)) != number {
			return number
		}
	}
	return ""
}

// UnlikeDialled is the first number in a text that is Misdialled, or in digits of
// another script; empty where there is none.
func UnlikeDialled(text string) string { return cmp.Or(OtherDigits(text), Misdialled(text)) }

// Callable reports whether a text names a number that somebody can call, which those of
// a time, a day, a year or a room are not, nor noughts alone, but for Australia's 000.
func Callable(text string) bool {
	text = WholeNumbers(text)
	for _, at := range anyNumber().FindAllStringIndex(text, -1) {
		before := wordAlone().FindAllString(text[:at[0]], -1)
		number := text[at[0]:at[1]]
		isRoom := len(before) > 0 && afterPlace().MatchString(before[len(before)-1])
		if !isRoom && !notCalled().MatchString(number) && (strings.Trim(Digits(number), "0") != "" || len(Digits(number)) < leastNumber) {
			return true
		}
	}
	return shortCalled().MatchString(text)
}
