package plain

import "unicode/utf8"

// Nearest is the word that was perhaps meant by what somebody typed: at most
// two letters are amiss, and of a short word one. It is empty if none is near.
func Nearest(typed string, words []string) string {
	best, found := 3, ""
	if utf8.RuneCountInString(typed) < 4 {
		best = 2
	}
	for _, word := range words {
		if d := Distance([]rune(typed), []rune(word)); d < best && d*2 <= utf8.RuneCountInString(word) {
			best, found = d, word
		}
	}
	return found
}

// Distance is how many letters have to be put in, taken out or changed to make
// one word of another.
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
