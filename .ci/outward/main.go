// Outward proves that the program has no way onto a network but to be called. It
// reads, on standard input, what the linker says of who leads to whom
// (-ldflags=-dumpdep), and fails if main leads to anything that opens a
// connection or looks up a name.
//
// There is one door: content/store/postgres.Open, which opens the database whose
// address somebody has typed. What lies behind it is not followed, and only those
// commands may lead to it that take such an address: serve, invite, records, verify
// and store. Whoever has no such address in a command stays within these walls.
//
// Two things are known and passed over. The linker keeps every method of a type
// that templates could call by its name, and so those of net.ListenConfig, which
// lies in each listener and can look up a name; no template is ever given one.
// And one function of package net makes every socket, to be called or to call: it
// may be led to only by those that wait for calls.
package main

import (
	"bufio"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
)

var (
	outward = regexp.MustCompile(`^(net\.\(\*(sys)?Dialer\)\.|net\.Dial|net\.\(\*Resolver\)\.(lookup|exchange|dial|goLookup)[A-Za-z]*$|` +
		`net\.Lookup|golang\.org/x/sys/unix\.[cC]onnect$|net/http\.)`)
	makesSockets = regexp.MustCompile(`^net\.internetSocket$|^net\.unixSocket$`)
	waits        = regexp.MustCompile(`^net\.\(\*sysListener\)\.listen`)
	door         = regexp.MustCompile(`^firstsession/content/store/postgres\.Open$`)
	handles      = regexp.MustCompile(`^firstsession/tui/command/shell\.(Env\.(database|OpenStore)|\(\*Program\)\.Mount)$`)
	commands     = regexp.MustCompile(`^firstsession/tui/command/(serving|records)\.[^/]*\(\*program\)\.` +
		`(invitations|copyStore|inRecords|surveying\.func[0-9.]+|(invite|inviteList|inviteRevoke|add|erase)Command\.func[0-9.]+)$|` +
		`^firstsession/tui\.\(\*program\)\.serve$`)
	kept = regexp.MustCompile(`^type:\*net\.ListenConfig$`)
)

func main() {
	leads := map[string][]string{}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		from, to, ok := strings.Cut(lines.Text(), " -> ")
		if ok && !(kept.MatchString(bare(from)) && strings.HasPrefix(to, "net.")) {
			leads[bare(from)] = append(leads[bare(from)], bare(to))
		}
	}
	if lines.Err() != nil || len(leads["main.main"]) == 0 {
		fmt.Println("this is not what the linker says of a program:", lines.Err())
		os.Exit(1)
	}
	before := map[string]string{}
	todo := []string{}
	for _, root := range []string{"main.main", "runtime.main", "go:main.inittasks"} {
		before[root] = ""
		todo = append(todo, root)
	}
	failed := false
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		for _, to := range leads[at] {
			opens := door.MatchString(to) && !handles.MatchString(at) || handles.MatchString(to) && !handles.MatchString(at) && !commands.MatchString(at)
			if opens || outward.MatchString(to) || makesSockets.MatchString(to) && !waits.MatchString(at) {
				fmt.Println(way(before, at, to))
				failed = true
			}
			if _, seen := before[to]; !seen && !door.MatchString(to) {
				before[to] = at
				todo = append(todo, to)
			}
		}
	}
	if failed {
		os.Exit(1)
	}
}

// bare is a symbol without what the linker adds to it.
func bare(symbol string) string {
	symbol, _, _ = strings.Cut(symbol, " <")
	return symbol
}

// way is how main leads to something.
func way(before map[string]string, at, to string) string {
	all := []string{to}
	for ; at != ""; at = before[at] {
		all = append(all, at)
	}
	slices.Reverse(all)
	return strings.Join(all, " > ")
}
