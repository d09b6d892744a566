package screen

import (
	"slices"
	"strings"
	"testing"

	"firstsession/content/walk"
	"firstsession/tui/keys"
)

func TestWhatIsTypedWhereAnEmptyLineStandsGoesIntoIt(t *testing.T) {
	named := append(toSign(), walk.Event{Kind: walk.NameTyped, Text: "Dana"})
	saved := append(slices.Clone(named), signed)
	for _, test := range []struct {
		what, at, keys string
		events         []walk.Event
		in             size
		id, typed      string
	}{
		{"own words", "my-worries", "text:quiet_rooms", nil, wide, "own", "quiet rooms"},
		{"a paste", "my-worries", "paste:quiet", nil, wide, "own", "quiet"},
		{"own words with a capital", "my-worries", "text:Crowds", nil, wide, "own", "Crowds"},
		{"a folder", walk.CopyID, "text:/media/usb", saved, whole, "folder", "/media/usb"},
		{"a folder, once it was said how to choose", walk.CopyID, "space text:/media/usb", saved, whole, "folder", "/media/usb"},
		{"the clinician's name", walk.CountersignID, "end text:Quinn", named, wide, "name", "Quinn"},
		{"a second note", "own-pace", "n text:one enter text:second_note", nil, wide, "note", "second note"},
		{"out of sight it takes nothing", "my-worries", "q", nil, narrow, "", ""},
		{"a number still ticks", "my-worries", "1", nil, wide, "option 1", ""},
		{"an arrow makes letters commands", "my-worries", "down c", nil, wide, "chapter 3", ""},
		{"and so does leaving the Line", "my-worries", "text:a esc esc c", nil, wide, "chapter 3", ""},
		{"help is there all the same", "my-worries", "!", nil, wide, "", ""},
	} {
		t.Run(test.what, func(t *testing.T) {
			s := of(t, visitAt(t, test.at, test.events...), test.in)
			s.press(split(test.keys)...)
			if here := s.m.here; here.Focus.ID != test.id && !s.v.Over() || here.isTyping() && here.field.Value() != test.typed {
				t.Errorf("the focus is at %q with %q, want %q with %q:\n%s", here.Focus.ID, here.field.Value(), test.id, test.typed, s.plain())
			}
		})
	}
}

func TestWhatIsTypedTooEarlyComesToTheFirstLineOfAForm(t *testing.T) {
	s := on(t, narrow, form())
	if s.focus() != "" {
		t.Fatalf("the first line is in sight in a window of %v", narrow)
	}
	if s.press("text:K-102", "enter"); s.took() != "reference K-102" {
		t.Errorf("the page was told %q", s.took())
	}
}

func TestTheFooterNamesNoLetterWhereLettersAreText(t *testing.T) {
	s := of(t, visitAt(t, "my-worries"), wide)
	letters := func() bool {
		return slices.ContainsFunc(s.m.Bindings(), func(b keys.Binding) bool { return s.m.here.isText(b.Press()) })
	}
	if letters() {
		t.Errorf("%s", s.plain())
	}
	if s.press("down"); !letters() {
		t.Errorf("%s", s.plain())
	}
}

// split are keys, of which a text has an underscore for each space.
func split(keys string) []string {
	all := strings.Fields(keys)
	for i := range all {
		all[i] = strings.ReplaceAll(all[i], "_", " ")
	}
	return all
}

func TestWhereOnlyAnActIsToBeDoneTheFooterSaysHowToChooseIt(t *testing.T) {
	for _, p := range places() {
		for _, window := range sizes {
			v := visitAt(t, p.at, p.done...)
			if p.to != nil {
				p.to(v)
			}
			s := of(t, v, window)
			s.press("end")
			after := s.copied().press("space")
			if before := s.m.here; after.m.here.id != before.id || !after.m.here.Focus.Before || before.goesOn() {
				continue
			}
			for _, b := range s.m.Bindings() {
				if slices.Contains(b.Keys, "space") {
					t.Errorf("%s at %v: the footer says %s %s", p.name, window, b.Shown, b.Does)
				}
			}
		}
	}
}

// The keys page lists letters as keys, also over a page where they would be text.
func TestTheKeysPageSaysWhatMakesLettersKeys(t *testing.T) {
	for _, at := range []string{"my-worries", walk.SignatureID} {
		for _, window := range []size{{40, 12}, wide, whole} {
			s := of(t, visitAt(t, at, answered...), window)
			if at == walk.SignatureID && s.m.Typing() {
				s.press("esc")
			}
			if s.press("?"); !strings.Contains(s.text(), "After Esc, letters are keys.") {
				t.Errorf("%v, %s: the keys page does not say when letters are keys\n%s", window, at, s.plain())
			}
			if s.press("?", "esc", "c"); !strings.Contains(s.text(), "Chapters") {
				t.Errorf("%v, %s: after Esc, c does not lead to the chapters\n%s", window, at, s.plain())
			}
		}
	}
	if s := of(t, visitAt(t, "own-pace"), wide).press("?"); strings.Contains(s.text(), "After Esc") {
		t.Errorf("nothing is typed there\n%s", s.plain())
	}
}
