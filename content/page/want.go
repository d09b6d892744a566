package page

import (
	"cmp"
	"maps"
	"slices"

	"firstsession/content/mypage"
	"firstsession/content/plain"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Want is what an answer asks for: one of the kinds below, each of which package
// visit carries out.
type Want interface{ isWant() }

type (
	// Do applies what the reader did and, with Next, goes on from this step; with
	// To it goes on to another, with Close back to where the page was opened from.
	// Said is a word about it, where one comes to.
	Do struct {
		Events []walk.Event
		Next   bool
		Close  bool
		To     walk.Step
		Said   string
	}
	// Go makes a step the reader's place. Back returns here.
	Go struct{ To walk.Step }
	// ReadIn reads the guide on in another language.
	ReadIn struct{ Language string }
	// InGroup reads the guide on with what holds for a group, by its id, or with no
	// more than all groups share; and begins, if that was asked on the way.
	InGroup struct {
		ID    string
		Begin *Begin
	}
	// OnTop opens a page on top of this one. Back returns here.
	OnTop struct{ Page Page }
	// Ask asks whether an act is meant, by its id, on a page that it opens or, with
	// none, on this one.
	Ask struct {
		ID string
		On Page
	}
	// Lead leads to what is offered everywhere, or says why it is not.
	Lead struct{ To Meaning }
	// Close leaves a page that was opened on top of another.
	Close struct{}
	// Begin leaves the first page. Keep reports whether the reader's place is kept
	// on this computer. It leads to a step, or to where the reader is.
	Begin struct {
		Keep  bool
		To    walk.Step
		Short bool // by the short way
	}
	// SetAside puts a journal that cannot be read aside, and begins anew.
	SetAside struct{}
	// Sign saves a member's record into a folder as it was typed.
	Sign struct{ Name, Folder string }

	// BeginIntake starts one, in the client's language. Sure is set if it was said
	// what it is to the records of its reference. Brought is where a file is that the
	// client brought, and Taken what they take of it up, once they have seen it.
	BeginIntake struct {
		Form     walk.Form
		Language string
		Sure     bool
		Brought  string
		Taken    mypage.File
	}
	// BeforeIntake shows the form, or what is before it, while no intake has begun.
	BeforeIntake struct{ Page Page }
	// ResumeIntake goes on with one that was cut off. Sure is set if it was asked for once more, after a OnceMore.
	ResumeIntake struct {
		ID   string
		Sure bool
	}
	// DeleteIntake erases one that was cut off.
	DeleteIntake struct{ ID string }
	// SaveRecord writes an intake's record, countersigned if there is a name, and goes on.
	SaveRecord struct{ Countersigner string }
	// GiveCopy writes the record's readable copies into a folder, and goes on.
	GiveCopy struct{ Folder string }
	// ClearIntake erases what was kept while the intake went on.
	ClearIntake struct{}
	// SaveMyPage saves parts of it, by their ids, as a page of its own.
	// With File, those of them that can be brought to an intake are in a file, too.
	SaveMyPage struct {
		Parts []string
		File  bool
	}
	// ReadRecord opens the record at a path, to be read.
	ReadRecord struct{ Path string }
	// EraseAll erases what is kept of the reader, and keeps nothing from then on.
	EraseAll struct{}
	// PutAway ends it, and keeps that.
	PutAway struct{}

	// Enter takes an invitation as it was typed, and the word with which what is
	// kept under it is locked, if it is.
	Enter struct{ Code, Word string }
	// Lock locks what will be kept with a word.
	Lock struct{ Word string }
	// EraseLocked erases what is kept under an invitation, its word forgotten.
	EraseLocked struct{ Code string }
	// ErasePlace erases all that is kept of the reader, but for records.
	ErasePlace struct{}
)

func (Do) isWant()           {}
func (Go) isWant()           {}
func (ReadIn) isWant()       {}
func (InGroup) isWant()      {}
func (OnTop) isWant()        {}
func (Ask) isWant()          {}
func (Lead) isWant()         {}
func (Close) isWant()        {}
func (Begin) isWant()        {}
func (SetAside) isWant()     {}
func (Sign) isWant()         {}
func (BeginIntake) isWant()  {}
func (BeforeIntake) isWant() {}
func (ResumeIntake) isWant() {}
func (DeleteIntake) isWant() {}
func (SaveRecord) isWant()   {}
func (GiveCopy) isWant()     {}
func (ClearIntake) isWant()  {}
func (SaveMyPage) isWant()   {}
func (ReadRecord) isWant()   {}
func (EraseAll) isWant()     {}
func (PutAway) isWant()      {}
func (Enter) isWant()        {}
func (Lock) isWant()         {}
func (EraseLocked) isWant()  {}
func (ErasePlace) isWant()   {}

// OnceMore is an error that is no failure: it says what would come of a Want,
// which is carried out if it is asked for once more.
type OnceMore string

// Error is what would come of it.
func (o OnceMore) Error() string { return string(o) }

// asks has an act be done only if it is chosen twice, with nothing else answered in
// between. It reports whether it is asked about now.
func (s State) asks(act *Item) bool {
	act.Sure = s.Asked == act.ID
	if act.Asks = !act.Sure; act.Asks {
		act.wants = Ask{ID: act.ID}
	}
	return act.Sure
}

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
	wants   Want // as of an Item
	becomes Page // as of an Item
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
	types := slices.ContainsFunc(on.Items, func(i Item) bool { return i.Kind == Line && i.Text == "" })
	return simple(func(s State) Sheet {
		sheet := NewKeys(moves, more).Show(s)
		if types && !s.Stays { // of what is listed, much is a letter there
			sheet.Body = slices.Insert(sheet.Body, 1, Part{Text: s.Fill(s.Words().Frame.AfterClose)})
		}
		return sheet
	})
}

// NewKeys is the list of what can be done: the moves in groups, those of the page
// first, help and leaving last, and more that only the surface has.
func NewKeys(moves []Move, more []Part) Page {
	return simple(func(s State) Sheet {
		words := s.Words()
		sheet := Sheet{Title: words.Reader.KeysTitle, Passing: true}
		sheet.say(sentences(
			when{true, s.Fill(words.Reader.KeysAll)},
			when{s.Private && !s.Fresh, s.Traces()},
			when{s.Fresh && s.Client != "", s.Fill(words.Intake.FormKeys)}, // before an intake, none of these does anything yet
		)...)
		groups := moveGroups(words)
		for i, move := range s.languages() {
			groups[0].does[move.Meaning] = s.Others[i].Name
		}
		if s.Other != nil {
			groups[0].does[Languages[0]] = s.Other.Words.Guide.Language
		}
		for _, group := range groups {
			sheet.list(group.heading, plain.Some(moves, func(m Move) (string, bool) {
				does, ok := group.does[m.Meaning]
				return s.key(m.Meaning, cmp.Or(m.Label, does)), ok
			}))
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
