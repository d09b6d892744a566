// Firstsession is a guide, in a terminal, for people who may join an
// interpersonal therapy group.
package main

import (
	"os"

	"firstsession/tui"
)

func main() {
	os.Exit(tui.Main(os.Args[1:], tui.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Getenv))
}
