package page

import (
	"cmp"
	"maps"
	"slices"

	"firstsession/content/plain"
	"firstsession/content/words"
)

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
	SignPage     Meaning = "sign_page" // for who has not signed
	BeginPrivate Meaning = "private"
	Decline      Meaning = "do_not_sign" // leads to the act with this id
	Aside        Meaning = "aside"
	ShortWay     Meaning = "short_way" // through what the guide marks as essential
	WholeWay     Meaning = "whole_way" // back from it
)

// What works everywhere, as far as the visit allows it.
const (
	GoOnward  Meaning = "go_on"
	Back      Meaning = "back"
	Chapters  Meaning = "chapters"
	Search    Meaning = "search"
	Glossary  Meaning = "glossary"
	Note      Meaning = "note"
	MyPage    Meaning = "my_page"
	NoTrace   Meaning = "no_trace" // for who has begun with one
	Flag      Meaning = "flag"
	Clinician Meaning = "clinician"
	EndIntake Meaning = "end_intake"
	About     Meaning = "about"
	Keys      Meaning = "more" // all that can be done here
	HelpNow   Meaning = "help"
	Stop      Meaning = "stop"
)

// Languages lead to the other languages of a guide, in order. Each has the
// language's own name for its word.
var Languages = []Meaning{"language", "language_2", "language_3"}

// Move is a Meaning that is offered. The Label says what it does here; without
// one, its own words do. A Listed one stands in the page itself.
type Move struct {
	Meaning Meaning
	Label   string
	Listed  bool
	wants   Want // what it asks for, as of an Item
}

// Meanings are all that there are, in no order.
func Meanings() []Meaning {
	var all []Meaning
	for _, group := range moveGroups(new(words.Words)) {
		all = slices.AppendSeq(all, maps.Keys(group.does))
	}
	return all
}

// NewKeysOf is the list of what can be done on a page: going on is named where the
// page leads on by itself, with what that means there.
func NewKeysOf(on Sheet, moves []Move, more []Part) Page {
	if goesOn := on.chosen(GoOnID); on.Ask == "" && goesOn.ID != "" {
		moves = append([]Move{{Meaning: GoOnward, Label: goesOn.Label}}, moves...)
	}
	return NewKeys(moves, more)
}

// NewKeys is the list of what can be done: the moves in groups, those of the page
// first, help and leaving last, and more that only the surface has.
func NewKeys(moves []Move, more []Part) Page {
	return simple(func(s State) Sheet {
		words := s.Words()
		sheet := Sheet{Title: words.Reader.KeysTitle, Passing: true}
		sheet.say(s.Fill(words.Reader.KeysAll))
		if s.Private && !s.Fresh {
			sheet.say(s.Traces())
		}
		if s.Fresh && s.Client != "" { // before an intake, none of these does anything yet
			sheet.say(s.Fill(words.Intake.FormKeys))
		}
		groups := moveGroups(words)
		for i, move := range s.languages() {
			groups[0].does[move.Meaning] = s.Others[i].Name
		}
		if s.Other != nil {
			groups[0].does[Languages[0]] = s.Other.Words.Guide.Language
		}
		for _, group := range groups {
			var rows []string
			for _, move := range moves {
				if does, ok := group.does[move.Meaning]; ok {
					rows = append(rows, s.key(move.Meaning, cmp.Or(move.Label, does)))
				}
			}
			sheet.list(group.heading, rows)
		}
		sheet.Body = append(sheet.Body, more...)
		return sheet
	})
}

// key is the way to do something, and what that does.
func (s State) key(m Meaning, does string) string {
	return s.Fill(s.Words().Reader.Key, "key", s.Fill("{"+string(m)+"}"), "does", does)
}

// Does says what a move does, in short; empty for one that has no words for that.
func Does(w *words.Words, m Meaning) string {
	return cmp.Or(plain.Each(moveGroups(w), func(g moveGroup) string { return g.does[m] })...)
}

type moveGroup struct {
	heading string
	does    map[Meaning]string
}

// moveGroups are all meanings, by their place in the list of what can be done, with
// what each does, in short.
func moveGroups(w *words.Words) []moveGroup {
	r, k := w.Reader, w.Keys
	return []moveGroup{
		{r.KeysHere, map[Meaning]string{
			ShowMe: r.DoesShow, Later: r.DoesLater, Rule: r.DoesRule, SignAgain: w.Summary.SignAgain, SignPage: w.Summary.SignPage,
			BeginPrivate: k.BeginPrivate, Decline: k.Decline, Aside: w.Home.Aside, ShortWay: k.ShortWay, WholeWay: k.WholeWay,
		}},
		{r.KeysWalk, map[Meaning]string{GoOnward: k.GoOn, Back: r.DoesBack}},
		{r.KeysPlaces, map[Meaning]string{
			Chapters: r.DoesChapters, Search: r.DoesSearch, Glossary: r.DoesGlossary, Note: k.Note, MyPage: r.DoesMyPage, About: k.About, Keys: k.Keys,
		}},
		{w.Intake.Title, map[Meaning]string{Flag: w.Intake.Flag, Clinician: w.Intake.NoteTitle, EndIntake: w.Intake.End}},
		{r.KeysLeave, map[Meaning]string{NoTrace: k.NoTrace, HelpNow: r.DoesHelp, Stop: k.Stop}},
	}
}
