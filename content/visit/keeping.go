package visit

import (
	"cmp"
	"slices"
	"strings"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
)

// saveRecord writes the record. Only when it is on the disk does it count: the
// event is handed out to be applied.
func (v *Visit) saveRecord(name, countersigner, folder string) (walk.Event, error) {
	folder, err := v.Absolute(folder)
	if err != nil {
		return walk.Event{}, err
	}
	v.settle() // of a try before this one
	draft := record.Draft{
		Name: name, Countersigner: countersigner, Now: v.Now(), Answered: record.AnswerTimes(v.Facts), Saving: v.saving,
		Began: record.Began(v.Facts), Entered: v.entered(), CliniciansGuide: v.Clinician,
	}
	id, path, err := v.Keeper.Sign(v.Walk, draft, folder)
	if err == nil {
		v.told.Record = record.Here
		return walk.Event{Kind: walk.Sign, Subject: id, Text: path}, nil
	}
	for _, left := range v.Walk.Savings() {
		if v.isThere(left) { // it got there all the same
			return walk.Event{Kind: walk.Sign, Subject: left.Record, Text: left.Path}, nil
		}
	}
	return walk.Event{}, err
}

// entered is how the answers to the promises reached the program; empty if some came
// in an earlier sitting, of which that is not known. An invitation is answered over a
// connection in each.
func (v *Visit) entered() record.Input {
	if v.Entered == record.SSH || len(record.AnswerTimes(v.Facts)) == len(record.AnswerTimes(v.Facts[v.earlierFacts:])) {
		return v.Entered
	}
	return ""
}

func (v *Visit) saving(id, path string) error {
	if err := v.apply(walk.Event{Kind: walk.Save, Subject: id, Text: path}); err != nil {
		return err
	}
	if v.Invites != nil && !v.told.Invited {
		return errNobody // it ended meanwhile
	}
	return v.unkept
}

// isThere finds out whether a record is there. One that is not is being saved no
// longer; of one of which that cannot be told nothing is said.
func (v *Visit) isThere(s walk.Saving) bool {
	there, err := v.Keeper.Settle(s.Record, s.Path)
	if err == nil && !there {
		v.refused(v.apply(walk.Event{Kind: walk.Save, Subject: s.Record}))
	}
	return err == nil && there
}

// settle finds out what became of records that were being saved when the
// program ended. One that is there is signed. What cannot be told stays open,
// and the walk is unsure.
func (v *Visit) settle() {
	for _, s := range v.Walk.Savings() {
		if v.isThere(s) {
			v.refused(v.apply(walk.Event{Kind: walk.Sign, Subject: s.Record, Text: s.Path}))
		}
	}
}

// Tidy brings to its end what an earlier visit did not: what became of a record
// is found out, and words that were taken back are erased.
func (v *Visit) Tidy() {
	defer v.change()()
	v.settle()
	v.eraseTaken()
}

// Leave ends the visit, whatever for. What is half typed is kept.
func (v *Visit) Leave() {
	defer v.change()()
	v.over = true
	before := len(v.Facts)
	for i := range v.stack {
		v.KeepTyped(i)
	}
	v.keptTyped = slices.ContainsFunc(v.Facts[before:], func(f walk.Fact) bool {
		return f.Kind == string(walk.TakeNote) || f.Kind == string(walk.ChangeNote)
	})
	v.keepAll()
}

// Quit leaves, but asks once where something could not be kept, and would be lost. What
// was half typed is a note by then, if it was to be one.
func (v *Visit) Quit() { v.quit(v.asked) }

func (v *Visit) quit(asked bool) {
	if v.Leave(); asked || v.unkept == nil {
		return
	}
	v.over, v.asked = false, true
	v.notice = page.Notice{Text: v.words().Frame.SureUnkept, Care: true}
}

// KeptTyped reports whether leaving made a note of what was half typed.
func (v *Visit) KeptTyped() bool { return v.keptTyped }

// keepAll keeps what could not be kept, erased or found out before.
func (v *Visit) keepAll() {
	v.settle()
	if v.Private {
		return
	}
	v.unkept = v.Keeper.Keep(nil)
	if v.ended(v.unkept) {
		return
	}
	if v.unerased != nil {
		v.eraseTaken()
	}
}

// lost says what was kept and is not there any more: a torn last line, which was
// put aside, and what stood at the end of a file that is now short of it.
func (v *Visit) lost(aside string) (said []string, short bool) {
	words := v.words().Frame
	if aside != "" {
		said = append(said, v.fill(words.SetAside, "path", aside))
	}
	if k, ok := v.Keeper.(Counting); ok && k.Missing() > 0 {
		missing := plain.Either(len(v.Facts) == 0, words.AllMissing, words.Missing)
		return append(said, v.fill(missing, "n", k.Missing())), true
	}
	return said, false
}

// changed says what of the guide is other than it was: how many answers are asked
// again, and whether the page where the reader left is gone.
func (v *Visit) changed(dropped int, gone bool) (said []string) {
	words := v.words().Frame
	if dropped > 0 {
		said = append(said, v.askedAnew(dropped))
	}
	if gone {
		said = append(said, words.PlaceGone)
	}
	return said
}

// loses reports whether leaving loses what the reader did, since nothing is kept.
func (v *Visit) loses() bool { return v.Private && !v.told.Fresh }

// stop leaves. It asks once where that loses something, and in an intake, where
// a letter that was meant for a line would otherwise end the program.
func (v *Visit) stop(asked bool) {
	words := v.words()
	switch {
	case asked, v.unkept != nil, !v.loses() && (v.Intakes == nil || v.Stays):
		v.quit(asked)
		return
	case v.loses():
		v.askOnce()
	case v.told.Fresh:
		v.notice.Text = words.Intake.LeaveSure
		if slices.ContainsFunc(v.Sheet().Items, func(i page.Item) bool { return i.Kind == page.Line }) {
			v.notice.Text += " " + words.Intake.TypedLost
		}
	default:
		v.notice.Text = v.fill(words.Intake.LeaveSureKept)
	}
	v.asked = true
}

// Interrupt leaves by a key that is never text. It asks once where that loses something.
func (v *Visit) Interrupt(key string) {
	if v.asked || !v.loses() {
		v.Quit()
		return
	}
	v.askOnce("stop", key)
	v.asked = true
}

// askOnce says what leaving loses, and how it is done.
func (v *Visit) askOnce(way ...any) {
	// The way out stands first: a long path at the end may be cut.
	v.notice = page.Notice{Text: v.fill(v.words().Frame.SurePrivate, way...) + " " + v.Traces()}
}

// stopMove says what leaving keeps, where that is not all.
func (v *Visit) stopMove() page.Move {
	move := page.Move{Meaning: page.Stop}
	if v.loses() {
		move.Label = v.words().Frame.StopPrivate
		if _, signed := v.Walk.Signed(); signed {
			move.Label = v.words().Frame.StopPrivateSigned
		}
	}
	return move
}

// Farewell reports whether the reader's place is kept, and what else is. It is
// asked for when the visit is over.
func (v *Visit) Farewell() string {
	return strings.Join(plain.Each(v.LastWords(), func(p page.Part) string { return p.Text }), "\n")
}

// LastWords are the same in parts. A path stands by itself, to be copied.
func (v *Visit) LastWords() []page.Part {
	s := v.state(true) // of an intake, the clinician's: the one who is to find it
	said, paths := v.lastSaid(s)
	if v.unerased != nil {
		said += " " + s.Fill(s.Words().Notes.NotGone, "error", s.Words().Reason(v.unerased))
	}
	return append([]page.Part{{Text: said}}, plain.Each(paths, func(path string) page.Part {
		return page.Part{Kind: page.Path, Text: plain.Printable(path, "?")}
	})...)
}

// lastSaid says what is kept, and names the records that were signed last.
func (v *Visit) lastSaid(s page.State) (said string, paths []string) {
	v.look()
	words, at := s.Words(), v.Walk.At()
	astray := cmp.Or(v.astrayIn, v.putAwayIn) // or it was put away here, and is not there any more
	switch {
	case v.unkept != nil:
		return words.Plain.ByeUnkept, nil
	case v.Intakes != nil && v.Unfinished():
		return s.Fill(words.Intake.LeaveKept, "folder", v.Intakes.Folder()), nil
	case v.Intakes != nil && astray != "":
		return s.Fill(words.Intake.Astray, "folder", astray), nil
	case v.Intakes != nil:
		return words.Intake.LeaveClean, nil
	case v.told.Fresh:
		return words.Plain.ByeFresh, nil
	case v.Private:
		if said, paths = v.Walk.TracesLeft(); v.Invites != nil {
			paths = nil // which are the clinic's
		} else if !v.told.Record.IsHere() {
			return v.Traces(), nil
		}
		if v.told.Paged {
			paths = slices.Concat(paths, v.told.Pages)
		}
		return v.clientsState().LeftBelow(said), paths
	default:
		return v.lastPlace(at)
	}
}

// lastPlace says where the reader comes back to, and what is with it.
func (v *Visit) lastPlace(at walk.Step) (said string, paths []string) {
	words := v.words()
	place := v.Guide().Closing.Title
	if at.Kind != walk.Closing { // which has a title of its own
		place = plain.Fill(words.Plain.Chapter, "n", at.Chapter, "of", v.Walk.Chapters(), "title", v.Walk.ChapterTitle(at.Chapter))
	}
	if !strings.HasSuffix(place, "?") {
		place += "."
	}
	if on := page.For(at, v.clientsState()).Show(v.clientsState()).Place; on != "" && at.Kind != walk.Closing {
		place += " " + on + "."
	}
	said = v.fill(words.Plain.Bye, "place", place)
	_, signed := v.Walk.Signed()
	if at.Kind == walk.Signature && !signed {
		if v.told.Signs.Name != "" || v.Typed().Text != "" {
			said = words.Plain.ByeName + " " + said
		}
		said = words.Plain.ByeNothingSigned + " " + said
	}
	if v.keptTyped {
		said = words.Frame.TypedKept + " " + said
	}
	switch {
	case signed && v.Invites != nil:
		said += " " + words.Served.ByeSigned
	case signed:
		found, path := v.clientsState().Found(plain.Either(v.Walk.Changed(), words.Plain.ByeRecordThen, words.Plain.ByeRecord))
		return said + " " + found, []string{path}
	}
	return said, nil
}

func (v *Visit) shares(folder string) bool {
	if v.Shares == nil || folder == "" {
		return false
	}
	folder, err := v.Absolute(folder)
	return err == nil && v.Shares(folder)
}
