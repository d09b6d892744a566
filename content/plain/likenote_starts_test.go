package plain

import (
	"flag"
	"iter"
	"os"
	"regexp/syntax"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write anew what a note can begin with")

// TestNoFormOfANoteBeginsWithOtherLettersThanAreLookedFor walks through the compiled
// forms, so that none is passed over.
func TestNoFormOfANoteBeginsWithOtherLettersThanAreLookedFor(t *testing.T) {
	parsed, err := syntax.Parse(likeNote().String(), syntax.Perl)
	if err != nil {
		t.Fatal(err)
	}
	prog, err := syntax.Compile(parsed.Simplify())
	if err != nil {
		t.Fatal(err)
	}
	walk := starts{prog: prog, seen: map[place]bool{}, found: map[string]bool{}}
	walk.from(uint32(prog.Start), "")
	var all []string
	for start := range walk.found {
		all = append(all, start)
	}
	slices.Sort(all)
	text := "\n" + strings.Join(all, "\n") + "\n"
	if *update {
		if err := os.WriteFile("likenote_starts.txt", []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	} else if text != likeNoteStarts {
		t.Error("the forms of a note begin in other ways than likenote_starts.txt says; run the test with -update")
	}
	if walk.found[""] {
		t.Error("a form begins with any word, and is tried everywhere; such a one stands in likenote_named.txt")
	}
}

type place struct {
	pc uint32
	so string
}

// starts finds what a match can begin with, as mayBeNote looks for it.
type starts struct {
	prog  *syntax.Prog
	seen  map[place]bool
	found map[string]bool
}

// from follows an instruction, before which a match had so.
func (s *starts) from(pc uint32, so string) {
	if s.seen[place{pc, so}] {
		return
	}
	s.seen[place{pc, so}] = true
	switch i := &s.prog.Inst[pc]; i.Op {
	case syntax.InstFail:
	case syntax.InstMatch:
		s.found[so] = true
	case syntax.InstAlt, syntax.InstAltMatch:
		s.from(i.Arg, so)
		s.from(i.Out, so)
	case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
		s.from(i.Out, so)
	default:
		s.character(i, so)
	}
}

// character follows an instruction that takes one. Before the first letter stand signs,
// of which two are tried whatever follows; one of another alphabet is a start by itself.
func (s *starts) character(i *syntax.Inst, so string) {
	next, isMany := map[string]bool{}, i.MatchRune('q') && i.MatchRune('x')
	for r := range runes(i) {
		switch one := startSpaces.Replace(string(r)); {
		case so == "" && strings.ContainsRune(signsBefore, r):
			if !strings.ContainsRune(signsTried, r) {
				next[""] = true
			}
		case so == "" && r >= utf8.RuneSelf:
			s.found[one] = true
		case one >= "a" && one <= "z", one == "_", one == ".", one == ":":
			next[one] = true
		default:
			isMany = isMany || so != ""
		}
	}
	if isMany {
		s.found[so] = true
		return
	}
	for one := range next {
		if len(so+one) == startLength {
			s.found[so+one] = true
		} else {
			s.from(i.Out, so+one)
		}
	}
}

// runes are those that an instruction takes; of many, the first.
func runes(i *syntax.Inst) iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for at := 0; at < len(i.Rune); at += 2 {
			last := i.Rune[min(at+1, len(i.Rune)-1)]
			for r := i.Rune[at]; r <= min(last, i.Rune[at]+utf8.RuneSelf); r++ {
				if !yield(r) {
					return
				}
			}
		}
	}
}
