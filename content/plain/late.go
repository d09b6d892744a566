package plain

import (
	"regexp"
	"sync"
)

// Late is what compiles pattern when it is first asked for: most patterns are for
// what authors write, and whoever reads the built-in guide waits for none of them.
func Late(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}
