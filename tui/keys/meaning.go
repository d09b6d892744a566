package keys

import (
	"firstsession/content"
	"firstsession/content/page"
)

// byMeaning is the binding of each meaning that has a key.
func (m Map) byMeaning() map[page.Meaning]Binding {
	return map[page.Meaning]Binding{
		page.ShowMe: m.ShowMe, page.Later: m.Later, page.Rule: m.Again, page.SignAgain: m.Again,
		page.BeginPrivate: m.BeginPrivate, page.Decline: m.Decline, page.Aside: m.Delete,
		page.GoOnward: m.Next, page.Back: m.Back,
		page.Chapters: m.Chapters, page.Search: m.Search, page.Glossary: m.Glossary, page.Note: m.Note,
		page.Flag: m.Flag, page.Clinician: m.ClinicianNote, page.EndIntake: m.EndIntake,
		page.About: m.About, page.Keys: m.Keys, page.HelpNow: m.Help, page.Stop: m.Stop,
	}
}

// Of is the binding of a meaning. It returns false for one that has no key.
func (m Map) Of(meaning page.Meaning) (Binding, bool) {
	b, ok := m.Meanings[meaning]
	return b, ok
}

// Ways are the names of the keys, in pairs as content.Fill takes them, for
// texts that name a way to act.
func (m Map) Ways() []any {
	ways := []any{"tick", m.Tick.Shown, "answer", m.Answer.Shown}
	for _, meaning := range page.Meanings() {
		if b, ok := m.Of(meaning); ok {
			ways = append(ways, string(meaning), b.Shown)
		}
	}
	return ways
}

// More are the keys that no move has, for the list of all keys.
func (m Map) More(words content.Words) []page.Part {
	var parts []page.Part
	for _, group := range []struct {
		name string
		keys []Binding
	}{
		{words.Reader.KeysPage, []Binding{m.Up, m.Down, m.PageUp.Saying(words.Reader.PageUp), m.PageDown.Saying(words.Reader.PageDown), m.Top, m.End}},
		{words.Reader.KeysAnswer, []Binding{m.Number, m.Answer, m.Tick, m.LeaveTab.Saying(words.Keys.Next)}},
		{words.Reader.KeysField, []Binding{m.Keep, m.LeaveTab, m.Close, m.Leave}},
	} {
		parts = append(parts, page.Part{Kind: page.Heading, Text: group.name})
		for _, b := range group.keys {
			row := content.Fill(words.Reader.Key, "key", b.Shown, "does", b.Does)
			parts = append(parts, page.Part{Kind: page.ListItem, Text: row})
		}
	}
	return parts
}
