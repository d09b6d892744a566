// Package keys holds every key binding of the program, once, with the words
// that the footer and the list of keys show for it. No key is compared
// anywhere else by its name.
package keys

import (
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"firstsession/content/page"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// Binding is one or more keys that do the same.
type Binding struct {
	Keys  []string // as tea.KeyPressMsg.String gives them
	Shown string   // how the footer names them: "Space"
	Does  string   // what they do: "go on"
	Short string   // the same where there is little room; empty if that is as short
	// Essential bindings stay in the footer at every width.
	Essential bool
}

// Matches reports whether a key press is one of the binding's.
func (b Binding) Matches(msg tea.KeyPressMsg) bool { return slices.Contains(b.Keys, Named(msg)) }

// Saying returns the binding with other words for what it does here.
func (b Binding) Saying(does string) Binding {
	b.Does, b.Short = does, ""
	return b
}

// OrShort returns the binding with words for where there is little room.
func (b Binding) OrShort(does string) Binding {
	b.Short = does
	return b
}

// Always returns the binding as one that stays in the footer at every width.
func (b Binding) Always() Binding {
	b.Essential = true
	return b
}

// Said is the binding as a footer says it.
func (b Binding) Said() string { return strings.TrimSpace(b.Shown + " " + b.Does) }

// Press is the key press that a click on the binding in the footer makes.
func (b Binding) Press() tea.KeyPressMsg { return Press(b.Keys[0]) }

var special = []tea.Key{
	{Code: tea.KeySpace, Text: " "}, {Code: tea.KeyEnter}, {Code: tea.KeyTab}, {Code: tea.KeyTab, Mod: tea.ModShift},
	{Code: tea.KeyEscape}, {Code: tea.KeyBackspace}, {Code: tea.KeyDelete},
	{Code: tea.KeyUp}, {Code: tea.KeyDown}, {Code: tea.KeyLeft}, {Code: tea.KeyRight},
	{Code: tea.KeyPgUp}, {Code: tea.KeyPgDown}, {Code: tea.KeyHome}, {Code: tea.KeyEnd},
	{Code: tea.KeyF1}, {Code: 'c', Mod: tea.ModCtrl}, {Code: 'z', Mod: tea.ModCtrl},
}

// Press is the message of one key by its name, as String gives it.
func Press(name string) tea.KeyPressMsg {
	for _, key := range special {
		if key.String() == name {
			return tea.KeyPressMsg(key)
		}
	}
	letter, _ := utf8.DecodeRuneInString(name)
	return tea.KeyPressMsg{Code: letter, Text: name}
}

// Map is every binding by what it means: those that a screen asks for by their
// names, and those that stand for a move.
type Map struct {
	Next, Back                           Binding // through the walk
	Up, Down, PageUp, PageDown, Top, End Binding // within a page or list
	Number, Tick, Answer                 Binding // in a list of options
	Keys, Help, Stop, Leave, Close       Binding
	Keep, LeaveTab                       Binding // in a field
	TabBack, Suspend, Backspace          Binding // named nowhere: whoever knows them expects them

	Meanings map[page.Meaning]Binding // each has one

	TickBy, SetBy string // how something is ticked, and put into a record, for texts
}

// New makes the bindings with a guide's words.
func New(words *words.Words) *Map {
	w := words.Keys
	m := &Map{
		Next:      bind(w.Space, w.GoOn, "space", "enter").Always(),
		Back:      bind("←", w.Back, "left", "backspace").Always(),
		Up:        bind("↑", w.Up, "up"),
		Down:      bind("↓", w.Down, "down"),
		PageUp:    bind(w.PageUp, w.Up, "pgup"),
		PageDown:  bind(w.PageDown, w.Down, "pgdown"),
		Top:       bind(w.Home, w.Top, "home"),
		End:       bind(w.End, w.Bottom, "end"),
		Number:    bind("1-9", w.Choose, "1", "2", "3", "4", "5", "6", "7", "8", "9"),
		Tick:      bind(w.Space, w.Tick, "space"),
		Answer:    bind(w.Enter, w.Answer, "enter").OrShort(w.AnswerShort).Always(),
		Keys:      bind("?", w.Keys, "?"),
		Help:      bind("F1", w.Help, "f1", "!").Always(),
		Stop:      bind("q", w.Stop, "q").Always(),
		Leave:     bind("Ctrl+C", w.Leave, "ctrl+c", "ctrl+alt+c"),
		Close:     bind("Esc", w.Close, "esc"),
		Keep:      bind(w.Enter, w.Keep, "enter"),
		LeaveTab:  bind(w.Tab, w.LeaveField, "tab"),
		TabBack:   bind(w.ShiftTab, w.Back, "shift+tab"),
		Suspend:   bind("Ctrl+Z", w.Leave, "ctrl+z"),
		Backspace: bind(w.Backspace, words.Reader.Backspace, "backspace"),
	}
	m.TickBy, m.SetBy = plain.Fill(w.TickBy, "key", m.Tick.Shown), plain.Fill(w.SetBy, "key", m.Tick.Shown)
	m.Meanings = m.meanings(words)
	return m
}

func (m *Map) meanings(words *words.Words) map[page.Meaning]Binding {
	w := words.Keys
	again, private := bind("r", w.Again, "r"), bind("p", w.NoTrace, "p").OrShort(w.PrivateShort)
	all := map[page.Meaning]Binding{
		page.GoOnward: m.Next, page.Back: m.Back, page.Keys: m.Keys, page.HelpNow: m.Help, page.Stop: m.Stop,
		page.Rule: again, page.SignAgain: again, page.SignPage: again,
		page.BeginPrivate: private, page.NoTrace: private,

		page.ShortWay:  bind("w", w.ShortWay, "w"),
		page.WholeWay:  bind("w", w.WholeWay, "w"),
		page.ShowMe:    bind("s", w.ShowMe, "s"),
		page.Later:     bind("l", w.Later, "l"),
		page.Decline:   bind("d", w.Decline, "d").OrShort(w.DeclineShort),
		page.Aside:     bind("x", w.Delete, "x"),
		page.Chapters:  bind("c", w.Chapters, "c"),
		page.Search:    bind("/", w.Search, "/"),
		page.Glossary:  bind("g", w.Glossary, "g"),
		page.Note:      bind("n", w.Note, "n"),
		page.MyPage:    bind("m", w.MyPage, "m"),
		page.Flag:      bind("t", words.Intake.Flag, "t"),
		page.Clinician: bind("i", words.Intake.Note, "i"),
		page.EndIntake: bind("e", words.Intake.End, "e"),
		page.About:     bind("a", w.About, "a"),
	}
	for i, letter := range []string{"o", "u", "v"} {
		all[page.Languages[i]] = bind(letter, w.Language, letter)
	}
	return all
}

func bind(shown, does string, names ...string) Binding {
	return Binding{Keys: names, Shown: shown, Does: does}
}

// Ways are the names of the keys, in pairs as plain.Fill takes them.
func (m *Map) Ways() []any {
	ways := []any{"tick", m.TickBy, "set", m.SetBy, "answer", m.Answer.Shown, "close", m.Close.Shown}
	for meaning, b := range m.Meanings {
		ways = append(ways, string(meaning), b.Shown)
	}
	return ways
}

// More are the keys that no move has, for the list of all keys.
func (m *Map) More(words *words.Words) []page.Part {
	r := words.Reader
	var parts []page.Part
	for _, group := range []struct {
		name string
		keys []Binding
	}{
		{r.KeysPage, []Binding{m.Up, m.Down, m.PageUp.Saying(r.PageUp), m.PageDown.Saying(r.PageDown), m.Top, m.End, m.Backspace}},
		{r.KeysAnswer, []Binding{m.Number.Saying(r.DoesNumber), m.Answer, m.Tick, m.LeaveTab.Saying(words.Keys.Next)}},
		{r.KeysField, []Binding{m.Keep, m.LeaveTab, m.Close, m.Leave}},
	} {
		parts = append(parts, page.Part{Kind: page.Heading, Text: group.name})
		for _, b := range group.keys {
			row := plain.Fill(r.Key, "key", b.Shown, "does", b.Does)
			parts = append(parts, page.Part{Kind: page.ListItem, Text: row})
		}
	}
	return parts
}

// layouts are the letters of keyboards that have no Latin ones, in the places
// of the Latin letters. No letter of theirs is a command by itself. Terminals tell
// the place only of what is held with Ctrl or Alt.
var layouts = func() map[rune]rune {
	places := []rune("qwertyuiopasdfghjklzxcvbnm")
	all := map[rune]rune{}
	for _, letters := range []string{
		"йцукенгшщзфывапролдячсмить", // Russian
		"йцукенгшщзфівапролдячсмить", // Ukrainian
		";ςερτυθιοπασδφγηξκλζχψωβνμ", // Greek
		"/'קראטוןםפשדגכעיחלךזסבהנמצ", // Hebrew
		"ضصثقفغعهخحشسيبلاتنمئءؤر ىة", // Arabic
		"ضصثقفغعهخحشسیبلاتنمظطزرذدپ", // Persian
		"ๆไำพะัีรนยฟหกดเ้่าสผปแอิืท", // Thai
		"ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", // Korean
	} {
		for i, letter := range []rune(letters) {
			if letter >= utf8.RuneSelf {
				all[letter] = places[i]
			}
		}
	}
	return all
}()

// Named is a key as it is compared with the names of keys, whatever keyboard it
// is on: the letter that stands in the place of another alphabet's, a digit of
// any script, and a small letter for a capital, since it may be Caps Lock. A
// Latin letter is itself, wherever it stands.
func Named(msg tea.KeyPressMsg) string {
	if msg.Code < utf8.RuneSelf {
		msg.BaseCode = 0 // of another place, such as on a Dvorak keyboard
	}
	name := msg.String()
	at := strings.LastIndexByte(name, '+') + 1 // behind what is held down with it
	held, letter := name[:at], []rune(strings.ToLower(plain.Typeable(name[at:])))
	if len(letter) != 1 {
		return name
	}
	switch place, ok := layouts[letter[0]]; {
	case letter[0] == ' ':
		return held + "space"
	case letter[0] < utf8.RuneSelf:
	case msg.BaseCode != 0 && msg.BaseCode < utf8.RuneSelf:
		letter[0] = msg.BaseCode
	case ok:
		letter[0] = place
	}
	return held + string(letter)
}
