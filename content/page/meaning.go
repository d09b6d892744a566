package page

// Meaning is something to do that has a key on a screen and a word in lines. It
// is also its placeholder in the program's texts, which State.Fill fills in:
// {show_me} is "s" on the one and "show me" in the other. Its words stand once
// in words.toml, under its own name.
type Meaning string

// What a page may offer.
const (
	ShowMe       Meaning = "show_me"
	Later        Meaning = "later"
	Rule         Meaning = "rule" // read again, or read the rule
	SignAgain    Meaning = "sign_again"
	BeginPrivate Meaning = "private"
	Decline      Meaning = "do_not_sign" // leads to the act with this id
	Aside        Meaning = "aside"
)

// What works everywhere, as far as the visit allows it.
const (
	GoOnward  Meaning = "go_on"
	Back      Meaning = "back"
	Chapters  Meaning = "chapters"
	Search    Meaning = "search"
	Glossary  Meaning = "glossary"
	Note      Meaning = "note"
	Flag      Meaning = "flag"
	Clinician Meaning = "clinician"
	EndIntake Meaning = "end_intake"
	About     Meaning = "about"
	Keys      Meaning = "more" // all that can be done here
	HelpNow   Meaning = "help"
	Stop      Meaning = "stop"
)

// Move is a Meaning that is offered. The Label says what it does here; without
// one, its own words do. A Listed one stands in the page itself.
type Move struct {
	Meaning Meaning
	Label   string
	Listed  bool
	wants   Want // what it asks for, as of an Item
}

// Meanings are all that there are.
func Meanings() []Meaning {
	return []Meaning{
		ShowMe, Later, Rule, SignAgain, BeginPrivate, Decline, Aside,
		GoOnward, Back, Chapters, Search, Glossary, Note, Flag, Clinician, EndIntake, About, Keys, HelpNow, Stop,
	}
}
