package sheet_test

import (
	"testing"
	"time"

	"firstsession/content/walk"
	"firstsession/tui/intake"
	"firstsession/tui/screen"
	"firstsession/tui/sheet"
	"firstsession/tui/tuitest"
)

// within is a world in which an intake goes on: a page is marked, a note is
// taken, two promises are open, and it is over if that is wanted.
func within(t testing.TB, size screen.Size, over bool) screen.Env {
	t.Helper()
	env := tuitest.Env(tuitest.Shipped(t), size.Width, size.Height)
	env.Walk = walk.New(env.Guide)
	events := []walk.Event{
		{Kind: walk.SetForm, Form: &walk.Form{Reference: "K-102", Parts: walk.AllParts, Aim: "To quarrel less"}},
		{Kind: walk.Flag, Subject: "own-pace", Yes: true},
		{Kind: walk.TakeNote, Subject: "own-pace", Text: "Ask about the last bus on Tuesdays, and whether coming late is a problem"},
		{Kind: walk.Choose, Subject: "where-dana-works", Options: []int{0}},
	}
	for i, statement := range env.Guide.Commitment.Statements {
		answer := walk.Agree
		if i < 2 {
			answer = walk.TalkFirst
		}
		events = append(events, walk.Event{Kind: walk.SetAnswer, Subject: statement.ID, Answer: answer})
	}
	if over {
		events = append(events, walk.Event{Kind: walk.Decline})
	}
	return applied(t, env, events...)
}

func applied(t testing.TB, env screen.Env, events ...walk.Event) screen.Env {
	t.Helper()
	after, _, err := env.Walk.Apply(time.Unix(0, 0).UTC(), events...)
	if err != nil {
		t.Fatal(err)
	}
	env.Walk = after
	return env
}

// eachRealPage runs a test at every page of an intake.
func eachRealPage(t *testing.T, size screen.Size, run func(name string, s *tuitest.Stage)) {
	t.Helper()
	const folder = "/home/dana/Documents/First Session records"
	found := []intake.Unfinished{
		{Dir: "a", Reference: "K-101"}, {Dir: "b", Reference: "K-77", InUse: true}, {Dir: "c", Reference: "K-9", Damage: "line 3 is cut off"},
	}
	for _, over := range []bool{false, true} {
		env := within(t, size, over)
		after := ""
		if over {
			after = ", over"
		}
		pages := map[string]intake.Page{
			"start":  intake.NewStart(env.Guide.Words, found, env.Guide.Words.Intake.Cleared),
			"form":   intake.NewForm(env.Guide.Words),
			"ending": intake.Ending{},
		}
		for _, kind := range []walk.Kind{walk.Client, walk.Talk, walk.Points, walk.Countersign, walk.Copy, walk.Clearing} {
			pages[string(kind)] = intake.ForStep(walk.Step{Kind: kind}, folder, false)
		}
		for name, page := range pages {
			run(name+after, tuitest.NewStage(env, sheet.New(env, page)))
		}
		if !over {
			continue
		}
		saved := applied(t, env, walk.Event{Kind: walk.Sign, Subject: "00ff", Text: folder + "/2026-03-01-K-102.json"})
		for _, kind := range []walk.Kind{walk.Countersign, walk.Copy, walk.Clearing} {
			page := intake.ForStep(walk.Step{Kind: kind}, folder, false)
			run(string(kind)+after+", saved", tuitest.NewStage(saved, sheet.New(saved, page)))
		}
	}
}

func TestThePagesOfAnIntakeFitAndTheirKeysWork(t *testing.T) {
	for _, size := range []screen.Size{narrow, wide} {
		eachRealPage(t, size, func(name string, s *tuitest.Stage) {
			for range 4 {
				s.Check(t)
				s.CheckKeysWork(t)
				if t.Failed() {
					t.Fatalf("%s at %v:\n%s", name, size, s.Plain())
				}
				s.Press("tab")
			}
		})
	}
}

func TestAHeldEnterOnAPageOfAnIntakeOnlyGoesOn(t *testing.T) {
	for _, size := range sizes {
		eachRealPage(t, size, func(name string, s *tuitest.Stage) {
			for range 200 {
				same := seen(s)
				if s.Press("enter"); seen(s) == same || len(s.Actions) > 0 {
					break // the page is left, or every further Enter does as much as this
				}
			}
			for _, action := range s.Actions {
				if do, ok := action.(screen.Do); !ok || !do.Deed.Next || do.Deed.Save || len(do.Deed.After) > 0 {
					t.Errorf("%s at %v came to %+v", name, size, action)
				}
			}
		})
	}
}
