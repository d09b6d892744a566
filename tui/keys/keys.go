// Package keys holds every key binding of the program, once, with the words
// that the footer and the list of keys show for it. No key is compared
// anywhere else by its name.
package keys

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/page"
)

// Binding is one or more keys that do the same.
type Binding struct {
	Keys  []string // as tea.KeyPressMsg.String gives them
	Shown string   // how the footer names them: "Space"
	Does  string   // what they do: "go on"
	// Essential bindings stay in the footer at every width.
	Essential bool
}

// Matches says whether a key press is one of the binding's. A capital is its
// small letter: it may be Caps Lock.
func (b Binding) Matches(msg tea.KeyPressMsg) bool {
	pressed := msg.String()
	if utf8.RuneCountInString(pressed) == 1 {
		pressed = strings.ToLower(pressed)
	}
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

// Press is the key press that a binding's first key makes, for a click on it
// in the footer.
func (b Binding) Press() tea.KeyPressMsg { return Press(b.Keys[0]) }

// Press is the message of one key by its name, as String gives it.
func Press(name string) tea.KeyPressMsg {
	named := map[string]tea.Key{
		"space": {Code: tea.KeySpace, Text: " "}, "enter": {Code: tea.KeyEnter},
		"tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
		"esc": {Code: tea.KeyEscape}, "backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
		"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
		"pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown}, "home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd},
		"f1": {Code: tea.KeyF1}, "ctrl+c": {Code: 'c', Mod: tea.ModCtrl}, "ctrl+z": {Code: 'z', Mod: tea.ModCtrl},
	}
	if key, ok := named[name]; ok {
		return tea.KeyPressMsg(key)
	}
	for _, r := range name {
		return tea.KeyPressMsg{Code: r, Text: name}
	}
	return tea.KeyPressMsg{}
}

// Map is every binding by what it means.
type Map struct {
	Next, Back                            Binding // through the walk
	Up, Down, PageUp, PageDown, Top, End  Binding // within a page or list
	Number, Tick, Answer                  Binding // in a list of options
	ShowMe, Later, Again                  Binding // at a question, reflection, rule
	Chapters, Search, Glossary, Note      Binding // to another place
	About, Keys, Help, Stop, Leave, Close Binding
	Keep, LeaveTab                        Binding // in a field
	BeginPrivate, Decline, Delete         Binding
	Flag, ClinicianNote, EndIntake        Binding // in an intake
	TabBack, Suspend                      Binding // named nowhere: whoever knows them expects them

	Meanings map[page.Meaning]Binding // those of them that stand for a move
}

// New makes the bindings with a guide's words.
func New(words content.Words) Map {
	w := words.Keys
	bind := func(shown, does string, names ...string) Binding {
		return Binding{Keys: names, Shown: shown, Does: does}
	}
	essential := func(b Binding) Binding { b.Essential = true; return b }
	m := Map{
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

		Flag:          bind("t", words.Intake.Flag, "t"),
		ClinicianNote: bind("i", words.Intake.Note, "i"),
		EndIntake:     bind("e", words.Intake.End, "e"),

		TabBack: bind("Shift+Tab", w.Back, "shift+tab"),
		Suspend: bind("Ctrl+Z", w.Leave, "ctrl+z"),
	}
	m.Meanings = m.byMeaning()
	return m
}
