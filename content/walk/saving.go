package walk

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"firstsession/content/plain"
)

// Saving is a record that was about to be saved, and of which it is not known
// whether that came to its end.
type Saving struct {
	Signed
	changed bool // something that goes into a record changed since
	said    said
}

// said is what goes into a record of what a member can say otherwise later. It is
// replaced, never changed.
type said struct {
	answers  map[string]Answer
	included map[string]bool
}

func (w Walk) says() said { return said{maps.Clone(w.answers), maps.Clone(w.included)} }

// Changed reports whether a member says something else by now than the record
// that they signed last: another answer, or words of their own that they added.
func (w Walk) Changed() bool {
	if w.signed == nil || w.intake {
		return false
	}
	for _, s := range w.plan.steps {
		if s.Kind == Statement && w.answers[s.ID] != w.inRecord.answers[s.ID] {
			return true
		}
	}
	for id, in := range w.included {
		if in != w.inRecord.included[id] {
			return true
		}
	}
	return false
}

// AnswerSigned is what the record that was signed last has as the answer to a statement.
func (w Walk) AnswerSigned(id string) Answer { return w.inRecord.answers[id] }

// Unfinished is an intake that was cut off.
type Unfinished struct {
	ID        string // names it to the store
	Reference string
	Last      time.Time
	Clinician string // who filled in the form
	Group     string // the group's id
	Chapter   string // how far it is, in the words of who is offered it
	Folder    string // where its record was to go, or is
	Ended     bool   // before its end
	Closes    bool   // opens where the clinician signs
	Signed    bool   // the client has signed
	Saved     bool   // the record of how it is now is saved
	Since     bool   // one of how it was earlier is
	InUse     bool   // another window has it
	Damage    string // why it cannot be read; empty if it can
}

// Savings are the records that may be there or not, the oldest first. Each is
// settled by Sign, if it is there, or by Save without a Text.
func (w Walk) Savings() []Saving { return slices.Clone(w.saves) }

// Unsure is where a record may be, while no other is known to be anywhere.
func (w Walk) Unsure() (path string, unsure bool) {
	if w.signed != nil || len(w.saves) == 0 {
		return "", false
	}
	return w.saves[len(w.saves)-1].Path, true
}

func (w Walk) saveOf(record string) int {
	return slices.IndexFunc(w.saves, func(s Saving) bool { return s.Record == record })
}

func (w Walk) recordFact(e Event) (Fact, bool, error) {
	f := Fact{Kind: string(e.Kind), Subject: e.Subject, Data: Data{Text: e.Text, Outcome: string(w.Outcome())}}
	if e.Kind == Sign {
		f.Data.Language = w.guide.Language
	}
	switch i := w.saveOf(e.Subject); {
	case isBlank(e.Subject):
		return Fact{}, false, errors.New("the record has no id")
	case e.Kind == Save && e.Text == "":
		f.Data.Outcome = ""
		return f, i >= 0, nil
	case e.Kind == Sign && i >= 0: // it was saved as things were then, whatever has changed since
		f.Data.Outcome = string(w.saves[i].Outcome)
		return f, true, nil
	}
	if err := w.mayEnd(); err != nil {
		return Fact{}, false, err
	}
	if e.Kind == Save {
		return f, w.saveOf(e.Subject) < 0, nil
	}
	same := w.signed != nil && w.signed.Record == e.Subject && w.signed.Path == e.Text && w.signed.Outcome == w.Outcome()
	return f, !same || w.declined && !w.intake, nil
}

func signedBy(f Fact) Signed {
	return Signed{Record: f.Subject, Path: f.Data.Text, Time: f.Time, Outcome: Ending(f.Data.Outcome)}
}

func (w *Walk) takeSave(f Fact) {
	w.started = true
	if i := w.saveOf(f.Subject); i >= 0 {
		w.saves = slices.Delete(w.saves, i, i+1)
	}
	if f.Data.Text != "" {
		w.saves = append(w.saves, Saving{Signed: signedBy(f), said: w.says()})
	}
}

// age marks what is saved, or is being saved, as no longer what the reader says.
func (w *Walk) age() {
	w.unsaved = w.unsaved || w.signed != nil
	for i := range w.saves {
		w.saves[i].changed = true
	}
}

// takeSign takes that a record is there. It was signed when it was saved, which
// may have been found out only later, when another counts.
func (w *Walk) takeSign(f Fact) {
	signed, changed, said := signedBy(f), false, w.says()
	if i := w.saveOf(f.Subject); i >= 0 {
		signed.Time, changed, said = w.saves[i].Time, w.saves[i].changed, w.saves[i].said
		w.saves = slices.Delete(w.saves, i, i+1)
	}
	if path := signed.Readable(); !slices.Contains(w.records, path) {
		w.records = append(slices.Clip(w.records), path)
	}
	if w.signed != nil && w.signed.Time.After(signed.Time) {
		return // it is there, and another was signed since
	}
	w.lapsed = len(w.Open()) > 0 && (w.lapsed || !w.intake)
	w.started, w.unsaved, w.signed, w.inRecord = true, changed, &signed, said
	if !changed {
		w.declined = w.declined && w.intake // there, its record says so
	}
}

// Readable is the path of a record's copy that a person can read.
func (s Signed) Readable() string { return strings.TrimSuffix(s.Path, ".json") + ".txt" }

// Records are the copies to read of all that was signed, where they were saved.
func (w Walk) Records() []string { return slices.Clone(w.records) }

// Traces says, in the guide's words, what is kept on this computer of a
// walk that leaves no trace: the records that were signed, those that may be
// there, and nothing else.
func (w Walk) Traces() string {
	words := w.guide.Words.Home
	return w.traces(words.NoTrace, words.NoTraceSigned)
}

// TracesLeft says the same to whoever has left, with the paths by themselves.
func (w Walk) TracesLeft() (said string, paths []string) {
	words := w.guide.Words.Frame
	return w.traces(words.ByePrivate, words.ByeSignedPrivate), w.records
}

// traces does not call anything kept or not of which that is not known.
func (w Walk) traces(none, signed string) string {
	var said []string
	if len(w.saves) > 0 {
		paths := plain.Each(w.saves, func(s Saving) string { return s.Readable() })
		said = append(said, plain.Fill(w.guide.Words.Home.TraceUnsure, "path", strings.Join(paths, ", ")))
	}
	switch {
	case len(w.records) > 0:
		said = append(said, plain.Fill(signed, "path", strings.Join(w.records, ", ")))
	case len(said) == 0:
		said = append(said, none)
	}
	return strings.Join(said, " ")
}
