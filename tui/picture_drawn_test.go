package tui

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func drawn(content string) string {
	dark, _ := Papers()
	return Picture{Title: "A <page>", Says: "Words & seats", Columns: 20, Rows: 2, Paper: dark, Content: content}.SVG()
}

func TestAPictureIsWholeXMLWhateverStandsInTheWindow(t *testing.T) {
	for _, content := range []string{"", "a < b && \"c\" > 'd'", "\x1b[1mbold\x1b[m \x1b[4mlink\x1b[0m", "○ ◐ ●\n語語 é"} {
		decoder := xml.NewDecoder(strings.NewReader(drawn(content)))
		for {
			_, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%q: %v", content, err)
			}
		}
	}
}

func TestAPictureShowsTextWhereItStandsAndAsItIsStyled(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"in the second column", " word", `<text x="30.4" y="35.8" textLength="33.6" lengthAdjust="spacingAndGlyphs">word</text>`},
		{"in the second row", "\nword", `<text x="22" y="54.8"`},
		{"a phrase in one piece", "one two", `>one two</text>`},
		{"a gap in two pieces", "one  two", `>one</text>` + "\n" + `<text x="64"`},
		{"bold", "\x1b[1mword\x1b[m", `font-weight="bold">word`},
		{"bold no more", "\x1b[1mbold\x1b[22m word", `Adjust="spacingAndGlyphs">word`},
		{"underlined and slanted", "\x1b[4;3mword\x1b[m", `font-style="italic" text-decoration="underline">word`},
		{"coloured", "\x1b[38;2;143;193;169mword\x1b[m", `fill="#8FC1A9">word`},
		{"coloured no more", "\x1b[38;2;143;193;169ma\x1b[39m word", `Adjust="spacingAndGlyphs">word`},
		{"on a colour", "\x1b[48;2;1;2;3mword\x1b[m", `fill="#010203"/>`},
		{"reversed", "\x1b[7mword\x1b[m", `height="19" fill="#E4E4DE"/>`},
		{"a seat as a shape", "○", `<circle cx="26.2" cy="31.2" r="3.9" fill="none"`},
		{"a seat that is taken", "●", `fill="#E4E4DE" stroke="#E4E4DE"`},
		{"for who hears it", "", `<title id="title">A &lt;page&gt;</title>` + "\n" + `<desc id="says">Words &amp; seats</desc>`},
	} {
		if got := drawn(c.content); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s is not in\n%s", c.name, c.want, got)
		}
	}
}
