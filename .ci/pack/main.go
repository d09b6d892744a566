// Pack makes the files of a release that have to be the same on every computer
// that makes them: archives, and the list of what is linked into a program
// (SBOM). It reads no clock: SOURCE_DATE_EPOCH says of when they are.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pack:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 3 {
		return errors.New("say: archive FOLDER FILE.tar.gz, archive FOLDER FILE.zip, or sbom PROGRAM FILE")
	}
	seconds, err := strconv.ParseInt(os.Getenv("SOURCE_DATE_EPOCH"), 10, 64)
	if err != nil {
		return fmt.Errorf("reading SOURCE_DATE_EPOCH: %w", err)
	}
	of := time.Unix(seconds, 0).UTC()
	file, err := os.Create(args[2])
	if err != nil {
		return err
	}
	switch {
	case args[0] == "sbom":
		err = writeSBOM(file, args[1], of)
	case args[0] == "archive" && strings.HasSuffix(args[2], ".zip"):
		err = writeZip(file, args[1], of)
	case args[0] == "archive":
		err = writeTar(file, args[1], of)
	default:
		err = fmt.Errorf("there is no %q", args[0])
	}
	if err = cmp.Or(err, file.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", args[2], err)
	}
	return nil
}
