package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/record"
)

func (p *program) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify PATH...",
		Short: "Look acknowledgements over: whole, and under which text",
		Long: `Verify reads acknowledgements, one by one or all in a folder. Each gets a line:
whether it is whole, under which text it was made, and which promises have
changed their words since. A copy to read that is missing or differs is said,
and is no damage. Verify shows changes by accident. It cannot show that someone
changed a record on purpose. Damage ends with exit code 3.`,
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			texts, err := newTexts(p)
			if err != nil {
				return err
			}
			v := verifier{p: p, texts: texts}
			for _, path := range args {
				v.path(path)
			}
			return v.result()
		},
	}
}

// tally counts what was found among records.
type tally struct{ records, damaged, unread int }

func (t *tally) result() error {
	switch {
	case t.damaged > 0:
		return problems("%d of %d records are not whole", t.damaged, t.records)
	case t.unread > 0:
		return fmt.Errorf("%d of what was named could not be read", t.unread)
	default:
		return nil
	}
}

// why counts a record, and says why it is none; empty if it is whole.
func (t *tally) why(err error) string {
	var damage *record.DamageError
	switch {
	case err == nil:
		t.records++
		return ""
	case errors.As(err, &damage):
		t.records++
		t.damaged++
		return fmt.Sprintf("not whole: %s", damage)
	}
	t.unread++
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		err = inPath.Err // its path stands before it already
	}
	return fmt.Sprintf("cannot be read: %s", err)
}

// verifier looks records over.
type verifier struct {
	p     *program
	texts texts
	tally
}

// path looks over a record, or all records in a folder.
func (v *verifier) path(path string) {
	info, err := v.p.fsys.Stat(path)
	var entries []record.Entry
	switch {
	case err != nil:
	case info.IsDir():
		entries, err = record.List(v.p.fsys, path)
		if err == nil && len(entries) == 0 {
			err = errors.New("there are no acknowledgements in this folder")
		}
	default:
		a, err := record.Read(v.p.fsys, path)
		entries = []record.Entry{{Path: path, Record: a, Err: err}}
	}
	if err != nil {
		entries = []record.Entry{{Path: path, Err: err}}
	}
	for _, e := range entries {
		v.p.out.print(oneLine(e.Path+": "+v.line(e)) + "\n")
	}
}

// line is what is to be said of a record.
func (v *verifier) line(e record.Entry) string {
	if why := v.why(e.Err); why != "" {
		return why
	}
	a := e.Record
	return fmt.Sprintf("whole; %s on %s; %s", a.Outcome, a.Time.Format(dateForm), v.texts.of(a)) + v.copies(e)
}

// copies says what is to be known of the copies beside a record. It is no
// damage.
func (v *verifier) copies(e record.Entry) string {
	var words *content.Words
	if g := v.texts.guide(e.Record.Guide.Language); g != nil {
		words = &g.Words
	}
	missing, other := record.Copies(v.p.fsys, e.Path, e.Record, words)
	said := ""
	for _, path := range missing {
		said += fmt.Sprintf("; its %s copy is not there", filepath.Ext(path))
	}
	for _, path := range other {
		said += fmt.Sprintf("; its %s copy differs from the one that this program would write now", filepath.Ext(path))
	}
	return said
}

// dateForm is a day as the commands show it.
const dateForm = "2006-01-02"

// texts compares records with the guide as it is now.
type texts struct {
	p      *program
	guides map[string]*content.Guide // by language; nil if there is none
}

// newTexts also opens what the flags name, so that a folder or a practice file
// that is not there is not passed over in silence.
func newTexts(p *program) (t texts, err error) {
	if p.guideDir != "" || p.practice != "" {
		_, err = p.load()
	}
	return texts{p: p, guides: map[string]*content.Guide{}}, err
}

// of says under which text a record was made, and what has changed since.
func (t texts) of(a record.Acknowledgement) string {
	under := "text " + a.Guide.Revision
	g := t.guide(a.Guide.Language)
	if g == nil {
		return fmt.Sprintf("%s, and this guide is not there in the language %q to compare", under, a.Guide.Language)
	}
	changed := changedStatements(a, g)
	switch same := g.Revision == a.Guide.Revision; {
	case same && len(changed) == 0:
		return under + ", which is the guide's text now"
	case same: // those of a practice are no part of the guide's text
		return fmt.Sprintf("%s, which is the guide's text now, but of the promises %s", under, strings.Join(changed, ", "))
	case len(changed) == 0:
		return fmt.Sprintf("%s; the guide's text is %s now, with the same promises", under, g.Revision)
	default:
		return fmt.Sprintf("%s; the guide's text is %s now, and of the promises %s", under, g.Revision, strings.Join(changed, ", "))
	}
}

// changes are the promises of a record that have changed since, or nil if that
// is not known.
func (t texts) changes(a record.Acknowledgement) []string {
	g := t.guide(a.Guide.Language)
	if g == nil {
		return nil
	}
	return changedStatements(a, g)
}

// guide is the guide in a language, or nil if it cannot be opened in it.
func (t texts) guide(language string) *content.Guide {
	g, known := t.guides[language]
	if known {
		return g
	}
	p := *t.p
	p.language = language
	g, err := p.load()
	if err != nil {
		g = nil
	}
	t.guides[language] = g
	return g
}

// notHere says that a guide has a promise no more. Without a practice file it
// may never have been the guide's own.
func notHere(g *content.Guide) string {
	if g.PracticeCode == "" {
		return " is not in this guide; it may be from a practice file (--practice)"
	}
	return " is not in this guide with this practice file"
}

// changedStatements says by id how a guide's promises differ from those in a
// record.
func changedStatements(a record.Acknowledgement, g *content.Guide) []string {
	now := map[string]string{}
	for _, s := range g.Commitment.Statements {
		now[s.ID] = s.Text
	}
	var changed []string
	for _, s := range a.Statements {
		text, there := now[s.ID]
		delete(now, s.ID)
		switch {
		case !there:
			changed = append(changed, s.ID+notHere(g))
		case text != s.Text:
			changed = append(changed, s.ID+" has other words")
		}
	}
	for _, s := range g.Commitment.Statements {
		if _, isNew := now[s.ID]; isNew {
			changed = append(changed, s.ID+" is new")
		}
	}
	return changed
}
