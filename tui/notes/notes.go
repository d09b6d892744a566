// Package notes is where a reader writes down what they want to take to their
// therapist, and finds it again.
//
// One rule keeps notes safe: what was written is kept as soon as one leaves
// the field, whichever way. Enter and Tab keep it; Esc closes only a field
// without words; help now leaves the field as it is, below; and before the
// program ends, the root model asks for what is still in the field with
// Unsaved.
package notes

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/walk"
	"firstsession/tui/field"
	"firstsession/tui/intake"
	"firstsession/tui/keys"
	"firstsession/tui/screen"
	"firstsession/tui/scroll"
)

// mostLines is how far the field grows before it scrolls.
const mostLines = 4

// notes is the field or the list. It is a value, as every screen is.
type notes struct {
	env   screen.Env
	at    string // the key of the step at which a new note is taken
	field field.Field
	// typing is set while the field is open. Otherwise the list is shown, and
	// letters are commands.
	typing   bool
	changing string      // the id of the note in the field; empty for a new one
	list     []walk.Note // the newest first, as they may be shown
	covered  string      // says that their words are not
	focus    int         // in the list; -1 for none
	sure     bool        // x was pressed once
	asked    *asked
	said     string // what became of the last note, or that none is written
	text     scroll.Text
	spots    []spot
	writing  int // the line on which the field starts
	view     screen.View
}

// asked is an event that the root model was asked to apply.
type asked struct {
	event walk.Event
	notes int // that there were before
}

// chosen is the click on a note.
type chosen struct{ note int }

// New makes the notes. With the key of a step, the field for a note about it
// is open at once; without, the list is shown.
func New(env screen.Env, at string) screen.Screen {
	n := notes{at: at, field: field.New(mostLines), focus: -1}
	if _, ok := env.Walk.Find(at); !ok {
		n.at = env.Walk.At().Key()
	}
	if at != "" {
		n = n.write("", "")
	}
	return n.With(env)
}

// With lays the notes out anew. If a note could not be kept, its words are in
// the field again.
func (n notes) With(env screen.Env) screen.Screen {
	n.env = env
	n.list, n.covered = intake.ShownNotes(env.Walk)
	slices.Reverse(n.list)
	n.focus = min(n.focus, len(n.list)-1)
	if n.asked != nil {
		n = n.answered()
	}
	n.field = n.field.With(env.Size.Width-pointerWidth-1, env.Theme)
	return n.layOut()
}

// answered looks at what became of the event that was asked for.
func (n notes) answered() notes {
	event, before := n.asked.event, n.asked.notes
	n.asked = nil
	words := n.env.Words().Notes
	switch {
	case event.Text == "":
		if len(n.list) < before {
			n.said, n.focus = n.env.Erased, -1
		}
	case event.Kind == walk.TakeNote && len(n.list) <= before:
		return n.write("", event.Text)
	case event.Kind == walk.ChangeNote && !n.holds(event):
		return n.write(event.Subject, event.Text)
	case n.env.Private:
		n.said = words.KeptHere
	case n.env.Unkept:
		n.said = words.Unkept
	default:
		n.said = words.Kept
	}
	return n
}

// holds says whether a note has been changed as an event says.
func (n notes) holds(event walk.Event) bool {
	return slices.ContainsFunc(n.env.Walk.Notes(), func(note walk.Note) bool {
		return note.ID == event.Subject && note.Text == event.Text
	})
}

// View hands out the field or the list.
func (n notes) View() screen.View { return n.view }

// Update writes, moves in the list, changes a note and deletes it.
func (n notes) Update(msg tea.Msg) (screen.Screen, screen.Action) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if n.typing {
			return n.typed(msg)
		}
		return n.pressed(msg)
	case tea.PasteMsg:
		if n.typing {
			n.field = n.field.Update(msg)
			return n.layOut(), nil
		}
	case tea.MouseWheelMsg:
		if text, moved := n.text.Update(msg, n.env.Keys); moved {
			n.text = text
			return n.refresh(), nil
		}
	case chosen:
		if !n.typing && msg.note < len(n.list) {
			return n.to(msg.note), nil
		}
	}
	return n, nil
}

// typed takes a key in the field.
func (n notes) typed(key tea.KeyPressMsg) (screen.Screen, screen.Action) {
	k := n.env.Keys
	n.said = ""
	switch {
	case k.Close.Matches(key) && n.field.Value() == "":
		return n, screen.Close{}
	case k.Keep.Matches(key) && n.field.Value() == "" && n.changing == "":
		// Whoever goes on to type would type commands, if this left the field.
		n.said = n.env.Words().Notes.Empty
		return n.layOut(), nil
	case k.Keep.Matches(key), k.LeaveTab.Matches(key):
		return n.leaveField()
	}
	n.field = n.field.Update(key)
	return n.layOut(), nil
}

// leaveField keeps what was written. A note from which all words were taken
// is deleted only after one more key.
func (n notes) leaveField() (screen.Screen, screen.Action) {
	events := n.Unsaved()
	emptied := n.changing != "" && n.field.Value() == "" && n.covered == ""
	at := slices.IndexFunc(n.list, func(note walk.Note) bool { return note.ID == n.changing })
	n.typing, n.changing, n.said = false, "", ""
	n.field = n.field.Focus(false).Set("")
	if emptied {
		n = n.to(at)
		n.sure = true
		return n.layOut(), nil
	}
	if len(events) == 0 {
		return n.layOut(), nil
	}
	return n.ask(events[0])
}

// ask has an event applied. Its outcome shows in the next Env.
func (n notes) ask(event walk.Event) (screen.Screen, screen.Action) {
	n.asked = &asked{event, len(n.list)}
	return n.layOut(), screen.Apply{Events: []walk.Event{event}}
}

// Unsaved is the note that is being written, if it has any words.
func (n notes) Unsaved() []walk.Event {
	words := n.field.Value()
	switch {
	case !n.typing || words == "":
		return nil
	case n.changing != "":
		return []walk.Event{{Kind: walk.ChangeNote, Subject: n.changing, Text: words}}
	default:
		return []walk.Event{{Kind: walk.TakeNote, Subject: n.at, Text: words}}
	}
}

// write opens the field, for a new note or for the one with an id.
func (n notes) write(id, words string) notes {
	n.typing, n.changing, n.focus, n.sure, n.said = true, id, -1, false, ""
	n.field = n.field.Set(words).Focus(true)
	n.text = n.text.To(0)
	return n
}

// pressed takes a key while letters are commands.
func (n notes) pressed(key tea.KeyPressMsg) (screen.Screen, screen.Action) {
	k, sure := n.env.Keys, n.sure
	n.sure = false
	switch {
	case k.Back.Matches(key), k.Close.Matches(key), n.focus < 0 && k.Next.Matches(key):
		return n, screen.Close{}
	case k.Note.Matches(key):
		return n.write("", "").layOut(), nil
	case k.Down.Matches(key):
		return n.to(n.focus + 1), nil
	case k.Up.Matches(key):
		return n.to(n.focus - 1), nil
	case n.focus < 0:
		return n.layOut(), nil
	case k.Answer.Matches(key):
		note := n.list[n.focus]
		if n.covered != "" {
			note.Text = ""
		}
		return n.write(note.ID, note.Text).layOut(), nil
	case k.Delete.Matches(key) && sure:
		return n.ask(walk.Event{Kind: walk.ChangeNote, Subject: n.list[n.focus].ID})
	case k.Delete.Matches(key):
		n.sure = true
	}
	return n.layOut(), nil
}

// to gives a note the cursor and brings it in sight; above the first, none
// has it.
func (n notes) to(note int) notes {
	n.focus = max(-1, min(note, len(n.list)-1))
	n.sure = false
	n = n.layOut()
	if n.focus < 0 {
		n.text = n.text.To(0)
		return n.refresh()
	}
	at := n.spots[n.focus]
	n.text = n.text.Show(at.first, at.end)
	return n.refresh()
}

// Keys are the bindings that do something now.
func (n notes) Keys() []keys.Binding {
	k, words := n.env.Keys, n.env.Words().Notes
	if n.typing {
		return n.fieldKeys()
	}
	var all []keys.Binding
	if n.focus < 0 {
		all = append(all, k.Next.Saying(n.env.Words().Keys.Close), k.Back, k.Note.Saying(words.New))
	} else {
		remove := k.Delete.Saying(words.Delete)
		if n.sure {
			remove = k.Delete.Saying(words.DeleteNow)
		}
		all = append(all, k.Answer.Saying(words.Change), remove, k.Back, k.Note.Saying(words.New), k.Up)
	}
	if n.focus < len(n.list)-1 {
		all = append(all, k.Down)
	}
	return all
}

// fieldKeys are the bindings that do something in the field. An empty one has
// nothing to keep, but as many ways out.
func (n notes) fieldKeys() []keys.Binding {
	k := n.env.Keys
	switch {
	case n.field.Value() != "":
		return []keys.Binding{k.Keep, k.LeaveTab}
	case n.changing != "":
		return []keys.Binding{k.Keep, k.LeaveTab, k.Close}
	default:
		return []keys.Binding{k.LeaveTab, k.Close}
	}
}
