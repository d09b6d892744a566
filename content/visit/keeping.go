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

// saveRecord writes the record. Only on the disk does it count: the event is handed out to be applied.
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

// isThere finds out whether a record is there; one that is not is being saved no longer.
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

// Tidy ends what an earlier visit did not: a record is found out, words that were taken back are erased.
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

// quit leaves, but asks once where something could not be kept, and would be lost. What
// was half typed is a note by then, if it was to be one.
func (v *Visit) quit(asked bool) {
	if v.Leave(); asked || v.unkept == nil {
		return
	}
	v.over, v.asked = false, true
	v.warn(v.words().Frame.SureUnkept)
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

// changed says how many answers are asked again, and whether the page where the reader left is gone.
func (v *Visit) changed(dropped int, gone bool) string {
	asked := plain.Either(dropped > 0, v.askedAnew(dropped), "")
	return joined(asked, plain.Either(gone, v.words().Frame.PlaceGone, ""))
}

// unsure says that it cannot be told what became of a record, if so.
func (v *Visit) unsure() string {
	path, unsure := v.Walk.Unsure()
	return plain.Either(unsure, v.fill(v.words().Summary.Unsure, "path", path), "")
}

// loses reports whether leaving loses what the reader did, since nothing is kept.
func (v *Visit) loses() bool { return v.Private && !v.told.Fresh }

// stop leaves. It asks once where that loses something, and in an intake, where a letter may be meant for a line.
func (v *Visit) stop(asked bool) {
	words := v.words()
	switch {
	case asked, v.unkept != nil, !v.loses() && (v.Intakes == nil || v.Stays):
		v.quit(asked)
		return
	case v.loses():
		v.askOnce()
	case v.told.Fresh:
		v.Say(words.Intake.LeaveSure, plain.Either(v.Sheet().Count(page.Line) > 0, words.Intake.TypedLost, ""))
	default:
		v.Say(v.fill(words.Intake.LeaveSureKept))
	}
	v.asked = true
}

// Interrupt leaves by a key that is never text. It asks once where that loses something.
func (v *Visit) Interrupt(key string) {
	if v.asked || !v.loses() {
		v.quit(v.asked)
		return
	}
	v.askOnce("stop", key)
}

// askOnce says what leaving loses, and how it is done.
func (v *Visit) askOnce(way ...any) {
	// The way out stands first: a long path at the end may be cut.
	v.Say(v.fill(v.words().Frame.SurePrivate, way...), v.Traces())
	v.asked = true
}

// stopMove says what leaving keeps, where that is not all.
func (v *Visit) stopMove() page.Move {
	move, words := page.Move{Meaning: page.Stop}, v.words().Frame
	if v.loses() {
		_, signed := v.Walk.Signed()
		move.Label = plain.Either(signed, words.StopPrivateSigned, words.StopPrivate)
	}
	return move
}

// Farewell are the last words as one text, when the visit is over.
func (v *Visit) Farewell() string {
	return strings.Join(plain.Each(v.LastWords(), func(p page.Part) string { return p.Text }), "\n")
}

// LastWords say whether the reader's place is kept, and what else is. A path stands by itself, to be copied.
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
	_, signed := v.Walk.Signed()
	unsigned := at.Kind == walk.Signature && !signed
	named := unsigned && (v.told.Signs.Name != "" || v.Typed().Text != "")
	said = joined(
		plain.Either(v.keptTyped, words.Frame.TypedKept, ""),
		plain.Either(unsigned, words.Plain.ByeNothingSigned, ""),
		plain.Either(named, words.Plain.ByeName, ""),
		v.fill(words.Plain.Bye, "place", place))
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
