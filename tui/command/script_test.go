package command_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"firstsession/tui"
)

// TestMain lets a script start the whole program.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"firstsession": func() {
			os.Exit(tui.Main(os.Args[1:], tui.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Getenv))
		},
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			// Each script has a home of its own, which nothing stands in yet.
			env.Setenv("HOME", filepath.Join(env.WorkDir, "home"))
			env.Setenv("USERPROFILE", filepath.Join(env.WorkDir, "home"))
			env.Setenv("XDG_STATE_HOME", "")
			env.Setenv("XDG_CONFIG_HOME", "")
			env.Setenv("LOCALAPPDATA", "")
			env.Setenv("APPDATA", "")
			env.Setenv("GOGC", "off") // a program of a script ends before its memory is worth gathering
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":      exits,
			"oneline":    oneLineOnError,
			"glob":       glob,
			"closedpipe": closedPipe,
			"revision":   revision,
			"files":      files,
			"number":     number,
		},
	})
}

// exits runs a command that ends with a given code: exits 2 firstsession nonsense.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	if got := exitCode(err); got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

func exitCode(err error) string {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return "0"
	case errors.As(err, &exit):
		return strconv.Itoa(exit.ExitCode())
	default:
		return err.Error()
	}
}

// oneLineOnError wants exactly one line on standard error that fits a pattern.
func oneLineOnError(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile("stderr")
	if strings.Count(text, "\n") != 1 || !strings.HasPrefix(text, "firstsession: ") {
		ts.Fatalf("want one line on standard error, got %q", text)
	}
	if !regexp.MustCompile(args[0]).MatchString(text) {
		ts.Fatalf("%q does not fit %q", text, args[0])
	}
}

// glob wants files that fit a pattern, or none. FOUND is then the first of them.
func glob(ts *testscript.TestScript, neg bool, args []string) {
	found, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if neg == (len(found) > 0) {
		ts.Fatalf("%s finds %v", args[0], found)
	}
	if len(found) > 0 {
		ts.Setenv("FOUND", found[0])
	}
}

// closedPipe runs a command whose output nobody reads any more.
func closedPipe(ts *testscript.TestScript, _ bool, args []string) {
	reader, writer, err := os.Pipe()
	ts.Check(err)
	ts.Check(reader.Close())
	path, err := exec.LookPath(filepath.Join(strings.Split(ts.Getenv("PATH"), string(os.PathListSeparator))[0], args[1]))
	ts.Check(err)
	var said strings.Builder
	cmd := exec.Command(path, args[2:]...)
	cmd.Stdout, cmd.Stderr, cmd.Dir = writer, &said, ts.MkAbs(".")
	err = cmd.Run()
	ts.Check(writer.Close())
	if got := exitCode(err); got != args[0] || said.String() != "" {
		ts.Fatalf("exit code %s, want %s; it said %q", got, args[0], said.String())
	}
}

// revision keeps the revision that check has printed, as $REVISION.
func revision(ts *testscript.TestScript, _ bool, args []string) {
	found := regexp.MustCompile(`revision ([0-9a-f]{16})`).FindStringSubmatch(ts.ReadFile(args[0]))
	if found == nil {
		ts.Fatalf("%s names no revision", args[0])
	}
	ts.Setenv("REVISION", found[1])
}

// number keeps the number of the addition that was made last, as $NUMBER.
func number(ts *testscript.TestScript, _ bool, _ []string) {
	found := regexp.MustCompile(`--set-aside ([0-9a-f]{16})`).FindStringSubmatch(ts.ReadFile("stderr"))
	if found == nil {
		ts.Fatalf("no addition is named")
	}
	ts.Setenv("NUMBER", found[1])
}

// files wants a number of files in a folder, hidden ones and those in folders
// below it counted: files records 3.
func files(ts *testscript.TestScript, _ bool, args []string) {
	var found []string
	err := filepath.WalkDir(ts.MkAbs(args[0]), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found = append(found, path)
		}
		return err
	})
	ts.Check(err)
	if strconv.Itoa(len(found)) != args[1] {
		ts.Fatalf("there are %d files, want %s:\n%s", len(found), args[1], strings.Join(found, "\n"))
	}
}
