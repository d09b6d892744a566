// Package records is the commands about records that were saved: what they hold
// and what has changed since, what comes to them, and how they are erased. Neither
// paper nor what is kept of a reader may come in.
package records

import (
	"cmp"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/plain"
	"firstsession/content/record"
	"firstsession/content/walk"
	"firstsession/content/words"
	"firstsession/tui/command/shell"
)

// Commands are those about records.
func Commands(shared *shell.Program) []*cobra.Command {
	p := &program{shared, sync.OnceValue(func() tongue {
		guide := shared.Answers()
		return tongue{guide.Words.Records, guide}
	})}
	return []*cobra.Command{p.verifyCommand(), p.recordsCommand()}
}

type program struct {
	*shell.Program
	words func() tongue
}

// tongue is the words about records, in the language in which the program answers.
type tongue struct {
	words.Records
	guide *content.Guide
}

// count fills a number into a word that has several forms.
func (t tongue) count(forms string, n int) string { return words.Plural(t.guide.Language, forms, n) }

// list strings words together, the last with an “and”.
func (t tongue) list(all []string) string { return strings.Join(all, " "+t.And+" ") }

// why is what an error says; in English it is all that whoever mends it may want to know.
func (t tongue) why(err error) string { return shell.Why(err, t.guide) }

// failed is an error in words of that language.
func failed(word string, pairs ...any) error { return errors.New(plain.Fill(word, pairs...)) }

// misused is one in how a command was called.
func misused(word string, pairs ...any) error { return shell.Misused("%s", plain.Fill(word, pairs...)) }

func (t tongue) outcome(is walk.Ending) string {
	return cmp.Or(map[walk.Ending]string{
		walk.EndSigned: t.Signed, walk.EndSignedOpen: t.SignedOpen, walk.EndNotSigned: t.NotSigned,
		walk.EndStopped: t.Stopped, walk.EndContinued: t.Continued,
	}[is], string(is))
}

func (t tongue) added(a record.Addition) string {
	word := map[record.Kind]string{
		record.Replaced: t.AddedReplaced, record.Withdrawn: t.AddedWithdrawn, record.OnPaper: t.AddedPaper, record.Corrected: t.AddedReference,
		record.Countersigned: t.AddedSigned, record.Done: t.AddedDone, record.ToDo: t.AddedTodo,
	}[a.Kind]
	return plain.Fill(word, "day", cmp.Or(a.Day, a.Time.Format(time.DateOnly)), "of", a.Of, "reference", a.Reference, "name", a.Name, "text", a.Text)
}
