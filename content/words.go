package content

import (
	"fmt"
	"strings"
)

//go:generate go run ./genwords

// Fill puts values into a text's placeholders: Fill("page {n}", "n", 2) is
// "page 2". A name without a value stays as it stands, and a value is never
// filled in again.
func Fill(text string, pairs ...any) string {
	var names []string
	for i := 0; i+1 < len(pairs); i += 2 {
		names = append(names, fmt.Sprintf("{%v}", pairs[i]), fmt.Sprint(pairs[i+1]))
	}
	return strings.NewReplacer(names...).Replace(text)
}

// Spellings takes the value of a CommandWords field apart. Case does not
// matter in what is typed.
func Spellings(value string) []string {
	var all []string
	for _, spelling := range strings.Split(value, ",") {
		if spelling = strings.ToLower(strings.Join(strings.Fields(spelling), " ")); spelling != "" {
			all = append(all, spelling)
		}
	}
	return all
}
