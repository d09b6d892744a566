package store_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"firstsession/content/record"
	"firstsession/content/visit"
	"firstsession/content/walk"
)

var verbs = map[string]func(w *window, words []string) error{
	"begins":  func(w *window, _ []string) error { return w.keeper.Begin() },
	"opens":   func(w *window, _ []string) error { return w.opens() },
	"closes":  func(w *window, _ []string) error { return w.closes() },
	"starts":  func(w *window, _ []string) error { return errors.Join(w.closes(), w.opens()) },
	"keeps":   (*window).keeps,
	"finds":   (*window).finds,
	"erases":  (*window).erases,
	"forgets": (*window).forgets,
	"holds":   func(w *window, words []string) error { return w.holds(words[0], true) },
	"lacks":   func(w *window, words []string) error { return w.holds(words[0], false) },
	"spoils":  (*window).spoils,
	"aside":   func(w *window, _ []string) (err error) { w.kept = nil; _, err = w.keeper.SetAside(); return err },
	"agrees":  func(w *window, _ []string) error { return w.agrees() },
	"signs":   (*window).signs,
	"settles": (*window).settles,
	"settled": (*window).settled,
	"room":    (*window).room,
	"intake":  (*window).intake,
	"resumes": (*window).resumes,
	"deletes": (*window).deletes,
	"clears":  func(w *window, _ []string) (err error) { w.erased, err = w.desk.Clear(); return err },
	"erased":  func(w *window, words []string) error { return is("erased", w.erased, words[0] == "yes") },
	"lists":   func(w *window, words []string) error { return w.lists(false, words) },
	"in-use":  func(w *window, words []string) error { return w.lists(true, words) },
	"knows":   func(w *window, words []string) error { return is("known", w.knows(words[0]), true) },
	"unknown": func(w *window, words []string) error { return is("known", w.knows(words[0]), false) },
}

func is[T comparable](what string, got, want T) error {
	if got != want {
		return fmt.Errorf("%s is\n%v\nand not\n%v", what, got, want)
	}
	return nil
}

func (w *window) opens() error {
	k, found, closes, err := w.Open()
	w.Cleanup(func() { _ = closes() })
	for _, seq := range w.kept {
		if err == nil && !slices.ContainsFunc(found, func(f walk.Fact) bool { return f.Seq == seq }) {
			w.Errorf("the fact %d was called kept, and is not found", seq)
		}
	}
	w.goesOn(k, found, closes)
	return err
}

func (w *window) goesOn(k visit.Keeper, found []walk.Fact, closes func() error) {
	w.keeper, w.found, w.closes, w.done = k, found, closes, nil
	for _, f := range found {
		w.done = append(w.done, f.Seq)
	}
	w.walk, _ = walk.Replay(guide, found)
}

// does keeps what the reader does, as the visit does.
func (w *window) does(events ...walk.Event) error {
	w.clock = w.clock.Add(time.Minute)
	after, facts, err := w.walk.Apply(w.clock, events...)
	if err != nil {
		w.Fatal(err)
	}
	w.walk = after
	for _, f := range facts {
		w.done = append(w.done, f.Seq)
		if w.made[f.Data.Text] = f; f.Data.Form != nil {
			w.made[f.Data.Form.Reference] = f
		}
	}
	err = w.keeper.Keep(facts)
	if err == nil { // so are those that waited
		w.kept = slices.Clone(w.done)
	}
	return err
}

func (w *window) keeps(words []string) error {
	var notes []walk.Event
	for _, text := range words {
		notes = append(notes, walk.Event{Kind: walk.TakeNote, Subject: "one", Text: text})
	}
	return w.does(notes...)
}

// finds compares what was found with what was made. Where dots stand there may
// be others.
func (w *window) finds(words []string) error {
	found, want := w.found, []walk.Fact(nil)
	if i := slices.Index(words, "..."); i >= 0 {
		words = slices.Concat(words[:i], words[i+1:])
		found = slices.Delete(slices.Clone(found), i, max(i, i+len(found)-len(words)))
	}
	for _, word := range words {
		want = append(want, w.made[word])
	}
	return is("found", said(found), said(want))
}

func said(facts []walk.Fact) string {
	var all []string
	for _, f := range facts {
		f.Time = f.Time.UTC()
		line, err := json.Marshal(f)
		all = append(all, fmt.Sprint(string(line), err))
	}
	return strings.Join(all, "\n")
}

func (w *window) erases(words []string) error {
	err := w.keeper.Erase(func(f walk.Fact) walk.Fact {
		if f.Data.Text == words[0] {
			return walk.WithoutWords(f)
		}
		return f
	})
	if err == nil {
		w.made[words[0]] = walk.WithoutWords(w.made[words[0]])
	}
	return err
}

func (w *window) holds(word string, want bool) error {
	all := w.Holds()
	return is("that it holds "+word+all, strings.Contains(all, word), want)
}

func (w *window) spoils(words []string) error {
	if w.Spoil == nil {
		w.Skip("nothing can be spoiled")
	}
	w.Spoil(words[0])
	return nil
}

// name stands in a record, and in no fact of a member.
const name = "Ochre"

// agrees does what comes before signing.
func (w *window) agrees() error {
	events := []walk.Event{{Kind: walk.SetAnswer, Subject: "come", Answer: walk.Agree}}
	if _, intake := w.walk.Form(); intake {
		events = append(events, walk.Event{Kind: walk.NameTyped, Text: name})
	}
	return w.does(events...)
}

// signs signs as the visit does, or not, since it is cut off just before there
// is a record.
func (w *window) signs(not []string) error {
	if err := w.agrees(); err != nil {
		return err
	}
	draft := record.Draft{Name: name, Now: w.clock, Saving: func(id, path string) error {
		if err := w.does(walk.Event{Kind: walk.Save, Subject: id, Text: path}); err != nil || len(not) == 0 {
			return err
		}
		return errors.New("the power is gone")
	}}
	id, path, err := w.keeper.Sign(w.walk, draft, w.Records)
	if err != nil {
		return err
	}
	return w.counts(walk.Signed{Record: id, Path: path})
}

// counts takes a record for signed.
func (w *window) counts(s walk.Signed) error {
	if !slices.ContainsFunc(w.signed, func(one walk.Signed) bool { return one.Record == s.Record }) {
		w.signed = append(w.signed, s)
	}
	return w.does(walk.Event{Kind: walk.Sign, Subject: s.Record, Text: s.Path})
}

// settles finds out what became of what was being saved, as the visit does; or
// again of what is signed.
func (w *window) settles(again []string) error {
	for _, s := range w.walk.Savings() {
		there, err := w.keeper.Settle(s.Record, s.Path)
		switch {
		case err != nil:
			return err
		case there:
			err = w.counts(s.Signed)
		default:
			err = w.does(walk.Event{Kind: walk.Save, Subject: s.Record})
		}
		if err != nil {
			return err
		}
	}
	for _, s := range w.signed[:len(w.signed)*len(again)] {
		if there, err := w.keeper.Settle(s.Record, s.Path); err != nil {
			return err
		} else if !there {
			w.Error("what is signed is not there")
		}
	}
	return nil
}

// settled looks for what is signed, each in the place of the one before, and
// makes sure that there is nothing else. Where there is a number, it is as many.
func (w *window) settled(number []string) error {
	before := ""
	for _, s := range w.signed {
		a, err := w.Read(s.Path)
		if err = errors.Join(err, is("the record", a.ID, s.Record), is("superseded", a.Supersedes, before)); err != nil {
			return err
		}
		before = a.ID
	}
	last, _ := w.walk.Signed()
	err := errors.Join(is("signed", last.Record, before), is("unsettled", len(w.walk.Savings()), 0))
	if len(number) > 0 {
		err = errors.Join(err, is("signed", fmt.Sprint(len(w.signed)), number[0]))
	}
	if before == "" {
		err = errors.Join(err, w.holds(name, false))
	}
	return err
}

// room begins an intake of which nothing is kept yet.
func (w *window) room(reference []string) error {
	if w.desk == nil {
		w.Skip("this store has no intakes")
	}
	k, err := w.desk.Begin(reference[0])
	if err == nil {
		w.goesOn(k, nil, w.desk.Close)
	}
	return err
}

func (w *window) intake(reference []string) error {
	if err := w.room(reference); err != nil {
		return err
	}
	return w.does(walk.Event{Kind: walk.SetForm, Form: &walk.Form{Reference: reference[0], Parts: walk.AllParts}})
}

// id names an intake to the store. What is listed no more has the name that it
// had.
func (w *window) id(reference string) (string, error) {
	all, err := w.desk.Unfinished()
	for _, u := range all {
		if u.Reference == reference {
			w.ids[reference] = u.ID
		}
	}
	return w.ids[reference], err
}

func (w *window) resumes(reference []string) error {
	id, err := w.id(reference[0])
	if err != nil {
		return err
	}
	k, found, _, err := w.desk.Resume(id)
	if err == nil {
		w.goesOn(k, found, w.desk.Close)
	}
	return err
}

func (w *window) deletes(reference []string) error {
	id, err := w.id(reference[0])
	if err == nil {
		w.erased, err = w.desk.Delete(id)
	}
	return err
}

// lists are the references of all intakes that were cut off, the last first.
func (w *window) lists(inUse bool, references []string) error {
	all, err := w.Intakes().Unfinished()
	var got []string
	for _, u := range all {
		got = append(got, u.Reference)
		err = errors.Join(err, is(u.Reference+" in use", u.InUse, inUse), is("damage", u.Damage, ""))
	}
	return errors.Join(err, is("listed", fmt.Sprint(got), fmt.Sprint(references)))
}

// knows reports whether a reference has a record, or an intake that was cut off.
func (w *window) knows(reference string) bool {
	records, unfinished := w.Intakes().Known(reference)
	return len(records) > 0 || unfinished
}

// forgets has all that a member kept erased. From then on nothing of it counts.
func (w *window) forgets([]string) error {
	keeper, ok := w.keeper.(visit.Forgetter)
	if !ok {
		w.Skip("nothing can be forgotten here")
	}
	w.kept = nil
	_, err := keeper.Forget()
	return err
}
