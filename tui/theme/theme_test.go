package theme

import (
	"image/color"
	"strconv"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// backgrounds are those a palette has to be read on: from one end to the other
// in a few steps.
func backgrounds(from, to string) []color.Color {
	const steps = 8
	a, b := lipgloss.Color(from), lipgloss.Color(to)
	var all []color.Color
	for i := range steps + 1 {
		mix := func(x, y uint32) uint8 { return uint8((int(x>>8)*(steps-i) + int(y>>8)*i) / steps) }
		ar, ag, ab, _ := a.RGBA()
		br, bg, bb, _ := b.RGBA()
		all = append(all, color.RGBA{R: mix(ar, br), G: mix(ag, bg), B: mix(ab, bb), A: 0xff})
	}
	return all
}

func TestContrast(t *testing.T) {
	for _, test := range []struct{ name, from, to string }{
		{dark, "#000000", "#2E3440"},
		{light, "#FFFFFF", "#EEE8D5"},
	} {
		p := palettes[test.name].many
		for what, ink := range map[string]string{"accent": p.accent, "care": p.care, "muted": p.muted} {
			for _, profile := range []colorprofile.Profile{colorprofile.TrueColor, colorprofile.ANSI256} {
				for _, background := range backgrounds(test.from, test.to) {
					shown := profile.Convert(lipgloss.Color(ink))
					if c := contrast(shown, background); c < enough {
						t.Errorf("%s: %s in %v has a contrast of %.2f on %v", test.name, what, profile, c, background)
					}
				}
			}
		}
		// The reader's own colour of text is about as light as the other theme's background.
		for what, ink := range map[string]string{"accent": p.accent, "care": p.care, "muted": p.muted, "light text": "#D0D0D0", "dark text": "#303030"} {
			if own := strings.HasSuffix(what, " text"); own && strings.HasPrefix(what, test.name) {
				continue
			}
			if c := contrast(lipgloss.Color(ink), lipgloss.Color(p.row)); c < enough {
				t.Errorf("%s: %s has a contrast of %.2f on a row with the focus", test.name, what, c)
			}
		}
		if c := contrast(lipgloss.Color(p.markInk), lipgloss.Color(p.mark)); c < enough {
			t.Errorf("%s: marked words have a contrast of %.2f", test.name, c)
		}
	}
}

// The sixteen colours have other values in every terminal; these are common
// ones for what the palettes name.
func TestContrastOfSixteen(t *testing.T) {
	sets := map[string]map[string]string{
		"xterm":   {"0": "#000000", "1": "#CD0000", "2": "#00CD00", "4": "#0000EE", "7": "#E5E5E5", "11": "#FFFF00", "15": "#FFFFFF"},
		"VGA":     {"0": "#000000", "1": "#AA0000", "2": "#00AA00", "4": "#0000AA", "7": "#AAAAAA", "11": "#FFFF55", "15": "#FFFFFF"},
		"Windows": {"0": "#0C0C0C", "1": "#C50F1F", "2": "#13A10E", "4": "#0037DA", "7": "#CCCCCC", "11": "#F9F1A5", "15": "#F2F2F2"},
		"Apple":   {"0": "#000000", "1": "#990000", "2": "#00A600", "4": "#0000B2", "7": "#BFBFBF", "11": "#E5E500", "15": "#E5E5E5"},
	}
	for set, value := range sets {
		for name, background := range map[string]string{dark: value["0"], light: "#FFFFFF"} {
			p := palettes[name].sixteen
			for what, pair := range map[string][2]string{
				"accent": {value[p.accent], background}, "care": {value[p.care], background},
				"muted": {value[p.muted], background}, "mark": {value[p.markInk], value[p.mark]},
			} {
				if pair[0] == "" {
					continue // the terminal's own
				}
				if c := contrast(lipgloss.Color(pair[0]), lipgloss.Color(pair[1])); c < enough {
					t.Errorf("%s of %s has a contrast of %.2f in the colours of %s", what, name, c, set)
				}
			}
		}
	}
}

func TestByName(t *testing.T) {
	for asked, want := range map[string]string{"auto": highContrast, "high-contrast": highContrast, "dark": dark, "light": light} {
		if got, ok := ByName(asked); !ok || got.Name != want {
			t.Errorf("%s: %q, %v", asked, got.Name, ok)
		}
	}
	for _, asked := range []string{"", "high contrast", "Dark", "solarized"} {
		if got, ok := ByName(asked); ok {
			t.Errorf("%q is the theme %q", asked, got.Name)
		}
	}
}

func TestForBackground(t *testing.T) {
	for background, want := range map[string]string{
		"#000000": dark, "#1E1E1E": dark, "#002B36": dark, "#2E3440": dark,
		"#FFFFFF": light, "#FDF6E3": light, "#EEE8D5": light,
		"#808080": highContrast, "#FF0000": highContrast,
	} {
		if got := For(lipgloss.Color(background)).Name; got != want {
			t.Errorf("on %s the theme is %q, want %q", background, got, want)
		}
	}
	if got := For(nil).Name; got != highContrast {
		t.Errorf("on an unknown background the theme is %q", got)
	}
}

// samples is each style of a theme on a word.
func samples(t Theme) map[string]string {
	return map[string]string{
		"plain": t.Plain.Render("w"), "heading": t.Heading.Render("w"), "accent": t.Accent.Render("w"),
		"care": t.Care.Render("w"), "muted": t.Muted.Render("w"), "mark": t.Mark.Render("w"),
	}
}

func TestProfiles(t *testing.T) {
	for _, name := range []string{dark, light, highContrast} {
		for profile := colorprofile.Unknown; profile <= colorprofile.TrueColor; profile++ {
			look := build(name, colorprofile.Unknown).WithProfile(profile)
			if look.Name != name || look.Profile != profile {
				t.Errorf("%s in %v is %s in %v", name, profile, look.Name, look.Profile)
			}
			coloured := name != highContrast && (profile == colorprofile.Unknown || profile >= colorprofile.ANSI)
			for what, sample := range samples(look) {
				for _, code := range codes(sample) {
					isColour := code >= 30 && code <= 107
					switch {
					case isColour && !coloured:
						t.Errorf("%s of %s in %v is coloured: %q", what, name, profile, sample)
					case isColour && profile == colorprofile.ANSI && (code == 38 || code == 48):
						t.Errorf("%s of %s is not one of sixteen colours: %q", what, name, sample)
					}
				}
			}
			if samples(look)["plain"] != "w" {
				t.Errorf("plain text of %s in %v is styled", name, profile)
			}
			if look.Prose.Document.Color != nil || look.Prose.Text.Color != nil {
				t.Errorf("prose of %s in %v is coloured", name, profile)
			}
			for _, what := range []string{"heading", "accent", "care", "mark"} {
				if samples(look)[what] == "w" {
					t.Errorf("%s of %s in %v looks like plain text", what, name, profile)
				}
			}
		}
	}
}

// codes are the numbers of the first sequence in a text.
func codes(sample string) []int {
	inner, _, _ := strings.Cut(strings.TrimPrefix(sample, "\x1b["), "m")
	var all []int
	for _, part := range strings.Split(inner, ";") {
		n, err := strconv.Atoi(part)
		if err != nil {
			return all
		}
		all = append(all, n)
		if n == 38 || n == 48 {
			return all // what follows is a value
		}
	}
	return all
}
