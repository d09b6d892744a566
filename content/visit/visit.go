// Package visit is one reader's time at the program: the walk as it is now,
// the pages that lie on top of each other, and whether what was done is kept.
// Every surface shows the page on top and says what was answered; what becomes
// of it is the same on all of them. It touches the disk only through its Keeper
// and its Intakes, and the clock only through Now; home and working folder are
// handed in, since many visits live in one process. Nothing that draws, and no
// key, may come in.
package visit

import (
	"cmp"
	"slices"
	"strings"

	"firstsession/content"
	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
)

// Visit is one reader's time. It is changed by what the reader does.
type Visit struct {
	Options
	groupless    *content.Guide // what each intake begins with, before its group is chosen
	forClinician walk.Walk      // an intake as the clinician read it last, for its plan
	unkept       error          // why the last facts are not on the disk; nil if they are
	unerased     error          // why words that were taken back may still be on the disk; nil if they are not
	earlierFacts int            // how many there were when this sitting began
	putAwayIn    string         // where an intake is that was not gone on with since
	astrayIn     string         // where one was looked for and not found, to be erased
	asked        bool           // the reader was asked whether to leave
	toldOfShared string         // another such folder, of which the reader was told
	over         bool
	keptTyped    bool // a note that was half typed was kept on leaving
	grouped      bool // the reader said which group is theirs, or that they do not know
	notice       page.Notice
	stack        []entry
	last         int         // the number of the newest entry
	changes      int         // how often anything may have changed
	changing     int         // how many changes are not at their end
	shown        *page.Sheet // the page on top, if nothing has changed since it was asked for
	told         page.State  // what pages are told that does not follow from all else
}

// entry is one page of the stack.
type entry struct {
	id         int
	page       page.Page
	step       walk.Step    // zero beside the walk
	meaning    page.Meaning // what opened it, so that it is not opened twice
	typed      page.Answer  // half typed
	asked      string       // the id of what the page asked about, with nothing answered since
	clinicians bool         // set for what the clinician reads, where two languages are read
}

// New begins a visit. Nothing is shown until Start or StartIntake.
func New(o Options) *Visit {
	// One who wants no trace begins anew each time.
	v := &Visit{Options: o, groupless: o.Walk.Guide(), earlierFacts: len(o.Facts)}
	v.told.Fresh, v.told.Shared = o.Private || !o.Walk.Started(), v.shares(o.Folder)
	return v
}

// Found is what was found of an earlier walk, to be told at the start.
type Found struct {
	SetAside string // where a torn last line was put
	Dropped  int    // how many answers are asked again
	Trouble  string // why the reader's place cannot be read
	MayAside bool   // the file may be put aside
}

// Start shows where a member begins: the first page, where they left, or what is the matter with it.
func (v *Visit) Start(found Found) {
	defer v.change()()
	words, gone := v.words().Frame, v.Walk.PlaceGone()
	said, short := v.lost(found.SetAside)
	v.look()
	v.findLeft()
	said = append(said, v.unsure())
	care := joined(said...) != ""
	switch {
	case found.Trouble != "" && !v.Private:
		v.ShowOnly(page.NewTrouble(found.Trouble, found.MayAside))
	case v.told.Fresh && v.asksGroup() && v.Invites == nil: // an invitation may say which
		v.ShowOnly(page.NewGroups(nil))
	case v.told.Fresh:
		v.ShowOnly(page.NewFirst())
		if slices.ContainsFunc(v.Facts, func(f walk.Fact) bool { return f.Kind == string(walk.Reach) }) {
			said = append(said, words.PagesGone)
		}
	default:
		said = append(said, v.keepGroup())
		v.stack = []entry{v.ofStep(v.Walk.At())}
		v.askGroup(nil)
		said = append(said, v.changed(found.Dropped, gone))
		if found.Dropped == 0 && !gone && !short {
			said = append(said, words.Resumed)
		}
	}
	v.Say(said...)
	v.notice.Care = care
}

// look finds out if the last record is where it was saved, for each page anew, so that none says what was so once.
func (v *Visit) look() {
	v.told.Record = record.Here
	if signed, ok := v.Walk.Signed(); ok && v.Stands != nil {
		v.told.Record = v.Stands(signed.Path, signed.Record)
	}
}

// Sheet is the page on top, as it is now.
func (v *Visit) Sheet() page.Sheet {
	if v.shown == nil || v.changing > 0 {
		now := v.top().page.Show(v.State())
		v.shown = &now
	}
	return *v.shown
}

// change stands at the beginning of what may change how a page looks; what it
// returns stands at the end.
func (v *Visit) change() func() {
	v.changes++
	v.changing++
	return func() { v.changing, v.shown = v.changing-1, nil }
}

// Speaks takes the surface's own names for ways to act, and what only it can do.
func (v *Visit) Speaks(ways []any, more ...page.Part) {
	defer v.change()()
	v.Ways, v.More = ways, more
}

// ID tells the page on top from all others of this visit.
func (v *Visit) ID() int { return v.top().id }

// IDs are those of all pages, from the lowest up.
func (v *Visit) IDs() []int { return plain.Each(v.stack, func(e entry) int { return e.id }) }

// Changes is another number whenever a page may look otherwise than before.
func (v *Visit) Changes() int { return v.changes }

// Step is the step that is shown; its kind is empty beside the walk.
func (v *Visit) Step() walk.Step { return v.top().step }

// Notice is a word about what was done last, until Hush.
func (v *Visit) Notice() page.Notice { return v.notice }

// Say has words stand as the notice, those of them that there are.
func (v *Visit) Say(texts ...string) { v.notice = page.Notice{Text: joined(texts...)} }

// warn is Say of what did not go well, or matters.
func (v *Visit) warn(texts ...string) { v.notice = page.Notice{Text: joined(texts...), Care: true} }

// also has the notice say more, before or behind what it says.
func (v *Visit) also(before, behind string) { v.notice.Text = joined(before, v.notice.Text, behind) }

// add says a word where none stands that matters more: what failed, or is not on
// the disk.
func (v *Visit) add(text string) { v.notice.Text = cmp.Or(v.notice.Text, text) }

func joined(texts ...string) string {
	return strings.Join(plain.Only(texts, func(text string) bool { return text != "" }), " ")
}

// Hush takes the notice away, and whatever was asked with it.
func (v *Visit) Hush() { v.notice, v.asked = page.Notice{}, false }

// AsksToLeave reports whether it was asked if the reader means to leave.
func (v *Visit) AsksToLeave() bool { return v.asked }

// Forget takes away whatever was asked, on the page on top as well.
func (v *Visit) Forget() {
	v.Hush()
	defer v.change()()
	v.top().asked = ""
}

// Over reports whether the reader has left.
func (v *Visit) Over() bool { return v.over }

// Fresh reports whether the reader has not begun.
func (v *Visit) Fresh() bool { return v.told.Fresh }

// Unkept is why the last facts are not on the disk; nil if they are.
func (v *Visit) Unkept() error { return v.unkept }

// Unerased is why words that were taken back may still be on the disk; nil if not.
func (v *Visit) Unerased() error { return v.unerased }

// Type says what stands half typed in a Line, so that leaving loses nothing.
func (v *Visit) Type(id, text string) {
	defer v.change()()
	v.top().typed = page.Answer{ID: id, Text: text}
	v.OfferHelp(text)
}

// Typed is what stands half typed on the page on top.
func (v *Visit) Typed() page.Answer { return v.top().typed }

// Answer hands an answer to the page on top, and does what the page asks for.
func (v *Visit) Answer(a page.Answer) {
	v.Hush()
	defer v.change()()
	top := v.top()
	if top.typed.ID == a.ID {
		top.typed = page.Answer{}
	}
	heed := plain.Either(top.meaning == page.Search, v.sayMisread, v.heed) // which offers help now itself, above what it found
	defer heed(a.Text)
	var want page.Want
	s := v.State()
	top.asked = ""
	top.page, want = top.page.Answer(s, a)
	if p, ok := top.page.(page.Signing); ok && !v.intake() {
		v.told.Signs = p.Signs()
	}
	if want == nil {
		return
	}
	id := top.id
	err := v.carryOut(want)
	if plain.IsA[page.OnceMore](err) {
		v.top().asked = a.ID
	}
	if !v.became(id, err) {
		v.refused(err)
	}
}

// became tells a page what became of its want, if it is there and wants to know.
func (v *Visit) became(id int, err error) bool {
	defer v.change()()
	for i, e := range v.stack {
		if p, ok := e.page.(page.Outcome); ok && e.id == id {
			v.stack[i].page = p.Became(v.state(e.clinicians), err)
			return true
		}
	}
	return false
}

// Copy is another visit at the same place, with a Keeper of its own, for a test.
func (v *Visit) Copy(k Keeper) *Visit {
	other := *v
	other.Keeper, other.Facts, other.stack, other.shown = k, slices.Clip(v.Facts), slices.Clone(v.stack), nil
	return &other
}

// KeepTyped keeps what is half typed on a page, counted from the lowest up.
func (v *Visit) KeepTyped(i int) {
	defer v.change()()
	e := &v.stack[i]
	typed := e.typed
	e.typed = page.Answer{}
	if typed.ID == "" {
		return
	}
	_, want := e.page.Answer(v.state(e.clinicians), typed)
	if do, ok := want.(page.Do); ok {
		v.refused(v.apply(do.Events...))
	}
}

func (v *Visit) top() *entry { return &v.stack[len(v.stack)-1] }

func (v *Visit) words() *words.Words { return v.Guide().Words }

func (v *Visit) fill(text string, pairs ...any) string { return v.State().Fill(text, pairs...) }

func (v *Visit) intake() bool { return v.clientsState().Intake() }

func (v *Visit) ofStep(step walk.Step) entry {
	e := v.entry(page.For(step, v.clientsState()))
	e.step = step
	return e
}

func (v *Visit) entry(p page.Page) entry {
	v.last++
	v.look()
	_, clinicians := p.(page.Clinicians)
	return entry{id: v.last, page: p, clinicians: clinicians}
}

// ShowOnly puts a page in the place of all others.
func (v *Visit) ShowOnly(p page.Page) {
	defer v.change()()
	v.stack = []entry{v.entry(p)}
}
