package keys_test

import (
	"io/fs"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"firstsession/content"
	"firstsession/content/guidetest"
	"firstsession/content/page"
	"firstsession/tui/keys"
)

// all are the bindings of the program by their names in the map.
func all(t *testing.T) map[string]keys.Binding {
	guide := guidetest.Shipped(t, "en")
	bindings := map[string]keys.Binding{}
	all := keys.New(guide.Words)
	fields := reflect.ValueOf(*all)
	for i := range fields.NumField() {
		if b, ok := fields.Field(i).Interface().(keys.Binding); ok {
			bindings[fields.Type().Field(i).Name] = b
		}
	}
	for m, b := range all.Meanings {
		same := func(there keys.Binding) bool { return reflect.DeepEqual(there, b) }
		if !slices.ContainsFunc(slices.Collect(maps.Values(bindings)), same) {
			bindings[string(m)] = b
		}
	}
	return bindings
}

func TestEveryBindingHasKeysAndWords(t *testing.T) {
	for name, b := range all(t) {
		if len(b.Keys) == 0 || b.Shown == "" || b.Does == "" {
			t.Errorf("%s is %+v", name, b)
		}
	}
}

// A key press must have the name by which the binding knows it, or the binding
// never works.
func TestKeysHaveTheirNames(t *testing.T) {
	for name, b := range all(t) {
		for _, key := range b.Keys {
			press := keys.Press(key)
			if press.String() != key || !b.Matches(press) {
				t.Errorf("%s: %q comes as %q", name, key, press.String())
			}
		}
		if !b.Matches(b.Press()) {
			t.Errorf("%s: a click on it is another key", name)
		}
	}
}

func TestALetterMeansOneThing(t *testing.T) {
	means := map[string]string{}
	for name, b := range all(t) {
		for _, key := range b.Keys {
			if utf8.RuneCountInString(key) != 1 {
				continue
			}
			other, taken := means[key]
			if taken && strings.HasSuffix(name, "_way") && strings.HasSuffix(other, "_way") {
				continue // there and back again, which are never offered together
			}
			if taken {
				t.Errorf("%q is both %s and %s", key, other, name)
			}
			means[key] = name
		}
	}
}

func TestHelpAndStopAreAlwaysShown(t *testing.T) {
	bindings := all(t)
	for _, name := range []string{"Next", "Back", "Help", "Stop", "Answer"} {
		if !bindings[name].Essential {
			t.Errorf("%s may be left out of a footer", name)
		}
	}
}

func TestSayingChangesOnlyTheWords(t *testing.T) {
	next := all(t)["Next"]
	said := next.Saying("read on")
	if said.Does != "read on" || next.Does == "read on" || !reflect.DeepEqual(said.Keys, next.Keys) {
		t.Errorf("%+v from %+v", said, next)
	}
}

func TestACapitalIsItsSmallLetter(t *testing.T) {
	for name, b := range all(t) {
		for _, key := range b.Keys {
			if capital := strings.ToUpper(key); utf8.RuneCountInString(key) == 1 && !b.Matches(keys.Press(capital)) {
				t.Errorf("%s: %q does nothing", name, capital)
			}
		}
	}
}

func TestEveryMeaningHasItsKey(t *testing.T) {
	guide := guidetest.Shipped(t, "en")
	bound := keys.New(guide.Words).Meanings
	for _, m := range page.Meanings() {
		if len(bound[m].Keys) == 0 {
			t.Errorf("%s has none", m)
		}
	}
	if others := len(guidetest.Languages(t)) - 1; others > len(page.Languages) {
		t.Errorf("%d other languages, and keys for %d", others, len(page.Languages))
	}
}

func TestAKeyIsTheSameOnEveryKeyboard(t *testing.T) {
	for _, c := range []struct {
		what, want string
		key        tea.Key
	}{
		{"Cyrillic", "c", tea.Key{Code: 'с', Text: "с"}},
		{"Cyrillic with Caps Lock", "q", tea.Key{Code: 'й', Text: "Й"}},
		{"Greek", "g", tea.Key{Code: 'γ', Text: "γ"}},
		{"Ukrainian", "s", tea.Key{Code: 'і', Text: "і"}},
		{"Persian", "c", tea.Key{Code: 'ز', Text: "ز"}},
		{"Thai", "g", tea.Key{Code: 'เ', Text: "เ"}},
		{"Korean", "n", tea.Key{Code: 'ㅜ', Text: "ㅜ"}},
		{"a final sigma", "w", tea.Key{Code: 'ς', Text: "ς"}},
		{"Hebrew", "n", tea.Key{Code: 'מ', Text: "מ"}},
		{"Arabic", "l", tea.Key{Code: 'م', Text: "م"}},
		{"a key that tells its place", "r", tea.Key{Code: 'ร', Text: "ร", BaseCode: 'r'}},
		{"Ctrl+C on Cyrillic", "ctrl+c", tea.Key{Code: 'с', BaseCode: 'c', Mod: tea.ModCtrl}},
		{"Ctrl+C on Thai", "ctrl+c", tea.Key{Code: 'แ', BaseCode: 'c', Mod: tea.ModCtrl}},
		{"Ctrl+C on Greek that tells no place", "ctrl+c", tea.Key{Code: 'ψ', Mod: tea.ModCtrl}},
		{"Ctrl+Z on Cyrillic", "ctrl+z", tea.Key{Code: 'я', BaseCode: 'z', Mod: tea.ModCtrl}},
		{"Ctrl+C on Dvorak", "ctrl+c", tea.Key{Code: 'c', BaseCode: 'i', Mod: tea.ModCtrl}},
		{"c on Dvorak", "c", tea.Key{Code: 'c', Text: "c", BaseCode: 'i'}},
		{"Ctrl+W on AZERTY, where Z is elsewhere", "ctrl+w", tea.Key{Code: 'w', BaseCode: 'z', Mod: tea.ModCtrl}},
		{"a letter of no keyboard that is known", "é", tea.Key{Code: 'é', Text: "é"}},
		{"a wide digit", "1", tea.Key{Code: '１', Text: "１"}},
		{"an Arabic digit", "2", tea.Key{Code: '٢', Text: "٢"}},
		{"a Persian digit", "3", tea.Key{Code: '۳', Text: "۳"}},
		{"a Devanagari digit", "4", tea.Key{Code: '४', Text: "४"}},
		{"a wide letter", "s", tea.Key{Code: 'ｓ', Text: "ｓ"}},
		{"a wide sign", "!", tea.Key{Code: '！', Text: "！"}},
		{"a wide space", "space", tea.Key{Code: '\u3000', Text: "\u3000"}},
		{"a plus", "+", tea.Key{Code: '+', Text: "+"}},
		{"F1", "f1", tea.Key{Code: tea.KeyF1}},
	} {
		if got := keys.Named(tea.KeyPressMsg(c.key)); got != c.want {
			t.Errorf("%s: %q, not %q", c.what, got, c.want)
		}
	}
}

// A key is called what stands on the reader's own keyboard, in the footer, in the list of
// keys and in every sentence.
func TestAKeyHasOneNameInEachLanguage(t *testing.T) {
	here, there := keys.New(guidetest.Shipped(t, "es").Words), keys.New(guidetest.Shipped(t, "en").Words)
	said, err := fs.ReadFile(content.Embedded(), "es/words.toml")
	if err != nil {
		t.Fatal(err)
	}
	named := func(m *keys.Map) []keys.Binding {
		return []keys.Binding{m.Next, m.PageUp, m.PageDown, m.Top, m.End, m.Backspace, m.TabBack}
	}
	for i, b := range named(here) {
		if other := named(there)[i].Shown; b.Shown == other || regexp.MustCompile(`\b`+regexp.QuoteMeta(other)+`\b`).Match(said) {
			t.Errorf("%q is called %s", b.Keys, other)
		}
	}
}
