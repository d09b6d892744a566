package tui

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content/disk"
	"firstsession/content/journal"
	"firstsession/content/record"
	"firstsession/content/store"
)

func (p *program) forgetCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "forget",
		Short: "Erase what this computer remembers of you",
		Long: `Forget erases your place in the guide, your answers and your notes from this
computer. It asks first. Records that you saved stay where they are.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return p.forget(p.fsys, cmd.InOrStdin(), yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "erase without asking")
	return cmd
}

func (p *program) forget(fsys disk.FS, in io.Reader, yes bool) error {
	dir, err := journal.Dir(p.getenv)
	if errors.Is(err, disk.ErrNoHome) {
		return p.say("There is nothing to erase: %s, so nothing could be kept.", err)
	}
	if err != nil {
		return err
	}
	there, err := journal.Exists(fsys, dir)
	if err != nil {
		return err
	}
	if !there {
		if err := p.say("There is nothing to erase: no place in the guide, no answers and no notes are kept in %s.", dir); err != nil {
			return err
		}
		return p.sayRecords(fsys)
	}
	if !yes {
		agreed, err := p.ask(in, fmt.Sprintf("This erases your place in the guide, your answers and your notes, all in %s. "+
			"They cannot be brought back. Type yes to erase them:", dir))
		if err != nil {
			return err
		}
		if !agreed {
			return p.say("Nothing was erased.")
		}
	}
	erased, err := store.Erase(fsys, dir)
	if err != nil {
		return err
	}
	if erased == 0 {
		return p.say("Nothing was erased: it is not in %s any more. If it was moved, it still lies where it was moved to.", dir)
	}
	if err := p.say("Your place in the guide, your answers and your notes are erased from this computer."); err != nil {
		return err
	}
	return p.sayRecords(fsys)
}

// sayRecords says where records would still be, which are the member's own to delete.
func (p *program) sayRecords(fsys disk.FS) error {
	dir, err := record.DefaultDir(fsys, p.getenv)
	if err != nil {
		return p.say("Records that you saved are not erased, and are still where you saved them.")
	}
	return p.say("Records that you saved are not erased. Any that you did not save elsewhere are still in %s", dir)
}

// maxAnswer bounds how much of an answer is read.
const maxAnswer = 1000

// ask waits for a line, and says whether it is yes. The end of input is no.
func (p *program) ask(in io.Reader, question string) (bool, error) {
	if err := p.say("%s", question); err != nil {
		return false, err
	}
	line, err := bufio.NewReader(io.LimitReader(in, maxAnswer)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return false, fmt.Errorf("reading the answer: %w", err)
	}
	return err == nil && strings.EqualFold(strings.TrimSpace(line), "yes"), nil
}
