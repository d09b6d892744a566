// Package keys holds every key binding of the program, once, with the words
// that the footer and the list of keys show for it. No key is compared
// anywhere else by its name.
package keys

import (
	tea "charm.land/bubbletea/v2"

	"firstsession/content"
)

// Binding is one or more keys that do the same.
type Binding struct {
	Keys  []string // as tea.KeyPressMsg.String gives them
	Shown string   // how the footer names them: "Space"
	Does  string   // what they do: "go on"
	// Essential bindings stay in the footer at every width.
	Essential bool
}

// Matches says whether a key press is one of the binding's.
func (b Binding) Matches(msg tea.KeyPressMsg) bool {
	pressed := msg.String()
	for _, key := range b.Keys {
		if key == pressed {
			return true
		}
	}
	return false
}

// Saying returns the binding with other words for what it does here.
func (b Binding) Saying(does string) Binding {
	b.Does = does
	return b
}

// Map is every binding by what it means.
type Map struct {
	Next, Back                            Binding // through the walk
	Up, Down, PageUp, PageDown, Top, End  Binding // within a page or list
	Number, Tick, Answer                  Binding // in a list of options
	ShowMe, Later, Again, Include         Binding // at a question, reflection, rule, note
	Chapters, Search, Glossary, Note      Binding // to another place
	About, Keys, Help, Stop, Leave, Close Binding
	Keep, LeaveTab                        Binding // in a field
	BeginPrivate, Decline, Delete         Binding
}

// New makes the bindings with a guide's words.
func New(words content.Words) Map {
	w := words.Keys
	bind := func(shown, does string, names ...string) Binding {
		return Binding{Keys: names, Shown: shown, Does: does}
	}
	essential := func(b Binding) Binding { b.Essential = true; return b }
	return Map{
		Next:         essential(bind(w.Space, w.GoOn, "space", "enter")),
		Back:         essential(bind("←", w.Back, "left", "backspace")),
		Up:           bind("↑", w.Up, "up"),
		Down:         bind("↓", w.Down, "down"),
		PageUp:       bind(w.PageUp, w.Up, "pgup"),
		PageDown:     bind(w.PageDown, w.Down, "pgdown"),
		Top:          bind(w.Home, w.Top, "home"),
		End:          bind(w.End, w.Bottom, "end"),
		Number:       bind("1-9", w.Choose, "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		Tick:         bind(w.Space, w.Tick, "space"),
		Answer:       essential(bind(w.Enter, w.Answer, "enter")),
		ShowMe:       bind("s", w.ShowMe, "s"),
		Later:        bind("l", w.Later, "l"),
		Again:        bind("r", w.Again, "r"),
		Include:      bind("i", w.Include, "i"),
		Chapters:     bind("c", w.Chapters, "c"),
		Search:       bind("/", w.Search, "/"),
		Glossary:     bind("g", w.Glossary, "g"),
		Note:         bind("n", w.Note, "n"),
		About:        bind("a", w.About, "a"),
		Keys:         bind("?", w.Keys, "?"),
		Help:         essential(bind("F1", w.Help, "f1", "!")),
		Stop:         essential(bind("q", w.Stop, "q")),
		Leave:        bind("Ctrl+C", w.Leave, "ctrl+c"),
		Close:        bind("Esc", w.Close, "esc"),
		Keep:         bind(w.Enter, w.Keep, "enter"),
		LeaveTab:     bind(w.Tab, w.LeaveField, "tab"),
		BeginPrivate: bind("p", w.BeginPrivate, "p"),
		Decline:      bind("d", w.Decline, "d"),
		Delete:       bind("x", w.Delete, "x"),
	}
}
