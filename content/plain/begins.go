package plain

import (
	"regexp/syntax"
	"strings"
	"sync"
	"unicode/utf8"
)

// mayBegin reports whether a note may begin as a folded text does, up to a few letters
// behind its first: nearly no sentence does. The forms are tried on each such beginning
// once, since there are few.
func mayBegin(text string) bool {
	const letters = 6
	end := len(text) - len(strings.TrimLeft(text, signsBefore))
	for n := 0; n < letters && end < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[end:])
		end += size
	}
	known, ok := begun.Load(text[:end])
	if !ok {
		known, _ = begun.LoadOrStore(text[:end], goesThrough(likeProgram(), text[:end]))
	}
	return known.(bool)
}

var begun sync.Map // of mayBegin, by beginning

var likeProgram = sync.OnceValue(func() *syntax.Prog {
	form, err := syntax.Parse(likeNote().String(), syntax.Perl)
	if err == nil {
		if program, err := syntax.Compile(form.Simplify()); err == nil {
			return program
		}
	}
	return &syntax.Prog{Inst: []syntax.Inst{{Op: syntax.InstMatch}}} // never, since it was compiled
})

// goesThrough reports whether a text that begins like this can match a program.
func goesThrough(program *syntax.Prog, beginning string) bool {
	var at, next []uint32
	seen, matched := make([]int, len(program.Inst)), false
	var follow func(pc uint32, step int)
	follow = func(pc uint32, step int) {
		if seen[pc] == step {
			return
		}
		seen[pc] = step
		switch inst := program.Inst[pc]; inst.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			follow(inst.Out, step)
			follow(inst.Arg, step)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			follow(inst.Out, step)
		case syntax.InstMatch:
			matched = true
		case syntax.InstFail:
		default:
			next = append(next, pc)
		}
	}
	step := 1
	follow(uint32(program.Start), step)
	for _, r := range beginning {
		at, next = next, nil
		step++
		for _, pc := range at {
			if inst := program.Inst[pc]; inst.MatchRune(r) {
				follow(inst.Out, step)
			}
		}
	}
	return matched || len(next) > 0
}
