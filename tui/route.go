package tui

import (
	"firstsession/content/walk"
	"firstsession/tui/home"
	"firstsession/tui/intake"
	"firstsession/tui/notes"
	"firstsession/tui/pages"
	"firstsession/tui/pledge"
	"firstsession/tui/question"
	"firstsession/tui/reader"
	"firstsession/tui/screen"
	"firstsession/tui/search"
	"firstsession/tui/sheet"
	"firstsession/tui/summary"
)

// stepScreen is the screen for a step of the walk. With placeScreen it is the
// one table that knows every screen.
func (a *app) stepScreen(step walk.Step) screen.Screen {
	if page := intake.ForStep(step, a.visit.Folder, false); page != nil {
		return sheet.New(a.env, page)
	}
	switch step.Kind {
	case walk.Question, walk.Reflection:
		return question.New(a.env, step)
	case walk.Statement:
		return pledge.NewStatement(a.env, step)
	case walk.Signature:
		return pledge.NewSignature(a.env, a.visit.Folder)
	case walk.Closing:
		return summary.New(a.env)
	default:
		return reader.New(a.env, step)
	}
}

// placeScreen is the screen for a place beside the walk.
func (a *app) placeScreen(place screen.Place) screen.Screen {
	switch place.Kind {
	case screen.Search:
		return search.New(a.env)
	case screen.Glossary:
		return pages.NewGlossary(a.env, place.Section, place.Marks)
	case screen.Notes:
		return notes.New(a.env, place.Section)
	case screen.HelpNow:
		return pages.NewHelp(a.env)
	case screen.KeyList:
		return pages.NewKeys(a.env)
	case screen.About:
		return pages.NewAbout(a.env)
	case screen.ClinicianNote:
		step, _ := a.env.Walk.Find(place.Section)
		return pages.NewClinicianNote(a.env, step)
	case screen.EndIntake:
		return sheet.New(a.env, intake.Ending{})
	case screen.Reading:
		return reader.NewReading(a.env, place.Section, place.Marks)
	default:
		return home.New(a.env)
	}
}
