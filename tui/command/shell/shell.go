// Package shell is what all commands are made of: what the program finds around
// it, which guide is meant, where results and talk go, and how a command ends. No
// command may come in, and nothing that shows a page.
package shell

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/plain"
	"firstsession/content/words"
)

// Streams are where the program reads and writes. Results go to Out and talk
// to Err.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
	// Wide is how many columns the window has that talk is written to; 0 if there is none.
	Wide int
}

// Env is what the program finds around it.
type Env struct {
	Streams
	FS      disk.FS                  // of journals and records
	Public  disk.FS                  // the same, for files that others may read
	Getenv  func(name string) string // a variable of the environment
	Now     func() time.Time
	Random  io.Reader           // of the names of what is made
	Wait    func(time.Duration) // lets time pass; without it nobody is waited for
	Version string              // of the program
	Columns int                 // of the window that results are written to; 0 if there is none
	// Shipped is the guide that is built in, where that was read before; without it, it
	// is read where it is asked for.
	Shipped func(language string) (*content.Guide, error)
}

// Options say how somebody wants to be taken through which guide.
type Options struct {
	Source
	Theme   string
	Records string   // the folder for records; empty for the usual one
	Others  []string // folders with more records, in which an intake looks for a reference
	Shared  bool     // its group may read what is saved in it
	Private bool
	Intake  bool // a clinician begins an intake
	// ClinicianLanguage is the one in which the clinician reads, where it is not
	// the client's; empty where it is.
	ClinicianLanguage string
	Brought           string // where a file is that the client brought; empty if none is known
	Plain             bool   // as lines
	Width             int    // of the lines; 0 for as many as the terminal has
}

// RecordsFolder is the folder for records, named or the usual one.
func (o Options) RecordsFolder() (string, error) {
	if o.Records != "" {
		return o.Records, nil
	}
	return disk.RecordsFolder(o.FS, o.Getenv)
}

// Program is what all commands share.
type Program struct {
	Options // as the flags say
	Results *Output
}

// PlainFlag is that for who listens rather than looks.
func (p *Program) PlainFlag(cmd *cobra.Command, usage string) {
	cmd.Flags().BoolVar(&p.Plain, "plain", false, usage)
}

// IsPlain reports whether it was asked for, now or in the environment.
func (o Options) IsPlain() bool {
	asks := func(name string) bool {
		return !slices.Contains([]string{"", "0", "false", "no"}, strings.ToLower(o.Getenv(name)))
	}
	return o.Plain || asks("FIRSTSESSION_PLAIN") || asks("ACCESSIBLE")
}

// GroupFlag is that of the commands which show what holds for one group.
func (p *Program) GroupFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.Group, "group", "", "take the group with the id `ID`, of a practice file that has several")
}

// Agreed reports whether somebody says yes to a question, in full and in the language
// of the words or in English, or has said so before; where they do not, no is told.
// The end of input is no, and so is a line that goes on and on.
func (s Streams) Agreed(before bool, in *words.Words, question, no string) (bool, error) {
	if before {
		return true, nil
	}
	if err := s.tell(question); err != nil {
		return false, err
	}
	line, err := bufio.NewReader(io.LimitReader(s.In, 1000)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false, fmt.Errorf("reading the answer: %w", err)
	}
	typed := strings.ToLower(strings.TrimSpace(line))
	if err == nil && len(typed) > 1 && slices.Contains(append(plain.Spellings(in.Command.Yes), "yes"), typed) {
		return true, nil
	}
	return false, s.Tell(no)
}
