// Package tui starts the program: it reads what is around it (clock,
// environment, home and working folder) and hands that on, and it opens a guide
// with the reader's place in it and runs the surface that shows it. What draws,
// what a key means and what a command writes have packages of their own.
package tui

import (
	"crypto/rand"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/tui/command"
	"firstsession/tui/command/serving"
	"firstsession/tui/command/shell"
)

// Streams are where the program reads and writes.
type Streams = shell.Streams

// Main runs the command that args name, without the program's own name, and
// returns the exit code: 0 it is done, 1 it failed, 2 it was asked for in a way
// it does not know, 3 there are problems in a guide. Getenv looks up a variable
// of the environment.
func Main(args []string, streams Streams, getenv func(string) string) int {
	// Whoever reads the output may stop early. The write's error then says so,
	// where the signal would end the program with no chance to tidy up.
	signal.Ignore(syscall.SIGPIPE)
	keep := func(percent int) { // all that is set for the process, unless somebody says otherwise
		if getenv("GOGC") == "" {
			debug.SetGCPercent(percent)
		}
	}
	keep(60) // what opening the guide makes in passing would stay with the process for good
	return perform(args, streams, getenv, keep, nil)
}

// perform is Main, with nothing set for the whole process but what keep sets, and with
// the guide that is built in, unless that is still to be read.
func perform(args []string, streams Streams, getenv func(string) string, keep func(percent int), shipped func(string) (*content.Guide, error)) int {
	streams.Wide = columns(streams.Err)
	env := shell.Env{Streams: streams, FS: disk.OS(), Public: disk.Shared(), Getenv: getenv, Now: time.Now, Random: rand.Reader, Wait: time.Sleep, Version: version(), Columns: columns(streams.Out), Shipped: shipped}
	return command.Run(args, env,
		func(asked shell.Options) error { return (&program{asked, keep}).walk() },
		func(asked serving.Serving) error { return (&program{asked.Options, keep}).serve(asked) })
}

// program takes somebody through the guide as they asked for it.
type program struct {
	shell.Options
	keep func(percent int) // how much garbage the process may keep, in percent of what it uses
}

// version names the build: the version, and the commit if it is known.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "firstsession (unknown build)"
	}
	name := "firstsession " + info.Main.Version
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			name += " " + setting.Value
		}
	}
	return name + " " + info.GoVersion
}

// absolute is a folder as it was typed, so that it can be found again from
// anywhere. A leading ~ is the user's home; what was dropped on the terminal is as
// it was before that wrote it.
func absolute(folder string) (string, error) {
	folder = disk.Dropped(folder, func(path string) bool {
		_, err := os.Stat(path)
		return err == nil
	})
	if rest, ok := strings.CutPrefix(folder, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("find your home folder: %w", err)
		}
		folder = home + rest
	}
	path, err := filepath.Abs(folder)
	if err != nil {
		return "", fmt.Errorf("find the folder: %w", err)
	}
	return path, nil
}
