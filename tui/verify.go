package tui

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"firstsession/content"
	"firstsession/content/disk"
	"firstsession/content/record"
)

func (p *program) verifyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "verify PATH...",
		Short: "Look acknowledgements over: whole, and under which text",
		Long: `Verify reads acknowledgements, one by one or all in a folder. Each gets a line:
whether it is whole, under which text it was made, and which promises have
changed their words since. It shows changes by accident. It cannot show that
someone changed a record on purpose. Damage ends with exit code 3.`,
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			v := verifier{p: p, fsys: disk.OS(), guides: map[string]*content.Guide{}}
			for _, path := range args {
				if err := v.path(path); err != nil {
					return err
				}
			}
			return v.result()
		},
	}
}

// verifier looks records over and counts what it finds.
type verifier struct {
	p      *program
	fsys   disk.FS
	guides map[string]*content.Guide // by language; nil if there is none

	records, damaged, unread int
}

func (v *verifier) result() error {
	switch {
	case v.damaged > 0:
		return problems("%d of %d records are not whole", v.damaged, v.records)
	case v.unread > 0:
		return fmt.Errorf("%d of what was named could not be read", v.unread)
	default:
		return nil
	}
}

// path looks over a record, or all records in a folder.
func (v *verifier) path(path string) error {
	info, err := v.fsys.Stat(path)
	if err != nil {
		return v.cannotRead(path, err)
	}
	if !info.IsDir() {
		return v.record(path)
	}
	names, err := v.fsys.ReadDir(path)
	if err != nil {
		return v.cannotRead(path, err)
	}
	found := false
	for _, name := range names {
		if fits, err := filepath.Match(record.FilePattern, name); err != nil || !fits {
			continue
		}
		found = true
		if err := v.record(filepath.Join(path, name)); err != nil {
			return err
		}
	}
	if !found {
		return v.cannotRead(path, errors.New("there are no acknowledgements in this folder"))
	}
	return nil
}

func (v *verifier) cannotRead(path string, err error) error {
	v.unread++
	var inPath *fs.PathError
	if errors.As(err, &inPath) {
		err = inPath.Err // its path stands before it already
	}
	return v.line(path, fmt.Sprintf("cannot be read: %s", err))
}

func (v *verifier) record(path string) error {
	a, err := record.Read(v.fsys, path)
	var damage *record.DamageError
	switch {
	case errors.As(err, &damage):
		v.records++
		v.damaged++
		return v.line(path, fmt.Sprintf("not whole: %s", damage))
	case err != nil:
		return v.cannotRead(path, err)
	}
	v.records++
	return v.line(path, fmt.Sprintf("whole; %s on %s; %s", a.Outcome, a.Time.Format("2006-01-02"), v.text(a)))
}

func (v *verifier) line(path, what string) error {
	_, err := fmt.Fprintln(v.p.out, oneLine(path+": "+what))
	return err
}

// text says under which text a record was made, and what has changed since.
func (v *verifier) text(a record.Acknowledgement) string {
	under := "text " + a.Guide.Revision
	g := v.guide(a.Guide.Language)
	switch {
	case g == nil:
		return fmt.Sprintf("%s, and this guide is not there in the language %q to compare", under, a.Guide.Language)
	case g.Revision == a.Guide.Revision:
		return under + ", which is the guide's text now"
	}
	changed := changedStatements(a, g)
	if len(changed) == 0 {
		return fmt.Sprintf("%s; the guide's text is %s now, with the same promises", under, g.Revision)
	}
	return fmt.Sprintf("%s; the guide's text is %s now, and of the promises %s", under, g.Revision, strings.Join(changed, ", "))
}

// guide is the guide in a language, or nil if it cannot be opened in it.
func (v *verifier) guide(language string) *content.Guide {
	g, known := v.guides[language]
	if known {
		return g
	}
	p := *v.p
	p.language = language
	g, err := p.load()
	if err != nil {
		g = nil
	}
	v.guides[language] = g
	return g
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
			changed = append(changed, s.ID+" is gone")
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
