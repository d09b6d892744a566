package plain

import (
	"regexp"
	"strings"
	"sync"
)

// Late is what compiles pattern when it is first asked for: most patterns are for
// what authors write, and whoever reads the built-in guide waits for none of them.
func Late(pattern string) func() *regexp.Regexp { return late(func() string { return pattern }) }

func late(pattern func() string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern()) })
}

// forms is an expression of several, of which one has to be found: a text's lines. Of
// these, one with # before it is a remark, and "name := expression" a part, which stands
// as {name} in the lines below it.
func forms(text string) string {
	var all []string
	var parts []any
	for _, line := range Lines([]byte(text)) {
		line = Fill(line, parts...)
		switch name, part, isPart := strings.Cut(line, " := "); {
		case line == "" || line[0] == '#':
		case isPart:
			parts = append(parts, name, part)
		default:
			all = append(all, line)
		}
	}
	return strings.Join(all, "|")
}

// LateForms are two such expressions, of the forms in a text before a remark and behind
// it, each with what stands before all of them.
func LateForms(text, remark, before string) (first, second func() *regexp.Regexp) {
	of := func(part int) func() *regexp.Regexp {
		return late(func() string { return before + `(?:` + forms("#"+strings.Split(text, remark)[part]) + `)` })
	}
	return of(0), of(1)
}
