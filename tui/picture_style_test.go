package tui

import (
	"fmt"
	"strconv"
	"strings"
)

// style is how a cell looks, as far as the program's themes say anything.
type style struct {
	bold, faint, italic, under, reverse bool
	ink, back                           string
}

// after is the style after a sequence. Sequences that do more than style are
// left out: CheckLines finds them.
func (s style) after(sequence string) style {
	inner, isOne := strings.CutPrefix(sequence, "\x1b[")
	inner, styles := strings.CutSuffix(inner, "m")
	if !isOne || !styles {
		return s
	}
	codes := strings.Split(inner, ";")
	for i := 0; i < len(codes); i++ {
		code, _ := strconv.Atoi(codes[i]) // an empty one is 0
		if (code == 38 || code == 48) && i+4 < len(codes) && codes[i+1] == "2" {
			colour := hex(codes[i+2 : i+5])
			if code == 38 {
				s.ink = colour
			} else {
				s.back = colour
			}
			i += 4
			continue
		}
		s = s.with(code)
	}
	return s
}

func (s style) with(code int) style {
	switch code {
	case 0:
		return style{}
	case 1:
		s.bold = true
	case 2:
		s.faint = true
	case 3:
		s.italic = true
	case 4:
		s.under = true
	case 7:
		s.reverse = true
	case 22:
		s.bold, s.faint = false, false
	case 23:
		s.italic = false
	case 24:
		s.under = false
	case 27:
		s.reverse = false
	case 39:
		s.ink = ""
	case 49:
		s.back = ""
	}
	return s
}

// hex is a colour of three numbers, as CSS writes it.
func hex(parts []string) string {
	colour := "#"
	for _, part := range parts {
		value, _ := strconv.Atoi(part) // what is no number is black
		colour += fmt.Sprintf("%02X", value&0xff)
	}
	return colour
}

// fills reports whether the style shows where there is only a space.
func (s style) fills() bool { return s.back != "" || s.reverse || s.under }

// colours are those of text and of what lies under it; an empty one is the
// paper's.
func (s style) colours(paper Paper) (ink, back string) {
	if !s.reverse {
		return s.ink, s.back
	}
	ink, back = s.back, s.ink
	if ink == "" {
		ink = paper.Back
	}
	if back == "" {
		back = paper.Ink
	}
	return ink, back
}

// attributes are those of the text, as SVG has them.
func (s style) attributes(ink string, paper Paper) string {
	text := ""
	if ink != "" && ink != paper.Ink {
		text += fmt.Sprintf(" fill=%q", ink)
	}
	if s.bold {
		text += ` font-weight="bold"`
	}
	if s.italic {
		text += ` font-style="italic"`
	}
	if s.under {
		text += ` text-decoration="underline"`
	}
	if s.faint {
		text += ` opacity=".7"`
	}
	return text
}
