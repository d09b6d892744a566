package handout

import (
	"fmt"
	"math"
	"strings"
)

// ring draws the circle of seats, one for each chapter. The one in front is
// filled: it is kept for the reader. Words say all of it elsewhere.
func ring(seats int) string {
	const middle, radius, seat = 60, 46, 6.5
	var b strings.Builder
	b.WriteString("<svg class=\"ring\" viewBox=\"0 0 120 120\" width=\"120\" height=\"120\" aria-hidden=\"true\" focusable=\"false\">\n")
	for i := range seats {
		turn := 2*math.Pi*float64(i)/float64(seats) + math.Pi/2
		circle(&b, middle+radius*math.Cos(turn), middle+radius*math.Sin(turn), seat, i == 0)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// row draws the seats beside each other, the chapter's own filled.
func row(seats, chapter int) string {
	const step, seat = 16, 5
	var b strings.Builder
	fmt.Fprintf(&b, "<svg class=\"seats\" viewBox=\"0 0 %d 16\" width=\"%d\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">", seats*step, seats*step)
	for i := range seats {
		circle(&b, float64(i*step)+step/2, step/2, seat, i == chapter-1)
	}
	b.WriteString("</svg>")
	return b.String()
}

func circle(b *strings.Builder, x, y, radius float64, filled bool) {
	class := "seat"
	if filled {
		class = "seat mine"
	}
	fmt.Fprintf(b, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", class, x, y, radius)
}

// foot is the style that puts the guide's title at the foot of each printed
// page.
func foot(title string) string {
	return fmt.Sprintf("@page{@bottom-left{content:%s}}\n", cssString(title))
}

// cssString is a text that no character of it can end.
func cssString(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range printable(text) {
		if r < ' ' || strings.ContainsRune("\"\\<>&", r) {
			fmt.Fprintf(&b, "\\%x ", r)
			continue
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}
