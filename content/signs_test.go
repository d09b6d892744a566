package content

import (
	"math/rand/v2"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestWhatASignHasIsInWhateverItsFormFinds(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 1))
	for _, m := range signs() {
		form, err := syntax.Parse(m.form().String(), syntax.Perl)
		if err != nil {
			t.Fatal(err)
		}
		for range 500 {
			var found strings.Builder
			writeOne(&found, form.Simplify(), chance)
			small := strings.ToLower(found.String())
			if !slices.ContainsFunc(m.has, func(has string) bool { return strings.Contains(small, has) }) {
				t.Errorf("%q has none of %q: %s", found.String(), m.has, form)
				break
			}
		}
	}
}

// writeOne writes one of the texts that an expression finds, whatever it asks to
// stand around them.
func writeOne(b *strings.Builder, re *syntax.Regexp, chance *rand.Rand) {
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			for range chance.IntN(4) * int(re.Flags&syntax.FoldCase) {
				r = unicode.SimpleFold(r)
			}
			b.WriteRune(r)
		}
	case syntax.OpCharClass:
		at := chance.IntN(len(re.Rune)/2) * 2
		b.WriteRune(re.Rune[at] + rune(chance.IntN(int(re.Rune[at+1]-re.Rune[at]+1))))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteByte('x')
	case syntax.OpAlternate:
		writeOne(b, re.Sub[chance.IntN(len(re.Sub))], chance)
	default:
		times := 1
		switch re.Op {
		case syntax.OpQuest:
			times = chance.IntN(2)
		case syntax.OpStar:
			times = chance.IntN(3)
		}
		for range times {
			for _, sub := range re.Sub {
				writeOne(b, sub, chance)
			}
		}
	}
}
