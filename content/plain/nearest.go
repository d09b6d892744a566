package plain

import "unicode/utf8"

// Nearest is the word that was perhaps meant by what somebody typed: at most two
// letters are amiss, and of a short word one is missing or too many, or two changed
// places: with another letter it is another word. It is empty if none is near.
func Nearest(typed string, words []string) string {
	best, found := 3, ""
	short := utf8.RuneCountInString(typed) < 5
	if short {
		best = 2
	}
	for _, word := range words {
		d := Distance([]rune(typed), []rune(word))
		switch n := utf8.RuneCountInString(word); {
		case isSwapped([]rune(typed), []rune(word)):
			d = 1
		case short && d > 0 && n == utf8.RuneCountInString(typed):
			continue
		}
		if d < best && d*2 <= utf8.RuneCountInString(word) {
			best, found = d, word
		}
	}
	return found
}

// Slip reports whether what somebody typed is a word but for one slip of the fingers: a
// letter too many or too few, two that changed places or, in a long word, another one.
// With another letter many a short word would be a name.
func Slip(typed, word string) bool {
	a, b := []rune(typed), []rune(word)
	if len(a) < 4 || len(b) < 4 || len(a) == len(b) && len(b) < 6 {
		return len(a) > 3 && isSwapped(a, b)
	}
	return Distance(a, b) == 1 || isSwapped(a, b)
}

// isSwapped reports whether two neighbours changed places.
func isSwapped(a, b []rune) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a)-1 && a[i] == b[i] {
		i++
	}
	return i < len(a)-1 && a[i] != b[i] && a[i] == b[i+1] && a[i+1] == b[i] && string(a[i+2:]) == string(b[i+2:])
}

// Distance is how many letters are put in, taken out or changed to make one word another.
func Distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		corner := row[0]
		row[0] = i + 1
		for j := range b {
			cost := corner
			if a[i] != b[j] {
				cost = 1 + min(corner, row[j], row[j+1])
			}
			corner, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
