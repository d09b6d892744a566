package handout_test

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// Text can be read on each background it stands on, by light and by dark.
func TestContrast(t *testing.T) {
	css, err := os.ReadFile("style.css")
	if err != nil {
		t.Fatal(err)
	}
	screen, _, _ := strings.Cut(string(css), "/* On paper")
	light, dark, ok := strings.Cut(screen, "prefers-color-scheme: dark")
	if !ok {
		t.Fatal("there is no dark palette")
	}
	for name, palette := range map[string]string{"light": light, "dark": dark} {
		for _, text := range []string{"ink", "accent", "care", "muted"} {
			for _, ground := range []string{"paper", "soft"} {
				got := contrast(luminance(t, palette, text), luminance(t, palette, ground))
				if got < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", name, text, ground, got)
				}
			}
		}
	}
}

func contrast(a, b float64) float64 {
	return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

// luminance is how bright a colour of the palette is, from 0 to 1.
func luminance(t *testing.T, palette, name string) float64 {
	t.Helper()
	_, rest, ok := strings.Cut(palette, "--"+name+": #")
	if !ok || len(rest) < 6 {
		t.Fatalf("the palette has no colour %s", name)
	}
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		value, err := strconv.ParseUint(rest[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		part := float64(value) / 255
		if part <= 0.04045 {
			sum += weight * part / 12.92
			continue
		}
		sum += weight * math.Pow((part+0.055)/1.055, 2.4)
	}
	return sum
}
